"""Where and when the window's tests take place, and stand-ins for what can fail: the disk and the printer."""

import threading
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, timezone

from pos.domain.basket import Basket
from pos.domain.tenders import Tender
from pos.hardware.interfaces import FoundPort, FoundPrinter, PrinterStatus, PrinterTrouble, PrinterUnavailable, Sound
from pos.services.acts import Act
from pos.services.selling import Selling, Sold
from pos.storage.database import BooksUnavailable

CHRISTMAS_FAIR = "LPZ-NAV-26"
PIN = "7391"
"""Everybody's at the stall."""
PATIENCE = 60_000
"""How many milliseconds a test waits for what should be there at once, on a machine that has much else to do."""
LA_PAZ = timezone(timedelta(hours=-4))


class StandingClock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.at = datetime(2026, 12, 5, 11, 0, tzinfo=LA_PAZ)

    def now(self) -> datetime:
        return self.at


class RecordingSpeaker:
    """Is silent, and keeps what it should have played."""

    def __init__(self) -> None:
        self.played: list[Sound] = []

    def play(self, sound: Sound) -> None:
        self.played.append(sound)

    def stop(self) -> None:
        pass


class FixedAttached:
    """What hangs on the laptop, whatever really does."""

    def __init__(self, printers: Sequence[FoundPrinter] = (), ports: Sequence[FoundPort] = ()) -> None:
        self.found_printers, self.found_ports = tuple(printers), tuple(ports)

    def printers(self) -> tuple[FoundPrinter, ...]:
        return self.found_printers

    def ports(self) -> tuple[FoundPort, ...]:
        return self.found_ports


class FailingDisk:
    """Sells through the real service, but says at first that the disk failed: before the sale was kept, or after."""

    def __init__(self, selling: Selling, *, kept: bool) -> None:
        self._selling = selling
        self._kept = kept
        self._failed = False

    def finish(self, act: Act, basket: Basket, tenders: Sequence[Tender] | None = None, *, paper: bool = True) -> Sold:
        if self._failed:
            return self._selling.finish(act, basket, tenders, paper=paper)
        self._failed = True
        if self._kept:
            self._selling.finish(act, basket, tenders, paper=paper)
        raise BooksUnavailable("full")


class ScriptedPrinter:
    """Keeps what it printed; each job asks `answer` first, which may raise or wait."""

    def __init__(self, answer: Callable[[], None] = lambda: None) -> None:
        self.answer = answer
        self.printed: list[bytes] = []

    def send(self, data: bytes) -> None:
        self.answer()
        if data.strip(b"\0") != b"\x1b@":  # a reset prints nothing
            self.printed.append(data)

    def status(self) -> PrinterStatus | None:
        self.answer()
        return None


def failing(reason: PrinterTrouble, *, begun: bool = False) -> Callable[[], None]:
    """An answer that is always this trouble; `begun` where some of the job may be on paper."""

    def answer() -> None:
        raise PrinterUnavailable(reason, "tcp://127.0.0.1:9100", begun=begun)

    return answer


class Gate:
    """Holds a printer until it is opened; a test that forgets to is held for no longer than a minute."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self.reached = threading.Event()

    def wait(self) -> None:
        self.reached.set()
        assert self._open.wait(60), "nobody opened the gate"

    def open(self) -> None:
        self._open.set()
