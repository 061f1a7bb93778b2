"""Whole days through the command line, judged by arithmetic that knows nothing of the program."""

import random
import sqlite3
from pathlib import Path

import pytest

from tests.journeys import arithmetic
from tests.journeys.command_line import DAY, FAIR, NETWORK, Said, Till, lines_of, write_day
from tests.journeys.invented_days import Story, invent
from tests.journeys.invented_faults import insert_faults


def facts(till: Till) -> int:
    with sqlite3.connect(till.home / "books.sqlite") as books:
        (count,) = books.execute("SELECT count(*) FROM fact").fetchone()
    books.close()
    return count


def play(till: Till, story: Story, folder: Path) -> list[Said]:
    network = write_day(folder / "network.json", [story.network])
    assert till("import", network).status == 0
    return [till("replay", write_day(folder / f"day{i}.jsonl", file)) for i, file in enumerate(story.days)]


def test_example_day_agrees_with_arithmetic_in_every_number(sold: Till) -> None:
    network, day = lines_of_network(), lines_of(DAY)

    assert sold.report("day", "--date", "2026-12-05") == arithmetic.recompute(network, [day], date="2026-12-05").report
    assert sold.report("exhibition") == arithmetic.recompute(network, [day]).report


def lines_of_network() -> dict:
    import json

    return json.loads(NETWORK.read_text(encoding="utf-8"))


@pytest.mark.parametrize("seed", [101, 102, 103])
def test_invented_season_agrees_with_arithmetic_in_every_number(till: Till, tmp_path: Path, seed: int) -> None:
    """Nine files: two tills, five exhibitions in three currencies, everything that the formats can say."""
    story = invent(seed)
    play(till, story, tmp_path)
    books, _refused = arithmetic.replay(story.network, story.days)

    for exhibition in story.network["exhibitions"]:
        id_ = exhibition["id"]
        assert till.report("exhibition", "--exhibition", id_) == arithmetic.report(books, id_)
        for date in story.dates(id_):
            told = till.report("day", "--date", date, "--exhibition", id_)
            assert told == arithmetic.report(books, id_, date)
    assert till("verify").status == 0


def test_replaying_again_changes_nothing(sold: Till) -> None:
    before, count = sold.report("exhibition"), facts(sold)

    again = sold("replay", DAY)

    assert again.status == 0
    assert (sold.report("exhibition"), facts(sold)) == (before, count)


def test_copy_of_a_file_under_another_name_changes_nothing(sold: Till, tmp_path: Path) -> None:
    count = facts(sold)
    copy = tmp_path / "copia del sábado.jsonl"
    copy.write_bytes(DAY.read_bytes())

    assert sold("replay", copy).status == 0
    assert facts(sold) == count


def test_file_that_has_grown_adds_only_its_new_lines(till: Till, tmp_path: Path) -> None:
    day = lines_of(DAY)
    till("import", NETWORK)
    for length in (40, 100, len(day)):
        assert till("replay", write_day(tmp_path / "day.jsonl", day[:length])).status == 0

    assert till.report("exhibition") == arithmetic.recompute(lines_of_network(), [day]).report
    assert till("verify").status == 0


def test_posted_line_that_says_something_else_now_makes_the_file_refused(sold: Till, tmp_path: Path) -> None:
    before, count = sold.report("exhibition"), facts(sold)
    day = lines_of(DAY)
    day[20]["lines"][0]["qty"] = 7
    day.append({**day[17], "ref": "s999"})

    refused = sold("replay", write_day(tmp_path / "day.jsonl", day))

    assert refused.status == 2
    assert "21" in refused.err
    assert (sold.report("exhibition"), facts(sold)) == (before, count)


def test_first_event_that_says_something_else_now_makes_the_file_refused_too(sold: Till, tmp_path: Path) -> None:
    """The file is known by its other lines: it must not be taken for a new day and sold a second time."""
    count = facts(sold)
    day = lines_of(DAY)
    day[1]["lines"][0]["qty"] += 1

    refused = sold("replay", write_day(tmp_path / "day.jsonl", day))

    assert refused.status == 2
    assert "line 2" in refused.err
    assert facts(sold) == count


