"""What follows at the till from a touch or a key: the open cart changes, or a message says why not."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pos.domain.basket import BuyerKind
from pos.domain.refusals import Refusal
from pos.domain.reports import StockPosition
from pos.domain.sales import Sale
from pos.services.desk import Desk
from pos.services.holding import OpenCart
from pos.storage.database import BooksUnavailable
from pos.texts import Texts
from pos.ui.messages import Message, Tone, told
from pos.ui.notices import NoticeOf
from pos.ui.selling.cart import Cart
from pos.ui.selling.cart_keeping import CartKeeping
from pos.ui.selling.selling_sheets import SellingSheets
from pos.ui.session import Session

GOOD, BAD = "ok", "error"
"""The sounds."""


class SellingFlow(QObject):
    """Changes the open cart of a session. Whatever goes wrong, the cart stays as it was."""

    changed = Signal()
    """The cart, or which of its lines is meant, is another one."""
    settled = Signal()
    """Nothing is in the way any more."""
    said = Signal(Message)
    noticed = Signal(NoticeOf, object)
    """What it is about, and a `Message` about the till rather than about the sale; None once it is settled."""
    sounded = Signal(str)

    def __init__(self, window: QWidget, desk: Desk) -> None:
        super().__init__(window)
        self._desk = desk
        self._texts = desk.texts
        self._session: Session | None = None
        self._next: Callable[[], None] | None = None
        self._is_about_code = False
        self._asked: set[str] = set()
        self._is_stock_unread = False
        self.stock: dict[str, StockPosition] = {}
        """Where the stock of the cart's products stands, by SKU; of what never moved there is none."""
        self.held = 0
        """How many carts are held aside."""
        self.keeping = CartKeeping(desk)
        self.sheets = SellingSheets(window, desk)
        self.keeping.unkept.connect(self._note_unkept)
        self.keeping.kept.connect(lambda: self.noticed.emit(NoticeOf.CART, None))
        self.sheets.changed.connect(self.change)
        self.sheets.taken_back.connect(self._take_back)
        self.sheets.hold_wanted.connect(self._hold)
        self.sheets.discarded.connect(self._discard)

    @property
    def cart(self) -> Cart | None:
        """The open cart, None until the till knows at which exhibition it sells."""
        return self.keeping.cart

    # --- beginning -----------------------------------------------------------------------------------------------

    def start(self, session: Session) -> None:
        """Sell in this session, and go on with the cart that is open at its exhibition."""
        if not self.keeping.is_at(session.exhibition):
            self.forget_stock()
        self._session = session
        found = None
        try:
            found = self.keeping.start(session)
            self._count_held()
        except BooksUnavailable as trouble:
            self.say(told(trouble, self._texts))
        self._show()
        if found is not None:
            self.say(_came_back(found, self._texts))

    def begin_anew(self, sale: Sale) -> None:
        """The cart became this sale: begin the next one."""
        self.keeping.begin_anew(sale)
        self.forget_stock()
        self.drop_message()

    # --- changing the cart ---------------------------------------------------------------------------------------

    def change(self, change: Callable[[Cart], None], *, sound: str = "") -> None:
        """Change the cart, or say what stands in the way."""
        if self.cart is None:
            return
        try:
            change(self.cart)
        except Refusal as refusal:
            self.refuse(told(refusal, self._texts))
            return
        self.note_change(sound)

    def choose(self, choose: Callable[[Cart], None]) -> None:
        """Mean another line."""
        if self.cart is not None:
            choose(self.cart)
            self._show()

    def sell_to(self, buyer: BuyerKind | None) -> None:
        """Note who buys."""
        if self.cart is not None:
            self.cart.sell_to(buyer)
            self.keeping.note()
            self._show()

    def undo(self) -> None:
        """Back to what was before, be it another cart."""
        self._attempt(self.keeping.undo)

    def can_be_paid(self) -> bool:
        """Whether the cart can be charged; where it can't, the message says why."""
        if self.cart is None:
            return False
        try:
            self.cart.basket.priced()
        except Refusal as refusal:
            self.refuse(told(refusal, self._texts))
            return False
        self.keeping.flush()
        return True

    def note_change(self, sound: str) -> None:
        """The cart has changed. What could not be taken stays on the screen until it is solved."""
        self.keeping.note()
        if not self._is_about_code:
            self._next = None
            self.settled.emit()
        self._show()
        if self.cart is not None and self.cart.lost_discount:
            title = self._texts._("The discount was taken away.")
            self.say(Message(Tone.WARN, title, self._texts._("It had become more than the sale.")))
        if sound:
            self.sounded.emit(sound)

    def _show(self) -> None:
        self._ask_stock()
        self.changed.emit()

    def _ask_stock(self) -> None:
        """Ask where the stock of products new in the cart stands."""
        if self.cart is None or self._session is None:
            return
        new = {line.product.sku for line in self.cart.basket.lines} - self._asked
        try:
            if new:
                self.stock.update(self._desk.finding.stock(self._session.exhibition.id, new))
        except BooksUnavailable as trouble:
            self._is_stock_unread = True
            title = self._texts._("What is left of the goods could not be read. Go on selling:")
            self._note(NoticeOf.STOCK, title, trouble)
            return
        self._asked |= new
        if self._is_stock_unread:
            self._is_stock_unread = False
            self.noticed.emit(NoticeOf.STOCK, None)

    def forget_stock(self) -> None:
        """The stock may be another one now."""
        self.stock, self._asked = {}, set()

    # --- sheets --------------------------------------------------------------------------------------------------

    def bargain(self) -> None:
        """Agree on the chosen line's price."""
        if self.cart is None or self._session is None:
            return
        line = self.cart.chosen_line
        if line is not None and line.yapa:
            self.say(Message(Tone.HELP, self._texts._("A yapa costs nothing, so there is nothing to bargain.")))
        else:
            self.sheets.bargain(self._session, self.cart)

    def discount(self) -> None:
        """Take something off."""
        if self.cart is not None and self._session is not None and not self.cart.is_empty:
            self.sheets.discount(self._session, self.cart)

    def ask_quantity(self) -> None:
        """Count the chosen line's pieces."""
        if self.cart is not None and self._session is not None:
            self.sheets.quantity(self._session, self.cart)

    # --- several carts -------------------------------------------------------------------------------------------

    def hold_or_take_back(self) -> None:
        """Put the cart aside where none is held, else choose among those held."""
        if self.cart is None or self._session is None:
            return
        try:
            held = self.keeping.held()
        except BooksUnavailable as trouble:
            self.refuse(told(trouble, self._texts))
            return
        if held:
            self.sheets.held(self._session, held, can_hold=not self.cart.is_empty)
        elif self.cart.is_empty:
            self.say(Message(Tone.HELP, self._texts._("No sale is on hold.")))
        else:
            self._hold()

    def _hold(self) -> None:
        self._attempt(self.keeping.hold)

    def _take_back(self, held: OpenCart) -> None:
        if self._attempt(lambda: self.keeping.take_back(held.id)) and held.missing:
            self.say(_came_back(held, self._texts))

    def _discard(self, held: OpenCart) -> None:
        self._attempt(lambda: self.keeping.discard(held.id))

    def _attempt(self, act: Callable[[], object]) -> bool:
        """Do something with the carts in the books; whether it was done."""
        try:
            act()
            self._count_held()
        except (Refusal, BooksUnavailable) as trouble:
            self.refuse(told(trouble, self._texts))
            self._show()
            return False
        self.drop_message()
        self.settled.emit()
        self._show()
        return True

    def _count_held(self) -> None:
        self.held = len(self.keeping.held())

    # --- messages ------------------------------------------------------------------------------------------------

    def say(self, message: Message, then: Callable[[], None] | None = None, *, about_code: bool = False) -> None:
        """Say something. `then` is what the message's button does.

        What is about a code stays until a product is taken; anything else goes with the next change of the cart.
        """
        self._next, self._is_about_code = then, about_code
        self.said.emit(message)

    def refuse(self, message: Message) -> None:
        """Say what stands in the way, so that it is heard too."""
        self.say(message)
        self.sounded.emit(BAD)

    def drop_message(self) -> None:
        """What was said is settled, or a person sent it away."""
        self._next, self._is_about_code = None, False

    def go_on(self) -> bool:
        """The message's button was pressed; whether anything here followed. It works until the message is settled."""
        then = self._next
        if then is not None:
            then()
        return then is not None

    def _note_unkept(self, trouble: BooksUnavailable) -> None:
        self._note(NoticeOf.CART, self._texts._("The open sale could not be kept. Go on selling:"), trouble)

    def _note(self, about: NoticeOf, title: str, trouble: BooksUnavailable) -> None:
        self.noticed.emit(about, Message(Tone.WARN, title, told(trouble, self._texts).title, icon="backup"))


def _came_back(found: OpenCart, texts: Texts) -> Message:
    """What to say of a cart that came back from the books."""
    _ = texts._
    if not found.readable:
        detail = _("It is kept on hold as it is. Ring it up anew.")
        return Message(Tone.WARN, _("The sale that was open cannot be read."), detail)
    if found.missing:
        names = texts.join([f"{texts.amount(line.qty, 0)} {line.name}" for line in found.missing])
        detail = _("Not on the list any more: %(names)s.") % {"names": names}
        return Message(Tone.WARN, _("Your open sale is back, but not all of it."), detail)
    return Message(Tone.HELP, _("Your open sale is back, as it was."))
