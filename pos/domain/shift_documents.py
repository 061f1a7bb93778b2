"""The papers of a shift, as values: the X that reads it, the Z that closes it, and the slips for cash that moved.

Source: docs/domain.md, "Shift and close". Labels are the printer's to choose; names, amounts and times stand here.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pos.domain.money import Money


class ShiftPaperKind(StrEnum):
    """An X reads an open shift, a Z closes it (docs/domain.md, "Shift and close")."""

    X = "x"
    Z = "z"


@dataclass(frozen=True, slots=True)
class ShiftTender:
    """One kind and currency of tender: how many were given in sales (one sale may give several), what is kept of it net
    of change and refunds, and its worth in base currency.

    `seen` is what the cashier read off the telephone or the terminal, None where nobody looked.
    """

    kind: str
    count: int
    amount: Money
    worth: Money
    seen: Money | None = None


@dataclass(frozen=True, slots=True)
class ShiftMove:
    """Cash that went into the drawer (positive) or out of it: `kind` is sales, refunds, in, out, advance or payout.

    `what` is the reason, or the name of who was paid; empty for sales and refunds.
    """

    kind: str
    amount: Money
    what: str = ""


@dataclass(frozen=True, slots=True)
class ShiftDrawer:
    """One currency's drawer: the float and the moves add up to `expected`; `counted` is None before it is counted."""

    opening_float: Money
    moves: tuple[ShiftMove, ...]
    expected: Money
    counted: Money | None

    @property
    def over_short(self) -> Money | None:
        """What was counted over (+) or short (−) of what is expected; None before it is counted."""
        return None if self.counted is None else self.counted - self.expected


@dataclass(frozen=True, slots=True)
class ShiftPaper:
    """An X or a Z. `number` is the Z's, on an X the one that the shift will close with.

    `at` is when the shift was closed, or when the X was read. `returns` is zero or positive. `happened` is the
    cashier's word for a difference, empty where there is none. `grand_total` is the till's perpetual net, this shift's
    included.
    """

    kind: ShiftPaperKind
    number: int
    language: str
    network: str
    header: tuple[str, ...]
    exhibition: str
    place: str
    till: str
    cashier: str
    opened_at: datetime
    at: datetime
    receipts: tuple[str, str] | None
    sales: int
    gross: Money
    returned: int
    returns: Money
    rounding: Money
    tenders: tuple[ShiftTender, ...]
    drawers: tuple[ShiftDrawer, ...]
    drawer_openings: int
    happened: str
    grand_total: Money
    copy: bool = False

    @property
    def net(self) -> Money:
        """Sales less returns."""
        return self.gross - self.returns


@dataclass(frozen=True, slots=True)
class CashSlip:
    """Cash that left or entered the drawer, for two signatures: `kind` is in, out, advance or payout.

    `unit` is who was paid, empty for cash in and out; `reason` is empty for an advance and a payout. `supervisor`
    is who approved it, None where nobody had to.
    """

    kind: str
    language: str
    network: str
    exhibition: str
    place: str
    till: str
    cashier: str
    at: datetime
    amount: Money
    unit: str = ""
    reason: str = ""
    supervisor: str | None = None
    copy: bool = False
