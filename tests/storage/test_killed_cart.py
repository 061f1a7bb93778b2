"""Killed at any moment, the till has the cart as it was told to be kept, and never one that was sold."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pos.services.holding import Holding
from tests.services.stall import FAIR, Stall
from tests.storage.keeping_until_killed import SKUS, cart

ROOT = Path(__file__).resolve().parents[2]
KILLS = 20
SEED = 20261206
Step = tuple[str, int, int]
"""What was done (`kept`, `held`, `sold`), to which cart, with how many lines."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a child of a loaded program is what makes it fast")


@pytest.fixture
def keeper() -> Iterator[subprocess.Popen[str]]:
    """The program that keeps carts, ready to be told where."""
    program = [sys.executable, "-m", "tests.storage.keeping_until_killed"]
    with subprocess.Popen(program, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        yield running
        running.stdin.close()


def keep_and_kill(keeper: subprocess.Popen[str], path: Path, first: int, after: int) -> list[Step]:
    """The steps that a child told of; it is killed when it has told of so many, and may have done more."""
    keeper.stdin.write(f"{path} {first}\n")
    keeper.stdin.flush()
    child = int(keeper.stdout.readline().removeprefix("child "))
    told: list[Step] = []
    for line in iter(keeper.stdout.readline, "gone\n"):
        step, number, lines = line.split()
        told.append((step, int(number), int(lines)))
        if len(told) == after:
            os.kill(child, signal.SIGKILL)
    return told


def following(step: Step) -> Step:
    """What the child does after a step."""
    what, number, lines = step
    if what == "sold":
        return "kept", number + 1, 1
    if what == "kept" and lines < len(SKUS):
        return "kept", number, lines + 1
    return ("held" if what == "kept" and number % 2 == 0 else "sold"), number, lines


def where_it_stands(path: Path, step: Step) -> Step | None:
    """The step after which the books are as they are: that one, or the one after it; None where they are neither."""
    with closing(Stall(path)) as stall:
        holding = Holding(stall.books, stall.catalogue)
        opened, held = holding.opened("A", FAIR), holding.held("A", FAIR)
        sold = stall.count("sale")
        assert stall.rows("SELECT draft.id FROM draft JOIN fact USING (id)") == []
        for what, number, lines in (step, following(step)):
            there = cart(stall, number, lines)
            as_told = {
                "kept": (there, (), number - 1),
                "held": (None, (there,), number - 1),
                "sold": (None, (), number),
            }
            if (opened, held, sold) == as_told[what]:
                return what, number, lines
    return None


def test_twenty_kills_lose_no_cart_that_was_kept_and_bring_none_back_that_was_sold(
    keeper: subprocess.Popen[str], tmp_path: Path
):
    chance = random.Random(SEED)
    with closing(Stall.in_folder(tmp_path)) as stall:
        stall.open()
        path = stall.path
    first = 1
    for _ in range(KILLS):
        told = keep_and_kill(keeper, path, first, after=chance.randint(1, 11))
        stands = where_it_stands(path, told[-1])
        assert stands is not None
        first = stands[1] + 1 if stands[0] == "sold" else stands[1]
    assert first > 1
    with closing(Stall(path)) as stall:
        assert stall.faults() == ()


def test_a_cart_that_is_not_as_it_was_told_would_be_noticed(tmp_path: Path):
    with closing(Stall.in_folder(tmp_path)) as stall:
        stall.open()
        Holding(stall.books, stall.catalogue).keep("A", FAIR, cart(stall, 1, 2))
        path = stall.path
    assert where_it_stands(path, ("kept", 1, 2)) == where_it_stands(path, ("kept", 1, 1)) == ("kept", 1, 2)
    assert where_it_stands(path, ("kept", 1, 3)) is None
    assert where_it_stands(path, ("sold", 1, 3)) is None
