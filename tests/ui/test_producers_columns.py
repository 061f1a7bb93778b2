"""Which columns the producers' table has room for; however few, they add up to what is to be paid."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pos.domain.money import Money
from pos.domain.people import Approval
from pos.services.desk import Desk
from pos.texts import Texts
from pos.ui.producers.producers_columns import Columns
from tests.builders import BOB
from tests.ui.fair_day import fair_desk
from tests.ui.stand import CHRISTMAS_FAIR


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The evening of the example day."""
    with fair_desk(tmp_path) as found:
        yield found


@pytest.mark.parametrize("width", [560, 640, 708, 900, 1014, 1200, 1568, 2200])
def test_the_columns_that_have_room_add_up_to_what_is_to_be_paid(desk: Desk, width: int):
    overview = desk.producers_day.overview(CHRISTMAS_FAIR)
    places = Columns(Texts()).laid_out(overview, width)
    assert [place.left for place in places[1:]] == [place.right for place in places[:-1]]
    assert places[-1].right == width
    for row in (*overview.rows, overview.totals):
        money_of = [place.column for place in places if place.column.group == "money"]
        *parts, balance = [column.figure(row).minor for column in money_of]
        assert sum(parts) == balance


def test_costs_and_what_was_brought_forward_get_their_columns(desk: Desk):
    desk.till.settling.close_exhibition(desk.act(), Approval("Marcelo"))
    overview = desk.producers_day.overview(CHRISTMAS_FAIR, desk.clock.at.date())
    for width in (708, 1014, 1568):
        columns = [place.column for place in Columns(Texts()).laid_out(overview, width)]
        for row in overview.rows:
            *parts, balance = [column.figure(row).minor for column in columns if column.group == "money"]
            assert sum(parts) == balance


@pytest.mark.parametrize("width", [708, 1014, 1568])
def test_six_figures_widen_their_columns(desk: Desk, width: int):
    overview = desk.producers_day.overview(CHRISTMAS_FAIR)
    large = Money(98_765_432, BOB)
    rows = tuple(
        replace(row, gross=large, commission=large, fund=large, advances=large, paid=large, balance=large)
        for row in overview.rows
    )
    totals = replace(overview.totals, gross=large, commission=large, fund=large, advances=large, paid=large)
    columns = Columns(Texts())
    places = columns.laid_out(replace(overview, rows=rows, totals=totals), width)
    for place in places[1:]:
        assert place.width >= columns._needed(place.column, replace(overview, rows=rows, totals=totals))
    assert places[0].width >= 80
