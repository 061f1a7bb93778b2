"""Receipts over real lines to an emulator that was not written here: they come out, and its state is understood."""

import os

import pytest

from pos.hardware.interfaces import PrinterStatus, PrinterTrouble
from pos.hardware.printers import open_printer
from pos.printing.escpos import PrinterProfile, to_escpos
from pos.printing.receipt_layout import lay_out
from pos.texts import Texts
from tests.hardware.emulated import Emulated, EmulatedInNetwork, EmulatedOnLine
from tests.hardware.fake_lines import trouble_of
from tests.printing.receipts import SALE

JOB = to_escpos(lay_out(SALE, PrinterProfile().paper, Texts("es")), PrinterProfile())

pytestmark = pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no terminal lines")
lines = pytest.mark.parametrize("kind", [EmulatedInNetwork, EmulatedOnLine])


@lines
def test_receipts_come_out_one_after_the_other(kind: type[Emulated]):
    with kind() as emulated:
        printer = open_printer(emulated.uri)
        for _ in range(3):
            printer.send(JOB)
        receipts = emulated.receipts(3)
    assert len(receipts) == 3
    assert all("A-000412" in " ".join(receipt) for receipt in receipts)
    assert receipts[0] == receipts[1] == receipts[2]


@lines
@pytest.mark.parametrize(
    ("faults", "status"),
    [
        ((), PrinterStatus()),
        (("paper-near-end",), PrinterStatus(paper_low=True)),
        (("paper-out",), PrinterStatus(offline=True, paper_low=True, paper_out=True)),
        (("cover-open",), PrinterStatus(offline=True, cover_open=True)),
        (("offline",), PrinterStatus(offline=True)),
    ],
)
def test_its_state_is_understood(kind: type[Emulated], faults: tuple[str, ...], status: PrinterStatus):
    with kind(*faults) as emulated:
        assert open_printer(emulated.uri).status() == status


@lines
@pytest.mark.parametrize(
    ("fault", "reason"), [("paper-out", PrinterTrouble.PAPER_OUT), ("cover-open", PrinterTrouble.COVER_OPEN)]
)
def test_a_receipt_waits_for_paper_and_is_printed_once(kind: type[Emulated], fault: str, reason: PrinterTrouble):
    with kind(fault) as emulated:
        printer = open_printer(emulated.uri)
        assert trouble_of(lambda: printer.send(JOB)) == (reason, False)
        emulated.set_fault(fault, active=False)
        printer.send(JOB)
        assert len(emulated.receipts(1)) == 1
