"""Cash of the exhibition's own currency: notes and coins to touch, an amount to type, amounts that are likely."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from pos.domain.money import Currency
from pos.texts import Texts
from pos.ui.amounts.money_field import MoneyField
from pos.ui.amounts.money_names import short_figure
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import MARGIN
from pos.ui.paying.payment_buttons import AmountButton
from pos.ui.paying.payment_entry import NotesEntry, Tip
from pos.ui.paying.payment_parts import Payment
from pos.ui.paying.payment_proposals import round_amounts

ROUND_ONES = 3
LOW = 540
"""Where the entry has less height than this, its help gives way."""


class CashEntry(NotesEntry):
    """Touch a note once for each one that is given, or type the amount."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts, MoneyField(texts.pgettext("till", "Received"), texts))
        self.title = texts._("Touch the notes that you are given")
        self._exact = AmountButton()
        self._round = [AmountButton() for _ in range(ROUND_ONES)]
        rest = texts._("Enter this part, then touch QR, Card or another currency.")
        self._tip = Tip(texts._("Is it paid in two ways?"), rest, "split")
        self._build()
        self.offer((self._exact, *self._round))
        self._counted.changed.connect(self.changed)

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

    def begin(self, payment: Payment) -> None:
        self._method = payment.method
        self._counted.begin(self._money(payment), payment.live_part)

    def show_rest(self, payment: Payment) -> None:
        self.offer_clearing()
        money, exact = self._money(payment), payment.cash_rest
        self._exact.show_word(exact, self._texts._("Exact"), self._texts.amount(exact, money.digits))
        self._exact.setEnabled(exact > 0)
        amounts = round_amounts(exact, money.code, ROUND_ONES) if exact else ()
        for place, button in enumerate(self._round):
            button.setVisible(place < len(amounts))
            if place < len(amounts):
                button.show_figure(amounts[place], short_figure(amounts[place], money, self._texts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tip.setVisible(self.height() >= LOW)

    @staticmethod
    def _money(payment: Payment) -> Currency:
        return payment.exhibition.currency
