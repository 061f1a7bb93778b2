"""Keeps carts and sells them for as long as it is let live: a program for the test that kills it.

For each line on its input, `PATH FIRST`, it starts a child that keeps cart FIRST as it grows to three lines, sells it,
goes on with the next, and tells of each step once it is done. Every second cart is held before it is sold.
"""

import os
import sys
from contextlib import closing
from pathlib import Path

from pos.domain.stamps import EventId
from pos.services.acts import Act
from pos.services.holding import Holding, OpenCart
from tests.builders import MORNING
from tests.services.stall import FAIR, Stall
from tests.storage.selling_until_killed import say

SKUS = ("TAZA", "JUEGO", "CHAL")


def cart(stall: Stall, number: int, lines: int) -> OpenCart:
    """The cart of that number once it has so many lines."""
    basket = stall.basket(*[(sku, number % 5 + 1) for sku in SKUS[:lines]])
    return OpenCart(EventId(f"cart-{number}"), basket, MORNING, "Ana")


def keep(path: Path, first: int) -> None:
    """Keep and sell until somebody ends it."""
    with closing(Stall(path)) as stall:
        holding = Holding(stall.books, stall.catalogue)
        number = first
        while True:
            for lines in range(1, len(SKUS) + 1):
                holding.keep("A", FAIR, cart(stall, number, lines))
                say(f"kept {number} {lines}")
            whole = cart(stall, number, len(SKUS))
            if number % 2 == 0:
                holding.hold("A", whole)
                say(f"held {number} {len(SKUS)}")
            stall.selling.finish(Act(whole.id, "A", FAIR, MORNING), whole.basket)
            say(f"sold {number} {len(SKUS)}")
            number += 1


def main() -> None:
    """Start a child for each line of the input, and tell when it is gone."""
    for line in sys.stdin:
        path, first = line.rsplit(maxsplit=1)
        child = os.fork()
        if not child:
            say(f"child {os.getpid()}")
            keep(Path(path), int(first))
        os.waitpid(child, 0)
        say("gone")


if __name__ == "__main__":
    main()
