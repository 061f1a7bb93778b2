"""A page's name at the left of the pages: where one is stands out by its ground, its weight and the bar beside it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from pos.ui.look.brush import box, edge, ink
from pos.ui.look.buttons import TouchButton
from pos.ui.look.icons import paint_icon
from pos.ui.look.theme import Colour, text_width
from pos.ui.look.words import paint_words

HEIGHT = 64
_BAR, _ICON, _LEFT, _SPACE = 6, 24, 20, 14
_PIXELS = 18


class SideTab(TouchButton):
    """One of several, the checked one being open."""

    def __init__(self, word: str, icon: str) -> None:
        super().__init__(word)
        self._icon = icon
        self.setCheckable(True)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = int(text_width(self.text(), _PIXELS, bold=True)) + 1
        return QSize(_LEFT + _ICON + _SPACE + words + _SPACE, HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        open_ = self.isChecked()
        if open_ or self.isDown():
            painter.fillRect(area, ink(Colour.SAL2 if self.isDown() else Colour.SAL1))
        if open_:
            painter.fillRect(QRectF(0, 0, _BAR, HEIGHT), ink(Colour.NOCHE))
        paint_icon(painter, self._icon, QRectF(_LEFT, (HEIGHT - _ICON) // 2, _ICON, _ICON), Colour.NOCHE)
        left = _LEFT + _ICON + _SPACE
        paint_words(painter, self.text(), area.adjusted(left, 0, -_SPACE, 0), _PIXELS, bold=open_, lines=2)
        if self.hasFocus():
            box(painter, area, None, edge(Colour.LAGO, 3), 0)
