"""Which receipt is it? Scan it, type its number, or look for the sale by what it held and what it came to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pos.domain.exhibitions import Exhibition
from pos.domain.money import Money
from pos.domain.products import Product
from pos.domain.refusals import Refusal, UnknownCode, UnknownSale, WrongCheckDigit
from pos.domain.text import in_language
from pos.services.desk import Desk
from pos.services.sale_finding import is_receipt_code
from pos.storage.database import BooksUnavailable
from pos.storage.sale_search import FoundPage, FoundSale
from pos.ui.look.buttons import ActionButton
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import MARGIN, Colour
from pos.ui.look.words import Words
from pos.ui.messages import Message, MessageBar, told
from pos.ui.returning.receipt_question import ReceiptQuestion
from pos.ui.returning.receipt_search_rows import FoundList, Pictures, SaleWords
from pos.ui.scan import Scan
from pos.ui.session import Session

SIDE_WIDTH, NARROW_SIDE_WIDTH = 404, 300
NARROW = 1200
LOW = 600


class ReceiptSearch(QWidget):
    """Figures at the left, sales at the right. `found` carries a sale or a return, and whether its paper is here."""

    found = Signal(object, bool)
    left = Signal()

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__()
        self._desk = desk
        self._texts = texts = desk.texts
        self._session: Session | None = None
        self._product: Product | None = None
        self._paid: Money | None = None
        self._turned: list[int | None] = [None]
        """Where each page up to the shown one begins."""
        self._page = FoundPage(())
        self._question = ReceiptQuestion(title, texts)
        self._list_title = Words(texts._("Sales, the newest first"), 20, bold=True)
        self._by_product = ActionButton("", "x", pixels=17, height=48)
        self._by_amount = ActionButton("", "x", pixels=17, height=48)
        self._message = MessageBar()
        self._list = FoundList(desk.places.photos, texts)
        self._newer = ActionButton(texts._("Newer"), "up", "PgUp", height=56)
        self._older = ActionButton(texts._("Older"), "down", "PgDn", height=56)
        self._build()
        self._connect()

    def _build(self) -> None:
        row = in_a_row(self, margins=(MARGIN, MARGIN, MARGIN, MARGIN), gap=MARGIN)
        row.addWidget(self._question)
        row.addLayout(self._build_list(), 1)

    def _build_list(self) -> QVBoxLayout:
        column = stacked(gap=10)
        head = in_a_row(gap=MARGIN)
        self._list_title.setFixedHeight(48)
        head.addWidget(self._list_title, 1)
        head.addWidget(self._by_product)
        head.addWidget(self._by_amount)
        column.addLayout(head)
        column.addWidget(self._message)
        column.addWidget(self._list, 1)
        column.addLayout(self._build_foot())
        return column

    def _build_foot(self) -> QHBoxLayout:
        foot = in_a_row(gap=MARGIN)
        hint = self._texts._("No receipt? Scan a product and see its sales.")
        foot.addWidget(Words(hint, 16, tone=Colour.PIEDRA, lines=3), 1)
        foot.addWidget(self._newer)
        foot.addWidget(self._older)
        return foot

    def _connect(self) -> None:
        self._question.number_entered.connect(self._find)
        self._question.amount_entered.connect(self._ask_amount)
        self._question.nothing_entered.connect(self._list.open_chosen)
        self._question.typed.connect(self._message.clear)
        self._question.left.connect(self.left)
        self._by_product.clicked.connect(lambda: self._ask_product(None))
        self._by_amount.clicked.connect(lambda: self._ask_amount(0))
        self._newer.clicked.connect(lambda: self._turn(-1))
        self._older.clicked.connect(lambda: self._turn(1))
        self._list.opened.connect(self._open)
        self._list.resized.connect(self._look)
        slots = {"Esc": self.left.emit, "F12": self._question.answer}
        slots |= {"PgUp": self._newer.click, "PgDown": self._older.click}
        for key, slot in slots.items():
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # --- showing -------------------------------------------------------------------------------------------------

    def start(self, session: Session) -> None:
        """Begin anew: no filter, the newest sales, the number empty."""
        self._session = session
        self._product = self._paid = None
        self._question.start(session.exhibition.currency)
        self._message.clear()
        self._begin_looking()

    def take_focus(self) -> None:
        """Let the next figure go into the field that is asked for."""
        self._question.take_focus()

    def show_message(self, message: Message) -> None:
        """Say what stands in the way; what was typed stays."""
        self._message.show_message(message)

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words

    def take_scan(self, scan: Scan) -> bool:
        """A receipt's code opens it; a product's shows the sales that hold it."""
        receipt = next((code for code in scan.readings if is_receipt_code(code)), None)
        if receipt is not None:
            self._find(receipt)
            return True
        try:
            self._ask_product(self._desk.finding.find_anyway(scan.readings))
        except (Refusal, BooksUnavailable) as trouble:
            self.show_message(told(trouble, self._texts))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._list.choose(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._question.setFixedWidth(NARROW_SIDE_WIDTH if self.width() < NARROW else SIDE_WIDTH)
        self._question.make_low(low=self.height() < LOW)

    def _begin_looking(self) -> None:
        self._turned = [None]
        self._look()

    def _look(self) -> None:
        """Ask for the page that is turned to, and show it."""
        if self._session is None:
            return
        exhibition = self._session.exhibition
        sku = self._product.sku if self._product else None
        finding, size = self._desk.sale_finding, self._list.fitting
        try:
            self._page = finding.page(exhibition, size, sku=sku, paid=self._paid, before=self._turned[-1])
            products = finding.products({sku for sale in self._page.sales for sku, _ in sale.products})
        except (Refusal, BooksUnavailable) as trouble:
            self.show_message(told(trouble, self._texts))
            return
        words = SaleWords(self._texts, exhibition, self._desk.clock.now())
        pictures = Pictures(self._desk.places.photos, products, self._session.terms.emblems)
        self._list.show_sales(self._page.sales, words, pictures, self._nothing)
        self._newer.setEnabled(len(self._turned) > 1)
        self._older.setEnabled(self._page.older is not None)
        self._show_filters(exhibition)

    @property
    def _nothing(self) -> str:
        if self._product or self._paid:
            return self._texts._("No sale is like that. Take a filter away, or look for another one.")
        return self._texts._("Nothing was sold yet.")

    def _show_filters(self, exhibition: Exhibition) -> None:
        self._by_product.setVisible(self._product is not None)
        if self._product:
            self._by_product.say(in_language(self._product.name, self._texts.language))
            self._by_product.setAccessibleName(self._texts._("Show sales of all products"))
        self._by_amount.setVisible(self._paid is not None)
        if self._paid:
            amount = self._texts.amount(self._paid.minor, self._paid.currency.digits)
            self._by_amount.say(f"{self._texts.symbol(exhibition.currency.code)} {amount}")
            self._by_amount.setAccessibleName(self._texts._("Show sales of all amounts"))

    # --- answering -----------------------------------------------------------------------------------------------

    def _find(self, text: str) -> None:
        """Open the receipt of this number or code; what is no receipt's may be a product's."""
        self._message.clear()
        try:
            event = self._desk.sale_finding.receipt(text, self._desk.settings.till)
        except UnknownSale as unknown:
            self._find_product(text, unknown)
        except BooksUnavailable as trouble:
            self.show_message(told(trouble, self._texts))
        else:
            self._question.clear()
            self.found.emit(event, True)

    def _find_product(self, text: str, unknown: UnknownSale) -> None:
        try:
            product = self._desk.finding.find_anyway((text,))
        except (UnknownCode, WrongCheckDigit):
            self.show_message(told(unknown, self._texts))
            self._question.show_unknown()
        except BooksUnavailable as trouble:
            self.show_message(told(trouble, self._texts))
        else:
            self._ask_product(product)

    def _open(self, sale: FoundSale) -> None:
        self._message.clear()
        try:
            standing = self._desk.sale_finding.standing(sale.id)
        except (Refusal, BooksUnavailable) as trouble:
            self.show_message(told(trouble, self._texts))
        else:
            self.found.emit(standing.sale, False)

    def _ask_product(self, product: Product | None) -> None:
        """Show the sales that hold this product, or those of all products."""
        self._message.clear()
        self._question.clear()
        self._product = product
        self._begin_looking()

    def _ask_amount(self, minor: int) -> None:
        """Show the sales that came to so much, or those of all amounts."""
        self._message.clear()
        self._question.clear()
        if self._session is not None:
            self._paid = Money(minor, self._session.exhibition.currency) if minor else None
        self._begin_looking()

    def _turn(self, pages: int) -> None:
        if pages > 0 and self._page.older is not None:
            self._turned.append(self._page.older)
        elif pages < 0 and len(self._turned) > 1:
            self._turned.pop()
        self._look()
