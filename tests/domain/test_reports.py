"""The figures of a day or an exhibition add up as docs/domain.md says ("Settlement", "Consignment")."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.domain.reports import Report, SalesFigures, ShiftCash, StockPosition, UnitFigures
from tests.builders import BOB, MORNING, minor, money


def a_unit(unit: str = "A", **figures: str) -> UnitFigures:
    """A unit's figures; what is not named is zero."""
    names = ["gross", "commission", "fund", "costs", "advances", "paid", "brought_forward"]
    return UnitFigures(
        unit, f"Familia {unit}", **{name: money(figures.get(name, "0.00")) for name in names}, members=(), products=()
    )


# --- goods ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("counts", "left", "undelivered"),
    [
        # Delivered, sold, yapa, back, returned, loss.
        ((10, 3, 1, 1, 2, 1), 4, 0),
        ((10, 0, 0, 0, 0, 0), 10, 0),
        ((10, 10, 0, 0, 0, 0), 0, 0),
        # Sold more than was delivered: nothing is left, and one piece is for the stall to explain.
        ((10, 10, 1, 0, 0, 0), 0, 1),
        ((0, 2, 0, 0, 0, 0), 0, 2),
        # Brought back broken counts as back and as loss.
        ((10, 4, 0, 1, 0, 1), 6, 0),
    ],
)
def test_what_is_left_of_a_product(counts, left, undelivered):
    position = StockPosition("TAZA", *counts)
    assert (position.left, position.undelivered) == (left, undelivered)


def test_a_product_that_nothing_happened_to_stands_with_zeros():
    assert StockPosition("TAZA") == StockPosition("TAZA", 0, 0, 0, 0, 0, 0)


@given(st.tuples(*[st.integers(0, 99)] * 6))
def test_left_and_undelivered_are_never_both_there_and_never_negative(counts):
    delivered, sold, yapa, back, returned, loss = counts
    position = StockPosition("TAZA", *counts)
    assert position.left >= 0
    assert position.undelivered >= 0
    assert 0 in {position.left, position.undelivered}
    assert position.left - position.undelivered == delivered - sold - yapa + back - returned - loss


# --- money ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("figures", "earned", "balance"),
    [
        # 12.00 + 63.33 − 9.50 − 3.17 − 20.00 − 10.00 − 5.00
        (
            {
                "brought_forward": "12.00", "gross": "63.33", "commission": "9.50", "fund": "3.17",
                "costs": "20.00", "advances": "10.00", "paid": "5.00",
            },
            "50.66",
            "27.66",
        ),
        ({}, "0.00", "0.00"),
        # More came back than was sold, after all was paid: the next settlement carries it.
        ({"gross": "-10.00", "commission": "-1.50", "fund": "-0.50", "paid": "0.00"}, "-8.00", "-8.00"),
        ({"brought_forward": "-8.00", "gross": "20.00", "commission": "3.00", "fund": "1.00"}, "16.00", "8.00"),
    ],
)  # fmt: skip
def test_the_balance_of_a_unit(figures, earned, balance):
    unit = a_unit(**figures)
    assert (unit.earned, unit.balance) == (money(earned), money(balance))


def test_net_sales_are_gross_less_returns():
    sales = SalesFigures(41, 77, money("3250.00"), money("80.00"), money("0.10"), money("0.00"), 3)
    assert sales.net == money("3170.00")


@pytest.mark.parametrize(("counted", "over_short"), [("60.00", "-0.80"), ("60.80", "0.00"), ("61.00", "0.20")])
def test_over_or_short_is_counted_less_expected(counted, over_short):
    assert ShiftCash(money("100.00"), money("60.80"), money(counted)).over_short == money(over_short)


def test_a_total_is_the_sum_over_the_units():
    units = (
        a_unit("A", gross="63.33", commission="9.50", fund="3.17"),
        a_unit("B", gross="31.67", commission="4.75", fund="1.58"),
    )
    sales = SalesFigures(1, 1, money("95.00"), money("0.00"), money("0.00"), money("0.00"), 0)
    report = Report("FERIA", "Feria", BOB, MORNING, MORNING, sales, (), (), units)
    totals = {figure: report.total(figure) for figure in ("gross", "commission", "fund", "earned", "balance", "costs")}
    assert {figure: total.minor for figure, total in totals.items()} == {
        "gross": minor("95.00"),
        "commission": minor("14.25"),
        "fund": minor("4.75"),
        "earned": minor("76.00"),
        "balance": minor("76.00"),
        "costs": 0,
    }


@pytest.mark.parametrize(
    ("delivered", "sold", "sold_out"), [(0, 0, False), (0, 3, False), (3, 2, False), (3, 3, True), (3, 4, True)]
)
def test_only_what_was_delivered_can_be_sold_out(delivered: int, sold: int, sold_out: bool):
    assert StockPosition("CHAL", delivered=delivered, sold=sold).is_sold_out is sold_out
