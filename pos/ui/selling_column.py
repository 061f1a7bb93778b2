"""The till's middle column: the scan field, what is wrong, the cart or what was found, and what is done to the cart."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from pos.domain.emblems import Emblem
from pos.domain.reports import StockPosition
from pos.services.desk import Desk
from pos.ui.cart import Cart
from pos.ui.cart_foot import CartFoot, LastSale
from pos.ui.cart_row_body import Picture
from pos.ui.cart_view import CartView
from pos.ui.messages import Message, MessageBar
from pos.ui.panels import stacked
from pos.ui.scan_field import ScanField
from pos.ui.scan_picture import ScanPicture
from pos.ui.search_list import SearchList
from pos.ui.theme import Colour
from pos.ui.words import Words

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

    def __init__(self, desk: Desk, picture: Picture) -> None:
        super().__init__()
        self._texts = desk.texts
        self.scan = ScanField(desk.texts)
        self.message = MessageBar()
        self.notice = MessageBar()
        self.lines = CartView(desk.texts, picture)
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

    def show_maker(self, name: str, emblem: Emblem) -> None:
        """Draw the label of this maker's goods where the cart is empty."""
        self._label.show_maker(name, emblem)

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

    def show_notice(self, message: Message | None) -> None:
        """Say something about the till; None once it is settled."""
        if message is None:
            self.notice.clear()
        else:
            self.notice.show_message(message)

    def settle(self) -> None:
        """Nothing is wrong any more."""
        self.message.clear()
        self.scan.show_ready()
        if self.isVisible():  # a code scanned elsewhere, while somebody pays, takes no keys away from there
            self.scan.setFocus()
