"""One device of the stall in the strip: its icon, its word, and how it is."""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from pos.ui.look.buttons import TouchButton
from pos.ui.look.icons import paint_icon
from pos.ui.look.theme import Colour, colour, font, text_width

HEIGHT = 40
_EDGE, _ICON, _SPACE, _TICK = 9, 22, 7, 16


class Looks(StrEnum):
    """How a device is."""

    NONE = "none"
    """There is none, and none is missed."""
    QUIET = "quiet"
    """Nothing is known of it yet, or it is at work."""
    READY = "ready"
    WARN = "warn"
    BAD = "bad"


class Device(NamedTuple):
    """What a chip shows."""

    icon: str
    word: str
    looks: Looks

    @property
    def is_calm(self) -> bool:
        """Whether nothing has to be done about it, so that its word may give way."""
        return self.looks in {Looks.NONE, Looks.QUIET, Looks.READY}


class DeviceChip(TouchButton):
    """State is never colour alone: a tick, a crossed-out icon, a word."""

    def __init__(self, device: Device, *, touchable: bool = True) -> None:
        """A chip that is not `touchable` only tells."""
        super().__init__(device.word)
        if not touchable:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.device = device
        self._narrow = False
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_device(self, device: Device) -> None:
        """Show it so."""
        if device != self.device:
            self.device = device
            self.setText(device.word)
            self.updateGeometry()
            self.update()

    def make_narrow(self, *, narrow: bool) -> None:
        """Leave the word out while nothing is wrong."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = _EDGE + _ICON + _EDGE
        if self._word:
            width += _SPACE + int(text_width(self._word, 16, bold=self._is_loud)) + 1
        if self.device.looks is Looks.READY:
            width += _SPACE + _TICK
        return QSize(width, HEIGHT)

    @property
    def _is_loud(self) -> bool:
        return not self.device.is_calm

    @property
    def _word(self) -> str:
        return "" if self._narrow and self.device.is_calm and not self.text().endswith("%") else self.text()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        looks = self.device.looks
        tone = {Looks.BAD: Colour.SAL0, Looks.NONE: Colour.PIEDRA}.get(looks, Colour.NOCHE)
        self._paint_body(painter)
        middle = HEIGHT / 2
        paint_icon(painter, self.device.icon, QRectF(_EDGE, middle - _ICON / 2, _ICON, _ICON), tone)
        left = float(_EDGE + _ICON + _SPACE)
        if self._word:
            letters = font(16, bold=self._is_loud)
            metrics = QFontMetricsF(letters)
            painter.setFont(letters)
            painter.setPen(colour(tone))
            painter.drawText(QPointF(left, middle + metrics.capHeight() / 2), self._word)
            left += metrics.horizontalAdvance(self._word) + _SPACE
        if looks is Looks.READY:
            box = QRectF(round(left), middle - _TICK / 2, _TICK, _TICK)
            paint_icon(painter, "check", box, Colour.TOTORA, line=3)

    def _paint_body(self, painter: QPainter) -> None:
        body = QRectF(self.rect())
        fill = {Looks.BAD: Colour.TEJA, Looks.WARN: Colour.ICHU_T}.get(self.device.looks)
        if self.isDown():
            fill = Colour.SAL2
        if fill:
            warned = self.device.looks is Looks.WARN
            painter.setPen(QPen(colour(Colour.ICHU), 2) if warned else Qt.PenStyle.NoPen)
            painter.setBrush(colour(fill))
            painter.drawRoundedRect(body.adjusted(1, 1, -1, -1) if warned else body, 6, 6)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hasFocus():
            painter.setPen(QPen(colour(Colour.LAGO), 3))
            painter.drawRoundedRect(body.adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)
