"""A till's desk: its settings, its texts, and all services over one set of books."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pos.hardware.interfaces import Battery, Printer, Speaker
from pos.services.acts import Act
from pos.services.clock import Clock, fresh_id
from pos.services.finding import Finding
from pos.services.holding import Holding
from pos.services.later_services import LaterServices
from pos.services.sale_finding import SaleFinding
from pos.services.signing_in import SigningIn
from pos.services.till_services import TillServices
from pos.settings import Places, Settings
from pos.texts import Texts

if TYPE_CHECKING:  # of papers, only what prints one loads anything
    from pos.printing.escpos import PrinterProfile
    from pos.printing.receipt_elements import PaperWidth
    from pos.services.papers import Papers
    from pos.services.print_queue import PrintQueue
    from pos.services.producers_day import ProducersDay
    from pos.services.replaying import Replaying
    from pos.services.reporting import Reporting
    from pos.services.safekeeping import Safekeeping


@dataclass(frozen=True, slots=True)
class Desk:
    """What a window or a command has before it. `open_printer` gives the printer of a URI.

    A desk of `practice` stands over books of its own, and its papers say that they are worth nothing.
    """

    places: Places
    settings: Settings
    texts: Texts
    clock: Clock
    till: TillServices
    finding: Finding
    holding: Holding
    sale_finding: SaleFinding
    signing_in: SigningIn
    later: LaterServices
    open_printer: Callable[[str], Printer]
    speaker: Speaker
    battery: Battery
    practice: bool

    @property
    def papers(self) -> "Papers":
        """Settlements and reports as papers."""
        return self.later.papers

    @property
    def print_queue(self) -> "PrintQueue":
        """What waits for the receipt printer."""
        return self.later.print_queue

    @property
    def producers_day(self) -> "ProducersDay":
        """What each producer has and is owed."""
        return self.later.producers_day

    @property
    def replaying(self) -> "Replaying":
        """Playing day files into the books."""
        return self.later.replaying

    @property
    def reporting(self) -> "Reporting":
        """The figures of an exhibition."""
        return self.later.reporting

    @property
    def safekeeping(self) -> "Safekeeping":
        """Looking whether the books are whole."""
        return self.later.safekeeping

    @property
    def paper(self) -> "PaperWidth":
        """The width of the receipt paper."""
        from pos.printing.receipt_elements import PAPER_58, PAPER_80

        return PAPER_58 if self.settings.receipt_width == 58 else PAPER_80

    @property
    def printer_profile(self) -> "PrinterProfile":
        """What the receipt printer can do."""
        from pos.printing.escpos import PrinterProfile

        return PrinterProfile(paper=self.paper)

    def act(self, exhibition: str = "") -> Act:
        """A new act of this till, now."""
        return Act(fresh_id(), self.settings.till, exhibition or self.settings.exhibition, self.clock.now())
