"""A unit's day, or its whole exhibition, as a screen shows it: its goods, its money, and what there is still to do.

Source: docs/domain.md, "Consignment and reconciliation" and "Settlement".
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pos.domain.documents import SettlementMember, SettlementPayment
from pos.domain.emblems import Emblem
from pos.domain.money import Currency, Money
from pos.domain.network import Unit
from pos.domain.products import Product


class UnitState(StrEnum):
    """Where a unit stands: what there is still to do with it."""

    NOTHING = "nothing"
    """No money moved yet."""
    DUE = "due"
    """It is owed something."""
    PAID = "paid"
    """It got all that it was owed."""
    OWES = "owes"
    """It was paid more than it earned; the next settlement carries it."""
    COUNT = "count"
    """More of its pieces went out than it delivered: its goods have to be counted first."""


@dataclass(frozen=True, slots=True)
class PieceCount:
    """Pieces from the exhibition's start to the end of the period, of one product or of all that a unit holds."""

    delivered: int = 0
    sold: int = 0
    yapa: int = 0
    back: int = 0
    returned: int = 0
    loss: int = 0
    left: int = 0
    undelivered: int = 0

    @property
    def kept(self) -> int:
        """Sold pieces that the buyers kept."""
        return self.sold - self.back


@dataclass(frozen=True, slots=True)
class TotalsRow:
    """Pieces and money of the period, of all units together; `balance` is what is still to be paid."""

    pieces: PieceCount
    brought_forward: Money
    gross: Money
    commission: Money
    fund: Money
    costs: Money
    advances: Money
    paid: Money
    balance: Money

    @property
    def received(self) -> Money:
        """What is in their hands already: advances and payouts."""
        return self.advances + self.paid


@dataclass(frozen=True, slots=True)
class UnitRow(TotalsRow):
    """The same of one unit."""

    unit: str
    name: str
    emblem: Emblem

    @property
    def state(self) -> UnitState:
        """What there is still to do with the unit."""
        if self.pieces.undelivered:
            return UnitState.COUNT
        if self.balance.minor:
            return UnitState.DUE if self.balance.minor > 0 else UnitState.OWES
        moved = (self.brought_forward, self.gross, self.costs, self.advances, self.paid)
        return UnitState.PAID if any(moved) else UnitState.NOTHING

    @property
    def is_owed(self) -> bool:
        """Whether something is still to be paid to it, counted or not."""
        return self.balance.minor > 0


@dataclass(frozen=True, slots=True)
class Overview:
    """All units of an exhibition, on one day or (`day` None) over all of it."""

    exhibition: str
    currency: Currency
    day: date | None
    rows: tuple[UnitRow, ...]
    totals: TotalsRow

    @property
    def owed(self) -> tuple[UnitRow, ...]:
        """The units that something is still to be paid to."""
        return tuple(row for row in self.rows if row.is_owed)

    @property
    def nobody_came(self) -> bool:
        """Whether nothing was delivered, sold or paid yet."""
        return not any(row.pieces != PieceCount() or row.state is not UnitState.NOTHING for row in self.rows)


@dataclass(frozen=True, slots=True)
class ProductDay:
    """A product under one of its makers: its pieces, whoever holds them, and the unit's own part of what it sold for.

    `part` is the unit's weight of the makers' sum where others made it too.
    """

    product: Product
    pieces: PieceCount
    gross: Money
    part: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class UnitDay:
    """One unit whole: its row, its products (what earned most first), and what its balance is made of.

    The rates are in basis points, None where its sales carried several or there were none. `closed` tells that the
    exhibition's costs are in.
    """

    day: date | None
    unit: Unit
    row: UnitRow
    products: tuple[ProductDay, ...]
    commission_bps: int | None
    fund_bps: int | None
    payments: tuple[SettlementPayment, ...]
    costs: tuple[tuple[str, Money], ...]
    members: tuple[SettlementMember, ...]
    closed: bool


@dataclass(frozen=True, slots=True)
class Goods:
    """A product that a unit holds, and its pieces at the exhibition so far."""

    product: Product
    pieces: PieceCount
