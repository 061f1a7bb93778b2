"""What is found while a name is typed: rows to touch or to choose with ↑ ↓ and Enter, in the cart's place."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from pos.domain.products import Product
from pos.domain.refusals import Refusal
from pos.domain.reports import StockPosition
from pos.domain.text import in_language
from pos.services.desk import Desk
from pos.services.finding import FOUND
from pos.storage.database import BooksUnavailable
from pos.ui.aloud import announce
from pos.ui.look.buttons import ActionButton, StepButton
from pos.ui.look.icons import icon_label
from pos.ui.look.pager import Pager
from pos.ui.look.panels import in_a_row, rule, stacked
from pos.ui.look.photos import arrivals
from pos.ui.look.theme import GAP, Colour
from pos.ui.look.typed_words import matches
from pos.ui.look.words import Words
from pos.ui.messages import Message, told
from pos.ui.selling.found_row import ROW_HEIGHT, FoundProduct, FoundRow, stock_note
from pos.ui.selling.product_tile import shown_product
from pos.ui.session import Session


class _Rows(QWidget):
    """As many rows as there is room for; made once and shown again and again."""

    taken = Signal(int)
    resized = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: list[FoundRow] = []
        self._fitted = 0
        self._instead: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        arrivals().arrived.connect(self.update)

    @property
    def fits(self) -> int:
        """How many there is room for."""
        return max(1, self.height() // ROW_HEIGHT)

    def lay_over(self, instead: QWidget) -> None:
        """Have something that is shown in the place of the rows while there are none."""
        self._instead = instead
        instead.setParent(self)

    def show_products(self, products: Sequence[FoundProduct], chosen: int) -> None:
        """Show these, the one at the place `chosen` as the one that keys work on."""
        while len(self._rows) < len(products):
            self._add_row()
        for i, row in enumerate(self._rows):
            if i < len(products):
                row.show_product(products[i], chosen=i == chosen)
            row.setVisible(i < len(products))
        if self._instead is not None:
            self._instead.setVisible(not products)

    @property
    def chosen_words(self) -> str:
        """The row that keys work on as a screen reader says it; empty where there is none."""
        return next((row.accessibleName() for row in self._rows if row.isChecked() and not row.isHidden()), "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for i, row in enumerate(self._rows):
            row.setGeometry(0, i * ROW_HEIGHT, self.width(), ROW_HEIGHT)
        if self._instead is not None:
            self._instead.setGeometry(self.rect())
        if self.fits != self._fitted:
            self._fitted = self.fits
            self.resized.emit()

    def _add_row(self) -> None:
        row, place = FoundRow(self._desk.places.photos, self._desk.texts), len(self._rows)
        row.setParent(self)
        row.setGeometry(0, place * ROW_HEIGHT, self.width(), ROW_HEIGHT)
        row.clicked.connect(lambda: self.taken.emit(place))
        self._rows.append(row)


class SearchList(QFrame):
    """Never has the focus: who types stays in the scan field, which passes on what was typed and ↑ ↓ Enter Esc."""

    chosen = Signal(Product)
    open_item_wanted = Signal()
    """Sell something that is not in the list."""
    left = Signal()
    """Closed by touch; nothing was chosen."""
    troubled = Signal(Message)
    """The books could not be searched."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._texts = desk.texts
        self._session: Session | None = None
        self._typed = ""
        self._found: tuple[Product, ...] = ()
        self._stock: Mapping[str, StockPosition] = {}
        self._at = 0
        self._title = Words(pixels=18, bold=True)
        self._close = StepButton("x", self._texts._("Close the search"), 48, repeats=False)
        self._rows = _Rows(desk)
        self._nothing = QWidget()
        self._nothing_title = Words(pixels=26, bold=True, lines=3, align=Qt.AlignmentFlag.AlignHCenter)
        self._nothing_hint = Words(pixels=19, tone=Colour.PIEDRA, lines=3, align=Qt.AlignmentFlag.AlignHCenter)
        self._open_item = ActionButton(self._texts._("Sell without a code"), "pen", pixels=18)
        self._pager = Pager(self._texts)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setProperty("panel", "plain")
        column = stacked(self, margins=(1, 1, 1, 1), gap=0)
        head = in_a_row(margins=(14, 6, 8, 6), gap=12)
        head.addWidget(icon_label("search", 28))
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        column.addLayout(head)
        column.addWidget(rule())
        column.addWidget(self._rows, 1)
        column.addWidget(rule())
        foot = in_a_row(margins=(8, GAP, 8, GAP), gap=GAP)
        foot.addWidget(self._open_item)
        foot.addWidget(self._pager, 1)
        column.addLayout(foot)
        self._rows.lay_over(self._nothing)
        words = stacked(self._nothing, margins=(20, 20, 20, 20))
        words.addStretch(1)
        words.addWidget(icon_label("search", 64, Colour.INACTIVO), alignment=Qt.AlignmentFlag.AlignHCenter)
        words.addSpacing(16)
        words.addWidget(self._nothing_title)
        words.addWidget(self._nothing_hint)
        words.addStretch(1)

    def _connect(self) -> None:
        self._close.clicked.connect(self.left)
        self._open_item.clicked.connect(self.open_item_wanted)
        self._rows.taken.connect(self._take_row)
        self._rows.resized.connect(self._show)
        self._pager.turned.connect(self._turn)

    # --- being told ----------------------------------------------------------------------------------------------

    def start(self, session: Session) -> None:
        """Search for what the session's exhibition sells, in its currency."""
        self._session = session
        self.look_for("")

    def look_for(self, text: str) -> None:
        """Show what is found for so much of a name; for nothing, what can be typed."""
        self._typed = text.strip()
        try:
            self._search()
        except (Refusal, BooksUnavailable) as trouble:
            self.troubled.emit(told(trouble, self._texts))
        self._at = 0
        self._show()

    def step(self, by: int) -> None:
        """Let the keys work on the product so many rows further down; it never leaves the list."""
        self._at = min(max(0, self._at + by), max(0, len(self._found) - 1))
        self._show()
        announce(self, self._rows.chosen_words)

    def take(self) -> bool:
        """Choose the product that the keys work on; False where nothing was found."""
        if not self._found:
            return False
        self.chosen.emit(self._found[self._at])
        return True

    @property
    def found(self) -> Sequence[Product]:
        """The products found, the likeliest first."""
        return self._found

    # --- searching -----------------------------------------------------------------------------------------------

    def _search(self) -> None:
        self._found, self._stock = (), {}
        if self._session is None or not self._typed:
            return
        found = self._desk.finding.search(self._typed)
        self._stock = self._desk.finding.stock(self._session.exhibition.id, [product.sku for product in found])
        self._found = tuple(sorted(found, key=self._likeness))

    def _likeness(self, product: Product) -> int:
        """Its very code first, then names that begin with what was typed, then names that hold it, then the others."""
        if self._typed in {product.sku, product.barcode}:
            return 0
        bold = matches(in_language(product.name, self._texts.language), self._typed)
        if not bold:
            return 3
        return 1 if bold[0][0] == 0 else 2

    def _as_found(self, product: Product, session: Session) -> FoundProduct:
        note, warning = stock_note(self._stock.get(product.sku), self._texts)
        if not any(session.exhibition.takes_part(maker.unit) for maker in product.makers):
            note, warning = self._texts._("not at this fair"), True
        shown = shown_product(product, session.terms, session.exhibition.currency, self._texts)
        makers = self._texts.join([session.terms.unit(maker.unit).name for maker in product.makers])
        bold, makers_bold = matches(shown.name, self._typed), matches(makers, self._typed)
        return FoundProduct(shown, makers, bold, makers_bold, note, warning)

    # --- showing -------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        fits, count = self._rows.fits, len(self._found)
        page = self._at // fits
        self._pager.show_page(page, -(-count // fits))
        session, of_page = self._session, self._found[page * fits : (page + 1) * fits]
        rows = [self._as_found(product, session) for product in of_page] if session is not None else []
        self._rows.show_products(rows, self._at - page * fits)
        self._say(count)

    def _say(self, count: int) -> None:
        _ = self._texts._
        if not self._typed:
            self._title.say(_("Search"))
            self._nothing_title.say(_("Type a name"))
            self._nothing_hint.say(_("Of the product or of who made it; a few letters will do."))
        elif count:
            many = _("The first %(n)s: type more letters") if count >= FOUND else ""
            title = many or self._texts.ngettext("%(n)s product found", "%(n)s products found", count)
            self._title.say(title % {"n": self._texts.amount(count, 0)})
        else:
            self._title.say(_("Nothing found"))
            self._nothing_title.say(_("There is no “%(typed)s”") % {"typed": self._typed})
            self._nothing_hint.say(_("Try fewer letters or another word, or sell it without a code."))

    def _turn(self, page: int) -> None:
        self._at = page * self._rows.fits
        self._show()

    def _take_row(self, place: int) -> None:
        self._at = self._at // self._rows.fits * self._rows.fits + place
        self.take()
