"""The sale as the buyer watches it grow: the newest product large, those before it in lines, the total beside them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from pos.domain.basket import Basket, BasketLine
from pos.domain.exhibitions import Exhibition
from pos.domain.tenders import Tender, exact_cash, still_due
from pos.services.cataloguing import Terms
from pos.texts import N_
from pos.ui.amounts.money_names import NAMES, rate_figure
from pos.ui.display.customer_makers import Workshops
from pos.ui.display.customer_words import BuyerRow, BuyerWords, Scale
from pos.ui.look.emblems import EmblemTiles
from pos.ui.look.panels import in_a_row, rule, stacked
from pos.ui.look.photos import PhotoBox
from pos.ui.look.theme import Colour, text_width
from pos.ui.look.words import Amount, Words
from pos.ui.selling.yapa_tag import YapaTag

MOST_WORTHS = 3
"""Foreign currencies that the total is told in."""


class NewestLine(QFrame):
    """What was scanned last, as large as can be: photo, name, maker, price."""

    def __init__(self, folder: Path, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self.setProperty("panel", "plain")
        side = scale(236)
        self.setFixedHeight(side + 2)
        self._photo = PhotoBox(folder, QSize(side, side))
        self._name = Words(pixels=scale(36), bold=True, lines=2)
        self._other = Words(pixels=scale(20), tone=Colour.PIEDRA)
        self._yapa = YapaTag("", scale(26))
        self._amount = Amount(scale(36))
        self._emblems = EmblemTiles(12 * max(1, scale(72) // 12))
        self._maker = Words(pixels=scale(22), bold=True, lines=2)
        self._from = Words(pixels=scale(22))
        row = in_a_row(self, margins=(1, 1, scale(24), 1), gap=scale(24))
        row.addWidget(self._photo)
        row.addLayout(self._build_words(), 1)

    def _build_words(self) -> QVBoxLayout:
        words = stacked(gap=self._scale(6))
        words.addSpacing(self._scale(14))
        head = in_a_row(gap=self._scale(12))
        head.addWidget(self._name, 1)
        head.addWidget(self._yapa, alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._amount, alignment=Qt.AlignmentFlag.AlignTop)
        words.addLayout(head)
        words.addWidget(self._other)
        words.addStretch(1)
        foot = in_a_row(gap=self._scale(16))
        foot.addWidget(self._emblems)
        names = stacked(gap=0)
        names.addStretch(1)
        names.addWidget(self._maker)
        names.addWidget(self._from)
        names.addStretch(1)
        foot.addLayout(names, 1)
        words.addLayout(foot)
        words.addSpacing(self._scale(18))
        return words

    def show_line(self, line: BasketLine, digits: int, terms: Terms, words: BuyerWords) -> None:
        """Show this line."""
        units = [terms.unit(maker.unit) for maker in line.product.makers]
        emblems = [terms.emblems[unit.id] for unit in units]
        main = words.main
        self._photo.show_product(line.product, emblems)
        self._name.say(words.name(dict(line.product.name)))
        self._yapa.setText(main._("YAPA"))
        self._yapa.setVisible(line.yapa)
        self._yapa.updateGeometry()
        self._amount.say(main.amount(line.amount, digits))
        self._amount.setVisible(not line.yapa)
        self._emblems.show_emblems(emblems)
        several = main.ngettext("%(n)s workshop", "%(n)s workshops", len(units)) % {"n": main.amount(len(units), 0)}
        self._maker.say(units[0].name if len(units) == 1 else several)
        self._from.say(units[0].community if len(units) == 1 else "")
        # A name that takes two lines has the place's line too.
        room = max(self._maker.width(), self._scale(280))
        long = text_width(self._maker.text(), self._scale(22), bold=True) > room
        self._from.setVisible(bool(self._from.text()) and not long)
        self._other.say(self._second(line, digits, words))
        makers = main.join([unit.name for unit in units])
        self.setAccessibleName(f"{self._name.text()}, {makers}")

    def _second(self, line: BasketLine, digits: int, words: BuyerWords) -> str:
        """Under the name: that it is a gift, or its name in the second language and what each piece costs."""
        if line.yapa:
            return words.both(N_("A gift for you"))
        parts = []
        second = dict(line.product.name).get(words.second.language, "")
        if second and second != self._name.text():
            parts.append(second)
        if line.qty > 1:
            parts.append(f"{line.qty} × {words.main.amount(line.unit_price, digits)}")
        return " · ".join(parts)


class BuyerLine(QFrame):
    """A line before the newest one."""

    def __init__(self, folder: Path, scale: Scale) -> None:
        super().__init__()
        self.setFixedHeight(scale(88))
        self._photo = PhotoBox(folder, QSize(scale(84), scale(66)))
        self._qty = Amount(scale(28), tone=Colour.PIEDRA)
        self._qty.setFixedWidth(scale(80))
        self._name = Words(pixels=scale(24), lines=2)
        self._yapa = YapaTag("", scale(20))
        self._amount = Amount(scale(28))
        column = stacked(self, gap=0)
        row = in_a_row(gap=scale(14))
        row.addWidget(self._photo)
        row.addWidget(self._qty)
        row.addWidget(self._name, 1)
        row.addWidget(self._yapa)
        row.addWidget(self._amount)
        column.addLayout(row, 1)
        self._rule = rule()
        column.addWidget(self._rule)

    def show_line(self, line: BasketLine, digits: int, terms: Terms, words: BuyerWords) -> None:
        """Show this line."""
        emblems = [terms.emblems[maker.unit] for maker in line.product.makers]
        self._photo.show_product(line.product, emblems)
        self._qty.say(f"{words.main.amount(line.qty, 0)} ×")
        self._name.say(words.name(dict(line.product.name)))
        self._yapa.setText(words.main._("YAPA"))
        self._yapa.setVisible(line.yapa)
        self._amount.say(words.main.amount(line.amount, digits))
        self._amount.setVisible(not line.yapa)
        self.setAccessibleName(f"{self._qty.text()} {self._name.text()}, {self._amount.text()}")


class BuyerLines(QWidget):
    """The newest line, and as many of the others as have room."""

    def __init__(self, folder: Path, scale: Scale) -> None:
        super().__init__()
        self._folder, self._scale = folder, scale
        self._newest = NewestLine(folder, scale)
        self._rows: list[BuyerLine] = []
        self._more = Words(pixels=scale(22), tone=Colour.PIEDRA)
        self._shown: tuple[Basket, int, Terms, BuyerWords] | None = None
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = stacked(self, margins=(scale(34), scale(22), scale(30), scale(16)), gap=0)
        self._column.addWidget(self._newest)
        self._column.addSpacing(scale(12))
        self._column.addWidget(self._more)
        self._column.addStretch(1)

    def show_basket(self, basket: Basket, newest: int, terms: Terms, words: BuyerWords) -> None:
        """Show a basket, the line at `newest` large."""
        self._shown = basket, newest, terms, words
        digits = basket.currency.digits
        self._newest.show_line(basket.lines[newest], digits, terms, words)
        others = [line for place, line in enumerate(basket.lines) if place != newest][::-1]
        room = max(0, (self.height() - self._newest.height() - self._scale(54)) // self._scale(88))
        shown = others if len(others) <= room else others[: max(0, room - 1)]
        while len(self._rows) < len(shown):
            self._rows.append(BuyerLine(self._folder, self._scale))
            self._column.insertWidget(1 + len(self._rows), self._rows[-1])
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(shown))
            if place < len(shown):
                row.show_line(shown[place], digits, terms, words)
        left = len(others) - len(shown)
        self._more.say(words.both(N_("and %(n)d more")) % {"n": left})
        self._more.setVisible(left > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown is not None:
            self.show_basket(*self._shown)


class BuyerTotal(QFrame):
    """What it comes to, in the currencies that the stall takes; what was paid of it; who made it."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self._title = BuyerRow(scale(32), bold=True)
        self._total = Amount(scale(124))
        self._pieces = Words(pixels=scale(26), tone=Colour.PIEDRA)
        self._discount, self._received, self._rest = (BuyerRow(scale(26)) for _ in range(3))
        self._worths = [BuyerRow(scale(26)) for _ in range(MOST_WORTHS)]
        self._workshops = Workshops(scale)
        self._where = Words(pixels=scale(20), tone=Colour.PIEDRA, lines=2)
        column = stacked(self, margins=(scale(44), scale(30), scale(44), scale(28)), gap=scale(8))
        line = QLabel()
        line.setFixedHeight(max(2, scale(3)))
        line.setStyleSheet(f"background: {Colour.NOCHE}")
        rows = (self._title, self._total, line, self._pieces, self._discount, self._received, self._rest)
        for row in (*rows, *self._worths):
            column.addWidget(row)
        column.addStretch(1)
        column.addWidget(self._workshops)
        column.addSpacing(scale(10))
        column.addWidget(self._where)

    def show_basket(self, basket: Basket, exhibition: Exhibition, terms: Terms, words: BuyerWords) -> None:
        """Show what a basket comes to."""
        main, digits = words.main, basket.currency.digits
        self._title.say(main._("Total"), main.symbol(basket.currency.code))
        self._total.say(main.amount(basket.due, digits))
        pieces = sum(line.qty for line in basket.lines)
        self._pieces.say(main.ngettext("%(n)d piece", "%(n)d pieces", pieces) % {"n": pieces})
        off = basket.discount_amount
        self._discount.say(words.both(N_("Discount")), main.amount(-off, digits))
        self._discount.setVisible(bool(off))
        units = list(dict.fromkeys(maker.unit for line in basket.lines for maker in line.product.makers))
        self._workshops.show_units(units, terms, words)
        place = ", ".join(part for part in (exhibition.name, exhibition.city) if part)
        self._where.say(f"{terms.network.name} · {place}")
        self._pieces.show()
        for row in (self._received, self._rest):
            row.hide()
        self._show_worths(basket.due, exhibition, words)

    def show_payment(self, due: int, tenders: Sequence[Tender], exhibition: Exhibition, words: BuyerWords) -> None:
        """Show what was paid so far, and what is missing or goes back."""
        main, digits = words.main, exhibition.currency.digits
        self._total.say(main.amount(due, digits))
        given = sum(tender.value for tender in tenders)
        missing = still_due(due, tenders, exhibition)
        if not tenders:
            missing = sum(exact.amount for exact in exact_cash(due, exhibition))
        self._received.say(words.both(N_("Paid so far")), main.amount(given, digits))
        self._received.setVisible(bool(tenders))
        if tenders:
            self._pieces.hide()
            self._discount.hide()
        label = words.both(N_("Still to pay")) if missing > 0 else words.both(N_("Your change"))
        self._rest.say(label, main.amount(abs(missing), digits))
        self._rest.setVisible(bool(tenders) and missing != 0)
        self._show_worths(max(missing, 0), exhibition, words)

    def _show_worths(self, minor: int, exhibition: Exhibition, words: BuyerWords) -> None:
        """What so much would be in each foreign currency at the rate in force; nothing where nothing is left to pay."""
        crowded = not self._discount.isHidden() or not self._received.isHidden()
        most = MOST_WORTHS - 1 if crowded else MOST_WORTHS
        codes = exhibition.foreign_codes[:most] if minor > 0 else []
        rates = [exhibition.rates_of_exchange[code] for code in codes]
        for place, row in enumerate(self._worths):
            row.setVisible(place < len(rates))
            if place < len(rates):
                rate = rates[place]
                name = words.main._(NAMES[rate.foreign.code].name)
                values = {"currency": name, "rate": rate_figure(rate.rate, words.main)}
                worth = words.main.amount(rate.worth_in_foreign(minor), rate.foreign.digits)
                figure = f"{words.main.symbol(rate.foreign.code)} {worth}"
                row.say(words.main._("%(currency)s at %(rate)s") % values, figure)


class CustomerCart(QWidget):
    """The lines at the left, what they come to at the right."""

    def __init__(self, folder: Path, scale: Scale) -> None:
        super().__init__()
        self._lines, self._total = BuyerLines(folder, scale), BuyerTotal(scale)
        row = in_a_row(self, gap=0)
        row.addWidget(self._lines, 760)
        row.addWidget(self._total, 606)

    def show_basket(self, basket: Basket, newest: int, exhibition: Exhibition, terms: Terms, words: BuyerWords) -> None:
        """Show a basket that is not empty."""
        self._lines.show_basket(basket, newest, terms, words)
        self._total.show_basket(basket, exhibition, terms, words)

    def show_payment(self, due: int, tenders: Sequence[Tender], exhibition: Exhibition, words: BuyerWords) -> None:
        """Show what was paid so far."""
        self._total.show_payment(due, tenders, exhibition, words)
