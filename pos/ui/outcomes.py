"""What came of an act, in words for the next screen."""

from pos.domain.money import currency
from pos.domain.sales import Sale
from pos.domain.settlements import Advance
from pos.domain.shifts import CashBalance, CashDirection, CashMoved, ShiftClosed
from pos.domain.tenders import TenderKind
from pos.hardware.interfaces import ReaderState
from pos.services.cataloguing import Terms
from pos.texts import Texts
from pos.ui.fair_state import FairState
from pos.ui.messages import Message, Tone
from pos.ui.session import Session


def closing_message(closed: ShiftClosed, texts: Texts) -> Message:
    """How a shift's count came out, each currency in its own words: what is over in one makes up for nothing."""
    title = texts._("Shift closed, number Z %(z)s.") % {"z": closed.z}
    told = [_difference(balance, texts) for balance in closed.cash if balance.counted != balance.expected]
    if told:
        return Message(Tone.WARN, title, " ".join(told))
    return Message(Tone.HELP, title, texts._("The drawer holds exactly what it should."))


def _difference(balance: CashBalance, texts: Texts) -> str:
    money, difference = currency(balance.currency), balance.counted - balance.expected
    words = texts._("The drawer is %(amount)s short.") if difference < 0 else texts._("The drawer is %(amount)s over.")
    return words % {"amount": f"{texts.symbol(money.code)} {texts.amount(abs(difference), money.digits)}"}


def over_message(exhibition: str, state: FairState, texts: Texts, *, shift_open: bool) -> Message:
    """An exhibition is over or closed, and what to do instead; an open shift has to be closed first."""
    words = texts._("%(exhibition)s is closed.") if state is FairState.CLOSED else texts._("%(exhibition)s is over.")
    title = words % {"exhibition": exhibition}
    if not shift_open:
        return Message(Tone.WARN, title, texts._("Choose another fair, or bring in a newer network file."))
    detail = texts._("Close the shift that is still open there, then choose another fair.")
    return Message(Tone.WARN, title, detail)


def cash_noted(event: CashMoved | Advance, terms: Terms, texts: Texts) -> Message:
    """Cash went into or out of the drawer beside any sale: how much, and for what or for whom."""
    money = currency(event.stamp.currency)
    amount = f"{texts.symbol(money.code)} {texts.amount(event.amount, money.digits)}"
    if isinstance(event, Advance):
        title = texts._("Advance noted: %(amount)s.")
        return Message(Tone.HELP, title % {"amount": amount}, terms.unit(event.unit).name)
    inwards = event.direction is CashDirection.IN
    title = texts._("Cash in noted: %(amount)s.") if inwards else texts._("Cash out noted: %(amount)s.")
    return Message(Tone.HELP, title % {"amount": amount}, event.reason)


def opens_drawer(sale: Sale) -> bool:
    """Whether cash was given or goes back, so that the drawer has to open."""
    return bool(sale.change) or any(tender.kind is TenderKind.CASH for tender in sale.tenders)


def saved_before(sale: Sale, texts: Texts) -> Message:
    """A sale was saved although the disk had said otherwise, and its cart was changed since."""
    title = texts._("The sale before was saved after all, as %(receipt)s.") % {"receipt": sale.receipt}
    return Message(Tone.WARN, title, texts._("Take out of the cart what was paid for with it."))


def scanner_notice(state: ReaderState | None, texts: Texts) -> Message | None:
    """That the scanner does not answer, while selling goes on; None where nothing is the matter with it."""
    if state is ReaderState.WAITING:
        title = texts._("The scanner does not answer. Look at its cable.")
        return Message(Tone.WARN, title, texts._("Until then touch the pictures or type the name."), icon="scanner")
    if state is ReaderState.MISSING:
        title = texts._("The camera needs an extra part of the program.")
        return Message(Tone.WARN, title, texts._("Call the supervisor: Settings, Equipment."), icon="scanner")
    if state is ReaderState.NOT_ALLOWED:
        title = texts._("The scanner may not be used by this person.")
        return Message(Tone.WARN, title, texts._("Call the supervisor: Settings, Equipment."), icon="scanner")
    return None


def nothing_scanned(session: Session | None, texts: Texts) -> Message:
    """That codes are of no use here, and what to do so that they are."""
    _ = texts._
    if session is None:
        detail = _("Sign in, then scan it again.")
    elif session.shift is None:
        detail = _("Open the shift, then scan it again.")
    else:
        detail = _("Go to Sell, then scan it again.")
    return Message(Tone.WARN, _("Nothing is scanned here."), detail)


def half_scanned(texts: Texts) -> Message:
    """That only a part of a code came, and what helps where that goes on."""
    title = texts._("Only a part of a code came. Scan it again.")
    detail = texts._("If this goes on: its leaflet has a code that lets it end each code with Enter.")
    return Message(Tone.WARN, title, detail, icon="scanner")
