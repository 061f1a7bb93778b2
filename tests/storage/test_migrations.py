"""The migrations make exactly the tables that the program knows, and the triggers that keep facts as they are."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine

from pos.storage.books import Books
from pos.storage.database import HEAD, MIGRATIONS
from pos.storage.fact_tables import APPEND_ONLY
from pos.storage.tables import TABLES, VIRTUAL_TABLES, metadata
from pos.storage.triggers import append_only_triggers


@pytest.fixture
def migrated(tmp_path: Path) -> Iterator[Connection]:
    """New books, as the migrations make them."""
    with Books(tmp_path / "books.sqlite") as books:
        yield books._connection


def schema(connection: Connection, kind: str) -> dict[str, str]:
    """The statement that made each table, index or trigger."""
    rows = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL AND name != 'alembic_version'", (kind,)
    )
    return {row.name: row.sql for row in rows}


def test_the_migrations_make_the_tables_that_the_program_knows(migrated: Connection):
    def is_ours(name: str | None, *_: object) -> bool:
        """Tables that SQLite itself makes behind a full-text table are its own affair."""
        return not (name or "").startswith(VIRTUAL_TABLES)

    opts = {"compare_type": True, "compare_server_default": True, "include_name": is_ours}
    context = MigrationContext.configure(migrated, opts=opts)
    assert compare_metadata(context, metadata) == []


def test_they_make_the_same_columns_constraints_and_indexes_as_the_tables_themselves(migrated: Connection):
    """What a comparison by Alembic leaves out on SQLite: CHECK, WITHOUT ROWID, the order of keys, partial indexes."""

    def plain(statements: dict[str, str]) -> dict[str, list[str]]:
        return {name: sorted(words(sql)) for name, sql in statements.items()}

    def words(sql: str) -> list[str]:
        return sql.replace("(", " ( ").replace(")", " ) ").replace(",", " , ").replace('"', "").split()

    engine = create_engine("sqlite://")
    with engine.connect() as made:
        metadata.create_all(made)
        for kind in ("table", "index"):
            assert plain(schema(migrated, kind)) == plain(schema(made, kind))
    engine.dispose()


def test_every_table_of_facts_has_both_triggers(migrated: Connection):
    wanted = append_only_triggers(table.name for table in APPEND_ONLY)
    assert sorted(schema(migrated, "trigger").values()) == sorted(wanted)


def test_head_is_the_newest_migration_and_there_is_one_line_of_them():
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_every_table_is_listed_once():
    assert sorted(table.name for table in TABLES) == sorted(metadata.tables)
