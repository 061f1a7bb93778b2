"""Which labels are wanted, what they say, and whose badge is whose."""

from dataclasses import replace
from pathlib import Path

import pytest

from pos.domain.barcodes import badge_code
from pos.domain.documents import EmblemOf
from pos.domain.exhibitions import Exhibition
from pos.domain.label_refusals import BadLabelCount
from pos.domain.open_items import OPEN_PREFIX
from pos.domain.refusals import NoPriceInCurrency, UnknownCode, UnknownUnit
from pos.domain.symbols import Symbology
from pos.services.finding import Finding
from pos.services.labelling import Labelling, Wish
from pos.services.paper_pictures import PaperPictures
from tests.builders import BOB, EUR, a_unit, money
from tests.printing.network_pictures import logo, photo
from tests.services.stall import BERLIN, FAIR, HONEY, JANUARY, Stall, the_catalogue

ALL = ("CHAL", "JUEGO", "MIEL", "TAZA")


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def labelling(opened: Stall, photos: Path) -> Labelling:
    return Labelling(opened.books, opened.catalogue, PaperPictures(photos), photos)


def exhibition(stall: Stall, id_: str = FAIR) -> Exhibition:
    return stall.catalogue.terms().exhibition(id_)


# --- which products ------------------------------------------------------------------------------------------------


def test_all_products_are_listed_by_sku_a_units_own_and_those_whose_words_were_typed(labelling: Labelling):
    assert labelling.skus() == ALL
    assert labelling.skus(unit="A") == ("JUEGO", "TAZA")
    assert labelling.skus(typed="ju caf") == ("JUEGO",)
    assert labelling.skus(typed="familia a") == ("JUEGO", "TAZA")
    assert labelling.skus(typed="juego", unit="B") == ("JUEGO",)
    assert labelling.skus(typed="zorro") == labelling.skus(typed='"') == labelling.skus(unit="Z") == ()
    assert labelling.skus(typed="  ") == ALL


def test_a_piece_that_is_sold_without_a_label_has_none(opened: Stall, labelling: Labelling):
    item = Finding(opened.books, opened.catalogue).open_item(opened.act(), "A", {"es": "Pieza sin etiqueta"})
    assert item.sku.startswith(OPEN_PREFIX)
    assert labelling.skus() == labelling.skus(to_label_at=FAIR) == ALL


def test_labels_are_needed_for_what_is_new_and_for_what_is_left_of_a_delivery(opened: Stall, labelling: Labelling):
    assert labelling.skus(to_label_at=FAIR) == ALL
    opened.deliver("A", ("TAZA", 3), ("JUEGO", 1))
    opened.sell("TAZA", "JUEGO")
    assert labelling.skus(to_label_at=FAIR) == ("CHAL", "MIEL", "TAZA")
    assert labelling.to_label(exhibition(opened)) == (Wish("CHAL", 1), Wish("MIEL", 1), Wish("TAZA", 2))
    assert labelling.to_label(exhibition(opened), unit="A") == (Wish("TAZA", 2),)
    assert labelling.skus(to_label_at=JANUARY) == ("CHAL", "MIEL")


def test_without_an_exhibition_each_product_has_one_label(labelling: Labelling):
    assert labelling.to_label(None) == tuple(Wish(sku, 1) for sku in ALL)


def test_a_listed_product_has_its_price_there_and_what_is_left(opened: Stall, labelling: Labelling):
    opened.deliver("A", ("TAZA", 3))
    opened.sell("TAZA", "CHAL")
    rows = labelling.listed(["TAZA", "CHAL", "GONE"], exhibition(opened))
    assert [(row.product.sku, row.price, row.left) for row in rows] == [
        ("TAZA", money("10.00"), 2),
        ("CHAL", money("80.00"), None),
    ]
    (cup, shawl) = labelling.listed(["TAZA", "CHAL"], exhibition(opened, BERLIN))
    assert (cup.price, shawl.price) == (money("2.50", "EUR"), None)


# --- what they say -------------------------------------------------------------------------------------------------


