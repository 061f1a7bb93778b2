"""Who works at the till: people with their PINs, signing in, and a supervisor's word for one act.

A PIN is kept as its hash only. It is in no fact, no log, no refusal. How often it was wrong is in the books, so that
starting the program again gives nobody another five tries.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta

from pos.domain.people import (
    FREE_TRIES,
    Person,
    PersonRecorded,
    Role,
    checked_pin,
    may_change,
    wait_after,
)
from pos.domain.refusals import (
    LastAdministrator,
    MayNotApprove,
    MayNotChangePeople,
    NameTaken,
    NoAdministratorYet,
    Refusal,
    TriedTooOften,
    UnknownPerson,
    WrongPin,
)
from pos.domain.slugs import free_slug
from pos.domain.stamps import Stamp
from pos.domain.text import MAX_IDENTIFIER
from pos.services.acts import Act, done_before
from pos.services.pin_hashing import PinHasher, fits
from pos.storage.books import Books, Reading, Transaction
from pos.storage.people import PinState

_ORDER = (Role.CASHIER, Role.SUPERVISOR, Role.ADMINISTRATOR)


class SigningIn:
    """Keeps the people of these books and checks their PINs."""

    def __init__(self, books: Books, hasher: PinHasher) -> None:
        self._books = books
        self._hasher = hasher

    # --- looking people up -----------------------------------------------------------------------------------------

    def people(self) -> tuple[Person, ...]:
        """Who can sign in: cashiers first, and by their names."""
        return tuple(person for person in self.everybody() if person.active)

    def everybody(self) -> tuple[Person, ...]:
        """The same, and after them who can't sign in any more."""
        with self._books.reading() as books:
            found = books.people.everybody()
        return tuple(sorted(found, key=lambda p: (not p.active, _ORDER.index(p.role), p.name.casefold())))

    def is_empty(self) -> bool:
        """Whether nobody can sign in yet."""
        return not self.people()

    def waiting(self, person_id: str, now: datetime) -> int:
        """How many seconds a person's next try has to wait yet, 0 where none."""
        with self._books.reading() as books:
            state = books.people.pin(person_id)
        if state is None:
            return 0
        if _clock_was_set_back(state, now):
            with self._books.transaction() as books:
                state = _begun_anew(books, person_id, state, now)
        return _seconds_left(state, now)

    # --- adding and changing people --------------------------------------------------------------------------------

    def add(
        self, act: Act, name: str, role: Role, pin: str, by: Person | None = None, *, photo: str | None = None
    ) -> Person:
        """Add somebody; `by` is who does it, None for the first person that these books ever had: an administrator.

        Raises `BadPin`, `BadText`, `NameTaken`, `NoAdministratorYet`, `MayNotChangePeople`.
        """
        pin_hash = self._hasher.hash(checked_pin(pin))
        name = " ".join(name.split())
        with self._books.transaction() as books:
            before = done_before(books, act, PersonRecorded)
            if before is not None:
                return _known(books, before.person)
            everybody = books.people.everybody()
            person = Person(free_slug(name, {p.id for p in everybody}, MAX_IDENTIFIER, "person"), name, role, photo)
            _refuse_taken_name(person, everybody)
            # Asked of the facts: whoever empties the table of people makes nobody the first.
            if books.journal.has_facts_of_kind(PersonRecorded):
                _refuse_stranger(books, by, role)
            elif role is not Role.ADMINISTRATOR:
                raise NoAdministratorYet
            books.people.add(person, PinState(pin_hash))
            _record(books, act, person, new_pin=True, by=by)
        return person

    def change(self, act: Act, person: Person, by: Person) -> Person:
        """Keep what is new about the person of that id: name, role, photo, whether they can sign in.

        Raises `UnknownPerson`, `NameTaken`, `MayNotChangePeople`, `LastAdministrator`.
        """
        with self._books.transaction() as books:
            if done_before(books, act, PersonRecorded) is not None:
                return _known(books, person.id)
            before = _known(books, person.id)
            everybody = books.people.everybody()
            _refuse_stranger(books, by, before.role, person.role)
            _refuse_taken_name(person, everybody)
            if _is_administrator(before) and not _is_administrator(person):
                _refuse_last_administrator(before, everybody)
            if person != before:
                books.people.change(person)
            if replace(person, photo=before.photo) != before:  # a photo is nothing that the facts tell of
                _record(books, act, person, new_pin=False, by=by)
        return person

    def change_pin(self, act: Act, person: Person, pin: str, by: Person) -> None:
        """Give a person another PIN, which may be tried anew at once; everybody may change their own.

        Raises `BadPin`, `UnknownPerson`, `MayNotChangePeople`.
        """
        pin_hash = self._hasher.hash(checked_pin(pin))
        with self._books.transaction() as books:
            if done_before(books, act, PersonRecorded) is not None:
                return
            person = _known(books, person.id)
            if by.id != person.id:
                _refuse_stranger(books, by, person.role)
            books.people.set_pin(person.id, PinState(pin_hash))
            _record(books, act, person, new_pin=True, by=by)

    # --- checking PINs ---------------------------------------------------------------------------------------------

    def sign_in(self, person_id: str, pin: str, now: datetime) -> Person:
        """The person, if that is their PIN; raises `UnknownPerson`, `WrongPin`, `TriedTooOften`."""
        return self._checked(person_id, pin, now)

    def supervisor(self, person_id: str, pin: str, now: datetime) -> Person:
        """A supervisor or an administrator who gives their word, if that is their PIN.

        Raises as `sign_in`, and `MayNotApprove`, which tries no PIN.
        """
        with self._books.reading() as books:
            person = _known(books, person_id)
        if not person.role.may_approve:
            raise MayNotApprove(name=person.name)
        return self._checked(person_id, pin, now)

    def _checked(self, person_id: str, pin: str, now: datetime) -> Person:
        with self._books.transaction() as books:
            person, state = _known(books, person_id), books.people.pin(person_id)
            if state is None or not person.active:
                raise UnknownPerson(person=person.name)
            if _clock_was_set_back(state, now):
                state = _begun_anew(books, person_id, state, now)
            right = False
            if not _seconds_left(state, now):
                right = fits(self._hasher, state.hash, pin)
                if right:
                    self._note_right(books, person_id, pin, state)
                else:
                    state = _tried_once_more(state, now)
                    books.people.set_pin(person_id, state)
        # Refused only now: inside the transaction it would undo the count of the tries.
        if not right:
            raise _too_often(state, now) if state.wait_until else WrongPin(left=FREE_TRIES - state.wrong_tries)
        return person

    def _note_right(self, books: Transaction, person_id: str, pin: str, state: PinState) -> None:
        """Forget the wrong tries, and keep the PIN with the parameters that are in force now."""
        pin_hash = self._hasher.hash(pin) if self._hasher.check_needs_rehash(state.hash) else state.hash
        if (fresh := PinState(pin_hash)) != state:
            books.people.set_pin(person_id, fresh)


