"""Paying in cash: notes and figures, what is short, what goes back, and the sale that comes of it."""

import pytest

from pos.domain.barcodes import looks_like_gtin
from tests.ui.conftest import OpenTill
from tests.ui.person import Person


@pytest.fixture
def person(open_till: OpenTill) -> Person:
    """Somebody who is about to charge 62,50."""
    person = open_till()
    person.scan("CB-005", "JK-015", "MP-003")  # 45,00 and 12,50 and 5,00
    return person


def test_a_hundred_for_62_50_gives_37_50_back_and_the_next_scan_begins_the_next_sale(person: Person):
    assert person.sees("62,50")
    person.press("F12")
    assert person.sees("FALTA")
    person.touch("Bs 100")
    assert person.sees("DEVUELVA AL CLIENTE")
    assert person.sees("37,50")
    person.press("F12")
    assert person.sees("37,50")
    assert person.sees("A-000001")
    assert person.sees("Esta venta es de")
    person.scan("MP-027")
    assert person.cart == ["1 Chullo de alpaca, Confecciones Sawuri, 65,00"]
    sale = person.last_sale()
    assert (sale.due, sale.change, sale.tenders[0].amount) == (6250, 3750, 10000)
    assert person.faults() == []


def test_a_short_payment_cannot_be_finished(person: Person):
    person.press("F12")
    person.touch("Bs 50")
    assert person.sees("FALTA")
    assert person.sees("12,50")
    assert person.has_button("Falta pagar")
    assert not person.can_press("Falta pagar")
    person.press("F12", "Enter")
    assert person.sees("Toque los billetes que le dan")
    assert person.window._sale is None


def test_notes_and_coins_add_up_and_can_be_cleared(person: Person):
    person.press("F12")
    for name in ("Bs 50", "Bs 10", "Bs 2", "Bs 0,50"):
        person.touch(name)
    assert person.sees("PAGO JUSTO")
    assert person.sees("62,50")
    person.touch("Borrar lo recibido")
    assert person.sees("FALTA")


def test_exact_cash_is_one_touch(person: Person):
    person.press("F12")
    person.touch("Justo 62,50")
    assert person.sees("PAGO JUSTO")
    person.press("F12")
    assert person.sees("PAGO JUSTO")
    assert person.last_sale().change == 0


@pytest.mark.parametrize("typed", ["100", "100,00", "100.00", "100,"])
def test_a_typed_amount_may_have_a_comma_or_a_point(person: Person, typed: str):
    person.press("F12")
    person.write(typed)
    assert person.sees("37,50")
    person.press("Enter")
    assert person.last_sale().change == 3750


def test_the_keypad_types_as_the_keyboard_does(person: Person):
    person.press("F12")
    for key in ("7", "0", ",", "5", "5"):
        person.touch(key)
    assert person.sees("8,05")
    person.touch("Borrar la última cifra")
    assert person.sees("8,00")


def test_typing_takes_the_place_of_the_notes_that_were_touched(person: Person):
    person.press("F12")
    person.touch("Bs 50")
    person.touch("Bs 50")
    person.write("70")
    assert person.sees("7,50")


@pytest.mark.parametrize("typed", ["1,234", "7,,5", "-70", "MP-027", "100000000"])
def test_what_is_no_amount_cannot_be_finished(person: Person, typed: str):
    person.press("F12")
    person.write(typed)
    assert person.has_button("No es un monto")
    assert not person.can_press("No es un monto")
    person.press("F12")
    assert person.window._sale is None


def test_a_scan_during_the_payment_is_no_amount_and_leaves_the_one_before(person: Person):
    code = person.desk.till.catalogue.find("MP-027").barcode
    assert looks_like_gtin(code)
    person.press("F12")
    person.touch("Bs 100")
    person.scan(code)
    assert person.window._sale is None
    assert person.sees("Eso es el código de un producto, no un monto.")
    assert person.sees("37,50")
    person.press("Esc")
    person.scan(code)
    assert person.cart[0] == "1 Chullo de alpaca, Confecciones Sawuri, 65,00"


def test_going_back_keeps_the_cart_and_the_next_payment_begins_anew(person: Person):
    person.press("F12")
    person.touch("Bs 100")
    person.press("Esc")
    assert len(person.cart) == 3
    person.scan("MP-013")
    person.press("F12")
    assert person.sees("67,00")
    assert person.sees("0,00")
    assert not person.can_press("Falta pagar")


def test_the_change_is_shown_in_notes_and_coins(person: Person):
    person.press("F12")
    person.touch("Bs 100")
    assert (
        person.window._payment._sum.change._notes.accessibleName()
        == "1 × Bs 20, 1 × Bs 10, 1 × Bs 5, 1 × Bs 2 y 1 × Bs 0,50"
    )


def test_euros_are_paid_in_euros(open_till: OpenTill, make_stall):
    person = open_till(make_stall(exhibition="BER-27"))
    person.scan("JK-015")
    person.press("F12")
    assert person.sees("2,50")
    person.touch("€ 5")
    assert person.sees("€")
    person.press("F12")
    assert person.last_sale().change == 250
    assert person.faults() == []


def test_the_parts_of_a_sale_come_to_what_was_paid(person: Person):
    person.press("F12")
    person.touch("Justo 62,50")
    person.press("F12")
    assert person.sees("Suma de todos")
    # 15 % commission, 10 % from Chualluma, and 3 % for the fund, each of them rounded by itself, half a centavo up.
    for text in ("Cerámica Chualluma", "39,15", "Taller Illampu", "10,24", "Velas Wara", "4,10"):
        assert person.sees(text)
    for text in ("Red Manos Productivas", "Comisión", "7,13", "Fondo rotatorio", "1,88", "9,01"):
        assert person.sees(text)


def test_enter_goes_on_to_the_next_sale_and_the_last_one_is_named_under_the_empty_cart(person: Person):
    person.press("F12")
    person.touch("Justo 62,50")
    person.press("F12", "Enter")
    assert person.cart == []
    assert person.sees("Última venta")
    assert person.sees("A-000001")


def test_more_makers_than_there_is_room_for_are_counted(open_till: OpenTill):
    person = open_till()
    person.scan("JK-001", "JK-006", "JK-011", "CB-001", "CB-004", "MP-001", "MP-005", "MP-010", "MP-014", "MP-019")
    person.press("F12")
    person.write("2000")
    person.press("F12")
    assert person.sees("y 4 productores más")
    assert person.sees("Red Manos Productivas")
