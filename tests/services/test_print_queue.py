"""Receipts reach paper in order, none forgotten and none twice, whatever the printer does."""

from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from pos.domain.shifts import CashDirection
from pos.hardware.interfaces import PrinterTrouble, PrinterUnavailable
from pos.printing.escpos import PrinterProfile
from pos.printing.receipt_elements import PAPER_58, PAPER_80, Barcode, DrawerPulse
from pos.printing.receipt_text import to_text
from pos.services.print_queue import PrintQueue
from tests.builders import MORNING, a_network, money
from tests.services.stall import Stall, the_catalogue

PROFILE = PrinterProfile(paper=PAPER_80)


@dataclass
class WorkingPrinter:
    """Takes every job."""

    jobs: list[bytes] = field(default_factory=list)

    def send(self, data: bytes) -> None:
        self.jobs.append(data)


@dataclass
class FailingPrinter:
    """Takes so many jobs, and then fails for a reason."""

    reason: PrinterTrouble
    good: int = 0
    sent: int = 0

    def send(self, data: bytes) -> None:
        if self.sent >= self.good:
            raise PrinterUnavailable(self.reason, "tcp://printer")
        self.sent += 1


@pytest.fixture
def sold(opened: Stall) -> Stall:
    """Three sales that wait for paper."""
    for _ in range(3):
        opened.sell("TAZA")
    return opened


def receipts(jobs: list[bytes]) -> list[str]:
    """The receipt number that each job prints."""
    return [next(n for n in ("A-000001", "A-000002", "A-000003", "AR-000001") if n.encode() in job) for job in jobs]


def states(stall: Stall) -> list[str]:
    return [state for (state,) in stall.rows("SELECT state FROM print_job ORDER BY number")]


def test_everything_that_waits_is_printed_once_the_oldest_first(sold: Stall):
    printer = WorkingPrinter()
    assert sold.print_queue.waiting() == 3
    assert sold.print_queue.print_waiting(printer, PROFILE) == 3
    assert receipts(printer.jobs) == ["A-000001", "A-000002", "A-000003"]
    assert sold.print_queue.print_waiting(printer, PROFILE) == 0
    assert (sold.print_queue.waiting(), sold.print_queue.uncertain()) == (0, ())


def test_a_return_is_printed_too(opened: Stall):
    opened.refunding.refund(opened.act(), opened.sell("TAZA").stamp.id, [(1, 1)])
    printer = WorkingPrinter()
    assert opened.print_queue.print_waiting(printer, PROFILE) == 2
    assert b"AR-000001" in printer.jobs[1]


@pytest.mark.parametrize("reason", [PrinterTrouble.NOT_FOUND, PrinterTrouble.REFUSED, PrinterTrouble.NOT_ALLOWED])
def test_what_was_never_sent_goes_on_waiting(sold: Stall, reason: PrinterTrouble):
    with pytest.raises(PrinterUnavailable):
        sold.print_queue.print_waiting(FailingPrinter(reason, good=1), PROFILE)
    assert states(sold) == ["printed", "waiting", "waiting"]
    printer = WorkingPrinter()
    assert sold.print_queue.print_waiting(printer, PROFILE) == 2
    assert receipts(printer.jobs) == ["A-000002", "A-000003"]


@pytest.mark.parametrize("reason", [PrinterTrouble.BROKE_OFF, PrinterTrouble.SILENT, PrinterTrouble.FULL])
def test_what_may_be_half_on_paper_is_named_and_never_sent_again_by_itself(sold: Stall, reason: PrinterTrouble):
    with pytest.raises(PrinterUnavailable):
        sold.print_queue.print_waiting(FailingPrinter(reason, good=1), PROFILE)
    assert states(sold) == ["printed", "sending", "waiting"]
    printer = WorkingPrinter()
    assert sold.print_queue.print_waiting(printer, PROFILE) == 1
    assert receipts(printer.jobs) == ["A-000003"]
    assert [job.event.receipt for job in sold.print_queue.uncertain()] == ["A-000002"]


def test_what_was_being_sent_when_the_power_failed_is_uncertain_afterwards(tmp_path: Path):
    with closing(Stall.in_folder(tmp_path)) as stall:
        stall.open()
        stall.sell("TAZA")
        stall.sell("TAZA")
        stall.print_queue.take(PAPER_80)
    with closing(Stall(stall.path)) as again:
        assert [job.event.receipt for job in again.print_queue.uncertain()] == ["A-000001"]
        assert again.print_queue.waiting() == 1


def test_a_printer_that_breaks_in_a_way_nobody_foresaw_leaves_the_job_uncertain(sold: Stall):
    class Broken:
        def send(self, data: bytes) -> None:
            raise RuntimeError("smoke")

    with pytest.raises(RuntimeError):
        sold.print_queue.print_waiting(Broken(), PROFILE)
    assert states(sold) == ["sending", "waiting", "waiting"]


