"""What a network's JSON file says is what the catalogue holds; what it leaves out has its default (docs/formats.md)."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from pos.domain.exhibitions import CostShare, Participation
from pos.domain.money import Money
from pos.domain.network import INHERITED, Rates, UnitKind
from pos.domain.products import BorneBy, Maker
from pos.formats.network_file import read_network
from pos.settings import resource
from tests.formats.network_files import SMALL, changed, written


@pytest.fixture
def small(tmp_path):
    return read_network(written(tmp_path, SMALL))


def test_the_example_network_is_read_whole():
    catalogue = read_network(resource("sample", "network.json"))
    assert (len(catalogue.groups), len(catalogue.units)) == (4, 14)
    assert (len(catalogue.products), len(catalogue.exhibitions)) == (62, 3)
    assert catalogue.network.rates == Rates(1500, 300)
    assert catalogue.network.receipt_footer["de"] == "Vielen Dank für Ihren Einkauf!"
    assert catalogue.units[3].rates == Rates(1000, None)
    assert catalogue.products[0].photo == "photos/nacimiento.png"
    assert [exhibition.currency.code for exhibition in catalogue.exhibitions] == ["BOB", "BOB", "EUR"]
    assert catalogue.exhibitions[0].costs[2].shared is CostShare.GROSS


def test_every_field_of_the_format_is_taken(tmp_path):
    fields = changed(lambda f: f["network"].update(language="ay", receipt_header=["Ceja", "El Alto"]))
    fields["units"][0] |= {
        "community": "Collana Baja",
        "technique": "cerámica",
        "commission_bps": 1200,
        "fund_bps": 0,
        "photo": "photos/juana.png",
        "story": {"es": "Basilia aprendió mirando a su abuela."},
        "members": [{"name": "Juana", "weight": 2, "born": 1974, "gender": "f"}],
    }
    fields["products"][0] |= {
        "barcode": "7771234567890",
        "category": "cerámica",
        "holder": "U07",
        "one_off": True,
        "yapa": True,
        "borne_by": "network",
        "commission_bps": 900,
        "photo": "casita.png",
        "perishable_days": 30,
        "materials": "arcilla",
    }
    fields["exhibitions"][0] |= {"venue": "Campo Ferial", "city": "La Paz", "country": "BO", "fund_bps": 500}
    catalogue = read_network(written(tmp_path, fields))

    network, unit, product = catalogue.network, catalogue.units[0], catalogue.products[0]
    exhibition = catalogue.exhibitions[0]
    assert (network.language, network.receipt_header) == ("ay", ("Ceja", "El Alto"))
    assert (unit.community, unit.technique, unit.photo) == ("Collana Baja", "cerámica", "photos/juana.png")
    assert (unit.rates, unit.members[0].born, unit.members[0].gender) == (Rates(1200, 0), 1974, "f")
    assert (product.barcode, product.category, product.holder) == ("7771234567890", "cerámica", "U07")
    assert (product.one_off, product.yapa, product.borne_by) == (True, True, BorneBy.NETWORK)
    assert (product.rates, product.perishable_days, product.materials) == (Rates(900), 30, "arcilla")
    assert (exhibition.venue, exhibition.city, exhibition.country) == ("Campo Ferial", "La Paz", "BO")
    assert exhibition.rates == Rates(None, 500)


def test_what_a_product_costs_and_who_made_it(small):
    product = small.products[0]
    assert product.prices["BOB"].list_price == Money.of("80.00", "BOB")
    assert product.prices["BOB"].floor == Money.of("65.00", "BOB")
    assert product.prices["EUR"].floor is None
    assert product.makers == (Maker("U01", 2), Maker("U07", 1))


def test_when_and_for_whom_an_exhibition_is(small):
    fair = small.exhibitions[0]
    assert (fair.starts, fair.ends, fair.timezone) == (date(2026, 12, 5), date(2026, 12, 7), "America/La_Paz")
    assert fair.rates_of_exchange["USD"].rate == Decimal("9.70")
    assert fair.participations == (Participation("U01", 1), Participation("U07", 3))
    assert fair.costs[0].amount == Money.of("600.00", "BOB")


def test_what_is_left_out_has_its_default(small):
    unit, product = small.units[0], small.products[0]
    assert (small.network.language, small.network.receipt_header, small.network.receipt_footer) == ("es", (), {})
    assert (unit.kind, unit.group, unit.community, unit.technique) == (UnitKind.FAMILY, None, "", "")
    assert (unit.rates, unit.photo, unit.story) == (INHERITED, None, {})
    assert (product.barcode, product.category, product.materials) == (None, "", "")
    assert (product.one_off, product.yapa, product.borne_by) == (False, False, BorneBy.SHARED)
    assert small.groups[0].stamp == {}


def test_the_first_maker_is_the_holder_unless_another_is_named(small):
    assert [product.holder for product in small.products] == ["U01", "U07"]


def test_null_in_an_optional_field_is_as_if_it_were_left_out(tmp_path, small):
    fields = changed(lambda f: f["network"].update(language=None, receipt_header=None, receipt_footer=None))
    fields["groups"][0]["stamp"] = None
    for name in ("group", "community", "technique", "commission_bps", "fund_bps", "photo", "story"):
        fields["units"][0][name] = None
    for name in ("barcode", "category", "holder", "one_off", "yapa", "borne_by", "photo", "perishable_days"):
        fields["products"][0][name] = None
    fields["exhibitions"][0] |= {"venue": None, "city": None, "commission_bps": None}
    fields["exhibitions"][0]["units"][0]["weight"] = None
    assert read_network(written(tmp_path, fields)) == small


def test_groups_may_be_left_out_where_no_unit_names_one(tmp_path):
    fields = changed(lambda f: f["units"][1].pop("group"))
    del fields["groups"]
    assert read_network(written(tmp_path, fields)).groups == ()


def test_a_twelve_digit_barcode_is_kept_as_the_thirteen_digits_that_it_equals(tmp_path):
    fields = changed(lambda f: f["products"][0].update(barcode="012345678905"))
    assert read_network(written(tmp_path, fields)).products[0].barcode == "0012345678905"


def test_a_byte_order_mark_and_any_indent_change_nothing(tmp_path, small):
    text = json.dumps(SMALL, indent=3).encode()
    assert read_network(written(tmp_path, b"\xef\xbb\xbf" + text)) == small


def test_order_is_kept_for_it_decides_who_gets_the_last_centavo(tmp_path, small):
    fields = changed(lambda f: f["units"].reverse())
    turned = read_network(written(tmp_path, fields))
    assert turned == replace(small, units=small.units[::-1])


def test_the_base_currency_may_stand_among_the_rates_as_one(tmp_path):
    fields = changed(lambda f: f["exhibitions"][0]["rates"].update(BOB="1.00"))
    assert read_network(written(tmp_path, fields)).exhibitions[0].rates_of_exchange["BOB"].rate == 1


def test_reading_leaves_the_cycle_collector_as_it_was(tmp_path):
    import gc

    path = written(tmp_path, SMALL)
    read_network(path)
    assert gc.isenabled()
    gc.disable()
    try:
        read_network(path)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_path_may_have_any_suffix(tmp_path: Path):
    assert read_network(written(tmp_path, SMALL, "red.txt")).network.name == "Red de Prueba"
