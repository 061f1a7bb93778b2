"""The last step of a close, when it is done: the Z, what is handed over, and who is still to be paid."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from pos.domain.denominations import Pieces
from pos.domain.handing_over import handed_over, pieces_of
from pos.domain.money import Currency, currency
from pos.domain.shifts import ShiftClosed, totals
from pos.texts import N_, Texts
from pos.ui.amounts.money_names import NAMES
from pos.ui.amounts.money_pictures import HandBack
from pos.ui.counting.counting_page import LOW, NARROW
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.choice_row import ChoiceRow
from pos.ui.look.icons import icon_label, show_icon
from pos.ui.look.panels import FigureRow, in_a_row, panel, rule, stacked
from pos.ui.look.theme import MARGIN, Colour
from pos.ui.look.words import Amount, Words
from pos.ui.printer_state import PrinterState, Stage

DONE_WIDTH, NARROW_DONE_WIDTH = 452, 360
ALL, FLOAT = "all", "float"

_PAPER = {
    Stage.NO_PRINTER: N_("No printer is set up: the Z is kept"),
    Stage.BAD_ADDRESS: N_("Not printed: the Z is kept"),
    Stage.IDLE: N_("Waiting for the printer"),
    Stage.PRINTING: N_("Printing…"),
    Stage.PRINTED: N_("Printed"),
    Stage.WAITING: N_("Not printed: the Z is kept and printed later"),
    Stage.MISSED: N_("Not printed: the Z is kept"),
    Stage.UNCERTAIN: N_("Perhaps half printed"),
}
_BAD = {Stage.WAITING, Stage.MISSED, Stage.UNCERTAIN, Stage.BAD_ADDRESS}


class _DonePanel(QFrame):
    """That the shift is closed, the number of its Z, and how the paper is."""

    copy_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._number = Amount(100)
        self._icon = icon_label("printer", 28)
        self._paper = Words(pixels=18, lines=3)
        self._copy = ActionButton(texts._("Print the Z again"), "printer", "F9", height=60)
        self._owed_icon = icon_label("users", 28)
        self._owed = Words(pixels=18, lines=3)
        self.setProperty("panel", "change")
        self._build()
        self._copy.clicked.connect(self.copy_wanted)

    def _build(self) -> None:
        column = stacked(self, margins=(20, 18, 20, 18), gap=10)
        head = in_a_row(gap=12)
        head.addWidget(icon_label("check", 36, Colour.TOTORA, line=3))
        head.addWidget(Words(self._texts._("The shift is closed"), 26, bold=True, lines=2), 1)
        column.addLayout(head)
        column.addWidget(self._number)
        column.addWidget(rule("change"))
        for icon, words in ((self._icon, self._paper), (self._owed_icon, self._owed)):
            line = in_a_row(gap=12)
            line.addWidget(icon)
            line.addWidget(words, 1)
            column.addLayout(line)
        column.addStretch(1)
        column.addWidget(self._copy)

    def show_closed(self, closed: ShiftClosed, to_pay: int | None) -> None:
        """Show a closed shift; so many units are owed something, None where that is not known."""
        t, title = self._texts, self._texts._("The shift is closed")
        self._number.say(f"Z {t.amount(closed.z, 0)}")
        owed = t.ngettext("%(n)d producer is still to be paid", "%(n)d producers are still to be paid", to_pay or 0)
        nobody = t._("Look at Producers who is still to be paid") if to_pay is None else t._("Every producer is paid")
        self._owed.say(owed % {"n": to_pay} if to_pay else nobody)
        self.setAccessibleName(f"{title} {self._number.text()}")

    def show_printer(self, state: PrinterState) -> None:
        """How the paper is; never told by colour alone."""
        bad = state.stage in _BAD
        off = bad or state.stage is Stage.NO_PRINTER
        tone = Colour.TEJA if bad else Colour.NOCHE
        show_icon(self._icon, "printer-off" if off else "printer", 28, tone)
        self._paper.say(self._texts._(_PAPER[state.stage]), tone)
        self._copy.setVisible(state.stage not in {Stage.NO_PRINTER, Stage.BAD_ADDRESS})
        self._copy.setEnabled(state.stage is not Stage.PRINTING)

    def press(self) -> None:
        """Press the button that prints again, as its key does."""
        if self._copy.isVisible():
            self._copy.click()

    def make_room(self, *, low: bool) -> None:
        """Take less room, on a low screen."""
        self._number.resize_figure(60 if low else 100)


class HandOverPage(QWidget):
    """What goes to whoever takes the money: all of it, or all but the float; nothing of this is posted."""

    finished = Signal()
    copy_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._title = texts._("Hand over")
        self._closed: ShiftClosed | None = None
        self._money: Currency | None = None
        self._done = _DonePanel(texts)
        words = {ALL: texts._("All of it"), FLOAT: texts._("Leave the float")}
        self._choice = ChoiceRow(words, texts._("What is handed over?"), height=60)
        self._symbol = Words(pixels=26, bold=True, align=Qt.AlignmentFlag.AlignRight)
        self._sum = Amount(84)
        self._stays = Words(pixels=18, tone=Colour.PIEDRA, lines=2)
        self._pieces = HandBack(24, 62)
        self._foreign = stacked(gap=0)
        self._end = ActionButton(texts._("Finish"), "check", "Enter", kind=Kind.INK, pixels=28, height=92)
        self._build()
        self._connect()

    def _build(self) -> None:
        row = in_a_row(self, gap=MARGIN)
        row.addWidget(self._done)
        right = stacked(gap=MARGIN)
        frame = panel()
        self._column = stacked(frame, margins=(20, 16, 20, 16), gap=8)
        head = in_a_row(gap=12)
        head.addWidget(Words(self._title, 26, bold=True), 1)
        head.addWidget(self._symbol)
        self._column.addLayout(head)
        self._column.addWidget(self._choice)
        self._column.addWidget(self._sum)
        self._column.addWidget(self._stays)
        self._column.addWidget(rule())
        self._column.addWidget(self._pieces, 1)
        self._column.addLayout(self._foreign)
        self._column.addStretch(0)
        right.addWidget(frame, 1)
        right.addWidget(self._end)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self._choice.chosen.connect(self._show_sum)
        self._end.clicked.connect(self.finished)
        self._done.copy_wanted.connect(self.copy_wanted)

    def show_closed(self, closed: ShiftClosed, to_pay: int | None) -> None:
        """Show a closed shift; so many units are owed something at its fair, None where that is not known."""
        self._closed, self._money = closed, currency(closed.stamp.currency)
        self._done.show_closed(closed, to_pay)
        self._choice.choose(ALL)
        self._choice.setVisible(0 < self._float < totals(closed.counted).get(self._money.code, 0))
        self._symbol.say(self._texts.symbol(self._money.code))
        self._show_foreign(closed)
        self._show_sum()

    def show_printer(self, state: PrinterState) -> None:
        """How the Z is."""
        self._done.show_printer(state)

    def press_copy(self) -> None:
        """Print the Z again, as its key does."""
        self._done.press()

    def press(self) -> None:
        """Press the button that ends it."""
        self._end.click()

    def take_focus(self) -> None:
        """Let Enter end it."""
        self._end.setFocus()

    @property
    def _float(self) -> int:
        """What the base currency's drawer held at the opening."""
        cash = self._closed.cash if self._closed else ()
        return sum(row.opening_float for row in cash if self._money and row.currency == self._money.code)

    def _going(self) -> tuple[Pieces, ...]:
        """What is handed over of the base currency."""
        if self._closed is None or self._money is None:
            return ()
        leave = self._float if self._choice.answer == FLOAT else 0
        return handed_over(pieces_of(self._closed.counted, self._money.code), leave)

    def _show_sum(self) -> None:
        if self._closed is None or self._money is None:
            return
        t, money = self._texts, self._money
        going = self._going()
        amount = sum(piece.denomination * piece.count for piece in going)
        self._sum.say(t.amount(amount, money.digits))
        self._sum.setAccessibleName(f"{self._title} {self._symbol.text()} {self._sum.text()}")
        stays = totals(self._closed.counted).get(money.code, 0) - amount
        staying = t._("%(amount)s stay in the drawer for the next shift")
        figure = f"{t.symbol(money.code)} {t.amount(stays, money.digits)}"
        self._stays.say(staying % {"amount": figure} if stays else t._("Nothing stays in the drawer"))
        self._pieces.show_pieces(going, money, t)

    def _show_foreign(self, closed: ShiftClosed) -> None:
        while (item := self._foreign.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for code, amount in sorted(totals(closed.counted).items()):
            if amount and code != closed.stamp.currency:
                money = currency(code)
                name = self._texts._(NAMES[code].name)
                row = FigureRow(f"{name} {self._texts.symbol(code)}", 20, 24)
                row.say(self._texts.amount(amount, money.digits))
                self._foreign.addWidget(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < LOW
        self._done.setFixedWidth(NARROW_DONE_WIDTH if self.width() < NARROW else DONE_WIDTH)
        self._done.make_room(low=low)
        self._sum.resize_figure(44 if low else 84)
        self._column.setSpacing(4 if low else 8)
        self._end.setMinimumHeight(60 if low else 92)
