"""Every kind of event is a fact with a name of its own, and an event is never changed."""

from dataclasses import FrozenInstanceError, fields, is_dataclass
from typing import get_args

import pytest

from pos.domain.facts import KINDS, Event, kind_of
from tests.builders import a_return, a_sale


def test_every_kind_of_event_has_one_name():
    assert set(KINDS.values()) == set(get_args(Event))
    assert len(set(KINDS.values())) == len(KINDS)


def test_the_names_are_those_that_older_books_hold():
    assert sorted(KINDS) == [
        "advance", "cash_moved", "catalogue_imported", "close_noted", "consignment_note", "drawer_opened",
        "exhibition_closed", "payout", "person_recorded", "sale", "sale_return", "shift_closed", "shift_opened",
    ]  # fmt: skip


def test_an_event_is_stored_under_its_name():
    sale = a_sale()
    assert kind_of(sale) == "sale"
    assert kind_of(a_return(sale, [(1, 1)])) == "sale_return"


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_event_says_where_and_when_first_of_all(kind):
    assert is_dataclass(kind)
    assert fields(kind)[0].name == "stamp"


@pytest.mark.parametrize("change", ["stamp", "lines", "due", "tenders"])
def test_a_finished_event_is_immutable(change):
    with pytest.raises(FrozenInstanceError):
        setattr(a_sale(), change, None)


def test_the_kinds_cannot_be_added_to():
    with pytest.raises(TypeError):
        KINDS["gift"] = int
