"""Lines that change on the cart: typed prices, percent off, yapa and back (docs/domain.md, "A sale", 7 to 9)."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pos.domain.basket import Basket, BasketLine
from pos.domain.money import MAX_MINOR, Money
from pos.domain.people import Approval
from pos.domain.refusals import (
    AmountNotPositive,
    AmountTooLarge,
    BadPercent,
    BadQuantity,
    CurrencyMismatch,
    HasItsPrice,
    NoPriceInCurrency,
    PriceUnderFloor,
    UnknownLine,
    YapaHasNoPrice,
)
from tests.builders import BOB, EUR, a_basket, a_price, a_product, a_sale, money, paper
from tests.domain import invented

TAZA = a_product("TAZA", "10.00")
CASITA = a_product("CASITA", "80.00", floor="65.00")
SUELTA = a_product("OPEN-A", prices={})


def shape(basket: Basket) -> list[tuple[str, int, str, bool]]:
    """SKU, pieces, unit price and whether it is a yapa, line by line."""
    return [(line.product.sku, line.qty, paper(line.unit_price), line.yapa) for line in basket.lines]


# --- typed prices --------------------------------------------------------------------------------------------------


def test_what_has_no_price_is_sold_at_a_typed_one_which_is_its_list_price():
    [line] = Basket(BOB).add_priced(SUELTA, money("12.50"), 2).lines
    assert (paper(line.list_price), paper(line.unit_price), paper(line.amount)) == ("12.50", "12.50", "25.00")
    assert a_sale(Basket(BOB).add_priced(SUELTA, money("12.50"))).due == 1250


def test_a_price_in_another_currency_is_none_in_this_one():
    assert Basket(EUR).add_priced(TAZA, money("3.00", "EUR")).total == 300


def test_what_has_its_price_cannot_be_given_another_so():
    with pytest.raises(HasItsPrice) as refused:
        Basket(BOB).add_priced(TAZA, money("1.00"))
    assert refused.value.values == {"sku": "TAZA", "name": "Taza"}


def test_a_refusal_names_the_product_in_the_buyers_language_or_in_any():
    for language, name in (("es", "Taza"), ("de", "Taza")):
        with pytest.raises(HasItsPrice) as refused:
            Basket(BOB, language).add_priced(TAZA, money("1.00"))
        assert refused.value.values["name"] == name
        with pytest.raises(NoPriceInCurrency) as refused:
            Basket(EUR, language).add(TAZA)
        assert refused.value.values["name"] == name


@pytest.mark.parametrize(
    ("price", "qty", "why"),
    [
        (money("0.00"), 1, AmountNotPositive),
        (money("-1.00"), 1, AmountNotPositive),
        (money("1.00", "USD"), 1, CurrencyMismatch),
        (money("1.00"), 0, BadQuantity),
        (Money(MAX_MINOR, BOB), 2, AmountTooLarge),
    ],
)
def test_a_typed_price_is_some_money_of_the_baskets_currency(price, qty, why):
    with pytest.raises(why):
        Basket(BOB).add_priced(SUELTA, price, qty)


def test_a_typed_price_may_be_bargained_and_has_no_floor():
    basket = Basket(BOB).add_priced(SUELTA, money("12.50")).bargained(0, money("9.00"))
    assert shape(basket) == [("OPEN-A", 1, "9.00", False)]
    assert shape(basket.at_list(0)) == [("OPEN-A", 1, "12.50", False)]


# --- percent off a line --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("listed", "percent", "price"),
    [
        ("80.00", "10", "72.00"),
        # 3.3 % of 10.00 are 33 centavos.
        ("10.00", "3.3", "9.67"),
        # 5 % of 1.90 are 9.5 centavos: half up takes 10.
        ("1.90", "5", "1.80"),
        ("10.00", "100", "0.00"),
    ],
)
def test_percent_off_a_line_leave_the_list_price_less_their_part_half_up(listed, percent, price):
    basket = a_basket(a_product("TAZA", listed)).reduced(0, Decimal(percent))
    assert shape(basket) == [("TAZA", 1, price, False)]
    assert paper(basket.lines[0].list_price) == listed


def test_percent_are_of_the_list_price_however_often_they_are_asked_for():
    basket = a_basket(TAZA).bargained(0, money("5.00")).reduced(0, Decimal(10)).reduced(0, Decimal(10))
    assert shape(basket) == [("TAZA", 1, "9.00", False)]


def test_percent_that_lead_under_the_floor_need_a_supervisor():
    with pytest.raises(PriceUnderFloor):
        a_basket(CASITA).reduced(0, Decimal(20))
    line = a_basket(CASITA).reduced(0, Decimal(20), Approval("elena")).lines[0]
    assert (paper(line.unit_price), line.approval) == ("64.00", Approval("elena"))


@pytest.mark.parametrize("percent", ["0", "-1", "100.01", "NaN"])
def test_percent_are_over_0_and_up_to_100(percent):
    with pytest.raises(BadPercent):
        a_basket(TAZA).reduced(0, Decimal(percent))


def test_back_to_the_list_price_no_supervisor_is_named_any_more():
    low = a_basket(CASITA).bargained(0, money("60.00"), Approval("elena"))
    assert low.at_list(0) == a_basket(CASITA)


def test_a_yapa_is_neither_reduced_nor_listed():
    basket = a_basket(CASITA).add_yapa(TAZA)
    for change in (lambda: basket.reduced(1, Decimal(10)), lambda: basket.at_list(1)):
        with pytest.raises(YapaHasNoPrice):
            change()


# --- yapa, and back ------------------------------------------------------------------------------------------------


def test_a_line_of_one_piece_turns_into_a_yapa_where_it_stands():
    basket = a_basket(CASITA, TAZA, CASITA).as_yapa(1)
    assert shape(basket) == [
        ("CASITA", 1, "80.00", False),
        ("TAZA", 1, "0.00", True),
        ("CASITA", 1, "80.00", False),
    ]


def test_of_a_longer_line_one_piece_is_split_off_right_after_it_each_time():
    basket = Basket(BOB).add(TAZA, 4).add(CASITA).as_yapa(0)
    assert shape(basket)[:2] == [("TAZA", 3, "10.00", False), ("TAZA", 1, "0.00", True)]
    assert shape(basket.as_yapa(0)) == [
        ("TAZA", 2, "10.00", False),
        ("TAZA", 2, "0.00", True),
        ("CASITA", 1, "80.00", False),
    ]


def test_a_yapa_stays_a_yapa_and_a_sold_line_stays_sold():
    basket = a_basket(CASITA).add_yapa(TAZA)
    assert basket.as_yapa(1) == basket
    assert basket.not_yapa(0) == basket


def test_a_yapa_of_another_product_after_it_is_left_alone():
    basket = Basket(BOB).add(CASITA, 2).add_yapa(TAZA).as_yapa(0)
    assert [line.product.sku for line in basket.lines] == ["CASITA", "CASITA", "TAZA"]


def test_a_yapa_names_no_supervisor():
    low = a_basket(CASITA).bargained(0, money("60.00"), Approval("elena"))
    assert low.as_yapa(0).lines[0].approval is None
    two = Basket(BOB).add(CASITA, 2).bargained(0, money("60.00"), Approval("elena")).as_yapa(0)
    assert [(line.approval, line.approved) for line in two.lines] == [(Approval("elena"), 2), (None, 0)]


# --- what a supervisor's word covers ---------------------------------------------------------------------------------


def three_low() -> Basket:
    """Three pieces under their floor, as a supervisor approved."""
    return Basket(BOB).add(CASITA, 3).bargained(0, money("60.00"), Approval("elena"))


def test_a_supervisors_word_is_for_the_pieces_it_was_given_for_and_for_no_more():
    with pytest.raises(PriceUnderFloor) as refused:
        three_low().with_qty(0, 4)
    assert refused.value.values == {"price": money("60.00"), "sku": "CASITA", "floor": money("65.00")}
    with pytest.raises(BadQuantity):
        three_low().with_qty(0, 0)


def test_fewer_pieces_are_covered_and_as_many_as_before_again():
    assert three_low().with_qty(0, 1).with_qty(0, 3) == three_low()


def test_more_pieces_are_covered_once_they_are_approved_too():
    more = three_low().at_list(0).with_qty(0, 5).bargained(0, money("60.00"), Approval("marta"))
    assert [(line.qty, line.approval, line.approved) for line in more.lines] == [(5, Approval("marta"), 5)]


def test_a_price_from_the_floor_up_covers_any_number_of_pieces():
    assert three_low().bargained(0, money("65.00")).with_qty(0, 500).lines[0].approved == 0


def test_a_yapa_sold_after_all_does_not_slip_under_the_floor():
    basket = three_low().add(CASITA).as_yapa(1).not_yapa(1)
    assert shape(basket) == [("CASITA", 3, "60.00", False), ("CASITA", 1, "80.00", False)]
    assert shape(three_low().as_yapa(0).not_yapa(1)) == [("CASITA", 2, "60.00", False), ("CASITA", 1, "80.00", False)]


def test_a_line_is_held_against_the_floor_that_its_product_has_now():
    dearer = replace(CASITA, prices=a_price("90.00", floor="85.00"))
    line = a_basket(CASITA).lines[0]
    line.check_floor(CASITA, BOB)
    with pytest.raises(PriceUnderFloor) as refused:
        line.check_floor(dearer, BOB)
    assert refused.value.values["floor"] == money("85.00")
    three_low().lines[0].check_floor(dearer, BOB)
    a_basket(TAZA).add_yapa(CASITA).lines[1].check_floor(dearer, BOB)
    with pytest.raises(PriceUnderFloor):
        replace(three_low().lines[0], qty=4).check_floor(CASITA, BOB)


# --- yapa, sold after all -------------------------------------------------------------------------------------------


def test_sold_after_all_a_yapa_goes_back_to_its_line_at_the_price_agreed_there():
    agreed = Basket(BOB).add(CASITA, 3).bargained(0, money("70.00"))
    assert agreed.as_yapa(0).not_yapa(1) == agreed
    assert agreed.as_yapa(0).as_yapa(0).not_yapa(1) == agreed


def test_sold_after_all_with_no_line_to_go_back_to_a_yapa_is_sold_at_its_list_price():
    assert shape(a_basket(CASITA).add_yapa(TAZA, 2).not_yapa(1))[1] == ("TAZA", 2, "10.00", False)
    assert a_basket(TAZA).as_yapa(0).not_yapa(0) == a_basket(TAZA)


def test_a_typed_price_is_remembered_by_its_yapa():
    basket = Basket(BOB).add_priced(SUELTA, money("12.50"), 2)
    assert basket.as_yapa(0).not_yapa(1) == basket
    assert basket.with_qty(0, 1).as_yapa(0).not_yapa(0) == basket.with_qty(0, 1)


def test_pieces_typed_at_different_prices_do_not_become_one_line():
    basket = Basket(BOB).add_priced(SUELTA, money("5.00")).add_priced(SUELTA, money("7.00"))
    assert basket.as_yapa(1).not_yapa(1) == basket
    first_given = basket.as_yapa(1).as_yapa(0).not_yapa(1)
    assert shape(first_given) == [("OPEN-A", 1, "0.00", True), ("OPEN-A", 1, "7.00", False)]


def test_what_never_had_a_price_cannot_be_sold_after_all():
    basket = a_basket(CASITA).add_yapa(SUELTA)
    with pytest.raises(NoPriceInCurrency):
        basket.not_yapa(1)


def test_something_listed_at_nothing_can_be_sold_after_all():
    free = a_product("POSTAL", "0.00")
    assert shape(a_basket(TAZA).add_yapa(free).not_yapa(1))[1] == ("POSTAL", 1, "0.00", False)


@pytest.mark.parametrize("change", ["as_yapa", "not_yapa", "at_list"])
@pytest.mark.parametrize("index", [-1, 1])
def test_a_line_that_is_not_there_cannot_change(change, index):
    with pytest.raises(UnknownLine):
        getattr(a_basket(TAZA), change)(index)


def pieces(basket: Basket) -> dict[str, int]:
    """How many pieces of each product are on the cart."""
    counted: dict[str, int] = {}
    for line in basket.lines:
        counted[line.product.sku] = counted.get(line.product.sku, 0) + line.qty
    return counted


@settings(max_examples=60)
@given(invented.baskets(), st.data())
def test_no_piece_comes_or_goes_whatever_is_given_or_sold_after_all(basket: Basket, data: st.DataObject):
    here = basket
    for _ in range(4):
        index = data.draw(st.integers(0, len(here.lines) - 1))
        here = data.draw(st.sampled_from([here.as_yapa, here.not_yapa]))(index)
        assert pieces(here) == pieces(basket)
        assert all(line.unit_price == 0 and line.approval is None for line in here.lines if line.yapa)
        assert all(line.qty > 0 for line in here.lines)


@settings(max_examples=60)
@given(invented.baskets(), st.data())
def test_giving_a_piece_and_selling_it_after_all_changes_nothing_of_a_longer_line(basket: Basket, data: st.DataObject):
    index = data.draw(st.integers(0, len(basket.lines) - 1))
    line: BasketLine = basket.lines[index]
    assume(not line.yapa and line.approval is None)
    longer = basket.with_qty(index, line.qty + 1)
    assert longer.as_yapa(index).not_yapa(index + 1) == longer


@settings(max_examples=60)
@given(st.integers(0, 50_000), st.integers(1, 10_000).map(lambda hundredths: Decimal(hundredths).scaleb(-2)))
def test_percent_off_leave_a_price_from_nothing_to_the_list_price(listed: int, percent: Decimal):
    product = replace(TAZA, prices=a_price(paper(listed)))
    [line] = a_basket(product).reduced(0, percent).lines
    assert 0 <= line.unit_price <= line.list_price == listed
    # Within half a centavo of what the percentage says.
    assert abs(Decimal(line.unit_price) - listed * (100 - percent) / 100) <= Decimal("0.5")
