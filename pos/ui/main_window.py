"""Where the window begins: the program's looks, the window, and what happens to faults while it is open."""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from pos.domain.refusals import Refusal
from pos.services.desk import Desk
from pos.services.practising import OUTGROWN, begin_anew, copy_network
from pos.settings import Settings, SettingsFault, write_settings
from pos.storage.database import BooksUnavailable
from pos.texts import Texts
from pos.ui.choosers import Choosers, system_choosers
from pos.ui.faults import faults_told
from pos.ui.look import theme
from pos.ui.messages import Message, Tone, told
from pos.ui.receipt_printing import ReceiptPrinting
from pos.ui.scan import Scan
from pos.ui.scanner_input import TimeOf, pressed_at
from pos.ui.till_window import Standing, TillWindow
from pos.ui.wired_scanner import WiredScanner

OpenPractice = Callable[[Desk], AbstractContextManager[Desk]]
"""Opens the desk over the practice books of a till; they are closed at the end."""


def show_till(desk: Desk, open_practice: OpenPractice) -> int:
    """Show the till's window until it is closed; gives the exit status."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(theme.ARGUMENTS)
    theme.dress(app)
    with ExitStack() as open_books:
        program = Program(desk, open_practice, open_books, system_choosers)
        with faults_told(program.tell_fault):
            # What waits from the day before is printed once the first screen is there: the printer's part loads slowly.
            program.window.painted.connect(program.print_waiting)
            program.window.showMaximized()
            status = app.exec()
            program.stop()
            return status


class Program(QObject):
    """The window that is open, and what replaces it: another language, other settings, practice and back."""

    def __init__(
        self,
        desk: Desk,
        open_practice: OpenPractice,
        open_books: ExitStack,
        choosers: Callable[[Texts], Choosers],
        time_of: TimeOf = pressed_at,
    ) -> None:
        """`open_books` closes the practice books that were opened; `choosers` ask for files in a language."""
        super().__init__()
        self._choosers, self._time_of = choosers, time_of
        self._real = desk
        self._open_practice = open_practice
        self._open_books = open_books.enter_context(ExitStack())
        self._practice: Desk | None = None
        self._printing = ReceiptPrinting(desk)
        self._scanner = WiredScanner(desk)
        self._retired: list[ReceiptPrinting] = []
        """What may still be sending the last strip of an earlier printer or of practice."""
        self.window = self._made(desk)
        self._scanner.scanned.connect(self._take_scan)
        self._scanner.changed.connect(lambda: self.window.show_scanner(self._scanner.state))

    def _take_scan(self, scan: Scan) -> None:
        """To the window that is open now."""
        self.window.take_scan(scan)

    def tell_fault(self, fault_id: str) -> None:
        """Say in the window that is open that the program itself failed."""
        self.window.tell_fault(fault_id)

    def print_waiting(self) -> None:
        """Send what waits to the printer."""
        self.window.print_waiting()

    def stop(self) -> None:
        """Wait for what is being printed, let go of the devices, and be silent."""
        for printing in (*self._retired, self._printing):
            printing.stop()
        self._scanner.stop()
        self._real.speaker.stop()

    def _made(self, desk: Desk) -> TillWindow:
        window = TillWindow(desk, self._choosers(desk.texts), self._printing, self._time_of)
        window.settings_wanted.connect(self._change_settings)
        window.practice_wanted.connect(self._practise)
        window.practice_left.connect(self._leave_practice)
        window.show_scanner(self._scanner.state)
        return window

    def _replace_window(self, desk: Desk, standing: Standing | None = None) -> None:
        """Open a window over this desk in the place of the one that is open."""
        self._take_printer(desk)
        before, self.window = self.window, self._made(desk)
        self.window.setGeometry(before.geometry())
        self.window.setWindowState(before.windowState())
        self.window.show()
        if standing is not None:
            self.window.resume(standing)
        before.retire()
        self.window.activateWindow()  # where no window manager does it

    def _take_printer(self, desk: Desk) -> None:
        """Go on with the printer at hand where it is the same one, so that no window waits for what it prints."""
        if self._printing.serves(desk):
            return
        self._printing.retire()
        self._retired = [printing for printing in (*self._retired, self._printing) if not printing.is_idle]
        self._printing = ReceiptPrinting(desk)

    def _change_settings(self, settings: Settings) -> None:
        desk = self.window.desk
        if desk.practice:
            # The practice's own are not kept; the language is the screen's, whoever looks at it.
            settings = replace(self._real.settings, language=settings.language)
        try:
            write_settings(self._real.places.settings, settings)
        except (OSError, SettingsFault):
            _ = desk.texts._
            title = _("The settings could not be kept.")
            self.window.show_message(Message(Tone.BAD, title, _("Is there room on the disk?")))
            return
        self._real = replace(self._real, settings=settings, texts=Texts(settings.language))
        self._scanner.follow(self._real)
        if self._practice is not None:
            self._practice = replace(self._practice, texts=self._real.texts)
        self._replace_window(self._practice if desk.practice and self._practice else self._real, self.window.standing)

    def _practise(self) -> None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._practice = self._opened_practice()
        except (Refusal, BooksUnavailable, OSError) as trouble:
            self._tell(trouble)
        else:
            self._replace_window(self._practice)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _opened_practice(self) -> Desk:
        """The practice books, brought to the network as it is now; begun anew where they can't follow it.

        Raises a `Refusal`, `BooksUnavailable`, `OSError`.
        """
        try:
            return self._practice_up_to_date()
        except OUTGROWN:
            for printing in self._retired:
                printing.stop()  # it may yet want to note in these books how the last strip went
            self._open_books.close()
            self._practice = None
            begin_anew(self._real.places)
            return self._practice_up_to_date()

    def _practice_up_to_date(self) -> Desk:
        """The practice desk at the fair that the till sells at; raises one of `OUTGROWN` besides."""
        practice = self._practice or self._open_books.enter_context(self._open_practice(self._real))
        terms = self._real.till.catalogue.terms()
        exhibition = self.window.exhibition or terms.exhibitions[0].id
        settings = replace(self._real.settings, exhibition=exhibition)
        practice = replace(practice, settings=settings, texts=self._real.texts)
        copy_network(self._real.till.catalogue, practice.till.catalogue, practice.act(), exhibition)
        return practice

    def _tell(self, trouble: Refusal | BooksUnavailable | OSError) -> None:
        texts = self._real.texts
        if isinstance(trouble, OSError):
            title = texts._("The practice books could not be made.")
            self.window.show_message(Message(Tone.BAD, title, texts._("Is there room on the disk?")))
        else:
            self.window.show_message(told(trouble, texts))

    def _leave_practice(self) -> None:
        self._replace_window(self._real)
