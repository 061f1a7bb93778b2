"""The program's own line icons, painted in any colour and size. A 24 pixel grid, a 2 pixel line, round ends."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel

from pos.settings import resource
from pos.ui.look.theme import Colour

_DRAWN_IN = 'stroke="#1C1923" stroke-width="2"'
"""How each file draws its lines; Qt's SVG does not know `currentColor`, so colour and width are put in here."""


def paint_icon(painter: QPainter, name: str, box: QRectF, tone: Colour, *, line: float = 2) -> None:
    """Draw an icon into a box; `line` is the line's width in the icon's own grid."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(box.topLeft(), _picture(name, int(box.width()), tone, line, ratio))


def icon_label(name: str, size: int, tone: Colour = Colour.NOCHE, *, line: float = 2) -> QLabel:
    """A label that shows nothing but an icon, which a screen reader passes over."""
    label = QLabel()
    show_icon(label, name, size, tone, line=line)
    return label


def show_icon(label: QLabel, name: str, size: int, tone: Colour = Colour.NOCHE, *, line: float = 2) -> None:
    """Let the label show this icon."""
    label.setFixedSize(size, size)
    label.setPixmap(_picture(name, size, tone, line, label.devicePixelRatioF()))


def _picture(name: str, size: int, tone: Colour, line: float, ratio: float) -> QPixmap:
    key = f"icon/{name}/{size}/{tone}/{line}/{ratio}"
    picture = QPixmap()
    if QPixmapCache.find(key, picture):
        return picture
    drawing = _drawing(name).replace(_DRAWN_IN, f'stroke="{tone.value}" stroke-width="{line}"')
    pixels = round(size * ratio)
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, picture)
    return picture


@cache
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
