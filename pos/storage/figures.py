"""The sums that reports are made of, each by one GROUP BY over an index that covers it.

Everything is asked of one exhibition, for the days from `first` to `last` (ISO dates, both within; None is open).
Amounts are minor units of the exhibition's currency unless a currency stands beside them.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, and_, func, literal, select

from pos.domain.reports import StockPosition
from pos.storage import fact_tables as t


@dataclass(frozen=True, slots=True)
class Period:
    """An exhibition's days from `first` to `last`, ISO dates; None where the period is open."""

    exhibition: str
    first: str | None = None
    last: str | None = None

    def of(self, table: FromClause) -> ColumnElement[bool]:
        """The condition that a row of a table is in the period."""
        conditions = [table.c.exhibition == self.exhibition]
        if self.first is not None:
            conditions.append(table.c.day >= self.first)
        if self.last is not None:
            conditions.append(table.c.day <= self.last)
        return and_(*conditions)


@dataclass(frozen=True, slots=True)
class ReceiptSums:
    """What the receipts of one kind come to."""

    receipts: int = 0
    pieces: int = 0
    yapa_pieces: int = 0
    net: int = 0
    rounding: int = 0
    promotion: int = 0
    change: int = 0


@dataclass(frozen=True, slots=True)
class ShareSums:
    """A unit's gross, commission and fund."""

    gross: int = 0
    commission: int = 0
    fund: int = 0


@dataclass(frozen=True, slots=True)
class Payment:
    """An advance (`kind` advance) or a payout (`cash`, `transfer`) to a unit."""

    unit: str
    kind: str
    amount: int
    at: datetime


@dataclass(frozen=True, slots=True)
class ClosedShift:
    """A closed shift as the rows have it; `cash` is (currency, float, expected, counted)."""

    till: str
    z: int
    cashier: str
    first_sale: int | None
    last_sale: int | None
    grand_total: int
    opened_at: datetime
    closed_at: datetime
    cash: tuple[tuple[str, int, int, int], ...]


