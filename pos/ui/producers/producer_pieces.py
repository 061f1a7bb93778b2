"""A product's pieces as drawn pieces: each one for itself where there is room, else as a bar in proportion."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.domain.unit_days import PieceCount
from pos.texts import Texts
from pos.ui.look.brush import box, edge, ink
from pos.ui.look.panels import in_a_row
from pos.ui.look.theme import Colour
from pos.ui.look.words import Words

_SIDE, _GAP = 18, 4
_ROWS = 2
_HEIGHT = _ROWS * _SIDE + (_ROWS - 1) * _GAP
_MARK = 16


class Share(NamedTuple):
    """So many pieces of one fate: how they are filled and edged, and what they are called."""

    pieces: int
    fill: Colour
    rim: Colour
    word: str


def shares(pieces: PieceCount, texts: Texts) -> list[Share]:
    """What became of the pieces, in the order in which they are drawn; nothing that none of them met."""
    found = [
        Share(pieces.kept, Colour.LAGO, Colour.LAGO, texts.pgettext("producers", "Sold")),
        Share(pieces.yapa, Colour.ICHU, Colour.ICHU_O, texts._("Yapa")),
        Share(pieces.loss, Colour.TEJA, Colour.TEJA, texts.pgettext("settlement", "Loss")),
        Share(pieces.returned, Colour.SAL3, Colour.BORDE, texts.pgettext("settlement", "Taken home")),
        Share(pieces.left, Colour.SAL0, Colour.BORDE, texts.pgettext("producers", "Left")),
    ]
    return [share for share in found if share.pieces > 0]


class PieceBar(QWidget):
    """The drawing alone; the words and figures stand under it."""

    def __init__(self, parts: list[Share]) -> None:
        super().__init__()
        self._parts = parts
        self._total = sum(part.pieces for part in parts)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(300, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(_SIDE if self._total <= self._in_a_line else _HEIGHT)

    @property
    def _in_a_line(self) -> int:
        return (self.width() + _GAP) // (_SIDE + _GAP)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._total <= self._in_a_line * _ROWS:
            self._paint_each(painter, self._in_a_line)
        else:
            self._paint_bar(painter, self._total)

    def _paint_each(self, painter: QPainter, in_a_line: int) -> None:
        kinds = [part for part in self._parts for _ in range(part.pieces)]
        for number, part in enumerate(kinds):
            line, place = divmod(number, in_a_line)
            area = QRectF(place * (_SIDE + _GAP), line * (_SIDE + _GAP), _SIDE, _SIDE)
            box(painter, area, part.fill, edge(part.rim), 3)

    def _paint_bar(self, painter: QPainter, total: int) -> None:
        area = QRectF(0, (_HEIGHT - 28) / 2, self.width(), 28)
        box(painter, area, Colour.SAL0, edge(Colour.BORDE), 4)
        left = area.left() + 2
        for part in self._parts:
            width = (area.width() - 4) * part.pieces / total
            painter.fillRect(QRectF(left, area.top() + 2, width, area.height() - 4), ink(part.fill))
            left += width


class PieceLegend(QWidget):
    """What each colour is, with its figure."""

    def __init__(self, parts: list[Share], texts: Texts) -> None:
        super().__init__()
        self._row = in_a_row(self, gap=6)
        self._words: list[Words] = []
        for part in parts:
            words = Words(f"{part.word} {texts.amount(part.pieces, 0)}", 16)
            words.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self._words.append(words)
            self._row.addWidget(_Mark(part))
            self._row.addWidget(words)
            self._row.addSpacing(10)
        self._row.addStretch(1)


class _Mark(QWidget):
    """One drawn piece."""

    def __init__(self, part: Share) -> None:
        super().__init__()
        self._part = part
        self.setFixedSize(_MARK, _MARK)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box(painter, QRectF(self.rect()), self._part.fill, edge(self._part.rim), 3)
