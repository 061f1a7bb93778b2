"""Where labels lie on a sheet: the sheets that are sold, sheets of one's own measures, and rolls.

Sizes are micrometres (1,000 are a millimetre), counted from the upper left corner. A sheet is A4.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pos.domain.label_refusals import BadLabelCount, BadLabelSize, BadMeasure, LabelsOffPaper, StartOffSheet

MILLIMETRE = 1_000
LEAST_SIDE, MOST_SIDE = 10 * MILLIMETRE, 300 * MILLIMETRE
MOST_LABELS = 10_000
"""More than anybody sticks on in a day: a count over this is a slip of the hand."""

_SIZE = re.compile(r"\s*([0-9]{1,3}(?:[.,][0-9]{1,3})?)\s*[x×]\s*([0-9]{1,3}(?:[.,][0-9]{1,3})?)\s*", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9]{1,3})(?:[.,]([0-9]{1,3}))?\s*", re.ASCII)
_OWN_MARGIN = 5 * MILLIMETRE
"""What a home printer cannot print on, at every edge of the sheet."""


@dataclass(frozen=True, slots=True)
class Size:
    """A width and a height."""

    width: int
    height: int


A4 = Size(210 * MILLIMETRE, 297 * MILLIMETRE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a label lies: on which sheet, counted from 0, and its upper left corner there."""

    sheet: int
    left: int
    top: int


@dataclass(frozen=True, slots=True)
class SheetFormat:
    """Labels of one size in columns and rows on A4; raises `LabelsOffPaper` where they don't fit."""

    columns: int
    rows: int
    label: Size
    left: int
    top: int
    gap_across: int = 0
    gap_down: int = 0
    paper: Size = A4

    def __post_init__(self) -> None:
        fits = min(self.columns, self.rows) > 0 and min(self.left, self.top, self.gap_across, self.gap_down) >= 0
        if not fits or self.right > self.paper.width or self.bottom > self.paper.height:
            width, height = self.paper.width // MILLIMETRE, self.paper.height // MILLIMETRE
            # Where there is no room for one, it is one that does not fit.
            columns, rows = max(1, self.columns), max(1, self.rows)
            raise LabelsOffPaper(columns=columns, rows=rows, width=width, height=height)

    @property
    def right(self) -> int:
        """Where the last column ends."""
        return self.left + self.columns * (self.label.width + self.gap_across) - self.gap_across

    @property
    def bottom(self) -> int:
        """Where the last row ends."""
        return self.top + self.rows * (self.label.height + self.gap_down) - self.gap_down

    @property
    def per_sheet(self) -> int:
        """How many labels are on a sheet."""
        return self.columns * self.rows

    def column_left(self, column: int) -> int:
        """Where a column begins, counted from 0."""
        return self.left + column * (self.label.width + self.gap_across)

    def row_top(self, row: int) -> int:
        """Where a row begins, counted from 0."""
        return self.top + row * (self.label.height + self.gap_down)

    def places(self, count: int, start: int = 1) -> Iterator[Place]:
        """The places of so many labels, row by row, of which the first is the `start`-th of its sheet, from 1.

        Raises `StartOffSheet`, `BadLabelCount`.
        """
        first = self.checked_start(start) - 1
        for number in range(first, first + checked_labels(count)):
            sheet, on_sheet = divmod(number, self.per_sheet)
            row, column = divmod(on_sheet, self.columns)
            yield Place(sheet, self.column_left(column), self.row_top(row))

    def sheets(self, count: int, start: int = 1) -> int:
        """How many sheets so many labels take; raises as `places`."""
        used = self.checked_start(start) - 1 + checked_labels(count)
        return -(-used // self.per_sheet) if count else 0

    def checked_start(self, start: int) -> int:
        """The place itself, if the sheet has it; raises `StartOffSheet` otherwise."""
        if not 1 <= start <= self.per_sheet:
            raise StartOffSheet(start=start, most=self.per_sheet)
        return start


SHEET_65 = SheetFormat(
    columns=5, rows=13, label=Size(38_100, 21_200), left=4_750, top=10_700, gap_across=2_500, gap_down=0
)
"""65 on a sheet, as Avery L7651 and its likes have them."""
SHEET_24 = SheetFormat(
    columns=3, rows=8, label=Size(63_500, 33_900), left=7_250, top=12_900, gap_across=2_500, gap_down=0
)
"""24 on a sheet, as Avery L7159 and its likes have them."""
SHEETS = {"24": SHEET_24, "65": SHEET_65}
"""The sheets that are sold, by the name that one asks for."""

BADGE = Size(85_600, 54_000)
"""A card as for a bank, ISO/IEC 7810 ID-1."""
BADGE_SHEET = SheetFormat(columns=2, rows=5, label=BADGE, left=19_400, top=13_500)


def checked_labels(count: int) -> int:
    """The count itself, if it is a whole number from 0 to `MOST_LABELS`; raises `BadLabelCount` otherwise."""
    if not 0 <= count <= MOST_LABELS:
        raise BadLabelCount(count=count, most=MOST_LABELS)
    return count


def size_of(text: str) -> Size:
    """A size as people write it, in millimetres: `63.5x33.9`, `50 × 30`; raises `BadLabelSize`."""
    found = _SIZE.fullmatch(text)
    sides = [micrometres(side) for side in found.groups()] if found else [0]
    if not all(LEAST_SIDE <= side <= MOST_SIDE for side in sides):
        raise BadLabelSize(text=text[:40], least=LEAST_SIDE // MILLIMETRE, most=MOST_SIDE // MILLIMETRE)
    return Size(*sides)


def micrometres(text: str) -> int:
    """A length in millimetres as people write it, with a comma or a point; raises `BadMeasure`."""
    found = _LENGTH.fullmatch(text)
    if found is None:
        raise BadMeasure(text=text)
    return int(found[1]) * MILLIMETRE + int((found[2] or "").ljust(3, "0"))


def two_lengths(text: str) -> tuple[int, int]:
    """Two lengths as people write them, `4.5x10`, or one for both; raises `BadMeasure`."""
    one, _, other = text.lower().replace("×", "x").partition("x")
    return micrometres(one), micrometres(other or one)


def millimetres(length: int) -> tuple[int, int]:
    """A length as (minor units, decimals) of a millimetre, with no more decimals than it has: 63500 is (635, 1)."""
    for digits, unit in ((0, 1_000), (1, 100), (2, 10)):
        if length % unit == 0:
            return length // unit, digits
    return length, 3


def filled_sheet(
    label: Size,
    *,
    columns: int = 0,
    rows: int = 0,
    margins: tuple[int, int] | None = None,
    gaps: tuple[int, int] = (0, 0),
) -> SheetFormat:
    """A sheet of one's own: as many columns and rows as fit where they are not given, in the middle of the paper where
    no margins (left, top) are. Raises `LabelsOffPaper`."""
    across, down = label.width + gaps[0], label.height + gaps[1]
    left, top = margins or (_OWN_MARGIN, _OWN_MARGIN)
    columns = columns or (A4.width - left - _OWN_MARGIN + gaps[0]) // across
    rows = rows or (A4.height - top - _OWN_MARGIN + gaps[1]) // down
    if margins is None:
        left = max(0, (A4.width - columns * across + gaps[0]) // 2)
        top = max(0, (A4.height - rows * down + gaps[1]) // 2)
    return SheetFormat(columns, rows, label, left, top, *gaps)
