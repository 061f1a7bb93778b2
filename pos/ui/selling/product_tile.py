"""A product to touch: its picture, whose work it is, its price and its name; and how many are in the cart."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from pos.domain.emblems import Emblem
from pos.domain.money import Currency
from pos.domain.products import Product
from pos.domain.text import in_language
from pos.services.cataloguing import Terms
from pos.texts import Texts
from pos.ui.look.brush import box, edge, ink, write, write_amid
from pos.ui.look.buttons import TouchButton
from pos.ui.look.emblems import paint_emblem
from pos.ui.look.photos import photo_file, product_picture
from pos.ui.look.theme import RADIUS, Colour, text_width
from pos.ui.look.words import paint_words, set_text

TILE_WIDTH, TILE_HEIGHT = 129, 130
_NAME_HEIGHT = 50
_EMBLEM = 24
_EMBLEMS = 2
_CHIP_HEIGHT = 25
_ANTIALIASING = QPainter.RenderHint.Antialiasing
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True, slots=True)
class ShownProduct:
    """A product as a tile shows it; `price` is empty where it has none in the currency."""

    product: Product
    name: str
    price: str
    emblems: tuple[Emblem, ...]


def shown_product(product: Product, terms: Terms, currency: Currency, texts: Texts) -> ShownProduct:
    """A product in the words of a language and the prices of a currency."""
    price = product.prices.get(currency.code)
    return ShownProduct(
        product=product,
        name=in_language(product.name, texts.language) or product.sku,
        price=texts.amount(price.list_price.minor, currency.digits) if price else "",
        emblems=tuple(terms.emblems[maker.unit] for maker in product.makers),
    )


class ProductTile(TouchButton):
    """Shows one product at a time, and takes the focus only where its grid lets it."""

    stepped = Signal(int, int)
    """An arrow was pressed: columns to the right, rows down."""

    def __init__(self, photos: Path, texts: Texts) -> None:
        super().__init__()
        self.shown: ShownProduct | None = None
        self.pieces = 0
        self.is_sold_out = False
        self._has_photo = False
        self._photos, self._texts = photos, texts
        self._sold_out, self._no_price = texts._("Sold out"), texts._("no price")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_product(self, shown: ShownProduct, pieces: int, *, sold_out: bool) -> None:
        """Show this product, of which so many pieces are in the cart."""
        self.shown, self.pieces, self.is_sold_out = shown, pieces, sold_out
        self._has_photo = photo_file(self._photos, shown.product.photo) is not None
        self.setAccessibleName(f"{shown.name}, {shown.price or self._no_price}")
        self._describe()
        self.update()

    def show_pieces(self, pieces: int) -> None:
        """So many pieces are in the cart now."""
        if pieces != self.pieces:
            self.pieces = pieces
            self._describe()
            self.update()

    def show_sold_out(self, *, sold_out: bool) -> None:
        """Whether the books say that none is left; it can be sold all the same."""
        if sold_out != self.is_sold_out:
            self.is_sold_out = sold_out
            self._describe()
            self.update()

    def _describe(self) -> None:
        said = [self._sold_out] if self.is_sold_out else []
        if self.pieces:
            said.append(self._texts._("%(pieces)s in the cart") % {"pieces": self._texts.amount(self.pieces, 0)})
        self.setAccessibleDescription(", ".join(said))

    def sizeHint(self) -> QSize:
        return QSize(TILE_WIDTH, TILE_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(TILE_WIDTH // 2, TILE_HEIGHT // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(*step)
        else:
            super().keyPressEvent(event)

    # --- painting ------------------------------------------------------------------------------------------------

    def paintEvent(self, _: QPaintEvent) -> None:
        shown = self.shown
        if shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        whole = QRectF(self.rect())
        down = self.isDown()
        box(painter, whole, Colour.SAL2 if down else Colour.SAL0, None, RADIUS)
        picture = QRectF(1, 1, whole.width() - 2, whole.height() - 2 - _NAME_HEIGHT)
        self._paint_picture(painter, shown, picture)
        self._paint_price(painter, shown, picture)
        name = QRectF(9, picture.bottom(), whole.width() - 17, _NAME_HEIGHT)
        paint_words(painter, shown.name, name, _name_pixels(shown.name, int(name.width())), lines=2)
        if self.pieces:
            self._paint_pieces(painter, whole.width() - 7)
        rim = edge(Colour.LAGO, 3) if self.hasFocus() else edge(Colour.NOCHE) if down else edge(Colour.SAL3, 1)
        box(painter, whole, None, rim, RADIUS)

    def _paint_picture(self, painter: QPainter, shown: ShownProduct, area: QRectF) -> None:
        size = area.size().toSize()
        picture = product_picture(
            self._photos,
            shown.product,
            shown.emblems,
            size,
            grey=self.is_sold_out,
            radius=RADIUS - 1,
            top_only=True,
            ratio=self.devicePixelRatioF(),
        )
        painter.drawPixmap(area.topLeft(), picture)
        # An emblem that fills the box already says whose work it is, unless there are several makers.
        if len(shown.emblems) > 1 or self._has_photo:
            for i, emblem in enumerate(shown.emblems[:_EMBLEMS]):
                corner = QRectF(7 + i * (_EMBLEM + 4), 7, _EMBLEM, _EMBLEM)
                painter.fillRect(corner.adjusted(-2, -2, 2, 2), ink(Colour.SAL0))
                paint_emblem(painter, emblem, corner)
        if self.is_sold_out:
            bar = QRectF(1, 31, round(text_width(self._sold_out, 16, bold=True)) + 20, 24)
            painter.fillRect(bar, ink(Colour.NOCHE))
            write(painter, self._sold_out, 11, bar.center().y(), 16, Colour.SAL0, bold=True)

    def _paint_price(self, painter: QPainter, shown: ShownProduct, area: QRectF) -> None:
        words, pixels, tone = (shown.price, 18, Colour.NOCHE) if shown.price else (self._no_price, 16, Colour.ICHU_O)
        width = round(text_width(words, pixels, bold=True)) + 17
        chip = QRectF(area.right() - width, area.bottom() - _CHIP_HEIGHT + 1, width, _CHIP_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(Colour.SAL0))
        # Only the chip's inner corner is round: the others lie outside what is drawn.
        painter.save()
        painter.setClipRect(chip, Qt.ClipOperation.IntersectClip)
        painter.drawRoundedRect(chip.adjusted(0, 0, 12, 12), 6, 6)
        painter.restore()
        write(painter, words, chip.left() + 9, chip.center().y() + 1, pixels, tone, bold=True)

    def _paint_pieces(self, painter: QPainter, right: float) -> None:
        words = self._texts.amount(self.pieces, 0)
        width = max(30, round(text_width(words, 17, bold=True)) + 14)
        pill = QRectF(right - width, 7, width, 28)
        box(painter, pill.adjusted(-2, -2, 2, 2), Colour.SAL0, None, 16)
        box(painter, pill, Colour.NOCHE, None, 14)
        write_amid(painter, words, pill.center().x(), pill.center().y(), 17, Colour.SAL0, bold=True)


@lru_cache(maxsize=1024)
def _name_pixels(name: str, width: int) -> int:
    """As large as leaves the whole name readable, a little smaller rather than cut short."""
    return next((size for size in (16, 15) if not set_text(name, width, size, 2, bold=False).clipped), 14)