# --- by another thread ---------------------------------------------------------------------------------------------


def test_a_job_is_taken_by_one_and_given_back_or_printed(sold: Stall):
    queue = sold.print_queue
    first, second = queue.take(PAPER_58), queue.take(PAPER_58)
    assert first.number < second.number
    queue.printed(first)
    assert queue.give_back(second, PrinterTrouble.REFUSED)
    assert states(sold) == ["printed", "waiting", "waiting"]
    again = queue.take(PAPER_58)
    assert again.number == second.number
    assert not queue.give_back(again, PrinterTrouble.BROKE_OFF)
    assert states(sold) == ["printed", "sending", "waiting"]


def test_nothing_waiting_is_nothing_to_take(opened: Stall):
    assert opened.print_queue.take(PAPER_80) is None


# --- copies --------------------------------------------------------------------------------------------------------


def test_a_copy_says_so_opens_no_drawer_and_changes_nothing_in_the_queue(sold: Stall):
    sale = sold.refunding.find("A-000001")
    printer = WorkingPrinter()
    sold.print_queue.print_waiting(printer, PROFILE)
    sold.print_queue.print_copy(sale, printer, PROFILE)
    original, copy = printer.jobs[0], printer.jobs[-1]
    pulse = b"\x1bp\x00"
    assert (pulse in original, pulse in copy) == (True, False)
    strips = [to_text(sold.print_queue.strip(sale, PAPER_80, copy=copy), 48) for copy in (False, True)]
    assert ["COPIA" in strip for strip in strips] == [False, True]
    assert states(sold) == ["printed"] * 3


def test_a_copy_that_can_t_be_printed_says_so(sold: Stall):
    sale = sold.refunding.find("A-000001")
    with pytest.raises(PrinterUnavailable):
        sold.print_queue.print_copy(sale, FailingPrinter(PrinterTrouble.BROKE_OFF), PROFILE)
    assert states(sold) == ["waiting"] * 3


def test_what_has_no_paper_has_no_strip(sold: Stall):
    opened = sold.shifts.current("A").id
    with sold.books.reading() as books:
        event = books.journal.event(opened)
    with pytest.raises(TypeError, match="ShiftOpened has no paper"):
        sold.print_queue.strip(event, PAPER_80)


def test_a_strip_is_as_wide_as_the_paper_and_in_the_buyer_s_language(sold: Stall):
    sale = sold.refunding.find("A-000001")
    for paper in (PAPER_58, PAPER_80):
        lines = to_text(sold.print_queue.strip(sale, paper), paper.columns).splitlines()
        assert max(map(len, lines)) <= paper.columns
        assert any("Taza" in line for line in lines)


def test_another_queue_over_the_same_books_sees_the_same_jobs(sold: Stall):
    other = PrintQueue(sold.books, sold.catalogue)
    sold.print_queue.print_waiting(WorkingPrinter(), PROFILE)
    assert other.waiting() == 0


# --- practice ------------------------------------------------------------------------------------------------------


def test_what_practice_prints_opens_no_drawer_and_finds_no_real_sale(sold: Stall):
    """Its receipts are numbered as the real ones are, so that their barcodes would name another sale."""
    sale = sold.refunding.find("A-000001")
    back = sold.refunding.refund(sold.act(), sale.stamp.id, [(1, 1)])
    practice = PrintQueue(sold.books, sold.catalogue, practice=True)
    for event in (sale, back):
        real = sold.print_queue.strip(event, PAPER_80)
        assert {Barcode, DrawerPulse} <= {type(element) for element in real}
        practised = practice.strip(event, PAPER_80)
        assert not [element for element in practised if isinstance(element, Barcode | DrawerPulse)]
        assert to_text(practised, 48).count("PRÁCTICA") == 2


# --- languages -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["ay", "qu", "gn"])
@pytest.mark.parametrize("practice", [False, True])
def test_no_language_that_a_network_speaks_stops_its_papers(stall: Stall, language: str, practice: bool):
    """Where the program has no texts in it, what it says itself is in Spanish; names are as the network has them."""
    stall.take_in(the_catalogue(network=a_network(language=language)))
    stall.open()
    basket = replace(stall.basket("TAZA"), language=language)
    sale = stall.sell_basket(basket)
    queue = PrintQueue(stall.books, stall.catalogue, practice=practice)
    moved = stall.shifts.move_cash(stall.act(), CashDirection.IN, money("5.00"), "cambio")
    back = stall.refunding.refund(stall.act(), sale.stamp.id, [(1, 1)])
    reading = queue.x_strip("A", MORNING, PAPER_80)
    strips = [queue.strip(event, PAPER_80) for event in (sale, back, moved, stall.close_shift({}))]
    said = "\n".join(to_text(strip, 48) for strip in (reading, *strips))
    assert "Taza" in said
    assert "Efectivo" in said
