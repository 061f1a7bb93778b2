"""What a printer says of itself is understood, and what is no answer is never taken for one."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pos.hardware.interfaces import PrinterStatus
from pos.hardware.printer_status import ask_status, status_of
from tests.hardware.fake_lines import WELL, ScriptedLine

UNASKED = b"\x10\x00\x00\x0f"
"""What a printer says by itself when its state changes: of no use to us, and no answer."""


def said(answers: dict[int, int | bytes], seconds: float = 0.02) -> PrinterStatus | None:
    script = {at: answer if isinstance(answer, bytes) else bytes([answer]) for at, answer in answers.items()}
    return ask_status(ScriptedLine(script), seconds)


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        (WELL, PrinterStatus()),
        (WELL | {1: 0x16}, PrinterStatus()),  # the level at the drawer's socket
        (WELL | {1: 0x1A}, PrinterStatus(offline=True)),
        (WELL | {1: 0x1A, 2: 0x16}, PrinterStatus(offline=True, cover_open=True)),
        (WELL | {2: 0x32}, PrinterStatus(paper_out=True)),
        (WELL | {4: 0x1E}, PrinterStatus(paper_low=True)),
        (WELL | {1: 0x1A, 2: 0x32, 4: 0x7E}, PrinterStatus(offline=True, paper_low=True, paper_out=True)),
        (WELL | {3: 0x1A}, PrinterStatus(fault=True)),
        (WELL | {3: 0x32}, PrinterStatus(fault=True)),
        (WELL | {3: 0x52}, PrinterStatus(fault=True)),
        (WELL | {2: 0x52}, PrinterStatus(fault=True)),
        ({1: 0x1A}, PrinterStatus(offline=True)),  # it knows this question alone
    ],
)
def test_each_bit_is_understood(answers: dict[int, int], status: PrinterStatus):
    assert said(answers) == status


def test_a_printer_that_says_nothing_is_asked_one_question_and_no_more():
    line = ScriptedLine({})
    assert ask_status(line, 0.02) is None
    assert line.asked == [1]


def test_what_was_said_before_is_no_answer():
    line = ScriptedLine({})
    line._says = b"\x12"
    assert ask_status(line, 0.02) is None


@pytest.mark.parametrize("before", [b"", UNASKED, b"\x11\x13", UNASKED + b"\x11" + UNASKED])
@pytest.mark.parametrize("behind", [b"", UNASKED, b"\x11"])
def test_what_a_printer_says_unasked_is_passed_over(before: bytes, behind: bytes):
    assert said(WELL | {4: before + b"\x7e" + behind}) == PrinterStatus(paper_low=True, paper_out=True)


@pytest.mark.parametrize(
    "answers",
    [
        {1: b"\x00"},
        {1: b"\xff"},
        {1: b"\x10\x04\x01"},  # a line that gives back what it hears
        {1: b"\x12\x12"},
        WELL | {2: b"OK\r\n"},
        WELL | {4: 0x16},  # the two bits of a sensor differ
        WELL | {4: 0x32},
        {1: b"\x12" * 100_000},
        {1: bytes(range(256)) * 400},
        WELL | {3: UNASKED * 1000},
    ],
)
def test_nonsense_is_no_status(answers: dict[int, int | bytes]):
    assert said(answers) is None


def valid(answer: bytes) -> bool:
    """Whether that is one answer and nothing else, but for what a printer may say unasked."""
    return len(answer) == 1 and answer[0] & 0x93 == 0x12


noise = st.binary(max_size=80)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys((1, 2, 3, 4), noise)))
@example({1: b"\x12", 2: b"\x12\x80"})
def test_noise_never_becomes_a_state(script: dict[int, bytes]):
    status = ask_status(ScriptedLine(script), 0.005)
    heard = [script.get(question, b"").translate(None, b"\x11\x13") for question in (1, 2, 3, 4)]
    if not valid(heard[0]) and not any(byte & 0x93 == 0x10 for byte in heard[0]):
        assert status is None
    if status is not None and (status.paper_out or status.paper_low):
        assert any(heard[1:])


@given(st.dictionaries(st.integers(1, 4), st.integers(0, 127).map(lambda bits: bits & ~0x93 | 0x12)))
def test_answers_that_contradict_themselves_are_no_status(answers: dict[int, int]):
    status = status_of(answers)
    paper = answers.get(4, 0)
    alike = paper & 0x0C in {0, 0x0C} and paper & 0x60 in {0, 0x60}
    assert (status is not None) == (bool(answers) and alike)


# --- questions that the printer does not take -----------------------------------------------------------------------


class Slow(ScriptedLine):
    """Takes the bytes that it is told to, one at a time, and then none."""

    def write(self, data: memoryview, seconds: float) -> int:
        if len(self.taken) >= self.takes:
            raise TimeoutError
        self.taken += data[:1]
        return 1


def test_a_printer_that_takes_no_question_says_nothing():
    assert ask_status(Slow({}, takes=0), 0.02) is None


def test_a_question_that_was_half_taken_is_not_left_so():
    """The job's first byte would be taken for the rest of the question."""
    with pytest.raises(TimeoutError):
        ask_status(Slow({}, takes=2), 0.02)


def test_a_question_taken_in_pieces_is_one_question():
    line = Slow({})
    assert ask_status(line, 0.02) is None
    assert bytes(line.taken) == b"\x10\x04\x01"


def test_a_line_that_breaks_is_said_so():
    class Broken(ScriptedLine):
        def read(self, seconds: float) -> bytes:
            raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        ask_status(Broken({}), 0.02)


def test_an_answer_that_comes_in_pieces_is_put_together():
    class Dripping(ScriptedLine):
        def read(self, seconds: float) -> bytes:
            said, self._says = self._says[:1], self._says[1:]
            return said

    script = {question: UNASKED + bytes([answer]) for question, answer in (WELL | {2: 0x16}).items()}
    assert ask_status(Dripping(script), 1) == PrinterStatus(cover_open=True)
