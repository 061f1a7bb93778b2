"""Do the books still say what was written? Every row is held against the facts, and every fact against its chain.

The facts are walked in the order they were written: the hash of each is worked out again, its rows are projected again
and compared with the stored ones. What is changed, missing, or has no fact behind it is named with its place.
"""

import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, select, text

from pos.domain.bookings import postings
from pos.domain.facts import CatalogueImported, Event
from pos.domain.ledger import Unbalanced, chain_hash
from pos.domain.people import PersonRecorded
from pos.domain.sales import Return, Sale
from pos.domain.shifts import ShiftClosed
from pos.domain.stamps import EventId
from pos.storage import codec
from pos.storage import fact_tables as t
from pos.storage.catalogue import CatalogueReader
from pos.storage.journal import TillState, restate, till_state
from pos.storage.projection import project
from pos.storage.search import SEARCH, ProductSearch
from pos.storage.tables import TABLES, VIRTUAL_TABLES
from pos.storage.till_tables import person, till
from pos.storage.triggers import append_only_triggers

CHUNK = 500
BEFORE_ALL = -(2**63)
"""Lower than any number: facts are numbered from 1, but whoever adds one behind our back may number it otherwise."""
Progress = Callable[[int, int], None]
Rows = dict[Table, dict[int, list[dict[str, Any]]]]


@dataclass(frozen=True, slots=True)
class Fault:
    """A contradiction: `code` says of which kind, `table` and `place` where, `receipt` which paper it is about.

    Codes: `file-damaged`, `chain-broken`, `fact-unreadable`, `fact-missing`, `number-gap`, `row-missing`,
    `row-changed`, `row-extra`, `unbalanced`, `till-state`, `catalogue-changed`, `reference-broken`, `schema-changed`.
    """

    code: str
    table: str
    place: str
    receipt: str = ""


def verify(connection: Connection, progress: Progress) -> Iterator[Fault]:
    """Every fault of the books, in the order of the facts; nothing is repaired."""
    with _any_text(connection):
        yield from _verify(connection, progress)


@contextmanager
def _any_text(connection: Connection) -> Iterator[None]:
    """Lets text that is not UTF-8 be read as it is, so that it is found and named and stops nothing."""
    driver: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
    usual = driver.text_factory
    driver.text_factory = lambda raw: raw.decode(errors="surrogateescape")
    try:
        yield
    finally:
        driver.text_factory = usual


def _verify(connection: Connection, progress: Progress) -> Iterator[Fault]:
    yield from _file_faults(connection)
    schema = list(_schema_faults(connection))
    yield from schema
    if any(fault.table in _NAMES for fault in schema):
        return  # a table is missing or no table: nothing further can be asked
    total = connection.execute(text("SELECT count(*) FROM fact")).scalar_one()
    walk = _Walk(connection)
    done, after = 0, BEFORE_ALL
    while facts := connection.execute(
        select(t.fact).where(t.fact.c.number > after).order_by(t.fact.c.number).limit(CHUNK)
    ).all():
        upto = facts[-1].number
        rows = _stored_rows(connection, after, upto)
        for fact in facts:
            yield from walk.step(fact, rows)
        yield from _extra_rows(rows)
        done, after = done + len(facts), upto
        progress(done, total)
    yield from _extra_rows(_stored_rows(connection, after, None))
    yield from walk.end()


def _file_faults(connection: Connection) -> Iterator[Fault]:
    for row in connection.execute(text("PRAGMA integrity_check(10)")):
        if row[0] != "ok":
            yield Fault("file-damaged", "", str(row[0]))
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield Fault("reference-broken", str(row[0]), f"{row[1] if row[1] is not None else row[3]} → {row[2]}")


_NO_UTF8 = re.compile("[\ud800-\udfff]")
"""What bytes that are no UTF-8 are read as."""

_NAMES = frozenset(table.name for table in TABLES)


