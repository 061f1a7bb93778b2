"""`pos doctor`: what it says of a till, as a person at a terminal reads it and as another program does."""

import json
import socket
from pathlib import Path

import pytest

from pos.hardware.attached import SystemAttached
from pos.hardware.interfaces import FoundPort, FoundPrinter, Lack
from pos.settings import Settings, write_settings
from tests.hardware.emulated import EmulatedInNetwork
from tests.hardware.plugs import Plug
from tests.journeys.command_line import NETWORK, Till


@pytest.fixture(autouse=True)
def connected(monkeypatch: pytest.MonkeyPatch) -> None:
    """What hangs on the machine that runs the test is nobody's business."""
    monkeypatch.setattr(SystemAttached, "printers", lambda _: (FoundPrinter("usb:0416:5011@1-2", "POS-58"),))
    monkeypatch.setattr(SystemAttached, "ports", lambda _: (FoundPort("/dev/ttyUSB7", "Scanner"),))
    monkeypatch.setattr("pos.wiring.system_lacks", lambda: (Lack.CUPS,))


def examined(till: Till, *arguments: str) -> tuple[int, dict[str, dict[str, str]], dict[str, object]]:
    said = till("doctor", "--format", "json", *arguments)
    told = json.loads(said.out)
    return said.status, {check["what"]: check for check in told["checks"]}, told


def nobody_listens() -> str:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return f"tcp://127.0.0.1:{listener.getsockname()[1]}"


@pytest.fixture
def till(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Till:
    return Till(tmp_path / "home", capsys)


def configured(till: Till, **settings: object) -> Till:
    till("import", NETWORK)
    write_settings(till.home / "settings.toml", Settings(language="en", **settings))
    return till


def test_a_new_till_lacks_nothing_that_was_asked_for(till):
    status, checks, told = examined(till)
    assert (status, told["works"]) == (0, True)
    assert checks["home"]["code"] == "home-missing"
    assert checks["books"]["code"] == "books-missing"
    assert checks["printer"]["condition"] == "unset"
    assert told["printers"][0]["uri"] == "usb:0416:5011@1-2"
    assert told["ports"][0]["port"] == "/dev/ttyUSB7"
    assert told["lacks"] == ["cups"]
    assert not till.home.exists()


def test_a_printer_that_answers_is_ready_and_one_that_does_not_is_said_to_be(till):
    with EmulatedInNetwork() as printer:
        configured(till, printer=printer.uri, backup_printer=nobody_listens())
        status, checks, _ = examined(till)
    assert status == 1
    assert checks["printer"]["code"] == "ready"
    assert checks["backup"]["condition"] == "bad"
    assert checks["backup"]["next"]
    assert checks["books"]["code"] == "books-open"


def test_what_a_printer_says_is_told_with_the_next_step(till):
    with EmulatedInNetwork("cover-open") as printer:
        configured(till, printer=printer.uri)
        said = till("doctor")
    assert said.status == 1
    assert f"✗ Receipt printer ({printer.uri}): Its cover is open." in said.out
    assert "Close it, and look again." in said.out
    assert "Something that is set up does not work." in said.out


def test_print_test_prints_one_page(till):
    with EmulatedInNetwork() as printer:
        configured(till, printer=printer.uri)
        status, checks, _ = examined(till, "--print-test")
        (lines,) = printer.receipts(1)
    assert status == 0
    assert checks["printer"]["condition"] == "ready"
    assert "PRINTER TEST" in lines


def test_a_port_that_is_not_there_fails(till):
    configured(till, scanner="serial:/dev/nothing-here", drawer="", pole="serial:/dev/nothing-here")
    status, checks, _ = examined(till)
    assert status == 1
    assert (checks["scanner"]["code"], checks["pole"]["code"]) == ("port-not-found", "port-not-found")
    assert checks["drawer"]["condition"] == "unset"


def test_a_port_where_something_hangs_works(till, tmp_path):
    plug = Plug(tmp_path / "port")
    plug.plug_in()
    configured(till, scanner=plug.uri, drawer="")
    status, checks, _ = examined(till)
    plug.pull_out()
    assert (status, checks["scanner"]["code"]) == (0, "port-there")


def test_books_that_are_no_books_are_said_to_be(till):
    configured(till)
    (till.home / "books.sqlite").write_bytes(b"nonsense" * 1000)
    status, checks, _ = examined(till)
    assert (status, checks["books"]["condition"]) == (1, "bad")


def test_settings_that_can_not_be_read_are_bad_use(till):
    configured(till)
    (till.home / "settings.toml").write_text('printer = "usb:auto', encoding="utf-8")
    assert till("doctor").status == 2
