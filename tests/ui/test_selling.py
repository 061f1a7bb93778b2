"""Filling the cart: scanning and typing, what is refused and why, quantities, and taking things back."""

import pytest

from tests.ui.conftest import MakeDesk, OpenTill


@pytest.fixture
def barcode(make_stall: MakeDesk) -> str:
    """The in-store number that the alpaca chullo got."""
    return make_stall().till.catalogue.find("MP-027").barcode or ""


def test_the_scan_field_has_the_focus_as_soon_as_the_till_is_there(open_till: OpenTill):
    person = open_till()
    assert person.sees("Pase el primer producto por el lector")
    person.scan("MP-027")
    assert person.cart == ["1 Chullo de alpaca, Confecciones Sawuri, 65,00"]


def test_a_scanned_barcode_is_the_same_as_its_sku(open_till: OpenTill, barcode: str):
    person = open_till()
    person.scan(barcode)
    assert person.cart == ["1 Chullo de alpaca, Confecciones Sawuri, 65,00"]


def test_the_newest_product_stands_on_top_with_all_its_makers(open_till: OpenTill):
    person = open_till()
    person.scan("MP-027", "MP-031")
    assert person.cart == [
        "1 Nacimiento vestido, Familia Quispe Mamani, Confecciones Sawuri y Rubén Callisaya, 140,00",
        "1 Chullo de alpaca, Confecciones Sawuri, 65,00",
    ]
    assert person.chosen == [0]


def test_a_product_scanned_again_is_one_more_piece_of_the_same_line(open_till: OpenTill):
    person = open_till()
    person.scan("MP-027", "JK-015", "MP-027")
    assert person.cart == [
        "1 Sapito de la suerte, Taller Illampu, 12,50",
        "2 Chullo de alpaca, Confecciones Sawuri, 130,00",
    ]
    assert person.chosen == [1]
    assert person.sees("65,00 c/u")
    assert person.sees("142,50")


def test_blanks_around_a_code_do_not_matter(open_till: OpenTill):
    person = open_till()
    person.scan("  MP-027 ")
    assert len(person.cart) == 1


def test_an_unknown_code_is_told_in_words_and_the_cart_stays(open_till: OpenTill):
    person = open_till()
    person.scan("MP-027", "7771203000410")
    assert "«7771203000410»" in person.message
    assert person.sees("No lo tomé")
    assert len(person.cart) == 1
    assert person.sees("65,00")


def test_a_misread_barcode_is_told_apart_from_an_unknown_one(open_till: OpenTill, barcode: str):
    person = open_till()
    wrong = barcode[:-1] + str((int(barcode[-1]) + 1) % 10)
    person.scan(wrong)
    assert f"«{barcode[-1]}»" in person.message
    assert person.cart == []


def test_the_next_good_scan_clears_the_message(open_till: OpenTill):
    person = open_till()
    person.scan("NADA")
    assert person.message
    person.scan("MP-027")
    assert person.message == ""
    assert person.sees("Listo")


def test_escape_clears_the_message_and_the_field(open_till: OpenTill):
    person = open_till()
    person.scan("NADA")
    person.press("Esc")
    assert person.message == ""
    person.scan("MP-027")
    assert len(person.cart) == 1


def test_a_product_without_a_price_in_the_fairs_currency_is_refused(open_till: OpenTill, make_stall: MakeDesk):
    desk = make_stall(exhibition="BER-27")
    person = open_till(desk)
    person.scan("ES-001")
    assert "EUR" in person.message
    assert person.cart == []


def test_plus_and_minus_change_the_chosen_line(open_till: OpenTill):
    person = open_till()
    person.scan("JK-015", "MP-027")
    person.write("++-")
    assert person.cart[0] == "2 Chullo de alpaca, Confecciones Sawuri, 130,00"
    person.press("Down")
    person.write("+")
    assert person.cart[1] == "2 Sapito de la suerte, Taller Illampu, 25,00"


def test_a_hyphen_inside_a_code_is_part_of_the_code(open_till: OpenTill):
    person = open_till()
    person.scan("MP-027")
    person.write("JK-")
    assert person.cart == ["1 Chullo de alpaca, Confecciones Sawuri, 65,00"]
    person.scan("015")
    assert len(person.cart) == 2


