"""What a printer needs before it prints, by what it says of itself; `pos.troubles` has the words for each code."""

from enum import StrEnum

from pos.hardware.interfaces import PrinterStatus


class PrinterNeed(StrEnum):
    """Why a printer that answers does not print, told apart by what a person does about it."""

    COVER_OPEN = "cover-open"
    PAPER_OUT = "paper-out"
    JAMMED = "jammed"
    """Its knife is stuck, it is too hot, or it has some other trouble that it does not name."""
    OFFLINE = "offline"
    """It was taken off by a button, or is in some trouble that it does not tell."""


def need_of(status: PrinterStatus | None) -> PrinterNeed | None:
    """What a person has to do first; None where it prints, or does not say how it is.

    An open cover comes before the paper: printers say that there is none while it is open.
    """
    if status is None:
        return None
    if status.cover_open:
        return PrinterNeed.COVER_OPEN
    if status.paper_out:
        return PrinterNeed.PAPER_OUT
    if status.fault:
        return PrinterNeed.JAMMED
    return PrinterNeed.OFFLINE if status.offline else None
