"""The choice of the language that the till speaks."""

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu

from pos.settings import SCREEN_LANGUAGES
from pos.texts import Texts
from pos.ui.look.brush import ink, write
from pos.ui.look.buttons import TouchButton
from pos.ui.look.icons import paint_icon
from pos.ui.look.theme import RADIUS, Colour, text_width

LANGUAGES = {"es": "Español", "en": "English"}
"""Each language in its own words, so that whoever reads no other finds it."""

_EDGE, _SPACE, _ARROW, _HEIGHT = 18, 10, 20, 60
_ANTIALIASING = QPainter.RenderHint.Antialiasing


class LanguageButton(TouchButton):
    """Says which language is spoken, and offers the others."""

    chosen = Signal(str)

    def __init__(self, texts: Texts) -> None:
        super().__init__(LANGUAGES[texts.language])
        self.setAccessibleName(texts._("Language"))
        self.setFixedHeight(_HEIGHT)
        self._menu = QMenu(self)
        for code in SCREEN_LANGUAGES:
            action = QAction(LANGUAGES[code], self._menu)
            action.triggered.connect(lambda _=False, code=code: self.chosen.emit(code))
            self._menu.addAction(action)
        self.clicked.connect(self._offer)

    @property
    def menu_of_languages(self) -> QMenu:
        """What is offered."""
        return self._menu

    def sizeHint(self) -> QSize:
        width = 2 * _EDGE + int(text_width(self.text(), 18, bold=True)) + 1 + _SPACE + _ARROW
        return QSize(width, _HEIGHT)

    def _offer(self) -> None:
        above = QPoint(0, -self._menu.sizeHint().height() - 4)
        self._menu.popup(self.mapToGlobal(above))

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        if self.isDown():
            painter.setPen(QPen(ink(Colour.SAL2)))
            painter.setBrush(ink(Colour.SAL2))
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(ink(Colour.LAGO), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), RADIUS, RADIUS)
        middle = self.height() / 2
        write(painter, self.text(), _EDGE, middle, 18, Colour.NOCHE, bold=True)
        box = QRectF(self.width() - _EDGE - _ARROW, middle - _ARROW / 2, _ARROW, _ARROW)
        paint_icon(painter, "down", box, Colour.NOCHE)
