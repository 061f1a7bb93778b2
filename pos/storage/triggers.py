"""Triggers that keep what is posted as it is: an UPDATE or DELETE on it is refused by the database itself."""

from collections.abc import Iterable, Iterator


def append_only_triggers(tables: Iterable[str]) -> Iterator[str]:
    """The statements that make tables append-only (docs/domain.md, "The ledger")."""
    for table in tables:
        for act in ("UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER {table}_no_{act.lower()} BEFORE {act} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
            )
