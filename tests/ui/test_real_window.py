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

from pos.domain.refusals import UnknownSale
from pos.formats.network_file import read_network
from pos.services.day_acts import TillServices
from pos.settings import Places, Settings, resource, write_settings
from pos.storage.books import Books
from pos.wiring import make_desk
from tests.house.sources import ROOT
from tests.ui.stand import CHRISTMAS_FAIR

SECONDS = 90
"""How long anything may take before the test gives up; it goes on as soon as the thing is there."""

CUT = b"\x1dV"
"""How a print job ends: the paper is cut."""

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

    def scan(self, code: str) -> None:
        """A scanner's burst: five milliseconds a key, then Enter."""
        self.keys("type", "--delay", "5", code)
        self.keys("key", "Return")


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
        desk = make_desk(found, settings, books)
        desk.till.catalogue.take_in(desk.act(), read_network(file))
    return found


def is_sold(till: TillServices, receipt: str) -> bool:
    """Whether the books hold this sale."""
    try:
        till.refunding.find(receipt)
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


def test_a_person_opens_a_shift_and_sells_twice_by_keys_alone(server: XServer, places: Places, tmp_path: Path):
    """The till is ended without a word in the end, as by a power cut: what was sold stays sold."""
    command = [sys.executable, "-m", "pos", "--home", str(places.home)]
    paper, words = tmp_path / "paper.bin", tmp_path / "words.txt"
    with words.open("w") as said, running(command, cwd=ROOT, env=server.environment, stderr=said):
        window = server.keys("search", "--sync", "--onlyvisible", "--name", "^Qhatu$").splitlines()[-1]
        server.keys("windowfocus", "--sync", window)
        with Books(places.books, read_only=True) as books:
            watched = make_desk(places, Settings(), books).till

            server.keys("type", "--delay", "5", "Ana Mayta")
            server.keys("key", "F12")
            wait_until(lambda: watched.shifts.current("A") is not None, "the shift")
            server.scan("JK-015")
            server.keys("type", "--delay", "5", "+")
            server.keys("key", "F12")
            server.keys("type", "--delay", "5", "100")
            server.keys("key", "F12")
            wait_until(lambda: is_sold(watched, "A-000001"), "the first sale")
            server.scan("MP-027")
            server.keys("key", "F12")
            server.keys("type", "--delay", "5", "65")
            server.keys("key", "Return")
            wait_until(lambda: is_sold(watched, "A-000002"), "the second sale")
            wait_until(lambda: paper.exists() and paper.read_bytes().count(CUT) == 2, "the second receipt")
    assert words.read_text() == ""
    with Books(places.books) as books:
        desk = make_desk(places, Settings(), books)
        assert desk.safekeeping.verify(lambda _done, _of: None) == ()
        sale = desk.till.refunding.find("A-000001")
        assert (sale.cashier, sale.due, sale.change) == ("Ana Mayta", 2500, 7500)
