"""A till's desk: its settings, its texts, and all services over one set of books."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pos.hardware.interfaces import Attached, Battery, CashDrawer, CodeReader, PoleDisplay, Printer, Speaker
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
    from pos.services.labelling import Labelling
    from pos.services.papers import Papers
    from pos.services.print_queue import PrintQueue
    from pos.services.producers_day import ProducersDay
    from pos.services.replaying import Replaying
    from pos.services.reporting import Reporting
    from pos.services.safekeeping import Safekeeping


@dataclass(frozen=True, slots=True)
class Desk:
    """What a window or a command has before it. `open_…` gives the device of a URI; raises `ValueError` for no address.

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
    open_reader: Callable[[str], CodeReader]
    open_pole: Callable[[str], PoleDisplay]
    open_drawer: Callable[[str], CashDrawer]
    attached: Attached
    speaker: Speaker
    battery: Battery
    practice: bool

    @property
    def labelling(self) -> "Labelling":
        """Labels of products and badges of producers."""
        return self.later.labelling

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
        """How wide the receipt printer prints."""
        return self.printer_profile.paper

    @property
    def printer_profile(self) -> "PrinterProfile":
        """What the receipt printer can do: what is known of such a printer, and what the settings say of this one."""
        from pos.printing.printer_profiles import profile_for

        settings = self.settings
        return profile_for(
            settings.printer_profile,
            settings.receipt_width,
            code_page=settings.code_page,
            drawer_pin=5 if settings.drawer == "printer:5" else 2,
        )

    @property
    def backup_profile(self) -> "PrinterProfile":
        """What the other printer can do, of which no more than the paper's width is known."""
        from pos.printing.printer_profiles import profile_for

        return profile_for("", self.settings.backup_width)

    def act(self, exhibition: str = "") -> Act:
        """A new act of this till, now."""
        return Act(fresh_id(), self.settings.till, exhibition or self.settings.exhibition, self.clock.now())
