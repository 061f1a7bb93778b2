"""What the books know about a day or an exhibition: the figures of `stall-report/1` (docs/formats.md) as values.

All money is in the exhibition's base currency unless its own `currency` says otherwise.
"""

from dataclasses import dataclass
from datetime import datetime

from pos.domain.money import Currency, Money


@dataclass(frozen=True, slots=True)
class SalesFigures:
    """`receipts` counts sales, voided ones too; `pieces` leaves out yapa; `rounding` is collected − due."""

    receipts: int
    pieces: int
    gross: Money
    returns: Money
    rounding: Money
    promotion: Money
    yapa_pieces: int

    @property
    def net(self) -> Money:
        """Sold line nets less returned line nets."""
        return self.gross - self.returns


@dataclass(frozen=True, slots=True)
class TenderFigures:
    """One kind and currency of tender, net of change and of refunds; `base` is its worth in base currency."""

    kind: str
    amount: Money
    base: Money


@dataclass(frozen=True, slots=True)
class ShiftCash:
    """One currency of a closed shift; `over_short` is counted − expected."""

    opening_float: Money
    expected: Money
    counted: Money

    @property
    def over_short(self) -> Money:
        """What was counted over (+) or short (−) of what the books expect."""
        return self.counted - self.expected


@dataclass(frozen=True, slots=True)
class ShiftFigures:
    """A closed shift: its Z number, first and last sale receipt, and the till's perpetual net at that close."""

    till: str
    z: int
    cashier: str
    receipts: tuple[str, str] | None
    cash: tuple[ShiftCash, ...]
    grand_total: Money
    opened_at: datetime
    closed_at: datetime


@dataclass(frozen=True, slots=True)
class MemberFigures:
    """What a member's parts of the unit's earnings come to."""

    name: str
    earned: Money


@dataclass(frozen=True, slots=True)
class StockPosition:
    """The pieces of one product under its holder, from the exhibition's start (docs/domain.md, "Consignment")."""

    sku: str
    delivered: int = 0
    sold: int = 0
    yapa: int = 0
    back: int = 0
    returned: int = 0
    loss: int = 0

    @property
    def _balance(self) -> int:
        return self.delivered - self.sold - self.yapa + self.back - self.returned - self.loss

    @property
    def left(self) -> int:
        """Pieces that should be at the stall; never negative."""
        return max(0, self._balance)

    @property
    def is_sold_out(self) -> bool:
        """Whether all that was delivered is gone; of what nobody delivered, the books know nothing."""
        return self.delivered > 0 and not self.left

    @property
    def undelivered(self) -> int:
        """Pieces that went out without a delivery to cover them, for the stall to explain."""
        return max(0, -self._balance)


@dataclass(frozen=True, slots=True)
class UnitFigures:
    """A unit's money in the period and its goods; `brought_forward` is its balance before the period."""

    unit: str
    name: str
    gross: Money
    commission: Money
    fund: Money
    costs: Money
    advances: Money
    paid: Money
    brought_forward: Money
    members: tuple[MemberFigures, ...]
    products: tuple[StockPosition, ...]

    @property
    def earned(self) -> Money:
        """Gross less commission and fund."""
        return self.gross - self.commission - self.fund

    @property
    def balance(self) -> Money:
        """What is owed to the unit now: docs/domain.md, "Settlement"."""
        return self.brought_forward + self.earned - self.costs - self.advances - self.paid


@dataclass(frozen=True, slots=True)
class Report:
    """A day (all tills) or a whole exhibition; `ends` is the first moment after the period."""

    exhibition: str
    exhibition_name: str
    currency: Currency
    starts: datetime
    ends: datetime
    sales: SalesFigures
    tenders: tuple[TenderFigures, ...]
    shifts: tuple[ShiftFigures, ...]
    units: tuple[UnitFigures, ...]

    def total(self, figure: str) -> Money:
        """The sum over all units of one of their figures: `commission`, `fund`, `costs`, `balance` …"""
        total = Money(0, self.currency)
        for unit in self.units:
            total += getattr(unit, figure)
        return total
