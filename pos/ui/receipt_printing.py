"""Receipts on their way to the printer: the window never waits for it, and its troubles are a state, not a stop.

The books are read and written on the window's thread. A worker gets a laid-out strip, makes the printer's bytes of it
and sends them: loading the printer's language takes half a second, and a printer without paper takes half a minute.
"""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from pos.domain.documents import SettlementPaper
from pos.domain.facts import Event
from pos.hardware.interfaces import Printer, PrinterUnavailable
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.storage.print_jobs import JobState
from pos.ui.drawer.own_drawer import OwnDrawer
from pos.ui.printer_errand import Errand, Outcome, bytes_of, pulse_of, run
from pos.ui.printer_state import PrinterState, Stage

if TYPE_CHECKING:  # as in `printer_errand`
    from pos.printing.receipt_elements import Element

FIRST_PAUSE, LONGEST_PAUSE = 5_000, 60_000
"""Milliseconds until a printer that failed is tried again: twice as many after each try, up to a minute."""
BAD_ADDRESS = "bad-address"
"""Why the other printer takes nothing, where its address in the settings is no printer's."""
FAULT = "fault"
"""Why a job is doubtful where the program itself failed."""


class ReceiptPrinting(QObject):
    """Sends what waits, one strip after the other; where the printer fails, tries again by itself, with growing pauses.

    Whoever sells something or touches "Try it" begins with the short pause anew.
    """

    changed = Signal()
    """The state is another one."""
    failed = Signal(object)
    """The books could not note how a job went (`BooksUnavailable`): it is doubtful."""
    _came_back = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._outcomes: SimpleQueue[Outcome] = SimpleQueue()
        self._wanted: deque[Callable[[], bytes]] = deque()
        self._for_other: deque[int] = deque()
        self._busy = False
        self._answers: bool | None = None  # whether the printer says how it is; not known until it was asked
        self.broke_off = False
        """Whether the printer may still wait for the rest of what it broke off in: `fresh_start` ends that."""
        self._drawer = OwnDrawer(desk)
        self._drawer.changed.connect(self.changed)
        self._printer, stage = _opened(desk)
        self.state = PrinterState(stage, uri=desk.settings.printer)
        self._pause = FIRST_PAUSE
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.timeout.connect(self._try_again)
        self._came_back.connect(self._note_outcomes)

    @property
    def has_printer(self) -> bool:
        """Whether a printer is set at all."""
        return self._printer is not None

    @property
    def has_other(self) -> bool:
        """Whether there is another printer that papers can be sent to."""
        return bool(self._desk.settings.backup_printer)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being sent."""
        return not self._busy

    @property
    def _has_drawer(self) -> bool:
        """Whether the drawer hangs on the printer."""
        return self._desk.settings.drawer.startswith("printer")

    def serves(self, desk: Desk) -> bool:
        """Whether these are the printers and the paper of a desk, over the same books."""
        return self._desk.practice == desk.practice and _devices(self._desk) == _devices(desk)

    # --- what is wanted ----------------------------------------------------------------------------------------------

    def print_waiting(self) -> None:
        """Send what waits; comes back at once. Raises `BooksUnavailable`."""
        self._pause = FIRST_PAUSE
        if not self._busy:
            self._retry.stop()
            self._print_next()

    def print_copy(self, event: Event) -> None:
        """Send an event's paper once more; comes back at once. Raises `BooksUnavailable`.

        It is marked as a copy; but where the paper itself waits, or may not be out, it is that one that is printed.
        """
        if self._printer is None:
            return
        queue = self._desk.print_queue
        job = queue.job_of(event.stamp.id)
        if job is not None and job.state is JobState.POSSIBLY:
            queue.want_again([job.number])
        if job is not None and job.state not in {JobState.PRINTED, JobState.GIVEN_UP}:
            self.print_waiting()
        else:
            strip = queue.strip(event, self._desk.paper, copy=True)
            self._send_apart(bytes_of(strip, self._desk.printer_profile))

    def print_x(self) -> None:
        """Send the X report of the open shift as it is now; comes back at once.

        Raises `NoOpenShift`, `BooksUnavailable`.
        """
        if self._printer is not None:
            strip = self._desk.print_queue.x_strip(self._desk.settings.till, self._desk.clock.now(), self._desk.paper)
            self._send_apart(bytes_of(strip, self._desk.printer_profile))

    def print_settlement(self, settlement: SettlementPaper) -> None:
        """Send a unit's settlement as a strip; comes back at once. Raises `BooksUnavailable`."""
        if self._printer is not None:
            strip = self._desk.print_queue.settlement_strip(settlement, self._desk.paper)
            self._send_apart(bytes_of(strip, self._desk.printer_profile))

    def print_strip(self, strip: "Iterable[Element]") -> None:
        """Send what is laid out already and stands for no job, such as labels; comes back at once."""
        if self._printer is not None:
            self._send_apart(bytes_of(tuple(strip), self._desk.printer_profile))

    def open_drawer(self) -> None:
        """Open the drawer, on the printer or on its own line; comes back at once."""
        self._drawer.open()
        if self._printer is not None and self._has_drawer and not self._desk.practice:
            self._send_apart(pulse_of(self._desk.printer_profile))

    def open_own_drawer(self) -> None:
        """Open the drawer that hangs on no printer; one that does is opened by the receipt. Comes back at once."""
        self._drawer.open()

    def drawer_after(self, state: PrinterState) -> bool | None:
        """Whether the drawer opened with a sale whose receipt is so far; None where none opens, or nobody knows."""
        if self._drawer.is_there:
            return self._drawer.opened
        return {Stage.PRINTED: True, Stage.WAITING: False}.get(state.stage) if self._has_drawer else None

    def send_to_other(self, numbers: Iterable[int]) -> None:
        """Send these jobs to the other printer, one after the other; comes back at once. Raises `BooksUnavailable`."""
        self._for_other.extend(numbers)
        self._show(replace(self.state, other=""))
        if not self._busy:
            self._go_on()

    def look(self) -> None:
        """Ask the printer how it is, whatever is known of it, and go on by that; comes back at once."""
        if self._printer is not None and not self._busy:
            self._run(Errand(self._printer, asks=True))

    def between_jobs(self, work: Callable[[], None]) -> None:
        """Let the printers' thread do this once what is being sent is through; comes back at once."""
        self._pool.start(work)

    def recount(self) -> None:
        """Somebody settled jobs."""
        self._show(self.state)

    def state_of(self, event: Event) -> PrinterState:
        """How the paper of one event is, as far as it has a job; else how the printer is. Raises `BooksUnavailable`."""
        job = self._desk.print_queue.job_of(event.stamp.id)
        if job is None or self._printer is None:
            return self.state
        match job.state:
            case JobState.PRINTED | JobState.GIVEN_UP:
                # What is being printed now, or was not, is a copy of it.
                apart = self.state.stage in {Stage.PRINTING, Stage.MISSED}
                return self.state if apart else replace(self.state, stage=Stage.PRINTED, reason="")
            case JobState.POSSIBLY:
                return replace(self.state, stage=Stage.UNCERTAIN, reason=job.reason)
            case JobState.SENDING:
                return replace(self.state, stage=Stage.PRINTING)
            case JobState.WAITING:
                return replace(self.state, stage=Stage.WAITING if self.state.is_failing else Stage.IDLE)

    def retire(self) -> None:
        """Send nothing any more; what is being sent is finished and noted whenever that is. Comes back at once."""
        self._printer = None
        self._retry.stop()
        self._wanted.clear()
        self._for_other.clear()

    def stop(self) -> None:
        """Wait for the strip that is being sent, and note how that went; nothing is sent any more."""
        self._pool.waitForDone()
        self._drawer.stop()
        self.retire()
        self._note_outcomes()

    # --- sending -----------------------------------------------------------------------------------------------------

    def _print_next(self, *, unasked: bool = False, may_look: bool = True) -> None:
        """Send the oldest job; where none waits, look how the printer is, unless that is known to be well."""
        desk, printer = self._desk, self._printer
        if printer is None:
            self._show(self.state)
            return
        profile = desk.printer_profile
        uri, pulses = desk.settings.printer, self._has_drawer
        job = desk.print_queue.take(profile.paper, desk.clock.now(), uri, opens_drawer=pulses)
        if job is not None:
            asks = self._answers is not False
            make = bytes_of(job.strip, profile)
            self._run(Errand(printer, make, job, asks=asks, starts_afresh=self.broke_off, unasked=unasked))
        elif may_look and (self._answers is None or self.state.reason or self.state.paper_low):
            self._run(Errand(printer, asks=True))
        else:
            self._show(self.state)

    def _send_apart(self, make: Callable[[], bytes]) -> None:
        """Send what no job stands for: at once, or when the printer is done with what it has in hand."""
        self._wanted.append(make)
        if not self._busy:
            self._go_on()

    def _send_other(self, number: int) -> bool:
        """Send a job to the other printer; False where there is nothing to send, or nowhere to send it to."""
        desk = self._desk
        uri, profile = desk.settings.backup_printer, desk.backup_profile
        try:
            printer = desk.open_printer(uri)
        except ValueError:  # as in `_opened`
            self._for_other.clear()
            self._show(replace(self.state, other=BAD_ADDRESS))
            return False
        job = desk.print_queue.take(profile.paper, desk.clock.now(), uri, number, opens_drawer=False)
        if job is not None:
            self._run(Errand(printer, bytes_of(job.strip, profile), job, to_other=True))
        return job is not None

    def _run(self, errand: Errand) -> None:
        self._busy = True

        def tell() -> None:
            self._outcomes.put(run(errand))
            self._came_back.emit()

        self._pool.start(tell)
        if errand.to_other:
            self._show(self.state)
        elif errand.make is not None and not errand.unasked:
            self._show(replace(self.state, stage=Stage.PRINTING, reason="", missed=False))

    def _go_on(self) -> None:
        """Send what comes next: for the other printer, what no job stands for, what waits."""
        while self._for_other:
            if self._send_other(self._for_other.popleft()):
                return
        if self._wanted and self._printer is not None:
            asks = self._answers is not False
            self._run(Errand(self._printer, self._wanted.popleft(), asks=asks, starts_afresh=self.broke_off))
        elif not self.state.is_failing:
            self._print_next(may_look=False)

    def _try_again(self) -> None:
        if self._busy:
            return
        try:
            self._print_next(unasked=True)
        except BooksUnavailable as trouble:
            self._try_later()
            self.failed.emit(trouble)

    def _try_later(self) -> None:
        if self._printer is not None:
            self._retry.start(self._pause)
            self._pause = min(2 * self._pause, LONGEST_PAUSE)

    # --- how it went -------------------------------------------------------------------------------------------------

    def _note_outcomes(self) -> None:
        while True:
            try:
                outcome = self._outcomes.get_nowait()
            except Empty:
                return
            self._busy = False
            try:
                self._note(outcome)
            except BooksUnavailable as trouble:
                self._show(replace(self.state, stage=Stage.UNCERTAIN))
                self._try_later()
                self.failed.emit(trouble)

    def _note(self, outcome: Outcome) -> None:
        if outcome.errand.to_other:
            self._note_other(outcome)
        else:
            self._note_own(outcome)
        if outcome.fault is not None and not isinstance(outcome.fault, PrinterUnavailable):
            raise outcome.fault
        self._go_on()

    def _note_own(self, outcome: Outcome) -> None:
        """Of the till's own printer: what became of the job, how the printer is, and when it is tried next."""
        errand, fault = outcome.errand, outcome.fault
        self._note_job(outcome)
        if errand.asks and fault is None:
            self._answers = bool(self._answers) or outcome.status is not None
        if outcome.sent or outcome.may_have_begun:
            self.broke_off = not outcome.sent
        reason = outcome.need or (fault.reason if isinstance(fault, PrinterUnavailable) else "")
        state = replace(
            self.state,
            reason=str(reason),
            ready=outcome.status is not None and not reason,
            paper_low=outcome.status is not None and outcome.status.paper_low,
        )
        well = fault is None and not reason
        if not well:
            # It would not take them either; whoever wants them asks again.
            lost = bool(self._wanted) or (errand.make is not None and errand.job is None)
            self._wanted.clear()
            state = replace(state, missed=state.missed or lost)
        self._show(replace(state, stage=self._stage_after(outcome, well=well)))
        if well:
            self._pause = FIRST_PAUSE
            self._retry.stop()
        if not well or self.state.paper_low:
            self._try_later()

    def _stage_after(self, outcome: Outcome, *, well: bool) -> Stage:
        if well:
            return Stage.PRINTED if outcome.sent else Stage.IDLE
        if outcome.errand.job is not None and outcome.may_have_begun:
            return Stage.UNCERTAIN
        if self._tally()[0]:
            return Stage.WAITING
        return Stage.IDLE if outcome.errand.make is None else Stage.MISSED

    def _note_other(self, outcome: Outcome) -> None:
        """Of the other printer; how the till's own is, nothing tells just now."""
        self._note_job(outcome)
        fault = outcome.fault
        other = ""
        if fault is not None:
            other = str(fault.reason) if isinstance(fault, PrinterUnavailable) else FAULT
            self._for_other.clear()
        self._show(replace(self.state, other=other))

    def _note_job(self, outcome: Outcome) -> None:
        job, queue, fault = outcome.errand.job, self._desk.print_queue, outcome.fault
        if job is None:
            return
        reason = str(outcome.need or (fault.reason if isinstance(fault, PrinterUnavailable) else FAULT))
        if outcome.may_have_begun:
            queue.doubt(job, reason)
        elif outcome.sent:
            queue.printed(job)
        else:
            queue.put_back(job, reason)

    def _tally(self) -> tuple[int, int]:
        """How many papers wait and how many are doubtful; as it was, while the books can't be read."""
        try:
            return self._desk.print_queue.tally()
        except BooksUnavailable:  # whoever writes is told of it; the next count is right again
            return self.state.waiting, self.state.possibly

    def _show(self, state: PrinterState) -> None:
        waiting, possibly = self._tally()
        self.state = replace(state, waiting=waiting, possibly=possibly)
        self.changed.emit()


def _devices(desk: Desk) -> tuple[object, ...]:
    """What a printing is made for: with other devices another one is made."""
    own = desk.settings
    backup = (own.backup_printer, own.backup_width)
    return (own.printer, own.receipt_width, own.printer_profile, own.code_page, own.drawer, *backup)


def _opened(desk: Desk) -> tuple[Printer | None, Stage]:
    if not desk.settings.printer:
        return None, Stage.NO_PRINTER
    try:
        return desk.open_printer(desk.settings.printer), Stage.IDLE
    except ValueError:  # the address in the settings is no printer's; only the driver knows what one looks like
        return None, Stage.BAD_ADDRESS
