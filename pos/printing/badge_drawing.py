"""A producer's badge as parts in millimetres: who it is, in words and pictures, and the code that the till knows.

This module is slow to load, since what it is made of is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image

from pos.domain.documents import EmblemOf
from pos.domain.label_formats import BADGE, MILLIMETRE
from pos.domain.labels import Badge
from pos.domain.symbols import NOMINAL_MODULE
from pos.printing.label_drawing import DIGITS, Ink, Part, Rectangle, Writing, load_digits
from pos.printing.pdf_type import BOLD, REGULAR, Type, capital, shrunk, wrapped
from pos.printing.photo_files import filling_photo
from pos.printing.symbol_bars import bar_rectangles

_EDGE = 4.0
_PICTURE, _SMALL_EMBLEM = 25.0, 10.8
_PICTURE_TOP = 10.2
_WORDS_LEFT = _EDGE + _PICTURE + 3.6
_BARS_TOP, _BARS_HEIGHT = 38.3, 9.4
_RULE = 0.5
_DOTS_PER_MM = 12
_BASE = 0.36
_UNIT_LEADING = 1.2
_SIZES = (6.4, 5.8, 5.2, 4.6, 4.0)


@dataclass(frozen=True, slots=True)
class Woven:
    """An emblem in its own colours, in a square box."""

    emblem: EmblemOf
    left: float
    top: float
    side: float


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture that fills a box."""

    picture: Image.Image
    box: Rectangle


BadgePart = Part | Woven | Photo


def drawn_badge(badge: Badge) -> Iterator[BadgePart]:
    """The parts of a badge."""
    load_digits()
    width = BADGE.width / MILLIMETRE
    dots = int(_PICTURE * _DOTS_PER_MM)
    photo = filling_photo(badge.photo, dots, dots) if badge.photo else None
    yield from _head(badge, width)
    yield from _pictures(badge, photo, width)
    yield from _words(badge, width, beside_emblem=photo is not None)
    yield from _code(badge, width)


def _head(badge: Badge, width: float) -> Iterator[Part]:
    kind = shrunk(badge.network, Type(BOLD, 3.5), width - 2 * _EDGE, 2.4)
    line = wrapped(badge.network, kind, width - 2 * _EDGE, most=1)[0]
    yield Writing(line, _EDGE, 5.0 + kind.size * _BASE, kind.size, BOLD)
    yield Ink(((_EDGE, 8.0, width - 2 * _EDGE, _RULE),))


def _pictures(badge: Badge, photo: Image.Image | None, width: float) -> Iterator[BadgePart]:
    """The photo, and the emblem in the corner across; or the emblem alone, large."""
    if photo is None:
        yield Woven(badge.emblem, _EDGE, _PICTURE_TOP, _PICTURE)
    else:
        yield Photo(photo, (_EDGE, _PICTURE_TOP, _PICTURE, _PICTURE))
        yield Woven(badge.emblem, width - _EDGE - _SMALL_EMBLEM, _PICTURE_TOP, _SMALL_EMBLEM)


def _words(badge: Badge, width: float, *, beside_emblem: bool) -> Iterator[Writing]:
    """The name as large as it fits, then what they make, where they are from, and their group."""
    room = width - _EDGE - _WORDS_LEFT
    top = _PICTURE_TOP
    if beside_emblem:
        room -= _SMALL_EMBLEM + 1.6
    name = next((kind for size in _SIZES if _fits(badge.name, kind := Type(BOLD, size), room)), Type(BOLD, _SIZES[-1]))
    for line in wrapped(badge.name, name, room, most=3):
        yield Writing(line, _WORDS_LEFT, top + name.size * (0.6 + _BASE), name.size, BOLD)
        top += name.size * 1.2
    top = max(top + 0.8, _PICTURE_TOP + _SMALL_EMBLEM if beside_emblem else 0)
    room = width - _EDGE - _WORDS_LEFT
    plain = Type(REGULAR, 3.6)
    for words in (capital(badge.technique), badge.community, badge.group):
        for line in wrapped(words, plain, room, most=2) if words else ():
            if top + plain.size * 1.2 <= _PICTURE_TOP + _PICTURE + 0.6:
                yield Writing(line, _WORDS_LEFT, top + plain.size * (0.6 + _BASE), plain.size, REGULAR)
                top += plain.size * 1.25


def _fits(name: str, kind: Type, room: float) -> bool:
    """Whether a name has room in two lines, no word of it broken."""
    return len(wrapped(name, kind, room)) <= 2 and max(map(kind.width, name.split())) <= room


def _code(badge: Badge, width: float) -> Iterator[Part]:
    """The bars at the left, their white kept, their digits under them; at the right the unit's own code."""
    symbol, module = badge.symbol, NOMINAL_MODULE / MILLIMETRE
    left = max(_EDGE, symbol.before * module)
    yield Ink(bar_rectangles(symbol, left, _BARS_TOP, module, _BARS_HEIGHT))
    middle = left + symbol.modules * module / 2
    yield Writing(symbol.text, middle, _BARS_TOP + _BARS_HEIGHT + 2.8, 2.9, DIGITS, "centre")
    free = left + (symbol.modules + symbol.after) * module
    room = width - _EDGE - free
    kind = shrunk(badge.unit, Type(BOLD, 5.6), room, 2.4)
    lines = wrapped(badge.unit, kind, room, most=2)
    top = _BARS_TOP + _BARS_HEIGHT / 2 - len(lines) * kind.size * _UNIT_LEADING / 2
    for number, line in enumerate(lines):
        baseline = top + (number + 0.5) * kind.size * _UNIT_LEADING + kind.size * _BASE
        yield Writing(line, width - _EDGE, baseline, kind.size, BOLD, "right")
