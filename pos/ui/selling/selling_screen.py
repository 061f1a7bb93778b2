"""Where the cashier sells: the products at the left, the cart in the middle, and what it comes to at the right."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLayout

from pos.domain.exhibitions import Exhibition
from pos.domain.sales import Sale
from pos.domain.stamps import EventId
from pos.services.desk import Desk
from pos.ui.look.panels import in_a_row
from pos.ui.look.theme import MARGIN
from pos.ui.messages import Message
from pos.ui.notices import NoticeOf
from pos.ui.scan import Scan
from pos.ui.screen import Screen
from pos.ui.selling.cart import Cart
from pos.ui.selling.code_taking import CodeTaking
from pos.ui.selling.product_grid import ProductGrid, grid_width
from pos.ui.selling.quick_actions import KEYS, Quick
from pos.ui.selling.scan_field import Entered
from pos.ui.selling.selling_column import SellingColumn
from pos.ui.selling.selling_flow import SellingFlow
from pos.ui.selling.selling_side import SellingSide
from pos.ui.session import Session


class SellingScreen(Screen):
    """Takes codes, names, touches and keys and shows the open cart; `SellingFlow` says what follows from them."""

    pay_wanted = Signal()
    refund_wanted = Signal()
    more_wanted = Signal()
    copy_wanted = Signal()
    sounded = Signal(str)
    """A sound: "ok" or "error"."""
    cart_changed = Signal(Cart)
    """The cart as it is now: for the customer's display, and for whoever offers what needs an empty one."""
    acted = Signal()
    """The button of a message that somebody else had shown was pressed."""
    notice_acted = Signal()
    """The button of a notice that somebody else had shown was pressed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._texts = desk.texts
        self._session: Session | None = None
        self._grid = ProductGrid(desk)
        self._middle = SellingColumn(desk)
        self._scan, self._search = self._middle.scan, self._middle.search
        self._side = SellingSide(desk.texts)
        self._flow = SellingFlow(self, desk)
        self._codes = CodeTaking(self._flow, desk)
        row = in_a_row(self, margins=(MARGIN, MARGIN, MARGIN, MARGIN), gap=MARGIN)
        # On a low screen the parts give way once they know it; until then none may ask for more room.
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.addWidget(self._grid)
        row.addWidget(self._middle, 1)
        row.addWidget(self._side)
        self._connect_flow()
        self._connect_scan()
        self._connect_touch()
        self._connect_keys()

    # --- who listens to whom -------------------------------------------------------------------------------------

    def _connect_flow(self) -> None:
        flow = self._flow
        flow.changed.connect(self._show_cart)
        flow.settled.connect(self._middle.settle)
        flow.said.connect(self._middle.message.show_message)
        flow.noticed.connect(self._middle.notice.note)
        flow.sounded.connect(self.sounded)
        self._codes.refused.connect(self._scan.show_refused)
        self._codes.search_wanted.connect(self._begin_search)

    def _connect_scan(self) -> None:
        self._scan.entered.connect(self._enter)
        self._scan.searched.connect(self._look_for)
        self._scan.moved.connect(self._move)
        self._scan.stepped.connect(lambda pieces: self._change_chosen(lambda cart, line: cart.step(line, pieces)))
        self._scan.removed.connect(lambda: self._change_chosen(Cart.remove))
        self._scan.quantity_wanted.connect(self._flow.ask_quantity)
        self._search.chosen.connect(lambda product: self._codes.take_product(product, self._scan.take_pieces()))
        self._search.open_item_wanted.connect(self._codes.sell_open_item)
        self._search.left.connect(self._escape)
        self._search.troubled.connect(self.show_message)

    def _connect_touch(self) -> None:
        flow, middle = self._flow, self._middle
        self._grid.chosen.connect(lambda product: self._codes.take_product(product, self._scan.take_pieces()))
        self._grid.troubled.connect(self.show_message)
        middle.lines.chosen.connect(lambda index: flow.choose(lambda cart: cart.choose(index)))
        middle.lines.stepped.connect(lambda index, pieces: flow.change(lambda cart: cart.step(index, pieces)))
        middle.foot.undo_wanted.connect(flow.undo)
        middle.foot.clear_wanted.connect(lambda: flow.change(Cart.empty))
        middle.last.copy_wanted.connect(self.copy_wanted)
        middle.message.acted.connect(self._go_on)
        middle.notice.acted.connect(self.notice_acted)
        self._side.wanted.connect(self._do)
        self._side.buyer_told.connect(flow.sell_to)
        self._side.pay_wanted.connect(self._pay)

    def _connect_keys(self) -> None:
        for what, key in KEYS.items():
            self._on_key(key, partial(self._side.press, what))
        self._on_key("F2", self._begin_search)
        self._on_key("F3", self._flow.ask_quantity)
        self._on_key("F9", self._middle.last.press)
        self._on_key("F12", self._side.press_pay)
        self._on_key("Ctrl+Z", self._flow.undo)
        self._on_key("Esc", self._escape)

    def _on_key(self, keys: str, slot: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    # --- what the window asks ------------------------------------------------------------------------------------

    def start(self, session: Session) -> None:
        """Sell in this session: go on with the cart that is open at its exhibition, or begin one."""
        terms, exhibition = session.terms, session.exhibition
        is_new = not self.is_at(exhibition) or self._session is None or self._session.terms is not terms
        self._session = session
        if is_new:
            self._middle.start(session)
            self._side.take_currency(exhibition.currency)
            self._grid.start(session)
        self._middle.settle()
        self._codes.start(session)
        self._flow.start(session)

    @property
    def cart(self) -> Cart | None:
        """The open cart, None until the till knows at which exhibition it sells."""
        return self._flow.cart

    @property
    def sale_id(self) -> EventId | None:
        """The id of the sale that the open cart becomes, None where there is no cart."""
        return self.cart.id if self.cart is not None else None

    def is_at(self, exhibition: Exhibition) -> bool:
        """Whether the cart is one of this exhibition, on its present terms."""
        return self._flow.keeping.is_at(exhibition)

    def forget(self) -> None:
        """Hold no cart any more; what is in it stays in the books."""
        self._flow.keeping.forget()
        self._session = None

    def sale_done(self, sale: Sale, *, can_print: bool) -> None:
        """The cart became this sale: begin the next one, and name this one as long as nothing is in it."""
        if self._session is not None:
            self._flow.begin_anew(sale)
            self._grid.refresh_stock()
            self._middle.settle()
            self.show_last_sale(sale, self._session.exhibition, can_print=can_print)

    def note_goods(self) -> None:
        """Goods came or went: the tiles and the cart say what is left."""
        self._flow.forget_stock()
        self._grid.refresh_stock()
        self._show_cart()

    def renew_sale_id(self) -> None:
        """The cart's id became a sale that was not this cart: go on with it as another one."""
        self._flow.keeping.renew()

    def show_last_sale(self, sale: Sale, exhibition: Exhibition, *, can_print: bool) -> None:
        """Name the sale before this one, as long as nothing is in the cart."""
        self._middle.last.show_sale(sale, exhibition, can_print=can_print)
        self.show_time(self._desk.clock.now())
        self._show_cart()

    def show_time(self, now: datetime) -> None:
        """It is so late now."""
        self._middle.last.show_time(now)

    def keep_now(self) -> None:
        """Have the cart on disk before anything else happens."""
        self._flow.keeping.flush()

    def show_message(self, message: Message) -> None:
        """Say something that stays until it is solved."""
        self._flow.say(message)

    def show_notice(self, about: NoticeOf, message: Message | None) -> None:
        """Say something about the till that stays while selling goes on; None once it is settled."""
        self._middle.notice.note(about, message)

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._middle.message.words

    def take_focus(self) -> None:
        """Let the next key go into the scan field."""
        self._scan.setFocus()

    def take_scan(self, scan: Scan) -> bool:
        """Put the product of a scan into the cart, or say why not."""
        self._codes.take_codes(scan.readings, self._scan.take_pieces())
        return True

    # --- what a person does --------------------------------------------------------------------------------------

    def type_on(self, event: QKeyEvent) -> None:
        """Take a key that was pressed elsewhere as if it had been pressed here."""
        self._scan.setFocus()
        QApplication.sendEvent(self._scan, QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A sign that no button wanted: what is typed is meant for the scan field, wherever the focus happens to be.
        if event.text() and event.text().isprintable() and not self._scan.hasFocus():
            self.type_on(event)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.window().width()
        self._grid.setFixedWidth(grid_width(width))
        self._side.fit(width, self.height())

    def _enter(self, entered: Entered) -> None:
        """Enter: the product found by its name, a code, or how many pieces of the chosen line."""
        if self._scan.is_searching and (self._search.take() or not entered.text):
            return
        if entered.text:
            self._codes.take_codes((entered.text,), entered.pieces or 1)
        elif entered.pieces is not None:
            pieces = entered.pieces
            self._change_chosen(lambda cart, line: cart.set_qty(line, pieces))

    def _look_for(self, text: str) -> None:
        if self._scan.is_searching:
            self._search.look_for(text)
        if self.cart is not None:
            self._middle.show_page(self.cart)

    def _begin_search(self) -> None:
        self._flow.drop_message()
        self._middle.message.clear()
        self._scan.setFocus()
        self._scan.begin_search()

    def _move(self, rows: int) -> None:
        if self._scan.is_searching:
            self._search.step(rows)
        else:
            self._flow.choose(lambda cart: cart.choose_newer(-rows))

    def _change_chosen(self, change: Callable[[Cart, int], None]) -> None:
        """Change the chosen line, if there is one."""
        cart = self.cart
        if cart is not None and cart.chosen is not None:
            line = cart.chosen
            self._flow.change(lambda cart: change(cart, line))

    def _do(self, what: Quick) -> None:
        """One of the quick actions."""
        {
            Quick.BARGAIN: self._flow.bargain,
            Quick.YAPA: lambda: self._change_chosen(Cart.turn_yapa),
            Quick.DISCOUNT: self._flow.discount,
            Quick.REFUND: self.refund_wanted.emit,
            Quick.HOLD: self._flow.hold_or_take_back,
            Quick.MORE: self.more_wanted.emit,
        }[what]()

    def _go_on(self) -> None:
        """The message's button was pressed."""
        if not self._flow.go_on():
            self.acted.emit()

    def _pay(self) -> None:
        if self._flow.can_be_paid():
            self.pay_wanted.emit()

    def _escape(self) -> None:
        self._flow.drop_message()
        self._middle.settle()

    # --- showing -------------------------------------------------------------------------------------------------

    def _show_cart(self) -> None:
        cart = self.cart
        if cart is None:
            return
        self._middle.show_cart(cart, self._flow.stock)
        self._side.show_cart(cart, self._flow.held)
        self._grid.show_counts(cart.pieces_by_sku)
        self.cart_changed.emit(cart)
