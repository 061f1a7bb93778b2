"""What stands in the way of everything: the books cannot be read just now. Trying again is one touch."""

from PySide6.QtCore import Qt, Signal

from pos.texts import Texts
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.icons import icon_label
from pos.ui.look.panels import in_a_row, panel, stacked
from pos.ui.look.theme import MARGIN, Colour
from pos.ui.look.words import Words
from pos.ui.messages import Message, MessageBar
from pos.ui.screen import Screen

WIDTH = 860


class TroubleScreen(Screen):
    """Says what is the matter and what is safe."""

    again_wanted = Signal()
    power_off_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._message = MessageBar()
        self._again = ActionButton(texts._("Try again"), "refresh", "Enter", kind=Kind.INK, pixels=24, height=84)
        self._leave = ActionButton(texts._("Turn off"), "power", height=64)
        frame = panel()
        frame.setMaximumWidth(WIDTH)
        column = stacked(frame, margins=(40, 32, 40, 32), gap=16)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(icon_label("warning", 64), alignment=centre)
        column.addWidget(Words(texts._("The till cannot go on just now"), 26, bold=True, lines=2, align=centre))
        safe = texts._("Every sale that was finished is safe, and so is the open one.")
        column.addWidget(Words(safe, 19, tone=Colour.PIEDRA, lines=2, align=centre))
        for part in (self._message, self._again, self._leave):
            column.addWidget(part)
        middle = stacked()
        middle.addStretch(1)
        middle.addWidget(frame)
        middle.addStretch(1)
        outer = in_a_row(self, margins=(MARGIN, MARGIN, MARGIN, MARGIN))
        outer.addStretch(1)
        outer.addLayout(middle, 100)
        outer.addStretch(1)
        self._again.clicked.connect(self.again_wanted)
        self._leave.clicked.connect(self.power_off_wanted)

    def take_focus(self) -> None:
        """Let Enter try again."""
        self._again.setFocus()

    def show_message(self, message: Message) -> None:
        """Say what is the matter."""
        self._message.show_message(message)

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words
