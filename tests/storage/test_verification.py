"""Whole books have no fault; whatever happened behind the program's back is found, with its table and its place."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from sqlalchemy.exc import IntegrityError

from pos.domain.ledger import chain_hash
from pos.domain.people import Role
from pos.domain.stamps import EventId
from pos.services.signing_in import SigningIn
from pos.storage import codec
from pos.storage.verification import Fault
from tests.services.stall import Stall
from tests.storage.rich_day import Intruder

SALE_A1, SALE_B1, LAST = 6, 7, 25
"""Numbers of some facts of the rich day."""


def body_of(intruder: Intruder, number: int) -> dict[str, object]:
    """A fact's event as plain JSON."""
    [row] = intruder.sees("SELECT body FROM fact WHERE number = ?", number)
    return json.loads(row["body"])


def rewrite(intruder: Intruder, number: int, body: dict[str, object], *, rehash: bool) -> None:
    """Put another body into a fact; if asked, with the hash that then belongs to it."""
    text = json.dumps(body, separators=(",", ":"), ensure_ascii=False)
    intruder.does("UPDATE fact SET body = ? WHERE number = ?", text, number)
    if rehash:
        [row] = intruder.sees("SELECT previous_hash, kind, version FROM fact WHERE number = ?", number)
        digest = chain_hash(row["previous_hash"], codec.sealed(row["kind"], row["version"], text.encode()))
        intruder.does("UPDATE fact SET hash = ? WHERE number = ?", digest, number)


def test_whole_books_have_no_fault(rich: Stall):
    assert rich.faults() == ()


def test_the_facts_of_two_tills_are_two_chains(intruder: Intruder):
    facts = intruder.sees("SELECT till, sequence, previous_hash, hash FROM fact ORDER BY number")
    assert {row["till"] for row in facts} == {"A", "B"}
    for till in "AB":
        chain = [row for row in facts if row["till"] == till]
        assert [row["sequence"] for row in chain] == list(range(1, len(chain) + 1))
        assert [row["previous_hash"] for row in chain] == ["0" * 64, *(row["hash"] for row in chain[:-1])]


def test_progress_is_told_up_to_the_last_fact(rich: Stall):
    told: list[tuple[int, int]] = []
    with rich.books.reading() as books:
        assert list(books.faults(lambda done, total: told.append((done, total)))) == []
    assert told[-1] == (LAST, LAST)


def test_books_that_hold_nothing_yet_are_whole(tmp_path: Path):
    empty = Stall(tmp_path / "empty.sqlite")
    assert empty.faults() == ()
    empty.close()


# --- amounts -------------------------------------------------------------------------------------------------------


def test_a_changed_base_amount_of_a_posting_is_named_with_its_receipt(intruder: Intruder):
    intruder.does("UPDATE posting SET base_amount = base_amount + 1 WHERE fact = ? AND position = 2", SALE_A1)
    assert intruder.faults() == (
        Fault("row-changed", "posting", f"fact {SALE_A1}, position 2: base_amount", "A-000001"),
    )


def test_two_changes_that_keep_the_sum_at_zero_are_found_all_the_same(intruder: Intruder):
    intruder.does("UPDATE posting SET base_amount = base_amount + 100 WHERE fact = ? AND unit = 'A'", SALE_A1)
    intruder.does("UPDATE posting SET base_amount = base_amount - 100 WHERE fact = ? AND account = 'fund'", SALE_A1)
    found = intruder.faults()
    assert [(fault.code, fault.table, fault.receipt) for fault in found] == [
        ("row-changed", "posting", "A-000001"),
        ("row-changed", "posting", "A-000001"),
    ]


# --- facts ---------------------------------------------------------------------------------------------------------


def test_a_fact_taken_out_of_the_middle_is_found(intruder: Intruder):
    intruder.removes_fact(SALE_B1, with_rows=False)
    found = intruder.faults()
    assert Fault("fact-missing", "fact", f"{SALE_B1}…{SALE_B1}") in found
    assert Fault("chain-broken", "fact", "fact 9, B 3") in found
    assert {("number-gap", "fact"), ("row-extra", "sale"), ("row-extra", "posting")} <= intruder.found()


def test_a_sale_taken_out_with_all_that_followed_from_it_is_found(intruder: Intruder):
    intruder.removes_fact(10, with_rows=True)
    found = intruder.faults()
    assert Fault("fact-missing", "fact", "10…10") in found
    assert Fault("chain-broken", "fact", "fact 11, A 8") in found


