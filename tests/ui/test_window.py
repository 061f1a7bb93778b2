"""The window as a whole: what can go wrong in it and is told with the next step, how it is left, what it loads."""

import subprocess
import sys
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from pos.domain.money import Money
from pos.domain.shifts import CashDirection
from pos.services.desk import Desk
from pos.ui.faults import faults_told
from tests.ui.conftest import MakeDesk, OpenTill
from tests.ui.person import Person
from tests.ui.stand import LA_PAZ, PATIENCE, FailingDisk, StandingClock

LOADED_LATE = {"PIL", "alembic", "babel", "barcode", "escpos", "num2words", "openpyxl", "pydantic", "reportlab"}
CHULLO = "1 Chullo de alpaca, Confecciones Sawuri, 65,00"


@pytest.fixture
def at_payment(open_till: OpenTill) -> Person:
    """Ana, whom somebody is about to pay 65.00 for a chullo."""
    person = open_till()
    person.scan("MP-027")
    person.press("F12")
    return person


# --- codes that are not taken --------------------------------------------------------------------------------------


def test_an_unknown_code_leads_to_the_search_by_name(open_till: OpenTill):
    person = open_till()
    person.scan("4006381333931")
    assert person.message == "Este código no está en la lista. Búsquelo por su nombre o toque su foto."
    person.touch("Buscar")
    person.write("chullo")
    person.press("Enter")
    assert person.cart == [CHULLO]
    assert person.message == ""


def test_a_code_read_wrong_is_scanned_again(open_till: OpenTill):
    person = open_till()
    person.scan("2000000000019")
    assert person.message == "Este código se leyó mal. Páselo otra vez, o búsquelo por su nombre."
    person.scan("2000000000015")
    assert person.cart == ["1 Casita de la comunidad, Familia Quispe Mamani, 80,00"]
    assert person.message == ""


def test_goods_of_somebody_who_is_not_at_this_fair_and_have_no_price_here_are_sold_after_all(
    open_till: OpenTill, make_stall: MakeDesk, clock: StandingClock
):
    """Chocolate for bolivianos, at a fair in Berlin."""
    clock.at = datetime(2027, 3, 6, 11, 0, tzinfo=LA_PAZ)
    person = open_till(make_stall(exhibition="BER-27"))
    person.scan("ES-001")
    assert person.message == (
        "«Chocolate con quinua» es de Chocolatería Colegio Ballivián. No participa en esta feria."
    )
    person.touch("Vender igual")
    assert person.message.startswith("«Chocolate con quinua» no tiene precio en €.")
    person.touch("Poner precio")
    person.write("4")
    person.press("Enter")
    assert person.cart == ["1 Chocolate con quinua, Chocolatería Colegio Ballivián, 4,00"]
    person.press("F12")
    person.touch("€ 5")
    person.press("F12")
    assert (person.last_sale().due, person.last_sale().change) == (400, 100)
    assert person.faults() == []


# --- payments that are not enough, or too much ---------------------------------------------------------------------


def test_a_short_payment_can_not_be_finished_and_says_what_is_missing(at_payment: Person):
    at_payment.write("60")
    assert at_payment.sees("TODAVÍA FALTA")
    assert at_payment.sees("5,00")
    assert not at_payment.can_press("Falta pagar")
    at_payment.press("F12", "Enter")
    assert at_payment.desk.sale_finding.last("A") is None
    at_payment.press("Backspace")
    at_payment.press("Backspace")
    at_payment.write("70")
    at_payment.press("F12")
    assert at_payment.last_sale().change == 500


def test_more_than_is_due_by_qr_is_told_and_corrected(at_payment: Person):
    at_payment.touch("QR")
    at_payment.write("70")
    assert "vuelto" in at_payment.message
    assert not at_payment.can_press("Sí llegó el dinero")
    at_payment.press("F12")
    assert at_payment.desk.sale_finding.last("A") is None
    for _ in range(2):
        at_payment.press("Backspace")
    at_payment.write("65")
    at_payment.press("F12")
    assert at_payment.last_sale().due == 6500


# --- the disk ------------------------------------------------------------------------------------------------------


@pytest.fixture
def failing_stall(make_stall: MakeDesk):
    """Makes a desk whose disk fails at the first sale, before it is kept or after."""

    def make(*, kept: bool) -> Desk:
        desk = make_stall()
        return replace(desk, till=replace(desk.till, selling=FailingDisk(desk.till.selling, kept=kept)))

    return make


@pytest.mark.parametrize("kept", [False, True], ids=["not_kept", "kept_after_all"])
def test_a_disk_that_fails_at_the_finish_keeps_the_cart_and_trying_again_sells_it_once(
    open_till: OpenTill, failing_stall, kept: bool
):
    person = open_till(failing_stall(kept=kept))
    person.scan("MP-027")
    person.press("F12")
    person.touch("Bs 100")
    person.press("F12")
    assert person.message.startswith("El disco está lleno.")
    assert person.sees("35,00"), "what was given is still there"
    person.touch("Intentar otra vez")
    assert (person.last_sale().receipt, person.last_sale().change) == ("A-000001", 3500)
    person.press("Enter")
    assert person.cart == []
    assert person.faults() == []


def test_a_sale_that_was_kept_after_all_is_told_when_its_cart_was_changed_since(open_till: OpenTill, failing_stall):
    person = open_till(failing_stall(kept=True))
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


