"""Foreign cash: its notes, the amount typed, the rate in force, what it is worth, and what would pay all the rest."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from pos.domain.money import ExchangeRate, currency
from pos.domain.refusals import AmountTooLarge
from pos.texts import Texts
from pos.ui.amounts.money_field import TALL, MoneyField
from pos.ui.amounts.money_names import NAMES, rate_figure
from pos.ui.amounts.money_pictures import denomination_name
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import Colour
from pos.ui.look.words import Amount, Words
from pos.ui.paying.payment_buttons import AmountButton
from pos.ui.paying.payment_entry import NotesEntry, Tip
from pos.ui.paying.payment_parts import Payment
from pos.ui.paying.payment_proposals import foreign_amounts

LOW = 540
NARROW = 640


class _Figure(QFrame):
    """A label over a large figure."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "plain")
        self._label = Words(pixels=16, tone=Colour.PIEDRA)
        self._figure = Amount(42)
        column = stacked(self, margins=(14, 8, 14, 6), gap=4)
        column.addStretch(1)
        column.addWidget(self._label)
        column.addWidget(self._figure)
        column.addStretch(1)

    def say(self, label: str, figure: str) -> None:
        """Show this figure under this label."""
        self._label.say(label)
        self._figure.say(figure)
        self.setAccessibleName(f"{label} {figure}")


class ForeignEntry(NotesEntry):
    """Cash of a currency that has a rate; change is never given in it."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(texts, MoneyField("", texts, TALL), coins=False)
        self._rate: ExchangeRate | None = None
        self._worth_of_one, self._worth = _Figure(), _Figure()
        self._signs: list[Words] = []
        self._offer_title = Words(texts._("To pay all that is missing"), 20, bold=True)
        self._offers = [AmountButton(), AmountButton()]
        self._tip = Tip("", texts._("Take no note that is torn or written on."), "info")
        self._build()
        self.offer(self._offers)
        self._counted.changed.connect(self._note_change)

    def _build(self) -> None:
        column = stacked(self, gap=10)
        column.addWidget(self._pad, 120)
        column.addSpacing(10)
        sum_ = in_a_row(gap=0)
        for part, stretch in ((self._field, 100), ("×", 0), (self._worth_of_one, 100), ("=", 0), (self._worth, 115)):
            if isinstance(part, str):
                sign = Words(part, 30, bold=True, align=Qt.AlignmentFlag.AlignHCenter)
                self._signs.append(sign)
                sum_.addWidget(sign)
            else:
                part.setMaximumHeight(132)
                sum_.addWidget(part, stretch)
        column.addLayout(sum_, 132)
        column.addStretch(40)
        lower = in_a_row(gap=20)
        lower.addWidget(self._keypad, 310)
        lower.addLayout(self._build_beside(), 388)
        column.addLayout(lower, 304)

    def _build_beside(self) -> QVBoxLayout:
        beside = stacked()
        beside.addWidget(self._offer_title)
        for button in self._offers:
            beside.addWidget(button, 70)
        beside.addWidget(self._clear)
        beside.addWidget(self._tip, 112)
        beside.addStretch(1)
        return beside

    def begin(self, payment: Payment) -> None:
        self._method = payment.method
        money, base = currency(payment.method.code), payment.exhibition.currency
        self._rate = payment.exhibition.rate_for(money)
        names, _ = NAMES[money.code], self._texts._
        self.title = _(names.asked)
        self._field.say_label(_(names.name))
        worth = f"{_(names.worth)} {self._texts.symbol(base.code)}"
        self._worth_of_one.say(worth, rate_figure(self._rate.rate, self._texts))
        name = _(NAMES[base.code].name)
        self._tip.say_title(_("Change is given in %(currency)s only.") % {"currency": name.lower()})
        self._counted.begin(money, payment.live_part)
        self._show_worth()

    def show_rest(self, payment: Payment) -> None:
        self.offer_clearing()
        money, base = currency(payment.method.code), payment.exhibition.currency
        offers = foreign_amounts(payment, money.code)
        self._offer_title.setVisible(bool(offers))
        words = self._texts._("change %(symbol)s") % {"symbol": self._texts.symbol(base.code)}
        for place, button in enumerate(self._offers):
            button.setVisible(place < len(offers))
            if place < len(offers):
                amount, change = offers[place]
                figure = denomination_name(amount, money, self._texts)
                button.show_change(amount, figure, words, self._texts.amount(change, base.digits))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tip.setVisible(self.height() >= LOW)
        for sign in self._signs:
            sign.setFixedWidth(24 if self.width() < NARROW else 40)

    def _note_change(self) -> None:
        self._show_worth()
        self.changed.emit()

    def _show_worth(self) -> None:
        if self._rate is None:
            return
        base = self._rate.base
        name = self._texts._(NAMES[base.code].name)
        try:
            figure = self._texts.amount(self._rate.value(self._field.amount), base.digits)
        except AmountTooLarge:
            figure = "–"
        self._worth.say(name, figure)
