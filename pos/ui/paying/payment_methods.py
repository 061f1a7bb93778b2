"""The ways to pay: cash, QR, card, bank, and cash of each currency that has a rate."""

from typing import NamedTuple

from pos.domain.exhibitions import Exhibition
from pos.domain.money import currency
from pos.domain.tenders import TenderKind
from pos.services.cataloguing import Terms
from pos.texts import N_, Texts
from pos.ui.amounts.money_names import NAMES


class Method(NamedTuple):
    """A way to pay: the kind of tender and the ISO code of its currency."""

    kind: TenderKind
    code: str


class Offer(NamedTuple):
    """A method as it is offered; with a `reason` it can't be chosen just now."""

    method: Method
    label: str
    icon: str
    reason: str = ""


_KINDS = (
    (TenderKind.CASH, N_("Cash"), "cash"),
    (TenderKind.QR, N_("QR"), "qr"),
    (TenderKind.CARD, N_("Card"), "card"),
    (TenderKind.TRANSFER, N_("Bank"), "bank"),
)


def offers(terms: Terms, exhibition: Exhibition, texts: Texts) -> tuple[Offer, ...]:
    """What can be paid with at an exhibition.

    A foreign currency that the network takes at some exhibition, but that has no rate here, is named with the reason
    why it can't be chosen, so that nobody looks for it.
    """
    base = exhibition.currency.code
    own = [Offer(Method(kind, base), texts._(label), icon) for kind, label, icon in _KINDS]
    here = exhibition.foreign_codes
    elsewhere = dict.fromkeys(code for e in terms.exhibitions for code in e.rates_of_exchange)
    without = [code for code in elsewhere if code not in here and code != base]
    reason = texts._("no rate for today")
    foreign = [_foreign(code, texts) for code in here] + [_foreign(code, texts, reason) for code in without]
    return (*own, *foreign)


def _foreign(code: str, texts: Texts, reason: str = "") -> Offer:
    names = NAMES[currency(code).code]
    return Offer(Method(TenderKind.CASH, code), texts._(names.name), names.icon, reason)
