"""The example network after its example day, made once and then copied; and who sits at the till in the evening."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from pos.domain.people import Person, Role
from pos.formats.day_file import read_day
from pos.formats.network_file import read_network
from pos.services.desk import Desk
from pos.settings import Places, Settings, resource
from pos.storage.books import Books
from pos.ui.look.words import Words
from pos.ui.session import Session
from pos.wiring import make_desk
from tests.ui.stand import CHRISTMAS_FAIR, LA_PAZ, PATIENCE, StandingClock

D = TypeVar("D", bound=QDialog)

EVENING = datetime(2026, 12, 5, 19, 12, tzinfo=LA_PAZ)
CASHIER = Person("ana", "Ana Mayta", Role.CASHIER)
SUPERVISOR = Person("marcelo", "Marcelo Rojas", Role.SUPERVISOR)


@cache
def _template(*, played: bool) -> bytes:
    with TemporaryDirectory() as folder:
        places = Places(Path(folder))
        places.prepare()
        with Books(places.books) as books:
            desk = make_desk(places, Settings(exhibition=CHRISTMAS_FAIR), books)
            desk.till.catalogue.take_in(desk.act(), read_network(resource("sample", "network.json")))
            if played:
                day = read_day(Path(str(resource("sample", "day.jsonl"))))
                assert not [outcome for outcome in desk.replaying.replay(day, desk.texts) if outcome.refusal]
        return places.books.read_bytes()


@contextmanager
def fair_desk(folder: Path, *, played: bool = True, language: str = "es") -> Iterator[Desk]:
    """A desk in the evening of the example day; or, not `played`, with nothing but the network."""
    places = Places(folder / "home")
    places.prepare()
    places.books.write_bytes(_template(played=played))
    clock = StandingClock()
    clock.at = EVENING
    with Books(places.books) as books:
        yield replace(make_desk(places, Settings(language=language, exhibition=CHRISTMAS_FAIR), books), clock=clock)


def open_shift(desk: Desk, *, twenties: int = 100) -> None:
    """Open the till's shift with so many notes of 20 in the drawer."""
    desk.till.shifts.open(desk.act(), CASHIER.name, {"BOB": {"20.00": twenties}})


def session_of(desk: Desk, person: Person = CASHIER) -> Session:
    """This person signed in at the fair, with the till's shift if one is open."""
    terms = desk.till.catalogue.terms()
    shift = desk.till.shifts.current(desk.settings.till)
    return Session(person, terms, terms.exhibition(CHRISTMAS_FAIR), shift)


def show(screen: QWidget, qtbot: QtBot) -> None:
    """Show a screen as the window that has the keys."""
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow, timeout=PATIENCE)


def leave(screen: QWidget, qtbot: QtBot) -> None:
    """Close a screen and all that stands before it, and wait until they are gone."""
    for dialog in dialogs(QDialog):
        dialog.reject()
    screen.close()
    screen.deleteLater()
    qtbot.waitUntil(lambda: screen not in QApplication.topLevelWidgets(), timeout=PATIENCE)


# --- reading and pressing ------------------------------------------------------------------------------------------


def labels(of: QWidget) -> list[str]:
    """All texts that are seen in a part of the screen."""
    return [label.text() for label in of.findChildren(QLabel) if label.isVisible() and label.text()]


def button(of: QWidget, name: str) -> QAbstractButton:
    """The only button in a part of the screen that has this name."""
    seen = [found for found in of.findChildren(QAbstractButton) if found.isVisible()]
    [found] = [found for found in seen if (found.accessibleName() or found.text()) == name]
    return found


def touch(of: QWidget, name: str) -> None:
    """Touch it."""
    QTest.mouseClick(button(of, name), Qt.MouseButton.LeftButton)


def press(*keys: Qt.Key) -> None:
    """Press keys wherever the focus is."""
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key)


def write(text: str) -> None:
    """Type into whatever has the focus."""
    for sign in text:
        QTest.keyClicks(QApplication.focusWidget() or QApplication.activeWindow(), sign)


def dialogs(kind: type[D]) -> list[D]:
    """The dialogs of a kind that stand before the screen."""
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()]


def clipped(of: QWidget) -> list[str]:
    """The texts that have no room."""
    return [words.text() for words in of.findChildren(Words) if words.isVisible() and words.clipped]
