"""Which products a list shows, asked of the books."""

import pytest

from pos.storage.product_lists import ProductLists
from tests.services.stall import BERLIN, FAIR, Stall


def listed(stall: Stall, **conditions: str) -> list[str]:
    with stall.books.reading() as books:
        return list(books.product_lists.skus(**conditions))


def test_without_a_condition_all_are_listed_by_sku(rich: Stall):
    assert listed(rich) == sorted(sku for (sku,) in rich.rows("SELECT sku FROM product"))


@pytest.mark.parametrize("typed", ["taza", "TAZA", "táza", "2000", "fam taz"])
def test_words_are_found_by_their_beginnings_accents_and_case_aside(stall: Stall, typed: str):
    assert "TAZA" in listed(stall, typed=typed)


@pytest.mark.parametrize("typed", ['"', "*", "( OR", "'; DROP TABLE product; --", "\u0000", "zorro", "-"])
def test_any_text_may_be_typed(stall: Stall, typed: str):
    assert listed(stall, typed=typed) == []
    assert len(listed(stall)) == 4


def test_all_conditions_hold_together(stall: Stall):
    stall.open()
    stall.deliver("B", ("MIEL", 2))
    assert listed(stall, unit="B") == ["CHAL", "JUEGO", "MIEL"]
    assert listed(stall, unit="B", typed="familia", to_label_at=BERLIN) == ["CHAL", "JUEGO"]
    assert listed(stall, unit="B", to_label_at=FAIR) == ["CHAL", "JUEGO", "MIEL"]
    stall.sell(("MIEL", 2), "CHAL")
    assert listed(stall, unit="B", to_label_at=FAIR) == ["JUEGO"]


def test_the_list_is_asked_of_the_connection_that_is_open(stall: Stall):
    with stall.books.reading() as books:
        assert isinstance(books.product_lists, ProductLists)
        assert books.product_lists is books.product_lists
