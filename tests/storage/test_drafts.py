"""Open carts as rows: any basket comes back as it was, and a row that can't be read is told and stays."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pos.domain.basket import Basket, BuyerKind
from pos.domain.people import Approval
from pos.domain.stamps import EventId
from pos.storage.books import Books
from pos.storage.drafts import Draft, DraftBody, DraftLine, DraftsWriter, draft_body
from tests.builders import BOB, MORNING, a_basket, a_product, money
from tests.domain import invented
from tests.services.stall import Stall

CUP = a_product("TAZA", "10.00", floor="8.00")


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Books]:
    with Books(tmp_path_factory.mktemp("drafts") / "books.sqlite") as books:
        yield books


@pytest.fixture
def drafts(books: Books) -> Iterator[DraftsWriter]:
    """Drafts to write; nothing of it is kept."""
    with books._connection.begin() as transaction:
        yield DraftsWriter(books._connection)
        transaction.rollback()


def draft(number: int = 1, basket: Basket | None = None, **fields: object) -> Draft:
    given = {"till": "A", "exhibition": "FERIA", "held": False, "at": MORNING + timedelta(minutes=number)}
    return Draft(id=EventId(f"cart-{number}"), body=draft_body(basket or a_basket(CUP), "Ana"), **(given | fields))


def back(body: DraftBody, basket: Basket) -> Basket:
    """What is read of a body after it was written, the catalogue being as it was."""
    told = msgspec.json.decode(msgspec.json.encode(body), type=DraftBody)
    return told.basket({line.product.sku: line.product for line in basket.lines})


def damage(books: Books, column: str, value: object) -> None:
    books._connection.exec_driver_sql(f"UPDATE draft SET {column} = ?", (value,))


# --- a basket and its body -----------------------------------------------------------------------------------------


@settings(max_examples=80)
@given(invented.baskets(), st.sampled_from([None, *BuyerKind]), st.sampled_from(["es", "en", "ay"]))
def test_any_basket_comes_back_exactly_as_it_was(basket: Basket, buyer: BuyerKind | None, language: str):
    basket = replace(basket.for_buyer(buyer), language=language)
    assert back(draft_body(basket, "Ana"), basket) == basket


@pytest.mark.parametrize(
    "discount", [None, Decimal(10), Decimal("12.50"), Decimal("1E+1"), money("0.10"), money("9.99")]
)
def test_a_discount_comes_back_as_what_it_was(discount):
    basket = a_basket(CUP).discounted(discount)
    again = back(draft_body(basket, "Ana"), basket)
    assert (again, str(again.discount)) == (basket, str(basket.discount))


def test_what_was_agreed_given_and_approved_comes_back():
    basket = Basket(BOB).add(CUP, 3).bargained(0, money("7.00"), Approval("Elena")).as_yapa(0)
    basket = basket.add_priced(a_product("OPEN-A", prices={}), money("4.50"))
    assert back(draft_body(basket, "Ana"), basket) == basket


def test_how_many_pieces_a_supervisor_approved_comes_back_and_is_all_of_them_where_it_is_not_told():
    low = Basket(BOB).add(CUP, 3).bargained(0, money("5.00"), Approval("elena")).with_qty(0, 2)
    body = draft_body(low, "Ana")
    assert back(body, low).lines[0].approved == 3
    [line] = body.lines
    older = replace_line(body, msgspec.structs.replace(line, approved=None))
    assert back(older, low).lines[0].approved == 2


def replace_line(body: DraftBody, line: DraftLine) -> DraftBody:
    return msgspec.structs.replace(body, lines=(line,))


def test_a_product_that_is_gone_leaves_its_line_out_and_its_name_behind():
    basket = a_basket(CUP, a_product("PLATO", "5.00"))
    body = draft_body(basket, "Ana")
    assert body.basket({"TAZA": CUP}) == a_basket(CUP)
    assert [(line.sku, line.name, line.qty) for line in body.lines] == [("TAZA", "Taza", 1), ("PLATO", "Plato", 1)]


# --- rows ----------------------------------------------------------------------------------------------------------


def test_a_cart_is_kept_and_changed_under_its_id(drafts: DraftsWriter):
    drafts.keep(draft())
    changed = draft(1, a_basket(CUP, CUP), at=MORNING + timedelta(minutes=9))
    drafts.keep(changed)
    assert drafts.find(EventId("cart-1")) == changed
    assert drafts.of_till("A", "FERIA", held=False) == [changed]


def test_carts_are_told_by_till_and_exhibition_the_oldest_first(drafts: DraftsWriter):
    for kept in (draft(3, held=True), draft(1, held=True), draft(2, held=True, till="B"), draft(4, exhibition="ENERO")):
        drafts.keep(kept)
    assert [kept.id for kept in drafts.of_till("A", "FERIA", held=True)] == ["cart-1", "cart-3"]
    assert [kept.id for kept in drafts.of_till("B", "FERIA", held=True)] == ["cart-2"]
    assert [kept.id for kept in drafts.of_till("A", "ENERO", held=False)] == ["cart-4"]
    assert not drafts.of_till("A", "FERIA", held=False)


def test_one_cart_is_open_at_a_till_and_exhibition_the_others_are_held(drafts: DraftsWriter):
    drafts.keep(draft(1))
    drafts.keep(draft(1, till="B"))
    drafts.keep(draft(2))
    drafts.keep(draft(3, exhibition="ENERO"))
    drafts.keep(draft(4))
    assert [kept.id for kept in drafts.of_till("A", "FERIA", held=False)] == ["cart-4"]
    assert [kept.id for kept in drafts.of_till("A", "FERIA", held=True)] == ["cart-2"]
    assert len(drafts.of_till("B", "FERIA", held=False)) == len(drafts.of_till("A", "ENERO", held=False)) == 1


def test_a_held_cart_opens_again_in_place_of_the_open_one(drafts: DraftsWriter):
    drafts.keep(draft(1, held=True))
    drafts.keep(draft(2))
    drafts.open_again(drafts.find(EventId("cart-1")))
    assert [kept.id for kept in drafts.of_till("A", "FERIA", held=False)] == ["cart-1"]
    assert [kept.id for kept in drafts.of_till("A", "FERIA", held=True)] == ["cart-2"]


def test_a_cart_that_is_let_go_is_gone_and_may_be_let_go_again(drafts: DraftsWriter):
    drafts.keep(draft())
    for _ in range(2):
        drafts.remove(EventId("cart-1"))
        assert drafts.find(EventId("cart-1")) is None


def test_a_cart_whose_id_is_a_facts_is_sold_and_not_kept(stall: Stall):
    stall.open()
    sold = stall.sell("TAZA")
    with stall.books.transaction() as books:
        books.drafts.keep(msgspec.structs.replace(draft(), id=sold.stamp.id))
        assert books.drafts.find(sold.stamp.id) is None


# --- rows that can't be read ---------------------------------------------------------------------------------------


def body(**fields: object) -> str:
    """A body with some fields otherwise."""
    return msgspec.json.encode(msgspec.to_builtins(draft_body(a_basket(CUP), "Ana")) | fields).decode()


def line(**fields: object) -> list[dict[str, object]]:
    [told] = msgspec.to_builtins(draft_body(a_basket(CUP), "Ana"))["lines"]
    return [told | fields]


@pytest.mark.parametrize(
    "written",
    [
        "",
        "{",
        "[]",
        "\0",
        body(version=2),
        body(version="1"),
        body(by=None),
        body(currency="ZZZ"),
        body(discount_percent="ten"),
        body(buyer="pirate"),
        body(lines=line(qty=0)),
        body(lines=line(qty=-1)),
        body(lines=line(unit_price=-1)),
        body(lines=line(list_price="10.00")),
        body(lines=line(supervisor="\u202e")),
        body(lines=line(qty=1_000_001)),
    ],
)
def test_a_body_that_is_no_basket_is_told_as_none_and_stays(books: Books, drafts: DraftsWriter, written: str):
    drafts.keep(draft())
    damage(books, "body", written)
    for _ in range(2):
        [kept] = drafts.of_till("A", "FERIA", held=False)
        assert (kept.id, kept.at, kept.body) == ("cart-1", draft().at, None)


def test_a_time_that_is_none_does_not_hide_the_basket(books: Books, drafts: DraftsWriter):
    drafts.keep(draft())
    damage(books, "changed_at", "yesterday")
    kept = drafts.find(EventId("cart-1"))
    assert (kept.at, kept.body) == (datetime(1970, 1, 1, tzinfo=UTC), draft().body)


def test_a_basket_read_is_the_same_whatever_was_added_to_its_body(books: Books, drafts: DraftsWriter):
    """A field that a later program adds without a new version is passed over."""
    drafts.keep(draft())
    damage(books, "body", body(colour="blue"))
    assert drafts.find(EventId("cart-1")).body == draft().body
