"""One unit's account at the right of the producers' table: its best products, its sums, and what is to be paid."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller

from pos.domain.settlements import PayoutKind
from pos.domain.unit_days import UnitDay
from pos.services.cataloguing import Terms
from pos.services.desk import Desk
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.panels import in_a_row, rule, stacked
from pos.ui.look.theme import Colour
from pos.ui.look.words import Amount, Words
from pos.ui.producers.producers_account import account
from pos.ui.producers.producers_choice import Answer, Choice
from pos.ui.producers.producers_head import UnitHead
from pos.ui.producers.producers_sums import about_lines, to_pay_label, why_not_paid

WIDTH, NARROW_WIDTH = 316, 280
_LOW = 620
"""Under so many pixels of height everything is smaller."""


class _Middle(QScrollArea):
    """What is filled anew for each height."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class UnitPanel(QFrame):
    """Shows one unit; how it is paid stays as it was chosen from one unit to the next."""

    pay_wanted = Signal()
    large_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._texts = desk, desk.texts
        self._unit: UnitDay | None = None
        self._terms: Terms | None = None
        self._has_shift = False
        self._head = UnitHead(self._texts._("Show %(unit)s its account in pictures"))
        self._middle = _Middle()
        self._label = Words(pixels=18, bold=True)
        self._symbol = Words(pixels=18, bold=True, align=Qt.AlignmentFlag.AlignRight)
        self._balance = Amount(50)
        self._how = Choice(
            self._texts._("How it is paid"),
            [
                Answer(PayoutKind.CASH, self._texts._("Cash"), "cash"),
                Answer(PayoutKind.TRANSFER, self._texts.pgettext("payout", "Bank"), "bank"),
            ],
            equal=True,
        )
        self._pay = ActionButton(self._texts._("Pay"), "advance", "F12", kind=Kind.MONEY, pixels=28, height=84)
        self._build()
        self._middle.resized.connect(self._fill)
        self._head.clicked.connect(self.large_wanted)
        self._pay.clicked.connect(self.pay_wanted)

    def _build(self) -> None:
        self.setProperty("panel", "plain")
        column = stacked(self, margins=(16, 14, 16, 14), gap=0)
        column.addWidget(self._head)
        column.addSpacing(8)
        self._middle.setWidgetResizable(True)
        self._middle.setFrameShape(QFrame.Shape.NoFrame)
        self._middle.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._middle.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        QScroller.grabGesture(self._middle.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        column.addWidget(self._middle, 1)
        column.addWidget(rule("strong"))
        column.addSpacing(8)
        line = in_a_row(gap=8)
        line.addWidget(self._label)
        line.addWidget(self._symbol, 1)
        column.addLayout(line)
        column.addWidget(self._balance)
        column.addSpacing(10)
        column.addWidget(self._how)
        column.addSpacing(10)
        column.addWidget(self._pay)

    @property
    def kind(self) -> PayoutKind:
        """How it is to be paid."""
        return PayoutKind(self._how.value)

    def show_unit(self, unit: UnitDay, terms: Terms, *, has_shift: bool) -> None:
        """Show this unit; without a shift there is no drawer to pay cash from."""
        opened = has_shift and not self._has_shift
        self._unit, self._terms, self._has_shift = unit, terms, has_shift
        self._head.show_unit(unit.row.emblem, unit.row.name, about_lines(unit.unit, self._texts))
        self._label.say(to_pay_label(unit, self._texts))
        money = unit.row.balance.currency
        self._symbol.say(self._texts.symbol(money.code))
        owes = unit.row.balance.minor < 0
        self._balance.say(
            self._texts.amount(abs(unit.row.balance.minor), money.digits), Colour.TEJA if owes else Colour.NOCHE
        )
        self._how.allow(PayoutKind.CASH, allowed=has_shift)
        if not has_shift:
            self._how.choose(PayoutKind.TRANSFER)
        elif opened:  # by bank was nobody's choice, there was no drawer
            self._how.choose(PayoutKind.CASH)
        why = why_not_paid(unit, self._texts)
        self._pay.setEnabled(not why)
        self._pay.say(why or self._texts._("Pay"))
        self._fill()

    def press_pay(self) -> None:
        """Do as if the button was touched."""
        if self._pay.isEnabled():
            self._pay.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < _LOW
        self._head.make_low(low=low)
        self._balance.resize_figure(40 if low else 50)
        self._pay.setMinimumHeight(64 if low else 84)

    def _fill(self) -> None:
        if self._unit is None or self._terms is None:
            return
        self._middle.setWidget(account(self._unit, self._desk, self._terms, self._middle.size()))
