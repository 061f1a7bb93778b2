"""What a row of the cart looks like: painted once for each line, and laid down again where the row moves or comes back.

That is what makes a scan into a long cart quick.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from pos.domain.products import Product
from pos.ui.look.brush import box, edge, fitting, ink, write, write_amid, write_to
from pos.ui.look.emblems import paint_emblem
from pos.ui.look.icons import paint_icon
from pos.ui.look.theme import Colour, text_width
from pos.ui.look.words import SetText, set_text
from pos.ui.selling.cart_line import ShownLine

ROW_HEIGHT = 90
STEP = 48
"""The side of a row's buttons."""
BAR = 6
_EMBLEM, _MOST_EMBLEMS = 24, 3
_ROOMY = 150
"""Names that have less room than this stand closer to their emblems."""
_BY_HEIGHT = 18
"""Of a line of the makers' names."""
_CLEAR = Qt.GlobalColor.transparent
_ANTIALIASING = QPainter.RenderHint.Antialiasing
_WIDE_FROM = 540
"""Rows narrower than this have smaller parts, so that names have room."""

_MOST_KEPT = 48
"""Rows that are kept painted: some pages of a cart, at a quarter of a megabyte each."""

Picture = Callable[[Product, QSize], QPixmap]
"""Gives a product's photo, or where there is none its first maker's emblem, to fill a size."""


