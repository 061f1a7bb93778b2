"""`allocate`, the one way in which money is shared out: largest remainders (docs/domain.md, "Money")."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.domain.money import MAX_MINOR, allocate
from tests.builders import minor, paper
from tests.domain import by_hand

amounts = st.integers(-MAX_MINOR, MAX_MINOR)
weights = st.lists(st.integers(0, 50) | st.integers(0, 1_000_000), min_size=1, max_size=12).filter(any)


@pytest.mark.parametrize(
    ("amount", "by", "parts"),
    [
        # Two thirds of 95.00 are 63.33⅓, a third is 31.66⅔: the odd centavo goes to the larger remainder.
        ("95.00", [2, 1], ["63.33", "31.67"]),
        # Equal remainders: the earlier part gets the centavo.
        ("10.00", [1, 1, 1], ["3.34", "3.33", "3.33"]),
        ("0.01", [1, 1], ["0.01", "0.00"]),
        ("0.02", [1, 1, 1], ["0.01", "0.01", "0.00"]),
        # 71.42 6/7, 14.28 4/7, 14.28 4/7: of two centavos left, one goes to the largest, one to the earlier tie.
        ("100.00", [5, 1, 1], ["71.43", "14.29", "14.28"]),
        # 1.42 6/7, 7.14 2/7, 1.42 6/7: the floors come to 9.98, and the middle has the smallest remainder.
        ("10.00", [1, 5, 1], ["1.43", "7.14", "1.43"]),
        ("-10.00", [1, 1, 1], ["-3.34", "-3.33", "-3.33"]),
        ("0.00", [3, 4], ["0.00", "0.00"]),
        ("5.00", [0, 1, 0], ["0.00", "5.00", "0.00"]),
        ("7.77", [9], ["7.77"]),
    ],
)  # fmt: skip
def test_shares_by_the_largest_remainder(amount, by, parts):
    assert [paper(part) for part in allocate(minor(amount), by)] == parts


@pytest.mark.parametrize("by", [[], [0], [0, 0], [1, -1], [2, -1]])
def test_weights_below_zero_or_of_nothing_share_nothing(by):
    with pytest.raises(ValueError, match="weights must be"):
        allocate(100, by)


@given(amounts, weights)
def test_the_parts_always_sum_to_the_amount(amount, by):
    assert sum(allocate(amount, by)) == amount


@given(amounts, weights)
def test_parts_are_what_the_slow_way_gives(amount, by):
    assert list(allocate(amount, by)) == by_hand.share_out(amount, by)


@given(amounts, weights)
def test_each_part_is_less_than_one_minor_unit_off_and_has_the_sign_of_the_amount(amount, by):
    for part, weight in zip(allocate(amount, by), by, strict=True):
        assert abs(part - Fraction(amount * weight, sum(by))) < 1
        assert part * amount >= 0
        if weight == 0:
            assert part == 0


@given(amounts, weights)
def test_taking_back_what_was_shared_mirrors_it(amount, by):
    assert allocate(-amount, by) == tuple(-part for part in allocate(amount, by))


@given(amounts, weights, st.integers(1, 1000))
def test_only_the_proportion_of_the_weights_matters(amount, by, times):
    assert allocate(amount, [weight * times for weight in by]) == allocate(amount, by)


@given(amounts, weights)
def test_a_larger_weight_or_an_earlier_equal_one_never_gets_less(amount, by):
    sizes = [abs(part) for part in allocate(amount, by)]
    for i, weight in enumerate(by):
        for j in range(i + 1, len(by)):
            if weight >= by[j]:
                assert sizes[i] >= sizes[j]
            else:
                assert sizes[i] <= sizes[j]
