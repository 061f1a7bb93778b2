"""A job on a line: it goes out whole, or it is told how far it got."""

import contextlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.hardware import printer_line
from pos.hardware.interfaces import PrinterStatus, PrinterTrouble, PrinterUnavailable
from pos.hardware.printer_line import JobLine, LinePrinter, NoneTaken, PartTaken
from pos.hardware.printer_status import ask_status
from tests.hardware.fake_lines import WELL, ScriptedLine, trouble_of

JOB = b"\x1b@Hola\n\x1dVB\x00"


class Scripted(LinePrinter):
    """Opens the same line each time."""

    def __init__(self, line: ScriptedLine) -> None:
        super().__init__("tcp://scripted", taking_seconds=0.02)
        self.line = line

    @contextlib.contextmanager
    def open_line(self) -> Iterator[JobLine]:
        try:
            yield self.line
        finally:
            self.line.close()


def answers(by_question: dict[int, int]) -> dict[int, bytes]:
    return {question: bytes([answer]) for question, answer in by_question.items()}


@pytest.mark.parametrize("at_once", [1, 5, 1000])
def test_a_job_goes_out_whole_whatever_the_line_takes_at_once(at_once: int):
    line = ScriptedLine(answers(WELL), at_once=at_once)
    Scripted(line).send(JOB)
    assert bytes(line.taken) == JOB
    assert line.closed == 1


def test_a_printer_that_never_answers_is_asked_once():
    line = ScriptedLine({})
    printer = Scripted(line)
    for _ in range(3):
        printer.send(JOB)
    assert bytes(line.taken) == JOB * 3
    assert line.asked == [1]


def test_one_that_answered_once_is_asked_before_each_job():
    line = ScriptedLine(answers(WELL))
    printer = Scripted(line)
    printer.send(JOB)
    line.script = {}
    printer.send(JOB)
    line.script = answers(WELL | {2: 0x16})
    assert trouble_of(lambda: printer.send(JOB)) == (PrinterTrouble.COVER_OPEN, False)


def test_one_that_is_asked_after_all_and_answers_is_asked_again():
    line = ScriptedLine({})
    printer = Scripted(line)
    printer.send(JOB)
    line.script = answers(WELL)
    assert printer.status() == PrinterStatus()
    line.script = answers(WELL | {4: 0x72})
    assert trouble_of(lambda: printer.send(JOB)) == (PrinterTrouble.PAPER_OUT, False)


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ({2: 0x16}, PrinterTrouble.COVER_OPEN),
        ({2: 0x32}, PrinterTrouble.PAPER_OUT),
        ({4: 0x72}, PrinterTrouble.PAPER_OUT),
        ({2: 0x36, 4: 0x7E}, PrinterTrouble.COVER_OPEN),
    ],
)
def test_without_paper_or_with_its_cover_open_it_gets_no_byte_of_the_job(state: dict[int, int], reason: PrinterTrouble):
    line = ScriptedLine(answers(WELL | state))
    assert trouble_of(lambda: Scripted(line).send(JOB)) == (reason, False)
    assert not line.taken
    assert line.closed == 1


@pytest.mark.parametrize("state", [{1: 0x1A}, {3: 0x1A}, {4: 0x1E}, {4: 0x16}])
def test_anything_else_that_it_says_is_no_reason_not_to_try(state: dict[int, int]):
    line = ScriptedLine(answers(WELL | state))
    Scripted(line).send(JOB)
    assert bytes(line.taken) == JOB


@pytest.mark.parametrize(
    ("takes", "breaks", "told"),
    [
        (0, None, (PrinterTrouble.SILENT, False)),
        (3, None, (PrinterTrouble.SILENT, True)),
        (0, PartTaken(), (PrinterTrouble.SILENT, True)),
        (0, NoneTaken(), (PrinterTrouble.REFUSED, False)),
        (3, NoneTaken(), (PrinterTrouble.BROKE_OFF, True)),
        (0, OSError("gone"), (PrinterTrouble.BROKE_OFF, True)),
        (3, OSError("gone"), (PrinterTrouble.BROKE_OFF, True)),
    ],
)
def test_where_it_ends_tells_whether_paper_may_be_printed(takes: int, breaks: OSError | None, told: tuple):
    line = ScriptedLine({}, at_once=2, takes=takes, breaks=breaks)
    assert trouble_of(lambda: Scripted(line).send(JOB)) == told
    assert line.closed == 1


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (TimeoutError(), PrinterTrouble.SILENT),
        (ConnectionResetError(), PrinterTrouble.REFUSED),
        (NoneTaken(), PrinterTrouble.REFUSED),
        (OSError("gone"), PrinterTrouble.NOT_FOUND),
    ],
)
def test_a_line_that_breaks_while_it_is_asked_has_begun_nothing(error: OSError, reason: PrinterTrouble):
    class Breaking(ScriptedLine):
        def read(self, seconds: float) -> bytes:
            raise error

    assert trouble_of(lambda: Scripted(Breaking({})).send(JOB)) == (reason, False)
    assert trouble_of(lambda: Scripted(Breaking({})).status()) == (reason, False)


@given(
    script=st.fixed_dictionaries({}, optional=dict.fromkeys((1, 2, 3, 4), st.binary(max_size=80))),
    takes=st.one_of(st.just(1 << 30), st.integers(0, 20)),
    breaks=st.sampled_from([None, OSError("gone"), NoneTaken(), PartTaken()]),
)
def test_whatever_it_says_the_job_arrives_once_or_is_told_how_far_it_got(script, takes, breaks):
    line = ScriptedLine(script, at_once=7, takes=takes, breaks=breaks)
    printer = Scripted(line)
    trouble: PrinterUnavailable | None = None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(printer_line, "ask_status", lambda line: ask_status(line, 0.005))
        try:
            printer.send(JOB)
        except PrinterUnavailable as unavailable:
            trouble = unavailable
    taken = bytes(line.taken)
    assert JOB.startswith(taken)
    assert taken == JOB or trouble is not None
    assert trouble is None or trouble.begun or not taken
    assert line.closed == 1


def test_a_job_that_the_line_can_t_let_go_of_may_be_on_paper():
    class Stuck(ScriptedLine):
        def finish(self, seconds: float) -> None:
            raise TimeoutError

    assert trouble_of(lambda: Scripted(Stuck({})).send(JOB)) == (PrinterTrouble.SILENT, True)
