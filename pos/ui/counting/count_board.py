"""The notes and coins of one currency, each with how many there are: the columns in which a drawer is counted."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pos.domain.denominations import denominations
from pos.domain.money import Currency, decimal_text
from pos.texts import Texts
from pos.ui.counting.count_row import CountHead, CountRow
from pos.ui.look.panels import in_a_row, panel, rule, stacked
from pos.ui.look.theme import MARGIN


class CountBoard(QWidget):
    """Counts one currency. The arrows and Enter go from row to row; after the last one it is done."""

    changed = Signal()
    done = Signal()
    """Enter or the arrow left the last row."""

    def __init__(self, money: Currency, texts: Texts) -> None:
        super().__init__()
        self.money = money
        self._texts = texts
        self._rows: list[CountRow] = []
        self._columns: list[tuple[CountHead, list[CountRow]]] = []
        self._current = 0
        self._build()

    def _build(self) -> None:
        t, kinds = self._texts, denominations(self.money.code)
        columns = in_a_row(self, gap=MARGIN)
        heads = (
            (CountHead(t._("Notes"), t.pgettext("notes", "How many?")), kinds.notes),
            (CountHead(t._("Coins"), t.pgettext("coins", "How many?")), kinds.coins),
        )
        for head, values in heads:
            if values:
                frame = panel()
                self._fill(stacked(frame, margins=(1, 10, 1, 6), gap=0), head, values)
                columns.addWidget(frame, 1)
        self.make_narrow(narrow=False)

    def _fill(self, column: QVBoxLayout, head: CountHead, values: tuple[int, ...]) -> None:
        column.addWidget(head)
        rows = []
        for value in values:
            line = in_a_row(margins=(15, 0, 15, 0))
            line.addWidget(rule())
            column.addLayout(line)
            row = CountRow(value, self.money, self._texts)
            row.changed.connect(self._show_sums)
            row.left.connect(lambda step, row=row: self._go(self._rows.index(row) + step))
            row.entered.connect(lambda row=row: self._note(row))
            column.addWidget(row, 1)
            rows.append(row)
        self._rows += rows
        self._columns.append((head, rows))

    # --- what was counted ----------------------------------------------------------------------------------------

    @property
    def counts(self) -> dict[str, int]:
        """How many of each denomination, by its decimal text; what was counted as nothing is left out."""
        return {decimal_text(row.value, self.money.digits): row.count for row in self._rows if row.count}

    @property
    def total(self) -> int:
        """What it comes to, in minor units."""
        return sum(row.value * row.count for row in self._rows)

    @property
    def is_counted(self) -> bool:
        """Whether anything was typed."""
        return any(row.is_counted for row in self._rows)

    def can_show(self, counts: Mapping[int, int]) -> bool:
        """Whether each of these denominations, in minor units, has its row."""
        return counts.keys() <= {row.value for row in self._rows}

    def put(self, counts: Mapping[int, int]) -> None:
        """Show these counts, by denomination in minor units."""
        for row in self._rows:
            row.put(counts.get(row.value, 0))

    # --- typing --------------------------------------------------------------------------------------------------

    def take_focus(self) -> None:
        """Go on where the count was left."""
        self._rows[self._current].take_focus()

    def begin(self) -> None:
        """Begin with the first row."""
        self._go(0)

    def type_sign(self, sign: str) -> None:
        """Add a figure to the row that is counted."""
        self._rows[self._current].type_sign(sign)

    def erase_sign(self) -> None:
        """Take the last figure of that row away."""
        self._rows[self._current].erase_sign()

    def clear_row(self) -> None:
        """Count nothing in that row."""
        self._rows[self._current].clear()

    def clear(self) -> None:
        """Count nothing at all."""
        self.put({})

    def make_narrow(self, *, narrow: bool) -> None:
        """Take less room, on a narrow screen."""
        for head, rows in self._columns:
            head.make_narrow(narrow=narrow)
            for row in rows:
                row.make_narrow(narrow=narrow)

    def _note(self, row: CountRow) -> None:
        self._current = self._rows.index(row)

    def _go(self, place: int) -> None:
        if place >= len(self._rows):
            self.done.emit()
        else:
            self._rows[max(0, place)].take_focus()

    def _show_sums(self) -> None:
        for head, rows in self._columns:
            counted = any(row.is_counted for row in rows)
            total = sum(row.value * row.count for row in rows)
            head.say(self._texts.amount(total, self.money.digits) if counted else "")
        self.changed.emit()
