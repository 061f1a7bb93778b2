"""How devices are judged: by what they say, by how they fail, and by what was tried."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from pos.hardware.interfaces import (
    BadPrinterUri,
    DeviceUnavailable,
    FoundPrinter,
    PrinterStatus,
    PrinterTrouble,
    PrinterUnavailable,
    ReaderState,
)
from pos.services.equipment import (
    UNSET,
    Condition,
    Device,
    Equipment,
    Judged,
    Trial,
    Trials,
    judge_drawer,
    judge_printer,
    judge_reader,
)
from pos.services.equipment_words import STATES, said
from pos.services.printer_needs import PrinterNeed
from pos.settings import Settings
from pos.texts import Texts

URI = "tcp://till:9100"
READY, BAD = Condition.READY, Condition.BAD


@dataclass
class FakePrinter:
    """Answers so, or fails so."""

    said: PrinterStatus | None = None
    trouble: Exception | None = None
    printed: list[bytes] = field(default_factory=list)

    def send(self, data: bytes) -> None:
        if self.trouble:
            raise self.trouble
        self.printed.append(data)

    def status(self) -> PrinterStatus | None:
        if self.trouble:
            raise self.trouble
        return self.said


class FakeReader:
    """A port whose states are these."""

    def __init__(self, *states: ReaderState) -> None:
        self.states, self.stopped = states, False

    def start(self, heard, changed) -> None:
        for state in self.states:
            changed(state)

    def stop(self) -> None:
        self.stopped = True


class FakeLine:
    """A drawer and a pole at once; fails with this."""

    def __init__(self, trouble: Exception | None = None) -> None:
        self.trouble, self.acts = trouble, []

    def open(self) -> None:
        self._act("open")

    def show(self, upper: str, lower: str) -> None:
        self._act(f"{upper}|{lower}")

    def close(self) -> None:
        self.acts.append("close")

    def _act(self, act: str) -> None:
        if self.trouble:
            raise self.trouble
        self.acts.append(act)


@dataclass
class Bench:
    """Whatever is opened is one of these."""

    printer: FakePrinter = field(default_factory=FakePrinter)
    reader: FakeReader = field(default_factory=FakeReader)
    line: FakeLine = field(default_factory=FakeLine)

    @property
    def attached(self):
        return self

    def printers(self):
        return (FoundPrinter(URI, "POS-80"),)

    def ports(self):
        return ()

    def open_printer(self, uri: str):
        if uri == "nonsense":
            raise BadPrinterUri(uri)
        return self.printer

    def open_reader(self, uri: str):
        return self.reader

    def open_pole(self, uri: str):
        return self.line

    def open_drawer(self, uri: str):
        return self.line


def failing(reason: PrinterTrouble) -> FakePrinter:
    return FakePrinter(trouble=PrinterUnavailable(reason, URI, begun=False))


def equipment(bench: Bench, **settings: object) -> Equipment:
    return Equipment(Settings(**{"printer": URI, **settings}), bench)


@pytest.mark.parametrize(
    ("status", "judged"),
    [
        (None, Judged(Condition.UNTRIED, "reached")),
        (PrinterStatus(), Judged(READY, "ready")),
        (PrinterStatus(paper_low=True), Judged(Condition.WARN, "paper-low")),
        (PrinterStatus(paper_out=True), Judged(BAD, "paper-out")),
        (PrinterStatus(cover_open=True, paper_out=True), Judged(BAD, "cover-open")),
        (PrinterStatus(fault=True), Judged(BAD, "jammed")),
        (PrinterStatus(offline=True), Judged(BAD, "offline")),
    ],
)
def test_a_printer_is_what_it_says(status, judged):
    assert equipment(Bench(FakePrinter(status))).ask_printer(URI) == judged


@pytest.mark.parametrize("reason", PrinterTrouble)
def test_each_trouble_of_a_printer_has_words_and_a_next_step(reason):
    judged = equipment(Bench(failing(reason))).ask_printer(URI)
    assert judged == Judged(BAD, reason)
    for language in ("es", "en"):
        words = said(judged, Texts(language))
        assert words.state
        assert words.todo


def test_each_need_of_a_printer_has_words():
    assert {str(need) for need in PrinterNeed} <= STATES.keys()


def test_a_code_that_nobody_foresaw_is_told_as_a_failure():
    assert said(Judged(BAD, "quite-new"), Texts("en")).state == "The program failed at it."


def test_no_address_and_a_wrong_one():
    bench = Bench()
    assert equipment(bench).ask_printer("") == UNSET
    assert equipment(bench).ask_printer("nonsense") == Judged(BAD, "bad-address")
    assert equipment(bench).print_on("", lambda: b"x") == UNSET


def test_a_drivers_own_fault_is_a_device_that_does_not_work(caplog):
    judged = equipment(Bench(FakePrinter(trouble=RuntimeError("driver")))).ask_printer(URI)
    assert judged == Judged(BAD, "fault")
    assert "driver" in caplog.text


def test_a_printer_that_took_the_test_is_ready_even_where_it_never_answers():
    bench = Bench()
    assert equipment(bench).print_on(URI, lambda: b"page") == Judged(READY, "ready")
    assert bench.printer.printed == [b"page"]


def test_a_printer_that_says_that_it_is_open_after_the_test_is_not_ready():
    assert (
        equipment(Bench(FakePrinter(PrinterStatus(cover_open=True)))).print_on(URI, lambda: b"x").code == "cover-open"
    )


def test_a_drawer_on_the_printer_opens_with_its_pulse():
    bench = Bench()
    assert equipment(bench).open_drawer(lambda: b"pulse") == Judged(READY, "drawer-on-printer")
    assert bench.printer.printed == [b"pulse"]


def test_a_drawer_on_a_printer_that_fails_is_to_be_looked_at():
    judged = equipment(Bench(failing(PrinterTrouble.SILENT))).open_drawer(lambda: b"pulse")
    assert judged == Judged(Condition.WARN, "drawer-printer-fails")


def test_a_drawer_of_its_own_and_none():
    bench = Bench()
    assert equipment(bench, drawer="serial:COM3").open_drawer(bytes) == Judged(READY, "drawer-alone")
    assert bench.line.acts == ["open"]
    assert equipment(bench, drawer="").open_drawer(bytes) == UNSET


def test_the_pole_is_let_go_after_the_test():
    bench = Bench()
    assert equipment(bench, pole="serial:COM4").show_on_pole("up", "low") == Judged(READY, "pole-shows")
    assert bench.line.acts == ["up|low", "close"]
    assert equipment(bench).show_on_pole("up", "low") == UNSET


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        (PrinterTrouble.NOT_ALLOWED, "not-allowed"),
        (PrinterTrouble.REFUSED, "port-refused"),
        (PrinterTrouble.NOT_FOUND, "port-not-found"),
    ],
)
def test_why_a_serial_device_was_not_reached(reason, code):
    bench = Bench(line=FakeLine(DeviceUnavailable(reason, "serial:COM4")))
    assert equipment(bench, pole="serial:COM4").show_on_pole("a", "b") == Judged(BAD, code)
    assert bench.line.acts == ["close"]


@pytest.mark.parametrize(
    ("states", "judged"),
    [
        ([ReaderState.READY], Judged(READY, "port-there")),
        ([ReaderState.NOT_ALLOWED], Judged(BAD, "not-allowed")),
        ([ReaderState.WAITING], Judged(BAD, "port-not-found")),
    ],
)
def test_whether_a_port_opens(states, judged):
    bench = Bench(reader=FakeReader(*states))
    assert equipment(bench).ask_port("serial:COM5") == judged
    assert bench.reader.stopped


def test_a_scanner_by_its_line_and_by_what_was_heard():
    assert judge_reader("", None, heard=False) == Judged(Condition.UNTRIED, "scanner-types")
    assert judge_reader("", None, heard=True) == Judged(READY, "scanner-heard")
    assert judge_reader("serial:COM5", ReaderState.READY, heard=False) == Judged(READY, "scanner-there")
    assert judge_reader("serial:COM5", ReaderState.WAITING, heard=True) == Judged(BAD, "scanner-away")
    assert judge_reader("serial:COM5", ReaderState.NOT_ALLOWED, heard=True) == Judged(BAD, "not-allowed")
    assert judge_reader("camera", ReaderState.MISSING, heard=False) == Judged(BAD, "scanner-part-missing")


def test_a_drawer_is_no_better_than_its_printer():
    ready = Judged(READY, "ready")
    opened = Judged(READY, "drawer-on-printer")
    assert judge_drawer(Settings(), UNSET, None).code == "drawer-without-printer"
    assert judge_drawer(Settings(), judge_printer(URI, reason="silent"), opened).code == "drawer-printer-fails"
    assert judge_drawer(Settings(), ready, opened) == opened
    assert judge_drawer(Settings(), ready, None).condition is Condition.UNTRIED


def test_trials_are_kept_by_device_and_address():
    trials, at = Trials(), datetime(2026, 12, 5, 11, 0, tzinfo=UTC)
    tested, asked = Trial(at, Judged(READY, "ready"), tested=True), Trial(at, Judged(BAD, "silent"), tested=False)
    trials.note(Device.PRINTER, URI, tested)
    trials.note(Device.PRINTER, URI, asked)
    assert trials.last(Device.PRINTER, URI) == asked
    assert trials.last_test(Device.PRINTER, URI) == tested
    assert trials.last(Device.PRINTER, "usb:auto") is None
    assert trials.last(Device.BACKUP, URI) is None


def test_what_is_connected():
    assert [printer.name for printer in equipment(Bench()).look().printers] == ["POS-80"]
