"""Every row that follows from a fact is held against it: none can be gone, changed in any column, or too many."""

from typing import Any

import pytest
from sqlalchemy import Boolean, Integer, Table, UniqueConstraint

from pos.storage.fact_tables import PROJECTED
from tests.storage.rich_day import Intruder

TABLES = pytest.mark.parametrize("table", PROJECTED, ids=lambda table: table.name)


def keys_of(table: Table) -> list[str]:
    return [column.name for column in table.primary_key]


def place(table: Table, row: dict[str, Any]) -> str:
    """How a fault names a row."""
    return ", ".join(f"{name} {row[name]}" for name in keys_of(table))


def rows_of(intruder: Intruder, table: Table) -> list[dict[str, Any]]:
    rows = intruder.sees(f"SELECT * FROM {table.name} ORDER BY {', '.join(keys_of(table))}")
    assert rows, f"no row of {table.name} in the rich day"
    return rows


def insert(intruder: Intruder, table: Table, row: dict[str, Any]) -> None:
    intruder.does(f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(row))})", *row.values())


def delete(intruder: Intruder, table: Table, row: dict[str, Any]) -> None:
    condition = " AND ".join(f"{name} = ?" for name in keys_of(table))
    intruder.does(f"DELETE FROM {table.name} WHERE {condition}", *(row[name] for name in keys_of(table)))


def places(intruder: Intruder, code: str, table: Table) -> list[str]:
    """Where faults of a kind are found in a table; there are none in other tables but for broken references to it."""
    found = intruder.faults()
    elsewhere = {(fault.code, fault.table) for fault in found} - {(code, table.name)}
    assert {code for code, _ in elsewhere} <= {"reference-broken"}
    return [fault.place for fault in found if (fault.code, fault.table) == (code, table.name)]


@TABLES
def test_a_single_row_that_is_gone_is_named(intruder: Intruder, table: Table):
    rows = rows_of(intruder, table)
    row = rows[len(rows) // 2]
    delete(intruder, table, row)
    assert places(intruder, "row-missing", table) == [place(table, row)]


@TABLES
def test_a_value_changed_in_any_column_is_named(intruder: Intruder, table: Table):
    row = rows_of(intruder, table)[-1]
    now = {column.name: another(row[column.name], column.type) for column in table.columns if not column.primary_key}
    delete(intruder, table, row)
    insert(intruder, table, row | now)
    [where] = places(intruder, "row-changed", table)
    named, _, columns = where.partition(": ")
    assert (named, set(columns.split(", "))) == (place(table, row), set(now))


def another(value: Any, type_: Any) -> Any:
    """A value that the column could hold as well."""
    if isinstance(type_, Boolean):
        return 1 - value
    if isinstance(type_, Integer):
        return (value or 0) + 1000
    return f"{value or ''}x"


@TABLES
def test_rows_too_many_are_named(intruder: Intruder, table: Table):
    """Under the same fact, where its key allows more than one; under a fact that leaves none there; under no fact."""
    row = rows_of(intruder, table)[0]
    unique = [c for constraint in table.constraints if isinstance(constraint, UniqueConstraint) for c in constraint]
    extra = []
    for i, change in enumerate([another_key(row, table), {"fact": 1}, {"fact": 9000}]):
        fresh = {c.name: i if isinstance(c.type, Integer) else f"{row[c.name]}-{i}" for c in unique}
        if change:
            extra.append(row | fresh | change)
            insert(intruder, table, extra[-1])
    found = [where.split(",")[0] for where in places(intruder, "row-extra", table)]
    assert sorted(found) == sorted(f"fact {row['fact']}" for row in extra)


def another_key(row: dict[str, Any], table: Table) -> dict[str, Any]:
    """A change of the key within the same fact; nothing where a fact has one row at most."""
    rest = [column for column in table.primary_key if column.name != "fact"]
    return {column.name: another(row[column.name], column.type) for column in rest[-1:]}
