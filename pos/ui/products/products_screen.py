"""The products: all of them in a table, how many labels each needs, and the labels as they will be printed."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut

from pos.domain.label_formats import MOST_LABELS
from pos.domain.labels import Copies
from pos.domain.refusals import Refusal
from pos.services.desk import Desk
from pos.services.labelling import Wish
from pos.storage.database import BooksUnavailable
from pos.ui.choosers import PaperPlaces, asked_for
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import MARGIN
from pos.ui.messages import Message, MessageBar, Tone, Trouble, told
from pos.ui.producers.producers_papers import file_trouble
from pos.ui.products.label_counts import LabelCounts
from pos.ui.products.label_panel import NARROW_WIDTH, WIDE_WIDTH, WIDTH, LabelPanel
from pos.ui.products.label_printing import MOST_ON_STRIP, save_labels, strip_of, strip_picture_of
from pos.ui.products.paper_kinds import Paper
from pos.ui.products.product_listing import MOST_FOUND, ProductListing
from pos.ui.products.product_rows import ProductRow
from pos.ui.products.products_bar import ProductsBar
from pos.ui.products.products_empty import NoProducts
from pos.ui.products.products_table import ProductsTable
from pos.ui.products.row_reading import rows_of
from pos.ui.products.unit_sheet import UnitSheet
from pos.ui.scan import Scan
from pos.ui.screen import Screen
from pos.ui.session import Session

_NARROW, _WIDE = 1200, 1700


class ProductsScreen(Screen):
    """The table at the left, the labels at the right. Counts stay until they are cleared or somebody else signs in."""

    strip_wanted = Signal(object)
    """Labels go to the receipt printer: the strip, laid out."""
    import_wanted = Signal()

    def __init__(self, desk: Desk, places: PaperPlaces | None = None) -> None:
        super().__init__()
        self._desk, self._texts = desk, desk.texts
        self._places = places or asked_for(desk.texts)
        self._session: Session | None = None
        self._unit = ""
        self._to_label = False
        self._counts = LabelCounts()
        self._lists = ProductListing(desk)
        self._bar = ProductsBar(desk.texts)
        self._message = MessageBar()
        self._empty = NoProducts(desk.texts)
        self._table = ProductsTable(self._read, self._counts.of, desk.places.photos, desk.texts, self._empty)
        self._panel = LabelPanel(desk.texts, desk.settings.receipt_width, has_printer=bool(desk.settings.printer))
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setMinimumSize(960, 520)  # the table gets smaller with the window
        row = in_a_row(self, margins=(MARGIN, 10, MARGIN, MARGIN), gap=MARGIN)
        column = stacked(gap=8)
        column.addWidget(self._bar)
        column.addWidget(self._message)
        column.addWidget(self._table, 1)
        row.addLayout(column, 1)
        row.addWidget(self._panel)

    def _connect(self) -> None:
        field = self._bar.field
        field.stepped.connect(self._table.step)
        field.turned.connect(self._table.turn)
        field.counted.connect(self._count_row)
        field.cleared.connect(self._clear_row)
        self._bar.searched.connect(self.reload)
        self._bar.unit_wanted.connect(self._ask_unit)
        self._bar.to_label_wanted.connect(self._want_to_label)
        self._table.chosen.connect(self._show_label)
        self._table.stepped.connect(self._step)
        self._table.failed.connect(self._tell)
        self._panel.changed.connect(self._show_paper)
        self._panel.clear_wanted.connect(self._clear_all)
        self._panel.print_wanted.connect(self._print)
        self._empty.import_wanted.connect(self.import_wanted)
        shortcut = QShortcut(QKeySequence("Ctrl+P"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._panel.press_print)

    # --- listing --------------------------------------------------------------------------------------------------

    def start(self, session: Session) -> None:
        """List what is there now; what is searched for and counted stays, unless somebody else signed in."""
        if self._session is not None and self._session.person.id != session.person.id:
            self._counts.put_all(())
            self._list_everything()
        self._session = session
        self.reload()

    def reload(self) -> None:
        """Read what is listed again."""
        if self._session is None:
            return
        self._message.clear()
        exhibition, typed = self._session.exhibition, self._bar.typed
        to_label_at = exhibition.id if self._to_label else ""
        try:
            skus = self._lists.skus(typed, self._unit, to_label_at)
        except (Refusal, BooksUnavailable) as trouble:
            self._tell(trouble)
            return
        self._say_empty()
        chosen = self._table.row
        symbol = self._texts.symbol(exhibition.currency.code)
        self._table.show_products(skus, symbol, chosen.product.sku if chosen and not typed else "")
        many = self._texts._("The first %(n)s: type more letters") if self._lists.is_cut else ""
        self._table.note(many % {"n": MOST_FOUND} if many else "")
        self._show_counts()

    def _read(self, skus: Sequence[str]) -> Sequence[ProductRow]:
        if self._session is None:
            return ()
        listed = self._desk.labelling.listed(skus, self._session.exhibition)
        return rows_of(listed, self._session.terms, self._texts)

    def _say_empty(self) -> None:
        if self._bar.typed or self._unit:
            self._empty.show_nothing_found(self._bar.typed)
        elif self._to_label:
            self._empty.show_all_labelled()
        else:
            self._empty.show_nothing_yet()

    def _list_everything(self) -> None:
        """Without a search and without conditions."""
        self._unit, self._to_label = "", False
        self._bar.show_unit("")
        self._bar.show_to_label(on=False)
        self._bar.field.blockSignals(True)
        self._bar.field.clear()
        self._bar.field.blockSignals(False)

    def _ask_unit(self) -> None:
        session = self._session
        if session is None:
            return
        sheet = UnitSheet(self.window(), self._desk, session.terms, self._unit)
        sheet.taken.connect(self._take_unit)
        sheet.finished.connect(self.take_focus)
        sheet.ask()

    def _take_unit(self, unit: str) -> None:
        if self._session is not None:
            self._unit = unit
            self._bar.show_unit(self._session.terms.unit(unit).name if unit else "")
            self.reload()

    # --- counting -------------------------------------------------------------------------------------------------

    def _want_to_label(self, wanted: bool) -> None:
        self._to_label = wanted
        self._bar.show_to_label(on=wanted)
        self.reload()
        if wanted and self._session is not None and self._table.skus:
            try:
                self._count_delivered(self._session)
            except (Refusal, BooksUnavailable) as trouble:
                self._tell(trouble)

    def _count_delivered(self, session: Session) -> None:
        """A label for each piece that is left, and one for what is new; what has no price can have none."""
        if len(self._table.skus) > MOST_LABELS:
            title = self._texts._("These are too many to count at once.")
            self.show_message(Message(Tone.WARN, title, self._texts._("Choose a producer first.")))
            return
        wishes = self._desk.labelling.to_label(session.exhibition, unit=self._unit)
        rows = self._desk.labelling.listed([wish.code for wish in wishes], session.exhibition)
        priced = {row.product.sku for row in rows if row.price is not None}
        self._counts.put_all(Wish(wish.code, wish.count) for wish in wishes if wish.code in priced)
        self._table.repaint_counts()
        self._show_counts()

    def _count_row(self, by: int) -> None:
        row = self._table.row
        if row is not None:
            self._step(row.product.sku, by)
            self._table.say_row()

    def _step(self, sku: str, by: int) -> None:
        row = self._table.row
        if row is not None and row.product.sku == sku and not row.price:
            return  # the row says why
        if self._counts.step(sku, by):
            self._table.repaint_counts()
            self._show_counts()

    def _clear_row(self) -> None:
        row = self._table.row
        if row is not None and self._counts.drop(row.product.sku):
            self._table.repaint_counts()
            self._show_counts()

    def _clear_all(self) -> None:
        self._counts.put_all(())
        self._table.repaint_counts()
        self._show_counts()
        self.take_focus()

    # --- the labels -----------------------------------------------------------------------------------------------

    def _show_paper(self) -> None:
        self._show_label()
        self._show_counts()

    def _show_label(self) -> None:
        """The label of the row that keys work on, or why it has none."""
        row, session, panel = self._table.row, self._session, self._panel
        if row is None or session is None:
            panel.show_reason("")
            return
        if not row.price:
            words = self._texts._("%(product)s has no price in %(currency)s, so it can have no label.")
            money = self._texts.currency_name(session.exhibition.currency.code)
            panel.show_reason(words % {"product": row.name, "currency": money})
            return
        try:
            label = self._desk.labelling.label(row.product, session.exhibition.currency, self._language(session))
            if panel.paper is Paper.STRIP:
                panel.show_strip(strip_picture_of(self._desk, label), row.name)
            else:
                label.plan(panel.label_size, dots=panel.paper is Paper.ROLL)
                panel.show_label(label)
        except (Refusal, BooksUnavailable) as trouble:
            message = told(trouble, self._texts)
            panel.show_reason(f"{message.title} {message.detail}".strip())

    def _show_counts(self) -> None:
        sheet, session = self._panel.paper.sheet, self._session
        copies: Sequence[Copies] = ()
        if sheet is not None and session is not None:
            first = list(self._counts.first(sheet.per_sheet - self._panel.start + 1))
            try:
                copies = self._desk.labelling.wanted(first, session.exhibition.currency, self._language(session)).copies
            except (Refusal, BooksUnavailable) as trouble:
                self._tell(trouble)
        self._panel.show_wanted(self._counts.total, copies)

    @staticmethod
    def _language(session: Session) -> str:
        """What the buyers read."""
        return session.exhibition.language(session.terms.network.language)

    # --- printing -------------------------------------------------------------------------------------------------

    def _print(self) -> None:
        session = self._session
        if session is None or not self._counts.total:
            return
        self._message.clear()
        try:
            language = self._language(session)
            wanted = self._desk.labelling.wanted(self._counts.wishes(), session.exhibition.currency, language)
            if wanted.refused:
                self._tell(wanted.refused[0].refusal)
            elif self._panel.paper is Paper.STRIP:
                self._print_strip(wanted.copies)
            else:
                self._save(wanted.copies)
        except (Refusal, BooksUnavailable) as trouble:
            self._tell(trouble)
        except OSError as error:
            self.show_message(file_trouble(error, self._texts))

    def _print_strip(self, copies: Sequence[Copies]) -> None:
        texts = self._texts
        if self._counts.total > MOST_ON_STRIP:
            title = texts._("That is more than a roll of receipt paper has room for.")
            detail = texts._("Print at most %(n)s labels at a time.") % {"n": MOST_ON_STRIP}
            self.show_message(Message(Tone.WARN, title, detail))
            return
        self.strip_wanted.emit(strip_of(self._desk, copies))
        self.show_message(Message(Tone.HELP, texts._("The labels go to the receipt printer.")))

    def _save(self, copies: Sequence[Copies]) -> None:
        texts = self._texts
        target = self._places.file(self, f"{texts._('labels')}.pdf")
        if target is None:
            return
        target = target.with_name(f"{target.name}.pdf") if target.suffix.lower() != ".pdf" else target
        self._write(copies, target)
        self._places.show(target)
        self.show_message(Message(Tone.HELP, texts._("The labels are saved."), str(target)))

    def _write(self, copies: Sequence[Copies], target: Path) -> None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            save_labels(self._desk, copies, self._panel.paper, self._panel.start, target)
        finally:
            QGuiApplication.restoreOverrideCursor()

    # --- the frame's questions ------------------------------------------------------------------------------------

    def take_focus(self) -> None:
        """Letters search, arrows choose."""
        self._bar.field.setFocus()

    def take_scan(self, scan: Scan) -> bool:
        """A badge lists its producer's products; a product's code chooses it and counts a label more."""
        self._message.clear()
        try:
            unit = self._desk.finding.unit_of_badge(scan.readings)
            if unit is not None:
                self._take_unit(unit)
                return True
            product = self._desk.finding.find_anyway(scan.readings)
        except (Refusal, BooksUnavailable) as trouble:
            self._tell(trouble)
            return True
        if not self._table.choose(product.sku):
            self._list_everything()
            self.reload()
            if not self._table.choose(product.sku):
                return False  # what has no price of its own is in no list, and has no label
        self._count_row(1)
        return True

    def show_message(self, message: Message) -> None:
        """Say what stands in the way, over the table."""
        self._message.show_message(message)

    def _tell(self, trouble: Trouble) -> None:
        self.show_message(told(trouble, self._texts))

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = NARROW_WIDTH if self.width() < _NARROW else WIDE_WIDTH if self.width() >= _WIDE else WIDTH
        self._panel.setFixedWidth(width)
