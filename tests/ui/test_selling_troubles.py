"""What could not be taken: the words, the sound, the next step; and that the message stays until it is solved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pos.domain.barcodes import badge_code
from pos.services.finding import Finding
from pos.services.holding import Holding
from pos.storage.books import Books
from pos.ui.messages import Message, Tone
from pos.ui.notices import NoticeOf
from pos.ui.scan import Scan
from pos.ui.selling.product_tile import ProductTile
from tests.ui.conftest import MakeDesk
from tests.ui.forgetful import unreadable
from tests.ui.seller import OpenScreen

UNKNOWN = "7771203000410"
CHULLO = "1 Chullo de alpaca, Confecciones Sawuri, 65,00"


@pytest.fixture
def seller(qtbot: QtBot, make_stall: MakeDesk, books: Books) -> OpenScreen:
    """Opens the selling screen at the Christmas fair."""
    return OpenScreen(qtbot, make_stall(), books)


@pytest.fixture
def in_berlin(qtbot: QtBot, make_stall: MakeDesk, books: Books) -> OpenScreen:
    """Opens the selling screen where the school's chocolatiers do not take part, and prices are in euros."""
    return OpenScreen(qtbot, make_stall(exhibition="BER-27"), books)


def test_an_unknown_code_is_told_and_stands_in_the_field_to_be_compared(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027", UNKNOWN)
    assert ana.message == "Este código no está en la lista. Búsquelo por su nombre o toque su foto."
    assert ana.sees("No lo conozco")
    assert ana.selling._scan.text() == "7 771 203 000 410"
    assert ana.heard == ["ok", "error"]
    assert ana.cart == [CHULLO]


def test_its_button_searches_by_name_and_what_is_found_solves_it(seller: OpenScreen):
    ana = seller()
    ana.scan(UNKNOWN)
    ana.touch("Buscar")
    ana.write("chullo")
    ana.wait_until_found()
    ana.press("Enter")
    assert ana.cart == [CHULLO]
    assert ana.message == ""


def test_in_the_search_a_piece_without_a_label_is_sold_at_an_open_price(seller: OpenScreen):
    ana = seller()
    ana.scan(UNKNOWN)
    ana.touch("Buscar")
    ana.touch("Vender sin código")
    ana.write("illampu35")
    ana.press("Enter")
    ana.wait_for_sheet(shown=False)
    assert ana.cart == ["1 Pieza sin etiqueta, Taller Illampu, 35,00"]
    assert ana.message == ""


def test_the_badge_of_a_unit_stands_for_its_pieces_without_a_label(seller: OpenScreen):
    ana = seller()
    for price in ("35", "20"):
        ana.scan(badge_code("JK03"))
        ana.write(price)
        ana.press("Enter")
        ana.wait_for_sheet(shown=False)
    assert ana.cart == [
        "1 Pieza sin etiqueta, Taller Illampu, 20,00",
        "1 Pieza sin etiqueta, Taller Illampu, 35,00",
    ]


def test_a_misread_barcode_is_told_apart_from_an_unknown_one(seller: OpenScreen):
    ana = seller()
    barcode = seller.desk.till.catalogue.find("MP-027").barcode or ""
    ana.scan(barcode[:-1] + str((int(barcode[-1]) + 1) % 10))
    assert ana.message.startswith("Este código se leyó mal.")
    assert ana.sees("Mal leído")
    assert ana.cart == []


def test_the_next_good_scan_clears_the_message(seller: OpenScreen):
    ana = seller()
    ana.scan(UNKNOWN, "MP-027")
    assert ana.message == ""
    assert ana.sees("Listo")


def test_a_change_of_another_line_does_not_solve_it(seller: OpenScreen):
    ana = seller()
    ana.scan("MP-027", UNKNOWN)
    ana.write("+")
    assert ana.cart[0].startswith("2 Chullo")
    assert ana.message != ""


def test_escape_sends_it_away_and_the_field_is_empty(seller: OpenScreen):
    ana = seller()
    ana.type_code("NADA")
    assert ana.message != ""
    ana.press("Esc")
    assert ana.message == ""
    ana.type_code("MP-027")
    assert ana.cart == [CHULLO]


def test_what_is_typed_next_takes_the_refused_codes_place(seller: OpenScreen):
    ana = seller()
    ana.type_code("NADA", "MP-027")
    assert ana.cart == [CHULLO]


def test_a_scanner_of_another_keyboard_layout_is_understood(seller: OpenScreen):
    ana = seller()
    ana.selling.take_scan(Scan("MP'027", "MP-027"))
    assert ana.cart == [CHULLO]


def test_a_product_of_who_does_not_take_part_is_named_and_sold_anyway(in_berlin: OpenScreen):
    ana = in_berlin()
    ana.write("2*")
    ana.scan("ES-001")
    assert "«Chocolate con quinua» es de Chocolatería" in ana.message
    ana.touch("Vender igual")
    assert ana.message.startswith("«Chocolate con quinua» no tiene precio en €.")
    ana.touch("Poner precio")
    ana.write("4,5")
    ana.press("Enter")
    ana.wait_for_sheet(shown=False)
    assert ana.cart[0].startswith("2 Chocolate con quinua")
    assert ana.figures == ["2", "0,00", "9,00"]
    assert ana.message == ""


def test_a_message_of_somebody_else_gives_its_button_back(seller: OpenScreen):
    ana = seller()
    pressed: list[str] = []
    ana.selling.acted.connect(lambda: pressed.append("message"))
    ana.selling.notice_acted.connect(lambda: pressed.append("notice"))
    ana.selling.show_message(Message(Tone.BAD, "No hay turno.", action="Abrir turno"))
    ana.selling.show_notice(NoticeOf.PRINTER, Message(Tone.WARN, "La impresora no responde.", action="Probar"))
    ana.scan("MP-027")
    assert ana.message == ""
    ana.touch("Probar")
    ana.selling.show_message(Message(Tone.BAD, "No hay turno.", action="Abrir turno"))
    ana.touch("Abrir turno")
    assert pressed == ["notice", "message"]
    ana.selling.show_notice(NoticeOf.PRINTER, None)
    assert "Probar" not in ana.buttons


def test_the_badge_of_who_does_not_take_part_sells_for_nobody_else(in_berlin: OpenScreen):
    ana = in_berlin()
    ana.scan(badge_code("ES01"))
    assert ana.sheet is None
    name = ana.desk.till.catalogue.terms().unit("ES01").name
    assert ana.message == f"{name} no está en esta feria. ¿Vender igual una pieza suya?"
    assert ana.heard == ["error"]
    ana.touch("Vender igual")
    ana.write("4")
    ana.press("Enter")
    ana.wait_for_sheet(shown=False)
    assert ana.cart == [f"1 Pieza sin etiqueta, {name}, 4,00"]
    assert ana.message == ""


def test_a_messages_button_works_again_after_its_sheet_was_closed(in_berlin: OpenScreen):
    ana = in_berlin()
    acted: list[bool] = []
    ana.selling.acted.connect(lambda: acted.append(True))
    ana.scan("ES-001")
    ana.touch("Vender igual")
    for _ in range(2):
        ana.touch("Poner precio")
        assert ana.sheet is not None
        ana.press("Esc")
        ana.wait_for_sheet(shown=False)
    assert ana.message.startswith("«Chocolate con quinua» no tiene precio en €.")
    assert acted == [], "it is no message of the window's"


def test_so_many_pieces_are_typed_before_a_photo_is_touched_too(seller: OpenScreen):
    ana = seller()
    ana.write("3*")
    (tile, *_) = [tile for tile in ana.seen(ProductTile) if tile.shown is not None]
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert [line.qty for line in ana.selling.cart.basket.lines] == [3]
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert [line.qty for line in ana.selling.cart.basket.lines] == [4]


def test_a_stock_that_cannot_be_read_is_told_as_that_and_not_as_a_sale_that_was_not_kept(
    seller: OpenScreen, monkeypatch: pytest.MonkeyPatch
):
    ana = seller()
    with monkeypatch.context() as broken:
        broken.setattr(Finding, "stock", unreadable)
        ana.scan("MP-027")
        ana.wait_until_kept()
    assert ana.cart == [CHULLO]
    assert ana.sees("No se pudo leer cuánto queda de la mercadería. Siga vendiendo:")
    assert not ana.sees("La venta abierta no se pudo guardar. Siga vendiendo:")
    ana.scan("MP-027")
    assert not ana.sees("No se pudo leer cuánto queda de la mercadería. Siga vendiendo:")


def test_a_printer_that_is_well_again_does_not_take_the_carts_notice_away(
    seller: OpenScreen, monkeypatch: pytest.MonkeyPatch
):
    ana = seller()
    ana.selling.show_notice(NoticeOf.PRINTER, Message(Tone.WARN, "La impresora no responde.", action="Probar"))
    with monkeypatch.context() as broken:
        broken.setattr(Holding, "keep", unreadable)
        ana.scan("MP-027")
        ana.wait_until_kept()
        assert ana.sees("La venta abierta no se pudo guardar. Siga vendiendo:")
        assert "Probar" not in ana.buttons
        ana.selling.show_notice(NoticeOf.PRINTER, None)
        assert ana.sees("La venta abierta no se pudo guardar. Siga vendiendo:")
        ana.selling.show_notice(NoticeOf.PRINTER, Message(Tone.WARN, "La impresora no responde.", action="Probar"))
    ana.write("+")
    ana.wait_until_kept()
    assert ana.sees("La impresora no responde.")
    ana.touch("Probar")
