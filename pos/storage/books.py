"""The books: one file, one connection, one transaction an act."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from filelock import FileLock, Timeout
from sqlalchemy import Connection

from pos.storage.catalogue import CatalogueReader, CatalogueWriter
from pos.storage.database import BooksUnavailable, open_engine, unavailable_named
from pos.storage.drafts import Drafts, DraftsWriter
from pos.storage.journal import Journal, JournalWriter
from pos.storage.people import PeopleReader, PeopleWriter
from pos.storage.print_jobs import PrintJobs
from pos.storage.search import ProductSearch, ProductSearchWriter
from pos.storage.shelves import Shelves

if TYPE_CHECKING:
    from pos.storage.figures import Figures
    from pos.storage.product_lists import ProductLists
    from pos.storage.replays import Replays
    from pos.storage.sale_search import SaleSearch
    from pos.storage.shift_sums import ShiftSums
    from pos.storage.verification import Fault, Progress


class Reading:
    """What can be asked of the books; valid inside the `with` that gave it.

    What is asked for reports, replays and receipts of the past is loaded when it is asked for: no till's first screen
    waits for it.
    """

    def __init__(self, connection: Connection) -> None:
        self.catalogue = CatalogueReader(connection)
        self.journal = Journal(connection)
        self.drafts = Drafts(connection)
        self.people = PeopleReader(connection)
        self.search = ProductSearch(connection)
        self.shelves = Shelves(connection)
        self.print_jobs = PrintJobs(connection)
        self._connection = connection

    @cached_property
    def figures(self) -> "Figures":
        """The sums of an exhibition."""
        from pos.storage.figures import Figures

        return Figures(self._connection)

    @cached_property
    def product_lists(self) -> "ProductLists":
        """Which products a list shows."""
        from pos.storage.product_lists import ProductLists

        return ProductLists(self._connection)

    @cached_property
    def replays(self) -> "Replays":
        """The day files that were replayed."""
        from pos.storage.replays import Replays

        return Replays(self._connection)

    @cached_property
    def sale_search(self) -> "SaleSearch":
        """The sales and other papers of the past."""
        from pos.storage.sale_search import SaleSearch

        return SaleSearch(self._connection)

    @cached_property
    def shift_sums(self) -> "ShiftSums":
        """The sums of a shift."""
        from pos.storage.shift_sums import ShiftSums

        return ShiftSums(self._connection)

    def faults(self, progress: "Progress") -> "Iterator[Fault]":
        """Everything in which the books contradict themselves; `progress` is told (facts checked, facts in all)."""
        from pos.storage.verification import verify

        return verify(self._connection, progress)


class Transaction(Reading):
    """What can be asked and written; all of it is kept, or none."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self.catalogue: CatalogueWriter = CatalogueWriter(connection)
        self.drafts: DraftsWriter = DraftsWriter(connection)
        self.journal: JournalWriter = JournalWriter(connection)
        self.people: PeopleWriter = PeopleWriter(connection)
        self.search: ProductSearchWriter = ProductSearchWriter(connection)


def remove_books(path: Path) -> None:
    """Take a file of books away, with what SQLite keeps beside it; nothing happens where there is none.

    Raises `BooksUnavailable`: `busy` where a running copy has them open for writing, `read-only` where the disk
    refuses.
    """
    with _locked(path):
        for file in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
            try:
                file.unlink(missing_ok=True)
            except OSError as error:
                raise BooksUnavailable("read-only", str(error)) from error


def _locked(path: Path) -> FileLock:
    """The lock of the books of that file, taken; raises as `Books`."""
    lock = FileLock(f"{path}.lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        raise BooksUnavailable("busy", str(path)) from None
    except OSError as error:
        raise BooksUnavailable("read-only", str(error)) from error
    return lock


class Books:
    """The books in a file. Only one running copy writes them; any number may read them beside it."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open the books, and make them where they are not there yet.

        Raises `BooksUnavailable`: `busy` where another copy has them open for writing.
        """
        self.path = path
        self._lock = None if read_only else _locked(path)
        try:
            self._engine = open_engine(path, read_only=read_only)
            self._connection = self._engine.connect()
        except BaseException:
            self._release()
            raise

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """One act: committed to disk when the block ends, undone as a whole when it raises."""
        with unavailable_named(), self._connection.begin():
            yield Transaction(self._connection)

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """A short look at the books as they are at one moment."""
        with unavailable_named(), self._connection.begin():
            yield Reading(self._connection)

    def close(self) -> None:
        """Give the file and its lock back."""
        self._connection.close()
        self._engine.dispose()
        self._release()

    def _release(self) -> None:
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
