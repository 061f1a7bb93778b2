"""Choosing which device it is: the sheet for it, and keeping the answer once nothing is being tried any more."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from pos.services.desk import Desk
from pos.services.equipment import Device, Found
from pos.settings import Settings
from pos.ui.settings.device_options import second_screens
from pos.ui.settings.device_sheet import DeviceSheet
from pos.ui.settings.device_tests import DeviceTests


class DeviceChoosing(QObject):
    """One for each page. The window is made anew with what was chosen, and a test tells the window that it began in."""

    kept = Signal(Settings)
    changed = Signal()
    """Whether something waits to be kept."""
    scanner_sheet_printed = Signal()

    def __init__(self, desk: Desk, tests: DeviceTests, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._tests, self._page = desk, tests, page
        self._sheet: DeviceSheet | None = None
        self._device: Device | None = None
        self._chosen: Settings | None = None
        tests.looked.connect(self._note_found)
        tests.changed.connect(self._keep_when_idle)

    @property
    def is_waiting(self) -> bool:
        """Whether an answer waits for what is being tried."""
        return self._chosen is not None

    def look_for(self, device: Device) -> None:
        """Look what is connected, then ask which one this device is."""
        self._device = device
        self._tests.look()

    def choose(self, device: Device) -> None:
        """Ask which one this device is."""
        found = self._desk.later.trials.found or Found()
        sheet = self._sheet = DeviceSheet(self._page.window(), self._desk, device, found, second_screens(self._page))
        sheet.saved.connect(self.keep)
        sheet.look_wanted.connect(self._look_again)
        sheet.test_sheet_wanted.connect(self._print_scanner_sheet)
        sheet.finished.connect(self._forget_sheet)
        sheet.show_looking(on=self._tests.is_looking)
        sheet.ask()

    def keep(self, settings: Settings) -> None:
        """Keep these, at once or when nothing is tried any more."""
        self._chosen = settings if settings != self._desk.settings else None
        self._keep_when_idle()

    def _keep_when_idle(self) -> None:
        if self._chosen is not None and not self._tests.busy:
            chosen, self._chosen = self._chosen, None
            self.kept.emit(chosen)
        self.changed.emit()

    def _look_again(self) -> None:
        self._tests.look()
        if self._sheet is not None:
            self._sheet.show_looking(on=True)

    def _print_scanner_sheet(self) -> None:
        self._tests.print_scanner_sheet()
        self.scanner_sheet_printed.emit()

    def _forget_sheet(self) -> None:
        self._sheet = None

    def _note_found(self) -> None:
        device, self._device = self._device, None
        self.changed.emit()
        if self._sheet is not None:
            self._sheet.show_found(self._desk.later.trials.found or Found())
        elif device is not None and self._page.isVisible():
            self.choose(device)
