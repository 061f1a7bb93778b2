"""The till's window: its frame, which screen is in it, and where scans, troubles and the time go."""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QMargins, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QLayout, QStackedWidget, QWidget

from pos.domain.people import Person
from pos.domain.shifts import ShiftClosed
from pos.hardware.interfaces import ReaderState, Sound
from pos.services.desk import Desk
from pos.settings import Settings
from pos.storage.database import BooksUnavailable
from pos.troubles import trouble as trouble_words
from pos.ui.beginning.beginning_flow import BeginningFlow
from pos.ui.choosers import Choosers
from pos.ui.display.customer_display import CustomerDisplay
from pos.ui.display.pole import pole_of
from pos.ui.fair_state import FairState
from pos.ui.first_paint import FirstPaint
from pos.ui.look.buttons import show_practice
from pos.ui.look.dialogs import Question
from pos.ui.look.emblems import Band
from pos.ui.look.panels import stacked
from pos.ui.messages import Message, told
from pos.ui.notices import NoticeOf
from pos.ui.outcomes import closing_message, half_scanned, nothing_scanned, over_message, scanner_notice
from pos.ui.place_tabs import Place
from pos.ui.places_flow import PlacesFlow
from pos.ui.practice_frame import FRAME, PracticeFrame, PracticeStripes
from pos.ui.receipt_printing import ReceiptPrinting
from pos.ui.scan import Scan
from pos.ui.scanner_input import ScannerInput, TimeOf, pressed_at
from pos.ui.screen import Screen
from pos.ui.session import Session
from pos.ui.sheet import Sheet
from pos.ui.spool.spool_flow import SpoolFlow
from pos.ui.status_strip import StatusStrip
from pos.ui.till_flow import Paying, TillFlow
from pos.ui.wired_scanner import around_codes

CLOCK_MILLISECONDS = 10_000
BATTERY_MILLISECONDS = 60_000
SMALLEST = (1024, 600)
"""The smallest screen that the till is readable on, in pixels."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands in the program: enough to go on in a window made anew."""

    person: Person | None
    place: Place
    paying: Paying | None = None


