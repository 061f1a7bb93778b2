"""Where a unit stands, from its figures alone."""

from dataclasses import replace

import pytest

from pos.domain.unit_days import Overview, PieceCount, TotalsRow, UnitRow, UnitState
from tests.builders import BOB, money

ZERO = money("0.00")


def row(**fields: object) -> UnitRow:
    """A unit at rest, but for what is given."""
    sums = dict.fromkeys(
        ("brought_forward", "gross", "commission", "fund", "costs", "advances", "paid", "balance"), ZERO
    )
    given: dict[str, object] = {"unit": "A", "name": "Familia A", "emblem": ("casa", "rojo"), "pieces": PieceCount()}
    return UnitRow(**(given | sums | fields))


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, UnitState.NOTHING),
        ({"pieces": PieceCount(delivered=3, left=3)}, UnitState.NOTHING),
        ({"gross": money("10.00"), "balance": money("8.00")}, UnitState.DUE),
        ({"brought_forward": money("8.00"), "balance": money("8.00")}, UnitState.DUE),
        ({"gross": money("10.00"), "paid": money("10.00")}, UnitState.PAID),
        ({"advances": money("5.00"), "balance": money("-5.00")}, UnitState.OWES),
        ({"pieces": PieceCount(sold=1, undelivered=1), "balance": money("8.00")}, UnitState.COUNT),
        ({"pieces": PieceCount(sold=1, undelivered=1), "balance": money("-1.00")}, UnitState.COUNT),
    ],
)
def test_what_there_is_still_to_do_with_a_unit(fields: dict[str, object], state: UnitState):
    assert row(**fields).state is state


def test_what_it_received_is_advances_and_payouts():
    assert row(advances=money("5.00"), paid=money("7.50")).received == money("12.50")


def test_nobody_came_while_all_is_at_rest():
    totals = TotalsRow(PieceCount(), *[ZERO] * 8)
    overview = Overview("FERIA", BOB, None, (row(),), totals)
    assert overview.nobody_came
    assert not replace(overview, rows=(row(pieces=PieceCount(delivered=1, left=1)),)).nobody_came
    assert not replace(overview, rows=(row(balance=money("1.00")),)).nobody_came
    assert overview.owed == ()
