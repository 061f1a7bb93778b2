"""The window's process is killed, as by a power cut: whoever starts it again finds what was on the screen."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pos.formats.network_file import read_network
from pos.settings import Places, resource
from pos.storage.books import Books
from tests.house.sources import ROOT
from tests.ui.person import Person
from tests.ui.selling_until_killed import desk_at, sell
from tests.ui.staff import staffed
from tests.ui.windows import windows

WHOLE = [
    "1 Chullo de alpaca, Confecciones Sawuri, 65,00",
    "1 Sapito de la suerte, Taller Illampu, YAPA, 0,00",
    "1 Bolso de aguayo, Confecciones Sawuri, 110,00",
]

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a signal that no program can catch")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A till whose shift is open."""
    found = Places(tmp_path / "home")
    found.prepare()
    with Books(found.books) as books:
        desk = desk_at(found, books)
        desk.till.catalogue.take_in(desk.act(), read_network(resource("sample", "network.json")))
        staffed(desk)
        desk.till.shifts.open(desk.act(), "Ana", {"BOB": {"10.00": 10}})
    return found


def kill_after(places: Places, story: str) -> None:
    """Let a window of its own live a story, and kill it the moment it is told."""
    program = [sys.executable, "-m", "tests.ui.selling_until_killed", str(places.home), story]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(program, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout is not None
        told = window.stdout.readline().strip()
        window.send_signal(signal.SIGKILL)
        assert (told, window.wait()) == (story, -signal.SIGKILL)


@contextmanager
def started_again(places: Places, qtbot: QtBot) -> Iterator[Person]:
    """Ana before the window that is started next."""
    with Books(places.books) as books, windows(qtbot) as opened:
        person = opened.open(desk_at(places, books))
        person.sign_in("Ana")
        yield person


def test_the_cart_is_there_again_with_its_agreed_price_and_its_yapa(places: Places, qtbot: QtBot):
    kill_after(places, "cart")
    with started_again(places, qtbot) as person:
        assert person.cart == WHOLE
        assert person.message == "Volvió su venta abierta, tal como estaba."
        assert person.sees("175,00")
        sell(person)
        sale = person.last_sale()
        assert (sale.receipt, sale.due) == ("A-000001", 17500)
        assert [(line.sku, line.unit_price, line.yapa) for line in sale.lines] == [
            ("MP-026", 11000, False),
            ("JK-015", 0, True),
            ("MP-027", 6500, False),
        ]
        assert person.faults() == []


def test_killed_while_the_buyer_pays_the_cart_is_there_and_nothing_was_sold(places: Places, qtbot: QtBot):
    kill_after(places, "paying")
    with started_again(places, qtbot) as person:
        assert person.cart == WHOLE
        assert person.desk.sale_finding.last("A") is None
        assert person.faults() == []


def test_a_sale_finished_just_before_is_sold_and_not_offered_again(places: Places, qtbot: QtBot):
    kill_after(places, "sold")
    with started_again(places, qtbot) as person:
        assert person.cart == []
        assert person.message == ""
        assert person.last_sale().receipt == "A-000001"
        assert person.sees("A-000001"), "and its receipt can be had once more"
        person.scan("MP-027")
        sell(person)
        assert person.last_sale().receipt == "A-000002"
        assert person.faults() == []
