"""The open cart: one more piece, fewer pieces, taking back."""

import pytest

from pos.domain.basket import BuyerKind
from pos.domain.refusals import NoPriceInCurrency
from pos.ui.cart import Cart
from tests.builders import BOB, EUR, a_product, money

CUP, HAT = a_product("TAZA"), a_product("CHULLO", "65.00")


def lines(cart: Cart) -> list[tuple[str, int]]:
    """(SKU, pieces) of each line."""
    return [(line.product.sku, line.qty) for line in cart.basket.lines]


@pytest.fixture
def cart() -> Cart:
    """A cup and two hats."""
    filled = Cart(BOB, "es")
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
    cart = Cart(EUR, "es")
    with pytest.raises(NoPriceInCurrency):
        cart.add(CUP)
    assert cart.is_empty
    assert not cart.can_undo


def test_no_piece_left_takes_the_line_out_and_means_the_one_that_takes_its_place(cart: Cart):
    cart.step(1, -2)
    assert lines(cart) == [("TAZA", 1)]
    assert cart.chosen == 0
    cart.step_chosen(-1)
    assert cart.is_empty
    assert cart.chosen is None


def test_keys_that_mean_a_line_do_nothing_in_an_empty_cart():
    cart = Cart(BOB, "es")
    cart.step_chosen(1)
    cart.remove_chosen()
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
