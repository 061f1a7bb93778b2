"""How each device of the till is: judged in one place, for the set-up page and for `pos doctor`.

Asking a device takes as long as its driver may take, so nothing that a person waits for calls it.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from pos.hardware.interfaces import (
    Attached,
    CashDrawer,
    CodeReader,
    DeviceUnavailable,
    FoundPort,
    FoundPrinter,
    Lack,
    PoleDisplay,
    Printer,
    PrinterStatus,
    PrinterTrouble,
    PrinterUnavailable,
    ReaderState,
)
from pos.logs import log_fault
from pos.services.printer_needs import need_of
from pos.settings import Settings

SERIAL = "serial:"
ANSWER_SECONDS = 3.0
"""How long a serial port may take to be opened."""


class Device(StrEnum):
    """What a till may have."""

    PRINTER = "printer"
    BACKUP = "backup"
    SCANNER = "scanner"
    DRAWER = "drawer"
    SCREEN = "screen"
    POLE = "pole"


PRINTERS = frozenset({Device.PRINTER, Device.BACKUP})


class Condition(StrEnum):
    """How a device is, as far as somebody has to care."""

    UNSET = "unset"
    """There is none, and none is missed."""
    UNTRIED = "untried"
    """It is set up; nothing tells how it is before it is tried."""
    READY = "ready"
    WARN = "warn"
    """It works for now, or would if something else did."""
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Judged:
    """How a device is, and the code under which `equipment_words` says why and what to do."""

    condition: Condition
    code: str


@dataclass(frozen=True, slots=True)
class Trial:
    """How a device was found at a moment; `tested` where it was made to do something, rather than asked."""

    at: datetime
    judged: Judged
    tested: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What hangs on the laptop."""

    printers: tuple[FoundPrinter, ...] = ()
    ports: tuple[FoundPort, ...] = ()


class DeviceSource(Protocol):
    """What opens the devices; a desk is one."""

    @property
    def attached(self) -> Attached:
        """What looks for them."""
        ...

    @property
    def open_printer(self) -> Callable[[str], Printer]:
        """As in `Desk`; so are the next three."""
        ...

    @property
    def open_reader(self) -> Callable[[str], CodeReader]:
        """A scanner."""
        ...

    @property
    def open_pole(self) -> Callable[[str], PoleDisplay]:
        """A pole display."""
        ...

    @property
    def open_drawer(self) -> Callable[[str], CashDrawer]:
        """A drawer on a line of its own."""
        ...


@dataclass(frozen=True, slots=True)
class Devices:
    """What opens the devices where there are no books, and so no desk."""

    attached: Attached
    open_printer: Callable[[str], Printer]
    open_reader: Callable[[str], CodeReader]
    open_pole: Callable[[str], PoleDisplay]
    open_drawer: Callable[[str], CashDrawer]
    lacks: Callable[[], tuple[Lack, ...]]
    """What the system lacks that some devices need."""


def uri_of(device: Device, settings: Settings) -> str:
    """Where the settings say that a device is; empty where there is none."""
    return {
        Device.PRINTER: settings.printer,
        Device.BACKUP: settings.backup_printer,
        Device.SCANNER: settings.scanner,
        Device.DRAWER: settings.drawer,
        Device.SCREEN: settings.customer_screen,
        Device.POLE: settings.pole,
    }[device]


UNSET = Judged(Condition.UNSET, "unset")


def judge_printer(uri: str, *, reason: str = "", says_ready: bool = False, paper_low: bool = False) -> Judged:
    """A printer by why it fails, if it does, and by what it says of itself."""
    if not uri:
        return UNSET
    if reason:
        return Judged(Condition.BAD, reason)
    if paper_low:
        return Judged(Condition.WARN, "paper-low")
    return Judged(Condition.READY, "ready") if says_ready else Judged(Condition.UNTRIED, "untried")


def judge_reader(uri: str, state: ReaderState | None, *, heard: bool) -> Judged:
    """A scanner, by its line's state where it has a line of its own, and by whether a code of it was read."""
    if uri and state is ReaderState.NOT_ALLOWED:
        return Judged(Condition.BAD, "not-allowed")
    if uri and state is ReaderState.MISSING:
        return Judged(Condition.BAD, "scanner-part-missing")
    if uri and state is not ReaderState.READY:
        return Judged(Condition.BAD, "scanner-away")
    if heard:
        return Judged(Condition.READY, "scanner-heard")
    return Judged(Condition.READY, "scanner-there") if uri else Judged(Condition.UNTRIED, "scanner-types")


def judge_drawer(settings: Settings, printer: Judged, last: Judged | None) -> Judged:
    """A drawer, by how the printer is that it hangs on, and by how it was when it was tried last."""
    if not settings.drawer:
        return UNSET
    if settings.drawer.startswith(SERIAL):
        return last or Judged(Condition.UNTRIED, "drawer-alone")
    if printer.condition is Condition.UNSET:
        return Judged(Condition.UNSET, "drawer-without-printer")
    if printer.condition is Condition.BAD:
        return Judged(Condition.WARN, "drawer-printer-fails")
    return last or Judged(Condition.UNTRIED, "drawer-on-printer")


