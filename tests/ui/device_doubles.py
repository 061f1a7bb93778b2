"""Devices on a line of their own, as a test plays them."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from pos.hardware.interfaces import DeviceUnavailable, PrinterTrouble, ReaderState


@dataclass
class PlayedReader:
    """A scanner whose thread is the test's."""

    running: bool = False
    _heard: Callable[[str], None] = lambda _: None
    _changed: Callable[[ReaderState], None] = lambda _: None

    def start(self, heard: Callable[[str], None], changed: Callable[[ReaderState], None]) -> None:
        self.running, self._heard, self._changed = True, heard, changed
        self.becomes(ReaderState.READY)

    def stop(self) -> None:
        self.running = False

    def reads(self, *codes: str) -> None:
        """The codes, from a thread of its own as a real one has it."""
        self._apart(lambda: [self._heard(code) for code in codes])

    def becomes(self, state: ReaderState) -> None:
        self._apart(lambda: self._changed(state))

    @staticmethod
    def _apart(act: Callable[[], object]) -> None:
        thread = threading.Thread(target=act)
        thread.start()
        thread.join()


@dataclass
class PlayedDrawer:
    """Counts how often it opened."""

    fails: bool = False
    opened: int = 0

    def open(self) -> None:
        if self.fails:
            raise DeviceUnavailable(PrinterTrouble.NOT_FOUND, "serial:COM9")
        self.opened += 1


@dataclass
class PlayedPole:
    """Keeps what it showed."""

    fails: bool = False
    shown: list[tuple[str, str]] = field(default_factory=list)
    closed: bool = False

    def show(self, upper: str, lower: str) -> None:
        if self.fails:
            raise DeviceUnavailable(PrinterTrouble.NOT_FOUND, "serial:COM8")
        self.shown.append((upper, lower))

    def close(self) -> None:
        self.closed = True


class OneAtATime:
    """A line that only one pole has open at a time."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, str]] = []
        self.held_by: PoleAtLine | None = None

    def pole(self) -> "PoleAtLine":
        return PoleAtLine(self)


class PoleAtLine:
    """Takes the line as it shows something for the first time."""

    def __init__(self, line: OneAtATime) -> None:
        self._line = line

    def show(self, upper: str, lower: str) -> None:
        if self._line.held_by not in {None, self}:
            raise DeviceUnavailable(PrinterTrouble.REFUSED, "serial:COM8")
        self._line.held_by = self
        self._line.shown.append((upper, lower))

    def close(self) -> None:
        if self._line.held_by is self:
            self._line.held_by = None
