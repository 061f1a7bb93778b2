"""Cash of the exhibition's own currency: notes and coins to touch, an amount to type, amounts that are likely."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from pos.domain.money import Currency
from pos.domain.tenders import TenderKind
from pos.texts import Texts
from pos.ui.buttons import ActionButton, Kind
from pos.ui.money_field import MoneyField
from pos.ui.panels import Keypad, in_a_row, stacked
from pos.ui.payment_buttons import AmountButton
from pos.ui.payment_entry import CountedAmount, NotePad, PaymentEntry, Tip
from pos.ui.payment_methods import Method
from pos.ui.payment_parts import Part, Payment
from pos.ui.payment_proposals import round_amounts
from pos.ui.theme import MARGIN

ROUND_ONES = 3
LOW = 540
"""Where the entry has less height than this, its help gives way."""


class CashEntry(PaymentEntry):
    """Touch a note once for each one that is given, or type the amount."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.title = texts._("Touch the notes that you are given")
        self._method = Method(TenderKind.CASH, "")
        self._pad = NotePad(texts)
        self._field = MoneyField(texts.pgettext("till", "Received"), texts)
        self._keypad = Keypad(texts)
        self._counted = CountedAmount(self._pad, self._field, self._keypad)
        self._exact = AmountButton()
        self._round = [AmountButton() for _ in range(ROUND_ONES)]
        self._clear = ActionButton(texts._("Clear what was received"), "trash", kind=Kind.QUIET)
        rest = texts._("Enter this part, then touch QR, Card or another currency.")
        self._tip = Tip(texts._("Is it paid in two ways?"), rest, "split")
        self._build()
        self._connect()

    def _build(self) -> None:
        column = stacked(self, gap=10)
        column.addWidget(self._pad, 218)
        column.addSpacing(MARGIN)
        lower = in_a_row(gap=20)
        typing = stacked()
        typing.addWidget(self._field)
        typing.addWidget(self._keypad, 1)
        lower.addLayout(typing, 310)
        lower.addLayout(self._build_beside(), 388)
        column.addLayout(lower, 382)

    def _build_beside(self) -> QVBoxLayout:
        beside = stacked()
        beside.addWidget(self._exact, 70)
        rounds = in_a_row()
        for button in self._round:
            rounds.addWidget(button)
        beside.addLayout(rounds, 70)
        beside.addWidget(self._clear)
        beside.addWidget(self._tip, 148)
        beside.addStretch(1)
        return beside

    def _connect(self) -> None:
        self._counted.changed.connect(self.changed)
        self._field.entered.connect(self.entered)
        self._field.scanned.connect(self.scanned)
        self._clear.clicked.connect(self.clear)
        for button in (self._exact, *self._round):
            button.clicked.connect(lambda _=False, button=button: self._counted.take(button.amount))

    def begin(self, payment: Payment) -> None:
        self._method = payment.method
        self._counted.begin(self._money(payment), payment.live_part)

    def show_rest(self, payment: Payment) -> None:
        money, exact = self._money(payment), payment.cash_rest
        self._exact.show_word(exact, self._texts._("Exact"), self._texts.amount(exact, money.digits))
        self._exact.setEnabled(exact > 0)
        amounts = round_amounts(exact, money.code, ROUND_ONES) if exact else ()
        for place, button in enumerate(self._round):
            button.setVisible(place < len(amounts))
            if place < len(amounts):
                button.show_figure(amounts[place], self._short(amounts[place], money))
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tip.setVisible(self.height() >= LOW)

    def _short(self, amount: int, money: Currency) -> str:
        """A round amount without its zeros."""
        whole, rest = divmod(amount, 10**money.digits)
        return self._texts.amount(amount, money.digits) if rest else self._texts.amount(whole, 0)

    @staticmethod
    def _money(payment: Payment) -> Currency:
        return payment.exhibition.currency
