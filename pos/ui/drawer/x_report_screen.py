"""The open shift read without closing it, as a calm sheet: what was sold, how it was paid, what the drawer did.

What the drawer must hold is shown to a supervisor alone: whoever counts it at the end counts blind (docs/domain.md,
"Shift and close").
"""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from pos.domain.money import Money
from pos.domain.people import Approval
from pos.domain.refusals import Refusal
from pos.domain.shift_figures import ShiftSoFar, Taking
from pos.domain.tenders import TenderKind
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.ui.amounts.money_names import NAMES
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.icons import icon_label
from pos.ui.look.panels import Slot, in_a_row, panel, rule, stacked
from pos.ui.look.theme import MARGIN, Colour
from pos.ui.look.words import Amount, Words
from pos.ui.messages import Message, MessageBar, told
from pos.ui.people.approval_sheet import ask_approval
from pos.ui.returning.receipt_search_rows import TENDER_ICONS, TENDER_WORDS
from pos.ui.screen import Screen
from pos.ui.session import Session

Row = tuple[str, str]
"""A label and its figure."""

HIDDEN = "•••"
"""Stands for a figure that only a supervisor sees."""


class XReportScreen(Screen):
    """Three panels. `print_wanted` carries the figures as they stood when they were read."""

    print_wanted = Signal(ShiftSoFar)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._texts = texts = desk.texts
        self._session: Session | None = None
        self._shift: ShiftSoFar | None = None
        self._all_seen = False
        self._title = Words(pixels=26, bold=True)
        self._about = Words(pixels=17, tone=Colour.PIEDRA)
        self._message = MessageBar()
        self._panels = Slot()
        self._back = ActionButton(texts._("Back"), "arrow-left", "Esc", height=72)
        self._see = ActionButton(texts._("See what there must be"), "eye", height=72)
        self._print = ActionButton(texts._("Print the X"), "printer", "F12", kind=Kind.INK, pixels=24, height=72)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._build()
        self._connect()

    def _build(self) -> None:
        column = stacked(self, margins=(MARGIN, MARGIN, MARGIN, MARGIN), gap=MARGIN)
        head = stacked(gap=2)
        head.addWidget(self._title)
        head.addWidget(self._about)
        column.addLayout(head)
        column.addWidget(self._message)
        column.addWidget(self._panels, 1)
        foot = in_a_row(gap=MARGIN)
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self._see)
        foot.addWidget(self._print)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self._see.clicked.connect(lambda: self._with_supervisor(self._see_all))
        self._print.clicked.connect(lambda: self._with_supervisor(self._send))
        for keys, button in (("Esc", self._back), ("F12", self._print), ("Ctrl+P", self._print)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)

    # --- showing -------------------------------------------------------------------------------------------------

    def start(self, session: Session) -> None:
        """Read the open shift and show it."""
        self._session, self._shift = session, None
        self._all_seen = session.person.role.may_approve
        self._message.clear()
        self._print.setEnabled(False)
        self._see.hide()
        self._title.say(self._texts._("X report"))
        self._about.say("")
        self._panels.put(QWidget())
        try:
            self._shift = self._desk.till.shifts.so_far(self._desk.settings.till, session.exhibition.id)
        except (Refusal, BooksUnavailable) as trouble:
            self.show_message(told(trouble, self._texts))
        else:
            self._show_shift(self._shift, session)

    def show_message(self, message: Message) -> None:
        self._message.show_message(message)

    @property
    def message(self) -> str:
        return self._message.words

    def _show_shift(self, shift: ShiftSoFar, session: Session) -> None:
        self._print.setEnabled(bool(self._desk.settings.printer))
        self._see.setVisible(not self._all_seen)
        self._title.say(self._texts._("X report of shift %(number)s") % {"number": shift.number})
        local_time = session.exhibition.local_time
        since = self._texts.time(local_time(shift.opened.stamp.at))
        now = self._texts.time(local_time(self._desk.clock.now()))
        values = {"till": shift.opened.stamp.till, "cashier": shift.opened.cashier, "since": since, "now": now}
        self._about.say(self._texts._("Till %(till)s · %(cashier)s · from %(since)s to %(now)s") % values)
        panels = QWidget()
        row = in_a_row(panels, gap=MARGIN)
        row.addWidget(self._sold(shift), 10)
        row.addWidget(self._paid(shift), 10)
        row.addWidget(self._drawer(shift, session), 13)
        self._panels.put(panels)

    def _sold(self, shift: ShiftSoFar) -> QFrame:
        _ = self._texts._
        back = _("Came back, %(count)s") % {"count": shift.returned} if shift.returned else _("Came back")
        rows = [
            (_("First receipt"), shift.first_receipt or "–"),
            (_("Last receipt"), shift.last_receipt or "–"),
            (_("Sales"), self._texts.amount(shift.sales, 0)),
            (_("Voided sales"), self._texts.amount(shift.voids, 0)),
            (_("Pieces"), self._texts.amount(shift.pieces, 0)),
            (_("Sold"), self._money(shift.gross)),
            (back, self._money(-shift.returns)),
        ]
        frame, column = self._panel(_("What was sold"))
        column.addWidget(self._rows(rows), 1)
        column.addWidget(rule("strong"))
        head = in_a_row()
        head.addWidget(Words(_("Net"), 20, bold=True))
        symbol = self._texts.symbol(shift.net.currency.code)
        head.addWidget(Words(symbol, 20, bold=True, align=Qt.AlignmentFlag.AlignRight), 1)
        column.addLayout(head)
        column.addWidget(Amount(46, self._money(shift.net)))
        return frame

    def _paid(self, shift: ShiftSoFar) -> QFrame:
        frame, column = self._panel(self._texts._("How it was paid"))
        base = shift.net.currency.code
        inside = QWidget()
        takings = stacked(inside)
        for taking in shift.tenders:
            takings.addLayout(self._taking_row(taking, base))
            takings.addWidget(rule())
        if not shift.tenders:
            takings.addWidget(Words(self._texts._("Nobody paid yet."), 17, tone=Colour.PIEDRA))
        takings.addStretch(1)
        column.addWidget(_scrolled(inside), 1)
        if shift.rounding:
            rounding = self._texts._("Rounding in cash: %(amount)s") % {"amount": self._money(shift.rounding)}
            column.addWidget(Words(rounding, 16, tone=Colour.PIEDRA))
        return frame

    def _taking_row(self, taking: Taking, base: str) -> QHBoxLayout:
        seen = self._all_seen or taking.kind != TenderKind.CASH
        row = in_a_row(margins=(0, 6, 0, 6), gap=12)
        foreign = taking.currency != base
        names = NAMES[taking.currency]
        row.addWidget(icon_label(names.icon if foreign else TENDER_ICONS[taking.kind], 28))
        words = stacked(gap=0)
        words.addWidget(Words(self._texts._(names.name if foreign else TENDER_WORDS[taking.kind]), 18, bold=True))
        count = self._texts.ngettext("%(n)s payment", "%(n)s payments", taking.count)
        words.addWidget(Words(count % {"n": self._texts.amount(taking.count, 0)}, 16, tone=Colour.PIEDRA))
        row.addLayout(words, 1)
        sums = stacked(gap=0)
        sums.addWidget(Amount(22, self._money(taking.amount) if seen else HIDDEN))
        if foreign and seen:
            worth = f"{self._texts.symbol(base)} {self._money(taking.base)}"
            sums.addWidget(Amount(16, worth, tone=Colour.PIEDRA, bold=False))
        row.addLayout(sums, 1)
        return row

    def _drawer(self, shift: ShiftSoFar, session: Session) -> QFrame:
        _ = self._texts._
        frame, column = self._panel(_("The drawer"))
        column.addWidget(self._rows(list(self._drawer_rows(shift, session))), 1)
        column.addWidget(rule("strong"))
        for code, amount in shift.expected.items():
            row = in_a_row()
            row.addWidget(Words(_("There must be"), 20, bold=True))
            row.addWidget(Words(self._texts.symbol(code), 20, bold=True))
            row.addWidget(Amount(30, self._money(amount) if self._all_seen else HIDDEN), 1)
            column.addLayout(row)
        if not self._all_seen:
            hint = _("Only a supervisor sees it: the drawer is counted blind.")
            column.addWidget(Words(hint, 16, tone=Colour.PIEDRA, lines=2))
        return frame

    def _drawer_rows(self, shift: ShiftSoFar, session: Session) -> Iterator[Row]:
        _ = self._texts._
        for code, amount in shift.opening_float.items():
            yield (
                _("There was at the opening, %(currency)s") % {"currency": self._texts.symbol(code)},
                self._money(amount),
            )
        if self._all_seen:
            yield _("Cash sales less change"), self._money(shift.sales_cash)
            for taking in shift.tenders:
                if taking.kind == TenderKind.CASH and taking.currency != shift.net.currency.code:
                    foreign = _("Cash sales, %(currency)s") % {"currency": self._texts.symbol(taking.currency)}
                    yield foreign, self._money(taking.amount)
            yield _("Given back for returns"), self._money(-shift.refunds_cash)
        for reason, amount in shift.cash_in:
            yield _("In: %(reason)s") % {"reason": reason}, self._money(amount)
        for reason, amount in shift.cash_out:
            yield _("Out: %(reason)s") % {"reason": reason}, self._money(-amount)
        for unit, amount in shift.advances:
            yield _("Advance: %(name)s") % {"name": session.terms.unit(unit).name}, self._money(-amount)
        for unit, amount in shift.payouts:
            yield _("Payment: %(name)s") % {"name": session.terms.unit(unit).name}, self._money(-amount)
        if shift.drawer_openings:
            yield _("Opened with no sale"), self._texts.amount(shift.drawer_openings, 0)

    def _panel(self, title: str) -> tuple[QFrame, QVBoxLayout]:
        frame = panel()
        column = stacked(frame, margins=(18, 14, 18, 14), gap=8)
        column.addWidget(Words(title, 20, bold=True))
        column.addWidget(rule("strong"))
        return frame, column

    def _rows(self, rows: Sequence[Row]) -> QScrollArea:
        inside = QWidget()
        column = stacked(inside, gap=10)
        for label, figure in rows:
            line = in_a_row(gap=12)
            line.addWidget(Words(label, 17, lines=2), 1)
            amount = Amount(18, figure)
            amount.setMinimumWidth(amount.sizeHint().width() + 2)
            line.addWidget(amount)
            column.addLayout(line)
        column.addStretch(1)
        return _scrolled(inside)

    def _money(self, amount: Money) -> str:
        return self._texts.amount(amount.minor, amount.currency.digits)

    # --- answering -----------------------------------------------------------------------------------------------

    def _with_supervisor(self, then: Callable[[], None]) -> None:
        """At once where all may be seen, else once a supervisor has said so."""
        if self._session is None or self._shift is None:
            return
        if self._all_seen:
            then()
            return

        def approved(_: Approval) -> None:
            self._see_all()
            then()

        why = self._texts._("See what the drawer must hold before it is counted.")
        ask_approval(self.window(), self._desk, self._session, why, approved)

    def _see_all(self) -> None:
        self._all_seen = True
        if self._shift is not None and self._session is not None:
            self._show_shift(self._shift, self._session)

    def _send(self) -> None:
        self.print_wanted.emit(self._shift)


def _scrolled(inside: QWidget) -> QScrollArea:
    """What may be higher than its panel."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
