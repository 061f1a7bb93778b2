"""The producers: what each brought, sold and is owed; and from here they are paid, and bring their goods."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from pos.domain.documents import SettlementPaper
from pos.domain.refusals import Refusal
from pos.domain.settlements import Payout, PayoutKind
from pos.domain.unit_days import Overview, UnitDay, UnitState
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.ui.choosers import PaperPlaces, asked_for
from pos.ui.look.dialogs import Question
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import MARGIN
from pos.ui.messages import Message, MessageBar, told
from pos.ui.producers.delivery_screen import DeliveryScreen
from pos.ui.producers.payout_sheet import PayoutSheet
from pos.ui.producers.producer_view import ProducerView
from pos.ui.producers.producers_bar import ProducersBar, Span, Whose
from pos.ui.producers.producers_cells import undelivered_words
from pos.ui.producers.producers_empty import NobodyYet
from pos.ui.producers.producers_panel import NARROW_WIDTH, WIDTH, UnitPanel
from pos.ui.producers.producers_papers_sheet import PapersSheet
from pos.ui.producers.producers_saving import save_for, strip_for
from pos.ui.producers.producers_table import ProducersTable
from pos.ui.scan import Scan
from pos.ui.screen import Screen
from pos.ui.session import Session

_NARROW = 1200
_SMALLEST = (960, 520)


class ProducersScreen(Screen):
    """All units at the left, one of them at the right; over both, at times, its account in pictures or its goods."""

    changed = Signal()
    """Something was written: a payout, or a note of goods."""
    cash_paid = Signal()
    """Cash goes from the drawer to a unit."""
    settlement_wanted = Signal(SettlementPaper)
    """A unit's settlement goes to the receipt printer."""

    def __init__(self, desk: Desk, places: PaperPlaces | None = None) -> None:
        super().__init__()
        self._desk, self._texts = desk, desk.texts
        self._places = places or asked_for(desk.texts)
        self._session: Session | None = None
        self._overview: Overview | None = None
        self._unit: UnitDay | None = None
        self._bar = ProducersBar(desk.texts)
        self._message = MessageBar()
        self._table = ProducersTable(desk.texts)
        self._nobody = NobodyYet(desk.texts)
        self._panel = UnitPanel(desk)
        self._view = ProducerView(desk)
        self._delivery = DeliveryScreen(desk)
        self._pages = QStackedWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        # Pages get smaller with the window; what they would like in a large one must not keep it large.
        self.setMinimumSize(*_SMALLEST)
        stacked(self).addWidget(self._pages)
        self._main = QWidget()
        row = in_a_row(self._main, margins=(MARGIN, 10, MARGIN, MARGIN), gap=MARGIN)
        column = stacked(gap=8)
        for part in (self._bar, self._message):
            column.addWidget(part)
        column.addWidget(self._table, 1)
        column.addWidget(self._nobody, 1)
        row.addLayout(column, 1)
        row.addWidget(self._panel)
        for page in (self._main, self._view, self._delivery):
            self._pages.addWidget(page)

    def _connect(self) -> None:
        self._bar.changed.connect(self.reload)
        self._bar.sheets_wanted.connect(self._open_sheets)
        for wanted in (self._bar.delivery_wanted, self._nobody.delivery_wanted):
            wanted.connect(self._open_delivery)
        self._table.chosen.connect(self.show_unit)
        self._table.entered.connect(self._open_view)
        self._panel.large_wanted.connect(self._open_view)
        self._panel.pay_wanted.connect(self._open_payout)
        self._view.left.connect(self._go_back)
        self._view.pay_wanted.connect(self._open_payout)
        self._view.sheet_wanted.connect(self._save_sheet)
        self._view.strip_wanted.connect(self._print_strip)
        self._delivery.left.connect(self._go_back)
        self._delivery.saved.connect(self._note_written)
        shortcut = QShortcut(QKeySequence("F12"), self._main, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._panel.press_pay)

    # --- showing -------------------------------------------------------------------------------------------------

    def start(self, session: Session) -> None:
        """Show the exhibition as it stands now; which days, whose, and goods half counted stay as they were left."""
        counting = self._pages.currentWidget() is self._delivery and self._delivery.is_counting(session)
        self._session = session
        if not counting:
            self._pages.setCurrentWidget(self._main)
        self.reload()

    def reload(self) -> None:
        """Read everything again."""
        if self._session is None:
            return
        session, texts = self._session, self._texts
        try:
            overview = self._desk.producers_day.overview(session.exhibition.id, self._day)
        except (Refusal, BooksUnavailable) as trouble:
            self.show_message(told(trouble, texts))
            return
        self._message.clear()
        self._overview = overview
        self._show_title(session)
        self._bar.show_owed(len(overview.owed))
        rows = overview.owed if self._bar.whose is Whose.OWED else overview.rows
        chosen = self._unit.row.unit if self._unit else ""
        if chosen not in {row.unit for row in rows}:
            chosen = rows[0].unit if rows else chosen
        self._table.setVisible(not overview.nobody_came)
        self._nobody.setVisible(overview.nobody_came)
        self._table.show_units(overview, rows, chosen)
        if chosen or overview.rows:
            self.show_unit(chosen or overview.rows[0].unit)

    def show_unit(self, unit: str) -> None:
        """Show one unit at the right."""
        if self._session is None:
            return
        try:
            self._unit = self._desk.producers_day.unit(self._session.exhibition.id, self._day, unit)
        except (Refusal, BooksUnavailable) as trouble:
            self.show_message(told(trouble, self._texts))
            return
        self._panel.show_unit(self._unit, self._session.terms, has_shift=self._has_shift)
        self._table.choose(unit)

    @property
    def unit(self) -> str:
        """The id of the unit that is shown, empty where none is."""
        return self._unit.row.unit if self._unit else ""

    @property
    def _day(self) -> date | None:
        if self._session is None or self._bar.span is Span.WHOLE:
            return None
        return self._session.exhibition.local_day(self._desk.clock.now())

    @property
    def _has_shift(self) -> bool:
        shift = self._session.shift if self._session else None
        return bool(self._session and shift and shift.exhibition == self._session.exhibition.id)

    def _show_title(self, session: Session) -> None:
        if self._day is None:
            exhibition = session.exhibition
            self._bar.show_title(exhibition.name, self._texts.date_range(exhibition.starts, exhibition.ends))
            return
        long, short = self._texts.weekday_day_month(self._day), self._texts.weekday_day(self._day)
        self._bar.show_title(*(words[0].upper() + words[1:] for words in (long, short)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._panel.setFixedWidth(NARROW_WIDTH if self.width() < _NARROW else WIDTH)

    # --- the frame's questions -------------------------------------------------------------------------------------

    def take_focus(self) -> None:
        """Let the arrows choose a unit, or what the page over the table needs."""
        page = self._pages.currentWidget()
        if page is self._main:
            self._table.setFocus()
        elif isinstance(page, (ProducerView, DeliveryScreen)):
            page.take_focus()

    def take_scan(self, scan: Scan) -> bool:
        """A producer's badge opens them, and a product's code its holder; goods that are counted are counted on."""
        if self._pages.currentWidget() is self._delivery:
            return self._delivery.take_scan(scan)
        try:
            unit = self._desk.finding.unit_of_badge(scan.readings)
            if unit is None:
                unit = self._desk.finding.find_anyway(scan.readings).holder
        except (Refusal, BooksUnavailable) as trouble:
            self.show_message(told(trouble, self._texts))
            return True
        self._message.clear()
        if self._overview and self._bar.whose is Whose.OWED and unit not in {row.unit for row in self._overview.owed}:
            self._bar.list_all()
            self.reload()
        self.show_unit(unit)
        if self._pages.currentWidget() is self._view:
            self._open_view()
        return True

    def show_message(self, message: Message) -> None:
        """Say what stands in the way, on the page that is shown."""
        page = self._pages.currentWidget()
        bar = page if isinstance(page, (ProducerView, DeliveryScreen)) else self._message
        bar.show_message(message)

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        page = self._pages.currentWidget()
        return page.message if isinstance(page, (ProducerView, DeliveryScreen)) else self._message.words

    # --- going on --------------------------------------------------------------------------------------------------

    def _open_view(self) -> None:
        if self._unit is not None and self._session is not None:
            self._view.show_unit(self._unit, self._session.terms)
            self._pages.setCurrentWidget(self._view)
            self.take_focus()

    def _open_delivery(self) -> None:
        if self._session is not None:
            self._delivery.start(self._session, self.unit)
            self._pages.setCurrentWidget(self._delivery)
            self.take_focus()

    def _go_back(self) -> None:
        self._pages.setCurrentWidget(self._main)
        self.reload()
        self.take_focus()

    def _open_sheets(self) -> None:
        if self._session is not None:
            PapersSheet(self.window(), self._desk, self._session.exhibition.id, self._places).ask()

    def _print_strip(self) -> None:
        if self._session is None or self._unit is None:
            return
        settlement, message = strip_for(self._desk, self._session, self._unit.row.unit)
        self._view.show_message(message)
        if settlement is not None:
            self.settlement_wanted.emit(settlement)

    def _save_sheet(self) -> None:
        if self._session is None or self._unit is None:
            return
        message = save_for(self, self._desk, self._session, self._unit.row.unit, self._places)
        if message is not None:
            self.show_message(message)

    def _open_payout(self) -> None:
        """Ask first where more went out than was delivered: the account may be wrong until that is explained."""
        if self._unit is None or not self._unit.row.is_owed:
            return
        if self._unit.row.state is not UnitState.COUNT:
            self._begin_payout()
            return
        texts = self._texts
        question = Question(
            self.window(),
            "warning",
            texts._("Count the goods of %(unit)s first?") % {"unit": self._unit.row.name},
            undelivered_words(self._unit.row.pieces.undelivered, texts),
            safe=texts._("Count first"),
            other=texts._("Pay all the same"),
        )
        question.answered.connect(self._begin_payout)
        question.ask()

    def _begin_payout(self) -> None:
        if self._unit is None or self._session is None:
            return
        sheet = PayoutSheet(self.window(), self._desk, self._session, self._unit, self._places)
        sheet.paid.connect(self._note_paid)
        sheet.finished.connect(self.take_focus)
        kind = self._panel.kind if self._has_shift else PayoutKind.TRANSFER
        try:
            sheet.start(kind)
        except (Refusal, BooksUnavailable) as trouble:
            sheet.reject()
            self.show_message(told(trouble, self._texts))

    def _note_paid(self, payout: Payout) -> None:
        if payout.kind is PayoutKind.CASH:
            self.cash_paid.emit()
        self._note_written()

    def _note_written(self) -> None:
        self.reload()
        if self._pages.currentWidget() is self._view:
            self._open_view()
        self.changed.emit()
