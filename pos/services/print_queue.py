"""Getting receipts and a shift's papers onto paper, in order, none forgotten and none repeated without saying so."""

from dataclasses import dataclass
from datetime import datetime

from pos.domain.facts import Event
from pos.domain.refusals import NoOpenShift
from pos.domain.sales import Return, Sale
from pos.domain.settlements import Advance, Payout
from pos.domain.shifts import CashMoved, ShiftClosed
from pos.hardware.interfaces import Printer, PrinterTrouble, PrinterUnavailable
from pos.printing.escpos import PrinterProfile, to_escpos
from pos.printing.receipt_elements import Barcode, Cut, DrawerPulse, Element, PaperWidth
from pos.printing.receipt_layout import lay_out
from pos.printing.shift_layout import lay_out_shift
from pos.printing.slip_layout import lay_out_slip
from pos.printing.strip_page import StripPage
from pos.services.cataloguing import Cataloguing
from pos.services.receipts import return_receipt, sale_receipt
from pos.services.shift_papers import cash_slip, x_paper, z_paper
from pos.storage.books import Books
from pos.storage.print_jobs import JobState, PrintJob
from pos.texts import Texts, spoken

_NOTHING_SENT = (PrinterTrouble.NOT_FOUND, PrinterTrouble.REFUSED, PrinterTrouble.NOT_ALLOWED)
"""Troubles that come before the first byte: the job just goes on waiting."""

_REAL_ONLY = (Barcode, DrawerPulse)
"""What practice never prints: its numbers are those of real sales, and no drawer of money opens for it."""


@dataclass(frozen=True, slots=True)
class PaperJob:
    """A job that is being sent: its number in the queue, and the strip to print."""

    number: int
    strip: tuple[Element, ...]


class PrintQueue:
    """The jobs that were written with their events, and the printer that takes them."""

    def __init__(self, books: Books, catalogue: Cataloguing, *, practice: bool = False) -> None:
        """What is printed in `practice` says at head and foot that it is worth nothing; it opens no drawer, and has no
        barcode that would find a real sale."""
        self._books = books
        self._catalogue = catalogue
        self._practice = practice

    def strip(self, event: Event, paper: PaperWidth, *, copy: bool = False) -> tuple[Element, ...]:
        """An event's paper laid out for a paper width; raises `TypeError` for an event that has none."""
        return self._marked(self._laid_out(event, paper, copy=copy), paper)

    def _laid_out(self, event: Event, paper: PaperWidth, *, copy: bool) -> tuple[Element, ...]:
        terms = self._catalogue.terms()
        match event:
            case Sale():
                receipt = sale_receipt(event, terms, copy=copy)
                return lay_out(receipt, paper, _texts(receipt.language))
            case Return():
                receipt = return_receipt(event, terms, copy=copy)
                return lay_out(receipt, paper, _texts(receipt.language))
            case ShiftClosed():
                with self._books.reading() as books:
                    closing = z_paper(books, event, terms, copy=copy)
                return lay_out_shift(closing, paper, _texts(closing.language))
            case CashMoved() | Advance() | Payout():
                slip = cash_slip(event, terms, copy=copy)
                return lay_out_slip(slip, paper, _texts(slip.language))
        raise TypeError(f"{type(event).__name__} has no paper")

    def x_strip(self, till: str, at: datetime, paper: PaperWidth) -> tuple[Element, ...]:
        """The X of a till's open shift, laid out; it is printed at once and never queued. Raises `NoOpenShift`."""
        terms = self._catalogue.terms()
        with self._books.reading() as books:
            shift = books.journal.till(till).shift
            if shift is None:
                raise NoOpenShift(till=till)
            reading = x_paper(books, till, shift, terms, at)
        return self._marked(lay_out_shift(reading, paper, _texts(reading.language)), paper)

    def _marked(self, strip: tuple[Element, ...], paper: PaperWidth) -> tuple[Element, ...]:
        """The strip as practice prints it, between two lines that nobody overlooks."""
        if not self._practice:
            return strip
        strip = tuple(element for element in strip if not isinstance(element, _REAL_ONLY))
        texts = _texts(self._catalogue.terms().network.language)
        mark = tuple(StripPage(paper, texts).centred(texts._("PRACTICE - WORTH NOTHING"), bold=True, double=True))
        end = next((at for at, element in enumerate(strip) if isinstance(element, Cut)), len(strip))
        return (*mark, *strip[:end], *mark, *strip[end:])

    def print_waiting(self, printer: Printer, profile: PrinterProfile) -> int:
        """Print every waiting job, oldest first, and tell how many were printed.

        Raises `PrinterUnavailable` at the first that was not. A job that broke off halfway stays marked as sending:
        it may be on paper, so it is never sent again by itself (`uncertain` names it).
        """
        printed = 0
        while (job := self.take(profile.paper)) is not None:
            try:
                printer.send(to_escpos(job.strip, profile))
            except PrinterUnavailable as trouble:
                self.give_back(job, trouble.reason)
                raise
            self.printed(job)
            printed += 1
        return printed

    def take(self, paper: PaperWidth) -> PaperJob | None:
        """The oldest waiting job, laid out and marked as sending; None when none waits.

        Whoever sends it says how it went, by `printed` or `give_back`. Sending needs no books, so another thread may.
        """
        oldest = self._jobs(JobState.WAITING, most=1)
        if not oldest:
            return None
        job = PaperJob(oldest[0].number, self.strip(oldest[0].event, paper))
        self._mark(job, JobState.SENDING)
        return job

    def printed(self, job: PaperJob) -> None:
        """The job is on paper."""
        self._mark(job, JobState.PRINTED)

    def give_back(self, job: PaperJob, reason: PrinterTrouble) -> bool:
        """The printer failed: the job waits again if nothing of it was sent, and then this gives True."""
        untouched = reason in _NOTHING_SENT
        if untouched:
            self._mark(job, JobState.WAITING)
        return untouched

    def waiting(self) -> int:
        """How many jobs wait."""
        with self._books.reading() as books:
            return books.print_jobs.count(JobState.WAITING)

    def uncertain(self) -> tuple[PrintJob, ...]:
        """The jobs that may have been printed, or half printed, when the printer or the power failed."""
        return self._jobs(JobState.SENDING)

    def print_copy(self, event: Event, printer: Printer, profile: PrinterProfile) -> None:
        """Print an event's paper once more, marked as a copy; raises `PrinterUnavailable`."""
        printer.send(to_escpos(self.strip(event, profile.paper, copy=True), profile))

    def _jobs(self, state: JobState, most: int | None = None) -> tuple[PrintJob, ...]:
        with self._books.reading() as books:
            return tuple(books.print_jobs.of_state(state, most))

    def _mark(self, job: PaperJob, state: JobState) -> None:
        with self._books.transaction() as books:
            books.print_jobs.mark(job.number, state)


def _texts(language: str) -> Texts:
    """What a strip says of its own: no language that a network speaks keeps its papers from being printed."""
    return Texts(spoken(language))
