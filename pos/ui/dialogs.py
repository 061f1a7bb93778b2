"""A question or a fault before everything else, over a veil: at most two answers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from pos.ui.buttons import ActionButton, Kind
from pos.ui.icons import icon_label
from pos.ui.panels import in_a_row, panel, stacked
from pos.ui.theme import Colour, colour
from pos.ui.words import Words

WIDTH = 640


class Veil(QWidget):
    """Darkens the window under a dialog."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()

    def paintEvent(self, _: QPaintEvent) -> None:
        shade = QColor(colour(Colour.NOCHE))
        shade.setAlphaF(0.55)
        QPainter(self).fillRect(self.rect(), shade)


class Question(QDialog):
    """Asks; Enter takes the safe answer, and so does Esc. It goes by itself once answered."""

    answered = Signal()
    """The other answer was taken."""

    def __init__(self, window: QWidget, icon: str, title: str, detail: str, *, safe: str, other: str = "") -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._window = window
        self._veil = Veil(window)
        self._safe = ActionButton(safe, "check", "Enter", kind=Kind.INK, pixels=20, height=64)
        self._other = ActionButton(other, kind=Kind.PLAIN, pixels=18, height=64)
        self._other.setVisible(bool(other))
        self._build(icon, title, detail)
        self._safe.clicked.connect(self.reject)
        self._other.clicked.connect(self._take_other)
        self.finished.connect(self._go)

    def _build(self, icon: str, title: str, detail: str) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(f"{title} {detail}")
        self.setWindowTitle(title)
        frame = panel("dialog")
        outer = stacked(self)
        outer.addWidget(frame)
        column = stacked(frame, margins=(28, 24, 28, 24), gap=20)
        top = in_a_row(gap=18)
        top.addWidget(icon_label(icon, 44), alignment=Qt.AlignmentFlag.AlignTop)
        words = stacked(gap=6)
        words.addWidget(Words(title, 26, bold=True, lines=4))
        words.addWidget(Words(detail, 18, lines=6))
        top.addLayout(words, 1)
        column.addLayout(top)
        buttons = in_a_row(gap=12)
        buttons.addWidget(self._safe, 1)
        buttons.addWidget(self._other, 1)
        column.addLayout(buttons)
        self.setFixedWidth(WIDTH)
        self._safe.setDefault(True)

    def ask(self) -> None:
        """Show it over its window; comes back at once."""
        # Words of several lines say how high they are only once the width is known.
        if (layout := self.layout()) is not None:
            self.setFixedHeight(layout.totalHeightForWidth(WIDTH))
        self.open()
        self._safe.setFocus()

    def _take_other(self) -> None:
        self.accept()
        self.answered.emit()

    def _go(self) -> None:
        self._veil.hide()
        self._veil.deleteLater()
        # Where no window manager does it, nobody else gives the keys back to the window.
        (QApplication.activeModalWidget() or self._window).activateWindow()
