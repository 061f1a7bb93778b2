"""Receipts reach paper in order, none forgotten and none twice, whatever the printer does."""

from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest

from pos.domain.shifts import CashDirection
from pos.hardware.interfaces import PrinterTrouble, PrinterUnavailable
from pos.printing.escpos import PrinterProfile
from pos.printing.receipt_elements import PAPER_58, PAPER_80, Barcode, DrawerPulse
from pos.printing.receipt_text import to_text
from pos.services.print_queue import DRAWER_TIME, PrintQueue
from pos.storage.database import BooksUnavailable
from pos.storage.print_jobs import JobState
from tests.builders import MORNING, a_network, money
from tests.services.stall import Stall, the_catalogue

PROFILE = PrinterProfile(paper=PAPER_80)
PULSE = b"\x1bp"


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
    begun: bool = False
    sent: int = 0

    def send(self, data: bytes) -> None:
        if self.sent >= self.good:
            raise PrinterUnavailable(self.reason, "tcp://printer", begun=self.begun)
        self.sent += 1


@pytest.fixture
def sold(opened: Stall) -> Stall:
    """Three sales that wait for paper."""
    for _ in range(3):
        opened.sell("TAZA")
    return opened


def trouble(reason: PrinterTrouble, *, begun: bool = False) -> PrinterUnavailable:
    return PrinterUnavailable(reason, "tcp://printer", begun=begun)


def receipts(jobs: list[bytes]) -> list[str]:
    """The receipt number that each job prints."""
    return [next(n for n in ("A-000001", "A-000002", "A-000003", "AR-000001") if n.encode() in job) for job in jobs]


def states(stall: Stall) -> list[str]:
    return [state for (state,) in stall.rows("SELECT state FROM print_job ORDER BY number")]


def test_everything_that_waits_is_printed_once_the_oldest_first(sold: Stall):
    printer = WorkingPrinter()
    assert sold.print_queue.waiting() == 3
    assert sold.print_queue.print_waiting(printer, PROFILE, MORNING) == 3
    assert receipts(printer.jobs) == ["A-000001", "A-000002", "A-000003"]
    assert sold.print_queue.print_waiting(printer, PROFILE, MORNING) == 0
    assert (sold.print_queue.waiting(), sold.print_queue.uncertain()) == (0, ())


def test_a_return_is_printed_too(opened: Stall):
    opened.refunding.refund(opened.act(), opened.sell("TAZA").stamp.id, [(1, 1)], shown=True)
    printer = WorkingPrinter()
    assert opened.print_queue.print_waiting(printer, PROFILE, MORNING) == 2
    assert b"AR-000001" in printer.jobs[1]


@pytest.mark.parametrize("reason", [PrinterTrouble.NOT_FOUND, PrinterTrouble.REFUSED, PrinterTrouble.NOT_ALLOWED])
def test_what_was_never_sent_goes_on_waiting(sold: Stall, reason: PrinterTrouble):
    with pytest.raises(PrinterUnavailable):
        sold.print_queue.print_waiting(FailingPrinter(reason, good=1), PROFILE, MORNING)
    assert states(sold) == ["printed", "waiting", "waiting"]
    printer = WorkingPrinter()
    assert sold.print_queue.print_waiting(printer, PROFILE, MORNING) == 2
    assert receipts(printer.jobs) == ["A-000002", "A-000003"]


@pytest.mark.parametrize("reason", [PrinterTrouble.BROKE_OFF, PrinterTrouble.SILENT, PrinterTrouble.FULL])
def test_what_may_be_half_on_paper_is_named_and_never_sent_again_by_itself(sold: Stall, reason: PrinterTrouble):
    with pytest.raises(PrinterUnavailable):
        sold.print_queue.print_waiting(FailingPrinter(reason, good=1, begun=True), PROFILE, MORNING)
    assert states(sold) == ["printed", "possibly", "waiting"]
    printer = WorkingPrinter()
    assert sold.print_queue.print_waiting(printer, PROFILE, MORNING) == 1
    assert receipts(printer.jobs) == ["A-000003"]
    assert [job.event.receipt for job in sold.print_queue.uncertain()] == ["A-000002"]


def test_what_was_being_sent_when_the_power_failed_is_uncertain_afterwards(tmp_path: Path):
    with closing(Stall.in_folder(tmp_path)) as stall:
        stall.open()
        stall.sell("TAZA")
        stall.sell("TAZA")
        stall.print_queue.take(PAPER_80, MORNING)
        assert stall.print_queue.uncertain() == (), "it is in hand"
        assert stall.print_queue.tally() == (2, 0)
    with closing(Stall(stall.path)) as again:
        [job] = again.print_queue.uncertain()
        assert (job.event.receipt, job.reason, job.tries) == ("A-000001", "interrupted", 1)
        assert again.print_queue.tally() == (1, 1)
        printer = WorkingPrinter()
        assert again.print_queue.print_waiting(printer, PROFILE, MORNING) == 1
        assert receipts(printer.jobs) == ["A-000002"]
        assert states(again) == ["possibly", "printed"]


