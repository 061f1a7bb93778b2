"""The products' screen: finding them, counting labels, and printing those on sheets, rolls and receipt paper."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pos.domain.barcodes import badge_code
from pos.services.desk import Desk
from pos.services.labelling import Wish
from pos.ui.products.label_counts import MOST_OF_ONE, LabelCounts
from pos.ui.products.product_rows import AT_ONCE, KEPT, ProductRow, ProductRows
from pos.ui.products.products_screen import ProductsScreen
from pos.ui.scan import Scan
from tests.ui.at_products import (
    FIRST,
    NOTHING_CHOSEN,
    PRINT,
    SECOND,
    delivered,
    minus,
    plus,
    preview,
    row,
    rows,
    table,
    touch_row,
)
from tests.ui.at_screen import AtScreen
from tests.ui.conftest import MakeDesk, OpenTill
from tests.ui.person import Person
from tests.ui.scenes_products import take_prices
from tests.ui.staff import session_of, staffed


@pytest.fixture
def desk(make_stall: MakeDesk) -> Desk:
    """The stall before its first morning."""
    return delivered(make_stall())


@pytest.fixture
def person(open_till: OpenTill, desk: Desk) -> Person:
    """Marcelo, among the products."""
    marcelo = open_till(desk, name="Marcelo")
    marcelo.press_with_ctrl("3")
    return marcelo


# --- the table -------------------------------------------------------------------------------------------------------


def test_every_product_is_listed_with_what_is_known_of_it(person: Person):
    found = rows(person.window)
    assert len(found) == len(person.desk.till.catalogue.listing())
    assert found[0] == f"{FIRST}, Quedan 4, 0 etiquetas"
    assert found[1].startswith(SECOND)
    assert "Queda" not in found[1], "nobody delivered any"


def test_arrows_choose_and_the_label_is_shown(person: Person):
    assert preview(person.window) == "Olla tradicional, Olleros de Collana Baja"
    person.press("Down")
    assert row(person.window).startswith(SECOND)
    assert preview(person.window) == "Olla pequeña, Olleros de Collana Baja"
    person.press("Up", "Up")
    assert row(person.window).startswith(FIRST)


def test_letters_find_products_by_name_code_and_maker(person: Person):
    person.write("chullo")
    assert [r.split(",")[0] for r in rows(person.window)] == ["Chullo de alpaca"]
    person.press("Esc")
    person.write("MP-020")
    assert row(person.window).startswith("Pulsera de macramé, MP-020")
    person.press("Esc")
    person.write("collana tostadera")
    assert row(person.window).startswith("Tostadera de barro")
    person.press("Esc")
    assert len(rows(person.window)) > 40


def test_what_is_not_found_is_said(person: Person):
    person.write("xyz")
    assert person.sees("No encuentro «xyz»")
    assert not person.can_press(PRINT)
    person.press("Esc")
    assert row(person.window).startswith(FIRST)


def test_one_producers_products_alone(person: Person):
    person.touch("Hecho por: Productor")
    person.write("macra")
    person.press("Esc")
    assert len(rows(person.window)) > 40
    unit = person.desk.till.catalogue.terms().unit("MP05")
    person.touch("Hecho por: Productor")
    person.write(unit.name[:5])
    if not person.can_press("Mostrar estos"):
        person.press("Right")
    person.press("Enter")
    assert all(unit.name in r for r in rows(person.window))
    person.touch(f"Hecho por: {unit.name}")
    person.touch("Todos los productores")
    assert len(rows(person.window)) > 40


def test_a_badge_lists_its_producers_products_and_a_code_counts_one(person: Person):
    person.scan(badge_code("CB01"))
    unit = person.desk.till.catalogue.terms().unit("CB01").name
    assert rows(person.window)
    assert all(unit in r for r in rows(person.window))
    person.scan("MP-020")
    assert row(person.window).startswith("Pulsera de macramé")
    assert row(person.window).endswith("1 etiqueta")
    person.scan("MP-020")
    assert row(person.window).endswith("2 etiquetas")


def test_an_unknown_code_is_told(person: Person):
    person.scan("7771203000410")
    assert person.message


# --- counting --------------------------------------------------------------------------------------------------------


def test_plus_and_minus_count_the_row_that_arrows_chose(person: Person):
    assert person.can_press(NOTHING_CHOSEN) is False
    person.press("Down")
    person.write("+++-")
    assert row(person.window).endswith("2 etiquetas")
    assert person.can_press(PRINT)
    person.press("Delete")
    assert row(person.window).endswith("0 etiquetas")
    assert not person.can_press(PRINT)


def test_after_arrows_a_dash_counts_and_while_typing_it_belongs_to_the_code(person: Person):
    person.write("mp-02")
    assert all("MP-02" in r for r in rows(person.window))
    person.press("Down")
    person.write("++-")
    assert row(person.window).endswith("1 etiqueta")


def test_touches_count_however_quick_they_are(person: Person):
    touch_row(person.window, 1, plus, times=3)
    assert row(person.window).endswith("3 etiquetas")
    touch_row(person.window, 1, minus)
    assert row(person.window).endswith("2 etiquetas")
    touch_row(person.window, 0)
    assert row(person.window).startswith(FIRST)
    assert person.sees("2")


def test_a_plus_that_is_held_goes_on_counting(person: Person):
    view = table(person.window)
    area = view.visualRect(view.model().index(0, 0))
    at = area.topLeft() + plus(area.width()).center().toPoint()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    person.wait_until(lambda: row(person.window).endswith("3 etiquetas"))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_what_was_delivered_gets_a_label_a_piece(person: Person):
    person.touch("Por etiquetar")
    counts = {r.split(", ")[1]: r.rsplit(", ", 1)[1] for r in rows(person.window)}
    assert (counts["CB-001"], counts["CB-003"], counts["MP-020"]) == ("4 etiquetas", "2 etiquetas", "6 etiquetas")
    assert counts["CB-002"] == "1 etiqueta", "it is new"
    person.touch("Por etiquetar")
    person.touch("Quitar todas")
    assert person.can_press(NOTHING_CHOSEN) is False


def test_counts_stay_while_one_searches_and_goes_elsewhere(person: Person):
    person.write("++")
    person.write("chullo+")
    person.press("Esc")
    person.press_with_ctrl("1")
    person.press_with_ctrl("3")
    counted = [r.split(",")[0] for r in rows(person.window) if not r.endswith(" 0 etiquetas")]
    assert counted == ["Olla tradicional", "Chullo de alpaca"]
    assert person.sees("3")
    assert person.sees("etiquetas")


def test_a_product_without_a_price_has_no_label_and_says_why(open_till: OpenTill, desk: Desk, tmp_path: Path):
    take_prices(desk, tmp_path, "CB-002")
    person = open_till(desk, name="Marcelo")
    person.press_with_ctrl("3")
    person.press("Down")
    person.write("+")
    touch_row(person.window, 1, plus)
    assert row(person.window) == "Olla pequeña, CB-002, Olleros de Collana Baja, sin precio"
    assert preview(person.window) == "Olla pequeña no tiene precio en bolivianos: no puede llevar etiqueta."
    assert not person.can_press(PRINT)
    person.touch("Por etiquetar")
    person.touch(PRINT)
    assert person.message == "", "what has no price is not among what was counted"


def test_without_products_the_network_is_imported(qtbot: QtBot, empty_desk: MakeDesk, tmp_path: Path):
    desk = empty_desk(exhibition="LPZ-NAV-26")
    take_prices(desk, tmp_path, products=False)
    screen = ProductsScreen(desk)
    screen.start(session_of(staffed(desk), "Marcelo"))
    at = AtScreen(qtbot, screen)
    assert at.sees("Todavía no hay productos")
    with qtbot.waitSignal(screen.import_wanted):
        at.touch("Importar la red")


def test_somebody_else_begins_without_counts(qtbot: QtBot, desk: Desk):
    screen = ProductsScreen(desk)
    screen.start(session_of(desk, "Marcelo"))
    at = AtScreen(qtbot, screen)
    screen.take_scan(Scan("CB-001"))
    screen.start(session_of(desk, "Marcelo"))
    assert row(screen).endswith("1 etiqueta")
    screen.start(session_of(desk, "Ana"))
    assert row(screen).endswith("0 etiquetas")
    assert at.sees("0")


# --- the parts -------------------------------------------------------------------------------------------------------


def test_counts_are_bounded_and_in_the_order_of_skus():
    counts = LabelCounts()
    for sku, by in (("B", 3), ("A", 2)):
        assert counts.step(sku, by)
    assert not counts.step("C", -1)
    assert list(counts.wishes()) == [Wish("A", 2), Wish("B", 3)]
    assert list(counts.first(3)) == [Wish("A", 2), Wish("B", 1)]
    counts.step("A", 100_000)
    assert (counts.of("A"), counts.total) == (MOST_OF_ONE, MOST_OF_ONE + 3)
    counts.put_all([Wish("A", 9_998), Wish("B", 1)])
    assert counts.step("B", 5)
    assert counts.total == 10_000
    assert counts.step("A", -1)
    assert counts.of("A") == 9_997


def test_of_very_many_products_only_those_that_are_looked_at_are_read(desk: Desk):
    product = desk.till.catalogue.find("CB-001")
    read: list[str] = []

    def rows_read(skus: Sequence[str]) -> list[ProductRow]:
        read.extend(skus)
        return [ProductRow(replace(product, sku=sku), sku, "", (), "1,00", None) for sku in skus]

    model = ProductRows(rows_read, lambda _: 0, desk.texts)
    model.show([f"P-{number:06}" for number in range(100_000)])
    assert read == []
    last = model.row(99_999)
    assert last is not None
    assert last.name == "P-099999"
    assert read == ["P-099999"]
    assert model.row(100_000) is None
    for place in range(50_000, 50_000 + AT_ONCE):
        model.row(place)
    assert len(read) == 1 + AT_ONCE
    for place in reversed(range(50_000 - AT_ONCE, 50_000)):
        model.row(place)
    assert len(read) == 1 + 2 * AT_ONCE, "up as down, a screen full at a time"
    for place in range(KEPT + 2 * AT_ONCE):
        row = model.row(place)
        assert row is not None
        assert row.name == f"P-{place:06}"
