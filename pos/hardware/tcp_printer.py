"""A printer in the network: `tcp://HOST:PORT`, with a connection for each job, as such printers take them."""

import contextlib
import socket
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from urllib.parse import urlsplit

from pos.hardware.interfaces import BadPrinterUri, PrinterTrouble, PrinterUnavailable
from pos.hardware.printer_line import TAKING_SECONDS, JobLine, LinePrinter, NoneTaken

_MOST_LATE = 65_536
"""How much of what a printer says after a job is read: one that never stops is not listened to for ever."""


class TcpPrinter(LinePrinter):
    """Sends each job over a connection of its own (port 9100).

    Most printers hang up once they have read a job; `closing_seconds` is how long we wait for that, since only then it
    is sure that all of it arrived. One that stays silent then has no fault: many do.
    """

    def __init__(
        self,
        uri: str,
        host: str,
        port: int,
        *,
        connecting_seconds: float = 3.0,
        sending_seconds: float = TAKING_SECONDS,
        closing_seconds: float = 1.0,
    ) -> None:
        super().__init__(uri, sending_seconds)
        self.host = host
        self.port = port
        self._connecting_seconds = connecting_seconds
        self._closing_seconds = closing_seconds

    def open_line(self) -> AbstractContextManager[JobLine]:
        """A new connection; raises `PrinterUnavailable`."""
        return self._connected()

    @contextlib.contextmanager
    def _connected(self) -> Iterator[JobLine]:
        try:
            connection = socket.create_connection((self.host, self.port), self._connecting_seconds)
        except ConnectionRefusedError as error:
            raise PrinterUnavailable(PrinterTrouble.REFUSED, self.uri, begun=False) from error
        except (OSError, UnicodeError) as error:  # a host's name that can't be one is a UnicodeError
            raise PrinterUnavailable(PrinterTrouble.NOT_FOUND, self.uri, begun=False) from error
        with connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            yield _Connection(connection, self._closing_seconds)


class _Connection:
    """A connection as a line."""

    def __init__(self, connection: socket.socket, closing_seconds: float) -> None:
        self._connection = connection
        self._closing_seconds = closing_seconds

    def write(self, data: memoryview, seconds: float) -> int:
        self._connection.settimeout(max(seconds, 0.001))  # 0 would mean something else
        try:
            return self._connection.send(data)
        except TimeoutError:
            raise
        except OSError as error:  # the system takes some of the data or fails, never both
            raise NoneTaken(*error.args) from error

    def read(self, seconds: float) -> bytes:
        self._connection.settimeout(seconds)
        try:
            heard = self._connection.recv(256)
        except (TimeoutError, BlockingIOError):
            return b""
        if not heard:
            raise ConnectionAbortedError
        return heard

    def finish(self, seconds: float) -> None:
        """Read, and throw away, what the printer says of its state until it hangs up or stays silent."""
        self._connection.shutdown(socket.SHUT_WR)
        end = time.monotonic() + min(seconds, self._closing_seconds)
        heard = 0
        while (left := end - time.monotonic()) > 0 and heard < _MOST_LATE:
            try:
                heard += len(self.read(left))
            except ConnectionAbortedError:  # it hung up as it should
                return


def tcp_printer(uri: str) -> TcpPrinter:
    """The printer of such a URI; raises `BadPrinterUri`."""
    try:
        parts = urlsplit(uri)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise BadPrinterUri(uri) from None
    extras = (parts.username, parts.path.strip("/"), parts.query, parts.fragment)
    if not host or not port or any(extras):
        raise BadPrinterUri(uri)
    return TcpPrinter(uri, host, port)
