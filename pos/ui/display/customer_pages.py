"""The buyer's screen besides the sale itself: the welcome, the QR to be read, the change and the thanks."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QWidget

from pos.domain.denominations import made_up_of
from pos.domain.exhibitions import Exhibition
from pos.domain.money import currency
from pos.domain.products import Product
from pos.domain.sales import Sale
from pos.domain.text import in_language
from pos.services.cataloguing import Terms
from pos.texts import N_
from pos.ui.amounts.money_pictures import HandBack
from pos.ui.display.customer_makers import Workshops
from pos.ui.display.customer_words import FIRST, SHOWN_PRODUCTS, BuyerRow, BuyerWords, Scale, TwoLines
from pos.ui.look.panels import in_a_row, panel, rule, stacked
from pos.ui.look.photos import PhotoBox
from pos.ui.look.qr_picture import QrPicture
from pos.ui.look.theme import Colour
from pos.ui.look.words import Amount, Words

_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class WelcomePage(QWidget):
    """While nothing is being sold: who sells here, at which fair, and three things that they make."""

    def __init__(self, folder: Path, scale: Scale) -> None:
        super().__init__()
        self._network = Words(pixels=scale(62), bold=True, lines=2, align=_MIDDLE)
        self._where = Words(pixels=scale(30), tone=Colour.PIEDRA, lines=2, align=_MIDDLE)
        self._welcome = TwoLines(scale(30), align=_MIDDLE)
        size = QSize(scale(380), scale(300))
        self._photos = [PhotoBox(folder, size) for _ in range(SHOWN_PRODUCTS)]
        self._names = [Words(pixels=scale(22), bold=True, align=_MIDDLE) for _ in range(SHOWN_PRODUCTS)]
        self._makers = [Words(pixels=scale(20), tone=Colour.PIEDRA, align=_MIDDLE) for _ in range(SHOWN_PRODUCTS)]
        column = stacked(self, margins=(scale(34), scale(30), scale(34), scale(26)), gap=scale(8))
        column.addStretch(1)
        column.addWidget(self._network)
        column.addWidget(self._where)
        column.addStretch(2)
        row = in_a_row(gap=scale(28))
        row.addStretch(1)
        for photo, name, maker in zip(self._photos, self._names, self._makers, strict=True):
            below = stacked(gap=scale(4))
            below.addWidget(photo)
            for words in (name, maker):
                words.setFixedWidth(size.width())
                below.addWidget(words)
            row.addLayout(below)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        column.addWidget(self._welcome)
        column.addStretch(1)

    def show_stall(self, exhibition: Exhibition, products: Sequence[Product], terms: Terms, words: BuyerWords) -> None:
        """Welcome whoever comes by."""
        self._network.say(terms.network.name)
        self._where.say(" · ".join(part for part in (exhibition.name, exhibition.city) if part))
        self._welcome.say(words.main._("Welcome"), words.second._("Welcome"))
        for place, parts in enumerate(zip(self._photos, self._names, self._makers, strict=True)):
            there = place < len(products)
            for part in parts:
                part.setVisible(there)
            if there:
                product = products[place]
                units = [terms.unit(maker.unit) for maker in product.makers]
                self._photos[place].show_product(product, [terms.emblems[unit.id] for unit in units])
                self._names[place].say(in_language(product.name, words.main.language, FIRST))
                self._makers[place].say(words.main.join([unit.name for unit in units]))


class BuyerQrPage(QWidget):
    """The network's own QR, and the amount to type and compare."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._picture = QrPicture("")
        self._title, self._ask = TwoLines(scale(36)), TwoLines(scale(24))
        self._amount = Amount(scale(104))
        self._symbol = Words(pixels=scale(32), bold=True)
        self._where = Words(pixels=scale(24), tone=Colour.PIEDRA, lines=2)
        row = in_a_row(self, margins=(scale(34), scale(28), scale(44), scale(28)), gap=scale(44))
        frame = panel()
        inside = stacked(frame, margins=(scale(20), scale(20), scale(20), scale(20)))
        inside.addWidget(self._picture)
        self._frame = frame
        row.addWidget(frame, 700)
        column = stacked(gap=scale(14))
        column.addStretch(1)
        column.addWidget(self._title)
        column.addSpacing(scale(20))
        figure = in_a_row(gap=scale(16))
        figure.addWidget(self._symbol)
        figure.addWidget(self._amount, 1)
        column.addLayout(figure)
        column.addWidget(rule("strong"))
        column.addWidget(self._ask)
        column.addStretch(1)
        column.addWidget(self._where)
        row.addLayout(column, 588)

    def show_amount(self, amount: int, picture: QPixmap | None, exhibition: Exhibition, words: BuyerWords) -> None:
        """Ask for this amount; without a picture only the amount is shown, and the till shows the rest."""
        money, main = exhibition.currency, words.main
        self._picture.show_picture(picture)
        self._frame.setVisible(picture is not None)
        pay = N_("Pay with this QR") if picture is not None else N_("Pay by QR")
        self._title.say(main._(pay), words.second._(pay))
        self._symbol.say(main.symbol(money.code))
        self._amount.say(main.amount(amount, money.digits))
        ask = N_("Type exactly this amount")
        self._ask.say(main._(ask), words.second._(ask))
        self._where.say(exhibition.name)
        self.setAccessibleName(f"{main._(pay)} {main.symbol(money.code)} {self._amount.text()}")


