"""The parts of the program beside the till: the producers, the products, the close of the day, the settings.

Their modules are loaded when somebody first goes there, so that whoever opens the till does not wait for all of them.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pos.domain.documents import SettlementPaper
from pos.domain.shifts import ShiftClosed
from pos.hardware.interfaces import ReaderState
from pos.services.desk import Desk
from pos.services.equipment import Device
from pos.settings import Settings
from pos.ui.choosers import Choosers
from pos.ui.display.pole import Pole
from pos.ui.messages import Message
from pos.ui.place_tabs import Place
from pos.ui.printer_state import PrinterState, tells_more
from pos.ui.receipt_printing import ReceiptPrinting
from pos.ui.screen import Screen
from pos.ui.session import Session

if TYPE_CHECKING:
    from pos.ui.counting.close_screen import CloseScreen
    from pos.ui.producers.producers_screen import ProducersScreen
    from pos.ui.products.products_screen import ProductsScreen
    from pos.ui.settings.settings_screen import SettingsScreen


class PlacesFlow(QObject):
    """Shows the screen of a place; `session` is set by the window."""

    shown = Signal(QWidget)
    sell_wanted = Signal()
    """Back to the till."""
    shift_closed = Signal(ShiftClosed)
    """The close is in the books."""
    closed = Signal(ShiftClosed)
    """The person is done with handing over."""
    paper_wanted = Signal()
    copy_wanted = Signal(object)
    settlement_wanted = Signal(SettlementPaper)
    """A unit's settlement as a strip."""
    labels_wanted = Signal(object)
    """Labels as a strip, laid out."""
    goods_moved = Signal()
    """Goods were delivered, taken home or lost, or somebody was paid."""
    cash_paid = Signal()
    """Cash goes from the drawer to a unit."""
    settings_wanted = Signal(Settings)
    practice_wanted = Signal()
    import_wanted = Signal()
    exhibition_wanted = Signal()

    def __init__(
        self, window: QWidget, desk: Desk, choosers: Choosers, printing: ReceiptPrinting, pole: Pole | None
    ) -> None:
        super().__init__(window)
        self._desk, self._choosers = desk, choosers
        self._printing, self._pole = printing, pole
        self._reader: ReaderState | None = None
        self.session: Session | None = None
        self.place = Place.SELL
        self._printer: PrinterState | None = None
        self._made: list[Screen] = []

    def shows(self, screen: Screen) -> bool:
        """Whether a screen is one of these places."""
        return screen in self._made

    def go(self, place: Place, open_carts: int) -> None:
        """Show a place; so many carts are not paid yet."""
        if self.session is None:
            return
        if place is Place.CLOSE and self.session.shift is None:
            # There is nothing to count: opening a shift comes first, and that is the till's own.
            self.sell_wanted.emit()
            return
        self.place = place
        screen = self._started(place, self.session, open_carts)
        self.shown.emit(screen)

    def _started(self, place: Place, session: Session, open_carts: int) -> Screen:
        match place:
            case Place.PRODUCERS:
                self._producers.start(session)
                return self._producers
            case Place.PRODUCTS:
                self._products.start(session)
                return self._products
            case Place.CLOSE:
                self._close.start(session, open_carts)
                if self._printer is not None:
                    self._close.show_printer(self._printer)
                return self._close
            case _:
                self._settings.start(session)
                self._show_devices()
                return self._settings

    def close_over(self, message: Message, open_carts: int) -> None:
        """The fair of the open shift is over: count and close, and say why."""
        self.go(Place.CLOSE, open_carts)
        self._close.show_message(message)

    def show_printer(self, state: PrinterState) -> None:
        """How the printer is."""
        before, self._printer = self._printer, state
        if before is not None and tells_more(before, state):
            self._desk.later.trials.forget(Device.PRINTER)
        if self.place is Place.CLOSE:
            self._close.show_printer(state)
        self._show_devices()

    def show_reader(self, state: ReaderState | None) -> None:
        """How the scanner with a wire of its own is; None where there is none."""
        self._reader = state
        self._show_devices()

    def show_equipment(self) -> None:
        """Of the settings, the page of the devices."""
        if self.place is Place.SETTINGS:
            self._settings.show_page(0)

    def _show_devices(self) -> None:
        if "_settings" in vars(self):
            if self._printer is not None:
                self._settings.show_printer(self._printer)
            self._settings.show_reader(self._reader)

    # --- the screens, each loaded and made when it is first needed ---------------------------------------------------

    @cached_property
    def _producers(self) -> "ProducersScreen":
        from pos.ui.producers.producers_screen import ProducersScreen

        screen = ProducersScreen(self._desk, self._choosers.papers)
        screen.changed.connect(self.goods_moved)
        screen.cash_paid.connect(self.cash_paid)
        screen.settlement_wanted.connect(self.settlement_wanted)
        self._made.append(screen)
        return screen

    @cached_property
    def _products(self) -> "ProductsScreen":
        from pos.ui.products.products_screen import ProductsScreen

        screen = ProductsScreen(self._desk, self._choosers.papers)
        screen.strip_wanted.connect(self.labels_wanted)
        screen.import_wanted.connect(self.import_wanted)
        self._made.append(screen)
        return screen

    @cached_property
    def _close(self) -> "CloseScreen":
        from pos.ui.counting.close_screen import CloseScreen

        screen = CloseScreen(self._desk)
        screen.shift_closed.connect(self.shift_closed)
        screen.closed.connect(self.closed)
        screen.left.connect(self.sell_wanted)
        screen.paper_wanted.connect(self.paper_wanted)
        screen.copy_wanted.connect(self.copy_wanted)
        self._made.append(screen)
        return screen

    @cached_property
    def _settings(self) -> "SettingsScreen":
        from pos.ui.settings.device_tests import DeviceTests
        from pos.ui.settings.settings_screen import SettingsScreen

        pole = self._pole.shown if self._pole is not None else None
        tests = DeviceTests(self._desk, self._printing, pole)
        screen = SettingsScreen(self._desk, self._choosers.picture, tests)
        screen.settings_wanted.connect(self.settings_wanted)
        screen.practice_wanted.connect(self.practice_wanted)
        screen.import_wanted.connect(self.import_wanted)
        screen.exhibition_wanted.connect(self.exhibition_wanted)
        self._made.append(screen)
        return screen
