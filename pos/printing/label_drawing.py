"""A label drawn once, as parts in millimetres from its upper left corner: for the sheet and for the screen alike.

What is fitted is the text: names get smaller before they are broken, and are broken before they are cut.
This module is slow to load, since reportlab measures the letters.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from pos.domain.label_plan import Box, LabelPlan
from pos.domain.labels import Label
from pos.printing.emblems import EMBLEM_CELLS, emblem_cells
from pos.printing.pdf_type import BOLD, REGULAR, Align, Type, wrapped
from pos.printing.qr_sizes import QUIET_MODULES, bytes_within
from pos.printing.sentences import fitting_sentences
from pos.printing.symbol_bars import bar_rectangles
from pos.settings import resource
from pos.texts import Texts

DIGITS = "DejaVuSansMono"

Rectangle = tuple[float, float, float, float]
"""Left, top, width, height."""

_UM = 1_000
_LEADING = 1.2
_STAND = 0.36
"""Capitals stand around the middle of a line: so far under it is their baseline, in sizes of the type."""
_STEPS = (1.0, 0.93, 0.86, 0.8, 0.74, 0.68, 0.62, 0.57, 0.52)
_NAME, _MAKERS = 3.75, 3.5
_STAMP = 2.7
_ROOMY = 38
"""Millimetres: beside a QR, words that have more room across are set larger."""
_SLACK = 0.05
_APART = 1.2
"""Millimetres between the digits and the price beside them."""
_LEAST_QR_MODULE = 0.33
"""Millimetres: a telephone reads it off paper from a hand's width away."""


@dataclass(frozen=True, slots=True)
class Writing:
    """A line of words on its baseline, from x, to x, or about x; `size` is the type's, in millimetres."""

    text: str
    x: float
    baseline: float
    size: float
    font: str
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Ink:
    """Black rectangles."""

    rectangles: tuple[Rectangle, ...]


@dataclass(frozen=True, slots=True)
class Motif:
    """A woven emblem in black alone, in a square box."""

    motif: str
    left: float
    top: float
    side: float


@dataclass(frozen=True, slots=True)
class Frame:
    """A line around a box, its corners rounded."""

    box: Rectangle
    weight: float
    radius: float


@dataclass(frozen=True, slots=True)
class Painting:
    """A picture's file in the middle of a box, as large as it fits."""

    file: bytes
    box: Rectangle


Part = Writing | Ink | Motif | Frame | Painting


def drawn(label: Label, plan: LabelPlan, texts: Texts) -> tuple[Part, ...]:
    """The parts of a label; `texts` are those of its language."""
    return tuple(_parts(label, plan, texts))


def _parts(label: Label, plan: LabelPlan, texts: Texts) -> Iterator[Part]:
    load_digits()
    if (emblem := plan.emblem) is not None:
        yield Motif(label.emblem.motif, emblem.left / _UM, emblem.top / _UM, emblem.width / _UM)
    yield from _words(label, plan, texts)
    box = plan.bars
    yield Ink(bar_rectangles(label.symbol, box.left / _UM, box.top / _UM, plan.module / _UM, box.height / _UM))
    price = tuple(_price(label, plan, texts))
    yield from price
    yield _digits(label, plan, price[-1].baseline)
    if plan.stamp is not None:
        yield from _stamp(label, plan.stamp)
    if plan.qr is not None:
        yield Ink(_qr(label.story, plan.qr))


# --- words ----------------------------------------------------------------------------------------------------------


def _words(label: Label, plan: LabelPlan, texts: Texts) -> Iterator[Writing]:
    box = plan.words
    makers = texts.join(label.makers) if plan.has_makers else ""
    lines = _fitted(label.name, makers, (box.width / _UM, box.height / _UM), _scale(plan))
    needed = sum(kind.size * _LEADING for _, kind in lines)
    top = box.top / _UM + max(0.0, (box.height / _UM - needed) / 2)
    for line, kind in lines:
        leading = kind.size * _LEADING
        yield Writing(line, box.left / _UM, top + leading / 2 + kind.size * _STAND, kind.size, kind.font)
        top += leading


def _scale(plan: LabelPlan) -> float:
    """How large the words may be, before they are fitted: one line of each fills the room nearly."""
    height = plan.words.height / _UM
    if not plan.has_makers:
        return min(1.0, height / (_LEADING * _NAME))
    if plan.price_is_beside:
        return max(1.0, min(1.35, plan.words.width / _UM / _ROOMY if plan.qr else height / 11))
    return min(1.1, height / (2.1 * _NAME))


def _fitted(name: str, makers: str, room: tuple[float, float], scale: float) -> list[tuple[str, Type]]:
    """The name in at most two lines and the makers in at most two, as large as they fit, the name first; else cut."""
    width, height = room
    for number, step in enumerate(_STEPS):
        bold = Type(BOLD, _NAME * scale * step)
        names = wrapped(name, bold, width)
        if len(names) > 2 or _broken(name, bold, width):
            continue
        for smaller in _STEPS[number : number + 6]:
            plain = Type(REGULAR, _MAKERS * scale * smaller)
            by = wrapped(makers, plain, width) if makers else []
            lines = [(line, bold) for line in names] + [(line, plain) for line in by]
            if len(by) <= 2 and sum(kind.size * _LEADING for _, kind in lines) <= height + _SLACK:
                return lines
    smallest = scale * _STEPS[-1]
    bold, plain = Type(BOLD, _NAME * smallest), Type(REGULAR, _MAKERS * smallest)
    names = wrapped(name, bold, width, most=2 if 3 * bold.size * _LEADING <= height or not makers else 1)
    by = wrapped(makers, plain, width, most=1) if makers else []
    lines = [(line, bold) for line in names] + [(line, plain) for line in by]
    while len(lines) > 1 and sum(kind.size * _LEADING for _, kind in lines) > height + _SLACK:
        lines.pop(1)
    return lines


