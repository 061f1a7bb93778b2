"""The tiles of one page, in as many columns and rows as there is room for; arrows move among them."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.domain.products import Product
from pos.texts import Texts
from pos.ui.look.photos import arrivals
from pos.ui.look.theme import GAP
from pos.ui.selling.product_tile import ProductTile, ShownProduct

_LEAST_WIDTH, _LEAST_HEIGHT = 124, 118
"""A tile smaller than this has no room for two lines of a name or for a picture that says anything."""
_TAB, _NONE = Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.NoFocus


class TileBoard(QWidget):
    """Tiles are made once and shown again and again. Tab reaches one of them, arrows the others."""

    chosen = Signal(Product)
    left_behind = Signal(int)
    """An arrow leads off the board, to the page before (-1) or the next one (1)."""
    resized = Signal()
    """There is room for more or fewer of them."""

    def __init__(self, photos: Path, texts: Texts) -> None:
        super().__init__()
        self._photos, self._texts = photos, texts
        self._tiles: list[ProductTile] = []
        self._shown = 0
        self._fitted = 0
        self._reached = 0
        self._aim: int | None = None
        """While a page is turned by an arrow: the place where the focus goes on."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        arrivals().arrived.connect(self.update)

    @property
    def columns(self) -> int:
        """How many stand side by side."""
        return max(1, (self.width() + GAP) // (_LEAST_WIDTH + GAP))

    @property
    def rows(self) -> int:
        """How many stand one above the other."""
        return max(1, (self.height() + GAP) // (_LEAST_HEIGHT + GAP))

    @property
    def fits(self) -> int:
        """How many there is room for."""
        return self.columns * self.rows

    @property
    def tiles(self) -> Sequence[ProductTile]:
        """The tiles that are shown, from the left in rows."""
        return self._tiles[: self._shown]

    @property
    def products(self) -> Sequence[Product]:
        """What they show."""
        return [tile.shown.product for tile in self.tiles if tile.shown is not None]

    def show_products(
        self, products: Sequence[ShownProduct], pieces: Mapping[str, int], sold_out: Collection[str]
    ) -> None:
        """Show these; `pieces` are those in the cart by SKU, `sold_out` the SKUs of which none is left."""
        focused = next((i for i, tile in enumerate(self.tiles) if tile.hasFocus()), None)
        while len(self._tiles) < len(products):
            self._add_tile()
        self._shown = len(products)
        for tile, shown in zip(self._tiles, products, strict=False):
            sku = shown.product.sku
            tile.show_product(shown, pieces.get(sku, 0), sold_out=sku in sold_out)
        for i, tile in enumerate(self._tiles):
            tile.setVisible(i < self._shown)
        self._place()
        at = self._aim if self._aim is not None else focused if focused is not None else self._reached
        self._reach(min(at, self._shown - 1), focus=focused is not None)

    def show_pieces(self, pieces: Mapping[str, int]) -> None:
        """So many pieces of each product are in the cart now; only tiles whose count is another are painted."""
        for tile in self.tiles:
            if tile.shown is not None:
                tile.show_pieces(pieces.get(tile.shown.product.sku, 0))

    def show_sold_out(self, sold_out: Collection[str]) -> None:
        """Which of them are sold out now."""
        for tile in self.tiles:
            if tile.shown is not None:
                tile.show_sold_out(sold_out=tile.shown.product.sku in sold_out)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        if self.fits != self._fitted:
            self._fitted = self.fits
            self.resized.emit()

    def _add_tile(self) -> None:
        tile, place = ProductTile(self._photos, self._texts), len(self._tiles)
        tile.setParent(self)
        tile.clicked.connect(lambda: self._take(place))
        tile.stepped.connect(lambda right, down: self._step(place, right, down))
        if self._tiles:
            self.setTabOrder(self._tiles[-1], tile)
        self._tiles.append(tile)

    def _place(self) -> None:
        """Divide all the room among the columns and rows, so that no dot is left over at an edge."""
        columns, rows = self.columns, self.rows
        lefts = [round(i * (self.width() + GAP) / columns) for i in range(columns + 1)]
        tops = [round(i * (self.height() + GAP) / rows) for i in range(rows + 1)]
        for i, tile in enumerate(self.tiles[: columns * rows]):
            row, column = divmod(i, columns)
            width, height = lefts[column + 1] - lefts[column] - GAP, tops[row + 1] - tops[row] - GAP
            tile.setGeometry(lefts[column], tops[row], width, height)

    def _take(self, place: int) -> None:
        self._reach(place, focus=False)
        shown = self._tiles[place].shown
        if shown is not None:
            self.chosen.emit(shown.product)

    def _step(self, place: int, right: int, down: int) -> None:
        row, column = divmod(place, self.columns)
        if not 0 <= column + right < self.columns or (right > 0 and place == self._shown - 1):
            self._aim = row * self.columns + (0 if right > 0 else self.columns - 1)
            self.left_behind.emit(right)
            self._aim = None
            return
        target = place + right + down * self.columns
        if 0 <= target < self._shown:
            self._reach(target, focus=True)

    def _reach(self, place: int, *, focus: bool) -> None:
        """Let Tab come to this tile, and to no other."""
        self._reached = max(0, place)
        for i, tile in enumerate(self._tiles):
            tile.setFocusPolicy(_TAB if i == self._reached else _NONE)
        if focus and self._reached < self._shown:
            self._tiles[self._reached].setFocus(Qt.FocusReason.OtherFocusReason)
