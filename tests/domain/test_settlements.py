"""Paying the units: advances, payouts, their part of the costs (docs/domain.md, "Settlement")."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.domain.exhibitions import CostShare
from pos.domain.money import Money
from pos.domain.people import Approval
from pos.domain.refusals import AmountNotPositive, CurrencyMismatch, NothingOwed, PayoutOverBalance
from pos.domain.settlements import CostPart, PayoutKind, advance, close_exhibition, payable_now
from tests.builders import BOB, a_cost, a_stamp, an_exhibition, minor, money

ELENA = Approval("elena")

# --- advances ------------------------------------------------------------------------------------------------------


def test_an_advance_names_the_unit_and_the_amount():
    given_early = advance(a_stamp(1), "ana", "A", money("50.00"))
    assert (given_early.unit, given_early.amount, given_early.cashier) == ("A", minor("50.00"), "ana")


@pytest.mark.parametrize("amount", ["0.00", "-50.00"])
def test_an_advance_is_more_than_nothing(amount):
    assert advance(a_stamp(1), "ana", "A", money("0.01")).amount == 1
    with pytest.raises(AmountNotPositive):
        advance(a_stamp(1), "ana", "A", money(amount))


def test_an_advance_is_in_the_base_currency():
    with pytest.raises(CurrencyMismatch):
        advance(a_stamp(1), "ana", "A", money("50.00", "USD"))


# --- payouts -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "balance", "approval", "paid"),
    [
        (None, "50.66", None, "50.66"),
        (None, "50.66", ELENA, "50.66"),
        ("50.66", "50.66", None, "50.66"),
        ("0.01", "50.66", None, "0.01"),
        (None, "0.01", None, "0.01"),
        # A supervisor may pay more than is owed; the next settlement carries it.
        ("60.00", "50.66", ELENA, "60.00"),
        ("60.00", "-5.00", ELENA, "60.00"),
    ],
)
def test_a_unit_is_paid_all_or_part_of_its_balance(wanted, balance, approval, paid):
    amount = payable_now("A", None if wanted is None else money(wanted), money(balance), approval)
    assert amount == money(paid)


@pytest.mark.parametrize(
    ("wanted", "balance", "approval", "refusal"),
    [
        (None, "0.00", None, NothingOwed),
        (None, "-5.00", None, NothingOwed),
        (None, "-5.00", ELENA, NothingOwed),
        ("0.00", "50.66", ELENA, AmountNotPositive),
        ("-1.00", "50.66", ELENA, AmountNotPositive),
        ("50.67", "50.66", None, PayoutOverBalance),
        ("0.01", "0.00", None, PayoutOverBalance),
        ("0.01", "-5.00", None, PayoutOverBalance),
    ],
)
def test_never_more_than_the_balance_without_a_supervisor(wanted, balance, approval, refusal):
    with pytest.raises(refusal):
        payable_now("A", None if wanted is None else money(wanted), money(balance), approval)


def test_paying_over_the_balance_is_told_with_both_amounts():
    with pytest.raises(PayoutOverBalance) as refused:
        payable_now("A", money("60.00"), money("50.66"), None)
    assert refused.value.needs_supervisor
    assert refused.value.values == {"amount": money("60.00"), "balance": money("50.66"), "unit": "A"}


@pytest.mark.parametrize("approval", [None, ELENA])
def test_a_unit_is_paid_in_the_currency_it_is_owed(approval):
    with pytest.raises(CurrencyMismatch):
        payable_now("A", money("5.00", "USD"), money("50.66"), approval)


@given(st.none() | st.integers(-100, 10_000), st.integers(-5_000, 5_000))
def test_without_a_supervisor_no_unit_is_ever_paid_below_zero(wanted, balance):
    try:
        paid = payable_now("A", None if wanted is None else Money(wanted, BOB), Money(balance, BOB), None)
    except (NothingOwed, AmountNotPositive, PayoutOverBalance):
        assert balance <= 0 or (wanted is not None and not 0 < wanted <= balance)
    else:
        assert 0 < paid.minor <= balance


def test_a_payout_is_in_cash_or_by_transfer():
    assert [kind.value for kind in PayoutKind] == ["cash", "transfer"]


# --- closing the exhibition ----------------------------------------------------------------------------------------


def test_each_cost_is_shared_as_it_says():
    # Weights 2, 1, 1; gross 300.00, 100.00 and nothing.
    fair = an_exhibition(
        {"A": 2, "B": 1, "C": 1},
        costs=(
            a_cost("100.00", CostShare.EQUAL, "puesto"),
            a_cost("50.00", CostShare.WEIGHT, "transporte"),
            a_cost("80.00", CostShare.GROSS, "afiche"),
        ),
    )
    closed = close_exhibition(a_stamp(1), fair, "elena", {"A": 30_000, "B": 10_000})
    assert closed.supervisor == "elena"
    assert closed.parts == (
        CostPart(1, "puesto", "A", minor("33.34")),
        CostPart(1, "puesto", "B", minor("33.33")),
        CostPart(1, "puesto", "C", minor("33.33")),
        CostPart(2, "transporte", "A", minor("25.00")),
        CostPart(2, "transporte", "B", minor("12.50")),
        CostPart(2, "transporte", "C", minor("12.50")),
        CostPart(3, "afiche", "A", minor("60.00")),
        CostPart(3, "afiche", "B", minor("20.00")),
        CostPart(3, "afiche", "C", minor("0.00")),
    )


def test_a_fair_that_costs_nothing_is_closed_all_the_same():
    assert close_exhibition(a_stamp(1), an_exhibition(), "elena", {}).parts == ()


def test_where_no_unit_takes_part_nobody_bears_the_costs():
    fair = an_exhibition(participations=(), costs=(a_cost("100.00"),))
    assert close_exhibition(a_stamp(1), fair, "elena", {}).parts == ()
