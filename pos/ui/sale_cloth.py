"""Who earns what of a sale, as a woven strip and as one card for each maker."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from pos.domain.earnings import SaleEarnings
from pos.domain.emblems import Emblem
from pos.printing.emblems import dye_colours
from pos.services.cataloguing import Terms
from pos.texts import Texts
from pos.ui.emblems import EmblemTiles
from pos.ui.icons import icon_label
from pos.ui.panels import FigureRow, Slot, in_a_row, stacked
from pos.ui.theme import Colour, colour
from pos.ui.words import Amount, Words

_COLUMNS = 4
_MOST_CARDS = 2 * _COLUMNS


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


class EarningCard(QFrame):
    """A maker: emblem, name, what they earn of this sale, and what their goods sold for."""

    def __init__(self, name: str, emblem: Emblem, earning: str, gross: str, texts: Texts) -> None:
        super().__init__()
        self.setProperty("panel", "plain")
        column = stacked(self, margins=(14, 12, 14, 10), gap=4)
        top = in_a_row(gap=10)
        top.addWidget(EmblemTiles(60, [emblem], most=1))
        top.addWidget(Words(name, 18, bold=True, lines=3), 1)
        column.addLayout(top)
        column.addStretch(1)
        column.addWidget(Amount(38, earning))
        foot = in_a_row()
        foot.addWidget(Words(texts._("sold"), 16, tone=Colour.PIEDRA))
        foot.addWidget(Amount(16, gross, tone=Colour.PIEDRA, bold=False), 1)
        column.addLayout(foot)
        self.setAccessibleName(f"{name}: {earning}")


class NetworkCard(QFrame):
    """The network's part: commission and fund."""

    def __init__(self, name: str, commission: str, fund: str, whole: str, texts: Texts) -> None:
        super().__init__()
        self.setProperty("panel", "total")
        column = stacked(self, margins=(14, 12, 14, 10), gap=4)
        top = in_a_row(gap=10)
        top.addWidget(_square("users"))
        top.addWidget(Words(name, 18, bold=True, lines=2), 1)
        column.addLayout(top)
        column.addStretch(1)
        for label, figure in ((texts._("Commission"), commission), (texts._("Revolving fund"), fund)):
            row = FigureRow(label, 17, 17, bold=False)
            row.say(figure)
            column.addWidget(row)
        column.addStretch(1)
        column.addWidget(Amount(38, whole))
        column.addWidget(Words(texts._("for the network"), 16, tone=Colour.PIEDRA))
        self.setAccessibleName(f"{name}: {whole}")


def _square(icon: str) -> QLabel:
    """An icon on night-black, as large as an emblem."""
    tile = icon_label(icon, 36, Colour.SAL0)
    tile.setAlignment(Qt.AlignmentFlag.AlignCenter)
    tile.setFixedSize(60, 60)
    tile.setStyleSheet(f"background: {Colour.NOCHE}; border-radius: 4px")
    return tile


class Earnings(QWidget):
    """The cloth and its cards, in rows of four."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._cloth = SaleCloth()
        self._cards = Slot()
        self._sum = Amount(17)
        column = stacked(self, gap=12)
        head = in_a_row()
        head.addWidget(Words(texts._("This sale belongs to"), 26, bold=True))
        head.addStretch(1)
        head.addWidget(Words(texts._("All together"), 17, tone=Colour.PIEDRA))
        head.addWidget(self._sum)
        column.addLayout(head)
        column.addWidget(self._cloth)
        column.addWidget(self._cards, 1)

    def show_earnings(self, earned: SaleEarnings, due: int, terms: Terms, digits: int) -> None:
        """Show who earned what of a due that all parts come to."""
        self._sum.say(self._texts.amount(due, digits))
        self._cloth.show_parts(earned, terms)
        cards = QWidget()
        self._fill(cards, earned, terms, digits)
        self._cards.put(cards)

    def _fill(self, cards: QWidget, earned: SaleEarnings, terms: Terms, digits: int) -> None:
        grid = QGridLayout(cards)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(10)
        amount = self._texts.amount
        shown = earned.units[: _MOST_CARDS - 1]
        for i, unit in enumerate(shown):
            card = EarningCard(
                terms.unit(unit.unit).name,
                terms.emblems[unit.unit],
                amount(unit.earning, digits),
                amount(unit.gross, digits),
                self._texts,
            )
            grid.addWidget(card, i // _COLUMNS, i % _COLUMNS)
        network = NetworkCard(
            terms.network.name,
            amount(earned.commission, digits),
            amount(earned.fund, digits),
            amount(earned.network, digits),
            self._texts,
        )
        row, column = divmod(len(shown), _COLUMNS)
        grid.addWidget(network, row, column, 1, _COLUMNS - column)
        for i in range(_COLUMNS):
            grid.setColumnStretch(i, 1)
