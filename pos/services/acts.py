"""An act before it is tried: which, on which till, at which exhibition, when; and what every act first asks for."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from pos.domain.exhibitions import Exhibition
from pos.domain.refusals import ExhibitionClosed, NoOpenShift
from pos.domain.stamps import EventId, Stamp
from pos.storage.books import Reading
from pos.storage.journal import OpenShift


@dataclass(frozen=True, slots=True)
class Act:
    """Something about to be done. The id is made before the act is tried, so that trying it again is harmless."""

    id: EventId
    till: str
    exhibition: str
    at: datetime

    def stamp(self, exhibition: Exhibition, shift: EventId | None = None) -> Stamp:
        """The stamp of the event that this act becomes."""
        return Stamp(
            id=self.id,
            till=self.till,
            at=self.at,
            day=exhibition.local_day(self.at),
            exhibition=exhibition.id,
            currency=exhibition.currency.code,
            shift=shift,
        )


E = TypeVar("E")


def done_before(books: Reading, act: Act, kind: type[E]) -> E | None:
    """The event that this very act became when it was done before, None where it is new."""
    event = books.journal.event(act.id)
    return event if isinstance(event, kind) else None


def shift_of(books: Reading, act: Act) -> OpenShift:
    """The till's open shift at the act's exhibition; raises `NoOpenShift`."""
    shift = books.journal.till(act.till).shift
    if shift is None or shift.exhibition != act.exhibition:
        raise NoOpenShift(till=act.till)
    return shift


def refuse_closed(books: Reading, act: Act) -> None:
    """Raises `ExhibitionClosed` where the act's exhibition was closed."""
    if books.journal.is_closed(act.exhibition):
        raise ExhibitionClosed(exhibition=act.exhibition)
