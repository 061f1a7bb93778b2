"""A till to sell at: real services over books in a temporary folder, a clock that stands, a window to press keys in."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos.formats.network_file import read_network
from pos.services.desk import Desk
from pos.services.signing_in import SigningIn
from pos.settings import Places, Settings, resource
from pos.storage.books import Books
from pos.wiring import make_desk
from tests.ui.person import Person
from tests.ui.staff import CHEAP, staffed
from tests.ui.stand import CHRISTMAS_FAIR, FixedAttached, RecordingSpeaker, StandingClock
from tests.ui.windows import USUAL, dress, windows

MakeDesk = Callable[..., Desk]
OpenTill = Callable[..., Person]


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    """The program's fonts and looks, as a window would find them."""
    del qapp  # it is there
    dress()


@pytest.fixture
def clock() -> StandingClock:
    """Eleven o'clock on the first day of the example network's Christmas fair."""
    return StandingClock()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """The till's folders."""
    found = Places(tmp_path / "home")
    found.prepare()
    return found


@cache
def _new_books() -> bytes:
    """A file of books that hold nothing; made once, since laying out its tables takes longer than most tests."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "books.sqlite"
        with Books(file):
            pass
        return file.read_bytes()


@pytest.fixture
def books(places: Places) -> Iterator[Books]:
    """Books that hold nothing yet."""
    places.books.write_bytes(_new_books())
    with Books(places.books) as opened:
        yield opened


@pytest.fixture
def empty_desk(places: Places, books: Books, clock: StandingClock) -> MakeDesk:
    """Makes a desk over books that hold no network; settings are given by name."""

    def make(**settings: object) -> Desk:
        desk = make_desk(places, Settings(**settings), books)
        return replace(
            desk,
            clock=clock,
            signing_in=SigningIn(books, CHEAP),
            speaker=RecordingSpeaker(),
            attached=FixedAttached(),
        )

    return make


@pytest.fixture
def make_stall(empty_desk: MakeDesk) -> MakeDesk:
    """Makes a desk over books with the example network and people, at the Christmas fair unless told otherwise."""

    def make(**settings: object) -> Desk:
        desk = empty_desk(**({"exhibition": CHRISTMAS_FAIR} | settings))
        if desk.till.catalogue.is_empty():
            desk.till.catalogue.take_in(desk.act(), read_network(resource("sample", "network.json")))
            staffed(desk)
        return desk

    return make


@pytest.fixture
def open_till(qtbot: QtBot, make_stall: MakeDesk) -> Iterator[OpenTill]:
    """Opens the window of a desk for a person who signs in; with `shift` the shift is open already.

    Afterwards the window is closed, and nothing of it may still be running.
    """
    with windows(qtbot) as opened:

        def open_window(
            desk: Desk | None = None,
            *,
            shift: bool = True,
            name: str = "Ana",
            file: Path | None = None,
            size: tuple[int, int] = USUAL,
        ) -> Person:
            desk = desk or make_stall()
            if shift and desk.till.shifts.current(desk.settings.till) is None:
                money = desk.till.catalogue.terms().exhibition(desk.settings.exhibition).currency
                desk.till.shifts.open(desk.act(), "Ana", {money.code: {"10.00": 10}})
            person = opened.open(desk, file=file, size=size)
            if name and not desk.signing_in.is_empty():
                person.sign_in(name)
            return person

        yield open_window
