"""The memory of replayed lines: by file and till, and the last word on a line counts."""

from pos.domain.stamps import EventId
from pos.storage.replays import ReplayedLine
from tests.services.stall import Stall

DONE = ReplayedLine(2, "d1", "s1", EventId("act-6"))
REFUSED = ReplayedLine(3, "d2", None, None, "no-open-shift", "La caja A no está abierta.")


def remember(stall: Stall, file: str, till: str, *lines: ReplayedLine) -> None:
    with stall.books.transaction() as books:
        books.replays.remember(file, till, lines)


def lines(stall: Stall, file: str = "day", till: str = "A") -> dict[int, ReplayedLine]:
    with stall.books.reading() as books:
        return books.replays.lines(file, till)


def test_lines_are_remembered_as_they_were_judged(stall: Stall):
    remember(stall, "day", "A", DONE, REFUSED)
    assert lines(stall) == {2: DONE, 3: REFUSED}


def test_each_file_and_each_till_has_lines_of_its_own(stall: Stall):
    remember(stall, "day", "A", DONE)
    assert lines(stall, till="B") == lines(stall, file="another") == {}


def test_a_line_that_was_refused_and_mended_since_is_remembered_as_mended(stall: Stall):
    remember(stall, "day", "A", DONE, REFUSED)
    mended = ReplayedLine(3, "d3", None, EventId("act-7"))
    remember(stall, "day", "A", mended)
    assert lines(stall) == {2: DONE, 3: mended}


def test_nothing_judged_is_nothing_to_remember(stall: Stall):
    remember(stall, "day", "A")
    assert lines(stall) == {}
