"""A whole exhibition's report over 100,000 sale lines, against one hand-written GROUP BY."""

import sqlite3
import tempfile
from pathlib import Path

from bench.measuring import interleaved, milliseconds, peak_memory, profile_of, tell
from bench.stall import EXHIBITION, LINES, open_stall, sell_many
from pos.formats.report_file import report_json
from pos.settings import Places, Settings
from pos.storage.books import Books
from pos.wiring import make_desk

SALE_LINES = 100_000
RUNS = 7
LIMIT = 3.0
BY_HAND = """
SELECT share.unit, line.sku, sum(share.gross), sum(share.commission), sum(share.fund), count(*)
FROM sale_line AS line
JOIN line_share AS share ON share.fact = line.fact AND share.position = line.position
WHERE share.exhibition = ?
GROUP BY share.unit, line.sku
"""
"""What each unit made with each product, from the lines of the sales."""

SPARSEST = """
SELECT unit, sum(gross), sum(commission), sum(fund) FROM line_share WHERE exhibition = ? GROUP BY unit
"""
"""Three sums by unit and nothing else, out of one index: the floor, though a report asks six such things."""


def main() -> None:
    """Make the books, open them read-only as `pos report` does, and ask both ways in turn."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with open_stall(home) as desk:
            sell_many(desk, SALE_LINES // LINES)
        file = home / "books.sqlite"
        raw = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
        with Books(file, read_only=True) as books:
            reporting = make_desk(Places(home), Settings(), books).reporting

            def ours() -> object:
                return report_json(reporting.report(EXHIBITION))

            def by_hand() -> object:
                return raw.execute(BY_HAND, (EXHIBITION,)).fetchall()

            def sparsest() -> object:
                return raw.execute(SPARSEST, (EXHIBITION,)).fetchall()

            ours(), by_hand(), sparsest()  # all read from a warm cache
            reported, grouped, quotient = interleaved([ours] * RUNS, [by_hand] * RUNS)
            again, floor, over_floor = interleaved([ours] * RUNS, [sparsest] * RUNS)
            met = quotient <= LIMIT
            profile = "" if met else profile_of(ours)
            memory = peak_memory()
            raw.close()
    what = f"report exhibition over {SALE_LINES:,} sale lines (p50 of {RUNS})"
    tell(
        [
            {
                "what": what,
                "ours": milliseconds(reported),
                "baseline": milliseconds(grouped),
                "against": "one GROUP BY by hand: units × products",
                "quotient": quotient,
                "limit": f"≤ {LIMIT:.0f}×",
                "met": met,
                "memory": memory,
                "profile": profile,
            },
            {
                "what": what,
                "ours": milliseconds(again),
                "baseline": milliseconds(floor),
                "against": "the sparsest GROUP BY: units only",
                "quotient": over_floor,
                "limit": "for knowing",
                "met": True,
                "memory": memory,
                "profile": "",
            },
        ]
    )


if __name__ == "__main__":
    main()
