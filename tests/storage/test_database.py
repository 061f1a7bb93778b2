"""Opening the books' file: what is promised of durability is on, and what can't be opened says why."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from pos.storage.books import Books
from pos.storage.database import HEAD, BooksUnavailable
from tests.services.stall import Stall


def reason(path: Path, *, read_only: bool = False) -> str:
    """Why books can't be opened."""
    with pytest.raises(BooksUnavailable) as trouble:
        Books(path, read_only=read_only)
    return trouble.value.reason


def pragma(books: Books, name: str) -> object:
    with books.reading():
        [(value,)] = books._connection.exec_driver_sql(f"PRAGMA {name}")
    return value


# --- what is on ----------------------------------------------------------------------------------------------------


def test_every_commit_is_flushed_to_disk_and_references_are_kept(tmp_path: Path):
    with Books(tmp_path / "books.sqlite") as books:
        assert pragma(books, "journal_mode") == "wal"
        assert pragma(books, "synchronous") == 2, "2 is FULL"
        assert pragma(books, "foreign_keys") == 1


def test_whoever_only_reads_keeps_references_too_and_can_t_write(path: Path):
    with Books(path, read_only=True) as books:
        assert pragma(books, "foreign_keys") == 1
        with pytest.raises(BooksUnavailable) as trouble, books.transaction() as writing:
            writing.print_jobs.mark(1, "printed")
    assert trouble.value.reason == "read-only"


def test_new_books_are_made_with_their_folder_and_have_the_newest_schema(tmp_path: Path):
    path = tmp_path / "new" / "folder" / "books.sqlite"
    Books(path).close()
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]


def test_books_are_opened_again_as_they_were_left(rich: Stall):
    facts = rich.rows("SELECT * FROM fact")
    rich.close()
    with closing(Stall(rich.path)) as again:
        assert again.rows("SELECT * FROM fact") == facts


def test_a_name_with_spaces_and_signs_is_a_name_like_another(tmp_path: Path):
    path = tmp_path / "Caja Nº 1 ?&#% 'feria'" / "books.sqlite"
    Books(path).close()
    with Books(path, read_only=True):
        assert sorted(file.suffix for file in path.parent.glob("books.sqlite")) == [".sqlite"]


# --- what can't be opened ------------------------------------------------------------------------------------------


def test_books_that_are_only_to_be_read_are_not_made(tmp_path: Path):
    path = tmp_path / "books.sqlite"
    assert reason(path, read_only=True) == "missing"
    assert not path.exists()


@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_is_no_database(tmp_path: Path, read_only: bool):
    path = tmp_path / "books.sqlite"
    path.write_text("Estimada señora: adjunto la lista de precios. " * 100, encoding="utf-8")
    assert reason(path, read_only=read_only) == "not-books"
    assert path.read_text(encoding="utf-8").startswith("Estimada")


@pytest.mark.parametrize("read_only", [False, True])
def test_the_database_of_another_program(tmp_path: Path, read_only: bool):
    path = tmp_path / "books.sqlite"
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE contacts (name TEXT)")
    assert reason(path, read_only=read_only) == "not-books"
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT name FROM sqlite_schema").fetchall() == [("contacts",)]


@pytest.mark.parametrize("read_only", [False, True])
def test_books_of_a_newer_program(path: Path, read_only: bool):
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    assert reason(path, read_only=read_only) == "newer"


def test_an_empty_file_becomes_books_but_can_t_be_read_as_such(tmp_path: Path):
    path = tmp_path / "books.sqlite"
    path.touch()
    assert reason(path, read_only=True) == "missing"
    Books(path).close()
    Books(path, read_only=True).close()


def test_a_folder_in_the_place_of_the_file(tmp_path: Path):
    (tmp_path / "books.sqlite").mkdir()
    assert reason(tmp_path / "books.sqlite") == "failed"
    assert reason(tmp_path / "books.sqlite", read_only=True) == "missing"


def test_a_file_in_the_place_of_the_folder(tmp_path: Path):
    (tmp_path / "home").touch()
    assert reason(tmp_path / "home" / "books.sqlite") == "read-only"


@contextmanager
def nobody_in_particular() -> Iterator[None]:
    """Root may write anywhere; for a while we are somebody else."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def locked_folder(path: Path) -> Iterator[Path]:
    """A folder with books in it where nobody may write."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "books.sqlite").write_bytes(path.read_bytes())
        (folder / "books.sqlite").chmod(0o444)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="permissions are others there")
def test_a_folder_where_nobody_may_write(locked_folder: Path):
    with nobody_in_particular():
        assert reason(locked_folder / "books.sqlite") == "read-only"
        assert reason(locked_folder / "new.sqlite") == "read-only"
        assert reason(locked_folder / "books.sqlite", read_only=True) == "read-only", "readers leave a file of marks"


def test_a_file_that_lost_its_end_is_damaged(path: Path):
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(BooksUnavailable) as trouble, Books(path, read_only=True) as books, books.reading() as look:
        list(look.faults(lambda done, total: None))
    assert trouble.value.reason == "damaged"


@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_whose_own_names_are_damaged_beyond_reading(path: Path, read_only: bool):
    whole = path.read_bytes()
    for written, rotten in (
        (b"tablefactfact", b"tablefac\xf4fac\xf4"),
        (b"CREATE TABLE fact (", b"CREATE TABLE fac\xf4 "),
    ):
        assert written in whole
        whole = whole.replace(written, rotten, 1)
    path.write_bytes(whole)
    assert reason(path, read_only=read_only) == "damaged"


def test_trouble_says_its_reason_and_what_the_database_said(tmp_path: Path):
    path = tmp_path / "books.sqlite"
    with pytest.raises(BooksUnavailable, match=rf"missing: {path}"):
        Books(path, read_only=True)
