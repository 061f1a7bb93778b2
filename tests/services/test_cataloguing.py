"""Taking a network's file in, again and again, without touching what was sold; and finding what it told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from pos.domain.barcodes import in_store
from pos.domain.catalogue import Catalogue
from pos.domain.catalogue_refusals import BarcodeTaken, OtherNetwork, SoldUnderOtherTerms
from pos.domain.exhibitions import Exhibition
from pos.domain.network import Rates
from pos.domain.people import Approval
from pos.domain.products import Product
from pos.domain.refusals import (
    ExhibitionClosed,
    NoNetworkYet,
    Refusal,
    UnknownCode,
    UnknownExhibition,
    UnknownUnit,
    WrongCheckDigit,
)
from pos.storage.catalogue import CatalogueChange
from tests.builders import EUR, a_cost, a_price, a_product, a_unit
from tests.services.stall import CUP, FAIR, HONEY, SET, SHAWL, Stall, fair, january, refused, the_catalogue

BOWL = a_product("PLATO", "12.00")


def barcodes(stall: Stall) -> dict[str, str]:
    """Each product's number by SKU."""
    return {product.sku: product.barcode for product in stall.catalogue.listing()}


def with_products(*products: Product) -> Catalogue:
    return the_catalogue(products=products)


def with_fair(exhibition: Exhibition) -> Catalogue:
    return the_catalogue(exhibitions=(exhibition,))


# --- importing -----------------------------------------------------------------------------------------------------


def test_what_was_taken_in_is_what_the_books_tell(stall: Stall):
    told, terms = the_catalogue(), stall.catalogue.terms()
    assert terms.network == told.network
    assert tuple(terms.groups.values()) == told.groups
    assert tuple(terms.units.values()) == told.units
    assert terms.exhibitions == tuple(sorted(told.exhibitions, key=lambda e: e.starts))
    listed = {product.sku: replace(product, barcode=None) for product in stall.catalogue.listing()}
    assert listed == {product.sku: replace(product, barcode=None) for product in told.products}


def test_the_same_file_again_changes_nothing_and_leaves_no_fact(stall: Stall):
    before = barcodes(stall)
    assert stall.take_in(the_catalogue()) == CatalogueChange()
    assert stall.count("fact") == 1
    assert barcodes(stall) == before


def test_a_changed_price_is_taken_over_and_the_fact_says_so(stall: Stall):
    dearer = replace(CUP, prices=a_price("11.00", "9.00"))
    assert stall.take_in(with_products(dearer, SET, SHAWL, HONEY)) == CatalogueChange(changed=1, removed=1)
    assert stall.product("TAZA").prices == a_price("11.00", "9.00")
    assert stall.count("fact") == 2
    assert stall.faults() == ()


def test_a_product_that_the_file_leaves_out_stays(stall: Stall):
    assert not stall.take_in(with_products(CUP))
    assert [product.sku for product in stall.catalogue.listing()] == ["CHAL", "JUEGO", "MIEL", "TAZA"]


def test_a_unit_and_an_exhibition_that_the_file_leaves_out_stay(stall: Stall):
    assert not stall.take_in(the_catalogue(units=(a_unit("B", {"Berta": 1}),), products=(HONEY,), exhibitions=()))
    assert set(stall.catalogue.terms().units) == {"A", "B"}
    assert len(stall.catalogue.terms().exhibitions) == 3


def test_a_member_that_a_named_unit_does_not_have_any_more_is_taken_away(stall: Stall):
    units = (a_unit("A", {"Rosa": 3}, group="TALLER"), a_unit("B", {"Berta": 1}))
    assert stall.take_in(the_catalogue(units=units)) == CatalogueChange(changed=1, removed=1)
    assert [(m.name, m.weight) for m in stall.catalogue.terms().unit("A").members] == [("Rosa", 3)]


def test_costs_rates_and_makers_that_are_gone_are_taken_away(stall: Stall):
    by_one = replace(SET, makers=SET.makers[:1])
    poorer = fair(costs=(a_cost("100.01", name="puesto"),), rates_of_exchange={"USD": "7.00"}, units={"A": 1})
    catalogue = the_catalogue(products=(by_one,), exhibitions=(poorer,))
    assert stall.take_in(catalogue) == CatalogueChange(changed=1, removed=5)
    assert stall.catalogue.terms().exhibition(FAIR) == poorer
    assert stall.product("JUEGO").makers == by_one.makers


