"""What is agreed on over the till: a bargain, a discount, how many pieces."""

import pytest
from pytestqt.qtbot import QtBot

from pos.domain.money import currency
from pos.storage.books import Books
from pos.ui.selling.bargain_sheet import quick_prices
from pos.ui.selling.discount_sheet import round_totals
from tests.ui.conftest import MakeDesk
from tests.ui.seller import OpenScreen
from tests.ui.staff import PIN, type_pin

BOB = currency("BOB")


@pytest.fixture
def seller(qtbot: QtBot, make_stall: MakeDesk, books: Books) -> OpenScreen:
    """Opens the selling screen at the Christmas fair."""
    return OpenScreen(qtbot, make_stall(), books)


# --- bargain -------------------------------------------------------------------------------------------------------


def test_the_sheet_shows_the_list_price_the_floor_and_four_prices_without_small_change(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-026")
    ana.press("F4")
    assert ana.sees("Bolso de aguayo")
    assert ana.sees("120,00")
    assert ana.figure == "Precio acordado por pieza, Bs 120,00"
    assert [name for name in ana.buttons if name in {"115,00", "110,00", "105,00", "100,00"}] == [
        "115,00",
        "110,00",
        "105,00",
        "100,00",
    ]


def test_a_touched_price_is_agreed_on_for_each_piece(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-026", "MP-026")
    ana.press("F4")
    ana.touch("110,00")
    ana.press("Enter")
    assert ana.cart == ["2 Bolso de aguayo, Confecciones Sawuri, 220,00"]
    assert ana.figures == ["2", "−20,00", "220,00"]
    ana.undo()
    assert ana.figures == ["2", "0,00", "240,00"]


def test_a_typed_price_takes_the_place_of_the_one_before(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-026")
    ana.press("F4")
    ana.write("107,5")
    assert ana.figure.endswith("107,5")
    ana.press("Backspace", "Backspace")
    assert ana.figure.endswith("107")
    ana.touch("Poner 107,00")
    assert ana.figures[-1] == "107,00"


def test_back_to_the_list_price(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-026")
    ana.press("F4")
    assert not ana.can_press("Volver al precio de lista"), "it is the list price"
    ana.write("110")
    ana.press("Enter", "F4")
    ana.touch("Volver al precio de lista")
    assert ana.figures == ["1", "0,00", "120,00"]


def test_under_the_floor_the_supervisor_is_called_and_named(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-026")
    ana.press("F4")
    ana.write("90")
    assert ana.can_press("Llamar al encargado")
    ana.press("Enter")
    assert ana.sees("Ana pide: 90,00 por pieza, debajo del piso de 100,00")
    ana.press("Down")
    type_pin(ana, PIN)
    ana.wait_for_sheet(shown=False)
    (line,) = ana.selling.cart.basket.lines
    assert line.unit_price == 9000
    assert line.approval.supervisor == "Marcelo"


def test_who_may_approve_goes_under_the_floor_alone(seller: OpenScreen):
    marcelo = seller(who="Marcelo")
    marcelo.scan("MP-026")
    marcelo.press("F4")
    marcelo.write("90")
    marcelo.press("Enter")
    assert marcelo.sheet is None
    assert marcelo.selling.cart.basket.lines[0].approval.supervisor == "Marcelo"


def test_a_refused_approval_leaves_the_price_as_it_was(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-026")
    ana.press("F4")
    ana.write("90")
    ana.press("Enter")
    ana.press("Esc", "Esc")
    ana.wait_for_sheet(shown=False)
    assert ana.figures[-1] == "120,00"


def test_a_yapa_has_no_price_to_bargain_for(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-026", "MP-027")
    ana.press("F5", "F4")
    assert ana.sheet is None
    assert "yapa" in ana.message


@pytest.mark.parametrize(
    ("listed", "floor", "prices"),
    [
        (12000, 9500, (11500, 11000, 10500, 10000)),
        (6500, 5500, (6400, 6200, 6000, 5800)),
        (1850, None, (1800, 1700, 1600, 1500)),
        (45000, 40000, (44000, 43000, 42000, 41000)),
        (500, 500, ()),
        (30, 10, (20, 10)),
    ],
)
def test_quick_prices_are_the_roundest_four_down_to_the_floor(listed: int, floor: int | None, prices: tuple[int, ...]):
    assert quick_prices(listed, floor, BOB) == prices


# --- discount ------------------------------------------------------------------------------------------------------


def test_a_percentage_of_the_whole_sale_is_one_touch(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-026", "MP-027")
    ana.press("F6")
    ana.touch("5 %")
    assert ana.can_press("Descontar 9,25")
    assert ana.sees("175,75")
    ana.press("Enter")
    assert ana.figures == ["2", "−9,25", "175,75"]
    ana.scan("JK-015")
    assert ana.figures[-1] == "187,62", "a percentage goes with the sale"


def test_an_amount_is_typed_and_taken_back(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-026")
    ana.press("F6")
    assert not ana.can_press("Quitar el descuento")
    ana.write("15,5")
    ana.press("Enter")
    assert ana.figures == ["1", "−15,50", "104,50"]
    ana.press("F6")
    assert ana.figure.endswith("15,50")
    ana.touch("Quitar el descuento")
    assert ana.figures == ["1", "0,00", "120,00"]


def test_the_sale_down_to_a_round_total(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-026", "JK-015")
    ana.press("F6")
    ana.touch("a 130")
    ana.press("Enter")
    assert ana.figures == ["2", "−2,50", "130,00"]


def test_more_than_the_sale_cannot_be_taken_off(seller: OpenScreen):
    ana = seller()
    ana.scan("JK-015")
    ana.press("F6")
    ana.write("13")
    assert not ana.can_press("Es demasiado")
    ana.press("Enter")
    assert ana.sheet is not None
    ana.touch("Venta, en %")
    ana.write("101")
    assert not ana.can_press("Es demasiado")


def test_a_line_in_percent_is_a_bargain_and_under_the_floor_the_supervisor_is_called(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027", "MP-026")
    ana.press("F6")
    ana.touch("Renglón, en %")
    ana.touch("10 %")
    ana.press("Enter")
    assert ana.figures == ["2", "−12,00", "173,00"]
    ana.press("F6")
    ana.touch("Renglón, en %")
    ana.touch("20 %")
    ana.touch("Llamar al encargado")
    ana.press("Down")
    type_pin(ana, PIN)
    ana.wait_for_sheet(shown=False)
    assert ana.selling.cart.basket.lines[1].unit_price == 9600


def test_a_discount_that_outgrows_the_sale_is_taken_away_with_a_word(seller: OpenScreen):
    ana = seller()
    ana.scan("JK-015", "MP-026")
    ana.press("F6")
    ana.write("50")
    ana.press("Enter")
    ana.press("Delete")
    assert ana.figures == ["1", "0,00", "12,50"]
    assert "Se quitó el descuento" in ana.message
    ana.undo()
    assert ana.figures == ["2", "−50,00", "82,50"]


@pytest.mark.parametrize(
    ("total", "rounded"), [(106050, (106000, 105000)), (8500, (8400, 8000)), (6500, (6400, 6000)), (10, ()), (0, ())]
)
def test_round_totals_are_under_the_total_and_rounder_than_it(total: int, rounded: tuple[int, ...]):
    assert round_totals(total, BOB) == rounded


# --- quantity ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["F3", "*"])
def test_the_pieces_of_the_last_line_are_typed(seller: OpenScreen, key: str):
    ana = seller()
    ana.scan("MP-027", "JK-015")
    if key == "*":
        ana.write("*")
    else:
        ana.press(key)
    ana.write("24")
    assert ana.sees("300,00")
    ana.press("Enter")
    assert ana.cart[0] == "24 Sapito de la suerte, Taller Illampu, 300,00"


def test_no_pieces_are_no_quantity_but_the_line_can_be_taken_out(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027", "JK-015")
    ana.press("F3")
    ana.write("0")
    ana.press("Enter")
    assert ana.sheet is not None
    ana.touch("Quitar el renglón")
    assert ana.cart == ["1 Chullo de alpaca, Confecciones Sawuri, 65,00"]


def test_more_pieces_than_any_stall_has_are_refused_and_the_line_stays(seller: OpenScreen):
    ana = seller()
    ana.scan("JK-015")
    ana.press("F3")
    ana.write("1000001")
    ana.press("Enter")
    assert "1.000.001" in ana.message
    assert ana.heard[-1] == "error"
    assert ana.cart[0].startswith("1 Sapito")


def test_sheets_close_with_escape_and_nothing_is_done(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-026")
    for key in ("F3", "F4", "F6"):
        ana.press(key)
        ana.write("7")
        ana.press("Esc")
        ana.wait_for_sheet(shown=False)
    assert ana.figures == ["1", "0,00", "120,00"]
