"""Choosing whose products are listed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from pos.services.cataloguing import Terms
from pos.services.desk import Desk
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.panels import in_a_row
from pos.ui.look.unit_picker import UnitPicker
from pos.ui.look.words import Words
from pos.ui.scan import Scan
from pos.ui.sheet import Sheet

_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class UnitSheet(Sheet):
    """Letters narrow the producers down; a scanned badge chooses its own."""

    taken = Signal(str)
    """The unit's id; empty for everybody."""

    def __init__(self, window: QWidget, desk: Desk, terms: Terms, chosen: str) -> None:
        texts = desk.texts
        title = texts._("Whose products?")
        super().__init__(window, title, texts)
        self._finding = desk.finding
        self.head.addWidget(Words(title, 26, bold=True), 1)
        self._picker = UnitPicker(list(terms.units.values()), terms, texts)
        self.body.addWidget(self._picker, 1)
        row = in_a_row(gap=12)
        everybody = ActionButton(texts._("All producers"), "users", pixels=20, height=72)
        self._take = ActionButton(texts._("Show these"), "check", "Enter", kind=Kind.INK, pixels=20, height=72)
        row.addWidget(everybody, 1)
        row.addWidget(self._take, 1)
        self.body.addLayout(row)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for button in (everybody, self._take):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # letters and arrows are the picker's; Enter takes its choice
        everybody.clicked.connect(lambda: self._answer(""))
        self._take.clicked.connect(self._answer_chosen)
        self._picker.changed.connect(self._show)
        if chosen:
            self._picker.choose(chosen)
        self._show()

    def ask(self) -> None:
        """Show it; letters narrow it down from the first key on."""
        super().ask()
        self.setFocus()

    def take_scan(self, scan: Scan) -> bool:
        unit = self._finding.unit_of_badge(scan.readings)
        if unit is None or not self._picker.choose(unit):
            return super().take_scan(scan)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text, key = event.text(), Qt.Key(event.key())
        if key in _PAGES:
            self._picker.turn(_PAGES[key])
        elif key in _ENTER:
            self._answer_chosen()
        elif key == Qt.Key.Key_Backspace:
            self._picker.erase_letter()
        elif text and (text.isalpha() or text in " '-"):
            self._picker.type_letter(text)
        elif not self._picker.step(key):
            super().keyPressEvent(event)

    def _show(self) -> None:
        self._take.setEnabled(self._picker.chosen is not None)

    def _answer_chosen(self) -> None:
        if self._picker.chosen is not None:
            self._answer(self._picker.chosen.id)

    def _answer(self, unit: str) -> None:
        self.accept()
        self.taken.emit(unit)