def test_what_was_sold_is_never_touched(opened: Stall):
    opened.sell("TAZA", "JUEGO")
    sold = opened.ledger()
    body = opened.rows("SELECT body FROM fact WHERE kind = 'sale'")
    dearer = replace(CUP, prices=a_price("11.00"), name={"es": "Taza grande"})
    opened.take_in(with_products(dearer, replace(SET, makers=SET.makers[:1])))
    assert (opened.ledger(), opened.rows("SELECT body FROM fact WHERE kind = 'sale'")) == (sold, body)
    assert opened.faults() == ()


def test_new_rates_hold_for_the_next_sale(opened: Stall):
    opened.sell("TAZA")
    network = replace(the_catalogue().network, rates=Rates(2000, 0))
    opened.take_in(the_catalogue(network=network))
    opened.sell("TAZA")
    assert opened.ledger()["commission"] == "-3.50"


def test_the_fact_of_an_import_carries_the_digest_of_the_catalogue(stall: Stall):
    [(body,)] = stall.rows("SELECT body FROM fact")
    with stall.books.reading() as books:
        assert f'"digest":"{books.catalogue.digest()}"' in body


# --- in-store numbers ----------------------------------------------------------------------------------------------


def test_in_store_numbers_are_given_in_the_file_s_order_to_those_without_one(stall: Stall):
    assert barcodes(stall) == {
        "TAZA": in_store(1),
        "JUEGO": in_store(2),
        "CHAL": in_store(3),
        "MIEL": "7770000000012",
    }


def test_a_number_once_given_is_kept_whatever_the_order_of_the_next_file(stall: Stall):
    before = barcodes(stall)
    stall.take_in(with_products(BOWL, HONEY, SHAWL, SET, CUP))
    assert barcodes(stall) == before | {"PLATO": in_store(4)}


def test_a_number_of_the_maker_s_own_is_kept_when_the_next_file_gives_none(stall: Stall):
    stall.take_in(with_products(replace(HONEY, barcode=None)))
    assert barcodes(stall)["MIEL"] == "7770000000012"


def test_a_number_that_the_file_itself_uses_is_not_given_to_another(stall: Stall):
    stall.take_in(with_products(BOWL, a_product("OLLA", barcode=in_store(4))))
    assert barcodes(stall)["PLATO"] == in_store(5)


def test_a_number_that_was_replaced_is_never_given_to_another_product(stall: Stall):
    """Labels with the old number may still hang on cups."""
    stall.take_in(with_products(replace(CUP, barcode="7770000000029")))
    stall.take_in(with_products(BOWL))
    assert barcodes(stall)["PLATO"] == in_store(4)


def test_two_products_may_swap_their_numbers(stall: Stall):
    before = barcodes(stall)
    swapped = (replace(CUP, barcode=before["JUEGO"]), replace(SET, barcode=before["TAZA"]))
    stall.take_in(with_products(*swapped))
    assert barcodes(stall) == before | {"TAZA": before["JUEGO"], "JUEGO": before["TAZA"]}


def test_a_new_product_may_take_a_number_that_another_lets_go_in_the_same_file(stall: Stall):
    pot = a_product("OLLA", barcode=HONEY.barcode)
    stall.take_in(with_products(pot, replace(HONEY, barcode="7770000000029")))
    assert (stall.catalogue.find(HONEY.barcode).sku, barcodes(stall)["MIEL"]) == ("OLLA", "7770000000029")


def test_a_number_that_belongs_to_another_product_is_refused_and_nothing_is_written(stall: Stall):
    before = list(stall.catalogue.listing())
    wanted = with_products(replace(CUP, prices=a_price("99.00")), a_product("OLLA", barcode=HONEY.barcode))
    refusal = refused(stall, BarcodeTaken, lambda: stall.take_in(wanted))
    assert refusal.values == {"barcode": HONEY.barcode, "sku": "OLLA", "other": "MIEL"}
    assert list(stall.catalogue.listing()) == before


# --- what a file may not change ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "changes",
    [{"name": "Otra Red"}, {"currency": EUR}],
    ids=lambda changes: next(iter(changes)),
)
def test_the_file_of_another_network_is_refused(stall: Stall, changes: dict[str, object]):
    other = replace(the_catalogue().network, **changes)
    refused(stall, OtherNetwork, lambda: stall.take_in(the_catalogue(network=other)))


def test_what_else_a_network_says_of_itself_may_change(stall: Stall):
    network = replace(the_catalogue().network, language="en", receipt_header=("La Paz",), rates=Rates(1, 2))
    stall.take_in(the_catalogue(network=network))
    assert stall.catalogue.terms().network == network


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        (fair(timezone="Europe/Berlin"), "timezone"),
        (fair(currency=EUR, costs=(), rates_of_exchange={"USD": "0.9"}), "currency"),
    ],
)
def test_an_exhibition_with_entries_keeps_its_currency_and_its_time_zone(stall: Stall, changed: Exhibition, what: str):
    stall.deliver("A", "TAZA")
    refusal = refused(stall, SoldUnderOtherTerms, lambda: stall.take_in(with_fair(changed)))
    assert refusal.values == {"what": what, "exhibition": FAIR}
    assert stall.exhibition() == fair()


