"""Replaying a day file: each event becomes the act that a person would have done, judged by the same rules.

A file is known by its header and first event, a line by its number in it: so the same file, or a longer version of it,
adds only what is new. A line that was posted and now says something else makes the whole file refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID, uuid5

from pos.domain.facts import Event
from pos.domain.refusals import DuplicateReference, Refusal, ReplayedDifferently, UnknownExhibition
from pos.domain.stamps import EventId
from pos.explanations import explain
from pos.formats.day_events import SaleEvent
from pos.formats.day_file import DayFile, DayLine
from pos.formats.faults import BadFile, Fault
from pos.services.acts import Act
from pos.services.day_acts import DayActs, TillServices
from pos.storage.books import Books
from pos.storage.replays import ReplayedLine
from pos.texts import Texts

_EVENT_IDS = UUID("5d1e8a0c-6f0b-5d6e-9a53-0b7f3f0c7a11")
"""The namespace of the ids of replayed events (UUIDv5)."""

_BATCH = 50
"""Accepted lines are remembered in batches: should the power fail, their events are known by their ids all the same."""


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

    def replay(self, file: DayFile, texts: Texts, *, paper: bool = False) -> Iterator[Outcome]:
        """Play a file, telling of each line what became of it, in order.

        A line that a rule refuses writes nothing and is remembered as refused, so that replaying the file again, when
        the books stand otherwise, does not let it in. Raises `BadFile` before anything is written where the exhibition
        is not known or a posted line was changed.
        """
        try:
            exhibition = self._services.catalogue.terms().exhibition(file.exhibition)
        except UnknownExhibition as refusal:
            raise BadFile(file.name, (Fault("line 1, $.exhibition", refusal),)) from None
        acts = DayActs(self._services, exhibition, paper=paper)
        with self._books.reading() as books:
            known = books.replays.lines(file.identity, file.till)
        _refuse_changed_lines(file, known)
        return self._play(file, known, acts, texts)

    def _play(self, file: DayFile, known: dict[int, ReplayedLine], acts: DayActs, texts: Texts) -> Iterator[Outcome]:
        sales: dict[str, EventId] = {}
        accepted: list[ReplayedLine] = []
        try:
            for line in file.lines:
                before = known.get(line.number)
                if before is not None and before.digest == line.digest:
                    _remember_sale(sales, before)
                    yield _known(before)
                    continue
                judged, outcome = self._judge(file, line, acts, sales, texts)
                _remember_sale(sales, judged)
                accepted.append(judged)
                if judged.refusal or len(accepted) >= _BATCH:
                    self._remember(file, accepted)
                yield outcome
        finally:
            self._remember(file, accepted)

    def _judge(
        self, file: DayFile, line: DayLine, acts: DayActs, sales: dict[str, EventId], texts: Texts
    ) -> tuple[ReplayedLine, Outcome]:
        event = line.event
        reference = event.ref if isinstance(event, SaleEvent) else None
        id_ = EventId(str(uuid5(_EVENT_IDS, f"{file.identity}/{file.till}/{line.number}")))
        act = Act(id_, file.till, file.exhibition, event.at)
        try:
            if reference is not None and reference in sales:
                raise DuplicateReference(ref=reference)
            done = acts.do(event, act, sales)
        except Refusal as refusal:
            sentence = explain(refusal, texts)
            judged = ReplayedLine(line.number, line.digest, reference, None, refusal.code, sentence)
            return judged, Outcome(line.number, refusal=refusal.code, sentence=sentence)
        return ReplayedLine(line.number, line.digest, reference, id_), Outcome(line.number, event=done)

    def _remember(self, file: DayFile, accepted: list[ReplayedLine]) -> None:
        if accepted:
            with self._books.transaction() as books:
                books.replays.remember(file.identity, file.till, accepted)
            accepted.clear()


def _refuse_changed_lines(file: DayFile, known: dict[int, ReplayedLine]) -> None:
    for line in file.lines:
        before = known.get(line.number)
        if before is not None and before.fact_id is not None and before.digest != line.digest:
            raise BadFile(file.name, (Fault(f"line {line.number}", ReplayedDifferently(line=line.number)),))


def _remember_sale(sales: dict[str, EventId], judged: ReplayedLine) -> None:
    if judged.reference is not None and judged.fact_id is not None:
        sales[judged.reference] = judged.fact_id


def _known(before: ReplayedLine) -> Outcome:
    return Outcome(before.line, None, before.refusal, before.sentence or "", known=True)
