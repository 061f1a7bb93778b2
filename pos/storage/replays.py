"""Which lines of which day files were replayed, and to what end: so that a file replayed again adds nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from pos.domain.stamps import EventId
from pos.storage.fact_tables import fact
from pos.storage.till_tables import replayed_line as t

_KEPT = ("line", "digest", "reference", "fact_id", "refusal", "sentence")


@dataclass(frozen=True, slots=True)
class ReplayedLine:
    """A line of a day file that was read to be judged.

    `fact_id` is the id of the event that it becomes, and `posted` tells whether the books hold that event. `refusal` is
    the code of the rule that refused it, and `sentence` what was said of it. A line that is neither posted nor refused
    was about to be judged when the program ended.
    """

    line: int
    digest: str
    reference: str | None
    fact_id: EventId | None
    refusal: str | None = None
    sentence: str | None = None
    posted: bool = False

    @property
    def settled(self) -> bool:
        """Whether it is known what became of it."""
        return self.posted or self.refusal is not None


class Replays:
    """Remembers replayed lines by the file's identity and the till."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def lines(self, file: str, till: str) -> dict[int, ReplayedLine]:
        """The lines of a file that were judged before, by their number."""
        posted = fact.c.number.is_not(None)
        rows = self._connection.execute(
            select(t.c.line, t.c.digest, t.c.reference, t.c.fact_id, t.c.refusal, t.c.sentence, posted)
            .outerjoin(fact, fact.c.id == t.c.fact_id)
            .where(t.c.file == file, t.c.till == till)
        )
        return {row.line: ReplayedLine(*row) for row in rows}

    def file_of(self, till: str, lines: Sequence[tuple[int, str]]) -> str | None:
        """The identity of the file that any of these (line, digest) was read from before, None where there is none."""
        digests = dict(lines)
        rows = self._connection.execute(
            select(t.c.file, t.c.line, t.c.digest).where(t.c.till == till, t.c.digest.in_(list(digests.values())))
        )
        return next((row.file for row in rows if digests.get(row.line) == row.digest), None)

    def remember(self, file: str, till: str, judged: Sequence[ReplayedLine]) -> None:
        """Keep what some lines become; a line that was refused before may have been mended since."""
        if not judged:
            return
        statement = insert(t)
        changed = {name: statement.excluded[name] for name in _KEPT if name != "line"}
        key = [t.c.file, t.c.till, t.c.line]
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=key, set_=changed),
            [{"file": file, "till": till} | {name: getattr(line, name) for name in _KEPT} for line in judged],
        )
