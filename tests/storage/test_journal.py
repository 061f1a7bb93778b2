"""What the chain of facts is asked while the till works: numbers, shifts, drawers, what came back."""

from dataclasses import replace

import pytest

from pos.domain.ledger import GENESIS
from pos.domain.people import Approval
from pos.domain.stamps import EventId
from pos.storage.journal import OpenShift, TillState
from tests.services.stall import BERLIN, FAIR, JANUARY, Stall


def test_a_till_that_never_did_anything_stands_at_the_beginning(stall: Stall):
    with stall.books.reading() as books:
        assert books.journal.till("Z") == TillState("Z", 0, GENESIS, 0, 0, 0, None)
        assert books.journal.tills() == ("A",)


def test_a_till_stands_where_its_last_fact_left_it(rich: Stall):
    with rich.books.reading() as books:
        a, b = books.journal.till("A"), books.journal.till("B")
    assert (a.sequence, a.sale_number, a.return_number, a.z_number, a.shift) == (15, 3, 2, 1, None)
    assert (b.sequence, b.sale_number, b.return_number, b.z_number) == (10, 2, 2, 1)
    heads = rich.rows("SELECT hash FROM fact f WHERE sequence = (SELECT max(sequence) FROM fact WHERE till = f.till)")
    assert {(a.hash,), (b.hash,)} == set(heads)
    [(opened,)] = rich.rows("SELECT id FROM shift WHERE cashier = 'carla'")
    assert b.shift == OpenShift(opened, "carla", FAIR, 3, 1)


def test_every_event_is_found_by_its_id_as_it_was_written(rich: Stall):
    with rich.books.reading() as books:
        for id_, kind in rich_ids(rich):
            event = books.journal.event(EventId(id_))
            assert (event.stamp.id, type(event).__name__.lower().replace("_", "")) == (id_, event_name(kind))
        assert books.journal.event(EventId("nothing")) is None


def rich_ids(stall: Stall) -> list[tuple[str, str]]:
    rows = stall.books._connection.exec_driver_sql("SELECT id, kind FROM fact")
    return [(row[0], row[1]) for row in rows]


def event_name(kind: str) -> str:
    return {"sale_return": "return"}.get(kind, kind.replace("_", ""))


def test_a_sale_is_found_by_its_receipt_and_nothing_else_is(rich: Stall):
    with rich.books.reading() as books:
        sale = books.journal.sale_of_receipt("A-000002")
        assert books.journal.sale(sale.stamp.id) == sale
        assert books.journal.sale_of_receipt("A-000009") is None
        assert books.journal.sale_of_receipt("AR-000001") is None
        returns = [id_ for id_, kind in rich_ids(rich) if kind == "sale_return"]
        assert [books.journal.sale(EventId(id_)) for id_ in returns] == [None] * 4


def test_what_came_back_of_a_sale_is_counted_by_line_over_all_returns_and_tills(rich: Stall):
    with rich.books.reading() as books:
        sales = {n: books.journal.sale_of_receipt(n).stamp.id for n in ("A-000001", "A-000002", "B-000002")}
        assert books.journal.returned(sales["A-000001"]) == {1: 1, 2: 1}
        assert books.journal.returned(sales["A-000002"]) == {2: 1}
        assert books.journal.returned(sales["B-000002"]) == {}
        assert books.journal.returned(EventId("nothing")) == {}


def test_what_happened_at_an_exhibition_and_whether_it_is_closed(rich: Stall):
    with rich.books.reading() as books:
        assert books.journal.has_facts_of(FAIR)
        assert books.journal.is_closed(FAIR)
        assert not books.journal.has_facts_of(JANUARY)
        assert not books.journal.is_closed(BERLIN)


def test_a_drawer_holds_what_its_own_shift_put_in(stall: Stall):
    first = stall.open({"BOB": {"10.00": 3}, "USD": {"20.00": 1}})
    other = stall.open({"BOB": {"1.00": 1}}, till="B")
    stall.sell("TAZA")
    stall.sell("MIEL", till="B")
    with stall.books.reading() as books:
        assert books.journal.drawer(first.stamp.id) == {"BOB": (4000, 4000), "USD": (2000, 13920)}
        assert books.journal.drawer(other.stamp.id) == {"BOB": (660, 660)}
        assert books.journal.opening_float(first.stamp.id) == {"BOB": 3000, "USD": 2000}
        assert books.journal.net_of_shift(first.stamp.id) == 1000
        assert books.journal.net_of_shift(other.stamp.id) == 555
    stall.close_shift({})
    with stall.books.reading() as books:
        assert books.journal.drawer(first.stamp.id) == {"BOB": (0, 0), "USD": (0, 0)}


def test_the_grand_total_is_that_of_the_last_close_in_its_currency(rich: Stall):
    with rich.books.reading() as books:
        closed = books.journal.grand_total("A", "BOB")
        assert closed == sum(
            due
            for (due,) in books.journal._connection.exec_driver_sql(
                "SELECT due FROM sale WHERE till = 'A' UNION ALL SELECT due FROM sale_return WHERE till = 'A'"
            )
        )
        assert books.journal.grand_total("A", "EUR") == 0
        assert books.journal.grand_total("Z", "BOB") == 0


def test_facts_are_numbered_without_a_gap_over_all_tills(rich: Stall):
    numbers = [number for (number,) in rich.rows("SELECT number FROM fact ORDER BY number")]
    assert numbers == list(range(1, len(numbers) + 1))


def test_two_acts_of_one_transaction_follow_each_other_on_the_chain(stall: Stall):
    closed = stall.settling.close_exhibition(stall.act(), Approval("elena"))
    with stall.books.transaction() as books:
        for i, exhibition in enumerate((BERLIN, JANUARY)):
            stamp = replace(closed.stamp, id=EventId(f"close-{i}"), exhibition=exhibition)
            books.journal.append(replace(closed, stamp=stamp, parts=()))
    assert [sequence for (sequence,) in stall.rows("SELECT sequence FROM fact")] == [1, 2, 3, 4]
    assert stall.faults() == ()


@pytest.mark.parametrize("till", ["A", "B"])
def test_each_fact_says_when_and_where_it_was(rich: Stall, till: str):
    for id_, day, at, exhibition in rich.rows("SELECT id, day, at, exhibition FROM fact WHERE till = :till", till=till):
        with rich.books.reading() as books:
            stamp = books.journal.event(id_).stamp
        assert (stamp.day.isoformat(), stamp.at.isoformat(), stamp.exhibition) == (day, at, exhibition)
