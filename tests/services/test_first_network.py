"""A network made at the till: what was asked becomes a catalogue that the books take in and that sells."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from pos.domain.catalogue import faults
from pos.domain.catalogue_refusals import DatesOutOfOrder, Duplicate, NoPartInTheFair, RatesOverHundred
from pos.domain.money import currency
from pos.domain.network import Member
from pos.domain.refusals import BadText, Refusal
from pos.services.first_network import COUNTRIES, FirstNetwork, make_catalogue
from tests.services.stall import Stall

FIRST = FirstNetwork(
    name="Red Wiñay",
    country="BO",
    currency="BOB",
    commission_bps=1250,
    fund_bps=300,
    fair="Feria de Año Nuevo",
    city="El Alto",
    starts=date(2026, 12, 30),
    ends=date(2027, 1, 2),
    producers=("Basilia Quispe", "Ñusta", "René Ticona"),
)


def test_all_that_was_asked_stands_in_the_catalogue():
    catalogue = make_catalogue(FIRST, "es")
    network, [fair] = catalogue.network, catalogue.exhibitions
    assert (network.name, network.currency.code, network.language) == ("Red Wiñay", "BOB", "es")
    assert (network.rates.commission_bps, network.rates.fund_bps) == (1250, 300)
    assert (fair.id, fair.name, fair.city, fair.country) == (
        *("FERIA-DE-ANO-NUEVO-26", "Feria de Año Nuevo"),
        *("El Alto", "BO"),
    )
    assert (fair.starts, fair.ends, fair.timezone) == (FIRST.starts, FIRST.ends, "America/La_Paz")
    assert [(unit.id, unit.name, unit.members) for unit in catalogue.units] == [
        ("P01", "Basilia Quispe", (Member("Basilia Quispe", 1),)),
        ("P02", "Ñusta", (Member("Ñusta", 1),)),
        ("P03", "René Ticona", (Member("René Ticona", 1),)),
    ]
    assert [part.unit for part in fair.participations] == ["P01", "P02", "P03"]
    assert list(faults(catalogue)) == []


def test_the_books_take_it_in_and_a_shift_can_be_opened(empty: Stall):
    assert empty.take_in(make_catalogue(FIRST, "es"))
    empty.open(exhibition="FERIA-DE-ANO-NUEVO-26")
    assert empty.faults() == ()


@pytest.mark.parametrize("fair", ["Юля", "!", "F" * 200])
def test_whatever_the_fair_is_called_it_gets_an_id(fair: str):
    [made] = make_catalogue(replace(FIRST, fair=fair), "es").exhibitions
    assert made.name == fair
    assert made.id.endswith("-26")


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"producers": ()}, NoPartInTheFair),
        ({"producers": ("René", "Berta", "rene")}, Duplicate),
        ({"name": "  "}, BadText),
        ({"fair": "a\x1bb"}, BadText),
        ({"ends": date(2026, 12, 29)}, DatesOutOfOrder),
        ({"commission_bps": 9000, "fund_bps": 1001}, RatesOverHundred),
    ],
)
def test_what_cannot_be_a_network_is_refused(fields: dict[str, object], why: type[Refusal]):
    with pytest.raises(why):
        make_catalogue(replace(FIRST, **fields), "es")


@pytest.mark.parametrize("country", COUNTRIES.values(), ids=COUNTRIES)
def test_every_country_has_a_currency_that_the_till_counts_and_a_time_zone(country):
    assert currency(country.currency).code == country.currency
    assert ZoneInfo(country.timezone)
