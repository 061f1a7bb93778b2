"""Who may do what. Source: docs/domain.md, "People and permission"."""

from dataclasses import dataclass
from enum import StrEnum

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