def _tried_once_more(state: PinState, now: datetime) -> PinState:
    wrong_tries = state.wrong_tries + 1
    wait = wait_after(wrong_tries)
    return PinState(state.hash, wrong_tries, now + timedelta(seconds=wait) if wait else None)


def _seconds_left(state: PinState, now: datetime) -> int:
    """What is left of a wait, 0 where it is over."""
    return max(0, int((state.wait_until - now).total_seconds())) if state.wait_until else 0


def _clock_was_set_back(state: PinState, now: datetime) -> bool:
    """Whether more is left of a wait than was ever given."""
    return _seconds_left(state, now) > wait_after(state.wrong_tries)


def _begun_anew(books: Transaction, person_id: str, state: PinState, now: datetime) -> PinState:
    """The same wait from now on: a clock that is set back neither waives it nor makes it any longer."""
    state = replace(state, wait_until=now + timedelta(seconds=wait_after(state.wrong_tries)))
    books.people.set_pin(person_id, state)
    return state


def _too_often(state: PinState, now: datetime) -> Refusal:
    return TriedTooOften(seconds=_seconds_left(state, now), until=state.wait_until)


def _known(books: Reading, person_id: str) -> Person:
    person = books.people.find(person_id)
    if person is None:
        raise UnknownPerson(person=person_id)
    return person


def _is_administrator(person: Person) -> bool:
    return person.active and person.role is Role.ADMINISTRATOR


def _refuse_stranger(books: Reading, by: Person | None, *roles: Role) -> None:
    """Raises `MayNotChangePeople` where `by`, as the books know them, may not add or change people of these roles."""
    known = books.people.find(by.id) if by else None
    if known is None or not known.active or not may_change(known.role, *roles):
        raise MayNotChangePeople(name=by.name if by else "?")


def _refuse_taken_name(person: Person, everybody: Collection[Person]) -> None:
    for other in everybody:
        same = other.name.casefold() == person.name.casefold()
        if same and other.id != person.id and other.active and person.active:
            raise NameTaken(name=other.name)


def _refuse_last_administrator(person: Person, everybody: Collection[Person]) -> None:
    if not any(_is_administrator(other) for other in everybody if other.id != person.id):
        raise LastAdministrator(name=person.name)


def _record(books: Transaction, act: Act, person: Person, *, new_pin: bool, by: Person | None) -> None:
    """Put the change into the chain; like a catalogue's, it belongs to no exhibition, nor to a currency before there is
    a network."""
    money = books.catalogue.network().currency.code if books.catalogue.is_there() else ""
    stamp = Stamp(act.id, act.till, act.at, act.at.date(), "", money)
    books.journal.append(
        PersonRecorded(
            stamp=stamp,
            person=person.id,
            name=person.name,
            role=person.role,
            active=person.active,
            new_pin=new_pin,
            by=by.name if by else person.name,
        )
    )
