"""What is posted stays: the database itself refuses to change or delete a fact or a row that follows from one."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pos.storage.books import Books
from pos.storage.fact_tables import APPEND_ONLY
from tests.storage.rich_day import rich_books

NAMES = [table.name for table in APPEND_ONLY]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """The database under the books of a rich day, as the program has it open; references are not in the way."""
    path: Path = tmp_path_factory.mktemp("append_only") / "books.sqlite"
    path.write_bytes(rich_books())
    with Books(path) as books:
        database = books._connection.connection.driver_connection
        database.execute("PRAGMA foreign_keys = OFF")
        yield database


def test_a_database_tool_is_refused_as_well(path: Path):
    with closing(sqlite3.connect(path)) as database:
        for statement in ("UPDATE posting SET base_amount = 0", "DELETE FROM fact WHERE number = 1"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                database.execute(statement)


@pytest.mark.parametrize("table", NAMES)
@pytest.mark.parametrize("statement", ["UPDATE {} SET {} = {}", "DELETE FROM {}", "REPLACE INTO {} SELECT * FROM {}"])
def test_nothing_changes_a_row(database: sqlite3.Connection, table: str, statement: str):
    column = database.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchone()[0]
    before = database.execute(f"SELECT * FROM {table}").fetchall()
    assert before, "the rich day left no row here"
    filled = statement.replace("{}", table, 1).format(*((table,) if "REPLACE" in statement else (column, column)))
    with pytest.raises(sqlite3.IntegrityError, match=f"append-only: {table}"):
        database.execute(filled)
    assert database.execute(f"SELECT * FROM {table}").fetchall() == before
