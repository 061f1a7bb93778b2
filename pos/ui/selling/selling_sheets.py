"""The sheets over the till: each is opened on the cart as it is, and gives the change that came of it."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pos.domain.money import Money
from pos.domain.people import Approval
from pos.domain.products import Product
from pos.services.desk import Desk
from pos.services.holding import OpenCart
from pos.ui.selling.bargain_sheet import BargainSheet
from pos.ui.selling.cart import Cart
from pos.ui.selling.discount_sheet import DiscountSheet
from pos.ui.selling.held_sheet import HeldSheet
from pos.ui.selling.open_item_sheet import MissingPriceSheet, OpenItemSheet
from pos.ui.selling.quantity_sheet import QuantitySheet
from pos.ui.session import Session

Change = Callable[[Cart], None]


class SellingSheets(QObject):
    """Opens one at a time over the till's window."""

    changed = Signal(object)
    """A `Change` of the cart that was decided on."""
    taken_back = Signal(object)
    """The `OpenCart` to go on with."""
    hold_wanted = Signal()
    discarded = Signal(object)
    """The `OpenCart` that a person throws away."""
    open_item_priced = Signal(str, Money)
    """The id of a unit, and what a piece without a label of it costs."""
    priced = Signal(Product, Money, int)
    """A product that had no price, what a piece of it costs, and how many pieces."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk

    def bargain(self, session: Session, cart: Cart) -> None:
        """Agree on the chosen line's price."""
        index, line = cart.chosen, cart.chosen_line
        if index is None or line is None:
            return
        sheet = BargainSheet(self._window, self._desk, session, line)
        sheet.agreed.connect(lambda price, word: self.changed.emit(lambda cart: cart.bargain(index, price, word)))
        sheet.list_wanted.connect(lambda: self.changed.emit(lambda cart: cart.to_list(index)))
        sheet.ask()

    def discount(self, session: Session, cart: Cart) -> None:
        """Take something off the sale, or off the chosen line."""
        sheet = DiscountSheet(self._window, self._desk, session, cart.basket, cart.chosen_line)
        sheet.sale_reduced.connect(lambda off: self.changed.emit(lambda cart: cart.discount(off)))
        index = cart.chosen
        if index is not None:
            sheet.line_reduced.connect(lambda off, word: self.changed.emit(_reduction(index, off, word)))
            sheet.line_listed.connect(lambda: self.changed.emit(lambda cart: cart.to_list(index)))
        sheet.ask()

    def quantity(self, session: Session, cart: Cart) -> None:
        """Count the chosen line's pieces."""
        index, line = cart.chosen, cart.chosen_line
        if index is None or line is None:
            return
        sheet = QuantitySheet(self._window, self._desk, session, line)
        sheet.counted.connect(lambda count: self.changed.emit(lambda cart: cart.set_qty(index, count)))
        sheet.removed.connect(lambda: self.changed.emit(lambda cart: cart.remove(index)))
        sheet.ask()

    def open_item(self, session: Session, unit: str = "") -> None:
        """Ask what a piece without a label costs, and whose it is where no unit is given."""
        sheet = OpenItemSheet(self._window, self._desk, session, unit)
        sheet.taken.connect(self.open_item_priced)
        sheet.ask()

    def price(self, session: Session, product: Product, pieces: int) -> None:
        """Ask what a piece of a product costs that has no price here."""
        sheet = MissingPriceSheet(self._window, self._desk, session, product)
        sheet.priced.connect(lambda product, price: self.priced.emit(product, price, pieces))
        sheet.ask()

    def held(self, session: Session, carts: tuple[OpenCart, ...], *, can_hold: bool) -> None:
        """Choose among the carts held aside."""
        sheet = HeldSheet(self._window, self._desk, session, carts, can_hold=can_hold)
        sheet.taken.connect(self.taken_back)
        sheet.hold_wanted.connect(self.hold_wanted)
        sheet.discarded.connect(self.discarded)
        sheet.ask()


def _reduction(index: int, percent: Decimal, approval: Approval | None) -> Change:
    return lambda cart: cart.reduce(index, percent, approval)
