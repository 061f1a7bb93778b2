"""Time and ids come from one place, and an act stamps its event with the day where the exhibition is."""

from datetime import UTC, date, datetime

from pos.services.acts import Act
from pos.services.clock import SystemClock, fresh_id
from tests.builders import an_exhibition


def test_the_system_clock_tells_whole_seconds_with_their_offset():
    now = SystemClock().now()
    assert (now.microsecond, now.utcoffset() is None) == (0, False)


def test_fresh_ids_are_unique_and_sort_by_time():
    ids = [fresh_id() for _ in range(1000)]
    assert len(set(ids)) == 1000
    assert ids == sorted(ids)


def test_an_act_becomes_an_event_of_the_exhibition_s_day_and_currency():
    fair = an_exhibition()
    act = Act(fresh_id(), "A", fair.id, datetime(2026, 12, 6, 3, 59, tzinfo=UTC))
    stamp = act.stamp(fair, shift=fresh_id())
    assert (stamp.id, stamp.till, stamp.at) == (act.id, "A", act.at)
    assert (stamp.day, stamp.exhibition, stamp.currency) == (date(2026, 12, 5), "FERIA", "BOB")
