"""Serial ports by their URI, `serial:PORT?baud=…`: how a port is set, and how it is opened."""

import errno
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from pos.hardware.interfaces import FoundPort, PrinterTrouble
from pos.hardware.usb_devices import told

if TYPE_CHECKING:  # loaded when the first port is opened: most tills have none
    from serial import Serial

BAUDS = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200, 230400)

LASTING_NAMES = Path("/dev/serial/by-id")
"""Where Linux gives ports names that stay with what hangs on them."""


class BadSerialUri(ValueError):
    """The text is no serial port's address."""


@dataclass(frozen=True, slots=True)
class SerialPort:
    """A port and how the device on it is set; without options it is 9600 baud, 8 bits, no parity, 1 stop bit.

    `rtscts`, `dsrdtr` and `xonxoff` are the ways in which a device says that it can take no more just now.
    """

    port: str
    baud: int = 9600
    bits: int = 8
    parity: str = "N"
    stop: int = 1
    rtscts: bool = False
    dsrdtr: bool = False
    xonxoff: bool = False

    def open(self, *, reading_seconds: float, writing_seconds: float) -> "Serial":
        """Open it for this program alone. Raises `OSError`; `trouble_of` says what is the matter."""
        from serial import Serial

        try:
            return self._opened(Serial, reading_seconds, writing_seconds)
        except OSError:
            raise
        except Exception as error:  # what termios raises is no OSError, nor what pyserial says of a rate it can't set
            raise OSError(errno.ENODEV, str(error)) from error

    def _opened(self, serial: type["Serial"], reading_seconds: float, writing_seconds: float) -> "Serial":
        return serial(
            self.port,
            self.baud,
            bytesize=self.bits,
            parity=self.parity,
            stopbits=self.stop,
            rtscts=self.rtscts,
            dsrdtr=self.dsrdtr,
            xonxoff=self.xonxoff,
            timeout=reading_seconds,
            write_timeout=writing_seconds,
            exclusive=True,
        )


def serial_port(uri: str) -> SerialPort:
    """The port of a URI like `serial:COM3?baud=19200&rtscts=1`; raises `BadSerialUri`.

    Options: `baud`, `bits` (7, 8), `parity` (N, E, O), `stop` (1, 2), and `rtscts`, `dsrdtr`, `xonxoff` (0, 1).
    """
    address, _, options = uri.partition("?")
    scheme, _, port = address.partition(":")
    if scheme != "serial" or not port or not uri.isprintable():
        raise BadSerialUri(uri)
    try:
        given = parse_qsl(options, keep_blank_values=True, strict_parsing=True) if options else []
    except ValueError as error:
        raise BadSerialUri(uri) from error
    chosen: dict[str, str] = {}
    for option, value in given:
        if option in chosen or value not in _VALUES.get(option, ()):
            raise BadSerialUri(uri)
        chosen[option] = value
    return SerialPort(
        port,
        baud=int(chosen.get("baud", "9600")),
        bits=int(chosen.get("bits", "8")),
        parity=chosen.get("parity", "N"),
        stop=int(chosen.get("stop", "1")),
        rtscts=chosen.get("rtscts") == "1",
        dsrdtr=chosen.get("dsrdtr") == "1",
        xonxoff=chosen.get("xonxoff") == "1",
    )


_VALUES = {
    "baud": tuple(map(str, BAUDS)),
    "bits": ("7", "8"),
    "parity": ("N", "E", "O"),
    "stop": ("1", "2"),
    "rtscts": ("0", "1"),
    "dsrdtr": ("0", "1"),
    "xonxoff": ("0", "1"),
}


def trouble_of(error: OSError) -> PrinterTrouble:
    """Why a port could not be opened, as pyserial tells it: on Windows it only does so in words."""
    number = error.errno
    if number is None and "PermissionError(" in str(error):
        # Windows denies access to a port that another program holds; any person may open a free one.
        return PrinterTrouble.REFUSED
    if number in {errno.EACCES, errno.EPERM}:
        return PrinterTrouble.NOT_ALLOWED
    if number in {errno.EBUSY, errno.EAGAIN, errno.EWOULDBLOCK}:
        return PrinterTrouble.REFUSED
    return PrinterTrouble.NOT_FOUND


def serial_ports(port_names: Path = LASTING_NAMES) -> tuple[FoundPort, ...]:
    """The serial ports, each by the name that stays the same when it is plugged in again, where there is one."""
    from serial.tools import list_ports  # only who looks for ports needs it

    lasting = {str(name.resolve()): str(name) for name in sorted(port_names.glob("*"))}
    return tuple(
        FoundPort(lasting.get(port.device, port.device), _port_name(port.device, port.product or port.description))
        for port in sorted(list_ports.comports(), key=lambda port: port.device)
    )


def _port_name(device: str, description: str | None) -> str:
    words = told(description)
    if words in {"", "n/a"}:
        return device
    return words if device in words else f"{words} ({device})"
