"""What stands before everything else, over a veil; and a question or a fault, with at most two answers."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.icons import icon_label
from pos.ui.look.panels import in_a_row, panel, stacked
from pos.ui.look.theme import Colour, colour
from pos.ui.look.words import Words

WIDTH = 640
EDGE = 24
"""What is left of the window around a dialog that has not all the room it asks for."""


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


class VeiledDialog(QDialog):
    """Stands in the middle of its window, whatever size that has, over a veil; it goes by itself once it is closed.

    Under the strip where there is room for it, so that the till, the person and the time stay in sight. A dialog that
    another one opens stands right before that.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._under = window.window()
        self.till: QWidget = self._under.till if isinstance(self._under, VeiledDialog) else self._under
        self._veil = Veil(self._under)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.finished.connect(self._go)

    def ask(self) -> None:
        """Show it over its window; comes back at once."""
        self._fit()
        handle = self.till.windowHandle()
        if handle is not None:
            # Signals, not an event filter: a filter that is freed with the window it watches would be called once more.
            for resized in (handle.widthChanged, handle.heightChanged):
                resized.connect(self._fit_soon)
        self.open()

    def size_in(self, room: QSize) -> QSize:
        """How large it is in a window with so much room."""
        raise NotImplementedError

    def _fit_soon(self, _: int) -> None:
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        area = self.till.rect()
        size = self.size_in(area.size())
        free = area.adjusted(0, self._strip_height(), 0, 0)
        if size.height() + EDGE <= free.height():
            area = free
        self.setFixedSize(size)
        middle = self.till.mapToGlobal(area.center())
        self.move(middle.x() - size.width() // 2, middle.y() - size.height() // 2)
        self._veil.setGeometry(area if self._under is self.till else self._under.rect())

    def _strip_height(self) -> int:
        strip = self.till.findChild(QWidget, "strip")
        return strip.geometry().bottom() + 1 if strip is not None and strip.isVisible() else 0

    def _go(self) -> None:
        self._veil.hide()
        self._veil.deleteLater()
        # Where no window manager does it, nobody else gives the keys on: to the dialog that followed this one, or back.
        (QApplication.activeModalWidget() or self._under).activateWindow()


class Question(VeiledDialog):
    """Asks; Enter takes the safe answer, and so does Esc."""

    answered = Signal()
    """The other answer was taken."""

    def __init__(self, window: QWidget, icon: str, title: str, detail: str, *, safe: str, other: str = "") -> None:
        super().__init__(window)
        self._safe = ActionButton(safe, "check", "Enter", kind=Kind.INK, pixels=20, height=64)
        self._other = ActionButton(other, kind=Kind.PLAIN, pixels=18, height=64)
        self._build(icon, title, detail)
        self._other.setVisible(bool(other))  # only in its place: a part without a parent would open as a window
        self._safe.clicked.connect(self.reject)
        self._other.clicked.connect(self._take_other)

    def _build(self, icon: str, title: str, detail: str) -> None:
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
        if detail:
            words.addWidget(Words(detail, 18, lines=6))
        top.addLayout(words, 1)
        column.addLayout(top)
        buttons = in_a_row(gap=12)
        buttons.addWidget(self._safe, 1)
        buttons.addWidget(self._other, 1)
        column.addLayout(buttons)
        self._safe.setDefault(True)

    def ask(self) -> None:
        """Show it over its window; comes back at once."""
        super().ask()
        self._safe.setFocus()

    def size_in(self, room: QSize) -> QSize:
        width = min(WIDTH, room.width() - EDGE)
        # Words of several lines say how high they are only once the width is known.
        layout = self.layout()
        return QSize(width, layout.totalHeightForWidth(width) if layout is not None else 0)

    def _take_other(self) -> None:
        self.accept()
        self.answered.emit()
