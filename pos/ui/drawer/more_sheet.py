"""What is wanted now and then: cash in and out, an advance, the drawer, a receipt once more, the X, the lock."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from pos.texts import N_, Texts
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.words import Words
from pos.ui.scan import Scan
from pos.ui.sheet import Sheet

BUTTON_HEIGHT = 104
COLUMNS = 2


class _Choice(NamedTuple):
    name: str
    icon: str
    key: str
    words: str


_CHOICES = (
    _Choice("cash_in", "download", "1", N_("Cash in")),
    _Choice("cash_out", "wallet", "2", N_("Cash out")),
    _Choice("advance", "advance", "3", N_("Advance to a producer")),
    _Choice("drawer", "drawer", "4", N_("Open the drawer")),
    _Choice("reprint", "printer", "5", N_("Print a receipt again")),
    _Choice("x_report", "sheet", "6", N_("X report")),
    _Choice("lock", "lock", "F11", N_("Lock")),
)


class MoreSheet(Sheet):
    """Large buttons, each with its key; one touch closes the sheet and says what is wanted."""

    cash_in_wanted = Signal()
    cash_out_wanted = Signal()
    advance_wanted = Signal()
    drawer_wanted = Signal()
    reprint_wanted = Signal()
    x_report_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, window: QWidget, texts: Texts) -> None:
        super().__init__(window, texts.pgettext("till", "More"), texts)
        self._name = ""
        self._by_figure: dict[str, ActionButton] = {}
        self.head.addWidget(Words(texts.pgettext("till", "More"), 26, bold=True), 1)
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, choice in enumerate(_CHOICES):
            button = ActionButton(
                texts._(choice.words), choice.icon, choice.key, kind=Kind.PLAIN, pixels=24, height=BUTTON_HEIGHT
            )
            button.clicked.connect(lambda _=False, name=choice.name: self._want(name))
            grid.addWidget(button, place // COLUMNS, place % COLUMNS)
            if choice.key.isdecimal():
                self._by_figure[choice.key] = button
            else:
                shortcut = QShortcut(QKeySequence(choice.key), self, context=Qt.ShortcutContext.WindowShortcut)
                shortcut.activated.connect(button.click)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.accepted.connect(self._say)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # No shortcuts: they would be pressed by the figures of a code that is scanned while this is open.
        button = self._by_figure.get(event.text())
        if button is not None:
            button.click()
        else:
            super().keyPressEvent(event)

    def take_scan(self, scan: Scan) -> bool:
        """The next sale goes on: nothing is asked any more, and the code goes into the cart."""
        del scan
        self.reject()
        return False

    def _want(self, name: str) -> None:
        self._name = name
        self.accept()

    def _say(self) -> None:
        """Only once the sheet is away: what comes next may be a sheet too."""
        signals = {
            "cash_in": self.cash_in_wanted,
            "cash_out": self.cash_out_wanted,
            "advance": self.advance_wanted,
            "drawer": self.drawer_wanted,
            "reprint": self.reprint_wanted,
            "x_report": self.x_report_wanted,
            "lock": self.lock_wanted,
        }
        signals[self._name].emit()
