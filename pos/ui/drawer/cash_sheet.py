"""Cash put into the drawer or taken out of it: how much, and why."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pos.domain.money import Money
from pos.domain.refusals import Refusal
from pos.domain.shifts import CashDirection, CashMoved
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.ui.amounts.amount_sheet import AmountSheet
from pos.ui.amounts.money_field import Entry
from pos.ui.drawer.cash_reasons import ReasonChoice
from pos.ui.kept_before import kept_before
from pos.ui.look.panels import Help, in_a_row, stacked
from pos.ui.look.theme import MARGIN
from pos.ui.look.words import Words
from pos.ui.messages import told
from pos.ui.session import Session


class CashSheet(AmountSheet):
    """One movement of cash in the exhibition's currency. It says what it does to the drawer, never what is in it."""

    moved = Signal(CashMoved)
    """It is in the books."""

    def __init__(self, window: QWidget, desk: Desk, session: Session, direction: CashDirection) -> None:
        texts = desk.texts
        self._in = direction is CashDirection.IN
        title = texts._("Cash in") if self._in else texts._("Cash out")
        super().__init__(window, desk, session, title, asked=texts._("Amount"), icon="check")
        self._direction = direction
        self._reasons = ReasonChoice(texts._("What for?"), self._usual_reasons(), texts)
        self._effect = Help("", "drawer", lines=3)
        self.head.addWidget(Words(title, 26, bold=True), 1)
        self.body.addLayout(self._build_halves(), 1)
        self._connect()
        self._show_state()
        self._field.setFocus()

    def _usual_reasons(self) -> list[str]:
        _ = self._texts._
        if self._in:
            return [_("Small change"), _("From home"), _("From another till")]
        return [_("Small change"), _("Bags"), _("Lunch"), _("Transport")]

    def _build_halves(self) -> QHBoxLayout:
        halves = in_a_row(gap=2 * MARGIN)
        halves.addLayout(self._build_typing(), 1)
        right = stacked(gap=MARGIN)
        right.addWidget(self._reasons)
        right.addStretch(1)
        right.addWidget(self._effect)
        right.addWidget(self._confirm)
        halves.addLayout(right, 1)
        return halves

    def _connect(self) -> None:
        self._field.changed.connect(self._show_state)
        self._field.entered.connect(self._reasons.type_other)
        self._reasons.changed.connect(self._show_state)
        self._reasons.entered.connect(self._confirm.click)
        self._confirm.clicked.connect(self._move)

    @property
    def _amount(self) -> str:
        money = self._session.exhibition.currency
        return f"{self._texts.symbol(money.code)} {self._texts.amount(self._field.amount, money.digits)}"

    def _show_state(self) -> None:
        ready = False
        if self._field.entry is Entry.NO_AMOUNT:
            label = self._texts._("Not an amount")
        elif not self._field.amount:
            label = self._texts._("The amount is missing")
        elif not self._reasons.reason:
            label = self._texts._("The reason is missing")
        else:
            label, ready = self._texts._("Note it"), True
        self._confirm.say(label)
        self._confirm.setEnabled(ready)
        self._effect.setVisible(self._field.amount > 0)
        words = self._texts._("%(amount)s more in the drawer.") if self._in else None
        words = words or self._texts._("%(amount)s less in the drawer. No producer pays for it.")
        self._effect.say(words % {"amount": self._amount})

    def _move(self) -> None:
        exhibition = self._session.exhibition
        act = replace(self._desk.act(exhibition.id), id=self._act_id)
        amount, reason = Money(self._field.amount, exhibition.currency), self._reasons.reason
        paper = bool(self._desk.settings.printer)
        try:
            moved = self._desk.till.shifts.move_cash(act, self._direction, amount, reason, paper=paper)
        except (Refusal, BooksUnavailable) as trouble:
            self._message.show_message(told(trouble, self._texts))
            return
        before = kept_before(moved, self._session.terms, self._texts, amount=amount.minor, reason=reason)
        if before is None:
            self.accept()
        else:
            self._act_id = self._desk.act().id  # what stands here now would be another movement
            self._message.show_message(before)
        self.moved.emit(moved)
