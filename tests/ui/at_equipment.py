"""A person before the page of the till's devices, and stand-ins for what hangs on it."""

from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pos.hardware.interfaces import DeviceUnavailable, FoundPort, FoundPrinter, PrinterStatus, PrinterTrouble
from pos.services.desk import Desk
from pos.services.equipment import Device
from pos.settings import read_settings
from pos.ui.settings.device_card import DeviceCard
from pos.ui.settings.equipment_page import EquipmentPage
from tests.ui.conftest import MakeDesk, OpenTill
from tests.ui.person import Person
from tests.ui.stand import FixedAttached, ScriptedPrinter

OWN, TWIN = "usb:0416:5011@1-2", "usb:0416:5011@1-3"
PORT = "/dev/ttyUSB0"
ATTACHED = FixedAttached(
    [FoundPrinter(OWN, "POS-58 Printer"), FoundPrinter(TWIN, "POS-58 Printer"), FoundPrinter("cups:caja", "caja")],
    [FoundPort(PORT, "Pole")],
)
SUPERVISOR, CASHIER = "Marcelo", "Ana"


WELL = PrinterStatus()


class Telling(ScriptedPrinter):
    """Says how it is."""

    def __init__(self, said: PrinterStatus | None = WELL) -> None:
        super().__init__()
        self.said = said

    def status(self) -> PrinterStatus | None:
        self.answer()
        return self.said


@dataclass
class FakePole:
    """Keeps what it shows, or fails."""

    trouble: PrinterTrouble | None = None
    shown: list[tuple[str, str]] = field(default_factory=list)

    def show(self, upper: str, lower: str) -> None:
        if self.trouble is not None:
            raise DeviceUnavailable(self.trouble, "serial:nowhere")
        self.shown.append((upper, lower))

    def close(self) -> None:
        pass


@dataclass
class AtPage:
    """A person before the page of the devices."""

    person: Person

    @property
    def page(self) -> EquipmentPage:
        """The page of the window that is open."""
        return self.person.window._places._settings._equipment

    def card(self, device: Device) -> DeviceCard:
        return self.page.card(device)

    def act(self, device: Device) -> None:
        """Touch the card's button."""
        self._touch(self.card(device).button)

    def choose(self, device: Device) -> None:
        """Touch what is chosen."""
        self._touch(self.card(device).chooser)
        QApplication.processEvents()

    def _touch(self, part) -> None:
        self.page._area.ensureWidgetVisible(part)
        QTest.mouseClick(part, Qt.MouseButton.LeftButton)

    def settle(self) -> None:
        """Wait until nothing is looked for, asked or tried."""
        page = self.page
        self.person.wait_until(lambda: not page._tests.busy and not page._tests.is_looking)
        QThreadPool.globalInstance().waitForDone()
        self.person.wait_until(lambda: self.person.window._printing.is_idle)
        QApplication.processEvents()

    def state(self, device: Device) -> str:
        return self.card(device).state


def opener(open_till: OpenTill, make_stall: MakeDesk):
    """Opens the till and goes to its devices; settings are given by name."""

    def go(own=None, other=None, /, *, name=SUPERVISOR, attached=ATTACHED, line=None, **settings) -> AtPage:
        desk = make_stall(language="en", **settings)
        desk = replace(desk, attached=attached)
        if own is not None:
            backup = desk.settings.backup_printer
            desk = replace(desk, open_printer=lambda uri: other if other and uri == backup else own)
        if line is not None:
            desk = replace(desk, open_pole=lambda _: line)
        at = AtPage(open_till(desk, name=name))
        at.person.touch("Menu")
        at.person.touch("Settings")
        at.settle()
        return at

    return go


def kept(desk: Desk) -> dict[str, object]:
    settings = read_settings(desk.places.settings)
    return {name: getattr(settings, name) for name in settings.__slots__}