def test_a_receipt_removed_by_somebody_who_renumbers_the_rest_is_found(intruder: Intruder):
    """Even when the numbers of the facts close up, the chain of the till does not."""
    intruder.removes_fact(10, with_rows=True)
    for column in ("fact", "sale"):
        for table in intruder.tables_with(column):
            intruder.does(f"UPDATE {table} SET {column} = {column} - 1 WHERE {column} > 10")
    intruder.does("UPDATE fact SET number = number - 1 WHERE number > 10")
    assert Fault("chain-broken", "fact", "fact 10, A 8") in intruder.faults()


def test_the_last_fact_taken_away_with_all_its_rows_is_told_by_its_till(intruder: Intruder):
    intruder.removes_fact(LAST, with_rows=True)
    assert intruder.faults() == (Fault("till-state", "till", "A"),)


def test_all_facts_of_a_till_taken_away_are_told_by_the_till(intruder: Intruder):
    for row in intruder.sees("SELECT number FROM fact WHERE till = 'B'"):
        intruder.removes_fact(row["number"], with_rows=True)
    assert ("till-state", "till") in intruder.found()


def test_a_fact_slipped_in_before_the_first_is_found_with_its_rows(intruder: Intruder):
    for table, key in (("fact", "number"), ("posting", "fact")):
        [row, *_] = intruder.sees(f"SELECT * FROM {table} WHERE {key} = ?", SALE_A1)
        unique = {"id": "slipped in", "sequence": -1} if table == "fact" else {}
        fresh = row | unique | {key: -5}
        intruder.does(f"INSERT INTO {table} VALUES ({', '.join('?' * len(fresh))})", *fresh.values())
    found = intruder.faults()
    assert Fault("row-extra", "fact", "fact -5") in found
    assert ("chain-broken", "fact") in intruder.found()


@pytest.mark.parametrize("column", ["id", "till", "sequence", "kind", "version", "exhibition", "day", "at", "hash"])
def test_whatever_is_changed_in_a_fact_itself_is_found(intruder: Intruder, column: str):
    changed = {"sequence": 99, "version": 2, "kind": "advance"}.get(column, "2026-12-06T00:00:00-04:00")
    intruder.does(f"UPDATE fact SET {column} = ? WHERE number = ?", changed, SALE_A1)
    assert {fault.table for fault in intruder.faults()} >= {"fact"}


def test_a_changed_link_to_the_fact_before_is_found(intruder: Intruder):
    intruder.does("UPDATE fact SET previous_hash = ? WHERE number = ?", "f" * 64, SALE_A1)
    assert Fault("chain-broken", "fact", f"fact {SALE_A1}, A 5") in intruder.faults()


def test_an_edited_body_does_not_fit_its_hash(intruder: Intruder):
    rewrite(intruder, SALE_A1, body_of(intruder, SALE_A1) | {"cashier": "nadie"}, rehash=False)
    found = intruder.faults()
    assert Fault("chain-broken", "fact", f"fact {SALE_A1}, A 5") in found
    assert Fault("row-changed", "sale", f"fact {SALE_A1}: cashier", "A-000001") in found


def test_an_edited_body_with_its_hash_worked_out_again_does_not_fit_the_next_fact(intruder: Intruder):
    rewrite(intruder, SALE_A1, body_of(intruder, SALE_A1) | {"cashier": "nadie"}, rehash=True)
    found = intruder.faults()
    assert Fault("chain-broken", "fact", "fact 8, A 6") in found
    assert Fault("row-changed", "sale", f"fact {SALE_A1}: cashier", "A-000001") in found


def test_the_last_fact_edited_with_its_hash_and_its_rows_does_not_fit_its_till(intruder: Intruder):
    rewrite(intruder, LAST, body_of(intruder, LAST) | {"supervisor": "nadie"}, rehash=True)
    intruder.does("UPDATE exhibition_close SET supervisor = 'nadie'")
    assert intruder.faults() == (Fault("till-state", "till", "A"),)


def test_a_body_whose_money_does_not_add_up_is_named(intruder: Intruder):
    sale = body_of(intruder, SALE_A1)
    rewrite(intruder, SALE_A1, sale | {"change": sale["change"] - 100}, rehash=True)
    [unbalanced] = [fault for fault in intruder.faults() if fault.code == "unbalanced"]
    assert (unbalanced.table, unbalanced.receipt) == ("posting", "A-000001")


