"""Where the window begins: the program's looks, the window, and what happens to faults while it is open."""

from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from pos.domain.refusals import Refusal
from pos.services.desk import Desk
from pos.services.practising import copy_network
from pos.settings import Settings, SettingsFault, write_settings
from pos.storage.database import BooksUnavailable
from pos.texts import Texts
from pos.ui import theme
from pos.ui.choosers import Choosers, system_choosers
from pos.ui.faults import faults_told
from pos.ui.messages import Message, Tone, told
from pos.ui.scanner_input import TimeOf, pressed_at
from pos.ui.till_window import Standing, TillWindow

OpenPractice = Callable[[Desk], AbstractContextManager[Desk]]
"""Opens the desk over the practice books of a till; they are closed at the end."""


def show_till(desk: Desk, open_practice: OpenPractice) -> int:
    """Show the till's window until it is closed; gives the exit status."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["qhatu"])
    theme.dress(app)
    with ExitStack() as open_books:
        program = Program(desk, open_practice, open_books, system_choosers)
        with faults_told(program.tell_fault):
            program.window.showMaximized()
            # What waits from the day before is printed once the first screen is there: the printer's part loads slowly.
            QTimer.singleShot(0, program, program.print_waiting)
            return app.exec()


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
        self._open_books = open_books
        self._practice: Desk | None = None
        self.window = self._made(desk)

    def tell_fault(self, fault_id: str) -> None:
        """Say in the window that is open that the program itself failed."""
        self.window.tell_fault(fault_id)

    def print_waiting(self) -> None:
        """Send what waits to the printer."""
        self.window.print_waiting()

    def _made(self, desk: Desk) -> TillWindow:
        window = TillWindow(desk, self._choosers(desk.texts), self._time_of)
        window.settings_wanted.connect(self._change_settings)
        window.practice_wanted.connect(self._practise)
        window.practice_left.connect(self._leave_practice)
        return window

    def _replace_window(self, desk: Desk, standing: Standing | None = None) -> None:
        """Open a window over this desk in the place of the one that is open."""
        before, self.window = self.window, self._made(desk)
        self.window.setGeometry(before.geometry())
        self.window.setWindowState(before.windowState())
        self.window.show()
        self.window.activateWindow()  # where no window manager does it
        if standing is not None:
            self.window.resume(standing)
        before.retire()

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
        if self._practice is not None:
            self._practice = replace(self._practice, texts=self._real.texts)
        self._replace_window(self._practice if desk.practice and self._practice else self._real, self.window.standing)

    def _practise(self) -> None:
        if self._practice is None:
            try:
                self._practice = self._opened_practice()
            except (Refusal, BooksUnavailable) as trouble:
                self.window.show_message(told(trouble, self._real.texts))
                return
        self._replace_window(self._practice)

    def _opened_practice(self) -> Desk:
        practice = self._open_books.enter_context(self._open_practice(self._real))
        exhibition = self.window.exhibition or self._real.till.catalogue.terms().exhibitions[0].id
        practice = replace(practice, settings=replace(practice.settings, exhibition=exhibition))
        copy_network(self._real.till.catalogue, practice.till.catalogue, practice.act(), exhibition)
        return practice

    def _leave_practice(self) -> None:
        self._replace_window(self._real)
