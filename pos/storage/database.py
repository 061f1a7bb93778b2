"""Opening the books' file: one kept connection, durable commits, and the schema brought up to date.

SQLite with WAL and `synchronous=FULL`: what was committed survives a power cut, and reports read while the till sells.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from pos.storage.search import search_words

MIGRATIONS = Path(__file__).parent / "migrations"
HEAD = "0004"
"""The newest migration; a test holds it to what the folder of migrations says."""


class BooksUnavailable(Exception):
    """The environment's fault, not a rule's: the books can't be opened, read or written just now.

    `reason` is a code: `missing`, `not-books`, `newer`, `old`, `busy`, `full`, `read-only`, `damaged`, `failed`.
    Nothing was half-written. After a failed commit the act is unknown: ask again by its id, never do it anew.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason


_PRIMARY = 0xFF
"""The part of SQLite's extended error codes that says of which kind an error is."""

_REASONS = {
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_PERM: "read-only",
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "not-books",
    sqlite3.SQLITE_CANTOPEN: "failed",
    sqlite3.SQLITE_IOERR: "failed",
    sqlite3.SQLITE_NOMEM: "failed",
}


@contextmanager
def unavailable_named() -> Iterator[None]:
    """Turns what the database says of its environment into `BooksUnavailable`; a fault of ours passes as it is."""
    try:
        yield
    except DBAPIError as error:
        reason = _reason(error.orig)
        if reason is None:
            raise
        raise BooksUnavailable(reason, str(error.orig)) from error


def _reason(error: BaseException | None) -> str | None:
    """What of the environment is at fault, None where it is a statement of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None:
        return _REASONS.get(code & _PRIMARY)
    # Text that is not UTF-8 is found by the driver, which has no code for it.
    return "damaged" if isinstance(error, sqlite3.OperationalError) else None


def open_engine(path: Path, *, read_only: bool = False) -> Engine:
    """An engine with one kept connection to the books' file, which is made if it is not there.

    Raises `BooksUnavailable`; with `read_only` also for a file that is missing or whose schema is not the newest.
    """
    if read_only and not path.is_file():
        raise BooksUnavailable("missing", str(path))
    engine = create_engine(
        "sqlite://", creator=lambda: _connect(path, read_only=read_only), poolclass=StaticPool, hide_parameters=True
    )
    event.listen(engine, "begin", _begin_read if read_only else _begin_write)
    with unavailable_named():
        _bring_up_to_date(engine, read_only=read_only)
    return engine


def _connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    mode = "ro" if read_only else "rwc"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False, timeout=2
    )
    # Without recursive triggers a REPLACE would take rows away past the triggers that keep them.
    pragmas = ["foreign_keys = ON", "recursive_triggers = ON", "cache_size = -16384"]
    if not read_only:
        pragmas += ["journal_mode = WAL", "synchronous = FULL"]
    try:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
        connection.create_function("search_words", 1, search_words, deterministic=True)
    except BaseException as error:
        connection.close()
        if isinstance(error, UnicodeDecodeError):
            # SQLite says what is damaged by its damaged name, which Python can't read.
            raise sqlite3.OperationalError(f"malformed schema: {error}") from error
        raise
    return connection


def _begin_write(connection: Connection) -> None:
    # Taking the write lock first keeps two transactions from both reading and then colliding when they write.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_read(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _bring_up_to_date(engine: Engine, *, read_only: bool) -> None:
    with engine.connect() as connection:
        version = _version(connection)
        foreign = version is None and bool(inspect(connection).get_table_names())
    if version == HEAD:
        return
    if foreign:
        raise BooksUnavailable("not-books")
    if version is not None and version > HEAD:
        raise BooksUnavailable("newer", version)
    if read_only:
        raise BooksUnavailable("missing" if version is None else "old", version or "")
    _migrate(engine)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return version


def _migrate(engine: Engine) -> None:
    # Alembic costs more time to import than the till takes to start, and is needed only when the schema is not new.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
