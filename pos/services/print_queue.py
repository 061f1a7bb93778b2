"""Getting receipts onto paper, in order, none forgotten and none repeated without saying so."""

from dataclasses import dataclass

from pos.domain.documents import Receipt
from pos.domain.facts import Event
from pos.domain.sales import Return, Sale
from pos.hardware.interfaces import Printer, PrinterTrouble, PrinterUnavailable
from pos.printing.escpos import PrinterProfile, to_escpos
from pos.printing.receipt_elements import Element, PaperWidth
from pos.printing.receipt_layout import lay_out
from pos.services.cataloguing import Cataloguing
from pos.services.receipts import return_receipt, sale_receipt
from pos.storage.books import Books
from pos.storage.print_jobs import JobState, PrintJob
from pos.texts import Texts

_NOTHING_SENT = (PrinterTrouble.NOT_FOUND, PrinterTrouble.REFUSED, PrinterTrouble.NOT_ALLOWED)
"""Troubles that come before the first byte: the job just goes on waiting."""


@dataclass(frozen=True, slots=True)
class PaperJob:
    """A job that is being sent: its number in the queue, and the strip to print."""

    number: int
    strip: tuple[Element, ...]


class PrintQueue:
    """The jobs that were written with their events, and the printer that takes them."""

    def __init__(self, books: Books, catalogue: Cataloguing) -> None:
        self._books = books
        self._catalogue = catalogue

    def strip(self, event: Event, paper: PaperWidth, *, copy: bool = False) -> tuple[Element, ...]:
        """An event's receipt laid out for a paper width; raises `TypeError` for an event that has none."""
        receipt = self._receipt(event, copy=copy)
        return lay_out(receipt, paper, Texts(receipt.language))

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
        """Print an event's receipt once more, marked as a copy; raises `PrinterUnavailable`."""
        printer.send(to_escpos(self.strip(event, profile.paper, copy=True), profile))

    def _jobs(self, state: JobState, most: int | None = None) -> tuple[PrintJob, ...]:
        with self._books.reading() as books:
            return tuple(books.print_jobs.of_state(state, most))

    def _mark(self, job: PaperJob, state: JobState) -> None:
        with self._books.transaction() as books:
            books.print_jobs.mark(job.number, state)

    def _receipt(self, event: Event, *, copy: bool) -> Receipt:
        terms = self._catalogue.terms()
        match event:
            case Sale():
                return sale_receipt(event, terms, copy=copy)
            case Return():
                return return_receipt(event, terms, copy=copy)
        raise TypeError(f"{type(event).__name__} has no receipt")
