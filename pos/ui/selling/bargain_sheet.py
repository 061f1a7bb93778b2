"""Agreeing on a price with the buyer: the list price, the agreed one, how far down it may go, and who may go lower."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pos.domain.basket import BasketLine
from pos.domain.money import Currency, Money
from pos.domain.people import Approval
from pos.services.desk import Desk
from pos.ui.amounts.figure_entry import FigureBox
from pos.ui.amounts.money_names import short_figure
from pos.ui.amounts.pad_sheet import ChoiceButton, PadSheet
from pos.ui.look.panels import FigureRow
from pos.ui.people.approval_sheet import ask_approval
from pos.ui.selling.floor_bar import FloorBar
from pos.ui.session import Session

QUICK = 4
"""Quick prices under the figure."""
_LEAST_WITHOUT_FLOOR = 75
"""Percent of the list price down to which quick prices go where the product has no floor."""


class BargainSheet(PadSheet):
    """The price of one piece. Under the floor its button calls the supervisor."""

    agreed = Signal(Money, object)
    """The price of a piece, and the `Approval` where it is under the floor, else None."""
    list_wanted = Signal()
    """Back to the list price."""

    def __init__(self, window: QWidget, desk: Desk, session: Session, line: BasketLine) -> None:
        super().__init__(window, desk, desk.texts._("Bargain"))
        self._session = session
        self._money: Currency = session.exhibition.currency
        self._line = line
        floor = line.product.floor_in(self._money.code)
        self._floor = floor.minor if floor is not None else None
        self._quick = quick_prices(line.list_price, self._floor, self._money)
        under = self.texts._("per piece, %(currency)s") % {"currency": self.texts.symbol(self._money.code)}
        self._box = FigureBox(self.texts._("Agreed price"), under)
        self._bar = FloorBar(line.list_price, self._floor, self._money.digits, self.texts)
        self._buttons = [ChoiceButton() for _ in self._quick]
        self._fill()
        self.typed.set(self._plain(line.unit_price), self._money.digits)
        self.other.say(self.texts._("Back to the list price"))
        self.other.setEnabled(line.unit_price != line.list_price)
        self.other.clicked.connect(self._to_list)
        self.answer.clicked.connect(self._answer)
        self.show_figure()

    def _fill(self) -> None:
        self.head_with_product(self._line.product, self._session.terms)
        row = FigureRow(self.texts._("List price"), 20, 26)
        row.say(self._amount(self._line.list_price))
        row.setFixedHeight(42)
        self.side.addWidget(row)
        self.side.addSpacing(8)
        self.side.addWidget(self._box)
        self.side.addSpacing(10)
        self.side.addStretch(1)
        self.side.addWidget(self._bar)
        self.side.addSpacing(10)
        self.side.addStretch(2)
        for button, price in zip(self._buttons, self._quick, strict=True):
            button.say(short_figure(price, self._money, self.texts))
            button.setAccessibleName(self._amount(price))
            button.clicked.connect(lambda _=False, price=price: self._set(price))
        self.side.addLayout(self.choices(self._buttons))

    def show_figure(self) -> None:
        price = self._price
        under = self._is_under
        self._box.say(self.typed.shown(self.texts), bad=under)
        self._bar.show_price(price)
        for button, quick in zip(self._buttons, self._quick, strict=True):
            button.setChecked(quick == price)
        if under:
            self.answer.say(self.texts.pgettext("button", "Call the supervisor"), "lock")
        else:
            self.answer.say(self.texts._("Put %(price)s") % {"price": self._amount(price)}, "check")

    @property
    def _price(self) -> int:
        return Money.read(self.typed.plain, self._money).minor

    @property
    def _is_under(self) -> bool:
        return self._line.product.is_under_floor(Money(self._price, self._money))

    def _set(self, price: int) -> None:
        self.typed.set(self._plain(price))
        self.show_figure()

    def _answer(self) -> None:
        if not self._is_under:
            self._agree(None)
            return
        why = self.texts._("%(price)s for a piece, under the floor of %(floor)s") % {
            "price": self._amount(self._price),
            "floor": self._amount(self._floor or 0),
        }
        ask_approval(self, self._desk, self._session, why, self._agree)

    def _agree(self, approval: Approval | None) -> None:
        price = Money(self._price, self._money)
        self.accept()
        self.agreed.emit(price, approval)

    def _to_list(self) -> None:
        self.accept()
        self.list_wanted.emit()

    def _plain(self, minor: int) -> str:
        return str(Money(minor, self._money))

    def _amount(self, minor: int) -> str:
        return self.texts.amount(minor, self._money.digits)


def quick_prices(listed: int, floor: int | None, money: Currency) -> tuple[int, ...]:
    """Up to four prices under the list price, down to the floor, that spare small change: the roundest there are.

    All are multiples of the same step, the largest of 1, 2 and 5 times a power of ten that gives four of them.
    """
    least = floor if floor is not None else listed * _LEAST_WITHOUT_FLOOR // 100
    best: tuple[int, ...] = ()
    for step in rounding_steps(listed, money.cash_step):
        first = (listed - 1) // step * step
        found = tuple(price for price in range(first, first - QUICK * step, -step) if price >= max(least, 1))
        if len(found) >= len(best):
            best = found
    return best


def rounding_steps(most: int, least: int) -> list[int]:
    """1, 2 and 5 times the powers of ten, up to `most`, that cash can pay: multiples of its smallest step."""
    steps, power = [], 1
    while power <= most:
        steps += [step for step in (power, 2 * power, 5 * power) if step % least == 0]
        power *= 10
    return steps