@pytest.mark.parametrize("body", ["", "{}", "[]", "{", '{"stamp": 1}', "null"])
def test_a_body_that_is_no_event_is_named_and_the_walk_goes_on(intruder: Intruder, body: str):
    intruder.does("UPDATE fact SET body = ? WHERE number = ?", body, SALE_A1)
    found = intruder.faults()
    assert [fault.place.startswith(f"fact {SALE_A1}, A 5") for fault in found if fault.code == "fact-unreadable"] == [
        True
    ]
    assert ("row-extra", "sale") in intruder.found()


def test_a_fact_of_a_newer_program_is_named_as_unreadable(intruder: Intruder):
    intruder.does("UPDATE fact SET version = 99 WHERE number = ?", LAST)
    assert {("fact-unreadable", "fact"), ("chain-broken", "fact")} <= intruder.found()


def test_a_payout_turned_into_an_advance_is_found(intruder: Intruder):
    """An advance is a payout with less in it: its body can be read as one, and posts the same."""
    [payout] = intruder.sees("SELECT * FROM payout WHERE kind = 'cash'")
    intruder.does("UPDATE fact SET kind = 'advance' WHERE number = ?", payout["fact"])
    intruder.does("INSERT INTO advance SELECT fact, unit, exhibition, day, at, amount FROM payout WHERE kind = 'cash'")
    intruder.does("DELETE FROM payout WHERE kind = 'cash'")
    assert Fault("chain-broken", "fact", f"fact {payout['fact']}, A 12") in intruder.faults()


# --- beside the facts ----------------------------------------------------------------------------------------------


def test_every_change_of_a_till_s_row_is_found(intruder: Intruder):
    [till] = intruder.sees("SELECT * FROM till WHERE code = 'B'")
    for column, value in till.items():
        if column != "code":
            intruder.does(f"UPDATE till SET {column} = ? WHERE code = 'B'", "changed")
            assert intruder.faults() == (Fault("till-state", "till", "B"),), column
            intruder.does(f"UPDATE till SET {column} = ? WHERE code = 'B'", value)
    assert intruder.faults() == ()


def test_a_till_that_is_gone_or_never_was_is_found(intruder: Intruder):
    intruder.does("UPDATE till SET code = 'C' WHERE code = 'B'")
    assert intruder.faults() == (Fault("till-state", "till", "B"), Fault("till-state", "till", "C"))


CATALOGUE_CHANGES = [
    "UPDATE price SET list_price = list_price + 1 WHERE sku = 'TAZA' AND currency = 'BOB'",
    "UPDATE price SET floor = 0 WHERE sku = 'TAZA'",
    "DELETE FROM price WHERE currency = 'EUR'",
    "UPDATE network SET commission_bps = 1600",
    "UPDATE network SET last_in_store = 0",
    "UPDATE unit SET fund_bps = 1 WHERE id = 'A'",
    "UPDATE member SET weight = 3 WHERE name = 'Rosa'",
    "INSERT INTO member VALUES ('A', 3, 'Nadie', 5, NULL, NULL)",
    "UPDATE maker SET weight = 9 WHERE sku = 'JUEGO' AND unit = 'B'",
    "UPDATE product SET borne_by = 'shared'",
    "UPDATE product SET barcode = '7770000000029' WHERE sku = 'MIEL'",
    "UPDATE exhibition SET ends = '2026-12-31'",
    "UPDATE exchange_rate SET rate = '9.99'",
    "UPDATE participation SET weight = 0",
    "UPDATE cost SET amount = 1",
    "UPDATE producer_group SET stamp = '{}'",
]


@pytest.mark.parametrize("change", CATALOGUE_CHANGES, ids=lambda change: change.split(" WHERE")[0])
def test_a_price_or_a_term_changed_behind_the_program_s_back_is_found(intruder: Intruder, change: str):
    intruder.does(change)
    assert intruder.found() == {("catalogue-changed", "")}


def test_an_index_that_says_something_else_than_its_table_is_named(path: Path):
    """Reports are answered from the indexes alone."""
    with closing(sqlite3.connect(path)) as database:
        asked = "SELECT rootpage FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'stock_movement'"
        [(root,)] = database.execute(asked)
        [(size,)] = database.execute("PRAGMA page_size")
    start = (root - 1) * size
    file = bytearray(path.read_bytes())
    place = file.rindex(b"FERIA", start, start + size)
    file[place : place + 5] = b"FERIB"
    path.write_bytes(file)
    with closing(Stall(path)) as stall:
        assert {fault.code for fault in stall.faults()} == {"file-damaged"}


