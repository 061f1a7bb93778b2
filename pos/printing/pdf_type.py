"""How words are set on A4 papers: the fonts, sizes and colours of the design, breaking lines, and figures in a column.

Sizes and widths are in the units of the design, 96 to the inch.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from pos.domain.money import Money
from pos.settings import resource
from pos.texts import Texts

REGULAR = "Andika"
BOLD = "Andika-Bold"
_FONT_FILES = {REGULAR: "fonts/Andika-Regular.ttf", BOLD: "fonts/Andika-Bold.ttf"}

BLACK = HexColor("#000000")
PIEDRA = HexColor("#4F4A43")
SAL3 = HexColor("#D3CFC8")
ICHU_DARK = HexColor("#664400")

LEADING = 1.3
"""From line to line of running text, in sizes of its type."""
EMPTY = "–"
# Andika's line box reaches 1.221 em over and 0.391 em under the baseline: so far under the middle of a line it stands.
_BASELINE = (1.2207 - 0.3906) / 2

# What a line may break between; a no-break space ("15 %") is not among it.
_WORD = re.compile(r"[^ \t\r\n]+")

Align = Literal["left", "right", "centre"]


@dataclass(frozen=True, slots=True)
class Type:
    """How words are set: font, size and colour."""

    font: str
    size: float
    colour: Color = BLACK

    def width(self, words: str) -> float:
        """How wide the words are when set so."""
        return _width(words, self.font, self.size)

    @property
    def leading(self) -> float:
        """From one line to the next."""
        return self.size * LEADING

    def at(self, size: float) -> "Type":
        """The same in another size."""
        return Type(self.font, size, self.colour)


BODY = Type(REGULAR, 13)
STRONG = Type(BOLD, 13)
QUIET = Type(REGULAR, 13, PIEDRA)
ALERT = Type(BOLD, 13, ICHU_DARK)
"""Words that somebody has to explain; a warning sign stands before them, for colour alone says nothing."""
HEADING = Type(BOLD, 15)
TITLE = Type(BOLD, 30)


@cache
def load_fonts() -> None:
    """Make the fonts known to reportlab, once."""
    for name, file in _FONT_FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(resource(file))))


@lru_cache(maxsize=4096)
def _width(words: str, font: str, size: float) -> float:
    """Kept, because the same small numbers and dashes are measured over and over."""
    load_fonts()
    return float(pdfmetrics.stringWidth(words, font, size))


def baseline(line_top: float, line_height: float, size: float) -> float:
    """Where words of that size stand in a line of that height, both measured downwards."""
    return line_top + line_height / 2 + size * _BASELINE


def wrapped(words: str, kind: Type, width: float, most: int = 12) -> list[str]:
    """The words in lines no wider than `width`, broken at spaces and, where a word is too long, inside it.

    Whatever is over `most` lines is left out, and the last line ends in "…". There is always one line.
    """
    parts = _WORD.findall(words)
    words = " ".join(parts)
    if kind.width(words) <= width:
        return [words]
    lines: list[str] = []
    line = ""
    for word in _pieces(parts, kind, width):
        longer = f"{line} {word}" if line else word
        if line and kind.width(longer) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], _ending(lines[most - 1], kind, width)]


def shrunk(words: str, kind: Type, width: float, smallest: float) -> Type:
    """The type made smaller step by step until the words fit on one line, or until `smallest`."""
    size = kind.size
    while size > smallest and kind.at(size).width(words) > width:
        size -= 0.5
    return kind.at(size)


def figure(texts: Texts, money: Money) -> str:
    """An amount as papers show it, without its currency: `1.234,50`."""
    return texts.amount(money.minor, money.currency.digits)


def figure_or_dash(texts: Texts, money: Money) -> str:
    """As `figure`, with the dash of an empty cell for nothing."""
    return figure(texts, money) if money else EMPTY


def count_or_dash(texts: Texts, count: int) -> str:
    """A number of pieces, with the dash of an empty cell for none."""
    return texts.amount(count, 0) if count else EMPTY


def capital(words: str) -> str:
    """The words with a capital first letter, as a sentence or a cell begins."""
    return words[:1].upper() + words[1:]


def fingerprint_words(texts: Texts, fingerprint: str) -> str:
    """The first eight signs of the books' fingerprint in two groups, as a person compares them; empty where none."""
    signs = fingerprint.replace(" ", "")
    if not signs:
        return ""
    return texts._("fingerprint %(signs)s") % {"signs": f"{signs[:4]} {signs[4:8]}".strip()}


def _pieces(words: Iterable[str], kind: Type, width: float) -> Iterable[str]:
    for word in words:
        rest = word
        while len(rest) > 1 and kind.width(rest) > width:
            most = next((n for n in range(2, len(rest)) if kind.width(rest[:n]) > width), len(rest)) - 1
            yield rest[:most]
            rest = rest[most:]
        yield rest


def _ending(line: str, kind: Type, width: float) -> str:
    while line and kind.width(line + "…") > width:
        line = line[:-1]
    return line.rstrip() + "…"
