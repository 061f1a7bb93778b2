"""A till that was never used, and what is wrong with what it is given."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from pos.settings import resource
from tests.ui.scenes_stage import MORNING_SOLD, NETWORK, NOTHING, Scene, Theatre
from tests.ui.stand import LA_PAZ, PIN

AFTERWARDS = datetime(2026, 12, 9, 9, 0, tzinfo=LA_PAZ)
SAMPLE = resource("sample", "network.json")


def first_start(theatre: Theatre) -> Iterator[Scene]:
    """From nothing to the first fair."""
    at = theatre.till(theatre.desk(NOTHING), who="", shift=False, file=SAMPLE)
    yield at.scene("till-code")
    at.press("F12")
    yield at.scene("welcome")
    at.touch_first("Look at the example")
    yield at.scene("welcome-example")
    at.press("Enter")
    at.touch_first("Bring the network from a file")
    yield at.scene("import")
    at.press("Enter")
    yield at.scene("administrator")
    at.write("Elena Vargas")
    at.press("Tab")
    at.write(PIN)
    at.press("Enter")
    yield at.scene("administrator-pin-again")
    at.write(PIN)
    at.press("Enter")
    yield at.scene("administrator-ready")
    at.press("Enter")
    yield at.scene("exhibitions")


def making_a_network(theatre: Theatre) -> Iterator[Scene]:
    """A network that has no file."""
    at = theatre.till(theatre.desk(NOTHING), who="", shift=False)
    at.press("F12")
    at.touch_first("Make a new network")
    yield at.scene("network")
    at.write("Red Warmi Sawuri")
    at.press("F12")
    yield at.scene("network-fair")
    at.write("Feria de Alasitas")
    at.press("Enter")
    at.write("La Paz")
    at.press("F12")
    yield at.scene("network-producers")
    for name in ("Familia Quispe Mamani", "Taller Illampu", "Juana Condori"):
        at.write(name)
        at.press("Enter")
    yield at.scene("network-producers-named")


def faulty_file(theatre: Theatre) -> Iterator[Scene]:
    """A file that is not taken in."""
    at = theatre.till(theatre.desk(NOTHING), who="", shift=False, file=faulty(theatre.folder))
    at.press("F12")
    at.touch_first("Bring the network from a file")
    at.press("Enter")
    yield at.scene("import-faults")


def fair_over(theatre: Theatre) -> Iterator[Scene]:
    """The fair has ended, without and with a shift that is open."""
    at = theatre.till(theatre.desk(NETWORK, at=AFTERWARDS), shift=False)
    yield at.scene("exhibitions-over")
    desk = theatre.desk(MORNING_SOLD)
    theatre.clock.at = AFTERWARDS
    at = theatre.till(desk)
    yield at.scene("close-since-the-fair-is-over")


def faulty(folder: Path) -> Path:
    """A network's file with misspelt fields, weights under zero and prices that are none."""
    network = json.loads(SAMPLE.read_text(encoding="utf-8"))
    network["network"]["comission"] = 1
    for unit in network["units"][:6]:
        unit["members"][0]["weight"] = -3
    for product in network["products"][:8]:
        product["prices"]["BOB"]["list"] = "ochenta"
    file = folder / "con-errores.json"
    file.write_text(json.dumps(network), encoding="utf-8")
    return file


STORIES = {
    "first-start": first_start,
    "making-a-network": making_a_network,
    "faulty-file": faulty_file,
    "fair-over": fair_over,
}
