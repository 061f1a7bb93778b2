"""What stands on every page of a settlement or a report: the band, whose paper it is, its number, and the foot."""

from dataclasses import dataclass

from pos.printing.pdf_page import PageFormat, Sheet, barcode_width
from pos.printing.pdf_type import BLACK, BOLD, PIEDRA, QUIET, REGULAR, TITLE, Type, baseline, capital, shrunk, wrapped
from pos.texts import Texts

_NUMBER = Type(BOLD, 18)
_TAG = Type(BOLD, 15)
_FOOT = Type(REGULAR, 11.5, PIEDRA)
_FOOT_LINE = 1.35 * _FOOT.size
_HEAD_TOP = 62.0
_TITLE_LINE = 33.0
_RULE = 2.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The words of a paper's head and foot. `draft` says why the paper is not the last word, empty where it is.

    `number` and `moment` stand at the right of the head, `notes` and the book's `seal` at the left of the foot, and
    `coded` as a barcode at its right.
    """

    form: PageFormat
    texts: Texts
    network: str
    title: str
    number: str
    moment: str
    notes: tuple[str, ...]
    seal: str
    coded: str = ""
    draft: str = ""

    @property
    def top(self) -> float:
        """Where the content begins."""
        return self._title_top + _TITLE_LINE + 10 + _RULE

    @property
    def bottom(self) -> float:
        """Where the content ends."""
        return self._foot_top - 16

    def draw(self, sheet: Sheet, page: int, pages: int) -> None:
        """Draw all that frames one page of so many."""
        sheet.band()
        self._draw_head(sheet)
        self._draw_foot(sheet, page, pages)

    @property
    def _network_lines(self) -> list[str]:
        return wrapped(self.network, QUIET, self.form.span - self._number_width - 24, most=3)

    @property
    def _number_width(self) -> float:
        kind = self._number_type
        return max(QUIET.width(self._fitting_moment), *(kind.width(line) for line in self._number_lines))

    @property
    def _number_type(self) -> Type:
        return shrunk(self.number, _NUMBER, self.form.span / 2, smallest=10)

    @property
    def _number_lines(self) -> list[str]:
        return wrapped(self.number, self._number_type, self.form.span / 2, most=3)

    @property
    def _fitting_moment(self) -> str:
        return wrapped(self.moment, QUIET, self.form.span / 2, most=1)[0]

    @property
    def _title_top(self) -> float:
        return _HEAD_TOP + QUIET.leading * len(self._network_lines)

    @property
    def _foot_top(self) -> float:
        # Measured with the longest page number that a paper may come to, for the pages are not yet counted.
        return self.form.bottom - _FOOT_LINE * len(self._foot_lines(99, 99)) - 11

    def _foot_lines(self, page: int, pages: int) -> list[str]:
        width = self.form.span - (barcode_width(self.coded) + 20 if barcode_width(self.coded) else 0)
        number = self.texts._("page %(page)d of %(pages)d") % {"page": page, "pages": pages}
        number = number.replace(" ", "\N{NO-BREAK SPACE}")
        last = capital(" · ".join(part for part in (self.seal, number) if part))
        return [line for words in (*self.notes, last) for line in wrapped(words, _FOOT, width, most=4)]

    def _draw_head(self, sheet: Sheet) -> None:
        form = self.form
        sheet.lines(form.left, _HEAD_TOP, self._network_lines, QUIET)
        stand = baseline(self._title_top, _TITLE_LINE, TITLE.size)
        sheet.text(form.left, stand, self.title, TITLE)
        if self.draft:
            self._draw_draft(sheet, form.left + TITLE.width(self.title) + 18, stand)
        low = self._title_top + _TITLE_LINE
        sheet.lines(form.right, low - QUIET.leading, [self._fitting_moment], QUIET, "right")
        kind, lines = self._number_type, self._number_lines
        sheet.lines(form.right, low - QUIET.leading - kind.leading * len(lines), lines, kind, "right")
        sheet.rule(form.left, form.right, self.top - _RULE / 2, _RULE, BLACK)

    def _draw_draft(self, sheet: Sheet, left: float, stand: float) -> None:
        word = self.texts._("DRAFT")
        width = _TAG.width(word) + 20
        sheet.box(left, stand - 19.5, width, 26, radius=4)
        sheet.text(left + 10, stand - 1, word, _TAG)
        sheet.text(left + width + 10, stand - 1, self.draft, QUIET)

    def _draw_foot(self, sheet: Sheet, page: int, pages: int) -> None:
        form = self.form
        sheet.rule(form.left, form.right, self._foot_top + 0.5)
        top = self._foot_top + 11
        for line in self._foot_lines(page, pages):
            sheet.text(form.left, baseline(top, _FOOT_LINE, _FOOT.size), line, _FOOT)
            top += _FOOT_LINE
        sheet.barcode(self.coded, form.right, form.bottom)
