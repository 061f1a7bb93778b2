"""Reads an A4 paper back: its words and their places, in the units of the design, from the upper left corner."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from hypothesis import strategies as st
from pypdf import PageObject, PdfReader

from pos.domain.documents import SettlementPaper
from pos.printing.pdf_type import Type
from pos.printing.settlement_pdf import settlement_pdf
from pos.texts import Texts

UNIT = 72 / 96
ES = Texts("es")


@dataclass(frozen=True)
class Words:
    """Words set in one go: where they begin and end, and the baseline that they stand on."""

    text: str
    left: float
    right: float
    stand: float
    size: float
    bold: bool

    @property
    def top(self) -> float:
        return self.stand - 0.73 * self.size

    @property
    def low(self) -> float:
        return self.stand + 0.2 * self.size

    def covers(self, other: "Words") -> bool:
        """Whether the two are printed over each other."""
        beside = self.right <= other.left + 0.5 or other.right <= self.left + 0.5
        return not beside and self.low > other.top + 0.5 and other.low > self.top + 0.5


@dataclass(frozen=True)
class Page:
    """A page: its width and height, and all words on it in the order they were drawn."""

    width: float
    height: float
    words: tuple[Words, ...]

    @property
    def texts(self) -> list[str]:
        return [words.text for words in self.words]

    @property
    def text(self) -> str:
        return " ".join(self.texts)

    def find(self, text: str) -> Words:
        """The words that are exactly this text."""
        return next(words for words in self.words if words.text == text)

    def under(self, title: str) -> list[str]:
        """What stands flush right under a column's title, from top to bottom."""
        head = self.find(title)
        column = [w for w in self.words if abs(w.right - head.right) < 0.6 and w.stand > head.stand]
        return [words.text for words in sorted(column, key=lambda words: words.stand)]

    def beside(self, label: str) -> list[str]:
        """What stands on the same line to the right of a label, from left to right."""
        head = self.find(label)
        line = [w for w in self.words if abs(w.stand - head.stand) < 1.5 and w.left > head.left]
        return [words.text for words in sorted(line, key=lambda words: words.left)]

    def faults(self) -> list[tuple[str, str]]:
        """Words that cover others or leave the margins."""
        pairs = [(a.text, b.text) for a, b in combinations(self.words, 2) if a.covers(b)]
        return pairs + [(words.text, "margin") for words in self.words if not self._inside(words)]

    def _inside(self, words: Words) -> bool:
        return words.left >= 47 and words.right <= self.width - 47 and words.low < self.height - 30


def read(pdf: bytes) -> list[Page]:
    """All pages of a PDF."""
    return [_page(page) for page in PdfReader(io.BytesIO(pdf)).pages]


def settlement_file(papers: Sequence[SettlementPaper], texts: Texts = ES, copies: int = 1) -> bytes:
    """The settlements as a PDF."""
    stream = io.BytesIO()
    settlement_pdf(papers, texts, stream, copies=copies)
    return stream.getvalue()


@cache
def settlement_pages(*papers: SettlementPaper, texts: Texts = ES, copies: int = 1) -> list[Page]:
    """The pages of the settlements, read back; kept, for reading takes longer than printing."""
    return read(settlement_file(papers, texts, copies))


def minor(figure: str) -> int:
    """Minor units of a figure as papers show it: "−1.234,50" is -123450; the dash of an empty cell is 0."""
    return 0 if figure == "–" else int(figure.replace("−", "-").replace(".", "").replace(",", ""))


def _page(page: PageObject) -> Page:
    height = float(page.mediabox.height) / UNIT
    found: list[Words] = []

    def visit(text: str, cm: list[float], tm: list[float], font: dict | None, size: float) -> None:
        text = text.strip("\n")
        if not text.strip():
            return
        left, low = ((cm[0] * tm[4] + cm[4]) / UNIT, (cm[3] * tm[5] + cm[5]) / UNIT)
        name = str(font["/BaseFont"]).split("+")[1]
        width = Type(name, size).width(text)
        found.append(Words(text.strip(), left, left + width, height - low, size, name.endswith("Bold")))

    page.extract_text(visitor_text=visit)
    return Page(float(page.mediabox.width) / UNIT, height, tuple(found))


def names_from_files() -> st.SearchStrategy[str]:
    """Names as a file may hold them: any signs that may enter the books, mark-up and long words included."""
    letters = st.characters(exclude_categories=("C", "Zl", "Zp"))
    marked_up = st.sampled_from(["<b>Ana & Luz</b>", "<para>&amp;</para>", "Ñandú «Ü» <br/>", "W" * 200, "%s %(n)d %%"])
    return st.one_of(st.text(letters, min_size=1, max_size=200).filter(str.strip), marked_up)
