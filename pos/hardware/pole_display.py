"""A display of two lines of twenty signs on a serial line, as tills have them on a pole: `serial:PORT?baud=…`.

It gets what nearly all of these displays understand: ESC @ makes it ready, FF clears it, and forty letters fill both
lines, for after the twentieth it goes on in the second one. Letters are those of code page 437, which they start in.
"""

import contextlib
from typing import TYPE_CHECKING

from pos.hardware.interfaces import DeviceUnavailable
from pos.hardware.serial_port import SerialPort, trouble_of

if TYPE_CHECKING:  # loaded with the first port that is opened
    from serial import Serial

COLUMNS = 20
WRITING_SECONDS = 2.0
_READY, _CLEAR = b"\x1b@", b"\x0c"
_PLAINER = str.maketrans("ÁÍÓÚÀÂÃÊÈÔÕ€’“”–−\u00a0", 'AIOUAAAEEOOE\'""-- ')
"""Signs that the page lacks, as they are read without it."""


class SerialPole:
    """Keeps the line open, since some displays go dark when it closes."""

    def __init__(self, uri: str, port: SerialPort) -> None:
        self._uri = uri
        self._port = port
        self._line: Serial | None = None

    def show(self, upper: str, lower: str) -> None:
        """Show these two lines; raises `DeviceUnavailable`."""
        try:
            self._opened().write(_CLEAR + _line(upper) + _line(lower))
        except OSError as error:
            self.close()
            raise DeviceUnavailable(trouble_of(error), self._uri) from error

    def close(self) -> None:
        """Let go of the line."""
        line, self._line = self._line, None
        if line is not None:
            with contextlib.suppress(OSError):  # a port that went away can't be closed any better
                line.close()

    def _opened(self) -> "Serial":
        if self._line is None:
            self._line = self._port.open(reading_seconds=0, writing_seconds=WRITING_SECONDS)
            self._line.write(_READY)
        return self._line


def _line(text: str) -> bytes:
    """Twenty signs, none of which the display could take for a command."""
    letters = text.translate(_PLAINER).encode("cp437", errors="replace")
    return bytes(max(sign, 32) for sign in letters)[:COLUMNS].ljust(COLUMNS)
