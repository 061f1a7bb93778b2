"""What every printer on an open line has in common: it is asked how it is, gets the job in pieces, and is let go."""

from abc import ABC, abstractmethod
from contextlib import AbstractContextManager
from typing import Protocol

from pos.hardware.interfaces import PrinterStatus, PrinterTrouble, PrinterUnavailable
from pos.hardware.printer_status import Line, ask_status

TAKING_SECONDS = 30.0
"""How long a printer may take no byte: one that runs out of paper stops taking them."""


class JobLine(Line, Protocol):
    """A line that a whole job goes over."""

    def finish(self, seconds: float) -> None:
        """Wait until the line holds nothing back, so that letting go of it cuts nothing off.

        Raises `TimeoutError` if the printer takes nothing more for that long, and `OSError` if the line broke.
        """
        ...


class NoneTaken(OSError):
    """The line broke, and it is certain that the printer got none of the bytes that were to be written."""


class PartTaken(TimeoutError):
    """The printer takes no more, and may have taken some of the bytes that were to be written."""


class LinePrinter(ABC):
    """A printer that takes each job over a line that is opened for it."""

    def __init__(self, uri: str, taking_seconds: float = TAKING_SECONDS) -> None:
        self.uri = uri
        self._taking_seconds = taking_seconds
        self._answers: bool | None = None
        """Whether it ever said how it is; None before it was asked. One that never did is asked no more."""

    @abstractmethod
    def open_line(self) -> AbstractContextManager[JobLine]:
        """The way to the printer; raises `PrinterUnavailable`. Closing it never raises: by then all is said."""

    def send(self, data: bytes) -> None:
        """Deliver one job; raises `PrinterUnavailable`, before the first byte where paper is out or the cover open."""
        with self.open_line() as line:
            if self._answers is not False:
                refuse_unready(self._ask(line), self.uri)
            self._deliver(line, data)

    def status(self) -> PrinterStatus | None:
        """How it is; None where it does not say. Raises `PrinterUnavailable` where it can't be reached."""
        with self.open_line() as line:
            return self._ask(line)

    def _ask(self, line: JobLine) -> PrinterStatus | None:
        try:
            status = ask_status(line)
        except TimeoutError as error:
            raise self._unavailable(PrinterTrouble.SILENT, begun=False) from error
        except (ConnectionError, NoneTaken) as error:  # a network printer that answers the call and hangs up is busy
            raise self._unavailable(PrinterTrouble.REFUSED, begun=False) from error
        except OSError as error:
            raise self._unavailable(PrinterTrouble.NOT_FOUND, begun=False) from error
        self._answers = self._answers or status is not None
        return status

    def _deliver(self, line: JobLine, data: bytes) -> None:
        rest = memoryview(data)
        try:
            while rest:
                rest = rest[line.write(rest, self._taking_seconds) :]
            line.finish(self._taking_seconds)
        except TimeoutError as error:
            begun = len(rest) < len(data) or isinstance(error, PartTaken)
            raise self._unavailable(PrinterTrouble.SILENT, begun=begun) from error
        except NoneTaken as error:
            if len(rest) == len(data):
                raise self._unavailable(PrinterTrouble.REFUSED, begun=False) from error
            raise self._unavailable(PrinterTrouble.BROKE_OFF, begun=True) from error
        except OSError as error:
            raise self._unavailable(PrinterTrouble.BROKE_OFF, begun=True) from error

    def _unavailable(self, reason: PrinterTrouble, *, begun: bool) -> PrinterUnavailable:
        return PrinterUnavailable(reason, self.uri, begun=begun)


def refuse_unready(status: PrinterStatus | None, uri: str) -> None:
    """Raise `PrinterUnavailable` if the printer says that it can't print; one that says nothing may well be fine."""
    if status is None:
        return
    if status.cover_open:  # first: with its cover open, a printer sees no paper either
        raise PrinterUnavailable(PrinterTrouble.COVER_OPEN, uri, begun=False)
    if status.paper_out:
        raise PrinterUnavailable(PrinterTrouble.PAPER_OUT, uri, begun=False)
