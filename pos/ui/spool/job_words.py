"""A print job in words: which paper it is, of when, how much, and how far it is."""

from datetime import datetime

from pos.domain.consignment import ConsignmentNote, NoteKind
from pos.domain.facts import Event
from pos.domain.money import currency
from pos.domain.sales import Return, Sale
from pos.domain.settlements import Advance, Payout
from pos.domain.shifts import CashDirection, CashMoved, ShiftClosed
from pos.services.cataloguing import Terms
from pos.storage.print_jobs import JobState, PrintJob
from pos.texts import N_, Texts
from pos.ui.look.theme import Colour
from pos.ui.printer_words import wrong

STATES = {
    JobState.WAITING: ("clock", N_("It waits"), Colour.PIEDRA),
    JobState.SENDING: ("printer", N_("Printing…"), Colour.NOCHE),
    JobState.POSSIBLY: ("warning", N_("Perhaps it came out"), Colour.TEJA),
    JobState.PRINTED: ("check", N_("Printed"), Colour.TOTORA),
    JobState.GIVEN_UP: ("x", N_("Not needed"), Colour.PIEDRA),
}
"""How far a job is: never told by colour alone."""

_NOTES = {
    NoteKind.DELIVERY: N_("Delivered by %(name)s"),
    NoteKind.RETURN: N_("Taken home by %(name)s"),
    NoteKind.LOSS: N_("Lost of %(name)s"),
}


_NOTES = {
    NoteKind.DELIVERY: N_("Goods brought: %(what)s"),
    NoteKind.RETURN: N_("Goods taken home: %(what)s"),
    NoteKind.LOSS: N_("Goods lost: %(what)s"),
}


class JobWords:
    """Puts jobs into words, with the times of where they happened, on one day."""

    def __init__(self, texts: Texts, terms: Terms, now: datetime) -> None:
        self._texts, self._terms, self._now = texts, terms, now

    def name(self, job: PrintJob) -> str:
        """Which paper it is."""
        return paper_name(job.event, self._terms, self._texts)

    def amount(self, job: PrintJob) -> str:
        """How much it is about, empty for a paper of many amounts."""
        amount = _amount(job.event)
        return "" if amount is None else self._texts.amount(amount, currency(job.event.stamp.currency).digits)

    def when(self, job: PrintJob) -> str:
        """The time of day; the day too, where it was another one."""
        stamp = job.event.stamp
        exhibition = self._terms.exhibition(stamp.exhibition)
        time = self._texts.time(exhibition.local_time(stamp.at))
        is_today = exhibition.local_day(self._now) == stamp.day
        return time if is_today else f"{self._texts.short_date(stamp.day)} {time}"

    def state(self, job: PrintJob) -> str:
        """How far it is, and what of that a person should know."""
        words = [self._texts._(STATES[job.state][1])]
        if job.state is JobState.POSSIBLY:
            words.append(self._texts._(wrong(job.reason).of_paper))
        elif job.again:
            words.append(self._texts._("a second time"))
        elif job.tries > 1:
            words.append(self._texts._("tried %(n)s times") % {"n": self._texts.amount(job.tries, 0)})
        return ", ".join(words)

    def aloud(self, job: PrintJob) -> str:
        """The job as a screen reader says it."""
        return ", ".join(filter(None, (self.name(job), self.state(job), self.when(job), self.amount(job))))


def paper_name(event: Event, terms: Terms, texts: Texts) -> str:
    """What a cashier calls an event's paper."""
    match event:
        case Sale():
            return texts._("Receipt %(number)s") % {"number": event.receipt}
        case Return():
            return texts._("Return %(receipt)s") % {"receipt": event.receipt}
        case ShiftClosed():
            return texts._("Close Z %(z)s") % {"z": texts.amount(event.z, 0)}
        case CashMoved():
            put_in = event.direction is CashDirection.IN
            word = texts._("Put in: %(what)s") if put_in else texts._("Taken out: %(what)s")
            return word % {"what": event.reason}
        case Advance():
            return texts._("Advance: %(what)s") % {"what": terms.unit(event.unit).name}
        case Payout():
            return texts._("Paid: %(what)s") % {"what": terms.unit(event.unit).name}
        case ConsignmentNote():
            return texts._(_NOTES[event.kind]) % {"name": terms.unit(event.unit).name}
    return texts._("Paper")


def file_name(event: Event) -> str:
    """What the file of an event's paper might be called, in letters that every system takes."""
    match event:
        case Sale() | Return():
            return event.receipt
        case ShiftClosed():
            return f"{event.stamp.till}-Z{event.z}"
    return f"{event.stamp.till}-{event.stamp.at:%Y%m%d-%H%M%S}"


def _amount(event: Event) -> int | None:
    match event:
        case Sale() | Return():
            return event.due + event.rounding
        case CashMoved() | Advance() | Payout():
            return event.amount
    return None
