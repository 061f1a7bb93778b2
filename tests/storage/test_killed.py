"""Killed at any moment, the till has every sale that it told of, no half of one, and goes on where it was."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.services.stall import Stall
from tests.storage.selling_until_killed import act, basket

ROOT = Path(__file__).resolve().parents[2]
KILLS = 20
SEED = 20261205

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a child of a loaded program is what makes it fast")


@pytest.fixture
def seller() -> Iterator[subprocess.Popen[str]]:
    """The program that sells, ready to be told where."""
    program = [sys.executable, "-m", "tests.storage.selling_until_killed"]
    with subprocess.Popen(program, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        yield running
        running.stdin.close()


def sell_and_kill(seller: subprocess.Popen[str], path: Path, first: int, after: int) -> dict[int, str]:
    """The receipts by act that a child told of; it is killed when it has told of so many, and may have done more."""
    seller.stdin.write(f"{path} {first}\n")
    seller.stdin.flush()
    child = int(seller.stdout.readline().removeprefix("child "))
    told: dict[int, str] = {}
    for line in iter(seller.stdout.readline, "gone\n"):
        _, number, receipt = line.split()
        told[int(number)] = receipt
        if len(told) == after:
            os.kill(child, signal.SIGKILL)
    return told


def lost(path: Path, told: dict[int, str]) -> set[int]:
    """The acts that were told of as finished and are not in the books under that receipt."""
    there = set(rows(path, "SELECT f.id, s.receipt FROM sale s JOIN fact f ON f.number = s.fact"))
    return {number for number, receipt in told.items() if (act(number).id, receipt) not in there}


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(sql).fetchall()


def test_twenty_kills_lose_no_sale_that_was_told_of(seller: subprocess.Popen[str], tmp_path: Path):
    """Each child begins with the act whose end nobody heard: kept or not, it is there once, under its own number."""
    chance = random.Random(SEED)
    with closing(Stall.in_folder(tmp_path)) as stall:
        stall.open()
        path = stall.path
    told: dict[int, str] = {}
    for kill in range(1, KILLS + 1):
        told |= sell_and_kill(seller, path, len(told) + 1, after=chance.randint(1, 6))
        assert lost(path, told) == set()
        assert told == {number: f"A-{number:06d}" for number in range(1, len(told) + 1)}
        numbers = [number for (number,) in rows(path, "SELECT number FROM sale ORDER BY fact")]
        assert numbers == list(range(1, len(numbers) + 1))
        assert 0 <= len(numbers) - len(told) <= 1
        assert rows(path, "SELECT fact FROM posting GROUP BY fact HAVING sum(base_amount) != 0") == []
        if kill % 5 == 0:
            with closing(Stall(path)) as stall:
                assert stall.faults() == ()
    assert len(told) >= KILLS * 2


def test_a_sale_that_was_told_of_and_is_not_there_would_be_noticed(stall: Stall):
    stall.open()
    sale = stall.selling.finish(act(1), basket(stall, 1)).sale
    assert lost(stall.path, {1: sale.receipt}) == set()
    assert lost(stall.path, {1: "A-000002"}) == {1}
    assert lost(stall.path, {1: sale.receipt, 2: "A-000002"}) == {2}