def test_a_printer_that_breaks_in_a_way_nobody_foresaw_leaves_the_job_uncertain(sold: Stall):
    class Broken:
        def send(self, data: bytes) -> None:
            raise RuntimeError("smoke")

    with pytest.raises(RuntimeError):
        sold.print_queue.print_waiting(Broken(), PROFILE, MORNING)
    assert states(sold) == ["possibly", "waiting", "waiting"]


# --- by another thread ---------------------------------------------------------------------------------------------


def test_a_job_is_taken_by_one_and_given_back_or_printed(sold: Stall):
    queue = sold.print_queue
    first, second = queue.take(PAPER_58, MORNING), queue.take(PAPER_58, MORNING)
    assert first.number < second.number
    assert queue.take(PAPER_58, MORNING, number=second.number) is None, "it is in hand"
    queue.printed(first)
    assert queue.give_back(second, trouble(PrinterTrouble.REFUSED))
    assert states(sold) == ["printed", "waiting", "waiting"]
    again = queue.take(PAPER_58, MORNING)
    assert again.number == second.number
    assert not queue.give_back(again, trouble(PrinterTrouble.BROKE_OFF, begun=True))
    assert states(sold) == ["printed", "possibly", "waiting"]
    assert queue.take(PAPER_58, MORNING, number=first.number) is None, "it is settled"


def test_nothing_waiting_is_nothing_to_take(opened: Stall):
    assert opened.print_queue.take(PAPER_80, MORNING) is None


def test_a_job_remembers_its_tries_where_when_and_why_the_last_one_failed(sold: Stall):
    queue, later = sold.print_queue, MORNING + timedelta(minutes=5)
    queue.give_back(queue.take(PAPER_80, MORNING, "usb:auto"), trouble(PrinterTrouble.NOT_FOUND))
    queue.give_back(queue.take(PAPER_80, later, "tcp://other"), trouble(PrinterTrouble.REFUSED))
    job = queue.pending()[0]
    assert (job.tries, job.printer, job.tried_at, job.reason) == (2, "tcp://other", later, "refused")
    queue.printed(queue.take(PAPER_80, later, "usb:auto"))
    job = queue.job_of(job.event.stamp.id)
    assert (job.state, job.tries, job.printer, job.reason) == (JobState.PRINTED, 3, "usb:auto", "")


