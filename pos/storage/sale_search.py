"""Looking for a sale without its receipt: the newest first, a page at a time, whatever the books hold."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Select, case, func, select

from pos.domain.consignment import MovementKind
from pos.domain.money import Money, currency
from pos.domain.stamps import EventId
from pos.storage import fact_tables as t
from pos.storage.catalogue_tables import unit

SHOWN_LINES = 4
"""How many of its products a found sale is known by."""


@dataclass(frozen=True, slots=True)
class SaleFilter:
    """Which sales are meant: those at these exhibitions, that hold this product, that came to this much (minor units,
    as paid). None asks for nothing of the kind."""

    exhibitions: Sequence[str]
    sku: str | None = None
    paid: int | None = None


@dataclass(frozen=True, slots=True)
class FoundSale:
    """A sale as a person knows it again. `products` are (SKU, name) of its first lines, `lines` how many it has.

    `pieces` counts all that went out, yapas too; `back` how many of them came back, `voided` whether as a void.
    `total` is what was paid; `tenders` are the kinds of money, each once.
    """

    id: EventId
    receipt: str
    at: datetime
    cashier: str
    pieces: int
    back: int
    voided: bool
    total: Money
    lines: int
    products: tuple[tuple[str, str], ...]
    tenders: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page of found sales; `older` is where the next one begins, None where this is the last."""

    sales: tuple[FoundSale, ...]
    older: int | None = None


class SaleSearch:
    """Asks the books for sales. It walks the sales' own key from the newest on, so each page costs the same."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def page(self, wanted: SaleFilter, size: int, before: int | None = None) -> FoundPage:
        """At most `size` sales, those from before the place that an earlier page gave as `older`."""
        sale = t.sale.c
        # Under a function, exhibitions can't be asked of their index, which would sort all their sales for each page.
        asked = (
            select(t.sale, t.fact.c.id)
            .join(t.fact, t.fact.c.number == sale.fact)
            .where(func.coalesce(sale.exhibition, "").in_(wanted.exhibitions))
            .order_by(sale.fact.desc())
            .limit(size + 1)
        )
        if before is not None:
            asked = asked.where(sale.fact < before)
        if wanted.paid is not None:
            asked = asked.where(sale.due + sale.rounding == wanted.paid)
        if wanted.sku is not None:
            asked = asked.where(sale.fact.in_(_holding(wanted.sku, wanted.exhibitions)))
        rows = self._connection.execute(asked).all()
        facts = [row.fact for row in rows[:size]]
        lines, tenders, back = self._lines(facts), self._tenders(facts), self._back(facts)
        found = tuple(
            FoundSale(
                id=EventId(row.id),
                receipt=row.receipt,
                at=datetime.fromisoformat(row.at),
                cashier=row.cashier,
                pieces=row.pieces + row.yapa_pieces,
                back=back.get(row.fact, (0, False))[0],
                voided=back.get(row.fact, (0, False))[1],
                total=Money(row.due + row.rounding, currency(row.currency)),
                lines=len(lines[row.fact]),
                products=tuple(lines[row.fact][:SHOWN_LINES]),
                tenders=tuple(dict.fromkeys(tenders[row.fact])),
            )
            for row in rows[:size]
        )
        return FoundPage(found, facts[-1] if len(rows) > size else None)

    def _lines(self, facts: Sequence[int]) -> Mapping[int, list[tuple[str, str]]]:
        line = t.sale_line.c
        rows = self._connection.execute(
            select(line.fact, line.sku, line.name).where(line.fact.in_(facts)).order_by(line.fact, line.position)
        )
        lines: dict[int, list[tuple[str, str]]] = defaultdict(list)
        for fact, sku, name in rows:
            lines[fact].append((sku, name))
        return lines

    def _tenders(self, facts: Sequence[int]) -> Mapping[int, list[str]]:
        tender = t.tender.c
        rows = self._connection.execute(
            select(tender.fact, tender.kind).where(tender.fact.in_(facts)).order_by(tender.fact, tender.position)
        )
        kinds: dict[int, list[str]] = defaultdict(list)
        for fact, kind in rows:
            kinds[fact].append(kind)
        return kinds

    def _back(self, facts: Sequence[int]) -> Mapping[int, tuple[int, bool]]:
        line = t.return_line.c
        rows = self._connection.execute(
            select(line.sale, func.sum(line.qty), func.max(case((t.sale_return.c.void, 1), else_=0)))
            .join(t.sale_return, t.sale_return.c.fact == line.fact)
            .where(line.sale.in_(facts))
            .group_by(line.sale)
        )
        return {sale: (qty, bool(void)) for sale, qty, void in rows}


def _holding(sku: str, exhibitions: Sequence[str]) -> Select[int]:
    """The facts of the sales in which a product went out, whoever held it then: by the index of stock figures."""
    moved = t.stock_movement.c
    went_out = (MovementKind.SOLD, MovementKind.YAPA)
    return select(moved.fact).where(
        moved.exhibition.in_(exhibitions),
        moved.unit.in_(select(unit.c.id)),
        moved.sku == sku,
        moved.kind.in_(went_out),
    )
