"""What waits for paper. A job is written with its event in one transaction, so that no receipt is ever forgotten."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, func, select, update

from pos.domain.facts import Event
from pos.storage import codec
from pos.storage.fact_tables import fact
from pos.storage.till_tables import print_job


class JobState(StrEnum):
    """How far a print job is; `SENDING` that outlives its sender may have printed or not."""

    WAITING = "waiting"
    SENDING = "sending"
    PRINTED = "printed"


@dataclass(frozen=True, slots=True)
class PrintJob:
    """An event whose paper is wanted."""

    number: int
    state: JobState
    event: Event


class PrintJobs:
    """The queue, in the order in which things happened."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self, state: JobState) -> int:
        """How many jobs are so far."""
        return self._connection.scalar(select(func.count()).where(print_job.c.state == state)) or 0

    def of_state(self, state: JobState, most: int | None = None) -> Sequence[PrintJob]:
        """The jobs that are so far, oldest first; no more than so many, where `most` is given."""
        rows = self._connection.execute(
            select(print_job.c.number, print_job.c.state, fact.c.kind, fact.c.version, fact.c.body)
            .join(fact, fact.c.number == print_job.c.fact)
            .where(print_job.c.state == state)
            .order_by(print_job.c.number)
            .limit(most)
        )
        return [
            PrintJob(row.number, JobState(row.state), codec.decode(row.kind, row.version, row.body)) for row in rows
        ]

    def mark(self, number: int, state: JobState) -> None:
        """Note how far a job is."""
        self._connection.execute(update(print_job).where(print_job.c.number == number).values(state=state))
