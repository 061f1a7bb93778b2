"""The events of `stall-day/1` as values: what the file says, amounts as the text it gives (docs/formats.md).

The fields are those of the file, and their types are what pos/formats/day_schema.py checks. Whether an amount, a code
or a count is right is for the rules to say when the event is replayed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Literal

Counts = Mapping[str, Mapping[str, int]]
"""How many of each denomination, by currency code and denomination text: `{"BOB": {"20.00": 5}}`."""


def _in_the_file(field: str) -> str:
    return "float" if field == "opening_float" else field


class _FromFile:
    """How pydantic, not loaded here, reads these classes: it turns no type into another and knows no further field."""

    __slots__ = ()
    __pydantic_config__: ClassVar[Mapping[str, Any]] = {
        "strict": True,
        "extra": "forbid",
        "alias_generator": _in_the_file,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEvent(_FromFile):
    """Something that happened at the till; `supervisor` names who approved it, where somebody had to."""

    at: datetime
    supervisor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleLineGiven(_FromFile):
    """A line of a sale: a barcode or a SKU, and the price where one was agreed."""

    scan: str
    qty: int = 1
    price: str | None = None
    yapa: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscountGiven(_FromFile):
    """A discount on the sale: exactly one of an amount and a percentage."""

    amount: str | None = None
    percent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TenderGiven(_FromFile):
    """Money given; `currency` left out is the exhibition's."""

    kind: str
    amount: str
    currency: str | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleEvent(DayEvent):
    """A sale; `tenders` None is exact cash. `ref` names it for a refund further down."""

    do: Literal["sale"] = "sale"
    lines: tuple[SaleLineGiven, ...]
    ref: str | None = None
    buyer: str | None = None
    discount: DiscountGiven | None = None
    tenders: tuple[TenderGiven, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBack(_FromFile):
    """So many pieces of a sale's line, counted from 1."""

    line: int
    qty: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TenderBack(_FromFile):
    """How money is given back; how much follows from what came back."""

    kind: str
    currency: str | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundEvent(DayEvent):
    """Pieces brought back; `tender` None is cash."""

    do: Literal["refund"] = "refund"
    of: str
    lines: tuple[LineBack, ...]
    restock: bool = True
    tender: TenderBack | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidEvent(DayEvent):
    """A whole sale undone."""

    do: Literal["void"] = "void"
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Goods(_FromFile):
    """So many pieces of a product."""

    sku: str
    qty: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverEvent(DayEvent):
    """Goods that a unit brought."""

    do: Literal["deliver"] = "deliver"
    unit: str
    lines: tuple[Goods, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnEvent(DayEvent):
    """Goods that a unit took back."""

    do: Literal["return"] = "return"
    unit: str
    lines: tuple[Goods, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LossEvent(DayEvent):
    """Goods damaged, missing or given up."""

    do: Literal["loss"] = "loss"
    unit: str
    lines: tuple[Goods, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenShiftEvent(DayEvent):
    """A shift opened with a counted float."""

    do: Literal["open_shift"] = "open_shift"
    cashier: str
    opening_float: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseShiftEvent(DayEvent):
    """A shift closed with a count."""

    do: Literal["close_shift"] = "close_shift"
    count: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class CashInEvent(DayEvent):
    """Cash put into the drawer."""

    do: Literal["cash_in"] = "cash_in"
    amount: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CashOutEvent(DayEvent):
    """Cash taken out of the drawer."""

    do: Literal["cash_out"] = "cash_out"
    amount: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvanceEvent(DayEvent):
    """Cash to a unit before its settlement."""

    do: Literal["advance"] = "advance"
    unit: str
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutEvent(DayEvent):
    """A unit paid; `amount` is a decimal text or `all`."""

    do: Literal["payout"] = "payout"
    unit: str
    amount: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseExhibitionEvent(DayEvent):
    """The exhibition closed."""

    do: Literal["close_exhibition"] = "close_exhibition"


EVENTS: tuple[type[DayEvent], ...] = (
    DeliverEvent,
    OpenShiftEvent,
    SaleEvent,
    RefundEvent,
    VoidEvent,
    CashInEvent,
    CashOutEvent,
    AdvanceEvent,
    CloseShiftEvent,
    ReturnEvent,
    LossEvent,
    PayoutEvent,
    CloseExhibitionEvent,
)
