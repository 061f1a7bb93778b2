"""The emulator of tests/printing, which we had no hand in, at the end of a real line: a socket or a terminal's."""

import io
import os
import select
import socket
import threading
from typing import Self

from PIL import Image

from tests.printing.emulator import FontCell, Printer, PrinterProfile, _text_of

from emupos.printer.printer import PrinterFault  # isort: skip - its folder is known only now

WIDTH = 576


class Emulated:
    """One printer that is served in a thread of its own, a connection after the other."""

    def __init__(self, *faults: str, width: int = WIDTH) -> None:
        """`faults` are the emulator's words: paper-near-end, paper-out, cover-open, offline."""
        profile = PrinterProfile(
            type="printer", name="receipt printer", dpi=203, width_dots=width, font_a=FontCell(width=12, height=24),
            font_b=FontCell(width=9, height=17), code_pages={0: "PC437", 19: "PC858"}, default_code_page=0,
            drawer_sensor_open_level="high",
        )  # fmt: skip
        self._printer = Printer("till", profile, sensor_open_level="high", job_idle_timeout_ms=1000)
        for fault in faults:
            self._printer.set_fault(PrinterFault(fault), True, 0.0)
        self._receipts: list[str] = []
        self._pngs: list[bytes] = []
        self._more = threading.Condition()
        self._stop_heard, self._stop = os.pipe()
        self._thread = threading.Thread(target=self._run)

    def set_fault(self, fault: str, *, active: bool) -> None:
        with self._more:
            self._keep(self._printer.set_fault(PrinterFault(fault), active, 0.0))

    def receipts(self, count: int) -> list[tuple[str, ...]]:
        """The lines of text of each receipt that was printed, once there are so many."""
        with self._more:
            assert self._more.wait_for(lambda: len(self._receipts) >= count, 30)
        return [_text_of(receipt) for receipt in self._receipts]

    def pictures(self) -> list[Image.Image]:
        """Each receipt that was printed as it looks."""
        with self._more:
            return [Image.open(io.BytesIO(png)) for png in self._pngs]

    def _keep(self, out) -> None:
        self._receipts += [receipt.text for receipt in out.receipts]
        self._pngs += [receipt.png for receipt in out.receipts]
        self._more.notify_all()

    def _serve(self, number: int, read, write) -> None:
        """Pass on what is read, and what the printer answers, until there is nothing more."""
        with self._more:
            self._printer.open_connection(f"c{number}", 0.0)
        while heard := read():
            with self._more:
                out = self._printer.receive(f"c{number}", heard, 0.0)
                self._keep(out)
            for answer in out.writes:
                write(answer.data)
        with self._more:
            self._keep(self._printer.close_connection(f"c{number}", 0.0))

    def _may_read(self, file: int) -> bool:
        """Whether there is something; False when the printer is switched off."""
        heard, _, _ = select.select([file, self._stop_heard], [], [])
        return self._stop_heard not in heard

    def _run(self) -> None:
        raise NotImplementedError

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        os.write(self._stop, b".")
        self._thread.join(30)
        os.close(self._stop)
        os.close(self._stop_heard)


class EmulatedInNetwork(Emulated):
    """On a port of this machine."""

    def __init__(self, *faults: str, width: int = WIDTH) -> None:
        super().__init__(*faults, width=width)
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.uri = f"tcp://127.0.0.1:{self._listener.getsockname()[1]}"

    def _run(self) -> None:
        number = 0
        with self._listener:
            while self._may_read(self._listener.fileno()):
                connection, _ = self._listener.accept()
                number += 1
                with connection:
                    self._serve(number, lambda line=connection: line.recv(4096), connection.sendall)


class EmulatedOnLine(Emulated):
    """At the other end of a terminal line, where one connection lasts for ever."""

    def __init__(self, *faults: str, width: int = WIDTH) -> None:
        super().__init__(*faults, width=width)
        import tty  # there is none on Windows

        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)
        self.uri = f"serial:{os.ttyname(self._slave)}"

    def _run(self) -> None:
        read = lambda: os.read(self._master, 4096) if self._may_read(self._master) else b""
        self._serve(1, read, lambda answer: os.write(self._master, answer))
        os.close(self._master)
        os.close(self._slave)
