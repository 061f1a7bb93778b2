"""The program as a person starts it: its real window on a real X server, with keys that come from the server."""

import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pos.domain.people import Role
from pos.domain.refusals import UnknownSale
from pos.domain.sales import Sale
from pos.formats.network_file import read_network
from pos.services.desk import Desk
from pos.settings import Places, Settings, resource, write_settings
from pos.storage.books import Books
from pos.wiring import make_desk
from tests.house.sources import ROOT
from tests.ui.stand import CHRISTMAS_FAIR, PIN

SECONDS = 90
"""How long anything may take before the test gives up; it goes on as soon as the thing is there."""

SCANNER, FINGERS = "10", "200"
"""What xdotool is told to wait for each key: it waits for half of it between two."""

CUT = b"\x1dV"
"""How a print job ends: the paper is cut."""

US_KEYS = {"M": "shift+58", "P": "shift+33", "-": "20", "0": "19", "2": "11", "7": "16"}
"""The keys by their places on the keyboard that a scanner pretends to be, as X11 counts them."""

pytestmark = pytest.mark.skipif(
    shutil.which("Xvfb") is None or shutil.which("xdotool") is None, reason="needs an X server without a screen"
)


class XServer:
    """An X server that draws into memory, and the keys of its keyboard."""

    def __init__(self, display: str) -> None:
        self.environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}

    def keys(self, *arguments: str) -> str:
        """Let xdotool do this; its keys go through the server's XTEST extension to whatever has the focus."""
        done = subprocess.run(
            ["xdotool", *arguments], env=self.environment, capture_output=True, text=True, check=True, timeout=SECONDS
        )
        return done.stdout.strip()

    def write(self, text: str) -> None:
        """As fingers do."""
        self.keys("type", "--delay", FINGERS, text)

    def press(self, *keys: str) -> None:
        """Keys by name, one after the other."""
        for key in keys:
            self.keys("key", key)

    def scan(self, code: str) -> None:
        """A scanner's burst: five milliseconds a key, then Enter."""
        self.keys("type", "--delay", SCANNER, "--args", "1", code, "key", "Return")

    def scan_by_place(self, code: str) -> None:
        """A scanner's burst that knows nothing of the computer's layout: it presses the keys of its own."""
        self.keys("key", "--delay", SCANNER, *(US_KEYS[sign] for sign in code), "Return")

    def use_layout(self, name: str) -> None:
        """Let the keys of the computer be those of another country."""
        subprocess.run(["setxkbmap", name], env=self.environment, check=True, timeout=SECONDS)


