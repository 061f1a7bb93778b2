"""Drivers of receipt printers, opened by a URI: `file:PATH`, and `tcp://HOST:PORT` for printers in the network."""

import contextlib
import errno
import os
import select
import socket
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from pos.hardware.interfaces import BadPrinterUri, Printer, PrinterTrouble, PrinterUnavailable


def open_printer(uri: str) -> Printer:
    """The printer of that address, which is not looked for before the first job. Raises `BadPrinterUri`."""
    scheme, _, rest = uri.partition(":")
    if not uri.isprintable():
        raise BadPrinterUri(uri)
    if scheme == "file" and rest:
        return FilePrinter(uri, Path(rest.removeprefix("//")))
    if scheme == "tcp" and rest.startswith("//"):
        return _tcp_printer(uri)
    raise BadPrinterUri(uri)


def _tcp_printer(uri: str) -> "TcpPrinter":
    try:
        parts = urlsplit(uri)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise BadPrinterUri(uri) from None
    extras = (parts.username, parts.path.strip("/"), parts.query, parts.fragment)
    if not host or not port or any(extras):
        raise BadPrinterUri(uri)
    return TcpPrinter(uri, host, port)


@dataclass(frozen=True, slots=True)
class FilePrinter:
    """Appends each job to a file, or writes it to a device; a job is there as a whole or not at all."""

    uri: str
    path: Path

    def send(self, data: bytes) -> None:
        """Append the job; raises `PrinterUnavailable`, and then leaves the file as it was."""
        try:
            with open(self.path, "ab", buffering=0, opener=_never_waiting) as stream:
                status = os.fstat(stream.fileno())
                try:
                    _write_all(stream.fileno(), data)
                except OSError:
                    if stat.S_ISREG(status.st_mode):
                        stream.truncate(status.st_size)
                    raise
        except TimeoutError as error:
            raise PrinterUnavailable(PrinterTrouble.SILENT, self.uri) from error
        except OSError as error:
            trouble = _FILE_TROUBLES.get(error.errno or 0, PrinterTrouble.NOT_FOUND)
            raise PrinterUnavailable(trouble, self.uri) from error


_FILE_TROUBLES = {
    errno.EACCES: PrinterTrouble.NOT_ALLOWED,
    errno.EPERM: PrinterTrouble.NOT_ALLOWED,
    errno.EROFS: PrinterTrouble.NOT_ALLOWED,
    errno.EISDIR: PrinterTrouble.NOT_ALLOWED,
    errno.ENOSPC: PrinterTrouble.FULL,
    errno.EDQUOT: PrinterTrouble.FULL,
    errno.EFBIG: PrinterTrouble.FULL,
}


TAKING_SECONDS = 30.0
"""How long a device may take no byte: a printer out of paper stops taking them."""


def _never_waiting(path: str, flags: int) -> int:
    """Opens a device or a pipe that nobody listens at without waiting for somebody to."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0), 0o666)


def _write_all(file: int, data: bytes) -> None:
    """Write all of it; raises `TimeoutError` where the device takes nothing for too long."""
    rest = memoryview(data)
    while rest:
        try:
            rest = rest[os.write(file, rest) :]
        except BlockingIOError:
            _, ready, _ = select.select([], [file], [], TAKING_SECONDS)
            if not ready:
                raise TimeoutError from None


@dataclass(frozen=True, slots=True)
class TcpPrinter:
    """Sends each job over a connection of its own, as network printers take them (port 9100).

    A printer that is out of paper stops reading, so sending has a limit too. Most printers hang up once they have read
    a job; `closing_seconds` is how long we wait for that, since only then it is sure that all of it arrived. One that
    stays silent then has no fault: many do.
    """

    uri: str
    host: str
    port: int
    connecting_seconds: float = 3.0
    sending_seconds: float = 30.0
    closing_seconds: float = 1.0

    def send(self, data: bytes) -> None:
        """Deliver the job; raises `PrinterUnavailable`."""
        with self._connected() as connection:
            try:
                connection.settimeout(self.sending_seconds)
                connection.sendall(data)
                connection.shutdown(socket.SHUT_WR)
                self._wait_for_the_end(connection)
            except TimeoutError as error:
                raise PrinterUnavailable(PrinterTrouble.SILENT, self.uri) from error
            except OSError as error:
                raise PrinterUnavailable(PrinterTrouble.BROKE_OFF, self.uri) from error

    @contextlib.contextmanager
    def _connected(self) -> Iterator[socket.socket]:
        try:
            connection = socket.create_connection((self.host, self.port), self.connecting_seconds)
        except ConnectionRefusedError as error:
            raise PrinterUnavailable(PrinterTrouble.REFUSED, self.uri) from error
        except (OSError, UnicodeError) as error:  # a host's name that can't be one is a UnicodeError
            raise PrinterUnavailable(PrinterTrouble.NOT_FOUND, self.uri) from error
        with connection:
            yield connection

    def _wait_for_the_end(self, connection: socket.socket) -> None:
        """Read, and throw away, what the printer says of its state until it hangs up or stays silent."""
        end = time.monotonic() + self.closing_seconds
        while (left := end - time.monotonic()) > 0:
            connection.settimeout(left)
            try:
                if not connection.recv(256):
                    return
            except TimeoutError:
                return
