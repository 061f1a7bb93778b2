"""The fields of `stall-day/1` and their types, a class for each kind of event (docs/formats.md)."""

from typing import Any, NotRequired

from pydantic import TypeAdapter, with_config
from typing_extensions import TypedDict  # pydantic knows no other before Python 3.12

from pos.formats.typed_fields import STRICT


@with_config(STRICT)
class HeaderFields(TypedDict):
    """The first line."""

    format: str
    exhibition: str
    till: str


class _EventFields(TypedDict):
    at: str
    do: str
    supervisor: NotRequired[str | None]


@with_config(STRICT)
class SaleLineFields(TypedDict):
    """An entry of a sale's `lines`."""

    scan: str
    qty: NotRequired[int | None]
    price: NotRequired[str | None]
    yapa: NotRequired[bool | None]


@with_config(STRICT)
class DiscountFields(TypedDict):
    """A sale's `discount`."""

    amount: NotRequired[str | None]
    percent: NotRequired[str | None]


@with_config(STRICT)
class TenderFields(TypedDict):
    """An entry of a sale's `tenders`."""

    kind: str
    amount: str
    currency: NotRequired[str | None]
    reference: NotRequired[str | None]


@with_config(STRICT)
class TenderBackFields(TypedDict):
    """A refund's `tender`: how much follows from what came back."""

    kind: str
    currency: NotRequired[str | None]
    reference: NotRequired[str | None]


@with_config(STRICT)
class SaleFields(_EventFields):
    """A sale."""

    lines: list[SaleLineFields]
    ref: NotRequired[str | None]
    buyer: NotRequired[str | None]
    discount: NotRequired[DiscountFields | None]
    tenders: NotRequired[list[TenderFields] | None]


@with_config(STRICT)
class LineBackFields(TypedDict):
    """An entry of a refund's `lines`."""

    line: int
    qty: int


@with_config(STRICT)
class RefundFields(_EventFields):
    """A refund."""

    of: str
    lines: list[LineBackFields]
    restock: NotRequired[bool | None]
    tender: NotRequired[TenderBackFields | None]


@with_config(STRICT)
class VoidFields(_EventFields):
    """A void."""

    of: str


@with_config(STRICT)
class GoodsFields(TypedDict):
    """An entry of a note's `lines`."""

    sku: str
    qty: int


@with_config(STRICT)
class NoteFields(_EventFields):
    """A delivery or a return."""

    unit: str
    lines: list[GoodsFields]


@with_config(STRICT)
class LossFields(_EventFields):
    """A loss."""

    unit: str
    lines: list[GoodsFields]
    reason: str


@with_config(STRICT)
class OpenShiftFields(_EventFields):
    """A shift's opening."""

    cashier: str
    float: dict[str, dict[str, int]]


@with_config(STRICT)
class CloseShiftFields(_EventFields):
    """A shift's close."""

    count: dict[str, dict[str, int]]


@with_config(STRICT)
class CashFields(_EventFields):
    """Cash in or out."""

    amount: str
    reason: str


@with_config(STRICT)
class AdvanceFields(_EventFields):
    """An advance."""

    unit: str
    amount: str


@with_config(STRICT)
class PayoutFields(_EventFields):
    """A payout."""

    unit: str
    amount: str
    kind: str


@with_config(STRICT)
class CloseExhibitionFields(_EventFields):
    """The exhibition's close."""


HEADER = TypeAdapter(HeaderFields)

EVENTS: dict[str, TypeAdapter[Any]] = {
    "sale": TypeAdapter(SaleFields),
    "refund": TypeAdapter(RefundFields),
    "void": TypeAdapter(VoidFields),
    "deliver": TypeAdapter(NoteFields),
    "return": TypeAdapter(NoteFields),
    "loss": TypeAdapter(LossFields),
    "open_shift": TypeAdapter(OpenShiftFields),
    "close_shift": TypeAdapter(CloseShiftFields),
    "cash_in": TypeAdapter(CashFields),
    "cash_out": TypeAdapter(CashFields),
    "advance": TypeAdapter(AdvanceFields),
    "payout": TypeAdapter(PayoutFields),
    "close_exhibition": TypeAdapter(CloseExhibitionFields),
}
"""The fields of each kind of event, by its `do`."""
