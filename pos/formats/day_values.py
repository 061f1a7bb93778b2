"""Checked fields of a day file's events as event values; a value that has no form raises `Misplaced`."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from pos.domain.refusals import Refusal
from pos.formats import day_events as d
from pos.formats.faults import OnlyOneOf
from pos.formats.moments import read_time

Fields = dict[str, Any]

Made = TypeVar("Made", bound=d.DayEvent)
Note = TypeVar("Note", d.DeliverEvent, d.ReturnEvent, d.LossEvent)


def _at(fields: Fields) -> datetime:
    try:
        return read_time(fields["at"])
    except Refusal as refusal:
        raise d.Misplaced(("at",), refusal) from None


def _given(fields: Fields) -> Fields:
    """Without the fields that are null, which is as if they were left out."""
    if None not in fields.values():
        return fields
    return {name: value for name, value in fields.items() if value is not None}


def _sale(fields: Fields) -> d.SaleEvent:
    tenders, discount = fields.get("tenders"), fields.get("discount")
    return d.SaleEvent(
        at=_at(fields),
        supervisor=fields.get("supervisor"),
        lines=tuple([d.SaleLineGiven(**_given(line)) for line in fields["lines"]]),
        ref=fields.get("ref"),
        buyer=fields.get("buyer"),
        discount=None if discount is None else _discount(_given(discount)),
        tenders=None if tenders is None else tuple([d.TenderGiven(**tender) for tender in tenders]),
    )


def _discount(fields: Fields) -> d.DiscountGiven:
    if len(fields) != 1:
        raise d.Misplaced(("discount",), OnlyOneOf(fields="amount, percent"))
    return d.DiscountGiven(**fields)


def _refund(fields: Fields) -> d.RefundEvent:
    tender, restock = fields.get("tender"), fields.get("restock")
    return d.RefundEvent(
        at=_at(fields),
        supervisor=fields.get("supervisor"),
        of=fields["of"],
        lines=tuple([d.LineBack(**line) for line in fields["lines"]]),
        restock=True if restock is None else restock,
        tender=None if tender is None else d.TenderGiven(**tender),
    )


def _note(kind: type[Note]) -> Callable[[Fields], Note]:
    def make(fields: Fields) -> Note:
        fields["lines"] = tuple([d.Goods(**line) for line in fields["lines"]])
        return _plain(kind)(fields)

    return make


def _open_shift(fields: Fields) -> d.OpenShiftEvent:
    fields["opening_float"] = fields.pop("float")
    return _plain(d.OpenShiftEvent)(fields)


def _plain(kind: type[Made]) -> Callable[[Fields], Made]:
    """An event whose fields are those of the file."""

    def make(fields: Fields) -> Made:
        del fields["do"]
        return kind(**fields | {"at": _at(fields)})

    return make


EVENTS: Mapping[str, Callable[[Fields], d.DayEvent]] = {
    "deliver": _note(d.DeliverEvent),
    "open_shift": _open_shift,
    "sale": _sale,
    "refund": _refund,
    "void": _plain(d.VoidEvent),
    "cash_in": _plain(d.CashInEvent),
    "cash_out": _plain(d.CashOutEvent),
    "advance": _plain(d.AdvanceEvent),
    "close_shift": _plain(d.CloseShiftEvent),
    "return": _note(d.ReturnEvent),
    "loss": _note(d.LossEvent),
    "payout": _plain(d.PayoutEvent),
    "close_exhibition": _plain(d.CloseExhibitionEvent),
}
"""How the fields of each kind of event become its value, by its `do`. The fields are used up by it."""
