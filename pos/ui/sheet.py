"""A dialog over the veiled window for one question with several parts: a price, a discount, a PIN, a choice."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos.ui.buttons import StepButton
from pos.ui.dialogs import EDGE, VeiledDialog
from pos.ui.panels import in_a_row, panel, stacked
from pos.ui.scan import Scan

WIDTH, HEIGHT = 920, 664


class Sheet(VeiledDialog):
    """Fills `head` and `body`; Esc and × close it, nothing done."""

    left = Signal()
    """Closed without an answer."""

    def __init__(
        self, window: QWidget, title: str, close_name: str, *, width: int = WIDTH, height: int = HEIGHT
    ) -> None:
        super().__init__(window)
        self._wanted = QSize(width, height)
        self.head: QHBoxLayout = in_a_row(gap=18)
        self.body: QVBoxLayout = stacked(gap=16)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._build(close_name)
        self.rejected.connect(self.left)

    def _build(self, close_name: str) -> None:
        frame = panel("dialog")
        outer = stacked(self)
        outer.addWidget(frame)
        column = stacked(frame, margins=(26, 20, 26, 20), gap=16)
        top = in_a_row(gap=18)
        close = StepButton("x", close_name, 56, repeats=False)
        close.clicked.connect(self.reject)
        top.addLayout(self.head, 1)
        top.addWidget(close, alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addLayout(self.body, 1)

    def size_in(self, room: QSize) -> QSize:
        return self._wanted.boundedTo(room - QSize(EDGE, EDGE))

    def take_scan(self, scan: Scan) -> bool:
        """Use what was scanned while the sheet is open; False leaves it to the screen behind."""
        del scan
        return False
