"""The till's left column: shelves as tabs, the products of a shelf as tiles, and a pager under them."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from pos.domain.products import Product
from pos.domain.refusals import Refusal
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.ui.look.pager import Pager
from pos.ui.look.panels import panel, stacked
from pos.ui.look.theme import GAP, Colour
from pos.ui.look.words import Words
from pos.ui.messages import Message, told
from pos.ui.selling.category_list import CategoryList
from pos.ui.selling.category_tabs import FAVOURITES, CategoryTabs
from pos.ui.selling.product_tile import TILE_WIDTH, shown_product
from pos.ui.selling.tile_board import TileBoard
from pos.ui.session import Session

NARROW, WIDE = 1366, 1600
"""Windows narrower than the one get two columns of tiles, those at least as wide as the other get more than three."""

_PAGE_UP, _PAGE_DOWN = Qt.Key.Key_PageUp, Qt.Key.Key_PageDown


def grid_width(window_width: int) -> int:
    """How wide the column is in a window of that width: two, three, four or five tiles side by side."""
    if window_width < NARROW:
        columns = 2
    elif window_width < WIDE:
        columns = 3
    else:
        columns = 4 if window_width < NARROW + 4 * TILE_WIDTH else 5
    return columns * (TILE_WIDTH + GAP) + (1 if columns == 3 else 0) - GAP


class ProductGrid(QWidget):
    """Gives a product for each touch. Whatever the books say, a product can be chosen: they are never surer than who
    has the piece in the hand."""

    chosen = Signal(Product)
    troubled = Signal(Message)
    """The shelves could not be read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._texts = desk.texts
        self._session: Session | None = None
        self._shelf = FAVOURITES
        self._is_listing = False
        self._categories: tuple[str, ...] = ()
        self._favourites: tuple[Product, ...] = ()
        self._first = 0
        self._pieces: Mapping[str, int] = {}
        self._tabs = CategoryTabs(self._texts)
        self._board = TileBoard(desk.places.photos, self._texts)
        self._list = CategoryList()
        self._pages = QStackedWidget()
        self._pager = Pager(self._texts)
        self._nothing = panel()
        self._build()
        self._connect()

    def _build(self) -> None:
        column = stacked(self)
        column.addWidget(self._tabs)
        centre = Qt.AlignmentFlag.AlignHCenter
        words = stacked(self._nothing, margins=(20, 20, 20, 20))
        nothing = self._texts._("There are no products here yet.")
        words.addWidget(Words(nothing, 18, tone=Colour.PIEDRA, lines=4, align=centre))
        for page in (self._board, self._list, self._nothing):
            self._pages.addWidget(page)
        column.addWidget(self._pages, 1)
        column.addWidget(self._pager)

    def _connect(self) -> None:
        self._tabs.chosen.connect(self.open_shelf)
        self._tabs.more_wanted.connect(self._list_shelves)
        self._list.chosen.connect(self.open_shelf)
        self._list.resized.connect(lambda: self._show_again(self._list))
        self._board.chosen.connect(self.chosen)
        self._board.resized.connect(lambda: self._show_again(self._board))
        self._board.left_behind.connect(self.turn)
        self._pager.turned.connect(self._show_page)

    # --- what is shown -------------------------------------------------------------------------------------------

    def start(self, session: Session) -> None:
        """Show the favourites of the session's exhibition, read afresh."""
        self._session = session
        self._pieces = {}
        self._categories = ()
        self._attempt(self._read_categories)
        self.open_shelf(FAVOURITES)

    def open_shelf(self, shelf: str) -> None:
        """Show the first page of the favourites or of a category."""
        self._shelf, self._is_listing = shelf, False
        if shelf == FAVOURITES:
            self._favourites = ()
            self._attempt(self._read_favourites)
        self._show_page(0)

    def show_counts(self, pieces: Mapping[str, int]) -> None:
        """So many pieces of each SKU are in the cart."""
        self._pieces = pieces
        self._board.show_pieces(pieces)

    def refresh_stock(self) -> None:
        """Read again which of the products shown are sold out; to be called after each sale and delivery."""
        self._attempt(lambda: self._board.show_sold_out(self._sold_out(self._board.products)))

    def turn(self, by: int) -> None:
        """Turn so many pages on, or back."""
        self._pager.turn(by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {_PAGE_UP, _PAGE_DOWN}:
            self.turn(1 if event.key() == _PAGE_DOWN else -1)
        else:
            super().keyPressEvent(event)

    # --- reading -------------------------------------------------------------------------------------------------

    def _attempt(self, act: Callable[[], None]) -> None:
        """Do it, or tell what stands in the way; what was shown stays."""
        try:
            act()
        except (Refusal, BooksUnavailable) as trouble:
            self.troubled.emit(told(trouble, self._texts))

    def _read_categories(self) -> None:
        if self._session is not None:
            self._categories = self._desk.finding.categories(self._session.exhibition.id)

    def _read_favourites(self) -> None:
        if self._session is not None:
            self._favourites = self._desk.finding.favourites(self._session.exhibition.id)

    def _sold_out(self, products: Sequence[Product]) -> set[str]:
        """The SKUs of those of which nothing is left."""
        if self._session is None:
            return set()
        stock = self._desk.finding.stock(self._session.exhibition.id, [product.sku for product in products])
        return {sku for sku, position in stock.items() if position.is_sold_out}

    # --- pages ---------------------------------------------------------------------------------------------------

    def _list_shelves(self) -> None:
        self._is_listing = True
        self._show_page(0)

    def _show_again(self, resized: CategoryList | TileBoard) -> None:
        """There is room for another number of them: stay where the first of them is."""
        if resized is (self._list if self._is_listing else self._board):
            self._show_page(self._first // resized.fits)

    def _show_page(self, page: int) -> None:
        self._tabs.show_categories(self._categories, self._shelf, listing=self._is_listing)
        if self._is_listing:
            self._show_list(page)
        elif self._session is not None:
            session = self._session
            self._attempt(lambda: self._show_products(session, page))

    def _show_list(self, page: int) -> None:
        others, fits = self._tabs.others, self._list.fits
        self._first = self._stand_at(page, len(others), fits)
        self._list.show_categories(others[self._first : self._first + fits])
        self._pages.setCurrentWidget(self._list)

    def _show_products(self, session: Session, page: int) -> None:
        finding, exhibition, fits = self._desk.finding, session.exhibition, self._board.fits
        if self._shelf == FAVOURITES:
            first = self._stand_at(page, len(self._favourites), fits)
            products = self._favourites[first : first + fits]
        else:
            first = self._stand_at(page, finding.how_many(exhibition.id, self._shelf), fits)
            products = finding.of_category(exhibition.id, self._shelf, first, fits)
        self._first = first
        shown = [shown_product(product, session.terms, exhibition.currency, self._texts) for product in products]
        self._board.show_products(shown, self._pieces, self._sold_out(products))
        self._pages.setCurrentWidget(self._board if shown else self._nothing)

    def _stand_at(self, page: int, count: int, fits: int) -> int:
        """Let the pager stand at a page of so many; gives the first that is on it."""
        self._pager.show_page(page, -(-count // fits))
        return self._pager.page * fits
