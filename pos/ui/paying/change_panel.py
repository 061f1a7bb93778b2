"""What goes back to the buyer, or what is still missing: as large as can be, in figures and in notes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from pos.domain.denominations import made_up_of
from pos.domain.money import Currency
from pos.texts import Texts
from pos.ui.aloud import announce
from pos.ui.amounts.money_pictures import HandBack
from pos.ui.look.panels import in_a_row, rule, stacked
from pos.ui.look.theme import restyle
from pos.ui.look.words import Amount, Words

LOW_FIGURE = 64


class ChangePanel(QFrame):
    """One figure at a time: missing, asked for by QR, or to be handed back with its notes and coins."""

    def __init__(self, texts: Texts, *, figure: int, notes: int) -> None:
        super().__init__()
        self._texts = texts
        self._figure_pixels = figure
        self._low = False
        self._title = Words(pixels=22, bold=True, lines=2)
        self._symbol = Words(pixels=22, bold=True, align=Qt.AlignmentFlag.AlignRight)
        self._figure = Amount(figure)
        self._hint = Words(pixels=18, lines=3)
        self._rule = rule("change")
        self._notes = HandBack(notes)
        self.facts = stacked(gap=0)
        """Where a screen puts rows of its own, under the figure."""
        self.foot = stacked()
        """Where a screen puts what can be done about it."""
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
        column.addLayout(self.foot)

    def make_low(self, *, low: bool) -> None:
        """Take less height for the figure, on a low screen."""
        self._low = low
        self._figure.resize_figure(min(LOW_FIGURE, self._figure_pixels) if low else self._figure_pixels)

    def show_due(self, missing: int, money: Currency, *, more: bool = False) -> None:
        """So much is missing; with `more`, after a part of it was given."""
        title = self._texts._("STILL TO PAY") if more else self._texts._("STILL MISSING")
        self._show_without_notes("due", title, missing, money, self._figure_pixels)

    def show_asked(self, title: str, amount: int, money: Currency) -> None:
        """So much is asked for in this way, and nobody has said yet that it came."""
        self._show_without_notes("due", title, amount, money, min(80, self._figure_pixels))

    def show_over(self, over: int, money: Currency) -> None:
        """So much is too much: it can't be given back in notes, and the message says why."""
        self._show_without_notes("bad", self._texts._("TOO MUCH"), over, money, self._figure_pixels)

    def show_change(self, change: int, money: Currency) -> None:
        """So much goes back; zero is said in words too."""
        title = self._texts._("GIVE BACK") if change else self._texts._("EXACT PAYMENT")
        self._show("change", title, change, money, self._figure_pixels)
        self._hint.say(self._texts._("Nothing to give back."))
        self._hint.setVisible(not change)
        pieces = made_up_of(change, money.code)
        self._notes.show_pieces(pieces, money, self._texts)
        self._rule.setVisible(bool(pieces))

    @property
    def words(self) -> str:
        """What it says: its title and its figure."""
        return f"{self._title.text()} {self._figure.text()}"

    def _show_without_notes(self, looks: str, title: str, amount: int, money: Currency, pixels: int) -> None:
        self._show(looks, title, amount, money, pixels)
        self._hint.hide()
        self._notes.show_pieces((), money, self._texts)
        self._rule.hide()

    def _show(self, looks: str, title: str, amount: int, money: Currency, pixels: int) -> None:
        restyle(self, "panel", looks)
        self._title.say(title)
        self._symbol.say(self._texts.symbol(money.code))
        self._figure.say(self._texts.amount(amount, money.digits))
        self._figure.resize_figure(min(LOW_FIGURE, pixels) if self._low else pixels)
        if self.accessibleName() != self.words:
            self.setAccessibleName(self.words)
            announce(self, self.words)
