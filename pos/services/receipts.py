"""Receipts as papers: from a finished sale or return and what the network says of itself."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import partial
from typing import TypedDict

from pos.domain.barcodes import receipt_digits
from pos.domain.documents import EmblemOf, Receipt, ReceiptLine, ReceiptMaker, ReceiptStamp, ReceiptTender
from pos.domain.exhibitions import Exhibition
from pos.domain.money import Money, currency
from pos.domain.network import Unit
from pos.domain.sales import Return, ReturnLine, Sale, SaleLine
from pos.domain.stamps import Stamp
from pos.domain.tenders import Tender, TenderKind
from pos.domain.text import in_language
from pos.services.cataloguing import Terms
from pos.services.paper_pictures import PaperPictures
from pos.services.stories import story_of, told_story

COURTESY = "¡Yuspajara!"
"""Aymara thanks, on every receipt beside the thanks in the buyer's language."""


def sale_receipt(sale: Sale, terms: Terms, *, copy: bool = False, pictures: PaperPictures | None = None) -> Receipt:
    """The receipt of a sale; `copy` marks a reprint, and `pictures` has the network's logo and its groups' stamps."""
    money = _money(sale.stamp)
    given_cash = any(tender.kind is TenderKind.CASH for tender in sale.tenders)
    bargained = sum(max(0, line.list_price - line.unit_price) * line.qty for line in sale.lines if not line.yapa)
    makers = _makers(sale.lines, terms)
    return Receipt(
        number=sale.receipt,
        digits=receipt_digits(sale.stamp.till, sale.number),
        **_heading(sale, terms, makers, pictures),
        lines=tuple(_line(line, terms, sale.stamp) for line in sale.lines),
        discount=money(sale.discount),
        total=money(sale.due),
        rounding=money(sale.rounding),
        tenders=tuple(_tender(tender, sale.stamp) for tender in sale.tenders),
        change=money(sale.change) if given_cash else None,
        pieces=sale.pieces,
        saved=money(bargained + sale.discount),
        makers=tuple(_maker(unit, terms, sale.language) for unit in makers.values()),
        opens_drawer=given_cash,
        copy=copy,
    )


def return_receipt(
    returned: Return, terms: Terms, *, copy: bool = False, pictures: PaperPictures | None = None
) -> Receipt:
    """The receipt of a return or a void; its amounts are negative, for they are given back."""
    money = _money(returned.stamp)
    makers = _makers(returned.lines, terms)
    tenders = (returned.tender,) if returned.tender else ()
    return Receipt(
        number=returned.receipt,
        digits=receipt_digits(returned.stamp.till, returned.number, returned=True),
        **_heading(returned, terms, makers, pictures),
        lines=tuple(_line(line, terms, returned.stamp) for line in returned.lines),
        discount=money(0),
        total=money(returned.due),
        rounding=money(returned.rounding),
        tenders=tuple(_tender(tender, returned.stamp) for tender in tenders),
        change=None,
        pieces=sum(line.qty for line in returned.lines),
        saved=money(0),
        makers=tuple(_maker(unit, terms, returned.language) for unit in makers.values()),
        opens_drawer=any(tender.kind is TenderKind.CASH for tender in tenders),
        returns_receipt=returned.sale_receipt,
        void=returned.void,
        copy=copy,
    )


def _money(stamp: Stamp) -> Callable[[int], Money]:
    """Makes `Money` of an event's plain amounts."""
    return partial(Money, currency=currency(stamp.currency))


class _Heading(TypedDict):
    """What stands on every receipt, whatever it is for."""

    language: str
    network: str
    header: tuple[str, ...]
    exhibition: str
    place: str
    till: str
    cashier: str
    at: datetime
    stamps: tuple[ReceiptStamp, ...]
    thanks: str
    courtesy: str
    logo: bytes
    told: str


def _heading(
    event: Sale | Return, terms: Terms, makers: Mapping[str, Unit], pictures: PaperPictures | None
) -> _Heading:
    exhibition, network = terms.exhibition(event.stamp.exhibition), terms.network
    stamps: dict[ReceiptStamp, None] = {}
    for unit in makers.values():
        group = terms.groups.get(unit.group or "")
        if group is not None and group.stamp:
            words = in_language(group.stamp, event.language, network.language)
            stamps[ReceiptStamp(words, pictures.stamp(group.id) if pictures else b"")] = None
    return {
        "language": event.language,
        "network": network.name,
        "header": network.receipt_header,
        "exhibition": exhibition.name,
        "place": place_of(exhibition),
        "till": event.stamp.till,
        "cashier": event.cashier,
        "at": event.stamp.at,
        "stamps": tuple(stamps),
        "thanks": in_language(network.receipt_footer, event.language, network.language),
        "courtesy": COURTESY,
        "logo": pictures.logo if pictures else b"",
        "told": told_story(makers.values(), event.language, network),
    }


def place_of(exhibition: Exhibition) -> str:
    """Where an exhibition is, as papers say it."""
    return ", ".join(part for part in (exhibition.venue, exhibition.city) if part)


def _makers(lines: Iterable[SaleLine | ReturnLine], terms: Terms) -> Mapping[str, Unit]:
    """The makers of the lines, each once, in the order of the lines."""
    makers: dict[str, Unit] = {}
    for line in lines:
        for id_ in _maker_ids(line):
            makers[id_] = terms.unit(id_)
    return makers


def _maker_ids(line: SaleLine | ReturnLine) -> tuple[str, ...]:
    if isinstance(line, SaleLine):
        return tuple(maker.unit for maker in line.terms)
    return tuple(share.unit for share in line.shares) or (line.holder,)


def _maker(unit: Unit, terms: Terms, language: str) -> ReceiptMaker:
    emblem = EmblemOf(*terms.emblems[unit.id])
    return ReceiptMaker(unit.name, unit.community, unit.technique, emblem, story_of(unit, language, terms.network))


def _line(line: SaleLine | ReturnLine, terms: Terms, stamp: Stamp) -> ReceiptLine:
    """A line as the buyer reads it; what comes back is shown at the price that was paid."""
    money = _money(stamp)
    list_price, amount = line.unit_price, line.qty * line.unit_price
    if isinstance(line, SaleLine):
        list_price = line.list_price
    else:
        amount = line.net
    return ReceiptLine(
        name=line.name,
        makers=tuple(terms.unit(id_).name for id_ in _maker_ids(line)),
        qty=line.qty,
        list_price=money(list_price),
        unit_price=money(line.unit_price),
        amount=money(amount),
        yapa=line.yapa,
    )


def _tender(tender: Tender, stamp: Stamp) -> ReceiptTender:
    return ReceiptTender(
        kind=tender.kind.value,
        amount=Money(tender.amount, currency(tender.currency)),
        value=_money(stamp)(tender.value),
        rate=None if tender.rate is None else f"{tender.rate:f}",
        reference=tender.reference,
    )
