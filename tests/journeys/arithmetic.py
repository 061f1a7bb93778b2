"""The judge of the program's reports: the same `stall-report/1`, worked out again without one line of the program.

`recompute` takes the parsed network file and the parsed day files, plays them in their order (arithmetic_books.py) and
adds up the rows of one day or of a whole exhibition, as docs/formats.md and docs/domain.md define each field.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

from tests.journeys.arithmetic_books import Books
from tests.journeys.arithmetic_money import text_of
from tests.journeys.arithmetic_rows import Shift

SALES_MONEY = ("gross", "returns", "net", "rounding", "promotion")
SALES_COUNTS = ("receipts", "pieces", "yapa_pieces")
STOCK_COLUMNS = ("delivered", "sold", "yapa", "back", "returned", "loss")


@dataclass(frozen=True)
class Recomputed:
    """A report, and for each day file the refused events as (line number, the judge's code of the rule)."""

    report: dict
    refused: list[list[tuple[int, str]]]


def replay(network: dict, days: list[list[dict]]) -> tuple[Books, list[list[tuple[int, str]]]]:
    """The books after the day files (each a list of objects, its header first) in this order, and what was refused."""
    books = Books(network)
    return books, [books.replay(file) for file in days]


def recompute(
    network: dict, days: list[list[dict]], *, exhibition: str | None = None, date: str | None = None
) -> Recomputed:
    """The report of one `date` ("2026-12-05") or, without it, of the whole exhibition (that of the last file)."""
    books, refused = replay(network, days)
    return Recomputed(report(books, exhibition or days[-1][0]["exhibition"], date), refused)


@dataclass(frozen=True)
class Period:
    """One calendar day at the exhibition, or (`date` is None) all of the exhibition."""

    date: str | None

    def holds(self, day: str) -> bool:
        """Whether a row of this day belongs to the period."""
        return self.date is None or day == self.date

    def reached(self, day: str) -> bool:
        """Whether a row of this day lies before the end of the period."""
        return self.date is None or day <= self.date

    def follows(self, day: str) -> bool:
        """Whether a row of this day lies before the period."""
        return self.date is not None and day < self.date


def report(books: Books, exhibition_id: str, date: str | None = None) -> dict:
    """The `stall-report/1` of one day, or of the whole exhibition."""
    exhibition = books.catalogue.exhibitions[exhibition_id]
    period = Period(date)
    units = [_unit(books, exhibition, period, unit_id) for unit_id in _units_to_list(books, exhibition, period)]
    return {
        "format": "stall-report/1",
        "exhibition": exhibition_id,
        "currency": exhibition["currency"],
        "from": _midnight(exhibition, date or exhibition["starts"], 0),
        "to": _midnight(exhibition, date or exhibition["ends"], 1),
        "sales": _sales(books, exhibition, period),
        "tenders": _tenders(books, exhibition, period),
        "shifts": _shifts(books, exhibition, period),
        "units": [_unit_in_text(unit) for unit in units],
        "network": {
            name: text_of(sum(unit[name] for unit in units)) for name in ("commission", "fund", "costs")
        },
    }  # fmt: skip


def _midnight(exhibition: dict, day: str, days_later: int) -> str:
    """The start of a day where the exhibition is, with the offset that its clocks show then."""
    midnight = datetime.fromisoformat(day) + timedelta(days=days_later)
    return midnight.replace(tzinfo=ZoneInfo(exhibition["timezone"])).isoformat()


def _sales(books: Books, exhibition: dict, period: Period) -> dict:
    sums = dict.fromkeys(SALES_MONEY + SALES_COUNTS, 0)
    for row in books.sales:
        if row.exhibition == exhibition["id"] and period.holds(row.day):
            sums[row.figure] += row.amount
    sums["net"] = sums["gross"] - sums["returns"]
    in_text = {name: text_of(sums[name]) for name in SALES_MONEY}
    return in_text | {name: sums[name] for name in SALES_COUNTS}


def _tenders(books: Books, exhibition: dict, period: Period) -> list[dict]:
    sums: dict[tuple[str, str], tuple[int, int]] = {}
    for row in books.tenders:
        if row.exhibition == exhibition["id"] and period.holds(row.day):
            amount, base = sums.get((row.kind, row.currency), (0, 0))
            sums[row.kind, row.currency] = (amount + row.amount, base + row.base)
    return [
        {"kind": kind, "currency": currency, "amount": text_of(amount), "base": text_of(base)}
        for (kind, currency), (amount, base) in sorted(sums.items())
    ]


def _shifts(books: Books, exhibition: dict, period: Period) -> list[dict]:
    closed = [
        shift
        for shift in books.shifts
        if shift.exhibition == exhibition["id"] and period.holds(shift.closed_on)
    ]  # fmt: skip
    return [_shift(shift) for shift in sorted(closed, key=lambda shift: (shift.till, shift.z))]


def _shift(shift: Shift) -> dict:
    numbers = [shift.receipts[0], shift.receipts[-1]] if shift.receipts else []
    return {
        "till": shift.till,
        "z": shift.z,
        "cashier": shift.cashier,
        "receipts": [f"{shift.till}-{number:06d}" for number in numbers],
        "cash": [
            {
                "currency": currency,
                "float": text_of(shift.floats.get(currency, 0)),
                "expected": text_of(shift.expected(currency)),
                "counted": text_of(shift.counted.get(currency, 0)),
                "over_short": text_of(shift.counted.get(currency, 0) - shift.expected(currency)),
            }
            for currency in sorted({*shift.floats, *shift.moved, *shift.counted})
        ],
        "grand_total": text_of(shift.grand_total),
    }


def _units_to_list(books: Books, exhibition: dict, period: Period) -> list[str]:
    """The participants and whoever else moved goods or money here up to the end of the period, by id."""
    moved = {
        row.unit
        for row in [*chain(*books.units.values()), *books.stock]
        if row.exhibition == exhibition["id"] and period.reached(row.day)
    }
    return sorted(moved | {unit["id"] for unit in exhibition["units"]})


def _unit(books: Books, exhibition: dict, period: Period, unit_id: str) -> dict:
    """A unit's part of the report with its money still in minor units."""
    here = [row for row in books.units[unit_id] if row.exhibition == exhibition["id"]]

    def column(name: str, belongs: Callable[[str], bool]) -> int:
        return sum(row.amount for row in here if row.column == name and belongs(row.day))

    gross, commission, fund, costs, advances, paid = (
        column(name, period.holds) for name in ("gross", "commission", "fund", "costs", "advances", "paid")
    )
    before = column("gross", period.follows) - sum(
        column(name, period.follows) for name in ("commission", "fund", "costs", "advances", "paid")
    )
    brought_forward = books.owed(books.earlier(exhibition), unit_id) + before
    earned = gross - commission - fund
    return {
        "unit": unit_id,
        "gross": gross,
        "commission": commission,
        "fund": fund,
        "earned": earned,
        "costs": costs,
        "advances": advances,
        "paid": paid,
        "brought_forward": brought_forward,
        "balance": brought_forward + earned - costs - advances - paid,
        "members": _members(books, exhibition, period, unit_id),
        "products": _products(books, exhibition, period, unit_id),
    }


def _unit_in_text(unit: dict) -> dict:
    return {name: text_of(value) if isinstance(value, int) else value for name, value in unit.items()}


def _members(books: Books, exhibition: dict, period: Period, unit_id: str) -> list[dict]:
    members = books.catalogue.units[unit_id]["members"]
    sums = [0] * len(members)
    for row in books.members:
        if row.exhibition == exhibition["id"] and row.unit == unit_id and period.holds(row.day):
            sums[row.place] += row.amount
    return [
        {"name": member["name"], "earned": text_of(earned)} for member, earned in zip(members, sums, strict=True)
    ]  # fmt: skip


def _products(books: Books, exhibition: dict, period: Period, unit_id: str) -> list[dict]:
    """The unit's positions as holder, from the exhibition's start to the end of the period, by SKU."""
    sums: dict[str, dict[str, int]] = {}
    for row in books.stock:
        if row.exhibition == exhibition["id"] and row.unit == unit_id and period.reached(row.day):
            position = sums.setdefault(row.sku, dict.fromkeys(STOCK_COLUMNS, 0))
            position[row.column] += row.qty
    products = []
    for sku, position in sorted(sums.items()):
        left = (
            position["delivered"] - position["sold"] - position["yapa"]
            + position["back"] - position["returned"] - position["loss"]
        )  # fmt: skip
        products.append({"sku": sku, **position, "left": max(0, left), "undelivered": max(0, -left)})
    return products