def _schema_faults(connection: Connection) -> Iterator[Fault]:
    """Tables that are missing, and triggers that are not the ones that keep facts as they are."""
    kinds: dict[str, dict[str, str]] = defaultdict(dict)
    for kind, name, sql in connection.execute(text("SELECT type, name, sql FROM sqlite_master")):
        kinds[kind][name] = sql
    for name in sorted({*_NAMES, *VIRTUAL_TABLES} - kinds["table"].keys()):
        yield Fault("schema-changed", name, name)
    wanted = {
        statement.split()[2]: statement for statement in append_only_triggers(table.name for table in t.APPEND_ONLY)
    }
    for name in sorted(wanted.keys() | kinds["trigger"].keys()):
        if wanted.get(name) != kinds["trigger"].get(name):
            yield Fault("schema-changed", "", name)


def _is_readable(fact: Any) -> bool:  # noqa: ANN401 (a row of `fact`)
    """Whether a stored fact has the types that it was written with, and nothing but text in its texts."""
    texts = (fact.id, fact.till, fact.kind, fact.exhibition, fact.day, fact.at, fact.body)
    hashes = (fact.previous_hash, fact.hash)
    return (
        type(fact.sequence) is int
        and type(fact.version) is int
        and all(map(_is_text, texts))
        and all(isinstance(value, str) and value.isascii() for value in hashes)
    )


def _is_text(value: object) -> bool:
    return isinstance(value, str) and not _NO_UTF8.search(value)


