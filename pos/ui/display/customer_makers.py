"""Who made it: the workshops of a sale with their emblems, as the buyer's screen shows them."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtWidgets import QGridLayout, QWidget

from pos.services.cataloguing import Terms
from pos.texts import Texts
from pos.ui.display.customer_words import BuyerWords, Scale, TwoLines
from pos.ui.look.emblems import EmblemTiles
from pos.ui.look.panels import Slot, in_a_row, stacked
from pos.ui.look.theme import text_width
from pos.ui.look.words import SMALLEST_WORD, Words

COLUMNS = 3
MOST = 12
"""More names than this nobody reads while paying."""


class Workshops(QWidget):
    """How many workshops, and which."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale
        self._title = TwoLines(scale(24))
        self._grid = Slot()
        self._shown: tuple[str, ...] = ()
        column = stacked(self, gap=scale(14))
        column.addWidget(self._title)
        column.addWidget(self._grid)

    def show_units(self, units: Sequence[str], terms: Terms, words: BuyerWords) -> None:
        """Name these, in the order in which they came."""
        count = len(units)
        self._title.say(_made_by(words.main, count), _made_by(words.second, count))
        self.setVisible(bool(units))
        if self._shown == tuple(units):
            return
        self._shown = tuple(units)
        place = QWidget()
        grid = QGridLayout(place)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._scale(8))
        few = count <= 2 * COLUMNS
        grid.setVerticalSpacing(self._scale(12 if few else 8))
        shown = units if count <= MOST else units[: MOST - 1]
        for i, unit in enumerate(shown):
            grid.addWidget(self._workshop(unit, terms, few=few), i // COLUMNS, i % COLUMNS)
        if len(shown) < count:
            more = words.main._("and %(n)d more") % {"n": count - len(shown)}
            grid.addWidget(Words(more, self._scale(18)), len(shown) // COLUMNS, len(shown) % COLUMNS)
        for i in range(COLUMNS):
            grid.setColumnStretch(i, 1)
        self._grid.put(place)

    def _workshop(self, unit: str, terms: Terms, *, few: bool) -> QWidget:
        side = 12 * max(1, self._scale(60 if few else 36) // 12)
        part = QWidget()
        row = in_a_row(part, gap=self._scale(10 if few else 8))
        row.addWidget(EmblemTiles(side, [terms.emblems[unit]], most=1))
        name = terms.unit(unit).name
        words = Words(name, self._scale(18 if few else 16), lines=3 if few else 2)
        # No column is so narrow that a word is broken, unless it is a very long one.
        longest = max(text_width(word, min(SMALLEST_WORD, self._scale(16))) for word in name.split())
        words.setMinimumWidth(min(ceil(longest), self._scale(120)))
        row.addWidget(words, 1)
        return part


def _made_by(texts: Texts, count: int) -> str:
    form = texts.ngettext("Made by hand in %(n)d workshop", "Made by hand in %(n)d workshops", count)
    return form % {"n": count}
