"""Who may do what. Source: docs/domain.md, "People and permission"."""

from dataclasses import dataclass
from enum import StrEnum

from pos.domain.refusals import BadPin
from pos.domain.stamps import Stamp
from pos.domain.text import identifier, plain_text

MAX_PERSON_NAME = 60


class Role(StrEnum):
    """What a person is trusted with at the till."""

    CASHIER = "cashier"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"

    @property
    def may_approve(self) -> bool:
        """Whether such a person may do what a cashier may not do alone."""
        return self is not Role.CASHIER


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who signs in at the till. `photo` is a file in the till's folder of photos, None where there is none.

    Who is not `active` any more keeps their name in the books and can't sign in.
    """

    id: str
    name: str
    role: Role
    photo: str | None = None
    active: bool = True

    def __post_init__(self) -> None:
        identifier(self.id)
        plain_text("name", self.name, MAX_PERSON_NAME)


@dataclass(frozen=True, slots=True)
class Approval:
    """A supervisor's word for one act that a cashier may not do alone."""

    supervisor: str

    def __post_init__(self) -> None:
        plain_text("supervisor", self.supervisor)


@dataclass(frozen=True, slots=True)
class PersonRecorded:
    """A person was added or changed by `by` (their own name where they are the first); a PIN is never in a fact.

    The stamp's exhibition is empty. `new_pin` tells that the PIN was set or changed.
    """

    stamp: Stamp
    person: str
    name: str
    role: Role
    active: bool
    new_pin: bool
    by: str


LEAST_PIN, MOST_PIN = 4, 8
"""How many figures a PIN has."""

FREE_TRIES = 5
"""Wrong PINs in a row before the next try has to wait."""

FIRST_WAIT, LONGEST_WAIT = 30, 15 * 60
"""How long, in seconds, the sixth try waits; each one after it waits twice as long, up to the longest."""


def checked_pin(pin: str) -> str:
    """The PIN itself, if it is so many figures 0 to 9; raises `BadPin`, which does not carry it."""
    if not (LEAST_PIN <= len(pin) <= MOST_PIN and pin.isascii() and pin.isdigit()):
        raise BadPin(least=LEAST_PIN, most=MOST_PIN)
    return pin


def wait_after(wrong_tries: int) -> int:
    """How many seconds the next try waits after so many wrong ones in a row.

    Source: docs/domain.md, "People and permission": each wrong try past the fifth waits longer.
    """
    if wrong_tries < FREE_TRIES:
        return 0
    wait = FIRST_WAIT
    for _ in range(wrong_tries - FREE_TRIES):
        wait *= 2
        if wait >= LONGEST_WAIT:
            return LONGEST_WAIT
    return wait


def may_change(role: Role, *others: Role) -> bool:
    """Whether who has that role may add, or change, people of the other roles: a supervisor only cashiers."""
    return role is Role.ADMINISTRATOR or (role is Role.SUPERVISOR and all(other is Role.CASHIER for other in others))


def roles_to_give(role: Role | None) -> tuple[Role, ...]:
    """What who has that role may make of others; over books without people (None) the first is an administrator."""
    if role is None:
        return (Role.ADMINISTRATOR,)
    return tuple(other for other in Role if may_change(role, other))
