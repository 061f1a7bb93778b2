"""Sells for as long as it is let live: a program for the test that kills it.

For each line on its input, `PATH FIRST`, it starts a child that sells to the books at PATH, acts FIRST, FIRST + 1 and
so on, and tells of each sale once it is finished. The child starts from a program that has loaded everything, so that a
kill costs a moment.
"""

import os
import sys
from contextlib import closing
from pathlib import Path

from pos.domain.basket import Basket
from pos.domain.stamps import EventId
from pos.services.acts import Act
from tests.builders import MORNING
from tests.services.stall import FAIR, Stall

SKUS = ("TAZA", "JUEGO", "CHAL", "MIEL")


def act(number: int) -> Act:
    """The act of that number: the same whoever makes it."""
    return Act(EventId(f"sale-{number}"), "A", FAIR, MORNING)


def basket(stall: Stall, number: int) -> Basket:
    """What is sold by the act of that number: one to four lines."""
    return stall.basket(*[(sku, number % 5 + 1) for sku in SKUS[: number % 4 + 1]])


def sell(path: Path, first: int) -> None:
    """Sell until somebody ends it."""
    with closing(Stall(path)) as stall:
        number = first
        while True:
            sold = stall.selling.finish(act(number), basket(stall, number))
            say(f"sold {number} {sold.sale.receipt}")
            number += 1


def say(line: str) -> None:
    """A line to whoever started this program, at once."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def main() -> None:
    """Start a child for each line of the input, and tell when it is gone."""
    for line in sys.stdin:
        path, first = line.rsplit(maxsplit=1)
        child = os.fork()
        if not child:
            say(f"child {os.getpid()}")
            sell(Path(path), int(first))
        os.waitpid(child, 0)
        say("gone")


if __name__ == "__main__":
    main()
