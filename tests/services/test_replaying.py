"""Replaying a day file: judged by the same rules as at the till, and never twice."""

from itertools import islice
from pathlib import Path

import pytest

from pos.domain.refusals import ReplayedDifferently
from pos.formats.day_file import read_day
from pos.formats.faults import BadFile
from tests.services.day_player import HEADER, OPEN, TEXTS, Player, at, refusals
from tests.services.stall import Stall

CUP = at(1, "sale", ref="s1", lines=[{"scan": "TAZA"}])
CUPS = at(2, "sale", ref="s2", lines=[{"scan": "TAZA", "qty": 2}], tenders=[{"kind": "cash", "amount": "50.00"}])
BACK = at(3, "refund", of="s2", lines=[{"line": 1, "qty": 1}])
CHEAP = at(4, "sale", lines=[{"scan": "TAZA", "price": "7.00"}])


@pytest.fixture
def player(stall: Stall, tmp_path: Path) -> Player:
    return Player(stall, tmp_path)


def test_each_line_becomes_what_a_person_would_have_done(player: Player):
    outcomes = player.play(OPEN, CUP, CUPS, BACK)
    assert [(outcome.line, type(outcome.event).__name__, outcome.known) for outcome in outcomes] == [
        (2, "ShiftOpened", False),
        (3, "Sale", False),
        (4, "Sale", False),
        (5, "Return", False),
    ]
    assert player.stall.ledger()["cash:BOB"] == "70.00"
    assert player.stall.faults() == ()


def test_the_same_file_again_adds_nothing(player: Player):
    player.play(OPEN, CUP, CUPS, BACK)
    before = player.stall.rows("SELECT * FROM fact")
    again = player.play(OPEN, CUP, CUPS, BACK)
    assert [outcome.known for outcome in again] == [True] * 4
    assert player.stall.rows("SELECT * FROM fact") == before


def test_a_file_that_grew_adds_what_is_new_and_new_lines_may_name_old_sales(player: Player):
    player.play(OPEN, CUP, CUPS)
    outcomes = player.play(OPEN, CUP, CUPS, BACK)
    assert [outcome.known for outcome in outcomes] == [True, True, True, False]
    assert outcomes[-1].event.sale_receipt == "A-000002"


def test_a_file_of_which_only_the_spelling_changed_is_the_same_file(player: Player):
    player.play(OPEN, CUP)
    turned = [dict(reversed(event.items())) for event in (OPEN, CUP)]
    assert all(outcome.known for outcome in player.play(*turned))


def test_a_refused_line_is_told_with_its_number_and_rule_and_the_rest_goes_on(player: Player):
    outcomes = player.play(OPEN, CHEAP, CUP, at(6, "sale", lines=[{"scan": "NADA"}]), BACK)
    assert refusals(outcomes) == {3: "price-under-floor", 5: "unknown-code", 6: "unknown-sale"}
    assert all(outcome.sentence for outcome in outcomes if outcome.refusal)
    assert player.stall.count("sale") == 1


def test_what_was_refused_stays_refused_though_the_books_would_allow_it_now(player: Player):
    early = at(0, "sale", ref="early", lines=[{"scan": "TAZA"}])
    first = player.play(early, OPEN)
    again = player.play(early, OPEN)
    assert refusals(first) == refusals(again) == {2: "no-open-shift"}
    assert first[0].sentence == again[0].sentence
    assert again[0].known
    assert player.stall.count("sale") == 0


def test_a_refused_line_that_was_mended_is_judged_anew(player: Player):
    player.play(OPEN, CHEAP, CUP)
    outcomes = player.play(OPEN, CHEAP | {"supervisor": "elena"}, CUP)
    assert [(outcome.line, outcome.known) for outcome in outcomes] == [(2, True), (3, False), (4, True)]
    assert player.stall.count("sale") == 2


def test_a_posted_line_that_says_something_else_makes_the_whole_file_refused(player: Player):
    player.play(OPEN, CUP)
    facts = player.stall.count("fact")
    with pytest.raises(BadFile) as bad:
        player.play(OPEN, CUP | {"buyer": "local"}, CUPS)
    [fault] = bad.value.faults
    assert (fault.place, type(fault.refusal)) == ("line 3", ReplayedDifferently)
    assert player.stall.count("fact") == facts


def test_two_tills_may_play_files_that_begin_alike(player: Player):
    player.play(OPEN, CUP)
    outcomes = player.play(OPEN, CUP, header=HEADER | {"till": "B"})
    assert [outcome.known for outcome in outcomes] == [False, False]
    assert player.stall.rows("SELECT receipt FROM sale ORDER BY fact") == [("A-000001",), ("B-000001",)]


def test_one_ref_names_one_sale_of_a_file(player: Player):
    outcomes = player.play(OPEN, CUP, CUP, BACK | {"of": "s1"})
    assert refusals(outcomes) == {4: "duplicate-reference"}
    assert outcomes[-1].event.sale_receipt == "A-000001"


def test_an_exhibition_that_is_not_known_makes_the_whole_file_refused(player: Player):
    with pytest.raises(BadFile, match="exhibition"):
        player.play(OPEN, CUP, header=HEADER | {"exhibition": "NADA"})
    assert player.stall.count("fact") == 1


def test_who_stops_in_the_middle_goes_on_from_there(player: Player):
    file = read_day(player.file(OPEN, CUP, CUPS, BACK))
    outcomes = player.replaying.replay(file, TEXTS)
    assert [outcome.line for outcome in islice(outcomes, 2)] == [2, 3]
    outcomes.close()
    assert [outcome.known for outcome in player.play(OPEN, CUP, CUPS, BACK)] == [True, True, False, False]


def test_what_was_done_but_not_remembered_when_the_power_failed_is_not_done_again(player: Player):
    player.play(OPEN, CUP, CUPS, BACK)
    before = player.stall.rows("SELECT * FROM fact")
    with player.stall.books.transaction():
        player.stall.books._connection.exec_driver_sql("DELETE FROM replayed_line")
    outcomes = player.play(OPEN, CUP, CUPS, BACK)
    assert refusals(outcomes) == {}
    assert player.stall.rows("SELECT * FROM fact") == before


def test_receipts_are_asked_for_only_where_paper_is_wanted(player: Player):
    player.play(OPEN, CUP)
    assert player.stall.count("print_job") == 0
    player.play(OPEN, CUP, CUPS, BACK, paper=True)
    assert player.stall.count("print_job") == 2
