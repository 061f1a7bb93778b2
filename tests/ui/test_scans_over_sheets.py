"""What a scan does while a sheet stands before the till: it never changes what the sheet shows, and is never lost."""

import pytest
from pytestqt.qtbot import QtBot

from pos.storage.books import Books
from pos.ui.scan import Scan
from pos.ui.sheet import Sheet
from tests.ui.conftest import MakeDesk
from tests.ui.open_shift import texts_cut
from tests.ui.seller import OpenScreen, Seller

REFUSED = "Ese código no se tomó."


@pytest.fixture
def seller(qtbot: QtBot, make_stall: MakeDesk, books: Books) -> OpenScreen:
    """Opens the selling screen at the Christmas fair."""
    return OpenScreen(qtbot, make_stall(), books)


def scan_over(ana: Seller, code: str) -> bool:
    """Scan while a sheet is open, as the window hands it on; whether the sheet took or refused it."""
    sheet = ana.sheet
    assert isinstance(sheet, Sheet)
    taken = sheet.take_scan(Scan(code))
    if not taken:
        ana.scan(code)
    return taken


@pytest.mark.parametrize("key", ["F3", "F4", "F6"], ids=["quantity", "bargain", "discount"])
@pytest.mark.parametrize("size", [(1366, 704), (1024, 536)], ids=["usual", "small"])
def test_a_sheet_on_the_cart_refuses_with_a_word_and_the_cart_stays_as_the_sheet_shows_it(
    seller: OpenScreen, key: str, size: tuple[int, int]
):
    ana = seller(size)
    ana.scan("MP-027")
    before = ana.cart
    ana.press(key)
    assert scan_over(ana, "JK-015")
    assert ana.sheet is not None
    assert ana.sheet.was_refused()
    assert ana.sees(REFUSED)
    assert ana.sees("Cierre esto primero, luego páselo otra vez.")
    assert ana.cart == before
    assert texts_cut(ana) == []


def test_the_total_that_a_discount_was_agreed_on_for_is_the_one_that_is_reduced(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027")
    ana.press("F6")
    ana.touch("a 60")
    scan_over(ana, "JK-015")
    ana.press("Enter")
    assert ana.figures == ["1", "−5,00", "60,00"]


def test_over_the_held_carts_the_present_sale_goes_on(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027")
    ana.press("F8")
    ana.press("F8")
    assert not scan_over(ana, "JK-015")
    ana.wait_for_sheet(shown=False)
    assert ana.cart == ["1 Sapito de la suerte, Taller Illampu, 12,50"]
    assert ana.can_press("En espera 1")


def test_over_a_supervisors_pin_no_figure_of_a_code_is_typed(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-026")
    ana.press("F4")
    ana.write("90")
    ana.press("Enter")
    assert scan_over(ana, "7391")
    assert ana.sees(REFUSED)
    assert ana.selling.cart is not None
    assert ana.selling.cart.basket.lines[0].unit_price == 12000