class TillWindow(QWidget):
    """One window: the band, the strip, and one screen at a time. The flows say which."""

    settings_wanted = Signal(Settings)
    """Keep these, and make the window anew with them."""
    practice_wanted = Signal()
    practice_left = Signal()
    painted = Signal()
    """The first screen is there."""

    def __init__(self, desk: Desk, choosers: Choosers, printing: ReceiptPrinting, time_of: TimeOf = pressed_at) -> None:
        super().__init__()
        self.desk = desk
        self._texts = desk.texts
        self._session: Session | None = None
        self._current: Screen | None = None
        show_practice(on=desk.practice)
        self._printing = printing
        self._strip = StatusStrip(desk.texts, desk.places.photos)
        self._band = self._made_band()
        self._frame = PracticeFrame(self) if desk.practice else None
        self._screens = QStackedWidget()
        self._display = CustomerDisplay(desk, practice=desk.practice)
        self._pole = pole_of(desk)
        self.scanner = ScannerInput(time_of, around_codes(desk))
        self._beginning = BeginningFlow(self, desk, choosers)
        self._till = TillFlow(self, desk, self._printing, self._display)
        self._places = PlacesFlow(self, desk, choosers, self._printing, self._pole)
        self._spool = SpoolFlow(self, desk, self._printing, choosers.papers)
        self._clock, self._watch = QTimer(self), QTimer(self)
        self._build()
        self._connect()
        self.begin()

    def _made_band(self) -> QWidget:
        if not self.desk.practice:
            return Band()
        stripes = PracticeStripes(self._texts)
        stripes.left.connect(self.practice_left)
        return stripes

    def _build(self) -> None:
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Qhatu")
        self.resize(1366, 768)
        column = stacked(self, gap=0)
        # The screens not shown must not keep the window larger than the one that is needs.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(*SMALLEST)
        for part in (self._band, self._strip):
            column.addWidget(part)
        column.addWidget(self._screens, 1)
        if self._frame is not None:
            column.setContentsMargins(QMargins(FRAME, 0, FRAME, FRAME))
        self._strip.show_till(self.desk.settings.till)
        self._show_printer()
        self._show_time()
        self._clock.start(CLOCK_MILLISECONDS)
        self._watch.start(BATTERY_MILLISECONDS)
        first_paint = FirstPaint(self)
        first_paint.done.connect(self._show_battery)
        first_paint.done.connect(self.painted)

    def _connect(self) -> None:
        self._clock.timeout.connect(self._show_time)
        self._watch.timeout.connect(self._show_battery)
        self.scanner.scanned.connect(self.take_scan)
        self.scanner.broken.connect(self._tell_half)
        self._printing.changed.connect(self._show_printer)
        self._printing.failed.connect(self._tell_books)
        self._connect_strip()
        beginning, till, places = self._beginning, self._till, self._places
        for flow in (beginning, till, places):
            flow.shown.connect(self._show)
        beginning.ready.connect(self._start)
        beginning.over.connect(self._take)
        beginning.close_wanted.connect(self._close_over)
        beginning.settings_wanted.connect(self.settings_wanted)
        beginning.practice_wanted.connect(self.practice_wanted)
        beginning.power_off_wanted.connect(self.close)
        beginning.imported.connect(till.forget_cart)
        till.begin_wanted.connect(self.begin)
        till.lock_wanted.connect(self._lock)
        till.sounded.connect(self.desk.speaker.play)
        places.sell_wanted.connect(lambda: self._go(Place.SELL))
        places.shift_closed.connect(self._note_shift_closed)
        places.closed.connect(self._note_close)
        places.paper_wanted.connect(till.print_waiting)
        places.copy_wanted.connect(till.print_copy)
        places.goods_moved.connect(till.note_goods)
        places.cash_paid.connect(self._printing.open_drawer)
        places.settlement_wanted.connect(self._printing.print_settlement)
        places.labels_wanted.connect(self._printing.print_strip)
        places.goods_moved.connect(till.print_waiting)
        places.settings_wanted.connect(self.settings_wanted)
        places.practice_wanted.connect(self.practice_wanted)
        places.import_wanted.connect(beginning.start_import)
        places.exhibition_wanted.connect(beginning.choose_exhibition)
        self._display.follow(self)
        if self._pole is not None:
            self._pole.follow(self._display)

    def _connect_strip(self) -> None:
        self._strip.printer_touched.connect(self._touch_printer)
        self._till.notice_acted.connect(self._act_on_notice)
        self._spool.setup_wanted.connect(self._set_up)
        self._strip.scanner_touched.connect(self._set_up)
        self._strip.place_wanted.connect(self._go)
        self._strip.lock_wanted.connect(self._till.lock)
        QShortcut(QKeySequence("F11"), self, self._till.lock)
        for number, place in enumerate(Place, start=1):
            QShortcut(QKeySequence(f"Ctrl+{number}"), self, partial(self._go, place))

    # --- where one is ------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Show what comes next: what a new till has to be told, who attends, the opening of a shift, or the till."""
        self._beginning.begin()

    @property
    def exhibition(self) -> str:
        """The id of the exhibition that the till sells at, empty where that is not known yet."""
        return self._session.exhibition.id if self._session else self.desk.settings.exhibition

    @property
    def standing(self) -> Standing:
        """Where the person stands."""
        return Standing(self._beginning.person, self._places.place, self._till.paying)

    def resume(self, standing: Standing) -> None:
        """Go on where somebody stood in the window before."""
        self._beginning.person = standing.person
        self.begin()
        if self._session is None:
            return
        if standing.paying is not None:
            self._till.resume(standing.paying)
        if standing.place is not Place.SELL:
            self._go(standing.place)

    def _start(self, session: Session) -> None:
        self._take(session)
        self._go(Place.SELL)

    def _take(self, session: Session) -> None:
        """Go on in this session."""
        self._session = self._places.session = session
        self._strip.show_person(session.person)
        self._strip.show_shift(session.shift.closed_before + 1 if session.shift else None)

    def _go(self, place: Place) -> None:
        """To a part of the program; the cart stays where it is."""
        session = self._session
        if session is None:
            return
        self._till.keep_cart()
        if place is not Place.SELL:
            try:
                self._places.go(place, self._till.open_carts)
            except BooksUnavailable as trouble:
                self._tell_books(trouble)
            return
        self._places.place = place
        if session.is_over:
            self.begin()
        else:
            self._till.start(session)

    def _lock(self) -> None:
        if self.desk.practice:
            self.practice_left.emit()
            return
        self._session = None
        self._till.leave()
        self._strip.show_person(None)
        self._beginning.lock()

    def _close_over(self, session: Session) -> None:
        """The fair of the open shift is over or closed: the shift is closed first."""
        self._take(session)
        exhibition = session.exhibition
        try:
            state = FairState.CLOSED if self.desk.till.catalogue.is_closed(exhibition.id) else FairState.OVER
            message = over_message(exhibition.name, state, self._texts, shift_open=True)
            self._places.close_over(message, self._till.open_carts)
        except BooksUnavailable as trouble:
            self._tell_books(trouble)

    def _note_shift_closed(self, _: ShiftClosed) -> None:
        """The close is in the books: whatever is looked at from now on, that shift is over."""
        if self._session is not None:
            self._take(replace(self._session, shift=None))
        self._till.forget_cart()

    def _note_close(self, closed: ShiftClosed) -> None:
        self.begin()
        self.show_message(closing_message(closed, self._texts))

    def _show(self, screen: Screen) -> None:
        self._current = screen
        if self._screens.indexOf(screen) < 0:
            self._screens.addWidget(screen)
        self._band.setVisible(not screen.is_whole or self.desk.practice)
        self._strip.setVisible(not screen.is_whole)
        self._strip.show_places(self._places.place if self._places.shows(screen) else None)
        self._strip.offer_menu(offered=self._session is not None)
        self._screens.setCurrentWidget(screen)
        screen.take_focus()

    # --- scans, papers, troubles -------------------------------------------------------------------------------------

    def take_scan(self, scan: Scan) -> None:
        """To the open sheet, else to the screen behind it; a question is answered first."""
        self._strip.show_scanner()
        self.desk.later.trials.heard = True
        sheet = QApplication.activeModalWidget()
        if isinstance(sheet, Sheet) and sheet.take_scan(scan):
            if sheet.was_refused():
                self.desk.speaker.play(Sound.REFUSED)
            return
        asking = isinstance(sheet, QDialog) and not isinstance(sheet, Sheet)
        screen = self._current
        if not asking and screen is not None and self._taken(screen, scan):
            return
        self.desk.speaker.play(Sound.REFUSED)
        if not asking:
            self.show_message(nothing_scanned(self._session, self._texts))

    def _tell_half(self) -> None:
        """Only a part of a code came."""
        self.desk.speaker.play(Sound.REFUSED)
        sheet = QApplication.activeModalWidget()
        if isinstance(sheet, Sheet):
            sheet.refuse_scan(half_scanned(self._texts).title)
        elif not isinstance(sheet, QDialog):
            self.show_message(half_scanned(self._texts))

    def _taken(self, screen: Screen, scan: Scan) -> bool:
        return self._till.take_scan(scan) if self._till.shows(screen) else screen.take_scan(scan)

    def _touch_printer(self) -> None:
        """Show the papers that are open and try the printer again; where all is well, go to where it is set up."""
        state = self._printing.state
        if self._session is None:
            self._till.print_waiting()
        elif state.waiting or state.possibly or state.is_failing or state.paper_low:
            self._spool.open()
        else:
            self._set_up()

    def _set_up(self) -> None:
        """Go to where the devices are set up and tried."""
        if self._session is not None:
            self._go(Place.SETTINGS)
            self._places.show_equipment()

    def _act_on_notice(self) -> None:
        """What the button beside the printer's notice does: look at the papers that may be out, or try it again."""
        state = self._printing.state
        if state.possibly and not (state.waiting and state.is_failing):
            self._touch_printer()
        else:
            self._till.print_waiting()

    def print_waiting(self) -> None:
        """Send what waits to the printer."""
        self._till.print_waiting()

    def show_message(self, message: Message) -> None:
        """Say something on whatever screen is shown."""
        if self._current is not None:
            self._current.show_message(message)

    def _show_printer(self) -> None:
        self._strip.show_printer(self._printing.state)
        self._places.show_printer(self._printing.state)

    def show_scanner(self, state: ReaderState | None) -> None:
        """How the scanner with a wire of its own is; None where there is none."""
        self._strip.show_reader(state)
        self._places.show_reader(state)
        self._till.show_notice(NoticeOf.SCANNER, scanner_notice(state, self._texts))

    def _tell_books(self, trouble: BooksUnavailable) -> None:
        self.show_message(told(trouble, self._texts))

    def _show_time(self) -> None:
        self._strip.show_time(self.desk.clock.now())
        self._till.show_time()

    def _show_battery(self) -> None:
        self._strip.show_battery(self.desk.battery.charge())

    def tell_fault(self, fault_id: str) -> None:
        """Say that the program itself failed, with the id under which the log has it."""
        told_as = trouble_words("program-fault", {"id": fault_id}, self._texts)
        title, _, detail = told_as.partition(". ")
        if any(question.isVisible() for question in self.findChildren(Question)):
            return  # a fault that repeats itself is in the log each time, and before the person once
        Question(self, "error", title, detail, safe=self._texts._("Go on")).ask()

    # --- the window itself -------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._frame is not None:
            self._frame.setGeometry(self.rect())
            self._frame.raise_()

    def closeEvent(self, event: QCloseEvent) -> None:
        # The open cart is in the books: it is there again when the till is opened.
        self._till.keep_cart()
        self.hide()
        self._display.close()
        for timer in (self._clock, self._watch):
            timer.stop()
        self.scanner.stop()
        if self._pole is not None:
            self._pole.stop()
        # The printer and the sounds are the program's: another window may go on with them.
        self._printing.changed.disconnect(self._show_printer)
        self._printing.failed.disconnect(self._tell_books)
        super().closeEvent(event)

    def retire(self) -> None:
        """Give place to another window."""
        self.close()
        self._display.deleteLater()
        self.deleteLater()
