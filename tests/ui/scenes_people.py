"""Who attends, and the settings of the till."""

from collections.abc import Iterator

from pos.domain.people import Role
from tests.ui.scenes_stage import Scene, Theatre
from tests.ui.staff import WRONG
from tests.ui.stand import PIN

MORE_PEOPLE = ("Doña Julia", "Beatriz Laura", "Zenón Huanca", "María del Carmen Quispe de Condori")


def signing_in(theatre: Theatre) -> Iterator[Scene]:
    """Seven people, one of whom forgot the PIN."""
    at = theatre.till(theatre.desk(), who="")
    yield at.scene("sign-in")
    at.touch_first("Ana Mayta")
    at.write("73")
    yield at.scene("sign-in-pin")
    at.press("Backspace", "Backspace")
    at.write(WRONG)
    at.press("Enter")
    yield at.scene("sign-in-wrong-pin")
    for _ in range(4):
        at.write(WRONG)
        at.press("Enter")
    yield at.scene("sign-in-waiting")


def many_people(theatre: Theatre) -> Iterator[Scene]:
    """More than one page of them."""
    desk = theatre.desk()
    (elena,) = [person for person in desk.signing_in.everybody() if person.role is Role.ADMINISTRATOR]
    for name in MORE_PEOPLE:
        desk.signing_in.add(desk.act(), name, Role.CASHIER, PIN, elena)
    at = theatre.till(desk, who="")
    yield at.scene("sign-in-many")
    at.touch("Next page")
    yield at.scene("sign-in-second-page")
    at.touch("Another person")
    yield at.scene("sign-in-another-person")


def settings(theatre: Theatre) -> Iterator[Scene]:
    """Every page, as an administrator sees it."""
    at = theatre.till(who="Elena Vargas")
    at.touch("Menu")
    at.touch("Settings")
    at.touch("This till")
    yield at.scene("settings-till")
    at.touch("People")
    yield at.scene("settings-people")
    at.touch_first("Rosmery")
    yield at.scene("settings-people-one")
    at.touch("Add somebody")
    yield at.scene("settings-somebody-new")
    at.press("Esc")
    at.touch("Name and work")
    yield at.scene("settings-name-and-work")
    at.press("Esc")
    at.touch("New PIN")
    yield at.scene("settings-new-pin")
    at.press("Esc")
    at.touch("Does not work here any more")
    yield at.scene("settings-let-go")
    at.press("Esc")
    at.touch("The bank's QR")
    yield at.scene("settings-qr")
    at.touch("Language")
    yield at.scene("settings-language")
    at.touch("Network and fair")
    yield at.scene("settings-network")
    at.touch("Practice")
    yield at.scene("settings-practice")


def a_cashiers_settings(theatre: Theatre) -> Iterator[Scene]:
    """What somebody without leave sees of them."""
    at = theatre.till()
    at.touch("Menu")
    at.touch("Settings")
    at.touch("This till")
    yield at.scene("settings-till-cashier")


STORIES = {
    "signing-in": signing_in,
    "many-people": many_people,
    "settings": settings,
    "a-cashiers-settings": a_cashiers_settings,
}
