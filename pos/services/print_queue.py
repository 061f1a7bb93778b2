"""Getting receipts and a shift's papers onto paper, in order, none forgotten and none repeated without saying so.

What a job's states mean, and why, is in docs/decisions/0013-states-of-a-print-job.md.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import NamedTuple

from pos.domain.documents import SettlementPaper
from pos.domain.facts import Event
from pos.domain.sales import Return, Sale
from pos.domain.stamps import EventId
from pos.hardware.interfaces import Printer, PrinterUnavailable
from pos.printing.escpos import PrinterProfile, to_escpos
from pos.printing.receipt_elements import Element, PaperWidth
from pos.services.cataloguing import Cataloguing
from pos.services.paper_marks import drawer_shut, practised, reprinted
from pos.services.paper_pictures import PaperPictures
from pos.services.paper_strips import PaperStrips, texts_of
from pos.storage.books import Books, Transaction
from pos.storage.database import BooksUnavailable
from pos.storage.print_jobs import JobState, PrintJob

INTERRUPTED = "interrupted"
"""The till stopped while a job was on its way, or could not note how that went."""
FAULT = "fault"
"""The program itself, or a driver, failed in a way that nobody foresaw."""

DRAWER_TIME = timedelta(minutes=2)
"""How long after a sale its receipt still opens the drawer: later the buyer has the change, and nobody stands there."""


class Tally(NamedTuple):
    """How many jobs wait, one that is on its way included, and how many may be on paper or not."""

    waiting: int = 0
    possibly: int = 0


@dataclass(frozen=True, slots=True)
class PaperJob:
    """A job that is being sent: its number in the queue, the strip to print, and what it was before, and why."""

    number: int
    strip: tuple[Element, ...]
    before: JobState
    reason: str


class PrintQueue:
    """The jobs that were written with their events, and the printer that takes them.

    Each set of books has one queue, which knows what it has handed out. What else the books have as sending was left so
    by a program that stopped, or by a disk that failed: it is as doubtful as what broke off.
    """

    def __init__(
        self,
        books: Books,
        catalogue: Cataloguing,
        *,
        practice: bool = False,
        pictures: PaperPictures | None = None,
    ) -> None:
        """What is printed in `practice` says at head and foot that it is worth nothing, and its amounts are struck
        through; it opens no drawer, and has no barcode that would find a real sale. `pictures` are for receipts."""
        self._books = books
        self._catalogue = catalogue
        self._strips = PaperStrips(books, catalogue, pictures)
        self._practice = practice
        self._in_hand: set[int] = set()

    # --- strips ------------------------------------------------------------------------------------------------------

    def strip(self, event: Event, paper: PaperWidth, *, copy: bool = False) -> tuple[Element, ...]:
        """An event's paper laid out for a paper width; raises `TypeError` for an event that has none."""
        return self._marked(self._strips.of_event(event, paper, copy=copy), paper)

    def strip_of(self, job: PrintJob, paper: PaperWidth) -> tuple[Element, ...]:
        """A job's paper as it would be printed now; raises as `strip`."""
        strip = self._strips.of_event(job.event, paper, copy=False)
        if job.again or job.state is JobState.POSSIBLY:
            language = job.event.language if isinstance(job.event, Sale | Return) else self._language
            strip = reprinted(strip, paper, texts_of(language))
        return self._marked(strip, paper)

    def x_strip(self, till: str, at: datetime, paper: PaperWidth) -> tuple[Element, ...]:
        """The X of a till's open shift, laid out; it is printed at once and never queued. Raises `NoOpenShift`."""
        return self._marked(self._strips.x(till, at, paper), paper)

    def settlement_strip(self, settlement: SettlementPaper, paper: PaperWidth) -> tuple[Element, ...]:
        """A unit's settlement, laid out; it is printed at once and never queued."""
        return self._marked(self._strips.settlement(settlement, paper), paper)

    def _marked(self, strip: tuple[Element, ...], paper: PaperWidth) -> tuple[Element, ...]:
        return practised(strip, paper, texts_of(self._language)) if self._practice else strip

    @property
    def _language(self) -> str:
        return self._catalogue.terms().network.language

    # --- printing ----------------------------------------------------------------------------------------------------

    def print_waiting(self, printer: Printer, profile: PrinterProfile, at: datetime, uri: str = "") -> int:
        """Print every waiting job, oldest first, and tell how many were printed.

        Raises `PrinterUnavailable` at the first that was not. A job that broke off halfway may be on paper, so it is
        never sent again by itself (`uncertain` names it).
        """
        printed = 0
        while (job := self.take(profile.paper, at, uri)) is not None:
            try:
                printer.send(to_escpos(job.strip, profile))
            except PrinterUnavailable as trouble:
                self.give_back(job, trouble)
                raise
            except BaseException:
                self.doubt(job, FAULT)
                raise
            self.printed(job)
            printed += 1
        return printed

    def take(
        self, paper: PaperWidth, at: datetime, uri: str = "", number: int | None = None, *, opens_drawer: bool = True
    ) -> PaperJob | None:
        """The oldest waiting job, laid out and noted as on its way to the printer of `uri`; None when none waits.

        With a `number` it is that job, also one that may be on paper already; None where it is settled. Whoever sends
        it says how it went, by `printed`, `give_back` or `doubt`. Sending needs no books, so another thread may.
        `opens_drawer` tells whether the drawer hangs on that printer.
        """
        self._note_unsent()
        job = self._next() if number is None else self._job(number)
        if job is None or job.number in self._in_hand or job.state not in {JobState.WAITING, JobState.POSSIBLY}:
            return None
        strip = self._strip_to_send(job, paper)
        if not opens_drawer or at - job.event.stamp.at > DRAWER_TIME:
            strip = drawer_shut(strip)
        with self._books.transaction() as books:
            books.print_jobs.send(job.number, uri, at)
        self._in_hand.add(job.number)
        return PaperJob(job.number, strip, job.state, job.reason)

    def _strip_to_send(self, job: PrintJob, paper: PaperWidth) -> tuple[Element, ...]:
        try:
            return self.strip_of(job, paper)
        except BooksUnavailable:
            raise
        except Exception:
            # A paper that can't be made must not hold up those behind it for ever: a person is told of it.
            with self._books.transaction() as books:
                books.print_jobs.mark(job.number, JobState.POSSIBLY, FAULT)
            raise

    def printed(self, job: PaperJob) -> None:
        """The job is on paper."""
        self._end(job, JobState.PRINTED)

    def give_back(self, job: PaperJob, trouble: PrinterUnavailable) -> bool:
        """The printer failed: the job is as before if nothing of it was sent, and then this gives True."""
        if trouble.begun:
            self.doubt(job, trouble.reason)
        else:
            self.put_back(job, trouble.reason)
        return not trouble.begun

    def put_back(self, job: PaperJob, reason: str) -> None:
        """Nothing of the job was sent, for this reason: it is as it was before, and as doubtful for the same reason."""
        self._end(job, job.before, job.reason if job.before is JobState.POSSIBLY else reason)

    def doubt(self, job: PaperJob, reason: str) -> None:
        """The job may be on paper, as a whole or in part."""
        self._end(job, JobState.POSSIBLY, reason)

    def _end(self, job: PaperJob, state: JobState, reason: str = "") -> None:
        # First, for where the books can't note it, the job is in nobody's hand any more, and so it is doubtful.
        self._in_hand.discard(job.number)
        with self._books.transaction() as books:
            books.print_jobs.mark(job.number, state, reason)

    def print_copy(self, event: Event, printer: Printer, profile: PrinterProfile) -> None:
        """Print an event's paper once more, marked as a copy; raises `PrinterUnavailable`."""
        printer.send(to_escpos(self.strip(event, profile.paper, copy=True), profile))

    # --- what waits and what is doubtful -----------------------------------------------------------------------------

    def waiting(self) -> int:
        """How many jobs wait."""
        with self._books.reading() as books:
            return books.print_jobs.count(JobState.WAITING)

    def tally(self) -> Tally:
        """How many jobs wait and how many are doubtful."""
        with self._books.reading() as books:
            count = books.print_jobs.count
            sending = count(JobState.SENDING)
            in_hand = len(self._in_hand)
            return Tally(count(JobState.WAITING) + in_hand, count(JobState.POSSIBLY) + sending - in_hand)

    def pending(self) -> tuple[PrintJob, ...]:
        """All that is not settled, oldest first: what waits, what is on its way, what may be on paper."""
        with self._books.reading() as books:
            jobs = books.print_jobs.of_state(JobState.WAITING, JobState.SENDING, JobState.POSSIBLY)
        return tuple(map(self._as_it_is, jobs))

    def uncertain(self) -> tuple[PrintJob, ...]:
        """The jobs that may have been printed, or half printed, when the printer or the power failed."""
        return tuple(job for job in self.pending() if job.state is JobState.POSSIBLY)

    def job_of(self, event: EventId) -> PrintJob | None:
        """An event's job, None where no paper of it was wanted with it."""
        with self._books.reading() as books:
            job = books.print_jobs.of_event(event)
        return None if job is None else self._as_it_is(job)

    def _note_unsent(self) -> None:
        """What the books have as on its way, and nobody sends, is noted as doubtful: once, when the till was begun."""
        with self._books.reading() as books:
            sending = books.print_jobs.count(JobState.SENDING)
        if sending > len(self._in_hand):
            with self._books.transaction() as books:
                books.print_jobs.doubt_unsent(self._in_hand, INTERRUPTED)

    def _next(self) -> PrintJob | None:
        with self._books.reading() as books:
            return next(iter(books.print_jobs.of_state(JobState.WAITING, most=1)), None)

    def _job(self, number: int) -> PrintJob | None:
        with self._books.reading() as books:
            job = books.print_jobs.job(number)
        return None if job is None else self._as_it_is(job)

    def _as_it_is(self, job: PrintJob) -> PrintJob:
        """The job; one that nobody sends any more is doubtful, whether that could be noted or not."""
        if job.state is not JobState.SENDING or job.number in self._in_hand:
            return job
        return replace(job, state=JobState.POSSIBLY, reason=job.reason or INTERRUPTED)

    # --- what a person says ------------------------------------------------------------------------------------------

    def came_out(self, numbers: Iterable[int]) -> int:
        """These doubtful jobs are on paper, a person saw them; gives for how many that is noted now."""
        return self._settle(numbers, {JobState.POSSIBLY}, lambda books, n: books.print_jobs.mark(n, JobState.PRINTED))

    def want_again(self, numbers: Iterable[int]) -> int:
        """Let these doubtful jobs wait once more: their papers will say that there may be another. Gives how many."""
        return self._settle(numbers, {JobState.POSSIBLY}, lambda books, n: books.print_jobs.want_again(n))

    def give_up(self, numbers: Iterable[int]) -> int:
        """These jobs are not needed any more, whether they wait or are doubtful; gives how many."""
        open_ = {JobState.WAITING, JobState.POSSIBLY}
        return self._settle(numbers, open_, lambda books, n: books.print_jobs.mark(n, JobState.GIVEN_UP))

    def _settle(self, numbers: Iterable[int], states: set[JobState], note: Callable[[Transaction, int], None]) -> int:
        """Note it for those that are in one of these states now: what is on its way can't be called back."""
        done = 0
        with self._books.transaction() as books:
            for number in numbers:
                job = books.print_jobs.job(number)
                if job is not None and self._as_it_is(job).state in states:
                    note(books, number)
                    done += 1
        return done
