"""A button that says what is chosen, and opens what can be chosen instead."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from pos.ui.look.brush import box, edge, write
from pos.ui.look.buttons import TouchButton
from pos.ui.look.icons import paint_icon
from pos.ui.look.theme import RADIUS, Colour, font, text_width

HEIGHT = 56
BETWEEN = " · "
"""Stands between the way to a device and its name."""
_EDGE, _LEAST_EDGE, _ICON, _PIXELS = 14, 8, 20, 16


class ChooserButton(TouchButton):
    """`name` is what it chooses, for a screen reader, before what is chosen; too long an answer ends in three dots."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, chosen: str) -> None:
        """Show what is chosen."""
        self.setText(chosen)
        self.setAccessibleName(f"{self._name}: {chosen}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(text_width(self.text(), _PIXELS)) + 2 * _EDGE + _ICON + 8, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isEnabled()
        fill = Colour.SAL2 if self.isDown() or not on else Colour.SAL0
        line = edge(Colour.LAGO, 3) if self.hasFocus() else edge(Colour.BORDE2 if on else Colour.SAL2)
        box(painter, QRectF(self.rect()), fill, line, RADIUS)
        tone = Colour.NOCHE if on else Colour.INACTIVO
        text, edge_room = self.text(), _EDGE
        room = self.width() - 2 * _EDGE - _ICON - 8
        if text_width(text, _PIXELS) > room:  # the device's name tells more than the way to it
            text, edge_room = text.rpartition(BETWEEN)[2], _LEAST_EDGE
            room = self.width() - 2 * _LEAST_EDGE - _ICON - 4
        text = QFontMetricsF(font(_PIXELS)).elidedText(text, Qt.TextElideMode.ElideRight, room)
        write(painter, text, edge_room, self.height() / 2, _PIXELS, tone)
        if on:
            place = QRectF(self.width() - edge_room - _ICON, (self.height() - _ICON) // 2, _ICON, _ICON)
            paint_icon(painter, "down", place, tone)
