"""A network printer that dies in the middle: its power is cut after so many bytes, and it comes back when it is told.

What it prints is the affair of an emulator that is not ours. When it dies it forgets all but its paper.
"""

import re
import socket
import struct
import threading
from typing import NamedTuple

from tests.printing.emulator import FontCell, Printer, PrinterProfile

_RESET = struct.pack("ii", 1, 0)
"""SO_LINGER: hang up with a reset, as it looks when a machine is simply gone."""
_NUMBER = re.compile(r"Recibo (A-\d{6})")


class Paper(NamedTuple):
    """What came out in one piece: which receipt it is, as far as that can be read, and whether it is whole."""

    receipt: str
    is_whole: bool
    is_marked: bool
    """Whether it says that there may be another one like it."""


class MortalPrinter:
    """Listens at a port of its own; `papers` is what came out of it, in order."""

    def __init__(self, dots: int) -> None:
        self._dots = dots
        self._left: int | None = None
        self._listening: socket.socket | None = None
        self._thread: threading.Thread | None = None
        self.papers: list[Paper] = []
        self.received = 0
        self.deaths = 0
        self.port = 0
        self.come_back()

    @property
    def uri(self) -> str:
        return f"tcp://127.0.0.1:{self.port}"

    def die_after(self, received: int) -> None:
        """Lose power once so many more bytes have arrived."""
        self._left = received

    def come_back(self) -> None:
        """Be switched on again, with nothing in mind, and live."""
        if self._thread is not None:
            self._thread.join()
        self._left = None
        self._listening = socket.socket()
        self._listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._listening.bind(("127.0.0.1", self.port))
        self._listening.listen()
        self.port = self._listening.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, args=(self._listening,))
        self._thread.start()

    def die(self) -> None:
        """Lose power now."""
        self._left = 0
        if self._thread is not None and self._thread.is_alive():
            with socket.create_connection(("127.0.0.1", self.port)):
                self._thread.join()

    def _serve(self, listening: socket.socket) -> None:
        printer = Printer("till", _profile(self._dots), sensor_open_level="high", job_idle_timeout_ms=1000)
        while self._left != 0:
            connection, _ = listening.accept()
            with connection:
                self._take_job(connection, printer)
                if self._left == 0:
                    listening.close()  # first, so that nobody gets through to what is not there
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        self.deaths += 1

    def _take_job(self, connection: socket.socket, printer: Printer) -> None:
        printer.open_connection("only", 0.0)
        while self._left != 0 and (data := connection.recv(min(4096, self._left or 4096))):
            self.received += len(data)
            self._left = None if self._left is None else self._left - len(data)
            out = printer.receive("only", data, 0.0)
            self.papers += map(_paper, out.receipts)
            if out.writes and self._left != 0:
                connection.sendall(b"".join(write.data for write in out.writes))
        self.papers += map(_paper, printer.close_connection("only", 0.0).receipts)


def _paper(receipt) -> Paper:
    number = _NUMBER.search(receipt.text)
    return Paper(number.group(1) if number else "", receipt.boundary == "cut", "REIMPRESIÓN" in receipt.text)


def _profile(dots: int) -> PrinterProfile:
    return PrinterProfile(
        type="printer",
        name="mortal printer",
        dpi=203,
        width_dots=dots,
        font_a=FontCell(width=12, height=24),
        font_b=FontCell(width=9, height=17),
        code_pages={0: "PC437", 19: "PC858"},
        default_code_page=0,
        drawer_sensor_open_level="high",
    )
