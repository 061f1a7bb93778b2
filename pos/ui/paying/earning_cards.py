"""A maker's card of a finished sale: what was sold of theirs, in pictures, and what they earn of it; the network's."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from pos.domain.emblems import Emblem
from pos.domain.products import Product
from pos.texts import Texts
from pos.ui.look.emblems import EmblemTiles
from pos.ui.look.icons import icon_label
from pos.ui.look.panels import FigureRow, in_a_row, stacked
from pos.ui.look.photos import arrivals, product_picture
from pos.ui.look.theme import Colour, colour, font, text_width
from pos.ui.look.words import SMALLEST_FIGURE, Amount, Words
from pos.ui.selling.yapa_tag import YapaTag


class Good(NamedTuple):
    """So many pieces of a product in a sale; its makers' emblems stand for it where it has no photo."""

    product: Product
    emblems: tuple[Emblem, ...]
    pieces: int
    yapa: bool


@dataclass(frozen=True, slots=True)
class UnitCard:
    """What a card says: amounts in words, `gave` for a unit that gave something, `only_gave` for no more than that."""

    name: str
    emblem: Emblem
    earning: str
    gross: str
    goods: tuple[Good, ...]

    @property
    def gave(self) -> bool:
        """Whether something of theirs was given free."""
        return any(good.yapa for good in self.goods)

    @property
    def only_gave(self) -> bool:
        """Whether nothing of theirs was sold."""
        return self.gave and all(good.yapa for good in self.goods)


class Size(NamedTuple):
    """How large cards are: the least room that one takes, its emblem, name and figure, its photos (none without)."""

    width: int
    height: int
    emblem: int
    name: int
    figure: int
    photo: QSize


LARGE = Size(200, 228, 60, 18, 38, QSize(64, 52))
MIDDLE = Size(200, 180, 48, 16, 30, QSize(48, 39))
SMALL = Size(200, 102, 36, 16, 24, QSize())
SIZES = (LARGE, MIDDLE, SMALL)


SMALLEST_PHOTO = 44


