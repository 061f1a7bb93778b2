"""Trying the devices from the set-up page: what is done with each, and what a person is asked afterwards."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from pos.hardware.interfaces import PrinterTrouble
from pos.printing.fresh_start import fresh_start
from pos.services.desk import Desk
from pos.services.equipment import PRINTERS, SERIAL, Condition, Device, Equipment, Judged, Trial, uri_of
from pos.services.scanner_learning import TEST_CODE, TRIAL_CODE
from pos.settings import DRAWN, Settings
from pos.ui.look.dialogs import Question
from pos.ui.receipt_printing import ReceiptPrinting
from pos.ui.settings.device_cards import ICONS
from pos.ui.settings.device_work import DeviceWork
from pos.ui.settings.line_sheet import LineSheet
from pos.ui.settings.screen_test import ScreenTest

PolePart = Callable[[str, str], Judged]
"""Shows two lines on the pole that the window has open; blocks."""


_HALFWAY = frozenset({PrinterTrouble.BROKE_OFF, PrinterTrouble.SILENT})
"""Why a printer may have taken a part of what was sent."""


class DeviceTests(QObject):
    """One for each window. Nothing waits for it: `changed` says that something is known."""

    looked = Signal()
    changed = Signal()
    settings_wanted = Signal(Settings)

    def __init__(self, desk: Desk, printing: ReceiptPrinting, pole: PolePart | None) -> None:
        super().__init__()
        self._desk, self._printing, self._pole = desk, printing, pole
        self._work = DeviceWork(desk, printing)
        self._asked_by: dict[Device, QWidget] = {}
        self._screen: ScreenTest | None = None
        self._work.looked.connect(self.looked)
        self._work.tried.connect(self._note)

    @property
    def busy(self) -> set[Device]:
        """What is being tried."""
        return self._work.busy

    @property
    def is_looking(self) -> bool:
        """Whether somebody looks what is connected."""
        return self._work.is_looking

    def look(self) -> None:
        """Look what is connected; comes back at once."""
        self._work.look()

    def ask(self, device: Device) -> None:
        """Ask a printer how it is; comes back at once."""
        self._work.ask(device)

    def run(self, device: Device, page: QWidget, *, asks: bool) -> None:
        """Try a device; comes back at once. With `asks` the person before `page` is asked what was to be seen."""
        if asks:
            self._asked_by[device] = page
        else:
            self._asked_by.pop(device, None)
        desk = self._desk
        if device in PRINTERS:
            uri, afresh = uri_of(device, desk.settings), self._is_stuck(device)
            self._work.run(device, lambda own: own.print_on(uri, partial(_page, desk, device, afresh)), printer=True)
        elif device is Device.DRAWER:
            on_printer = not desk.settings.drawer.startswith(SERIAL)
            afresh = self._is_stuck(Device.PRINTER)
            self._work.run(device, lambda own: own.open_drawer(lambda: _pulse(desk, afresh)), printer=on_printer)
        else:
            self._work.run(device, self._show_on_pole, printer=False)

    def _is_stuck(self, printer: Device) -> bool:
        """Whether a printer may still wait for the rest of a picture, and would swallow what comes next."""
        last = self._desk.later.trials.last_test(printer, uri_of(printer, self._desk.settings))
        halfway = last is not None and last.judged.code in _HALFWAY
        return halfway or (printer is Device.PRINTER and self._printing.broke_off)

    def print_scanner_sheet(self) -> None:
        """Print the sheet that a scanner is set up with; comes back at once."""
        from pos.printing.scanner_sheet import scanner_sheet  # hardly anybody needs it twice

        self._printing.print_strip(scanner_sheet(TEST_CODE, TRIAL_CODE, self._desk.paper, self._desk.texts))

    def _show_on_pole(self, own: Equipment) -> Judged:
        upper, lower = "QHATU".center(20, "*"), "12345678901234567890"
        return self._pole(upper, lower) if self._pole is not None else own.show_on_pole(upper, lower)

    def show_on_screen(self, page: QWidget) -> None:
        """Show a test on the buyer's screen, where there is one."""
        own, wanted = page.screen().geometry(), self._desk.settings.customer_screen
        free = [screen for screen in QGuiApplication.screens() if not screen.geometry().intersects(own)]
        chosen = [screen for screen in free if wanted in {"", screen.name()}]
        if chosen:
            self.leave_screen()
            self._screen = ScreenTest(self._desk.texts, chosen[0])
            self._screen.destroyed.connect(self._forget_screen)
            self._screen.begin()

    def leave_screen(self) -> None:
        """Show no test on the buyer's screen any more."""
        screen, self._screen = self._screen, None
        if screen is not None:
            screen.leave()

    def _forget_screen(self) -> None:
        self._screen = None

    # --- what came of it ---------------------------------------------------------------------------------------------

    def _note(self, device: Device) -> None:
        page = self._asked_by.pop(device, None)
        self.changed.emit()
        if device is Device.PRINTER:
            self._note_printer()
            self._printing.look()  # what waits may come out now, or the strip has to say that it can't
        trial = self._desk.later.trials.last(device, uri_of(device, self._desk.settings))
        if page is None or trial is None or trial.judged.condition is not Condition.READY or not page.isVisible():
            return
        _ = self._desk.texts._
        if device is Device.PRINTER:
            self._ask_line(page)
        elif device is Device.DRAWER:
            self._ask(page, device, _("Did the drawer open?"), "drawer-stays-shut")
        elif device is Device.POLE:
            self._ask(page, device, _("Do both lines of the pole show something?"), "pole-dark")

    def _note_printer(self) -> None:
        """Let the receipts know in which state the test left their printer."""
        last = self._desk.later.trials.last(Device.PRINTER, self._desk.settings.printer)
        if last is not None and last.tested:
            self._printing.broke_off = last.judged.code in _HALFWAY

    def _ask(self, page: QWidget, device: Device, question: str, otherwise: str) -> None:
        _ = self._desk.texts._
        asked = Question(page.window(), ICONS[device], question, "", safe=_("Yes"), other=_("No"))
        asked.answered.connect(lambda: self._note_failed(device, otherwise))
        asked.ask()

    def _note_failed(self, device: Device, code: str) -> None:
        trial = Trial(self._desk.clock.now(), Judged(Condition.BAD, code), tested=True)
        self._desk.later.trials.note(device, uri_of(device, self._desk.settings), trial)
        self.changed.emit()

    def _ask_line(self, page: QWidget) -> None:
        from pos.services.equipment_test import letters_of_lines  # with the first test

        sheet = LineSheet(page.window(), letters_of_lines(self._desk.settings), self._desk.texts)
        sheet.read_well.connect(self._keep_letters)
        sheet.ask()

    def _keep_letters(self, name: str) -> None:
        """Print letters so from now on; what is so already stays as it was found."""
        now = self._desk.printer_profile.code_page
        if name != (now.name if now is not None else DRAWN):
            self.settings_wanted.emit(replace(self._desk.settings, code_page=name))


def _page(desk: Desk, device: Device, afresh: bool) -> bytes:
    from pos.services.equipment_test import test_job  # loaded by the worker

    return _beginning(afresh) + test_job(device, desk.settings, desk.clock.now(), desk.texts)


def _pulse(desk: Desk, afresh: bool) -> bytes:
    from pos.printing.escpos import drawer_pulse  # loaded by the worker

    return _beginning(afresh) + drawer_pulse(desk.printer_profile)


def _beginning(afresh: bool) -> bytes:
    return fresh_start() if afresh else b""