class Measures(NamedTuple):
    """Where a row's parts stand: the picture at the left, the buttons and the amount at the right, names between."""

    pad: int
    picture: int
    gap: int
    qty: int
    sums: int
    name: int
    amount: int

    def less(self, width: int) -> QPoint:
        """Where the button for fewer pieces stands in a row of this width."""
        return QPoint(width - self.pad - self.sums - self.gap - 2 * STEP - self.qty, (ROW_HEIGHT - STEP) // 2)

    def more(self, width: int) -> QPoint:
        """Where the button for more pieces stands."""
        return QPoint(width - self.pad - self.sums - self.gap - STEP, (ROW_HEIGHT - STEP) // 2)


_WIDE = Measures(14, 64, 12, 52, 132, 18, 22)
_NARROW = Measures(12, 48, 8, 40, 92, 17, 20)


def measures(width: int) -> Measures:
    """How a row of this width is set."""
    return _WIDE if width >= _WIDE_FROM else _NARROW


def paint_step(painter: QPainter, icon: str, at: QPoint, *, down: bool) -> None:
    """Draw one of a row's buttons."""
    fill, rim = (Colour.SAL2, Colour.NOCHE) if down else (Colour.SAL0, Colour.BORDE2)
    box(painter, QRectF(at.x(), at.y(), STEP, STEP), fill, edge(rim), 8)
    size, line = (22, 2.0) if icon == "trash" else (20, 2.5)
    inset = (STEP - size) // 2
    paint_icon(painter, icon, QRectF(at.x() + inset, at.y() + inset, size, size), Colour.NOCHE, line=line)


class _Kept(NamedTuple):
    """A row's looks, for which line, and which picture is in it."""

    line: ShownLine
    body: QPixmap
    picture: int


class RowBodies:
    """The looks of the rows that were shown last, by line."""

    def __init__(self, picture: Picture, yapa: str) -> None:
        """`yapa` is the word on the tag of a yapa line."""
        self._picture = picture
        self._yapa = yapa
        self._kept: OrderedDict[tuple[int, bool, int, float], _Kept] = OrderedDict()
        self._steps: dict[tuple[str, float], QPixmap] = {}

    def body(self, line: ShownLine, width: int, ratio: float, *, chosen: bool) -> QPixmap:
        """A line's row in this width, for a screen of so many dots a pixel."""
        key = (id(line), chosen, width, ratio)
        kept = self._kept.get(key)
        if kept is None:
            picture = self._picture_of(line, width)
            body = self._paint(line, picture, width, ratio, chosen=chosen)
            kept = self._kept[key] = _Kept(line, body, picture.cacheKey())
            if len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return kept.body

    def let_go(self, shown: Collection[ShownLine], width: int) -> list[ShownLine]:
        """A photo came: let go of what may lack it. Gives those of the lines shown that have to be painted again."""
        stale = []
        for line in shown:
            kept = next((kept for key, kept in self._kept.items() if key[0] == id(line) and key[2] == width), None)
            if kept is None or kept.picture != self._picture_of(line, width).cacheKey():
                stale.append(line)
        fresh = {id(line) for line in shown} - {id(line) for line in stale}
        for key in [key for key in self._kept if key[0] not in fresh]:
            del self._kept[key]
        return stale

    def _picture_of(self, line: ShownLine, width: int) -> QPixmap:
        side = measures(width).picture
        return self._picture(line.product, QSize(side, side))

    def _paint(self, line: ShownLine, picture: QPixmap, width: int, ratio: float, *, chosen: bool) -> QPixmap:
        # Whole dots, and no less than the row: where a pixel is more than one dot, a row may end within one.
        body = QPixmap(ceil(width * ratio), ceil(ROW_HEIGHT * ratio))
        body.setDevicePixelRatio(ratio)
        body.fill(ink(Colour.LAGO_T if chosen else Colour.SAL0))
        painter = QPainter(body)
        painter.fillRect(0, ROW_HEIGHT - 1, width, 1, ink(Colour.SAL3))
        if chosen:
            painter.fillRect(0, 0, BAR, ROW_HEIGHT, ink(Colour.LAGO))
        painter.setRenderHint(_ANTIALIASING)
        m = measures(width)
        less, more = m.less(width), m.more(width)
        left = m.pad + m.picture + m.gap
        painter.drawPixmap(m.pad, (ROW_HEIGHT - 1 - m.picture) // 2, picture)
        _paint_names(painter, line, m.name, left, less.x() - m.gap - left)
        painter.drawPixmap(less, self._step("trash" if line.qty == 1 else "minus", ratio))
        painter.drawPixmap(more, self._step("plus", ratio))
        pixels = fitting(line.qty_text, m.qty - 2, 24, 14)
        middle = (less.x() + STEP + more.x()) / 2
        write_amid(painter, line.qty_text, middle, ROW_HEIGHT / 2 + 1, pixels, Colour.NOCHE, bold=True)
        self._paint_sums(painter, line, width - m.pad, m)
        painter.end()
        return body

    def _step(self, icon: str, ratio: float) -> QPixmap:
        """A button that is not pressed, painted once."""
        made = self._steps.get((icon, ratio))
        if made is None:
            made = self._steps[icon, ratio] = QPixmap(round(STEP * ratio), round(STEP * ratio))
            made.setDevicePixelRatio(ratio)
            made.fill(_CLEAR)
            painter = QPainter(made)
            painter.setRenderHint(_ANTIALIASING)
            paint_step(painter, icon, QPoint(0, 0), down=False)
            painter.end()
        return made

    def _paint_sums(self, painter: QPainter, line: ShownLine, right: int, m: Measures) -> None:
        """The amount, and under it a piece's price."""
        under = line.amount if line.yapa else line.each
        upper, lower = (33.0, 58.0) if under else (44.5, 0.0)
        if line.yapa:
            _paint_tag(painter, self._yapa, right, upper)
        else:
            pixels = fitting(line.amount, m.sums, m.amount, 14)
            write_to(painter, line.amount, right, upper, pixels, Colour.NOCHE, bold=True)
        if line.listed:
            left = write_to(painter, line.each, right, lower, 16, Colour.ICHU_O, bold=True)
            _paint_struck(painter, line.listed, left - 4, lower, right - m.sums)
        elif under:
            write_to(painter, under, right, lower, 16, Colour.PIEDRA)


def _paint_names(painter: QPainter, line: ShownLine, pixels: int, left: int, room: int) -> None:
    """The product's name, and its makers or how few pieces they delivered; each in at most two lines."""
    name = set_text(line.name, room, pixels, 2, bold=True)
    beside = _EMBLEM + (7 if len(line.emblems) < _MOST_EMBLEMS and room >= _ROOMY else 4)
    tiles = min(len(line.emblems), _MOST_EMBLEMS) * beside + (3 if len(line.emblems) >= _MOST_EMBLEMS else 0)
    bold = bool(line.short)
    by = _makers(line, room - tiles)
    height, lower = round(pixels * 1.15), max(_EMBLEM, len(by.lines) * _BY_HEIGHT)
    gap = 6 if len(name.lines) + len(by.lines) < 4 else 3
    top = (ROW_HEIGHT - 1 - len(name.lines) * height - gap - lower) / 2
    for i, text in enumerate(name.lines):
        write(painter, text, left, top + (i + 0.5) * height, name.pixels, Colour.NOCHE, bold=True)
    top = round(top + len(name.lines) * height + gap)
    for i, emblem in enumerate(line.emblems[:_MOST_EMBLEMS]):
        area = QRectF(left + i * beside, top + (lower - _EMBLEM) // 2, _EMBLEM, _EMBLEM)
        paint_emblem(painter, emblem, area)
    first = top + lower / 2 - (len(by.lines) - 1) * _BY_HEIGHT / 2
    for i, text in enumerate(by.lines):
        tone = Colour.ICHU_O if bold else Colour.PIEDRA
        write(painter, text, left + tiles, first + i * _BY_HEIGHT, by.pixels, tone, bold=bold)


def _makers(line: ShownLine, room: int) -> SetText:
    """Who made it, in at most two lines; no word is broken for it while smaller type avoids that."""
    bold = bool(line.short)
    words = line.short or line.makers
    by = set_text(words, room, _by_pixels(words, room, bold=bold), 2, bold=bold)
    if not by.clipped or bold or not line.many:
        return by
    pixels = _by_pixels(line.many, room, bold=False)
    fits = all(text_width(word, pixels) <= room for word in line.many.split())
    # Where not even their number has room, their emblems say it.
    return set_text(line.many if fits else "", room, pixels, 2, bold=False)


def _by_pixels(words: str, room: int, *, bold: bool) -> int:
    longest = max(words.split(), key=len)
    return next((pixels for pixels in (16, 15) if text_width(longest, pixels, bold=bold) <= room), 14)


def _paint_struck(painter: QPainter, text: str, right: float, middle: float, least: float) -> None:
    """The list price with a line through it, unless the agreed one needs all the room."""
    if right - text_width(text, 16) < least:
        return
    left = write_to(painter, text, right, middle, 16, Colour.PIEDRA)
    painter.fillRect(QRectF(left, round(middle) - 0.5, right - left, 1.5), ink(Colour.PIEDRA))


def _paint_tag(painter: QPainter, word: str, right: int, middle: float) -> None:
    width = round(text_width(word, 16, bold=True) + 40)
    tag = QRectF(right - width, round(middle) - 12, width, 23)
    box(painter, tag, Colour.ICHU, None, 4)
    paint_icon(painter, "gift", QRectF(tag.left() + 9, tag.top() + 4, 16, 16), Colour.NOCHE)
    write(painter, word, tag.left() + 31, tag.center().y(), 16, Colour.NOCHE, bold=True)
