"""Who may do what. Source: docs/domain.md, "People and permission"."""

from dataclasses import dataclass
from enum import StrEnum

from pos.domain.text import plain_text


class Role(StrEnum):
    """What a person is trusted with at the till."""

    CASHIER = "cashier"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Approval:
    """A supervisor's word for one act that a cashier may not do alone."""

    supervisor: str

    def __post_init__(self) -> None:
        plain_text("supervisor", self.supervisor)