def test_minus_on_the_last_piece_takes_the_line_out(open_till: OpenTill):
    person = open_till()
    person.scan("JK-015", "MP-027")
    person.write("-")
    assert person.cart == ["1 Sapito de la suerte, Taller Illampu, 12,50"]
    assert person.chosen == [0]


def test_delete_takes_the_chosen_line_out(open_till: OpenTill):
    person = open_till()
    person.scan("JK-015", "MP-027", "MP-031")
    person.press("Down", "Delete")
    assert [row.split(",")[0] for row in person.cart] == ["1 Nacimiento vestido", "1 Sapito de la suerte"]


def test_the_buttons_of_a_row_do_what_its_keys_do(open_till: OpenTill):
    person = open_till()
    person.scan("JK-015", "MP-027")
    person.touch_row(1, "Uno más")
    assert person.cart[1] == "2 Sapito de la suerte, Taller Illampu, 25,00"
    person.touch_row(1, "Uno menos")
    person.touch_row(1, "Quitar")
    assert person.cart == ["1 Chullo de alpaca, Confecciones Sawuri, 65,00"]
    person.scan("MP-013")
    assert len(person.cart) == 2, "a touch leaves the focus in the scan field"


def test_undo_takes_back_one_change_after_the_other(open_till: OpenTill):
    person = open_till()
    person.scan("JK-015", "MP-027")
    person.write("+")
    person.press_with_ctrl("z")
    assert person.cart[0].startswith("1 Chullo")
    person.touch("Deshacer")
    assert person.cart == ["1 Sapito de la suerte, Taller Illampu, 12,50"]
    person.touch("Deshacer")
    assert person.cart == []
    assert not person.can_press("Deshacer")


def test_emptying_the_cart_can_be_undone(open_till: OpenTill):
    person = open_till()
    person.scan("JK-015", "MP-027")
    person.touch("Vaciar")
    assert person.cart == []
    person.touch("Deshacer")
    assert len(person.cart) == 2


def test_a_quantity_that_no_stall_has_is_refused_and_the_line_stays(open_till: OpenTill):
    person = open_till()
    person.scan("JK-015")
    cart = person.window._selling.cart
    cart.basket = cart.basket.with_qty(0, 1_000_000)
    person.write("+")
    assert "1.000.001" in person.message
    assert cart.basket.lines[0].qty == 1_000_000


def test_nothing_can_be_charged_while_the_cart_is_empty(open_till: OpenTill):
    person = open_till()
    assert not person.can_press("Cobrar")
    person.press("F12")
    assert person.sees("Pase el primer producto por el lector")


def test_a_scan_goes_into_the_field_even_when_a_button_has_the_focus(open_till: OpenTill):
    person = open_till()
    person.scan("JK-015")
    person.press("Tab", "Tab")
    assert not person.window._selling._scan.hasFocus()
    person.scan("MP-027")
    assert person.cart[0] == "1 Chullo de alpaca, Confecciones Sawuri, 65,00"


def test_a_cart_longer_than_the_screen_has_pages_and_the_newest_line_is_on_the_first(open_till: OpenTill):
    person = open_till(size=(1024, 600))
    person.scan(*[f"MP-0{n:02}" for n in range(1, 13)])
    assert person.cart[0].startswith("1 Máscara de cóndor")
    fitting = len(person.cart)
    assert 3 <= fitting < 12
    person.touch("Renglones más antiguos")
    assert person.cart[0].split(",")[0] not in {row.split(",")[0] for row in person.cart[1:]}
    person.press(*["Down"] * 11)
    assert person.cart[-1].startswith("1 Vela montaña")
    assert not person.can_press("Renglones más antiguos")


def test_the_kind_of_buyer_is_one_touch_and_can_be_taken_back(open_till: OpenTill):
    person = open_till()
    person.scan("JK-015")
    person.touch("Turista")
    person.scan("MP-027")
    assert person.window._selling.cart.basket.buyer == "tourist"
    person.touch("Turista")
    assert person.window._selling.cart.basket.buyer is None
