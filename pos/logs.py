"""The log: a rotating file that a volunteer can send to whoever mends the program.

Each package writes under its own name, `logging.getLogger(__package__)`. Never logged: PINs, tenders' references, what
a scanner read. What an error itself holds (a product's code, a unit's id) is logged with it.
"""

import logging
import secrets
import sys
import threading
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

FILE_NAME = "qhatu.log"
LARGEST_FILE = 1_000_000
"""In bytes; five older ones are kept, which together hold some weeks of fairs and still fit an e-mail."""
OLDER_FILES = 5

_READABLE = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""No I, O, 0 or 1: a fault's id is read aloud over the telephone."""

_LOGGER = logging.getLogger(__package__)


class _OneRecordAtTheMargin(logging.Formatter):
    """Sets continuation lines in and escapes control characters, so no text from a file can pass for a record."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S%z")

    def format(self, record: logging.LogRecord) -> str:
        """The record with its traceback, one line at the margin and the rest under it."""
        lines = super().format(record).split("\n")
        return "\n    ".join(_visible(line) for line in lines)


def open_log(folder: Path) -> logging.Handler:
    """Start writing what the program logs, from level INFO up, to a rotating file in the folder, which must exist.

    Returns the handler for `close_log`. The file is made with the first record; a disk that is full or gone costs the
    log and nothing else.
    """
    handler = RotatingFileHandler(
        folder / FILE_NAME, maxBytes=LARGEST_FILE, backupCount=OLDER_FILES, encoding="utf-8", delay=True
    )
    handler.setFormatter(_OneRecordAtTheMargin())
    _LOGGER.addHandler(handler)
    _LOGGER.setLevel(logging.INFO)
    return handler


def close_log(handler: logging.Handler) -> None:
    """Stop writing through the handler that `open_log` returned."""
    _LOGGER.removeHandler(handler)
    handler.close()


def log_fault(fault: BaseException) -> str:
    """Log an error that nobody expected, with its traceback; returns the short id to show to the person."""
    fault_id = "".join(secrets.choice(_READABLE) for _ in range(6))
    _LOGGER.error("fault %s", fault_id, exc_info=fault)
    return fault_id


def catch_uncaught(show: Callable[[str, BaseException], None]) -> None:
    """Log every exception that nothing else catches, in any thread, and call `show` with its id.

    `show` is called in the thread that failed. Ctrl+C ends the program as ever.
    """

    def caught(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
        else:
            show(log_fault(fault), fault)

    def caught_in_thread(args: threading.ExceptHookArgs) -> None:
        # A thread that ends itself by SystemExit is no fault; Python, too, says nothing of it.
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            caught(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = caught
    threading.excepthook = caught_in_thread


def _visible(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii") for sign in line)
