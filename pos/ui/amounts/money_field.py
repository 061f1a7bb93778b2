"""A field for an amount of money that can tell an amount from a scanned code."""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from pos.domain.money import Currency, Money
from pos.domain.refusals import BadAmount
from pos.texts import Texts
from pos.ui.look.theme import Colour, restyle, text_width
from pos.ui.look.words import Words

MOST_FIGURES = 7
"""Figures before the decimals: a stall takes no ten million at once, but a scanned code has 8 figures or more."""


class Shape(NamedTuple):
    """How a field is built: the size of its figures and of its label, and whether the label stands over them."""

    figures: int
    label: int
    over: bool = False


IN_A_ROW = Shape(36, 18)
TALL = Shape(42, 16, over=True)
LARGE = Shape(54, 20)
FIGURE_SIZES = (54, 42, 36, 28, 22)
"""The sizes that the style sheet knows: figures shrink to the first that has room."""


class Entry(StrEnum):
    """What stands in the field."""

    NOTHING = "nothing"
    AMOUNT = "amount"
    NO_AMOUNT = "no-amount"


class MoneyField(QLineEdit):
    """What was typed or set, as money. A decimal comma and a decimal point mean the same."""

    changed = Signal()
    entered = Signal()
    """Enter was pressed on an amount, or on nothing."""
    scanned = Signal()
    """Enter was pressed on what is no amount: a scanner typed it. The amount before it is back."""

    def __init__(self, label: str, texts: Texts, shape: Shape = IN_A_ROW) -> None:
        super().__init__()
        self._texts = texts
        self._shape = shape
        self._label = Words(label, shape.label, tone=Colour.PIEDRA)
        self._label.setParent(self)
        self._money: Currency | None = None
        self._amount = 0
        self._set = 0
        self._entry = Entry.NOTHING
        self.setObjectName("received")
        self.setProperty("over", shape.over)
        self.setProperty("figures", shape.figures)
        self.setAccessibleName(label)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setTextMargins(10, 26 if shape.over else 0, 12, 0)
        self.textEdited.connect(self._read)
        self.returnPressed.connect(self._answer_enter)

    @property
    def amount(self) -> int:
        """The amount in minor units; 0 for nothing, and for what is no amount."""
        return self._amount

    @property
    def entry(self) -> Entry:
        """What stands in the field."""
        return self._entry

    @property
    def typed_in(self) -> bool:
        """Whether a person changed it since it was last set."""
        return self.isModified()

    def take_currency(self, money: Currency) -> None:
        """Read amounts of this currency from now on."""
        self._money = money
        self.set_amount(0)

    def set_amount(self, minor: int) -> None:
        """Show an amount; what is typed next takes its place."""
        self._set = self._amount = minor
        self._entry = Entry.AMOUNT if minor else Entry.NOTHING
        self.setText(self._texts.amount(minor, self._digits) if minor else "")
        self.selectAll()
        self._show_state()

    def type_sign(self, sign: str) -> None:
        """Add a sign as a key of the keyboard would."""
        self.insert(sign)
        self._read(self.text())

    def erase_sign(self) -> None:
        """Take the last sign away, or the whole amount if it was set."""
        self.backspace()
        self._read(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The figures' keypad has a point where Spanish writes a comma.
        if event.text() == "." and self._texts.language != "en":
            self.type_sign(",")
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.selectAll()  # a finger does not aim between two figures: what comes next takes the amount's place

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def say_label(self, label: str) -> None:
        """Ask for something else."""
        self._label.say(label)
        self.setAccessibleName(label)
        self._make_room()

    def _make_room(self) -> None:
        """The label stands over the figures, or beside them as long as they leave it room."""
        room = self.width() - 30
        wide = [size for size in FIGURE_SIZES if text_width(self.text(), size, bold=True) > room]
        fitting = [size for size in FIGURE_SIZES if size <= self._shape.figures and size not in wide]
        restyle(self, "figures", (fitting or FIGURE_SIZES[-1:])[0])
        size = self._label.sizeHint()
        if self._shape.over:
            top = max(6, self.height() // 2 - 38)
            self._label.setGeometry(16, top, self.width() - 32, size.height())
            return
        self._label.setGeometry(18, (self.height() - size.height()) // 2, size.width(), size.height())
        taken = text_width(self.text(), self._shape.figures, bold=True) + size.width()
        self._label.setVisible(taken + 52 < self.width())

    @property
    def _digits(self) -> int:
        return self._money.digits if self._money else 2

    def _read(self, text: str) -> None:
        self._amount, self._entry = 0, Entry.NOTHING
        if text:
            self._amount, self._entry = self._meant(text)
        self._show_state()

    def _meant(self, text: str) -> tuple[int, Entry]:
        plain = text.replace(",", ".").removesuffix(".")
        plain = f"0{plain}" if plain.startswith(".") else plain
        try:
            amount = Money.read(plain, self._money) if self._money else None
        except BadAmount:
            return 0, Entry.NO_AMOUNT
        if amount is None or amount.minor < 0 or len(plain.partition(".")[0]) > MOST_FIGURES:
            return 0, Entry.NO_AMOUNT
        return amount.minor, Entry.AMOUNT if amount.minor else Entry.NOTHING

    def _answer_enter(self) -> None:
        if self._entry is Entry.NO_AMOUNT:
            self.set_amount(self._set)
            self.scanned.emit()
        else:
            self.entered.emit()

    def _show_state(self) -> None:
        restyle(self, "state", "bad" if self._entry is Entry.NO_AMOUNT else "")
        self._make_room()
        self.changed.emit()
