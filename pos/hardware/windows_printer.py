"""A printer of Windows: `win:QUEUE`, through its spooler, which gives the job to the printer as it is ("RAW")."""

import contextlib
import sys
from collections.abc import Iterator
from typing import Any

from pos.hardware.interfaces import FoundPrinter, PrinterStatus, PrinterTrouble, PrinterUnavailable
from pos.hardware.printer_line import refuse_unready
from pos.hardware.usb_devices import told

Spooler = Any
"""pywin32's module win32print, which has no types."""

PAUSED, FAULTY, PAPER_OUT, OFFLINE = 0x1, 0x2 | 0x8 | 0x40000 | 0x100000, 0x10 | 0x40, 0x80 | 0x1000
COVER_OPEN = 0x400000
"""Bits of a printer's state (PRINTER_STATUS_…): an error, a jam, no memory and somebody being needed are faults."""
WORKS_OFFLINE = 0x400
"""The attribute of a printer whose plug is out: Windows would keep the job until it is in again."""


def windows_spooler() -> Spooler:
    """The system's spooler; None where this is no Windows."""
    if sys.platform == "win32":
        import win32print  # type: ignore[import-untyped]  # it has none  # it is on Windows alone

        return win32print
    return None


class WindowsPrinter:
    """Hands each job to the spooler."""

    def __init__(self, uri: str, queue: str, spooler: Spooler) -> None:
        """`spooler` is None where there is none."""
        self.uri = uri
        self.queue = queue
        self._spooler = spooler

    def send(self, data: bytes) -> None:
        """Give the job to the spooler; raises `PrinterUnavailable`, also where it would only keep it."""
        begun = False
        with self._opened() as printer:
            self._refuse(self._state(printer))
            try:
                self._spooler.StartDocPrinter(printer, 1, ("Qhatu", None, "RAW"))
                self._spooler.StartPagePrinter(printer)
                begun = True
                self._write(printer, data)
                self._spooler.EndPagePrinter(printer)
                self._spooler.EndDocPrinter(printer)
            except Exception as error:
                # What pywin32 raises is no OSError. Windows may have begun to print what it has so far.
                reason = PrinterTrouble.BROKE_OFF if begun else _trouble(error)
                self._throw_away(printer)
                raise PrinterUnavailable(reason, self.uri, begun=begun) from error

    def status(self) -> PrinterStatus | None:
        """What Windows says of the printer; raises `PrinterUnavailable`."""
        with self._opened() as printer:
            state, attributes = self._state(printer)
        return PrinterStatus(
            offline=bool(state & (OFFLINE | PAUSED) or attributes & WORKS_OFFLINE),
            cover_open=bool(state & COVER_OPEN),
            paper_out=bool(state & PAPER_OUT),
            fault=bool(state & FAULTY),
        )

    def _refuse(self, state: tuple[int, int]) -> None:
        bits, attributes = state
        refuse_unready(PrinterStatus(cover_open=bool(bits & COVER_OPEN), paper_out=bool(bits & PAPER_OUT)), self.uri)
        if bits & OFFLINE or attributes & WORKS_OFFLINE:
            raise PrinterUnavailable(PrinterTrouble.NOT_FOUND, self.uri, begun=False)
        if bits & PAUSED:
            raise PrinterUnavailable(PrinterTrouble.REFUSED, self.uri, begun=False)

    @contextlib.contextmanager
    def _opened(self) -> Iterator[Any]:
        if self._spooler is None:
            raise PrinterUnavailable(PrinterTrouble.NOT_FOUND, self.uri, begun=False)
        try:
            printer = self._spooler.OpenPrinter(self.queue)
        except Exception as error:
            raise PrinterUnavailable(_trouble(error), self.uri, begun=False) from error
        try:
            yield printer
        finally:
            self._spooler.ClosePrinter(printer)

    def _state(self, printer: Any) -> tuple[int, int]:  # noqa: ANN401 - a handle of Windows
        try:
            told = self._spooler.GetPrinter(printer, 2)
        except Exception as error:
            raise PrinterUnavailable(_trouble(error), self.uri, begun=False) from error
        return int(told["Status"]), int(told["Attributes"])

    def _write(self, printer: Any, data: bytes) -> None:  # noqa: ANN401
        rest = data
        while rest:
            taken = self._spooler.WritePrinter(printer, rest)
            if taken <= 0:
                raise OSError("the spooler takes nothing more")
            rest = rest[taken:]

    def _throw_away(self, printer: Any) -> None:  # noqa: ANN401
        """Let the spooler forget what it has of the job."""
        with contextlib.suppress(Exception):  # the job has failed already, and that is what is told
            self._spooler.AbortPrinter(printer)


_TROUBLES = {5: PrinterTrouble.NOT_ALLOWED, 112: PrinterTrouble.FULL, 1722: PrinterTrouble.REFUSED}
"""Access denied, no room on the disk, the spooler's service is not running."""


def _trouble(error: Exception) -> PrinterTrouble:
    return _TROUBLES.get(getattr(error, "winerror", 0), PrinterTrouble.NOT_FOUND)


def windows_printer(uri: str) -> WindowsPrinter:
    """The printer of such a URI, by the name that Windows shows."""
    return WindowsPrinter(uri, uri.removeprefix("win:"), windows_spooler())


def windows_queues(spooler: Spooler) -> tuple[FoundPrinter, ...]:
    """The printers of Windows, without those that only make files."""
    local_and_connected = 0x2 | 0x4
    return tuple(
        FoundPrinter(f"win:{printer['pPrinterName']}", told(printer["pPrinterName"]), told(printer["pDriverName"]))
        for printer in spooler.EnumPrinters(local_and_connected, None, 2)
        if printer["pPrinterName"].isprintable()
        and printer["pPortName"].casefold() not in {"portprompt:", "nul:", "shrfax:", "xpsport:"}
    )
