"""A cash drawer that hangs on a serial line of its own: `serial:PORT?baud=…`.

There are two makes of boxes that open one: those that open at a BEL, and those that understand a receipt printer's
pulse. Either takes no notice of what the other is told, so both are told.
"""

import time
from typing import TYPE_CHECKING

from pos.hardware.interfaces import DeviceUnavailable, PrinterTrouble
from pos.hardware.serial_port import SerialPort, trouble_of

if TYPE_CHECKING:  # loaded with the port that is opened
    from serial import Serial

PULSE = b"\x07\x1bp\x00\x32\xfa"
"""BEL; and ESC p 0 50 250, which is 100 ms on pin 2 and half a second of rest."""
WRITING_SECONDS = 2.0
_LOOKING_SECONDS = 0.02


class SerialDrawer:
    """Opens the port for each time."""

    def __init__(self, uri: str, port: SerialPort) -> None:
        self._uri = uri
        self._port = port

    def open(self) -> None:
        """Let it spring open; raises `DeviceUnavailable`."""
        try:
            with self._port.open(reading_seconds=_LOOKING_SECONDS, writing_seconds=WRITING_SECONDS) as line:
                line.write(PULSE)
                if not _has_left(line):
                    line.reset_output_buffer()  # or it would open whenever the box may be told again
                    raise DeviceUnavailable(PrinterTrouble.SILENT, self._uri)
        except OSError as error:
            raise DeviceUnavailable(trouble_of(error), self._uri) from error


def _has_left(line: "Serial") -> bool:
    """Whether all is sent, waited for no longer than a box may say that it takes nothing just now."""
    end = time.monotonic() + WRITING_SECONDS
    while line.out_waiting:
        if time.monotonic() >= end:
            return False
        line.read(1)  # waits a little
    return True
