"""A slip for cash that left or entered the drawer, laid out for a paper strip with two lines to sign on."""

from collections.abc import Iterator

from pos.domain.shift_documents import CashSlip
from pos.printing.receipt_elements import Band, Blank, Cut, Dashes, Element, PaperWidth, Rule
from pos.printing.shift_layout import signature
from pos.printing.strip_page import StripPage
from pos.texts import N_, Texts

_HEADINGS = {
    "in": N_("CASH IN"),
    "out": N_("CASH OUT"),
    "advance": N_("ADVANCE"),
    "payout": N_("PAYMENT"),
}


def lay_out_slip(slip: CashSlip, paper: PaperWidth, texts: Texts) -> tuple[Element, ...]:
    """The strip from its first element to the cut; `texts` speak the slip's language."""
    page = StripPage(paper, texts)
    return (*_opening(page, slip), *_about(page, slip), *_closing(page, slip))


def _opening(page: StripPage, slip: CashSlip) -> Iterator[Element]:
    t = page.texts
    yield Band()
    yield Blank(10)
    for line in (slip.network, slip.exhibition, slip.place):
        yield from page.centred(line)
    yield Blank(6)
    yield from page.centred(t._(_HEADINGS[slip.kind]), bold=True, double=True)
    if slip.copy:
        yield from page.centred(t.pgettext("receipt", "COPY"), bold=True, double=True)
    yield Rule()


def _about(page: StripPage, slip: CashSlip) -> Iterator[Element]:
    t = page.texts
    day = t.short_date(slip.at) if page.paper.compact else t.weekday_date(slip.at)
    till = t._("Till %(till)s") % {"till": slip.till}
    yield from page.sides(f"{till} · {slip.cashier}", f"{day} {t.time(slip.at)}")
    yield from page.sides(slip.unit or slip.reason, bold=True)
    yield Blank(6)
    yield from page.large(page.symbol(slip.amount), page.amount(slip.amount))
    yield Blank(6)
    currency = slip.amount.currency
    words = t.in_words(slip.amount.minor, currency.digits, currency.code)
    yield from page.spelled(t._("In words: %(amount)s") % {"amount": words})
    yield Dashes()


def _closing(page: StripPage, slip: CashSlip) -> Iterator[Element]:
    t = page.texts
    brings, takes = t._("Hands over: %(name)s"), t._("Receives: %(name)s")
    if slip.kind == "in":
        yield from signature(page, t._("Hands over:"))
        yield from signature(page, takes % {"name": slip.cashier})
    else:
        yield from signature(page, brings % {"name": slip.cashier})
        yield from signature(page, takes % {"name": slip.unit} if slip.unit else t._("Receives:"))
    if slip.supervisor:
        yield Blank(12)
        yield from page.sides(t._("Approved by %(name)s") % {"name": slip.supervisor})
    yield Blank(16)
    yield Band()
    yield Blank(24)
    yield Cut()
