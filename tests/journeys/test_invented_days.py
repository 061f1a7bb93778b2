"""What must hold on any day, on thirty invented stories; and a broken event leaves no trace in the books."""

import random
from functools import cache
from itertools import pairwise

import pytest

from tests.journeys.arithmetic import replay, report
from tests.journeys.arithmetic_books import Books
from tests.journeys.arithmetic_money import minor
from tests.journeys.invented_days import Story, invent
from tests.journeys.invented_faults import FAULTS, insert_faults

SEEDS = range(30)


@cache
def told(seed: int) -> tuple[Story, Books]:
    """A story and the books after it; no event of a good day is refused."""
    story = invent(seed)
    books, refused = replay(story.network, story.days)
    assert refused == [[] for _ in story.days]
    return story, books


@cache
def periods(seed: int) -> list[dict]:
    """The report of each exhibition and of each of its days."""
    story, books = told(seed)
    return [
        report(books, exhibition["id"], date)
        for exhibition in story.network["exhibitions"]
        for date in (None, *story.dates(exhibition["id"]))
    ]


def total(rows: list[dict], name: str) -> int:
    return sum(minor(row[name]) for row in rows)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_parts_sum_in_every_period(seed):
    for of in periods(seed):
        sales, units = of["sales"], of["units"]
        assert minor(sales["net"]) == minor(sales["gross"]) - minor(sales["returns"])
        # What the buyers paid is what was due and its rounding.
        assert total(of["tenders"], "base") == minor(sales["net"]) + minor(sales["rounding"])
        # What the makers are credited is what was due and what the network bore.
        assert total(units, "gross") == minor(sales["net"]) + minor(sales["promotion"])
        for name in ("commission", "fund", "costs"):
            assert total(units, name) == minor(of["network"][name])
        for unit in units:
            money = {name: minor(value) for name, value in unit.items() if name not in {"unit", "members", "products"}}
            assert money["earned"] == money["gross"] - money["commission"] - money["fund"]
            assert money["earned"] == total(unit["members"], "earned")
            out = money["costs"] + money["advances"] + money["paid"]
            assert money["balance"] == money["brought_forward"] + money["earned"] - out


@pytest.mark.parametrize("seed", SEEDS)
def test_the_goods_and_the_drawers_add_up_in_every_period(seed):
    for of in periods(seed):
        for product in (product for unit in of["units"] for product in unit["products"]):
            gone = product["sold"] + product["yapa"] + product["returned"] + product["loss"]
            assert product["left"] - product["undelivered"] == product["delivered"] + product["back"] - gone
            assert all(value >= 0 for name, value in product.items() if name != "sku")
            assert 0 in {product["left"], product["undelivered"]}
        for row in (row for shift in of["shifts"] for row in shift["cash"]):
            assert minor(row["over_short"]) == minor(row["counted"]) - minor(row["expected"])


@pytest.mark.parametrize("seed", SEEDS)
def test_the_days_of_an_exhibition_sum_to_it_and_each_brings_the_last_forward(seed):
    story, books = told(seed)
    for exhibition in story.network["exhibitions"]:
        whole = report(books, exhibition["id"])
        days = [report(books, exhibition["id"], date) for date in story.dates(exhibition["id"])]
        for name in ("gross", "returns", "net", "rounding", "promotion"):
            assert total([one["sales"] for one in days], name) == minor(whole["sales"][name])
        for name in ("receipts", "pieces", "yapa_pieces"):
            assert sum(one["sales"][name] for one in days) == whole["sales"][name]
        assert sorted((shift["till"], shift["z"]) for one in days for shift in one["shifts"]) == [
            (shift["till"], shift["z"]) for shift in whole["shifts"]
        ]
        assert days[-1]["units"][0]["products"] == whole["units"][0]["products"]
        for unit in whole["units"]:
            mine = [row for one in days for row in one["units"] if row["unit"] == unit["unit"]]
            for name in ("gross", "commission", "fund", "earned", "costs", "advances", "paid"):
                assert total(mine, name) == minor(unit[name])
            assert mine[0]["brought_forward"] == unit["brought_forward"]
            assert mine[-1]["balance"] == unit["balance"]
            for earlier, later in pairwise(mine):
                assert later["brought_forward"] == earlier["balance"]


@pytest.mark.parametrize("seed", SEEDS)
def test_receipts_and_closes_are_numbered_without_a_gap_and_the_grand_total_is_the_sum_of_nets(seed):
    story, books = told(seed)
    reports = [report(books, exhibition["id"]) for exhibition in story.network["exhibitions"]]
    for till in ("A", "B"):
        shifts = [shift for of in reports for shift in of["shifts"] if shift["till"] == till]
        assert sorted(shift["z"] for shift in shifts) == list(range(1, len(shifts) + 1))
        numbered = sorted(shift["receipts"] for shift in shifts if shift["receipts"])
        last = 0
        for first_number, last_number in numbered:
            assert int(first_number.split("-")[1]) == last + 1
            last = int(last_number.split("-")[1])
    for currency in ("BOB", "EUR", "PEN"):
        nets = sum(minor(of["sales"]["net"]) for of in reports if of["currency"] == currency)
        ends = {shift["till"]: minor(shift["grand_total"]) for of in reports if of["currency"] == currency
                for shift in sorted(of["shifts"], key=lambda shift: shift["z"])}  # fmt: skip
        assert sum(ends.values()) == nets


@pytest.mark.parametrize("seed", SEEDS)
def test_twenty_broken_events_are_refused_each_on_its_line_and_change_no_report(seed):
    story, unbroken = told(seed)
    rng = random.Random(seed)
    which = rng.choice((0, 1, 3, 4))  # the days with several shifts, and those on which the exhibition is closed
    file, kinds = insert_faults(rng, story.network, story.days[which], before=story.days[:which])
    assert len(set(kinds.values())) == 20
    days = [*story.days[:which], file, *story.days[which + 1 :]]
    books, refused = replay(story.network, days)
    assert [line for line, _ in refused[which]] == sorted(kinds)
    assert sum(len(lines) for lines in refused) == 20
    for exhibition in books.catalogue.exhibitions:
        assert report(books, exhibition) == report(unbroken, exhibition)


def test_every_kind_of_broken_event_finds_its_place_somewhere():
    found = set()
    for seed in range(12):
        story, _ = told(seed)
        for which in (0, 3, 4):
            before = story.days[:which]
            _, kinds = insert_faults(random.Random(seed), story.network, story.days[which], before=before, count=30)
            found |= set(kinds.values())
    assert found == set(FAULTS)


def test_the_same_seed_tells_the_same_story_and_another_seed_another():
    assert invent(7) == invent(7)
    assert invent(7) != invent(8)
