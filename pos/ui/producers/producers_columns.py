"""The columns of the producers' table: which of them there is room for, and what each says of a unit.

However few there are, what stands between the sales and what is to be paid adds up to the difference.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from pos.domain.money import Money
from pos.domain.unit_days import Overview, TotalsRow, UnitRow
from pos.texts import Texts
from pos.ui.look.theme import text_width

AnyRow = UnitRow | TotalsRow

EMPTY = "–"
PAD = 4
"""Between a figure and the edge of its column."""
TILE, TILE_LEFT, TILE_SPACE = 36, 10, 8
"""The emblem before the name."""
NARROWEST_NAME = TILE_LEFT + TILE + TILE_SPACE + 112
SCROLLER = 18
"""What the scroll bar takes at the right."""


class Group(StrEnum):
    """What a column counts."""

    NONE = "none"
    PIECES = "pieces"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its narrowest width in pixels, and its figure of a row (None for name and state)."""

    key: str
    title: str
    width: int
    group: Group = Group.NONE
    figure: Callable[[AnyRow], int | Money] | None = None
    strong: bool = False

    def text(self, row: AnyRow, texts: Texts) -> str:
        """What its cell says; a dash for nothing."""
        if self.figure is None:
            return ""
        value = self.figure(row)
        if isinstance(value, Money):
            settled = self.key == "balance" and isinstance(row, UnitRow) and bool(row.gross or row.received)
            return texts.amount(value.minor, value.currency.digits) if value or settled else EMPTY
        return texts.amount(value, 0) if value else EMPTY


class Place(NamedTuple):
    """A column where it stands in the table."""

    column: Column
    left: int
    width: int

    @property
    def right(self) -> int:
        """Where the column ends."""
        return self.left + self.width


class Columns:
    """Lays columns out for a width."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._all = {column.key: column for column in _columns(texts)}

    def laid_out(self, overview: Overview, width: int) -> tuple[Place, ...]:
        """The most telling set of columns that there is room for; what is over goes to all of them, most to names."""
        room = width - SCROLLER
        for keys in _sets(overview):
            columns = [self._of(key, overview) for key in keys]
            widths = [self._needed(column, overview) for column in columns]
            if sum(widths) <= room or keys is _LEAST:
                return _placed(columns, _spread(widths, room), width)
        raise AssertionError("the least set is always taken")

    def _of(self, key: str, overview: Overview) -> Column:
        if key == "received" and not overview.totals.paid:
            return self._all["advances"]
        return self._all[key]

    def _needed(self, column: Column, overview: Overview) -> int:
        """What the column's widest figure and its head ask for."""
        if column.figure is None:
            return column.width
        sums = column.text(overview.totals, self._texts)
        rows = {column.text(row, self._texts) for row in overview.rows}
        pixels = 18 if column.strong else 16
        widest = max((text_width(text, pixels, bold=column.strong) for text in rows), default=0)
        widest = max(widest, text_width(sums, 16, bold=True), text_width(column.title, 16, bold=column.strong))
        return max(column.width, int(widest) + 2 * PAD)


_LEAST = ("name", "sold", "left", "gross", "taken", "balance", "state")


def _sets(overview: Overview) -> Sequence[tuple[str, ...]]:
    """The sets of columns, the fullest first; what is nothing for everybody has no column of its own."""
    sums = overview.totals
    before = tuple(key for key in ("forward",) if any(row.brought_forward for row in overview.rows))
    costs = tuple(key for key in ("costs",) if any(row.costs for row in overview.rows))
    paid = ("advances", "paid") if sums.paid else ("advances",)
    pieces = ("delivered", "sold", "yapa", "back", "left")
    network = ("gross", "commission", "fund")
    other = ("other",) if before or costs else ()
    return (
        ("name", *pieces, *before, *network, *costs, *paid, "balance", "state"),
        ("name", *pieces, *before, *network, *costs, "received", "balance", "state"),
        ("name", "delivered", "sold", "left", "gross", "network", *other, "received", "balance", "state"),
        _LEAST,
    )


def _columns(texts: Texts) -> tuple[Column, ...]:
    pieces, money = Group.PIECES, Group.MONEY
    return (
        Column("name", texts._("Producer"), NARROWEST_NAME),
        Column("delivered", texts.pgettext("producers", "Delivered"), 64, pieces, lambda row: row.pieces.delivered),
        Column("sold", texts.pgettext("producers", "Sold"), 60, pieces, lambda row: row.pieces.sold),
        Column("yapa", texts._("Yapa"), 46, pieces, lambda row: row.pieces.yapa),
        Column("back", texts.pgettext("producers", "Back"), 58, pieces, lambda row: row.pieces.back),
        Column("left", texts.pgettext("producers", "Left"), 56, pieces, lambda row: row.pieces.left),
        Column("forward", texts.pgettext("producers", "Before"), 78, money, lambda row: row.brought_forward),
        Column("gross", texts.pgettext("producers", "Sales"), 86, money, lambda row: row.gross),
        Column("commission", texts.pgettext("producers", "Commission"), 86, money, lambda row: -row.commission),
        Column("fund", texts.pgettext("producers", "Fund"), 70, money, lambda row: -row.fund),
        Column("network", texts.pgettext("producers", "Network"), 86, money, lambda row: -row.commission - row.fund),
        Column("costs", texts.pgettext("producers", "Costs"), 70, money, lambda row: -row.costs),
        Column("other", texts.pgettext("producers", "Other"), 78, money, lambda row: row.brought_forward - row.costs),
        Column("advances", texts.pgettext("producers", "Advance"), 78, money, lambda row: -row.advances),
        Column("paid", texts.pgettext("producers", "Paid"), 78, money, lambda row: -row.paid),
        Column("received", texts.pgettext("producers", "Received"), 78, money, lambda row: -row.received),
        Column("taken", texts.pgettext("producers", "Taken off"), 86, money, lambda row: row.balance - row.gross),
        Column("balance", texts.pgettext("producers", "To pay"), 100, money, lambda row: row.balance, strong=True),
        Column("state", texts.pgettext("producers", "State"), 112 - 6),
    )


def _spread(widths: list[int], room: int) -> list[int]:
    """Give out what is over: a third to the name, the rest to all figures alike; a lack is the name's."""
    over = room - sum(widths)
    if over <= 0:
        return [max(NARROWEST_NAME // 2, widths[0] + over), *widths[1:]]
    each = over * 2 // 3 // max(1, len(widths) - 2)
    figures = [width + each for width in widths[1:-1]]
    return [room - sum(figures) - widths[-1], *figures, widths[-1]]


def _placed(columns: list[Column], widths: list[int], width: int) -> tuple[Place, ...]:
    places, left = [], 0
    for column, wide in zip(columns, widths, strict=True):
        places.append(Place(column, left, wide))
        left += wide
    last = places[-1]
    places[-1] = Place(last.column, last.left, width - last.left)
    return tuple(places)
