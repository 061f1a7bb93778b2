"""Notes and coins: every currency has some, and an amount is made up of the fewest of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.domain.denominations import Pieces, denominations, made_up_of
from pos.domain.money import _CURRENCIES, currency
from tests.builders import minor


@pytest.mark.parametrize("code", sorted(_CURRENCIES))
def test_every_currency_of_the_program_has_notes_from_the_largest_to_the_smallest(code: str):
    kinds = denominations(code)
    values = [*kinds.notes, *kinds.coins]
    assert kinds.notes
    assert values == sorted(set(values), reverse=True)
    assert all(value > 0 for value in values)


@pytest.mark.parametrize(
    ("amount", "pieces"),
    [
        ("139.50", [("100", 1), ("20", 1), ("10", 1), ("5", 1), ("2", 2), ("0.50", 1)]),
        ("37.50", [("20", 1), ("10", 1), ("5", 1), ("2", 1), ("0.50", 1)]),
        ("0.10", [("0.10", 1)]),
        ("400.00", [("200", 2)]),
        ("0.00", []),
        ("8.05", []),
    ],
)
def test_an_amount_is_made_up_of_the_fewest_pieces_or_of_none_where_no_coins_come_to_it(amount: str, pieces):
    expected = tuple(Pieces(minor(value), count) for value, count in pieces)
    assert made_up_of(minor(amount), "BOB") == expected


@given(st.integers(min_value=1, max_value=5_000_000), st.sampled_from(["BOB", "EUR", "PEN", "USD", "GBP", "CHF"]))
def test_whatever_cash_pays_out_can_be_made_up(amount: int, code: str):
    step = currency(code).cash_step
    cash = amount * step
    pieces = made_up_of(cash, code)
    assert sum(piece.denomination * piece.count for piece in pieces) == cash
    assert all(piece.count > 0 for piece in pieces)


def test_nothing_is_made_up_of_a_debt():
    assert made_up_of(-500, "BOB") == ()
