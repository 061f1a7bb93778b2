"""What stands in the table's place before anybody came."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy

from pos.texts import Texts
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.icons import icon_label
from pos.ui.look.panels import stacked
from pos.ui.look.theme import Colour
from pos.ui.look.words import Words


class NobodyYet(QFrame):
    """Says that nothing was delivered yet, and how to begin."""

    delivery_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.setProperty("panel", "plain")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        middle = Qt.AlignmentFlag.AlignHCenter
        deliver = ActionButton(texts._("Take in a delivery"), "box", kind=Kind.INK, pixels=22, height=84)
        deliver.setMinimumWidth(360)
        deliver.clicked.connect(self.delivery_wanted)
        column = stacked(self, margins=(24, 24, 24, 24), gap=18)
        column.addStretch(1)
        column.addWidget(icon_label("box", 44, Colour.PIEDRA), alignment=middle)
        column.addWidget(Words(texts._("Nobody has delivered yet"), 26, bold=True, lines=2, align=middle))
        words = texts._("Count what each producer brings: so the stall knows what is left and what to give back.")
        column.addWidget(Words(words, 18, lines=3, align=middle))
        column.addWidget(deliver, alignment=middle)
        column.addStretch(1)
