"""The cart's lines, newest on top, a page of them at a time."""

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos.domain.basket import BasketLine
from pos.domain.emblems import Emblem
from pos.domain.text import in_language
from pos.services.cataloguing import Terms
from pos.texts import Texts
from pos.ui.buttons import StepButton
from pos.ui.cart import Cart
from pos.ui.emblems import EmblemTiles
from pos.ui.theme import Colour, restyle
from pos.ui.words import Amount, Words

ROW_HEIGHT = 90


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line as it is read: names, amounts and counts in words."""

    name: str
    makers: str
    emblems: tuple[Emblem, ...]
    qty: int
    qty_text: str
    amount: str
    each: str

    @property
    def aloud(self) -> str:
        """The line as a screen reader says it."""
        return f"{self.qty_text} {self.name}, {self.makers}, {self.amount}"


def shown_line(line: BasketLine, terms: Terms, digits: int, texts: Texts) -> ShownLine:
    """What a line of the basket looks like."""
    makers = [terms.unit(maker.unit) for maker in line.product.makers]
    each = ""
    if line.qty > 1:
        each = texts._("%(price)s each") % {"price": texts.amount(line.unit_price, digits)}
    return ShownLine(
        name=in_language(line.product.name, texts.language),
        makers=texts.join([unit.name for unit in makers]),
        emblems=tuple(terms.emblems[unit.id] for unit in makers),
        qty=line.qty,
        qty_text=texts.amount(line.qty, 0),
        amount=texts.amount(line.amount, digits),
        each=each,
    )


class CartRow(QFrame):
    """One line: touch it to mean it, or change its pieces."""

    chosen = Signal()
    stepped = Signal(int)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.index = 0
        self._texts = texts
        self._tile = EmblemTiles(60, most=1)
        self._name = Words(pixels=18, bold=True, lines=2)
        self._emblems = EmblemTiles(24)
        self._makers = Words(pixels=16, tone=Colour.PIEDRA)
        self._less = StepButton("trash", texts._("Remove"))
        self._qty = Words(pixels=24, bold=True, align=Qt.AlignmentFlag.AlignHCenter)
        self._more = StepButton("plus", texts._("One more"))
        self._amount = Amount(22)
        self._each = Amount(16, tone=Colour.PIEDRA, bold=False)
        self._build()
        self._less.clicked.connect(lambda: self.stepped.emit(-1))
        self._more.clicked.connect(lambda: self.stepped.emit(1))

    def _build(self) -> None:
        self.setFixedHeight(ROW_HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 14, 0)
        row.setSpacing(12)
        row.addWidget(self._tile)
        names = QVBoxLayout()
        names.setSpacing(4)
        names.addStretch()
        names.addWidget(self._name)
        by = QHBoxLayout()
        by.setSpacing(7)
        by.addWidget(self._emblems)
        by.addWidget(self._makers, 1)
        names.addLayout(by)
        names.addStretch()
        row.addLayout(names, 1)
        row.addWidget(self._less)
        self._qty.setFixedWidth(52)
        row.addWidget(self._qty)
        row.addWidget(self._more)
        sums = QWidget()
        sums.setFixedWidth(132)
        column = QVBoxLayout(sums)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addStretch()
        column.addWidget(self._amount)
        column.addWidget(self._each)
        column.addStretch()
        row.addWidget(sums)

    def show_line(self, index: int, line: ShownLine, *, chosen: bool) -> None:
        """Show the line of the cart at this index, and whether keys work on it."""
        self.index = index
        restyle(self, "row", "chosen" if chosen else "plain")
        self._tile.show_emblems(line.emblems)
        self._name.say(line.name)
        self._emblems.show_emblems(line.emblems)
        self._makers.say(line.makers)
        if line.qty > 1:
            self._less.show_icon("minus", self._texts._("One less"))
        else:
            self._less.show_icon("trash", self._texts._("Remove"))
        self._qty.say(line.qty_text)
        self._amount.say(line.amount)
        self._each.say(line.each)
        self._each.setVisible(bool(line.each))
        self.setAccessibleName(line.aloud)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.chosen.emit()


class Page(NamedTuple):
    """Which page of the cart is shown, from 0, and of how many."""

    number: int
    of: int


class CartView(QFrame):
    """As many rows as fit; the page is the one with the chosen line until another one is turned to."""

    chosen = Signal(int)
    stepped = Signal(int, int)
    """A line's index, and by how many pieces it changes."""
    turned = Signal()
    """Another page is shown, or there are more or fewer of them."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._rows: list[CartRow] = []
        self._cart: Cart | None = None
        self._terms: Terms | None = None
        self._page = 0
        self.setProperty("panel", "plain")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addStretch()

    def minimumSizeHint(self) -> QSize:
        return QSize(560, ROW_HEIGHT + 2)

    @property
    def page(self) -> Page:
        """Which page is shown."""
        lines = len(self._cart.basket.lines) if self._cart else 0
        return Page(self._page, max(1, -(-lines // self._fitting)))

    def show_cart(self, cart: Cart, terms: Terms) -> None:
        """Show the cart as it is now, on the page of its chosen line."""
        self._cart, self._terms = cart, terms
        if cart.chosen is not None:
            self._page = (len(cart.basket.lines) - 1 - cart.chosen) // self._fitting
        self._show_page()

    def turn(self, pages: int) -> None:
        """Turn so many pages on or back."""
        self._page += pages
        self._show_page()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._cart and self._terms:
            self.show_cart(self._cart, self._terms)

    @property
    def _fitting(self) -> int:
        return max(1, (self.height() - 2) // ROW_HEIGHT)

    def _show_page(self) -> None:
        if self._cart is None or self._terms is None:
            return
        basket, fitting = self._cart.basket, self._fitting
        count = len(basket.lines)
        self._page = max(0, min(self._page, self.page.of - 1))
        newest = count - 1 - self._page * fitting
        indexes = [newest - i for i in range(fitting) if newest - i >= 0]
        while len(self._rows) < len(indexes):
            self._add_row()
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(indexes))
            if place < len(indexes):
                index = indexes[place]
                line = shown_line(basket.lines[index], self._terms, basket.currency.digits, self._texts)
                row.show_line(index, line, chosen=index == self._cart.chosen)
        self.turned.emit()

    def _add_row(self) -> None:
        row = CartRow(self._texts)
        row.chosen.connect(lambda: self.chosen.emit(row.index))
        row.stepped.connect(lambda pieces: self.stepped.emit(row.index, pieces))
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)
