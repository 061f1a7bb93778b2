"""Which lines of which day files were replayed, and to what end: so that a file replayed again adds nothing."""

from dataclasses import dataclass

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from pos.domain.stamps import EventId
from pos.storage.till_tables import replayed_line as t


@dataclass(frozen=True, slots=True)
class ReplayedLine:
    """A line of a day file that was judged: either it became the event `fact_id`, or `refusal` is the rule's code."""

    line: int
    digest: str
    reference: str | None
    fact_id: EventId | None
    refusal: str | None


class Replays:
    """Remembers replayed lines by the file's identity and the till."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def lines(self, file: str, till: str) -> dict[int, ReplayedLine]:
        """The lines of a file that were judged before, by their number."""
        rows = self._connection.execute(
            select(t.c.line, t.c.digest, t.c.reference, t.c.fact_id, t.c.refusal).where(
                t.c.file == file, t.c.till == till
            )
        )
        return {row.line: ReplayedLine(*row) for row in rows}

    def remember(self, file: str, till: str, judged: ReplayedLine) -> None:
        """Keep what became of a line; a line that was refused before may have been mended since."""
        values = {
            "digest": judged.digest,
            "reference": judged.reference,
            "fact_id": judged.fact_id,
            "refusal": judged.refusal,
        }
        key = {"file": file, "till": till, "line": judged.line}
        statement = insert(t).values(**key, **values)
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=[t.c.file, t.c.till, t.c.line], set_=values)
        )
