"""The strip under the band: the menu, which till and who attends, how the devices are, what time it is."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from pos.domain.people import Person
from pos.hardware.interfaces import Charge, ReaderState
from pos.texts import Texts
from pos.ui.device_chip import Device, DeviceChip, Looks
from pos.ui.look.panels import in_a_row
from pos.ui.look.theme import Colour
from pos.ui.look.words import Words
from pos.ui.people.person_button import PersonButton
from pos.ui.place_tabs import MenuButton, Place, PlaceTabs
from pos.ui.printer_state import PrinterState
from pos.ui.printer_words import printer_chip

HEIGHT = 52
NARROW = 1200
"""Under this width the words of what is ready give way."""
LOW_CHARGE = 15
"""Percent: under this the laptop should be plugged in."""


class StatusStrip(QFrame):
    """Always there, always the same place: at the left the till or, once the menu is opened, where one can go."""

    printer_touched = Signal()
    scanner_touched = Signal()
    place_wanted = Signal(Place)
    lock_wanted = Signal()
    """The person in the strip was touched."""

    def __init__(self, texts: Texts, photos: Path) -> None:
        super().__init__()
        self._texts = texts
        self._menu = MenuButton(texts._("Menu"))
        self._till = Words(pixels=18, bold=True)
        self._shift = Words(pixels=16, tone=Colour.PIEDRA)
        self._beside_till = PersonButton(photos, texts, with_role=False)
        self._beside_devices = PersonButton(photos, texts, with_role=True)
        self._person: Person | None = None
        self._left = QStackedWidget()
        self._tabs = PlaceTabs(texts)
        self._printer = DeviceChip(Device("printer-off", "", Looks.NONE))
        self._scanner = DeviceChip(Device("scanner", texts._("Scanner"), Looks.QUIET))
        self._has_reader = False
        self._battery = DeviceChip(Device("battery", "", Looks.QUIET), touchable=False)
        self._devices = (self._printer, self._scanner, self._battery)
        self._clock = Words(pixels=20, bold=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setObjectName("strip")
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 18, 0)
        row.setSpacing(4)
        self._left.addWidget(self._build_till())
        self._left.addWidget(self._tabs)
        self._chips = in_a_row(gap=4)
        for chip in self._devices:
            self._chips.addWidget(chip)
        row.addWidget(self._left, 1)
        row.addWidget(self._beside_devices)
        row.addLayout(self._chips)
        line = QFrame()
        line.setFixedSize(1, 32)
        line.setStyleSheet(f"background: {Colour.SAL3}; border: 0")
        row.addWidget(line)
        row.addSpacing(8)
        row.addWidget(self._clock)
        self._battery.hide()

    def _build_till(self) -> QWidget:
        till = QWidget()
        row = in_a_row(till, gap=10)
        row.addWidget(self._menu)
        row.addSpacing(8)
        row.addWidget(self._till)
        row.addWidget(self._shift)
        row.addSpacing(4)
        row.addWidget(self._beside_till)
        row.addStretch(1)
        return till

    def _connect(self) -> None:
        self._printer.clicked.connect(self.printer_touched)
        self._scanner.clicked.connect(self.scanner_touched)
        self._menu.clicked.connect(lambda: self.show_places(Place.SELL))
        self._tabs.wanted.connect(self.place_wanted)
        for button in (self._beside_till, self._beside_devices):
            button.clicked.connect(self.lock_wanted)

    # --- what it shows -------------------------------------------------------------------------------------------

    def show_till(self, code: str) -> None:
        """Whose receipts these are."""
        self._till.say(self._texts._("Till %(code)s") % {"code": code})

    def show_shift(self, number: int | None) -> None:
        """The open shift's number, which its Z will carry; None where none is open."""
        self._shift.say("" if number is None else self._texts._("Shift %(number)s") % {"number": number})

    def show_person(self, person: Person | None) -> None:
        """Who is signed in."""
        self._person = person
        self._show_widths()

    def show_places(self, current: Place | None) -> None:
        """The till at the left; or, given where one is, the places to go to."""
        away = current is not None
        self._left.setCurrentIndex(1 if away else 0)
        if current is not None:
            self._tabs.show_current(current)
        self._show_widths()

    def offer_menu(self, *, offered: bool) -> None:
        """Whether there is anywhere to go."""
        self._menu.setEnabled(offered)
        self._menu.update()

    @property
    def shows_places(self) -> bool:
        """Whether the menu is open."""
        return self._left.currentIndex() == 1

    def show_printer(self, state: PrinterState) -> None:
        """How the printer is, and how many papers wait for it or have to be looked at."""
        self._printer.show_device(printer_chip(state, self._texts))

    def show_reader(self, state: ReaderState | None) -> None:
        """How the scanner with a wire of its own is; None where scanners only type, and nothing is known of them."""
        looks = {None: Looks.QUIET, ReaderState.READY: Looks.READY}.get(state, Looks.WARN)
        self._has_reader = state is not None
        self._scanner.show_device(Device("scanner", self._texts._("Scanner"), looks))

    def show_scanner(self) -> None:
        """A scanner was heard; how one with a wire of its own is, only its line tells."""
        if not self._has_reader:
            self._scanner.show_device(Device("scanner", self._texts._("Scanner"), Looks.READY))

    def show_battery(self, charge: Charge | None) -> None:
        """How full the laptop's battery is; nothing where it has none."""
        self._battery.setVisible(charge is not None)
        if charge is not None:
            low = charge.percent < LOW_CHARGE and not charge.plugged
            self._battery.show_device(Device("battery", f"{charge.percent} %", Looks.WARN if low else Looks.QUIET))

    def show_time(self, moment: datetime) -> None:
        """What time it is."""
        self._clock.say(self._texts.time(moment))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_widths()

    def _show_widths(self) -> None:
        narrow = self.width() < NARROW
        away = self.shows_places
        for chip in self._devices:
            chip.make_narrow(narrow=narrow or away)
        self._scanner.setVisible(not away)
        self._tabs.make_narrow(narrow=narrow)
        self._beside_till.show_person(self._person)
        self._beside_devices.show_person(self._person if away else None)
        self._beside_till.make_narrow(narrow=narrow)
        self._beside_devices.make_narrow(narrow=narrow)
