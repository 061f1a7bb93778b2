"""Codes on a serial line: whole ones arrive as they are, halves and noise as nothing."""

import random

import pytest

from pos.domain.barcodes import in_store
from pos.hardware.code_frames import DOUBTFUL_PAUSES, LONGEST, CodeFrames


@pytest.fixture
def frames() -> CodeFrames:
    """A line that has been quiet since it was opened."""
    line = CodeFrames()
    for _ in range(DOUBTFUL_PAUSES):
        line.pause()
    return line


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"\t"])
def test_a_code_ends_with_enter_a_line_feed_or_tab(frames: CodeFrames, end: bytes):
    assert frames.feed(b"MP-027" + end + b"JK-001" + end) == ("MP-027", "JK-001")


def test_a_code_may_come_in_parts(frames: CodeFrames):
    assert frames.feed(b"20000") + frames.feed(b"000000") + frames.feed(b"17\r") == ("2000000000017",)


def test_half_a_code_is_none_and_neither_is_the_rest_that_comes_late(frames: CodeFrames):
    assert frames.feed(b"MP-0") == ()
    assert frames.pause() == ()
    assert frames.feed(b"27\r") == ()
    assert frames.feed(b"JK-001\r") == ("JK-001",)


def test_after_half_a_code_and_a_second_of_silence_all_is_well(frames: CodeFrames):
    frames.feed(b"MP-0")
    for _ in range(DOUBTFUL_PAUSES + 1):
        assert frames.pause() == ()
    assert frames.feed(b"JK-001\r") == ("JK-001",)


def test_only_an_ean_13_with_its_check_digit_needs_no_end(frames: CodeFrames):
    number = in_store(17)
    assert frames.feed(number.encode()) == ()
    assert frames.pause() == (number,)
    wrong = f"{number[:-1]}{(int(number[-1]) + 1) % 10}"
    for other in (number[:-1], wrong, f"{number}1", "MP-027"):
        frames.feed(other.encode())
        assert frames.pause() == ()
        for _ in range(DOUBTFUL_PAUSES):
            frames.pause()


@pytest.mark.parametrize("noise", [b"\x00", b"\xff", b"\x1b", b"\x80"])
def test_a_code_with_noise_in_it_is_none(frames: CodeFrames, noise: bytes):
    assert frames.feed(b"MP-" + noise + b"027\rJK-001\r") == ("JK-001",)


def test_a_line_that_runs_wild_fills_no_memory_and_is_no_code(frames: CodeFrames):
    assert frames.feed(b"7" * 10_240) == ()
    assert len(frames._code) <= LONGEST
    assert frames.feed(b"\rJK-001\r") == ("JK-001",)


def test_a_line_that_was_just_opened_may_be_in_the_middle_of_a_code():
    line = CodeFrames()
    assert line.feed(b"27\rJK-001\r") == ("JK-001",)


def test_ten_thousand_bursts_of_codes_and_noise_give_no_code_that_was_not_sent(frames: CodeFrames):
    chance = random.Random(20261205)
    known = {in_store(serial) for serial in range(1, 500)} | {f"MP-{serial:04}" for serial in range(500)}
    ordered = sorted(known)
    taken = 0
    for _ in range(10_000):
        code = chance.choice(ordered)
        burst = code.encode()
        match chance.randrange(5):
            case 0:
                sent = burst + chance.choice([b"\r", b"\n", b"\r\n", b"\t"])
            case 1:  # a wire that lets go in the middle, and takes again
                cut = chance.randrange(len(burst))
                heard = frames.feed(burst[:cut]) + frames.pause() + frames.feed(burst[cut:] + b"\r")
                assert set(heard) <= {code}
                continue
            case 2:
                at = chance.randrange(len(burst) + 1)
                sent = burst[:at] + bytes([chance.choice([0, 1, 7, 0x7F, 0x80, 0xFE, 0xFF])]) + burst[at:] + b"\r"
            case 3:
                sent = chance.randbytes(chance.randrange(1, 200)) + b"\r" + burst + b"\r"
            case _:
                sent = burst
        heard = frames.feed(sent) + frames.pause()
        assert set(heard) & known <= {code}
        taken += code in heard
    assert taken > 2_000
