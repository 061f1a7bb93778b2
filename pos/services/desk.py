"""A till's desk: its settings, its texts, and all services over one set of books."""

from collections.abc import Callable
from dataclasses import dataclass

from pos.hardware.interfaces import Battery, Printer, Speaker
from pos.printing.escpos import PrinterProfile
from pos.printing.receipt_elements import PAPER_58, PAPER_80, PaperWidth
from pos.services.acts import Act
from pos.services.clock import Clock, fresh_id
from pos.services.day_acts import TillServices
from pos.services.finding import Finding
from pos.services.holding import Holding
from pos.services.papers import Papers
from pos.services.print_queue import PrintQueue
from pos.services.producers_day import ProducersDay
from pos.services.replaying import Replaying
from pos.services.reporting import Reporting
from pos.services.safekeeping import Safekeeping
from pos.services.sale_finding import SaleFinding
from pos.services.signing_in import SigningIn
from pos.settings import Places, Settings
from pos.texts import Texts


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
    reporting: Reporting
    papers: Papers
    producers_day: ProducersDay
    print_queue: PrintQueue
    replaying: Replaying
    safekeeping: Safekeeping
    sale_finding: SaleFinding
    signing_in: SigningIn
    open_printer: Callable[[str], Printer]
    speaker: Speaker
    battery: Battery
    practice: bool

    @property
    def paper(self) -> PaperWidth:
        """The width of the receipt paper."""
        return PAPER_58 if self.settings.receipt_width == 58 else PAPER_80

    @property
    def printer_profile(self) -> PrinterProfile:
        """What the receipt printer can do."""
        return PrinterProfile(paper=self.paper)

    def act(self, exhibition: str = "") -> Act:
        """A new act of this till, now."""
        return Act(fresh_id(), self.settings.till, exhibition or self.settings.exhibition, self.clock.now())
