"""A shift from the opening float to the blind close."""

import pytest

from pos.domain.people import Approval
from pos.domain.refusals import (
    AmountNotPositive,
    AmountTooLarge,
    BadAmount,
    BadDenomination,
    BadText,
    CurrencyMismatch,
    NoExchangeRate,
    NoOpenShift,
    ShiftAlreadyOpen,
    UnknownCurrency,
)
from pos.domain.settlements import PayoutKind
from pos.domain.shifts import CashDirection
from tests.builders import cash, money, paid_by
from tests.services.stall import BERLIN, JANUARY, Stall, entry, refused, usd

FLOAT = {"BOB": {"20.00": 4, "5.00": 4}, "USD": {"20.00": 1}}


def move(stall: Stall, direction: CashDirection, amount: str, reason: str = "bolsas") -> None:
    stall.shifts.move_cash(stall.act(), direction, money(amount), reason)


def test_the_float_is_counted_by_denomination_and_worth_its_rate(stall: Stall):
    opened = stall.open(FLOAT)
    assert entry(opened) == {"cash:BOB": "100.00", "float": "-239.20", "cash:USD": "139.20"}
    assert stall.rows("SELECT currency, denomination, count FROM cash_count") == [
        ("BOB", 2000, 4),
        ("BOB", 500, 4),
        ("USD", 2000, 1),
    ]
    current = stall.shifts.current("A")
    assert (current.id, current.cashier, stall.shifts.current("B")) == (opened.stamp.id, "ana", None)


def test_what_is_expected_is_float_and_sales_and_all_that_went_in_and_out(stall: Stall):
    """Bolivianos: 100.00 + 10.00 − 39.20 + 5.00 − 15.00 − 20.00 − 26.66 − 10.00 = 4.14; dollars: 20 + 20 = 40."""
    stall.open(FLOAT)
    cup = stall.sell("TAZA", pay=[cash("50.00")])
    stall.sell("JUEGO", pay=[cash("20.00", "USD")])
    stall.sell("MIEL", pay=[paid_by("qr", "5.55")])
    move(stall, CashDirection.IN, "5.00")
    move(stall, CashDirection.OUT, "15.00")
    stall.settling.advance(stall.act(), "A", money("20.00"))
    stall.settling.pay_out(stall.act(), "B", PayoutKind.CASH, money("26.66"))
    stall.settling.pay_out(stall.act(), "B", PayoutKind.TRANSFER, money("1.00"))
    stall.refunding.refund(stall.act(), cup.stamp.id, [(1, 1)], shown=True)
    closed = stall.close_shift({"BOB": {"2.00": 2, "0.10": 1}, "USD": {"20.00": 2}})
    assert [(c.currency, c.opening_float, c.expected, c.counted) for c in closed.cash] == [
        ("BOB", 10000, 414, 410),
        ("USD", 2000, 4000, 4000),
    ]
    assert (closed.z, closed.first_sale, closed.last_sale, closed.grand_total) == (1, 1, 3, 10555)
    assert entry(closed) == {"cash:BOB": "-4.14", "over_short": "0.04", "float": "282.50", "cash:USD": "-278.40"}
    assert stall.ledger().keys().isdisjoint({"cash:BOB", "cash:USD"})


def test_too_many_dollars_are_over_at_their_rate(stall: Stall):
    stall.open(FLOAT)
    closed = stall.close_shift({"BOB": {"100.00": 1}, "USD": {"1.00": 21}})
    assert [(c.currency, c.counted - c.expected, c.difference_base) for c in closed.cash] == [
        ("BOB", 0, 0),
        ("USD", 100, 696),
    ]
    assert stall.ledger() == {"float": "6.96", "over_short": "-6.96"}


def test_a_currency_that_nobody_counted_was_counted_as_nothing(stall: Stall):
    stall.open({"BOB": {"10.00": 1}})
    stall.sell("JUEGO", pay=[cash("20.00", "USD")])
    closed = stall.close_shift({"BOB": {}})
    assert [(c.currency, c.expected, c.counted) for c in closed.cash] == [("BOB", -2920, 0), ("USD", 2000, 0)]


def test_a_currency_that_was_only_counted_gets_its_row(opened: Stall):
    closed = opened.close_shift({"EUR": {"5.00": 1}})
    assert [(c.currency, c.expected, c.counted, c.difference_base) for c in closed.cash] == [("EUR", 0, 500, 4025)]


def test_a_shift_that_did_nothing_closes_with_nothing(opened: Stall):
    closed = opened.close_shift({})
    assert (closed.cash, closed.first_sale, closed.last_sale, closed.grand_total) == ((), None, None, 0)
    assert entry(closed) == {}


