"""A scanner's line at its worst: ten thousand bursts, halves and noise, and a port that comes and goes."""

import queue
import random
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

import pytest

from pos.hardware import serial_reader
from pos.hardware.code_frames import DOUBTFUL_PAUSES
from pos.hardware.interfaces import ReaderState
from pos.hardware.serial_devices import open_reader
from pos.hardware.serial_port import SerialPort
from pos.hardware.serial_reader import SerialReader
from tests.hardware.plugs import PATIENCE, Plug
from tests.scanned_codes import CODES

BURSTS = 10_000
ENDS = (b"\r", b"\n", b"\r\n", b"\t")

SILENT, LOST = None, OSError("the line is gone")
Happening = bytes | None | OSError
"""Bytes arrive, nothing comes for a tenth of a second, or the port is gone."""


class PlayedLine:
    """A port that plays a script: a serial line as it looks from this side, in no time."""

    def __init__(self, script: Iterable[Happening]) -> None:
        self._script = iter(script)
        self._waiting = b""
        self.over = threading.Event()
        self.opened = 0

    def open(self, *, reading_seconds: float, writing_seconds: float) -> "PlayedLine":
        self.opened += 1
        self._waiting = b""
        return self

    @property
    def in_waiting(self) -> int:
        return len(self._waiting)

    def read(self, most: int) -> bytes:
        if not self._waiting and most:
            happens = next(self._script, LOST)
            if isinstance(happens, OSError):
                raise happens
            self._waiting = happens or b""
        data, self._waiting = self._waiting[:most], self._waiting[most:]
        return data

    def close(self) -> None:
        pass


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scanner that is away is looked for at once."""
    monkeypatch.setattr(serial_reader, "FIRST_RETRY_SECONDS", 0.001)
    monkeypatch.setattr(serial_reader, "LONGEST_RETRY_SECONDS", 0.001)


def burst(code: str, chance: random.Random) -> Iterator[Happening]:
    """A code as it may come."""
    sent, end = code.encode(), chance.choice(ENDS)
    cut = chance.randint(1, len(sent) - 1)
    match chance.randrange(9):
        case 0 | 1 | 2:
            yield sent + end
        case 3:  # a scanner that was never set to send an Enter
            yield sent
        case 4:  # a wire that lets go in the middle
            yield sent[:cut]
            yield from [SILENT] * chance.randint(1, DOUBTFUL_PAUSES)
            yield sent[cut:] + end
        case 5:  # a plug that is pulled out in the middle, and put in again before the rest
            yield sent[:cut]
            yield LOST
            yield from [SILENT] * chance.randint(0, DOUBTFUL_PAUSES - 1)
            yield sent[cut:] + end
        case 6:  # the rest never comes
            yield sent[:cut]
        case 7:  # noise in a code, before it, behind it
            noise = bytes(chance.choice([0, 1, 7, 27, 0x7F, 0x80, 0xFE, 0xFF]) for _ in range(chance.randint(1, 9)))
            at = chance.randint(0, len(sent))
            yield sent[:at] + noise + sent[at:] + end
        case _:  # a line that runs wild
            yield chance.randbytes(chance.randint(1, 300)).replace(b"\t", b"") + end + sent + end


@pytest.mark.usefixtures("at_once")
def test_each_burst_names_its_own_product_or_none():
    chance = random.Random(20261205)
    told: dict[int, set[str]] = {number: set() for number in range(BURSTS)}
    sent: list[str] = []
    over = threading.Event()

    def script() -> Iterator[Happening]:
        for _ in range(BURSTS):
            yield from [SILENT] * chance.randint(3, 15)
            sent.append(chance.choice(CODES))
            yield from burst(sent[-1], chance)
        yield SILENT
        over.set()
        yield SILENT

    def note(code: str) -> None:
        told[len(sent) - 1].add(code)

    line = PlayedLine(script())
    reader = SerialReader(cast("SerialPort", line))
    reader.start(note, lambda _: None)
    assert over.wait(PATIENCE * 3)
    reader.stop()
    known = [told[number] & set(CODES) for number in range(BURSTS)]
    wrong = {code: found for code, found in zip(sent, known, strict=True) if not found <= {code}}
    assert wrong == {}
    assert sum(map(bool, known)) > BURSTS // 4
    assert line.opened > BURSTS // 20


@pytest.mark.usefixtures("at_once")
def test_at_a_real_line_whole_codes_come_in_order_and_nothing_else_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(serial_reader, "PAUSE_SECONDS", 1.0)  # a busy machine may let this line rest in a code
    chance = random.Random(17)
    heard: queue.Queue[str] = queue.Queue()
    states: queue.Queue[ReaderState] = queue.Queue()
    plug = Plug(tmp_path / "port")
    plug.plug_in()
    reader = open_reader(plug.uri)
    reader.start(heard.put, states.put)
    assert states.get(timeout=PATIENCE) is ReaderState.READY
    try:
        for turn in range(40):
            plug.says(b"\r")  # from here on nothing is the rest of what came before
            sent = [chance.choice(CODES) for _ in range(25)]
            for code in sent:
                noise = chance.randbytes(chance.randint(0, 60)).translate(None, bytes(range(0x80)))
                plug.says(noise + b"\r" + code.encode() + chance.choice(ENDS))
            plug.says(f"TURN-{turn}\r".encode())
            assert [heard.get(timeout=PATIENCE) for _ in (*sent, turn)] == [*sent, f"TURN-{turn}"]
            if turn % 10 == 9:
                plug.says(b"MP-02")
                plug.pull_out()
                assert states.get(timeout=PATIENCE) is ReaderState.WAITING
                plug.plug_in()
                assert states.get(timeout=PATIENCE) is ReaderState.READY
    finally:
        reader.stop()
        plug.pull_out()
    assert heard.empty()


def test_it_can_be_stopped_at_once_while_it_waits_for_its_scanner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(serial_reader, "FIRST_RETRY_SECONDS", 3_600.0)
    states: queue.Queue[ReaderState] = queue.Queue()
    reader = open_reader(f"serial:{tmp_path / 'nothing'}")
    reader.start(lambda _: None, states.put)
    assert states.get(timeout=PATIENCE) is ReaderState.WAITING
    reader.stop()
    assert not reader._thread.is_alive()


def test_who_stopped_it_is_told_nothing_though_the_port_still_opens(monkeypatch: pytest.MonkeyPatch):
    """Some ports take their time: nobody waits for those, and nothing is heard of them later."""
    monkeypatch.setattr(serial_reader, "LEAVING_SECONDS", 0.0)
    opening, go_on = threading.Event(), threading.Event()
    told: list[object] = []

    class SlowPort(PlayedLine):
        def open(self, *, reading_seconds: float, writing_seconds: float) -> PlayedLine:
            opening.set()
            assert go_on.wait(PATIENCE)
            return super().open(reading_seconds=reading_seconds, writing_seconds=writing_seconds)

    reader = SerialReader(cast("SerialPort", SlowPort([b"\rMP-027\r", b"MP-027\r"])))
    reader.start(told.append, told.append)
    assert opening.wait(PATIENCE)
    reader.stop()
    go_on.set()
    reader._thread.join(PATIENCE)
    assert told == []
