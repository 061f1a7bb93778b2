"""Pays a unit: how much and how, a last look, and what became of it."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from pos.domain.money import Money
from pos.domain.people import Approval
from pos.domain.refusals import Refusal
from pos.domain.settlements import Payout, PayoutKind
from pos.domain.unit_days import UnitDay
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.ui.choosers import PaperPlaces
from pos.ui.kept_before import kept_before
from pos.ui.look.emblems import EmblemTiles
from pos.ui.look.panels import stacked
from pos.ui.look.theme import Colour
from pos.ui.look.words import Words
from pos.ui.messages import Message, Tone, told
from pos.ui.people.approval_sheet import ask_approval
from pos.ui.producers.payout_amount import AmountPage
from pos.ui.producers.payout_confirm import ConfirmPage, PayoutPlan
from pos.ui.producers.payout_result import PayoutResultPage
from pos.ui.producers.producers_saving import save_for
from pos.ui.producers.producers_sums import about_lines
from pos.ui.session import Session
from pos.ui.sheet import Sheet


class PayoutSheet(Sheet):
    """One payout to one unit. Trying again after trouble with the disk pays nothing twice."""

    paid = Signal(Payout)

    def __init__(self, window: QWidget, desk: Desk, session: Session, unit: UnitDay, places: PaperPlaces) -> None:
        title = desk.texts._("Pay %(unit)s") % {"unit": unit.row.name}
        super().__init__(window, title, desk.texts)
        self._desk, self._session, self._unit, self._places = desk, session, unit, places
        self._act_id = desk.act(session.exhibition.id).id
        self._approval: Approval | None = None
        self._approved: Money | None = None
        self._pages = QStackedWidget()
        self._amount = AmountPage(desk.texts)
        self._confirm = ConfirmPage(desk.texts)
        self._result = PayoutResultPage(desk.texts)
        self._fill()
        self._connect()

    def _fill(self) -> None:
        self.head.addWidget(EmblemTiles(60, [self._unit.row.emblem], most=1))
        words = stacked(gap=0)
        words.addWidget(Words(self.windowTitle(), 26, bold=True, lines=2))
        words.addWidget(Words(" · ".join(about_lines(self._unit.unit, self._desk.texts)), 16, tone=Colour.PIEDRA))
        words.addStretch(1)
        self.head.addLayout(words, 1)
        for page in (self._amount, self._confirm, self._result):
            self._pages.addWidget(page)
        self.body.addWidget(self._pages, 1)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter in the amount must press nothing else

    def _connect(self) -> None:
        self._amount.gone_on.connect(self._look_again)
        self._amount.approval_wanted.connect(self._ask_approval)
        self._confirm.confirmed.connect(self._pay)
        self._confirm.back_wanted.connect(self._back_to_amount)
        self._result.sheet_wanted.connect(self._save_sheet)
        self._result.done.connect(self.accept)
        for keys, slot in (("F12", self._press_money), ("Ctrl+P", self._press_sheet)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def start(self, kind: PayoutKind) -> None:
        """Propose the whole balance, and ask."""
        balance = self._desk.till.settling.balance(self._session.exhibition.id, self._unit.row.unit)
        self._amount.start(balance, kind, has_shift=self._session.shift is not None)
        self.ask()
        self._amount.take_focus()

    @property
    def message(self) -> str:
        """What the page's message says, empty where there is none."""
        page = self._pages.currentWidget()
        return page.message if isinstance(page, (AmountPage, ConfirmPage, PayoutResultPage)) else ""

    # --- one page after the other ----------------------------------------------------------------------------------

    def _ask_approval(self) -> None:
        texts, amount = self._desk.texts, self._amount.amount
        if amount is None:
            return
        values = {"unit": self._unit.row.name, "amount": texts.amount(amount.minor, amount.currency.digits)}
        why = texts._("Pay %(unit)s %(amount)s, more than it is owed") % values
        ask_approval(self, self._desk, self._session, why, lambda approval: self._take_approval(approval, amount))

    def _take_approval(self, approval: Approval, amount: Money) -> None:
        self._approval, self._approved = approval, amount
        self._look_again()

    def _look_again(self) -> None:
        amount, texts = self._amount.amount, self._desk.texts
        if amount is None:
            return
        if self._approved is not None and amount != self._approved:
            self._approval = self._approved = None
        try:
            covered = self._amount.kind is PayoutKind.TRANSFER or self._desk.producers_day.cash_covers(
                self._desk.settings.till, amount
            )
        except BooksUnavailable as trouble:
            self._amount.show_message(told(trouble, texts))
            return
        if not covered:
            self._amount.say_cash_short()
            return
        self._confirm.show_plan(self._plan(amount))
        self._pages.setCurrentWidget(self._confirm)
        self._confirm.take_focus()

    def _plan(self, amount: Money) -> PayoutPlan:
        person = self._session.person.name
        approver = self._approval.supervisor if self._approval and self._approval.supervisor != person else ""
        return PayoutPlan(
            amount=amount,
            kind=self._amount.kind,
            payer=person,
            approver=approver,
            receiver=self._unit.row.name,
            emblem=self._unit.row.emblem,
            members=[member.name for member in self._unit.unit.members],
            till=self._desk.settings.till,
        )

    def _back_to_amount(self) -> None:
        self._pages.setCurrentWidget(self._amount)
        self._amount.take_focus()

    def _pay(self) -> None:
        amount = self._amount.amount
        if amount is None:
            return
        act = replace(self._desk.act(self._session.exhibition.id), id=self._act_id)
        settling, unit, kind = self._desk.till.settling, self._unit.row.unit, self._amount.kind
        texts, paper = self._desk.texts, bool(self._desk.settings.printer)
        try:
            payout = settling.pay_out(act, unit, kind, amount, self._approval, paper=paper)
        except (Refusal, BooksUnavailable) as trouble:
            self._confirm.show_message(told(trouble, texts))
            return
        before = kept_before(payout, self._session.terms, texts, kind=kind, amount=amount.minor)
        self._show_result(payout, before)
        self.paid.emit(payout)

    def _show_result(self, payout: Payout, before: Message | None) -> None:
        """It is paid, even where the books can't be read just now to say how the unit stands."""
        texts, now = self._desk.texts, None
        try:
            now = self._desk.producers_day.unit(self._session.exhibition.id, self._day, self._unit.row.unit)
        except (Refusal, BooksUnavailable) as trouble:
            before = before or replace(told(trouble, texts), tone=Tone.WARN)
        self._result.show_payout(payout, now)
        if before is not None:
            self._result.show_message(before)
        self._pages.setCurrentWidget(self._result)
        self._result.take_focus()

    @property
    def _day(self) -> date | None:
        return self._unit.day

    def _save_sheet(self) -> None:
        message = save_for(self, self._desk, self._session, self._unit.row.unit, self._places)
        if message is not None:
            self._result.show_message(message)
        self._result.take_focus()

    def _press_money(self) -> None:
        if self._pages.currentWidget() is self._amount:
            self._amount.go_on()
        elif self._pages.currentWidget() is self._confirm:
            self._confirm.press_pay()

    def _press_sheet(self) -> None:
        if self._pages.currentWidget() is self._result:
            self._result.press_sheet()
