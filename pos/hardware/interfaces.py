"""What the program asks of each kind of device, and how a device says that it can't."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class PrinterTrouble(StrEnum):
    """Why a printer did not take a job, told apart by what a person does about it."""

    NOT_FOUND = "not-found"
    """Nothing answers at that address, or there is no such folder: check the address, the cable, the network."""
    REFUSED = "refused"
    """The machine is there and turns us away: the printer is busy with another till, or the port is wrong."""
    SILENT = "silent"
    """It neither takes the job nor says no: it is switched off, out of paper, or its cover is open."""
    BROKE_OFF = "broke-off"
    """It took a part of the job and then hung up: part of the paper may be printed."""
    NOT_ALLOWED = "not-allowed"
    """The file or device may not be written by this person."""
    FULL = "full"
    """There is no room left on the disk."""


class BadPrinterUri(ValueError):
    """`uri` is no printer's address; `expected` shows what one looks like."""

    def __init__(self, uri: str) -> None:
        self.uri = uri
        self.expected = ("file:PATH", "tcp://HOST:PORT")
        super().__init__(f"{uri!r} is no printer's address; write {' or '.join(self.expected)}")


class PrinterUnavailable(Exception):
    """The job was not printed, or not as a whole. `uri` names the printer, `reason` says what is the matter."""

    def __init__(self, reason: PrinterTrouble, uri: str) -> None:
        super().__init__(f"{uri}: {reason}")
        self.reason = reason
        self.uri = uri


class Printer(Protocol):
    """Takes whole print jobs, in the printer's own language."""

    def send(self, data: bytes) -> None:
        """Deliver one job; returns once the printer has taken all of it.

        Raises `PrinterUnavailable` otherwise. Blocks for as long as the driver's timeouts allow.
        """
        ...


class Sound(StrEnum):
    """What the till says without words; also the name of its file."""

    TAKEN = "taken"
    """A code was taken: short and high."""
    REFUSED = "refused"
    """Look at the screen: long, low, twice."""
    SOLD = "sold"
    """The sale is on disk: two notes that rise."""


class Speaker(Protocol):
    """Makes the till heard. Nothing waits for it, and nothing fails with it."""

    def play(self, sound: Sound) -> None:
        """Begin to play; comes back at once."""
        ...

    def stop(self) -> None:
        """Play nothing any more; comes back when nothing is playing."""
        ...


@dataclass(frozen=True, slots=True)
class Charge:
    """How full a laptop's battery is, in percent, and whether it hangs on the mains."""

    percent: int
    plugged: bool


class Battery(Protocol):
    """Tells how long the laptop will last."""

    def charge(self) -> Charge | None:
        """The charge now; None where there is no battery or it can't be read."""
        ...
