"""Goods in, goods back, goods lost: who may hand in what, and that stock never stops a note."""

from dataclasses import replace

import pytest

from pos.domain.consignment import ConsignmentNote, NoteKind
from pos.domain.people import Approval
from pos.domain.refusals import (
    BadQuantity,
    BadText,
    EmptyNote,
    ExhibitionClosed,
    NotTheHolder,
    UnknownCode,
    UnknownExhibition,
    UnknownUnit,
    WrongCheckDigit,
)
from tests.builders import a_product, a_unit
from tests.services.stall import HONEY, JANUARY, Stall, refused, the_catalogue


def note(
    stall: Stall, kind: NoteKind, unit: str, *goods: tuple[str, int], reason: str = "", exhibition: str = "FERIA"
) -> ConsignmentNote:
    """A note of goods."""
    return stall.consigning.note(stall.act(exhibition), kind, unit, goods, reason)


def test_each_kind_of_note_moves_stock_its_own_way(stall: Stall):
    note(stall, NoteKind.DELIVERY, "A", ("TAZA", 10), ("JUEGO", 2))
    note(stall, NoteKind.RETURN, "A", ("TAZA", 3))
    note(stall, NoteKind.LOSS, "A", ("TAZA", 1), reason="se cayó")
    assert stall.rows("SELECT unit, sku, kind, qty FROM stock_movement ORDER BY fact, position") == [
        ("A", "TAZA", "delivered", 10),
        ("A", "JUEGO", "delivered", 2),
        ("A", "TAZA", "returned", 3),
        ("A", "TAZA", "loss", 1),
    ]
    assert stall.rows("SELECT kind, unit, reason FROM consignment_note")[2] == ("loss", "A", "se cayó")


def test_a_note_moves_no_money_and_needs_no_shift(stall: Stall):
    note(stall, NoteKind.DELIVERY, "A", ("TAZA", 10))
    assert stall.ledger() == {}


def test_goods_are_named_by_sku_or_by_barcode(stall: Stall):
    by_code = note(stall, NoteKind.DELIVERY, "B", (HONEY.barcode, 2), (stall.product("CHAL").barcode, 1))
    assert [(line.sku, line.qty) for line in by_code.lines] == [("MIEL", 2), ("CHAL", 1)]


def test_what_was_never_delivered_can_still_go_back_or_be_lost(stall: Stall):
    note(stall, NoteKind.RETURN, "A", ("TAZA", 5))
    note(stall, NoteKind.LOSS, "A", ("TAZA", 5))
    [of_a, _] = stall.reporting.report("FERIA").units
    assert [(p.left, p.undelivered) for p in of_a.products] == [(0, 10)]


def test_a_unit_that_does_not_take_part_may_bring_goods(stall: Stall):
    catalogue = the_catalogue()
    bag = a_product("BOLSO", "120.00", {"Z": 1})
    stall.take_in(replace(catalogue, units=(*catalogue.units, a_unit("Z")), products=(*catalogue.products, bag)))
    note(stall, NoteKind.DELIVERY, "Z", ("BOLSO", 1))
    assert [unit.unit for unit in stall.reporting.report("FERIA").units] == ["A", "B", "Z"]


def test_the_holder_alone_hands_in_a_product_that_two_made(stall: Stall):
    note(stall, NoteKind.DELIVERY, "A", ("JUEGO", 1))
    for kind in NoteKind:
        refusal = refused(stall, NotTheHolder, lambda kind=kind: note(stall, kind, "B", ("JUEGO", 1)))
        assert refusal.values == {"sku": "JUEGO", "holder": "A", "unit": "B"}


@pytest.mark.parametrize(
    ("unit", "goods", "reason", "why"),
    [
        ("Q", [("TAZA", 1)], "", UnknownUnit),
        ("A", [("NADA", 1)], "", UnknownCode),
        ("A", [("7770000000013", 1)], "", WrongCheckDigit),
        ("A", [], "", EmptyNote),
        ("A", [("TAZA", 0)], "", BadQuantity),
        ("A", [("TAZA", -2)], "", BadQuantity),
        ("A", [("TAZA", 1_000_001)], "", BadQuantity),
        ("A", [("TAZA", 1), ("MIEL", 1)], "", NotTheHolder),
        ("A", [("TAZA", 1)], "a\tb", BadText),
    ],
)
def test_a_note_that_is_wrong_anywhere_moves_nothing(stall: Stall, unit: str, goods: list, reason: str, why: type):
    refused(stall, why, lambda: note(stall, NoteKind.LOSS, unit, *goods, reason=reason))


def test_at_an_exhibition_that_is_unknown_or_closed_nothing_moves(stall: Stall):
    refused(stall, UnknownExhibition, lambda: note(stall, NoteKind.RETURN, "A", ("TAZA", 1), exhibition="NADA"))
    stall.settling.close_exhibition(stall.act(), Approval("elena"))
    for kind in NoteKind:
        refused(stall, ExhibitionClosed, lambda kind=kind: note(stall, kind, "A", ("TAZA", 1)))
    note(stall, NoteKind.DELIVERY, "A", ("TAZA", 1), exhibition=JANUARY)


def test_the_same_act_again_gives_the_note_that_it_became(stall: Stall):
    act = stall.act()
    first = stall.consigning.note(act, NoteKind.DELIVERY, "A", [("TAZA", 10)])
    assert stall.consigning.note(act, NoteKind.DELIVERY, "A", [("TAZA", 10)]) == first
    assert stall.count("stock_movement") == 1
