"""Counting a drawer in one currency or in several, one after the other."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from pos.domain.exhibitions import Exhibition
from pos.domain.money import Currency, currency
from pos.domain.shifts import DenominationCount
from pos.texts import Texts
from pos.ui.amounts.money_names import NAMES
from pos.ui.counting.count_board import CountBoard
from pos.ui.counting.count_side import CountSide
from pos.ui.look.buttons import ActionButton
from pos.ui.look.choice_row import ChoiceRow
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import GAP, MARGIN

NARROW, LOW = 1200, 560


def foreign_currencies(exhibition: Exhibition) -> list[Currency]:
    """The foreign currencies that a fair takes: dollars first, which are given most, then by code."""
    return [currency(code) for code in sorted(exhibition.rates_of_exchange, key=lambda code: (code != "USD", code))]


class CountingPage(QWidget):
    """A board for each currency and the side that all share; `finished` when the last of them is counted."""

    finished = Signal()
    changed = Signal()

    def __init__(self, currencies: Sequence[Currency], texts: Texts, help_text: str, icon: str) -> None:
        super().__init__()
        self._texts = texts
        self._boards = [CountBoard(money, texts) for money in currencies]
        names = {money.code: texts._(NAMES[money.code].name) for money in currencies}
        self._tabs = ChoiceRow(names, texts._("Currency"))
        self._stack = QStackedWidget()
        self._side = CountSide(texts, help_text, icon, total=texts._("Counted so far"))
        self._build()
        self._connect()
        self._show_board(0)

    def _build(self) -> None:
        row = in_a_row(self, gap=MARGIN)
        column = stacked(gap=GAP)
        for board in self._boards:
            self._stack.addWidget(board)
        if len(self._boards) == 1:
            self._tabs.hide()
        column.addWidget(self._tabs)
        column.addWidget(self._stack, 1)
        row.addLayout(column, 1)
        row.addWidget(self._side)

    def _connect(self) -> None:
        for board in self._boards:
            board.changed.connect(self._show_total)
            board.done.connect(self.go_on)
        self._tabs.chosen.connect(self._choose)
        self._side.typed.connect(self._type_sign)
        self._side.erased.connect(self._erase_sign)
        self._side.cleared.connect(self._clear_row)

    def add_button(self, button: ActionButton, *, low: int = 56) -> None:
        """Put a button at the foot of the side; on a low screen it is so high."""
        self._side.add_button(button, low=low)

    def say_help(self, text: str) -> None:
        """Give another word of help beside the count."""
        self._side.say_help(text)

    @property
    def _board(self) -> CountBoard:
        return self._boards[self._stack.currentIndex()]

    # --- what was counted ----------------------------------------------------------------------------------------

    @property
    def counts(self) -> dict[str, dict[str, int]]:
        """How many of each denomination, by currency; one that nothing was typed in is left out."""
        return {board.money.code: board.counts for board in self._boards if board.is_counted}

    @property
    def totals(self) -> dict[str, int]:
        """What was counted of each currency, in its minor units."""
        return {board.money.code: board.total for board in self._boards}

    @property
    def is_counted(self) -> bool:
        """Whether anything was typed at all."""
        return any(board.is_counted for board in self._boards)

    def fitting(self, counted: Sequence[DenominationCount]) -> Mapping[str, Mapping[int, int]] | None:
        """Counts as this page would show them, None where it can't show each of them or there is nothing to show."""
        boards = {board.money.code: board for board in self._boards}
        wanted: dict[str, dict[int, int]] = {}
        for row in counted:
            if row.count:
                of_currency = wanted.setdefault(row.currency, {})
                of_currency[row.denomination] = of_currency.get(row.denomination, 0) + row.count
        for code, counts in wanted.items():
            if code not in boards or not boards[code].can_show(counts):
                return None
        return wanted or None

    def put(self, counts: Mapping[str, Mapping[int, int]]) -> None:
        """Show these counts in place of all others."""
        for board in self._boards:
            board.put(counts.get(board.money.code, {}))

    def clear(self) -> None:
        """There is nothing of the currency that is shown; what was counted of others stays."""
        self._board.put({})

    # --- going through it ----------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Begin with the first row of the first currency."""
        self._show_board(0)
        self._board.begin()

    def take_focus(self) -> None:
        """Go on where the count was left."""
        self._board.take_focus()

    def go_on(self) -> None:
        """To the next currency; after the last one the page is finished."""
        place = self._stack.currentIndex() + 1
        if place < len(self._boards):
            self._show_board(place)
            self._board.begin()
        else:
            self.finished.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self._side.make_room(narrow=narrow, low=self.height() < LOW)
        for board in self._boards:
            board.make_narrow(narrow=narrow)

    def _type_sign(self, sign: str) -> None:
        self._board.type_sign(sign)

    def _erase_sign(self) -> None:
        self._board.erase_sign()

    def _clear_row(self) -> None:
        self._board.clear_row()

    def _choose(self, code: str) -> None:
        self._show_board([board.money.code for board in self._boards].index(code))
        self._board.take_focus()

    def _show_board(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self._tabs.choose(self._board.money.code)
        self._show_total()

    def _show_total(self) -> None:
        self._side.say(self._board.total, self._board.money)
        self.changed.emit()
