"""Where the cashier sells: scan, look at the cart, charge."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QWidget

from pos.domain.exhibitions import Exhibition
from pos.domain.refusals import Refusal
from pos.domain.sales import Sale
from pos.services.cataloguing import Cataloguing, Terms
from pos.storage.database import BooksUnavailable
from pos.texts import Texts
from pos.ui.buyer_choice import BuyerChoice
from pos.ui.cart import Cart
from pos.ui.cart_foot import CartFoot, LastSale
from pos.ui.cart_view import CartView
from pos.ui.messages import Message, MessageBar, told
from pos.ui.money_panel import MoneyPanel
from pos.ui.panels import Help, in_a_row, panel, stacked
from pos.ui.scan_field import ScanField
from pos.ui.scan_picture import ScanPicture
from pos.ui.theme import MARGIN, Colour
from pos.ui.words import Words

MONEY_WIDTH = 308
LOW = 600
"""Where there is less height than this, the help at the side gives way."""


class SellingScreen(QWidget):
    """Holds the open cart. Whatever goes wrong, the cart stays as it was."""

    pay_wanted = Signal()
    copy_wanted = Signal()
    cart_changed = Signal()
    acted = Signal()
    """The button of the message was pressed."""

    def __init__(self, catalogue: Cataloguing, texts: Texts) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._texts = texts
        self._terms: Terms | None = None
        self._exhibition: Exhibition | None = None
        self.cart: Cart | None = None
        """None until the till knows at which exhibition it sells."""
        self._scan = ScanField(texts)
        self._message = MessageBar()
        self._picture = ScanPicture()
        self._lines = CartView(texts)
        self._pages = QStackedWidget()
        self._foot = CartFoot(texts)
        self._last = LastSale(texts)
        self._buyer = BuyerChoice(texts)
        self._money = MoneyPanel(texts)
        self._help = Help(
            texts._("↑ ↓ choose a line, + and − change its pieces, Delete takes it out, Ctrl Z undoes."), lines=6
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        row = in_a_row(self, margins=(MARGIN, MARGIN, MARGIN, MARGIN), gap=MARGIN)
        middle = stacked()
        self._pages.addWidget(self._build_empty())
        self._pages.addWidget(self._lines)
        middle.addWidget(self._scan)
        middle.addWidget(self._message)
        middle.addWidget(self._pages, 1)
        middle.addWidget(self._foot)
        middle.addWidget(self._last)
        row.addLayout(middle, 1)
        side = QWidget()
        side.setFixedWidth(MONEY_WIDTH)
        column = stacked(side, gap=MARGIN)
        column.addWidget(self._help)
        column.addStretch(1)
        column.addWidget(self._buyer)
        column.addWidget(self._money)
        row.addWidget(side)

    def _build_empty(self) -> QFrame:
        frame = panel()
        column = stacked(frame, margins=(20, 20, 20, 20))
        centre = Qt.AlignmentFlag.AlignHCenter
        hint = self._texts._("Without a scanner, type the code on the label and press Enter.")
        column.addStretch()
        column.addWidget(self._picture, alignment=centre)
        column.addSpacing(24)
        column.addWidget(Words(self._texts._("Scan the first product"), 26, bold=True, lines=2, align=centre))
        column.addWidget(Words(hint, 19, tone=Colour.PIEDRA, lines=2, align=centre))
        column.addStretch()
        return frame

    def _connect(self) -> None:
        self._scan.scanned.connect(self.take_code)
        self._scan.moved.connect(lambda rows: self._choose(lambda cart: cart.choose_newer(-rows)))
        self._scan.stepped.connect(lambda pieces: self._change(lambda cart: cart.step_chosen(pieces)))
        self._scan.removed.connect(lambda: self._change(Cart.remove_chosen))
        self._lines.chosen.connect(lambda index: self._choose(lambda cart: cart.choose(index)))
        self._lines.stepped.connect(lambda index, pieces: self._change(lambda cart: cart.step(index, pieces)))
        self._lines.turned.connect(lambda: self._foot.show_page(self._lines.page))
        self._foot.turned.connect(self._lines.turn)
        self._foot.undo_wanted.connect(lambda: self._change(Cart.undo))
        self._foot.clear_wanted.connect(lambda: self._change(Cart.empty))
        self._buyer.chosen.connect(lambda kind: self._choose(lambda cart: cart.sell_to(kind)))
        self._money.pay_wanted.connect(self.pay_wanted)
        self._last.copy_wanted.connect(self.copy_wanted)
        self._message.acted.connect(self.acted)
        self._on_key("F12", self._money.press)
        self._on_key("F9", self._last.press)
        self._on_key("Ctrl+Z", lambda: self._change(Cart.undo))
        self._on_key("Esc", self._escape)

    def _on_key(self, keys: str, slot: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    def start(self, terms: Terms, exhibition: Exhibition) -> None:
        """Begin with an empty cart, at this exhibition."""
        self._terms, self._exhibition = terms, exhibition
        self.cart = Cart(exhibition.currency, terms.network.language)
        self._money.take_currency(exhibition.currency)
        self._buyer.choose(None)
        makers = [terms.units[p.unit] for p in exhibition.participations if p.unit in terms.units]
        for unit in sorted(makers, key=lambda unit: len(unit.name))[:1]:  # a short name fits on the picture's label
            self._picture.show_maker(unit.name, terms.emblems[unit.id])
        self._settle()
        self._show_cart()

    def is_at(self, exhibition: Exhibition) -> bool:
        """Whether the cart is one of this exhibition, on its present terms."""
        return self._exhibition == exhibition

    def forget(self) -> None:
        """Hold no cart any more: another shift or another catalogue begins with an empty one."""
        self._exhibition = self._terms = self.cart = None

    def show_last_sale(self, sale: Sale, digits: int, *, can_print: bool) -> None:
        """Name the sale before, as long as the cart is untouched."""
        self._last.show_sale(sale, digits, can_print=can_print)
        self._show_cart()

    def show_message(self, message: Message) -> None:
        """Say something that stays until it is solved."""
        self._message.show_message(message)

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words

    def take_focus(self) -> None:
        """Let the next key go into the scan field."""
        self._scan.setFocus()

    def type_on(self, event: QKeyEvent) -> None:
        """Take a key that was pressed elsewhere as if it had been pressed here."""
        self._scan.setFocus()
        QApplication.sendEvent(self._scan, QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A sign that no button wanted: the scanner types wherever the focus happens to be.
        if event.text() and event.text().isprintable() and not self._scan.hasFocus():
            self.type_on(event)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._help.setVisible(self.height() >= LOW)

    def take_code(self, code: str) -> None:
        """Put the product of a scanned or typed code into the cart, or say why not."""
        if self.cart is None:
            return
        try:
            self.cart.add(self._catalogue.find(code))
        except (Refusal, BooksUnavailable) as trouble:
            self._scan.show_refused(code)
            self._message.show_message(told(trouble, self._texts))
            return
        self._settle()
        self._show_cart()

    def _change(self, change: Callable[[Cart], None]) -> None:
        if self.cart is None:
            return
        try:
            change(self.cart)
        except Refusal as refusal:
            self._message.show_message(told(refusal, self._texts))
            return
        self._settle()
        self._show_cart()

    def _choose(self, choose: Callable[[Cart], None]) -> None:
        if self.cart is not None:
            choose(self.cart)
            self._show_cart()

    def _escape(self) -> None:
        self._scan.clear()
        self._settle()

    def _settle(self) -> None:
        """Nothing is wrong any more."""
        self._message.clear()
        self._scan.show_ready()
        self._scan.setFocus()

    def _show_cart(self) -> None:
        if self.cart is None or self._terms is None:
            return
        self._lines.show_cart(self.cart, self._terms)
        self._pages.setCurrentIndex(0 if self.cart.is_empty else 1)
        self._money.show_cart(self.cart)
        self._foot.show_cart(self.cart)
        untouched = self.cart.is_empty and not self.cart.can_undo
        self._last.setVisible(untouched and self._last.is_known)
        self._foot.setVisible(not (untouched and self._last.is_known))
        self.cart_changed.emit()
