"""Which bars stand for a code, how many modules they take, and how wide a module may be.

Sizes are micrometres (1,000 are a millimetre). Sources: GS1 General Specifications, "GS1 symbol specification tables"
(EAN/UPC at a retail point of sale: module 0.264 to 0.660 mm, nominal 0.330 mm; 0.25 mm where a thermal printer makes
the label on demand) and "Quiet Zone" (EAN-13: 11 modules before and 7 after); ISO/IEC 15417 for Code 128.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from pos.domain.barcodes import check_digit
from pos.domain.label_refusals import CodeWithoutBars

NOMINAL_MODULE = 330
LEAST_MODULE = 264
DOT = 125
"""One of the 8 dots that a thermal printer puts on a millimetre; a module is a whole number of them."""
LEAST_DOTS, NOMINAL_DOTS = 2, 3
LEAST_BARS = 6_350
"""The least height of bars: a quarter of an inch, or 15 % of their width where that is more."""

_DIGITS = re.compile(r"[0-9]+", re.ASCII)
_PRINTABLE = re.compile(r"[\x20-\x7e]+", re.ASCII)
_SIGN, _STOP = 11, 13
_CODE_128_QUIET = 10


class Symbology(StrEnum):
    """A way to write a code as bars."""

    EAN_13 = "ean-13"
    EAN_8 = "ean-8"
    UPC_A = "upc-a"
    CODE_128 = "code-128"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A code as bars: `text` is what they say and what stands under them; `modules` are the bars' own.

    `before` and `after` are the modules that stay white at the left and at the right.
    """

    symbology: Symbology
    text: str
    modules: int
    before: int
    after: int

    @property
    def across(self) -> int:
        """The modules from the white at the left to the white at the right."""
        return self.before + self.modules + self.after

    def width(self, module: int) -> int:
        """How wide the bars are without their white."""
        return self.modules * module

    def least_height(self, module: int) -> int:
        """How high the bars are at the least, so that a hand that is not quite straight still scans them."""
        return max(LEAST_BARS, self.width(module) * 15 // 100)

    def module_within(self, room: int, *, dots: bool = False) -> int:
        """The widest module, up to the nominal one, at which the symbol and its white have this room; 0 for none.

        Where `dots` is set, it is a whole number of a thermal printer's dots.
        """
        widest = room // self.across
        if dots:
            fitting = min(widest // DOT, NOMINAL_DOTS)
            return fitting * DOT if fitting >= LEAST_DOTS else 0
        return min(widest, NOMINAL_MODULE) if widest >= LEAST_MODULE else 0

    def least_width(self, *, dots: bool = False) -> int:
        """The least room across that the symbol and its white need."""
        return self.across * (LEAST_DOTS * DOT if dots else LEAST_MODULE)


def symbol_of(code: str) -> Symbol:
    """The bars of a code: a GTIN in its own symbology, anything else as Code 128. Raises `CodeWithoutBars`.

    An EAN-13 that begins with 0 is a UPC-A, and its bars are the same ones.
    """
    if _is_checked(code):
        if len(code) == 8:
            return Symbol(Symbology.EAN_8, code, modules=67, before=7, after=7)
        if len(code) == 12 or (len(code) == 13 and code[0] == "0"):
            return Symbol(Symbology.UPC_A, code[-12:], modules=95, before=9, after=9)
        if len(code) == 13:
            return Symbol(Symbology.EAN_13, code, modules=95, before=11, after=7)
    if not _PRINTABLE.fullmatch(code):
        raise CodeWithoutBars(code=code)
    return Symbol(Symbology.CODE_128, code, _code_128_modules(code), _CODE_128_QUIET, _CODE_128_QUIET)


def _is_checked(code: str) -> bool:
    return len(code) > 1 and bool(_DIGITS.fullmatch(code)) and check_digit(code[:-1]) == code[-1]


def _code_128_modules(text: str) -> int:
    """The most modules that Code 128 takes: two digits a sign where there is nothing else, at worst a sign each."""
    digits = bool(_DIGITS.fullmatch(text))
    signs = len(text) // 2 + 2 * (len(text) % 2) if digits else len(text)
    return _SIGN * (signs + 2) + _STOP
