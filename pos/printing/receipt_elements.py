"""What a paper strip consists of, from top to bottom, whatever renders it: ESC/POS bytes, plain text, a picture."""

from dataclasses import dataclass

from pos.domain.documents import EmblemOf

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
    """One line: `left` at the left edge and `right` at the right one; `double` is twice as wide and as high."""

    left: str
    right: str = ""
    bold: bool = False
    double: bool = False


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
class Blank:
    """Air between two parts: so many dots of paper."""

    dots: int


@dataclass(frozen=True, slots=True)
class Cut:
    """The strip ends here."""


@dataclass(frozen=True, slots=True)
class DrawerPulse:
    """The cash drawer springs open."""


Element = Band | Text | Centred | Rule | Dashes | EmblemRow | Barcode | Blank | Cut | DrawerPulse
