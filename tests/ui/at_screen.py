"""A person before one screen alone: presses keys and touches buttons, and reads what stands there."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.person import KEYS
from tests.ui.stand import PATIENCE

W = TypeVar("W", bound=QWidget)


class AtScreen:
    """Reads and presses what is shown just now: the sheet before the screen where there is one, else the screen."""

    def __init__(self, qtbot: QtBot, screen: QWidget, size: tuple[int, int] = (1366, 768)) -> None:
        self.qtbot = qtbot
        self.screen = screen
        qtbot.addWidget(screen)
        screen.resize(*size)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(screen.isActiveWindow, timeout=PATIENCE)

    # --- pressing ------------------------------------------------------------------------------------------------

    def write(self, text: str) -> None:
        """Type into whatever has the focus; what is not ASCII is put in as a dead key would."""
        focused = self._focused()
        if isinstance(focused, QLineEdit):
            focused.insert(text)
        else:
            QTest.keyClicks(focused, text)

    def press(self, *keys: str) -> None:
        """Press keys by name, one after the other."""
        for key in keys:
            QTest.keyClick(self._focused(), KEYS.get(key) or Qt.Key[f"Key_{key}"])

    def touch(self, name: str) -> None:
        """Touch the button that has this name."""
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    # --- reading -------------------------------------------------------------------------------------------------

    @property
    def sheet(self) -> QDialog | None:
        """The dialog before the screen, None where there is none."""
        return next((dialog for dialog in self.screen.findChildren(QDialog) if dialog.isVisible()), None)

    def wait_for_sheet(self, *, shown: bool) -> None:
        """Until a dialog is there, or gone."""
        self.qtbot.waitUntil(lambda: (self.sheet is not None) is shown, timeout=PATIENCE)

    def sees(self, text: str) -> bool:
        """Whether a text stands somewhere, as a whole label."""
        return text in self.labels

    @property
    def labels(self) -> list[str]:
        """All texts that are shown."""
        return [label.text() for label in self.seen(QLabel) if label.text()]

    @property
    def buttons(self) -> list[str]:
        """The names of all buttons that are shown."""
        return [name_of(button) for button in self.seen(QAbstractButton)]

    def button(self, name: str) -> QAbstractButton:
        """The only button that has this name."""
        (found,) = [button for button in self.seen(QAbstractButton) if name_of(button) == name]
        return found

    def seen(self, kind: type[W]) -> list[W]:
        """All parts of a kind that are shown."""
        return [widget for widget in (self.sheet or self.screen).findChildren(kind) if widget.isVisible()]

    def _focused(self) -> QWidget:
        sheet = self.sheet
        if sheet is not None:
            self.qtbot.waitUntil(sheet.isActiveWindow, timeout=PATIENCE)
        return QApplication.focusWidget() or sheet or self.screen


def name_of(button: QAbstractButton) -> str:
    """What a screen reader calls it."""
    return button.accessibleName() or button.text()
