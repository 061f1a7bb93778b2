"""Why a product was not taken, in the seller's words, and which next step the message offers."""

from enum import Enum, auto
from typing import NamedTuple

from pos.domain.refusals import NoPriceInCurrency, NotAtThisExhibition, Refusal, UnknownCode, WrongCheckDigit
from pos.storage.database import BooksUnavailable
from pos.texts import Texts
from pos.ui.messages import Message, Tone, told
from pos.ui.selling.scan_field import FieldState


class NextStep(Enum):
    """What the message's button does."""

    NONE = auto()
    SEARCH = auto()
    SELL_ANYWAY = auto()
    PUT_PRICE = auto()


class NotTaken(NamedTuple):
    """How the field looks, what the message says, and what its button does."""

    state: FieldState
    message: Message
    step: NextStep


def not_taken(trouble: Refusal | BooksUnavailable, texts: Texts) -> NotTaken:
    """What to say of this trouble."""
    _ = texts._
    if isinstance(trouble, UnknownCode):
        title = _("This code is not on the list.")
        detail = _("Look for it by its name, or touch its photo.")
        return NotTaken(FieldState.UNKNOWN, _with_search(title, detail, texts), NextStep.SEARCH)
    if isinstance(trouble, WrongCheckDigit):
        title = _("This code was read wrong.")
        detail = _("Scan it again, or look for it by its name.")
        return NotTaken(FieldState.MISREAD, _with_search(title, detail, texts), NextStep.SEARCH)
    if isinstance(trouble, NotAtThisExhibition):
        values = trouble.values
        title = _("“%(name)s” is of %(unit)s.") % {"name": values["name"], "unit": values["unit"]}
        detail = _("They do not take part in this fair.")
        message = Message(Tone.BAD, title, detail, _("Sell it anyway"))
        return NotTaken(FieldState.REFUSED, message, NextStep.SELL_ANYWAY)
    if isinstance(trouble, NoPriceInCurrency):
        values = {"name": trouble.values["name"], "currency": texts.symbol(str(trouble.values["currency"]))}
        title = _("“%(name)s” has no price in %(currency)s.") % values
        message = Message(Tone.BAD, title, _("Put the price at which it is sold."), _("Put a price"))
        return NotTaken(FieldState.REFUSED, message, NextStep.PUT_PRICE)
    return NotTaken(FieldState.REFUSED, told(trouble, texts), NextStep.NONE)


def badge_not_taken(unit: str, texts: Texts) -> NotTaken:
    """What to say of the badge of a unit of this name that does not take part."""
    detail = texts._("Sell a piece of theirs all the same?")
    message = Message(Tone.BAD, not_here(unit, texts), detail, texts._("Sell it anyway"))
    return NotTaken(FieldState.REFUSED, message, NextStep.SELL_ANYWAY)


def not_here(unit: str, texts: Texts) -> str:
    """That a unit does not take part."""
    return texts._("%(unit)s does not take part in this fair.") % {"unit": unit}


def _with_search(title: str, detail: str, texts: Texts) -> Message:
    return Message(Tone.BAD, title, detail, texts._("Search"), action_icon="search")
