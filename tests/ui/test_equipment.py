"""The page of the till's devices, pressed: what is found, and which one each is."""

import pytest

from pos.hardware.interfaces import PrinterStatus, PrinterTrouble
from pos.services.equipment import Device
from tests.ui.at_equipment import CASHIER, OWN, PORT, TWIN, WELL, FakePole, Telling, kept, opener
from tests.ui.conftest import MakeDesk, OpenTill
from tests.ui.stand import ScriptedPrinter, failing


@pytest.fixture
def at_page(open_till: OpenTill, make_stall: MakeDesk):
    """Opens the till and goes to its devices."""
    return opener(open_till, make_stall)


# --- what is there -----------------------------------------------------------------------------------------------


def test_a_till_without_devices_says_so(at_page):
    at = at_page(drawer="")
    assert [at.state(device) for device in Device] == [
        "Not set up", "Not set up", "Types like a keyboard", "Not set up", "No second screen", "Not set up",
    ]  # fmt: skip
    assert at.person.sees("1 not tried, 5 not set up")


def test_a_printer_is_asked_when_the_page_opens(at_page):
    at = at_page(Telling(), printer=OWN)
    assert at.state(Device.PRINTER) == "Ready · 80 mm paper"


def test_a_printer_that_says_nothing_of_itself_is_not_called_ready(at_page):
    at = at_page(Telling(None), printer=OWN)
    assert at.state(Device.PRINTER) == "It is there · not tried yet"


def test_a_printer_that_fails_has_a_next_step_and_comes_back(at_page):
    printer = Telling()
    printer.answer = failing(PrinterTrouble.NOT_FOUND)
    at = at_page(printer, printer=OWN)
    assert at.state(Device.PRINTER) == "No answer. Is it on, and plugged in?"
    assert at.card(Device.PRINTER).detail
    assert at.card(Device.PRINTER).button.text() == "Look again"
    printer.answer = lambda: None
    at.act(Device.PRINTER)
    at.settle()
    assert at.state(Device.PRINTER) == "Ready · 80 mm paper"


def test_what_the_till_itself_prints_is_seen_on_the_card(at_page):
    printer = Telling()
    at = at_page(printer, printer=OWN)
    printer.said = PrinterStatus(paper_out=True)
    at.person.window._printing.print_x()
    at.settle()
    assert at.state(Device.PRINTER) == "It has no paper."
    printer.said = WELL
    at.person.window.print_waiting()
    at.settle()
    assert at.state(Device.PRINTER) == "Ready · 80 mm paper"


def test_a_test_that_fails_is_known_in_the_strip_too(at_page):
    printer = Telling()
    at = at_page(printer, printer=OWN)
    printer.said = PrinterStatus(paper_out=True)
    at.act(Device.PRINTER)
    at.settle()
    assert at.state(Device.PRINTER) == "It has no paper."
    assert at.person.window._strip._printer.device.word == "No paper"


def test_two_alike_are_told_apart(at_page):
    printer = ScriptedPrinter(failing(PrinterTrouble.AMBIGUOUS))
    at = at_page(printer, printer="usb:0416:5011")
    assert at.state(Device.PRINTER) == "There are two that are alike."
    at.choose(Device.PRINTER)
    assert at.person.has_button(f"USB · POS-58 Printer {OWN}")
    printer.answer = lambda: None
    at.person.touch(f"USB · POS-58 Printer {TWIN}")
    at.person.touch("Use this one")
    at.settle()
    assert kept(at.person.desk)["printer"] == TWIN
    assert at.state(Device.PRINTER) == "It is there · not tried yet"


# --- choosing ----------------------------------------------------------------------------------------------------


def test_looking_for_a_printer_offers_what_is_connected_and_the_page_stays(at_page):
    at = at_page(Telling())
    at.act(Device.PRINTER)
    at.settle()
    at.person.touch("CUPS · caja")
    at.person.touch("58 mm")
    at.person.touch("Use this one")
    at.settle()
    assert at.page.isVisible()
    assert kept(at.person.desk)["printer"] == "cups:caja"
    assert kept(at.person.desk)["receipt_width"] == 58
    assert at.state(Device.PRINTER) == "Ready · 58 mm paper"


def test_a_cheap_printer_brings_its_make_and_its_width(at_page):
    at = at_page(Telling())
    at.choose(Device.PRINTER)
    at.person.touch(f"USB · POS-58 Printer {OWN}")
    at.person.touch("Use this one")
    at.settle()
    assert (kept(at.person.desk)["printer_profile"], kept(at.person.desk)["receipt_width"]) == ("POS-5890", 58)


def test_another_make_can_be_chosen(at_page):
    at = at_page(Telling(), printer=OWN)
    at.choose(Device.PRINTER)
    at.person.touch_first("Make of the printer: ")
    at.person.touch("Epson TM-T20II 80 mm")
    at.person.touch("Use this one")
    at.settle()
    assert kept(at.person.desk)["printer_profile"] == "TM-T20II"


def test_another_address_is_typed_and_a_wrong_one_changes_nothing(at_page):
    at = at_page()
    at.choose(Device.BACKUP)
    at.person.touch_field("Another address")
    at.person.write("nonsense")
    at.person.touch("Use this one")
    assert at.person.message.startswith("This is no address.")
    assert at.person.desk.settings.backup_printer == ""
    at.person.press(*["Backspace"] * 8)
    at.person.write("tcp://127.0.0.1:9")
    at.person.touch("Use this one")
    at.settle()
    assert kept(at.person.desk)["backup_printer"] == "tcp://127.0.0.1:9"


def test_a_pole_is_a_port_and_its_speed(at_page):
    at = at_page(line=FakePole())
    at.choose(Device.POLE)
    at.person.touch(f"Serial · Pole {PORT}")
    at.person.touch("19200")
    at.person.touch("Use this one")
    at.settle()
    assert kept(at.person.desk)["pole"] == f"serial:{PORT}?baud=19200"


def test_a_drawer_can_hang_on_the_other_pin(at_page):
    at = at_page(Telling(), printer=OWN)
    at.choose(Device.DRAWER)
    at.person.touch("On the receipt printer, pin 5 Where pin 2 does not open it.")
    at.person.touch("Use this one")
    at.settle()
    assert kept(at.person.desk)["drawer"] == "printer:5"


def test_no_screen_for_the_buyer_can_be_wanted(at_page):
    at = at_page()
    at.choose(Device.SCREEN)
    at.person.touch("None Nothing is shown to the buyer.")
    at.person.touch("Use this one")
    at.settle()
    assert kept(at.person.desk)["customer_screen"] == "none"
    assert at.state(Device.SCREEN) == "Not used"


def test_a_cashier_changes_nothing_and_tries_everything(at_page):
    printer = Telling()
    at = at_page(printer, name=CASHIER, printer=OWN)
    assert not any(at.card(device).chooser.isEnabled() for device in Device)
    assert not at.card(Device.BACKUP).button.isEnabled()
    at.act(Device.PRINTER)
    at.settle()
    assert len(printer.printed) == 1
    assert at.person.dialog is None  # which letters are used is a supervisor's to say
