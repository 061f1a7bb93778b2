"""An X or a Z laid out for a paper strip: one shift's sales, what each means of payment came to, and the drawer.

In the drawer, figures read downwards: what it held at the opening, all that went in and out, what there should be, what
was counted, and the difference.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pos.domain.close_notes import WhatHappened
from pos.domain.money import Money
from pos.domain.shift_documents import ShiftDrawer, ShiftMove, ShiftPaper, ShiftPaperKind, ShiftTender
from pos.domain.tenders import TenderKind
from pos.printing.receipt_elements import Band, Blank, Cut, Dashes, Element, PaperWidth, Rule, Text
from pos.printing.strip_page import TENDERS, StripPage
from pos.texts import N_, Texts

_MOVES = {
    "sales": N_("Cash sales, less change"),
    "refunds": N_("Given back to buyers"),
    "in": N_("Put in: %(what)s"),
    "out": N_("Taken out: %(what)s"),
    "advance": N_("Advance: %(what)s"),
    "payout": N_("Paid: %(what)s"),
}
_HAPPENED = {
    WhatHappened.WRONG_CHANGE: N_("Wrong change given"),
    WhatHappened.FALSE_NOTE: N_("False note"),
    WhatHappened.UNRECORDED_SALE: N_("A sale was not entered"),
    WhatHappened.UNKNOWN: N_("Not known"),
}
_SIGNATURE_COLUMNS = 32
_ROOM_TO_SIGN = 72
"""Dots of paper above the line that is signed on: 9 mm."""


def lay_out_shift(paper: ShiftPaper, width: PaperWidth, texts: Texts) -> tuple[Element, ...]:
    """The strip from its first element to the cut; `texts` speak the paper's language."""
    page = _Page(width, texts, paper)
    return (
        *_opening(page),
        *_shift(page),
        *_sales(page),
        *_tenders(page),
        *(element for drawer in paper.drawers for element in _drawer(page, drawer)),
        *_closing(page),
    )


def signature(page: StripPage, who: str) -> Iterator[Element]:
    """A line to sign on, and who signs there."""
    yield Blank(_ROOM_TO_SIGN)
    yield Text("_" * min(_SIGNATURE_COLUMNS, page.paper.columns))
    yield from page.sides(who)


@dataclass(frozen=True, slots=True)
class _Page(StripPage):
    """A shift's paper on its strip, in its language."""

    shift: ShiftPaper

    @property
    def closes(self) -> bool:
        """Whether it is a Z."""
        return self.shift.kind is ShiftPaperKind.Z

    def figure(self, label: str, money: Money, *, bold: bool = False, indent: int = 0) -> Iterator[Element]:
        """A label and its amount."""
        return self.sides(label, self.amount(money), bold=bold, indent=indent, money=True)

    def moment(self, label: str, day: str, time: str) -> Iterator[Element]:
        """A label, and when it was."""
        return self.sides(label, f"{day} {time}")


def _opening(page: _Page) -> Iterator[Element]:
    shift, t = page.shift, page.texts
    yield Band()
    yield Blank(10)
    yield from page.centred(shift.network, bold=True, double=True)
    for line in (*shift.header, shift.exhibition, shift.place):
        yield from page.centred(line)
    yield Blank(6)
    heading = t._("CLOSE Z %(number)s") % {"number": shift.number} if page.closes else t._("X READING")
    yield from page.centred(heading, bold=True, double=True)
    if not page.closes:
        yield from page.centred(t._("The shift goes on: this paper closes nothing"))
    if shift.copy:
        yield Blank(6)
        yield from page.centred(t.pgettext("receipt", "COPY"), bold=True, double=True)
    yield Rule()


def _shift(page: _Page) -> Iterator[Element]:
    shift, t = page.shift, page.texts
    till = t._("Till %(till)s") % {"till": shift.till}
    yield from page.sides(f"{till} · {shift.cashier}", bold=True)
    at = t._("Closed") if page.closes else t._("Read")
    for label, moment in ((t.pgettext("shift", "Opened"), shift.opened_at), (at, shift.at)):
        day = t.short_date(moment) if page.paper.compact else t.weekday_date(moment)
        yield from page.moment(label, day, t.time(moment))
    receipts = t._("none") if shift.receipts is None else _from_to(t, shift.receipts)
    yield from page.sides(t._("Receipts"), receipts)
    yield Dashes()


