"""Where the scenes are set: a till with its people and goods, at a moment that stands, in a language of the screen."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QAbstractAnimation, QElapsedTimer, QEvent, QPoint, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from pos.domain.people import Role
from pos.formats.day_file import read_day
from pos.formats.network_file import read_network
from pos.hardware.interfaces import Charge, Printer
from pos.services.desk import Desk
from pos.services.photo_keeping import keep_photos
from pos.services.signing_in import SigningIn
from pos.settings import Places, Settings, resource
from pos.storage.books import Books
from pos.ui.look import photos
from pos.ui.people.pin_pad import PinPad
from pos.ui.scan import Scan
from pos.ui.selling.scan_field import ScanField
from pos.wiring import make_desk
from tests.ui.person import Person, _name
from tests.ui.staff import CHEAP
from tests.ui.stand import CHRISTMAS_FAIR, LA_PAZ, PATIENCE, PIN, FixedAttached, RecordingSpeaker, StandingClock
from tests.ui.windows import USUAL, windows

MORNING = datetime(2026, 12, 5, 11, 26, tzinfo=LA_PAZ)
EVENING = datetime(2026, 12, 5, 19, 12, tzinfo=LA_PAZ)
PEOPLE = (
    ("Elena Vargas", Role.ADMINISTRATOR),
    ("Ana Mayta", Role.CASHIER),
    ("Rosmery Condori", Role.CASHIER),
    ("Limbert Choque", Role.CASHIER),
    ("Alison Flores", Role.CASHIER),
    ("Wilmer Apaza", Role.CASHIER),
    ("Marcelo Rojas", Role.SUPERVISOR),
)
PEOPLE_WITH_LONG_NAMES = (
    ("Elena Vargas", Role.ADMINISTRATOR),
    ("María del Carmen Quispe de Condori", Role.CASHIER),
    ("Juan Evangelista Mamani Choquehuanca", Role.SUPERVISOR),
)
NOTHING, NETWORK, LONG_NAMES, MORNING_SOLD, DAY_SOLD = "", "network", "long-names", "morning-sold", "day-sold"
"""What books hold: nothing; the example network and its people; the same with longer names; what its example day sold
until eleven; or all of that day, its shift closed in the end."""


class Waiter:
    """Waits for what follows from a touch, and fails where it does not come."""

    def waitUntil(self, callback: Callable[[], bool], *, timeout: int = PATIENCE) -> None:  # noqa: N802 - qtbot's name
        """Until something is so."""
        waiting = QElapsedTimer()
        waiting.start()
        QApplication.processEvents()
        while not callback():
            assert waiting.elapsed() < timeout, "it does not come"
            QTest.qWait(1)


@dataclass(frozen=True, slots=True)
class Scene:
    """What is on the screen at one moment, by name: the window, or the buyer's own."""

    name: str
    widget: QWidget
    stage: "Stage"


class FixedBattery:
    """A battery that neither fills nor empties."""

    def charge(self) -> Charge | None:
        return Charge(78, plugged=True)


class Stage(Person):
    """A person at a till who presses what the English words in the code say, whichever language the screen has."""

    def word(self, text: str, **values: object) -> str:
        """A text of the screen in its language; a context stands before a `|`."""
        context, _, of_context = text.rpartition("|")
        texts = self.desk.texts
        said = texts.pgettext(context, of_context) if context else texts._(text)
        return said % values if values else said

    def button(self, name: str) -> QAbstractButton:
        """As `Person.button`, by the English words; the front dialog's where there is one."""
        (found,) = [button for button in self.buttons if _name(button) in {name, self.word(name)}]
        return found

    def scan(self, *codes: str) -> None:
        """As `Person.scan`, but without the keys: a scene must be the same on a machine that stumbles between them."""
        for code in codes:
            self.window.scanner.scanned.emit(Scan(code))
        QApplication.processEvents()

    def touch(self, name: str) -> None:
        """As `Person.touch`; a dialog that closes with it is gone afterwards."""
        super().touch(name)
        QApplication.processEvents()

    def touch_first(self, start: str) -> None:
        """Touch the first button whose name begins so, as far as the words go."""
        start = self.word(start).split("%")[0]
        QTest.mouseClick(next(b for b in self.buttons if _name(b).startswith(start)), Qt.MouseButton.LeftButton)

    def sign_in(self, name: str) -> None:
        """As `Person.sign_in`, on whichever page somebody is."""
        while not any(_name(button).startswith(f"{name}, ") for button in self.buttons):
            self.touch("Next page")
        super().sign_in(name)

    @property
    def buttons(self) -> list[QAbstractButton]:
        """All that can be touched just now."""
        dialog = self.dialog
        found = (dialog or self.window).findChildren(QAbstractButton)
        return [button for button in found if button.isVisible() and (dialog or button.window() is self.window)]

    @property
    def dialog(self) -> QDialog | None:
        """The front dialog."""
        front = QApplication.activeModalWidget()
        return front if isinstance(front, QDialog) else None

    def scene(self, name: str) -> Scene:
        """The window as it is now."""
        return Scene(name, self.window, self)

    def scene_for_the_buyer(self, name: str) -> Scene:
        """The buyer's own screen as it is now."""
        display = self.window._display
        display.resize(self.window.size())
        display.show()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        return Scene(name, display, self)

    def settle(self) -> None:
        """Let everything come that was asked for, and let what moves or counts stand still."""
        for _ in range(3):
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QTest.qWait(1)
            photos._reader()._pool.waitForDone()
        self.qtbot.waitUntil(lambda: not self.window._printing._busy)
        self.qtbot.waitUntil(lambda: not any(field._pause.isActive() for field in self.window.findChildren(ScanField)))
        for moving in self.window.findChildren(QAbstractAnimation):
            moving.setCurrentTime(moving.duration())
        for pad in self.window.findChildren(PinPad):
            pad._second.stop()
        QApplication.processEvents()