class _Walk:
    """Goes along the facts, keeping each till's state as it must have been."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._states: Mapping[str, TillState] = {}
        self._sales: dict[EventId, int] = {}
        self._grand: dict[tuple[str, str], int] = {}
        self._digest: str | None = None
        self._people: dict[str, dict[str, Any]] = {}
        self.last = 0

    def step(self, fact: Any, rows: Rows) -> Iterator[Fault]:  # noqa: ANN401 (a row of `fact`)
        if fact.number > self.last + 1:
            yield Fault("fact-missing", "fact", f"{self.last + 1}…{fact.number - 1}")
        elif fact.number < 1:
            yield Fault("row-extra", "fact", f"fact {fact.number}")
        self.last = max(0, fact.number)
        place = f"fact {fact.number}, {fact.till} {fact.sequence}"
        if not _is_readable(fact):
            yield Fault("fact-unreadable", "fact", place)
            return
        state = self._states.get(fact.till, TillState(fact.till))
        if fact.sequence != state.sequence + 1 or fact.previous_hash != state.hash:
            yield Fault("chain-broken", "fact", place)
        if chain_hash(fact.previous_hash, codec.sealed(fact.kind, fact.version, fact.body.encode())) != fact.hash:
            yield Fault("chain-broken", "fact", place)
        try:
            event = codec.decode(fact.kind, fact.version, fact.body)
        except (msgspec.DecodeError, codec.UnknownFact) as error:
            yield Fault("fact-unreadable", "fact", f"{place}: {error}")
            self._states = {**self._states, fact.till: replace(state, sequence=fact.sequence, hash=fact.hash)}
            return
        receipt = event.receipt if isinstance(event, Sale | Return) else ""
        stamp = event.stamp
        told = (stamp.id, stamp.till, stamp.exhibition, stamp.day.isoformat(), stamp.at.isoformat())
        if told != (fact.id, fact.till, fact.exhibition, fact.day, fact.at):
            yield Fault("row-changed", "fact", place, receipt)
        yield from self._numbers(event, state, place)
        yield from self._rows(fact.number, event, rows, receipt)
        self._states = restate({**self._states, fact.till: _at(state, fact)}, event, fact.hash)

    def _numbers(self, event: Event, state: TillState, place: str) -> Iterator[Fault]:
        match event:
            case Sale():
                self._sales[event.stamp.id] = self.last
                expected, found = state.sale_number + 1, event.number
            case Return():
                expected, found = state.return_number + 1, event.number
            case ShiftClosed():
                expected, found = state.z_number + 1, event.z
            case CatalogueImported():
                self._digest = event.digest
                return
            case PersonRecorded():
                told = {"name": event.name, "role": event.role.value, "active": event.active}
                self._people[event.person] = {"id": event.person, **told}
                return
            case _:
                return
        if expected != found:
            receipt = "" if isinstance(event, ShiftClosed) else event.receipt
            yield Fault("number-gap", "fact", f"{place}: {found} ≠ {expected}", receipt)
        key = (event.stamp.till, event.stamp.currency)
        if isinstance(event, ShiftClosed):
            if event.grand_total != self._grand.get(key, 0):
                yield Fault("number-gap", "shift_close", f"{place}: {event.grand_total} ≠ {self._grand.get(key, 0)}")
        else:
            self._grand[key] = self._grand.get(key, 0) + event.due

    def _rows(self, number: int, event: Event, rows: Rows, receipt: str) -> Iterator[Fault]:
        try:
            postings(event)
        except Unbalanced as error:
            yield Fault("unbalanced", "posting", str(error), receipt)
            return
        sale = self._sales.get(event.sale) if isinstance(event, Return) else None
        for table, expected in project(number, event, sale=sale):
            stored = rows[table].pop(number, [])
            yield from _compare(table, expected, stored, receipt)

    def end(self) -> Iterator[Fault]:
        """What can only be told after the last fact: where the tills say they stand, the people, the catalogue."""
        stored = {row.code: till_state(row) for row in self._connection.execute(select(till))}
        for code in sorted(stored.keys() | self._states.keys()):
            if stored.get(code) != self._states.get(code):
                yield Fault("till-state", "till", code)
        asked = select(person.c.id, person.c.name, person.c.role, person.c.active).order_by(person.c.id)
        known = [dict(row) for row in self._connection.execute(asked).mappings()]
        yield from _compare(person, list(self._people.values()), known, "")
        catalogue = CatalogueReader(self._connection)
        changed = catalogue.is_there() if self._digest is None else catalogue.digest() != self._digest
        if changed:
            yield Fault("catalogue-changed", "", "")
        missing = ProductSearch(self._connection).missing()
        if missing:
            yield Fault("row-missing" if missing > 0 else "row-extra", SEARCH, f"{abs(missing)}")


def _at(state: TillState, fact: Any) -> TillState:  # noqa: ANN401 (a row of `fact`)
    """The state to go on from: after a gap, the walk takes the chain up where the stored fact says it is."""
    return replace(state, sequence=fact.sequence - 1, hash=fact.previous_hash)


def _stored_rows(connection: Connection, after: int, upto: int | None) -> Rows:
    rows: Rows = {}
    for table in t.PROJECTED:
        by_fact: dict[int, list[dict[str, Any]]] = {}
        asked = select(table).where(table.c.fact > after)
        if upto is not None:
            asked = asked.where(table.c.fact <= upto)
        for row in connection.execute(asked.order_by(*table.primary_key)).mappings():
            by_fact.setdefault(row["fact"], []).append(dict(row))
        rows[table] = by_fact
    return rows


def _compare(
    table: Table, expected: list[dict[str, Any]], stored: list[dict[str, Any]], receipt: str
) -> Iterator[Fault]:
    keys = [column.name for column in table.primary_key]

    def key(row: dict[str, Any]) -> tuple[Any, ...]:
        return tuple(row[name] for name in keys)

    there = {key(row): row for row in stored}
    for row in expected:
        place = ", ".join(f"{name} {row[name]}" for name in keys)
        found = there.pop(key(row), None)
        if found is None:
            yield Fault("row-missing", table.name, place, receipt)
        elif found != row:
            names = ", ".join(name for name in row if found[name] != row[name])
            yield Fault("row-changed", table.name, f"{place}: {names}", receipt)
    for left in there:
        yield Fault("row-extra", table.name, ", ".join(f"{n} {v}" for n, v in zip(keys, left, strict=True)), receipt)


def _extra_rows(rows: Rows) -> Iterator[Fault]:
    """Rows that no fact left behind."""
    for table, by_fact in rows.items():
        for number in sorted(by_fact):
            yield Fault("row-extra", table.name, f"fact {number}")
