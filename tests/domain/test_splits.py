"""A line's money into makers, commission, fund and members (docs/domain.md, "The split of a line")."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.domain.catalogue_refusals import RatesOverHundred
from pos.domain.network import Rates
from pos.domain.refusals import UnknownUnit
from pos.domain.splits import LineShare, MakerTerms, difference, maker_terms, split
from tests.builders import a_network, a_product, a_unit, an_exhibition, minor, paper, terms, units_by_id
from tests.domain import by_hand, invented

amounts = st.integers(-(10**9), 10**9)


def figures(share: LineShare) -> list[str]:
    """Gross, commission, fund, earning."""
    return [paper(amount) for amount in (share.gross, share.commission, share.fund, share.earning)]


# --- worked examples -----------------------------------------------------------------------------------------------


def test_the_worked_example_of_the_rules():
    # A set made by A (weight 2) and B (weight 1), list 100.00, bargained to 95.00; 15 % commission, 5 % fund.
    a, b = split(minor("95.00"), [terms("A", 2), terms("B", 1)])
    assert figures(a) == ["63.33", "9.50", "3.17", "50.66"]
    assert figures(b) == ["31.67", "4.75", "1.58", "25.34"]
    assert sum(minor(amount) for amount in ("50.66", "25.34", "14.25", "4.75")) == minor("95.00")


@pytest.mark.parametrize(
    ("credited", "commission", "fund", "expected"),
    [
        # credited, basis points, basis points, [gross, commission, fund, earning]
        ("10.00", 1500, 500, ["10.00", "1.50", "0.50", "8.00"]),
        ("10.00", 0, 0, ["10.00", "0.00", "0.00", "10.00"]),
        ("10.00", 10_000, 0, ["10.00", "10.00", "0.00", "0.00"]),
        # 15 % of 0.03 are 0.45 centavos, 5 % are 0.15: nothing is withheld.
        ("0.03", 1500, 500, ["0.03", "0.00", "0.00", "0.03"]),
        # 15 % of 0.10 are 1.5 centavos and 5 % are 0.5: both go up.
        ("0.10", 1500, 500, ["0.10", "0.02", "0.01", "0.07"]),
        ("-0.10", 1500, 500, ["-0.10", "-0.02", "-0.01", "-0.07"]),
        # 12.34 × 12.5 % = 1.5425; × 3.33 % = 0.410922.
        ("12.34", 1250, 333, ["12.34", "1.54", "0.41", "10.39"]),
        ("0.00", 1500, 500, ["0.00", "0.00", "0.00", "0.00"]),
        # Where half and half are withheld of an odd centavo, both halves go up, and the unit is a centavo short.
        ("0.01", 5000, 5000, ["0.01", "0.01", "0.01", "-0.01"]),
    ],
)
def test_commission_and_fund_are_each_rounded_half_up_and_the_rest_is_earned(credited, commission, fund, expected):
    (share,) = split(minor(credited), [terms("A", 1, commission, fund)])
    assert figures(share) == expected


def test_members_share_the_earning_by_weight():
    # A earns 50.66 of the worked example: two thirds are 33.77⅓, a third is 16.88⅔.
    a, _ = split(minor("95.00"), [terms("A", 2, Juana=2, Rosa=1), terms("B", 1)])
    assert [(name, paper(part)) for name, part in a.members] == [("Juana", "33.77"), ("Rosa", "16.89")]


def test_each_maker_is_withheld_at_rates_of_its_own():
    # 100.00 in halves: A at 15 % and 5 %, B at 10 % and nothing.
    a, b = split(minor("100.00"), [terms("A", 1, 1500, 500), terms("B", 1, 1000, 0)])
    assert figures(a) == ["50.00", "7.50", "2.50", "40.00"]
    assert figures(b) == ["50.00", "5.00", "0.00", "45.00"]


def test_an_odd_centavo_goes_to_the_earlier_maker_and_the_earlier_member():
    a, b = split(minor("0.03"), [terms("A", 1, 0, 0, Ana=1, Ada=1, Alba=1), terms("B", 1, 0, 0)])
    assert (a.gross, b.gross) == (2, 1)
    assert a.members == (("Ana", 1), ("Ada", 1), ("Alba", 0))


def test_a_maker_of_weight_zero_is_named_and_gets_nothing():
    a, b = split(minor("9.99"), [terms("A", 1), terms("B", 0)])
    assert figures(a) == ["9.99", "1.50", "0.50", "7.99"]
    assert b == LineShare("B", 0, 0, 0, (("Socia", 0),))


# --- for any amount and any terms ----------------------------------------------------------------------------------


@given(amounts, invented.maker_terms())
def test_nothing_of_a_line_is_lost_or_made_up(credited, makers):
    shares = split(credited, makers)
    parts = [share.commission + share.fund + sum(part for _, part in share.members) for share in shares]
    assert sum(parts) == sum(share.gross for share in shares) == credited
    assert all(share.gross == part for share, part in zip(shares, parts, strict=True))


@given(amounts, invented.maker_terms())
def test_every_part_is_what_the_slow_way_gives(credited, makers):
    gross = by_hand.share_out(credited, [maker.weight for maker in makers])
    for share, maker, part in zip(split(credited, makers), makers, gross, strict=True):
        commission = by_hand.half_up(Fraction(part * maker.commission_bps, 10_000))
        fund = by_hand.half_up(Fraction(part * maker.fund_bps, 10_000))
        members = by_hand.share_out(part - commission - fund, [weight for _, weight in maker.members])
        names = [name for name, _ in maker.members]
        assert share == LineShare(maker.unit, part, commission, fund, tuple(zip(names, members, strict=True)))


@given(amounts, invented.maker_terms())
def test_what_comes_back_is_split_as_it_was_sold(credited, makers):
    undone = difference(split(-credited, makers), [LineShare(m.unit, 0, 0, 0, m.members) for m in makers])
    for sold, back in zip(split(credited, makers), undone, strict=True):
        assert (back.gross, back.commission, back.fund) == (-sold.gross, -sold.commission, -sold.fund)
        assert back.earning == -sold.earning


@given(st.integers(0, 10**9), invented.maker_terms())
def test_a_unit_earns_nothing_negative_unless_all_is_withheld(credited, makers):
    for share, maker in zip(split(credited, makers), makers, strict=True):
        assert share.earning >= (-1 if maker.commission_bps + maker.fund_bps == 10_000 else 0)
        if maker.weight == 0:
            assert (share.gross, share.commission, share.fund, share.earning) == (0, 0, 0, 0)


@given(amounts, amounts, invented.maker_terms())
def test_the_difference_of_two_splits_leads_from_one_to_the_other(one, other, makers):
    before, now = split(one, makers), split(other, makers)
    for was, step, is_now in zip(before, difference(now, before), now, strict=True):
        assert (was.unit, was.gross + step.gross) == (is_now.unit, is_now.gross)
        assert was.commission + step.commission == is_now.commission
        assert was.fund + step.fund == is_now.fund
        assert was.earning + step.earning == is_now.earning
        assert [part + more for (_, part), (_, more) in zip(was.members, step.members, strict=True)] == [
            part for _, part in is_now.members
        ]
        assert sum(part for _, part in step.members) == step.earning


# --- the terms of a product ----------------------------------------------------------------------------------------


def test_terms_are_those_of_product_unit_exhibition_and_network_in_this_order():
    everyone = units_by_id(a_unit("A", {"Juana": 2, "Rosa": 1}, rates=Rates(1200, None)), a_unit("B"))
    juego = a_product("JUEGO", "100.00", {"A": 2, "B": 1})
    fair = an_exhibition(rates=Rates(None, 300))
    assert maker_terms(juego, everyone, fair, a_network(1500, 500)) == (
        MakerTerms("A", 2, 1200, 300, (("Juana", 2), ("Rosa", 1))),
        MakerTerms("B", 1, 1500, 300, (("Socia de B", 1),)),
    )


def test_a_products_own_rate_holds_for_all_its_makers():
    juego = a_product("JUEGO", "100.00", {"A": 2, "B": 1}, rates=Rates(0, 0))
    found = maker_terms(juego, units_by_id(), an_exhibition(), a_network())
    assert [(maker.commission_bps, maker.fund_bps) for maker in found] == [(0, 0), (0, 0)]


def test_a_maker_that_is_no_unit_of_the_network_is_refused():
    with pytest.raises(UnknownUnit) as refused:
        maker_terms(a_product(makers={"Z": 1}), units_by_id(), an_exhibition(), a_network())
    assert refused.value.values == {"unit": "Z"}


def test_rates_that_take_more_than_all_are_refused():
    everyone = units_by_id(a_unit("A", rates=Rates(fund_bps=9000)))
    with pytest.raises(RatesOverHundred):
        maker_terms(a_product(), everyone, an_exhibition(), a_network(1500, 500))