def test_a_paper_that_can_t_be_made_is_named_and_holds_up_nothing(sold: Stall, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("pos.services.paper_strips.sale_receipt", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        sold.print_queue.take(PAPER_80, MORNING)
    monkeypatch.undo()
    printer = WorkingPrinter()
    assert sold.print_queue.print_waiting(printer, PROFILE, MORNING) == 2
    assert receipts(printer.jobs) == ["A-000002", "A-000003"]
    [job] = sold.print_queue.uncertain()
    assert (job.event.receipt, job.reason) == ("A-000001", "fault")


def test_where_the_books_can_t_note_that_it_is_printed_the_job_is_doubtful(
    sold: Stall, monkeypatch: pytest.MonkeyPatch
):
    """It may well be on paper: a full disk must not make the till print it once more by itself."""
    queue = sold.print_queue
    job = queue.take(PAPER_80, MORNING)
    transaction = sold.books.transaction

    def full():
        raise BooksUnavailable("full")

    monkeypatch.setattr(sold.books, "transaction", full)
    with pytest.raises(BooksUnavailable):
        queue.printed(job)
    assert [job.event.receipt for job in queue.uncertain()] == ["A-000001"]
    assert queue.tally() == (2, 1)
    monkeypatch.setattr(sold.books, "transaction", transaction)
    assert queue.came_out([job.number]) == 1
    assert states(sold) == ["printed", "waiting", "waiting"]


# --- what a person says of a doubtful paper ------------------------------------------------------------------------


@pytest.fixture
def doubtful(sold: Stall) -> Stall:
    """The first of three receipts broke off."""
    queue = sold.print_queue
    queue.give_back(queue.take(PAPER_80, MORNING), trouble(PrinterTrouble.BROKE_OFF, begun=True))
    return sold


def test_it_came_out(doubtful: Stall):
    [job] = doubtful.print_queue.uncertain()
    assert doubtful.print_queue.came_out([job.number]) == 1
    assert states(doubtful) == ["printed", "waiting", "waiting"]
    assert doubtful.print_queue.came_out([job.number]) == 0


def test_printed_once_more_it_says_so_opens_no_drawer_and_comes_first(doubtful: Stall):
    queue, printer = doubtful.print_queue, WorkingPrinter()
    [job] = queue.uncertain()
    assert queue.want_again([job.number]) == 1
    assert queue.print_waiting(printer, PROFILE, MORNING) == 3
    assert receipts(printer.jobs) == ["A-000001", "A-000002", "A-000003"]
    assert [b"REIMPRESI" in job for job in printer.jobs] == [True, False, False]
    assert [PULSE in job for job in printer.jobs] == [False, True, True]


def test_it_goes_on_saying_so_however_often_it_is_tried_and_after_a_restart(tmp_path: Path):
    with closing(Stall.in_folder(tmp_path)) as stall:
        stall.open()
        stall.sell("TAZA")
        queue = stall.print_queue
        queue.give_back(queue.take(PAPER_80, MORNING), trouble(PrinterTrouble.SILENT, begun=True))
        queue.want_again([job.number for job in queue.uncertain()])
        queue.give_back(queue.take(PAPER_80, MORNING), trouble(PrinterTrouble.REFUSED))
    with closing(Stall(stall.path)) as again:
        job = again.print_queue.take(PAPER_80, MORNING)
        first, second, *rest = to_text(job.strip, 48).splitlines()
        assert (first.strip(), second.strip()) == ("REIMPRESIÓN", "Puede haber otro papel igual a este.")
        assert rest == to_text(again.print_queue.strip(again.refunding.find("A-000001"), PAPER_80), 48).splitlines()


@pytest.mark.parametrize(("language", "word"), [("es", "REIMPRESIÓN"), ("en", "REPRINT"), ("de", "NACHDRUCK")])
def test_it_says_so_in_the_buyer_s_language(opened: Stall, language: str, word: str):
    opened.sell_basket(replace(opened.basket("TAZA"), language=language))
    queue = opened.print_queue
    queue.give_back(queue.take(PAPER_58, MORNING), trouble(PrinterTrouble.SILENT, begun=True))
    [job] = queue.uncertain()
    assert word in to_text(queue.strip_of(job, PAPER_58), 32).splitlines()[0]


def test_what_is_not_needed_is_never_printed(doubtful: Stall):
    queue = doubtful.print_queue
    first, second, _ = queue.pending()
    assert queue.give_up([first.number, second.number]) == 2
    assert states(doubtful) == ["given-up", "given-up", "waiting"]
    printer = WorkingPrinter()
    queue.print_waiting(printer, PROFILE, MORNING)
    assert receipts(printer.jobs) == ["A-000003"]
    assert queue.pending() == ()


def test_what_is_on_its_way_can_t_be_called_back(sold: Stall):
    queue = sold.print_queue
    job = queue.take(PAPER_80, MORNING)
    assert queue.give_up([job.number]) == queue.came_out([job.number]) == queue.want_again([job.number]) == 0
    assert [job.state for job in queue.pending()] == [JobState.SENDING, JobState.WAITING, JobState.WAITING]


def test_a_doubtful_job_taken_by_its_number_is_doubtful_again_where_nothing_of_it_was_sent(doubtful: Stall):
    """As for another printer that is not there: the till's own must not print it by itself afterwards."""
    queue = doubtful.print_queue
    [job] = queue.uncertain()
    taken = queue.take(PAPER_58, MORNING, "tcp://other", job.number)
    assert "REIMPRESIÓN" in to_text(taken.strip, 32)
    assert queue.give_back(taken, trouble(PrinterTrouble.NOT_FOUND))
    assert states(doubtful) == ["possibly", "waiting", "waiting"]


# --- the drawer ----------------------------------------------------------------------------------------------------


def test_a_receipt_that_is_printed_late_opens_no_drawer(opened: Stall):
    """The printer was gone for an hour: the buyers had their change, and nobody stands before the drawer now."""
    sold_at = opened.sell("TAZA").stamp.at
    queue, printer = opened.print_queue, WorkingPrinter()
    in_time = queue.take(PAPER_80, sold_at + DRAWER_TIME)
    queue.give_back(in_time, trouble(PrinterTrouble.REFUSED))
    assert DrawerPulse() in in_time.strip
    queue.print_waiting(printer, PROFILE, sold_at + DRAWER_TIME + timedelta(seconds=1))
    assert PULSE not in printer.jobs[0]


# --- copies --------------------------------------------------------------------------------------------------------


def test_a_copy_says_so_opens_no_drawer_and_changes_nothing_in_the_queue(sold: Stall):
    sale = sold.refunding.find("A-000001")
    printer = WorkingPrinter()
    sold.print_queue.print_waiting(printer, PROFILE, MORNING)
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
        sold.print_queue.print_copy(sale, FailingPrinter(PrinterTrouble.BROKE_OFF, begun=True), PROFILE)
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
    sold.print_queue.print_waiting(WorkingPrinter(), PROFILE, MORNING)
    assert other.waiting() == 0


# --- practice ------------------------------------------------------------------------------------------------------


def test_what_practice_prints_opens_no_drawer_and_finds_no_real_sale(sold: Stall):
    """Its receipts are numbered as the real ones are, so that their barcodes would name another sale."""
    sale = sold.refunding.find("A-000001")
    back = sold.refunding.refund(sold.act(), sale.stamp.id, [(1, 1)], shown=True)
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
    back = stall.refunding.refund(stall.act(), sale.stamp.id, [(1, 1)], shown=True)
    reading = queue.x_strip("A", MORNING, PAPER_80)
    strips = [queue.strip(event, PAPER_80) for event in (sale, back, moved, stall.close_shift({}))]
    said = "\n".join(to_text(strip, 48) for strip in (reading, *strips))
    assert "Taza" in said
    assert "Efectivo" in said
