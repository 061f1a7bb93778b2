"""Finished sales, and what comes back of them (docs/domain.md, "A sale" and "Returns and refunds")."""

from decimal import Decimal

import pytest

from pos.domain.basket import BuyerKind
from pos.domain.people import Approval
from pos.domain.products import BorneBy
from pos.domain.refusals import (
    BadQuantity,
    NothingReturned,
    RefundInForeignCash,
    ReturnedTooMany,
    ReturnInOtherCurrency,
    UnknownLine,
    VoidAfterReturn,
    VoidOutsideShift,
)
from pos.domain.sales import all_lines, check_currency, lines_back, pay_back
from pos.domain.tenders import TenderKind
from tests.builders import (
    EUR,
    SHIFT,
    a_basket,
    a_product,
    a_return,
    a_sale,
    a_stamp,
    an_exhibition,
    cash,
    minor,
    paid_by,
    paper,
)
from tests.builders import money as amount_of

TAZA = a_product("TAZA", "10.00")
JUEGO = a_product("JUEGO", "100.00", {"A": 2, "B": 1}, floor="90.00")
BOLSA = a_product("BOLSA", "30.00", {"B": 1}, borne_by=BorneBy.NETWORK)


def parts(line) -> list[tuple[str, str, str, str, str]]:
    """Each maker's unit, gross, commission, fund and earning."""
    return [(s.unit, *map(paper, (s.gross, s.commission, s.fund, s.earning))) for s in line.shares]


# --- a finished sale -----------------------------------------------------------------------------------------------


def test_a_sale_keeps_what_was_sold_at_which_price_and_to_whom_it_is_owed():
    basket = a_basket(JUEGO).bargained(0, amount_of("95.00")).for_buyer(BuyerKind.TOURIST)
    sale = a_sale(basket, [cash("100.00")], number=123)
    (line,) = sale.lines
    assert (sale.receipt, sale.pieces, sale.buyer) == ("A-000123", 1, BuyerKind.TOURIST)
    assert [paper(x) for x in (line.list_price, line.unit_price, line.amount, line.net)] == ["100.00"] + ["95.00"] * 3
    assert parts(line) == [("A", "63.33", "9.50", "3.17", "50.66"), ("B", "31.67", "4.75", "1.58", "25.34")]
    assert (paper(sale.due), paper(sale.change), sale.rounding) == ("95.00", "5.00", 0)


def test_the_discount_is_taken_before_the_split():
    # 100.00 and 10.00 less 11.00: 90.00 and 9.00 remain.
    sale = a_sale(a_basket(JUEGO, TAZA).discounted(Decimal(10)))
    assert [paper(line.net) for line in sale.lines] == ["90.00", "9.00"]
    assert parts(sale.lines[0])[0] == ("A", "60.00", "9.00", "3.00", "48.00")
    assert parts(sale.lines[1]) == [("A", "9.00", "1.35", "0.45", "7.20")]
    assert (paper(sale.discount), paper(sale.due)) == ("11.00", "99.00")


def test_a_yapa_earns_nothing_and_is_not_counted_among_the_pieces():
    sale = a_sale(a_basket(TAZA).add_yapa(JUEGO, 2))
    yapa = sale.lines[1]
    assert (sale.pieces, yapa.qty, yapa.net, yapa.credited, yapa.shares) == (1, 2, 0, 0, ())


def test_a_bargain_that_the_network_bears_is_credited_at_the_list_price():
    # Two bags of 30.00 for 25.00 each, less a tenth: the buyer pays 45.00, the maker is credited 60.00.
    sale = a_sale(a_basket(BOLSA).with_qty(0, 2).bargained(0, amount_of("25.00")).discounted(Decimal(10)))
    (line,) = sale.lines
    assert [paper(x) for x in (line.net, line.credited, line.promotion)] == ["45.00", "60.00", "15.00"]
    assert parts(line) == [("B", "60.00", "9.00", "3.00", "48.00")]


def test_a_bargain_that_is_shared_costs_the_network_no_promotion():
    (line,) = a_sale(a_basket(JUEGO).bargained(0, amount_of("95.00"))).lines
    assert (line.credited, line.promotion) == (line.net, 0)


