"""Which lines of which day files were replayed, and to what end: so that a file replayed again adds nothing."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from pos.domain.stamps import EventId
from pos.storage.till_tables import replayed_line as t


@dataclass(frozen=True, slots=True)
class ReplayedLine:
    """A line of a day file that was judged.

    Either it became the event `fact_id`, or `refusal` is the code of the rule that refused it and `sentence` what was
    said of it.
    """

    line: int
    digest: str
    reference: str | None
    fact_id: EventId | None
    refusal: str | None = None
    sentence: str | None = None


class Replays:
    """Remembers replayed lines by the file's identity and the till."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def lines(self, file: str, till: str) -> dict[int, ReplayedLine]:
        """The lines of a file that were judged before, by their number."""
        rows = self._connection.execute(
            select(t.c.line, t.c.digest, t.c.reference, t.c.fact_id, t.c.refusal, t.c.sentence).where(
                t.c.file == file, t.c.till == till
            )
        )
        return {row.line: ReplayedLine(*row) for row in rows}

    def remember(self, file: str, till: str, judged: Sequence[ReplayedLine]) -> None:
        """Keep what became of some lines; a line that was refused before may have been mended since."""
        if not judged:
            return
        statement = insert(t)
        changed = {name: statement.excluded[name] for name in ("digest", "reference", "fact_id", "refusal", "sentence")}
        key = [t.c.file, t.c.till, t.c.line]
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=key, set_=changed),
            [{"file": file, "till": till, **asdict(line)} for line in judged],
        )