class Equipment:
    """The devices that some settings name. Its methods block, and raise nothing: what fails is what they tell."""

    def __init__(self, settings: Settings, source: DeviceSource) -> None:
        self._settings = settings
        self._source = source

    def look(self) -> Found:
        """What hangs on the laptop."""
        return Found(self._source.attached.printers(), self._source.attached.ports())

    def ask_printer(self, uri: str) -> Judged:
        """How a printer is, without printing."""
        if not uri:
            return UNSET

        def ask() -> Judged:
            status = self._source.open_printer(uri).status()
            said = self._judged(uri, status)
            return Judged(Condition.UNTRIED, "reached") if said.code == "untried" else said

        return _tried(ask)

    def print_on(self, uri: str, job: Callable[[], bytes]) -> Judged:
        """Print what `job` makes; it is ready where it took all of that and says nothing else."""
        if not uri:
            return UNSET

        def print_it() -> Judged:
            printer = self._source.open_printer(uri)
            printer.send(job())
            said = self._judged(uri, _said(printer))
            return Judged(Condition.READY, "ready") if said.code == "untried" else said

        return _tried(print_it)

    def open_drawer(self, pulse: Callable[[], bytes]) -> Judged:
        """Let the drawer spring open, by the printer's `pulse` or on its own line; whether it did, only eyes tell."""
        uri = self._settings.drawer
        if not uri:
            return UNSET
        if not uri.startswith(SERIAL):
            printed = self.print_on(self._settings.printer, pulse)
            fails = printed.condition in {Condition.BAD, Condition.UNSET}
            return judge_drawer(
                self._settings, printed, None if fails else Judged(Condition.READY, "drawer-on-printer")
            )

        def open_it() -> Judged:
            self._source.open_drawer(uri).open()
            return Judged(Condition.READY, "drawer-alone")

        return _tried(open_it)

    def show_on_pole(self, upper: str, lower: str) -> Judged:
        """Show two lines on the pole; its line is closed afterwards."""
        uri = self._settings.pole
        if not uri:
            return UNSET

        def show() -> Judged:
            pole = self._source.open_pole(uri)
            try:
                pole.show(upper, lower)
            finally:
                pole.close()
            return Judged(Condition.READY, "pole-shows")

        return _tried(show)

    def ask_port(self, uri: str) -> Judged:
        """Whether a serial port can be opened, and so whether something hangs there; nothing is sent to it."""
        if not uri:
            return UNSET
        told: list[ReaderState] = []
        news = threading.Event()

        def note(state: ReaderState) -> None:
            told.append(state)
            news.set()

        def ask() -> Judged:
            reader = self._source.open_reader(uri)
            reader.start(lambda _: None, note)
            try:
                news.wait(ANSWER_SECONDS)
            finally:
                reader.stop()
            if ReaderState.READY in told:
                return Judged(Condition.READY, "port-there")
            away = ReaderState.NOT_ALLOWED not in told
            return Judged(Condition.BAD, "port-not-found" if away else "not-allowed")

        return _tried(ask)

    def _judged(self, uri: str, status: PrinterStatus | None) -> Judged:
        low = status is not None and status.paper_low
        return judge_printer(uri, reason=need_of(status) or "", says_ready=status is not None, paper_low=low)


def _said(printer: Printer) -> PrinterStatus | None:
    try:
        return printer.status()
    except PrinterUnavailable:  # it took the job, which is more than that it does not say how it is now
        return None


def _tried(act: Callable[[], Judged]) -> Judged:
    try:
        return act()
    except PrinterUnavailable as trouble:
        return Judged(Condition.BAD, trouble.reason)
    except DeviceUnavailable as trouble:
        return port_trouble(trouble.reason)
    except ValueError:  # only the driver knows what an address looks like
        return Judged(Condition.BAD, "bad-address")
    except Exception as fault:  # noqa: BLE001 - a driver's own fault: it is in the log, and the device does not work
        log_fault(fault)
        return Judged(Condition.BAD, "fault")


def port_trouble(reason: PrinterTrouble) -> Judged:
    """A device on a serial line that could not be reached."""
    known = {PrinterTrouble.NOT_ALLOWED: "not-allowed", PrinterTrouble.REFUSED: "port-refused"}
    return Judged(Condition.BAD, known.get(reason, "port-not-found"))


class Trials:
    """What was found and tried since the program was started, by device and address: a window made anew knows it."""

    def __init__(self) -> None:
        self.found: Found | None = None
        """None until somebody looked."""
        self.heard = False
        """Whether a code was scanned."""
        self._last: dict[tuple[Device, str], Trial] = {}
        self._tests: dict[tuple[Device, str], Trial] = {}

    def note(self, device: Device, uri: str, trial: Trial) -> None:
        """Keep how it was found."""
        self._last[device, uri] = trial
        if trial.tested:
            self._tests[device, uri] = trial

    def forget(self, device: Device) -> None:
        """Something newer is known of it; when it was tried stays."""
        self._last = {key: trial for key, trial in self._last.items() if key[0] is not device}

    def last(self, device: Device, uri: str) -> Trial | None:
        """How it was found last."""
        return self._last.get((device, uri))

    def last_test(self, device: Device, uri: str) -> Trial | None:
        """How it did what it was last made to do."""
        return self._tests.get((device, uri))
