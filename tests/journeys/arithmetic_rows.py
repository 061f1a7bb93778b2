"""What the judge of the reports writes down: rows that are only added up, and the shift, the sale and the file in play.

Money is in minor units. `day` is the calendar date at the exhibition ("2026-12-05").
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from tests.journeys.arithmetic_sale import Line


class UnitRow(NamedTuple):
    """Money of a unit. Column: gross, commission, fund, costs, advances or paid; all but gross lessen the balance."""

    exhibition: str
    day: str
    unit: str
    column: str
    amount: int


class MemberRow(NamedTuple):
    """A member's part of what a unit earned; `place` counts the unit's members from 0."""

    exhibition: str
    day: str
    unit: str
    place: int
    amount: int


class StockRow(NamedTuple):
    """Pieces moved. Column: delivered, sold, yapa, back, returned or loss; under the holder."""

    exhibition: str
    day: str
    unit: str
    sku: str
    column: str
    qty: int


class TenderRow(NamedTuple):
    """Money that came in (or, minus, went out) by a sale or a return."""

    exhibition: str
    day: str
    kind: str
    currency: str
    amount: int
    base: int


class SalesRow(NamedTuple):
    """One figure of the sales: receipts, pieces, gross, returns, rounding, promotion, yapa_pieces."""

    exhibition: str
    day: str
    figure: str
    amount: int


@dataclass
class Shift:
    """From the float to the counted close on one till; money in minor units by currency."""

    exhibition: str
    till: str
    cashier: str
    floats: dict[str, int]
    moved: dict[str, int] = field(default_factory=dict)
    receipts: list[int] = field(default_factory=list)
    counted: dict[str, int] = field(default_factory=dict)
    z: int = 0
    grand_total: int = 0
    closed_on: str = ""

    def move(self, currency: str, amount: int) -> None:
        """Cash into the drawer, or out of it."""
        self.moved[currency] = self.moved.get(currency, 0) + amount

    def expected(self, currency: str) -> int:
        """What the drawer should hold."""
        return self.floats.get(currency, 0) + self.moved.get(currency, 0)


@dataclass
class Sale:
    """A finished sale and what has come back of it (in its lines)."""

    shift: Shift
    lines: list[Line]


@dataclass
class Page:
    """One day file being played: where it was written, and the sales that it named."""

    exhibition: dict
    till: str
    sales: dict[str, Sale] = field(default_factory=dict)
