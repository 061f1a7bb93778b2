"""A finished sale: who is credited with what, what is collected, and when a sale is refused."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from pos.domain.basket import BuyerKind
from pos.domain.people import Approval
from pos.domain.refusals import (
    AmountTooLarge,
    ChangeOnlyFromCash,
    CurrencyMismatch,
    EmptyBasket,
    ExhibitionClosed,
    ExhibitionOver,
    NoOpenShift,
    PriceUnderFloor,
    TendersShort,
    YapaAlone,
)
from tests.builders import LA_PAZ, a_price, a_product, cash, money, paid_by
from tests.services.stall import BERLIN, CUP, JANUARY, Stall, entry, refused, the_catalogue


def test_a_cup_for_exact_cash_credits_its_maker_the_network_and_the_fund(opened: Stall):
    sale = opened.sell("TAZA")
    assert sale.receipt == "A-000001"
    assert entry(sale) == {"cash:BOB": "10.00", "payable:A": "-8.00", "commission": "-1.50", "fund": "-0.50"}
    assert opened.ledger() == entry(sale)


def test_the_worked_example_of_the_domain_a_set_bargained_to_95(opened: Stall):
    basket = opened.basket("JUEGO").bargained(0, money("95.00"))
    sale = opened.sell_basket(basket, [cash("100.00")])
    assert opened.ledger() == {
        "cash:BOB": "95.00",
        "payable:A": "-50.66",
        "payable:B": "-25.34",
        "commission": "-14.25",
        "fund": "-4.75",
    }
    assert sale.change == 500
    members = opened.rows("SELECT unit, name, amount FROM member_share ORDER BY unit, name")
    assert members == [("A", "Juana", 3377), ("A", "Rosa", 1689), ("B", "Berta", 2534)]


def test_cash_is_rounded_to_the_step_and_the_difference_is_nobody_s_earning(opened: Stall):
    sale = opened.sell("MIEL", pay=[cash("10.00")])
    assert (sale.due, sale.rounding, sale.change) == (555, 5, 440)
    assert opened.ledger() == {
        "cash:BOB": "5.60",
        "payable:B": "-4.44",
        "commission": "-0.83",
        "fund": "-0.28",
        "rounding": "-0.05",
    }


def test_a_sale_settled_to_the_cent_without_cash_is_not_rounded(opened: Stall):
    sale = opened.sell("MIEL", pay=[paid_by("qr", "5.00"), paid_by("transfer", "0.55", reference="8841")])
    assert (sale.rounding, sale.change) == (0, 0)
    assert opened.ledger()["qr"] == "5.00"
    assert opened.ledger()["transfer"] == "0.55"


def test_dollars_are_worth_their_rate_and_the_change_is_given_in_bolivianos(opened: Stall):
    sale = opened.sell("JUEGO", pay=[cash("20.00", "USD")])
    assert sale.change == 3920
    assert opened.ledger()["cash:USD"] == "139.20"
    assert opened.ledger()["cash:BOB"] == "-39.20"
    assert opened.rows("SELECT kind, currency, amount, base_amount, rate FROM tender") == [
        ("cash", "USD", 2000, 13920, "6.96")
    ]


def test_dollars_and_bolivianos_together_are_rounded_once_on_the_rest(opened: Stall):
    """105.55 less 69.60 in dollars leaves 35.95, in cash 36.00; of 50.00 that is 14.00 change."""
    sale = opened.sell("JUEGO", "MIEL", pay=[cash("10.00", "USD"), cash("50.00")])
    assert (sale.due, sale.rounding, sale.change) == (10555, 5, 1400)
    assert opened.ledger()["cash:BOB"] == "36.00"


def test_a_percentage_is_shared_over_the_lines_by_their_amounts(opened: Stall):
    sale = opened.sell_basket(opened.basket("TAZA", "JUEGO").discounted(Decimal(10)))
    assert [(line.discount, line.net) for line in sale.lines] == [(100, 900), (1000, 9000)]
    assert opened.ledger()["cash:BOB"] == "99.00"


def test_what_the_network_bears_is_its_promotion_and_the_maker_is_paid_as_at_the_list_price(opened: Stall):
    opened.sell_basket(opened.basket("CHAL").bargained(0, money("70.00")))
    assert opened.ledger() == {
        "cash:BOB": "70.00",
        "payable:B": "-64.00",
        "commission": "-12.00",
        "fund": "-4.00",
        "promotion": "10.00",
    }


def test_under_the_floor_a_supervisor_s_name_is_kept_with_the_sale(opened: Stall):
    basket = opened.basket("TAZA")
    with pytest.raises(PriceUnderFloor):
        basket.bargained(0, money("7.50"))
    sale = opened.sell_basket(basket.bargained(0, money("7.50"), Approval("elena")))
    assert sale.supervisor == "elena"
    assert opened.rows("SELECT cashier, supervisor FROM sale") == [("ana", "elena")]


def test_a_cart_older_than_the_floor_is_held_against_the_floor_of_now(opened: Stall):
    agreed = opened.basket("TAZA").bargained(0, money("8.50"))
    approved = opened.basket(("TAZA", 2)).bargained(0, money("7.00"), Approval("elena"))
    listed = opened.basket("TAZA", "MIEL")
    opened.take_in(the_catalogue(products=(replace(CUP, prices=a_price("12.00", floor="11.00")),)))
    for basket in (agreed, listed):
        refusal = refused(opened, PriceUnderFloor, lambda basket=basket: opened.sell_basket(basket))
        assert refusal.values["floor"] == money("11.00")
    assert opened.sell_basket(approved).supervisor == "elena"
    assert opened.sell_basket(agreed.bargained(0, money("11.00"))).due == 1100


def test_more_pieces_than_a_supervisor_approved_are_not_sold(opened: Stall):
    basket = opened.basket("TAZA").bargained(0, money("7.00"), Approval("elena"))
    slipped = replace(basket, lines=(replace(basket.lines[0], qty=500),))
    refused(opened, PriceUnderFloor, lambda: opened.sell_basket(slipped))


def test_an_approval_that_was_not_needed_is_not_kept(opened: Stall):
    sale = opened.sell_basket(opened.basket("TAZA").bargained(0, money("8.00"), Approval("elena")))
    assert sale.supervisor is None


def test_a_yapa_leaves_stock_and_earns_nothing(opened: Stall):
    sale = opened.sell("TAZA", yapa=["MIEL"])
    assert entry(sale) == {"cash:BOB": "10.00", "payable:A": "-8.00", "commission": "-1.50", "fund": "-0.50"}
    moved = opened.rows("SELECT unit, sku, kind, qty FROM stock_movement")
    assert moved == [("A", "TAZA", "sold", 1), ("B", "MIEL", "yapa", 1)]


def test_who_bought_is_kept(opened: Stall):
    opened.sell_basket(opened.basket("TAZA").for_buyer(BuyerKind.TOURIST))
    assert opened.rows("SELECT buyer FROM sale") == [("tourist",)]


def test_receipt_numbers_are_each_till_s_own_and_a_refused_sale_takes_none(opened: Stall):
    opened.open(till="B", cashier="beto")
    numbers = [opened.sell("TAZA").receipt, opened.sell("TAZA", till="B").receipt]
    with pytest.raises(TendersShort):
        opened.sell("TAZA", pay=[cash("5.00")])
    numbers += [opened.sell("TAZA").receipt, opened.sell("TAZA", till="B").receipt]
    assert numbers == ["A-000001", "B-000001", "A-000002", "B-000002"]


def test_the_same_act_again_gives_the_sale_that_it_became(opened: Stall):
    act, basket = opened.act(), opened.basket("TAZA")
    first = opened.selling.finish(act, basket)
    again = opened.selling.finish(act, basket)
    assert (first.again, again.again) == (False, True)
    assert again.sale == first.sale
    assert [opened.count(table) for table in ("sale", "print_job")] == [1, 1]


def test_the_same_act_again_gives_its_sale_even_when_nothing_could_be_sold_any_more(opened: Stall):
    act = opened.act()
    first = opened.selling.finish(act, opened.basket("TAZA"))
    opened.close_shift({"BOB": {"10.00": 1}})
    opened.settling.close_exhibition(opened.act(), Approval("elena"))
    assert opened.selling.finish(act, opened.basket("JUEGO")).sale == first.sale


@pytest.mark.parametrize(
    "asked",
    [
        (lambda basket: basket.add(basket.lines[0].product), None),
        (lambda basket: basket.bargained(0, money("9.00")), None),
        (lambda basket: basket.discounted(Decimal(50)), None),
        (lambda basket: basket.discounted(None), None),
        (lambda basket: basket.as_yapa(0), None),
        (lambda basket: basket, [cash("50.00")]),
        (lambda basket: basket, [paid_by("qr", "19.00")]),
        (lambda basket: basket, [cash("1.00")]),  # it would be refused, were it not sold
    ],
    ids=["lines", "price", "discount", "no discount", "yapa", "more cash", "another tender", "too little"],
)
def test_the_same_act_again_tells_when_something_else_is_asked_for_than_was_sold(opened: Stall, asked):
    act, basket = opened.act(), opened.basket(("TAZA", 2)).discounted(money("1.00"))
    first = opened.selling.finish(act, basket)
    change, tenders = asked
    again = opened.selling.finish(act, change(basket), tenders)
    assert (again.sale, again.again, again.as_asked) == (first.sale, True, False)


def test_the_same_act_again_is_as_asked_whoever_buys_and_however_exact_cash_is_named(opened: Stall):
    act, basket = opened.act(), opened.basket(("TAZA", 2)).discounted(Decimal("7.5"))
    assert opened.selling.finish(act, basket).as_asked
    for tenders in (None, [cash("18.50")]):
        again = opened.selling.finish(act, basket.for_buyer(BuyerKind.TOURIST), tenders)
        assert (again.again, again.as_asked) == (True, True)


def test_a_sale_without_paper_waits_for_no_printer(opened: Stall):
    opened.selling.finish(opened.act(), opened.basket("TAZA"), paper=False)
    assert opened.count("print_job") == 0


# --- refused -------------------------------------------------------------------------------------------------------


def test_too_little_money_is_refused_and_says_what_is_missing(opened: Stall):
    with pytest.raises(TendersShort) as refusal:
        opened.sell("JUEGO", pay=[cash("10.00", "USD"), paid_by("qr", "30.00")])
    assert refusal.value.values == {"missing": money("0.40"), "due": money("100.00")}
    assert opened.count("sale") == 0


def test_no_tender_at_all_is_too_little_money(opened: Stall):
    refused(opened, TendersShort, lambda: opened.sell("TAZA", pay=[]))


def test_more_than_any_stall_takes_is_refused_in_words(opened: Stall):
    opened.take_in(the_catalogue(products=(a_product("ORO", "99999999999.99"),)))
    opened.sell("ORO")
    refused(opened, AmountTooLarge, lambda: opened.sell(("ORO", 2)))
    refused(opened, AmountTooLarge, lambda: opened.sell("ORO", "ORO"))
    refused(opened, AmountTooLarge, lambda: opened.sell("ORO", pay=[cash("99999999999.99", "USD")]))


def test_change_comes_only_out_of_cash(opened: Stall):
    refused(opened, ChangeOnlyFromCash, lambda: opened.sell("TAZA", pay=[paid_by("qr", "10.50"), cash("1.00")]))


def test_an_empty_basket_and_a_yapa_alone_are_no_sale(opened: Stall):
    refused(opened, EmptyBasket, opened.sell)
    refused(opened, YapaAlone, lambda: opened.sell(yapa=["MIEL"]))


def test_a_sale_needs_an_open_shift_of_its_own_till_at_its_own_exhibition(stall: Stall):
    refused(stall, NoOpenShift, lambda: stall.sell("TAZA"))
    stall.open(till="B")
    refused(stall, NoOpenShift, lambda: stall.sell("TAZA"))
    stall.open(exhibition=JANUARY)
    refused(stall, NoOpenShift, lambda: stall.sell("TAZA"))


def test_the_last_day_ends_at_midnight_where_the_exhibition_is(opened: Stall):
    last_minute = datetime(2026, 12, 7, 23, 59, tzinfo=LA_PAZ)
    opened.sell("TAZA", at=last_minute)
    refused(opened, ExhibitionOver, lambda: opened.sell("TAZA", at=last_minute + timedelta(minutes=1)))


def test_selling_before_the_first_day_is_allowed(opened: Stall):
    assert opened.sell("TAZA", at=datetime(2026, 12, 4, 18, 0, tzinfo=LA_PAZ)).stamp.day.isoformat() == "2026-12-04"


def test_a_closed_exhibition_sells_nothing(opened: Stall):
    opened.settling.close_exhibition(opened.act(), Approval("elena"))
    refused(opened, ExhibitionClosed, lambda: opened.sell("TAZA"))


def test_a_basket_in_another_currency_than_the_exhibition_s_is_refused(stall: Stall):
    stall.open(exhibition=BERLIN)
    basket = stall.basket("TAZA")
    refused(stall, CurrencyMismatch, lambda: stall.sell_basket(basket, exhibition=BERLIN))