class ThanksPage(QWidget):
    """After a sale: the change, the thanks, and once more who made it."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._change_frame = QFrame()
        self._change_frame.setProperty("panel", "change")
        self._title = TwoLines(scale(32))
        self._change = Amount(scale(124))
        self._notes = HandBack(scale(28), scale(76))
        self._thanks = Words(pixels=scale(52), bold=True, lines=3)
        self._second = Words(pixels=scale(30), tone=Colour.PIEDRA, lines=3)
        self._rows = [BuyerRow(scale(26)) for _ in range(3)]
        self._workshops = Workshops(scale)
        outer = in_a_row(self, margins=(scale(34), scale(28), scale(44), scale(28)), gap=scale(44))
        left = stacked(self._change_frame, margins=(scale(28), scale(20), scale(28), scale(20)), gap=scale(8))
        left.addWidget(self._title)
        left.addWidget(self._change)
        left.addStretch(1)
        left.addWidget(self._notes)
        outer.addWidget(self._change_frame, 620)
        right = stacked(gap=scale(10))
        right.addStretch(1)
        right.addWidget(self._thanks)
        right.addWidget(self._second)
        right.addSpacing(scale(20))
        for row in self._rows:
            right.addWidget(row)
        right.addStretch(2)
        right.addWidget(self._workshops)
        outer.addLayout(right, 640)

    def show_sale(self, sale: Sale, terms: Terms, words: BuyerWords) -> None:
        """Thank for a finished sale."""
        money, main = currency(sale.stamp.currency), words.main
        self._change_frame.setVisible(bool(sale.change))
        change = N_("Your change")
        self._title.say(f"{main._(change)}, {main.symbol(money.code)}", words.second._(change))
        self._change.say(main.amount(sale.change, money.digits))
        self._notes.show_pieces(made_up_of(sale.change, money.code), money, main)
        footer = terms.network.receipt_footer
        thanks = N_("Thank you!")
        self._thanks.say(footer.get(main.language) or main._(thanks))
        self._second.say(footer.get(words.second.language) or words.second._(thanks))
        collected = sale.due + sale.rounding
        for row, (label, figure) in zip(
            self._rows,
            (
                (words.both(N_("Total")), main.amount(collected, money.digits)),
                (words.both(N_("You paid")), main.amount(collected + sale.change, money.digits)),
                (words.both(N_("Receipt")), sale.receipt),
            ),
            strict=True,
        ):
            row.say(label, figure)
        units = list(dict.fromkeys(maker.unit for line in sale.lines for maker in line.terms))
        self._workshops.show_units(units, terms, words)
        self.setAccessibleName(f"{self._thanks.text()} {main._(change)} {self._change.text()}")