class Photos(QWidget):
    """The products of a maker side by side, each with the count of its pieces; a number for those without room."""

    GAP = 10
    BADGE = 26

    def __init__(self, folder: Path, goods: Sequence[Good], size: QSize) -> None:
        super().__init__()
        self._folder, self._goods, self._size = folder, tuple(goods), size
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(size.height() + 9)
        arrivals().arrived.connect(self.update)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self._fitting
        step = size.width() + self.GAP
        room = max(1, (self.width() - 8 + self.GAP) // step)
        shown = self._goods if len(self._goods) <= room else self._goods[: max(1, room - 1)]
        for place, good in enumerate(shown):
            ratio = self.devicePixelRatioF()
            picture = product_picture(self._folder, good.product, good.emblems, size, ratio=ratio)
            painter.drawPixmap(place * step, 9 + self._size.height() - size.height(), picture)
            self._paint_badge(painter, place * step + size.width() - 18, good)
        if len(shown) < len(self._goods):
            painter.setFont(font(18, bold=True))
            painter.setPen(colour(Colour.PIEDRA))
            left = len(shown) * step + 4
            box = QRectF(left, 9, self.width() - left, self._size.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, f"+{len(self._goods) - len(shown)}")

    @property
    def _fitting(self) -> QSize:
        """The photos' size: a little smaller where all of them then have room."""
        count = max(1, len(self._goods))
        width = (self.width() - 8 - (count - 1) * self.GAP) // count
        if not SMALLEST_PHOTO <= width < self._size.width():
            return self._size
        return QSize(width, self._size.height() * width // self._size.width())

    def _paint_badge(self, painter: QPainter, left: int, good: Good) -> None:
        text = str(good.pieces)
        metrics = QFontMetricsF(font(16, bold=True))
        width = max(float(self.BADGE), metrics.horizontalAdvance(text) + 12)
        badge = QRectF(left, 1, width, self.BADGE)
        painter.setPen(QPen(colour(Colour.SAL0), 2))
        painter.setBrush(colour(Colour.NOCHE))
        painter.drawRoundedRect(badge, self.BADGE / 2, self.BADGE / 2)
        painter.setFont(font(16, bold=True))
        painter.setPen(colour(Colour.SAL0))
        start = badge.center().x() - metrics.horizontalAdvance(text) / 2
        painter.drawText(round(start), round(badge.center().y() + metrics.capHeight() / 2), text)


def _edges(size: Size) -> tuple[int, int, int, int]:
    return (14, 12, 14, 10) if size is LARGE else (8, 6, 8, 4)


class EarningCard(QFrame):
    """A maker: emblem, name, goods, what they earn of this sale, and what their goods sold for."""

    def __init__(self, card: UnitCard, size: Size, folder: Path, texts: Texts) -> None:
        super().__init__()
        self.setProperty("panel", "plain")
        small = size is not LARGE
        column = stacked(self, margins=_edges(size), gap=2 if small else 4)
        top = in_a_row(gap=8 if small else 10)
        top.addWidget(EmblemTiles(size.emblem, [card.emblem], most=1))
        top.addWidget(Words(card.name, size.name, bold=True, lines=2 if size is SMALL else 3), 1)
        column.addLayout(top)
        if size.photo.isValid():
            column.addWidget(Photos(folder, card.goods, size.photo))
        column.addStretch(1)
        foot = in_a_row()
        if card.only_gave:
            column.addWidget(YapaTag(texts._("YAPA"), 20 if size is LARGE else 16), 0, Qt.AlignmentFlag.AlignRight)
            foot.addWidget(Words(texts._("gift"), 16, tone=Colour.PIEDRA))
        else:
            figure = in_a_row()
            if card.gave:
                figure.addWidget(YapaTag(texts._("YAPA"), 16 if size is LARGE else 14))
            figure.addWidget(Amount(size.figure, card.earning), 1)
            column.addLayout(figure)
            foot.addWidget(Words(texts._("sold"), 16, tone=Colour.PIEDRA))
        foot.addWidget(Amount(16, card.gross, tone=Colour.PIEDRA, bold=False), 1)
        column.addLayout(foot)
        self.setAccessibleName(f"{card.name}: {texts._('YAPA') if card.only_gave else card.earning}")


class NetworkPart(NamedTuple):
    """The network's part of a sale in words, and what it is made of: (label, figure) rows."""

    name: str
    whole: str
    rows: tuple[tuple[str, str], ...]

    def fits(self, size: Size, width: int) -> bool:
        """Whether the rows have room in a card of so many pixels."""
        room = width - 2 * _edges(size)[0] - 14
        wide = max(text_width(label, 16) + text_width(figure, SMALLEST_FIGURE) for label, figure in self.rows)
        return size is not SMALL and wide <= room and (size is LARGE or width > size.width * 3 // 2)


class NetworkCard(QFrame):
    """The network's part; what it is made of, where that has room."""

    def __init__(self, part: NetworkPart, size: Size, width: int, texts: Texts) -> None:
        super().__init__()
        self.setProperty("panel", "total")
        small = size is not LARGE
        pixels = 18 if width > 2 * size.width and not small else 16
        column = stacked(self, margins=_edges(size), gap=2 if small else 4)
        top = in_a_row(gap=8 if small else 10)
        top.addWidget(_square("users", size.emblem))
        top.addWidget(Words(part.name, size.name, bold=True, lines=2 if size is SMALL else 3), 1)
        column.addLayout(top)
        column.addStretch(1)
        if part.fits(size, width):
            for label, figure in part.rows:
                row = FigureRow(label, pixels, pixels, bold=False)
                row.say(figure)
                column.addWidget(row)
            column.addStretch(1)
        if size is LARGE:
            column.addWidget(Amount(size.figure, part.whole))
            column.addWidget(Words(texts._("for the network"), 16, tone=Colour.PIEDRA))
        else:
            foot = in_a_row()
            foot.addWidget(Words(texts._("for the network"), 16, tone=Colour.PIEDRA, lines=2), 1)
            foot.addWidget(Amount(size.figure, part.whole), 1)
            column.addLayout(foot)
        self.setAccessibleName(f"{part.name}: {part.whole}")


def _square(icon: str, side: int) -> QLabel:
    """An icon on night-black, as large as an emblem."""
    tile = icon_label(icon, side * 3 // 5, Colour.SAL0)
    tile.setAlignment(Qt.AlignmentFlag.AlignCenter)
    tile.setFixedSize(side, side)
    tile.setStyleSheet(f"background: {Colour.NOCHE}; border-radius: 4px")
    return tile
