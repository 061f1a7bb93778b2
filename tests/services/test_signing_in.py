"""Who may work at the till: people, their PINs, how long one waits after wrong ones, a supervisor's word."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Literal

import pytest
from argon2 import PasswordHasher

from pos.domain.people import Person, PersonRecorded, Role, wait_after
from pos.domain.refusals import (
    BadPin,
    BadText,
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
from pos.domain.stamps import EventId
from pos.explanations import explain
from pos.services.pin_hashing import Argon2Hasher
from pos.services.signing_in import SigningIn
from pos.texts import Texts
from tests.builders import MORNING
from tests.services.stall import Stall, refused

CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
PIN = "7391"
MINUTE = timedelta(minutes=1)


class Staff:
    """Who works at a stall: Elena administers, Marta supervises, Ana and Luz attend; all have the same PIN."""

    def __init__(self, stall: Stall) -> None:
        self.stall = stall
        self.signing_in = SigningIn(stall.books, CHEAP)
        self.now = MORNING
        self.elena = self.add("Elena", Role.ADMINISTRATOR)
        self.marta = self.add("Marta", Role.SUPERVISOR, by=self.elena)
        self.ana = self.add("Ana Mayta", by=self.marta)
        self.luz = self.add("Luz", by=self.elena)

    def add(self, name: str, role: Role = Role.CASHIER, pin: str = PIN, by: Person | None = None) -> Person:
        return self.signing_in.add(self.stall.act(""), name, role, pin, by)

    def change(self, person: Person, by: Person, **fields: object) -> Person:
        return self.signing_in.change(self.stall.act(""), replace(person, **fields), by)

    def sign_in(self, person: Person, pin: str = PIN) -> Person:
        return self.signing_in.sign_in(person.id, pin, self.now)

    def try_wrong(self, person: Person, times: int = 1) -> Refusal:
        """The wrong PIN so many times, without any haste; gives the last refusal."""
        for _ in range(times):
            self.now += timedelta(hours=1)
            with pytest.raises((WrongPin, TriedTooOften)) as refusal:
                self.sign_in(person, "0000")
        return refusal.value

    def facts(self) -> list[PersonRecorded]:
        ids = [EventId(str(id_)) for [id_] in self.stall.rows("SELECT id FROM fact ORDER BY number")]
        with self.stall.books.reading() as books:
            events = [books.journal.event(id_) for id_ in ids]
        return [event for event in events if isinstance(event, PersonRecorded)]


@pytest.fixture
def staff(stall: Stall) -> Staff:
    """A stall with its people."""
    return Staff(stall)


# --- people --------------------------------------------------------------------------------------------------------


def test_the_first_person_is_an_administrator_and_added_by_themselves(empty: Stall):
    signing_in = SigningIn(empty.books, CHEAP)
    assert signing_in.is_empty()
    refused(empty, NoAdministratorYet, lambda: signing_in.add(empty.act(""), "Ana", Role.CASHIER, PIN))
    elena = signing_in.add(empty.act(""), "Elena", Role.ADMINISTRATOR, PIN)
    assert signing_in.people() == (elena,)
    assert not signing_in.is_empty()
    assert signing_in.sign_in(elena.id, PIN, MORNING) == elena
    assert empty.faults() == ()


def test_whoever_empties_the_table_of_people_makes_nobody_the_first(staff: Staff):
    with staff.stall.books.transaction():
        staff.stall.books._connection.exec_driver_sql("DELETE FROM person")
    assert staff.signing_in.is_empty()
    for by in (None, staff.elena):
        refused(staff.stall, MayNotChangePeople, lambda by=by: staff.add("Intruso", Role.ADMINISTRATOR, by=by))


def test_people_are_shown_by_what_they_do_and_by_their_names(staff: Staff):
    assert [person.name for person in staff.signing_in.people()] == ["Ana Mayta", "Luz", "Marta", "Elena"]


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Doña Julia", "dona-julia"),
        ("  José  Ángel ", "jose-angel"),
        ("Ñ. O'Brien-Ü", "n-o-brien-u"),
        ("Юля", "person"),
    ],
)
def test_an_id_reads_like_the_name(staff: Staff, name: str, id_: str):
    assert staff.add(name, by=staff.elena).id == id_


def test_a_name_that_reads_like_one_before_gets_a_number(staff: Staff):
    assert [staff.add(name, by=staff.elena).id for name in ("José", "Jose", "JOSÉ!")] == ["jose", "jose-2", "jose-3"]


def test_two_people_who_can_sign_in_are_never_called_alike(staff: Staff):
    refused(staff.stall, NameTaken, lambda: staff.add("ana  mayta", by=staff.elena))
    refused(staff.stall, NameTaken, lambda: staff.change(staff.luz, staff.elena, name="ANA MAYTA"))
    staff.change(staff.ana, staff.elena, active=False)
    another = staff.add("Ana Mayta", by=staff.elena)
    assert another.id == "ana-mayta-2"
    refused(staff.stall, NameTaken, lambda: staff.change(staff.ana, staff.elena))


@pytest.mark.parametrize("pin", ["", "123", "123456789", "12a4", "１２３４", "12 34", "-123"])
def test_a_pin_is_four_to_eight_figures_and_no_refusal_repeats_it(staff: Staff, pin: str):
    for act in (
        lambda: staff.add("Berta", pin=pin, by=staff.elena),
        lambda: staff.signing_in.change_pin(staff.stall.act(""), staff.ana, pin, staff.elena),
    ):
        refusal = refused(staff.stall, BadPin, act)
        assert refusal.values == {"least": 4, "most": 8}


@pytest.mark.parametrize("name", ["", "   ", "Ana\x1b", "a" * 61])
def test_a_name_is_text_that_can_be_printed(staff: Staff, name: str):
    refused(staff.stall, BadText, lambda: staff.add(name, by=staff.elena))


def test_a_supervisor_adds_and_changes_cashiers_only(staff: Staff):
    berta = staff.add("Berta", by=staff.marta)
    assert staff.change(berta, staff.marta, name="Berta Choque").name == "Berta Choque"
    for act in (
        lambda: staff.add("Rosa", Role.SUPERVISOR, by=staff.marta),
        lambda: staff.change(berta, staff.marta, role=Role.SUPERVISOR),
        lambda: staff.change(staff.elena, staff.marta, role=Role.CASHIER),
        lambda: staff.signing_in.change_pin(staff.stall.act(""), staff.elena, "1111", staff.marta),
    ):
        refused(staff.stall, MayNotChangePeople, act)


def test_a_cashier_and_a_stranger_change_nobody(staff: Staff):
    gone = staff.change(staff.marta, staff.elena, active=False)
    pretender = replace(staff.ana, role=Role.ADMINISTRATOR)
    stranger = Person("nobody", "Nadie", Role.ADMINISTRATOR)
    for by in (staff.ana, staff.marta, gone, pretender, stranger, None):
        refused(staff.stall, MayNotChangePeople, lambda by=by: staff.add("Rosa", by=by))
    refused(staff.stall, MayNotChangePeople, lambda: staff.change(staff.luz, staff.ana, name="Lucía"))


def test_the_last_administrator_stays_one(staff: Staff):
    for fields in ({"role": Role.SUPERVISOR}, {"active": False}):
        refused(staff.stall, LastAdministrator, lambda fields=fields: staff.change(staff.elena, staff.elena, **fields))
    staff.change(staff.marta, staff.elena, role=Role.ADMINISTRATOR)
    assert staff.change(staff.elena, staff.elena, role=Role.CASHIER).role is Role.CASHIER


def test_who_was_let_go_keeps_the_name_and_cannot_sign_in(staff: Staff):
    gone = staff.change(staff.ana, staff.elena, active=False)
    assert gone not in staff.signing_in.people()
    assert staff.signing_in.everybody()[-1] == gone
    with pytest.raises(UnknownPerson):
        staff.sign_in(gone)
    back = staff.change(gone, staff.elena, active=True)
    assert staff.sign_in(back) == back


def test_everybody_may_change_their_own_pin_and_tries_begin_anew(staff: Staff):
    staff.try_wrong(staff.ana, 6)
    staff.signing_in.change_pin(staff.stall.act(""), staff.ana, "24680", staff.ana)
    assert staff.sign_in(staff.ana, "24680") == staff.ana
    with pytest.raises(WrongPin):
        staff.sign_in(staff.ana)


# --- facts ---------------------------------------------------------------------------------------------------------


def test_what_changes_about_a_person_is_a_fact_with_both_names_and_no_pin(staff: Staff):
    staff.change(staff.ana, staff.elena, role=Role.SUPERVISOR)
    staff.signing_in.change_pin(staff.stall.act(""), staff.ana, "24680", staff.elena)
    staff.change(staff.luz, staff.elena, active=False)
    told = [(f.person, f.name, f.role.value, f.active, f.new_pin, f.by) for f in staff.facts()]
    assert told == [
        ("elena", "Elena", "administrator", True, True, "Elena"),
        ("marta", "Marta", "supervisor", True, True, "Elena"),
        ("ana-mayta", "Ana Mayta", "cashier", True, True, "Marta"),
        ("luz", "Luz", "cashier", True, True, "Elena"),
        ("ana-mayta", "Ana Mayta", "supervisor", True, False, "Elena"),
        ("ana-mayta", "Ana Mayta", "supervisor", True, True, "Elena"),
        ("luz", "Luz", "cashier", False, False, "Elena"),
    ]
    assert staff.stall.faults() == ()


def test_no_pin_is_anywhere_in_the_books(staff: Staff):
    staff.try_wrong(staff.ana)
    staff.sign_in(staff.ana)
    assert all(PIN not in str(body) for [body] in staff.stall.rows("SELECT body FROM fact"))
    hashes = [str(hash_) for [hash_] in staff.stall.rows("SELECT pin_hash FROM person")]
    assert all(hash_.startswith("$argon2id$") and PIN not in hash_.split("$")[:4] for hash_ in hashes)
    assert len(set(hashes)) == len(hashes)  # the same PIN, salted


def test_a_person_belongs_to_no_exhibition_and_to_the_networks_currency_once_there_is_one(staff: Staff, empty: Stall):
    assert {(f.stamp.exhibition, f.stamp.currency, f.stamp.till) for f in staff.facts()} == {("", "BOB", "A")}
    SigningIn(empty.books, CHEAP).add(empty.act(""), "Elena", Role.ADMINISTRATOR, PIN)
    assert [str(body) for [body] in empty.rows("SELECT body FROM fact") if '"currency":""' in str(body)]


def test_a_photo_alone_is_kept_without_a_fact_and_nothing_new_is_no_fact(staff: Staff):
    before = len(staff.facts())
    staff.change(staff.ana, staff.elena, photo="ana.png")
    staff.change(staff.luz, staff.elena)
    assert len(staff.facts()) == before
    assert staff.signing_in.people()[0].photo == "ana.png"


def test_the_same_act_again_gives_what_it_became(staff: Staff):
    adding, changing, pin = (staff.stall.act("") for _ in range(3))

    def once() -> tuple[Person, Person, None]:
        berta = staff.signing_in.add(adding, "Berta", Role.CASHIER, PIN, staff.elena)
        renamed = staff.signing_in.change(changing, replace(berta, name="Berta Choque"), staff.elena)
        return berta, renamed, staff.signing_in.change_pin(pin, berta, "2468", staff.elena)

    _, renamed, _ = once()
    facts = len(staff.facts())
    assert once() == (renamed, renamed, None)
    assert len(staff.facts()) == facts


def test_the_right_pin_signs_in_and_another_does_not(staff: Staff):
    assert staff.sign_in(staff.ana) == staff.ana
    with pytest.raises(WrongPin) as refusal:
        staff.sign_in(staff.ana, "7392")
    assert refusal.value.values == {"left": 4}
    with pytest.raises(UnknownPerson):
        staff.signing_in.sign_in("nobody", PIN, staff.now)


def test_five_wrong_tries_are_free_and_each_one_after_waits_longer(staff: Staff):
    assert [staff.try_wrong(staff.ana).values for _ in range(4)] == [{"left": n} for n in (4, 3, 2, 1)]
    waits = [staff.try_wrong(staff.ana).values["seconds"] for _ in range(7)]
    assert waits == [30, 60, 120, 240, 480, 900, 900]


def test_a_wait_never_grows_past_the_longest_however_often_it_is_tried():
    assert wait_after(10**9) == 900


def test_while_one_waits_nothing_is_tried_and_the_rest_is_told(staff: Staff):
    until = staff.try_wrong(staff.ana, 5).values["until"]
    staff.now += timedelta(seconds=12)
    for pin in (PIN, "0000"):
        with pytest.raises(TriedTooOften) as refusal:
            staff.sign_in(staff.ana, pin)
        assert refusal.value.values == {"seconds": 18, "until": until}
    assert staff.signing_in.waiting("ana-mayta", staff.now) == 18
    assert staff.signing_in.waiting("luz", staff.now) == staff.signing_in.waiting("nobody", staff.now) == 0
    staff.now += timedelta(seconds=18)
    assert staff.signing_in.waiting("ana-mayta", staff.now) == 0
    assert staff.sign_in(staff.ana) == staff.ana


def test_signing_in_makes_the_tries_begin_anew(staff: Staff):
    staff.try_wrong(staff.ana, 4)
    staff.sign_in(staff.ana)
    assert staff.try_wrong(staff.ana).values == {"left": 4}


def test_the_tries_of_one_are_not_those_of_another(staff: Staff):
    staff.try_wrong(staff.ana, 8)
    assert staff.try_wrong(staff.luz).values == {"left": 4}


def test_starting_again_gives_nobody_another_five_tries(staff: Staff):
    staff.try_wrong(staff.ana, 5)
    staff.signing_in = SigningIn(staff.stall.books, CHEAP)
    with pytest.raises(TriedTooOften):
        staff.sign_in(staff.ana)


@pytest.mark.parametrize(("tries", "wait"), [(5, 30), (7, 120), (20, 900)])
def test_a_clock_that_was_set_back_lets_the_wait_begin_anew_and_no_longer(staff: Staff, tries: int, wait: int):
    staff.try_wrong(staff.ana, tries)
    staff.now -= timedelta(days=365)
    for pin in (PIN, "0000"):
        with pytest.raises(TriedTooOften) as refusal:
            staff.sign_in(staff.ana, pin)
        assert refusal.value.values == {"seconds": wait, "until": staff.now + timedelta(seconds=wait)}
    staff.now += timedelta(seconds=wait - 1)
    assert staff.signing_in.waiting("ana-mayta", staff.now) == 1
    staff.now += timedelta(seconds=1)
    assert staff.sign_in(staff.ana) == staff.ana


def test_a_clock_set_back_again_and_again_tries_no_pin(staff: Staff):
    staff.try_wrong(staff.ana, 5)
    for _ in range(20):
        staff.now -= timedelta(hours=1)
        with pytest.raises(TriedTooOften):
            staff.sign_in(staff.ana)


def test_whoever_only_looks_at_the_wait_sees_it_go_by_after_a_clock_was_set_back(staff: Staff):
    staff.try_wrong(staff.ana, 5)
    staff.now -= timedelta(days=1)
    left = []
    for _ in range(3):
        left.append(staff.signing_in.waiting("ana-mayta", staff.now))
        staff.now += timedelta(seconds=10)
    assert left == [30, 20, 10]
    assert staff.sign_in(staff.ana) == staff.ana


def test_a_hash_that_was_tampered_with_lets_nobody_in(staff: Staff):
    with staff.stall.books.transaction() as books:
        state = books.people.pin("ana-mayta")
        assert state is not None
        books.people.set_pin("ana-mayta", replace(state, hash="7391"))
    with pytest.raises(WrongPin):
        staff.sign_in(staff.ana)


def test_a_pin_of_older_parameters_is_hashed_anew_when_it_is_next_given(staff: Staff):
    dearer = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)
    staff.signing_in = SigningIn(staff.stall.books, dearer)
    staff.sign_in(staff.ana)
    with staff.stall.books.reading() as books:
        state = books.people.pin("ana-mayta")
    assert state is not None
    assert not dearer.check_needs_rehash(state.hash)
    assert staff.sign_in(staff.ana) == staff.ana


def test_the_tills_own_hasher_is_argon2id():
    hasher = Argon2Hasher()
    kept = hasher.hash(PIN)
    assert kept.startswith("$argon2id$")
    right: Literal[True] = hasher.verify(kept, PIN)
    assert right
    assert not hasher.check_needs_rehash(kept)


def test_a_supervisor_and_an_administrator_give_their_word(staff: Staff):
    assert staff.signing_in.supervisor("marta", PIN, staff.now) == staff.marta
    assert staff.signing_in.supervisor("elena", PIN, staff.now) == staff.elena


def test_a_cashier_cannot_whatever_the_pin(staff: Staff):
    for pin in (PIN, "0000"):
        with pytest.raises(MayNotApprove):
            staff.signing_in.supervisor("ana-mayta", pin, staff.now)
    assert staff.try_wrong(staff.ana).values == {"left": 4}


def test_wrong_pins_count_alike_for_signing_in_and_for_approving(staff: Staff):
    for left in (4, 3):
        with pytest.raises(WrongPin) as refusal:
            staff.signing_in.supervisor("marta", "0000", staff.now)
        assert refusal.value.values == {"left": left}
    assert staff.try_wrong(staff.marta).values == {"left": 2}


@pytest.mark.parametrize(
    "refusal",
    [
        BadPin(least=4, most=8),
        WrongPin(left=3),
        TriedTooOften(seconds=30, until=MORNING),
        UnknownPerson(person="nadie"),
        NameTaken(name="Ana"),
        MayNotApprove(name="Ana"),
        MayNotChangePeople(name="Ana"),
        NoAdministratorYet(),
        LastAdministrator(name="Elena"),
    ],
    ids=lambda refusal: refusal.code,
)
def test_each_refusal_has_its_sentence(refusal: Refusal):
    says: Callable[[str], str] = lambda language: explain(refusal, Texts(language))
    assert says("es") != says("en")
