"""One writer, one transaction an act: all of it is kept or none, also when the disk is full in the middle."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from pos.domain.basket import Basket
from pos.domain.shifts import CashDirection, move_cash
from pos.domain.stamps import EventId
from pos.services.acts import Act
from pos.storage.books import Books
from pos.storage.database import BooksUnavailable
from pos.storage.replays import ReplayedLine
from tests.builders import MORNING, cash, money
from tests.services.stall import FAIR, Stall

# --- one writer ----------------------------------------------------------------------------------------------------


def test_a_second_copy_that_wants_to_write_is_told_that_the_books_are_busy(stall: Stall):
    with pytest.raises(BooksUnavailable) as trouble:
        Books(stall.path)
    assert trouble.value.reason == "busy"


def test_any_number_may_read_beside_the_one_that_writes_and_see_what_was_finished(stall: Stall):
    stall.open()
    with Books(stall.path, read_only=True) as one, Books(stall.path, read_only=True) as other:
        stall.sell("TAZA")
        for books in (one, other):
            with books.reading() as look:
                assert look.journal.till("A").sale_number == 1


def test_who_reads_sees_one_moment_however_long_it_looks(stall: Stall):
    stall.open()
    with Books(stall.path, read_only=True) as books, books.reading() as look:
        assert look.journal.till("A").sale_number == 0
        stall.sell("TAZA")
        assert look.journal.till("A").sale_number == 0


def test_closed_books_can_be_opened_by_the_next(stall: Stall):
    stall.close()
    Books(stall.path).close()


def test_books_that_could_not_be_opened_are_not_kept_locked(tmp_path: Path):
    path = tmp_path / "books.sqlite"
    path.write_text("no database" * 1000)
    for _ in range(2):
        with pytest.raises(BooksUnavailable, match="not-books"):
            Books(path)
    path.unlink()
    Books(path).close()


def test_somebody_who_holds_the_database_itself_makes_the_books_busy(stall: Stall):
    stall.open()
    act, basket = stall.act(), stall.basket("TAZA")
    stall.books._connection.connection.driver_connection.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(stall.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BooksUnavailable) as trouble:
            stall.selling.finish(act, basket)
        other.execute("ROLLBACK")
    assert trouble.value.reason == "busy"
    assert not stall.selling.finish(act, basket).again


# --- all or nothing ------------------------------------------------------------------------------------------------


def everything(stall: Stall) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables."""
    tables = [name for (name,) in stall.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return {table: stall.rows(f"SELECT * FROM {table}") for table in tables}


def test_what_is_raised_inside_leaves_nothing_behind(rich: Stall):
    before = everything(rich)
    sale = rich.refunding.find("A-000001")
    shift = rich.shifts.current("B")
    stamp = rich.act(till="B").stamp(rich.exhibition(), shift.id)
    moved = move_cash(stamp, shift.cashier, CashDirection.IN, money("1.00"), "sencillo")

    def write_and_fail() -> None:
        with rich.books.transaction() as books:
            books.journal.append(moved, paper=True)
            books.replays.remember("day", "A", [ReplayedLine(9, "digest", None, sale.stamp.id)])
            books.print_jobs.mark(1, "printed")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    assert everything(rich) == before
    assert rich.faults() == ()


TABLES_OF_A_SALE = [
    *("fact", "sale", "sale_line", "tender", "line_share", "member_share", "stock_movement", "posting"),
    *("print_job", "till"),
]


@pytest.mark.parametrize("table", TABLES_OF_A_SALE)
def test_a_sale_that_fails_at_any_of_its_tables_is_not_there_and_can_be_tried_again(stall: Stall, table: str):
    stall.open()
    before = everything(stall)
    act, basket = stall.act(), stall.basket("TAZA", "JUEGO")
    with failing_at(stall, table), pytest.raises(Exception, match="it fails here"):
        stall.selling.finish(act, basket)
    assert everything(stall) == before
    assert not stall.selling.finish(act, basket).again
    assert stall.faults() == ()


@contextmanager
def failing_at(stall: Stall, table: str) -> Iterator[None]:
    """Make the database refuse to write to a table."""
    database = stall.books._connection.connection.driver_connection
    for act in ("INSERT", "UPDATE"):
        database.execute(
            f"CREATE TEMP TRIGGER fails_{act} BEFORE {act} ON {table} BEGIN SELECT RAISE(ABORT, 'it fails here'); END"
        )
    yield
    for act in ("INSERT", "UPDATE"):
        database.execute(f"DROP TRIGGER fails_{act}")


# --- a full disk ---------------------------------------------------------------------------------------------------


def pages(stall: Stall, name: str) -> int:
    [(count,)] = stall.books._connection.connection.driver_connection.execute(f"PRAGMA {name}")
    return count


@pytest.mark.parametrize("room", range(0, 12, 2))
def test_a_disk_that_is_full_in_the_middle_of_a_sale_leaves_no_half_of_it(stall: Stall, room: int):
    """With room for a few pages more, the disk is full at another table each time; in the end all sales are there."""
    stall.open()
    basket = stall.basket(*["TAZA", "JUEGO", "CHAL", "MIEL"] * 10)
    pages(stall, f"max_page_count = {pages(stall, 'page_count') + room}")
    act, done = sell_until_full(stall, basket)
    assert [number for (number,) in stall.rows("SELECT number FROM sale")] == list(range(1, done + 1))
    assert stall.faults() == ()
    pages(stall, "max_page_count = 1000000")
    finished = stall.selling.finish(act, basket)
    assert (finished.again, finished.sale.number) == (False, done + 1)
    assert stall.faults() == ()


def sell_until_full(stall: Stall, basket: Basket) -> tuple[Act, int]:
    """The act that found the disk full, and how many were finished before it."""
    for done in range(1000):
        act = stall.act()
        try:
            stall.selling.finish(act, basket)
        except BooksUnavailable as trouble:
            if trouble.reason == "full":
                return act, done
            raise
    raise AssertionError("the disk never was full")


def test_with_a_full_disk_the_books_can_still_be_read(stall: Stall):
    stall.open()
    sale = stall.sell("TAZA", pay=[cash("50.00")])
    pages(stall, f"max_page_count = {pages(stall, 'page_count')}")
    sell_until_full(stall, stall.basket("TAZA", "JUEGO", "CHAL"))
    assert stall.refunding.find("A-000001") == sale
    assert stall.reporting.report(FAIR).sales.receipts == stall.count("sale")


def test_an_act_is_known_by_its_id_alone(stall: Stall):
    """Whoever does not know whether an act was kept asks again with its id, be it at another time."""
    stall.open()
    first = stall.selling.finish(Act(EventId("sale"), "A", FAIR, MORNING), stall.basket("TAZA"))
    again = stall.selling.finish(Act(EventId("sale"), "A", FAIR, MORNING.replace(hour=17)), stall.basket("JUEGO"))
    assert (again.sale, again.again) == (first.sale, True)


# --- a commit that fails -------------------------------------------------------------------------------------------


@contextmanager
def files_no_longer_than(size: int) -> Iterator[None]:
    """No file of this process may grow beyond so many bytes: what then fails is the write itself, at the commit."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("room", [0, 4000, 20_000])
def test_after_a_commit_that_failed_the_same_act_is_asked_again(stall: Stall, room: int):
    stall.open()
    stall.sell("TAZA")
    log = stall.path.with_name(f"{stall.path.name}-wal")
    act, basket = stall.act(), stall.basket("TAZA", "JUEGO", "CHAL", "MIEL")
    with files_no_longer_than(log.stat().st_size + room), pytest.raises(BooksUnavailable) as trouble:
        stall.selling.finish(act, basket)
    assert trouble.value.reason in {"failed", "full"}
    assert stall.count("sale") == 1
    sold = stall.selling.finish(act, basket)
    assert stall.selling.finish(act, basket).sale == sold.sale
    assert stall.rows("SELECT number FROM sale") == [(1,), (2,)]
    assert stall.faults() == ()
