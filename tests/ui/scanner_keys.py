"""Keys as a scanner or a person presses them, with the time told by hand."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest

CODE = "2000000000015"
SCANNER, FINGERS = 5, 120
"""Milliseconds between two keys."""


class Keyboard:
    """Presses keys of the window that has the focus, and tells when."""

    def __init__(self) -> None:
        self.now = 1_000

    def time_of(self, _: QKeyEvent) -> int:
        return self.now

    def press(self, text: str, gap: int, *, end: Qt.Key | None = None) -> None:
        self.now += FINGERS  # whoever typed before has let go
        self.go_on(text, gap, end=end)

    def go_on(self, text: str, gap: int, *, pause: int = 0, end: Qt.Key | None = None) -> None:
        """Press on, after a pause that was not meant."""
        self.now += pause
        for sign in text:
            self.now += gap
            QTest.keyClick(QGuiApplication.focusWindow(), sign)
        if end is not None:
            self.now += gap
            QTest.keyClick(QGuiApplication.focusWindow(), end)

    def press_physical(self, typed: str, evdev: list[int], *, shifted: frozenset[int] = frozenset()) -> None:
        """Keys by the place where they are on the keyboard, with what this computer's layout makes of them."""
        for at, (sign, code) in enumerate(zip(typed, evdev, strict=True)):
            self.now += SCANNER
            modifiers = Qt.KeyboardModifier.ShiftModifier if at in shifted else Qt.KeyboardModifier.NoModifier
            event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, modifiers, code + 8, 0, 0, sign)
            QGuiApplication.sendEvent(QGuiApplication.focusWindow(), event)
        self.now += SCANNER
        QTest.keyClick(QGuiApplication.focusWindow(), Qt.Key.Key_Return)
