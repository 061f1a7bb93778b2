"""Counting the drawer, note by note: the float that a shift begins with, and the count that it ends with."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from pos.domain.denominations import denominations
from pos.domain.exhibitions import Exhibition
from pos.domain.money import Currency, decimal_text
from pos.domain.refusals import Refusal
from pos.domain.shifts import ShiftClosed, count_cash, totals
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.ui.buttons import ActionButton, Kind
from pos.ui.count_row import CountHead, CountRow
from pos.ui.messages import Message, MessageBar, told
from pos.ui.panels import Help, Slot, in_a_row, panel, rule, stacked
from pos.ui.theme import MARGIN
from pos.ui.words import Amount, Words

NARROW = 1200
SIDE_WIDTH, NARROW_SIDE_WIDTH = 318, 256


class CountScreen(QWidget):
    """Asks for notes and coins, at the opening also for the cashier's name. Closing is blind: no figure is expected."""

    opened = Signal()
    closed = Signal(ShiftClosed)
    left = Signal()
    """Back from closing, nothing done."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._texts = texts = desk.texts
        self._exhibition: Exhibition | None = None
        self._act_id = desk.act().id
        self._closing = False
        self._rows: list[CountRow] = []
        self._heads: list[CountHead] = []
        self._title = Words(pixels=26, bold=True)
        self._name_label = Words(texts._("Who attends?"), 20, bold=True)
        self._name = QLineEdit()
        self._message = MessageBar()
        self._columns = Slot()
        self._help = Help("", "info", lines=6)
        self._symbol = Words(pixels=18, bold=True, align=Qt.AlignmentFlag.AlignRight)
        self._total = Amount(54)
        self._go = ActionButton("", "arrow-right", "F12", pixels=28, height=92, kind=Kind.INK)
        self._close = ActionButton(texts._("Close shift"), "lock", "F12", pixels=28, height=92, kind=Kind.MONEY)
        self._back = ActionButton(texts._("Back"), "arrow-left", "Esc")
        self._build()
        self._connect()

    def _build(self) -> None:
        outer = stacked(self, margins=(MARGIN, MARGIN, MARGIN, MARGIN), gap=MARGIN)
        head = panel()
        row = in_a_row(head, margins=(18, 8, 14, 8), gap=16)
        self._name.setAccessibleName(self._name_label.text())
        self._name.setPlaceholderText(self._texts._("Name of the person at the till"))
        self._name.setMaxLength(60)
        for part in (self._title, self._name_label, self._name):
            row.addWidget(part, 1 if part is self._name else 0)
        outer.addWidget(head)
        outer.addWidget(self._message)
        body = in_a_row(gap=MARGIN)
        body.addWidget(self._columns, 1)
        body.addWidget(self._build_side())
        outer.addLayout(body, 1)

    def _build_side(self) -> QWidget:
        self._side = QWidget()
        column = stacked(self._side, gap=10)
        column.addWidget(self._help)
        frame = panel()
        inside = stacked(frame, margins=(16, 12, 16, 12), gap=4)
        line = in_a_row()
        line.addWidget(Words(self._texts._("Counted so far"), 18, bold=True))
        line.addWidget(self._symbol, 1)
        inside.addLayout(line)
        inside.addWidget(self._total)
        column.addWidget(frame)
        column.addStretch(1)
        for button in (self._back, self._go, self._close):
            column.addWidget(button)
        return self._side

    def _connect(self) -> None:
        self._name.textEdited.connect(self._show_total)
        self._name.returnPressed.connect(lambda: self._focus_row(0))
        self._back.clicked.connect(self.left)
        for button in (self._go, self._close):
            button.clicked.connect(self._finish)
        for keys, slot in (("F12", self._finish), ("Esc", self._leave)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def show_opening(self, exhibition: Exhibition) -> None:
        """Ask who attends, and what is in the drawer before the first sale."""
        self._begin(exhibition, closing=False)
        self._name.clear()
        self._go.say(self._texts._("Open shift"))
        self._help.say(self._texts._("Count the notes and coins in the drawer. An empty drawer is all right too."))
        self._show_total()

    def show_closing(self, exhibition: Exhibition, cashier: str) -> None:
        """Ask what is in the drawer at the end; what it should be is told after."""
        self._begin(exhibition, closing=True)
        self._title.say(self._texts._("%(cashier)s closes the shift") % {"cashier": cashier})
        self._help.say(self._texts._("Count without haste. What there should be is told when you have counted."))
        self._show_total()

    def _begin(self, exhibition: Exhibition, *, closing: bool) -> None:
        self._closing = closing
        self._exhibition = exhibition
        # One id for as long as the screen is shown: trying again after trouble with the disk does nothing twice.
        self._act_id = self._desk.act().id
        self._message.clear()
        for part in (self._name_label, self._name, self._go):
            part.setVisible(not closing)
        for part in (self._title, self._back, self._close):
            part.setVisible(closing)
        self._symbol.say(self._texts.symbol(exhibition.currency.code))
        self._lay_out_money(exhibition)

    def _lay_out_money(self, exhibition: Exhibition) -> None:
        kinds = denominations(exhibition.currency.code)
        columns = QWidget()
        row = in_a_row(columns, gap=MARGIN)
        self._rows.clear()
        self._heads.clear()
        for title, values in ((self._texts._("Notes"), kinds.notes), (self._texts._("Coins"), kinds.coins)):
            if values:
                frame = panel()
                self._fill(stacked(frame, margins=(0, 10, 0, 6), gap=0), title, values, exhibition.currency)
                row.addWidget(frame, 1)
        self._columns.put(columns)
        self._show_widths()

    def _fill(self, column: QVBoxLayout, title: str, values: tuple[int, ...], money: Currency) -> None:
        head = CountHead(title, self._texts)
        column.addWidget(head)
        self._heads.append(head)
        for value in values:
            column.addWidget(rule())
            row = CountRow(value, money, self._texts)
            row.changed.connect(self._show_total)
            row.left.connect(lambda rows, row=row: self._focus_row(self._rows.index(row) + rows))
            column.addWidget(row, 1)
            self._rows.append(row)

    def show_message(self, message: Message) -> None:
        """Say what stands in the way; what was counted stays."""
        self._message.show_message(message)

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words

    def take_focus(self) -> None:
        """Begin with the name, or with the first note."""
        if self._closing:
            self._focus_row(0)
        else:
            self._name.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_widths()

    def _show_widths(self) -> None:
        narrow = self.width() < NARROW
        self._side.setFixedWidth(NARROW_SIDE_WIDTH if narrow else SIDE_WIDTH)
        for head in self._heads:
            head.make_narrow(narrow=narrow)
        for row in self._rows:
            row.make_narrow(narrow=narrow)

    def _focus_row(self, place: int) -> None:
        if place >= len(self._rows):
            self._finish()
        else:
            self._rows[max(0, place)].take_focus()

    def _counts(self, money: Currency) -> dict[str, dict[str, int]]:
        return {money.code: {decimal_text(row.value, money.digits): row.count for row in self._rows if row.count}}

    def _show_total(self) -> None:
        if self._exhibition is None:
            return
        money = self._exhibition.currency
        counted = totals(count_cash(self._counts(money), self._exhibition))[money.code]
        self._total.say(self._texts.amount(counted, money.digits))
        self._go.setEnabled(bool(self._name.text().strip()))

    def _leave(self) -> None:
        if self._closing:
            self.left.emit()

    def _finish(self) -> None:
        if self._exhibition is None:
            return
        name, counts = self._name.text().strip(), self._counts(self._exhibition.currency)
        act = replace(self._desk.act(self._exhibition.id), id=self._act_id)
        try:
            if self._closing:
                self.closed.emit(self._desk.till.shifts.close(act, counts))
            elif name:
                self._desk.till.shifts.open(act, name, counts)
                self.opened.emit()
            else:
                self._name.setFocus()
        except (Refusal, BooksUnavailable) as trouble:
            self.show_message(told(trouble, self._texts))
