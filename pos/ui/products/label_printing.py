"""Labels as a PDF in a place that a person chooses, or as a strip for the receipt printer."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pos.domain.labels import Copies, Label
from pos.services.desk import Desk
from pos.services.paper_files import put_paper
from pos.ui.products.paper_kinds import ROLL_LABEL, Paper

if TYPE_CHECKING:
    from pos.printing.receipt_elements import Element

MOST_ON_STRIP = 300
"""About as many labels as a roll of receipt paper has room for."""


def save_labels(desk: Desk, copies: Sequence[Copies], paper: Paper, start: int, target: Path) -> int:
    """Write the labels beside the place and then put them there; gives how many pages they take.

    Raises `OutputOverBooks`, `LabelTooSmall`, `BadLabelCount`, `OSError`.
    """
    # Loaded here, not above: reportlab takes longer to load than the till to show its first screen.
    from pos.printing.label_pdf import roll_pdf, sheets_pdf

    author = desk.till.catalogue.terms().network.name
    pages = 0

    def write(file: Path) -> None:
        nonlocal pages
        if paper.sheet is not None:
            pages = sheets_pdf(copies, paper.sheet, desk.texts, file, start=start, author=author)
        else:
            pages = roll_pdf(copies, ROLL_LABEL, desk.texts, file, author=author)

    put_paper(desk.places, target, write)
    return pages


def strip_of(desk: Desk, copies: Sequence[Copies]) -> "tuple[Element, ...]":
    """The labels for the receipt printer; raises `LabelTooSmall`."""
    from pos.printing.label_strip import label_strips

    profile = desk.printer_profile
    return label_strips(copies, profile.paper, cuts=profile.cutter)


def strip_picture_of(desk: Desk, label: Label) -> bytes:
    """One label as it comes out of the receipt printer, as a PNG file; raises `LabelTooSmall`."""
    from pos.printing.label_strip import label_strips
    from pos.printing.strip_picture import strip_png

    profile = desk.printer_profile
    return strip_png(label_strips([Copies(label, 1)], profile.paper, cuts=True), profile)
