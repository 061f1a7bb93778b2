"""The open cart outlasts a power cut, and several carts wait for each other; all of it can be undone."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from pos.services.holding import Holding, OpenCart
from pos.storage.books import Books
from pos.storage.database import BooksUnavailable
from pos.wiring import make_desk
from tests.ui.conftest import MakeDesk
from tests.ui.seller import OpenScreen, Seller
from tests.ui.staff import session_of

CHULLO = "1 Chullo de alpaca, Confecciones Sawuri, 65,00"
SAPITO = "1 Sapito de la suerte, Taller Illampu, 12,50"


@pytest.fixture
def seller(qtbot: QtBot, make_stall: MakeDesk, books: Books) -> OpenScreen:
    """Opens the selling screen at the Christmas fair; opening it again is a till that was switched on again."""
    return OpenScreen(qtbot, make_stall(), books)


class FailingHolding(Holding):
    """Keeps nothing while it fails."""

    fails = True

    def keep(self, till: str, exhibition_id: str, cart: OpenCart) -> None:
        if self.fails:
            raise BooksUnavailable("full")
        super().keep(till, exhibition_id, cart)


def leave(ana: Seller) -> None:
    """Let what was changed last be kept, as a till does while nobody touches it."""
    ana.wait_until_kept()
    ana.selling.hide()


# --- after a power cut ---------------------------------------------------------------------------------------------


def test_the_cart_is_there_again_with_its_id_its_prices_and_its_buyer(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027", "JK-015")
    ana.press("F5")
    ana.press("Down", "F4")
    ana.write("60")
    ana.press("Enter")
    ana.wait_for_sheet(shown=False)
    ana.touch("Turista")
    was = (ana.cart, ana.figures, ana.selling.sale_id)
    leave(ana)
    again = seller()
    assert (again.cart, again.figures, again.selling.sale_id) == was
    assert again.message == "Volvió su venta abierta, tal como estaba."
    assert again.button("Turista").isChecked()
    assert not again.can_press("Deshacer")


def test_a_finished_sale_does_not_come_back(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027")
    ana.pay()
    leave(ana)
    again = seller()
    assert again.cart == []
    assert again.message == ""


def test_an_emptied_cart_does_not_come_back(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027")
    ana.wait_until_kept()
    ana.touch("Vaciar")
    leave(ana)
    assert seller().cart == []


def test_signing_in_again_goes_on_with_the_cart_and_its_undo(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027", "JK-015")
    ana.selling.start(session_of(seller.desk, "Rosmery"))
    assert ana.cart == [SAPITO, CHULLO]
    assert ana.message == ""
    ana.undo()
    assert ana.cart == [CHULLO]


def test_where_the_disk_fails_selling_goes_on_and_the_notice_goes_once_it_is_well(seller: OpenScreen, books: Books):
    holding = FailingHolding(books, seller.desk.till.catalogue)
    ana = seller(desk=replace(seller.desk, holding=holding))
    ana.scan("MP-027")
    ana.wait_until_kept()
    assert ana.sees("La venta abierta no se pudo guardar. Siga vendiendo:")
    ana.scan("JK-015")
    ana.wait_until_kept()
    assert ana.cart == [SAPITO, CHULLO]
    holding.fails = False
    ana.write("+")
    ana.wait_until_kept()
    assert not ana.sees("La venta abierta no se pudo guardar. Siga vendiendo:")


# --- on hold -------------------------------------------------------------------------------------------------------


def test_a_cart_is_held_with_one_key_and_taken_back(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027", "MP-027")
    first = ana.selling.sale_id
    ana.press("F8")
    assert ana.cart == []
    assert ana.selling.sale_id != first
    assert ana.can_press("En espera 1")
    ana.press("F8")
    assert ana.held == ["2 piezas, 130,00, desde las 11:00, Ana, Chullo de alpaca"]
    ana.press("Enter")
    ana.wait_for_sheet(shown=False)
    assert ana.cart == ["2 Chullo de alpaca, Confecciones Sawuri, 130,00"]
    assert ana.selling.sale_id == first
    assert not ana.can_press("En espera 1")


def test_taking_one_back_holds_the_present_one(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027")
    ana.press("F8")
    ana.scan("JK-015")
    ana.press("F8")
    ana.press("Enter")
    ana.wait_for_sheet(shown=False)
    assert ana.cart == [CHULLO]
    ana.press("F8")
    assert [held.split(", ")[-1] for held in ana.held] == ["Sapito de la suerte"]


def test_the_present_cart_is_put_beside_those_held(seller: OpenScreen):
    ana = seller()
    for code in ("MP-027", "JK-015", "MP-026"):
        ana.scan(code)
        ana.press("F8")
        if ana.sheet is not None:
            ana.touch("Poner esta venta en espera")
    ana.press("F8")
    assert [held.split(", ")[-1] for held in ana.held] == [
        "Chullo de alpaca",
        "Sapito de la suerte",
        "Bolso de aguayo",
    ]
    assert not ana.can_press("Poner esta venta en espera"), "nothing is in the present one"
    ana.press("Down")
    ana.press("Enter")
    ana.wait_for_sheet(shown=False)
    assert ana.cart == [SAPITO]


def test_with_nothing_on_hold_and_nothing_in_the_cart_the_key_says_so(seller: OpenScreen):
    ana = seller()
    ana.press("F8")
    assert ana.sheet is None
    assert ana.message == "No hay ventas en espera."


def test_holding_is_undone(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027", "JK-015")
    first = ana.selling.sale_id
    ana.press("F8")
    ana.undo()
    assert ana.cart == [SAPITO, CHULLO]
    assert ana.selling.sale_id == first
    assert not ana.can_press("En espera 1")
    ana.undo()
    assert ana.cart == [CHULLO]


def test_taking_back_is_undone_and_the_held_one_waits_again(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027")
    ana.press("F8")
    ana.scan("JK-015")
    ana.press("F8")
    ana.press("Enter")
    ana.wait_for_sheet(shown=False)
    ana.touch("Vaciar")
    ana.undo()
    ana.undo()
    assert ana.cart == [SAPITO]
    assert ana.can_press("En espera 1")
    leave(ana)
    again = seller()
    assert again.cart == [SAPITO]
    assert again.can_press("En espera 1")


def test_taking_back_into_an_empty_cart_is_undone(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027")
    ana.press("F8")
    ana.press("F8")
    ana.press("Enter")
    ana.wait_for_sheet(shown=False)
    ana.undo()
    assert ana.cart == []
    assert ana.can_press("En espera 1")
    ana.undo()
    assert ana.cart == [CHULLO]


def test_what_was_sold_meanwhile_is_not_undone(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027")
    ana.press("F8")
    held = seller.desk.holding.held("A", seller.desk.settings.exhibition)
    seller.desk.holding.discard("A", held[0].id)
    ana.undo()
    assert ana.cart == []
    assert ana.message != ""
    assert not ana.can_press("Deshacer")


def test_a_cart_of_before_is_known_after_the_till_was_switched_on_again(seller: OpenScreen, books: Books):
    ana = seller()
    ana.scan("MP-027")
    leave(ana)
    desk = make_desk(seller.desk.places, seller.desk.settings, books)
    assert seller(desk=replace(desk, clock=seller.desk.clock, signing_in=seller.desk.signing_in)).cart == [CHULLO]


def test_a_held_cart_that_cannot_be_read_is_thrown_away_after_a_question(seller: OpenScreen, books: Books):
    ana = seller()
    ana.scan("MP-027")
    ana.press("F8")
    with books.transaction() as writing:
        writing._connection.exec_driver_sql("UPDATE draft SET body = '{}'")
    ana.press("F8")
    ana.press("Enter")
    assert ana.sees("¿Descartar esta venta?")
    ana.touch("Dejarla")
    assert ana.can_press("Descartarla"), "the sheet is still there"
    ana.press("Enter")
    ana.touch("Descartarla")
    ana.wait_for_sheet(shown=False)
    assert not ana.can_press("En espera 1")
    assert seller.desk.holding.held("A", seller.desk.settings.exhibition) == ()
