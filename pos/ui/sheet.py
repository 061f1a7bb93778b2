"""A dialog over the veiled window for one question with several parts: a price, a discount, a PIN, a choice."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from pos.ui.buttons import StepButton
from pos.ui.dialogs import Veil
from pos.ui.panels import in_a_row, panel, stacked
from pos.ui.scan import Scan

WIDTH, HEIGHT = 920, 664
EDGE = 24
"""What is left of the window around a sheet that has not all the room it asks for."""


class Sheet(QDialog):
    """Fills `head` and `body`; Esc and × close it, nothing done. It goes by itself once it is closed."""

    left = Signal()
    """Closed without an answer."""

    def __init__(
        self, window: QWidget, title: str, close_name: str, *, width: int = WIDTH, height: int = HEIGHT
    ) -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._window = window.window()
        self._wanted = width, height
        self._veil = Veil(self._window)
        self.head: QHBoxLayout = in_a_row(gap=18)
        self.body: QVBoxLayout = stacked(gap=16)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._build(close_name)
        self.rejected.connect(self.left)
        self.finished.connect(self._go)

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

    def ask(self) -> None:
        """Show it over its window; comes back at once."""
        self._fit()
        handle = self._window.windowHandle()
        if handle is not None:
            # Signals, not an event filter: a filter that is freed with the window it watches would be called once more.
            for resized in (handle.widthChanged, handle.heightChanged):
                resized.connect(self._fit_soon)
        self.open()

    def take_scan(self, scan: Scan) -> bool:
        """Use what was scanned while the sheet is open; False leaves it to the screen behind."""
        del scan
        return False

    def _fit_soon(self, _: int) -> None:
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """In the middle of the window, and never larger than it."""
        window = self._window
        width = min(self._wanted[0], window.width() - EDGE)
        height = min(self._wanted[1], window.height() - EDGE)
        self.setFixedSize(width, height)
        middle = window.mapToGlobal(window.rect().center())
        self.move(middle.x() - width // 2, middle.y() - height // 2)
        self._veil.setGeometry(window.rect())

    def _go(self) -> None:
        self._veil.hide()
        self._veil.deleteLater()
        # Where no window manager does it, nobody else gives the keys on: to the sheet that followed this one, else back.
        (QApplication.activeModalWidget() or self._window).activateWindow()
