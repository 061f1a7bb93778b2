"""Who earns what of a sale, as a woven strip and as one card for each maker."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QResizeEvent
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

_ROWS = 2
_NARROW = 800
"""Under this width there are three columns of cards instead of four, and smaller emblems."""
_CARD_HEIGHT = 250
"""At most: a card alone in its row does not grow into a tower."""


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

    def __init__(self, name: str, emblem: Emblem, size: int, texts: Texts, *, earning: str, gross: str) -> None:
        super().__init__()
        self.setProperty("panel", "plain")
        column = stacked(self, margins=(14, 12, 12, 10), gap=4)
        top = in_a_row(gap=8)
        top.addWidget(EmblemTiles(size, [emblem], most=1))
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
    """The network's part, and where it is wide enough what it is made of: (label, figure) rows."""

    def __init__(self, name: str, whole: str, rows: Sequence[tuple[str, str]], texts: Texts) -> None:
        super().__init__()
        self.setProperty("panel", "total")
        column = stacked(self, margins=(14, 12, 14, 10), gap=4)
        top = in_a_row(gap=10)
        top.addWidget(_square("users"))
        top.addWidget(Words(name, 18, bold=True, lines=2), 1)
        column.addLayout(top)
        column.addStretch(1)
        for label, figure in rows:
            row = FigureRow(label, 17, 17, bold=False)
            row.say(figure)
            column.addWidget(row)
        if rows:
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


class MoreCard(QFrame):
    """Stands for the makers that there is no room for."""

    def __init__(self, count: int, texts: Texts) -> None:
        super().__init__()
        self.setProperty("panel", "plain")
        words = texts.ngettext("and %(n)d more maker", "and %(n)d more makers", count) % {"n": count}
        column = stacked(self, margins=(14, 12, 14, 10))
        column.addStretch(1)
        column.addWidget(Words(words, 18, bold=True, lines=3, align=Qt.AlignmentFlag.AlignHCenter))
        column.addStretch(1)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the cards are made of."""

    earned: SaleEarnings
    terms: Terms
    digits: int


class Earnings(QWidget):
    """The cloth and its cards, in two rows."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._shown: _Shown | None = None
        self._columns = 0
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
        self._shown, self._columns = _Shown(earned, terms, digits), self._fitting
        self._lay_out(self._shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown is not None and self._columns != self._fitting:
            self._columns = self._fitting
            self._lay_out(self._shown)

    @property
    def _fitting(self) -> int:
        return 3 if self.width() < _NARROW else 4

    def _lay_out(self, shown: _Shown) -> None:
        place = QWidget()
        grid = QGridLayout(place)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(10)
        makers = self._maker_cards(shown)
        for i, card in enumerate(makers):
            card.setMaximumHeight(_CARD_HEIGHT)
            grid.addWidget(card, i // self._columns, i % self._columns)
        row, column = divmod(len(makers), self._columns)
        network = self._network_card(shown, wide=self._columns - column > 1 or self._columns > 3)
        network.setMaximumHeight(_CARD_HEIGHT)
        grid.addWidget(network, row, column, 1, self._columns - column)
        for i in range(self._columns):
            grid.setColumnStretch(i, 1)
        for i in range(row + 1):
            grid.setRowStretch(i, 100)
        grid.setRowStretch(row + 1, 1)
        self._cards.put(place)

    def _maker_cards(self, shown: _Shown) -> list[QFrame]:
        units = shown.earned.units
        room = _ROWS * self._columns - 1
        fitting = units if len(units) <= room else units[: room - 1]
        cards: list[QFrame] = [
            EarningCard(
                shown.terms.unit(unit.unit).name,
                shown.terms.emblems[unit.unit],
                60 if self._columns > 3 else 48,
                self._texts,
                earning=self._texts.amount(unit.earning, shown.digits),
                gross=self._texts.amount(unit.gross, shown.digits),
            )
            for unit in fitting
        ]
        if len(fitting) < len(units):
            cards.append(MoreCard(len(units) - len(fitting), self._texts))
        return cards

    def _network_card(self, shown: _Shown, *, wide: bool) -> QFrame:
        earned, words = shown.earned, self._texts
        parts = ((words._("Commission"), earned.commission), (words._("Revolving fund"), earned.fund))
        rows = [(label, words.amount(part, shown.digits)) for label, part in parts] if wide else []
        return NetworkCard(shown.terms.network.name, words.amount(earned.network, shown.digits), rows, words)
