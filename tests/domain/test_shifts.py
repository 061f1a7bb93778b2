"""From the opening float to the counted close (docs/domain.md, "Shift and close")."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.domain.refusals import (
    AmountNotPositive,
    BadAmount,
    BadDenomination,
    BadText,
    CurrencyMismatch,
    NoExchangeRate,
    UnknownCurrency,
)
from pos.domain.shifts import (
    CashBalance,
    CashDirection,
    CashWorth,
    DenominationCount,
    balance_cash,
    count_cash,
    move_cash,
    open_shift,
    totals,
)
from tests.builders import a_stamp, an_exhibition, minor, money, paper

FAIR = an_exhibition(rates_of_exchange={"USD": "6.96"})


# --- counting ------------------------------------------------------------------------------------------------------


def test_cash_is_counted_by_denomination():
    counted = count_cash({"BOB": {"20.00": 5, "0.50": 7}, "USD": {"20.00": 1}}, FAIR)
    assert counted == (
        DenominationCount("BOB", 2000, 5),
        DenominationCount("BOB", 50, 7),
        DenominationCount("USD", 2000, 1),
    )
    assert {code: paper(sum_, code) for code, sum_ in totals(counted).items()} == {"BOB": "103.50", "USD": "20.00"}


def test_none_of_a_note_is_a_count_and_a_currency_counted_as_nothing_stands_with_zero():
    assert totals(count_cash({"BOB": {"200.00": 0}, "USD": {}}, FAIR)) == {"BOB": 0, "USD": 0}
    assert count_cash({}, FAIR) == ()


@pytest.mark.parametrize(
    ("counts", "refusal"),
    [
        ({"XYZ": {"1.00": 1}}, UnknownCurrency),
        ({"EUR": {"1.00": 1}}, NoExchangeRate),
        ({"EUR": {}}, NoExchangeRate),
        ({"BOB": {"veinte": 1}}, BadAmount),
        ({"BOB": {"0.005": 1}}, BadAmount),
        ({"BOB": {"0.00": 1}}, BadDenomination),
        ({"BOB": {"-20.00": 1}}, BadDenomination),
        ({"BOB": {"20.00": -1}}, BadDenomination),
        ({"BOB": {"20.00": 1_000_001}}, BadDenomination),
    ],
)
def test_a_count_is_of_notes_and_coins_that_the_fair_takes(counts, refusal):
    with pytest.raises(refusal):
        count_cash(counts, FAIR)


@given(st.dictionaries(st.integers(1, 50_000), st.integers(0, 999), max_size=8))
def test_the_total_of_a_count_is_denomination_times_count(notes):
    counted = count_cash({"BOB": {paper(value): count for value, count in notes.items()}}, FAIR)
    assert totals(counted)["BOB"] == sum(value * count for value, count in notes.items())


# --- opening -------------------------------------------------------------------------------------------------------


def test_a_shift_opens_with_a_counted_float_and_what_it_is_worth():
    opened = open_shift(a_stamp(1), "ana", {"BOB": {"20.00": 5, "1.00": 30}, "USD": {"10.00": 1}}, FAIR)
    assert opened.worth == (
        CashWorth("BOB", minor("130.00"), minor("130.00")),
        CashWorth("USD", minor("10.00"), minor("69.60")),
    )
    assert opened.cashier == "ana"


def test_a_shift_may_open_with_an_empty_drawer():
    assert open_shift(a_stamp(1), "ana", {}, FAIR).worth == ()
    assert open_shift(a_stamp(1), "ana", {"BOB": {}}, FAIR).worth == (CashWorth("BOB", 0, 0),)


@pytest.mark.parametrize("cashier", ["", " ", "ana\n"])
def test_a_shift_has_one_responsible_cashier(cashier):
    with pytest.raises(BadText):
        open_shift(a_stamp(1), cashier, {}, FAIR)


# --- closing -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "bob", "usd"),
    [
        # Float 100.00; expected 60.80 and 30.00 USD, which the books hold at 208.80.
        # Columns: currency, float, expected, counted, expected in base, difference in base.
        (
            {"BOB": {"0.10": 608}, "USD": {"10.00": 3}},
            ("BOB", "100.00", "60.80", "60.80", "60.80", "0.00"),
            ("USD", "0.00", "30.00", "30.00", "208.80", "0.00"),
        ),
        (
            {"BOB": {"10.00": 6}, "USD": {"1.00": 31}},
            ("BOB", "100.00", "60.80", "60.00", "60.80", "-0.80"),
            ("USD", "0.00", "30.00", "31.00", "208.80", "6.96"),
        ),
        # Not counted is counted as nothing.
        (
            {"BOB": {"10.00": 7}},
            ("BOB", "100.00", "60.80", "70.00", "60.80", "9.20"),
            ("USD", "0.00", "30.00", "0.00", "208.80", "-208.80"),
        ),
    ],
    ids=["right", "short_and_over", "dollars_not_counted"],
)
def test_the_difference_is_what_was_counted_less_what_is_expected(counts, bob, usd):
    expected = {"USD": (minor("30.00"), minor("208.80")), "BOB": (minor("60.80"), minor("60.80"))}
    balances = balance_cash({"BOB": minor("100.00")}, count_cash(counts, FAIR), expected, FAIR)
    assert [
        (
            b.currency,
            *map(paper, (b.opening_float, b.expected, b.counted, b.expected_base, b.difference_base)),
        )
        for b in balances
    ] == [bob, usd]


def test_every_currency_in_float_books_or_count_has_a_row_sorted_by_code():
    fair = an_exhibition(rates_of_exchange={"USD": "6.96", "EUR": "8.05", "PEN": "1.85"})
    balances = balance_cash({"USD": 0}, count_cash({"PEN": {"1.00": 2}}, fair), {"EUR": (100, 805)}, fair)
    assert balances == (
        CashBalance("EUR", 0, 100, 0, 805, -805),
        CashBalance("PEN", 0, 0, 200, 0, 370),
        CashBalance("USD", 0, 0, 0, 0, 0),
    )


def test_a_drawer_that_nothing_touched_has_no_rows():
    assert balance_cash({}, (), {}, FAIR) == ()


# --- cash in and out -----------------------------------------------------------------------------------------------


def test_cash_in_and_out_carry_an_amount_and_a_reason():
    moved = move_cash(a_stamp(1), "ana", CashDirection.OUT, money("15.00"), "bolsas")
    assert (moved.direction, paper(moved.amount), moved.reason, moved.cashier) == ("out", "15.00", "bolsas", "ana")


@pytest.mark.parametrize("amount", ["0.00", "-15.00"])
def test_cash_in_and_out_are_more_than_nothing(amount):
    assert move_cash(a_stamp(1), "ana", CashDirection.IN, money("0.01"), "cambio").amount == 1
    with pytest.raises(AmountNotPositive):
        move_cash(a_stamp(1), "ana", CashDirection.IN, money(amount), "cambio")


def test_cash_in_and_out_are_in_the_base_currency():
    with pytest.raises(CurrencyMismatch):
        move_cash(a_stamp(1), "ana", CashDirection.IN, money("15.00", "USD"), "cambio")


@pytest.mark.parametrize("reason", ["", " ", "bol\nsas", "a" * 10_000])
def test_cash_in_and_out_carry_a_reason_that_can_be_read(reason):
    with pytest.raises(BadText):
        move_cash(a_stamp(1), "ana", CashDirection.OUT, money("15.00"), reason)
