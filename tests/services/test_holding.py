"""Open carts: kept at each change, held aside and taken back, gone with their sale, told of when they can't be read."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from pos.domain.basket import Basket, BuyerKind
from pos.domain.people import Approval
from pos.domain.refusals import CartUnreadable, EmptyBasket, NoOpenShift, PriceUnderFloor, UnknownCart
from pos.domain.stamps import EventId
from pos.services.acts import Act
from pos.services.cataloguing import Cataloguing
from pos.services.holding import Holding, MissingLine, OpenCart
from tests.builders import MORNING, a_price, a_product, money
from tests.services.stall import BERLIN, CUP, FAIR, JANUARY, Stall, refused, the_catalogue


@pytest.fixture
def holding(opened: Stall) -> Holding:
    return Holding(opened.books, opened.catalogue)


def cart(stall: Stall, *items: str, id: str = "sale-1", minutes: int = 0, basket: Basket | None = None) -> OpenCart:
    """A cart of these items, changed so many minutes after nine."""
    return OpenCart(EventId(id), basket or stall.basket(*items), MORNING + timedelta(minutes=minutes), "Ana")


def act(id: str = "sale-1") -> Act:
    return Act(EventId(id), "A", FAIR, MORNING)


def no_one_knows(stall: Stall) -> Holding:
    """The same over the same books, for a program that has just started."""
    return Holding(stall.books, Cataloguing(stall.books))


# --- the open cart -------------------------------------------------------------------------------------------------


def test_what_was_kept_is_there_after_a_new_start_exactly_as_it_was(opened: Stall, holding: Holding):
    basket = opened.basket(("TAZA", 3), "JUEGO").bargained(0, money("7.00"), Approval("Elena")).as_yapa(0)
    basket = basket.reduced(2, Decimal("2.5")).discounted(Decimal(5)).for_buyer(BuyerKind.TOURIST)
    kept = cart(opened, basket=replace(basket, language="en"))
    holding.keep("A", FAIR, kept)
    assert no_one_knows(opened).opened("A", FAIR) == kept


def test_the_last_change_counts(opened: Stall, holding: Holding):
    holding.keep("A", FAIR, cart(opened, "TAZA"))
    later = cart(opened, "TAZA", "CHAL", minutes=2)
    holding.keep("A", FAIR, later)
    assert holding.opened("A", FAIR) == later
    assert opened.count("draft") == 1


def test_there_is_none_before_the_first_is_kept(holding: Holding):
    assert holding.opened("A", FAIR) is None


def test_a_cart_that_is_emptied_is_let_go(opened: Stall, holding: Holding):
    full = cart(opened, "TAZA")
    holding.keep("A", FAIR, full)
    holding.keep("A", FAIR, replace(full, basket=full.basket.without(0)))
    assert holding.opened("A", FAIR) is None


def test_each_till_and_each_exhibition_has_its_own(opened: Stall, holding: Holding):
    here, there = cart(opened, "TAZA"), cart(opened, "CHAL", id="sale-2")
    abroad = cart(opened, basket=opened.basket("TAZA", exhibition=BERLIN), id="sale-3")
    holding.keep("A", FAIR, here)
    holding.keep("B", FAIR, there)
    holding.keep("A", BERLIN, abroad)
    assert [holding.opened("A", FAIR), holding.opened("B", FAIR), holding.opened("A", BERLIN)] == [here, there, abroad]
    holding.discard("A", here.id)
    assert [holding.opened("A", FAIR), holding.opened("B", FAIR), holding.opened("A", BERLIN)] == [None, there, abroad]


def test_another_cart_kept_over_an_open_one_leaves_that_held(opened: Stall, holding: Holding):
    first, second = cart(opened, "TAZA"), cart(opened, "CHAL", id="sale-2")
    holding.keep("A", FAIR, first)
    holding.keep("A", FAIR, second)
    assert holding.opened("A", FAIR) == second
    assert holding.held("A", FAIR) == (first,)


def test_the_agreed_price_stays_and_the_product_is_as_the_catalogue_has_it_now(opened: Stall, holding: Holding):
    holding.keep("A", FAIR, cart(opened, basket=opened.basket("TAZA").bargained(0, money("9.00"))))
    dearer = replace(CUP, prices=a_price("12.00", "11.00"), name={"es": "Tazón"})
    opened.take_in(the_catalogue(products=(dearer,)))
    [line] = holding.opened("A", FAIR).basket.lines
    assert (line.list_price, line.unit_price, line.product.name) == (1000, 900, {"es": "Tazón"})
    with pytest.raises(PriceUnderFloor):
        holding.opened("A", FAIR).basket.bargained(0, money("9.00"))


# --- a sale takes its cart away ------------------------------------------------------------------------------------


def test_a_finished_sale_takes_its_cart_away_and_no_other(opened: Stall, holding: Holding):
    sold, other = cart(opened, "TAZA"), cart(opened, "CHAL", id="sale-2")
    holding.keep("A", FAIR, sold)
    holding.hold("A", other)
    opened.selling.finish(act(), sold.basket)
    assert holding.opened("A", FAIR) is None
    assert holding.held("A", FAIR) == (other,)


def test_a_refused_sale_leaves_its_cart(opened: Stall, holding: Holding):
    kept = cart(opened, basket=opened.basket("TAZA").discounted(money("99.00")))
    holding.keep("A", FAIR, kept)
    with pytest.raises(Exception, match="discount-too-large"):
        opened.selling.finish(act(), kept.basket)
    assert holding.opened("A", FAIR) == kept


def test_a_sold_cart_cannot_come_back_whoever_keeps_it_late(opened: Stall, holding: Holding):
    late = cart(opened, "TAZA")
    opened.selling.finish(act(), late.basket)
    holding.keep("A", FAIR, late)
    holding.hold("A", late)
    assert holding.opened("A", FAIR) is None
    assert holding.held("A", FAIR) == ()


def test_a_sold_cart_kept_late_takes_no_open_carts_place(opened: Stall, holding: Holding):
    late, following = cart(opened, "TAZA"), cart(opened, "CHAL", id="sale-2")
    opened.selling.finish(act(), late.basket)
    holding.keep("A", FAIR, following)
    holding.keep("A", FAIR, late)
    assert holding.opened("A", FAIR) == following
    assert holding.held("A", FAIR) == ()


# --- holding and taking back ---------------------------------------------------------------------------------------


def test_a_held_cart_makes_room_for_the_next_and_can_be_taken_back(opened: Stall, holding: Holding):
    first, second = cart(opened, "TAZA"), cart(opened, "CHAL", id="sale-2", minutes=1)
    holding.keep("A", FAIR, first)
    holding.hold("A", first)
    assert (holding.opened("A", FAIR), holding.held("A", FAIR)) == (None, (first,))
    holding.keep("A", FAIR, second)
    assert holding.take_back("A", first.id) == first
    assert holding.opened("A", FAIR) == first
    assert holding.held("A", FAIR) == (second,)


def test_taking_back_the_cart_that_is_open_changes_nothing(opened: Stall, holding: Holding):
    kept = cart(opened, "TAZA")
    holding.keep("A", FAIR, kept)
    assert holding.take_back("A", kept.id) == kept
    assert (holding.opened("A", FAIR), holding.held("A", FAIR)) == (kept, ())


def test_held_carts_are_told_in_the_order_in_which_they_were_changed(opened: Stall, holding: Holding):
    for number, minutes in ((1, 7), (2, 3), (3, 5)):
        holding.hold("A", cart(opened, "TAZA", id=f"sale-{number}", minutes=minutes))
    assert [held.id for held in holding.held("A", FAIR)] == ["sale-2", "sale-3", "sale-1"]
    assert holding.held("B", FAIR) == holding.held("A", JANUARY) == ()


def test_an_empty_cart_is_not_held(opened: Stall, holding: Holding):
    refused(opened, EmptyBasket, lambda: holding.hold("A", cart(opened, basket=opened.basket())))


def test_a_cart_never_kept_is_held_where_the_shift_is_and_refused_without_one(stall: Stall):
    holding = Holding(stall.books, stall.catalogue)
    with pytest.raises(NoOpenShift):
        holding.hold("A", cart(stall, "TAZA"))
    stall.open(exhibition=JANUARY)
    holding.hold("A", cart(stall, "TAZA"))
    assert holding.held("A", JANUARY) == (cart(stall, "TAZA"),)


def test_a_cart_stays_at_its_exhibition_when_it_is_held(opened: Stall, holding: Holding):
    abroad = cart(opened, basket=opened.basket("TAZA", exhibition=BERLIN))
    holding.keep("A", BERLIN, abroad)
    holding.hold("A", abroad)
    assert (holding.held("A", BERLIN), holding.held("A", FAIR)) == ((abroad,), ())


@pytest.mark.parametrize("do", [Holding.take_back, Holding.discard], ids=["take_back", "discard"])
def test_what_is_not_held_here_cannot_be_taken_back_or_thrown_away(
    opened: Stall, holding: Holding, do: Callable[[Holding, str, EventId], object]
):
    holding.hold("A", cart(opened, "TAZA"))
    for till, id_ in (("A", "sale-9"), ("B", "sale-1")):
        refused(opened, UnknownCart, lambda till=till, id_=id_: do(holding, till, EventId(id_)))
    assert holding.held("A", FAIR) == (cart(opened, "TAZA"),)


def test_a_held_cart_may_be_thrown_away(opened: Stall, holding: Holding):
    holding.hold("A", cart(opened, "TAZA"))
    holding.discard("A", EventId("sale-1"))
    assert holding.held("A", FAIR) == ()


# --- what can't be had again is told, and stays --------------------------------------------------------------------


def write(stall: Stall, sql: str) -> None:
    """Change the books behind the program's back."""
    with stall.books.transaction():
        stall.books._connection.exec_driver_sql(sql)


