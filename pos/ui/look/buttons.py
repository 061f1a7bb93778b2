"""Buttons with a label, an icon and the key that does the same, painted as the design has them."""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy

from pos.ui.look.icons import paint_icon
from pos.ui.look.theme import RADIUS, Colour, colour, font, text_width

_KEY_PIXELS = 14
_SMALLEST_LABEL = 16
_LEAST_BESIDE_KEY = 0.8
"""The part of its size down to which a label makes room for its key; then the key goes."""
_RING = 5
"""The focus ring: 3 pixels of it, and 2 of ground between it and the button."""


class Kind(StrEnum):
    """What a button means: money is committed, the work goes on, an ordinary act, an act that rarely is wanted."""

    MONEY = "money"
    INK = "ink"
    PLAIN = "plain"
    QUIET = "quiet"


class _Looks(NamedTuple):
    fill: Colour | None
    pressed: Colour
    text: Colour
    edge: Colour | None
    radius: int = RADIUS
    dashes: bool = False


_LOOKS = {
    Kind.MONEY: _Looks(Colour.COCHINILLA, Colour.COCHINILLA_PRESSED, Colour.SAL0, None, 10),
    Kind.INK: _Looks(Colour.NOCHE, Colour.NOCHE_PRESSED, Colour.SAL0, None),
    Kind.PLAIN: _Looks(Colour.SAL0, Colour.SAL2, Colour.NOCHE, Colour.BORDE2),
    Kind.QUIET: _Looks(None, Colour.SAL2, Colour.NOCHE, None),
}


_PRACTICE = _Looks(Colour.ICHU, Colour.ICHU_T, Colour.NOCHE, Colour.NOCHE, 10, dashes=True)
"""Money of practice: no button of a real sale looks like it."""


def show_practice(*, on: bool) -> None:
    """Let the money buttons of the whole program be those of practice, or real ones again."""
    QApplication.instance().setProperty("practice", on)  # type: ignore[union-attr]  # made before any button


