"""The events of `stall-day/1` as values: what the file says, amounts as the text it gives (docs/formats.md).

Whether an amount, a code or a count is right is for the rules to say when the event is replayed. What an event lists is
named tuples: a long day has hundreds of thousands of them, and they are made in a third of the time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from pos.domain.catalogue import Place
from pos.domain.refusals import Refusal

Counts = Mapping[str, Mapping[str, int]]
"""How many of each denomination, by currency code and denomination text: `{"BOB": {"20.00": 5}}`."""


class Misplaced(Exception):
    """A value inside an event that can't be what the format asks for, with its place in the event."""

    def __init__(self, place: Place, refusal: Refusal) -> None:
        super().__init__(place, refusal)
        self.place = place
        self.refusal = refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEvent:
    """Something that happened at the till; `supervisor` names who approved it, where somebody had to."""

    at: datetime
    supervisor: str | None = None


class SaleLineGiven(NamedTuple):
    """A line of a sale: a barcode or a SKU, and the price where one was agreed."""

    scan: str
    qty: int = 1
    price: str | None = None
    yapa: bool = False


class DiscountGiven(NamedTuple):
    """A discount on the sale: exactly one of an amount and a percentage."""

    amount: str | None = None
    percent: str | None = None


class TenderGiven(NamedTuple):
    """Money given, or the way in which it is given back; `currency` left out is the exhibition's."""

    kind: str
    amount: str = ""
    currency: str | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleEvent(DayEvent):
    """A sale; `tenders` None is exact cash. `ref` names it for a refund further down."""

    lines: tuple[SaleLineGiven, ...]
    ref: str | None = None
    buyer: str | None = None
    discount: DiscountGiven | None = None
    tenders: tuple[TenderGiven, ...] | None = None


class LineBack(NamedTuple):
    """So many pieces of a sale's line, counted from 1."""

    line: int
    qty: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundEvent(DayEvent):
    """Pieces brought back; `tender` None is cash."""

    of: str
    lines: tuple[LineBack, ...]
    restock: bool = True
    tender: TenderGiven | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidEvent(DayEvent):
    """A whole sale undone."""

    of: str


class Goods(NamedTuple):
    """So many pieces of a product."""

    sku: str
    qty: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverEvent(DayEvent):
    """Goods that a unit brought."""

    unit: str
    lines: tuple[Goods, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnEvent(DayEvent):
    """Goods that a unit took back."""

    unit: str
    lines: tuple[Goods, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LossEvent(DayEvent):
    """Goods damaged, missing or given up."""

    unit: str
    lines: tuple[Goods, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenShiftEvent(DayEvent):
    """A shift opened with a counted float."""

    cashier: str
    opening_float: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseShiftEvent(DayEvent):
    """A shift closed with a count."""

    count: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class CashInEvent(DayEvent):
    """Cash put into the drawer."""

    amount: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CashOutEvent(DayEvent):
    """Cash taken out of the drawer."""

    amount: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdvanceEvent(DayEvent):
    """Cash to a unit before its settlement."""

    unit: str
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutEvent(DayEvent):
    """A unit paid; `amount` is a decimal text or `all`."""

    unit: str
    amount: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseExhibitionEvent(DayEvent):
    """The exhibition closed."""
