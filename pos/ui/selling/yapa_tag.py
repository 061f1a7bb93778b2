"""The tag of what is given free: a present and its word, never by colour alone."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from pos.ui.look.icons import paint_icon
from pos.ui.look.theme import Colour, colour, font, text_width


class YapaTag(QLabel):
    """The tag in a size of type."""

    def __init__(self, word: str, pixels: int = 20) -> None:
        super().__init__(word)
        self._pixels = pixels
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = text_width(self.text(), self._pixels, bold=True) + self._icon + self._pixels * 1.6
        return QSize(round(width), round(self._pixels * 1.8))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @property
    def _icon(self) -> int:
        return round(self._pixels * 1.1)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour(Colour.ICHU))
        painter.setBrush(colour(Colour.ICHU))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        left, middle = self._pixels * 0.6, self.height() / 2
        paint_icon(painter, "gift", QRectF(left, middle - self._icon / 2, self._icon, self._icon), Colour.NOCHE)
        type_ = font(self._pixels, bold=True)
        painter.setFont(type_)
        painter.setPen(colour(Colour.NOCHE))
        left += self._icon + self._pixels * 0.35
        painter.drawText(round(left), round(middle + QFontMetricsF(type_).capHeight() / 2), self.text())
