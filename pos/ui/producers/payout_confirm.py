"""Before money changes hands: who pays whom, how much in figures, in words and in notes, and one money button."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from pos.domain.denominations import Pieces, denominations, made_up_of
from pos.domain.emblems import Emblem
from pos.domain.money import Money
from pos.domain.settlements import PayoutKind
from pos.texts import Texts
from pos.ui.amounts.money_pictures import HandBack
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.emblems import EmblemTiles
from pos.ui.look.icons import icon_label, show_icon
from pos.ui.look.panels import in_a_row, panel, stacked
from pos.ui.look.theme import Colour
from pos.ui.look.words import Amount, Words
from pos.ui.messages import Message, MessageBar
from pos.ui.producers.producers_account import amount_text

_LOW = 480
"""Under so many pixels of height figures and buttons are smaller."""


@dataclass(frozen=True, slots=True)
class PayoutPlan:
    """A payout before it is made; `approver` is the supervisor's name where the amount is over the balance."""

    amount: Money
    kind: PayoutKind
    payer: str
    approver: str
    receiver: str
    emblem: Emblem
    members: Sequence[str]
    till: str


class ConfirmPage(QWidget):
    """Shows a plan; the button pays, and nothing else does."""

    confirmed = Signal()
    back_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._message = MessageBar()
        self._payer = Words(pixels=20, bold=True, lines=2)
        self._approver = Words(pixels=16, tone=Colour.PIEDRA, lines=2)
        self._emblem = EmblemTiles(48, most=1)
        self._receiver = Words(pixels=20, bold=True, lines=2)
        self._members = Words(pixels=16, tone=Colour.PIEDRA, lines=2)
        self._symbol = Words(pixels=26, bold=True)
        self._amount = Amount(66)
        self._spelled = Words(pixels=18, lines=2, align=Qt.AlignmentFlag.AlignRight)
        self._icon = icon_label("cash", 28)
        self._way = Words(pixels=18, bold=True, lines=2)
        self._odd = Words(pixels=16, tone=Colour.PIEDRA, lines=2)
        self._pieces = HandBack(22, 58)
        self._back = ActionButton(texts._("Back"), "arrow-left", pixels=20, height=84)
        self._pay = ActionButton("", "advance", "F12", kind=Kind.MONEY, pixels=28, height=84)
        self._build()
        self._back.clicked.connect(self.back_wanted)
        self._pay.clicked.connect(self.confirmed)

    def _build(self) -> None:
        column = stacked(self, gap=12)
        column.addWidget(self._message)
        people = in_a_row(gap=12)
        people.addWidget(self._build_payer(), 1)
        people.addWidget(icon_label("arrow-right", 32), alignment=Qt.AlignmentFlag.AlignVCenter)
        people.addWidget(self._build_receiver(), 1)
        column.addLayout(people)
        line = in_a_row(gap=16)
        line.addWidget(self._symbol)
        line.addWidget(self._amount, 1)
        column.addLayout(line)
        column.addWidget(self._spelled)
        way = in_a_row(gap=12)
        way.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        words = stacked(gap=2)
        words.addWidget(self._way)
        words.addWidget(self._odd)
        words.addStretch(1)
        way.addLayout(words, 2)
        way.addWidget(self._pieces, 3)
        column.addLayout(way, 1)
        buttons = in_a_row(gap=12)
        buttons.addWidget(self._back, 1)
        buttons.addWidget(self._pay, 3)
        column.addLayout(buttons)

    def _build_payer(self) -> QFrame:
        frame = panel()
        column = stacked(frame, margins=(14, 8, 14, 8), gap=2)
        column.addWidget(Words(self._texts._("Pays"), 16, tone=Colour.PIEDRA))
        column.addWidget(self._payer)
        column.addWidget(self._approver)
        column.addStretch(1)
        return frame

    def _build_receiver(self) -> QFrame:
        frame = panel()
        row = in_a_row(frame, margins=(14, 8, 14, 8), gap=12)
        row.addWidget(self._emblem)
        column = stacked(gap=2)
        column.addWidget(Words(self._texts._("Receives"), 16, tone=Colour.PIEDRA))
        column.addWidget(self._receiver)
        column.addWidget(self._members)
        column.addStretch(1)
        row.addLayout(column, 1)
        return frame

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < _LOW
        self._amount.resize_figure(46 if low else 66)
        for button in (self._back, self._pay):
            button.setMinimumHeight(64 if low else 84)

    def show_plan(self, plan: PayoutPlan) -> None:
        """Show this payout."""
        texts, amount = self._texts, plan.amount
        self._message.clear()
        self._payer.say(plan.payer)
        self._approver.say(texts._("Approved by %(name)s") % {"name": plan.approver} if plan.approver else "")
        self._approver.setVisible(bool(plan.approver))
        self._emblem.show_emblems([plan.emblem])
        self._receiver.say(plan.receiver)
        names = [name for name in plan.members if name != plan.receiver]
        self._members.say(texts.join(names))
        self._members.setVisible(bool(names))
        self._symbol.say(texts.symbol(amount.currency.code))
        figure = amount_text(amount, texts)
        self._amount.say(figure)
        self._spelled.say(texts.in_words(amount.minor, amount.currency.digits, amount.currency.code))
        cash = plan.kind is PayoutKind.CASH
        show_icon(self._icon, "cash" if cash else "bank", 28)
        self._way.say(
            texts._("In cash, from the drawer of till %(till)s") % {"till": plan.till} if cash else texts._("By bank")
        )
        self._show_pieces(amount if cash else None)
        self._pay.say(texts._("Yes, pay %(amount)s") % {"amount": figure})
        self._pay.setEnabled(True)

    def _show_pieces(self, cash: Money | None) -> None:
        pieces, odd = in_pieces(cash) if cash else ((), 0)
        if cash:
            self._pieces.show_pieces(pieces, cash.currency, self._texts)
        self._pieces.setVisible(bool(pieces))
        words = self._texts._("There is no coin for %(amount)s.")
        self._odd.say(words % {"amount": self._texts.amount(odd, cash.currency.digits)} if cash and odd else "")
        self._odd.setVisible(bool(odd))

    def press_pay(self) -> None:
        """Do as if the button was touched."""
        self._pay.click()

    def take_focus(self) -> None:
        """Enter must not pay: the way back has the focus."""
        self._back.setFocus()

    def show_message(self, message: Message) -> None:
        """Say why it could not be paid."""
        self._message.show_message(message)

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words


def in_pieces(amount: Money) -> tuple[tuple[Pieces, ...], int]:
    """The notes and coins of an amount, and what is left of it that there is no coin for, in minor units."""
    kinds = denominations(amount.currency.code)
    smallest = min((*kinds.notes, *kinds.coins))
    odd = amount.minor % smallest
    return made_up_of(amount.minor - odd, amount.currency.code), odd
