"""Finding what to sell: words, scans, an exhibition's shelves and stock, a unit's badge and its open-price item."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from pos.domain.barcodes import badge_code, in_store
from pos.domain.basket import Basket
from pos.domain.consignment import NoteKind
from pos.domain.network import Unit
from pos.domain.open_items import is_open_item
from pos.domain.products import Maker, Product
from pos.domain.refusals import (
    BadText,
    NotAtThisExhibition,
    Refusal,
    UnknownCode,
    UnknownExhibition,
    UnknownUnit,
    WrongCheckDigit,
)
from pos.services.finding import Finding
from pos.storage.figures import Period
from pos.storage.search import ProductSearch
from tests.builders import BOB, a_price, a_product, a_unit, money
from tests.services.stall import CUP, FAIR, HONEY, JANUARY, SET, SHAWL, Stall, fair, january, the_catalogue

NAMES = {"es": "Pieza sin etiqueta", "en": "Piece without a label"}


@pytest.fixture
def finding(opened: Stall) -> Finding:
    return Finding(opened.books, opened.catalogue)


def skus(products: tuple[Product, ...]) -> list[str]:
    return [product.sku for product in products]


def goods(*products: Product, units: tuple[Unit, ...] = ()) -> object:
    """The catalogue with these products, and with these units beside its own."""
    return the_catalogue(products=products, units=(*the_catalogue().units, *units))


# --- by typing -----------------------------------------------------------------------------------------------------


def test_a_product_is_found_by_words_as_the_books_have_it(opened: Stall, finding: Finding):
    assert finding.search("cafe jue") == (opened.product("JUEGO"),)
    assert finding.search("CUP") == (opened.product("TAZA"),)
    assert finding.search("  ") == finding.search('"') == finding.search("zorro") == ()


def test_the_very_code_comes_first(opened: Stall, finding: Finding):
    opened.take_in(goods(a_product("A1"), a_product("A1-2"), a_product("A1-10", name={"es": "A1"})))
    assert skus(finding.search("a1"))[:1] == ["A1"]
    assert skus(finding.search(" A1-2 "))[:1] == ["A1-2"]
    assert set(skus(finding.search("a1"))) == {"A1", "A1-2", "A1-10"}
    assert skus(finding.search(opened.product("MIEL").barcode)) == ["MIEL"]


def test_no_more_are_told_than_asked_for(opened: Stall, finding: Finding):
    opened.take_in(goods(*(a_product(f"P{i}", name={"es": "Pieza"}) for i in range(40))))
    assert len(finding.search("pieza")) == 24
    assert len(finding.search("pieza", 3)) == 3


def test_words_of_a_product_that_is_not_there_harm_nothing(opened: Stall, finding: Finding):
    with opened.books.transaction():
        opened.books._connection.exec_driver_sql("INSERT INTO product_search (sku, words) VALUES ('GONE', 'taza')")
    assert skus(finding.search("taza")) == ["TAZA"]


def write(stall: Stall, sql: str) -> None:
    """Change the books behind the program's back."""
    with stall.books.transaction():
        stall.books._connection.exec_driver_sql(sql)


