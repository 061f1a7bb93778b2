"""A till to sell at: real services over books in a temporary folder, a clock that stands, a window to press keys in."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos.formats.network_file import read_network
from pos.services.desk import Desk
from pos.settings import Places, Settings, resource
from pos.storage.books import Books
from pos.ui import theme
from pos.ui.till_window import TillWindow
from pos.wiring import make_desk
from tests.ui.person import Person
from tests.ui.stand import CHRISTMAS_FAIR, PATIENCE, StandingClock

MakeDesk = Callable[..., Desk]
OpenTill = Callable[..., Person]


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    """The program's fonts and looks, as a window would find them."""
    if not qapp.styleSheet():
        theme.dress(qapp)


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


@pytest.fixture
def books(places: Places) -> Iterator[Books]:
    """Books that hold nothing yet."""
    with Books(places.books) as opened:
        yield opened


@pytest.fixture
def empty_desk(places: Places, books: Books, clock: StandingClock) -> MakeDesk:
    """Makes a desk over books that hold no network; settings are given by name."""

    def make(**settings: object) -> Desk:
        return replace(make_desk(places, Settings(**settings), books), clock=clock)

    return make


@pytest.fixture
def make_stall(empty_desk: MakeDesk) -> MakeDesk:
    """Makes a desk over books with the example network, at the Christmas fair unless told otherwise."""

    def make(**settings: object) -> Desk:
        desk = empty_desk(**({"exhibition": CHRISTMAS_FAIR} | settings))
        if desk.till.catalogue.is_empty():
            desk.till.catalogue.take_in(desk.act(), read_network(resource("sample", "network.json")))
        return desk

    return make


@pytest.fixture
def open_till(qtbot: QtBot, make_stall: MakeDesk) -> Iterator[OpenTill]:
    """Opens the window of a desk for a person; with `shift` the shift is open already.

    Afterwards the window is closed, and nothing of it may still be running.
    """
    windows: list[TillWindow] = []

    def open_window(
        desk: Desk | None = None, *, shift: bool = True, file: Path | None = None, size: tuple[int, int] = (1366, 768)
    ) -> Person:
        desk = desk or make_stall()
        if shift and desk.till.shifts.current(desk.settings.till) is None:
            money = desk.till.catalogue.terms().exhibition(desk.settings.exhibition).currency
            desk.till.shifts.open(desk.act(), "Ana Mayta", {money.code: {"10.00": 10}})
        window = TillWindow(desk, lambda _: file)
        windows.append(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
        return Person(qtbot, window, desk)

    yield open_window
    for window in windows:
        leave(window, qtbot)
    assert not any(widget.isVisible() for widget in QApplication.topLevelWidgets())


def leave(window: TillWindow, qtbot: QtBot) -> None:
    """Close the window whatever is in its cart; fails for a timer that goes on."""
    window._leaving = True
    window.close()
    running = [timer for timer in window.findChildren(QTimer) if timer.isActive()]
    assert running == []
    window.deleteLater()
    qtbot.waitUntil(lambda: window not in QApplication.topLevelWidgets(), timeout=PATIENCE)
