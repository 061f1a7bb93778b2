"""What to say where parts that were entered before no longer fit the payment that they are part of."""

from collections.abc import Sequence

from pos.texts import Texts
from pos.ui.messages import Message, Tone
from pos.ui.paying.payment_methods import Offer
from pos.ui.paying.payment_parts import Part, Payment


def misfit_message(
    before: Payment, now: Payment, lost: Sequence[Part], offered: Sequence[Offer], texts: Texts
) -> Message | None:
    """None where everything still fits; `lost` are parts that can't be taken any more and were taken out."""
    if lost:
        methods = {part.method for part in lost}
        names = texts.join([offer.label for offer in offered if offer.method in methods])
        title = texts._("%(methods)s can't be taken any more.") % {"methods": names}
        return Message(Tone.WARN, title, texts._("It was taken out of the list: give it back."))
    if before.due != now.due and now.standing().over is not None:
        detail = texts._("What was entered comes to more: touch it in the list and correct it.")
        return Message(Tone.WARN, texts._("The total has changed."), detail)
    return None