DAMAGE = {
    "index": "UPDATE product_search_data SET block = x'00' WHERE id > 10",
    "structure": "UPDATE product_search_data SET block = x'00' WHERE id = 10",
    "everything": "UPDATE product_search_data SET block = x'00'",
    "rows": "DELETE FROM product_search_content",
    "emptied": "DELETE FROM product_search",
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_words_that_were_damaged_or_lost_are_made_anew(tmp_path: Path, damage: str):
    with closing(Stall.in_folder(tmp_path)) as stall:
        write(stall, damage)
    with closing(Stall(stall.path)) as stall:
        finding = Finding(stall.books, stall.catalogue)
        assert skus(finding.search("taz")) == ["TAZA"]
        assert skus(finding.search("cafe jue")) == ["JUEGO"]
        assert stall.faults() == ()


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_file_comes_in_whatever_became_of_the_words(tmp_path: Path, damage: str):
    with closing(Stall.in_folder(tmp_path)) as stall:
        write(stall, damage)
    with closing(Stall(stall.path)) as stall:
        stall.take_in(goods(replace(CUP, name={"es": "Jarro"}), a_product("X", name={"es": "Plato"})))
        finding = Finding(stall.books, stall.catalogue)
        assert skus(finding.search("jarro")) == ["TAZA"]
        assert skus(finding.search("plato")) == ["X"]


def test_whether_all_words_are_there_is_asked_once(opened: Stall, finding: Finding, monkeypatch: pytest.MonkeyPatch):
    asked: list[int] = []
    is_whole = ProductSearch.is_whole
    monkeypatch.setattr(ProductSearch, "is_whole", lambda self: asked.append(1) or is_whole(self))
    for text in ("taza", "zorro", "zorra", "taza"):
        finding.search(text)
    assert len(asked) == 1


def test_half_a_letter_that_a_keyboard_sends_harms_nothing(opened: Stall, finding: Finding):
    assert finding.search("\ud800") == ()
    assert skus(finding.search("ta\ud800za")) == skus(finding.search("\udfffTAZA")) == ["TAZA"]
    with pytest.raises(UnknownCode):
        finding.find_anyway(["\ud800"])


# --- by scanning ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("readings", [["TAZA"], ["xyz", "TAZA"], ["taza"], ["xyz", "taza"], [in_store(1)]])
def test_a_scan_is_read_in_each_way_and_with_capitals_changed(opened: Stall, finding: Finding, readings: list[str]):
    assert finding.scanned(readings, opened.exhibition()) == opened.product("TAZA")


def test_the_first_reading_counts_before_any_other(opened: Stall, finding: Finding):
    opened.take_in(goods(CUP, a_product("taza", "3.00")))
    assert finding.scanned(["taza"], opened.exhibition()).sku == "taza"
    assert finding.scanned(["TAZA", "taza"], opened.exhibition()).sku == "TAZA"
    assert finding.scanned(["Taza2", "taza"], opened.exhibition()).sku == "taza"


@pytest.mark.parametrize(
    ("readings", "why", "values"),
    [
        (["zorro"], UnknownCode, {"scan": "zorro"}),
        (["zorro", "oso"], UnknownCode, {"scan": "zorro"}),
        (["7770000000013", "oso"], WrongCheckDigit, {"scan": "7770000000013", "expected": "2"}),
        (["oso", "7770000000013"], UnknownCode, {"scan": "oso"}),
    ],
)
def test_what_nothing_is_known_by_is_refused_as_it_was_scanned(
    opened: Stall, finding: Finding, readings: list[str], why: type[Refusal], values: dict[str, str]
):
    for find in (lambda: finding.scanned(readings, opened.exhibition()), lambda: finding.find_anyway(readings)):
        with pytest.raises(why) as refused:
            find()
        assert refused.value.values == values


def test_what_is_of_nobody_who_takes_part_is_asked_about_and_can_be_had_anyway(opened: Stall, finding: Finding):
    poncho = a_product("PONCHO", "200.00", {"C": 1}, name={"es": "Poncho rojo"})
    both = a_product("MANTA", "90.00", {"C": 2, "A": 1})
    opened.take_in(goods(poncho, both, units=(a_unit("C", name="Familia Condori"),)))
    with pytest.raises(NotAtThisExhibition) as refused:
        finding.scanned(["poncho"], opened.exhibition())
    assert refused.value.values == {
        "sku": "PONCHO",
        "name": "Poncho rojo",
        "unit": "Familia Condori",
        "exhibition": "Feria de Navidad",
    }
    assert finding.find_anyway(["poncho"]) == opened.product("PONCHO")
    assert finding.scanned(["MANTA"], opened.exhibition()).sku == "MANTA"


def test_an_exhibition_that_names_nobody_is_everybodys(opened: Stall, finding: Finding):
    assert finding.scanned(["TAZA"], replace(opened.exhibition(), participations=())).sku == "TAZA"


# --- favourites ----------------------------------------------------------------------------------------------------


def test_before_anything_sold_those_with_a_photo_come_first_then_by_name(opened: Stall, finding: Finding):
    opened.take_in(goods(replace(SHAWL, photo="chal.jpg"), replace(CUP, photo="taza.jpg"), SET, HONEY))
    assert skus(finding.favourites(FAIR)) == ["CHAL", "TAZA", "JUEGO", "MIEL"]
    assert skus(finding.favourites(FAIR, 3)) == ["CHAL", "TAZA", "JUEGO"]


def test_names_are_in_order_as_people_read_them(opened: Stall, finding: Finding):
    named = ["Zampoña", "árbol", "Ñandú", "nacimiento", "Olla", "Árbol de sol"]
    opened.take_in(goods(*(a_product(f"P{i}", name={"es": name}, category="x") for i, name in enumerate(named))))
    in_order = [named[int(sku[1:])] for sku in skus(finding.of_category(FAIR, "x", 0, 9))]
    assert in_order == ["árbol", "Árbol de sol", "nacimiento", "Ñandú", "Olla", "Zampoña"]


def test_the_best_sold_here_come_first_then_the_best_sold_before(opened: Stall, finding: Finding):
    opened.sell(("MIEL", 5), "JUEGO")
    opened.close_shift({})
    opened.open(exhibition=JANUARY)
    opened.sell("CHAL", ("TAZA", 2), exhibition=JANUARY)
    assert skus(finding.favourites(JANUARY)) == ["TAZA", "CHAL", "MIEL", "JUEGO"]
    assert skus(finding.favourites(FAIR)) == ["MIEL", "JUEGO", "CHAL", "TAZA"]


def test_each_sale_counts_at_once_what_came_back_does_not_and_yapa_is_no_sale(opened: Stall, finding: Finding):
    assert skus(finding.favourites(FAIR)) == ["CHAL", "JUEGO", "MIEL", "TAZA"]
    opened.sell("MIEL", yapa=[("CHAL", 9)])
    assert skus(finding.favourites(FAIR))[0] == "MIEL"
    sale = opened.sell(("TAZA", 3))
    assert skus(finding.favourites(FAIR))[:2] == ["TAZA", "MIEL"]
    opened.refunding.refund(opened.act(), sale.stamp.id, [(1, 3)], shown=True)
    assert skus(finding.favourites(FAIR)) == ["MIEL", "CHAL", "JUEGO", "TAZA"]
    assert skus(Finding(opened.books, opened.catalogue).favourites(FAIR)) == ["MIEL", "CHAL", "JUEGO", "TAZA"]


def test_what_sold_of_units_that_do_not_take_part_is_no_favourite(opened: Stall, finding: Finding):
    opened.sell(("MIEL", 5), ("TAZA", 2))
    opened.take_in(the_catalogue(exhibitions=(fair(units={"A": 1}), january())))
    assert skus(finding.favourites(FAIR, 2)) == ["TAZA", "JUEGO"]
    assert skus(finding.favourites(FAIR, 1)) == ["TAZA"]


def test_a_file_that_came_in_is_on_the_shelves_at_once(opened: Stall, finding: Finding):
    assert len(finding.favourites(FAIR)) == 4
    opened.take_in(goods(replace(CUP, photo="taza.jpg"), a_product("ALFORJA")))
    assert skus(finding.favourites(FAIR)) == ["TAZA", "ALFORJA", "CHAL", "JUEGO", "MIEL"]


# --- categories and stock ------------------------------------------------------------------------------------------


def test_categories_are_those_of_who_takes_part_the_largest_first(opened: Stall, finding: Finding):
    opened.take_in(
        goods(
            replace(CUP, category="barro"),
            replace(SET, category="barro"),
            replace(SHAWL, category="textil"),
            replace(HONEY, category="Áspero"),
            a_product("PONCHO", makers={"C": 1}, category="lana"),
            a_product("NADA"),
            units=(a_unit("C"),),
        )
    )
    assert finding.categories(FAIR) == ("barro", "Áspero", "textil")
    assert [finding.how_many(FAIR, name) for name in ("barro", "textil", "lana", "zorro")] == [2, 1, 0, 0]
    assert skus(finding.of_category(FAIR, "barro", 0, 1)) == ["JUEGO"]
    assert skus(finding.of_category(FAIR, "barro", 1, 9)) == ["TAZA"]
    assert finding.of_category(FAIR, "barro", 2, 9) == finding.of_category(FAIR, "zorro", 0, 9) == ()


def test_an_exhibition_that_is_not_the_networks_is_refused(finding: Finding):
    for ask in (
        lambda: finding.favourites("NADA"),
        lambda: finding.categories("NADA"),
        lambda: finding.how_many("NADA", "x"),
        lambda: finding.of_category("NADA", "x", 0, 1),
    ):
        with pytest.raises(UnknownExhibition):
            ask()


def test_the_stock_of_what_is_shown_is_that_of_the_report(opened: Stall, finding: Finding):
    opened.deliver("A", ("TAZA", 9), ("JUEGO", 2))
    opened.deliver("A", ("TAZA", 3), exhibition=JANUARY)
    sale = opened.sell(("TAZA", 4), ("CHAL", 2), yapa=["TAZA"])
    opened.refunding.refund(opened.act(), sale.stamp.id, [(1, 1)], shown=True)
    opened.consigning.note(opened.act(), NoteKind.LOSS, "A", [("TAZA", 2)], "rota")
    told = finding.stock(FAIR, ["TAZA", "CHAL", "MIEL", "zorro"])
    assert {sku: (at.delivered, at.left, at.undelivered) for sku, at in told.items()} == {
        "TAZA": (9, 3, 0),
        "CHAL": (0, 0, 2),
    }
    with opened.books.reading() as books:
        by_report = {at.sku: at for of_unit in books.figures.stock(Period(FAIR)).values() for at in of_unit}
    assert dict(finding.stock(FAIR, by_report)) == by_report


def test_the_stock_of_a_co_made_product_is_told_under_whichever_maker_held_it(opened: Stall, finding: Finding):
    opened.deliver("A", ("JUEGO", 2))
    opened.take_in(goods(replace(SET, holder="B")))
    opened.deliver("B", ("JUEGO", 3))
    opened.sell("JUEGO")
    assert (finding.stock(FAIR, ["JUEGO"])["JUEGO"].delivered, finding.stock(FAIR, ["JUEGO"])["JUEGO"].left) == (5, 4)


def test_the_open_item_is_made_once_and_found_again(opened: Stall, finding: Finding):
    before = opened.count("fact")
    item = finding.open_item(opened.act(), "A", NAMES)
    assert (item.sku, item.name, item.makers, item.prices) == ("OPEN-A", NAMES, (Maker("A", 1),), {})
    assert is_open_item(item)
    assert finding.open_item(opened.act(), "A", {"es": "Otra"}) == item
    assert finding.find_anyway(["OPEN-A"]) == finding.find_anyway([badge_code("A")]) == item
    assert opened.count("fact") == before + 1
    assert opened.faults() == ()


def test_each_unit_has_its_own(opened: Stall, finding: Finding):
    one, other = (finding.open_item(opened.act(), unit, NAMES) for unit in "AB")
    assert (one.sku, other.sku, other.holder) == ("OPEN-A", "OPEN-B", "B")


def test_it_is_sold_at_a_typed_price_and_its_unit_is_credited(opened: Stall, finding: Finding):
    item = finding.open_item(opened.act(), "B", NAMES)
    sale = opened.sell_basket(Basket(BOB).add_priced(item, money("12.50"), 2))
    assert (sale.due, sale.lines[0].name, opened.owed("B")) == (2500, "Pieza sin etiqueta", "20.00")
    assert finding.stock(FAIR, [item.sku])[item.sku].sold == 2
    assert opened.faults() == ()


def test_it_outlives_any_file_and_takes_no_number_that_a_product_would_get(opened: Stall, finding: Finding):
    item = finding.open_item(opened.act(), "A", NAMES)
    last = max(product.barcode for product in opened.catalogue.listing() if product.barcode < "29")
    opened.take_in(goods(CUP, a_product("NUEVO")))
    assert finding.open_item(opened.act(), "A", NAMES) == item
    assert int(opened.product("NUEVO").barcode[:12]) == int(last[:12]) + 1
    assert opened.faults() == ()


def test_it_lies_on_no_shelf_and_is_found_by_no_word(opened: Stall, finding: Finding):
    item = finding.open_item(opened.act(), "A", NAMES)
    opened.sell_basket(Basket(BOB).add_priced(item, money("5.00"), 9))
    assert finding.search("pieza") == finding.search("OPEN-A") == ()
    for found in (finding, Finding(opened.books, opened.catalogue)):
        assert "OPEN-A" not in skus(found.favourites(FAIR))
        assert found.how_many(FAIR, "") == 4


def test_however_many_there_are_they_crowd_no_product_out(opened: Stall, finding: Finding):
    units = tuple(a_unit(f"U{number:02}") for number in range(30))
    wool = a_product("LANA", name={"es": "Pieza de lana"})
    opened.take_in(goods(CUP, wool, units=units))
    for unit in units:
        finding.open_item(opened.act(), unit.id, NAMES)
    opened.take_in(goods(CUP, replace(wool, name={"es": "Pieza de lana fina"}), units=units))
    assert skus(finding.search("pieza")) == ["LANA"]
    assert opened.faults() == ()


def test_one_that_a_file_gives_a_price_is_found_like_any_product(opened: Stall, finding: Finding):
    item = finding.open_item(opened.act(), "A", NAMES)
    opened.take_in(goods(replace(item, prices=a_price("9.00"))))
    assert skus(finding.search("etiqueta")) == [item.sku]
    assert opened.faults() == ()
    opened.take_in(goods(item))
    assert finding.search("etiqueta") == ()
    assert opened.faults() == ()


def test_a_product_of_the_network_that_has_its_name_is_left_alone(opened: Stall, finding: Finding):
    theirs = a_product("OPEN-A", "7.00")
    opened.take_in(goods(CUP, theirs))
    item = finding.open_item(opened.act(), "A", NAMES)
    assert item.sku.startswith("OPEN-A-")
    assert opened.product("OPEN-A").prices == theirs.prices
    assert finding.open_item(opened.act(), "A", NAMES) == item
    assert skus(finding.search("open")) == ["OPEN-A"]


def test_one_that_a_file_made_a_usual_product_of_gives_way_to_another(opened: Stall, finding: Finding):
    finding.open_item(opened.act(), "A", NAMES)
    opened.take_in(goods(CUP, a_product("OPEN-A", "7.00")))
    other = finding.open_item(opened.act(), "A", NAMES)
    assert other.sku != "OPEN-A"
    assert is_open_item(other)
    assert finding.open_item(opened.act(), "A", NAMES) == other
    assert opened.product("OPEN-A").prices == a_price("7.00")
    assert opened.faults() == ()


def test_a_unit_with_a_long_id_has_one_too(opened: Stall, finding: Finding):
    long = "Familia-Quispe-Mamani-de-la-Ceja-El-Alto"
    opened.take_in(goods(CUP, units=(a_unit(long),)))
    assert finding.open_item(opened.act(), long, NAMES) == finding.open_item(opened.act(), long, NAMES)


def test_there_is_none_for_nobody_or_without_a_name(opened: Stall, finding: Finding):
    before = opened.count("fact")
    with pytest.raises(UnknownUnit):
        finding.open_item(opened.act(), "Z", NAMES)
    with pytest.raises(BadText):
        finding.open_item(opened.act(), "A", {"es": ""})
    assert (opened.count("fact"), opened.count("product")) == (before, 4)


def test_each_unit_is_known_by_its_badge(opened: Stall, finding: Finding):
    assert finding.badges() == {badge_code("A"): "A", badge_code("B"): "B"}
    assert finding.unit_of_badge([badge_code("B")]) == "B"
    assert finding.unit_of_badge(["xyz", badge_code("A")]) == "A"
    assert finding.unit_of_badge(["xyz", badge_code("Z"), opened.product("MIEL").barcode]) is None
    finding.open_item(opened.act(), "B", NAMES)
    assert finding.unit_of_badge([badge_code("B")]) == "B"


def test_a_code_of_two_units_names_neither(finding: Finding, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("pos.services.finding.badge_code", lambda unit: "2900000000001")
    assert finding.badges() == {}
    assert finding.unit_of_badge(["2900000000001"]) is None
