"""The cart's lines, newest on top, a page of them at a time."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from pos.domain.basket import BasketLine
from pos.domain.reports import StockPosition
from pos.texts import Texts
from pos.ui.look.pager import PagePlace
from pos.ui.look.photos import arrivals
from pos.ui.selling.cart import Cart
from pos.ui.selling.cart_line import LineReader, ShownLine
from pos.ui.selling.cart_row import CartRow
from pos.ui.selling.cart_row_body import ROW_HEIGHT, Picture, RowBodies

_CORNER = 8


class _Read(NamedTuple):
    """A line with what was read of it; it is read again only where one of the three others is another one."""

    line: BasketLine
    in_cart: int
    stock: StockPosition | None
    shown: ShownLine


class CartView(QFrame):
    """As many rows as fit; the page is the one with the chosen line until another one is turned to.

    Its rows are placed by hand: a layout would measure the whole window again for each line that changes.
    """

    chosen = Signal(int)
    stepped = Signal(int, int)
    """A line's index, and by how many pieces it changes."""
    turned = Signal()
    """Another page is shown, or there are more or fewer of them."""

    def __init__(self, texts: Texts, picture: Picture) -> None:
        super().__init__()
        self._texts = texts
        self._bodies = RowBodies(picture, texts._("YAPA"))
        self._rows: list[CartRow] = []
        self._cart: Cart | None = None
        self._reader: LineReader | None = None
        self._stock: Mapping[str, StockPosition] = {}
        self._read: dict[int, _Read] = {}
        self._page = 0
        self.setProperty("panel", "plain")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        arrivals().arrived.connect(self._paint_again)

    def minimumSizeHint(self) -> QSize:
        return QSize(360, ROW_HEIGHT + 2)

    @property
    def page(self) -> PagePlace:
        """Which page is shown."""
        lines = len(self._cart.basket.lines) if self._cart else 0
        return PagePlace(self._page, max(1, -(-lines // self._fitting)))

    def take_reader(self, reader: LineReader) -> None:
        """Put lines into words with this reader from now on."""
        self._reader = reader
        self._read.clear()

    def show_cart(self, cart: Cart, stock: Mapping[str, StockPosition]) -> None:
        """Show the cart as it is now, on the page of its chosen line."""
        self._cart, self._stock = cart, stock
        if cart.chosen is not None:
            self._page = (len(cart.basket.lines) - 1 - cart.chosen) // self._fitting
        self._show_page()

    def turn(self, pages: int) -> None:
        """Turn so many pages on or back."""
        self._page += pages
        self._show_page()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_rows()
        if self._cart:
            self.show_cart(self._cart, self._stock)

    @property
    def _fitting(self) -> int:
        return max(1, (self.height() - 2) // ROW_HEIGHT)

    def _show_page(self) -> None:
        if self._cart is None or self._reader is None:
            return
        basket, fitting = self._cart.basket, self._fitting
        count = len(basket.lines)
        self._page = max(0, min(self._page, self.page.of - 1))
        newest = count - 1 - self._page * fitting
        indexes = [newest - i for i in range(fitting) if newest - i >= 0]
        while len(self._rows) < len(indexes):
            self._add_row()
        pieces = self._cart.pieces_by_sku
        for row, index in zip(self._rows, indexes, strict=False):
            shown = self._shown(self._reader, basket.lines[index], index, pieces)
            row.show_line(index, shown, chosen=index == self._cart.chosen, ends=index == indexes[-1])
            row.show()
        for row in self._rows[len(indexes) :]:
            row.hide()
        self.turned.emit()

    def _paint_again(self) -> None:
        """A photo came that a row may have been painted without."""
        shown = [row.line for row in self._rows if row.isVisible() and row.line is not None]
        stale = self._bodies.let_go(shown, self.contentsRect().width())
        for row in self._rows:
            if row.line in stale:
                row.update()

    def _shown(self, reader: LineReader, line: BasketLine, index: int, pieces: Counter[str]) -> ShownLine:
        in_cart, stock = pieces[line.product.sku], self._stock.get(line.product.sku)
        read = self._read.get(index)
        if read is None or read.line is not line or (read.in_cart, read.stock) != (in_cart, stock):
            read = _Read(line, in_cart, stock, reader.read(line, in_cart, stock))
            self._read[index] = read
        return read.shown

    def _add_row(self) -> None:
        row = CartRow(self, self._texts, self._bodies)
        row.chosen.connect(lambda: self.chosen.emit(row.index))
        row.stepped.connect(lambda pieces: self.stepped.emit(row.index, pieces))
        self._rows.append(row)
        self._place_rows()

    def _place_rows(self) -> None:
        fitting, inside = self._fitting, self.contentsRect()
        below = inside.height() - fitting * ROW_HEIGHT
        for i, row in enumerate(self._rows):
            area = QRect(inside.left(), inside.top() + i * ROW_HEIGHT, inside.width(), ROW_HEIGHT)
            if i == fitting - 1 and below < _CORNER:
                row.place(area, first=i == 0, below=below)
            else:
                row.place(area, first=i == 0)
