"""What two books that tell of the same day must have alike: every row that follows from a fact, but for its names."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from pos.storage.catalogue_tables import CATALOGUE
from pos.storage.fact_tables import PROJECTED

UNSAID = ("person_recorded", "drawer_opened", "close_noted")
"""Facts that a day file has no word for: who works here, the drawer opened alone, what was said of a difference.

No rows follow from them.
"""
OTHER_FACTS = {("sale_return", "sale"), ("return_line", "sale")}
"""Columns that hold the number of another fact."""
SHIFT_IDS = {("shift", "id"), ("shift_close", "shift"), ("posting", "shift"), ("cash_movement", "shift")}
SHIFT_IDS |= {("sale", "shift"), ("sale_return", "shift")}

Row = Mapping[str, Any]
_OF_FACTS = "SELECT number, kind, till, exhibition, day, at FROM fact WHERE kind NOT IN (?, ?, ?) ORDER BY number"


def rows_of(file: Path) -> dict[str, list[Row]]:
    """Each table's rows; facts and shifts, whose numbers and ids differ, are named by their place among their like."""
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as books:
        books.row_factory = sqlite3.Row
        said = [dict(row) for row in books.execute(_OF_FACTS, UNSAID)]
        facts = {row.pop("number"): place for place, row in enumerate(said)}
        shifts = {row["id"]: place for place, row in enumerate(books.execute("SELECT id FROM shift ORDER BY fact"))}
        found: dict[str, list[Row]] = {"fact": list(said)}
        for table in (*CATALOGUE, *PROJECTED):
            rows = books.execute(f"SELECT * FROM {table.name}")
            found[table.name] = sorted((_renamed(table.name, row, facts, shifts) for row in rows), key=str)
    return found


def _renamed(table: str, row: sqlite3.Row, facts: Mapping[int, int], shifts: Mapping[str, int]) -> Row:
    renamed = dict(row)
    for name, value in renamed.items():
        if name == "fact" or (table, name) in OTHER_FACTS:
            renamed[name] = facts[value]
        elif (table, name) in SHIFT_IDS and value is not None:
            renamed[name] = shifts[value]
    return renamed
