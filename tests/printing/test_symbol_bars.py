"""The bars that python-barcode computes are those that a scanner reads, and take the room that the rules foresee."""

from itertools import pairwise

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pos.domain.symbols import Symbology, symbol_of
from pos.printing.symbol_bars import bar_rectangles, bars, modules

DIGITS = st.text(st.sampled_from("0123456789"), min_size=1, max_size=30)
SIGNS = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E), min_size=1, max_size=30)


@given(st.one_of(DIGITS, SIGNS))
def test_no_code_takes_more_modules_than_its_symbol_says(code: str):
    symbol = symbol_of(code)
    built = modules(symbol)
    if symbol.symbology is Symbology.CODE_128:
        assert len(built) <= symbol.modules
    else:
        assert len(built) == symbol.modules
    assert built[0] == built[-1] == "1"


@given(st.one_of(DIGITS, SIGNS))
def test_bars_lie_within_their_room_and_do_not_touch(code: str):
    symbol = symbol_of(code)
    found = bars(symbol)
    assert found[0][0] >= 0
    assert found[-1][0] + found[-1][1] <= symbol.modules
    assert all(one[0] + one[1] < other[0] for one, other in pairwise(found))


@pytest.mark.parametrize(
    "code",
    ["2000000000015", "96385074", "0036000291452", "17771234567898", "JK-001", "A", "7", "123", "MP-0001-XL-rojo #2"],
)
def test_what_a_scanner_reads_is_the_code(code: str):
    symbol = symbol_of(code)
    picture = Image.new("L", ((symbol.across + 4) * 3, 120), 255)
    for left, top, width, height in bar_rectangles(symbol, (symbol.before + 2) * 3, 10, 3, 100):
        picture.paste(0, (round(left), round(top), round(left + width), round(top + height)))
    (read,) = zxingcpp.read_barcodes(picture)
    assert read.text in {symbol.text, symbol.text.rjust(13, "0")}
