"""An A4 page: where the design's measures become PDF, and what is drawn on it besides tables.

A page is laid out in the units of the design, 96 to the inch (A4 is 794 by 1123), y counted from the top edge down.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from pos.domain.documents import EmblemOf
from pos.printing.emblems import EMBLEM_CELLS, band_tile, dye_colours, emblem_cells
from pos.printing.pdf_type import BLACK, BODY, SAL3, Align, Type, baseline, load_fonts

RULE = 1.5
HAIR = 1.0
BAND_HEIGHT = 12.0

_BARCODE_HEIGHT = 34.0
_BARCODE_WIDTH = 190.0
_BARCODE_WIDEST = 300.0
# 0.3 mm: the narrowest bar that a cheap scanner reads well from an office printer's paper.
_BARCODE_MODULE = 1.15

_POINTS = 72 / 96


@dataclass(frozen=True, slots=True)
class PageFormat:
    """A sheet of A4 standing or lying, and the box inside its margins; `paper` is its true size, in points."""

    paper: tuple[float, float]

    width: float
    height: float
    left: float = 48.0
    top: float = 38.0
    foot: float = 34.0

    @property
    def right(self) -> float:
        """Where the content ends on the right."""
        return self.width - self.left

    @property
    def bottom(self) -> float:
        """Where the content ends below."""
        return self.height - self.foot

    @property
    def span(self) -> float:
        """How wide the content is."""
        return self.right - self.left


UPRIGHT = PageFormat(A4, 794.0, A4[1] / _POINTS)
LYING = PageFormat(landscape(A4), A4[1] / _POINTS, A4[0] / _POINTS)


class Sheet:
    """A PDF being drawn page by page. The same drawing gives the same bytes, so that papers can be compared."""

    def __init__(self, target: Path | BinaryIO, form: PageFormat, *, title: str, network: str, language: str) -> None:
        load_fonts()
        self.form = form
        where = str(target) if isinstance(target, Path) else target
        self._canvas = Canvas(where, pagesize=form.paper, invariant=1, pageCompression=1, lang=language)
        self._canvas.setTitle(title)
        self._canvas.setAuthor(network)
        self._canvas.setCreator("Qhatu")
        self._woven: set[str] = set()

    def begin_page(self) -> None:
        """Begin a page; nothing is drawn before."""
        self._canvas.scale(_POINTS, _POINTS)

    def end_page(self) -> None:
        """Finish the page."""
        self._canvas.showPage()

    def save(self) -> None:
        """Write the file, its last page finished. Raises `OSError` where it cannot be written."""
        self._canvas.save()

    def mark(self, key: str, words: str) -> None:
        """Let the reader's list of contents lead to this page."""
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(words, key)

    def text(self, x: float, y: float, words: str, kind: Type = BODY, align: Align = "left") -> None:
        """Words on the baseline `y`, from x, to x, or about x."""
        canvas = self._canvas
        canvas.setFont(kind.font, kind.size)
        canvas.setFillColor(kind.colour)
        draw = {"left": canvas.drawString, "right": canvas.drawRightString, "centre": canvas.drawCentredString}[align]
        draw(x, self.form.height - y, words)

    def lines(self, x: float, top: float, words: Iterable[str], kind: Type = BODY, align: Align = "left") -> None:
        """Lines of words under each other, the first line box beginning at `top`."""
        for line in words:
            self.text(x, baseline(top, kind.leading, kind.size), line, kind, align)
            top += kind.leading

    def rule(self, x: float, to: float, y: float, weight: float = HAIR, colour: Color = SAL3) -> None:
        """A horizontal rule whose middle is at y."""
        self._canvas.setStrokeColor(colour)
        self._canvas.setLineWidth(weight)
        self._canvas.line(x, self.form.height - y, to, self.form.height - y)

    def upright_rule(self, x: float, top: float, to: float) -> None:
        """A vertical hairline."""
        self._canvas.setStrokeColor(SAL3)
        self._canvas.setLineWidth(HAIR)
        self._canvas.line(x, self.form.height - top, x, self.form.height - to)

    def box(
        self,
        x: float,
        top: float,
        width: float,
        height: float,
        *,
        weight: float = RULE,
        radius: float = 4.0,
        colour: Color = BLACK,
    ) -> None:
        """An empty box; the edge lies inside the given measures."""
        canvas = self._canvas
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(weight)
        low = self.form.height - top - height
        half = weight / 2
        canvas.roundRect(x + half, low + half, width - weight, height - weight, max(radius - half, 0))

    def place(self, what: Flowable, x: float, top: float) -> None:
        """A flowable of known size with its upper left corner there."""
        _, height = what.wrap(self.form.width, self.form.height)
        what.drawOn(self._canvas, x, self.form.height - top - height)

    def barcode(self, text: str, right: float, bottom: float) -> None:
        """Code 128 of the text, as wide as `barcode_width` says, its quiet zone the paper's margin."""
        width = barcode_width(text)
        if not width:
            return
        bars = Code128(text, barWidth=width / _modules(text), barHeight=_BARCODE_HEIGHT, quiet=False)
        self._canvas.setFillColor(BLACK)
        self.place(bars, right - width, bottom - _BARCODE_HEIGHT)

    def band(self) -> None:
        """The aguayo band along the top margin, woven in one piece: where two are joined, a viewer shows the seam."""
        tile = band_tile()
        cells = int(self.form.span)
        self._weave("band", tuple((row * (cells // len(row) + 1))[:cells] for row in tile.rows), tile.colours)
        self._canvas.saveState()
        self._canvas.translate(self.form.left, self.form.height - self.form.top - BAND_HEIGHT)
        self._canvas.doForm("band")
        self._canvas.restoreState()

    def emblem(self, emblem: EmblemOf, x: float, top: float, size: float) -> None:
        """A unit's woven emblem, as cells."""
        name = f"emblem-{emblem.motif}-{emblem.dye}"
        self._weave(name, emblem_cells(emblem.motif), dict(zip(".#o", dye_colours(emblem.dye), strict=True)))
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(x, self.form.height - top - size)
        canvas.scale(size / EMBLEM_CELLS, size / EMBLEM_CELLS)
        canvas.doForm(name)
        canvas.restoreState()

    def _weave(self, name: str, rows: tuple[str, ...], colours: dict[str, str]) -> None:
        """Keep cells in the file under a name, once: each colour one path, for one edge less where two cells meet."""
        if name in self._woven:
            return
        self._woven.add(name)
        canvas = self._canvas
        canvas.beginForm(name, 0, 0, len(rows[0]), len(rows))
        for sign, colour in colours.items():
            path = canvas.beginPath()
            for down, row in enumerate(rows, start=1):
                for start, end in _runs(row, sign):
                    path.rect(start, len(rows) - down, end - start, 1)
            canvas.setFillColor(HexColor(colour))
            canvas.drawPath(path, stroke=0, fill=1)
        canvas.endForm()


def _runs(row: str, sign: str) -> Iterable[tuple[int, int]]:
    start = 0
    while (start := row.find(sign, start)) >= 0:
        end = start
        while row[end : end + 1] == sign:
            end += 1
        yield start, end
        start = end


def barcode_width(text: str) -> float:
    """How wide the text's Code 128 is drawn: as designed, or wider so that it can be read.

    0 for a text that Code 128 cannot hold or that is too long to be read in the room there is: it has no barcode.
    """
    if not text or not (text.isascii() and text.isprintable()):
        return 0.0
    width = max(_BARCODE_WIDTH, _modules(text) * _BARCODE_MODULE)
    return width if width <= _BARCODE_WIDEST else 0.0


def _modules(text: str) -> float:
    return float(Code128(text, barWidth=1.0, quiet=False).width)


def draw_warning(canvas: Canvas, x: float, y: float, size: float) -> None:
    """The warning sign of the screens, a triangle with an exclamation mark, standing on y; y counts upwards here."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(size / 24, size / 24)
    canvas.setLineWidth(2.5)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    path = canvas.beginPath()
    path.moveTo(12, 20)
    path.lineTo(2.5, 4)
    path.lineTo(21.5, 4)
    path.close()
    path.moveTo(12, 14)
    path.lineTo(12, 10)
    path.moveTo(12, 7)
    path.lineTo(12, 6.9)
    canvas.drawPath(path)
    canvas.restoreState()