def test_a_yapa_of_a_product_whose_bargains_the_network_bears_costs_it_nothing_either():
    assert a_sale(a_basket(TAZA).add_yapa(BOLSA)).lines[1].promotion == 0


def test_the_name_is_in_the_language_of_the_sale_or_in_any_there_is():
    german = a_product("TASSE", name={"de": "Tasse", "en": "Cup"})
    assert [line.name for line in a_sale(a_basket(TAZA, german)).lines] == ["Taza", "Tasse"]


def test_who_approved_a_price_under_the_floor_stands_on_the_sale():
    low = a_basket(JUEGO).bargained(0, amount_of("80.00"), Approval("elena"))
    assert a_sale(low).supervisor == "elena"


# --- returns, worked by hand ---------------------------------------------------------------------------------------


def test_a_line_of_three_comes_back_one_by_one():
    # Three for 10.00: after one, two and three pieces 3.33, 6.67 and 10.00 are back in all.
    # Commission of these is 0.50, 1.00, 1.50 (15 %); fund 0.17, 0.33, 0.50 (5 %); so each step reverses the difference.
    third = a_product("TERCIO", "3.33")
    sale = a_sale(a_basket(third).with_qty(0, 3).bargained(0, amount_of("3.34")).discounted(amount_of("0.02")))
    assert paper(sale.due) == "10.00"
    steps = [a_return(sale, [(1, 1)], {1: before}).lines[0] for before in (0, 1, 2)]
    assert [paper(step.net) for step in steps] == ["-3.33", "-3.34", "-3.33"]
    assert [parts(step)[0] for step in steps] == [
        ("A", "-3.33", "-0.50", "-0.17", "-2.66"),
        ("A", "-3.34", "-0.50", "-0.16", "-2.68"),
        ("A", "-3.33", "-0.50", "-0.17", "-2.66"),
    ]


def test_a_co_made_piece_comes_back_from_both_makers_at_the_rates_of_the_sale():
    sale = a_sale(a_basket(JUEGO).bargained(0, amount_of("95.00")))
    returned = a_return(sale, [(1, 1)])
    assert parts(returned.lines[0]) == [
        ("A", "-63.33", "-9.50", "-3.17", "-50.66"),
        ("B", "-31.67", "-4.75", "-1.58", "-25.34"),
    ]
    assert (returned.receipt, returned.sale_receipt, returned.sale) == ("AR-000001", "A-000001", sale.stamp.id)


def test_the_networks_promotion_is_taken_back_as_well():
    # Two bags: 50.00 paid, 60.00 credited; one back is 25.00 and 30.00.
    sale = a_sale(a_basket(BOLSA).with_qty(0, 2).bargained(0, amount_of("25.00")))
    (line,) = a_return(sale, [(1, 1)]).lines
    assert [paper(x) for x in (line.net, line.credited, line.promotion)] == ["-25.00", "-30.00", "-5.00"]
    assert parts(line) == [("B", "-30.00", "-4.50", "-1.50", "-24.00")]


def test_a_yapa_comes_back_as_a_piece_and_as_no_money():
    sale = a_sale(a_basket(TAZA).add_yapa(JUEGO))
    returned = a_return(sale, [(2, 1)])
    (line,) = returned.lines
    assert (line.yapa, line.qty, line.net, line.shares, returned.due, returned.tender) == (True, 1, 0, (), 0, None)


def test_several_lines_and_the_same_line_twice_add_up():
    sale = a_sale(a_basket(TAZA, JUEGO).with_qty(0, 3))
    returned = a_return(sale, [(1, 1), (2, 1), (1, 2)])
    assert [(line.line, line.qty, paper(line.net)) for line in returned.lines] == [
        (1, 1, "-10.00"), (2, 1, "-100.00"), (1, 2, "-20.00"),
    ]  # fmt: skip
    assert paper(returned.due) == "-130.00"