def test_words_that_are_missing_or_too_many_are_counted(stall: Stall):
    write = stall.books._connection.exec_driver_sql
    for change, fault in (
        ("DELETE FROM product_search WHERE sku = 'TAZA'", Fault("row-missing", "product_search", "1")),
        ("INSERT INTO product_search SELECT sku, name FROM product LIMIT 3", Fault("row-extra", "product_search", "2")),
    ):
        with stall.books.transaction():
            write(change)
        assert stall.faults() == (fault,)


# --- people --------------------------------------------------------------------------------------------------------


PEOPLE_CHANGES = {
    "UPDATE person SET role = 'administrator' WHERE id = 'ana'": Fault("row-changed", "person", "id ana: role"),
    "UPDATE person SET name = 'Otra' WHERE id = 'ana'": Fault("row-changed", "person", "id ana: name"),
    "UPDATE person SET active = 1 WHERE id = 'luz'": Fault("row-changed", "person", "id luz: active"),
    "DELETE FROM person WHERE id = 'ana'": Fault("row-missing", "person", "id ana"),
    "INSERT INTO person SELECT 'x', 'X', role, photo, active, pin_hash, 0, NULL FROM person WHERE id = 'elena'": Fault(
        "row-extra", "person", "id x"
    ),
}


@pytest.fixture
def staffed(stall: Stall) -> Stall:
    """A stall with Elena, who administers, Ana, who attends, and Luz, who left; each was recorded more than once."""
    people = SigningIn(stall.books, PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    elena = people.add(stall.act(""), "Elena", Role.ADMINISTRATOR, "7391")
    ana = people.add(stall.act(""), "Ana", Role.SUPERVISOR, "7391", elena)
    luz = people.add(stall.act(""), "Luz", Role.CASHIER, "7391", elena)
    people.change(stall.act(""), replace(ana, role=Role.CASHIER, photo="ana.png"), elena)
    people.change(stall.act(""), replace(luz, active=False), elena)
    people.change_pin(stall.act(""), ana, "2468", elena)
    return stall


@pytest.mark.parametrize("change", PEOPLE_CHANGES)
def test_who_works_at_the_till_is_held_against_what_was_recorded(staffed: Stall, change: str):
    assert staffed.faults() == ()
    with staffed.books.transaction():
        staffed.books._connection.exec_driver_sql(change)
    assert staffed.faults() == (PEOPLE_CHANGES[change],)


# --- numbers -------------------------------------------------------------------------------------------------------


def test_a_gap_in_the_receipt_numbers_is_found_though_the_chain_is_whole(stall: Stall):
    stall.open()
    first = stall.sell("TAZA")
    skipped = replace(first, stamp=replace(first.stamp, id=EventId("skips")), number=3)
    with stall.books.transaction() as books:
        books.journal.append(skipped)
    assert stall.faults() == (Fault("number-gap", "fact", "fact 4, A 4: 3 ≠ 2", "A-000003"),)


def test_gaps_in_the_numbers_of_returns_and_closes_and_a_wrong_grand_total_are_found(stall: Stall):
    stall.open()
    sale = stall.sell("TAZA")
    back = stall.refunding.refund(stall.act(), sale.stamp.id, [(1, 1)], shown=True)
    closed = stall.close_shift({})
    stamp = stall.open().stamp
    with stall.books.transaction() as books:
        again = replace(back.stamp, id=EventId("back"), shift=stamp.id)
        books.journal.append(replace(back, stamp=again, number=9))
        again = replace(closed.stamp, id=EventId("close"), shift=stamp.id)
        books.journal.append(replace(closed, stamp=again, z=5, grand_total=1))
    places = [(fault.code, fault.table, fault.place) for fault in stall.faults()]
    assert places == [
        ("number-gap", "fact", "fact 7, A 7: 9 ≠ 2"),
        ("number-gap", "fact", "fact 8, A 8: 5 ≠ 2"),
        ("number-gap", "shift_close", "fact 8, A 8: 1 ≠ -1000"),
    ]


def test_the_database_itself_does_not_take_the_same_receipt_twice(stall: Stall):
    stall.open()
    sale = stall.sell("TAZA")
    again = replace(sale, stamp=replace(sale.stamp, id=EventId("again")))
    with pytest.raises(IntegrityError, match=r"UNIQUE constraint failed: sale\."), stall.books.transaction() as books:
        books.journal.append(again)
    assert stall.faults() == ()
