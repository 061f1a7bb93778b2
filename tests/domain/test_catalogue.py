"""Whether the parts of a network's file fit each other: doubles, and references to nothing."""

from dataclasses import replace

from pos.domain.catalogue import Catalogue, faults
from pos.domain.network import Group, Rates
from tests.builders import a_catalogue, a_network, a_product, a_unit, an_exhibition


def told(catalogue: Catalogue) -> list[tuple[str, str, dict]]:
    """The faults as (place, rule, values)."""
    return [(".".join(map(str, fault.place)), fault.refusal.code, fault.refusal.values) for fault in faults(catalogue)]


def test_a_whole_catalogue_has_no_fault():
    assert told(a_catalogue()) == []


def test_an_empty_catalogue_has_no_fault():
    assert told(Catalogue(a_network(), (), (), (), ())) == []


def test_doubles_are_found_where_they_stand_the_second_time():
    catalogue = a_catalogue(
        groups=(Group("TALLER", "Uno"), Group("TALLER", "Dos")),
        units=(a_unit("A"), a_unit("B"), a_unit("A")),
        products=(
            a_product("TAZA", barcode="4006381333931"),
            a_product("TAZA", barcode="2000000000015"),
            a_product("PLATO", barcode="4006381333931"),
        ),
        exhibitions=(an_exhibition({"A": 1}), an_exhibition({"A": 1})),
    )
    assert told(catalogue) == [
        ("groups.1.id", "duplicate", {"what": "id", "value": "TALLER"}),
        ("units.2.id", "duplicate", {"what": "id", "value": "A"}),
        ("products.1.sku", "duplicate", {"what": "sku", "value": "TAZA"}),
        ("products.2.barcode", "duplicate", {"what": "barcode", "value": "4006381333931"}),
        ("exhibitions.1.id", "duplicate", {"what": "id", "value": "FERIA"}),
    ]


def test_three_of_a_kind_are_two_faults():
    catalogue = a_catalogue(products=(a_product("TAZA"), a_product("TAZA"), a_product("TAZA")))
    assert [place for place, _, _ in told(catalogue)] == ["products.1.sku", "products.2.sku"]


def test_products_that_wait_for_a_barcode_are_no_doubles():
    assert told(a_catalogue(products=(a_product("TAZA", barcode=None), a_product("PLATO", barcode=None)))) == []


def test_a_unit_a_product_and_a_group_may_have_one_identifier():
    catalogue = a_catalogue(groups=(Group("A", "Taller"),), units=(a_unit("A", group="A"),), products=(a_product("A"),))
    assert told(replace(catalogue, exhibitions=(an_exhibition({"A": 1}, id="A"),))) == []


def test_references_to_nothing_are_found():
    catalogue = a_catalogue(
        units=(a_unit("A", group="NADA"), a_unit("B", group=None)),
        products=(a_product("TAZA"), a_product("JUEGO", makers={"B": 1, "Z": 1})),
        exhibitions=(an_exhibition({"A": 1, "Y": 1}),),
    )
    assert told(catalogue) == [
        ("units.0.group", "unknown-group", {"group": "NADA"}),
        ("products.1.makers.1.unit", "unknown-unit", {"unit": "Z"}),
        ("exhibitions.0.units.1.id", "unknown-unit", {"unit": "Y"}),
    ]


def test_rates_of_product_and_unit_that_take_more_than_all_are_found_at_the_maker():
    catalogue = a_catalogue(
        units=(a_unit("A"), a_unit("B", rates=Rates(fund_bps=5000))),
        products=(a_product("TAZA"), a_product("JUEGO", makers={"A": 1, "B": 1}, rates=Rates(commission_bps=6000))),
    )
    assert told(catalogue) == [
        ("products.1.makers.1.unit", "rates-over-hundred", {"commission_bps": 6000, "fund_bps": 5000}),
    ]


def test_rates_that_take_more_than_all_at_one_of_the_exhibitions_are_found():
    catalogue = a_catalogue(
        products=(a_product("TAZA", rates=Rates(commission_bps=9000)),),
        exhibitions=(an_exhibition({"A": 1}), an_exhibition({"A": 1}, id="CARA", rates=Rates(fund_bps=2000))),
    )
    assert told(catalogue) == [
        ("products.0.makers.0.unit", "rates-over-hundred", {"commission_bps": 9000, "fund_bps": 2000}),
    ]


def test_each_combination_of_rates_is_told_once_and_not_for_every_product():
    many = tuple(a_product(f"P{i}", rates=Rates(commission_bps=9600)) for i in range(50))
    assert [place for place, _, _ in told(a_catalogue(products=many))] == ["products.0.makers.0.unit"]
