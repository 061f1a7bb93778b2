"""Filling the cart: scanning, typing, touching, quantities, taking back, and the figures beside it."""

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from pos.domain.consignment import NoteKind
from pos.domain.money import currency
from pos.storage.books import Books
from tests.ui.at_screen import name_of
from tests.ui.conftest import MakeDesk
from tests.ui.seller import OpenScreen

CHULLO = "1 Chullo de alpaca, Confecciones Sawuri, 65,00"


@pytest.fixture
def seller(qtbot: QtBot, make_stall: MakeDesk, books: Books) -> OpenScreen:
    """Opens the selling screen at the Christmas fair."""
    return OpenScreen(qtbot, make_stall(), books)


# --- taking products -----------------------------------------------------------------------------------------------


def test_the_field_has_the_focus_as_soon_as_the_till_is_there(seller: OpenScreen):
    ana = seller()
    assert ana.sees("Pase el primer producto por el lector")
    ana.type_code("MP-027")
    assert ana.cart == [CHULLO]
    assert ana.heard == ["ok"]


def test_a_scanned_barcode_is_the_same_as_its_sku(seller: OpenScreen):
    ana = seller()
    ana.scan(seller.desk.till.catalogue.find("MP-027").barcode or "")
    assert ana.cart == [CHULLO]


