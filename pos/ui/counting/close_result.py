"""The fourth step of a close: the result, before anything is closed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.domain.close_notes import WhatHappened
from pos.domain.money import Money
from pos.texts import N_, Texts
from pos.ui.counting.close_figures import CloseFigures
from pos.ui.counting.close_table import ResultTable
from pos.ui.counting.close_told import ToldPanel
from pos.ui.counting.counting_page import LOW, NARROW
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.choice_row import ChoiceRow
from pos.ui.look.icons import icon_label
from pos.ui.look.panels import Slot, in_a_row, panel, stacked
from pos.ui.look.theme import MARGIN, Colour
from pos.ui.look.words import Words

TOLD_WIDTH, NARROW_TOLD_WIDTH = 620, 440

_SHORT = {
    WhatHappened.WRONG_CHANGE: N_("Wrong change given"),
    WhatHappened.FALSE_NOTE: N_("False note"),
    WhatHappened.UNKNOWN: N_("I don't know"),
}
_OVER = {
    WhatHappened.WRONG_CHANGE: N_("Wrong change given"),
    WhatHappened.UNRECORDED_SALE: N_("A sale was not entered"),
    WhatHappened.UNKNOWN: N_("I don't know"),
}


class ResultPage(QWidget):
    """Tells over, short or exact; asks what happened; the money button closes the shift."""

    recount_wanted = Signal()
    moves_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._differs = False
        self._told = ToldPanel(texts)
        self._table = ResultTable(texts)
        self._asked = panel()
        self._answers = Slot()
        self._choice: ChoiceRow | None = None
        self._note_icon = icon_label("info", 28, Colour.PIEDRA)
        self._note = Words(pixels=17, tone=Colour.PIEDRA, lines=3)
        self._close = ActionButton(
            texts._("Close shift and print Z"), "lock", "F12", kind=Kind.MONEY, pixels=32, height=112
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()
        self._connect()

    def _build(self) -> None:
        row = in_a_row(self, gap=MARGIN)
        row.addWidget(self._told)
        self._right = stacked(gap=MARGIN)
        self._right.addWidget(self._table, 1)
        self._asked.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        inside = stacked(self._asked, margins=(18, 14, 18, 14), gap=10)
        inside.addWidget(Words(self._texts._("What happened? If you don't know, go on."), 18, bold=True, lines=2))
        inside.addWidget(self._answers)
        self._right.addWidget(self._asked)
        self._about = QWidget()
        note = in_a_row(self._about, gap=12)
        note.addWidget(self._note_icon)
        note.addWidget(self._note, 1)
        self._right.addWidget(self._about)
        self._right.addStretch()
        self._right.addWidget(self._close)
        row.addLayout(self._right, 1)

    def _connect(self) -> None:
        self._told.recount_wanted.connect(self.recount_wanted)
        self._told.moves_wanted.connect(self.moves_wanted)
        self._close.clicked.connect(self.close_wanted)

    def show_result(self, figures: CloseFigures) -> None:
        """Show what the count comes to; what was answered before stays, where it still can be asked."""
        self._differs = figures.cash_differs
        self._told.show_drawer(figures.told)
        self._table.show_rows(figures.rows(self._texts))
        self._ask(figures.told.over_short)
        t = self._texts
        if self._differs:
            kept = t._("The difference stands in the Z, for your signature and the supervisor's.")
            of_whom = t._("It is taken from no producer.")
            self._note.say(f"{kept} {of_whom}")
        else:
            self._note.say(t._("The drawer holds exactly what it should."))

    def _ask(self, over_short: Money | None) -> None:
        before = self.happened
        self._asked.setVisible(self._differs)
        answers = _OVER if over_short is not None and over_short.minor > 0 else _SHORT
        words = {what.value: self._texts._(word) for what, word in answers.items()}
        self._choice = ChoiceRow(words, self._texts._("What happened?"), height=64)
        kept = before is not None and before in answers
        self._choice.choose((before if kept and before else WhatHappened.UNKNOWN).value)
        self._answers.put(self._choice)
        self._answers.setFixedHeight(self._choice.sizeHint().height())

    @property
    def happened(self) -> WhatHappened | None:
        """The cashier's word for a difference; None where there is none."""
        if not self._differs or self._choice is None:
            return None
        return WhatHappened(self._choice.answer)

    def press(self) -> None:
        """Press the money button, as its key does."""
        self._close.click()

    def take_focus(self) -> None:
        """Let Tab begin with the money button; Enter closes nothing by itself."""
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow, low = self.width() < NARROW, self.height() < LOW
        self._told.setFixedWidth(NARROW_TOLD_WIDTH if narrow else TOLD_WIDTH)
        self._told.make_room(narrow=narrow, low=low)
        self._table.make_room(narrow=narrow)
        self._right.setSpacing(8 if low else MARGIN)
        self._about.setVisible(not low)
        self._close.setMinimumHeight(64 if low else 112)
