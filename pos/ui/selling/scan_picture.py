"""The picture on the empty till: a label with its emblem and bars, and the scanner's line across it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.domain.emblems import Emblem
from pos.ui.look.emblems import paint_emblem
from pos.ui.look.theme import RADIUS, Colour, colour, font

_BARS = (2, 5, 8, 14, 16, 21, 24, 30, 32, 35, 40, 43, 45, 51, 54, 59, 61, 64, 70, 73, 75, 80, 83)
_BAR_WIDTHS = (1, 2, 1)


class ScanPicture(QWidget):
    """Shows what to do first, to somebody who does not read."""

    def __init__(self) -> None:
        super().__init__()
        self._maker = ""
        self._emblem: Emblem | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_maker(self, name: str, emblem: Emblem) -> None:
        """Draw the label of this maker's goods."""
        self._maker, self._emblem = name, emblem
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(284, 136)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(Colour.NOCHE), 3))
        painter.setBrush(colour(Colour.SAL0))
        painter.drawRoundedRect(QRectF(39, 2, 206, 132), RADIUS, RADIUS)
        if self._emblem is not None:
            paint_emblem(painter, self._emblem, QRectF(58, 20, 24, 24))
            metrics = QFontMetricsF(font(16))
            painter.setFont(font(16))
            name = metrics.elidedText(self._maker, Qt.TextElideMode.ElideRight, 140)
            painter.drawText(QPointF(90, 32 + metrics.capHeight() / 2), name)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for i, bar in enumerate(_BARS):
            width = _BAR_WIDTHS[i % len(_BAR_WIDTHS)]
            painter.fillRect(QRectF(56 + bar * 2, 52, width * 2, 66), colour(Colour.NOCHE))
        painter.fillRect(QRectF(0, 82, 284, 4), colour(Colour.COCHINILLA))
