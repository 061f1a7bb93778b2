"""Stand-ins for what is at the other end of a line: a printer that follows a script, and one behind a real pty."""

import os
import select
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self

from pos.hardware.interfaces import PrinterTrouble, PrinterUnavailable

QUESTION = b"\x10\x04"
WELL = {1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12}
"""What a printer answers that is on, has paper, and its cover closed."""


def trouble_of(act: Callable[[], object]) -> tuple[PrinterTrouble, bool]:
    """Why a printer did not take what it was given, and whether some of it may be on paper."""
    try:
        act()
    except PrinterUnavailable as unavailable:
        return unavailable.reason, unavailable.begun
    raise AssertionError("it took the job")


@dataclass
class ScriptedLine:
    """Says after each question what the script says for it; takes what it is given, `at_once` bytes at a time."""

    script: dict[int, bytes]
    at_once: int = 1 << 20
    takes: int = 1 << 30
    """After so many bytes of a job it takes no more."""
    breaks: OSError | None = None
    """What happens then in place of silence."""
    taken: bytearray = field(default_factory=bytearray)
    asked: list[int] = field(default_factory=list)
    closed: int = 0
    _says: bytes = b""

    def write(self, data: memoryview, seconds: float) -> int:
        if bytes(data[:2]) == QUESTION:
            self.asked.append(data[2])
            self._says += self.script.get(data[2], b"")
            return 3
        some = bytes(data[: min(self.at_once, self.takes - len(self.taken))])
        if not some:
            raise self.breaks or TimeoutError
        self.taken += some
        return len(some)

    def read(self, seconds: float) -> bytes:
        said, self._says = self._says[:64], self._says[64:]
        return said

    def finish(self, seconds: float) -> None:
        pass

    def close(self) -> None:
        self.closed += 1


class PtyPrinter:
    """A printer at the end of a real terminal line: it reads in a thread of its own, and answers what it is asked."""

    def __init__(self, answers: dict[int, int] | None = None, *, dies_after: int | None = None) -> None:
        """`answers` is by question; after `dies_after` bytes of a job it is unplugged."""
        import tty  # there is none on Windows

        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self._stop_heard, self._stop = os.pipe()
        self.path = os.ttyname(self._slave)
        self._answers = answers or {}
        self._dies_after = dies_after
        self._job = bytearray()
        self._more = threading.Condition()
        self._thread = threading.Thread(target=self._run)
        self.asked: list[int] = []

    def job(self, size: int) -> bytes:
        """What was printed, once it is so many bytes."""
        with self._more:
            assert self._more.wait_for(lambda: len(self._job) >= size, 30), bytes(self._job)
        return bytes(self._job)

    def _run(self) -> None:
        while True:
            heard, _, _ = select.select([self._master, self._stop_heard], [], [])
            if self._stop_heard in heard:
                break
            self._hear(os.read(self._master, 1024))
            if self._dies_after is not None and len(self._job) >= self._dies_after:
                break
        os.close(self._master)

    def _hear(self, heard: bytes) -> None:
        while heard.startswith(QUESTION):
            self.asked.append(heard[2])
            if heard[2] in self._answers:
                os.write(self._master, bytes([self._answers[heard[2]]]))
            heard = heard[3:]
        with self._more:
            self._job += heard
            self._more.notify_all()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        os.write(self._stop, b".")
        self._thread.join(30)
        for end in (self._slave, self._stop, self._stop_heard):
            os.close(end)