def test_a_label_says_all_that_the_network_tells_of_a_product(opened: Stall, labelling: Labelling):
    told = (replace(the_catalogue().units[0], story={"es": "Juana teje."}), *the_catalogue().units[1:])
    opened.take_in(the_catalogue(units=told))
    label = labelling.label(opened.product("JUEGO"), BOB, "es")
    assert (label.name, label.makers) == ("Juego de café", ("Familia A", "Familia B"))
    assert label.emblem == EmblemOf(*opened.catalogue.terms().emblems["A"])
    assert label.price == money("100.00")
    assert (label.symbol.symbology, label.symbol.text) == (Symbology.EAN_13, opened.product("JUEGO").barcode)
    assert label.stamp == "Hecho a mano"
    assert "Familia A: Juana teje." in label.story


def test_a_label_speaks_the_language_asked_for_and_has_the_price_of_the_currency(opened: Stall, labelling: Labelling):
    label = labelling.label(opened.product("TAZA"), EUR, "en")
    assert (label.name, label.price, label.stamp) == ("Cup", money("2.50", "EUR"), "Made by hand")
    assert labelling.label(opened.product("CHAL"), BOB, "ay").name == "Chal", "it has no name in that language"


def test_the_groups_own_stamp_lies_among_the_photos(opened: Stall, labelling: Labelling, photos: Path):
    (photos / "stamp-TALLER.png").write_bytes(logo())
    assert labelling.label(opened.product("TAZA"), BOB, "es").stamp_picture == logo()
    assert labelling.label(opened.product("CHAL"), BOB, "es").stamp_picture == b""


def test_what_is_wanted_comes_in_order_by_sku_or_barcode_and_none_of_what_is_not(labelling: Labelling):
    wishes = [Wish("TAZA", 2), Wish(HONEY.barcode, 1), Wish("CHAL", 0)]
    wanted = labelling.wanted(wishes, BOB, "es")
    assert [(copies.label.sku, copies.count) for copies in wanted.copies] == [("TAZA", 2), ("MIEL", 1)]
    assert (wanted.labels, wanted.refused) == (3, ())


def test_what_has_no_price_and_what_is_unknown_is_refused_by_name_and_place_and_the_rest_goes_on(labelling: Labelling):
    wishes = [Wish("CHAL", 1, "line 1"), Wish("NADA\udc80", 1, "line 2"), Wish("TAZA", 1, "line 3")]
    wanted = labelling.wanted(wishes, EUR, "es")
    assert [copies.label.sku for copies in wanted.copies] == ["TAZA"]
    assert [(wish.place, type(refusal)) for wish, refusal in wanted.refused] == [
        ("line 1", NoPriceInCurrency),
        ("line 2", UnknownCode),
    ]
    assert wanted.refused[0].refusal.values["name"] == "Chal"


@pytest.mark.parametrize("counts", [(10_001,), (9_000, 1_001), (-1,)])
def test_more_labels_than_anybody_sticks_on_are_refused(labelling: Labelling, counts: tuple[int, ...]):
    with pytest.raises(BadLabelCount):
        labelling.wanted([Wish(sku, count) for sku, count in zip(ALL, counts, strict=False)], BOB, "es")


# --- badges --------------------------------------------------------------------------------------------------------


def test_everybody_who_takes_part_has_a_badge_that_the_till_knows(opened: Stall, labelling: Labelling):
    opened.take_in(the_catalogue(units=(*the_catalogue().units, a_unit("C"))))
    badges = labelling.badges("es", exhibition=exhibition(opened))
    assert [(badge.unit, badge.symbol.text) for badge in badges] == [("A", badge_code("A")), ("B", badge_code("B"))]
    assert [badge.unit for badge in labelling.badges("es")] == ["A", "B", "C"]
    finding = Finding(opened.books, opened.catalogue)
    assert [finding.unit_of_badge([badge.symbol.text]) for badge in badges] == ["A", "B"]


def test_a_badge_says_who_it_is_and_shows_the_photo_where_there_is_one(
    opened: Stall, labelling: Labelling, photos: Path
):
    (photos / "juana.png").write_bytes(photo())
    unit = a_unit("A", group="TALLER", community="El Alto", technique="tejido", photo="juana.png")
    lost = a_unit("B", photo="gone.png")
    opened.take_in(the_catalogue(units=(unit, lost)))
    badge, other = labelling.badges("es", ["A", "B"])
    assert (badge.network, badge.name, badge.technique, badge.community, badge.group) == (
        "Red de Prueba",
        "Familia A",
        "tejido",
        "El Alto",
        "Taller",
    )
    assert (badge.photo, other.photo) == (photo(), b"")
    with pytest.raises(UnknownUnit):
        labelling.badges("es", ["Z"])
