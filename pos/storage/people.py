"""Who signs in at the till, and what a PIN is checked with; their changes are facts, their PINs never are."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from pos.domain.people import Person, Role
from pos.storage.till_tables import person as t

_OF_PERSON = (t.c.id, t.c.name, t.c.role, t.c.photo, t.c.active)


@dataclass(frozen=True, slots=True)
class PinState:
    """What a PIN is checked with: its hash, how often in a row it was wrong, and until when nobody may try again."""

    hash: str
    wrong_tries: int = 0
    wait_until: datetime | None = None


class PeopleReader:
    """Looks people up, those who are not active any more among them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def everybody(self) -> tuple[Person, ...]:
        """All people, in the order of their ids."""
        rows = self._connection.execute(select(*_OF_PERSON).order_by(t.c.id))
        return tuple(_person(row) for row in rows)

    def find(self, id_: str) -> Person | None:
        """The person of that id, None where there is none."""
        row = self._connection.execute(select(*_OF_PERSON).where(t.c.id == id_)).first()
        return _person(row) if row else None

    def pin(self, id_: str) -> PinState | None:
        """What a person's PIN is checked with, None where there is no such person."""
        asked = select(t.c.pin_hash, t.c.wrong_tries, t.c.wait_until).where(t.c.id == id_)
        row = self._connection.execute(asked).first()
        if row is None:
            return None
        until = datetime.fromisoformat(row.wait_until) if row.wait_until else None
        return PinState(row.pin_hash, row.wrong_tries, until)


class PeopleWriter(PeopleReader):
    """Keeps people, inside a transaction that `Books` opened."""

    def add(self, person: Person, pin: PinState) -> None:
        """Keep somebody new; the id must be free."""
        self._connection.execute(insert(t).values(id=person.id, **_values(person), **_pin_values(pin)))

    def change(self, person: Person) -> None:
        """Keep what changed about the person of that id; their PIN stays."""
        self._connection.execute(update(t).where(t.c.id == person.id).values(**_values(person)))

    def set_pin(self, id_: str, pin: PinState) -> None:
        """Keep a new PIN, or how often it was tried."""
        self._connection.execute(update(t).where(t.c.id == id_).values(**_pin_values(pin)))


def _person(row: Row[*tuple[Any, ...]]) -> Person:
    return Person(row.id, row.name, Role(row.role), row.photo, bool(row.active))


def _values(person: Person) -> Mapping[str, Any]:
    return {"name": person.name, "role": person.role.value, "photo": person.photo, "active": person.active}


def _pin_values(pin: PinState) -> Mapping[str, Any]:
    until = pin.wait_until.isoformat() if pin.wait_until else None
    return {"pin_hash": pin.hash, "wrong_tries": pin.wrong_tries, "wait_until": until}
