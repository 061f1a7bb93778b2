"""Who earns what of a sale: a woven strip, and one card for each maker, page by page where there are very many."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from pos.domain.earnings import SaleEarnings
from pos.printing.emblems import dye_colours
from pos.services.cataloguing import Terms
from pos.texts import Texts
from pos.ui.look.pager import Pager
from pos.ui.look.panels import Slot, in_a_row, stacked
from pos.ui.look.theme import Colour, colour
from pos.ui.look.words import Amount, Words
from pos.ui.paying.earning_cards import SIZES, EarningCard, Good, NetworkCard, NetworkPart, Size, UnitCard

GAP = 10
"""Between two cards."""
LOW = 440
"""Under this height everything stands closer."""
WIDEST = 3
"""Columns that the network's card fills; where more are left it takes two, so that its figures stay by their labels."""
TALLEST = 250
"""Of a card in a row of its own: it does not grow into a tower."""


class _Stripe(NamedTuple):
    part: int
    tone: str


class SaleCloth(QWidget):
    """One stripe for each unit, in its dye and as wide as its part; the network's stripe is grey."""

    def __init__(self) -> None:
        super().__init__()
        self._stripes: list[_Stripe] = []
        self.setFixedHeight(22)

    def show_parts(self, earned: SaleEarnings, terms: Terms) -> None:
        """Weave these parts."""
        self._stripes = [
            _Stripe(unit.earning, dye_colours(terms.emblems[unit.unit][1])[0]) for unit in earned.units if unit.earning
        ]
        self._stripes.append(_Stripe(max(0, earned.network), Colour.BORDE.value))
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        whole = sum(stripe.part for stripe in self._stripes)
        if not whole:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), colour(Colour.SAL0))
        left, done = 0, 0
        for stripe in self._stripes:
            done += stripe.part
            right = round(self.width() * done / whole)
            last = done == whole
            painter.fillRect(left, 0, right - left - (0 if last else 2), self.height(), QColor(stripe.tone))
            left = right


class SharedSale(NamedTuple):
    """A sale as it is shared: its makers' goods by unit, and the digits of its currency."""

    earned: SaleEarnings
    terms: Terms
    goods: dict[str, list[Good]]
    due: int
    digits: int


class _Grid(NamedTuple):
    """How the cards are laid out: their size, and how many stand on a page, the network's among them."""

    size: Size
    columns: int
    rows: int

    @property
    def makers(self) -> int:
        """How many makers have room beside the network."""
        return max(1, self.columns * self.rows - 1)


class Earnings(QWidget):
    """The cloth and its cards: as large as all of them can be on one page, else the smallest, page by page."""

    def __init__(self, folder: Path, texts: Texts) -> None:
        super().__init__()
        self._folder, self._texts = folder, texts
        self._shown: SharedSale | None = None
        self._laid_out: tuple[_Grid, int] | None = None
        self._cloth = SaleCloth()
        self._cards = Slot()
        self._sum = Amount(17)
        self._pager = Pager(texts)
        self._pager.setFixedWidth(176)
        self._column = column = stacked(self, gap=12)
        head = in_a_row()
        head.addWidget(Words(texts._("This sale belongs to"), 26, bold=True))
        head.addStretch(1)
        head.addWidget(self._pager)
        head.addStretch(1)
        head.addWidget(Words(texts._("All together"), 17, tone=Colour.PIEDRA))
        head.addWidget(self._sum)
        column.addLayout(head)
        column.addWidget(self._cloth)
        column.addWidget(self._cards, 1)
        self._pager.turned.connect(self._lay_out)

    def show_sale(self, shared: SharedSale) -> None:
        """Show who earned what of a due that all parts come to."""
        self._sum.say(self._texts.amount(shared.due, shared.digits))
        self._cloth.show_parts(shared.earned, shared.terms)
        self._shown, self._laid_out = shared, None
        self._lay_out(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._column.setSpacing(8 if self.height() < LOW else 12)
        self._lay_out(self._pager.page)

    def _fitting(self, makers: int) -> _Grid:
        """The largest cards of which all have room; where none have, as many of the smallest as there is room for."""
        width, height = max(1, self._cards.width()), max(1, self._cards.height())
        grids = [
            _Grid(size, max(1, (width + GAP) // (size.width + GAP)), max(1, (height + GAP) // (size.height + GAP)))
            for size in SIZES
        ]
        return next((grid for grid in grids if makers <= grid.makers), grids[-1])

    def _lay_out(self, page: int) -> None:
        if self._shown is None:
            return
        makers = self._shown.earned.units
        grid = self._fitting(len(makers))
        pages = max(1, -(-len(makers) // grid.makers))
        self._pager.setVisible(pages > 1)
        self._pager.show_page(page, pages)
        if self._laid_out == (grid, self._pager.page):
            return
        self._laid_out = grid, self._pager.page
        start = self._pager.page * grid.makers
        self._cards.put(self._page_of(self._shown, grid, start))

    def _page_of(self, shown: SharedSale, grid: _Grid, start: int) -> QWidget:
        place = QWidget()
        layout = QGridLayout(place)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        cards = self._maker_cards(shown, grid, start)
        for i, card in enumerate(cards):
            layout.addWidget(card, i // grid.columns, i % grid.columns)
        row, column = divmod(len(cards), grid.columns)
        left = grid.columns - column
        span = left if left <= WIDEST else 2
        width = self._cards.width() * span // grid.columns - GAP
        layout.addWidget(self._network_card(shown, grid.size, width), row, column, 1, span)
        for card in (*cards, *place.findChildren(NetworkCard)):
            card.setMaximumHeight(TALLEST)
        for i in range(grid.columns):
            layout.setColumnStretch(i, 1)
        for i in range(row + 1):
            layout.setRowStretch(i, 100)
        layout.setRowStretch(row + 1, 1)
        return place

    def _maker_cards(self, shown: SharedSale, grid: _Grid, start: int) -> list[QFrame]:
        texts, terms = self._texts, shown.terms
        return [
            EarningCard(
                UnitCard(
                    terms.unit(unit.unit).name,
                    terms.emblems[unit.unit],
                    texts.amount(unit.earning, shown.digits),
                    texts.amount(unit.gross, shown.digits),
                    tuple(shown.goods.get(unit.unit, ())),
                ),
                grid.size,
                self._folder,
                texts,
            )
            for unit in shown.earned.units[start : start + grid.makers]
        ]

    def _network_card(self, shown: SharedSale, size: Size, width: int) -> QFrame:
        earned, texts = shown.earned, self._texts
        parts = [(texts._("Commission"), earned.commission), (texts._("Revolving fund"), earned.fund)]
        if earned.promotion:
            parts.append((texts._("Bargains it bears"), -earned.promotion))
        rows = tuple((label, texts.amount(amount, shown.digits)) for label, amount in parts)
        part = NetworkPart(shown.terms.network.name, texts.amount(earned.network, shown.digits), rows)
        return NetworkCard(part, size, width, texts)