class Theatre:
    """Opens tills one after the other, each over fresh books; the last one is closed at the end."""

    def __init__(self, language: str, folder: Path, size: tuple[int, int]) -> None:
        self.language, self.folder, self.size = language, folder, size
        self._number = 0
        self._open = ExitStack()
        self.clock = StandingClock()

    def close(self) -> None:
        """Close the till that is open."""
        self._open.close()

    def desk(
        self, holds: str = MORNING_SOLD, *, at: datetime = MORNING, qr: Path | None = None, **settings: object
    ) -> Desk:
        """A desk over books that hold this; settings are given by name."""
        self.close()
        self._number += 1
        self.clock.at = at
        places = Places(self.folder / str(self._number), None if qr or not holds else _photos_home())
        places.prepare()
        if holds:
            places.books.write_bytes(_filled(holds))
        if qr is not None:
            places.qr_picture.write_bytes(qr.read_bytes())
        books = self._open.enter_context(Books(places.books))
        chosen = ({"exhibition": CHRISTMAS_FAIR} if holds else {}) | {"language": self.language} | settings
        desk = make_desk(places, Settings(**chosen), books)
        return replace(
            desk,
            clock=self.clock,
            signing_in=SigningIn(books, CHEAP),
            speaker=RecordingSpeaker(),
            battery=FixedBattery(),
            attached=FixedAttached(),
        )

    def till(
        self,
        desk: Desk | None = None,
        *,
        who: str = "Ana Mayta",
        shift: bool = True,
        file: Path | None = None,
        printer: Printer | None = None,
    ) -> Stage:
        """The window of a desk, for somebody who signs in; with `shift` the shift is open already."""
        desk = desk or self.desk()
        if printer is not None:
            desk = replace(desk, open_printer=lambda _: printer)
        if shift and desk.till.shifts.current(desk.settings.till) is None:
            money = desk.till.catalogue.terms().exhibition(desk.settings.exhibition).currency
            desk.till.shifts.open(desk.act(), "Ana Mayta", {money.code: {"10.00": 20, "20.00": 5}})
        opened = self._open.enter_context(windows(Waiter()))
        person = opened.open(desk, file=file, size=self.size)
        stage = Stage(person.qtbot, person._program, person.keyboard)
        if who:
            stage.sign_in(who)
        return stage


@contextmanager
def theatre(language: str, size: tuple[int, int] = USUAL) -> Iterator[Theatre]:
    """A theatre whose tills lie in a folder that is gone afterwards."""
    with TemporaryDirectory() as folder:
        opened = Theatre(language, Path(folder), size)
        try:
            yield opened
        finally:
            opened.close()


def picture(widget: QWidget) -> QPixmap:
    """A window as a person sees it, with the dialogs that stand before it."""
    taken = widget.grab()
    painter = QPainter(taken)
    for dialog in widget.findChildren(QDialog):
        if dialog.isVisible():
            at = dialog.pos() - widget.pos()
            dialog.render(painter, QPoint(at))
    painter.end()
    return taken


@cache
def _photos_home() -> Path:
    """A home that has the example network's photos and nothing else; it lasts as long as the process."""
    folder = TemporaryDirectory()
    _KEPT.append(folder)
    places = Places(Path(folder.name))
    places.prepare()
    assert keep_photos(read_network(resource("sample", "network.json")), resource("sample"), places.photos) == ()
    return places.home


_KEPT: list[TemporaryDirectory] = []


def long_names(folder: Path) -> Path:
    """The example network's file with names that are longer than usual, and no photos."""
    network = json.loads(resource("sample", "network.json").read_text(encoding="utf-8"))
    for unit in network["units"]:
        unit["name"] = f"Asociación de Artesanas {unit['name']}"
    for product in network["products"]:
        for language, name in product["name"].items():
            product["name"][language] = f"{name}, {LONGER[language]}"
        product["photo"] = None
    file = folder / "network.json"
    file.write_text(json.dumps(network), encoding="utf-8")
    return file


LONGER = {"es": "pieza grande de colección hecha a mano", "en": "a large collector's piece made by hand"}


@cache
def _filled(holds: str) -> bytes:
    """The books' file, made once."""
    with TemporaryDirectory() as folder:
        places = Places(Path(folder))
        places.prepare()
        with Books(places.books) as books:
            desk = make_desk(places, Settings(exhibition=CHRISTMAS_FAIR), books)
            clock = StandingClock()
            clock.at = MORNING
            desk = replace(desk, clock=clock, signing_in=SigningIn(books, CHEAP))
            long = holds == LONG_NAMES
            file = long_names(Path(folder)) if long else resource("sample", "network.json")
            desk.till.catalogue.take_in(desk.act(), read_network(file))
            administrator = None
            for name, role in PEOPLE_WITH_LONG_NAMES if long else PEOPLE:
                added = desk.signing_in.add(desk.act(), name, role, PIN, administrator)
                administrator = administrator or added
            if holds in {MORNING_SOLD, DAY_SOLD}:
                day = read_day(resource("sample", "day.jsonl"))
                if holds == MORNING_SOLD:
                    day = replace(day, lines=tuple(line for line in day.lines if line.event.at < MORNING))
                assert not [outcome for outcome in desk.replaying.replay(day, desk.texts) if outcome.refusal]
        return places.books.read_bytes()
