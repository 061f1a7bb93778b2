"""Trying a scanner on the page of the devices: what it read, how that came, and what it puts around codes."""

import pytest

from pos.domain.barcodes import receipt_digits
from pos.services.equipment import Device
from pos.services.scanner_learning import TEST_CODE, TRIAL_CODE
from tests.hardware.plugs import Plug
from tests.ui.at_equipment import CASHIER, OWN, Telling, kept, opener
from tests.ui.conftest import MakeDesk, OpenTill


@pytest.fixture
def at_page(open_till: OpenTill, make_stall: MakeDesk):
    """Opens the till and goes to its devices."""
    return opener(open_till, make_stall)


# --- what was read -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (TRIAL_CODE, "Keyboard · 13 digits, their check is right"),
        ("2899999999995", "Keyboard · 13 digits, but their check is wrong: scan it again"),
        (receipt_digits("A", 123), "Keyboard · receipt A-000123"),
        ("MP-026", "Keyboard · 6 signs"),
    ],
)
def test_what_was_read_is_told(at_page, code, words):
    at = at_page()
    at.person.scan(code)
    assert at.card(Device.SCANNER).field.text() == code
    assert at.card(Device.SCANNER).detail == words


def test_a_scanner_on_a_line_of_its_own_is_heard(at_page, tmp_path):
    plug = Plug(tmp_path / "port")
    plug.plug_in()
    at = at_page(scanner=plug.uri)
    at.person.wait_until(lambda: at.state(Device.SCANNER) == "Connected · not tried yet")
    plug.says(b"\r")  # a line that was just opened may be in the middle of a code
    plug.says(f"{TRIAL_CODE}\r".encode())
    at.person.wait_until(lambda: at.card(Device.SCANNER).field.text() == TRIAL_CODE)
    assert at.card(Device.SCANNER).detail == "Own line · 13 digits, their check is right"
    plug.pull_out()
    at.person.wait_until(lambda: at.state(Device.SCANNER) == "It does not answer.")


# --- what stands around it ---------------------------------------------------------------------------------------


def test_what_a_scanner_puts_around_codes_is_learnt_and_taken_off(at_page):
    at = at_page()
    at.person.scan(f"]C0{TEST_CODE}$")
    at.settle()
    assert at.page.isVisible()
    settings = kept(at.person.desk)
    assert (settings["scanner_prefix"], settings["scanner_suffix"]) == ("]C0", "$")
    assert at.card(Device.SCANNER).detail == "Takes off “]C0” before and “$” behind each code."
    at.person.scan(f"]E0{TRIAL_CODE}$")
    assert at.card(Device.SCANNER).field.text() == TRIAL_CODE


def test_a_scanner_that_was_changed_back_is_learnt_anew(at_page):
    at = at_page(scanner_prefix="]C0")
    at.person.scan(TEST_CODE)
    at.settle()
    assert kept(at.person.desk)["scanner_prefix"] == ""


def test_a_known_scanner_changes_nothing(at_page):
    at = at_page(scanner_prefix="]C0")
    window = at.person.window
    at.person.scan(f"]C0{TEST_CODE}")
    assert at.person.message.startswith("This scanner is known.")
    assert at.card(Device.SCANNER).detail == "Keyboard · the test sheet"
    assert at.person.window is window


def test_more_around_a_code_than_fits_is_not_kept(at_page):
    at = at_page()
    at.person.scan(f"{'x' * 21}{TEST_CODE}")
    assert at.person.message.startswith("The scanner puts more around each code than fits.")
    assert kept(at.person.desk)["scanner_prefix"] == ""


def test_only_a_supervisor_lets_a_scanner_be_learnt(at_page):
    at = at_page(name=CASHIER)
    at.person.scan(f"]C0{TEST_CODE}")
    assert at.person.message.startswith("This scanner puts signs around each code")
    assert kept(at.person.desk)["scanner_prefix"] == ""


def test_the_test_sheet_comes_out_of_the_receipt_printer(at_page):
    printer = Telling()
    at = at_page(printer, printer=OWN)
    at.choose(Device.SCANNER)
    at.person.touch("Print the test sheet")
    at.settle()
    assert len(printer.printed) == 1
    assert TEST_CODE.encode() in printer.printed[0]
    assert at.state(Device.SCANNER) == "Scan any label now…"


def test_without_a_printer_there_is_no_test_sheet(at_page):
    at = at_page()
    at.choose(Device.SCANNER)
    assert not at.person.can_press("Print the test sheet")
    assert at.person.sees("First set up the receipt printer.")
