"""Goods that enter and leave the stall (docs/domain.md, "Consignment and reconciliation")."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pos.domain.consignment import (
    MovementKind,
    NoteKind,
    StockMovement,
    consignment_note,
    note_movements,
    return_movements,
    sale_movements,
)
from pos.domain.refusals import BadQuantity, BadText, EmptyNote, NotTheHolder
from tests.builders import a_basket, a_product, a_return, a_sale, a_stamp
from tests.domain import invented

TAZA = a_product("TAZA")
PLATO = a_product("PLATO")
JUEGO = a_product("JUEGO", "100.00", {"A": 2, "B": 1}, holder="B")


def note(kind=NoteKind.DELIVERY, unit="A", goods=((TAZA, 10),), reason=""):
    return consignment_note(a_stamp(1), kind, unit, goods, reason)


# --- notes ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "moved"),
    [
        (NoteKind.DELIVERY, MovementKind.DELIVERED),
        (NoteKind.RETURN, MovementKind.RETURNED),
        (NoteKind.LOSS, MovementKind.LOSS),
    ],
)
def test_each_kind_of_note_moves_stock_its_own_way(kind, moved):
    assert note_movements(note(kind, goods=[(TAZA, 10), (PLATO, 2)])) == (
        StockMovement("A", "TAZA", moved, 10),
        StockMovement("A", "PLATO", moved, 2),
    )


def test_a_loss_says_why():
    assert note(NoteKind.LOSS, reason="se rompió").reason == "se rompió"
    with pytest.raises(BadText):
        note(NoteKind.LOSS, reason="se\nrompió")


def test_a_co_made_product_is_delivered_and_taken_back_by_its_holder():
    assert note(unit="B", goods=[(JUEGO, 3)]).unit == "B"
    for kind in NoteKind:
        with pytest.raises(NotTheHolder) as refused:
            note(kind, unit="A", goods=[(TAZA, 1), (JUEGO, 3)])
        assert refused.value.values == {"sku": "JUEGO", "holder": "B", "unit": "A"}


def test_a_note_names_goods():
    with pytest.raises(EmptyNote):
        note(goods=())


@pytest.mark.parametrize("qty", [0, -1, 1_000_001])
def test_goods_are_counted_from_one(qty):
    with pytest.raises(BadQuantity):
        note(goods=[(TAZA, qty)])


# --- sales and returns ---------------------------------------------------------------------------------------------


def test_a_sale_takes_pieces_from_the_holder_and_counts_yapa_apart():
    sale = a_sale(a_basket(TAZA, JUEGO).with_qty(0, 3).add_yapa(TAZA, 2))
    assert sale_movements(sale) == (
        StockMovement("A", "TAZA", MovementKind.SOLD, 3),
        StockMovement("B", "JUEGO", MovementKind.SOLD, 1),
        StockMovement("A", "TAZA", MovementKind.YAPA, 2),
    )


def test_what_comes_back_goes_on_sale_again():
    sale = a_sale(a_basket(TAZA).with_qty(0, 3).add_yapa(JUEGO))
    assert return_movements(a_return(sale, [(1, 2), (2, 1)])) == (
        StockMovement("A", "TAZA", MovementKind.BACK, 2),
        StockMovement("B", "JUEGO", MovementKind.BACK, 1),
    )


def test_what_comes_back_broken_is_back_and_lost():
    sale = a_sale(a_basket(TAZA).with_qty(0, 3))
    assert return_movements(a_return(sale, [(1, 2)], restock=False)) == (
        StockMovement("A", "TAZA", MovementKind.BACK, 2),
        StockMovement("A", "TAZA", MovementKind.LOSS, 2),
    )


@settings(max_examples=30)
@given(st.data(), invented.cases())
def test_all_pieces_of_a_sale_can_come_back_and_no_more(data, case):
    out: Counter = Counter()
    for movement in sale_movements(case.sale):
        assert movement.kind in {MovementKind.SOLD, MovementKind.YAPA}
        out[movement.unit, movement.sku] += movement.qty
    already: Counter = Counter()
    for wanted in data.draw(invented.steps_back(case.sale)):
        for movement in return_movements(a_return(case.sale, wanted, already, exhibition=invented.FAIR)):
            assert movement.kind is MovementKind.BACK
            out[movement.unit, movement.sku] -= movement.qty
        already.update(dict(wanted))
    assert set(out.values()) == {0}
