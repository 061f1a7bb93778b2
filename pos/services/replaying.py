"""Replaying a day file: each event becomes the act that a person would have done, judged by the same rules.

A file is known by the lines of it that were replayed before, a line by its number in it: so the same file, or a longer
version of it, adds only what is new. A line that was posted and now says something else makes the whole file refused.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from uuid import UUID, uuid5

from pos.domain.facts import Event
from pos.domain.refusals import DuplicateReference, Refusal, ReplayedDifferently, UnknownExhibition
from pos.domain.stamps import EventId
from pos.domain.text import plain_text
from pos.explanations import explain
from pos.formats.day_events import SaleEvent
from pos.formats.day_file import DayFile, DayLine
from pos.formats.faults import BadFile, Fault
from pos.services.acts import Act
from pos.services.day_acts import DayActs
from pos.services.till_services import TillServices
from pos.storage.books import Books, Reading
from pos.storage.replays import ReplayedLine
from pos.texts import Texts

_EVENT_IDS = UUID("5d1e8a0c-6f0b-5d6e-9a53-0b7f3f0c7a11")
"""The namespace of the ids of replayed events (UUIDv5)."""

_BATCH = 50
"""So many lines are noted down before they are played: should the power fail, it is known what was posted of them."""

_FIRST_LINES = 200
"""Among so many of a file's first lines one that was replayed before tells which file it is."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a line: an event, or a refusal with its sentence; `known` when that was settled before."""

    line: int
    event: Event | None = None
    refusal: str | None = None
    sentence: str = ""
    known: bool = False


class Replaying:
    """Plays day files into the books."""

    def __init__(self, books: Books, services: TillServices) -> None:
        self._books = books
        self._services = services

    def replay(self, file: DayFile, texts: Texts, *, paper: bool = False, strict: bool = False) -> Iterator[Outcome]:
        """Play a file, telling of each line what became of it, in order.

        A line that a rule refuses writes nothing and is remembered as refused, so that replaying the file again, when
        the books stand otherwise, does not let it in. With `strict` the first refusal ends the replay, and its line is
        judged anew the next time. Raises `BadFile` before anything is written where the exhibition
        is not known or a posted line was changed.
        """
        try:
            exhibition = self._services.catalogue.terms().exhibition(file.exhibition)
        except UnknownExhibition as refusal:
            raise BadFile(file.name, (Fault("line 1, $.exhibition", refusal),)) from None
        with self._books.reading() as books:
            first = [(line.number, line.digest) for line in file.lines[:_FIRST_LINES]]
            identity = books.replays.file_of(file.till, first) or file.identity
            known = books.replays.lines(identity, file.till)
            _refuse_other_exhibition(books, file, known)
        _refuse_changed_lines(file, known)
        acts = DayActs(self._services, exhibition, paper=paper)
        return self._play(replace(file, identity=identity), known, acts, texts, strict=strict)

    def _play(
        self, file: DayFile, known: Mapping[int, ReplayedLine], acts: DayActs, texts: Texts, *, strict: bool
    ) -> Iterator[Outcome]:
        sales: dict[str, EventId] = {}
        for start in range(0, len(file.lines), _BATCH):
            batch = file.lines[start : start + _BATCH]
            settled = {line.number: before for line in batch if (before := _settled(known, line))}
            self._remember(file, [_intended(file, line) for line in batch if line.number not in settled])
            for line in batch:
                before = settled.get(line.number)
                if before is not None:
                    _remember_sale(sales, before)
                    yield Outcome(line.number, None, before.refusal, before.sentence or "", known=True)
                    continue
                outcome = self._judge(file, line, acts, sales, texts)
                if outcome.refusal is not None and strict:
                    yield outcome
                    return
                judged = replace(_intended(file, line), refusal=outcome.refusal, sentence=outcome.sentence or None)
                if outcome.refusal is None:
                    _remember_sale(sales, judged)
                else:
                    self._remember(file, [judged])
                yield outcome

    def _judge(
        self, file: DayFile, line: DayLine, acts: DayActs, sales: Mapping[str, EventId], texts: Texts
    ) -> Outcome:
        event = line.event
        act = Act(_event_id(file, line), file.till, file.exhibition, event.at)
        try:
            if isinstance(event, SaleEvent) and event.ref is not None and plain_text("ref", event.ref) in sales:
                raise DuplicateReference(ref=event.ref)
            return Outcome(line.number, event=acts.do(event, act, sales))
        except Refusal as refusal:
            return Outcome(line.number, refusal=refusal.code, sentence=explain(refusal, texts))

    def _remember(self, file: DayFile, lines: list[ReplayedLine]) -> None:
        if lines:
            with self._books.transaction() as books:
                books.replays.remember(file.identity, file.till, lines)


def _event_id(file: DayFile, line: DayLine) -> EventId:
    return EventId(str(uuid5(_EVENT_IDS, f"{file.identity}/{file.till}/{line.number}")))


def _intended(file: DayFile, line: DayLine) -> ReplayedLine:
    """A line that is about to be judged, with the id that its event will have."""
    reference = line.event.ref if isinstance(line.event, SaleEvent) else None
    return ReplayedLine(line.number, line.digest, reference, _event_id(file, line))


def _settled(known: Mapping[int, ReplayedLine], line: DayLine) -> ReplayedLine | None:
    """What became of a line before, None where it is new, was mended, or was never judged."""
    before = known.get(line.number)
    return before if before is not None and before.settled and before.digest == line.digest else None


def _refuse_other_exhibition(books: Reading, file: DayFile, known: Mapping[int, ReplayedLine]) -> None:
    """What was posted at one exhibition can't be had at another by changing the file's first line."""
    posted = next((line.fact_id for line in known.values() if line.posted and line.fact_id is not None), None)
    event = books.journal.event(posted) if posted is not None else None
    if event is not None and event.stamp.exhibition != file.exhibition:
        raise BadFile(file.name, (Fault("line 1, $.exhibition", ReplayedDifferently(line=1)),))


def _refuse_changed_lines(file: DayFile, known: Mapping[int, ReplayedLine]) -> None:
    for line in file.lines:
        before = known.get(line.number)
        if before is not None and before.posted and before.digest != line.digest:
            raise BadFile(file.name, (Fault(f"line {line.number}", ReplayedDifferently(line=line.number)),))


def _remember_sale(sales: dict[str, EventId], line: ReplayedLine) -> None:
    if line.reference is not None and line.fact_id is not None and line.refusal is None:
        sales[line.reference] = line.fact_id
