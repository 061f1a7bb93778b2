"""What the program asks of each kind of device, and how a device says that it can't."""

from collections.abc import Callable
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
    PAPER_OUT = "paper-out"
    """It says that it has no paper; it was given nothing."""
    COVER_OPEN = "cover-open"
    """It says that its cover is open; it was given nothing."""
    AMBIGUOUS = "ambiguous"
    """The address names two printers that are alike; neither was given anything."""


PRINTER_URIS = (
    "usb:auto",
    "usb:VID:PID[:SERIAL]",
    "usb:VID:PID@BUS-PORT",
    "serial:PORT?baud=9600",
    "tcp://HOST:PORT",
    "cups:QUEUE",
    "win:QUEUE",
    "file:PATH",
)
"""How a printer's address is written."""


class BadPrinterUri(ValueError):
    """`uri` is no printer's address; `expected` shows what one looks like."""

    def __init__(self, uri: str) -> None:
        self.uri = uri
        self.expected = PRINTER_URIS
        super().__init__(f"{uri!r} is no printer's address; write one of {', '.join(self.expected)}")


class PrinterUnavailable(Exception):
    """The job was not printed, or not as a whole. `uri` names the printer, `reason` says what is the matter.

    `begun` tells whether any of the job may have reached the printer, and so the paper.
    """

    def __init__(self, reason: PrinterTrouble, uri: str, *, begun: bool) -> None:
        super().__init__(f"{uri}: {reason}")
        self.reason = reason
        self.uri = uri
        self.begun = begun


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """What a printer says of itself (DLE EOT of ESC/POS)."""

    offline: bool = False
    cover_open: bool = False
    paper_low: bool = False
    paper_out: bool = False
    fault: bool = False
    """Its knife is stuck, it is too hot, or it has some other trouble that it does not name."""


class Printer(Protocol):
    """Takes whole print jobs, in the printer's own language."""

    def send(self, data: bytes) -> None:
        """Deliver one job; returns once the printer has taken all of it.

        Raises `PrinterUnavailable` otherwise. Blocks for as long as the driver's timeouts allow.
        """
        ...

    def status(self) -> PrinterStatus | None:
        """How it is; None where it does not say, which is no fault: many never do.

        Raises `PrinterUnavailable` where it can't be reached.
        """
        ...


@dataclass(frozen=True, slots=True)
class FoundPrinter:
    """A printer that is attached or known to the system: the address to print to, and what it calls itself."""

    uri: str
    name: str
    model: str = ""
    """What the maker calls the model, to find its profile by; empty where it does not say."""


@dataclass(frozen=True, slots=True)
class FoundPort:
    """A serial port, and what hangs on it as far as the system knows."""

    port: str
    name: str


class Attached(Protocol):
    """Looks what hangs on this laptop. Each may take seconds, so nothing that a person waits for calls it."""

    def printers(self) -> tuple[FoundPrinter, ...]:
        """Printers at USB (class 7) and the queues of the system's spooler."""
        ...

    def ports(self) -> tuple[FoundPort, ...]:
        """Serial ports."""
        ...


class Lack(StrEnum):
    """What a system may lack of what some devices need."""

    LIBUSB = "libusb"
    """The library that reaches printers on USB where the kernel's own driver does not."""
    CUPS = "cups"
    """The system's spooler: only queues of it need that."""
    USB_RIGHT = "usb-right"
    """A printer on USB is there, and this person may not write to it."""
    SERIAL_RIGHT = "serial-right"
    """As `USB_RIGHT`, for a serial port."""
    CAMERA = "camera"
    """The extra that reads codes with a camera."""


class ReaderState(StrEnum):
    """How a scanner with a wire of its own is."""

    WAITING = "waiting"
    """It is not there, or went away; it is taken again as soon as it comes back."""
    READY = "ready"
    NOT_ALLOWED = "not-allowed"
    """Its port may not be opened by this person."""
    MISSING = "missing"
    """What a camera needs is not installed."""


class CodeReader(Protocol):
    """A scanner that does not type: it hangs on a serial line. It works in a thread of its own until it is stopped."""

    def start(self, heard: Callable[[str], None], changed: Callable[[ReaderState], None]) -> None:
        """Begin; `heard` gets each whole code, `changed` each new state, both on the reader's thread."""
        ...

    def stop(self) -> None:
        """Close the line; comes back when nothing is called any more."""
        ...


class DeviceUnavailable(Exception):
    """A drawer or a pole display could not be reached at `uri`."""

    def __init__(self, reason: PrinterTrouble, uri: str) -> None:
        super().__init__(f"{uri}: {reason}")
        self.reason = reason
        self.uri = uri


class PoleDisplay(Protocol):
    """Two lines of 20 characters towards the buyer."""

    def show(self, upper: str, lower: str) -> None:
        """Show these; longer lines are cut. Raises `DeviceUnavailable`. Blocks as long as the line takes."""
        ...

    def close(self) -> None:
        """Let go of the line."""
        ...


class CashDrawer(Protocol):
    """A drawer that hangs on a line of its own rather than on the printer."""

    def open(self) -> None:
        """Let it spring open. Raises `DeviceUnavailable`."""
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
