"""A finished sale: the change, who earned what, and how its receipt is. The next scan begins the next sale."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from pos.domain.earnings import earnings
from pos.domain.money import currency
from pos.domain.products import Product
from pos.domain.refusals import Refusal
from pos.domain.sales import Sale, SaleLine
from pos.services.cataloguing import Terms
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.panels import FigureRow, in_a_row, stacked
from pos.ui.look.theme import MARGIN
from pos.ui.messages import Message, MessageBar, Tone
from pos.ui.outcomes import opens_drawer
from pos.ui.paying.change_panel import ChangePanel
from pos.ui.paying.earning_cards import Good
from pos.ui.paying.receipt_panel import ReceiptPanel
from pos.ui.paying.receipt_sheet import ReceiptSheet
from pos.ui.paying.sale_cloth import Earnings, SharedSale
from pos.ui.printer_state import PrinterState, Stage
from pos.ui.printer_words import wrong
from pos.ui.screen import Screen

CHANGE_WIDTH, NARROW_CHANGE_WIDTH = 452, 360
NARROW = 1200
LOW = 600


class DoneScreen(Screen):
    """Nothing is asked here: Enter or a scan goes on."""

    next_wanted = Signal()
    typed = Signal(QKeyEvent)
    """A sign was typed or scanned: the next sale begins with it."""
    copy_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._texts = texts = desk.texts
        self._opens_drawer = False
        self._sale: Sale | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._change = ChangePanel(texts, figure=122, notes=28)
        self._received = FigureRow(texts.pgettext("till", "Received"), 20, 24)
        self._total = FigureRow(texts._("Total"), 20, 24)
        self._next = ActionButton(texts._("New sale"), "barcode", "Enter", kind=Kind.INK, pixels=28, height=112)
        self._message = MessageBar()
        self._earnings = Earnings(desk.places.photos, texts)
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
        self._receipt.look_wanted.connect(self._look_at_receipt)
        for keys, slot in (("F9", self._receipt.press), ("Esc", self._next.click), ("F12", self._next.click)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)  # a key still held from the payment must not send the change away
            shortcut.activated.connect(slot)

    def show_sale(self, sale: Sale, terms: Terms) -> None:
        """Show a sale that is in the books."""
        money = currency(sale.stamp.currency)
        self._change.show_change(sale.change, money)
        received = sum(tender.value for tender in sale.tenders)
        self._received.say(self._texts.amount(received, money.digits))
        self._total.say(self._texts.amount(-(sale.due + sale.rounding), money.digits))
        self._earnings.show_sale(
            SharedSale(earnings(sale.lines), terms, self._goods(sale, terms), sale.due, money.digits)
        )
        self._sale = sale
        self._receipt.show_number(sale.receipt)
        self._opens_drawer = opens_drawer(sale)
        self._receipt.show_drawer(opened=None)
        self._message.clear()

    def _goods(self, sale: Sale, terms: Terms) -> dict[str, list[Good]]:
        """What was sold of each maker, and what was given; the same product once, with all its pieces."""
        goods: dict[str, list[Good]] = {}
        for line in sale.lines:
            product = self._product(line)
            if product is None:
                continue
            emblems = tuple(terms.emblems[maker.unit] for maker in line.terms)
            for maker in line.terms:
                of_maker = goods.setdefault(maker.unit, [])
                same = [i for i, good in enumerate(of_maker) if (good.product, good.yapa) == (product, line.yapa)]
                if same:
                    of_maker[same[0]] = of_maker[same[0]]._replace(pieces=of_maker[same[0]].pieces + line.qty)
                else:
                    of_maker.append(Good(product, emblems, line.qty, line.yapa))
        return goods

    def _product(self, line: SaleLine) -> Product | None:
        try:
            return self._desk.till.catalogue.find(line.sku)
        except (Refusal, BooksUnavailable):  # the sale is whole without its picture, and says all else
            return None

    def _look_at_receipt(self) -> None:
        if self._sale is not None:
            sheet = ReceiptSheet(self.window(), self._desk, self._sale)
            sheet.copy_wanted.connect(self.copy_wanted)
            sheet.finished.connect(self.take_focus)
            sheet.ask()

    def show_printer(self, state: PrinterState, *, drawer: bool | None) -> None:
        """How the receipt is, whether the drawer opened, and what to do where it is not printed."""
        self._receipt.show_state(state)
        self._receipt.show_drawer(opened=drawer if self._opens_drawer else None)
        reason = state.stage.value if state.stage is Stage.BAD_ADDRESS else state.reason
        if not reason:
            self._message.clear()
            return
        fails, _ = wrong(reason), self._texts._
        self._message.show_message(Message(Tone.WARN, _(fails.what), _(fails.todo)))

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
        if event.isAutoRepeat():
            return
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
