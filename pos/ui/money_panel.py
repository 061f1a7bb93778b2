"""The till's right-hand panel: how many pieces, the total, and the button that charges it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from pos.domain.money import Currency
from pos.texts import Texts
from pos.ui.buttons import ActionButton, Kind
from pos.ui.cart import Cart
from pos.ui.panels import FigureRow, in_a_row, rule, stacked
from pos.ui.words import Amount, Words


class MoneyPanel(QFrame):
    """What the buyer owes before it is paid."""

    pay_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._title = Words(texts._("TOTAL"), 20, bold=True)
        self._pieces = FigureRow(texts._("Pieces"), 17, 17, bold=False)
        self._symbol = Words("", 20, bold=True, align=Qt.AlignmentFlag.AlignRight)
        self._total = Amount(62)
        self._pay = ActionButton(texts._("Charge"), "cash", "F12", kind=Kind.MONEY, pixels=38, height=116)
        self._build()
        self._pay.clicked.connect(self.pay_wanted)

    def _build(self) -> None:
        self.setProperty("panel", "plain")
        column = stacked(self, margins=(14, 14, 14, 14))
        column.addWidget(self._pieces)
        column.addWidget(rule("strong"))
        head = in_a_row()
        head.addWidget(self._title)
        head.addWidget(self._symbol, 1)
        column.addLayout(head)
        column.addWidget(self._total)
        column.addWidget(self._pay)

    def take_currency(self, money: Currency) -> None:
        """Show amounts of this currency from now on."""
        self._symbol.say(self._texts.symbol(money.code))

    def show_cart(self, cart: Cart) -> None:
        """Show what the cart comes to."""
        self._pieces.say(self._texts.amount(cart.pieces, 0))
        self._total.say(self._texts.amount(cart.basket.due, cart.basket.currency.digits))
        self._total.setAccessibleName(f"{self._title.text()} {self._total.text()}")
        self._pay.setEnabled(not cart.is_empty)

    def press(self) -> None:
        """Press the button, as its key does."""
        self._pay.click()
