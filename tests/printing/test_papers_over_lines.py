"""Every paper sent through the till's own drivers, over a network and over a serial line, comes out as it was made."""

import os
from functools import cache

import pytest

from pos.hardware.printers import open_printer
from pos.printing.escpos import PrinterProfile, to_escpos
from pos.printing.receipt_elements import PAPER_58, PAPER_80, PaperWidth
from tests.hardware.emulated import Emulated, EmulatedInNetwork, EmulatedOnLine
from tests.printing.all_papers import all_papers
from tests.printing.emulator import print_job

lines = pytest.mark.parametrize(
    "kind",
    [
        EmulatedInNetwork,
        pytest.param(
            EmulatedOnLine,
            marks=pytest.mark.skipif(not hasattr(os, "openpty"), reason="this system has no terminal lines"),
        ),
    ],
)


@cache
def jobs_and_what_they_make(paper: PaperWidth) -> tuple[list[bytes], list[tuple[str, ...]], list[bytes]]:
    profile = PrinterProfile(paper, native_qr=True)
    jobs = [to_escpos(which.strip(paper), profile) for which in all_papers()]
    made = [print_job(job, paper.dots) for job in jobs]
    texts = [receipt for out in made for receipt in out.receipts]
    return jobs, texts, [picture.tobytes() for out in made for picture in out.pictures]


@lines
@pytest.mark.parametrize("paper", [PAPER_80, PAPER_58], ids=["80 mm", "58 mm"])
def test_all_papers_come_out_whole_and_in_order(kind: type[Emulated], paper: PaperWidth):
    jobs, expected, pictures = jobs_and_what_they_make(paper)
    with kind(width=paper.dots) as emulated:
        printer = open_printer(emulated.uri)
        for job in jobs:
            printer.send(job)
        assert emulated.receipts(len(expected)) == expected
        assert [picture.tobytes() for picture in emulated.pictures()] == pictures
