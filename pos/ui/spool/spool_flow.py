"""Leads through the papers that are open: shows them, notes what a person says of them, keeps them as files."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from pos.domain.refusals import OutputOverBooks
from pos.services.desk import Desk
from pos.services.paper_files import put_paper
from pos.storage.database import BooksUnavailable
from pos.storage.print_jobs import PrintJob
from pos.troubles import trouble as trouble_words
from pos.ui.choosers import PaperPlaces
from pos.ui.messages import Message, Tone, in_two, told
from pos.ui.printer_words import wrong
from pos.ui.receipt_printing import ReceiptPrinting

if TYPE_CHECKING:  # no till's first screen needs them
    from pos.ui.spool.spool_sheet import SpoolSheet


class SpoolFlow(QObject):
    """Opens the sheet, and keeps it up to date while it is open. What it needs for that is loaded then."""

    setup_wanted = Signal()
    """The printer is to be set up."""

    def __init__(self, window: QWidget, desk: Desk, printing: ReceiptPrinting, places: PaperPlaces) -> None:
        super().__init__(window)
        self._window, self._desk, self._printing, self._places = window, desk, printing, places
        self._sheet: SpoolSheet | None = None
        self._other = ""
        self._kept: Path | None = None

    def open(self) -> None:
        """Show what is open; the printer is tried at once, since that is why somebody comes here."""
        from pos.ui.spool.spool_sheet import SpoolSheet

        if self._sheet is not None:
            return
        sheet = self._sheet = SpoolSheet(self._window, self._desk.texts)
        self._other = self._printing.state.other
        sheet.came_out.connect(lambda numbers: self._settle(self._desk.print_queue.came_out, numbers))
        sheet.given_up.connect(lambda numbers: self._settle(self._desk.print_queue.give_up, numbers))
        sheet.again_wanted.connect(self._print_again)
        sheet.try_wanted.connect(self._try)
        sheet.other_wanted.connect(self._send_to_other)
        sheet.file_wanted.connect(self._keep)
        sheet.message_acted.connect(self._show_kept)
        sheet.looked_at.connect(lambda job: QTimer.singleShot(0, sheet, partial(self._show_paper, sheet, job)))
        sheet.setup_wanted.connect(self.setup_wanted)
        sheet.finished.connect(self._forget)
        self._printing.changed.connect(self._refresh)
        self._refresh()
        sheet.ask()
        self._try()

    def _forget(self) -> None:
        self._sheet = None
        self._printing.changed.disconnect(self._refresh)

    # --- showing -----------------------------------------------------------------------------------------------------

    def _refresh(self) -> None:
        from pos.ui.spool.job_words import JobWords

        sheet, state = self._sheet, self._printing.state
        if sheet is None:
            return
        try:
            jobs = self._desk.print_queue.pending()
            words = JobWords(self._desk.texts, self._desk.till.catalogue.terms(), self._desk.clock.now())
        except BooksUnavailable as trouble:
            sheet.say(told(trouble, self._desk.texts))
            return
        sheet.show_jobs(jobs, words, state, has_other=self._printing.has_other)
        if state.other != self._other:
            self._other = state.other
            sheet.say(self._other_trouble(state.other) if state.other else None)

    def _other_trouble(self, reason: str) -> Message:
        """Why the other printer takes nothing: what it is called in the settings tells it from the till's own."""
        _ = self._desk.texts._
        title = _("The other printer did not take it: %(why)s.") % {"why": _(wrong(reason).of_paper)}
        return Message(Tone.WARN, title, _(wrong(reason).todo), icon="printer-off")

    def _show_paper(self, sheet: "SpoolSheet", job: PrintJob | None) -> None:
        # Loaded here, not above: Pillow takes longer to load than the sheet to open.
        from pos.printing.strip_picture import strip_png

        if job is None:
            sheet.show_paper(b"")
            return
        profile = self._desk.printer_profile
        try:
            strip = self._desk.print_queue.strip_of(job, profile.paper)
        except BooksUnavailable as trouble:
            sheet.say(told(trouble, self._desk.texts))
            return
        sheet.show_paper(strip_png(strip, profile))

    # --- acts --------------------------------------------------------------------------------------------------------

    def _settle(self, note: Callable[[Sequence[int]], int], numbers: Sequence[int]) -> None:
        def act() -> None:
            note(numbers)
            self._printing.recount()

        self._act(act)

    def _print_again(self, numbers: Sequence[int]) -> None:
        def act() -> None:
            self._desk.print_queue.want_again(numbers)
            self._printing.print_waiting()

        self._act(act)

    def _try(self) -> None:
        self._act(self._printing.print_waiting)

    def _send_to_other(self, numbers: Sequence[int]) -> None:
        self._other = ""
        self._act(lambda: self._printing.send_to_other(numbers))

    def _act(self, act: Callable[[], object]) -> None:
        """Do it, and say where the books do not let us."""
        sheet = self._sheet
        if sheet is None:
            return
        sheet.say(None)
        try:
            act()
        except BooksUnavailable as trouble:
            sheet.say(told(trouble, self._desk.texts))

    # --- files -------------------------------------------------------------------------------------------------------

    def _keep(self, numbers: Sequence[int]) -> None:
        """Ask where to, and write the papers there as the pages of one file."""
        from pos.ui.spool.job_words import file_name

        sheet, texts = self._sheet, self._desk.texts
        target: Path | None = None
        if sheet is None:
            return
        try:
            jobs = [job for job in self._desk.print_queue.pending() if job.number in numbers]
            if not jobs:
                return
            name = file_name(jobs[0].event) if len(jobs) == 1 else texts._("papers")
            target = self._places.file(sheet, f"{name}.pdf")
            if target is None:
                return
            self._write(jobs, target, name)
        except (BooksUnavailable, OutputOverBooks) as trouble:
            sheet.say(told(trouble, texts))
        except OSError as error:
            values = {"file": target, "reason": error.strerror or str(error)}
            sheet.say(in_two(Tone.BAD, trouble_words("file-trouble", values, texts)))
        else:
            self._kept = target
            title = texts._("Kept in %(file)s.") % {"file": target.name}
            detail = texts._("It still waits here, until you say that it is not needed.")
            sheet.say(Message(Tone.HELP, title, detail, texts._("Open"), icon="file"))

    def _write(self, jobs: Sequence[PrintJob], target: Path, title: str) -> None:
        from pos.printing.strip_pdf import strips_pdf  # reportlab is slow to load

        profile = self._desk.printer_profile
        strips = [self._desk.print_queue.strip_of(job, profile.paper) for job in jobs]
        put_paper(self._desk.places, target, lambda file: strips_pdf(strips, profile, file, title))

    def _show_kept(self) -> None:
        if self._kept is not None:
            self._places.show(self._kept)
