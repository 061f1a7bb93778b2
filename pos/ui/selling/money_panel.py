"""The till's right-hand panel: how many pieces, what was taken off, the total, and the button that charges it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from pos.domain.money import Currency
from pos.texts import Texts
from pos.ui.aloud import announce
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.panels import rule
from pos.ui.look.words import Amount, Words
from pos.ui.selling.cart import Cart

_RIGHT = Qt.AlignmentFlag.AlignRight
TOTAL_PIXELS = 62
PAY, LOW_PAY = 116, 72
"""How high the button is, and at least."""


class MoneyPanel(QFrame):
    """What the buyer owes before it is paid. Its parts are placed by hand, so that a new figure measures nothing."""

    pay_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._digits = 2
        self._low = False
        self._pieces_word = Words(texts._("Pieces"), 17)
        self._off_word = Words(texts._("Bargain, discount"), 17)
        self._pieces = Amount(17, bold=False)
        self._off = Amount(17, bold=False)
        self._rule = rule("strong")
        self._title = Words(texts._("TOTAL"), 20, bold=True)
        self._symbol = Words("", 20, bold=True, align=_RIGHT)
        self._total = Amount(TOTAL_PIXELS)
        self._pay = ActionButton(texts._("Charge"), "cash", "F12", kind=Kind.MONEY, pixels=38, height=LOW_PAY)
        self.setProperty("panel", "plain")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        for part in (
            self._pieces_word,
            self._off_word,
            self._pieces,
            self._off,
            self._rule,
            self._title,
            self._symbol,
            self._total,
            self._pay,
        ):
            part.setParent(self)
        self._pay.clicked.connect(self.pay_wanted)

    def take_currency(self, money: Currency) -> None:
        """Show amounts of this currency from now on."""
        self._digits = money.digits
        self._symbol.say(self._texts.symbol(money.code))

    def show_cart(self, cart: Cart) -> None:
        """Show what the cart comes to."""
        self._say(self._pieces, self._pieces_word, self._texts.amount(cart.pieces, 0))
        self._say(self._off, self._off_word, self._texts.amount(-cart.saved_by_buyer, self._digits))
        if self._say(self._total, self._title, self._texts.amount(cart.basket.due, self._digits)):
            announce(self._total, self._total.accessibleName())
        self._pay.setEnabled(not cart.is_empty)

    def press(self) -> None:
        """Press the button, as its key does."""
        self._pay.click()

    def be_low(self, *, low: bool) -> None:
        """Be as high as a low screen allows, or as drawn."""
        self._low = low
        self._pay.setMinimumHeight(LOW_PAY)
        self._total.resize_figure(50 if low else TOTAL_PIXELS)
        self._place()

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 230 if self._low else 290)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @staticmethod
    def _say(figure: Amount, label: Words, text: str) -> bool:
        """Show a figure; whether it is another one than before."""
        if figure.text() == text:
            return False
        figure.say(text)
        figure.setAccessibleName(f"{label.text()} {text}")
        return True

    def _place(self) -> None:
        pad, line = (11, 24) if self._low else (14, 28)
        wide = self.width() - 2 * pad
        top = pad
        for word, figure in ((self._pieces_word, self._pieces), (self._off_word, self._off)):
            size = min(word.sizeHint().width(), wide - 70)
            word.setGeometry(pad, top, size, line)
            figure.setGeometry(pad + size + 8, top, wide - size - 8, line)
            top += line
        top += 3 if self._low else 8
        self._rule.setGeometry(pad, top, wide, 2)
        top += 2 + (4 if self._low else 10)
        half = wide // 2
        self._title.setGeometry(pad, top, half, 25)
        self._symbol.setGeometry(pad + half, top, wide - half, 25)
        top += 25
        self._total.setGeometry(pad, top, wide, 54 if self._low else 76)
        top += 54 if self._low else 76
        pay = max(LOW_PAY, min(PAY, self.height() - pad - top))
        self._pay.setGeometry(pad, self.height() - pad - pay, wide, pay)
