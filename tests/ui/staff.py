"""Who works at a test's stall: Ana and Rosmery attend, Marcelo is in charge, Elena administers; all have one PIN."""

from dataclasses import replace

from argon2 import PasswordHasher

from pos.domain.people import Person, Role
from pos.services.desk import Desk
from pos.services.signing_in import SigningIn
from pos.storage.books import Books
from pos.ui.session import Session
from tests.ui.at_screen import AtScreen
from tests.ui.stand import CHRISTMAS_FAIR, PIN

CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
WRONG = "0000"


def staffed(desk: Desk, books: Books | None = None) -> Desk:
    """The desk with its people, whose PINs are hashed cheaply."""
    if books is not None:
        desk = replace(desk, signing_in=SigningIn(books, CHEAP))
    if not desk.signing_in.is_empty():
        return desk
    elena = desk.signing_in.add(desk.act(), "Elena", Role.ADMINISTRATOR, PIN)
    desk.signing_in.add(desk.act(), "Marcelo", Role.SUPERVISOR, PIN, elena)
    for name in ("Ana", "Rosmery"):
        desk.signing_in.add(desk.act(), name, Role.CASHIER, PIN, elena)
    return desk


def somebody(desk: Desk, name: str) -> Person:
    """Somebody by name, as the books know them now."""
    return next(person for person in desk.signing_in.everybody() if person.name == name)


def session_of(desk: Desk, name: str) -> Session:
    """The session of somebody at the Christmas fair."""
    terms = desk.till.catalogue.terms()
    return Session(somebody(desk, name), terms, terms.exhibition(CHRISTMAS_FAIR))


def type_pin(at: AtScreen, pin: str) -> None:
    """Type a PIN and enter it."""
    at.write(pin)
    at.press("Enter")
