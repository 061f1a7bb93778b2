"""What tells practice from selling at a glance: stripes where the band would be, a word, and a frame all around."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from pos.texts import Texts
from pos.ui.look.buttons import ActionButton
from pos.ui.look.icons import paint_icon
from pos.ui.look.panels import in_a_row
from pos.ui.look.theme import Colour, colour, font

HEIGHT = 52
FRAME = 6
_STRIPE = 22
_PAD = 24


class PracticeStripes(QWidget):
    """The banner of practice mode, and the way out of it; a screen reader says it too."""

    left = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._title = texts._("PRACTICE MODE")
        self._detail = texts._("Nothing is kept in the books. You may make mistakes.")
        self.setAccessibleName(f"{self._title}. {self._detail}")
        self.setFixedHeight(HEIGHT)
        self._leave = ActionButton(texts._("End practice"), "x", pixels=16, height=44)
        self._leave.clicked.connect(self.left)
        row = in_a_row(self, margins=(0, 0, 12, 0))
        row.addStretch(1)
        row.addWidget(self._leave, alignment=Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour(Colour.ICHU))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(Colour.NOCHE))
        # Stripes of 22 px across their own direction, at 45°.
        step = _STRIPE * 2**0.5
        at = -float(HEIGHT)
        while at < self.width():
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(at, HEIGHT),
                        QPointF(at + step, HEIGHT),
                        QPointF(at + step + HEIGHT, 0),
                        QPointF(at + HEIGHT, 0),
                    ]
                )
            )
            at += 2 * step
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        big, small = font(24, bold=True), font(17)
        widths = QFontMetricsF(big).horizontalAdvance(self._title), QFontMetricsF(small).horizontalAdvance(self._detail)
        width = 32 + 12 + widths[0] + 16 + widths[1]
        # In the middle of the window, or as near to it as the button leaves room.
        left = max(_PAD, min((self.width() - width) / 2, self._leave.x() - _PAD - width))
        painter.fillRect(QRectF(left - _PAD, 0, width + 2 * _PAD, HEIGHT), colour(Colour.ICHU))
        middle = HEIGHT / 2
        paint_icon(painter, "school", QRectF(round(left), middle - 16, 32, 32), Colour.NOCHE)
        painter.setPen(colour(Colour.NOCHE))
        left += 32 + 12
        for letters, words, wide in ((big, self._title, widths[0] + 16), (small, self._detail, 0)):
            painter.setFont(letters)
            painter.drawText(QPointF(left, middle + QFontMetricsF(letters).capHeight() / 2), words)
            left += wide


class PracticeFrame(QWidget):
    """Six pixels of ichu around everything; it takes no touch."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = self.rect()
        for side in (
            QRect(0, 0, whole.width(), FRAME),
            QRect(0, whole.height() - FRAME, whole.width(), FRAME),
            QRect(0, 0, FRAME, whole.height()),
            QRect(whole.width() - FRAME, 0, FRAME, whole.height()),
        ):
            painter.fillRect(side, colour(Colour.ICHU))