def test_before_its_first_entry_everything_of_an_exhibition_may_change(stall: Stall):
    changed = fair(currency=EUR, costs=(), rates_of_exchange={"USD": "0.9"}, timezone="Europe/Berlin")
    stall.take_in(with_fair(changed))
    assert stall.exhibition() == changed


def test_an_exhibition_with_entries_may_last_longer_and_cost_more(stall: Stall):
    stall.deliver("A", "TAZA")
    longer = fair(ends=fair().ends + timedelta(days=1), costs=(a_cost("700.00"),))
    stall.take_in(with_fair(longer))
    assert stall.exhibition() == longer


def test_an_exhibition_with_entries_keeps_the_currencies_that_it_takes(stall: Stall):
    """Such cash may lie in a drawer, and has to be counted."""
    stall.deliver("A", "TAZA")
    refusal = refused(
        stall, SoldUnderOtherTerms, lambda: stall.take_in(with_fair(fair(rates_of_exchange={"USD": "7.00"})))
    )
    assert refusal.values == {"what": "rates", "exhibition": FAIR}
    dearer = fair(rates_of_exchange={"USD": "7.00", "EUR": "8.05", "PEN": "1.90"})
    stall.take_in(with_fair(dearer))
    assert stall.exhibition() == dearer


def test_a_closed_exhibition_can_t_change(stall: Stall):
    stall.settling.close_exhibition(stall.act(), Approval("elena"))
    refused(stall, ExhibitionClosed, lambda: stall.take_in(with_fair(fair(name="Otra"))))
    assert not stall.take_in(with_fair(fair()))
    assert stall.take_in(with_fair(january(name="Otra")))


# --- looking up ----------------------------------------------------------------------------------------------------


def test_a_scan_is_a_barcode_or_a_sku(stall: Stall):
    assert stall.catalogue.find(in_store(1)).sku == "TAZA"
    assert stall.catalogue.find("TAZA").barcode == in_store(1)


def test_a_upc_is_the_ean_that_it_equals(stall: Stall):
    stall.take_in(with_products(a_product("TE", barcode="0036000291452")))
    assert stall.catalogue.find("036000291452").sku == stall.catalogue.find("0036000291452").sku == "TE"


def test_a_code_names_one_product_whichever_way_it_is_read(stall: Stall):
    refused(stall, BarcodeTaken, lambda: stall.take_in(with_products(a_product(HONEY.barcode))))
    stall.take_in(with_products(a_product("7770000000029", barcode="7770000000029")))
    assert stall.catalogue.find("7770000000029").sku == "7770000000029"


def test_a_sku_of_twelve_digits_is_found_too(stall: Stall):
    stall.take_in(with_products(a_product("036000291452")))
    assert stall.catalogue.find("036000291452").sku == "036000291452"


@pytest.mark.parametrize(
    ("scan", "why"),
    [
        ("7770000000013", WrongCheckDigit),
        ("7770000000029", UnknownCode),
        ("taza", UnknownCode),
        ("", UnknownCode),
        ("1234567", UnknownCode),
        ("'; DROP TABLE product; --", UnknownCode),
    ],
)
def test_what_is_not_in_the_catalogue_is_named(stall: Stall, scan: str, why: type[Refusal]):
    assert refused(stall, why, lambda: stall.catalogue.find(scan)).values["scan"] == scan


def test_terms_name_what_they_do_not_know(stall: Stall):
    terms = stall.catalogue.terms()
    with pytest.raises(UnknownExhibition):
        terms.exhibition("NADA")
    with pytest.raises(UnknownUnit):
        terms.unit("NADIE")


def test_books_without_a_network_are_empty_and_sell_nothing(empty: Stall):
    assert empty.catalogue.is_empty()
    refused(empty, NoNetworkYet, empty.catalogue.terms)
    refused(empty, NoNetworkYet, empty.open)
    empty.take_in(the_catalogue())
    assert not empty.catalogue.is_empty()


def test_the_catalogue_of_a_refused_file_is_not_remembered(stall: Stall):
    known = stall.catalogue.terms()
    other = replace(the_catalogue().network, name="Otra Red")
    refused(stall, OtherNetwork, lambda: stall.take_in(the_catalogue(network=other)))
    assert stall.catalogue.terms() == known