def test_a_line_whose_product_is_gone_is_told_by_name(opened: Stall, holding: Holding):
    gone = a_product("GONE", "4.00", name={"es": "Florero", "en": "Vase"})
    basket = opened.basket("TAZA").add(gone, 2).add(opened.product("CHAL"))
    holding.keep("A", FAIR, cart(opened, basket=basket))
    told = holding.opened("A", FAIR)
    assert told.missing == (MissingLine("GONE", "Florero", 2),)
    assert told.basket == opened.basket("TAZA", "CHAL")
    assert told.readable
    assert holding.opened("A", FAIR) == told


def test_an_open_cart_that_cannot_be_read_is_told_and_held_when_another_is_kept(opened: Stall, holding: Holding):
    kept = cart(opened, "TAZA", minutes=4)
    holding.keep("A", FAIR, kept)
    write(opened, "UPDATE draft SET body = '{'")
    told = holding.opened("A", FAIR)
    assert (told.id, told.at, told.readable, told.basket) == (kept.id, kept.at, False, opened.basket())
    following = cart(opened, "CHAL", id="sale-2", minutes=5)
    holding.keep("A", FAIR, following)
    assert holding.opened("A", FAIR) == following
    assert holding.held("A", FAIR) == (told,)


def test_a_program_that_has_just_started_tells_what_cannot_be_read(opened: Stall, holding: Holding):
    holding.keep("A", FAIR, cart(opened, "TAZA"))
    holding.hold("A", cart(opened, "CHAL", id="sale-2"))
    write(opened, "UPDATE draft SET body = '{'")
    assert not no_one_knows(opened).opened("A", FAIR).readable
    assert [held.readable for held in no_one_knows(opened).held("A", FAIR)] == [False]
    with pytest.raises(CartUnreadable):
        no_one_knows(opened).take_back("A", EventId("sale-2"))
    assert opened.shifts.current("A") is not None, "no transaction was left open"


def test_a_held_cart_that_cannot_be_read_stays_held_until_it_is_thrown_away(opened: Stall, holding: Holding):
    holding.hold("A", cart(opened, "TAZA", minutes=4))
    write(opened, "UPDATE draft SET body = '{'")
    why = refused(opened, CartUnreadable, lambda: holding.take_back("A", EventId("sale-1")))
    assert why.values == {"at": MORNING + timedelta(minutes=4)}
    assert [held.readable for held in holding.held("A", FAIR)] == [False]
    holding.discard("A", EventId("sale-1"))
    assert holding.held("A", FAIR) == ()


def test_carts_are_beside_the_books_and_no_fault_of_theirs(opened: Stall, holding: Holding):
    holding.keep("A", FAIR, cart(opened, "TAZA"))
    write(opened, "UPDATE draft SET body = '{'")
    assert opened.faults() == ()
    assert opened.count("fact") == 2
