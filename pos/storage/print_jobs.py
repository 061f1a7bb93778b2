"""What waits for paper. A job is written with its event in one transaction, so that no receipt is ever forgotten.

A job is no fact: it is changed as it goes. What its states mean is in docs/decisions/0013-states-of-a-print-job.md.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select, update

from pos.domain.facts import Event
from pos.domain.stamps import EventId
from pos.storage import codec
from pos.storage.fact_tables import fact
from pos.storage.till_tables import print_job as t


class JobState(StrEnum):
    """How far a print job is."""

    WAITING = "waiting"
    """Nothing of it is on paper, unless `PrintJob.again` says so: it is sent as soon as the printer takes it."""
    SENDING = "sending"
    """It is on its way. Where nobody sends it any more, it is as good as `POSSIBLY`."""
    POSSIBLY = "possibly"
    """It may be on paper, as a whole or in part: a person has to look, and it is never sent again by itself."""
    PRINTED = "printed"
    GIVEN_UP = "given-up"
    """A person said that it is not needed."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """An event whose paper is wanted, and what became of that so far.

    `again` tells that it may be on paper already, and a person wants it once more. `reason` is why the last try failed,
    as a code that `pos.troubles` knows behind `printer-`; empty where none did.
    """

    number: int
    state: JobState
    event: Event
    again: bool = False
    tries: int = 0
    printer: str = ""
    tried_at: datetime | None = None
    reason: str = ""


class PrintJobs:
    """The queue, in the order in which things happened."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self, *states: JobState) -> int:
        """How many jobs are in one of these states."""
        return self._connection.scalar(select(func.count()).select_from(t).where(t.c.state.in_(states))) or 0

    def of_state(self, *states: JobState, most: int | None = None) -> Sequence[PrintJob]:
        """The jobs in one of these states, oldest first; no more than so many, where `most` is given."""
        wanted = _JOBS.where(t.c.state.in_(states)).order_by(t.c.number).limit(most)
        return [_job(row) for row in self._connection.execute(wanted)]

    def job(self, number: int) -> PrintJob | None:
        """One job, None where there is none of that number."""
        row = self._connection.execute(_JOBS.where(t.c.number == number)).one_or_none()
        return None if row is None else _job(row)

    def of_event(self, id_: EventId) -> PrintJob | None:
        """An event's job, None where no paper of it was ever wanted."""
        row = self._connection.execute(_JOBS.where(fact.c.id == id_)).one_or_none()
        return None if row is None else _job(row)

    def send(self, number: int, printer: str, at: datetime) -> None:
        """Note that a job is on its way to a printer, by its URI."""
        tried = {"printer": printer, "tried_at": at.isoformat(), "tries": t.c.tries + 1, "reason": None}
        self._change(number, state=JobState.SENDING, **tried)

    def mark(self, number: int, state: JobState, reason: str = "") -> None:
        """Note how far a job is, and why it is no further."""
        self._change(number, state=state, reason=reason or None)

    def want_again(self, number: int) -> None:
        """A job that may be on paper waits to be printed once more."""
        self._change(number, state=JobState.WAITING, again=True, reason=None)

    def doubt_unsent(self, in_hand: Collection[int], reason: str) -> None:
        """Jobs that are on their way and that nobody sends any more, which are all but those in hand, are doubtful."""
        lost = (t.c.state == JobState.SENDING) & t.c.number.not_in(in_hand)
        self._connection.execute(update(t).where(lost).values(state=JobState.POSSIBLY, reason=reason))

    def _change(self, number: int, **values: Any) -> None:  # noqa: ANN401 - as SQLAlchemy takes them
        self._connection.execute(update(t).where(t.c.number == number).values(**values))


_JOBS: Select[Any] = select(
    *(t.c[name] for name in ("number", "state", "again", "tries", "printer", "tried_at", "reason")),
    *(fact.c[name] for name in ("kind", "version", "body")),
).join(fact, fact.c.number == t.c.number)


def _job(row: Row[Any]) -> PrintJob:
    return PrintJob(
        number=row.number,
        state=JobState(row.state),
        event=codec.decode(row.kind, row.version, row.body),
        again=row.again,
        tries=row.tries,
        printer=row.printer or "",
        tried_at=None if row.tried_at is None else datetime.fromisoformat(row.tried_at),
        reason=row.reason or "",
    )
