"""Runs every measurement in a process of its own, one after the other, and prints the table."""

import json
import subprocess
import sys
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

MEASUREMENTS = ("sale", "receipt", "cart", "report", "searching", "importing", "labels", "window")


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured figure beside its baseline; `limit` is what the quotient, or the figure itself, is held to."""

    what: str
    ours: str
    baseline: str
    against: str
    quotient: float | None
    limit: str
    met: bool
    memory: str
    profile: str = ""


def main() -> int:
    """Measure and print; gives 1 where a limit was missed, with a profile of where the time goes."""
    figures = [figure for name in MEASUREMENTS for figure in _measure(name)]
    table = Table(title="Qhatu bench", title_justify="left")
    for column in ("what", "ours", "baseline", "ratio", "limit", "", "peak memory"):
        table.add_column(column, justify="left" if column == "what" else "right")
    for f in figures:
        ratio = "–" if f.quotient is None else f"{f.quotient:.2f}×"
        table.add_row(
            f.what, f.ours, f"{f.baseline} ({f.against})", ratio, f.limit, "ok" if f.met else "MISSED", f.memory
        )
    console = Console(width=None if sys.stdout.isatty() else 150)
    console.print(table)
    missed = [figure for figure in figures if not figure.met]
    for figure in missed:
        console.print(f"\nMissed: {figure.what}. Where the time goes:\n{figure.profile}", markup=False, highlight=False)
    return 1 if missed else 0


def _measure(name: str) -> list[Figure]:
    done = subprocess.run([sys.executable, "-m", f"bench.{name}"], check=True, stdout=subprocess.PIPE, text=True)
    return [Figure(**values) for values in json.loads(done.stdout.splitlines()[-1])]


if __name__ == "__main__":
    sys.exit(main())