@pytest.mark.parametrize("seed", [7, 8])
def test_twenty_broken_events_are_reported_with_their_lines_and_the_rest_is_sold(
    till: Till, tmp_path: Path, seed: int
) -> None:
    good = lines_of(DAY)
    broken, kinds = insert_faults(random.Random(seed), lines_of_network(), good, before=[])
    assert len(kinds) == 20
    till("import", NETWORK)

    said = till("replay", write_day(tmp_path / "day.jsonl", broken))

    assert said.status == 1
    told = [line for line in said.err.splitlines() if "day.jsonl, " in line]
    assert [int(line.split("day.jsonl, ")[1].split()[1].rstrip(":")) for line in told] == sorted(kinds)
    assert till.report("exhibition") == arithmetic.recompute(lines_of_network(), [good]).report
    assert till("verify").status == 0


def test_line_that_was_refused_stays_refused_when_the_books_stand_otherwise(till: Till, tmp_path: Path) -> None:
    """A sale before the shift is open is refused; replayed when a shift is open, it must not slip in."""
    day = lines_of(DAY)
    opening = next(i for i, line in enumerate(day) if line.get("do") == "open_shift")
    early = {**day[opening + 1], "ref": "early"}
    file = write_day(tmp_path / "day.jsonl", [*day[:opening], early, *day[opening : opening + 5]])
    till("import", NETWORK)
    first = till("replay", file)
    count = facts(till)

    second = till("replay", file)

    assert (first.status, second.status) == (1, 1)
    assert f"{opening + 1}:" in first.err
    assert second.err.startswith(first.err.rstrip())
    assert "no se juzga de nuevo" in second.err
    assert facts(till) == count


def test_strict_stops_at_the_first_refusal(till: Till, tmp_path: Path) -> None:
    day = lines_of(DAY)
    till("import", NETWORK)
    file = write_day(tmp_path / "day.jsonl", [*day[:20], {**day[17], "lines": [{"scan": "NADA"}]}, *day[20:30]])

    said = till("replay", file, "--strict")

    assert said.status == 1
    assert facts(till) == 1 + 19  # the network, and the events before the broken one


def test_posted_day_cannot_be_moved_to_another_exhibition_by_its_first_line(sold: Till, tmp_path: Path) -> None:
    count = facts(sold)
    day = lines_of(DAY)
    day[0]["exhibition"] = "ALT-ENE-27"

    refused = sold("replay", write_day(tmp_path / "day.jsonl", day))

    assert refused.status == 2
    assert "line 1, $.exhibition" in refused.err
    assert facts(sold) == count


def test_line_at_which_strict_stopped_is_judged_anew(till: Till, tmp_path: Path) -> None:
    """A strict run stops so that somebody can mend what is missing: here, the price of a product."""
    import json

    network = lines_of_network()
    priced = network["products"][0]["prices"]
    network["products"][0]["prices"] = {}
    catalogue = tmp_path / "network.json"
    catalogue.write_text(json.dumps(network), encoding="utf-8")
    till("import", catalogue)
    opening = {"at": "2026-12-05T08:00:00-04:00", "do": "open_shift", "cashier": "ana", "float": {"BOB": {}}}
    sale = {"at": "2026-12-05T09:00:00-04:00", "do": "sale", "lines": [{"scan": "JK-001"}]}
    file = write_day(tmp_path / "day.jsonl", [lines_of(DAY)[0], opening, sale])
    assert till("replay", file, "--strict").status == 1

    network["products"][0]["prices"] = priced
    catalogue.write_text(json.dumps(network), encoding="utf-8")
    till("import", catalogue)

    assert till("replay", file, "--strict").status == 0
    assert till.report("exhibition")["sales"]["gross"] == "80.00"


def test_money_given_back_and_costs_after_closing_the_exhibition(sold: Till, tmp_path: Path) -> None:
    """The day goes on: the exhibition closes, its three costs are shared, and everybody is paid out."""
    day = lines_of(DAY)
    units = [row["id"] for row in lines_of_network()["exhibitions"][0]["units"]]
    day.append({"at": "2026-12-07T20:00:00-04:00", "do": "close_exhibition"})
    owed = {
        row["unit"] for row in arithmetic.recompute(lines_of_network(), [day]).report["units"] if row["balance"] > "0"
    }
    for unit in units:
        if unit in owed:
            day.append(
                {"at": "2026-12-07T20:30:00-04:00", "do": "payout", "unit": unit, "amount": "all", "kind": "transfer"}
            )

    sold("replay", write_day(tmp_path / "day.jsonl", day))

    report = sold.report("exhibition")
    assert report == arithmetic.recompute(lines_of_network(), [day]).report
    assert report["network"]["costs"] == "900.00"
    assert report["exhibition"] == FAIR
