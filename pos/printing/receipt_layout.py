"""A receipt laid out for a paper width: the one place that decides what stands where, for paper, file and screen alike.

Nothing is wider than the paper: text wraps at words, and a figure is never cut. Amounts read downwards: what is taken
off or rounded stands before the total, and the total is what is paid.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pos.domain.documents import Receipt, ReceiptLine, ReceiptTender
from pos.domain.money import Money
from pos.domain.tenders import TenderKind
from pos.printing.columns import width
from pos.printing.receipt_elements import (
    Band,
    Barcode,
    Blank,
    Cut,
    Dashes,
    DrawerPulse,
    Element,
    PaperWidth,
    Picture,
    Rule,
)
from pos.printing.receipt_makers import makers
from pos.printing.strip_page import TENDERS, StripPage
from pos.texts import N_, Texts

_GIVEN_BACK = {
    TenderKind.CASH: N_("Given back in cash"),
    TenderKind.QR: N_("Given back by QR"),
    TenderKind.CARD: N_("Given back to the card"),
    TenderKind.TRANSFER: N_("Given back by transfer"),
}

_LOGO_DOTS = (224, 64)
"""The most that a logo takes of the paper: 28 by 8 mm, in 1.8 KB, so that a slow line has a receipt in ten seconds."""


def lay_out(receipt: Receipt, paper: PaperWidth, texts: Texts) -> tuple[Element, ...]:
    """The strip from its first element to the cut; for a cash sale, the drawer's pulse comes before all of it.

    `texts` speak the receipt's language. Amounts of a return or a void are printed with a minus, and what was given
    back without one.
    """
    page = _Page(paper, texts, receipt)
    return (
        *_opening(page),
        *_number(page),
        *_lines(page),
        *_sum(page),
        *_tenders(page),
        *(() if page.gives_back else makers(page, receipt)),
        *_closing(page),
    )


@dataclass(frozen=True, slots=True)
class _Page(StripPage):
    """A receipt on its paper, in its language."""

    receipt: Receipt

    @property
    def gives_back(self) -> bool:
        """Whether goods came back: a return, or the void of a sale."""
        return self.receipt.returns_receipt is not None or self.receipt.void

    @property
    def currency(self) -> str:
        """The sign of the currency that the receipt is in."""
        return self.symbol(self.receipt.total)

    def due(self, money: Money) -> str:
        """An amount that the buyer owes: less than nothing where goods came back."""
        return self.amount(-money if self.gives_back else money)


def _opening(page: _Page) -> Iterator[Element]:
    receipt, t = page.receipt, page.texts
    if receipt.opens_drawer and not receipt.copy:
        # First, so that the cashier takes the change out while the paper still runs.
        yield DrawerPulse()
    yield Band()
    yield Blank(10)
    if receipt.logo:
        yield Picture(receipt.logo, *_LOGO_DOTS, words=receipt.network)
        yield Blank(6)
    yield from page.centred(receipt.network, bold=True, double=True)
    for line in (*receipt.header, receipt.exhibition, receipt.place):
        yield from page.centred(line)
    headings = []
    if page.gives_back:
        headings.append(t.pgettext("receipt", "Void") if receipt.void else t.pgettext("receipt", "Return"))
    if receipt.copy:
        headings.append(t.pgettext("receipt", "COPY"))
    for heading in headings:
        yield Blank(6)
        yield from page.centred(heading, bold=True, double=True)
    yield Rule()


def _number(page: _Page) -> Iterator[Element]:
    receipt, t = page.receipt, page.texts
    number = t._("Receipt %(number)s") % {"number": receipt.number}
    day = t.short_date(receipt.at) if page.paper.compact else t.weekday_date(receipt.at)
    yield from page.sides(number, day, bold=True)
    till = t._("Till %(till)s") % {"till": receipt.till}
    yield from page.sides(f"{till} · {receipt.cashier}", t.time(receipt.at))
    if receipt.returns_receipt is not None:
        yield from page.sides(t._("For the sale %(number)s") % {"number": receipt.returns_receipt})
    yield Dashes()


def _lines(page: _Page) -> Iterator[Element]:
    indent = 1 if page.paper.compact else 2
    for line in page.receipt.lines:
        amount = page.texts._("YAPA") if line.yapa else page.due(line.amount)
        yield from page.sides(line.name, amount, bold=True, money=not line.yapa)
        yield from page.sides(page.texts.join(line.makers), _price(page, line), indent=indent, money=not line.yapa)
    yield Rule()


def _price(page: _Page, line: ReceiptLine) -> str:
    """How the amount of a line came about; nothing for a single piece at its list price."""
    t, times = page.texts, f"{line.qty}x" if page.paper.compact else f"{line.qty} x "
    if line.yapa:
        gift = t._("a gift")
        return gift if line.qty == 1 else f"{line.qty} x {gift}"
    price = "" if line.qty == 1 else f"{times}{page.amount(line.unit_price)}"
    if not line.is_bargain or (page.paper.compact and price):
        return price
    listed = t._("list %(price)s") % {"price": page.amount(line.list_price)}
    return f"{price} ({listed})" if price else f"({listed})"


def _sum(page: _Page) -> Iterator[Element]:
    receipt, t = page.receipt, page.texts
    if receipt.discount.minor or receipt.rounding.minor:
        yield from page.sides(t._("Subtotal"), page.due(receipt.total + receipt.discount), money=True)
        if receipt.discount.minor:
            yield from page.sides(t._("Discount"), page.due(-receipt.discount), money=True)
        if receipt.rounding.minor:
            yield from page.sides(t._("Rounding"), page.due(receipt.rounding), money=True)
        yield Blank(6)
    yield from _total(page, page.due(receipt.to_pay))
    yield Blank(6)
    paid = receipt.to_pay
    words = t.in_words(abs(paid.minor), paid.currency.digits, paid.currency.code)
    yield from page.spelled(t._("In words: %(amount)s") % {"amount": words})
    yield Blank(6)


def _total(page: _Page, amount: str) -> Iterator[Element]:
    total = page.texts._("TOTAL")
    return page.large(total if page.paper.compact else f"{total} {page.currency}", amount)


def _tenders(page: _Page) -> Iterator[Element]:
    receipt, t = page.receipt, page.texts
    for tender in receipt.tenders:
        yield from _tender(page, tender)
    if receipt.change is not None:
        yield from page.sides(t.pgettext("cash", "Change"), page.amount(receipt.change), bold=True, money=True)
    pieces = t.ngettext("%(n)d piece", "%(n)d pieces", receipt.pieces) % {"n": receipt.pieces}
    saved = ""
    if receipt.saved.minor and not page.gives_back:
        saving = t._("Saved %(amount)s") if page.paper.compact else t._("You saved %(amount)s")
        saved = saving % {"amount": page.amount(receipt.saved)}
    yield from page.sides(pieces, saved, money=True)


def _tender(page: _Page, tender: ReceiptTender) -> Iterator[Element]:
    t = page.texts
    label = t._((_GIVEN_BACK if page.gives_back else TENDERS)[TenderKind(tender.kind)])
    label = f"{label} {t.symbol(tender.amount.currency.code)}"
    if tender.rate is None:
        yield from page.sides(label, page.amount(tender.amount), money=True)
    else:
        whole, _, decimals = tender.rate.partition(".")
        rate = t._("at %(rate)s") % {"rate": t.amount(int(whole + decimals), len(decimals))}
        foreign, worth = f"{label} {page.amount(tender.amount)}", page.amount(tender.value)
        on_one_line = f"{foreign} {rate}"
        if width(on_one_line) + 3 + width(worth) <= page.paper.columns:  # apart enough to be told from the rate
            yield from page.sides(on_one_line, worth, money=True)
        else:
            yield from page.sides(foreign)
            yield from page.sides(rate, worth, indent=2, money=True)
    if tender.reference:
        yield from page.sides(t._("Ref. %(reference)s") % {"reference": tender.reference}, indent=2)


def _closing(page: _Page) -> Iterator[Element]:
    receipt, t = page.receipt, page.texts
    yield Dashes()
    yield Blank(6)
    yield Barcode(receipt.digits)
    yield from page.centred(receipt.number)
    yield Blank(8)
    if not page.gives_back:
        yield from page.centred(t._("To return something, bring this receipt."))
    yield from page.centred(receipt.thanks, bold=True)
    yield from page.centred(receipt.courtesy)
    yield from page.centred(t._("This receipt is not an invoice"))
    yield from page.centred(t._("and gives no tax credit"))
    yield Blank(8)
    yield Band()
    yield Blank(24)
    yield Cut()
