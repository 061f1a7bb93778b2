"""An open shift read without closing it: what an X report and the result of a close are drawn from.

Source: docs/domain.md, "Shift and close". Amounts are in the exhibition's base currency unless they say otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pos.domain.money import Money
from pos.domain.shifts import ShiftOpened


@dataclass(frozen=True, slots=True)
class Taking:
    """One kind and currency of tender: how many were given in sales, and what is kept of them.

    `amount` is net of change and of refunds, as in the stall's report (docs/formats.md); `base` is its worth.
    """

    kind: str
    currency: str
    count: int
    amount: Money
    base: Money


class CashForReason(NamedTuple):
    """Cash put into or taken out of the drawer; the amount is positive either way."""

    reason: str
    amount: Money


class CashToUnit(NamedTuple):
    """Cash that a unit was given: an advance, or a payout from the drawer."""

    unit: str
    amount: Money


@dataclass(frozen=True, slots=True)
class ShiftSoFar:
    """What a shift came to up to now. `number` is the Z that it will close with.

    The drawer's base currency: float + `sales_cash` − `refunds_cash` + Σ `cash_in` − Σ `cash_out` − Σ `advances`
    − Σ `payouts` = `expected`; a foreign one: float + its cash in `tenders` = `expected`.

    `sales` counts receipts of sales, voided ones too; `pieces` leaves out yapa. `gross` and `returns` are what sales
    came to and what came back (zero or positive); `rounding` is collected − due over both. `sales_cash` is base cash
    received less change. `first_receipt` and `last_receipt` are None where nothing was sold. `expected` is what a
    close would expect of each currency that the shift touched, by its code: a cashier must not see it before counting.
    """

    number: int
    opened: ShiftOpened
    opening_float: Mapping[str, Money]
    sales: int
    pieces: int
    gross: Money
    returns: Money
    rounding: Money
    returned: int
    voids: int
    first_receipt: str | None
    last_receipt: str | None
    tenders: tuple[Taking, ...]
    sales_cash: Money
    refunds_cash: Money
    cash_in: tuple[CashForReason, ...]
    cash_out: tuple[CashForReason, ...]
    advances: tuple[CashToUnit, ...]
    payouts: tuple[CashToUnit, ...]
    drawer_openings: int
    expected: Mapping[str, Money]

    @property
    def net(self) -> Money:
        """Sales less returns."""
        return self.gross - self.returns
