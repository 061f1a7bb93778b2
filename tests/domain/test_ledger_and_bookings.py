"""Double entry: which postings each event makes, that they sum to zero, the chain (docs/domain.md, "The ledger").

Money that comes in, and what is spent, is positive; what is owed, and what is earned, is negative.
"""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pos.domain.bookings import postings
from pos.domain.consignment import NoteKind, consignment_note
from pos.domain.exhibitions import CostShare
from pos.domain.facts import CatalogueImported
from pos.domain.ledger import GENESIS, Account, Posting, Unbalanced, balanced, chain_hash
from pos.domain.products import BorneBy
from pos.domain.settlements import Payout, PayoutKind, advance, close_exhibition
from pos.domain.shifts import CashDirection, ShiftClosed, balance_cash, count_cash, move_cash, open_shift
from tests.builders import (
    BOB,
    a_basket,
    a_cost,
    a_product,
    a_return,
    a_sale,
    a_stamp,
    an_exhibition,
    cash,
    minor,
    money,
    paid_by,
    paper,
)
from tests.domain import invented

FAIR = an_exhibition({"A": 5, "B": 1}, {"USD": "6.96"}, costs=(a_cost("60.00", CostShare.WEIGHT),))
JUEGO = a_product("JUEGO", "100.00", {"A": 2, "B": 1})
BOLSA = a_product("BOLSA", "30.00", {"B": 1}, borne_by=BorneBy.NETWORK)


def entry(event) -> list[tuple[str, ...]]:
    """The postings as (account, base amount), with the foreign amount between them where there is one."""
    rows = []
    for posting in postings(event):
        own = () if posting.currency == "BOB" else (paper(posting.amount, posting.currency),)
        assert own or posting.amount == posting.base_amount
        rows.append((posting.name, *own, paper(posting.base_amount)))
    return rows


def bargained(price: str = "95.00"):
    return a_basket(JUEGO).bargained(0, money(price))


# --- sales and returns ---------------------------------------------------------------------------------------------


def test_a_cash_sale_with_change():
    assert entry(a_sale(bargained(), [cash("100.00")])) == [
        ("cash:BOB", "100.00"),
        ("cash:BOB", "-5.00"),
        ("payable:A", "-50.66"),
        ("payable:B", "-25.34"),
        ("commission", "-14.25"),
        ("fund", "-4.75"),
    ]


def test_a_sale_in_dollars_qr_and_bolivianos_with_rounding():
    # Due 94.96: 10 USD are 69.60, 20.00 by QR, so 5.36 are left, 5.40 in cash; 0.04 of rounding are the stall's.
    # N_A = 63.31 (63.306…), N_B = 31.65 (31.653…): C 9.50 and 4.75, F 3.17 and 1.58, E 50.64 and 25.32.
    sale = a_sale(bargained("94.96"), [cash("10.00", "USD"), paid_by("qr", "20.00"), cash("6.00")])
    assert entry(sale) == [
        ("cash:USD", "10.00", "69.60"),
        ("qr", "20.00"),
        ("cash:BOB", "6.00"),
        ("cash:BOB", "-0.60"),
        ("payable:A", "-50.64"),
        ("payable:B", "-25.32"),
        ("commission", "-14.25"),
        ("fund", "-4.75"),
        ("rounding", "-0.04"),
    ]


@pytest.mark.parametrize("kind", ["qr", "card", "transfer"])
def test_each_means_of_payment_has_an_account(kind):
    assert entry(a_sale(bargained(), [paid_by(kind, "95.00")]))[0] == (kind, "95.00")


def test_what_the_network_adds_is_its_promotion_expense():
    # A bag of 30.00 for 25.00: the maker is credited 30.00, less 4.50 and 1.50.
    assert entry(a_sale(a_basket(BOLSA).bargained(0, money("25.00")))) == [
        ("cash:BOB", "25.00"),
        ("payable:B", "-24.00"),
        ("commission", "-4.50"),
        ("fund", "-1.50"),
        ("promotion", "5.00"),
    ]


def test_two_lines_of_one_unit_are_one_posting():
    taza = a_product("TAZA", "10.00")
    assert entry(a_sale(a_basket(taza, taza).add_yapa(JUEGO))) == [
        ("cash:BOB", "20.00"),
        ("payable:A", "-16.00"),
        ("commission", "-3.00"),
        ("fund", "-1.00"),
    ]


