"""How much a unit is paid and how: all that it is owed unless something else is typed, in cash or by bank."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos.domain.money import Money
from pos.domain.settlements import PayoutKind
from pos.texts import Texts
from pos.ui.amounts.money_field import LARGE, Entry, MoneyField
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.panels import FigureRow, Keypad, in_a_row, rule, stacked
from pos.ui.look.theme import restyle
from pos.ui.messages import Message, MessageBar, Tone
from pos.ui.producers.producers_account import amount_text
from pos.ui.producers.producers_choice import Answer, Choice

_LOW = 500
"""A lower page has no room for high buttons."""


class AmountPage(QWidget):
    """Asks; what is more than the balance can only go on with a supervisor."""

    gone_on = Signal()
    """An amount that may be paid is there."""
    approval_wanted = Signal()
    """The amount is over the balance."""
    changed = Signal()
    """The amount or the way is another one."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._balance: Money | None = None
        self._field = MoneyField(texts._("How much is paid"), texts, LARGE)
        self._keypad = Keypad(texts)
        self._all = ActionButton("", "check", pixels=20, height=56)
        self._how = Choice(
            texts._("How it is paid"),
            [
                Answer(PayoutKind.CASH, texts._("Cash"), "cash"),
                Answer(PayoutKind.TRANSFER, texts.pgettext("payout", "Bank"), "bank"),
            ],
            equal=True,
        )
        self._message = MessageBar()
        self._owed = FigureRow(texts._("Owed to it"), 18, 22)
        self._rest = FigureRow(texts._("Still owed afterwards"), 18, 22)
        self._go = ActionButton("", "arrow-right", "Enter", kind=Kind.INK, pixels=24, height=84)
        self._build()
        self._connect()

    def _build(self) -> None:
        row = in_a_row(self, gap=20)
        row.addLayout(self._build_entry(), 3)
        row.addWidget(self._keypad, 2)

    def _build_entry(self) -> QVBoxLayout:
        column = stacked(gap=10)
        column.addWidget(self._field)
        column.addWidget(self._all)
        column.addWidget(self._how)
        column.addWidget(self._message)
        column.addStretch(1)
        column.addWidget(self._owed)
        column.addWidget(rule())
        column.addWidget(self._rest)
        column.addWidget(self._go)
        return column

    def _connect(self) -> None:
        self._field.changed.connect(self._show_state)
        self._field.entered.connect(self.go_on)
        self._field.scanned.connect(self._say_scanned)
        self._keypad.pressed.connect(self._field.type_sign)
        self._keypad.erased.connect(self._field.erase_sign)
        self._all.clicked.connect(self._take_all)
        self._how.chosen.connect(self._show_state)
        self._go.clicked.connect(self.go_on)
        self._message.acted.connect(self._take_bank)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < _LOW
        self._message.make_low(low=low)
        self._all.setMinimumHeight(48 if low else 56)
        self._go.setMinimumHeight(60 if low else 84)

    def start(self, balance: Money, kind: PayoutKind, *, has_shift: bool) -> None:
        """Propose the whole balance; without a shift there is no drawer to pay from."""
        self._balance = balance
        self._field.take_currency(balance.currency)
        self._how.allow(PayoutKind.CASH, allowed=has_shift)
        self._how.choose(kind if has_shift else PayoutKind.TRANSFER)
        self._all.say(self._texts._("All: %(amount)s") % {"amount": amount_text(balance, self._texts)})
        self._owed.say(amount_text(balance, self._texts))
        self._field.set_amount(balance.minor)

    @property
    def amount(self) -> Money | None:
        """What is to be paid, None while that is nothing."""
        if self._balance is None or not self._field.amount:
            return None
        return Money(self._field.amount, self._balance.currency)

    @property
    def kind(self) -> PayoutKind:
        """How it is to be paid."""
        return PayoutKind(self._how.value)

    @property
    def is_over(self) -> bool:
        """Whether it is more than the unit is owed."""
        return self._balance is not None and self._balance.minor < self._field.amount

    def take_focus(self) -> None:
        """Let figures go into the amount; the first one takes the place of what is proposed."""
        self._field.setFocus()
        self._field.selectAll()

    def go_on(self) -> None:
        """Do as if the button was touched."""
        if self._go.isEnabled():
            (self.approval_wanted if self.is_over else self.gone_on).emit()

    def show_message(self, message: Message) -> None:
        """Say what stands in the way; the amount stays."""
        self._message.show_message(message)

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words

    def say_cash_short(self) -> None:
        """Say that the drawer has not so much, and offer the bank."""
        self.show_message(
            Message(
                Tone.WARN,
                self._texts._("There is not so much cash in the drawer."),
                self._texts._("Pay a part of it, or by bank."),
                self._texts._("Pay by bank"),
            )
        )

    def _take_all(self) -> None:
        if self._balance is not None:
            self._field.set_amount(self._balance.minor)
        self.take_focus()

    def _take_bank(self) -> None:
        self._how.choose(PayoutKind.TRANSFER)
        self._show_state()
        self.take_focus()

    def _say_scanned(self) -> None:
        self.show_message(Message(Tone.WARN, self._texts._("That was a code, not an amount.")))

    def _show_state(self) -> None:
        if self._balance is None:
            return
        self._message.clear()
        amount = self._field.amount
        rest = Money(max(0, self._balance.minor - amount), self._balance.currency)
        self._rest.say(amount_text(rest, self._texts))
        if self._field.entry is Entry.NO_AMOUNT:
            label = self._texts._("Not an amount")
        elif not amount:
            label = self._texts._("Type the amount")
        elif self.is_over:
            label = self._texts._("Call the supervisor")
            restyle(self._field, "state", "bad")
            self.show_message(Message(Tone.WARN, self._texts._("That is more than it is owed.")))
        else:
            label = self._texts._("Go on")
        self._go.say(label)
        self._go.setEnabled(bool(amount))
        self.changed.emit()
