"""Keeping the open cart at each change, and reading it after a start, against raw sqlite3 doing no more than that."""

import sqlite3
import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec

from bench.measuring import Work, interleaved, milliseconds, peak_memory, profile_of, tell
from bench.stall import EXHIBITION, LINES, OPENING, baskets, open_stall
from pos.services.clock import fresh_id
from pos.services.holding import OpenCart
from pos.storage.drafts import draft_body

CHANGES = 600
LIMIT = 4.0
TABLE = """
CREATE TABLE draft (id TEXT PRIMARY KEY, till TEXT NOT NULL, exhibition TEXT NOT NULL, held INTEGER NOT NULL,
changed_at TEXT NOT NULL, body TEXT NOT NULL)
"""
KEEP = "INSERT INTO draft VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body"
READ = "SELECT * FROM draft WHERE till = 'A' AND held = 0"


def main() -> None:
    """Keep one cart on the till's books, write rows as large to another file, in turn; then read both."""
    with tempfile.TemporaryDirectory() as folder:
        raw = _raw(Path(folder, "raw.sqlite"))
        with open_stall(Path(folder)) as desk:
            holding = desk.holding
            id_ = fresh_id()
            carts = [OpenCart(id_, basket, OPENING, "Ana") for basket in baskets(desk, CHANGES)]
            holding.keep("A", EXHIBITION, carts[0])
            rows = [
                (id_, "A", EXHIBITION, 0, OPENING.isoformat(), msgspec.json.encode(draft_body(cart.basket, "Ana")))
                for cart in carts
            ]
            keep: Sequence[Work] = [lambda cart=cart: holding.keep("A", EXHIBITION, cart) for cart in carts]
            hand: Sequence[Work] = [lambda row=row: _write(raw, row) for row in rows]
            kept = _figure("the open cart kept, durable", keep, hand, LIMIT)
            opened: Sequence[Work] = [lambda: holding.opened("A", EXHIBITION)] * CHANGES
            read = _figure("the open cart read", opened, [lambda: raw.execute(READ).fetchall()] * CHANGES, None)
        raw.close()
    tell([kept, read])


def _raw(path: Path) -> sqlite3.Connection:
    raw = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL"):
        raw.execute(f"PRAGMA {pragma}")
    raw.execute(TABLE)
    return raw


def _write(raw: sqlite3.Connection, row: tuple[object, ...]) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.execute(KEEP, row)
    raw.execute("COMMIT")


def _figure(what: str, ours: Sequence[Work], hand: Sequence[Work], limit: float | None) -> dict[str, object]:
    took, raw, quotient = interleaved(ours, hand)
    met = limit is None or quotient <= limit
    return {
        "what": f"{what}, {LINES} lines (p50 of {len(ours)})",
        "ours": milliseconds(took),
        "baseline": milliseconds(raw),
        "against": "raw sqlite3, one row",
        "quotient": quotient,
        "limit": "for knowing" if limit is None else f"≤ {limit:.0f}×",
        "met": met,
        "memory": peak_memory(),
        "profile": "" if met else profile_of(lambda: [work() for work in ours]),
    }


if __name__ == "__main__":
    main()
