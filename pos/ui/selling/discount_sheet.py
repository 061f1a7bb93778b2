"""Taking something off: the whole sale, by an amount, a percentage or down to a round total; or one line."""

from decimal import Decimal
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pos.domain.basket import Basket, BasketLine
from pos.domain.money import Currency, Money, percent_of, read_percent
from pos.domain.people import Approval
from pos.domain.refusals import BadPercent
from pos.domain.text import in_language
from pos.services.desk import Desk
from pos.ui.amounts.figure_entry import FigureBox
from pos.ui.amounts.money_names import short_figure
from pos.ui.amounts.pad_sheet import ChoiceButton, PadSheet
from pos.ui.look.panels import FigureRow
from pos.ui.people.approval_sheet import ask_approval
from pos.ui.selling.bargain_sheet import rounding_steps
from pos.ui.session import Session

OF_SALE, OF_LINE = (5, 10), (5, 10, 15, 20)
"""Percentages that are one touch away."""
ROUND_TOTALS = 2
_LEAST_STEP = 100
"""A round total is rounder than a hundredth of the total."""


_WHOLE = 100


class Way(StrEnum):
    """What is taken off from what."""

    AMOUNT = "amount"
    PERCENT = "percent"
    LINE = "line"


class DiscountSheet(PadSheet):
    """A discount in one of three ways; a line under its floor asks the supervisor."""

    sale_reduced = Signal(object)
    """`Money` or a `Decimal` percentage off the whole sale; None for no discount."""
    line_reduced = Signal(Decimal, object)
    """A percentage off the line, and the `Approval` where it goes under the floor, else None."""
    line_listed = Signal()
    """The line goes back to its list price."""

    def __init__(self, window: QWidget, desk: Desk, session: Session, basket: Basket, line: BasketLine | None) -> None:
        super().__init__(window, desk, desk.texts.pgettext("till", "Discount"))
        self._session = session
        self._basket = basket
        self._line = line if line is not None and not line.yapa else None
        self._money: Currency = session.exhibition.currency
        self._way = Way.AMOUNT
        self._ways = {way: ChoiceButton(18) for way in Way}
        self._before = FigureRow("", 20, 26)
        self._box = FigureBox("")
        self._after = FigureRow(self.texts._("Then to pay"), 20, 26)
        self._quick = [ChoiceButton() for _ in OF_LINE]
        self._totals = round_totals(basket.total, self._money)
        self._fill()
        self._begin()

    def _fill(self) -> None:
        _ = self.texts._
        under = _("On the whole sale")
        if self._line is not None:
            name = in_language(self._line.product.name, self.texts.language)
            under = _("On the whole sale, or on the line “%(name)s”") % {"name": name}
        self.head_with_words(self.texts.pgettext("till", "Discount"), under)
        symbol = self.texts.symbol(self._money.code)
        names = {Way.AMOUNT: _("Sale, in %(currency)s"), Way.PERCENT: _("Sale, in %%"), Way.LINE: _("Line, in %%")}
        for way, button in self._ways.items():
            button.say(names[way] % {"currency": symbol})
            button.setMaximumHeight(56)
            button.clicked.connect(lambda _=False, way=way: self._go_by(way))
        self._ways[Way.LINE].setEnabled(self._line is not None)
        self.side.addLayout(self.choices(list(self._ways.values())))
        self.side.addSpacing(12)
        for part in (self._before, self._box, self._after):
            if isinstance(part, FigureRow):
                part.setFixedHeight(42)
            self.side.addWidget(part)
        self.side.addStretch(1)
        self.side.addLayout(self.choices(self._quick))
        for place, button in enumerate(self._quick):
            button.clicked.connect(lambda _=False, place=place: self._take_quick(place))
        self.other.clicked.connect(self._remove)
        self.answer.clicked.connect(self._answer)

    def _begin(self) -> None:
        """Show the discount as it is now."""
        discount = self._basket.discount
        if isinstance(discount, Decimal):
            self._go_by(Way.PERCENT)
            self._set(f"{discount.normalize():f}")
        else:
            self._go_by(Way.AMOUNT)
            self._set(str(discount) if discount is not None else "")

    def _go_by(self, way: Way) -> None:
        _ = self.texts._
        self._way = way
        for one, button in self._ways.items():
            button.setChecked(one is way)
        symbol = self.texts.symbol(self._money.code)
        of_line = way is Way.LINE
        self._before.rename(_("List price") if of_line else _("Sum of the lines"))
        self._after.rename(_("Then the price") if of_line else _("Then to pay"))
        self._before.say(self._amount(self._whole))
        self._box.name(self.texts.pgettext("till", "Discount"), symbol if way is Way.AMOUNT else "%")
        self.typed.set("", self._money.digits if way is Way.AMOUNT else 2)
        sale = [self._percent(p) for p in OF_SALE]
        totals = [short_figure(total, self._money, self.texts) for total in self._totals]
        sale += [_("to %(total)s") % {"total": total} for total in totals]
        said = [self._percent(p) for p in OF_LINE] if of_line else sale
        for place, button in enumerate(self._quick):
            button.setVisible(place < len(said))
            button.say(said[place] if place < len(said) else "")
        self.other.say(_("Back to the list price") if of_line else _("No discount"))
        self.show_figure()

    # --- figures -------------------------------------------------------------------------------------------------

    def show_figure(self) -> None:
        off = self._off
        fits = off is not None and off <= self._whole
        self._box.say(self.typed.shown(self.texts), bad=not fits or self._is_under)
        self._after.say(self._amount(self._whole - (off or 0)) if fits else "–")
        for place, button in enumerate(self._quick):
            button.setChecked(bool(off) and off == self._quick_off(place))
        self._offer_answer(off if fits else None)
        if self._way is Way.LINE:
            self.other.setEnabled(self._line is not None and self._line.unit_price != self._line.list_price)
        else:
            self.other.setEnabled(self._basket.discount is not None)

    def _offer_answer(self, off: int | None) -> None:
        _ = self.texts._
        self.answer.setEnabled(bool(off))
        if off is None:
            self.answer.say(_("Too much"), "check")
        elif self._is_under:
            self.answer.say(self.texts.pgettext("button", "Call the supervisor"), "lock")
        else:
            self.answer.say(_("Take off %(amount)s") % {"amount": self._amount(off)}, "check")

    @property
    def _whole(self) -> int:
        """What it is taken off from, in minor units."""
        return self._line.list_price if self._way is Way.LINE and self._line else self._basket.total

    @property
    def _off(self) -> int | None:
        """What is taken off, in minor units; None for what is no percentage."""
        if self._way is Way.AMOUNT:
            return Money.read(self.typed.plain, self._money).minor
        percent = self._typed_percent
        return None if percent is None else percent_of(self._whole, percent) if percent else 0

    @property
    def _typed_percent(self) -> Decimal | None:
        """The percentage typed, 0 for nothing, None for more than there is."""
        plain = self.typed.plain
        if not plain.strip("0."):
            return Decimal(0)
        try:
            percent = read_percent(plain)
        except BadPercent:
            return None
        return percent if percent <= _WHOLE else None

    @property
    def _is_under(self) -> bool:
        """Whether the line would go under its floor."""
        if self._way is not Way.LINE or self._line is None or self._off is None:
            return False
        return self._line.product.is_under_floor(Money(self._whole - self._off, self._money))

    def _quick_off(self, place: int) -> int:
        """What the quick button at a place takes off."""
        percents = OF_LINE if self._way is Way.LINE else OF_SALE
        if place < len(percents):
            return percent_of(self._whole, Decimal(percents[place]))
        totals = self._totals[place - len(percents) :]
        return self._whole - totals[0] if totals else 0

    # --- acts ----------------------------------------------------------------------------------------------------

    def _take_quick(self, place: int) -> None:
        percents = OF_LINE if self._way is Way.LINE else OF_SALE
        if place < len(percents):
            if self._way is Way.AMOUNT:
                self._go_by(Way.PERCENT)
            self._set(str(percents[place]))
            return
        off = self._quick_off(place)
        self._go_by(Way.AMOUNT)
        self._set(str(Money(off, self._money)))

    def _set(self, text: str) -> None:
        self.typed.set(text)
        self.show_figure()

    def _answer(self) -> None:
        percent = self._typed_percent or Decimal(0)
        if self._way is Way.LINE:
            if self._is_under:
                why = self.texts._("%(percent)s off “%(name)s”, under its floor") % {
                    "percent": self._percent(self.typed.shown(self.texts)),
                    "name": in_language(self._line.product.name, self.texts.language) if self._line else "",
                }
                ask_approval(self, self._desk, self._session, why, lambda word: self._reduce_line(percent, word))
            else:
                self._reduce_line(percent, None)
            return
        off: Money | Decimal = percent if self._way is Way.PERCENT else Money(self._off or 0, self._money)
        self.accept()
        self.sale_reduced.emit(off)

    def _reduce_line(self, percent: Decimal, approval: Approval | None) -> None:
        self.accept()
        self.line_reduced.emit(percent, approval)

    def _remove(self) -> None:
        self.accept()
        if self._way is Way.LINE:
            self.line_listed.emit()
        else:
            self.sale_reduced.emit(None)

    def _percent(self, number: int | str) -> str:
        return self.texts.rate(number * 100) if isinstance(number, int) else f"{number} %"

    def _amount(self, minor: int) -> str:
        return self.texts.amount(minor, self._money.digits)


def round_totals(total: int, money: Currency) -> tuple[int, ...]:
    """The round totals just under a total, the nearest first: what is left when the small change is let go."""
    found: list[int] = []
    for step in rounding_steps(total, money.cash_step):
        rounded = (total - 1) // step * step
        if step * _LEAST_STEP >= total and rounded > 0 and rounded not in found:
            found.append(rounded)
    return tuple(found[:ROUND_TOTALS])
