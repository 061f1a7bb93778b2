"""The services for papers, reports and files: no till's first screen needs them, so each is loaded when it is wanted.

Together with what they lay out they would take a tenth of the time in which the till starts.
"""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pos.services.equipment import Trials
from pos.services.till_services import TillServices
from pos.storage.books import Books

if TYPE_CHECKING:
    from pos.services.labelling import Labelling
    from pos.services.papers import Papers
    from pos.services.print_queue import PrintQueue
    from pos.services.producers_day import ProducersDay
    from pos.services.replaying import Replaying
    from pos.services.reporting import Reporting
    from pos.services.safekeeping import Safekeeping


class LaterServices:
    """Makes each of them once, over one set of books; those of `practice` print papers that say so.

    `photos` is the folder that the network's own pictures lie in.
    """

    def __init__(self, books: Books, till: TillServices, photos: Path, *, practice: bool) -> None:
        self._books = books
        self._till = till
        self._photos = photos
        self._practice = practice
        self.trials = Trials()
        """How the devices were found since the program was started."""

    @cached_property
    def labelling(self) -> "Labelling":
        """Labels of products and badges of producers."""
        from pos.services.labelling import Labelling
        from pos.services.paper_pictures import PaperPictures

        return Labelling(self._books, self._till.catalogue, PaperPictures(self._photos), self._photos)

    @cached_property
    def papers(self) -> "Papers":
        """Settlements and reports as papers."""
        from pos.services.papers import Papers

        return Papers(self._books, self._till.catalogue)

    @cached_property
    def print_queue(self) -> "PrintQueue":
        """What waits for the receipt printer."""
        from pos.services.paper_pictures import PaperPictures
        from pos.services.print_queue import PrintQueue

        pictures = PaperPictures(self._photos)
        return PrintQueue(self._books, self._till.catalogue, practice=self._practice, pictures=pictures)

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
