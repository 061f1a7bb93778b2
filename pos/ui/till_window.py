"""The till's window: which screen is shown, and what follows from what a person did there."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget

from pos.domain.basket import Basket
from pos.domain.exhibitions import Exhibition
from pos.domain.refusals import ExhibitionClosed, ExhibitionOver, NoOpenShift, Refusal
from pos.domain.sales import Sale
from pos.domain.shifts import ShiftClosed
from pos.domain.tenders import Tender
from pos.services.cataloguing import Terms
from pos.services.desk import Desk
from pos.settings import write_settings
from pos.storage.database import BooksUnavailable
from pos.storage.journal import OpenShift
from pos.troubles import trouble as trouble_words
from pos.ui.count_screen import CountScreen
from pos.ui.dialogs import Question
from pos.ui.done_screen import DoneScreen
from pos.ui.emblems import Band
from pos.ui.exhibition_screen import ExhibitionScreen, State
from pos.ui.import_screen import ChooseFile, ImportScreen
from pos.ui.messages import Message, Tone, told
from pos.ui.outcomes import closing_message, is_of, over_message, saved_before
from pos.ui.panels import stacked
from pos.ui.payment_screen import PaymentScreen
from pos.ui.receipt_printing import ReceiptPrinting, Stage
from pos.ui.selling_screen import SellingScreen
from pos.ui.status_strip import StatusStrip

CLOCK_MILLISECONDS = 10_000
SMALLEST = (1024, 600)
"""The smallest screen that the till is readable on, in pixels."""

Screen = ImportScreen | ExhibitionScreen | CountScreen | SellingScreen | PaymentScreen | DoneScreen


class TillWindow(QWidget):
    """One window: the band, the strip, and one screen at a time.

    It keeps what outlasts a screen: the exhibition, the open shift, the id of the sale being made, the sale before.
    """

    def __init__(self, desk: Desk, choose_file: ChooseFile) -> None:
        super().__init__()
        self._desk = desk
        self._texts = desk.texts
        self._terms: Terms | None = None
        self._exhibition: Exhibition | None = None
        self._chosen = desk.settings.exhibition
        self._shift: OpenShift | None = None
        self._sale_id = desk.act().id
        self._sale: Sale | None = None
        self._leaving = False
        self._printing = ReceiptPrinting(desk)
        self._strip = StatusStrip(desk.texts)
        self._import = ImportScreen(desk, choose_file)
        self._exhibitions = ExhibitionScreen(desk.texts)
        self._count = CountScreen(desk)
        self._selling = SellingScreen(desk.till.catalogue, desk.texts)
        self._payment = PaymentScreen(desk.texts)
        self._done = DoneScreen(desk.texts)
        self._current: Screen = self._import
        self._clock = QTimer(self)
        self._build()
        self._connect()
        self.begin()

    def _build(self) -> None:
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Qhatu")
        self.resize(1366, 768)
        self._screens = QStackedWidget()
        for screen in (self._import, self._exhibitions, self._count, self._selling, self._payment, self._done):
            self._screens.addWidget(screen)
        column = stacked(self, gap=0)
        # The screens not shown must not keep the window larger than the one that is needs.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(*SMALLEST)
        column.addWidget(Band())
        column.addWidget(self._strip)
        column.addWidget(self._screens, 1)
        self._strip.show_till(self._desk.settings.till)
        self._show_printer()
        self._show_time()
        self._clock.start(CLOCK_MILLISECONDS)

    def _connect(self) -> None:
        self._clock.timeout.connect(self._show_time)
        self._strip.printer_touched.connect(self.print_waiting)
        self._strip.close_shift_wanted.connect(self._start_closing)
        self._import.imported.connect(self._note_import)
        self._import.left.connect(self.begin)
        self._exhibitions.chosen.connect(self._choose)
        self._exhibitions.import_wanted.connect(self._start_import)
        self._exhibitions.acted.connect(self._start_closing)
        self._count.opened.connect(self.begin)
        self._count.closed.connect(self._note_close)
        self._count.left.connect(self.begin)
        self._selling.pay_wanted.connect(self._start_payment)
        self._selling.copy_wanted.connect(self._print_copy)
        self._selling.cart_changed.connect(self._offer_closing)
        self._selling.acted.connect(self.begin)
        self._payment.left.connect(lambda: self._show(self._selling))
        self._payment.finish_wanted.connect(self._finish)
        self._done.next_wanted.connect(lambda: self._show(self._selling))
        self._done.typed.connect(self._type_on)
        self._done.copy_wanted.connect(self._print_copy)
        self._printing.changed.connect(self._show_printer)
        self._printing.failed.connect(self._tell)

    # --- before selling ------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Show what comes next: a network's file, the choice of an exhibition, the opening of a shift, or the till."""
        try:
            if self._desk.till.catalogue.is_empty():
                self._import.start(can_leave=False)
                self._show(self._import)
                return
            self._terms = self._desk.till.catalogue.terms()
            self._shift = self._desk.till.shifts.current(self._desk.settings.till)
            self._take_place(self._terms)
        except (Refusal, BooksUnavailable) as trouble:
            self._tell(trouble)

    def _take_place(self, terms: Terms) -> None:
        """Go to the exhibition that the open shift is of, else the one chosen, else the only one."""
        wanted = self._shift.exhibition if self._shift else self._chosen
        known = [e for e in terms.exhibitions if e.id == wanted] or list(terms.exhibitions)
        self._exhibition = known[0] if len(known) == 1 else None
        self._strip.show_shift(
            self._shift.cashier if self._shift else "", self._exhibition.name if self._exhibition else ""
        )
        if self._exhibition is None:
            self._show_exhibitions(terms)
        elif (state := self._state(self._exhibition)) is not State.OPEN:
            self._show_exhibitions(terms)
            shift_open = self._shift is not None
            self._exhibitions.show_message(
                over_message(self._exhibition.name, state, self._texts, shift_open=shift_open)
            )
        elif self._shift is None:
            self._count.show_opening(self._exhibition)
            self._show(self._count)
        else:
            if not self._selling.is_at(self._exhibition):
                self._selling.start(terms, self._exhibition)
            self._show(self._selling)

    def _state(self, exhibition: Exhibition) -> State:
        if self._desk.till.catalogue.is_closed(exhibition.id):
            return State.CLOSED
        return State.OVER if exhibition.is_over(self._desk.clock.now()) else State.OPEN

    def _show_exhibitions(self, terms: Terms) -> None:
        self._exhibitions.show_exhibitions([(e, self._state(e)) for e in terms.exhibitions])
        self._show(self._exhibitions)

    def _choose(self, exhibition: Exhibition) -> None:
        if self._shift is not None:
            self._start_closing()
            return
        self._chosen = exhibition.id
        self.begin()
        try:
            write_settings(self._desk.places.settings, replace(self._desk.settings, exhibition=exhibition.id))
        except OSError:
            title = self._texts._("The choice of the fair could not be saved.")
            self._current.show_message(Message(Tone.WARN, title, self._texts._("It will be asked again next time.")))

    def _start_import(self) -> None:
        self._import.start(can_leave=True)
        self._show(self._import)

    def _note_import(self) -> None:
        self._selling.forget()
        self.begin()

    def _start_closing(self) -> None:
        if self._exhibition is not None and self._shift is not None:
            self._count.show_closing(self._exhibition, self._shift.cashier)
            self._show(self._count)

    def _note_close(self, closed: ShiftClosed) -> None:
        self._selling.forget()
        self.begin()
        self._current.show_message(closing_message(closed, self._texts))

    # --- selling -------------------------------------------------------------------------------------------------

    def _start_payment(self) -> None:
        if self._selling.cart is not None and self._exhibition is not None:
            self._payment.start(self._selling.cart.basket.due, self._exhibition)
            self._show(self._payment)

    def _finish(self, tenders: list[Tender] | None) -> None:
        if self._selling.cart is None or self._exhibition is None or self._terms is None:
            return
        basket = self._selling.cart.basket
        act = replace(self._desk.act(self._exhibition.id), id=self._sale_id)
        try:
            sold = self._desk.till.selling.finish(act, basket, tenders, paper=self._printing.has_printer)
        except (NoOpenShift, ExhibitionOver, ExhibitionClosed) as refusal:
            self._show(self._selling)
            self._tell(refusal, action=self._texts._("Go on"))
        except Refusal as refusal:
            self._tell(refusal)
        except BooksUnavailable as trouble:
            self._tell(trouble, action=self._texts._("Try again"))
        else:
            self._note_sale(sold.sale, basket, self._terms, self._exhibition)

    def _note_sale(self, sale: Sale, basket: Basket, terms: Terms, exhibition: Exhibition) -> None:
        self._sale, self._sale_id = sale, self._desk.act().id
        if not is_of(sale, basket):
            # The disk failed while this sale was saved, and it was saved after all; then the cart was changed.
            self._show(self._selling)
            self._selling.show_message(saved_before(sale, self._texts))
            return
        self._selling.start(terms, exhibition)
        self._selling.show_last_sale(sale, exhibition.currency.digits, can_print=self._printing.has_printer)
        self._done.show_sale(sale, terms)
        self._done.show_printer(self._printing.state)
        self._show(self._done)
        self.print_waiting()

    def _type_on(self, event: QKeyEvent) -> None:
        self._show(self._selling)
        self._selling.type_on(event)

    def _offer_closing(self) -> None:
        cart = self._selling.cart
        self._strip.offer_closing(offered=self._current is self._selling and cart is not None and cart.is_empty)

    # --- paper ---------------------------------------------------------------------------------------------------

    def print_waiting(self) -> None:
        """Send what waits to the printer."""
        try:
            self._printing.print_waiting()
        except BooksUnavailable as trouble:
            self._tell(trouble)

    def _print_copy(self) -> None:
        """The receipt once more: itself where it still waits, else a copy."""
        if self._sale is None:
            return
        try:
            if self._printing.state.stage is Stage.WAITING and self._printing.state.waiting:
                self._printing.print_waiting()
            else:
                self._printing.print_copy(self._sale)
        except BooksUnavailable as trouble:
            self._tell(trouble)

    def _show_printer(self) -> None:
        self._strip.show_printer(self._printing.state)
        self._done.show_printer(self._printing.state)

    # --- the window itself ---------------------------------------------------------------------------------------

    def _show(self, screen: Screen) -> None:
        self._current = screen
        self._screens.setCurrentWidget(screen)
        self._offer_closing()
        screen.take_focus()

    def _tell(self, trouble: Refusal | BooksUnavailable, *, action: str = "") -> None:
        self._current.show_message(told(trouble, self._texts, action=action))

    def _show_time(self) -> None:
        self._strip.show_time(self._desk.clock.now())

    def tell_fault(self, fault_id: str) -> None:
        """Say that the program itself failed, with the id under which the log has it."""
        told_as = trouble_words("program-fault", {"id": fault_id}, self._texts)
        title, _, detail = told_as.partition(". ")
        if any(question.isVisible() for question in self.findChildren(Question)):
            return  # a fault that repeats itself is in the log each time, and before the person once
        Question(self, "error", title, detail, safe=self._texts._("Go on")).ask()

    def closeEvent(self, event: QCloseEvent) -> None:
        cart = self._selling.cart
        if cart is not None and not cart.is_empty and not self._leaving:
            event.ignore()
            self._ask_to_leave()
            return
        # Out of sight first: a printer that does not answer may hold us for a while.
        self.hide()
        self._clock.stop()
        self._printing.stop()
        super().closeEvent(event)

    def _ask_to_leave(self) -> None:
        _ = self._texts._
        question = Question(
            self,
            "warning",
            _("There is a sale that is not finished."),
            _("If you close the till now, its cart is lost."),
            safe=_("Go on selling"),
            other=_("Close and lose the cart"),
        )
        question.answered.connect(self._leave)
        question.ask()

    def _leave(self) -> None:
        self._leaving = True
        self.close()
