"""The till's middle column: the scan field, what is wrong, the cart or what was found, and what is done to the cart."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from pos.domain.emblems import Emblem
from pos.domain.products import Product
from pos.domain.reports import StockPosition
from pos.services.desk import Desk
from pos.ui.look.panels import stacked
from pos.ui.look.photos import product_picture
from pos.ui.look.theme import Colour
from pos.ui.look.words import Words
from pos.ui.messages import MessageBar
from pos.ui.notices import NoticeBar
from pos.ui.selling.cart import Cart
from pos.ui.selling.cart_foot import CartFoot, LastSale
from pos.ui.selling.cart_line import LineReader
from pos.ui.selling.cart_view import CartView
from pos.ui.selling.scan_field import ScanField
from pos.ui.selling.scan_picture import ScanPicture
from pos.ui.selling.search_list import SearchList
from pos.ui.session import Session

_LOW = 540
"""A column this low has no room for high messages."""
_PICTURE_FROM = 290
"""An empty cart that is lower has no room for the picture."""


class _Empty(QFrame):
    """What an empty cart shows; its picture gives way to the words where messages leave little room."""

    def __init__(self, picture: QWidget) -> None:
        super().__init__()
        self._picture = picture
        self.setProperty("panel", "plain")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture.setVisible(self.height() >= _PICTURE_FROM)


class SellingColumn(QWidget):
    """Puts its parts in their places; who listens to them is the screen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._texts, self._photos = desk.texts, desk.places.photos
        self._emblems: Mapping[str, Emblem] = {}
        self.scan = ScanField(desk.texts)
        self.message = MessageBar()
        self.notice = NoticeBar()
        self.lines = CartView(desk.texts, self._picture_of)
        self.search = SearchList(desk)
        self.foot = CartFoot(desk.texts)
        self.last = LastSale(desk.texts)
        self._label = ScanPicture()
        self._pages = QStackedWidget()
        self._empty = self._build_empty()
        column = stacked(self)
        for part in (self.scan, self.message, self.notice):
            column.addWidget(part)
        for page in (self._empty, self.lines, self.search):
            self._pages.addWidget(page)
        column.addWidget(self._pages, 1)
        column.addWidget(self.foot)
        column.addWidget(self.last)
        self.last.hide()
        self.lines.turned.connect(lambda: self.foot.show_page(self.lines.page))
        self.foot.turned.connect(self.lines.turn)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for bar in (self.message, self.notice):
            bar.make_low(low=self.height() < _LOW)

    def _build_empty(self) -> QFrame:
        """What to do first."""
        frame = _Empty(self._label)
        column = stacked(frame, margins=(20, 12, 20, 12), gap=6)
        centre = Qt.AlignmentFlag.AlignHCenter
        hint = self._texts._("If it has no label, touch its photo at the left.")
        column.addStretch()
        column.addWidget(self._label, alignment=centre)
        column.addSpacing(20)
        column.addWidget(Words(self._texts._("Scan the first product"), 26, bold=True, lines=2, align=centre))
        column.addWidget(Words(hint, 18, tone=Colour.PIEDRA, lines=2, align=centre))
        column.addStretch()
        return frame

    def start(self, session: Session) -> None:
        """Show carts, and what is found, on this session's terms; an empty cart shows one maker's label."""
        terms, exhibition = session.terms, session.exhibition
        self._emblems = terms.emblems
        self.lines.take_reader(LineReader(terms, exhibition.currency.digits, self._texts))
        makers = [terms.units[p.unit] for p in exhibition.participations if p.unit in terms.units]
        for unit in sorted(makers, key=lambda unit: len(unit.name))[:1]:  # a short name fits on the picture's label
            self._label.show_maker(unit.name, terms.emblems[unit.id])
        self.search.start(session)

    def show_cart(self, cart: Cart, stock: Mapping[str, StockPosition]) -> None:
        """Show the cart, and offer what can be done with it."""
        self.lines.show_cart(cart, stock)
        self.foot.show_cart(cart)
        self.show_page(cart)

    def show_page(self, cart: Cart) -> None:
        """Show what was found, the cart, or what to do first and the sale before."""
        untouched = cart.is_empty and not cart.can_undo and self.last.is_known
        self.last.setVisible(untouched)
        self.foot.setVisible(not untouched)
        page = self.search if self.scan.is_searching else self._empty if cart.is_empty else self.lines
        self._pages.setCurrentWidget(page)

    def _picture_of(self, product: Product, size: QSize) -> QPixmap:
        emblems = [self._emblems[maker.unit] for maker in product.makers if maker.unit in self._emblems]
        return product_picture(self._photos, product, emblems, size, ratio=self.devicePixelRatioF())

    def settle(self) -> None:
        """Nothing is wrong any more."""
        self.message.clear()
        self.scan.show_ready()
        if self.isVisible():  # a code scanned elsewhere, while somebody pays, takes no keys away from there
            self.scan.setFocus()
