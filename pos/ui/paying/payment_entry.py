"""What the parts of a payment are entered with: notes to touch, figures to type, and what each entry has to offer."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QWidget

from pos.domain.denominations import denominations
from pos.domain.money import Currency
from pos.domain.tenders import TenderKind
from pos.texts import Texts
from pos.ui.amounts.money_field import Entry, MoneyField
from pos.ui.amounts.money_pictures import DenominationButton, denomination_name
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.icons import icon_label
from pos.ui.look.panels import Keypad, in_a_row, stacked
from pos.ui.look.words import Words
from pos.ui.paying.payment_buttons import AmountButton
from pos.ui.paying.payment_methods import Method
from pos.ui.paying.payment_parts import Part, Payment


class PaymentEntry(QWidget):
    """The middle of the payment for one kind of method. It enters one part; the payment itself lies elsewhere."""

    changed = Signal()
    """The part is entered otherwise."""
    entered = Signal()
    """Enter was pressed."""
    scanned = Signal()
    """Enter was pressed on a product's code."""

    title = ""

    def begin(self, payment: Payment) -> None:
        """Ask for the payment's live part, or for a new one of its method."""
        raise NotImplementedError

    def show_rest(self, payment: Payment) -> None:
        """Offer what would settle the payment as it is now."""
        raise NotImplementedError

    @property
    def part(self) -> Part:
        """The part as it is entered; its amount is zero while there is none."""
        raise NotImplementedError

    @property
    def field(self) -> MoneyField:
        """Where the amount is typed."""
        raise NotImplementedError

    @property
    def readable(self) -> bool:
        """Whether what stands in the field is an amount, or nothing."""
        return self.field.entry is not Entry.NO_AMOUNT

    def clear(self) -> None:
        """Enter nothing."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Let the next key go into the amount."""
        self.field.setFocus()

    def type_on(self, event: QKeyEvent) -> None:
        """Take a key that no button wanted as if it had been pressed in the amount."""
        self.field.setFocus()
        QApplication.sendEvent(self.field, QKeyEvent(event.type(), event.key(), event.modifiers(), event.text()))


class Tip(QFrame):
    """A word of help under a title of its own."""

    def __init__(self, title: str, text: str, icon: str) -> None:
        super().__init__()
        self.setProperty("panel", "help")
        self._title = Words(title, 18, bold=True, lines=2)
        row = in_a_row(self, margins=(16, 12, 14, 12), gap=16)
        row.addWidget(icon_label(icon, 32), alignment=Qt.AlignmentFlag.AlignVCenter)
        words = stacked(gap=0)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(Words(text, 18, lines=4))
        words.addStretch(1)
        row.addLayout(words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def say_title(self, title: str) -> None:
        """Show another title."""
        self._title.say(title)


class NotePad(QWidget):
    """A currency's notes in a row, and its coins in another where they are taken."""

    added = Signal(int)
    taken = Signal(int)

    def __init__(self, texts: Texts, *, coins: bool = True) -> None:
        super().__init__()
        self._texts = texts
        self._coins_too = coins
        self._money: Currency | None = None
        self._buttons: list[DenominationButton] = []
        column = stacked(self, gap=10)
        self._notes, self._coins = in_a_row(gap=10), in_a_row(gap=10)
        column.addLayout(self._notes, 1)
        if coins:
            column.addLayout(self._coins, 1)

    def show_money(self, money: Currency) -> None:
        """Offer the notes and coins of this currency."""
        if money == self._money:
            return
        self._money = money
        for button in self._buttons:
            button.setParent(None)
            button.deleteLater()
        self._buttons.clear()
        kinds = denominations(money.code)
        for row, values in ((self._notes, kinds.notes), (self._coins, kinds.coins if self._coins_too else ())):
            for value in values:
                button = DenominationButton(value, money, denomination_name(value, money, self._texts))
                button.added.connect(lambda value=value: self.added.emit(value))
                button.taken.connect(lambda value=value: self.taken.emit(value))
                row.addWidget(button)
                self._buttons.append(button)

    def show_counts(self, counts: dict[int, int]) -> None:
        """Show how many of each were touched."""
        for button in self._buttons:
            button.show_count(counts.get(button.value, 0))


class NotesEntry(PaymentEntry):
    """Cash: notes that are touched, or an amount that is typed."""

    def __init__(self, texts: Texts, field: MoneyField, *, coins: bool = True) -> None:
        super().__init__()
        self._texts = texts
        self._method = Method(TenderKind.CASH, "")
        self._pad = NotePad(texts, coins=coins)
        self._field = field
        self._keypad = Keypad(texts)
        self._counted = CountedAmount(self._pad, field, self._keypad)
        self._clear = ActionButton(texts._("Clear what was received"), "trash", kind=Kind.QUIET)
        field.entered.connect(self.entered)
        field.scanned.connect(self.scanned)
        self._clear.clicked.connect(self.clear)

    def offer(self, buttons: Sequence[AmountButton]) -> None:
        """Let each of these enter its amount."""
        for button in buttons:
            button.clicked.connect(lambda _=False, button=button: self._counted.take(button.amount))

    def offer_clearing(self) -> None:
        """Offer to clear what was received, where anything was."""
        self._clear.setEnabled(bool(self._field.text()))

    @property
    def part(self) -> Part:
        return Part(self._method, self._field.amount, counts=self._counted.counts)

    @property
    def field(self) -> MoneyField:
        return self._field

    def clear(self) -> None:
        self._counted.take(0)
        self.take_focus()


class CountedAmount(QObject):
    """Notes that are touched and figures that are typed, together one amount: what is typed takes the notes' place."""

    changed = Signal()

    def __init__(self, pad: NotePad, field: MoneyField, keypad: Keypad) -> None:
        super().__init__(pad)
        self._pad, self._field = pad, field
        self._counts: dict[int, int] = {}
        pad.added.connect(lambda value: self._count(value, 1))
        pad.taken.connect(lambda value: self._count(value, -1))
        field.textEdited.connect(self._forget_notes)
        field.changed.connect(self.changed)
        keypad.pressed.connect(self._type)
        keypad.erased.connect(self._erase)

    @property
    def counts(self) -> dict[int, int]:
        """How many of each note were touched."""
        return dict(self._counts)

    def begin(self, money: Currency, part: Part | None) -> None:
        """Count this currency from now on, beginning with a part that was entered before."""
        self._pad.show_money(money)
        self._counts = dict(part.counts) if part else {}
        self._field.take_currency(money)
        self._field.set_amount(part.amount if part else 0)
        self._pad.show_counts(self._counts)

    def take(self, amount: int) -> None:
        """Enter this amount, however it is made up."""
        self._counts.clear()
        self._field.set_amount(amount)
        self._pad.show_counts(self._counts)

    def _count(self, value: int, pieces: int) -> None:
        if self._counts.get(value, 0) + pieces < 0:
            return
        self._counts[value] = self._counts.get(value, 0) + pieces
        self._field.set_amount(self._field.amount + pieces * value)
        self._pad.show_counts(self._counts)

    def _type(self, sign: str) -> None:
        self._forget_notes()
        self._field.type_sign(sign)

    def _erase(self) -> None:
        self._forget_notes()
        self._field.erase_sign()

    def _forget_notes(self) -> None:
        self._counts.clear()
        self._pad.show_counts(self._counts)
