"""Which line of the printer's test page reads well: whoever holds the paper says it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from pos.printing.test_page import SIGNS
from pos.texts import Texts
from pos.ui.look.buttons import ActionButton
from pos.ui.look.icons import icon_label
from pos.ui.look.panels import stacked
from pos.ui.look.theme import GAP, Colour
from pos.ui.look.words import Words
from pos.ui.sheet import Sheet

WIDTH, HEIGHT = 720, 392
_ACROSS = 3


class LineSheet(Sheet):
    """A button for each line; that none reads well is the last line's answer, which is drawn."""

    read_well = Signal(str)
    """What the settings call the line's letters."""

    def __init__(self, window: QWidget, names: Sequence[str], texts: Texts) -> None:
        super().__init__(window, texts._("Which line reads well?"), texts, width=WIDTH, height=HEIGHT)
        _ = texts._
        self.head.addWidget(icon_label("printer", 44), alignment=Qt.AlignmentFlag.AlignTop)
        words = stacked(gap=4)
        words.addWidget(Words(_("Which line reads well?"), 26, bold=True))
        words.addWidget(Words(_("Take the first one that says exactly this:"), 18, tone=Colour.PIEDRA, lines=2))
        self.head.addLayout(words, 1)
        self.body.addWidget(Words(SIGNS, 26, bold=True, align=Qt.AlignmentFlag.AlignHCenter))
        grid = QGridLayout()
        grid.setSpacing(GAP)
        for place, name in enumerate(names):
            button = ActionButton(_("Line %(number)s") % {"number": place + 1}, pixels=20, height=64)
            button.clicked.connect(lambda _=False, name=name: self._answer(name))
            grid.addWidget(button, place // _ACROSS, place % _ACROSS)
        self.body.addLayout(grid)
        none = ActionButton(_("None of them"), "x", height=56)
        none.clicked.connect(lambda: self._answer(names[-1]))
        self.body.addWidget(none)
        self.body.addStretch(1)

    def _answer(self, name: str) -> None:
        self.accept()
        self.read_well.emit(name)
