"""Whatever dies in the middle of a queue, each receipt is on paper exactly once or is marked as possibly printed."""

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pos.hardware.interfaces import PrinterTrouble, PrinterUnavailable
from pos.hardware.printers import open_printer
from pos.printing.escpos import PrinterProfile, to_escpos
from pos.printing.receipt_elements import PAPER_58
from pos.services.print_queue import PrintQueue
from tests.builders import MORNING
from tests.journeys.mortal_printer import MortalPrinter
from tests.services.stall import Stall

PROFILE = PrinterProfile(paper=PAPER_58)
DEATHS, IN_A_QUEUE = 100, 4
GOODS = (("TAZA",), ("CHAL",), ("TAZA", "MIEL", "CHAL"), (("MIEL", 3),))


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Stall]:
    """A stall whose shift is open."""
    with closing(Stall.in_folder(tmp_path)) as stall:
        stall.open()
        yield stall


@pytest.fixture
def printer() -> Iterator[MortalPrinter]:
    mortal = MortalPrinter(PAPER_58.dots)
    yield mortal
    mortal.die()


def sell_a_queue(stall: Stall) -> None:
    for goods in GOODS[:IN_A_QUEUE]:
        stall.sell(*goods)


def print_all(queue: PrintQueue, printer: MortalPrinter) -> None:
    """As the till does: what waits is tried, and tried again once the printer is back."""
    driver = open_printer(printer.uri)
    while True:
        try:
            queue.print_waiting(driver, PROFILE, MORNING, printer.uri)
            return
        except PrinterUnavailable:
            before = queue.tally()
            if before.waiting:
                with pytest.raises(PrinterUnavailable) as trouble:
                    queue.print_waiting(driver, PROFILE, MORNING, printer.uri)
                assert (trouble.value.reason, trouble.value.begun) == (PrinterTrouble.REFUSED, False)
            assert queue.tally() == before, "a printer that is not there changes nothing"
            printer.come_back()


def length_of_a_queue(stall: Stall, printer: MortalPrinter) -> int:
    """How many bytes the printer gets for a queue."""
    sell_a_queue(stall)
    before = printer.received
    print_all(stall.print_queue, printer)
    return printer.received - before


def states(stall: Stall) -> dict[str, str]:
    """The state of each receipt's job, by its number."""
    rows = stall.rows("SELECT sale.number, state FROM print_job JOIN sale ON sale.fact = print_job.fact")
    return {f"A-{number:06}": state for number, state in rows}


def assert_none_is_lost_or_twice(stall: Stall, printer: MortalPrinter) -> None:
    whole = [paper.receipt for paper in printer.papers if paper.is_whole]
    parts = Counter(paper.receipt for paper in printer.papers if not paper.is_whole)
    assert not any(paper.is_marked for paper in printer.papers), "nobody asked for a second one"
    assert whole == sorted(whole), "they come in the order of the sales"
    counts = Counter(whole)
    for receipt, state in states(stall).items():
        assert state in {"printed", "possibly"}, receipt
        if state == "printed":
            assert (counts[receipt], parts[receipt]) == (1, 0), receipt
        else:
            assert counts[receipt] + parts[receipt] <= 1, receipt
    doubtful = {receipt for receipt, state in states(stall).items() if state == "possibly"}
    assert set(parts) - {""} <= doubtful, "half a receipt is never taken for a whole one"


def test_a_printer_that_dies_at_any_byte_loses_nothing_and_repeats_nothing(opened: Stall, printer: MortalPrinter):
    length = length_of_a_queue(opened, printer)
    chance = random.Random(4)
    for _ in range(DEATHS):
        sell_a_queue(opened)
        printer.die_after(chance.randrange(length))
        print_all(opened.print_queue, printer)
    assert printer.deaths == DEATHS
    assert_none_is_lost_or_twice(opened, printer)
    doubtful = [job.event.receipt for job in opened.print_queue.uncertain()]
    assert len(doubtful) > DEATHS * 0.9, "only a death between two jobs leaves no doubt"
    assert any(not paper.is_whole and paper.receipt for paper in printer.papers)


def test_what_a_person_asks_for_once_more_comes_once_more_and_says_so(opened: Stall, printer: MortalPrinter):
    sell_a_queue(opened)
    printer.die_after(2_000)
    print_all(opened.print_queue, printer)
    queue = opened.print_queue
    doubtful = queue.uncertain()
    assert len(doubtful) == 1
    queue.want_again([job.number for job in doubtful])
    print_all(queue, printer)
    assert [paper.receipt for paper in printer.papers if paper.is_marked] == [job.event.receipt for job in doubtful]
    assert set(states(opened).values()) == {"printed"}


@pytest.mark.parametrize("seed", range(5))
def test_a_till_that_dies_between_note_and_paper_loses_nothing_and_repeats_nothing(
    tmp_path: Path, printer: MortalPrinter, seed: int
):
    """Before a byte, in the middle of a job, after its last byte: the till can't know, and says that it does not."""
    chance = random.Random(seed)
    stall = Stall.in_folder(tmp_path)
    stall.open()
    for _ in range(DEATHS // 5):
        sell_a_queue(stall)
        driver = open_printer(printer.uri)
        for _ in range(chance.randrange(IN_A_QUEUE)):
            job = stall.print_queue.take(PAPER_58, MORNING, printer.uri)
            driver.send(to_escpos(job.strip, PROFILE))
            stall.print_queue.printed(job)
        job = stall.print_queue.take(PAPER_58, MORNING, printer.uri)
        assert job is not None
        sent = to_escpos(job.strip, PROFILE)
        cut = chance.choice([0, len(sent), chance.randrange(len(sent))])
        if cut:
            driver.send(sent[:cut])
        stall.close()
        stall = Stall(stall.path)
        print_all(stall.print_queue, printer)
    assert_none_is_lost_or_twice(stall, printer)
    assert Counter(states(stall).values())["possibly"] == DEATHS // 5
    stall.close()
