"""Money: reading and writing amounts, `half_up`, cash steps, percentages, exchange (docs/domain.md)."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.domain.money import (
    MAX_MINOR,
    ExchangeRate,
    Money,
    currency,
    decimal_text,
    half_up,
    percent_of,
    read_percent,
    share_of,
    to_cash_step,
)
from pos.domain.refusals import (
    AmountTooLarge,
    BadAmount,
    BadExchangeRate,
    BadPercent,
    CurrencyMismatch,
    UnknownCurrency,
)
from tests.builders import BOB, EUR, USD, minor, money, paper
from tests.domain import by_hand

CODES = ["BOB", "PEN", "EUR", "USD", "ARS", "BRL", "CHF", "CLP", "COP", "GBP"]
amounts = st.integers(-MAX_MINOR, MAX_MINOR)


# --- reading and writing -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code", "in_minor"),
    [
        ("12.50", "BOB", 1250),
        ("12.5", "BOB", 1250),
        ("7", "BOB", 700),
        ("0.05", "BOB", 5),
        ("-0.05", "BOB", -5),
        ("-3.20", "EUR", -320),
        ("0012.00", "BOB", 1200),
        ("1500", "CLP", 1500),
        ("100000000000.00", "BOB", MAX_MINOR),
    ],
)
def test_an_amount_is_an_integer_of_the_minor_unit(text, code, in_minor):
    assert Money.of(text, code) == Money(in_minor, currency(code))


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "12,50", "1e3", "12.505", " 12.50", "12.50 ", "12.50\n", "+1", "1.", ".5", "--1", "1-", "1.2.3",
        "NaN", "Infinity", "0x10", "1_000", "1 000", "१२", "１２", "12.50 BOB", "100000000000.01", "9" * 5000,
    ],
)  # fmt: skip
def test_anything_but_a_plain_decimal_is_no_amount(text):
    with pytest.raises(BadAmount):
        Money.of(text, "BOB")


def test_a_currency_without_decimals_takes_none():
    with pytest.raises(BadAmount):
        Money.of("1500.0", "CLP")


@given(amounts, st.sampled_from(CODES))
def test_an_amount_written_and_read_again_is_the_same(in_minor, code):
    amount = Money(in_minor, currency(code))
    assert Money.of(str(amount), code) == amount


@pytest.mark.parametrize(
    ("in_minor", "digits", "text"),
    [(1250, 2, "12.50"), (5, 2, "0.05"), (-5, 2, "-0.05"), (0, 2, "0.00"), (-1250, 2, "-12.50"), (-1500, 0, "-1500")],
)
def test_an_amount_is_written_as_a_plain_decimal(in_minor, digits, text):
    assert decimal_text(in_minor, digits) == text


# --- one currency at a time ----------------------------------------------------------------------------------------


def test_amounts_of_one_currency_are_added_and_compared():
    assert money("12.50") + money("0.75") - money("3.00") == money("10.25")
    assert money("2.50") * 3 == money("7.50")
    assert -money("2.50") == money("-2.50")
    assert money("1.00") < money("1.01") <= money("1.01")
    assert not money("1.01") < money("1.01")
    assert money("1.01") > money("1.00") >= money("1.00")
    assert money("0.01")
    assert not money("0.00")


@pytest.mark.parametrize(
    "mix",
    [
        lambda a, b: a + b,
        lambda a, b: a - b,
        lambda a, b: a < b,
        lambda a, b: a <= b,
        lambda a, b: a > b,
        lambda a, b: a >= b,
    ],
    ids=["add", "subtract", "less", "at_most", "more", "at_least"],
)
def test_two_currencies_never_mix(mix):
    with pytest.raises(CurrencyMismatch):
        mix(money("1.00", "BOB"), money("1.00", "USD"))


def test_one_boliviano_is_not_one_dollar():
    assert money("1.00", "BOB") != money("1.00", "USD")


def test_the_minor_unit_and_the_smallest_coin_of_each_currency():
    # BOB and PEN cash goes by 0.10, CHF by 0.05; the rest to their minor unit, which CLP has none of.
    assert {code: (currency(code).digits, currency(code).cash_step) for code in CODES} == {
        "BOB": (2, 10), "PEN": (2, 10), "CHF": (2, 5), "CLP": (0, 1),
        "ARS": (2, 1), "BRL": (2, 1), "COP": (2, 1), "EUR": (2, 1), "GBP": (2, 1), "USD": (2, 1),
    }  # fmt: skip


def test_an_unknown_currency_is_refused_with_those_that_are_known():
    with pytest.raises(UnknownCurrency) as refused:
        currency("XYZ")
    assert refused.value.values == {"code": "XYZ", "known": ", ".join(sorted(CODES))}


# --- half_up -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("numerator", "denominator", "nearest"),
    [(4, 10, 0), (5, 10, 1), (-4, 10, 0), (-5, 10, -1), (15, 10, 2), (25, 10, 3), (-15, 10, -2), (1, 3, 0), (2, 3, 1),
     (0, 7, 0), (7, 1, 7)],
)  # fmt: skip
def test_halves_go_away_from_zero(numerator, denominator, nearest):
    assert half_up(numerator, denominator) == nearest


@pytest.mark.parametrize("denominator", [0, -1])
def test_half_up_needs_a_positive_denominator(denominator):
    with pytest.raises(ValueError, match="positive denominator"):
        half_up(1, denominator)


@given(amounts, st.integers(1, 10**6))
def test_half_up_is_the_nearest_whole_and_treats_both_signs_alike(numerator, denominator):
    nearest = half_up(numerator, denominator)
    assert nearest == by_hand.half_up(Fraction(numerator, denominator))
    assert half_up(-numerator, denominator) == -nearest


# --- rates, percentages, cash steps --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "basis_points", "part"),
    [("63.33", 1500, "9.50"), ("63.33", 500, "3.17"), ("31.67", 1500, "4.75"), ("31.67", 500, "1.58"),
     ("0.01", 5000, "0.01"), ("-0.01", 5000, "-0.01"), ("10.00", 0, "0.00"), ("10.00", 10_000, "10.00")],
)  # fmt: skip
def test_a_rate_of_an_amount_is_rounded_half_up(amount, basis_points, part):
    assert paper(share_of(minor(amount), basis_points)) == part


@pytest.mark.parametrize(
    ("total", "percent", "discount"),
    [("95.00", "10", "9.50"), ("0.05", "10", "0.01"), ("0.04", "10", "0.00"), ("33.33", "33.3", "11.10"),
     ("80.00", "100", "80.00"), ("99.99", "0.005", "0.00"), ("100.00", "0.005", "0.01")],
)  # fmt: skip
def test_a_percentage_is_turned_into_an_amount_by_half_up(total, percent, discount):
    assert paper(percent_of(minor(total), Decimal(percent))) == discount


@pytest.mark.parametrize("percent", ["0", "-1", "100.01", "NaN", "Infinity", "-Infinity"])
def test_a_percentage_is_over_0_and_at_most_100(percent):
    with pytest.raises(BadPercent):
        percent_of(100, Decimal(percent))


@pytest.mark.parametrize(
    ("code", "amount", "rounded"),
    [
        ("BOB", "12.34", "12.30"),
        ("BOB", "12.35", "12.40"),
        ("BOB", "0.04", "0.00"),
        ("BOB", "0.05", "0.10"),
        ("BOB", "-12.35", "-12.40"),
        ("PEN", "9.99", "10.00"),
        ("CHF", "10.02", "10.00"),
        ("CHF", "10.03", "10.05"),
        ("EUR", "12.34", "12.34"),
        ("USD", "12.34", "12.34"),
    ],
)
def test_cash_is_rounded_half_up_to_the_smallest_coin(code, amount, rounded):
    assert paper(to_cash_step(minor(amount, code), currency(code).cash_step), code) == rounded


@given(amounts, st.sampled_from(CODES))
def test_rounding_to_the_cash_step_moves_by_half_a_step_at_most(amount, code):
    step = currency(code).cash_step
    rounded = to_cash_step(amount, step)
    assert rounded % step == 0
    assert 2 * abs(rounded - amount) <= step


# --- exchange ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("foreign", "amount", "rate", "base", "worth"),
    [
        ("USD", "20.00", "6.96", "BOB", "139.20"),
        ("EUR", "0.01", "7.855", "BOB", "0.08"),  # 0.07855
        ("EUR", "3.33", "8.05", "BOB", "26.81"),  # 26.8065
        ("CLP", "1000", "0.0073", "BOB", "7.30"),
        ("USD", "1.00", "950.5", "CLP", "951"),
        ("USD", "-1.00", "950.5", "CLP", "-951"),
    ],
)
def test_foreign_cash_is_worth_its_amount_times_the_rate_half_up(foreign, amount, rate, base, worth):
    exchange = ExchangeRate(currency(foreign), currency(base), Decimal(rate))
    assert paper(exchange.value(minor(amount, foreign)), base) == worth


@pytest.mark.parametrize("rate", ["0", "-6.96", "NaN", "Infinity", "1000000000"])
def test_a_rate_of_exchange_is_a_positive_number_of_sane_size(rate):
    with pytest.raises(BadExchangeRate):
        ExchangeRate(USD, BOB, Decimal(rate))


within_reason = st.integers(-(10**12), 10**12)


@given(within_reason, within_reason)
def test_more_foreign_cash_is_never_worth_less(one, other):
    rate = ExchangeRate(EUR, BOB, Decimal("7.855"))
    assert (rate.value(one) <= rate.value(other)) or one > other


def test_a_total_is_told_in_foreign_money_to_the_nearest_cent():
    dollars, euros = ExchangeRate(USD, BOB, Decimal("9.70")), ExchangeRate(EUR, BOB, Decimal("11.20"))
    assert (dollars.worth_in_foreign(106050), euros.worth_in_foreign(106050)) == (10933, 9469)


def test_what_comes_of_multiplying_is_bounded_too():
    dear = ExchangeRate(EUR, BOB, Decimal(999_999_999))
    with pytest.raises(AmountTooLarge):
        dear.value(minor("1000000.00", "EUR"))


@pytest.mark.parametrize("text", ["", "1e1", "-5", " 10", "1_0", "10,5", "1e-90000000", "１０"])
def test_a_percentage_is_read_as_the_formats_write_it(text):
    assert read_percent("12.5") == Decimal("12.5")
    with pytest.raises(BadPercent):
        read_percent(text)
