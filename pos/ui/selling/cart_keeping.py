"""The open cart and its place in the books: kept after each change, held aside, taken back, and all of it undone."""

from PySide6.QtCore import QObject, QTimer, Signal

from pos.domain.exhibitions import Exhibition
from pos.domain.refusals import UnknownCart
from pos.domain.sales import Sale
from pos.domain.stamps import EventId
from pos.services.desk import Desk
from pos.services.holding import OpenCart
from pos.storage.database import BooksUnavailable
from pos.ui.selling.cart import Cart
from pos.ui.session import Session


class CartKeeping(QObject):
    """Holds the open cart of a session.

    A change is kept as soon as it has been painted, so that no disk makes a scan wait. Where the disk fails, selling
    goes on: `unkept` says so, and `kept` that all is well again.
    """

    unkept = Signal(object)
    """A `BooksUnavailable`: the cart as it is now is not on disk."""
    kept = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._till = desk.settings.till
        self._session: Session | None = None
        self._fails = False
        self._is_changed = False
        self.cart: Cart | None = None
        """None until the till knows at which exhibition it sells."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.flush)

    # --- beginning and ending ------------------------------------------------------------------------------------

    def start(self, session: Session) -> OpenCart | None:
        """Go on with the cart at hand, with the one in the books, or with a new one.

        Gives the cart that came back from the books, None where there was none. Raises `BooksUnavailable`; there is a
        new cart then all the same.
        """
        if self.cart is not None and self.is_at(session.exhibition):
            self._session = session
            return None
        self._session = session
        self.cart = cart = self._new(session.exhibition)
        found = self._desk.holding.opened(self._till, session.exhibition.id)
        if found is not None and found.readable:
            cart.reopen(found.id, found.basket)
        return found

    def is_at(self, exhibition: Exhibition) -> bool:
        """Whether the cart is one of this exhibition, on its present terms."""
        return self._session is not None and self._session.exhibition == exhibition

    def forget(self) -> None:
        """Hold no cart any more; what is in the books stays there."""
        self.flush()
        self._session = self.cart = None

    def begin_anew(self, sale: Sale) -> None:
        """The cart became this sale: the next one is empty, and nothing leads back."""
        if self._session is not None and (self.cart is None or self.cart.id == sale.stamp.id):
            self._is_changed = False
            self.cart = self._new(self._session.exhibition)

    def renew(self) -> None:
        """The cart's id became a sale that is not this cart: go on with it under another id."""
        if self.cart is not None:
            self.cart.become_another(self._desk.act().id)
            self.note()

    # --- keeping -------------------------------------------------------------------------------------------------

    def note(self) -> None:
        """The cart has changed."""
        self._is_changed = True
        self._soon.start()

    def flush(self) -> None:
        """Keep the cart now, if it has changed since it was kept."""
        self._soon.stop()
        if not self._is_changed or self.cart is None or self._session is None:
            return
        try:
            self._desk.holding.keep(self._till, self._session.exhibition.id, self._open(self.cart, self._session))
        except BooksUnavailable as trouble:
            self._fails = True  # and it is still changed: the next time is another try
            self.unkept.emit(trouble)
            return
        self._is_changed = False
        if self._fails:
            self._fails = False
            self.kept.emit()

    # --- several carts -------------------------------------------------------------------------------------------

    def held(self) -> tuple[OpenCart, ...]:
        """The carts held aside here, the one held longest first; raises `BooksUnavailable`."""
        if self._session is None:
            return ()
        return self._desk.holding.held(self._till, self._session.exhibition.id)

    def hold(self) -> None:
        """Put the cart aside and begin a new one; raises `EmptyBasket`, `NoOpenShift`, `BooksUnavailable`."""
        if self.cart is not None and self._session is not None:
            self.flush()
            self._desk.holding.hold(self._till, self._open(self.cart, self._session))
            self.cart.become(self._desk.act().id)

    def take_back(self, id: EventId) -> OpenCart:
        """Go on with a held cart; the present one is held in its place, unless it is empty.

        Raises `UnknownCart`, `CartUnreadable`, `BooksUnavailable`.
        """
        self.flush()
        found = self._desk.holding.take_back(self._till, id)
        if self.cart is not None:
            self.cart.become(found.id, found.basket)
        return found

    def discard(self, id: EventId) -> None:
        """Throw a held cart away, one that can't be read too; raises `UnknownCart`, `BooksUnavailable`."""
        self._desk.holding.discard(self._till, id)

    def undo(self) -> None:
        """Back to what was before, another cart too; raises as `hold` and `take_back`, and nothing is undone then."""
        cart = self.cart
        if cart is None or (before := cart.last_before) is None:
            return
        if before.id != cart.id:
            self._swap(cart, before.id, is_filled=bool(before.basket.lines))
        cart.undo()
        self.note()

    def _swap(self, cart: Cart, before: EventId, *, is_filled: bool) -> None:
        """In the books, let the cart before take the place of the present one."""
        self.flush()
        if is_filled:
            try:
                self._desk.holding.take_back(self._till, before)
            except UnknownCart:
                cart.forget_before()  # it was sold or thrown away meanwhile: nothing leads back to it
                raise
        elif not cart.is_empty and self._session is not None:
            self._desk.holding.hold(self._till, self._open(cart, self._session))

    def _open(self, cart: Cart, session: Session) -> OpenCart:
        return OpenCart(cart.id, cart.basket, self._desk.clock.now(), session.person.name)

    def _new(self, exhibition: Exhibition) -> Cart:
        own = self._session.terms.network.language if self._session else self._desk.texts.language
        return Cart(self._desk.act().id, exhibition.currency, exhibition.language(own))