class Figures:
    """Asks the books for sums."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def sales(self, period: Period) -> ReceiptSums:
        """All sales of a period, voided ones too."""
        sale = t.sale.c
        sums = (sale.pieces, sale.yapa_pieces, sale.due, sale.rounding, sale.promotion, sale.change)
        return ReceiptSums(*self._sums(t.sale, sums, period))

    def returns(self, period: Period) -> ReceiptSums:
        """All returns of a period; their net, rounding and promotion as posted (net is negative)."""
        back = t.sale_return.c
        count, net, rounding, promotion = self._sums(t.sale_return, (back.due, back.rounding, back.promotion), period)
        return ReceiptSums(receipts=count, net=net, rounding=rounding, promotion=promotion)

    def _sums(self, table: FromClause, columns: Sequence[ColumnElement[Any]], period: Period) -> Sequence[int]:
        """How many rows of the period there are, and the columns' sums."""
        sums = [func.coalesce(func.sum(column), 0) for column in columns]
        return self._connection.execute(select(func.count(), *sums).where(period.of(table))).one()

    def tenders(self, period: Period) -> Mapping[tuple[str, str], tuple[int, int]]:
        """(amount, base value) of what was given and given back by (kind, currency), change not yet taken off."""
        tender = t.tender.c
        rows = self._connection.execute(
            select(tender.kind, tender.currency, func.sum(tender.amount), func.sum(tender.base_amount))
            .where(period.of(t.tender))
            .group_by(tender.kind, tender.currency)
        )
        return {(kind, currency): (amount, base) for kind, currency, amount, base in rows}

    def shares(self, period: Period) -> Mapping[str, ShareSums]:
        """Gross, commission and fund by unit."""
        share = t.line_share.c
        rows = self._connection.execute(
            select(share.unit, func.sum(share.gross), func.sum(share.commission), func.sum(share.fund))
            .where(period.of(t.line_share))
            .group_by(share.unit)
        )
        return {unit: ShareSums(*sums) for unit, *sums in rows}

    def rates(self, period: Period) -> Mapping[str, set[tuple[int, int]]]:
        """The (commission, fund) rates in basis points that the sales of each unit carried."""
        share = t.line_share.c
        rows = self._connection.execute(
            select(share.unit, share.commission_bps, share.fund_bps)
            .where(period.of(t.line_share), share.commission_bps.is_not(None))
            .distinct()
        )
        rates: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for unit, commission_bps, fund_bps in rows:
            rates[unit].add((commission_bps, fund_bps))
        return rates

    def members(self, period: Period) -> Mapping[str, Mapping[str, int]]:
        """What each member earned, by unit and name."""
        share = t.member_share.c
        rows = self._connection.execute(
            select(share.unit, share.name, func.sum(share.amount))
            .where(period.of(t.member_share))
            .group_by(share.unit, share.name)
        )
        earned: dict[str, dict[str, int]] = defaultdict(dict)
        for unit, name, amount in rows:
            earned[unit][name] = amount
        return earned

    def product_shares(self, period: Period) -> Mapping[str, Mapping[str, int]]:
        """Each unit's gross by SKU, returns taken off."""
        gross: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        share = t.line_share.c
        for lines in (t.sale_line, t.return_line):
            of_line = and_(lines.c.fact == share.fact, lines.c.position == share.position)
            rows = self._connection.execute(
                select(share.unit, lines.c.sku, func.sum(share.gross))
                .join(lines, of_line)
                .where(period.of(t.line_share))
                .group_by(share.unit, lines.c.sku)
            )
            for unit, sku, amount in rows:
                gross[unit][sku] += amount
        return gross

    def bargained(self, period: Period) -> Mapping[str, int]:
        """Pieces sold under their list price, by SKU."""
        line = t.sale_line.c
        rows = self._connection.execute(
            select(line.sku, func.sum(line.qty))
            .join(t.sale, t.sale.c.fact == line.fact)
            .where(period.of(t.sale), line.unit_price < line.list_price, line.yapa.is_(False))
            .group_by(line.sku)
        )
        return {row.sku: row[1] for row in rows}

    def payments(self, period: Period) -> Sequence[Payment]:
        """Every advance and payout of a period, in the order of time."""
        advance, payout = t.advance.c, t.payout.c
        rows = self._connection.execute(
            select(advance.fact, advance.unit, literal("advance"), advance.amount, advance.at)
            .where(period.of(t.advance))
            .union_all(
                select(payout.fact, payout.unit, payout.kind, payout.amount, payout.at).where(period.of(t.payout))
            )
            .order_by("fact")
        )
        return [Payment(unit, kind, amount, datetime.fromisoformat(at)) for _, unit, kind, amount, at in rows]

    def cost_parts(self, period: Period) -> Sequence[tuple[int, str, str, int]]:
        """(number of the cost, its name, unit, part) of every cost that was shared in a period."""
        part = t.cost_part.c
        rows = self._connection.execute(
            select(part.position, part.name, part.unit, part.amount)
            .where(period.of(t.cost_part))
            .order_by(part.position)
        )
        return [(row.position, row.name, row.unit, row.amount) for row in rows]

    def stock(self, period: Period) -> Mapping[str, tuple[StockPosition, ...]]:
        """The position of each product that moved, by holder, sorted by SKU; from the exhibition's start."""
        moved = t.stock_movement.c
        rows = self._connection.execute(
            select(moved.unit, moved.sku, moved.kind, func.sum(moved.qty))
            .where(Period(period.exhibition, None, period.last).of(t.stock_movement))
            .group_by(moved.unit, moved.sku, moved.kind)
        )
        counts: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
        for unit, sku, kind, qty in rows:
            counts[unit, sku][kind] = qty
        positions: dict[str, list[StockPosition]] = defaultdict(list)
        for (unit, sku), by_kind in sorted(counts.items()):
            positions[unit].append(StockPosition(sku, **by_kind))
        return {unit: tuple(of_unit) for unit, of_unit in positions.items()}

    def advances(self, period: Period) -> Mapping[str, int]:
        """What each unit was advanced."""
        return self._by_unit(t.advance, period)

    def payouts(self, period: Period) -> Mapping[str, int]:
        """What each unit was paid out."""
        return self._by_unit(t.payout, period)

    def costs(self, period: Period) -> Mapping[str, int]:
        """Each unit's part of the costs."""
        return self._by_unit(t.cost_part, period)

    def _by_unit(self, table: FromClause, period: Period) -> Mapping[str, int]:
        rows = self._connection.execute(
            select(table.c.unit, func.sum(table.c.amount)).where(period.of(table)).group_by(table.c.unit)
        )
        return {row.unit: row[1] for row in rows}

    def owed(self, exhibitions: list[str], last: str | None = None) -> Mapping[str, int]:
        """What the named exhibitions' entries leave owing to each unit, up to and with the day `last`."""
        if not exhibitions:
            return {}
        posting = t.posting.c
        asked = select(posting.unit, -func.sum(posting.base_amount)).where(
            posting.unit.is_not(None), posting.exhibition.in_(exhibitions)
        )
        if last is not None:
            asked = asked.where(posting.day <= last)
        return {row.unit: row[1] for row in self._connection.execute(asked.group_by(posting.unit))}

    def days(self, exhibition: str) -> Sequence[str]:
        """The days, as ISO dates, on which anything happened at an exhibition, in order."""
        fact = t.fact.c
        return list(
            self._connection.scalars(
                select(fact.day).where(fact.exhibition == exhibition).distinct().order_by(fact.day)
            )
        )

    def owed_to(self, unit: str, exhibitions: list[str]) -> int:
        """What the named exhibitions' entries leave owing to one unit."""
        posting = t.posting.c
        asked = select(-func.sum(posting.base_amount)).where(posting.unit == unit, posting.exhibition.in_(exhibitions))
        return self._connection.scalar(asked) or 0

    def shifts(self, period: Period) -> tuple[ClosedShift, ...]:
        """The shifts closed in a period, by till and Z number."""
        close, cash = t.shift_close.c, t.shift_cash.c
        drawers: dict[int, list[tuple[str, int, int, int]]] = defaultdict(list)
        for fact, *row in self._connection.execute(
            select(cash.fact, cash.currency, cash.opening_float, cash.expected, cash.counted)
            .join(t.shift_close, close.fact == cash.fact)
            .where(period.of(t.shift_close))
            .order_by(cash.currency)
        ):
            drawers[fact].append((row[0], row[1], row[2], row[3]))
        rows = self._connection.execute(
            select(t.shift_close, t.shift.c.opened_at)
            .join(t.shift, t.shift.c.id == close.shift)
            .where(period.of(t.shift_close))
            .order_by(close.till, close.z)
        )
        return tuple(
            ClosedShift(
                row.till,
                row.z,
                row.cashier,
                row.first_sale,
                row.last_sale,
                row.grand_total,
                datetime.fromisoformat(row.opened_at),
                datetime.fromisoformat(row.closed_at),
                tuple(drawers[row.fact]),
            )
            for row in rows
        )
