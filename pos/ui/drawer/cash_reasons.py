"""Why cash moves or the drawer opens: a few reasons to touch, or another one to type."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from pos.texts import Texts
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.panels import stacked
from pos.ui.look.words import Words

COLUMNS = 2
LONGEST_REASON = 60


class ReasonChoice(QWidget):
    """The usual reasons as buttons, and a field for any other."""

    changed = Signal()
    entered = Signal()
    """Enter was pressed in the field."""

    def __init__(self, title: str, reasons: Sequence[str], texts: Texts) -> None:
        super().__init__()
        self._buttons = {reason: ActionButton(reason, pixels=18, height=60) for reason in reasons}
        self._chosen = ""
        self._other = QLineEdit()
        self._other.setPlaceholderText(texts._("Another reason"))
        self._other.setAccessibleName(texts._("Another reason"))
        self._other.setMaxLength(LONGEST_REASON)
        column = stacked(self, gap=10)
        column.addWidget(Words(title, 20, bold=True))
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, (reason, button) in enumerate(self._buttons.items()):
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, reason=reason: self._choose(reason))
            grid.addWidget(button, place // COLUMNS, place % COLUMNS)
        column.addLayout(grid)
        column.addWidget(self._other)
        self._other.textEdited.connect(self._type)
        self._other.returnPressed.connect(self.entered)

    @property
    def reason(self) -> str:
        """What was chosen or typed; empty while there is none."""
        return self._chosen or self._other.text().strip()

    def type_other(self) -> None:
        """Let the next key go into the field."""
        self._other.setFocus()

    def _choose(self, reason: str) -> None:
        self._other.clear()
        self._show(reason)

    def _type(self) -> None:
        self._show("")

    def _show(self, chosen: str) -> None:
        self._chosen = chosen
        for reason, button in self._buttons.items():
            button.become(Kind.INK if reason == chosen else Kind.PLAIN)
            button.setChecked(reason == chosen)
        self.changed.emit()
