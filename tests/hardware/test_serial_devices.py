"""What hangs on a serial line besides printers, at a real pseudo-terminal: a scanner, a pole, a drawer."""

import queue
from collections.abc import Iterator
from pathlib import Path
from typing import Self, cast

import pytest

from pos.hardware import serial_drawer, serial_reader
from pos.hardware.interfaces import DeviceUnavailable, PrinterTrouble, ReaderState
from pos.hardware.serial_devices import open_drawer, open_pole, open_reader
from pos.hardware.serial_drawer import PULSE, SerialDrawer
from pos.hardware.serial_port import BadSerialUri, SerialPort
from tests.hardware.plugs import PATIENCE, Plug


@pytest.fixture
def plug(tmp_path: Path) -> Iterator[Plug]:
    """Something plugged in."""
    made = Plug(tmp_path / "port")
    made.plug_in()
    yield made
    if made.end >= 0:
        made.pull_out()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scanner that is away is looked for at once."""
    monkeypatch.setattr(serial_reader, "FIRST_RETRY_SECONDS", 0.01)
    monkeypatch.setattr(serial_reader, "LONGEST_RETRY_SECONDS", 0.01)
    monkeypatch.setattr(serial_reader, "PAUSE_SECONDS", 0.01)


@pytest.mark.usefixtures("quick")
def test_a_scanner_that_is_pulled_out_is_read_again_when_it_returns(plug: Plug):
    codes: queue.Queue[str] = queue.Queue()
    states: queue.Queue[ReaderState] = queue.Queue()
    reader = open_reader(plug.uri)
    reader.start(codes.put, states.put)
    try:
        assert states.get(timeout=PATIENCE) is ReaderState.READY
        plug.says(b"\r")  # a line that was just opened may be in the middle of a code
        plug.says(b"MP-027\r")
        assert codes.get(timeout=PATIENCE) == "MP-027"
        plug.says(b"JK-0")
        plug.pull_out()
        assert states.get(timeout=PATIENCE) is ReaderState.WAITING
        plug.plug_in()
        assert states.get(timeout=PATIENCE) is ReaderState.READY
        plug.says(b"01\rJK-004\r")
        assert codes.get(timeout=PATIENCE) == "JK-004"
    finally:
        reader.stop()
    assert codes.empty()


@pytest.mark.usefixtures("quick")
def test_a_scanner_that_was_never_there_is_waited_for_and_can_be_stopped(tmp_path: Path):
    states: queue.Queue[ReaderState] = queue.Queue()
    reader = open_reader(f"serial:{tmp_path / 'nothing'}")
    reader.start(lambda _: None, states.put)
    assert states.get(timeout=PATIENCE) is ReaderState.WAITING
    reader.stop()


@pytest.mark.usefixtures("quick")
def test_ten_kilobytes_without_an_end_are_no_code(plug: Plug):
    codes: queue.Queue[str] = queue.Queue()
    states: queue.Queue[ReaderState] = queue.Queue()
    reader = open_reader(plug.uri)
    reader.start(codes.put, states.put)
    try:
        states.get(timeout=PATIENCE)
        for _ in range(40):
            plug.says(b"7" * 256)
        plug.says(b"\rMP-027\r")
        assert codes.get(timeout=PATIENCE) == "MP-027"
    finally:
        reader.stop()


def test_a_pole_shows_two_lines_of_twenty_letters_and_no_command_of_a_name(plug: Plug):
    pole = open_pole(plug.uri)
    pole.show("Muñeca \x1b@Ñandú á¿", "TOTAL Bs    1.060,50 and more")
    expected = b"\x1b@\x0c" + "Muñeca  @Ñandú á¿   ".encode("cp437") + b"TOTAL Bs    1.060,50"
    assert plug.hears(len(expected)) == expected
    pole.show("Vuelto", "€ 5")
    assert plug.hears(41) == b"\x0c" + b"Vuelto".ljust(20) + b"E 5".ljust(20)
    pole.close()


def test_a_drawer_on_a_line_of_its_own_gets_its_pulse(plug: Plug):
    open_drawer(plug.uri).open()
    assert plug.hears(len(PULSE)) == PULSE


def test_a_drawers_box_that_takes_nothing_is_given_up_and_opens_no_drawer_later(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(serial_drawer, "WRITING_SECONDS", 0.0)
    line = StuckLine()
    drawer = SerialDrawer("serial:COM9", cast("SerialPort", line))
    with pytest.raises(DeviceUnavailable) as trouble:
        drawer.open()
    assert trouble.value.reason is PrinterTrouble.SILENT
    assert (line.out_waiting, line.closed) == (0, True)


class StuckLine:
    """A port whose other end says that it can take nothing just now."""

    out_waiting, closed = 0, False

    def open(self, *, reading_seconds: float, writing_seconds: float) -> Self:
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.closed = True

    def write(self, data: bytes) -> None:
        self.out_waiting += len(data)

    def read(self, most: int) -> bytes:
        return b""

    def reset_output_buffer(self) -> None:
        self.out_waiting = 0


def test_what_is_not_there_says_so(tmp_path: Path):
    uri = f"serial:{tmp_path / 'nothing'}"
    with pytest.raises(DeviceUnavailable) as drawer:
        open_drawer(uri).open()
    with pytest.raises(DeviceUnavailable) as pole:
        open_pole(uri).show("a", "b")
    assert (drawer.value.reason, pole.value.reason) == (PrinterTrouble.NOT_FOUND, PrinterTrouble.NOT_FOUND)


@pytest.mark.parametrize("open_device", [open_reader, open_pole, open_drawer])
def test_an_address_that_is_none_is_refused(open_device: object):
    with pytest.raises(BadSerialUri):
        open_device("serial:COM3?speed=fast")  # type: ignore[operator]
