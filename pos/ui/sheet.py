"""A dialog over the veiled window for one question with several parts: a price, a discount, a PIN, a choice."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos.texts import Texts
from pos.ui.look.buttons import StepButton
from pos.ui.look.dialogs import EDGE, VeiledDialog
from pos.ui.look.panels import in_a_row, panel, stacked
from pos.ui.messages import Message, MessageBar, Tone
from pos.ui.scan import Scan

WIDTH, HEIGHT = 920, 664


class Sheet(VeiledDialog):
    """Fills `head` and `body`; Esc and × close it, nothing done."""

    left = Signal()
    """Closed without an answer."""

    def __init__(
        self,
        window: QWidget,
        title: str,
        texts: Texts,
        *,
        close_name: str = "",
        width: int = WIDTH,
        height: int = HEIGHT,
    ) -> None:
        super().__init__(window)
        self._wanted = QSize(width, height)
        self._sheet_texts = texts
        self._refused = False
        self._refusal = MessageBar()
        self._refusal.setParent(self)
        self._refusal.make_low(low=True)
        self._head = QWidget()
        self.head: QHBoxLayout = in_a_row(self._head, gap=18)
        self.body: QVBoxLayout = stacked(gap=16)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._build(close_name or texts._("Close"))
        self.rejected.connect(self.left)

    def _build(self, close_name: str) -> None:
        frame = panel("dialog")
        outer = stacked(self)
        outer.addWidget(frame)
        column = stacked(frame, margins=(26, 20, 26, 20), gap=16)
        top = in_a_row(gap=18)
        close = StepButton("x", close_name, 56, repeats=False)
        close.clicked.connect(self.reject)
        self._top = stacked(gap=0)
        self._top.addWidget(self._head)
        top.addLayout(self._top, 1)
        top.addWidget(close, alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        self._under_head = stacked(gap=0)
        column.addLayout(self._under_head)
        column.addLayout(self.body, 1)

    def size_in(self, room: QSize) -> QSize:
        return self._wanted.boundedTo(room - QSize(EDGE, EDGE))

    def take_scan(self, scan: Scan) -> bool:
        """Use what was scanned while the sheet is open, or refuse it; False leaves it to the screen behind.

        A sheet refuses unless it says otherwise: what it was opened on must not change behind it, and no code is lost
        without a word.
        """
        del scan
        self.refuse_scan()
        return True

    def refuse_scan(self, title: str = "") -> None:
        """Say that a code was not taken; `title` says why, where more is known than that the sheet is open."""
        title = title or self._sheet_texts._("That code was not taken.")
        detail = self._sheet_texts._("Close this first, then scan it again.")
        # Where the window leaves too little room for one row more, the words stand in place of the head.
        is_cramped = self.height() < self._wanted.height()
        self._head.setVisible(not is_cramped)
        (self._top if is_cramped else self._under_head).addWidget(self._refusal)
        self._refusal.show_message(Message(Tone.WARN, title, detail))
        self.note_refusal()

    def note_refusal(self) -> None:
        """A code was not taken, and the sheet says so in its own words."""
        self._refused = True

    def was_refused(self) -> bool:
        """Whether a code was refused since this was asked last: it has to be heard too."""
        refused, self._refused = self._refused, False
        return refused
