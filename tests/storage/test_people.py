"""People and their PINs come back from the books as they were put in."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from pos.domain.people import Person, Role
from pos.storage.books import Books
from pos.storage.people import PinState
from tests.builders import MORNING

ANA = Person("ana", "Ana Mayta", Role.CASHIER, "ana.png")
ELENA = Person("elena", "Doña Elena «Ñusta»", Role.ADMINISTRATOR, active=False)
PIN = PinState("$argon2id$…", 6, MORNING)


def keep(path: Path, person: Person, pin: PinState = PIN) -> None:
    with Books(path) as books, books.transaction() as kept:
        kept.people.add(person, pin)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of books that nobody works at yet."""
    return tmp_path / "books.sqlite"


def test_people_come_back_as_they_were_put_in(file: Path):
    keep(file, ELENA)
    keep(file, ANA, PinState("other"))
    with Books(file) as books, books.reading() as found:
        assert found.people.everybody() == (ANA, ELENA)
        assert found.people.find("elena") == ELENA
        assert found.people.pin("elena") == PIN
        assert found.people.pin("ana") == PinState("other", 0, None)


def test_nobody_is_found_by_an_id_that_nobody_has(file: Path):
    with Books(file) as books, books.reading() as found:
        assert found.people.everybody() == ()
        assert found.people.find("ana") is found.people.pin("ana") is None


def test_a_changed_person_keeps_their_pin_and_a_changed_pin_its_person(file: Path):
    keep(file, ANA)
    older = Person("ana", "Ana M. de Quispe", Role.SUPERVISOR, None, active=False)
    until = datetime(2027, 1, 1, tzinfo=UTC)
    with Books(file) as books:
        with books.transaction() as kept:
            kept.people.change(older)
        with books.reading() as found:
            assert (found.people.find("ana"), found.people.pin("ana")) == (older, PIN)
        with books.transaction() as kept:
            kept.people.set_pin("ana", PinState("new", 7, until))
        with books.reading() as found:
            assert (found.people.find("ana"), found.people.pin("ana")) == (older, PinState("new", 7, until))


def test_two_people_never_have_one_id(file: Path):
    keep(file, ANA)
    with pytest.raises(IntegrityError):
        keep(file, ANA)


def test_a_moment_keeps_its_offset(file: Path):
    keep(file, ANA)
    with Books(file) as books, books.reading() as found:
        state = found.people.pin("ana")
    assert state is not None
    assert state.wait_until is not None
    assert state.wait_until.isoformat() == MORNING.isoformat()
