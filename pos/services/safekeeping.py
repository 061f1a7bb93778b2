"""Are the books whole? Checking them against themselves, repairing nothing."""

from collections.abc import Callable

from pos.storage.books import Books
from pos.storage.verification import Fault


class Safekeeping:
    """Looks after the books."""

    def __init__(self, books: Books) -> None:
        self._books = books

    def verify(self, progress: Callable[[int, int], None]) -> tuple[Fault, ...]:
        """Every contradiction in the books, none when they are whole; `progress` is told (facts done, facts in all)."""
        with self._books.reading() as books:
            return tuple(books.faults(progress))

    def fingerprint(self) -> str:
        """The heads of the tills' chains, as settlements and reports print them."""
        with self._books.reading() as books:
            return books.journal.fingerprint()
