"""What the printer's thread does: ask how the printer is, send, ask again. It knows no books and no window."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pos.hardware.interfaces import Printer, PrinterStatus, PrinterUnavailable
from pos.printing.fresh_start import fresh_start
from pos.services.printer_needs import PrinterNeed, need_of

if TYPE_CHECKING:  # a till's first screen prints nothing, so it does not wait for what printing loads
    from pos.printing.escpos import PrinterProfile
    from pos.printing.receipt_elements import Element
    from pos.services.print_queue import PaperJob

_WITHOUT_PAPER = frozenset({PrinterNeed.COVER_OPEN, PrinterNeed.PAPER_OUT, PrinterNeed.JAMMED})
"""What a printer says right after a job that may not have come out whole; being offline may only mean being busy."""


@dataclass(frozen=True, slots=True)
class Errand:
    """One way to a printer and back. `make` gives the bytes to send; None for only looking how the printer is."""

    printer: Printer
    make: Callable[[], bytes] | None = None
    job: "PaperJob | None" = None
    """What the bytes stand for in the queue; a copy, an X report and a drawer's pulse stand for nothing there."""
    asks: bool = False
    """Whether the printer is asked how it is afterwards: not one that never answers, since silence takes its time."""
    starts_afresh: bool = False
    """Whether it broke off the last time, and may still wait for the rest of that."""
    to_other: bool = False
    """Whether it goes to the other printer rather than to the till's own."""
    unasked: bool = False
    """Whether the till tries it by itself, so that nobody waits for a word of it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an errand went.

    `status` is what the printer says of itself now, and `need` what it needs therefore; `fault` is what was raised.
    """

    errand: Errand
    sent: bool = False
    status: PrinterStatus | None = None
    need: PrinterNeed | None = None
    fault: BaseException | None = None

    @property
    def is_doubtful(self) -> bool:
        """Whether all was sent, and may yet not be on paper."""
        return self.sent and self.need in _WITHOUT_PAPER

    @property
    def may_have_begun(self) -> bool:
        """Whether it went wrong, and some of what was sent may yet be on paper."""
        if isinstance(self.fault, PrinterUnavailable):
            return self.fault.begun
        return self.fault is not None or self.is_doubtful


def run(errand: Errand) -> Outcome:
    """Do it. Blocks for as long as the printer's driver may; raises nothing: a window's thread has to be told."""
    try:
        return _done(errand)
    except BaseException as fault:  # noqa: BLE001 - whatever it is, the window's thread has to be told
        return Outcome(errand, fault=fault)


def _done(errand: Errand) -> Outcome:
    printer = errand.printer
    if errand.make is None:
        status = printer.status()
        return Outcome(errand, status=status, need=need_of(status))
    job = errand.make()
    if errand.starts_afresh:
        _start_afresh(printer)
    try:
        printer.send(job)
    except PrinterUnavailable as fault:
        # A printer that was reached may say what is the matter with it; of one that was not, asking takes too long.
        said = _said(printer) if errand.asks and fault.begun else None
        return Outcome(errand, status=said, need=need_of(said), fault=fault)
    # It took all bytes; whether all of it is on paper, only a printer that answers tells.
    status = _said(printer) if errand.asks else None
    return Outcome(errand, sent=True, status=status, need=need_of(status))


def _start_afresh(printer: Printer) -> None:
    try:
        printer.send(fresh_start())
    except PrinterUnavailable as fault:
        # No byte of the job itself went out.
        raise PrinterUnavailable(fault.reason, fault.uri, begun=False) from fault


def _said(printer: Printer) -> PrinterStatus | None:
    try:
        return printer.status()
    except PrinterUnavailable:  # how the job went is known already, and is what is told
        return None


def bytes_of(strip: "tuple[Element, ...]", profile: "PrinterProfile") -> Callable[[], bytes]:
    """What makes the printer's bytes of a strip: called by the worker, since it loads the printer's language."""
    from pos.printing.escpos import to_escpos  # with the first job, not with the first screen

    return lambda: to_escpos(strip, profile)


def pulse_of(profile: "PrinterProfile") -> Callable[[], bytes]:
    """As `bytes_of`, for the pulse that opens the drawer."""
    from pos.printing.escpos import drawer_pulse

    return lambda: drawer_pulse(profile)
