"""What one shift came to, asked of the rows of its own facts. Amounts are minor units."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, and_, func, or_, select

from pos.domain.shifts import CashDirection
from pos.domain.stamps import EventId
from pos.storage import fact_tables as t

TenderSums = Mapping[tuple[str, str], tuple[int, int, int]]
"""(how many, amount, base value) by (kind, currency)."""


@dataclass(frozen=True, slots=True)
class SaleSums:
    """The shift's sales; the numbers are None where it sold nothing."""

    count: int
    pieces: int
    due: int
    rounding: int
    change: int
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class ReturnSums:
    """The shift's returns, voids among them; `due` is zero or negative."""

    count: int
    voids: int
    due: int
    rounding: int


class ShiftSums:
    """Asks the books about one shift."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def sales(self, shift: EventId) -> SaleSums:
        """All its sales, voided ones too."""
        sale = t.sale.c
        sums = [func.coalesce(func.sum(c), 0) for c in (sale.pieces, sale.due, sale.rounding, sale.change)]
        asked = select(func.count(), *sums, func.min(sale.number), func.max(sale.number)).where(sale.shift == shift)
        return SaleSums(*self._connection.execute(asked).one())

    def returns(self, shift: EventId) -> ReturnSums:
        """All that came back in it, whenever it was sold."""
        back = t.sale_return.c
        voids = func.count().filter(back.void)
        sums = [func.coalesce(func.sum(c), 0) for c in (back.due, back.rounding)]
        return ReturnSums(
            *self._connection.execute(select(func.count(), voids, *sums).where(back.shift == shift)).one()
        )

    def received(self, shift: EventId) -> TenderSums:
        """The tenders of its sales, change not yet taken off."""
        return self._tenders(t.sale, shift)

    def given_back(self, shift: EventId) -> TenderSums:
        """The tenders of its returns; amounts are negative."""
        return self._tenders(t.sale_return, shift)

    def _tenders(self, receipts: Table, shift: EventId) -> TenderSums:
        tender = t.tender.c
        rows = self._connection.execute(
            select(tender.kind, tender.currency, func.count(), func.sum(tender.amount), func.sum(tender.base_amount))
            .join(receipts, receipts.c.fact == tender.fact)
            .where(receipts.c.shift == shift)
            .group_by(tender.kind, tender.currency)
        )
        return {(kind, code): (count, amount, base) for kind, code, count, amount, base in rows}

    def cash_moved(self, shift: EventId, direction: CashDirection) -> Sequence[tuple[str, int]]:
        """(reason, amount) of the cash put in or taken out, in the order of time."""
        moved = t.cash_movement.c
        rows = self._connection.execute(
            select(moved.reason, moved.amount)
            .where(moved.shift == shift, moved.direction == direction)
            .order_by(moved.fact)
        )
        return [(row.reason, row.amount) for row in rows]

    def advances(self, shift: EventId) -> Sequence[tuple[str, int]]:
        """(unit, amount) of the advances paid from its drawer."""
        return self._paid(t.advance, shift)

    def payouts(self, shift: EventId) -> Sequence[tuple[str, int]]:
        """(unit, amount) of the payouts in cash; one by transfer is of no shift."""
        return self._paid(t.payout, shift)

    def _paid(self, payments: Table, shift: EventId) -> Sequence[tuple[str, int]]:
        of_payment = and_(t.posting.c.fact == payments.c.fact, t.posting.c.position == 1)
        rows = self._connection.execute(
            select(payments.c.unit, payments.c.amount)
            .join(t.posting, of_payment)
            .where(t.posting.c.shift == shift)
            .order_by(payments.c.fact)
        )
        return [(row.unit, row.amount) for row in rows]

    def drawer_openings(self, shift: EventId, till: str) -> int:
        """How often the drawer was opened with no sale while the shift was open."""
        fact, close = t.fact.c, t.shift_close.c
        since = select(t.shift.c.fact).where(t.shift.c.id == shift).scalar_subquery()
        until = select(close.fact).where(close.shift == shift).scalar_subquery()
        opened = select(func.count()).where(
            fact.number > since,
            or_(until.is_(None), fact.number < until),
            fact.kind == _DRAWER_OPENED,
            fact.till == till,
        )
        return self._connection.scalar(opened) or 0


_DRAWER_OPENED = "drawer_opened"
"""The kind that such a fact is stored under: `pos.domain.facts.KINDS`."""
