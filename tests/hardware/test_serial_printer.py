"""Printers on a serial line, played at the other end of a real terminal line."""

import os
from dataclasses import dataclass

import pytest

from pos.hardware.interfaces import PrinterStatus, PrinterTrouble
from pos.hardware.printers import open_printer
from pos.hardware.serial_port import BadSerialUri, SerialPort, serial_port
from pos.hardware.serial_port import trouble_of as port_trouble_of
from pos.hardware.serial_printer import SerialPrinter
from tests.hardware.fake_lines import WELL, PtyPrinter, trouble_of

pytestmark = pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no terminal lines")

JOB = bytes(range(256)) * 200


@pytest.mark.parametrize("options", ["", "?baud=115200", "?rtscts=1&dsrdtr=1", "?xonxoff=1", "?bits=7&parity=E&stop=2"])
def test_a_job_arrives_byte_for_byte(options: str):
    job = b"\x1b@Hola\n\x1dVB\x00" if options else JOB
    with PtyPrinter() as printer:
        open_printer(f"serial:{printer.path}{options}").send(job)
        assert printer.job(len(job)) == job


def test_one_that_answers_is_asked_first():
    with PtyPrinter(WELL) as printer:
        driver = open_printer(f"serial:{printer.path}")
        driver.send(JOB)
        assert driver.status() == PrinterStatus()
        assert printer.job(len(JOB)) == JOB
        assert printer.asked == [1, 2, 3, 4] * 2


def test_without_paper_it_gets_nothing():
    with PtyPrinter(WELL | {1: 0x1A, 2: 0x32, 4: 0x7E}) as printer:
        driver = open_printer(f"serial:{printer.path}")
        assert trouble_of(lambda: driver.send(JOB)) == (PrinterTrouble.PAPER_OUT, False)
        assert driver.status() == PrinterStatus(offline=True, paper_low=True, paper_out=True)
        assert printer.job(0) == b""


def test_one_that_vanishes_in_the_middle_may_have_printed_a_part():
    with PtyPrinter(dies_after=1000) as printer:
        driver = open_printer(f"serial:{printer.path}")
        assert trouble_of(lambda: driver.send(JOB * 20)) == (PrinterTrouble.BROKE_OFF, True)
    assert trouble_of(lambda: driver.send(JOB)) == (PrinterTrouble.NOT_FOUND, False)


def test_one_that_takes_nothing_more_is_given_up():
    master, slave = os.openpty()
    try:
        driver = SerialPrinter("serial:full", SerialPort(os.ttyname(slave)), taking_seconds=0.1)
        reason, begun = trouble_of(lambda: driver.send(JOB * 20))
        assert (reason, begun) == (PrinterTrouble.SILENT, True)
    finally:
        os.close(master)
        os.close(slave)


def test_a_port_that_another_program_holds_is_refused():
    with PtyPrinter() as printer:
        with serial_port(f"serial:{printer.path}").open(reading_seconds=0, writing_seconds=1):
            assert trouble_of(lambda: open_printer(f"serial:{printer.path}").send(JOB)) == (
                PrinterTrouble.REFUSED,
                False,
            )
        open_printer(f"serial:{printer.path}").send(b"free again")


def test_no_port_of_that_name_is_said_so(tmp_path):
    no_port = tmp_path / "file"
    no_port.write_bytes(b"")
    for path in (tmp_path / "missing", no_port):
        driver = open_printer(f"serial:{path}")
        assert trouble_of(lambda driver=driver: driver.send(JOB)) == (PrinterTrouble.NOT_FOUND, False)
        assert trouble_of(lambda driver=driver: driver.status()) == (PrinterTrouble.NOT_FOUND, False)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this person may open everything")
def test_a_port_that_may_not_be_opened_is_said_so(tmp_path):
    locked = tmp_path / "locked"
    locked.write_bytes(b"")
    locked.chmod(0)
    assert trouble_of(lambda: open_printer(f"serial:{locked}").send(JOB)) == (PrinterTrouble.NOT_ALLOWED, False)


def test_what_windows_says_in_words_is_understood():
    held = OSError("could not open port 'COM3': PermissionError(13, 'Access is denied.', None, 5)")
    gone = OSError("could not open port 'COM3': FileNotFoundError(2, 'The system cannot find the file', None, 2)")
    assert port_trouble_of(held) == PrinterTrouble.REFUSED
    assert port_trouble_of(gone) == PrinterTrouble.NOT_FOUND
    assert port_trouble_of(PermissionError(13, "Permission denied")) == PrinterTrouble.NOT_ALLOWED


# --- what a pty does not have: wires that say "not now", and a line that is slower than the system --------------------


@dataclass
class Wire:
    """Takes what is written, and has sent it when it has been looked at so many times."""

    cts: bool = True
    dsr: bool = True
    looks: int = 0
    written: bytes = b""
    in_waiting: int = 0
    stuck: bool = False

    @property
    def out_waiting(self) -> int:
        return len(self.written) if self.stuck else max(0, self.looks * 10)

    def write(self, data: memoryview) -> None:
        self.written += data
        self.looks = 3

    def read(self, _: int) -> bytes:
        self.looks -= 1
        return b""

    def close(self) -> None:
        pass


class WiredPort(SerialPort):
    """A port with such a wire in it."""

    wire: Wire

    def open(self, *, reading_seconds: float, writing_seconds: float) -> Wire:
        return self.wire


def wired(wire: Wire, **options: bool) -> SerialPrinter:
    port = WiredPort("COM3", **options)
    object.__setattr__(port, "wire", wire)
    return SerialPrinter("serial:wired", port, taking_seconds=0.05)


@pytest.mark.parametrize(
    ("wire", "options"), [(Wire(cts=False), {"rtscts": True}), (Wire(dsr=False), {"dsrdtr": True})]
)
def test_what_says_that_it_takes_nothing_has_got_nothing(wire: Wire, options: dict[str, bool]):
    assert trouble_of(lambda: wired(wire, **options).send(JOB)) == (PrinterTrouble.SILENT, False)
    assert wire.written == b""


def test_without_such_a_wire_in_use_nobody_looks_at_it():
    wire = Wire(cts=False, dsr=False)
    wired(wire).send(JOB)
    assert wire.written.endswith(JOB)


def test_the_port_is_let_go_of_when_the_last_byte_has_left():
    wire = Wire()
    wired(wire).send(JOB)
    assert wire.out_waiting == 0


def test_a_line_on_which_nothing_leaves_any_more_is_given_up():
    assert trouble_of(lambda: wired(Wire(stuck=True)).send(JOB)) == (PrinterTrouble.SILENT, True)


@pytest.mark.parametrize("uri", ["", "COM3", "serial", "tcp:COM3", "serial:CO\nM3", "serial:COM3?baud=9600;rtscts=1"])
def test_what_is_no_port_s_address_is_refused(uri: str):
    with pytest.raises(BadSerialUri):
        serial_port(uri)
