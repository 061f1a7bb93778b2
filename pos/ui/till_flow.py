"""What the cashier goes through all day: open the shift, sell, be paid, take goods back, look after the drawer.

The module of a screen is loaded when the screen is first needed, so that whoever opens the till does not wait for all.
"""

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from pos.domain.facts import Event
from pos.domain.refusals import ExhibitionClosed, ExhibitionOver, NoOpenShift, Refusal
from pos.domain.sales import Sale
from pos.domain.stamps import EventId
from pos.domain.tenders import Tender
from pos.hardware.interfaces import Sound
from pos.services.desk import Desk
from pos.services.selling import Sold
from pos.storage.database import BooksUnavailable
from pos.ui.display.customer_display import CustomerDisplay
from pos.ui.messages import Message, Trouble, told
from pos.ui.notices import NoticeOf
from pos.ui.outcomes import opens_drawer, saved_before
from pos.ui.printer_words import printer_notice
from pos.ui.receipt_printing import ReceiptPrinting
from pos.ui.scan import Scan
from pos.ui.screen import Screen
from pos.ui.selling.cart import Cart
from pos.ui.session import Session

if TYPE_CHECKING:
    from pos.ui.counting.opening_screen import OpeningScreen
    from pos.ui.drawer.drawer_flow import DrawerFlow
    from pos.ui.paying.done_screen import DoneScreen
    from pos.ui.paying.payment_parts import Payment
    from pos.ui.paying.payment_screen import PaymentScreen
    from pos.ui.returning.refund_screen import RefundScreen
    from pos.ui.selling.selling_screen import SellingScreen

_SOUNDS = {"ok": Sound.TAKEN, "error": Sound.REFUSED}


class Paying(NamedTuple):
    """A payment that was begun: of which cart, and what was given."""

    cart: EventId
    payment: "Payment"


