"""What becomes of the goods, how the buyer is paid, and how much goes back: large, and in notes and coins."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from pos.domain.denominations import made_up_of
from pos.domain.money import Currency
from pos.domain.tenders import MAX_REFERENCE, TenderKind
from pos.texts import Texts
from pos.ui.amounts.money_pictures import HandBack
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.choice_row import ChoiceRow
from pos.ui.look.panels import in_a_row, panel, rule, stacked
from pos.ui.look.theme import MARGIN, Colour, restyle
from pos.ui.look.words import Amount, Words
from pos.ui.returning.receipt_search_rows import TENDER_WORDS
from pos.ui.returning.refund_goods import GoodsBack

STOCK, BROKEN = "stock", "broken"
FIGURE, LOW_FIGURE = 100, 56


class HandOver(QFrame):
    """What the buyer gets."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._title = Words(pixels=20, bold=True, lines=2)
        self._symbol = Words(pixels=20, bold=True, align=Qt.AlignmentFlag.AlignRight)
        self._figure = Amount(FIGURE)
        self._hint = Words(pixels=17, lines=2)
        self._rule = rule("change")
        self._notes = HandBack(24, row=58)
        column = stacked(self, margins=(18, 12, 18, 12), gap=6)
        head = in_a_row()
        head.addWidget(self._title, 1)
        head.addWidget(self._symbol)
        column.addLayout(head)
        column.addWidget(self._figure)
        column.addWidget(self._hint)
        column.addStretch(1)
        column.addWidget(self._rule)
        column.addWidget(self._notes)

    def make_low(self, *, low: bool) -> None:
        """Take less height, on a low screen."""
        self._figure.resize_figure(LOW_FIGURE if low else FIGURE)

    def show_amount(self, title: str, amount: int, money: Currency, *, hint: str, notes: bool) -> None:
        """Show an amount of minor units to hand over; `notes` draws it as cash."""
        restyle(self, "panel", "change" if amount else "plain")
        self._title.say(title)
        self._symbol.say(self._texts.symbol(money.code))
        self._figure.say(self._texts.amount(amount, money.digits), Colour.NOCHE if amount else Colour.INACTIVO)
        self._hint.say(hint)
        self._hint.setVisible(bool(hint))
        pieces = made_up_of(amount, money.code) if notes else ()
        self._rule.setVisible(bool(pieces))
        self._notes.show_pieces(pieces, money, self._texts)
        self.setAccessibleName(self.words)

    @property
    def words(self) -> str:
        """What it says: its title and its figure."""
        return f"{self._title.text()} {self._figure.text()}"


class RefundSide(QWidget):
    """The right-hand side: two questions, the amount, and the button that hands it back."""

    restock_chosen = Signal(bool)
    kind_chosen = Signal(str)
    confirmed = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        answers = {STOCK: texts._("Back to the stall"), BROKEN: texts._("It is broken")}
        self._goods = ChoiceRow(answers, texts._("The goods"), height=52)
        self._money = ChoiceRow(
            {kind: texts._(word) for kind, word in TENDER_WORDS.items()}, texts._("The money"), height=52
        )
        words = (texts._("The goods"), texts._("The money goes back by"))
        self._titles = [Words(title, 17, bold=True) for title in words]
        self._reference = QLineEdit()
        self.hand_over = HandOver(texts)
        self._confirm = ActionButton("", "return", "F12", kind=Kind.MONEY, pixels=28, height=100)
        self._build()
        self._goods.chosen.connect(lambda answer: self.restock_chosen.emit(answer == STOCK))
        self._money.chosen.connect(self.kind_chosen)
        self._confirm.clicked.connect(self.confirmed)
        self._reference.returnPressed.connect(self._confirm.click)

    def _build(self) -> None:
        self._reference.setAccessibleName(self._texts._("Number of the transfer"))
        self._reference.setPlaceholderText(self._texts._("Number of the transfer"))
        self._reference.setMaxLength(MAX_REFERENCE)
        column = stacked(self, gap=MARGIN)
        frame = panel()
        inside = stacked(frame, margins=(14, 10, 14, 12), gap=6)
        inside.addWidget(self._titles[0])
        inside.addWidget(self._goods)
        inside.addWidget(self._titles[1])
        inside.addWidget(self._money)
        inside.addWidget(self._reference)
        column.addWidget(frame)
        column.addWidget(self.hand_over, 1)
        column.addWidget(self._confirm)

    @property
    def reference(self) -> str:
        """What was noted of a transfer."""
        return self._reference.text().strip()

    def start(self) -> None:
        """Forget the reference of the refund before."""
        self._reference.clear()

    def make_low(self, *, low: bool) -> None:
        """Take less height, on a low screen."""
        for title in self._titles:
            title.setVisible(not low)
        self.hand_over.make_low(low=low)
        self._confirm.setMinimumHeight(72 if low else 100)

    def press(self) -> None:
        """Press the button, as its key does."""
        self._confirm.click()

    def show_goods(self, goods: GoodsBack) -> None:
        """Show the answers so far and what they come to."""
        cash = goods.kind is TenderKind.CASH
        self._goods.choose(STOCK if goods.restock else BROKEN)
        self._money.choose(goods.kind)
        self._reference.setVisible(not cash)
        money, amount = goods.exhibition.currency, goods.to_hand_back
        title = self._texts._("HAND BACK") if cash else self._texts._("SEND BACK")
        self.hand_over.show_amount(title, amount, money, hint=self._hint(goods), notes=cash)
        self._confirm.setEnabled(bool(goods.pieces))
        self._confirm.say(self._texts._("Take back") if goods.pieces else self._texts._("Mark what comes back"))

    def _hint(self, goods: GoodsBack) -> str:
        if not goods.pieces:
            return ""
        if not goods.due:
            return self._texts._("A yapa was free: nothing to hand back.")
        if goods.to_hand_back != goods.due:
            paid = self._texts.amount(goods.due, goods.exhibition.currency.digits)
            return self._texts._("It was paid with %(amount)s; cash is rounded.") % {"amount": paid}
        return ""
