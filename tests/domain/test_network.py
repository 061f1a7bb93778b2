"""The network, its rates, its units and their members (docs/domain.md, "Words" and "The split of a line")."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.domain.catalogue_refusals import (
    BadIdentifier,
    BadRate,
    BadWeight,
    Duplicate,
    NoSuchMember,
    RatesOverHundred,
    WeightsSumToZero,
)
from pos.domain.network import (
    INHERITED,
    Group,
    Member,
    Network,
    Rates,
    Unit,
    UnitKind,
    checked_weight,
    resolve_rates,
)
from pos.domain.refusals import BadText
from tests.builders import BOB, a_network, a_unit

basis_points = st.none() | st.integers(0, 5000)


# --- rates ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("product", "unit", "exhibition", "network", "in_force"),
    [
        ((None, None), (None, None), (None, None), (1500, 500), (1500, 500)),
        ((None, None), (None, None), (1000, 300), (1500, 500), (1000, 300)),
        ((None, None), (1200, 200), (1000, 300), (1500, 500), (1200, 200)),
        ((800, 100), (1200, 200), (1000, 300), (1500, 500), (800, 100)),
        # Each of the two on its own: commission from the unit, fund from the network.
        ((None, None), (1200, None), (None, None), (1500, 500), (1200, 500)),
        # Commission from the exhibition, fund from the product.
        ((None, 50), (None, 200), (1000, 300), (1500, 500), (1000, 50)),
        # A rate of zero is a rate, no gap.
        ((0, 0), (1200, 200), (1000, 300), (1500, 500), (0, 0)),
        # Nobody says anything: nothing is withheld.
        ((None, None), (None, None), (None, None), (None, None), (0, 0)),
    ],
)
def test_the_most_specific_rate_is_in_force(product, unit, exhibition, network, in_force):
    assert resolve_rates(Rates(*product), Rates(*unit), Rates(*exhibition), Rates(*network)) == in_force


@given(st.lists(st.builds(Rates, basis_points, basis_points), min_size=1, max_size=4))
def test_each_rate_is_the_first_that_is_given(levels):
    commission, fund = resolve_rates(*levels)
    assert commission == next((r.commission_bps for r in levels if r.commission_bps is not None), 0)
    assert fund == next((r.fund_bps for r in levels if r.fund_bps is not None), 0)


@pytest.mark.parametrize("rate", [-1, 10_001, 1_000_000])
def test_a_rate_is_from_nothing_to_all(rate):
    assert Rates(10_000, 0) == Rates(commission_bps=10_000, fund_bps=0)
    with pytest.raises(BadRate):
        Rates(commission_bps=rate)
    with pytest.raises(BadRate):
        Rates(fund_bps=rate)


def test_commission_and_fund_together_never_take_more_than_all():
    assert Rates(9000, 1000)
    with pytest.raises(RatesOverHundred):
        Rates(9000, 1001)


def test_rates_of_two_levels_together_never_take_more_than_all():
    assert resolve_rates(Rates(9000, None), Rates(None, 1000)) == (9000, 1000)
    with pytest.raises(RatesOverHundred) as refused:
        resolve_rates(Rates(9000, None), Rates(None, 1001))
    assert refused.value.values == {"commission_bps": 9000, "fund_bps": 1001}


# --- who is paid ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("weight", [0, 1, 1_000_000])
def test_a_weight_is_a_whole_number_from_zero(weight):
    assert checked_weight(weight) == weight


@pytest.mark.parametrize("weight", [-1, 1_000_001])
def test_any_other_weight_is_refused(weight):
    with pytest.raises(BadWeight):
        checked_weight(weight)
    with pytest.raises(BadWeight):
        Member("Juana", weight)


def test_a_unit_has_somebody_to_pay():
    with pytest.raises(NoSuchMember):
        Unit("A", "Familia A", UnitKind.FAMILY, members=())


def test_members_weights_do_not_sum_to_zero():
    with pytest.raises(WeightsSumToZero) as refused:
        a_unit("A", {"Juana": 0, "Rosa": 0})
    assert refused.value.values == {"of": "A"}
    assert a_unit("A", {"Juana": 1, "Rosa": 0})


def test_no_two_members_of_a_unit_have_one_name():
    with pytest.raises(Duplicate) as refused:
        Unit("A", "Familia A", UnitKind.FAMILY, (Member("Rosa", 1), Member("Juana", 1), Member("Juana", 2)))
    assert refused.value.values == {"what": "member", "value": "Juana"}


# --- texts ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "made",
    [
        lambda bad: a_network(name=bad),
        lambda bad: a_network(language=bad),
        lambda bad: a_network(receipt_header=("Ceja", bad)),
        lambda bad: a_network(receipt_footer={"es": bad}),
        lambda bad: Group("G", bad),
        lambda bad: Group("G", "Taller", {"es": bad}),
        lambda bad: Member(bad, 1),
        lambda bad: Member("Juana", 1, gender=bad),
        lambda bad: a_unit(name=bad),
        lambda bad: a_unit(community=bad),
        lambda bad: a_unit(technique=bad),
        lambda bad: a_unit(story={"es": bad}),
    ],
    ids=[
        "network", "language", "header", "footer", "group", "stamp", "member", "gender", "unit", "community",
        "technique", "story",
    ],
)  # fmt: skip
@pytest.mark.parametrize("bad", ["Juana\x1b@", "a" * 10_000], ids=["control", "endless"])
def test_no_name_holds_control_characters_or_runs_on_for_ever(made, bad):
    with pytest.raises(BadText):
        made(bad)


@pytest.mark.parametrize("made", [a_unit, lambda id: Group(id, "Taller")], ids=["unit", "group"])
def test_units_and_groups_have_plain_identifiers(made):
    with pytest.raises(BadIdentifier):
        made("no/such id")


def test_a_story_may_be_longer_than_a_name():
    story = "a" * 2000
    assert a_unit(story={"es": story}).story == {"es": story}


def test_what_is_optional_may_be_left_out():
    assert Network("Red", BOB, "es", Rates(1500, 500)).receipt_header == ()
    assert a_unit("A").rates == INHERITED
    assert a_unit("A").group is None
