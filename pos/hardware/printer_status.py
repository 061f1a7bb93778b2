"""Asking a printer how it is: DLE EOT of ESC/POS, which it answers at once, even in the middle of a job or offline.

Many printers never answer, and some answer nonsense. So each question gets an answer of one byte whose fixed bits are
right and nothing else beside it, or the printer is taken to say nothing at all: a till that believes a broken line that
there is no paper would never print again.
"""

import time
from collections.abc import Mapping
from typing import Protocol

from pos.hardware.interfaces import PrinterStatus

ANSWER_SECONDS = 0.3
"""How long all answers together may take. Printers answer within a few milliseconds, or never."""

QUESTIONS = (1, 2, 3, 4)
"""The printer; why it is offline; its faults; its paper."""

_MOST_HEARD = 64
"""A printer that says more than this to one question is not answering it."""


class Line(Protocol):
    """An open way to a printer, in both directions as far as there are two."""

    def write(self, data: memoryview, seconds: float) -> int:
        """Give the printer some of the data and tell how many bytes it took, one at least.

        Raises `TimeoutError` if it took none for that long, and `OSError` if the line broke.
        """
        ...

    def read(self, seconds: float) -> bytes:
        """What the printer says, as soon as it says something; nothing if it stays silent for that long or can't speak.

        Raises `OSError` if the line broke.
        """
        ...


def ask_status(line: Line, seconds: float = ANSWER_SECONDS) -> PrinterStatus | None:
    """How the printer is, None if it does not say. Raises `OSError` if the line broke.

    Nothing of what it asks is left on the line half-said: what follows on it is understood as it is meant.
    """
    end = time.monotonic() + seconds
    line.read(0)  # what it said before is no answer
    answers: dict[int, int] = {}
    for question in QUESTIONS:
        if not _put(line, bytes([0x10, 0x04, question]), end):
            break
        try:
            answer = _answer_to_one(line, end)
        except _Nonsense:
            return None
        if answer is None:
            break  # and ask no more: an answer that comes late would be taken for that of the next question
        answers[question] = answer
    return status_of(answers)


def status_of(answers: Mapping[int, int]) -> PrinterStatus | None:
    """What the answers to questions 1 to 4 say together; None where they contradict themselves, or there are none."""
    paper = answers.get(4, 0)
    low, out = paper & 0x0C, paper & 0x60
    if not answers or low not in {0, 0x0C} or out not in {0, 0x60}:
        return None  # each sensor of paper is told in two bits, which are always alike
    why = answers.get(2, 0)
    return PrinterStatus(
        offline=bool(answers.get(1, 0) & 0x08),
        cover_open=bool(why & 0x04),
        paper_low=bool(low),
        paper_out=bool(out or why & 0x20),
        fault=bool(answers.get(3, 0) & 0x68 or why & 0x40),
    )


class _Nonsense(Exception):
    """What was heard is no answer."""


def _put(line: Line, question: bytes, end: float) -> bool:
    """Write a question as a whole; False if the printer takes nothing just now.

    Raises `TimeoutError` if it took a part of it: whatever came next would be taken for the rest.
    """
    rest = memoryview(question)
    while rest:
        try:
            rest = rest[line.write(rest, max(0.0, end - time.monotonic())) :]
        except TimeoutError:
            if len(rest) < len(question):
                raise
            return False
    return True


def _answer_to_one(line: Line, end: float) -> int | None:
    heard = b""
    while (left := end - time.monotonic()) > 0:
        heard += line.read(left)
        if len(heard) > _MOST_HEARD:
            raise _Nonsense
        answer = _answer_in(heard)
        if answer is not None:
            return answer
    return None


def _answer_in(heard: bytes) -> int | None:
    """The one answer among what was heard, None if it has not come yet; raises `_Nonsense` for anything else.

    XON and XOFF, and the four bytes that a printer says unasked when its state changes, are passed over.
    """
    rest = heard.translate(None, b"\x11\x13")
    answer: int | None = None
    while rest:
        kind = rest[0] & 0x93
        if kind == 0x12 and answer is None:
            answer, rest = rest[0], rest[1:]
        elif kind == 0x10 and not any(byte & 0x90 for byte in rest[1:4]):
            if len(rest) < 4:
                return None
            rest = rest[4:]
        else:
            raise _Nonsense
    return answer