def test_a_return_reverses_all_of_it_and_the_buyer_gets_cash():
    sale = a_sale(bargained("94.96"), [paid_by("qr", "94.96")])
    assert entry(a_return(sale, [(1, 1)])) == [
        ("cash:BOB", "-95.00"),
        ("payable:A", "50.64"),
        ("payable:B", "25.32"),
        ("commission", "14.25"),
        ("fund", "4.75"),
        ("rounding", "0.04"),
    ]


def test_a_return_of_a_yapa_alone_moves_no_money():
    assert entry(a_return(a_sale(bargained().add_yapa(BOLSA)), [(2, 1)])) == []


# --- the drawer ----------------------------------------------------------------------------------------------------


def test_the_opening_float_comes_into_the_drawer():
    opened = open_shift(a_stamp(1), "ana", {"BOB": {"20.00": 5}, "USD": {"10.00": 1}}, FAIR)
    assert entry(opened) == [
        ("cash:BOB", "100.00"),
        ("float", "-100.00"),
        ("cash:USD", "10.00", "69.60"),
        ("float", "-10.00", "-69.60"),
    ]


def closed(counts, expected):
    counted = count_cash(counts, FAIR)
    return ShiftClosed(a_stamp(9), 1, "ana", counted, balance_cash({}, counted, expected, FAIR), None, None, 0)


def test_at_the_close_the_difference_is_over_or_short_and_the_drawer_is_emptied():
    # Expected 60.80 and 30.00 USD (208.80); counted 60.00 and 31.00 USD: 0.80 short, and a dollar (6.96) over.
    expected = {"BOB": (minor("60.80"), minor("60.80")), "USD": (minor("30.00"), minor("208.80"))}
    assert entry(closed({"BOB": {"20.00": 3}, "USD": {"1.00": 31}}, expected)) == [
        ("cash:BOB", "-0.80"),
        ("over_short", "0.80"),
        ("cash:BOB", "-60.00"),
        ("float", "60.00"),
        ("cash:USD", "1.00", "6.96"),
        ("over_short", "-1.00", "-6.96"),
        ("cash:USD", "-31.00", "-215.76"),
        ("float", "31.00", "215.76"),
    ]


def test_a_drawer_that_is_right_has_no_difference_to_post():
    assert entry(closed({"BOB": {"20.00": 3}}, {"BOB": (6000, 6000)})) == [("cash:BOB", "-60.00"), ("float", "60.00")]


@pytest.mark.parametrize(("direction", "sign"), [(CashDirection.IN, ""), (CashDirection.OUT, "-")])
def test_cash_in_and_out_go_to_and_from_the_float(direction, sign):
    moved = move_cash(a_stamp(1), "ana", direction, money("15.00"), "bolsas")
    other = "" if sign else "-"
    assert entry(moved) == [("cash:BOB", f"{sign}15.00"), ("float", f"{other}15.00")]


# --- paying the units ----------------------------------------------------------------------------------------------


def test_an_advance_is_cash_out_and_lowers_what_is_owed():
    given_early = advance(a_stamp(1), "ana", "A", money("50.00"))
    assert entry(given_early) == [("payable:A", "50.00"), ("cash:BOB", "-50.00")]


@pytest.mark.parametrize(("kind", "account"), [(PayoutKind.CASH, "cash:BOB"), (PayoutKind.TRANSFER, "transfer")])
def test_a_payout_lowers_what_is_owed(kind, account):
    paid = Payout(a_stamp(1), "ana", None, "A", kind, minor("50.66"), minor("50.66"))
    assert entry(paid) == [("payable:A", "50.66"), (account, "-50.66")]


def test_the_costs_are_posted_when_the_exhibition_is_closed():
    # 60.00 by weights 5 and 1.
    done = close_exhibition(a_stamp(1), FAIR, "elena", {})
    assert entry(done) == [("payable:A", "50.00"), ("payable:B", "10.00"), ("costs", "-60.00")]


def test_goods_and_the_catalogue_move_no_money():
    assert entry(consignment_note(a_stamp(1), NoteKind.DELIVERY, "A", [(JUEGO, 3)])) == []
    assert entry(CatalogueImported(a_stamp(1), "Red", 2, 3, 1, "0" * 64)) == []


# --- nothing but balanced entries ----------------------------------------------------------------------------------


def test_an_entry_that_does_not_sum_to_zero_is_a_fault():
    with pytest.raises(Unbalanced, match="sum to 1"):
        balanced([Posting(Account.CASH, "BOB", 100, 100), Posting(Account.FLOAT, "BOB", -99, -99)])


