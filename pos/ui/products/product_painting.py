"""How a product's row is painted: its picture, name, makers, price, what is left, and the buttons that count labels."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pos.texts import Texts
from pos.ui.look.brush import box, capitals, edge, fitting, ink, write, write_amid, write_to
from pos.ui.look.emblems import paint_emblem
from pos.ui.look.icons import paint_icon
from pos.ui.look.photos import product_picture
from pos.ui.look.theme import RADIUS, Colour, font, text_width
from pos.ui.look.words import paint_words
from pos.ui.products.product_columns import ROW_HEIGHT, STEP, Columns, columns_in
from pos.ui.products.product_rows import ProductRow

BAR = 6
_EMBLEM, _SMALL_EMBLEM, _MOST_EMBLEMS = 36, 24, 2
_ICON = 22
_UPPER, _LOWER = 21, 44
_SELECTED = QStyle.StateFlag.State_Selected
_ANTIALIASING = QPainter.RenderHint.Antialiasing
_ELIDED = Qt.TextElideMode.ElideRight

Index = QModelIndex | QPersistentModelIndex


def code_font(pixels: int = 14) -> QFont:
    """The type that SKUs are set in: all signs equally wide."""
    made = QFont("DejaVu Sans Mono")
    made.setPixelSize(pixels)
    return made


@lru_cache(maxsize=1024)
def _elided(text: str, pixels: int, room: float) -> str:
    """The text in one line, its end in three dots where it has no room."""
    return QFontMetricsF(font(pixels)).elidedText(text, _ELIDED, room)


@lru_cache(maxsize=32)
def _button(icon: str, tone: Colour, ratio: float, *, down: bool) -> QPixmap:
    """A button that counts, drawn once: each row has two of them."""
    picture = QPixmap(round(STEP * ratio), round(STEP * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(_ANTIALIASING)
    fill, rim = (Colour.SAL2, edge(Colour.NOCHE)) if down else (Colour.SAL0, edge(Colour.BORDE2))
    box(painter, QRectF(0, 0, STEP, STEP), fill, rim, RADIUS)
    inset = (STEP - _ICON) / 2
    paint_icon(painter, icon, QRectF(inset, inset, _ICON, _ICON), tone, line=2.5)
    painter.end()
    return picture


class ProductPainter(QStyledItemDelegate):
    """`row_at` gives the product of a place; `pressed` is the SKU whose button is held, and by how much that counts."""

    def __init__(
        self, row_at: Callable[[int], ProductRow | None], count_of: Callable[[str], int], photos: Path, texts: Texts
    ) -> None:
        super().__init__()
        self._row_at, self._photos, self._count_of, self._texts = row_at, photos, count_of, texts
        self._no_price, self._no_label = texts._("no price"), texts._("No label without a price")
        self._code = code_font()
        self._code_metrics = QFontMetricsF(self._code)
        self.pressed: tuple[str, int] = ("", 0)
        self._columns: tuple[int, Columns] = (0, columns_in(0))

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(300, ROW_HEIGHT)

    def columns(self, width: int) -> Columns:
        """Where the columns of a row so wide are."""
        if self._columns[0] != width:
            self._columns = (width, columns_in(width))
        return self._columns[1]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area = option.rect
        selected = bool(option.state & _SELECTED)
        row = self._row_at(index.row())
        ground = Colour.TEJA_T if row is not None and not row.price else Colour.LAGO_T if selected else Colour.SAL0
        painter.fillRect(area, ink(ground))
        if selected:
            painter.fillRect(area.left(), area.top(), BAR, area.height(), ink(Colour.LAGO))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, ink(Colour.SAL3))
        if row is None:
            return
        painter.save()
        painter.translate(area.topLeft())
        painter.setRenderHint(_ANTIALIASING)
        self._paint_row(painter, row, self.columns(area.width()))
        painter.restore()

    def _paint_row(self, painter: QPainter, row: ProductRow, columns: Columns) -> None:
        size = columns.photo.size().toSize()
        ratio = painter.device().devicePixelRatioF()
        picture = product_picture(self._photos, row.product, row.emblems, size, ratio=ratio)
        painter.drawPixmap(columns.photo.topLeft().toPoint(), picture)
        left, right = columns.name
        pixels = 18 if text_width(row.name, 18) <= right - left else 16
        shown = _elided(row.name, pixels, right - left)
        write(painter, shown, left, _UPPER, pixels, Colour.NOCHE)
        self._paint_code(painter, row, columns)
        if columns.makers is not None:
            self._paint_makers(painter, row, *columns.makers)
        if row.price:
            pixels = fitting(row.price, columns.price_room, 18, 16)
            write_to(painter, row.price, columns.price_right, ROW_HEIGHT / 2, pixels, Colour.NOCHE, bold=True)
        else:
            pixels = fitting(self._no_price, columns.price_room, 16, 13)
            write_to(painter, self._no_price, columns.price_right, ROW_HEIGHT / 2, pixels, Colour.TEJA, bold=True)
        left_word, tone = "–", Colour.INACTIVO
        if row.left is not None:
            left_word, tone = self._texts.amount(row.left, 0), Colour.NOCHE
        write_to(painter, left_word, columns.left_right, ROW_HEIGHT / 2, 16, tone)
        self._paint_counter(painter, row, columns)

    def _paint_code(self, painter: QPainter, row: ProductRow, columns: Columns) -> None:
        """The SKU under the name; and beside it the makers where they have no column of their own."""
        left, right = columns.name
        at = left
        if columns.makers is None:
            for emblem in row.emblems[:1]:
                paint_emblem(painter, emblem, QRectF(at, _LOWER - _SMALL_EMBLEM / 2, _SMALL_EMBLEM, _SMALL_EMBLEM))
                at += _SMALL_EMBLEM + 6
        code = self._code_metrics.elidedText(row.product.sku, _ELIDED, right - at)
        painter.setFont(self._code)
        painter.setPen(ink(Colour.PIEDRA))
        painter.drawText(int(at), int(_LOWER + self._code_metrics.capHeight() / 2), code)
        at += self._code_metrics.horizontalAdvance(code) + 8
        if columns.makers is None and right - at > capitals(16) * 4:
            words = _elided(row.makers, 16, right - at)
            write(painter, words, at, _LOWER, 16, Colour.PIEDRA)

    def _paint_makers(self, painter: QPainter, row: ProductRow, left: float, right: float) -> None:
        at, side = left, _EMBLEM if len(row.emblems) == 1 else _SMALL_EMBLEM
        for emblem in row.emblems[:_MOST_EMBLEMS]:
            paint_emblem(painter, emblem, QRectF(at, (ROW_HEIGHT - side) // 2, side, side))
            at += side + 8
        room = QRectF(at, 0, right - at, ROW_HEIGHT - 1)
        paint_words(painter, row.makers, room, 16, lines=2)

    def _paint_counter(self, painter: QPainter, row: ProductRow, columns: Columns) -> None:
        if not row.price:
            paint_words(painter, self._no_label, columns.counter, 16, tone=Colour.TEJA, lines=2)
            return
        count = self._count_of(row.product.sku)
        ratio = painter.device().devicePixelRatioF()
        for area, icon, by in ((columns.minus, "minus", -1), (columns.plus, "plus", 1)):
            tone = Colour.NOCHE if by > 0 or count else Colour.INACTIVO
            down = self.pressed == (row.product.sku, by)
            painter.drawPixmap(area.topLeft(), _button(icon, tone, ratio, down=down))
        middle = columns.counter.center().x()
        text = self._texts.amount(count, 0)
        bold = count > 0
        pixels = 20 if text_width(text, 20, bold=bold) <= 50 else 16
        write_amid(painter, text, middle, ROW_HEIGHT / 2, pixels, Colour.NOCHE if bold else Colour.INACTIVO, bold=bold)
