"""Windows' printers, through a spooler that has the functions of pywin32's."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from pos.hardware.attached import SystemAttached
from pos.hardware.interfaces import FoundPrinter, PrinterStatus, PrinterTrouble
from pos.hardware.windows_printer import WindowsPrinter, windows_printer
from tests.hardware.fake_lines import trouble_of

JOB = b"\x1b@Hola\n\x1dVB\x00"
NAME = "EPSON TM-T20II Receipt"


class Pywin32Error(Exception):
    """pywin32's own error, which is no OSError."""

    def __init__(self, winerror: int) -> None:
        super().__init__(winerror, "function", "what Windows says of it")
        self.winerror = winerror


@dataclass
class Spooler:
    """Takes jobs, `at_once` bytes at a time; fails in the function that is named."""

    fails: str = ""
    winerror: int = 0
    state: int = 0
    attributes: int = 0
    at_once: int = 1000
    did: list[str] = field(default_factory=list)
    job: bytes = b""

    def __getattr__(self, name: str) -> Callable[..., object]:
        if name.startswith("_"):
            raise AttributeError(name)

        def function(*given: object) -> object:
            self.did.append(name)
            if name == self.fails:
                raise Pywin32Error(self.winerror)
            return self.answer(name, *given)

        return function

    def answer(self, name: str, *given) -> object:
        match name:
            case "OpenPrinter":
                assert given == (NAME,)
                return 7
            case "GetPrinter":
                assert given == (7, 2)
                return {"Status": self.state, "Attributes": self.attributes}
            case "StartDocPrinter":
                assert given == (7, 1, ("Qhatu", None, "RAW"))
                return 12
            case "WritePrinter":
                some = given[1][: self.at_once]
                self.job += some
                return len(some)
            case "EnumPrinters":
                assert given == (6, None, 2)
                return [
                    {"pPrinterName": NAME, "pDriverName": "EPSON TM-T20II Receipt5", "pPortName": "ESDPRT001"},
                    {"pPrinterName": "Microsoft Print to PDF", "pDriverName": "PDF", "pPortName": "PORTPROMPT:"},
                    {"pPrinterName": "Fax", "pDriverName": "Fax", "pPortName": "SHRFAX:"},
                    {"pPrinterName": "bad\x1bname", "pDriverName": "", "pPortName": "LPT1:"},
                ]
        return None


def printer(spooler: Spooler | None) -> WindowsPrinter:
    return WindowsPrinter(f"win:{NAME}", NAME, spooler)


@pytest.mark.parametrize("at_once", [1, 1000])
def test_a_job_is_given_to_the_spooler_as_it_is(at_once: int):
    spooler = Spooler(at_once=at_once)
    printer(spooler).send(JOB)
    assert spooler.job == JOB
    assert [name for name in spooler.did if name != "WritePrinter"] == [
        "OpenPrinter", "GetPrinter", "StartDocPrinter", "StartPagePrinter", "EndPagePrinter", "EndDocPrinter",
        "ClosePrinter",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("state", "attributes", "reason", "status"),
    [
        (0x400000, 0, PrinterTrouble.COVER_OPEN, PrinterStatus(cover_open=True)),
        (0x10, 0, PrinterTrouble.PAPER_OUT, PrinterStatus(paper_out=True)),
        (0x80, 0, PrinterTrouble.NOT_FOUND, PrinterStatus(offline=True)),
        (0, 0x400, PrinterTrouble.NOT_FOUND, PrinterStatus(offline=True)),
        (0x1, 0, PrinterTrouble.REFUSED, PrinterStatus(offline=True)),
    ],
)
def test_a_job_that_the_spooler_would_only_keep_is_not_given_to_it(
    state: int, attributes: int, reason: PrinterTrouble, status: PrinterStatus
):
    spooler = Spooler(state=state, attributes=attributes)
    assert trouble_of(lambda: printer(spooler).send(JOB)) == (reason, False)
    assert "StartDocPrinter" not in spooler.did
    assert spooler.did[-1] == "ClosePrinter"
    assert printer(spooler).status() == status


def test_a_printer_in_some_other_trouble_is_tried_all_the_same():
    spooler = Spooler(state=0x2)
    printer(spooler).send(JOB)
    assert spooler.job == JOB
    assert printer(spooler).status() == PrinterStatus(fault=True)


@pytest.mark.parametrize(
    ("fails", "winerror", "told"),
    [
        ("OpenPrinter", 1801, (PrinterTrouble.NOT_FOUND, False)),
        ("OpenPrinter", 5, (PrinterTrouble.NOT_ALLOWED, False)),
        ("OpenPrinter", 1722, (PrinterTrouble.REFUSED, False)),
        ("GetPrinter", 5, (PrinterTrouble.NOT_ALLOWED, False)),
        ("StartDocPrinter", 112, (PrinterTrouble.FULL, False)),
        ("StartPagePrinter", 5, (PrinterTrouble.NOT_ALLOWED, False)),
        ("WritePrinter", 63, (PrinterTrouble.BROKE_OFF, True)),
        ("EndDocPrinter", 63, (PrinterTrouble.BROKE_OFF, True)),
    ],
)
def test_how_far_it_got_is_told(fails: str, winerror: int, told: tuple):
    spooler = Spooler(fails=fails, winerror=winerror)
    assert trouble_of(lambda: printer(spooler).send(JOB)) == told
    if fails != "OpenPrinter":
        assert spooler.did[-1] == "ClosePrinter"
    if told[1]:
        assert "AbortPrinter" in spooler.did


def test_a_spooler_that_takes_nothing_more_is_given_up():
    assert trouble_of(lambda: printer(Spooler(at_once=0)).send(JOB)) == (PrinterTrouble.BROKE_OFF, True)


def test_elsewhere_there_are_no_printers_of_windows():
    assert trouble_of(lambda: printer(None).send(JOB)) == (PrinterTrouble.NOT_FOUND, False)
    assert trouble_of(printer(None).status) == (PrinterTrouble.NOT_FOUND, False)
    assert windows_printer(f"win:{NAME}").queue == NAME


def test_windows_printers_are_found_without_those_that_only_make_files():
    found = SystemAttached(spooler=Spooler).printers()
    assert found == (FoundPrinter(f"win:{NAME}", NAME, "EPSON TM-T20II Receipt5"),)