class TouchButton(QPushButton):
    """Takes the focus by Tab only, since a touch must leave it where the scanner types; Enter presses it then.

    Its text is shown and spoken as it is: an `&`, as in the name of a workshop, is no key of Qt's.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._text = ""
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # In a dialog, Enter in a field would press whichever button comes first.
        self.setAutoDefault(False)

    def setText(self, text: str) -> None:
        # Qt speaks its own text with the doubled `&`, so such a text is its name too, unless it has one of its own.
        if self.accessibleName() in {"", self._text}:
            self.setAccessibleName(text if "&" in text else "")
        self._text = text
        super().setText(text.replace("&", "&&"))

    def text(self) -> str:
        return self._text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


class ActionButton(TouchButton):
    """A button that is its text to a screen reader."""

    def __init__(
        self, label: str, icon: str = "", key: str = "", *, kind: Kind = Kind.PLAIN, pixels: int = 18, height: int = 56
    ) -> None:
        super().__init__(label)
        self._icon, self._key, self._kind, self._pixels = icon, key, kind, pixels
        self.setMinimumHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(int(self._width(self._pixels)) + 36, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(int(self._width(_SMALLEST_LABEL, key=False)) + 12, self.minimumHeight())

    def say(self, label: str, icon: str | None = None) -> None:
        """Show another label, with another icon if one is given: on a disabled button it is the reason."""
        if icon is not None:
            self._icon = icon
        self.setText(label)
        self.updateGeometry()
        self.update()

    def show_icon(self, icon: str) -> None:
        """Show another icon; none where room is short."""
        if icon != self._icon:
            self._icon = icon
            self.updateGeometry()
            self.update()

    def become(self, kind: Kind) -> None:
        """Mean something else: an answer that is chosen stands out, the one before goes back."""
        self._kind = kind
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = self._paint_body(painter)
        room = self.width() - 2 * _RING - 20
        pixels = self._fitting(room, self._pixels * _LEAST_BESIDE_KEY, key=True)
        show_key = bool(self._key) and self._width(pixels) <= room
        if not show_key:
            pixels = self._fitting(room, _SMALLEST_LABEL, key=False)
        left = (self.width() - self._width(pixels, key=show_key)) / 2
        middle = self.height() / 2
        if self._icon:
            size = _icon_size(pixels)
            paint_icon(painter, self._icon, QRectF(round(left), round(middle - size / 2), size, size), tone)
            left += size + _space(pixels)
        metrics = QFontMetricsF(font(pixels, bold=True))
        painter.setFont(font(pixels, bold=True))
        painter.setPen(colour(tone))
        painter.drawText(QPointF(left, middle + metrics.capHeight() / 2), self.text())
        if show_key:
            paint_key(painter, self._key, left + metrics.horizontalAdvance(self.text()) + _space(pixels), middle, tone)

    def _paint_body(self, painter: QPainter) -> Colour:
        """Draw the button's shape in its state; gives the colour of what stands on it."""
        looks = _PRACTICE if self._kind is Kind.MONEY and _is_practice() else _LOOKS[self._kind]
        fill, tone, edge = looks.fill, looks.text, looks.edge
        if not self.isEnabled():
            # An answer that holds stays known where nobody may change it.
            fill, tone, edge = Colour.SAL2, Colour.INACTIVO, Colour.INACTIVO if self.isChecked() else None
        elif self.isDown():
            fill = looks.pressed
            edge = Colour.NOCHE if edge else None
        body = QRectF(self.rect())
        if self.hasFocus():
            painter.setPen(QPen(colour(Colour.LAGO), 3))
            painter.drawRoundedRect(body.adjusted(1.5, 1.5, -1.5, -1.5), looks.radius + 2, looks.radius + 2)
            body = body.adjusted(_RING, _RING, -_RING, -_RING)
        painter.setPen(Qt.PenStyle.NoPen)
        if edge:
            width = 3 if looks.dashes else 2
            body = body.adjusted(width / 2, width / 2, -width / 2, -width / 2)
            dashes = Qt.PenStyle.DashLine if looks.dashes else Qt.PenStyle.SolidLine
            painter.setPen(QPen(colour(edge), width, dashes))
        if fill:
            painter.setBrush(colour(fill))
            painter.drawRoundedRect(body, looks.radius, looks.radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        return tone

    def _fitting(self, room: float, least: float, *, key: bool) -> int:
        """The size at which the label has room, beside its key or alone, but none under `least`."""
        pixels = self._pixels
        while pixels - 1 >= max(least, _SMALLEST_LABEL) and self._width(pixels, key=key) > room:
            pixels -= 1
        return pixels

    def _width(self, pixels: int, *, key: bool = True) -> float:
        width = text_width(self.text(), pixels, bold=True)
        if self._icon:
            width += _icon_size(pixels) + _space(pixels)
        if self._key and key:
            width += _space(pixels) + key_width(self._key)
        return width


def key_width(key: str) -> float:
    """How wide a key's cap is."""
    return text_width(key, _KEY_PIXELS) + 14


def paint_key(painter: QPainter, key: str, left: float, middle: float, tone: Colour) -> None:
    """Draw the cap of a key: its name in a thin frame."""
    frame = QRectF(round(left) + 0.5, round(middle) - 10.5, round(key_width(key)), 21)
    painter.setFont(font(_KEY_PIXELS))
    painter.setPen(QPen(colour(tone), 1))
    painter.drawRoundedRect(frame, 4, 4)
    metrics = QFontMetricsF(font(_KEY_PIXELS))
    start = frame.left() + (frame.width() - metrics.horizontalAdvance(key)) / 2
    painter.drawText(QPointF(start, frame.center().y() + metrics.capHeight() / 2), key)


class StepButton(TouchButton):
    """A square button with an icon alone; its `name` is what a screen reader says. A held one repeats.

    Keys go past it, since beside it stands what they can do the same in; `take_keys` lets them stop at it.
    """

    def __init__(self, icon: str, name: str, size: int = 48, *, repeats: bool = True) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(size, size)
        self.setAccessibleName(name)
        self.setAutoRepeat(repeats)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def take_keys(self) -> None:
        """Be reached by Tab, where nothing else does the same by keys."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_icon(self, icon: str, name: str) -> None:
        """Become another button: the minus of a single piece is the bin."""
        self._icon = icon
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = 22
        box = QRectF((self.width() - size) // 2, (self.height() - size) // 2, size, size)
        tone = Colour.NOCHE if self.isEnabled() else Colour.INACTIVO
        paint_icon(QPainter(self), self._icon, box, tone, line=2.5 if self._icon in {"plus", "minus"} else 2)


def _is_practice() -> bool:
    app = QApplication.instance()
    return app is not None and bool(app.property("practice"))


def _icon_size(pixels: int) -> int:
    return 44 if pixels >= 34 else 32 if pixels >= 24 else 24


def _space(pixels: int) -> int:
    return 16 if pixels >= 34 else 12 if pixels >= 24 else 10
