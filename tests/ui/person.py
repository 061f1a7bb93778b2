"""A person at the till: presses keys and touches buttons, reads what the window says, and knows nothing inside it."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from pos.domain.sales import Sale
from pos.services.desk import Desk
from pos.ui.cart_view import CartRow
from pos.ui.messages import MessageBar
from pos.ui.till_window import TillWindow

W = TypeVar("W", bound=QWidget)

KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "F9": Qt.Key.Key_F9,
    "F12": Qt.Key.Key_F12,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Delete": Qt.Key.Key_Delete,
    "Tab": Qt.Key.Key_Tab,
    "Backspace": Qt.Key.Key_Backspace,
}


class Person:
    """Reads and presses what is on the screen just now."""

    def __init__(self, qtbot: QtBot, window: TillWindow, desk: Desk) -> None:
        self.qtbot = qtbot
        self.window = window
        self.desk = desk

    # --- pressing ------------------------------------------------------------------------------------------------

    def write(self, text: str) -> None:
        """Type into whatever has the focus."""
        for sign in text:
            QTest.keyClicks(self._focused(), sign)

    def press(self, *keys: str) -> None:
        """Press keys by name, one after the other."""
        for key in keys:
            QTest.keyClick(self._focused(), KEYS[key])

    def press_with_ctrl(self, letter: str) -> None:
        """Press a letter while Ctrl is held."""
        QTest.keyClick(self._focused(), letter, Qt.KeyboardModifier.ControlModifier)

    def scan(self, *codes: str) -> None:
        """Let a scanner type codes, each ended by Enter."""
        for code in codes:
            self.write(code)
            self.press("Enter")

    def touch(self, name: str) -> None:
        """Touch the button that has this name."""
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def touch_row(self, place: int, name: str) -> None:
        """Touch a button of the cart's row at this place from the top, counted from 0."""
        (button,) = [b for b in self._seen(QAbstractButton, self.rows[place]) if _name(b) == name]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    # --- reading -------------------------------------------------------------------------------------------------

    def sees(self, text: str) -> bool:
        """Whether a text stands somewhere on the screen, as a whole label."""
        return text in self.labels

    @property
    def labels(self) -> list[str]:
        """All texts on the screen."""
        return [label.text() for label in self._seen(QLabel) if label.text()]

    @property
    def message(self) -> str:
        """What the message says, empty when there is none."""
        return " ".join(bar.words for bar in self._seen(MessageBar))

    @property
    def rows(self) -> list[CartRow]:
        """The rows of the cart that are shown, newest first."""
        return sorted(self._seen(CartRow), key=lambda row: row.y())

    @property
    def cart(self) -> list[str]:
        """The rows as a screen reader says them."""
        return [row.accessibleName() for row in self.rows]

    @property
    def chosen(self) -> list[int]:
        """The places of the rows that keys work on."""
        return [i for i, row in enumerate(self.rows) if row.property("row") == "chosen"]

    def button(self, name: str) -> QAbstractButton:
        """The only button on the screen that has this name."""
        (found,) = [button for button in self._seen(QAbstractButton) if _name(button) == name]
        return found

    def has_button(self, name: str) -> bool:
        """Whether there is such a button."""
        return any(_name(button) == name for button in self._seen(QAbstractButton))

    def can_press(self, name: str) -> bool:
        """Whether there is such a button and it can be pressed."""
        return any(_name(button) == name and button.isEnabled() for button in self._seen(QAbstractButton))

    @property
    def dialog(self) -> QDialog | None:
        """The dialog before the window, None where there is none."""
        return next((dialog for dialog in self._seen(QDialog)), None)

    def faults(self) -> list[str]:
        """What is wrong with the books, by the place where it is found."""
        return [str(fault) for fault in self.desk.safekeeping.verify(lambda _done, _of: None)]

    def last_sale(self) -> Sale:
        """The sale that the window keeps as its last."""
        sale = self.window._sale
        assert sale is not None
        return sale

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or QApplication.activeWindow() or self.window

    def _seen(self, kind: type[W], of: QWidget | None = None) -> list[W]:
        return [widget for widget in (of or self.window).findChildren(kind) if widget.isVisible()]


def _name(button: QAbstractButton) -> str:
    return button.accessibleName() or button.text()
