"""A payout that was made: how much, how the unit stands now, and its settlement sheet to sign."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from pos.domain.money import Money, currency
from pos.domain.settlements import Payout
from pos.domain.unit_days import UnitDay
from pos.texts import Texts
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.icons import icon_label, show_icon
from pos.ui.look.panels import in_a_row, panel, stacked
from pos.ui.look.theme import Colour
from pos.ui.look.words import Amount, Words
from pos.ui.messages import Message, MessageBar
from pos.ui.producers.producers_account import amount_text
from pos.ui.producers.producers_cells import STATES


class PayoutResultPage(QWidget):
    """Shows it until it is done with."""

    sheet_wanted = Signal()
    done = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._message = MessageBar()
        self._symbol = Words(pixels=26, bold=True)
        self._amount = Amount(84, tone=Colour.TOTORA)
        self._now = QWidget()
        self._icon = icon_label("check", 32)
        self._state = Words(pixels=22, bold=True)
        self._balance = Amount(34)
        self._sheet = ActionButton(texts._("Print the sheet"), "printer", "Ctrl P", pixels=20, height=84)
        self._done = ActionButton(texts._("Done"), "check", "Enter", kind=Kind.INK, pixels=26, height=84)
        self._build()
        self._sheet.clicked.connect(self.sheet_wanted)
        self._done.clicked.connect(self.done)

    def _build(self) -> None:
        column = stacked(self, gap=14)
        column.addWidget(self._message)
        frame = panel("change")
        inside = stacked(frame, margins=(20, 14, 20, 14), gap=4)
        inside.addWidget(Words(self._texts.pgettext("payout", "Paid"), 26, bold=True))
        line = in_a_row(gap=16)
        line.addWidget(self._symbol)
        line.addWidget(self._amount, 1)
        inside.addLayout(line)
        column.addStretch(1)
        column.addWidget(frame)
        now = in_a_row(self._now, gap=12)
        now.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignVCenter)
        now.addWidget(self._state)
        now.addStretch(1)
        now.addWidget(Words(self._texts._("Still owed"), 18, tone=Colour.PIEDRA))
        now.addWidget(self._balance)
        column.addWidget(self._now)
        column.addStretch(1)
        buttons = in_a_row(gap=12)
        buttons.addWidget(self._sheet, 1)
        buttons.addWidget(self._done, 1)
        column.addLayout(buttons)

    def show_payout(self, payout: Payout, now: UnitDay | None) -> None:
        """Show what was paid and how the unit stands, None where that is not known."""
        texts, money = self._texts, currency(payout.stamp.currency)
        self._message.clear()
        self._symbol.say(texts.symbol(money.code))
        self._amount.say(amount_text(Money(payout.amount, money), texts))
        self._now.setVisible(now is not None)
        if now is None:
            return
        balance, looks = now.row.balance, STATES[now.row.state]
        show_icon(self._icon, looks.icon, 32, looks.tone)
        self._state.say(texts._(looks.word), looks.tone)
        self._balance.say(
            amount_text(Money(abs(balance.minor), balance.currency), texts),
            Colour.TEJA if balance.minor < 0 else Colour.NOCHE,
        )

    def take_focus(self) -> None:
        """Enter is done with it."""
        self._done.setFocus()

    def press_sheet(self) -> None:
        """Do as if the button for the sheet was touched."""
        self._sheet.click()

    def show_message(self, message: Message) -> None:
        """Say where the sheet is, or why it could not be written."""
        self._message.show_message(message)

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words
