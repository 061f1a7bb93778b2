"""What a person does at the till, in a word that fits every one of them."""

from pos.domain.people import Role
from pos.texts import Texts


def role_word(role: Role, texts: Texts) -> str:
    """The word under a person's name."""
    return {
        Role.CASHIER: texts.pgettext("what a person does", "Cashier"),
        Role.SUPERVISOR: texts.pgettext("what a person does", "Supervisor"),
        Role.ADMINISTRATOR: texts.pgettext("what a person does", "Administrator"),
    }[role]