class TillFlow(QObject):
    """Leads from screen to screen in one session; whatever goes wrong, the cart stays."""

    shown = Signal(QWidget)
    begin_wanted = Signal()
    """The session does not fit the books any more: begin anew."""
    lock_wanted = Signal()
    sounded = Signal(Sound)
    notice_acted = Signal()
    """The button beside what is told of the printer was touched."""

    def __init__(self, window: QWidget, desk: Desk, printing: ReceiptPrinting, display: CustomerDisplay) -> None:
        super().__init__(window)
        self._window, self._desk, self._texts = window, desk, desk.texts
        self._printing, self._display = printing, display
        self._session: Session | None = None
        self._sale: Sale | None = None
        self._selling_made = False
        self._paying_for: EventId | None = None
        self._current: Screen | None = None
        self._notices: dict[NoticeOf, Message | None] = {}
        printing.changed.connect(self._show_printer)
        display.placed.connect(self._note_display)

    # --- the window asks ---------------------------------------------------------------------------------------------

    def start(self, session: Session) -> None:
        """Sell in this session; where no shift is open, one is opened first."""
        self._session = session
        self._display.show_idle(session)
        if session.shift is None:
            self._opening.start(session)
            self._show(self._opening)
            return
        self.selling.start(session)
        self._show(self.selling)
        try:
            self._show_last_sale(session)
        except BooksUnavailable as trouble:
            self._tell(trouble)

    def shows(self, screen: Screen) -> bool:
        """Whether a screen is the till's own and in front just now."""
        return self._session is not None and screen is self._current

    def leave(self) -> None:
        """Nobody is signed in any more: what the till showed is not to be reached, and neither is the cart."""
        self._session = self._current = None

    @property
    def paying(self) -> Paying | None:
        """What a buyer gave so far, for a window made anew."""
        payment = self._payment.payment if self._paying_for is not None else None
        return Paying(self._paying_for, payment) if self._paying_for is not None and payment is not None else None

    def resume(self, paying: Paying) -> None:
        """Go on with what the buyer of that cart gave in the window before."""
        if self.selling.cart is not None and self.selling.cart.id == paying.cart:
            self._paying_for = paying.cart
            self._payment.resume(paying.payment)

    @property
    def open_carts(self) -> int:
        """How many carts are not paid: those held aside, and the open one if anything is in it.

        Raises `BooksUnavailable`.
        """
        if self._session is None:
            return 0
        held = len(self._desk.holding.held(self._desk.settings.till, self._session.exhibition.id))
        cart = self.selling.cart
        return held + (1 if cart is not None and not cart.is_empty else 0)

    def note_goods(self) -> None:
        """Goods were delivered, taken home or lost: the tiles and the cart say what is left."""
        if self._selling_made:
            self.selling.note_goods()

    def forget_cart(self) -> None:
        """Hold no cart any more: another shift or another catalogue begins with what the books have."""
        if self._selling_made:
            self.selling.forget()

    def keep_cart(self) -> None:
        """Have the open cart on disk now."""
        if self._selling_made:
            self.selling.keep_now()

    def take_scan(self, scan: Scan) -> bool:
        """What was scanned while a screen of the till is shown; False where it has no use for codes."""
        screen = self._current
        if screen is None:
            return False
        if screen.take_scan(scan):
            return True
        if self._done_shown is not None:
            self._sell_on()
            return self.selling.take_scan(scan)
        if self._payment_shown is not None:
            # It goes into the cart, and what is due follows: nothing that was given so far is lost.
            self.selling.take_scan(scan)
            if self.selling.message:
                self._show(self.selling)  # it was not taken: what to do about it is said there
            return True
        return False

    def show_notice(self, about: NoticeOf, message: Message | None) -> None:
        """Say something about the till while selling goes on; None once it is settled."""
        self._notices[about] = message
        if self._selling_made:
            self.selling.show_notice(about, message)

    def show_time(self) -> None:
        """Time has gone on."""
        if self._selling_made:
            self.selling.show_time(self._desk.clock.now())

    def lock(self) -> None:
        """Have everything on disk and ask for the lock."""
        self.keep_cart()
        self.lock_wanted.emit()

    # --- selling and paying ------------------------------------------------------------------------------------------

    def _pay(self) -> None:
        cart = self.selling.cart
        if cart is not None and self._session is not None:
            self.selling.keep_now()
            self._paying_for = cart.id
            self._payment.start(cart.basket.due, self._session)
            self._payment.show_customer_display(there=self._display.isVisible())
            self._show(self._payment)

    def _finish(self, tenders: list[Tender] | None) -> None:
        cart, session = self.selling.cart, self._session
        if cart is None or session is None:
            return
        act = replace(self._desk.act(session.exhibition.id), id=cart.id)
        try:
            sold = self._desk.till.selling.finish(act, cart.basket, tenders, paper=self._printing.has_printer)
        except (NoOpenShift, ExhibitionOver, ExhibitionClosed) as refusal:
            self._show(self.selling)
            self._tell(refusal, action=self._texts._("Go on"))
        except Refusal as refusal:
            self._tell(refusal)
        except BooksUnavailable as trouble:
            self._tell(trouble, action=self._texts._("Try again"))
        else:
            self._note_sale(sold, session)

    def _note_sale(self, sold: Sold, session: Session) -> None:
        sale = self._sale = sold.sale
        if not sold.as_asked:
            # The disk failed while this sale was saved, and it was saved after all; then cart or payment was changed.
            self.selling.renew_sale_id()
            self._show(self.selling)
            self.selling.show_message(saved_before(sale, self._texts))
            return
        self.selling.sale_done(sale, can_print=self._printing.has_printer)
        self._forget_payment()
        self._done.show_sale(sale, session.terms)
        self._show_receipt(sale)
        self._display.show_change(sale)
        self._show(self._done)
        self.sounded.emit(Sound.SOLD)
        if opens_drawer(sale):
            self._printing.open_own_drawer()
        self.print_waiting()

    def _forget_payment(self) -> None:
        """What was given so far belongs to no cart any more."""
        if self._paying_for is not None:
            self._paying_for = None
            self._payment.forget()

    def _note_display(self, there: bool) -> None:
        if self._payment_shown is not None:
            self._payment_shown.show_customer_display(there=there)

    def _sell_on(self) -> None:
        self._show(self.selling)

    def _type_on(self, event: QKeyEvent) -> None:
        self._show(self.selling)
        self.selling.type_on(event)

    def _show_last_sale(self, session: Session) -> None:
        """Name the sale before, also after a restart: its receipt may be wanted once more."""
        if self._sale is None:
            self._sale = self._desk.sale_finding.last(self._desk.settings.till)
        if self._sale is not None and self._sale.stamp.currency == session.exhibition.currency.code:
            self.selling.show_last_sale(self._sale, session.exhibition, can_print=self._printing.has_printer)

    # --- what else the drawer and the receipts need ------------------------------------------------------------------

    def _refund(self) -> None:
        if self._session is not None:
            self._refunds.start(self._session)
            self._show(self._refunds)

    def _more(self) -> None:
        if self._session is not None:
            self._drawer.offer(self._session)

    # --- paper -------------------------------------------------------------------------------------------------------

    def print_waiting(self) -> None:
        """Send what waits to the printer."""
        try:
            self._printing.print_waiting()
        except BooksUnavailable as trouble:
            self._tell(trouble)

    def print_copy(self, event: Event | None = None) -> None:
        """An event's paper once more, the last sale's where none is given: itself where it waits, else a copy."""
        event = event or self._sale
        if event is None:
            return
        try:
            self._printing.print_copy(event)
        except BooksUnavailable as trouble:
            self._tell(trouble)

    def _show_printer(self) -> None:
        if self._done_shown is not None and self._sale is not None:
            self._show_receipt(self._sale)
        self.show_notice(NoticeOf.PRINTER, printer_notice(self._printing.state, self._texts))

    def _show_receipt(self, sale: Sale) -> None:
        """How this sale's own paper is: another one may be on its way, or be the one that broke off."""
        try:
            state = self._printing.state_of(sale)
            self._done.show_printer(state, drawer=self._printing.drawer_after(state))
        except BooksUnavailable as trouble:
            self._tell(trouble)

    # --- showing -----------------------------------------------------------------------------------------------------

    def _show(self, screen: Screen) -> None:
        self._current = screen
        self.shown.emit(screen)

    def _tell(self, trouble: Trouble, *, action: str = "") -> None:
        if self._current is not None:
            self._current.show_message(told(trouble, self._texts, action=action))

    def _show_cart(self, cart: Cart) -> None:
        if cart.is_empty or cart.id != self._paying_for:
            self._forget_payment()
        if self._session is None:
            return
        if cart.is_empty:
            self._display.show_idle(self._session)
        else:
            self._display.show_cart(cart.basket)
            if self._payment_shown is not None:
                self._payment_shown.show_due(cart.basket.due)

    # --- the screens, each loaded and made when it is first needed ---------------------------------------------------

    @property
    def _payment_shown(self) -> "PaymentScreen | None":
        """The payment while it is in front; it is not made for the question."""
        return self._payment if "_payment" in vars(self) and self._current is self._payment else None

    @property
    def _done_shown(self) -> "DoneScreen | None":
        """What follows a sale while it is in front; it is not made for the question."""
        return self._done if "_done" in vars(self) and self._current is self._done else None

    @cached_property
    def _drawer(self) -> "DrawerFlow":
        from pos.ui.drawer.drawer_flow import DrawerFlow

        drawer = DrawerFlow(self._window, self._desk, self._printing)
        drawer.shown.connect(self._show)
        drawer.left.connect(self._sell_on)
        drawer.noted.connect(self.selling.show_message)
        drawer.paper_wanted.connect(self.print_waiting)
        drawer.copy_wanted.connect(self.print_copy)
        drawer.lock_wanted.connect(self.lock)
        return drawer

    @cached_property
    def _opening(self) -> "OpeningScreen":
        from pos.ui.counting.opening_screen import OpeningScreen

        screen = OpeningScreen(self._desk)
        screen.opened.connect(lambda _: self.begin_wanted.emit())
        screen.left.connect(self.lock)
        return screen

    @cached_property
    def selling(self) -> "SellingScreen":
        """Where the cart is."""
        from pos.ui.selling.selling_screen import SellingScreen

        self._selling_made = True
        screen = SellingScreen(self._desk)
        screen.pay_wanted.connect(self._pay)
        screen.refund_wanted.connect(self._refund)
        screen.more_wanted.connect(self._more)
        screen.copy_wanted.connect(self.print_copy)
        screen.sounded.connect(lambda sound: self.sounded.emit(_SOUNDS[sound]))
        screen.cart_changed.connect(self._show_cart)
        screen.acted.connect(self.begin_wanted)
        screen.notice_acted.connect(self.notice_acted)
        for about, message in self._notices.items():
            screen.show_notice(about, message)
        return screen

    @cached_property
    def _payment(self) -> "PaymentScreen":
        from pos.ui.paying.payment_screen import PaymentScreen

        screen = PaymentScreen(self._desk)
        screen.finish_wanted.connect(self._finish)
        screen.left.connect(self._sell_on)
        screen.qr_shown.connect(self._display.show_qr)
        screen.tender_changed.connect(self._display.show_payment)
        return screen

    @cached_property
    def _done(self) -> "DoneScreen":
        from pos.ui.paying.done_screen import DoneScreen

        screen = DoneScreen(self._desk)
        screen.next_wanted.connect(self._sell_on)
        screen.typed.connect(self._type_on)
        screen.copy_wanted.connect(self.print_copy)
        return screen

    @cached_property
    def _refunds(self) -> "RefundScreen":
        from pos.ui.returning.refund_screen import RefundScreen

        screen = RefundScreen(self._desk)
        screen.returned.connect(lambda _: self.print_waiting())
        screen.copy_wanted.connect(self.print_copy)
        screen.left.connect(self._sell_on)
        return screen
