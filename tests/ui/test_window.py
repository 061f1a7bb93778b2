"""The window as a whole: leaving it, disks and programs that fail, what it loads, what a screen reader hears."""

import subprocess
import sys
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from pos.ui.faults import faults_told
from tests.ui.conftest import MakeDesk, OpenTill
from tests.ui.person import Person
from tests.ui.stand import LA_PAZ, PATIENCE, FailingDisk, StandingClock

LOADED_LATE = {"PIL", "alembic", "babel", "barcode", "escpos", "num2words", "openpyxl", "pydantic", "reportlab"}


def touch_in_dialog(person: Person, name: str) -> None:
    """Touch a button of the dialog before the window."""
    (button,) = [b for b in person.dialog.findChildren(QAbstractButton) if b.text() == name]
    button.click()


def test_closing_with_an_open_cart_asks_and_enter_keeps_the_cart(open_till: OpenTill, qtbot: QtBot):
    person = open_till()
    person.scan("MP-027")
    person.window.close()
    assert person.window.isVisible()
    assert person.dialog is not None
    qtbot.waitUntil(person.dialog.isActiveWindow, timeout=PATIENCE)
    person.press("Enter")
    qtbot.waitUntil(lambda: person.dialog is None, timeout=PATIENCE)
    assert person.cart == ["1 Chullo de alpaca, Confecciones Sawuri, 65,00"]
    qtbot.waitUntil(person.window.isActiveWindow, timeout=PATIENCE)
    person.scan("MP-027")
    assert person.cart[0].startswith("2 Chullo"), "the scan field has the focus again"


def test_closing_with_an_open_cart_can_be_insisted_on(open_till: OpenTill, qtbot: QtBot):
    person = open_till()
    person.scan("MP-027")
    person.window.close()
    touch_in_dialog(person, "Cerrar y perder la venta")
    qtbot.waitUntil(lambda: not person.window.isVisible(), timeout=PATIENCE)
    assert person.faults() == []


def test_closing_without_a_cart_asks_nothing(open_till: OpenTill):
    person = open_till()
    person.window.close()
    assert not person.window.isVisible()


@pytest.mark.parametrize("kept", [False, True], ids=["not_kept", "kept_after_all"])
def test_a_disk_that_fails_at_the_finish_keeps_the_cart_and_trying_again_sells_it_once(
    open_till: OpenTill, make_stall: MakeDesk, kept: bool
):
    desk = make_stall()
    desk = replace(desk, till=replace(desk.till, selling=FailingDisk(desk.till.selling, kept=kept)))
    person = open_till(desk)
    person.scan("MP-027")
    person.press("F12")
    person.touch("Bs 100")
    person.press("F12")
    assert person.message.startswith("El disco está lleno.")
    assert person.sees("35,00")
    person.touch("Intentar otra vez")
    assert person.last_sale().receipt == "A-000001"
    person.press("Enter")
    assert person.cart == []
    assert person.faults() == []


def test_a_sale_that_was_kept_after_all_is_told_when_its_cart_was_changed_since(
    open_till: OpenTill, make_stall: MakeDesk
):
    desk = make_stall()
    desk = replace(desk, till=replace(desk.till, selling=FailingDisk(desk.till.selling, kept=True)))
    person = open_till(desk)
    person.scan("MP-027")
    person.press("F12")
    person.touch("Justo 65,00")
    person.press("F12", "Esc")
    person.scan("JK-015")
    person.press("F12")
    person.touch("Justo 77,50")
    person.press("F12")
    assert "A-000001" in person.message
    assert len(person.cart) == 2
    person.press("Down", "Delete", "F12")
    person.touch("Justo 12,50")
    person.press("F12")
    assert person.last_sale().receipt == "A-000002"
    assert person.faults() == []


def test_a_fair_that_ends_while_something_is_in_the_cart_refuses_the_sale_and_keeps_the_cart(
    open_till: OpenTill, clock: StandingClock
):
    person = open_till()
    person.scan("MP-027")
    clock.at = datetime(2026, 12, 8, 0, 1, tzinfo=LA_PAZ)
    person.press("F12")
    person.touch("Justo 65,00")
    person.press("F12")
    assert "07/12/2026" in person.message
    assert len(person.cart) == 1
    person.touch("Seguir")
    assert person.message.startswith("Feria de Navidad ya terminó.")


def test_a_shift_that_was_closed_elsewhere_leads_to_opening_one_with_the_cart_kept(open_till: OpenTill):
    person = open_till()
    person.scan("MP-027")
    person.desk.till.shifts.close(person.desk.act(), {"BOB": {}})
    person.press("F12")
    person.touch("Justo 65,00")
    person.press("F12")
    person.touch("Seguir")
    person.write("Rosmery")
    person.press("F12")
    assert person.cart == ["1 Chullo de alpaca, Confecciones Sawuri, 65,00"]


def test_a_fault_of_the_program_is_told_with_the_number_that_the_log_has(
    open_till: OpenTill, qtbot: QtBot, caplog: pytest.LogCaptureFixture
):
    person = open_till()
    with faults_told(person.window.tell_fault):
        sys.excepthook(ZeroDivisionError, ZeroDivisionError("no such thing"), None)
        qtbot.waitUntil(lambda: person.dialog is not None, timeout=PATIENCE)
    (record,) = [record for record in caplog.records if record.levelname == "ERROR"]
    number = record.getMessage().split()[-1]
    assert number in person.dialog.accessibleName()
    touch_in_dialog(person, "Seguir")
    qtbot.waitUntil(lambda: person.dialog is None, timeout=PATIENCE)


def test_a_fault_that_repeats_itself_is_told_once(open_till: OpenTill, qtbot: QtBot):
    person = open_till()
    person.window.tell_fault("ABC234")
    person.window.tell_fault("DEF567")
    qtbot.waitUntil(lambda: person.dialog is not None, timeout=PATIENCE)
    assert len([dialog for dialog in person.window.findChildren(QDialog) if dialog.isVisible()]) == 1
    touch_in_dialog(person, "Seguir")


def test_the_hooks_for_faults_are_given_back(open_till: OpenTill):
    before = sys.excepthook
    with faults_told(lambda _: None):
        assert sys.excepthook is not before
    assert sys.excepthook is before


def test_the_strip_says_which_till_who_where_and_when(open_till: OpenTill):
    person = open_till()
    for text in ("Caja A", "Ana Mayta", "Feria de Navidad", "11:00"):
        assert person.sees(text)


def test_every_control_has_a_name_for_a_screen_reader(open_till: OpenTill):
    person = open_till()
    person.scan("MP-027", "MP-031")
    seen: list[str] = []
    for keys in ((), ("F12",)):
        person.press(*keys)
        shown = [b for b in person.window.findChildren(QAbstractButton) if b.isVisible()]
        seen += [button.accessibleName() or button.text() for button in shown]
        seen += [field.accessibleName() for field in person.window.findChildren(QLineEdit) if field.isVisible()]
    assert len(seen) > 30
    assert all(seen)


def test_the_window_loads_nothing_heavy_before_its_first_screen():
    """Paper, files and languages are loaded when they are first needed, not while a cashier waits for the till."""
    script = "import sys, pos.ui.main_window; print(*{name.partition('.')[0] for name in sys.modules})"
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert LOADED_LATE & set(answer.split()) == set()
