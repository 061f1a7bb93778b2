"""Paper strips as a PDF: a page a strip, as wide and as long as the paper, the printed dots in their place.

This module is slow to load, since reportlab is; whoever keeps a strip loads it then.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from reportlab.lib.units import inch, mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pos.printing.escpos import PrinterProfile
from pos.printing.receipt_elements import Element, sheets
from pos.printing.strip_picture import strip_picture

DOTS_PER_INCH = 203
_ROLLS = ((384, 58), (576, 80))
"""So many printable dots lie on a roll of so many millimetres; what is between is printed on the wider one."""
_EDGE = 4 * mm
"""White above and below, as a printer leaves it before its knife."""


def strip_pdf(strip: Iterable[Element], profile: PrinterProfile, path: Path, title: str = "") -> None:
    """Write one strip as a PDF, a page for each of its papers; raises `OSError`, and as `strip_picture`."""
    strips_pdf([strip], profile, path, title)


def strips_pdf(strips: Sequence[Iterable[Element]], profile: PrinterProfile, path: Path, title: str = "") -> None:
    """Write strips as the pages of one PDF; raises as `strip_pdf`."""
    canvas = Canvas(str(path), invariant=1, pageCompression=1)
    canvas.setTitle(title)
    canvas.setCreator("Qhatu")
    roll = next((width for dots, width in _ROLLS if profile.paper.dots <= dots), _ROLLS[-1][1]) * mm
    for paper in (paper for strip in strips for paper in sheets(strip)):
        picture = strip_picture(paper, profile)
        width, height = (dots * inch / DOTS_PER_INCH for dots in picture.size)
        canvas.setPageSize((roll, height + 2 * _EDGE))
        canvas.drawImage(ImageReader(picture), (roll - width) / 2, _EDGE, width, height)
        canvas.showPage()
    canvas.save()
