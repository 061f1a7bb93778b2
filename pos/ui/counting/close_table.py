"""What there should be, what was counted, and the difference, one means of payment a row."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from pos.domain.money import Money
from pos.texts import Texts
from pos.ui.counting.close_figures import ResultRow
from pos.ui.counting.close_told import signed
from pos.ui.look.icons import icon_label
from pos.ui.look.panels import Slot, in_a_row, rule, stacked
from pos.ui.look.theme import Colour
from pos.ui.look.words import Amount, Words

_FIGURE_WIDTH, _NARROW_FIGURE_WIDTH = 130, 96
_ICON_WIDTH = 40
_NONE = "–"


class _Row(QWidget):
    """One means of payment."""

    def __init__(self, row: ResultRow, texts: Texts) -> None:
        super().__init__()
        line = in_a_row(self, gap=0)
        line.addWidget(_in_width(icon_label(row.icon, 28), Qt.AlignmentFlag.AlignLeft))
        line.addWidget(Words(row.name, 18, lines=2), 1)
        difference = row.difference
        wrong = difference is not None and difference.minor != 0
        shown = _NONE if difference is None else signed(difference, texts)
        self.figures = [
            Amount(19, _amount(row.expected, texts), bold=False),
            Amount(19, _amount(row.counted, texts), bold=False),
            Amount(19, shown, tone=Colour.TEJA if wrong else Colour.NOCHE, bold=difference is not None),
        ]
        for figure in self.figures:
            line.addWidget(figure)
        line.addWidget(_in_width(_state(difference), Qt.AlignmentFlag.AlignRight))
        self.setAccessibleName(" ".join([row.name, *(figure.text() for figure in self.figures)]))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(34)
        self.setMaximumHeight(57)


class _Head(QWidget):
    """The names of the columns."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        line = in_a_row(self, gap=0)
        line.addStretch(1)
        names = (texts._("There should be"), texts._("Counted"), texts._("Difference"))
        self.figures = [
            Words(name, 16, tone=Colour.PIEDRA, align=Qt.AlignmentFlag.AlignRight, lines=2) for name in names
        ]
        for name in self.figures:
            line.addWidget(name)
        line.addSpacing(_ICON_WIDTH)
        self.setFixedHeight(46)


class ResultTable(QFrame):
    """All rows of a result."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._slot = Slot()
        self._head: _Head | None = None
        self._rows: list[_Row] = []
        self._narrow = False
        self.setProperty("panel", "plain")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        stacked(self, margins=(18, 0, 18, 0)).addWidget(self._slot)

    def show_rows(self, rows: Sequence[ResultRow]) -> None:
        """Show these rows in place of those before."""
        table = QWidget()
        column = stacked(table, gap=0)
        self._head = _Head(self._texts)
        column.addWidget(self._head)
        column.addWidget(rule("strong"))
        self._rows = [_Row(row, self._texts) for row in rows]
        for place, row in enumerate(self._rows):
            if place:
                column.addWidget(rule())
            column.addWidget(row, 1)
        self._slot.put(table)
        self.setMaximumHeight(50 + 58 * len(rows))
        self.make_room(narrow=self._narrow)

    def make_room(self, *, narrow: bool) -> None:
        """Take less room, on a narrow screen."""
        self._narrow = narrow
        width = _NARROW_FIGURE_WIDTH if narrow else _FIGURE_WIDTH
        figures = [*self._head.figures] if self._head else []
        for figure in (*figures, *(figure for row in self._rows for figure in row.figures)):
            figure.setFixedWidth(width)


def _state(difference: Money | None) -> QLabel:
    """A tick where it is exact, a sign where it is not, nothing where nobody looked; the figure says it too."""
    if difference is None:
        return QLabel()
    if difference.minor:
        return icon_label("error", 28, Colour.TEJA, line=2.4)
    return icon_label("check", 28, Colour.TOTORA, line=3)


def _in_width(label: QLabel, side: Qt.AlignmentFlag) -> QWidget:
    box = QWidget()
    box.setFixedWidth(_ICON_WIDTH)
    in_a_row(box).addWidget(label, alignment=side | Qt.AlignmentFlag.AlignVCenter)
    return box


def _amount(money: Money | None, texts: Texts) -> str:
    return _NONE if money is None else texts.amount(money.minor, money.currency.digits)