def test_the_newest_product_stands_on_top_with_all_its_makers(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027", "MP-031")
    assert ana.cart == [
        "1 Nacimiento vestido, Familia Quispe Mamani, Confecciones Sawuri y Rubén Callisaya, 140,00",
        CHULLO,
    ]
    assert ana.chosen == [0]


def test_a_product_scanned_again_is_one_more_piece_of_the_same_line(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027", "JK-015", "MP-027")
    assert ana.cart == [
        "1 Sapito de la suerte, Taller Illampu, 12,50",
        "2 Chullo de alpaca, Confecciones Sawuri, 130,00",
    ]
    assert ana.chosen == [1]
    assert ana.figures == ["3", "0,00", "142,50"]


def test_a_touched_photo_is_a_piece_more_and_its_tile_counts_it(seller: OpenScreen):
    ana = seller()
    tile = next(name for name in ana.buttons if name.startswith("Bolso de aguayo"))
    ana.touch(tile)
    ana.touch_first("Bolso de aguayo")
    assert ana.cart[0].startswith("2 Bolso de aguayo")


def test_pieces_typed_before_a_code_are_so_many_pieces(seller: OpenScreen):
    ana = seller()
    ana.write("3*")
    ana.scan("MP-027")
    assert ana.cart == ["3 Chullo de alpaca, Confecciones Sawuri, 195,00"]
    ana.type_code("2*JK-015")
    assert ana.cart[0].startswith("2 Sapito")
    ana.scan("JK-015")
    assert ana.cart[0].startswith("3 Sapito"), "the pieces typed before were used up"


def test_pieces_alone_are_those_of_the_chosen_line(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027")
    ana.type_code("4*")
    assert ana.cart[0].startswith("4 Chullo")


def test_letters_search_by_name_and_enter_takes_the_first(seller: OpenScreen):
    ana = seller()
    ana.write("chullo")
    ana.wait_until_found()
    ana.press("Enter")
    assert ana.cart == [CHULLO]
    assert ana.found == []
    assert ana.sees("Listo")


def test_arrows_choose_among_what_was_found_and_pieces_typed_before_count(seller: OpenScreen):
    ana = seller()
    ana.write("2*chocolate")
    ana.wait_until_found()
    second = ana.found[1].split(",")[0]
    ana.press("Down", "Enter")
    assert ana.cart[0].startswith(f"2 {second}")


def test_escape_leaves_the_search_and_the_cart_is_there_again(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027")
    ana.press("F2")
    ana.write("ch")
    ana.wait_until_found()
    assert ana.cart == []
    ana.press("Esc")
    assert ana.cart == [CHULLO]


def test_a_scan_while_searching_is_a_scan(seller: OpenScreen):
    ana = seller()
    ana.write("choc")
    ana.wait_until_found()
    ana.scan("MP-027")
    assert ana.cart == [CHULLO]


# --- lines ---------------------------------------------------------------------------------------------------------


def test_plus_and_minus_change_the_chosen_line(seller: OpenScreen):
    ana = seller()
    ana.scan("JK-015", "MP-027")
    ana.write("++-")
    assert ana.cart[0] == "2 Chullo de alpaca, Confecciones Sawuri, 130,00"
    ana.press("Down")
    ana.write("+")
    assert ana.cart[1] == "2 Sapito de la suerte, Taller Illampu, 25,00"


def test_a_hyphen_inside_a_code_is_part_of_the_code(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027")
    ana.type_code("JK-015")
    assert len(ana.cart) == 2
    assert ana.cart[1] == CHULLO


def test_minus_on_the_last_piece_takes_the_line_out(seller: OpenScreen):
    ana = seller()
    ana.scan("JK-015", "MP-027")
    ana.write("-")
    assert ana.cart == ["1 Sapito de la suerte, Taller Illampu, 12,50"]
    assert ana.chosen == [0]


def test_delete_takes_the_chosen_line_out(seller: OpenScreen):
    ana = seller()
    ana.scan("JK-015", "MP-027", "MP-031")
    ana.press("Down", "Delete")
    assert [row.split(",")[0] for row in ana.cart] == ["1 Nacimiento vestido", "1 Sapito de la suerte"]


def test_the_buttons_of_a_row_do_what_its_keys_do(seller: OpenScreen):
    ana = seller()
    ana.scan("JK-015", "MP-027")
    ana.touch_row(1, "Uno más")
    assert ana.cart[1] == "2 Sapito de la suerte, Taller Illampu, 25,00"
    ana.touch_row(1, "Uno menos")
    ana.touch_row(1, "Quitar")
    assert ana.cart == [CHULLO]
    ana.type_code("MP-013")
    assert len(ana.cart) == 2, "a touch leaves the focus in the scan field"


def test_undo_takes_back_one_change_after_the_other_also_emptying(seller: OpenScreen):
    ana = seller()
    ana.scan("JK-015", "MP-027")
    ana.write("+")
    ana.touch("Vaciar")
    assert ana.cart == []
    ana.touch("Deshacer")
    assert len(ana.cart) == 2
    ana.undo()
    assert ana.cart[0] == CHULLO
    ana.touch("Deshacer")
    ana.touch("Deshacer")
    assert ana.cart == []
    assert not ana.can_press("Deshacer")


def test_a_cart_longer_than_the_screen_has_pages_and_the_newest_line_is_on_the_first(seller: OpenScreen):
    ana = seller()
    ana.scan(*[f"MP-0{n:02}" for n in range(1, 13)])
    assert len(ana.cart) == 6
    assert ana.cart[0].startswith("1 Máscara de cóndor")
    ana.touch("Renglones más antiguos")
    assert ana.cart[-1].startswith("1 Vela montaña")
    assert not ana.can_press("Renglones más antiguos")
    ana.touch("Renglones más nuevos")
    ana.press(*["Down"] * 11)
    assert ana.cart[-1].startswith("1 Vela montaña")


def test_more_than_was_delivered_is_said_and_blocks_nothing(seller: OpenScreen):
    charango = seller.desk.till.catalogue.find("MP-015")
    seller.desk.till.consigning.note(seller.desk.act(), NoteKind.DELIVERY, charango.holder, [("MP-015", 2)])
    ana = seller()
    ana.scan("MP-015", "MP-015", "MP-027")
    assert "Entregó" not in ana.cart[1]
    ana.scan("MP-015")
    assert ana.cart[1].startswith("3 Charango de naranjo")
    assert "Entregó 2" in ana.cart[1]
    assert "Entregó" not in ana.cart[0], "of what nobody delivered, nothing is known"


def test_a_yapa_is_one_key_and_takes_nothing_off_the_figures(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027", "JK-015")
    ana.press("F5")
    assert ana.cart[0] == "1 Sapito de la suerte, Taller Illampu, YAPA, 0,00"
    assert ana.figures == ["2", "0,00", "65,00"]
    ana.press("F5")
    assert ana.figures == ["2", "0,00", "77,50"]


# --- beside the cart -----------------------------------------------------------------------------------------------


def test_what_needs_a_line_cannot_be_pressed_while_there_is_none(seller: OpenScreen):
    ana = seller()
    for name in ("Regateo", "Yapa", "Descuento", "Cobrar"):
        assert not ana.can_press(name), name
    for name in ("Devolución", "En espera", "Más"):
        assert ana.can_press(name), name
    ana.scan("MP-027")
    for name in ("Regateo", "Yapa", "Descuento", "Cobrar"):
        assert ana.can_press(name), name


def test_keys_ask_the_window_for_what_is_not_done_here(seller: OpenScreen):
    ana = seller()
    ana.press("F12", "F7", "F10")
    assert ana.asked == ["refund", "more"], "there is nothing to charge yet"
    ana.scan("MP-027")
    ana.press("F12")
    assert ana.asked[-1] == "pay"


def test_yapas_alone_cannot_be_charged_and_the_message_says_so(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027")
    ana.press("F5", "F12")
    assert ana.asked == []
    assert "yapa" in ana.message


def test_the_kind_of_buyer_is_one_touch_and_can_be_taken_back(seller: OpenScreen):
    ana = seller()
    ana.scan("JK-015")
    ana.touch("Turista")
    ana.scan("MP-027")
    assert ana.selling.cart.basket.buyer == "tourist"
    ana.touch("Turista")
    assert ana.selling.cart.basket.buyer is None


def test_after_a_sale_the_empty_till_names_it_with_its_receipt_once_more(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027")
    first = ana.selling.sale_id
    sale = ana.pay()
    assert ana.sees(sale.receipt)
    assert ana.sees("recién")
    assert ana.sees("65,00")
    ana.press("F9")
    assert ana.asked == ["copy"]
    assert ana.selling.sale_id != first
    ana.scan("JK-015")
    assert not ana.sees(sale.receipt)
    ana.touch("Vaciar")
    assert not ana.sees(sale.receipt), "what was emptied can be undone"
    ana.undo()
    ana.undo()
    assert ana.sees(sale.receipt)


def test_the_last_sale_is_so_many_minutes_ago_and_later_at_its_time(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027")
    ana.pay()
    at = seller.desk.clock.now()
    ana.selling.show_time(at.replace(minute=at.minute + 2))
    assert ana.sees("hace 2 min")
    ana.selling.show_time(at.replace(hour=at.hour + 2))
    assert ana.sees("a las 11:00")


@pytest.mark.parametrize("size", [(1024, 536), (1366, 704), (1920, 1016)])
def test_on_each_screen_all_buttons_are_within_it_and_large_enough_to_touch(seller: OpenScreen, size: tuple[int, int]):
    ana = seller(size)
    ana.scan(*[f"MP-0{n:02}" for n in range(1, 13)])
    assert (ana.screen.width(), ana.screen.height()) == size
    for button in ana.seen(QAbstractButton):
        corner = button.mapTo(ana.screen, button.rect().bottomRight())
        assert corner.x() < size[0], name_of(button)
        assert corner.y() < size[1], name_of(button)
        assert min(button.width(), button.height()) >= 48, name_of(button)


def test_a_euro_exhibition_sells_in_euros(qtbot: QtBot, make_stall: MakeDesk, books: Books):
    ana = OpenScreen(qtbot, make_stall(exhibition="BER-27"), books)()
    ana.scan("MP-027")
    assert ana.sees("€")
    assert ana.selling.cart.basket.currency == currency("EUR")
