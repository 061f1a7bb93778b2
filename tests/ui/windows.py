"""The windows that a test opens, and that nothing of them is left running afterwards."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from pos.services.desk import Desk
from pos.ui.choosers import Choosers, PaperPlaces
from pos.ui.look import theme
from pos.ui.main_window import Program
from pos.wiring import open_practice
from tests.ui.person import Keyboard, Person, Waiter
from tests.ui.stand import PATIENCE

USUAL = (1366, 768)


def dress() -> None:
    """The program's fonts and looks, as a window would find them; once is enough."""
    app = QApplication.instance()
    if isinstance(app, QApplication) and not app.styleSheet():
        theme.dress(app)


class Windows:
    """Opens programs, one after the other or side by side; the books of practice are closed by `open_books`."""

    def __init__(self, qtbot: Waiter, open_books: ExitStack) -> None:
        self._qtbot = qtbot
        self._open_books = open_books
        self._people: list[Person] = []

    def open(self, desk: Desk, *, file: Path | None = None, size: tuple[int, int] = USUAL) -> Person:
        """The window over a desk, before somebody who chooses this file wherever one is asked for."""
        keyboard = Keyboard()
        papers = PaperPlaces(lambda _: None, lambda _parent, _name: None, lambda _: None)
        choosers = Choosers(lambda _: file, lambda _: file, papers)
        program = Program(desk, open_practice, self._open_books, lambda _: choosers, keyboard.pressed_at)
        program.window.resize(*size)
        program.window.show()
        program.window.activateWindow()
        self._qtbot.waitUntil(program.window.isActiveWindow, timeout=PATIENCE)
        person = Person(self._qtbot, program, keyboard)
        self._people.append(person)
        return person

    def leave(self) -> None:
        """Close all of them; fails for a timer that goes on."""
        for person in self._people:
            self._leave(person)
        assert not any(widget.isVisible() for widget in QApplication.topLevelWidgets())

    def _leave(self, person: Person) -> None:
        if (dialog := QApplication.activeModalWidget()) is not None:
            dialog.close()
        window = person.window
        person.leave()
        assert [timer for timer in window.findChildren(QTimer) if timer.isActive()] == []
        window.deleteLater()
        self._qtbot.waitUntil(lambda: window not in QApplication.topLevelWidgets(), timeout=PATIENCE)


@contextmanager
def windows(qtbot: Waiter) -> Iterator[Windows]:
    """Windows that are closed with the block."""
    with ExitStack() as open_books:
        opened = Windows(qtbot, open_books)
        try:
            yield opened
        finally:
            opened.leave()
