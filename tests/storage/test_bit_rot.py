"""One bit that turned over anywhere in the file: the books say so, or what they hold is still what was written."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pos.storage.books import Books
from pos.storage.catalogue_tables import CATALOGUE
from pos.storage.database import BooksUnavailable
from pos.storage.fact_tables import APPEND_ONLY
from pos.storage.till_tables import till
from tests.storage.rich_day import rich_books

KEPT = [table.name for table in (*CATALOGUE, *APPEND_ONLY, till)]
"""What verifying answers for: print jobs and the memory of replays can be lost without harm to anybody's money."""


def held(path: Path) -> dict[str, list[str]] | None:
    """All rows that a file holds; None where the database itself can't tell."""
    with closing(sqlite3.connect(path)) as database:
        try:
            return {name: sorted(map(repr, database.execute(f"SELECT * FROM {name}"))) for name in KEPT}
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            return None


def answers(path: Path) -> str:
    """What opening and verifying comes to."""
    try:
        with Books(path, read_only=True) as books, books.reading() as look:
            return "faults" if any(look.faults(lambda done, total: None)) else "whole"
    except BooksUnavailable as trouble:
        return trouble.reason


@pytest.mark.parametrize("seed", range(20))
def test_no_turned_bit_changes_the_books_unnoticed(tmp_path: Path, seed: int):
    chance = random.Random(seed)
    path, whole = tmp_path / "books.sqlite", rich_books()
    path.write_bytes(whole)
    before = held(path)
    while True:
        # Most of a small file is empty space: look for a bit that matters.
        rotten = bytearray(whole)
        place = chance.randrange(len(rotten))
        rotten[place] ^= 1 << chance.randrange(8)
        path.write_bytes(rotten)
        if held(path) != before:
            break
    assert answers(path) != "whole"
