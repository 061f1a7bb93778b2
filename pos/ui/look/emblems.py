"""The producers' woven emblems and the aguayo band, painted cell by cell so that no cell is ever blurred."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPixmap, QPixmapCache
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.domain.emblems import Emblem
from pos.printing.emblems import EMBLEM_CELLS, band_tile, dye_colours, emblem_cells

BAND_HEIGHT = 12


def paint_emblem(painter: QPainter, emblem: Emblem, box: QRectF) -> None:
    """Draw an emblem in the middle of a square box, as large as whole cells of the screen's dots allow."""
    ratio = painter.device().devicePixelRatioF()
    cell = max(1, int(box.width() * ratio) // EMBLEM_CELLS)
    picture = _emblem(emblem, cell)
    picture.setDevicePixelRatio(ratio)
    side = cell * EMBLEM_CELLS / ratio
    inset = (box.width() - side) / 2
    painter.drawPixmap(QPoint(round(box.left() + inset), round(box.top() + inset)), picture)


def _emblem(emblem: Emblem, cell: int) -> QPixmap:
    motif, dye = emblem
    key = f"emblem/{motif}/{dye}/{cell}"
    picture = QPixmap()
    if QPixmapCache.find(key, picture):
        return picture
    inks = dict(zip(".#o", dye_colours(dye), strict=True))
    picture = _woven(emblem_cells(motif), inks, cell)
    QPixmapCache.insert(key, picture)
    return picture


def _woven(rows: Sequence[str], inks: dict[str, str], cell: int) -> QPixmap:
    image = QImage(len(rows[0]), len(rows), QImage.Format.Format_RGB32)
    for y, row in enumerate(rows):
        for x, kind in enumerate(row):
            image.setPixelColor(x, y, QColor(inks[kind]))
    larger = image.scaled(
        image.width() * cell,
        image.height() * cell,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.FastTransformation,
    )
    return QPixmap.fromImage(larger)


class EmblemTiles(QWidget):
    """The emblems of a product's makers side by side. They say nothing alone: the names stand beside them."""

    def __init__(self, size: int, emblems: Sequence[Emblem] = (), *, most: int = 3) -> None:
        super().__init__()
        self._size = size
        self._most = most
        self._emblems: tuple[Emblem, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_emblems(emblems)

    def show_emblems(self, emblems: Sequence[Emblem]) -> None:
        """Show these, or as many of them as there is room for."""
        self._emblems = tuple(emblems)[: self._most]
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        count = max(1, len(self._emblems))
        return QSize(count * self._size + (count - 1) * 5, self._size)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        for i, emblem in enumerate(self._emblems):
            paint_emblem(painter, emblem, QRectF(i * (self._size + 5), 0, self._size, self._size))


class Band(QWidget):
    """The aguayo band across the window: the one ornament."""

    def __init__(self, cell: int = 1) -> None:
        super().__init__()
        self.setFixedHeight(BAND_HEIGHT * cell)
        tile = band_tile()
        self._tile = _woven(tile.rows, tile.colours, cell)

    def paintEvent(self, _: QPaintEvent) -> None:
        QPainter(self).drawTiledPixmap(self.rect(), self._tile)
