"""The open cart: its pieces, what is agreed on, another cart in its place, and taking all of it back."""

from decimal import Decimal

import pytest

from pos.domain.basket import BuyerKind
from pos.domain.open_items import open_item
from pos.domain.people import Approval
from pos.domain.refusals import BadPercent, DiscountTooLarge, NoPriceInCurrency, PriceUnderFloor
from pos.domain.stamps import EventId
from pos.ui.selling.cart import Cart
from tests.builders import BOB, EUR, a_product, money

CUP, HAT = a_product("TAZA"), a_product("CHULLO", "65.00")


def lines(cart: Cart) -> list[tuple[str, int]]:
    """(SKU, pieces) of each line."""
    return [(line.product.sku, line.qty) for line in cart.basket.lines]


@pytest.fixture
def cart() -> Cart:
    """A cup and two hats."""
    filled = Cart(EventId("s1"), BOB, "es")
    for product in (CUP, HAT, HAT):
        filled.add(product)
    return filled


def test_the_same_product_again_is_one_more_piece(cart: Cart):
    assert lines(cart) == [("TAZA", 1), ("CHULLO", 2)]
    assert cart.pieces == 3


def test_a_bargained_line_is_not_the_list_prices_line(cart: Cart):
    cart.basket = cart.basket.bargained(1, money("60.00"))
    cart.add(HAT)
    assert lines(cart) == [("TAZA", 1), ("CHULLO", 2), ("CHULLO", 1)]


def test_a_yapa_line_is_not_the_bought_ones_line(cart: Cart):
    cart.basket = cart.basket.add_yapa(CUP).without(0)
    cart.add(CUP)
    assert [line.yapa for line in cart.basket.lines] == [False, True, False]


def test_a_product_that_is_refused_changes_nothing():
    cart = Cart(EventId("s1"), EUR, "es")
    with pytest.raises(NoPriceInCurrency):
        cart.add(CUP)
    assert cart.is_empty
    assert not cart.can_undo


def test_no_piece_left_takes_the_line_out_and_means_the_one_that_takes_its_place(cart: Cart):
    cart.step(1, -2)
    assert lines(cart) == [("TAZA", 1)]
    assert cart.chosen == 0
    cart.step(0, -1)
    assert cart.is_empty
    assert cart.chosen is None


def test_keys_that_mean_a_line_do_nothing_in_an_empty_cart():
    cart = Cart(EventId("s1"), BOB, "es")
    assert cart.chosen_line is None
    cart.choose_newer(1)
    cart.choose(3)
    cart.undo()
    assert cart.is_empty
    assert cart.chosen is None


def test_undo_goes_back_basket_by_basket_to_the_empty_one(cart: Cart):
    cart.empty()
    cart.undo()
    assert lines(cart) == [("TAZA", 1), ("CHULLO", 2)]
    cart.undo()
    cart.undo()
    cart.undo()
    assert cart.is_empty
    assert not cart.can_undo


def test_choosing_stops_at_both_ends(cart: Cart):
    cart.choose_newer(5)
    assert cart.chosen == 1
    cart.choose_newer(-5)
    assert cart.chosen == 0


def test_the_kind_of_buyer_outlasts_undo_and_emptying(cart: Cart):
    cart.sell_to(BuyerKind.TOURIST)
    cart.undo()
    assert cart.basket.buyer is BuyerKind.TOURIST
    cart.empty()
    assert cart.basket.buyer is BuyerKind.TOURIST


# --- what is agreed on ---------------------------------------------------------------------------------------------


def test_what_is_taken_off_is_told_without_yapas(cart: Cart):
    cart.bargain(1, money("60.00"))
    cart.add(CUP, 2)
    cart.turn_yapa(0)
    cart.discount(money("5.00"))
    assert cart.saved_by_buyer == 2 * 500 + 500


def test_a_price_back_at_the_list_takes_nothing_off(cart: Cart):
    cart.bargain(1, money("60.00"))
    cart.to_list(1)
    assert cart.saved_by_buyer == 0


def test_under_the_floor_a_line_needs_an_approval():
    cart = Cart(EventId("s1"), BOB, "es")
    cart.add(a_product("BOLSO", "120.00", floor="95.00"))
    with pytest.raises(PriceUnderFloor):
        cart.bargain(0, money("90.00"))
    with pytest.raises(PriceUnderFloor):
        cart.reduce(0, Decimal(25))
    cart.reduce(0, Decimal(25), Approval("Marcelo"))
    assert cart.basket.lines[0].unit_price == 9000


def test_a_single_piece_turns_into_a_yapa_and_back(cart: Cart):
    cart.turn_yapa(0)
    assert cart.basket.lines[0].yapa
    assert cart.chosen == 0
    cart.turn_yapa(0)
    assert not cart.basket.lines[0].yapa


def test_of_several_pieces_one_becomes_a_yapa_line_of_its_own_that_is_chosen(cart: Cart):
    cart.turn_yapa(1)
    assert [(line.qty, line.yapa) for line in cart.basket.lines] == [(1, False), (1, False), (1, True)]
    assert cart.chosen == 2
    cart.turn_yapa(2)
    assert lines(cart) == [("TAZA", 1), ("CHULLO", 2)]
    assert cart.chosen == 1


def test_a_discount_that_cannot_be_taken_off_changes_nothing(cart: Cart):
    for discount, refusal in ((money("900.00"), DiscountTooLarge), (Decimal(101), BadPercent)):
        with pytest.raises(refusal):
            cart.discount(discount)
    assert cart.basket.discount is None


def test_a_discount_that_has_become_more_than_the_sale_is_taken_away_and_undo_brings_it_back(cart: Cart):
    cart.discount(money("100.00"))
    cart.remove(1)
    assert cart.lost_discount
    assert cart.basket.discount is None
    cart.undo()
    assert cart.basket.discount == money("100.00")
    assert not cart.lost_discount


def test_each_piece_without_a_label_has_a_price_of_its_own():
    item = open_item("A", "OPEN-A", "2900000000001", {"es": "Pieza sin etiqueta"})
    cart = Cart(EventId("s1"), BOB, "es")
    cart.add_priced(item, money("30.00"))
    with pytest.raises(NoPriceInCurrency):
        cart.add(item)
    cart.add_priced(item, money("45.00"))
    assert [line.unit_price for line in cart.basket.lines] == [3000, 4500]


# --- another cart in its place -------------------------------------------------------------------------------------


def test_undo_leads_back_over_another_cart_with_its_own_buyer(cart: Cart):
    cart.sell_to(BuyerKind.TOURIST)
    cart.become(EventId("s2"))
    cart.add(HAT)
    cart.sell_to(BuyerKind.LOCAL)
    cart.undo()
    assert (cart.id, cart.is_empty, cart.basket.buyer) == ("s2", True, BuyerKind.LOCAL)
    cart.undo()
    assert (cart.id, cart.pieces, cart.basket.buyer) == ("s1", 3, BuyerKind.TOURIST)


def test_a_reopened_cart_has_nothing_before_it_and_means_its_newest_line(cart: Cart):
    other = Cart(EventId("s2"), BOB, "es")
    other.reopen(cart.id, cart.basket)
    assert not other.can_undo
    assert (other.id, other.chosen) == ("s1", 1)
