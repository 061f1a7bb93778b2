"""A sale's whole act, against raw sqlite3 inserting the same rows with the same durability."""

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from bench.measuring import interleaved, milliseconds, peak_memory, profile_of, tell
from bench.stall import act, baskets, open_stall
from pos.storage.tables import TABLES

SALES = 600
LIMIT = 4.0


def main() -> None:
    """Sell on one file, insert the rows of an equal sale by hand on another, in turn."""
    with tempfile.TemporaryDirectory() as folder:
        here, there = Path(folder, "here"), Path(folder, "there")
        with open_stall(there) as desk:
            for basket in baskets(desk, SALES):
                desk.till.selling.finish(act(), basket)
            rows = _rows_by_sale(there / "books.sqlite")
        raw = _emptied(there / "books.sqlite", Path(folder, "raw.sqlite"))
        with open_stall(here) as desk:
            selling = desk.till.selling
            ours = [lambda basket=basket: selling.finish(act(), basket) for basket in baskets(desk, SALES)]
            hand = [lambda sale=sale: _insert(raw, sale) for sale in rows]
            sold, inserted, quotient = interleaved(ours, hand)
            raw.close()
            met = quotient <= LIMIT
            again = baskets(desk, 200, seed=27)
            profile = "" if met else profile_of(lambda: [selling.finish(act(), basket) for basket in again])
    count = sum(len(values) for _, values in rows[0])
    tell(
        [
            {
                "what": f"a sale of 5 lines: rules, hash, {count} rows, print job, durable commit (p50 of {SALES})",
                "ours": milliseconds(sold),
                "baseline": milliseconds(inserted),
                "against": "raw sqlite3, same rows",
                "quotient": quotient,
                "limit": f"≤ {LIMIT:.0f}×, aim 2×",
                "met": met,
                "memory": peak_memory(),
                "profile": profile,
            }
        ]
    )


def _rows_by_sale(file: Path) -> list[list[tuple[str, list[tuple[object, ...]]]]]:
    """For each sale, the INSERT statements that its rows take and the rows themselves."""
    books = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
    statements: dict[int, list[tuple[str, list[tuple[object, ...]]]]] = {}
    sales = [number for (number,) in books.execute("SELECT fact FROM sale ORDER BY fact")]
    for table in TABLES:
        names = [column.name for column in table.columns]
        of_fact = "number" if table.name == "fact" else "fact"
        if of_fact not in names:
            continue
        statement = f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(names))})"
        place = names.index(of_fact)
        by_sale: dict[int, list[tuple[object, ...]]] = {}
        for row in books.execute(f"SELECT * FROM {table.name}"):  # columns stand in the table in the order declared
            by_sale.setdefault(row[place], []).append(row)
        for number in sales:
            if number in by_sale:
                statements.setdefault(number, []).append((statement, by_sale[number]))
    books.close()
    return [statements[number] for number in sales]


def _emptied(source: Path, target: Path) -> sqlite3.Connection:
    """A copy of the books with their schema, indexes and catalogue, but without sales."""
    with closing(sqlite3.connect(source)) as books, closing(sqlite3.connect(target)) as copy:
        books.backup(copy)
    raw = sqlite3.connect(target, isolation_level=None)
    for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        raw.execute(f"DROP TRIGGER {name}")
    raw.execute("PRAGMA foreign_keys = OFF")
    sales = "(SELECT fact FROM sale)"
    for table in reversed(TABLES):
        names = [column.name for column in table.columns]
        if table.name not in {"sale", "fact"} and "fact" in names:
            raw.execute(f"DELETE FROM {table.name} WHERE fact IN {sales}")
    raw.execute("DELETE FROM fact WHERE kind = 'sale'")
    raw.execute("DELETE FROM sale")
    for pragma in ("foreign_keys = ON", "journal_mode = WAL", "synchronous = FULL", "cache_size = -16384"):
        raw.execute(f"PRAGMA {pragma}")
    return raw


def _insert(raw: sqlite3.Connection, statements: list[tuple[str, list[tuple[object, ...]]]]) -> None:
    raw.execute("BEGIN IMMEDIATE")
    for statement, rows in statements:
        raw.executemany(statement, rows)
    raw.execute("COMMIT")


if __name__ == "__main__":
    main()
