"""A product that was found by typing, as a row: picture, name, makers, price, and how many are left of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from pos.domain.reports import StockPosition
from pos.texts import Texts
from pos.ui.look.brush import fitting, ink, write, write_to
from pos.ui.look.buttons import TouchButton
from pos.ui.look.emblems import paint_emblem
from pos.ui.look.photos import product_picture
from pos.ui.look.theme import Colour, font, text_width
from pos.ui.look.typed_words import Span
from pos.ui.selling.product_tile import ShownProduct

ROW_HEIGHT = 72
_BAR = 6
_PICTURE = 56
_EMBLEM = 24
_EMBLEMS = 3
_PAD, _GAP = 14, 12
_MOST_FOR_SUMS = 150
_ANTIALIASING = QPainter.RenderHint.Antialiasing
_ELIDED = Qt.TextElideMode.ElideRight


@dataclass(frozen=True, slots=True)
class FoundProduct:
    """What a row shows. `bold` and `makers_bold` are the parts that were typed; `note` what is left, or why to look
    twice where it is a `warning`."""

    shown: ShownProduct
    makers: str
    bold: tuple[Span, ...]
    makers_bold: tuple[Span, ...]
    note: str
    warning: bool


def stock_note(position: StockPosition | None, texts: Texts) -> tuple[str, bool]:
    """What is left of a product in words, and whether that is none; of what nobody delivered nothing is said."""
    if position is None or not position.delivered:
        return "", False
    if position.is_sold_out:
        return texts._("Sold out"), True
    left = texts.ngettext("%(n)s left", "%(n)s left", position.left)
    return left % {"n": texts.amount(position.left, 0)}, False


class FoundRow(TouchButton):
    """One of the products found; the keys work on the one that is checked."""

    def __init__(self, photos: Path, texts: Texts) -> None:
        super().__init__()
        self.found: FoundProduct | None = None
        self._photos = photos
        self._no_price = texts._("no price")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_product(self, found: FoundProduct, *, chosen: bool) -> None:
        """Show this product, and whether keys work on it."""
        self.found = found
        said = [found.shown.name, found.makers, found.shown.price or self._no_price, found.note]
        self.setAccessibleName(", ".join(filter(None, said)))
        self.setChecked(chosen)
        self.update()

    def nextCheckState(self) -> None:
        """Its list checks it."""

    def sizeHint(self) -> QSize:
        return QSize(400, ROW_HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        down = self.isDown()
        painter.fillRect(self.rect(), ink(Colour.SAL2 if down else Colour.LAGO_T if self.isChecked() else Colour.SAL0))
        painter.fillRect(0, self.height() - 1, self.width(), 1, ink(Colour.SAL3))
        if self.isChecked():
            painter.fillRect(0, 0, _BAR, self.height(), ink(Colour.LAGO))
        painter.setRenderHint(_ANTIALIASING)
        if self.found is not None:
            self._paint_product(painter, self.found)

    def _paint_product(self, painter: QPainter, found: FoundProduct) -> None:
        shown, size = found.shown, QSize(_PICTURE, _PICTURE)
        picture = product_picture(self._photos, shown.product, shown.emblems, size, ratio=self.devicePixelRatioF())
        top = (self.height() - 1 - _PICTURE) // 2
        painter.drawPixmap(_PAD, top, picture)
        sums = self._paint_sums(painter, found)
        left = _PAD + _PICTURE + _GAP
        upper, lower = top + 14.0, top + _PICTURE - 13.0
        _write_marked(painter, shown.name, found.bold, _Line(left, upper, sums - left, 18, Colour.NOCHE))
        at = float(left)
        for emblem in shown.emblems[:_EMBLEMS]:
            paint_emblem(painter, emblem, QRectF(at, round(lower - _EMBLEM / 2), _EMBLEM, _EMBLEM))
            at += _EMBLEM + 7
        _write_marked(painter, found.makers, found.makers_bold, _Line(at, lower, sums - at, 16, Colour.PIEDRA))

    def _paint_sums(self, painter: QPainter, found: FoundProduct) -> float:
        """The price and what is left, at the right; gives where the room of the names ends."""
        right = self.width() - _PAD
        top = (self.height() - 1 - _PICTURE) // 2
        upper, lower = top + 14.0, top + _PICTURE - 13.0
        room = min(_MOST_FOR_SUMS, self.width() // 3)
        if found.shown.price:
            pixels = fitting(found.shown.price, room, 22, 16)
            left = write_to(painter, found.shown.price, right, upper, pixels, Colour.NOCHE, bold=True)
        else:
            left = write_to(painter, self._no_price, right, upper, 16, Colour.ICHU_O, bold=True)
        if found.note:
            tone = Colour.ICHU_O if found.warning else Colour.PIEDRA
            left = min(left, write_to(painter, found.note, right, lower, 16, tone, bold=found.warning))
        return left - _GAP


class _Line(NamedTuple):
    """Where a line begins, around which height, in how much room, and how it looks."""

    left: float
    middle: float
    room: float
    pixels: int
    tone: Colour


def _write_marked(painter: QPainter, text: str, bold: Sequence[Span], line: _Line) -> None:
    """Write one line whose marked parts are bold; what has no room ends in an ellipsis."""
    left, room = line.left, line.room
    for part, is_bold in _parts(text, bold):
        width = text_width(part, line.pixels, bold=is_bold)
        fits = width <= room
        metrics = QFontMetricsF(font(line.pixels, bold=is_bold))
        words = part if fits else metrics.elidedText(part, _ELIDED, room)
        write(painter, words, left, line.middle, line.pixels, line.tone, bold=is_bold)
        if not fits:
            return
        left, room = left + width, room - width


def _parts(text: str, bold: Sequence[Span]) -> list[tuple[str, bool]]:
    """The text in its marked and unmarked parts."""
    parts, at = [], 0
    for start, end in bold:
        parts += [(text[at:start], False), (text[start:end], True)]
        at = end
    return [(part, is_bold) for part, is_bold in [*parts, (text[at:], False)] if part]
