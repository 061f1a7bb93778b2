"""What a scanner puts around codes is learnt from one that is known, and taken off every other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.domain.barcodes import check_digit, in_store, read_receipt_digits, stands_alone
from pos.services.scanner_learning import LONGEST, TEST_CODE, TRIAL_CODE, Around, is_test_code, learnt

NUMBER = in_store(17)
SIGNS = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=LONGEST)


def test_the_test_code_is_nobody_elses():
    """Neither a GTIN, nor a receipt's; and the code to try a scanner with is the last that a product could get."""
    assert check_digit(TEST_CODE[:-1]) != TEST_CODE[-1]
    assert read_receipt_digits(TEST_CODE) is None
    assert stands_alone(TRIAL_CODE)


@pytest.mark.parametrize(
    ("typed", "around"),
    [
        (TEST_CODE, Around()),
        (f"]C1{TEST_CODE}#", Around("]C1", "#")),
        (f"A{TEST_CODE}", Around("A", "")),
        (f"{TEST_CODE} ", Around("", " ")),
        (TEST_CODE[1:], None),
        (NUMBER, None),
        ("", None),
        (f"{'x' * (LONGEST + 1)}{TEST_CODE}", None),
        (f"{TEST_CODE}{'x' * (LONGEST + 1)}", None),
    ],
)
def test_it_is_learnt_from_a_code_that_is_known(typed: str, around: Around | None):
    assert learnt([typed]) == around


def test_nothing_scanned_teaches_nothing():
    assert learnt([]) is None


def test_it_is_learnt_as_the_scanners_own_keyboard_has_it():
    """On a Spanish layout its `]` arrives as `+`, on a French one even the digits are other signs."""
    assert learnt([f"+C0{TEST_CODE}", f"]C0{TEST_CODE}"]) == Around("]C0")
    assert learnt(["ç(", f"]C0{TEST_CODE}"]) == Around("]C0")
    assert is_test_code(["ç(", f"]C0{TEST_CODE}"])


@given(prefix=SIGNS, suffix=SIGNS)
def test_what_was_learnt_is_taken_off_the_same_scanners_codes(prefix: str, suffix: str):
    around = learnt([f"{prefix}{TEST_CODE}{suffix}"])
    assert around is not None
    assert around.taken_off([f"{prefix}{NUMBER}{suffix}"]) == (NUMBER,)


@given(prefix=SIGNS, suffix=SIGNS, typed=SIGNS)
def test_a_code_that_came_without_them_stays_as_it_is(prefix: str, suffix: str, typed: str):
    """Another scanner may be set otherwise; and of a code something is always left."""
    (code,) = Around(prefix, suffix).taken_off([typed])
    assert code == typed or (code and len(typed) == len(prefix) + len(code) + len(suffix))


def test_an_aim_identifier_stands_for_those_of_all_kinds_of_bars():
    around = learnt([f"]C0{TEST_CODE}"])
    assert around is not None
    assert around.taken_off([f"]E0{NUMBER}"]) == (NUMBER,)
    assert around.taken_off(["]C0MP-027"]) == ("MP-027",)
    assert around.taken_off(["-C0MP-027"]) == ("-C0MP-027",)


def test_other_signs_stand_for_themselves():
    assert Around(".*", "+").taken_off(["abMP-027+"]) == ("abMP-027+",)
    assert Around(".*", "+").taken_off([".*MP-027+"]) == ("MP-027",)


def test_with_caps_lock_they_are_known_too():
    assert Around("ab", "z").taken_off(["ABmp-027Z"]) == ("mp-027",)


def test_they_are_taken_off_all_readings_of_the_same_keys():
    spanish, own = "+C0JK'015", "]C0JK-015"
    assert Around("]C0").taken_off([spanish, own]) == ("JK'015", "JK-015")
    assert Around("+C0").taken_off([spanish, own]) == ("JK'015", "JK-015")
