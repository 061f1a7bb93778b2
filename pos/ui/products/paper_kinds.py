"""What labels are printed on: sheets of A4, the roll of a label printer, the roll of the receipt printer."""

from enum import StrEnum

from pos.domain.label_formats import SHEETS, SheetFormat, Size
from pos.texts import Texts


class Paper(StrEnum):
    """The kinds of paper; a sheet's value is its name in `SHEETS`."""

    SHEET_24 = "24"
    SHEET_65 = "65"
    ROLL = "roll"
    STRIP = "strip"

    @property
    def sheet(self) -> SheetFormat | None:
        """The labels of a sheet, None for a roll."""
        return SHEETS.get(self.value)


ROLL_LABEL = Size(50_000, 30_000)
"""The size that shops sell most rolls of; for any other there is the command line."""


def measure(size: Size, texts: Texts) -> str:
    """A size as people write it, in whole millimetres: `64 × 34 mm`."""
    width, height = (texts.amount((side + 500) // 1_000, 0) for side in (size.width, size.height))
    words = texts._("%(width)s × %(height)s mm") % {"width": width, "height": height}
    return words.replace(" ", "\N{NO-BREAK SPACE}")
