"""The rows that follow from a fact: whole, unique by their keys, and summing to what the event says."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Table

from pos.domain.facts import Event, kind_of
from pos.storage import fact_tables as t
from pos.storage.fact_tables import PROJECTED
from pos.storage.projection import project
from tests.builders import a_return
from tests.domain.invented import FAIR, Case, cases, steps_back
from tests.storage.golden_events import EVENTS

Rows = dict[Table, list[dict[str, Any]]]


def rows_of(event: Event) -> Rows:
    """Every row of an event, by table."""
    return dict(project(7, event, sale=5))


def total(rows: Rows, table: Table, column: str) -> int:
    return sum(row[column] for row in rows.get(table, []))


@pytest.mark.parametrize("event", EVENTS, ids=kind_of)
def test_a_row_names_every_column_of_its_table(event: Event):
    for table, rows in rows_of(event).items():
        for row in rows:
            assert set(row) == {column.name for column in table.columns}, table.name
            assert row["fact"] == 7


def test_between_them_all_kinds_of_events_fill_every_table():
    assert {table for event in EVENTS for table, rows in rows_of(event).items() if rows} == set(PROJECTED)


@settings(max_examples=60)
@given(st.data())
def test_the_rows_of_any_sale_and_of_its_return_sum_to_what_the_event_says(data: st.DataObject):
    case: Case = data.draw(cases())
    [first, *_] = data.draw(steps_back(case.sale))
    for event in (case.sale, a_return(case.sale, first, exhibition=FAIR)):
        rows = rows_of(event)
        shares = [share for line in event.lines for share in line.shares]
        owed = -sum(row["base_amount"] for row in rows[t.posting] if row["unit"]) if t.posting in rows else 0
        assert total(rows, t.posting, "base_amount") == 0
        assert total(rows, t.line_share, "gross") == sum(line.credited for line in event.lines)
        assert total(rows, t.member_share, "amount") == owed == sum(share.earning for share in shares)
        for table, of_table in rows.items():
            keys = [tuple(row[column.name] for column in table.primary_key) for row in of_table]
            assert max(Counter(keys).values(), default=1) == 1, table.name


def test_a_sale_s_parts_carry_their_rates_and_a_return_s_do_not():
    sale, back = EVENTS[2], EVENTS[3]
    rates = [(row["unit"], row["commission_bps"], row["fund_bps"]) for row in rows_of(sale)[t.line_share]]
    assert rates == [("JK01", 1200, 300), ("JK07", 1500, 0)]
    assert {(row["commission_bps"], row["fund_bps"]) for row in rows_of(back)[t.line_share]} == {(None, None)}
