"""Trying the till's devices: each does something that is seen or heard, and what came of it is kept."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from pos.domain.shifts import DrawerOpened
from pos.hardware.interfaces import PrinterTrouble, Sound
from pos.printing.fresh_start import fresh_start
from pos.services.equipment import Device
from pos.services.shift_keeping import ShiftKeeping
from tests.hardware.emulated import EmulatedInNetwork
from tests.ui.at_equipment import (
    ATTACHED,
    CASHIER,
    OWN,
    SUPERVISOR,
    AtPage,
    FakePole,
    Telling,
    kept,
    opener,
)
from tests.ui.conftest import MakeDesk, OpenTill
from tests.ui.stand import Gate, RecordingSpeaker, failing


@pytest.fixture
def at_page(open_till: OpenTill, make_stall: MakeDesk):
    """Opens the till and goes to its devices."""
    return opener(open_till, make_stall)


# --- trying ------------------------------------------------------------------------------------------------------


def test_the_test_page_comes_out_of_a_real_printer_and_its_first_good_line_is_kept(at_page, make_stall, open_till):
    with EmulatedInNetwork() as printer:
        desk = replace(make_stall(language="en", printer=printer.uri), attached=ATTACHED)
        at = AtPage(open_till(desk, name=SUPERVISOR))
        at.person.touch("Menu")
        at.person.touch("Settings")
        at.settle()
        at.act(Device.PRINTER)
        at.settle()
        (lines,) = printer.receipts(1)
        assert "PRINTER TEST" in lines
        at.person.touch("Line 2")
        at.settle()
    assert kept(at.person.desk)["code_page"] == "CP1252"
    assert at.card(Device.PRINTER).detail == "Last test today 11:00 · cuts the paper"


def test_where_no_line_reads_well_everything_is_drawn(at_page):
    at = at_page(Telling(), printer=OWN)
    at.act(Device.PRINTER)
    at.settle()
    at.person.touch("None of them")
    at.settle()
    assert kept(at.person.desk)["code_page"] == "drawn"


def test_the_line_that_is_used_already_changes_nothing(at_page):
    at = at_page(Telling(), printer=OWN)
    window = at.person.window
    at.act(Device.PRINTER)
    at.settle()
    at.person.touch("Line 1")
    assert at.person.window is window


def test_a_test_of_another_day_says_which(at_page):
    at = at_page(Telling(), Telling(), printer=OWN, backup_printer="tcp://other:9100")
    at.act(Device.BACKUP)
    at.settle()
    assert at.card(Device.BACKUP).detail == "Last test today 11:00"
    at.person.desk.clock.at += timedelta(days=1)
    at.person.press_with_ctrl("1")
    at.person.touch("Menu")
    at.person.touch("Settings")
    assert at.card(Device.BACKUP).detail == "Last test 05/12/2026 11:00"


def test_a_printer_that_broke_off_is_brought_back_to_the_beginning_before_it_is_tried_again(at_page):
    printer = Telling()
    at = at_page(printer, printer=OWN, name=CASHIER)
    printer.answer = failing(PrinterTrouble.BROKE_OFF)
    at.act(Device.PRINTER)
    at.settle()
    assert at.state(Device.PRINTER) == "It stopped halfway."
    printer.answer = lambda: None
    at.act(Device.PRINTER)
    at.settle()
    at.act(Device.PRINTER)
    at.settle()
    assert printer.printed[-1].startswith(fresh_start())


def test_the_window_goes_on_while_a_test_is_printed(at_page):
    printer, gate = Telling(), Gate()
    at = at_page(printer, printer=OWN, name=CASHIER)
    printer.answer = gate.wait
    at.act(Device.PRINTER)
    assert gate.reached.wait(60)
    assert at.state(Device.PRINTER) == "Printing a test…"
    assert "1 being tried" in at.page._counts.text()
    gate.open()
    at.settle()
    assert at.state(Device.PRINTER) == "Ready · 80 mm paper"


def test_what_is_chosen_during_a_test_is_kept_when_the_test_is_through(at_page):
    printer, gate = Telling(), Gate()
    at = at_page(printer, printer=OWN)
    printer.answer = gate.wait
    at.act(Device.PRINTER)
    assert gate.reached.wait(60)
    at.choose(Device.BACKUP)
    at.person.touch("CUPS · caja")
    at.person.touch("Use this one")
    assert kept(at.person.desk)["backup_printer"] == ""
    gate.open()
    at.person.wait_until(lambda: kept(at.person.desk)["backup_printer"] == "cups:caja")
    at.settle()
    assert at.state(Device.PRINTER) == "Ready · 80 mm paper"


def test_a_backup_printer_is_tried_by_itself(at_page):
    own, other = Telling(), Telling()
    at = at_page(own, other, printer=OWN, backup_printer="tcp://other:9100", backup_width=58)
    at.act(Device.BACKUP)
    at.settle()
    assert (len(own.printed), len(other.printed)) == (0, 1)
    assert at.state(Device.BACKUP) == "Ready · 58 mm paper"


def test_whatever_is_scanned_is_shown(at_page):
    at = at_page()
    at.act(Device.SCANNER)
    assert at.state(Device.SCANNER) == "Scan any label now…"
    at.person.scan("7801234567890")
    at.person.wait_until(lambda: at.card(Device.SCANNER).field.text() == "7801234567890")
    assert at.state(Device.SCANNER) == "It reads codes"
    speaker = at.person.desk.speaker
    assert isinstance(speaker, RecordingSpeaker)
    assert speaker.played[-1] is Sound.TAKEN
    at.act(Device.SCANNER)
    assert not at.card(Device.SCANNER).field.isVisible()


def test_a_scanner_that_sends_no_enter_is_told_of(at_page):
    at = at_page()
    at.act(Device.SCANNER)
    at.person.write("A1")
    assert at.person.message.startswith("Did the scanner write this?")


def test_a_drawer_that_is_tried_is_noted_and_may_have_stayed_shut(at_page, monkeypatch):
    noted: list[DrawerOpened] = []
    note = ShiftKeeping.open_drawer
    monkeypatch.setattr(ShiftKeeping, "open_drawer", lambda *args: noted.append(note(*args)) or noted[-1])
    printer = Telling()
    at = at_page(printer, printer=OWN)
    at.act(Device.DRAWER)
    at.settle()
    assert len(printer.printed) == 1
    assert at.person.question.startswith("Did the drawer open?")
    at.person.touch("No")
    assert at.state(Device.DRAWER) == "It did not open."
    assert [(opened.reason, opened.supervisor) for opened in noted] == [("Test of the drawer", "Marcelo")]


def test_a_cashier_needs_a_word_for_the_drawer(at_page):
    printer = Telling()
    at = at_page(printer, printer=OWN, name=CASHIER)
    at.act(Device.DRAWER)
    assert at.person.question == "Call the supervisor"
    assert printer.printed == []
    at.person.sign_in(SUPERVISOR)
    at.settle()
    assert len(printer.printed) == 1


def test_a_pole_shows_two_full_lines_through_the_line_that_is_open(at_page):
    pole = FakePole()
    at = at_page(line=pole, pole="serial:nowhere")
    at.act(Device.POLE)
    at.settle()
    assert pole.shown[-1][1] == "12345678901234567890"
    assert at.state(Device.POLE) == "It shows the sale"
    at.person.touch("No")
    assert at.state(Device.POLE) == "Nothing was seen on it."


def test_a_pole_that_is_used_by_another_program(at_page):
    at = at_page(line=FakePole(PrinterTrouble.REFUSED), pole="serial:nowhere")
    at.act(Device.POLE)
    at.settle()
    assert at.state(Device.POLE) == "Another program uses it."


def test_all_are_tried_without_a_question(at_page):
    own, other = Telling(), Telling()
    at = at_page(own, other, printer=OWN, backup_printer="tcp://other:9100")
    at.person.touch("Try them all")
    at.settle()
    assert (len(own.printed), len(other.printed)) == (2, 1)  # the page and the drawer's pulse
    assert at.person.dialog is None
    assert at.state(Device.SCANNER) == "Scan any label now…"
    assert at.person.sees("3 ready, 1 being tried, 2 not set up")


def test_in_practice_the_drawer_stays_shut(at_page):
    at = at_page(Telling(), printer=OWN)
    at.person.touch("Practice")
    at.person.touch("Practise")
    at.person.wait_until(lambda: at.person.desk.practice)
    at.person.touch("Menu")
    at.person.touch("Settings")
    at.settle()
    assert not at.card(Device.DRAWER).button.isEnabled()
    assert not at.card(Device.PRINTER).chooser.isEnabled()
    assert at.person.message.startswith("In practice nobody says which devices these are.")


# --- the strip ---------------------------------------------------------------------------------------------------


def test_the_chips_of_printer_and_scanner_lead_here(open_till, make_stall):
    desk = replace(make_stall(language="en", printer=OWN), attached=ATTACHED, open_printer=lambda _: Telling())
    person = open_till(desk, name=SUPERVISOR)
    for chip in (person.window._strip._printer, person.window._strip._scanner):
        person.press_with_ctrl("1")
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
        at = AtPage(person)
        at.settle()
        assert at.page.isVisible()