def test_z_numbers_and_the_grand_total_go_on_for_ever_on_each_till(stall: Stall):
    """Till A: 10.00; then 10.00 + 100.00 − 10.00 come back; till B on its own."""
    closes = []
    stall.open()
    cup = stall.sell("TAZA")
    closes.append(stall.close_shift({}))
    stall.open()
    stall.open(till="B")
    stall.sell("TAZA")
    stall.sell("JUEGO")
    stall.sell("MIEL", till="B")
    stall.refunding.refund(stall.act(), cup.stamp.id, [(1, 1)], shown=True)
    closes.append(stall.close_shift({}, till="B"))
    closes.append(stall.close_shift({}))
    assert [(c.stamp.till, c.z, c.first_sale, c.last_sale, c.grand_total) for c in closes] == [
        ("A", 1, 1, 1, 1000),
        ("B", 1, 1, 1, 555),
        ("A", 2, 2, 3, 11000),
    ]


def test_the_grand_total_is_one_for_each_currency(stall: Stall):
    totals = []
    for exhibition in ("FERIA", BERLIN, JANUARY):
        stall.open(exhibition=exhibition)
        stall.sell("TAZA", exhibition=exhibition)
        closed = stall.close_shift({}, exhibition=exhibition)
        totals.append((closed.z, closed.stamp.currency, closed.grand_total))
    assert totals == [(1, "BOB", 1000), (2, "EUR", 250), (3, "BOB", 2000)]


def test_cash_in_and_out_carry_a_reason(opened: Stall):
    move(opened, CashDirection.IN, "30.00", "sencillo del banco")
    move(opened, CashDirection.OUT, "12.50")
    assert opened.ledger() == {"cash:BOB": "17.50", "float": "-17.50"}
    assert opened.rows("SELECT direction, amount, reason FROM cash_movement") == [
        ("in", 3000, "sencillo del banco"),
        ("out", 1250, "bolsas"),
    ]


def test_after_the_exhibition_is_closed_the_drawer_still_opens_and_closes(opened: Stall):
    opened.settling.close_exhibition(opened.act(), Approval("elena"))
    move(opened, CashDirection.OUT, "1.00")
    opened.close_shift({})
    opened.open()
    assert opened.close_shift({}).z == 2


def test_the_same_act_again_gives_what_it_became(stall: Stall):
    acts = [stall.act() for _ in range(3)]

    def once() -> list[object]:
        return [
            stall.shifts.open(acts[0], "ana", FLOAT),
            stall.shifts.move_cash(acts[1], CashDirection.OUT, money("1.00"), "bolsas"),
            stall.shifts.close(acts[2], {"BOB": {"1.00": 99}, "USD": {"20.00": 1}}),
        ]

    assert once() == once()
    assert stall.count("fact") == 4


# --- refused -------------------------------------------------------------------------------------------------------


def test_one_shift_is_open_on_a_till_wherever(opened: Stall):
    refusal = refused(opened, ShiftAlreadyOpen, lambda: opened.open(cashier="beto"))
    assert refusal.values == {"till": "A", "cashier": "ana"}
    refused(opened, ShiftAlreadyOpen, lambda: opened.open(exhibition=JANUARY))
    opened.open(till="B")


@pytest.mark.parametrize(
    ("counted", "why"),
    [
        ({"QQQ": {"1.00": 1}}, UnknownCurrency),
        ({"BRL": {"1.00": 1}}, NoExchangeRate),
        ({"BOB": {"1,00": 1}}, BadAmount),
        ({"BOB": {"0.00": 1}}, BadDenomination),
        ({"BOB": {"-5.00": 1}}, BadDenomination),
        ({"BOB": {"5.00": -1}}, BadDenomination),
        ({"BOB": {"99999999999.99": 1000000}}, AmountTooLarge),
        ({"USD": {"99999999999.99": 1}}, AmountTooLarge),
    ],
)
def test_what_is_no_money_of_this_exhibition_is_neither_float_nor_count(stall: Stall, counted: dict, why: type):
    refused(stall, why, lambda: stall.open(counted))
    stall.open()
    refused(stall, why, lambda: stall.close_shift(counted))


def test_a_cashier_has_a_name(stall: Stall):
    refused(stall, BadText, lambda: stall.open(cashier=" "))
    refused(stall, BadText, lambda: stall.open(cashier="a\nb"))


def test_without_a_shift_no_cash_moves_and_nothing_closes(stall: Stall):
    refused(stall, NoOpenShift, lambda: move(stall, CashDirection.IN, "1.00"))
    refused(stall, NoOpenShift, lambda: stall.close_shift({}))
    stall.open(exhibition=JANUARY)
    refused(stall, NoOpenShift, lambda: stall.close_shift({}))


def test_cash_that_moves_is_more_than_nothing_for_a_reason_in_base_currency(opened: Stall):
    refused(opened, AmountNotPositive, lambda: move(opened, CashDirection.IN, "0.00"))
    refused(opened, AmountNotPositive, lambda: move(opened, CashDirection.OUT, "-5.00"))
    refused(opened, BadText, lambda: move(opened, CashDirection.OUT, "5.00", reason=""))
    act = opened.act()
    refused(opened, CurrencyMismatch, lambda: opened.shifts.move_cash(act, CashDirection.IN, usd("5.00"), "cambio"))
