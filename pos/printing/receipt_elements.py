"""What a paper strip consists of, from top to bottom, whatever renders it: ESC/POS bytes, plain text, a picture."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pos.domain.documents import EmblemOf
from pos.domain.symbols import DOT, Symbol

DOTS_PER_COLUMN = 12
"""The width of a character of font A, in dots of 203 to the inch; it is 24 dots high."""

EMBLEM_COLUMNS = 5
"""What an emblem takes of a line: 48 dots of picture and one column of air."""


@dataclass(frozen=True, slots=True)
class PaperWidth:
    """How wide a printer prints: `columns` characters of font A, on `dots` printable dots."""

    columns: int
    dots: int

    @property
    def compact(self) -> bool:
        """Whether the paper is so narrow that the short forms are printed."""
        return self.columns < 40


PAPER_80 = PaperWidth(columns=48, dots=576)
PAPER_80_NARROW = PaperWidth(columns=42, dots=512)
PAPER_58 = PaperWidth(columns=32, dots=384)


@dataclass(frozen=True, slots=True)
class Band:
    """The aguayo band in black and white, across the paper."""


@dataclass(frozen=True, slots=True)
class Text:
    """One line: `left` at the left edge and `right` at the right one; `double` is twice as wide and as high.

    `money` says that `right`, or `left` where nothing stands there, tells of money; on a paper that is worth nothing
    that is `struck` through.
    """

    left: str
    right: str = ""
    bold: bool = False
    double: bool = False
    money: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Centred:
    """One line in the middle of the paper."""

    text: str
    bold: bool = False
    double: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A solid line across the paper."""


@dataclass(frozen=True, slots=True)
class Dashes:
    """A dashed line across the paper."""


@dataclass(frozen=True, slots=True)
class EmblemRow:
    """An emblem with lines of text beside it, the first `bold_lines` of them bold; the third and later stand below."""

    emblem: EmblemOf
    lines: tuple[str, ...]
    bold_lines: int = 1


@dataclass(frozen=True, slots=True)
class Barcode:
    """An even number of digits as Code 128."""

    digits: str


@dataclass(frozen=True, slots=True)
class ProductCode:
    """A product's code as bars of its own symbology, in the middle of the paper, with the white that it needs."""

    symbol: Symbol


@dataclass(frozen=True, slots=True)
class QrCode:
    """A text as QR, in the middle of the paper, with the white around it that a telephone needs.

    It holds what `pos.printing.qr_sizes` has room for; more of the text is left out.
    """

    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file in the middle of the paper, at most so many dots wide and high; `words` say what it shows.

    What can't be read as a picture leaves no trace: it is an ornament.
    """

    file: bytes
    width: int
    height: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Words in a frame, like a rubber stamp: a line each, none wider than the paper less `STAMP_COLUMNS`."""

    lines: tuple[str, ...]


STAMP_COLUMNS = 4
"""What the frame of a stamp takes of a line, on both sides together."""


@dataclass(frozen=True, slots=True)
class Blank:
    """Air between two parts: so many dots of paper."""

    dots: int


@dataclass(frozen=True, slots=True)
class Cut:
    """The strip ends here."""


@dataclass(frozen=True, slots=True)
class DrawerPulse:
    """The cash drawer springs open."""


Element = (
    Band
    | Text
    | Centred
    | Rule
    | Dashes
    | EmblemRow
    | Barcode
    | ProductCode
    | QrCode
    | Picture
    | Stamp
    | Blank
    | Cut
    | DrawerPulse
)


def sheets(strip: Iterable[Element]) -> Iterator[tuple[Element, ...]]:
    """The papers that a strip falls apart into where it is cut, each with its cut."""
    sheet: list[Element] = []
    for element in strip:
        sheet.append(element)
        if isinstance(element, Cut):
            yield tuple(sheet)
            sheet = []
    if sheet:
        yield tuple(sheet)


def product_module(symbol: Symbol, paper_dots: int) -> int:
    """How many dots wide a module of a product's code is on paper of so many dots; 0 where it has no room."""
    return symbol.module_within(paper_dots * DOT, dots=True) // DOT
