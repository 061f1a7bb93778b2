"""Where the buyer pays, in cash: touch the notes or type the amount, see the change, finish."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from pos.domain.denominations import denominations
from pos.domain.exhibitions import Exhibition
from pos.domain.money import Currency
from pos.texts import Texts
from pos.ui.buttons import ActionButton, Kind
from pos.ui.messages import Message, MessageBar, Tone
from pos.ui.money_field import Entry, MoneyField
from pos.ui.money_pictures import DenominationButton, denomination_name
from pos.ui.panels import Help, Keypad, in_a_row, stacked
from pos.ui.payment_sum import CashPayment, PaymentSum
from pos.ui.theme import MARGIN
from pos.ui.words import Words

METHODS_WIDTH, SUM_WIDTH = 180, 420
NARROW_METHODS_WIDTH, NARROW_SUM_WIDTH = 130, 330
NARROW = 1200
LOW = 600


class PaymentScreen(QWidget):
    """Shows what is missing or goes back after each touch; only a payment that is enough can be finished."""

    finish_wanted = Signal(object)
    """The tenders to settle the sale with; None for exact cash where the due rounds to nothing."""
    left = Signal()
    """Back to the cart, nothing done."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._paying: CashPayment | None = None
        self._counts: dict[int, int] = {}
        self._buttons: list[DenominationButton] = []
        self._title = Words(texts._("Touch the notes that you are given"), 26, bold=True)
        self._message = MessageBar()
        self._field = MoneyField(texts.pgettext("till", "Received"), texts)
        self._keypad = Keypad(texts)
        self._exact = ActionButton("", "check", pixels=22, height=62)
        self._clear = ActionButton(texts._("Clear what was received"), "trash", kind=Kind.QUIET)
        self._back = ActionButton(texts._("Back"), "arrow-left", "Esc", height=72)
        self._finish = ActionButton(texts._("Finish sale"), "check", "F12", kind=Kind.MONEY, pixels=34, height=108)
        self._sum = PaymentSum(texts)
        self._build()
        self._connect()

    def _build(self) -> None:
        row = in_a_row(self, margins=(MARGIN, MARGIN, MARGIN, MARGIN), gap=MARGIN)
        self._methods = self._build_methods()
        row.addWidget(self._methods)
        row.addLayout(self._build_entry(), 1)
        self._side = QWidget()
        side = stacked(self._side, gap=MARGIN)
        side.addWidget(self._sum, 1)
        side.addWidget(self._finish)
        row.addWidget(self._side)

    def _build_methods(self) -> QWidget:
        column = QWidget()
        inside = stacked(column)
        cash = ActionButton(self._texts._("Cash"), "cash", kind=Kind.INK, pixels=19, height=84)
        cash.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside.addWidget(cash)
        inside.addStretch(1)
        inside.addWidget(self._back)
        return column

    def _build_entry(self) -> QVBoxLayout:
        column = stacked(gap=10)
        column.addWidget(self._title)
        column.addWidget(self._message)
        self._notes, self._coins = in_a_row(gap=10), in_a_row(gap=10)
        column.addLayout(self._notes, 104)
        column.addLayout(self._coins, 104)
        column.addSpacing(MARGIN)
        lower = in_a_row(gap=20)
        typing = stacked()
        typing.addWidget(self._field)
        typing.addWidget(self._keypad, 1)
        beside = stacked()
        beside.addWidget(self._exact)
        beside.addWidget(self._clear)
        beside.addStretch(1)
        self._hint = Help(
            self._texts._("Touch a note once for each one that you get, or type the amount."), "cash", lines=4
        )
        beside.addWidget(self._hint)
        lower.addLayout(typing, 310)
        lower.addLayout(beside, 388)
        column.addLayout(lower, 300)
        return column

    def _connect(self) -> None:
        self._field.changed.connect(self._show_sum)
        self._field.textEdited.connect(self._begin_typing)
        self._field.entered.connect(self._try_finish)
        self._field.scanned.connect(self._say_scanned)
        self._keypad.pressed.connect(self._type)
        self._keypad.erased.connect(self._erase)
        self._exact.clicked.connect(self._take_exact)
        self._clear.clicked.connect(self._clear_received)
        self._back.clicked.connect(self.left)
        self._finish.clicked.connect(self._try_finish)
        self._message.acted.connect(self._try_finish)
        for keys, button in (("F12", self._finish), ("Esc", self._back)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)

    # --- showing -------------------------------------------------------------------------------------------------

    def start(self, due: int, exhibition: Exhibition) -> None:
        """Begin a payment of so many minor units of the exhibition's currency."""
        money = exhibition.currency
        if self._paying is None or self._paying.exhibition.currency != money:
            self._lay_out_money(money)
        self._paying = CashPayment(due, exhibition)
        rounded = self._texts.amount(self._paying.rounded, money.digits)
        self._exact.say(self._texts._("Exact %(amount)s") % {"amount": rounded})
        self._field.take_currency(money)
        self._clear_received()

    def show_message(self, message: Message) -> None:
        """Say something in the place of the title; the payment stays as it is."""
        self._title.hide()
        self._message.show_message(message)

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words

    @property
    def words(self) -> str:
        """What is missing or goes back, in words."""
        return self._sum.change.words

    def take_focus(self) -> None:
        """Let the next key go into the amount."""
        self._field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() and event.text().isprintable() and not self._field.hasFocus():
            self._field.setFocus()
            QApplication.sendEvent(self._field, QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow, low = self.width() < NARROW, self.height() < LOW
        self._methods.setFixedWidth(NARROW_METHODS_WIDTH if narrow else METHODS_WIDTH)
        self._side.setFixedWidth(NARROW_SUM_WIDTH if narrow else SUM_WIDTH)
        self._hint.setVisible(not low)
        self._finish.setMinimumHeight(84 if low else 108)
        self._sum.change.make_low(low=low)

    def _lay_out_money(self, money: Currency) -> None:
        for button in self._buttons:
            button.setParent(None)
            button.deleteLater()
        self._buttons.clear()
        kinds = denominations(money.code)
        for row, values in ((self._notes, kinds.notes), (self._coins, kinds.coins)):
            for value in values:
                button = DenominationButton(value, money, denomination_name(value, money, self._texts))
                button.clicked.connect(lambda _=False, value=value: self._add(value))
                row.addWidget(button)
                self._buttons.append(button)

    def _show_sum(self) -> None:
        if self._paying is None:
            return
        now = self._paying.stands(self._field.amount)
        self._sum.show_sum(now, self._paying.exhibition.currency)
        amount = self._field.entry is not Entry.NO_AMOUNT
        enough = amount and now.missing <= 0
        label = self._texts._("Finish sale") if enough else self._texts._("Not paid yet")
        self._finish.say(label if amount else self._texts._("Not an amount"))
        self._finish.setEnabled(enough)
        for button in self._buttons:
            button.show_count(self._counts.get(button.value, 0))

    # --- answering -----------------------------------------------------------------------------------------------

    def _add(self, value: int) -> None:
        self._settle()
        self._counts[value] = self._counts.get(value, 0) + 1
        self._field.set_amount(self._field.amount + value)

    def _type(self, sign: str) -> None:
        self._begin_typing()
        self._field.type_sign(sign)

    def _erase(self) -> None:
        self._begin_typing()
        self._field.erase_sign()

    def _begin_typing(self) -> None:
        """A typed amount takes the place of the notes that were counted."""
        self._settle()
        self._counts.clear()

    def _take_exact(self) -> None:
        self._begin_typing()
        self._field.set_amount(self._paying.rounded if self._paying else 0)

    def _clear_received(self) -> None:
        self._begin_typing()
        self._field.set_amount(0)
        self.take_focus()

    def _settle(self) -> None:
        """Nothing is wrong any more."""
        self._message.clear()
        self._title.show()

    def _try_finish(self) -> None:
        if self._paying is not None and self._finish.isEnabled():
            self.finish_wanted.emit(self._paying.tenders(self._field.amount) or None)

    def _say_scanned(self) -> None:
        words = self._texts._("That was a product's code, not an amount.")
        detail = self._texts._("Finish this sale first, or go back to add the product.")
        self.show_message(Message(Tone.WARN, words, detail))
