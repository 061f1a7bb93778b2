"""Closing a shift, step by step: count first, blind; then the result; then it is closed and handed over."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget

from pos.domain.close_notes import Remarks
from pos.domain.exhibitions import Exhibition
from pos.domain.refusals import NoOpenShift, Refusal
from pos.domain.shifts import ShiftClosed, count_cash
from pos.services.desk import Desk
from pos.services.shift_keeping import Counts
from pos.storage.database import BooksUnavailable
from pos.ui.counting.close_figures import close_figures
from pos.ui.counting.close_handover import HandOverPage
from pos.ui.counting.close_moves import MovesSheet
from pos.ui.counting.close_payments import PaymentsPage
from pos.ui.counting.close_result import ResultPage
from pos.ui.counting.close_steps import Steps, next_button, open_carts_message, skip_button, step_names
from pos.ui.counting.counting_page import LOW, NARROW, CountingPage, foreign_currencies
from pos.ui.kept_before import kept_before
from pos.ui.look.panels import Slot, stacked
from pos.ui.look.theme import MARGIN
from pos.ui.messages import Message, MessageBar, told
from pos.ui.printer_state import PrinterState, Stage
from pos.ui.screen import Screen
from pos.ui.session import Session


class CloseScreen(Screen):
    """Nothing that is expected is read, let alone shown, before the count is done (docs/domain.md, "Shift and close").

    Steps: the base currency, foreign ones where the fair takes any, other payments, the result, handing over.
    """

    shift_closed = Signal(ShiftClosed)
    """The close is in the books, just now."""
    closed = Signal(ShiftClosed)
    """The person is done with handing over."""
    left = Signal()
    """Back to selling, nothing closed."""
    paper_wanted = Signal()
    """The Z waits for the printer."""
    copy_wanted = Signal(ShiftClosed)
    """The Z is wanted once more."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._texts = desk.texts
        self._session: Session | None = None
        self._act_id = desk.act().id
        self._closed: ShiftClosed | None = None
        self._is_tried = False
        self._open_carts = 0
        stage = Stage.IDLE if desk.settings.printer else Stage.NO_PRINTER
        self._printer = PrinterState(stage)
        self._counting: list[CountingPage] = []
        self._payments: PaymentsPage | None = None
        self._steps: Steps | None = None
        self._steps_slot, self._pages_slot = Slot(), Slot()
        self._pages = QStackedWidget()
        self._message = MessageBar()
        self._result = ResultPage(desk.texts)
        self._hand_over = HandOverPage(desk.texts)
        self._build()
        self._connect_keys()

    def _build(self) -> None:
        column = stacked(self, margins=(MARGIN, MARGIN, MARGIN, MARGIN), gap=MARGIN)
        column.addWidget(self._steps_slot)
        column.addWidget(self._message)
        column.addWidget(self._pages_slot, 1)
        self._message.acted.connect(self.left)

    def _connect_keys(self) -> None:
        for keys, slot in (("F12", self._press), ("Esc", self._go_back), ("F9", self._press_copy)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # --- beginning -----------------------------------------------------------------------------------------------

    def start(self, session: Session, open_carts: int = 0) -> None:
        """Begin to count the session's shift; what is counted of it already stays. So many carts are not paid yet."""
        goes_on = self.is_counting(session)
        self._session, self._open_carts = session, open_carts
        if goes_on:
            if self._step == self._result_step:
                self._show_result()  # the drawer may have moved since
            elif self._closed is None:
                self._tell_open_carts()
            return
        self._closed, self._is_tried = None, False
        # One id for the whole close: trying again after trouble with the disk closes nothing twice.
        self._act_id = self._desk.act().id
        self._lay_out(session.exhibition)
        self._show(0)
        self._tell_open_carts()

    def is_counting(self, session: Session) -> bool:
        """Whether the session's shift is counted already, be it in part; or it was closed here and is handed over."""
        before = self._session
        if before is None or before.shift is None or session.shift is None or before.shift.id != session.shift.id:
            return False
        if foreign_currencies(before.exhibition) != foreign_currencies(session.exhibition):
            return False  # another catalogue: what the pages ask for is not what can be counted any more
        return self._step > 0 or any(page.is_counted for page in self._counting)

    def _lay_out(self, exhibition: Exhibition) -> None:
        t = self._texts
        blind = t._("Count without haste. What there should be is told after you have counted.")
        drawers = [[exhibition.currency], foreign_currencies(exhibition)]
        self._counting = [CountingPage(moneys, t, blind, "eye-off") for moneys in drawers if moneys]
        self._payments = PaymentsPage(exhibition.currency, t)
        self._result, self._hand_over = ResultPage(t), HandOverPage(t)
        self._fill_pages(self._payments)
        self._steps = Steps(step_names([moneys for moneys in drawers if moneys], t), t)
        self._steps.wanted.connect(self._show)
        self._steps_slot.put(self._steps)
        self._steps_slot.setFixedHeight(self._steps.height())
        self._make_room()

    def _fill_pages(self, payments: PaymentsPage) -> None:
        t = self._texts
        for place, page in enumerate(self._counting):
            if place:
                page.add_button(skip_button(t._("There is none"), page.clear, page.go_on))
            page.add_button(next_button(t, page.go_on))
            page.finished.connect(self._go_on)
        payments.add_button(skip_button(t._("I don't know, go on"), payments.clear, self._go_on))
        payments.add_button(next_button(t, payments.finish))
        payments.finished.connect(self._go_on)
        self._result.recount_wanted.connect(lambda: self._show(0))
        self._result.moves_wanted.connect(self._show_moves)
        self._result.close_wanted.connect(self._close)
        self._hand_over.finished.connect(self._finish)
        self._hand_over.copy_wanted.connect(self._want_copy)
        self._pages = QStackedWidget()
        for part in (*self._counting, payments, self._result, self._hand_over):
            self._pages.addWidget(part)
        self._pages_slot.put(self._pages)

    def _tell_open_carts(self) -> None:
        self._message.clear()
        if self._open_carts and self._closed is None:
            self.show_message(open_carts_message(self._open_carts, self._texts))

    # --- going through it ----------------------------------------------------------------------------------------

    @property
    def _step(self) -> int:
        return self._pages.currentIndex()

    @property
    def _result_step(self) -> int:
        return self._pages.indexOf(self._result)

    def _go_on(self) -> None:
        if self._step + 1 == self._result_step:
            self._show_result()
        else:
            self._show(self._step + 1)

    def _go_back(self) -> None:
        if self._closed is not None:
            return  # what is closed stays closed
        if self._step:
            self._show(self._step - 1)
        else:
            self.left.emit()

    def _show(self, step: int) -> None:
        self._pages.setCurrentIndex(step)
        if self._steps is not None:
            self._steps.show_step(step, can_go_back=self._closed is None)
        page = self._pages.currentWidget()
        if isinstance(page, CountingPage | PaymentsPage):
            page.begin()
        else:
            self.take_focus()

    def take_focus(self) -> None:
        page = self._pages.currentWidget()
        if isinstance(page, CountingPage | PaymentsPage | ResultPage | HandOverPage):
            page.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        if self._steps is not None:
            self._steps.make_room(narrow=self.width() < NARROW, low=self.height() < LOW)
            self._steps_slot.setFixedHeight(self._steps.height())
        self._message.make_low(low=self.height() < LOW)

    # --- the result, and closing ---------------------------------------------------------------------------------

    @property
    def _counts(self) -> Counts:
        """What was counted; the base currency was counted in any case, as nothing where nothing was typed."""
        counts: dict[str, dict[str, int]] = {code: {} for code in self._counting[0].totals}
        return counts | {code: counted for page in self._counting for code, counted in page.counts.items()}

    def _show_result(self) -> None:
        """Read what there should be, now that all is counted."""
        if self._session is None or self._payments is None:
            return
        exhibition = self._session.exhibition
        totals = {code: minor for page in self._counting for code, minor in page.totals.items()}
        try:
            shift = self._desk.till.shifts.so_far(self._desk.settings.till, exhibition.id)
        except NoOpenShift as refusal:
            if self._is_tried:  # it was closed, although the disk said otherwise: asking once more tells with what
                self._close()
            else:
                self.show_message(told(refusal, self._texts))
            return
        except (Refusal, BooksUnavailable) as trouble:
            self.show_message(told(trouble, self._texts))
            return
        terms = self._session.terms
        self._tell_open_carts()
        self._result.show_result(close_figures(shift, totals, self._payments.seen, terms, self._texts))
        self._show(self._result_step)

    def _show_moves(self) -> None:
        if self._session is None:
            return
        try:
            moves = self._desk.till.shifts.drawer_moves(self._desk.settings.till)
        except BooksUnavailable as trouble:
            self.show_message(told(trouble, self._texts))
        else:
            MovesSheet(self.window(), moves, self._session.terms, self._texts).ask()

    def _close(self) -> None:
        if self._session is None or self._payments is None or self._closed is not None:
            return
        exhibition = self._session.exhibition
        act = replace(self._desk.act(exhibition.id), id=self._act_id)
        counts, remarks = self._counts, Remarks(self._result.happened, self._payments.seen)
        self._is_tried = True
        try:
            closed = self._desk.till.shifts.close(act, counts, remarks, paper=True)
        except (Refusal, BooksUnavailable) as trouble:
            self.show_message(told(trouble, self._texts))
            return
        self._closed = closed
        self._message.clear()
        if self._printer.stage is Stage.PRINTED:  # a receipt was; the Z is not yet
            self._printer = PrinterState(Stage.IDLE)
        self._hand_over.show_printer(self._printer)
        self._hand_over.show_closed(closed, self._to_pay(exhibition))
        self._show(self._pages.indexOf(self._hand_over))
        before = kept_before(closed, self._session.terms, self._texts, counted=count_cash(counts, exhibition))
        if before is not None:
            self.show_message(before)
        self.shift_closed.emit(closed)
        self.paper_wanted.emit()

    def _to_pay(self, exhibition: Exhibition) -> int | None:
        """How many units are owed something; None where the books can't be read just now: the shift is closed."""
        try:
            return sum(unit.balance.minor > 0 for unit in self._desk.reporting.report(exhibition.id).units)
        except (Refusal, BooksUnavailable) as trouble:
            self.show_message(told(trouble, self._texts))
            return None

    def show_printer(self, state: PrinterState) -> None:
        """How the printer is: while the drawer is handed over, how the Z is."""
        self._printer = state
        self._hand_over.show_printer(state)

    def _finish(self) -> None:
        if self._closed is not None:
            self.closed.emit(self._closed)

    def _want_copy(self) -> None:
        if self._closed is not None:
            self.copy_wanted.emit(self._closed)

    def _press(self) -> None:
        if self._pages.currentWidget() is self._result:
            self._result.press()

    def _press_copy(self) -> None:
        if self._closed is not None:
            self._hand_over.press_copy()

    # --- messages ------------------------------------------------------------------------------------------------

    def show_message(self, message: Message) -> None:
        self._message.show_message(message)

    @property
    def message(self) -> str:
        return self._message.words
