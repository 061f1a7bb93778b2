"""The parts of the program: how one goes from one to the other, what stays meanwhile, and how the till is locked."""

import pytest

from tests.ui.conftest import MakeDesk, OpenTill
from tests.ui.person import Person
from tests.ui.stand import PIN

CHULLO = "1 Chullo de alpaca, Confecciones Sawuri, 65,00"
PLACES = {"1": "Cobrar", "2": "Hojas", "3": "Por etiquetar", "4": "Siguiente", "5": "Personas"}
"""A button that only this part has, by the figure that is pressed with Ctrl."""


@pytest.fixture
def person(open_till: OpenTill) -> Person:
    """Ana at the till, with a chullo in the cart."""
    ana = open_till()
    ana.scan("MP-027")
    return ana


# --- going there ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("figure", "12345")
def test_each_part_has_its_key_from_wherever_one_is(person: Person, figure: str):
    for before in "12345":
        person.press_with_ctrl(before)
        person.press_with_ctrl(figure)
        assert person.has_button(PLACES[figure])


def test_the_menu_opens_the_same_ways_and_leads_back(person: Person):
    person.touch("Menú")
    for name, figure in (("Productores", "2"), ("Productos", "3"), ("Cierre", "4"), ("Ajustes", "5"), ("Vender", "1")):
        person.touch(name)
        assert person.has_button(PLACES[figure])
    assert person.cart == [CHULLO]
    assert person.has_button("Menú")


@pytest.mark.parametrize("figure", "2345")
def test_the_cart_waits_wherever_one_goes(person: Person, figure: str):
    person.press_with_ctrl(figure)
    assert person.cart == []
    person.press_with_ctrl("1")
    assert person.cart == [CHULLO]
    person.scan("MP-027")
    assert person.cart[0].startswith("2 Chullo"), "and the next key goes into it"


def test_a_payment_waits_too(person: Person):
    person.press("F12")
    person.write("100")
    person.press_with_ctrl("2")
    person.press_with_ctrl("1")
    person.press("F12")
    assert person.sees("35,00")
    person.press("F12")
    assert person.last_sale().change == 3500


def test_with_something_in_the_cart_the_close_says_so(person: Person):
    person.press_with_ctrl("4")
    assert person.message.startswith("Hay 1 venta sin terminar.")
    person.touch("Volver a vender")
    assert person.cart == [CHULLO]
    person.press("Delete")
    person.press_with_ctrl("4")
    assert person.message == ""


def test_the_close_can_be_left_before_it_is_done(person: Person):
    person.press("Delete")
    person.press_with_ctrl("4")
    person.press("Esc")
    assert person.sees("Pase el primer producto por el lector")
    assert person.desk.till.shifts.current("A") is not None


def test_before_the_shift_is_open_there_is_nothing_to_close(open_till: OpenTill, make_stall: MakeDesk):
    person = open_till(make_stall(), shift=False)
    person.press_with_ctrl("4")
    assert person.sees("Abrir turno")


def test_nobody_goes_anywhere_before_they_have_signed_in(open_till: OpenTill):
    person = open_till(name="")
    for figure in "12345":
        person.press_with_ctrl(figure)
    assert person.sees("¿Quién atiende?")


# --- a code where none is used -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("figure", "shift", "told"),
    [
        ("4", True, "Aquí no se lee ningún código. Vaya a Vender y páselo otra vez."),
        ("1", False, "Aquí no se lee ningún código. Abra el turno y páselo otra vez."),
    ],
)
def test_where_no_code_is_used_it_is_said_what_to_do(
    open_till: OpenTill, make_stall: MakeDesk, figure: str, shift: bool, told: str
):
    person = open_till(make_stall(), shift=shift)
    person.press_with_ctrl(figure)
    person.scan("2000000000015")
    assert person.message.startswith(told)


# --- the lock ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("figure", "12345")
def test_it_is_locked_from_everywhere_and_opened_again_by_the_same_person(person: Person, figure: str):
    person.press_with_ctrl(figure)
    person.press("F11")
    assert person.sees("Hola, Ana")
    person.write(PIN)
    person.press("Enter")
    assert person.cart == [CHULLO]


def test_it_is_locked_by_touching_who_is_signed_in_and_from_the_menu_of_more(person: Person):
    person.touch_first("Ana, Atiende")
    assert person.sees("¿Quién atiende?")
    person.sign_in("Ana")
    person.press("F10")
    person.touch("Bloquear")
    assert person.sees("¿Quién atiende?")


def test_while_it_is_locked_the_keys_of_the_till_do_nothing(person: Person):
    person.press("F11")
    person.press("F12", "F8", "F10", "Delete")
    assert person.dialog is None
    person.sign_in("Ana")
    assert person.cart == [CHULLO]
    assert not person.has_button("En espera 1")


# --- the settings --------------------------------------------------------------------------------------------------


def to_settings(person: Person) -> None:
    """To the page of the till itself."""
    person.touch("Menú")
    person.touch("Ajustes")
    person.touch("Esta caja")


def test_a_cashier_reads_the_settings_and_changes_none(person: Person):
    to_settings(person)
    assert person.message == "Solo un encargado cambia esto. Pida que un encargado entre."
    assert not person.can_press("Guardar")


def test_the_tills_letter_is_changed_only_while_no_shift_is_open(open_till: OpenTill, make_stall: MakeDesk):
    person = open_till(make_stall(), shift=False, name="Elena")
    to_settings(person)
    person.touch_field("Código de la caja")
    person.press("Backspace")
    person.write("b")
    person.touch("Guardar")
    person.wait_until(person.window.isActiveWindow)
    assert person.desk.settings.till == "B"
    person.press_with_ctrl("1")
    person.press("F12")
    person.scan("MP-027")
    person.press("F12")
    person.touch("Justo 65,00")
    person.press("F12")
    assert person.last_sale().receipt == "B-000001"
