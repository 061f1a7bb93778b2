"""A file, a pipe or a device as a printer: `file:PATH`."""

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from pos.hardware.file_line import FileLine, never_waiting
from pos.hardware.interfaces import PrinterStatus, PrinterTrouble, PrinterUnavailable
from pos.hardware.printer_line import TAKING_SECONDS


@dataclass(frozen=True, slots=True)
class FilePrinter:
    """Appends each job to a file, or writes it to a device; in a file, a job is there as a whole or not at all."""

    uri: str
    path: Path
    taking_seconds: float = TAKING_SECONDS

    def send(self, data: bytes) -> None:
        """Append the job; raises `PrinterUnavailable`, and then leaves the file as it was."""
        begun = False
        try:
            with open(self.path, "ab", buffering=0, opener=never_waiting) as stream:
                before = os.fstat(stream.fileno())
                begun = True
                try:
                    self._write(stream.fileno(), before.st_mode, data)
                except OSError:
                    if stat.S_ISREG(before.st_mode):
                        stream.truncate(before.st_size)
                        begun = False
                    raise
        except _NothingTaken as error:
            raise PrinterUnavailable(PrinterTrouble.SILENT, self.uri, begun=False) from error
        except TimeoutError as error:
            raise PrinterUnavailable(PrinterTrouble.SILENT, self.uri, begun=begun) from error
        except OSError as error:
            otherwise = PrinterTrouble.BROKE_OFF if begun else PrinterTrouble.NOT_FOUND
            trouble = _TROUBLES.get(error.errno or 0, otherwise)
            raise PrinterUnavailable(trouble, self.uri, begun=begun) from error

    def status(self) -> PrinterStatus | None:
        """A file says nothing, and what is not the till's own must not find questions in it."""
        return None

    def _write(self, file: int, mode: int, data: bytes) -> None:
        line, rest = FileLine(file), memoryview(data)
        while rest:
            try:
                rest = rest[line.write(rest, self.taking_seconds) :]
            except TimeoutError:
                if len(rest) == len(data):
                    raise _NothingTaken from None
                raise
        if stat.S_ISCHR(mode):
            line.finish(self.taking_seconds)


class _NothingTaken(TimeoutError):
    """The device took not one byte."""


_TROUBLES = {
    errno.EACCES: PrinterTrouble.NOT_ALLOWED,
    errno.EPERM: PrinterTrouble.NOT_ALLOWED,
    errno.EROFS: PrinterTrouble.NOT_ALLOWED,
    errno.EISDIR: PrinterTrouble.NOT_ALLOWED,
    errno.ENOSPC: PrinterTrouble.FULL,
    errno.EDQUOT: PrinterTrouble.FULL,
    errno.EFBIG: PrinterTrouble.FULL,
    errno.EBUSY: PrinterTrouble.REFUSED,
}