@contextmanager
def running(command: list[str], **options: object) -> Iterator[subprocess.Popen[str]]:
    """A program that is ended with the block, whatever happens in it."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, text=True, **options) as program:
        try:
            yield program
        finally:
            program.terminate()


@pytest.fixture
def server() -> Iterator[XServer]:
    """An X server on a display that was free."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with running(command, pass_fds=[writing], stderr=subprocess.DEVNULL):
        os.close(writing)
        with os.fdopen(reading) as announced:
            number = announced.readline().strip()
        assert number, "the X server did not start"
        yield XServer(f":{number}")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A till with the example network, whose Christmas fair never ends, and a printer that is a file."""
    found = Places(tmp_path / "home")
    found.prepare()
    network = json.loads(resource("sample", "network.json").read_text(encoding="utf-8"))
    network["exhibitions"][0]["ends"] = "2999-12-31"
    file = tmp_path / "network.json"
    file.write_text(json.dumps(network), encoding="utf-8")
    settings = Settings(exhibition=CHRISTMAS_FAIR, printer=f"file:{tmp_path / 'paper.bin'}")
    write_settings(found.settings, settings)
    with Books(found.books) as books:
        desk = make_desk(found, settings, books)  # with the program's own hashing of PINs
        desk.till.catalogue.take_in(desk.act(), read_network(file))
        elena = desk.signing_in.add(desk.act(), "Elena", Role.ADMINISTRATOR, "4711")
        desk.signing_in.add(desk.act(), "Ana Mayta", Role.CASHIER, PIN, elena)
    return found


class Watcher:
    """Reads the books beside the program that writes them."""

    def __init__(self, desk: Desk) -> None:
        self._till = desk.till
        self._holding = desk.holding

    def until_open(self) -> None:
        """Until the shift is open."""
        wait_until(lambda: self._till.shifts.current("A") is not None, "the shift")

    def until_in_cart(self, pieces: int) -> None:
        """Until the open cart is on disk with so many pieces."""
        wait_until(lambda: self._in_cart() == pieces, f"{pieces} in the cart")

    def _in_cart(self) -> int:
        found = self._holding.opened("A", CHRISTMAS_FAIR)
        return sum(line.qty for line in found.basket.lines) if found is not None else 0

    def until_sold(self, receipt: str) -> Sale:
        """The sale of a receipt, once it is in the books."""
        wait_until(lambda: self._is_sold(receipt), receipt)
        return self._till.refunding.find(receipt)

    def _is_sold(self, receipt: str) -> bool:
        try:
            self._till.refunding.find(receipt)
        except UnknownSale:
            return False
        return True


def wait_until(condition: Callable[[], bool], what: str) -> None:
    """Look until it is so; fails when it takes longer than anything may take."""
    end = time.monotonic() + SECONDS
    pause = threading.Event()
    while not condition():
        assert time.monotonic() < end, f"{what} never came"
        pause.wait(0.05)


@contextmanager
def till_started(server: XServer, places: Places, tmp_path: Path) -> Iterator[Watcher]:
    """The program as a person starts it; in the end it is ended without a word, as by a power cut."""
    words = tmp_path / "words.txt"
    command = [sys.executable, "-m", "pos", "--home", str(places.home)]
    with words.open("w") as said, running(command, cwd=ROOT, env=server.environment, stderr=said):
        window = server.keys("search", "--sync", "--onlyvisible", "--name", "^Qhatu$").splitlines()[-1]
        server.keys("windowfocus", "--sync", window)
        with Books(places.books, read_only=True) as books:
            yield Watcher(make_desk(places, Settings(), books))
    assert words.read_text() == ""


def sign_in_and_open(server: XServer, watcher: Watcher) -> None:
    """Ana is the first of the two; ten notes of ten are in the drawer."""
    server.press("Right")
    server.write(PIN)
    server.press("Return", "Down", "Down", "Down", "Down")
    server.write("10")
    server.press("F12")
    watcher.until_open()


def faults(places: Places) -> tuple[object, ...]:
    """What is wrong with the books."""
    with Books(places.books) as books:
        return make_desk(places, Settings(), books).safekeeping.verify(lambda _done, _of: None)


def test_a_person_signs_in_opens_a_shift_and_sells_twice_by_keys_alone(server: XServer, places: Places, tmp_path: Path):
    paper = tmp_path / "paper.bin"
    with till_started(server, places, tmp_path) as watcher:
        sign_in_and_open(server, watcher)
        server.scan("JK-015")
        server.write("+")
        watcher.until_in_cart(2)
        server.press("F12")
        server.write("100")
        server.press("F12")
        sale = watcher.until_sold("A-000001")
        assert (sale.cashier, sale.due, sale.change) == ("Ana Mayta", 2500, 7500)
        server.scan("MP-027")
        watcher.until_in_cart(1)
        server.press("F12")
        server.scan("JK-015")  # the buyer wants one more, while paying
        watcher.until_in_cart(2)
        server.write("77,5")
        server.press("Return")
        assert watcher.until_sold("A-000002").due == 7750
        wait_until(lambda: paper.exists() and paper.read_bytes().count(CUT) == 2, "the second receipt")
    assert faults(places) == ()


def test_a_scanner_that_types_on_a_spanish_keyboard_is_understood(server: XServer, places: Places, tmp_path: Path):
    """Where the scanner presses the key of its dash, the Spanish keyboard has an apostrophe."""
    if shutil.which("setxkbmap") is None:
        pytest.skip("needs setxkbmap to change the keyboard's layout")
    server.use_layout("es")
    with till_started(server, places, tmp_path) as watcher:
        sign_in_and_open(server, watcher)
        server.scan_by_place("MP-027")
        server.scan_by_place("MP-022")
        watcher.until_in_cart(2)
        server.press("F12")
        server.write("93")
        server.press("Return")
        sale = watcher.until_sold("A-000001")
        assert [line.sku for line in sale.lines] == ["MP-027", "MP-022"]
    assert faults(places) == ()
