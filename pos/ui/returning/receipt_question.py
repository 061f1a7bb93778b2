"""Figures to find a receipt by: its number, or what was paid."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from pos.domain.money import Currency
from pos.texts import Texts
from pos.ui.amounts.money_field import Entry, MoneyField
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.choice_row import ChoiceRow
from pos.ui.look.panels import Keypad, stacked
from pos.ui.look.words import Words

LONGEST_NUMBER = 20


class By(StrEnum):
    """What the figures that are typed mean."""

    NUMBER = "number"
    AMOUNT = "amount"


class ReceiptQuestion(QWidget):
    """A field, a keypad, and the button that looks; Enter on nothing is `nothing_entered`."""

    number_entered = Signal(str)
    amount_entered = Signal(int)
    """An amount in minor units."""
    nothing_entered = Signal()
    typed = Signal()
    left = Signal()

    def __init__(self, title: str, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._title = Words(title, 26, bold=True, lines=2)
        self._small_title = Words(title, 20, bold=True, lines=2)
        self._by = ChoiceRow(
            {By.NUMBER: texts._("Receipt number"), By.AMOUNT: texts._("Amount paid")},
            texts._("What you type"),
            height=52,
        )
        self._number = QLineEdit()
        self._amount = MoneyField(texts._("Amount paid"), texts)
        self._keypad = Keypad(texts)
        self._search = ActionButton(texts._("Search"), "search", "Enter", kind=Kind.INK, pixels=22, height=72)
        self._back = ActionButton(texts._("Back"), "arrow-left", "Esc", height=56)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._number.setObjectName("received")
        self._number.setAccessibleName(self._texts._("Receipt number"))
        self._number.setPlaceholderText(self._texts._("Scan or type"))
        self._number.setMaxLength(LONGEST_NUMBER)
        self._number.setTextMargins(16, 0, 14, 0)
        self._column = column = stacked(self, gap=10)
        for part in (self._title, self._small_title, self._by, self._number, self._amount):
            column.addWidget(part)
        column.addWidget(self._keypad, 1)
        column.addWidget(self._search)
        column.addWidget(self._back)

    def _connect(self) -> None:
        self._by.chosen.connect(self._type_other)
        self._number.returnPressed.connect(self.answer)
        self._number.textEdited.connect(self._say_typed)
        self._amount.entered.connect(self.answer)
        self._keypad.pressed.connect(self._type)
        self._keypad.erased.connect(self._erase)
        self._search.clicked.connect(self.answer)
        self._back.clicked.connect(self.left)

    def start(self, money: Currency) -> None:
        """Ask for a number; an amount would be of this currency."""
        self._amount.take_currency(money)
        self._number.clear()
        self._choose(By.NUMBER)

    def make_low(self, *, low: bool) -> None:
        """Take less height, on a low screen."""
        self._title.setVisible(not low)
        self._small_title.setVisible(low)
        self._search.setMinimumHeight(56 if low else 72)
        self._column.setSpacing(6 if low else 10)

    def clear(self) -> None:
        """What was typed was found."""
        self._number.clear()
        self._amount.set_amount(0)

    def show_unknown(self) -> None:
        """What was typed names nothing: the next figure takes its place."""
        self._number.selectAll()

    def take_focus(self) -> None:
        """Let the next figure go into the field that is asked for."""
        (self._number if self._by.answer == By.NUMBER else self._amount).setFocus()

    def answer(self) -> None:
        """Enter: look for what was typed."""
        if self._by.answer == By.AMOUNT and self._amount.entry is Entry.AMOUNT:
            self.amount_entered.emit(self._amount.amount)
        elif self._by.answer == By.NUMBER and (text := self._number.text().strip()):
            self.number_entered.emit(text)
        else:
            self.nothing_entered.emit()

    def _type_other(self, by: str) -> None:
        self._choose(By(by))
        self.take_focus()

    def _choose(self, by: By) -> None:
        self._by.choose(by)
        self._number.setVisible(by is By.NUMBER)
        self._amount.setVisible(by is By.AMOUNT)

    def _type(self, sign: str) -> None:
        if self._by.answer == By.AMOUNT:
            self._amount.type_sign(sign)
        elif sign.isdecimal():
            self._number.insert(sign)
        self.typed.emit()

    def _say_typed(self) -> None:
        self.typed.emit()

    def _erase(self) -> None:
        if self._by.answer == By.AMOUNT:
            self._amount.erase_sign()
        else:
            self._number.backspace()
