"""The sale being made: lines, bargains, yapa, sale discount (docs/domain.md, "A sale", 1 and 2)."""

from decimal import Decimal

import pytest
from hypothesis import given, settings

from pos.domain.basket import Basket, BuyerKind
from pos.domain.people import Approval
from pos.domain.refusals import (
    AmountNotPositive,
    BadPercent,
    BadQuantity,
    CurrencyMismatch,
    DiscountTooLarge,
    EmptyBasket,
    NegativePrice,
    NoPriceInCurrency,
    PriceUnderFloor,
    UnknownLine,
    YapaAlone,
    YapaHasNoPrice,
)
from tests.builders import BOB, EUR, a_basket, a_price, a_product, minor, money, paper
from tests.domain import invented

TAZA = a_product("TAZA", "10.00")
CASITA = a_product("CASITA", "80.00", floor="65.00")
ARETE = a_product("ARETE", "7.50")


# --- lines ---------------------------------------------------------------------------------------------------------


def test_a_line_is_quantity_times_unit_price():
    basket = Basket(BOB).add(CASITA).add(ARETE, 2)
    assert [paper(line.amount) for line in basket.lines] == ["80.00", "15.00"]
    assert (paper(basket.total), paper(basket.due)) == ("95.00", "95.00")


def test_the_same_product_twice_is_two_lines_and_a_yapa_a_third_each_of_one_piece():
    assert [line.qty for line in a_basket(TAZA, TAZA).add_yapa(TAZA).lines] == [1, 1, 1]


@pytest.mark.parametrize("qty", [0, -1, 1_000_001])
def test_a_line_has_at_least_one_piece(qty):
    for change in (
        lambda basket: basket.add(TAZA, qty),
        lambda basket: basket.add_yapa(TAZA, qty),
        lambda basket: basket.with_qty(0, qty),
    ):
        with pytest.raises(BadQuantity):
            change(a_basket(TAZA))


def test_a_product_without_a_price_in_the_currency_cannot_be_sold_but_can_be_given():
    abroad = Basket(EUR).add(a_product("POSTAL", prices=a_price("3.00", code="EUR")))
    with pytest.raises(NoPriceInCurrency):
        abroad.add(TAZA)
    given_free = abroad.add_yapa(TAZA).lines[1]
    assert (given_free.list_price, given_free.unit_price) == (0, 0)


def test_a_yapa_costs_nothing_and_knows_its_list_price():
    line = a_basket(CASITA).add_yapa(TAZA, 2).lines[1]
    assert (line.yapa, line.amount, paper(line.list_price)) == (True, 0, "10.00")


def test_quantity_changes_and_the_agreed_price_stays():
    line = a_basket(CASITA).bargained(0, money("75.00")).with_qty(0, 3).lines[0]
    assert (line.qty, paper(line.amount)) == (3, "225.00")


def test_a_line_can_be_taken_out():
    assert [line.product.sku for line in a_basket(TAZA, CASITA, ARETE).without(1).lines] == ["TAZA", "ARETE"]


@pytest.mark.parametrize("index", [-1, 2, 99])
def test_a_line_that_is_not_there_is_told_as_people_count(index):
    for change in (
        lambda basket: basket.with_qty(index, 1),
        lambda basket: basket.without(index),
        lambda basket: basket.bargained(index, money("1.00")),
    ):
        with pytest.raises(UnknownLine) as refused:
            change(a_basket(TAZA, CASITA))
        assert refused.value.values["line"] == index + 1


def test_every_change_leaves_the_basket_before_it_as_it_was():
    before = a_basket(CASITA)
    changes = [
        before.add(TAZA),
        before.add_yapa(TAZA),
        before.with_qty(0, 2),
        before.bargained(0, money("70.00")),
        before.discounted(money("1.00")),
        before.for_buyer(BuyerKind.TOURIST),
        before.without(0),
    ]
    assert before == a_basket(CASITA)
    assert before not in changes


# --- bargains ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("price", ["79.99", "65.00", "80.00", "95.00"])
def test_a_price_from_the_floor_up_is_the_cashiers_to_agree(price):
    line = a_basket(CASITA).bargained(0, money(price)).lines[0]
    assert (paper(line.unit_price), paper(line.list_price), line.approval) == (price, "80.00", None)


def test_a_price_under_the_floor_needs_a_supervisor():
    with pytest.raises(PriceUnderFloor) as refused:
        a_basket(CASITA).bargained(0, money("64.99"))
    assert refused.value.needs_supervisor
    assert refused.value.values == {"price": money("64.99"), "sku": "CASITA", "floor": money("65.00")}
    line = a_basket(CASITA).bargained(0, money("64.99"), Approval("elena")).lines[0]
    assert (paper(line.unit_price), line.approval) == ("64.99", Approval("elena"))


def test_a_supervisors_word_is_kept_only_where_it_was_needed():
    low = a_basket(CASITA).bargained(0, money("60.00"), Approval("elena"))
    assert low.bargained(0, money("70.00"), Approval("elena")).lines[0].approval is None
    assert low.bargained(0, money("70.00")).lines[0].approval is None


def test_without_a_floor_any_price_may_be_agreed_even_none_at_all():
    assert a_basket(TAZA).bargained(0, money("0.00")).total == 0


def test_no_price_is_under_zero_whoever_approves():
    with pytest.raises(NegativePrice):
        a_basket(TAZA).bargained(0, money("-0.01"), Approval("elena"))


