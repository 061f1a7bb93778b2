"""Where an agreed price stands between nothing, the floor and the list price."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.texts import Texts
from pos.ui.look.brush import box, edge, ink, write, write_amid, write_to
from pos.ui.look.icons import paint_icon
from pos.ui.look.theme import Colour, text_width
from pos.ui.look.words import set_text

_UNDER = 0.25
"""The part of the bar that is under the floor."""
_ANTIALIASING = QPainter.RenderHint.Antialiasing


class FloorBar(QWidget):
    """Red up to the floor, green from there to the list price, and a mark where the price stands."""

    def __init__(self, listed: int, floor: int | None, digits: int, texts: Texts) -> None:
        super().__init__()
        self._listed, self._floor = listed, floor
        self._texts = texts
        self._list_words = texts._("list %(price)s") % {"price": texts.amount(listed, digits)}
        self._floor_words = ""
        self._hint = texts._("This product has no floor: agree on what is fair")
        if floor is not None:
            self._floor_words = texts._("floor %(price)s") % {"price": texts.amount(floor, digits)}
            self._hint = texts._("You may go down to %(price)s without calling anybody") % {
                "price": texts.amount(floor, digits)
            }
        self._price = listed
        self.setMinimumHeight(86)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._hint)

    def sizeHint(self) -> QSize:
        return QSize(504, 92)

    def show_price(self, price: int) -> None:
        """Put the mark at this price, in minor units."""
        self._price = price
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        width = float(self.width())
        red = width * _UNDER if self._floor else 0.0
        bar = QRectF(0, 34, width, 22)
        if red:
            self._paint_words(painter, red)
        write_to(painter, self._list_words, width, 11, 17, Colour.NOCHE)
        self._paint_bar(painter, bar, red)
        at = min(max(self._place() * width, 3.0), width - 3)
        box(painter, QRectF(round(at) - 3, 26, 6, 38), Colour.NOCHE, None, 3)
        for line in set_text(self._hint, self.width(), 17, 1, bold=False).lines:
            write_amid(painter, line, width / 2, 79, 17, Colour.PIEDRA)

    def _paint_words(self, painter: QPainter, red: float) -> None:
        word = self._texts._("supervisor")
        paint_icon(painter, "lock", QRectF(0, 1, 20, 20), Colour.TEJA)
        write(painter, word, 26, 11, 17, Colour.TEJA, bold=True)
        left = max(red, 26 + text_width(word, 17, bold=True) + 12)
        write(painter, self._floor_words, left, 11, 17, Colour.NOCHE)

    def _paint_bar(self, painter: QPainter, bar: QRectF, red: float) -> None:
        whole = QPainterPath()
        whole.addRoundedRect(bar, 4, 4)
        painter.save()
        painter.setClipPath(whole)
        painter.fillRect(bar, ink(Colour.TOTORA_T))
        painter.fillRect(QRectF(0, bar.top(), red, bar.height()), ink(Colour.TEJA_T))
        painter.restore()
        box(painter, bar, None, edge(Colour.TOTORA), 4)
        if red:
            painter.save()
            painter.setClipRect(QRectF(0, bar.top(), red, bar.height()))
            box(painter, bar, None, edge(Colour.TEJA), 4)
            painter.restore()
            painter.fillRect(QRectF(red - 2, bar.top(), 2, bar.height()), ink(Colour.TEJA))

    def _place(self) -> float:
        """Where the price stands, from 0 at the left to 1 at the list price."""
        floor = self._floor or 0
        if self._price < floor:
            return _UNDER * self._price / floor
        start = _UNDER if floor else 0.0
        room = self._listed - floor
        return start + (1 - start) * (self._price - floor) / room if room else 1.0
