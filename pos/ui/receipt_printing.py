"""Receipts on their way to the printer: the window never waits for it, and its troubles are a state, not a stop.

The books are read and written on the window's thread. A worker gets a laid-out strip, makes the printer's bytes of it
and sends them: loading the printer's language takes half a second, and a printer without paper takes half a minute.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThreadPool, Signal

from pos.domain.facts import Event
from pos.hardware.interfaces import Printer, PrinterUnavailable
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable

if TYPE_CHECKING:  # a till's first screen prints nothing, so it does not wait for what printing loads
    from pos.printing.escpos import PrinterProfile
    from pos.printing.receipt_elements import Element
    from pos.services.print_queue import PaperJob


class Stage(StrEnum):
    """What the printer is about."""

    NO_PRINTER = "no-printer"
    BAD_ADDRESS = "bad-address"
    IDLE = "idle"
    PRINTING = "printing"
    PRINTED = "printed"
    WAITING = "waiting"
    """It did not take the receipt, which waits."""
    MISSED = "missed"
    """It did not take what no job stands for: a copy, an X report, opening the drawer. Whoever wants it asks again."""
    UNCERTAIN = "uncertain"
    """It broke off: the receipt may be on paper, or half of it."""


@dataclass(frozen=True, slots=True)
class PrinterState:
    """The stage, why which printer fails where it does, and how many receipts wait."""

    stage: Stage
    reason: str = ""
    uri: str = ""
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class _Outcome:
    """How sending went: `fault` is what was raised, None when the strip is on paper; a copy has no job."""

    job: "PaperJob | None"
    fault: BaseException | None


class ReceiptPrinting(QObject):
    """Sends what waits, one strip after the other."""

    changed = Signal()
    """The state is another one."""
    failed = Signal(object)
    """The books could not note how a job went (`BooksUnavailable`): it stays uncertain."""
    _sent = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        self._outcomes: SimpleQueue[_Outcome] = SimpleQueue()
        self._wanted: deque[Callable[[], bytes]] = deque()
        self._busy = False
        self._printer, stage = _opened(desk)
        self.state = PrinterState(stage, uri=desk.settings.printer)
        self._sent.connect(self._note_outcomes)

    @property
    def has_printer(self) -> bool:
        """Whether a printer is set at all."""
        return self._printer is not None

    def print_waiting(self) -> None:
        """Send what waits; comes back at once. Raises `BooksUnavailable`."""
        if self._printer is None or self._busy:
            return
        job = self._desk.print_queue.take(self._desk.paper)
        if job is not None:
            self._send(self._printer, _bytes_of(job.strip, self._desk.printer_profile), job)

    def print_copy(self, event: Event) -> None:
        """Send an event's paper once more, marked as a copy; comes back at once. Raises `BooksUnavailable`."""
        if self._printer is not None:
            strip = self._desk.print_queue.strip(event, self._desk.paper, copy=True)
            self._send_apart(self._printer, _bytes_of(strip, self._desk.printer_profile))

    def print_x(self) -> None:
        """Send the X report of the open shift as it is now; comes back at once.

        Raises `NoOpenShift`, `BooksUnavailable`.
        """
        if self._printer is not None:
            strip = self._desk.print_queue.x_strip(self._desk.settings.till, self._desk.clock.now(), self._desk.paper)
            self._send_apart(self._printer, _bytes_of(strip, self._desk.printer_profile))

    def open_drawer(self) -> None:
        """Let the printer open the drawer that hangs on it; comes back at once."""
        if self._printer is not None and not self._desk.practice:
            profile = self._desk.printer_profile
            self._send_apart(self._printer, _pulse_of(profile))

    def serves(self, desk: Desk) -> bool:
        """Whether this is the printer and the paper of a desk, over the same books."""
        own, other = self._desk, desk
        same_paper = own.settings.receipt_width == other.settings.receipt_width
        return own.practice == other.practice and own.settings.printer == other.settings.printer and same_paper

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being sent."""
        return not self._busy

    def retire(self) -> None:
        """Send nothing any more; what is being sent is finished and noted whenever that is. Comes back at once."""
        self._printer = None
        self._wanted.clear()

    def stop(self) -> None:
        """Wait for the strip that is being sent, and note how that went; nothing is sent any more."""
        self._pool.waitForDone()
        self._printer = None
        self._note_outcomes()

    def _send_apart(self, printer: Printer, make: Callable[[], bytes]) -> None:
        """Send what no job stands for: at once, or when the printer is done with what it has in hand."""
        if self._busy:
            self._wanted.append(make)
        else:
            self._send(printer, make, None)

    def _send(self, printer: Printer, make: Callable[[], bytes], job: "PaperJob | None") -> None:
        self._busy = True
        self._show(PrinterState(Stage.PRINTING))

        def tell(fault: BaseException | None) -> None:
            self._outcomes.put(_Outcome(job, fault))
            self._sent.emit()

        self._pool.start(_sending(make, printer, tell))

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
                self.failed.emit(trouble)

    def _note(self, outcome: _Outcome) -> None:
        match outcome.fault:
            case None:
                if outcome.job is not None:
                    self._desk.print_queue.printed(outcome.job)
                self._show(PrinterState(Stage.PRINTED))
                self._go_on()
            case PrinterUnavailable() as trouble:
                self._wanted.clear()  # it would not take them either; whoever wants them asks again
                waits = outcome.job is None or self._desk.print_queue.give_back(outcome.job, trouble.reason)
                waiting = self._desk.print_queue.waiting()
                stage = Stage.UNCERTAIN if not waits else Stage.WAITING if waiting else Stage.MISSED
                self._show(PrinterState(stage, trouble.reason.value, trouble.uri, waiting))
            case fault:
                self._wanted.clear()
                self._show(PrinterState(Stage.UNCERTAIN, waiting=self._desk.print_queue.waiting()))
                raise fault

    def _go_on(self) -> None:
        if self._wanted and self._printer is not None:
            self._send(self._printer, self._wanted.popleft(), None)
        else:
            self.print_waiting()

    def _show(self, state: PrinterState) -> None:
        self.state = state
        self.changed.emit()


def _opened(desk: Desk) -> tuple[Printer | None, Stage]:
    if not desk.settings.printer:
        return None, Stage.NO_PRINTER
    try:
        return desk.open_printer(desk.settings.printer), Stage.IDLE
    except ValueError:  # the address in the settings is no printer's; only the driver knows what one looks like
        return None, Stage.BAD_ADDRESS


def _bytes_of(strip: "tuple[Element, ...]", profile: "PrinterProfile") -> Callable[[], bytes]:
    """What makes the printer's bytes of a strip: called by the worker, since it loads the printer's language."""
    from pos.printing.escpos import to_escpos

    return lambda: to_escpos(strip, profile)


def _pulse_of(profile: "PrinterProfile") -> Callable[[], bytes]:
    """As `_bytes_of`, for the pulse that opens the drawer."""
    from pos.printing.escpos import drawer_pulse

    return lambda: drawer_pulse(profile)


def _sending(
    make: Callable[[], bytes], printer: Printer, tell: Callable[[BaseException | None], None]
) -> Callable[[], None]:
    """What the worker does; it knows no books and no window."""

    def send() -> None:
        fault: BaseException | None = None
        try:
            printer.send(make())
        except BaseException as error:  # noqa: BLE001 - whatever it is, the window's thread has to be told
            fault = error
        tell(fault)

    return send
