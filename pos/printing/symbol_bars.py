"""The bars of a code, as python-barcode computes them, and where each of them stands.

This module is slow to load, since the library is; whatever draws bars loads it then.
"""

from functools import lru_cache

from barcode.codex import Code128
from barcode.ean import EuropeanArticleNumber8, EuropeanArticleNumber13
from barcode.upc import UniversalProductCodeA

from pos.domain.symbols import Symbol, Symbology

_SPREAD = 0.04
"""Millimetres by which a bar is drawn narrower than it is: a printer that knows only black and white fills every dot
that a bar touches, and toner and ink run."""

_KINDS = {
    Symbology.EAN_13: EuropeanArticleNumber13,
    Symbology.EAN_8: EuropeanArticleNumber8,
    Symbology.UPC_A: UniversalProductCodeA,
    Symbology.CODE_128: Code128,
}


@lru_cache(maxsize=2048)
def modules(symbol: Symbol) -> str:
    """The symbol's modules from left to right, `1` for ink; never more than the symbol says it takes."""
    (built,) = _KINDS[symbol.symbology](symbol.text).build()
    return str(built)


@lru_cache(maxsize=2048)
def bars(symbol: Symbol) -> tuple[tuple[int, int], ...]:
    """Where each bar begins and how wide it is, in modules from where the room for the bars begins."""
    pattern = modules(symbol)
    shift = (symbol.modules - len(pattern)) // 2
    found, at = [], 0
    while (at := pattern.find("1", at)) >= 0:
        end = pattern.find("0", at)
        end = len(pattern) if end < 0 else end
        found.append((at + shift, end - at))
        at = end
    return tuple(found)


def bar_rectangles(
    symbol: Symbol, left: float, top: float, module: float, height: float
) -> tuple[tuple[float, float, float, float], ...]:
    """The bars as rectangles (left, top, width, height) in millimetres, the first module beginning at `left`."""
    inset, narrower = _SPREAD / 2, _SPREAD
    return tuple((left + at * module + inset, top, wide * module - narrower, height) for at, wide in bars(symbol))
