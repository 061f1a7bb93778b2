"""Which bars stand for a code, and how wide a module may be so that a scanner reads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.domain.barcodes import check_digit, in_store
from pos.domain.label_refusals import CodeWithoutBars
from pos.domain.symbols import DOT, LEAST_MODULE, NOMINAL_MODULE, Symbology, symbol_of

IN_STORE = symbol_of(in_store(1))


@pytest.mark.parametrize(
    ("code", "symbology", "text"),
    [
        ("2000000000015", Symbology.EAN_13, "2000000000015"),
        ("7771234567890", Symbology.EAN_13, "7771234567890"),
        ("0036000291452", Symbology.UPC_A, "036000291452"),
        ("036000291452", Symbology.UPC_A, "036000291452"),
        ("96385074", Symbology.EAN_8, "96385074"),
        ("17771234567897", Symbology.CODE_128, "17771234567897"),
        ("2000000000016", Symbology.CODE_128, "2000000000016"),
        ("JK-001", Symbology.CODE_128, "JK-001"),
    ],
    ids=["in-store", "bolivian", "upc-as-ean", "upc", "ean-8", "gtin-14", "misprinted", "letters"],
)
def test_a_gtin_has_its_own_bars_and_anything_else_is_code_128(code: str, symbology: Symbology, text: str):
    symbol = symbol_of(code)
    assert (symbol.symbology, symbol.text) == (symbology, text)


@pytest.mark.parametrize("code", ["ñandú", "", "JK\t001", "caf\u00e9"])
def test_what_no_bars_stand_for_is_refused(code: str):
    with pytest.raises(CodeWithoutBars):
        symbol_of(code)


def test_ean_13_keeps_eleven_modules_white_before_it_and_seven_after():
    assert (IN_STORE.before, IN_STORE.modules, IN_STORE.after, IN_STORE.across) == (11, 95, 7, 113)


def test_a_module_is_never_under_80_percent_of_the_nominal_one_and_never_over_it():
    assert IN_STORE.module_within(113 * LEAST_MODULE) == LEAST_MODULE
    assert IN_STORE.module_within(113 * LEAST_MODULE - 1) == 0
    assert IN_STORE.module_within(10**6) == NOMINAL_MODULE


def test_a_thermal_printers_module_is_two_or_three_whole_dots():
    assert IN_STORE.module_within(113 * 3 * DOT, dots=True) == 3 * DOT
    assert IN_STORE.module_within(113 * 3 * DOT - 1, dots=True) == 2 * DOT
    assert IN_STORE.module_within(113 * 2 * DOT - 1, dots=True) == 0
    assert IN_STORE.module_within(10**6, dots=True) == 3 * DOT


def test_bars_are_a_quarter_of_an_inch_high_or_15_percent_of_their_width():
    assert IN_STORE.least_height(330) == 6_350
    long = symbol_of("A-VERY-LONG-CODE-OF-A-PRODUCT")
    assert long.least_height(330) == long.width(330) * 15 // 100 > 6_350


@given(st.integers(0, 10**6), st.booleans(), st.text(st.sampled_from("0123456789ABC-"), min_size=1, max_size=40))
def test_the_symbol_and_its_white_fit_in_the_room_they_are_given(room: int, dots: bool, code: str):
    symbol = symbol_of(code)
    module = symbol.module_within(room, dots=dots)
    assert module * symbol.across <= room
    assert module == 0 or module >= (2 * DOT if dots else LEAST_MODULE)
    assert (module > 0) == (room >= symbol.least_width(dots=dots))


@given(st.integers(0, 10**12 - 1))
def test_every_ean_13_is_as_wide_as_every_other(number: int):
    digits = f"{number:012d}"
    assert symbol_of(digits + check_digit(digits)).across == 113
