"""A fair: its days where it is, its exchange rates, and how its costs are shared (docs/domain.md, "Settlement")."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.domain.catalogue_refusals import BadIdentifier, BadWeight, DatesOutOfOrder, Duplicate, UnknownTimezone
from pos.domain.exhibitions import CostShare, Exhibition, Participation, share_cost
from pos.domain.refusals import AmountNotPositive, BadText, NoExchangeRate
from tests.builders import BOB, EUR, LA_PAZ, USD, a_cost, an_exhibition, money, paper

# --- where and when ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        # Half past eleven at night in La Paz is the next morning in UTC: the day is the fair's.
        (datetime(2026, 12, 5, 23, 30, tzinfo=LA_PAZ), "America/La_Paz", date(2026, 12, 5)),
        (datetime(2026, 12, 6, 3, 30, tzinfo=UTC), "America/La_Paz", date(2026, 12, 5)),
        (datetime(2026, 12, 6, 4, 0, tzinfo=UTC), "America/La_Paz", date(2026, 12, 6)),
        # At a fair in Berlin with the laptop still on La Paz time, half past seven is half past midnight.
        (datetime(2026, 12, 5, 19, 30, tzinfo=LA_PAZ), "Europe/Berlin", date(2026, 12, 6)),
    ],
)
def test_the_day_of_a_sale_is_the_day_where_the_fair_is(moment, zone, day):
    assert an_exhibition(timezone=zone).local_day(moment) == day


@pytest.mark.parametrize(
    "zone", ["", "La Paz", "America/La Paz", "../etc/passwd", "/etc/localtime", "America/La_Paz\0"]
)
def test_a_time_zone_is_a_name_of_the_iana_database(zone):
    with pytest.raises(UnknownTimezone):
        an_exhibition(timezone=zone)


def test_a_moment_is_told_by_the_clocks_of_the_fair():
    at = an_exhibition(timezone="Europe/Berlin").local_time(datetime(2026, 12, 5, 19, 30, tzinfo=LA_PAZ))
    assert (at.hour, at.minute, at.date()) == (0, 30, date(2026, 12, 6))
    assert at == datetime(2026, 12, 5, 19, 30, tzinfo=LA_PAZ)


def test_a_fair_may_last_one_day_but_never_ends_before_it_starts():
    assert an_exhibition(starts=date(2026, 12, 5), ends=date(2026, 12, 5))
    with pytest.raises(DatesOutOfOrder):
        an_exhibition(starts=date(2026, 12, 5), ends=date(2026, 12, 4))


@pytest.mark.parametrize("field", ["name", "venue", "city", "country"])
@pytest.mark.parametrize("bad", ["La\nPaz", "a" * 10_000], ids=["control", "endless"])
def test_no_text_holds_control_characters_or_runs_on_for_ever(field, bad):
    with pytest.raises(BadText):
        an_exhibition(**{field: bad})


def test_an_exhibition_has_a_plain_identifier():
    with pytest.raises(BadIdentifier):
        an_exhibition(id="LPZ 26")


def test_no_unit_takes_part_twice():
    with pytest.raises(Duplicate) as refused:
        an_exhibition(participations=(Participation("A"), Participation("B"), Participation("B")))
    assert refused.value.values == {"what": "unit", "value": "B"}


def test_a_weight_in_the_costs_is_one_if_not_given_and_never_under_zero():
    assert Participation("A").weight == 1
    with pytest.raises(BadWeight):
        Participation("A", -1)


def test_who_takes_part_what_it_costs_and_the_rates_may_be_left_out():
    fair = Exhibition("X", "Feria", date(2026, 12, 5), date(2026, 12, 5), "America/La_Paz", BOB)
    assert (fair.participations, fair.costs, dict(fair.rates_of_exchange)) == ((), (), {})


# --- exchange ------------------------------------------------------------------------------------------------------


def test_foreign_money_is_worth_its_rate_and_own_money_is_worth_itself():
    fair = an_exhibition(rates_of_exchange={"USD": "6.96"})
    assert fair.base_value(money("20.00", "USD")) == money("139.20")
    assert fair.base_value(money("20.00")) == money("20.00")
    assert fair.rate_for(USD).rate == Decimal("6.96")


def test_currencies_that_have_a_rate_are_named_with_those_of_most_tourists_first():
    fair = an_exhibition(rates_of_exchange={"BRL": "1.25", "ARS": "0.01", "EUR": "7.50", "USD": "6.96"})
    assert fair.foreign_codes == ["USD", "EUR", "ARS", "BRL"]


def test_a_currency_without_a_rate_is_refused():
    fair = an_exhibition(rates_of_exchange={"USD": "6.96"})
    for asked in (fair.rate_for, lambda foreign: fair.base_value(money("1.00", foreign.code))):
        with pytest.raises(NoExchangeRate) as refused:
            asked(EUR)
        assert refused.value.values == {"currency": "EUR"}


# --- costs ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shared", "amount", "parts"),
    [
        # Units A, B, C with weights 5, 1, 1; gross 300.00, 100.00, and C's is under zero (more came back than it sold).
        ("equal", "600.00", ["200.00", "200.00", "200.00"]),
        ("equal", "100.00", ["33.34", "33.33", "33.33"]),
        ("weight", "70.00", ["50.00", "10.00", "10.00"]),
        ("weight", "100.00", ["71.43", "14.29", "14.28"]),
        ("gross", "100.00", ["75.00", "25.00", "0.00"]),
        ("gross", "0.01", ["0.01", "0.00", "0.00"]),
    ],
)
def test_a_cost_is_shared_equally_by_weight_or_by_gross(shared, amount, parts):
    fair = an_exhibition({"A": 5, "B": 1, "C": 1})
    gross = {"A": 30_000, "B": 10_000, "C": -500}
    shares = share_cost(a_cost(amount, CostShare(shared)), fair.participations, gross)
    assert [paper(share) for share in shares] == parts


@pytest.mark.parametrize("gross", [{}, {"A": 0, "B": 0}, {"A": -500, "B": -1}])
def test_where_nobody_sold_anything_a_cost_by_gross_is_shared_equally(gross):
    fair = an_exhibition({"A": 5, "B": 1})
    shares = share_cost(a_cost("100.01", CostShare.GROSS), fair.participations, gross)
    assert [paper(share) for share in shares] == ["50.01", "50.00"]


def test_who_sold_a_centavo_bears_all_of_a_cost_by_gross_where_nobody_else_sold_anything():
    fair = an_exhibition({"A": 5, "B": 1})
    assert share_cost(a_cost("10.00", CostShare.GROSS), fair.participations, {"A": 0, "B": 1}) == (0, 1000)


def test_where_all_weights_are_zero_a_cost_by_weight_is_shared_equally():
    fair = an_exhibition({"A": 0, "B": 0})
    shares = share_cost(a_cost("10.00", CostShare.WEIGHT), fair.participations, {})
    assert [paper(share) for share in shares] == ["5.00", "5.00"]


@pytest.mark.parametrize("amount", ["0.00", "-1.00"])
def test_a_cost_is_more_than_nothing(amount):
    with pytest.raises(AmountNotPositive):
        a_cost(amount)


def test_a_cost_has_a_name():
    with pytest.raises(BadText):
        a_cost("600.00", name=" ")


@given(
    st.integers(1, 10**9),
    st.sampled_from(CostShare),
    st.lists(st.tuples(st.integers(0, 20), st.integers(-(10**6), 10**6)), min_size=1, max_size=9),
)
def test_the_parts_of_a_cost_sum_to_it_and_none_is_under_zero(amount, shared, units):
    participations = [Participation(f"U{i}", weight) for i, (weight, _) in enumerate(units)]
    gross = {f"U{i}": sold for i, (_, sold) in enumerate(units)}
    parts = share_cost(a_cost(paper(amount), shared), participations, gross)
    assert sum(parts) == amount
    assert min(parts) >= 0


def test_a_day_counts_in_the_fairs_own_zone_whatever_offset_the_moment_is_given_in():
    fair = an_exhibition()
    moment = datetime(2026, 12, 5, 23, 59, 59, tzinfo=LA_PAZ)
    offsets = [timezone(timedelta(hours=hours)) for hours in range(-12, 15)]
    assert {fair.local_day(moment.astimezone(offset)) for offset in offsets} == {date(2026, 12, 5)}


def test_a_fair_is_over_when_its_last_day_has_passed_where_it_is():
    fair = an_exhibition(starts=date(2026, 12, 5), ends=date(2026, 12, 7))
    assert not fair.is_over(datetime(2026, 12, 7, 23, 59, tzinfo=LA_PAZ))
    assert not fair.is_over(datetime(2026, 12, 8, 3, 59, tzinfo=UTC))
    assert fair.is_over(datetime(2026, 12, 8, 0, 0, tzinfo=LA_PAZ))


def test_units_take_part_that_are_named_and_all_where_none_is():
    fair = an_exhibition({"A": 1, "B": 0})
    assert [fair.takes_part(unit) for unit in "ABC"] == [True, True, False]
    assert an_exhibition(participations=()).takes_part("C")


@pytest.mark.parametrize(
    ("country", "language"), [("BO", "es"), ("", "es"), ("DE", "de"), ("de", "de"), ("CH", "de"), ("GB", "en")]
)
def test_buyers_are_spoken_to_as_people_speak_there_else_as_the_network_does(country: str, language: str):
    assert an_exhibition(country=country).language("es") == language
