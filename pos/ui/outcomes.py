"""What came of an act, in words for the next screen."""

from pos.domain.money import currency
from pos.domain.sales import Sale
from pos.domain.settlements import Advance
from pos.domain.shifts import CashDirection, CashMoved, ShiftClosed
from pos.domain.tenders import TenderKind
from pos.services.cataloguing import Terms
from pos.texts import Texts
from pos.ui.fair_state import FairState
from pos.ui.messages import Message, Tone
from pos.ui.receipt_printing import PrinterState, Stage


def closing_message(closed: ShiftClosed, texts: Texts) -> Message:
    """How a shift's count came out; a drawer that is over or short is told in words and in the base currency."""
    money = currency(closed.stamp.currency)
    difference = sum(balance.difference_base for balance in closed.cash)
    title = texts._("Shift closed, number Z %(z)s.") % {"z": closed.z}
    amount = f"{texts.symbol(money.code)} {texts.amount(abs(difference), money.digits)}"
    if difference < 0:
        return Message(Tone.WARN, title, texts._("The drawer is %(amount)s short.") % {"amount": amount})
    if difference > 0:
        return Message(Tone.WARN, title, texts._("The drawer is %(amount)s over.") % {"amount": amount})
    return Message(Tone.HELP, title, texts._("The drawer holds exactly what it should."))


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


def printer_notice(state: PrinterState, texts: Texts) -> Message | None:
    """That the printer does not print, while selling goes on; None where nothing is the matter with it."""
    if state.stage is Stage.WAITING:
        title = texts._("The printer does not answer. Go on selling:")
        detail, icon = texts._("the receipts are printed later."), "printer-off"
        return Message(Tone.WARN, title, detail, texts._("Try it"), icon=icon, action_icon="refresh")
    if state.stage is Stage.MISSED:
        title = texts._("The printer does not answer.")
        detail = texts._("What you asked for did not come out: ask for it again.")
        return Message(Tone.WARN, title, detail, icon="printer-off")
    if state.stage is Stage.UNCERTAIN:
        title = texts._("The printer stopped halfway. Look at the paper:")
        detail = texts._("if a receipt is missing, print it again.")
        return Message(Tone.WARN, title, detail, icon="printer-off")
    return None


def opens_drawer(sale: Sale) -> bool:
    """Whether cash was given or goes back, so that the drawer has to open."""
    return bool(sale.change) or any(tender.kind is TenderKind.CASH for tender in sale.tenders)


def saved_before(sale: Sale, texts: Texts) -> Message:
    """A sale was saved although the disk had said otherwise, and its cart was changed since."""
    title = texts._("The sale before was saved after all, as %(receipt)s.") % {"receipt": sale.receipt}
    return Message(Tone.WARN, title, texts._("Take out of the cart what was paid for with it."))
