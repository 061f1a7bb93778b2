"""A queue of CUPS as a printer: `cups:QUEUE`, by CUPS's own commands `lp` and `lpstat`.

The queue gets the job raw, as the printer's own language. A queue that is stopped takes jobs all the same and keeps
them; so it is asked first, and a job that it would keep stays with the till.
"""

import os
import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import unquote

from pos.hardware.interfaces import BadPrinterUri, FoundPrinter, PrinterStatus, PrinterTrouble, PrinterUnavailable
from pos.hardware.usb_devices import told

_ASKING_SECONDS = 5.0
_SPOOLING_SECONDS = 30.0

_QUEUE = re.compile(r"[^-\s/#?][^\s/#?]*")
"""What CUPS lets a queue be called; a name that begins with a dash would be an option to its commands."""


class CupsPrinter:
    """Hands each job to the spooler, which has it as a whole or not at all."""

    def __init__(self, uri: str, queue: str) -> None:
        self.uri = uri
        self.queue = queue

    def send(self, data: bytes) -> None:
        """Put the job into the queue; raises `PrinterUnavailable`, also where the queue is stopped."""
        if is_stopped(self._told()):
            raise self._unavailable(PrinterTrouble.REFUSED)
        try:
            done = run_cups(["lp", "-d", self.queue, "-o", "raw", "-t", "Qhatu", "--", "-"], data, _SPOOLING_SECONDS)
        except TimeoutError as error:
            raise PrinterUnavailable(PrinterTrouble.SILENT, self.uri, begun=True) from error
        except OSError as error:
            raise self._unavailable(PrinterTrouble.NOT_FOUND) from error
        if done.status < 0:  # it was ended from outside, nobody knows where
            raise PrinterUnavailable(PrinterTrouble.BROKE_OFF, self.uri, begun=True)
        if done.status:
            raise self._unavailable(PrinterTrouble.REFUSED)

    def status(self) -> PrinterStatus:
        """How the queue is, and what its printer told CUPS; raises `PrinterUnavailable` if there is no such queue."""
        return queue_status(self._told())

    def _told(self) -> str:
        try:
            done = run_cups(["lpstat", "-l", "-p", self.queue], b"", _ASKING_SECONDS)
        except TimeoutError as error:
            raise self._unavailable(PrinterTrouble.SILENT) from error
        except OSError as error:
            raise self._unavailable(PrinterTrouble.NOT_FOUND) from error
        if done.status:
            raise self._unavailable(PrinterTrouble.NOT_FOUND)
        return done.words

    def _unavailable(self, reason: PrinterTrouble) -> PrinterUnavailable:
        return PrinterUnavailable(reason, self.uri, begun=False)


def cups_printer(uri: str) -> CupsPrinter:
    """The queue of such a URI; raises `BadPrinterUri`."""
    queue = uri.removeprefix("cups:")
    if not is_queue(queue):
        raise BadPrinterUri(uri)
    return CupsPrinter(uri, queue)


def is_queue(name: str) -> bool:
    """Whether CUPS may call a queue so."""
    return _QUEUE.fullmatch(name) is not None and name.isprintable()


def is_stopped(told: str) -> bool:
    """Whether the queue takes jobs only to keep them, by what `lpstat -l -p` says of it."""
    return " disabled since " in told.partition("\n")[0]


def queue_status(told: str) -> PrinterStatus:
    """What `lpstat -l -p` says of a queue, in CUPS's own words for what ails a printer (RFC 8011, 5.4.12).

    Of a queue that rests, these words are of its last job, and only the next one changes them: they are passed over.
    """
    if " is idle." in told.partition("\n")[0]:
        return PrinterStatus()
    alerts = {
        re.sub(r"-(error|warning|report)$", "", alert)
        for line in told.splitlines()
        if line.strip().startswith("Alerts:")
        for alert in line.partition(":")[2].split()
    }
    return PrinterStatus(
        offline=is_stopped(told) or "offline" in alerts,
        cover_open=bool(alerts & {"cover-open", "door-open", "interlock-open"}),
        paper_low="media-low" in alerts,
        paper_out=bool(alerts & {"media-empty", "media-needed"}),
        fault=bool(alerts & {"media-jam", "other"}),
    )


def cups_queues() -> tuple[FoundPrinter, ...]:
    """The queues of CUPS; none where it is not installed or does not answer."""
    try:
        done = run_cups(["lpstat", "-v"], b"", _ASKING_SECONDS)
    except OSError:
        return ()
    devices = re.findall(r"^device for (.+?): (\S+)", done.words, re.MULTILINE)
    return tuple(
        FoundPrinter(f"cups:{queue}", told(queue), _model_in(device))
        for queue, device in devices
        if is_queue(queue) and not device.startswith(("cups-pdf:", "cups-brf:"))
    )


def _model_in(device: str) -> str:
    """Maker and model from the address that CUPS has for a printer on USB: `usb://EPSON/TM-T20II?serial=…`."""
    address = re.match(r"usb://([^/?]+)/([^?]+)", device)
    return told(f"{unquote(address[1])} {unquote(address[2])}") if address else ""


class Told(NamedTuple):
    """How one of CUPS's commands ended: its exit status, below 0 if it was ended from outside, and what it said."""

    status: int
    words: str


def run_cups(command: Sequence[str], given: bytes, seconds: float) -> Told:
    """Run one of CUPS's commands, which speak English then.

    Raises `OSError` where CUPS is not installed, and `TimeoutError` where the command does not end.
    """
    import subprocess  # not before somebody prints: it takes its time

    environment = {**os.environ, "LC_ALL": "C"}
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and the queue's name was looked at
            command, input=given, capture_output=True, timeout=seconds, check=False, env=environment
        )
    except subprocess.TimeoutExpired as error:
        raise TimeoutError from error
    return Told(done.returncode, done.stdout.decode(errors="replace"))
