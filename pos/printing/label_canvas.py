"""Drawing the parts of labels on a PDF's pages: bars as vectors, emblems kept once, pictures as dots.

This module is slow to load, since reportlab is.
"""

import io
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from PIL import Image
from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pos.domain.label_formats import MILLIMETRE, Size
from pos.printing.badge_drawing import BadgePart, Photo, Woven
from pos.printing.emblems import EMBLEM_CELLS, dye_colours, emblem_cells
from pos.printing.label_drawing import Frame, Ink, Motif, Painting, Rectangle, Writing, motif_cells
from pos.printing.pdf_type import BLACK, load_fonts
from pos.printing.picture_files import paper_picture

_CELL = 10
"""Units of a kept emblem's own drawing for one of its cells: half cells are whole numbers then."""
_DOTS_PER_MM = 12
"""Of a picture on a label: 300 to the inch."""


class LabelCanvas:
    """Pages of one size, drawn in millimetres from the upper left corner. The same drawing gives the same bytes."""

    def __init__(self, target: Path | BinaryIO, paper: Size, *, title: str, author: str, language: str) -> None:
        load_fonts()
        self._width, self._height = paper.width / MILLIMETRE * mm, paper.height / MILLIMETRE * mm
        where = str(target) if isinstance(target, Path) else target
        page = (self._width, self._height)
        self._canvas = Canvas(where, pagesize=page, invariant=1, pageCompression=1, lang=language)
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator("Qhatu")
        self._kept: set[str] = set()

    def end_page(self) -> None:
        """Finish the page."""
        self._canvas.showPage()

    def save(self) -> None:
        """Write the file, its last page finished. Raises `OSError` where it cannot be written."""
        self._canvas.save()

    def keep(self, name: str, size: Size, parts: Iterable[BadgePart]) -> None:
        """Keep a label of that size in the file under a name, once."""
        if name in self._kept:
            return
        ready = list(parts)
        for part in ready:
            if isinstance(part, Motif):
                self._keep_motif(part.motif)
        self._kept.add(name)
        width, height = size.width / MILLIMETRE * mm, size.height / MILLIMETRE * mm
        self._canvas.beginForm(name, 0, 0, width, height)
        for part in ready:
            self.draw(part, height)
        self._canvas.endForm()

    def put(self, name: str, left: int, top: int, size: Size) -> None:
        """Draw a label that was kept, its upper left corner there, in micrometres."""
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(left / MILLIMETRE * mm, self._height - (top + size.height) / MILLIMETRE * mm)
        canvas.doForm(name)
        canvas.restoreState()

    def line(self, x: float, top: float, to_x: float, bottom: float) -> None:
        """A hairline from one point to another, in millimetres."""
        self._canvas.setStrokeColor(BLACK)
        self._canvas.setLineWidth(0.25)
        self._canvas.line(x * mm, self._height - top * mm, to_x * mm, self._height - bottom * mm)

    # --- parts -------------------------------------------------------------------------------------------------------

    def draw(self, part: BadgePart, height: float) -> None:
        """Draw a part on what is so high, in points."""
        match part:
            case Writing():
                self._write(part, height)
            case Ink():
                self._fill(part.rectangles, height)
            case Motif():
                self._motif(part, height)
            case Frame():
                left, top, width, high = (side * mm for side in part.box)
                self._canvas.setStrokeColor(BLACK)
                self._canvas.setLineWidth(part.weight * mm)
                self._canvas.roundRect(left, height - top - high, width, high, part.radius * mm)
            case Painting():
                self._paint(part, height)
            case Woven():
                self._weave(part, height)
            case Photo():
                self._photograph(part, height)

    def _write(self, words: Writing, height: float) -> None:
        canvas = self._canvas
        canvas.setFont(words.font, words.size * mm)
        canvas.setFillColor(BLACK)
        put = {"left": canvas.drawString, "right": canvas.drawRightString, "centre": canvas.drawCentredString}
        put[words.align](words.x * mm, height - words.baseline * mm, words.text)

    def _fill(self, rectangles: Iterable[Rectangle], height: float) -> None:
        path = self._canvas.beginPath()
        for left, top, width, high in rectangles:
            path.rect(left * mm, height - (top + high) * mm, width * mm, high * mm)
        self._canvas.setFillColor(BLACK)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def _motif(self, part: Motif, height: float) -> None:
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(part.left * mm, height - (part.top + part.side) * mm)
        scale = part.side * mm / (EMBLEM_CELLS * _CELL)
        canvas.scale(scale, scale)
        canvas.doForm(f"motif-{part.motif}")
        canvas.restoreState()

    def _keep_motif(self, motif: str) -> None:
        name = f"motif-{motif}"
        if name in self._kept:
            return
        self._kept.add(name)
        side = EMBLEM_CELLS * _CELL
        self._canvas.beginForm(name, 0, 0, side, side)
        path = self._canvas.beginPath()
        for left, top, width, high in motif_cells(motif):
            path.rect(left * _CELL, side - (top + high) * _CELL, width * _CELL, high * _CELL)
        self._canvas.setFillColor(BLACK)
        self._canvas.drawPath(path, stroke=0, fill=1)
        self._canvas.endForm()

    def _paint(self, part: Painting, height: float) -> None:
        left, top, width, high = part.box
        picture = paper_picture(part.file, int(width * _DOTS_PER_MM), int(high * _DOTS_PER_MM))
        if picture is not None:
            wide, tall = picture.width / _DOTS_PER_MM, picture.height / _DOTS_PER_MM
            at = (left + width - wide) * mm, height - (top + tall) * mm
            self._canvas.drawImage(_reader(picture), *at, wide * mm, tall * mm)

    # --- in colour, for badges ---------------------------------------------------------------------------------------

    def _weave(self, part: Woven, height: float) -> None:
        """An emblem in its own colours: each one path, for one edge less where two cells meet."""
        cell = part.side / EMBLEM_CELLS
        rows = emblem_cells(part.emblem.motif)
        for sign, tone in zip(".#o", dye_colours(part.emblem.dye), strict=True):
            path = self._canvas.beginPath()
            for y, row in enumerate(rows):
                for x, kind in enumerate(row):
                    if kind == sign:
                        low = height - (part.top + (y + 1) * cell) * mm
                        path.rect((part.left + x * cell) * mm, low, cell * mm, cell * mm)
            self._canvas.setFillColor(HexColor(tone))
            self._canvas.drawPath(path, stroke=0, fill=1)

    def _photograph(self, part: Photo, height: float) -> None:
        left, top, width, high = part.box
        at = left * mm, height - (top + high) * mm
        self._canvas.drawImage(_reader(part.picture), *at, width * mm, high * mm)


def _reader(picture: Image.Image) -> ImageReader:
    """What reportlab draws; the same picture is kept once in the file."""
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    stream.seek(0)
    return ImageReader(stream)