def _from_to(texts: Texts, receipts: tuple[str, str]) -> str:
    first, last = receipts
    return first if first == last else texts._("%(first)s to %(last)s") % {"first": first, "last": last}


def _sales(page: _Page) -> Iterator[Element]:
    shift, t = page.shift, page.texts
    sales, returns = t._("Sales"), t._("Returns")
    yield from page.figure(f"{sales} ({t.amount(shift.sales, 0)})", shift.gross)
    yield from page.figure(f"{returns} ({t.amount(shift.returned, 0)})", -shift.returns)
    yield Blank(6)
    net = t._("NET")
    yield from page.large(net if page.paper.compact else f"{net} {page.symbol(shift.net)}", page.amount(shift.net))
    yield Blank(6)
    if shift.rounding.minor:
        yield from page.figure(t._("Rounding"), shift.rounding)
        yield from page.figure(t._("Collected"), shift.net + shift.rounding)


def _tenders(page: _Page) -> Iterator[Element]:
    if not page.shift.tenders:
        return
    yield Dashes()
    yield from page.sides(page.texts._("By means of payment"), bold=True)
    for tender in page.shift.tenders:
        yield from _tender(page, tender)


def _tender(page: _Page, tender: ShiftTender) -> Iterator[Element]:
    t = page.texts
    kind = t._(TENDERS[TenderKind(tender.kind)])
    label = f"{kind} {page.symbol(tender.amount)}"
    if tender.amount.currency != tender.worth.currency:
        label = f"{label} {page.amount(tender.amount)}"
    if tender.count:
        label = f"{label} ({t.amount(tender.count, 0)})"
    yield from page.figure(label, tender.worth)
    if tender.seen is not None:
        yield from page.figure(t._("Seen by the cashier"), tender.seen, indent=2)
        yield from page.figure(t._("Difference"), tender.seen - tender.worth, indent=2)


def _drawer(page: _Page, drawer: ShiftDrawer) -> Iterator[Element]:
    t = page.texts
    yield Dashes()
    title = t._("Cash in the drawer, %(currency)s") % {"currency": page.symbol(drawer.expected)}
    yield from page.sides(title, bold=True)
    yield from page.figure(t._("At the opening"), drawer.opening_float)
    for move in drawer.moves:
        yield from page.figure(_move(t, move), move.amount)
    yield from page.figure(t._("There should be"), drawer.expected, bold=True)
    if drawer.counted is not None and drawer.over_short is not None:
        yield from page.figure(t._("Counted"), drawer.counted, bold=True)
        yield Blank(6)
        short = drawer.over_short
        label = t.pgettext("drawer", "Exact") if not short.minor else t._("SHORT") if short.minor < 0 else t._("OVER")
        yield from page.large(label, page.amount(short))
        yield Blank(6)


def _move(texts: Texts, move: ShiftMove) -> str:
    return texts._(_MOVES[move.kind]) % {"what": move.what}


def _closing(page: _Page) -> Iterator[Element]:
    shift, t = page.shift, page.texts
    if shift.happened:
        yield from page.sides(t._("What happened"), t._(_HAPPENED[WhatHappened(shift.happened)]))
    if shift.drawer_openings:
        yield from page.sides(t._("Drawer opened with no sale"), t.amount(shift.drawer_openings, 0))
    yield Rule()
    yield from page.figure(
        t._("Till's total since its first day, %(currency)s") % {"currency": page.symbol(shift.grand_total)},
        shift.grand_total,
        bold=True,
    )
    if page.closes:
        yield from signature(page, t._("Hands over: %(name)s") % {"name": shift.cashier})
        yield from signature(page, t._("Receives:"))
    yield Blank(16)
    yield Band()
    yield Blank(24)
    yield Cut()
