"""A unit's open-price item: its SKU and barcode, and what it is known by (docs/domain.md, "A sale", 9)."""

from dataclasses import replace
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from pos.domain.barcodes import badge_code, gtin
from pos.domain.open_items import is_open_item, open_codes, open_item, open_skus
from pos.domain.products import Maker
from pos.domain.text import identifier
from tests.builders import a_price, a_product

ids = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}", fullmatch=True)
ITEM = open_item("A", "OPEN-A", badge_code("A"), {"es": "Pieza sin etiqueta"})


@given(ids)
def test_every_unit_has_skus_and_barcodes_to_choose_from(unit: str):
    skus, codes = list(islice(open_skus(unit), 4)), list(islice(open_codes(unit), 4))
    assert len(set(skus)) == len(set(codes)) == 4
    assert [identifier(sku) for sku in skus] == skus
    assert [gtin(code) for code in codes] == codes
    assert codes[0] == badge_code(unit)


def test_the_first_sku_says_the_unit_wherever_there_is_room():
    assert next(open_skus("MP01")) == "OPEN-MP01"
    long = "Familia-Quispe-Mamani-de-la-Ceja-El-Alto"
    assert len(long) == 40
    assert next(open_skus(long)).startswith("OPEN-Familia-Quispe-Mamani-de-")
    assert next(open_skus(long)) != next(open_skus(long[:-1] + "a"))


def test_it_is_of_its_unit_alone_and_has_no_price():
    assert (ITEM.makers, ITEM.holder, ITEM.prices) == ((Maker("A", 1),), "A", {})
    assert is_open_item(ITEM)


def test_a_usual_product_is_none_nor_is_one_that_a_file_gave_a_price():
    assert not is_open_item(a_product("OPEN-A"))
    assert not is_open_item(replace(ITEM, prices=a_price("5.00")))
    assert not is_open_item(a_product("OPEN-B", prices={}, barcode="7770000000012"))
    assert not is_open_item(replace(ITEM, sku="SUELTA"))
    assert not is_open_item(replace(ITEM, makers=(Maker("A", 1), Maker("B", 1))))
