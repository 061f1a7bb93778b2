"""Checked fields of a day file's events as event values; a value that has no form raises `Misplaced`."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypedDict

from pos.domain.refusals import Refusal
from pos.formats import day_events as d
from pos.formats.faults import OnlyOneOf
from pos.formats.moments import read_time

Fields = Mapping[str, Any]


class _Common(TypedDict):
    at: datetime
    supervisor: str | None


def _common(fields: Fields) -> _Common:
    try:
        at = read_time(fields["at"])
    except Refusal as refusal:
        raise d.Misplaced(("at",), refusal) from None
    return {"at": at, "supervisor": fields.get("supervisor")}


def _sale(fields: Fields) -> d.SaleEvent:
    tenders = fields.get("tenders")
    return d.SaleEvent(
        **_common(fields),
        lines=tuple(d.SaleLineGiven(**line) for line in fields["lines"]),
        ref=fields.get("ref"),
        buyer=fields.get("buyer"),
        discount=_discount(fields.get("discount")),
        tenders=None if tenders is None else tuple(d.TenderGiven(**tender) for tender in tenders),
    )


def _discount(fields: Fields | None) -> d.DiscountGiven | None:
    if fields is None:
        return None
    if len(fields) != 1:
        raise d.Misplaced(("discount",), OnlyOneOf(fields="amount, percent"))
    return d.DiscountGiven(**fields)


def _refund(fields: Fields) -> d.RefundEvent:
    tender = fields.get("tender")
    return d.RefundEvent(
        **_common(fields),
        of=fields["of"],
        lines=tuple(d.LineBack(**line) for line in fields["lines"]),
        restock=fields.get("restock", True),
        tender=None if tender is None else d.TenderGiven(**tender),
    )


def _goods(fields: Fields) -> tuple[d.Goods, ...]:
    return tuple(d.Goods(**line) for line in fields["lines"])


EVENTS: Mapping[str, Callable[[Fields], d.DayEvent]] = {
    "sale": _sale,
    "refund": _refund,
    "void": lambda f: d.VoidEvent(**_common(f), of=f["of"]),
    "deliver": lambda f: d.DeliverEvent(**_common(f), unit=f["unit"], lines=_goods(f)),
    "return": lambda f: d.ReturnEvent(**_common(f), unit=f["unit"], lines=_goods(f)),
    "loss": lambda f: d.LossEvent(**_common(f), unit=f["unit"], lines=_goods(f), reason=f["reason"]),
    "open_shift": lambda f: d.OpenShiftEvent(**_common(f), cashier=f["cashier"], opening_float=f["float"]),
    "close_shift": lambda f: d.CloseShiftEvent(**_common(f), count=f["count"]),
    "cash_in": lambda f: d.CashInEvent(**_common(f), amount=f["amount"], reason=f["reason"]),
    "cash_out": lambda f: d.CashOutEvent(**_common(f), amount=f["amount"], reason=f["reason"]),
    "advance": lambda f: d.AdvanceEvent(**_common(f), unit=f["unit"], amount=f["amount"]),
    "payout": lambda f: d.PayoutEvent(**_common(f), unit=f["unit"], amount=f["amount"], kind=f["kind"]),
    "close_exhibition": lambda f: d.CloseExhibitionEvent(**_common(f)),
}
"""How the fields of each kind of event become its value, by its `do`."""
