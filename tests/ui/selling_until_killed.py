"""Sells in the real window for as long as it is let live: a program for the test that kills it.

`HOME STORY` are its arguments. It tells each step on its output once a person would have seen it, and then waits.
"""

import os
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication

from pos.services.desk import Desk
from pos.services.signing_in import SigningIn
from pos.settings import Places, Settings
from pos.storage.books import Books
from pos.wiring import make_desk
from tests.ui.person import Person
from tests.ui.staff import CHEAP
from tests.ui.stand import CHRISTMAS_FAIR, RecordingSpeaker, StandingClock
from tests.ui.windows import Windows, dress

CART = ("MP-026", "JK-015", "MP-027")
"""The first at a price agreed on, the second as a yapa."""


class _Waiter:
    """As `qtbot`, which is for tests alone."""

    def waitUntil(self, callback: Callable[[], bool], *, timeout: int) -> None:  # noqa: N802 - qtbot's name
        end = QDeadlineTimer(timeout)
        while not callback():
            assert not end.hasExpired()
            QApplication.processEvents()


def desk_at(places: Places, books: Books) -> Desk:
    """The desk of a till at the Christmas fair, whose PINs are cheaply hashed."""
    desk = make_desk(places, Settings(exhibition=CHRISTMAS_FAIR), books)
    return replace(desk, clock=StandingClock(), signing_in=SigningIn(books, CHEAP), speaker=RecordingSpeaker())


def fill_cart(person: Person) -> None:
    """Three products: bargained down to 110.00, given as a yapa, and at the list price."""
    bag, toad, hat = CART
    person.scan(bag)
    person.press("F4")
    person.write("110")
    person.press("Enter")
    person.scan(toad)
    person.press("F5")
    person.scan(hat)
    person.wait_until(lambda: len(person.cart) == len(CART) and kept(person) == len(CART))


def kept(person: Person) -> int:
    """How many lines of the open cart are on disk."""
    found = person.desk.holding.opened("A", CHRISTMAS_FAIR)
    return len(found.basket.lines) if found is not None else 0


def sell(person: Person) -> None:
    """What is in the cart, for exact cash."""
    person.press("F12")
    person.touch_first("Justo ")
    person.press("F12")
    person.wait_until(lambda: person.has_button("Nueva venta"))


def tell(step: str) -> None:
    """Tell whoever started this program, at once."""
    os.write(sys.stdout.fileno(), f"{step}\n".encode())


def main(home: Path, story: str) -> None:
    """Live one of the stories: `cart`, `paying` or `sold`."""
    app = QApplication(["qhatu"])
    dress()
    places = Places(home)
    with ExitStack() as opened:
        desk = desk_at(places, opened.enter_context(Books(places.books)))
        person = Windows(_Waiter(), opened).open(desk)
        person.sign_in("Ana")
        fill_cart(person)
        if story == "paying":
            person.press("F12")
            person.touch("Bs 100")
        if story == "sold":
            sell(person)
        tell(story)
        app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
