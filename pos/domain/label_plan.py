"""What lies where on a label: the code first, since a label that can't be scanned is worth nothing; then the rest.

Sizes are micrometres, counted from the label's upper left corner. A wide label has its price beside the bars, a narrow
one under them; the smallest has neither makers nor emblem. Nothing overlaps, and the white around the bars is kept.
"""

from dataclasses import dataclass

from pos.domain.label_formats import MILLIMETRE, Size
from pos.domain.label_refusals import LabelTooSmall
from pos.domain.symbols import DOT, NOMINAL_MODULE, Symbol

_WIDE_EDGE = Size(2_650, 2_050)
_WIDE_LEAST_HEIGHT = 25 * MILLIMETRE
_PRICE_ROOM = 17 * MILLIMETRE
_WIDE_DIGITS = 3_300
_LEAST_PRICE, _MOST_PRICE = 8_200, 18_000
_NARROW_EDGE = Size(1_300, 1_100)
_SMALLEST_EDGE = Size(800, 800)
_LEAST_EMBLEM, _MOST_EMBLEM = 4_500, 15_000
_STAMP_HEIGHT = 6_400
_QR_LEAST = Size(70 * MILLIMETRE, 37 * MILLIMETRE)
_QR_MOST = 24 * MILLIMETRE
_SMALLEST_WORDS, _SMALLEST_FOOT, _AIR = 2_600, 3_400, 400
_LEAST_FOOT = 26 * MILLIMETRE


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the label."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Where it ends at the right."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """Where it ends below."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class LabelPlan:
    """The boxes of a label's parts; None for a part that it has no room for.

    `bars` are the bars alone, `module` wide each; `words` hold the name and, where `has_makers`, who made it.
    """

    size: Size
    words: Box
    bars: Box
    module: int
    digits: Box
    price: Box
    emblem: Box | None = None
    stamp: Box | None = None
    qr: Box | None = None
    has_makers: bool = True
    price_is_beside: bool = False

    @property
    def parts(self) -> tuple[Box, ...]:
        """All the boxes."""
        optional = (self.emblem, self.stamp, self.qr)
        return (self.words, self.bars, self.digits, self.price, *(box for box in optional if box is not None))


def plan_label(
    size: Size, symbol: Symbol, *, dots: bool = False, stamp: bool = False, story: bool = False
) -> LabelPlan:
    """Where the parts of a label of that size lie; `stamp` and `story` say whether it has those.

    `dots` is set where a thermal printer prints it. Raises `LabelTooSmall` for a size on which the code could not be
    scanned.
    """
    module = symbol.module_within(size.width, dots=dots)
    beside = symbol.module_within(size.width - _WIDE_EDGE.width - _PRICE_ROOM, dots=dots)
    plan = None
    if beside >= NOMINAL_MODULE and size.height >= _WIDE_LEAST_HEIGHT:
        plan = _wide(size, symbol, beside, stamp=stamp, story=story)
    if plan is None and module:
        plan = _narrow(size, symbol, module) or _smallest(size, symbol, module)
    if plan is None:
        raise _too_small(size, symbol, dots=dots)
    return plan


def _too_small(size: Size, symbol: Symbol, *, dots: bool) -> LabelTooSmall:
    """The refusal, with the size in whole millimetres that would do."""
    width = -(-symbol.least_width(dots=dots) // MILLIMETRE)
    bars = symbol.least_height(symbol.module_within(width * MILLIMETRE, dots=dots))
    height = 2 * _SMALLEST_EDGE.height + _SMALLEST_WORDS + _SMALLEST_FOOT + 2 * _AIR + bars
    return LabelTooSmall(
        width=size.width // MILLIMETRE,
        height=size.height // MILLIMETRE,
        least_width=width,
        least_height=-(-height // MILLIMETRE),
    )


def _wide(size: Size, symbol: Symbol, module: int, *, stamp: bool, story: bool) -> LabelPlan | None:
    """None where the bars would be too low."""
    edge = _WIDE_EDGE
    emblem = _emblem(size)
    digits_top = size.height - edge.height - _WIDE_DIGITS
    bars_left = _snapped(max(edge.width, symbol.before * module), module)
    bars_top = edge.height + emblem + 1_500
    bars = Box(bars_left, bars_top, symbol.width(module), digits_top - bars_top - 300)
    if bars.height < symbol.least_height(module):
        return None
    column_left = bars.right + symbol.after * module + 500
    column = size.width - edge.width - column_left
    qr = _square(size, column) if story else None
    words_left = edge.width + emblem + 2_200
    words_right = qr.left if qr else size.width
    price_height = min(_MOST_PRICE, max(_LEAST_PRICE, size.height // 4))
    price = Box(column_left, size.height - edge.height - price_height, column, price_height)
    stamp_top = max(bars_top, qr.bottom + _AIR if qr else 0)
    has_stamp = stamp and stamp_top + _STAMP_HEIGHT + _AIR <= price.top
    return LabelPlan(
        size=size,
        emblem=Box(edge.width, edge.height, emblem, emblem),
        words=Box(words_left, edge.height, words_right - edge.width - words_left, emblem),
        bars=bars,
        module=module,
        digits=Box(bars.left, digits_top, bars.width, _WIDE_DIGITS),
        price=price,
        stamp=Box(column_left, stamp_top, column, min(9_000, price.top - _AIR - stamp_top)) if has_stamp else None,
        qr=qr,
        price_is_beside=True,
    )


def _square(size: Size, room: int) -> Box | None:
    """Where the story's QR stands, in the upper right corner; None where it would be too small, or reach the bars."""
    side = min(_QR_MOST, size.height * 46 // 100)
    if size.width < _QR_LEAST.width or size.height < _QR_LEAST.height or side > room:
        return None
    return Box(size.width - _WIDE_EDGE.width - side, _WIDE_EDGE.height, side, side)


def _narrow(size: Size, symbol: Symbol, module: int) -> LabelPlan | None:
    """None where the bars would be too low."""
    edge = Size(_NARROW_EDGE.width, max(_NARROW_EDGE.height, size.height * 5 // 100))
    emblem = _emblem(size)
    foot = min(8_000, max(4_000, size.height * 19 // 100))
    bars = _bars_between(size, symbol, module, edge.height + emblem + 700, size.height - edge.height - foot - _AIR)
    if bars.height < symbol.least_height(module):
        return None
    words_left = edge.width + emblem + 1_100
    digits, price = _foot(size, bars, edge, foot)
    return LabelPlan(
        size=size,
        emblem=Box(edge.width, edge.height, emblem, emblem),
        words=Box(words_left, edge.height, size.width - edge.width - words_left, emblem),
        bars=bars,
        module=module,
        digits=digits,
        price=price,
    )


def _smallest(size: Size, symbol: Symbol, module: int) -> LabelPlan | None:
    """The name, the code and the price; None where the bars would be too low."""
    edge = _SMALLEST_EDGE
    top = edge.height + _SMALLEST_WORDS + _AIR
    bars = _bars_between(size, symbol, module, top, size.height - edge.height - _SMALLEST_FOOT - _AIR)
    if bars.height < symbol.least_height(module):
        return None
    words = Box(edge.width, edge.height, size.width - 2 * edge.width, _SMALLEST_WORDS)
    digits, price = _foot(size, bars, edge, _SMALLEST_FOOT)
    return LabelPlan(size, words, bars, module, digits, price, has_makers=False)


def _emblem(size: Size) -> int:
    """The side of the emblem: nearly a third of the height."""
    return min(_MOST_EMBLEM, max(_LEAST_EMBLEM, size.height * 31 // 100 if size.height > 30_000 else size.height // 4))


def _bars_between(size: Size, symbol: Symbol, module: int, top: int, bottom: int) -> Box:
    """The bars in the middle of the label, their white at both sides within it."""
    spare = (size.width - symbol.across * module) // 2
    left = min(_snapped(spare + symbol.before * module, module), spare * 2 + symbol.before * module)
    return Box(left, top, symbol.width(module), bottom - top)


def _snapped(left: int, module: int) -> int:
    """The place itself; or, where modules are whole dots of a printer, the next one that is a whole dot too."""
    return -(-left // DOT) * DOT if module % DOT == 0 else left


def _foot(size: Size, bars: Box, edge: Size, height: int) -> tuple[Box, Box]:
    """The digits under the bars from where they begin, the price at the right."""
    top = size.height - edge.height - height
    right = size.width - edge.width
    left = max(edge.width, min(bars.left, right - _LEAST_FOOT))
    digits = (right - left) * 52 // 100
    return Box(left, top, digits, height), Box(left + digits, top, right - left - digits, height)
