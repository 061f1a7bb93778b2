"""The till's right column: the quick actions, who buys, and what it comes to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pos.domain.money import Currency
from pos.texts import Texts
from pos.ui.look.panels import stacked
from pos.ui.look.theme import GAP, MARGIN
from pos.ui.selling.buyer_choice import BuyerChoice
from pos.ui.selling.cart import Cart
from pos.ui.selling.money_panel import MoneyPanel
from pos.ui.selling.quick_actions import HEIGHT, LOW_HEIGHT, SNUG_HEIGHT, Quick, QuickActions

WIDTH, NARROW_WIDTH = 308, 268
NARROW = 1180
"""Windows narrower than this have a narrower right column, so that names in the cart have room."""
SNUG = 690
"""A screen lower than this has no room for all as drawn."""
LOW = 620
"""On screens lower than this its parts are as high as fingers need, and no higher."""


class SellingSide(QWidget):
    """Says what is wanted, and shows the cart's figures."""

    wanted = Signal(Quick)
    buyer_told = Signal(object)
    """A `BuyerKind`, or None."""
    pay_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._quick = QuickActions(texts)
        self._buyer = BuyerChoice(texts)
        self._money = MoneyPanel(texts)
        self._column = stacked(self, gap=MARGIN)
        self._column.addWidget(self._quick)
        self._column.addWidget(self._buyer)
        self._column.addWidget(self._money, 1)
        self._quick.wanted.connect(self.wanted)
        self._buyer.chosen.connect(self.buyer_told)
        self._money.pay_wanted.connect(self.pay_wanted)
        self._is_low = False
        self.setFixedWidth(WIDTH)

    def fit(self, width: int, height: int) -> None:
        """Fit into a window so wide and a screen so high."""
        self.setFixedWidth(NARROW_WIDTH if width < NARROW else WIDTH)
        low = height < LOW
        self._quick.be_high(LOW_HEIGHT if low else SNUG_HEIGHT if height < SNUG else HEIGHT)
        if low != self._is_low:
            self._is_low = low
            self._column.setSpacing(GAP if low else MARGIN)
            for part in (self._buyer, self._money):
                part.be_low(low=low)

    def take_currency(self, money: Currency) -> None:
        """Show amounts of this currency from now on."""
        self._money.take_currency(money)

    def show_cart(self, cart: Cart, held: int) -> None:
        """Show what the cart comes to, and how many are held aside."""
        self._quick.offer(lines=not cart.is_empty)
        self._quick.show_held(held)
        self._buyer.choose(cart.basket.buyer)
        self._money.show_cart(cart)

    def press(self, what: Quick) -> None:
        """Press one of the quick actions, as its key does."""
        self._quick.press(what)

    def press_pay(self) -> None:
        """Press the button that charges, as its key does."""
        self._money.press()
