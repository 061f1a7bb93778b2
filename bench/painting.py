"""Keys through a real window, and how long it is until what they change has been painted."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget

SCANNER, FINGERS = 5, 120
"""Milliseconds between two keys."""
REST = 0.06
"""Seconds: so long a finger's next key takes at least."""
PATIENCE = 30.0
"""Seconds after which something is wrong."""

_UPDATE, _PAINT = QEvent.Type.UpdateRequest, QEvent.Type.Paint


class Keyboard:
    """Presses keys of a window, as the system does, and tells when, so that the machine's speed makes no scanner."""

    def __init__(self) -> None:
        self._now = 1_000

    def time_of(self, _: QKeyEvent) -> int:
        return self._now

    def press(self, window: QWidget, key: Qt.Key | str, gap: int, *, ctrl: bool = False) -> None:
        """One key, so many milliseconds after the one before."""
        self._now += gap
        modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(window.windowHandle(), key, modifier)


class Painting(QObject):
    """Tells when a window has painted a part of it, together with all else that had changed by then."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self._touched, self._done = False, 0.0
        window.installEventFilter(self)

    def after(self, act: Callable[[], object], part: QWidget) -> float:
        """The seconds from an act until that part is painted."""
        self._touched, self._done = False, 0.0
        part.installEventFilter(self)
        began = time.perf_counter()
        act()
        while not self._done:
            QApplication.processEvents()
            if time.perf_counter() - began > PATIENCE:
                raise TimeoutError(f"{part} was never painted")
        part.removeEventFilter(self)
        return self._done - began

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is _PAINT and watched is not self._window:
            self._touched = True
        elif kind is _UPDATE and watched is self._window:
            watched.event(event)  # paints whatever has changed
            if self._touched and not self._done:
                self._done = time.perf_counter()
            return True
        return False


class BareList(QWidget):
    """What Qt alone can do: a field, a list of texts under it, and on Enter another text on top of the list."""

    def __init__(self, size: QSize, lines: int) -> None:
        super().__init__()
        self.field, self.list = QLineEdit(), QListView()
        self._model = QStandardItemModel()
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.list.setModel(self._model)
        self.refill(lines)
        self.field.returnPressed.connect(self._add)
        self.resize(size)

    def refill(self, lines: int) -> None:
        """Show so many other texts."""
        self._model.clear()
        for number in range(lines):
            self._model.appendRow(_item(str(number)))

    def take_back(self) -> None:
        """Without the text on top."""
        self._model.removeRow(0)

    def change(self, text: str) -> None:
        """Another text on top."""
        self._model.item(0).setText(text)

    def _add(self) -> None:
        self._model.insertRow(0, _item(self.field.text()))
        self.field.clear()


def _item(text: str) -> QStandardItem:
    item = QStandardItem(f"{text} Bolso de aguayo, Asociación de Artesanas, 120,00")
    item.setSizeHint(QSize(0, 90))
    return item


def shown(window: QWidget) -> QWidget:
    """The window in front, with the focus."""
    window.show()
    window.activateWindow()
    began = time.perf_counter()
    while not window.isActiveWindow():
        QApplication.processEvents()
        if time.perf_counter() - began > PATIENCE:
            raise TimeoutError("the window never became active")
    return window


def rest(seconds: float = REST) -> None:
    """Let the program do what it does between two keys of a person."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        QApplication.processEvents()
        time.sleep(0.001)