# --- the books changed meanwhile -----------------------------------------------------------------------------------


def test_a_fair_that_ends_while_something_is_in_the_cart_refuses_the_sale_and_leads_to_the_close(
    at_payment: Person, clock: StandingClock
):
    clock.at = datetime(2026, 12, 8, 0, 1, tzinfo=LA_PAZ)
    at_payment.touch("Justo 65,00")
    at_payment.press("F12")
    assert "07/12/2026" in at_payment.message
    assert at_payment.cart == [CHULLO]
    at_payment.touch("Seguir")
    assert at_payment.message.startswith("Feria de Navidad ya terminó.")
    assert at_payment.sees("Billetes"), "the drawer is counted"
    assert at_payment.faults() == []


def test_a_shift_that_was_closed_elsewhere_leads_to_opening_one_with_the_cart_kept(at_payment: Person):
    at_payment.desk.till.shifts.close(at_payment.desk.act(), {"BOB": {}})
    at_payment.touch("Justo 65,00")
    at_payment.press("F12")
    assert at_payment.message.startswith("La caja «A» no está abierta.")
    at_payment.touch("Seguir")
    assert at_payment.sees("Abrir turno")
    at_payment.press("F12")
    assert at_payment.cart == [CHULLO]
    at_payment.press("F12")
    at_payment.touch("Justo 65,00")
    at_payment.press("F12")
    assert at_payment.last_sale().receipt == "A-000001"
    assert at_payment.faults() == []


def test_cash_moved_elsewhere_is_in_the_close(open_till: OpenTill):
    """What the books have counts, not what this window has seen."""
    person = open_till()
    desk = person.desk
    desk.till.shifts.move_cash(desk.act(), CashDirection.OUT, Money.of("30.00", "BOB"), "pan")
    person.press_with_ctrl("4")
    person.press(*["Down"] * 4)
    person.write("7")
    person.touch("Siguiente")
    person.touch("No hay")  # dollars
    person.touch("No hay")  # euros
    person.touch("No lo sé, seguir")
    assert person.sees("La gaveta cuadra.")


# --- the program itself --------------------------------------------------------------------------------------------


def test_a_fault_of_the_program_is_told_with_the_number_that_the_log_has(
    open_till: OpenTill, qtbot: QtBot, caplog: pytest.LogCaptureFixture
):
    person = open_till()
    person.scan("MP-027")
    with faults_told(person.window.tell_fault):
        sys.excepthook(ZeroDivisionError, ZeroDivisionError("no such thing"), None)
        qtbot.waitUntil(lambda: person.dialog is not None, timeout=PATIENCE)
    (record,) = [record for record in caplog.records if record.levelname == "ERROR"]
    assert record.getMessage().split()[-1] in person.question
    person.touch("Seguir")
    assert person.cart == [CHULLO]
    person.press("F12")
    assert person.sees("FALTA"), "and selling goes on"


def test_a_fault_that_repeats_itself_is_told_once(open_till: OpenTill):
    person = open_till()
    person.window.tell_fault("ABC234")
    person.window.tell_fault("DEF567")
    assert "ABC234" in person.question
    person.touch("Seguir")
    assert person.dialog is None


def test_the_hooks_for_faults_are_given_back(open_till: OpenTill):
    before = sys.excepthook
    with faults_told(lambda _: None):
        assert sys.excepthook is not before
    assert sys.excepthook is before


# --- leaving it ----------------------------------------------------------------------------------------------------


def test_a_cart_that_is_open_when_the_window_is_closed_is_there_the_next_time(open_till: OpenTill):
    person = open_till()
    person.scan("MP-027", "MP-027")
    desk = person.desk
    person.leave()
    assert not person.window.isVisible()
    again = open_till(desk)
    assert again.cart == ["2 Chullo de alpaca, Confecciones Sawuri, 130,00"]
    assert again.faults() == []


def test_it_can_be_turned_off_at_the_sign_in(open_till: OpenTill):
    person = open_till()
    person.press("F11")
    person.touch("Apagar")
    assert not person.window.isVisible()


# --- looks and loads -----------------------------------------------------------------------------------------------


def test_the_strip_says_which_till_which_shift_who_and_when(open_till: OpenTill):
    person = open_till()
    for text in ("Caja A", "Turno 1", "11:00"):
        assert person.sees(text)
    assert any(name.startswith("Ana, Atiende") for name in person.buttons)


def test_every_control_has_a_name_for_a_screen_reader(open_till: OpenTill):
    person = open_till(name="Elena")
    person.scan("MP-027", "MP-031")
    seen: list[str] = []
    for place in "12345":
        person.press_with_ctrl(place)
        shown = [b for b in person.window.findChildren(QAbstractButton) if b.isVisible()]
        seen += [button.accessibleName() or button.text() for button in shown]
        seen += [field.accessibleName() for field in person.window.findChildren(QLineEdit) if field.isVisible()]
    assert len(seen) > 100
    assert all(seen)


def test_the_window_loads_nothing_heavy_before_its_first_screen():
    """Paper, files and languages are loaded when they are first needed, not while a cashier waits for the till."""
    script = "import sys, pos.ui.main_window; print(*{name.partition('.')[0] for name in sys.modules})"
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert LOADED_LATE & set(answer.split()) == set()