def test_a_yapa_has_no_price():
    with pytest.raises(YapaHasNoPrice):
        a_basket(CASITA).add_yapa(TAZA).bargained(1, money("1.00"))


@pytest.mark.parametrize("product", [TAZA, CASITA], ids=["without_floor", "with_floor"])
def test_a_price_in_another_currency_is_refused(product):
    with pytest.raises(CurrencyMismatch):
        a_basket(product).bargained(0, money("70.00", "USD"))


# --- the sale discount ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("discount", "parts", "due"),
    [
        # Lines of 80.00, 15.00 and a yapa.
        (None, ["0.00", "0.00", "0.00"], "95.00"),
        (Decimal(10), ["8.00", "1.50", "0.00"], "85.50"),
        # 9.50 as an amount is the same.
        (money("9.50"), ["8.00", "1.50", "0.00"], "85.50"),
        # 80/95 of 1.00 are 84.21 centavos, 15/95 are 15.79: the second has the larger remainder.
        (money("1.00"), ["0.84", "0.16", "0.00"], "94.00"),
        # 3.3 % of 95.00 are 3.135, so 3.14: 80/95 of it are 264.42 centavos, 15/95 are 49.58.
        (Decimal("3.3"), ["2.64", "0.50", "0.00"], "91.86"),
        (money("95.00"), ["80.00", "15.00", "0.00"], "0.00"),
        (Decimal(100), ["80.00", "15.00", "0.00"], "0.00"),
    ],
)
def test_a_discount_is_shared_over_the_lines_that_are_paid_for(discount, parts, due):
    basket = Basket(BOB).add(CASITA).add(ARETE, 2).add_yapa(TAZA).discounted(discount)
    assert [paper(line.discount) for line in basket.priced()] == parts
    assert paper(basket.due) == due


def test_an_odd_centavo_of_discount_goes_to_the_earlier_of_equal_lines():
    priced = a_basket(TAZA, TAZA, TAZA).discounted(money("1.00")).priced()
    assert [paper(line.discount) for line in priced] == ["0.34", "0.33", "0.33"]
    assert [paper(line.net) for line in priced] == ["9.66", "9.67", "9.67"]


def test_a_yapa_between_two_lines_takes_no_discount():
    priced = a_basket(TAZA).add_yapa(ARETE).add(CASITA).discounted(money("9.00")).priced()
    assert [paper(line.discount) for line in priced] == ["1.00", "0.00", "8.00"]


def test_the_discount_is_of_the_bargained_prices():
    basket = a_basket(CASITA).bargained(0, money("70.00")).discounted(Decimal(10))
    assert paper(basket.discount_amount) == "7.00"


def test_a_discount_may_be_taken_off_again():
    assert a_basket(TAZA).discounted(money("1.00")).discounted(None) == a_basket(TAZA)


@pytest.mark.parametrize(
    ("discount", "refusal"),
    [
        (money("0.00"), AmountNotPositive),
        (money("-1.00"), AmountNotPositive),
        (money("10.01"), DiscountTooLarge),
        (money("1.00", "USD"), CurrencyMismatch),
        (Decimal(0), BadPercent),
        (Decimal("100.01"), BadPercent),
        (Decimal("NaN"), BadPercent),
    ],
)
def test_a_discount_is_some_of_the_lines_sum_in_their_currency(discount, refusal):
    basket = a_basket(TAZA).discounted(discount)
    for read in (lambda: basket.discount_amount, lambda: basket.due, basket.priced):
        with pytest.raises(refusal):
            read()


def test_too_large_a_discount_is_told_with_the_sum():
    with pytest.raises(DiscountTooLarge) as refused:
        a_basket(TAZA).discounted(money("10.01")).priced()
    assert refused.value.values == {"discount": money("10.01"), "total": money("10.00")}


def test_there_is_something_to_sell_and_not_only_yapa():
    with pytest.raises(EmptyBasket):
        Basket(BOB).priced()
    with pytest.raises(YapaAlone):
        Basket(BOB).add_yapa(TAZA).priced()


def test_goods_at_no_price_take_no_discount():
    free = a_basket(TAZA).bargained(0, money("0.00"))
    assert [line.net for line in free.priced()] == [0]
    assert [line.discount for line in free.discounted(Decimal(10)).priced()] == [0]


@settings(max_examples=80)
@given(invented.baskets())
def test_parts_of_the_discount_are_in_proportion_and_sum_to_it(basket):
    priced = basket.priced()
    assert sum(line.discount for line in priced) == basket.discount_amount
    assert sum(line.net for line in priced) == basket.due == basket.total - basket.discount_amount
    assert len(priced) == len(basket.lines)
    for line in priced:
        assert 0 <= line.net <= line.line.amount
        # In proportion to the line's amount, within a centavo.
        off = line.discount * basket.total - basket.discount_amount * line.line.amount
        assert abs(off) < max(1, basket.total)
        if line.line.yapa:
            assert line.net == line.discount == 0


# --- who buys ------------------------------------------------------------------------------------------------------


def test_a_buyer_is_local_tourist_institution_or_other_or_not_asked():
    assert [kind.value for kind in BuyerKind] == ["local", "tourist", "institution", "other"]
    assert a_basket().buyer is None
    assert a_basket().for_buyer(BuyerKind.TOURIST).buyer is BuyerKind.TOURIST


def test_amounts_are_counted_in_the_minor_unit():
    assert a_basket(CASITA).total == minor("80.00") == 8000
