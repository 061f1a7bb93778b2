"""A person at the till: presses keys and touches buttons, reads what the window says, and knows nothing inside it."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QMenu, QWidget

from pos.domain.sales import Sale
from pos.services.desk import Desk
from pos.ui.main_window import Program
from pos.ui.messages import MessageBar
from pos.ui.selling.cart_row import CartRow
from pos.ui.till_window import TillWindow
from tests.ui.stand import PATIENCE, PIN

W = TypeVar("W", bound=QWidget)

SCANNER_MILLISECONDS, FINGER_MILLISECONDS = 5, 120
"""Between two keys of a scanner, and between two that fingers press."""

KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    **{f"F{number}": Qt.Key[f"Key_F{number}"] for number in range(1, 13)},
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "Delete": Qt.Key.Key_Delete,
    "Tab": Qt.Key.Key_Tab,
    "Backspace": Qt.Key.Key_Backspace,
}


class Keyboard:
    """Tells when keys were pressed, so that a scanner's can be told from fingers' on a machine of any speed."""

    def __init__(self) -> None:
        self.now = 1_000

    def pressed_at(self, _: QKeyEvent) -> int:
        return self.now


class Waiter(Protocol):
    """Lets the program go on until something is so: `qtbot` does, and a test's own program may bring another."""

    def waitUntil(self, callback: Callable[[], bool], *, timeout: int) -> object:  # noqa: N802 - qtbot's name
        """Fails where it is not so within so many milliseconds."""
        ...


class Person:
    """Reads and presses what is on the screen just now."""

    def __init__(self, qtbot: Waiter, program: Program, keyboard: Keyboard) -> None:
        self.qtbot = qtbot
        self._program = program
        self.keyboard = keyboard

    @property
    def window(self) -> TillWindow:
        """The window that is open; another language makes another one."""
        return self._program.window

    @property
    def desk(self) -> Desk:
        """The desk of the window that is open."""
        return self.window.desk

    # --- pressing ------------------------------------------------------------------------------------------------

    def write(self, text: str) -> None:
        """Type into whatever has the focus."""
        for sign in text:
            if sign.isascii():
                self._press(sign, FINGER_MILLISECONDS)
            elif isinstance(field := QApplication.focusWidget(), QLineEdit):
                field.insert(sign)  # as an input method puts it in
        self.window.scanner.end_burst()

    def press(self, *keys: str) -> None:
        """Press keys by name, one after the other."""
        for key in keys:
            self._press(KEYS[key], FINGER_MILLISECONDS)

    def press_with_ctrl(self, letter: str) -> None:
        """Press a letter while Ctrl is held."""
        self._press(letter, FINGER_MILLISECONDS, Qt.KeyboardModifier.ControlModifier)

    def scan(self, *codes: str) -> None:
        """Let a scanner type codes, each ended by Enter, wherever the focus is."""
        for code in codes:
            self.keyboard.now += FINGER_MILLISECONDS
            for key in (*code, Qt.Key.Key_Return):
                self.keyboard.now += SCANNER_MILLISECONDS
                # Pressed, not let go: in the time that takes, a slow machine may think that the scanner is silent.
                QTest.keyPress(self._front, key)

    def touch(self, name: str) -> None:
        """Touch the button that has this name."""
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def touch_first(self, name: str) -> None:
        """Touch the only button whose name begins so."""
        found = [b for b in self._seen(QAbstractButton) if _name(b).startswith(name)]
        assert len(found) == 1, f"{name} among {self.buttons}"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def choose(self, name: str) -> None:
        """Touch what has this name in the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        (action,) = [action for action in menu.actions() if action.text() == name]
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())

    def touch_field(self, name: str) -> None:
        """Touch the field that has this name, so that keys go into it."""
        (field,) = [field for field in self._seen(QLineEdit) if field.accessibleName() == name]
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)

    def touch_row(self, place: int, name: str) -> None:
        """Touch a button of the cart's row at this place from the top, counted from 0."""
        (button,) = [b for b in self._seen(QAbstractButton, self.rows[place]) if _name(b) == name]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def leave(self) -> None:
        """Close the window, and with it the program."""
        self.window.close()
        self._program.stop()

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Go on as soon as it is so."""
        self.qtbot.waitUntil(condition, timeout=PATIENCE)

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
    def buttons(self) -> list[str]:
        """The names of all buttons that can be touched just now."""
        return [_name(button) for button in self._seen(QAbstractButton)]

    @property
    def rows(self) -> list[CartRow]:
        """The rows of the cart that are shown, newest first, be it behind a dialog."""
        return sorted(self._seen(CartRow, self.window), key=lambda row: row.y())

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
        found = [button for button in self._seen(QAbstractButton) if _name(button) == name]
        assert len(found) == 1, f"{name} among {self.buttons}"
        return found[0]

    def has_button(self, name: str) -> bool:
        """Whether there is such a button."""
        return any(_name(button) == name for button in self._seen(QAbstractButton))

    def can_press(self, name: str) -> bool:
        """Whether there is such a button and it can be pressed."""
        return any(_name(button) == name and button.isEnabled() for button in self._seen(QAbstractButton))

    @property
    def dialog(self) -> QDialog | None:
        """The dialog before all others, None where there is none."""
        modal = QApplication.activeModalWidget()
        return modal if isinstance(modal, QDialog) else None

    @property
    def question(self) -> str:
        """What the dialog asks or is about, empty where there is none."""
        return self.dialog.accessibleName() if self.dialog is not None else ""

    def faults(self) -> list[str]:
        """What is wrong with the books, by the place where it is found."""
        return [str(fault) for fault in self.desk.safekeeping.verify(lambda _done, _of: None)]

    def last_sale(self) -> Sale:
        """The till's last sale."""
        sale = self.desk.sale_finding.last(self.desk.settings.till)
        assert sale is not None
        return sale

    def sign_in(self, name: str, pin: str = PIN) -> None:
        """Choose oneself, type the PIN and enter: at the beginning, or to approve what another one asks for."""
        self.touch_first(f"{name}, ")
        self.write(pin)
        self.press("Enter")

    def _press(
        self, key: str | Qt.Key, gap: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key of the keyboard: the window that has the focus gets it, as from the system."""
        self.keyboard.now += gap
        QTest.keyClick(self._front, key, modifiers)

    @property
    def _front(self) -> QWindow:
        """The window that has the keys; that of a dialog just opened, or of another language, may take a moment."""
        front = self.dialog or self.window
        self.qtbot.waitUntil(front.isActiveWindow, timeout=PATIENCE)
        return QGuiApplication.focusWindow() or front.windowHandle()

    def _seen(self, kind: type[W], of: QWidget | None = None) -> list[W]:
        """What can be seen and touched: of the dialog where there is one, else of the window."""
        return [widget for widget in (of or self.dialog or self.window).findChildren(kind) if widget.isVisible()]


def _name(button: QAbstractButton) -> str:
    return button.accessibleName() or button.text()
