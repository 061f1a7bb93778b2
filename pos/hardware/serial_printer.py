"""A printer on a serial line: `serial:PORT?baud=…`, real or behind a USB adapter or Bluetooth."""

import contextlib
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from pos.hardware.interfaces import PrinterUnavailable
from pos.hardware.printer_line import TAKING_SECONDS, JobLine, LinePrinter, PartTaken
from pos.hardware.serial_port import SerialPort, trouble_of

if TYPE_CHECKING:  # loaded with the first port that is opened
    from serial import Serial

_PIECE = 256
"""Bytes that are written at once: a quarter of a second at 9600 baud, so that a printer that stops is soon noticed."""
_LOOKING_SECONDS = 0.02
"""How often is looked whether the printer says something, or the line is empty."""


class SerialPrinter(LinePrinter):
    """Opens the port for each job, and lets go of it when the last byte has left."""

    def __init__(self, uri: str, port: SerialPort, taking_seconds: float = TAKING_SECONDS) -> None:
        super().__init__(uri, taking_seconds)
        self.port = port

    def open_line(self) -> AbstractContextManager[JobLine]:
        """The port, open; raises `PrinterUnavailable`."""
        return self._opened()

    @contextlib.contextmanager
    def _opened(self) -> Iterator[JobLine]:
        try:
            line = self.port.open(reading_seconds=_LOOKING_SECONDS, writing_seconds=self._taking_seconds)
        except OSError as error:
            raise PrinterUnavailable(trouble_of(error), self.uri, begun=False) from error
        try:
            yield _SerialLine(line, self.port)
        finally:
            with contextlib.suppress(OSError):  # a port that went away in the middle can't be closed any better
                line.close()


class _SerialLine:
    """An open port as a line."""

    def __init__(self, line: "Serial", port: SerialPort) -> None:
        self._line = line
        self._port = port
        self._taken = False

    def write(self, data: memoryview, seconds: float) -> int:
        from serial import SerialTimeoutException

        if not self._taken:  # later on, the system itself waits for it
            self._wait_for_leave(seconds)
        piece = data[:_PIECE]
        try:
            self._line.write(piece)
        except SerialTimeoutException as error:  # it does not tell how many of these bytes went out
            raise PartTaken from error
        self._taken = True
        return len(piece)

    def read(self, seconds: float) -> bytes:
        # The port's own timeouts are left as they were when it was opened: to change one sets the whole port anew.
        end = time.monotonic() + seconds
        while not (heard := self._line.read(1)):
            if time.monotonic() >= end:
                return b""
        return heard + self._line.read(min(self._line.in_waiting, 255))

    def finish(self, seconds: float) -> None:
        """Wait until the system has nothing left to send, as long as it goes on getting less."""
        end = time.monotonic() + seconds
        left = self._line.out_waiting
        while left:
            if time.monotonic() >= end:
                raise TimeoutError
            self.read(0)  # waits a little; what it says meanwhile is of no use to anybody
            before, left = left, self._line.out_waiting
            if left < before:
                end = time.monotonic() + seconds

    def _may_write(self) -> bool:
        """Whether the printer says that it takes data, where it has a wire to say so."""
        try:
            return (not self._port.rtscts or self._line.cts) and (not self._port.dsrdtr or self._line.dsr)
        except OSError:  # a line without such wires, like Bluetooth's
            return True

    def _wait_for_leave(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while not self._may_write():
            if time.monotonic() >= end:
                raise TimeoutError
            self.read(0)
