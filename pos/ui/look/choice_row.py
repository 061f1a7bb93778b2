"""A few answers side by side, one of them chosen: filled as everything that is selected."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.panels import in_a_row


class ChoiceRow(QWidget):
    """Each answer by its key; exactly one is chosen once `choose` was called."""

    chosen = Signal(str)
    """A person touched this answer."""

    def __init__(self, answers: Mapping[str, str], name: str, *, height: int = 56, pixels: int = 17) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._buttons: dict[str, ActionButton] = {}
        self.answer = ""
        row = in_a_row(self)
        for key, word in answers.items():
            button = ActionButton(word, pixels=pixels, height=height)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, key=key: self._touch(key))
            self._buttons[key] = button
            row.addWidget(button, 1)

    def choose(self, key: str) -> None:
        """Choose this answer; none where there is no such answer."""
        self.answer = key if key in self._buttons else ""
        for own, button in self._buttons.items():
            button.become(Kind.INK if own == key else Kind.PLAIN)
            button.setChecked(own == key)

    def _touch(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)
