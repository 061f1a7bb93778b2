"""The devices of the till: ready, failing, being tried, none set up, two alike, and as a cashier sees them."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pos.hardware.interfaces import FoundPort, FoundPrinter, PrinterStatus, PrinterTrouble
from pos.services.desk import Desk
from pos.services.equipment import Device
from pos.services.scanner_learning import TEST_CODE
from tests.ui.scenes_spool import TellingPrinter
from tests.ui.scenes_stage import Scene, Stage, Theatre
from tests.ui.stand import FixedAttached, Gate, ScriptedPrinter, failing

OWN, OTHER = "usb:0416:5011@1-2", "usb:0416:5011@1-3"
FOUND = FixedAttached(
    [
        FoundPrinter(OWN, "POS-80", "POS80 Printer"),
        FoundPrinter("usb:04b8:0e15:J4XK012", "POS-58", "POS58 Printer"),
        FoundPrinter("cups:caja", "caja"),
    ],
    [FoundPort("/dev/serial/by-id/usb-Honeywell_1450g-if00", "Honeywell 1450g (ttyACM0)")],
)
ALIKE = FixedAttached([FoundPrinter(OWN, "POS-58 Printer"), FoundPrinter(OTHER, "POS-58 Printer")])


def go_there(at: Stage) -> None:
    """To the devices."""
    at.touch("Menu")
    at.touch("Settings")
    settle(at)


def settle(at: Stage) -> None:
    """Wait until nothing is looked for, asked or tried any more."""
    page = at.window._places._settings._equipment
    at.qtbot.waitUntil(lambda: not page._tests.busy and not page._tests.is_looking)
    QThreadPool.globalInstance().waitForDone()
    at.settle()


def act(at: Stage, device: Device) -> None:
    """Touch the button of a device's card."""
    page = at.window._places._settings._equipment
    page._area.ensureWidgetVisible(page.card(device))
    QTest.mouseClick(page.card(device).button, Qt.MouseButton.LeftButton)


def choose(at: Stage, device: Device) -> None:
    """Touch what a device is, to choose another one."""
    page = at.window._places._settings._equipment
    page._area.ensureWidgetVisible(page.card(device))
    QTest.mouseClick(page.card(device).chooser, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def with_devices(desk: Desk, own: ScriptedPrinter, other: ScriptedPrinter, attached: FixedAttached = FOUND) -> Desk:
    """The desk with two printers, and this connected."""
    return replace(desk, open_printer=lambda uri: own if uri == OWN else other, attached=attached)


def equipment(theatre: Theatre) -> Iterator[Scene]:
    """A printer that is well, one that does not answer; both are tried, and all the rest."""
    own, other = TellingPrinter(PrinterStatus()), ScriptedPrinter(failing(PrinterTrouble.NOT_FOUND))
    desk = theatre.desk(printer=OWN, backup_printer="usb:04b8:0e15:J4XK012", backup_width=58)
    at = theatre.till(with_devices(desk, own, other), who="Marcelo Rojas")
    go_there(at)
    yield at.scene("equipment-one-fails")
    act(at, Device.PRINTER)
    settle(at)
    yield at.scene("equipment-which-line")
    QTest.mouseClick(at.button(at.word("Line %(number)s", number=1)), Qt.MouseButton.LeftButton)
    settle(at)
    gate = Gate()
    own.answer = gate.wait
    act(at, Device.PRINTER)
    gate.reached.wait(60)
    QApplication.processEvents()
    yield at.scene("equipment-printing")
    gate.open()
    own.answer = lambda: None
    settle(at)
    at.press("Esc")
    act(at, Device.SCANNER)
    yield at.scene("equipment-scan-something")
    at.scan("MP-026")
    yield at.scene("equipment-scanned")
    at.scan("2899999999995")
    yield at.scene("equipment-misread")
    at.scan(f"]C0{TEST_CODE}")
    settle(at)
    yield at.scene("equipment-scanner-learnt")
    choose(at, Device.SCANNER)
    yield at.scene("equipment-choose-scanner")
    at.press("Esc")
    act(at, Device.DRAWER)
    settle(at)
    yield at.scene("equipment-did-it-open")
    at.touch("No")
    yield at.scene("equipment-drawer-stays-shut")


def no_equipment(theatre: Theatre) -> Iterator[Scene]:
    """A till without devices; what is connected can be chosen."""
    desk = replace(theatre.desk(drawer=""), attached=FOUND)
    at = theatre.till(desk, who="Marcelo Rojas")
    go_there(at)
    yield at.scene("equipment-none")
    act(at, Device.PRINTER)
    settle(at)
    yield at.scene("equipment-choose-printer")
    at.touch_first("Make of the printer")
    yield at.scene("equipment-makes")
    at.press("Esc")
    act(at, Device.POLE)
    settle(at)
    at.touch_first("Serial")
    yield at.scene("equipment-choose-pole")
    at.press("Esc")
    choose(at, Device.SCREEN)
    settle(at)
    yield at.scene("equipment-choose-screen")


def two_alike(theatre: Theatre) -> Iterator[Scene]:
    """Two printers alike: neither prints before one is chosen."""
    fails = ScriptedPrinter(failing(PrinterTrouble.AMBIGUOUS))
    desk = with_devices(theatre.desk(printer="usb:0416:5011"), fails, fails, ALIKE)
    at = theatre.till(desk, who="Marcelo Rojas")
    go_there(at)
    yield at.scene("equipment-two-alike")
    choose(at, Device.PRINTER)
    yield at.scene("equipment-choose-one-of-two")


def a_cashiers_equipment(theatre: Theatre) -> Iterator[Scene]:
    """A cashier may try everything and change nothing; in practice the drawer stays shut."""
    own = TellingPrinter(PrinterStatus(paper_low=True))
    at = theatre.till(with_devices(theatre.desk(printer=OWN, pole="serial:nowhere"), own, own))
    go_there(at)
    yield at.scene("equipment-cashier")
    at.scan(f"]C0{TEST_CODE}")
    yield at.scene("equipment-scanner-unknown")


STORIES = {
    "equipment": equipment,
    "no-equipment": no_equipment,
    "two-alike": two_alike,
    "a-cashiers-equipment": a_cashiers_equipment,
}
