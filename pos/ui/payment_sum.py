"""The right-hand side of the payment: total and received, and what is missing or goes back, as large as can be."""

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from pos.domain.denominations import made_up_of
from pos.domain.exhibitions import Exhibition
from pos.domain.money import Currency, Money
from pos.domain.tenders import Tender, TenderKind, exact_cash, still_due, tender
from pos.texts import Texts
from pos.ui.money_pictures import HandBack
from pos.ui.panels import FigureRow, in_a_row, panel, rule, stacked
from pos.ui.theme import MARGIN, restyle
from pos.ui.words import Amount, Words


class Sum(NamedTuple):
    """A payment in minor units: `rounded` is the due as cash pays it, `missing` is negative where change goes back."""

    due: int
    rounded: int
    received: int
    missing: int


@dataclass(frozen=True, slots=True)
class CashPayment:
    """A due that is being paid in the exhibition's own cash; what is enough is `pos.domain.tenders`' to say."""

    due: int
    exhibition: Exhibition

    @property
    def rounded(self) -> int:
        """The due as cash pays it."""
        return sum(exact.amount for exact in exact_cash(self.due, self.exhibition))

    def tenders(self, received: int) -> list[Tender]:
        """The cash received, none where nothing was."""
        if not received:
            return []
        return [tender(TenderKind.CASH, Money(received, self.exhibition.currency), self.exhibition)]

    def stands(self, received: int) -> Sum:
        """How it stands with so much received; before any, the due as cash will pay it is what is missing."""
        tenders = self.tenders(received)
        missing = still_due(self.due, tenders, self.exhibition) if tenders else self.rounded
        return Sum(self.due, self.rounded, received, missing)


class ChangePanel(QFrame):
    """What goes back to the buyer, in figures and in notes; or what is still missing."""

    def __init__(self, texts: Texts, *, figure: int, notes: int) -> None:
        super().__init__()
        self._texts = texts
        self._figure_pixels = figure
        self._title = Words(pixels=22, bold=True, lines=2)
        self._symbol = Words(pixels=22, bold=True, align=Qt.AlignmentFlag.AlignRight)
        self._figure = Amount(figure)
        self._hint = Words(pixels=18, lines=3)
        self._rule = rule("change")
        self._notes = HandBack(notes)
        self.facts = stacked(gap=0)
        """Where a screen puts rows of its own, under the figure."""
        self._build()

    def _build(self) -> None:
        column = stacked(self, margins=(18, 14, 18, 14))
        head = in_a_row()
        head.addWidget(self._title, 1)
        head.addWidget(self._symbol)
        column.addLayout(head)
        column.addWidget(self._figure)
        column.addLayout(self.facts)
        column.addWidget(self._hint)
        column.addStretch(1)
        column.addWidget(self._rule)
        column.addWidget(self._notes)

    def make_low(self, *, low: bool) -> None:
        """Take less height for the figure, on a low screen."""
        self._figure.resize_figure(min(64, self._figure_pixels) if low else self._figure_pixels)

    def show_due(self, missing: int, money: Currency) -> None:
        """So much is missing."""
        self._show("due", self._texts._("STILL MISSING"), missing, money)
        self._hint.hide()
        self._notes.show_pieces((), money, self._texts)
        self._rule.hide()

    def show_change(self, change: int, money: Currency) -> None:
        """So much goes back; zero is said in words too."""
        title = self._texts._("GIVE BACK") if change else self._texts._("EXACT PAYMENT")
        self._show("change", title, change, money)
        self._hint.say(self._texts._("Nothing to give back."))
        self._hint.setVisible(not change)
        pieces = made_up_of(change, money.code)
        self._notes.show_pieces(pieces, money, self._texts)
        self._rule.setVisible(bool(pieces))

    @property
    def words(self) -> str:
        """What it says: its title and its figure."""
        return f"{self._title.text()} {self._figure.text()}"

    def _show(self, looks: str, title: str, amount: int, money: Currency) -> None:
        restyle(self, "panel", looks)
        self._title.say(title)
        self._symbol.say(self._texts.symbol(money.code))
        self._figure.say(self._texts.amount(amount, money.digits))
        self.setAccessibleName(self.words)


class PaymentSum(QWidget):
    """Total, received, and the panel of the change."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._total = FigureRow(texts._("Total"), 19, 34)
        self._rounded = FigureRow(texts._("In cash"), 19, 34)
        self._received = FigureRow(texts.pgettext("till", "Received"), 19, 34)
        self.change = ChangePanel(texts, figure=100, notes=24)
        column = stacked(self, gap=MARGIN)
        frame = panel()
        rows = stacked(frame, margins=(18, 10, 18, 10), gap=0)
        for row in (self._total, self._rounded, self._received):
            rows.addWidget(row)
        column.addWidget(frame)
        column.addWidget(self.change, 1)

    def show_sum(self, now: Sum, money: Currency) -> None:
        """Show a payment as it stands; the cash total has its own row only where rounding changes it."""
        self._total.say(self._texts.amount(now.due, money.digits))
        self._rounded.say(self._texts.amount(now.rounded, money.digits))
        self._rounded.setVisible(now.rounded != now.due)
        self._received.say(self._texts.amount(now.received, money.digits))
        if now.missing > 0:
            self.change.show_due(now.missing, money)
        else:
            self.change.show_change(-now.missing, money)
