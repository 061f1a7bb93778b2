"""A finished sale: the change, who earned what, and how its receipt is. The next scan begins the next sale."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from pos.domain.earnings import earnings
from pos.domain.money import currency
from pos.domain.sales import Sale
from pos.services.cataloguing import Terms
from pos.texts import N_, Texts
from pos.troubles import trouble as trouble_words
from pos.ui.buttons import ActionButton, Kind
from pos.ui.icons import icon_label, show_icon
from pos.ui.messages import Message, MessageBar, Tone, in_two
from pos.ui.panels import FigureRow, in_a_row, stacked
from pos.ui.payment_sum import ChangePanel
from pos.ui.receipt_printing import PrinterState, Stage
from pos.ui.sale_cloth import Earnings
from pos.ui.theme import MARGIN, Colour
from pos.ui.words import Words

CHANGE_WIDTH, NARROW_CHANGE_WIDTH = 452, 360
NARROW = 1200
LOW = 600

_RECEIPT = {
    Stage.NO_PRINTER: N_("No printer is set up"),
    Stage.BAD_ADDRESS: N_("Not printed"),
    Stage.IDLE: N_("Waiting for the printer"),
    Stage.PRINTING: N_("Printing…"),
    Stage.PRINTED: N_("Printed"),
    Stage.WAITING: N_("Not printed yet"),
    Stage.UNCERTAIN: N_("Perhaps half printed"),
}


class ReceiptPanel(QFrame):
    """The receipt's number and how it is."""

    copy_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._number = Words(pixels=22, bold=True)
        self._icon = icon_label("printer", 24)
        self._state = Words(pixels=17)
        self._tick = icon_label("check", 18, Colour.TOTORA, line=3)
        self._copy = ActionButton(texts._("Another copy"), "printer", "F9")
        self._build()
        self._copy.clicked.connect(self.copy_wanted)

    def _build(self) -> None:
        self.setProperty("panel", "plain")
        self.setFixedHeight(88)
        row = in_a_row(self, margins=(18, 8, 24, 8), gap=12)
        words = stacked(gap=2)
        words.addStretch(1)
        words.addWidget(Words(self._texts._("Receipt"), 16, tone=Colour.PIEDRA))
        words.addWidget(self._number)
        words.addStretch(1)
        row.addLayout(words)
        row.addSpacing(24)
        for part in (icon_label("backup", 24), Words(self._texts._("Saved"), 17)):
            row.addWidget(part)
        row.addWidget(icon_label("check", 18, Colour.TOTORA, line=3))
        row.addSpacing(16)
        for part in (self._icon, self._state, self._tick):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._copy)

    def show_number(self, number: str) -> None:
        """Which receipt this is about."""
        self._number.say(number)

    def show_state(self, state: PrinterState) -> None:
        """How it is; trouble is never told by colour alone."""
        bad = state.stage in {Stage.WAITING, Stage.UNCERTAIN, Stage.BAD_ADDRESS}
        tone = Colour.TEJA if bad else Colour.PIEDRA if state.stage is Stage.NO_PRINTER else Colour.NOCHE
        show_icon(self._icon, "printer-off" if bad or state.stage is Stage.NO_PRINTER else "printer", 24, tone)
        self._state.say(self._texts._(_RECEIPT[state.stage]), tone)
        self._tick.setVisible(state.stage is Stage.PRINTED)
        self._copy.setVisible(state.stage not in {Stage.NO_PRINTER, Stage.BAD_ADDRESS})
        self._copy.setEnabled(state.stage is not Stage.PRINTING)
        self._copy.say(self._texts._("Print again") if bad else self._texts._("Another copy"))

    @property
    def words(self) -> str:
        """What it says of the receipt."""
        return self._state.text()

    def press(self) -> None:
        """Press the button, as its key does."""
        if self._copy.isVisible():
            self._copy.click()


class DoneScreen(QWidget):
    """Nothing is asked here: Enter or a scan goes on."""

    next_wanted = Signal()
    typed = Signal(QKeyEvent)
    """A sign was typed or scanned: the next sale begins with it."""
    copy_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._change = ChangePanel(texts, figure=122, notes=28)
        self._received = FigureRow(texts.pgettext("till", "Received"), 20, 24)
        self._total = FigureRow(texts._("Total"), 20, 24)
        self._next = ActionButton(texts._("New sale"), "barcode", "Enter", kind=Kind.INK, pixels=28, height=112)
        self._message = MessageBar()
        self._earnings = Earnings(texts)
        self._receipt = ReceiptPanel(texts)
        self._build()
        self._connect()

    def _build(self) -> None:
        row = in_a_row(self, margins=(MARGIN, MARGIN, MARGIN, MARGIN), gap=MARGIN)
        self._left = QWidget()
        left = stacked(self._left, gap=MARGIN)
        for figure in (self._received, self._total):
            self._change.facts.addWidget(figure)
        left.addWidget(self._change, 1)
        left.addWidget(self._next)
        row.addWidget(self._left)
        right = stacked(gap=MARGIN)
        right.addWidget(self._message)
        right.addWidget(self._earnings, 1)
        right.addWidget(self._receipt)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self._next.clicked.connect(self.next_wanted)
        self._receipt.copy_wanted.connect(self.copy_wanted)
        for keys, slot in (("F9", self._receipt.press), ("Esc", self._next.click), ("F12", self._next.click)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def show_sale(self, sale: Sale, terms: Terms) -> None:
        """Show a sale that is in the books."""
        money = currency(sale.stamp.currency)
        self._change.show_change(sale.change, money)
        received = sum(tender.value for tender in sale.tenders)
        self._received.say(self._texts.amount(received, money.digits))
        self._total.say(self._texts.amount(-(sale.due + sale.rounding), money.digits))
        self._earnings.show_earnings(earnings(sale.lines), sale.due, terms, money.digits)
        self._receipt.show_number(sale.receipt)
        self._message.clear()

    def show_printer(self, state: PrinterState) -> None:
        """How the receipt is, and what to do where it is not printed."""
        self._receipt.show_state(state)
        code = "bad-printer-uri" if state.stage is Stage.BAD_ADDRESS else f"printer-{state.reason}"
        if state.reason or state.stage is Stage.BAD_ADDRESS:
            words = trouble_words(code, {"uri": state.uri}, self._texts)
            self._message.show_message(in_two(Tone.WARN, words))
        else:
            self._message.clear()

    def show_message(self, message: Message) -> None:
        """Say something above the makers' cards."""
        self._message.show_message(message)

    @property
    def words(self) -> str:
        """The change in words, and how the receipt is."""
        return f"{self._change.words} · {self._receipt.words}"

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words

    def take_focus(self) -> None:
        """Let Enter go on, and any sign begin the next sale."""
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._next.click()
        elif event.text() and event.text().isprintable():
            self.typed.emit(event)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < LOW
        self._left.setFixedWidth(NARROW_CHANGE_WIDTH if self.width() < NARROW else CHANGE_WIDTH)
        self._change.make_low(low=low)
        self._next.setMinimumHeight(84 if low else 112)
