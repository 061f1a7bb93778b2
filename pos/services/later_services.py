"""The services for papers, reports and files: no till's first screen needs them, so each is loaded when it is wanted.

Together with what they lay out they would take a tenth of the time in which the till starts.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from pos.services.till_services import TillServices
from pos.storage.books import Books

if TYPE_CHECKING:
    from pos.services.papers import Papers
    from pos.services.print_queue import PrintQueue
    from pos.services.producers_day import ProducersDay
    from pos.services.replaying import Replaying
    from pos.services.reporting import Reporting
    from pos.services.safekeeping import Safekeeping


class LaterServices:
    """Makes each of them once, over one set of books; those of `practice` print papers that say so."""

    def __init__(self, books: Books, till: TillServices, *, practice: bool) -> None:
        self._books = books
        self._till = till
        self._practice = practice

    @cached_property
    def papers(self) -> "Papers":
        """Settlements and reports as papers."""
        from pos.services.papers import Papers

        return Papers(self._books, self._till.catalogue)

    @cached_property
    def print_queue(self) -> "PrintQueue":
        """What waits for the receipt printer."""
        from pos.services.print_queue import PrintQueue

        return PrintQueue(self._books, self._till.catalogue, practice=self._practice)

    @cached_property
    def producers_day(self) -> "ProducersDay":
        """What each producer has and is owed, as the producers' screen shows it."""
        from pos.services.producers_day import ProducersDay

        return ProducersDay(self._books, self._till.catalogue)

    @cached_property
    def replaying(self) -> "Replaying":
        """Playing day files into the books."""
        from pos.services.replaying import Replaying

        return Replaying(self._books, self._till)

    @cached_property
    def reporting(self) -> "Reporting":
        """The figures of an exhibition."""
        from pos.services.reporting import Reporting

        return Reporting(self._books, self._till.catalogue)

    @cached_property
    def safekeeping(self) -> "Safekeeping":
        """Looking whether the books are whole."""
        from pos.services.safekeeping import Safekeeping

        return Safekeeping(self._books)