def _broken(words: str, kind: Type, width: float) -> bool:
    """Whether a word would have to be broken."""
    return max(map(kind.width, words.split()), default=0) > width


def _digits(label: Label, plan: LabelPlan, baseline: float) -> Writing:
    """In the middle under the bars; where the price stands under them too, on its baseline."""
    box, text = plan.digits, label.symbol.text
    width, height = box.width / _UM, box.height / _UM
    if plan.price_is_beside:
        size = _shrunk(text, DIGITS, min(height * 0.9, 2.9), width)
        middle = box.top / _UM + size * _LEADING / 2
        return Writing(text, box.left / _UM + width / 2, middle + size * _STAND, size, DIGITS, "centre")
    size = _shrunk(text, DIGITS, min(height * 0.9, 2.4), width - _APART)
    return Writing(text, box.left / _UM, min(box.bottom / _UM - size * 0.25, baseline), size, DIGITS)


def _price(label: Label, plan: LabelPlan, texts: Texts) -> Iterator[Writing]:
    box, money = plan.price, label.price
    symbol = texts.symbol(money.currency.code)
    figure = texts.amount(money.minor, money.currency.digits)
    right, width, height = box.right / _UM, box.width / _UM, box.height / _UM
    if plan.price_is_beside:
        size = _shrunk(figure, BOLD, height * 0.66, width)
        small = min(height * 0.4, size * 0.6)
        baseline = box.bottom / _UM - size * 0.1
        yield Writing(symbol, right, baseline - size * 0.96, small, BOLD, "right")
        yield Writing(figure, right, baseline, size, BOLD, "right")
        return
    size = _shrunk(f"{symbol} {figure}", BOLD, height, width)
    middle = box.top / _UM + height / 2
    yield Writing(f"{symbol} {figure}", right, middle + size * _STAND, size, BOLD, "right")


def _stamp(label: Label, box: Box) -> Iterator[Part]:
    """The group's own picture, else its words in a frame."""
    room = (box.left / _UM, box.top / _UM, box.width / _UM, box.height / _UM)
    if label.stamp_picture:
        yield Painting(label.stamp_picture, room)
        return
    left, top, width, height = room
    lines, kind = _stamped(label.stamp, width - 2.0, height - 1.4)
    leading = kind.size * _LEADING
    high = len(lines) * leading + 1.4
    wide = min(width, max(map(kind.width, lines)) + 2.4)
    yield Frame((left + width - wide, top, wide, high), 0.25, 0.9)
    for number, line in enumerate(lines):
        baseline = top + 0.7 + (number + 0.5) * leading + kind.size * _STAND
        yield Writing(line, left + width - wide / 2, baseline, kind.size, BOLD, "centre")


def _stamped(words: str, width: float, height: float) -> tuple[list[str], Type]:
    """The words in at most two lines, as large as they fit; at the smallest, cut."""
    for step in _STEPS:
        kind = Type(BOLD, _STAMP * step)
        lines = wrapped(words, kind, width)
        if len(lines) <= 2 and len(lines) * kind.size * _LEADING <= height and not _broken(words, kind, width):
            return lines, kind
    smallest = Type(BOLD, _STAMP * _STEPS[-1])
    return wrapped(words, smallest, width, most=2), smallest


def _shrunk(words: str, font: str, size: float, width: float) -> float:
    """The size, or the one at which the words are so wide."""
    needed = Type(font, size).width(words)
    return size if needed <= width else size * width / needed


@lru_cache(maxsize=1)
def load_digits() -> None:
    """Make the font of the digits known to reportlab, once."""
    pdfmetrics.registerFont(TTFont(DIGITS, str(resource("fonts", "DejaVuSansMono.ttf"))))


# --- cells ----------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def motif_cells(motif: str) -> tuple[Rectangle, ...]:
    """A motif for one colour of ink, in cells: the figure black, its accent a fine checker, and no selvedge."""
    cells: list[Rectangle] = []
    for y, row in enumerate(emblem_cells(motif)[1:-1], start=1):
        at = 0
        while at < EMBLEM_CELLS:
            kind, end = row[at], at + 1
            while kind == "#" and end < EMBLEM_CELLS and row[end] == "#":
                end += 1
            if kind == "#":
                cells.append((at, y, end - at, 1))
            elif kind == "o":
                cells += [(at, y, 0.5, 0.5), (at + 0.5, y + 0.5, 0.5, 0.5)]
            at = end
    return tuple(cells)


@lru_cache(maxsize=256)
def _qr(story: str, box: Box) -> tuple[Rectangle, ...]:
    """The story as QR in its white, as much of it as the box has room for."""
    # Loaded here, not above: few labels have a QR.
    from qrcode import QRCode
    from qrcode.constants import ERROR_CORRECT_M

    side = box.width / _UM
    room = bytes_within(int(side / _LEAST_QR_MODULE) - 2 * QUIET_MODULES)
    code = QRCode(version=None, error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(fitting_sentences(story, room).encode(), optimize=0)
    code.make(fit=True)
    rows = code.get_matrix()
    cell = side / (len(rows) + 2 * QUIET_MODULES)
    left, top = box.left / _UM + QUIET_MODULES * cell, box.top / _UM + QUIET_MODULES * cell
    cells: list[Rectangle] = []
    for y, row in enumerate(rows):
        at = 0
        while at < len(row):
            end = at + 1
            while row[at] and end < len(row) and row[end]:
                end += 1
            if row[at]:
                cells.append((left + at * cell, top + y * cell, (end - at) * cell, cell))
            at = end
    return tuple(cells)