def test_a_posting_of_nothing_is_left_out_but_not_one_of_base_value_alone():
    nothing = Posting(Account.ROUNDING, "BOB", 0, 0)
    worth = [Posting(Account.CASH, "USD", 0, 3), Posting(Account.FLOAT, "USD", 0, -3)]
    assert balanced([nothing, *worth]) == tuple(worth)


def test_a_sale_that_was_tampered_with_is_not_booked():
    sale = a_sale()
    for changed in (replace(sale, rounding=1), replace(sale, change=1), replace(sale, tenders=())):
        with pytest.raises(Unbalanced):
            postings(changed)


def base_sum(event) -> int:
    return sum(posting.base_amount for posting in postings(event))


@settings(max_examples=40)
@given(st.data(), invented.cases())
def test_any_sale_and_its_returns_are_balanced(data, case):
    assert base_sum(case.sale) == 0
    already: dict[int, int] = {}
    for wanted in data.draw(invented.steps_back(case.sale)):
        kind = data.draw(st.sampled_from(["cash", "qr"]))
        assert base_sum(a_return(case.sale, wanted, already, kind=kind, exhibition=invented.FAIR)) == 0
        for line, qty in wanted:
            already[line] = already.get(line, 0) + qty


@settings(max_examples=40)
@given(invented.cases())
def test_what_a_sale_posts_is_what_its_lines_say(case):
    owed = dict.fromkeys(case.units, 0)
    for line in case.sale.lines:
        for share in line.shares:
            owed[share.unit] += sum(part for _, part in share.members)
    posted = dict.fromkeys(case.units, 0)
    for posting in postings(case.sale):
        if posting.account is Account.PAYABLE:
            posted[posting.unit] -= posting.base_amount
    assert posted == owed
    received = [p for p in postings(case.sale) if p.account in {Account.CASH, Account.QR, Account.CARD}]
    assert sum(p.base_amount for p in received) == case.sale.due + case.sale.rounding


amounts = st.integers(-(10**9), 10**9)


@given(amounts, amounts, st.integers(0, 10**7), st.integers(0, 10**5))
def test_any_close_is_balanced_and_leaves_the_drawer_empty(in_bob, in_usd, base_of_usd, counted):
    expected = {"BOB": (in_bob, in_bob), "USD": (in_usd, base_of_usd)}
    event = closed({"BOB": {"0.10": counted}, "USD": {"1.00": counted // 7}}, expected)
    assert base_sum(event) == 0
    for code, (amount, base) in expected.items():
        drawer = [p for p in postings(event) if p.name == f"cash:{code}"]
        assert amount + sum(p.amount for p in drawer) == 0
        assert base + sum(p.base_amount for p in drawer) == 0


@given(st.integers(1, 10**9), st.dictionaries(st.sampled_from("ABC"), amounts), st.sampled_from(CostShare))
def test_any_closing_of_an_exhibition_is_balanced(cost, gross, shared):
    fair = an_exhibition(costs=(a_cost(paper(cost), shared), a_cost("0.01")))
    assert base_sum(close_exhibition(a_stamp(1), fair, "elena", gross)) == 0


# --- names and the chain -------------------------------------------------------------------------------------------


def test_cash_is_an_account_for_each_currency_and_payable_one_for_each_unit():
    assert Posting(Account.CASH, "USD", 1, 7).name == "cash:USD"
    assert Posting(Account.PAYABLE, BOB.code, 1, 1, "JK01").name == "payable:JK01"
    assert Posting(Account.OVER_SHORT, BOB.code, 1, 1).name == "over_short"


def test_each_link_of_the_chain_is_the_sha256_of_the_one_before_it_and_the_text():
    # printf '%064d\n{"kind":"sale"}' 0 | sha256sum
    first = chain_hash(GENESIS, b'{"kind":"sale"}')
    assert first == "d79ebd0675a491f9f631b642d7cf79e423958ba3c1157e267217d63a2db98889"
    assert chain_hash(first, b'{"kind":"sale"}') != first


@given(st.binary(max_size=50), st.binary(max_size=50))
def test_another_text_or_another_link_before_it_is_another_hash(one, other):
    assert (chain_hash(GENESIS, one) == chain_hash(GENESIS, other)) == (one == other)
    assert chain_hash(chain_hash(GENESIS, one), other) != chain_hash(GENESIS, other)
