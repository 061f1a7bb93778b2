"""How a sale's receipt is: its number, that it is saved, whether it is on paper, and whether the drawer opened."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy

from pos.texts import N_, Texts
from pos.ui.look.buttons import ActionButton, StepButton
from pos.ui.look.icons import icon_label, show_icon
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import GAP, Colour
from pos.ui.look.words import Words
from pos.ui.printer_state import PrinterState, Stage

NARROW = 840
"""Under this width the states stand one under the other."""
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom

_RECEIPT = {
    Stage.NO_PRINTER: N_("No printer is set up"),
    Stage.BAD_ADDRESS: N_("Not printed"),
    Stage.IDLE: N_("Waiting for the printer"),
    Stage.PRINTING: N_("Printing…"),
    Stage.PRINTED: N_("Printed"),
    Stage.WAITING: N_("Not printed"),
    Stage.MISSED: N_("Not printed"),
    Stage.UNCERTAIN: N_("Perhaps half printed"),
}


class ReceiptPanel(QFrame):
    """The receipt's number and how it is."""

    copy_wanted = Signal()
    look_wanted = Signal()
    """The receipt is to be shown as its paper looks."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._number = Words(pixels=22, bold=True)
        self._icon = icon_label("printer", 24)
        self._saved = Words(texts._("Saved"), 17)
        self._state = Words(pixels=17)
        self._tick = icon_label("check", 18, Colour.TOTORA, line=3)
        self._drawer_icon = icon_label("drawer", 24)
        self._drawer = Words(pixels=17)
        self._drawer_tick = icon_label("check", 18, Colour.TOTORA, line=3)
        self._copy = ActionButton(texts._("Another copy"), "printer", "F9")
        self._look = StepButton("eye", texts._("Look at the receipt"), 56, repeats=False)
        self._is_bad = False
        self._build()
        self.show_drawer(opened=None)
        self._look.take_keys()
        self._look.clicked.connect(self.look_wanted)
        self._copy.clicked.connect(self.copy_wanted)

    def _build(self) -> None:
        self.setProperty("panel", "plain")
        self.setFixedHeight(88)
        row = in_a_row(self, margins=(18, 8, 18, 8), gap=8)
        words = stacked(gap=2)
        words.addStretch(1)
        words.addWidget(Words(self._texts._("Receipt"), 16, tone=Colour.PIEDRA))
        words.addWidget(self._number)
        words.addStretch(1)
        row.addLayout(words)
        row.addStretch(1)
        saved = (icon_label("backup", 24), self._saved, icon_label("check", 18, Colour.TOTORA, line=3))
        for part in saved:
            row.addWidget(part)
        row.addSpacing(GAP)
        self._states = in_a_row(gap=4)
        for parts in (
            (self._icon, self._state, self._tick),
            (self._drawer_icon, self._drawer, self._drawer_tick),
        ):
            state = in_a_row()
            for part in parts:
                state.addWidget(part)
            state.addStretch(1)
            self._states.addLayout(state)
        row.addLayout(self._states)
        row.addStretch(1)
        row.addWidget(self._look)
        row.addWidget(self._copy)
        for text in (self._number, self._saved, self._state, self._drawer):
            text.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the states one under the other where the panel is narrow, or where what went wrong takes more words."""
        narrow = self.width() < NARROW
        stacks = narrow or self._is_bad
        self._states.setDirection(_DOWN if stacks else _ACROSS)
        self._states.setSpacing(4 if stacks else 16)
        self._saved.setVisible(not narrow)
        self._copy.show_icon("" if narrow else "printer")
        self.setFixedHeight(80 if narrow else 88)

    def show_number(self, number: str) -> None:
        """Which receipt this is about."""
        self._number.say(number)

    def show_state(self, state: PrinterState) -> None:
        """How it is; trouble is never told by colour alone."""
        bad = state.stage in {Stage.WAITING, Stage.MISSED, Stage.UNCERTAIN, Stage.BAD_ADDRESS}
        tone = Colour.TEJA if bad else Colour.PIEDRA if state.stage is Stage.NO_PRINTER else Colour.NOCHE
        show_icon(self._icon, "printer-off" if bad or state.stage is Stage.NO_PRINTER else "printer", 24, tone)
        self._state.say(self._texts._(_RECEIPT[state.stage]), tone)
        self._tick.setVisible(state.stage is Stage.PRINTED)
        self._copy.setVisible(state.stage not in {Stage.NO_PRINTER, Stage.BAD_ADDRESS})
        self._copy.setEnabled(state.stage is not Stage.PRINTING)
        self._copy.say(self._texts._("Print again") if bad else self._texts._("Another copy"))
        self._is_bad = bad
        self._arrange()

    def show_drawer(self, *, opened: bool | None) -> None:
        """Whether the drawer opened; None where the till opens none."""
        tone = Colour.NOCHE if opened else Colour.TEJA
        show_icon(self._drawer_icon, "drawer", 24, tone)
        self._drawer.say(self._texts._("Drawer") if opened else self._texts._("Open it with the key"), tone)
        for part in (self._drawer_icon, self._drawer):
            part.setVisible(opened is not None)
        self._drawer_tick.setVisible(opened is True)

    @property
    def words(self) -> str:
        """What it says of the receipt."""
        return self._state.text()

    def press(self) -> None:
        """Press the button, as its key does."""
        if self._copy.isVisible():
            self._copy.click()