@pytest.mark.parametrize(
    ("wanted", "already", "refusal", "values"),
    [
        ([], {}, NothingReturned, {}),
        ([(0, 1)], {}, UnknownLine, {"receipt": "A-000001", "line": 0}),
        ([(3, 1)], {}, UnknownLine, {"receipt": "A-000001", "line": 3}),
        ([(-1, 1)], {}, UnknownLine, {"receipt": "A-000001", "line": -1}),
        ([(1, 0)], {}, BadQuantity, {"qty": 0, "most": 1_000_000}),
        ([(1, -1)], {}, BadQuantity, {"qty": -1, "most": 1_000_000}),
        ([(1, 4)], {}, ReturnedTooMany, {"receipt": "A-000001", "line": 1, "qty": 4, "left": 3}),
        ([(1, 2)], {1: 2}, ReturnedTooMany, {"receipt": "A-000001", "line": 1, "qty": 2, "left": 1}),
        ([(1, 2), (1, 2)], {}, ReturnedTooMany, {"receipt": "A-000001", "line": 1, "qty": 2, "left": 1}),
        ([(2, 1)], {2: 1}, ReturnedTooMany, {"receipt": "A-000001", "line": 2, "qty": 1, "left": 0}),
    ],
)
def test_never_more_comes_back_than_was_sold_less_what_came_back_before(wanted, already, refusal, values):
    sale = a_sale(a_basket(TAZA, JUEGO).with_qty(0, 3))
    with pytest.raises(refusal) as refused:
        lines_back(sale, already, wanted)
    assert refused.value.values == values


# --- paying back ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "kind", "paid", "rounding"),
    [
        # Cash goes back in steps of 0.10; the stall keeps (+) or adds (−) the difference.
        ("-12.34", "cash", "-12.30", "0.04"),
        ("-12.35", "cash", "-12.40", "-0.05"),
        ("-12.30", "cash", "-12.30", "0.00"),
        ("-12.34", "qr", "-12.34", "0.00"),
        ("-12.34", "card", "-12.34", "0.00"),
        ("-12.34", "transfer", "-12.34", "0.00"),
    ],
)
def test_cash_back_is_rounded_and_other_kinds_are_exact(due, kind, paid, rounding):
    given_back, difference = pay_back(minor(due), TenderKind(kind), "BOB", an_exhibition())
    assert (given_back.kind.value, paper(given_back.amount), paper(given_back.value)) == (kind, paid, paid)
    assert paper(difference) == rounding


@pytest.mark.parametrize(("due", "rounding"), [("0.00", "0.00"), ("-0.04", "0.04")])
def test_where_nothing_goes_back_there_is_no_tender(due, rounding):
    assert pay_back(minor(due), TenderKind.CASH, "BOB", an_exhibition()) == (None, minor(rounding))


def test_nobody_is_paid_back_in_foreign_money():
    with pytest.raises(RefundInForeignCash):
        pay_back(minor("-12.34"), TenderKind.CASH, "USD", an_exhibition())


def test_a_sale_comes_back_only_where_its_currency_is_used():
    sale = a_sale()
    check_currency(sale, an_exhibition())
    with pytest.raises(ReturnInOtherCurrency) as refused:
        check_currency(sale, an_exhibition(currency=EUR))
    assert refused.value.values == {"receipt": "A-000001", "sold": "BOB", "currency": "EUR"}


# --- voids ---------------------------------------------------------------------------------------------------------


def test_a_void_is_a_return_of_every_piece_yapa_too():
    sale = a_sale(a_basket(TAZA, JUEGO).with_qty(0, 3).add_yapa(BOLSA, 2), [paid_by("qr", "130.00")])
    wanted = all_lines(sale, {}, SHIFT)
    assert wanted == ((1, 3), (2, 1), (3, 2))
    assert paper(a_return(sale, wanted, void=True).due) == "-130.00"


def test_a_sale_is_voided_in_its_own_shift_only():
    with pytest.raises(VoidOutsideShift):
        all_lines(a_sale(stamp=a_stamp(1, shift="shift-2")), {}, SHIFT)


def test_a_sale_of_which_something_came_back_is_not_voided():
    assert all_lines(a_sale(), {1: 0}, SHIFT) == ((1, 1),)
    with pytest.raises(VoidAfterReturn):
        all_lines(a_sale(), {1: 1}, SHIFT)
