"""Ruled tables of an A4 page, measured beforehand so that they can be cut between any two rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable, LongTable, TableStyle

from pos.domain.documents import EmblemOf
from pos.printing.pdf_page import HAIR, RULE, Sheet, draw_warning
from pos.printing.pdf_type import (
    ALERT,
    BLACK,
    BODY,
    BOLD,
    LEADING,
    PIEDRA,
    QUIET,
    REGULAR,
    SAL3,
    STRONG,
    Align,
    Type,
    baseline,
    wrapped,
)

ROOMY = 4.0
"""Over and under the words of a row, as designed."""
TIGHT = 1.5
"""The same where that saves a page."""

_GAP = 6.0
_LINE = BODY.leading
_HEAD_PAD = 3.0
_WIDE_TITLE = 90.0
_SIGN = 15.0
_EMBLEM = 24.0
_EMBLEM_INDENT = 34.0
_FEW_ROWS = 7
# A table hangs words by their size, the design by the middle of their line box; this is twice the difference.
_SINK = 2 * (LEADING / 2 + 0.415 - 1) * BODY.size


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: as wide as what stands in it, but not under its `least`; the first takes what is left."""

    title: str
    align: Align = "right"
    bold: bool = False
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the name of what it is about, notes under it, its emblem, and a text for each further column.

    A `leading` row is set in bold and stays with the `belonging` ones that follow it, which stand a step to the right.
    """

    name: str
    cells: tuple[str, ...]
    notes: tuple[tuple[str, Type], ...] = ()
    emblem: EmblemOf | None = None
    leading: bool = False
    belonging: bool = False


class _Lines(Flowable):
    """Lines of different type in one cell, already broken to the column's width."""

    def __init__(self, lines: Sequence[tuple[str, Type]], indent: float) -> None:
        super().__init__()
        self._lines = lines
        self._indent = indent
        self.height = _LINE * len(lines)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The room it takes."""
        self.width = width
        return width, self.height

    def draw(self) -> None:
        """Draw at the canvas's origin, which is the lower left corner."""
        for number, (words, kind) in enumerate(self._lines):
            stand = self.height + _SINK / 2 - baseline(number * _LINE, _LINE, kind.size)
            self.canv.setFont(kind.font, kind.size)
            self.canv.setFillColor(kind.colour)
            if kind is ALERT:
                self.canv.setStrokeColor(kind.colour)
                draw_warning(self.canv, self._indent, stand - 3, _SIGN)
            self.canv.drawString(self._indent + _sign_room(kind), stand, words)


def _title(words: str) -> str:
    """A title of several words stands on two lines, about as long as each other, where one would make a wide column."""
    parts = words.split(" ")
    if len(parts) == 1 or QUIET.width(words) <= _WIDE_TITLE:
        return words
    broken = [(" ".join(parts[:n]), " ".join(parts[n:])) for n in range(1, len(parts))]
    # A short word ("del") belongs to what follows it.
    first, second = min(broken, key=lambda lines: (len(lines[0].split(" ")[-1]) <= 3, max(map(len, lines))))
    return f"{first}\n{second}"


def _sign_room(kind: Type) -> float:
    return _SIGN + 3 if kind is ALERT else 0.0


class RuledTable:
    """A head, rows, and perhaps a row of totals. Only the name of a row wraps.

    `pad` is the room over and under a row's words, `ROOMY` or `TIGHT`.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Sequence[Row],
        width: float,
        *,
        total: Sequence[str] = (),
        pad: float = ROOMY,
    ) -> None:
        self._columns = columns
        self._titles = [_title(column.title) for column in columns]
        self._rows = rows
        self._total = list(total)
        self._pad = pad
        self._widths = self._measured(width)
        self._head_height = _LINE * max(title.count("\n") + 1 for title in self._titles) + 2 * _HEAD_PAD + RULE / 2
        self._total_height = _LINE + 2 * pad + HAIR if total else 0.0
        self._names = [self._name(row) for row in rows]
        self._heights = [self._row_height(name, row) for name, row in zip(self._names, rows, strict=True)]

    @property
    def rows(self) -> int:
        """How many rows there are between the head and the totals."""
        return len(self._rows)

    def height(self, first: int, last: int) -> float:
        """How high the part from row `first` up to `last` is, head and (at the end) totals included."""
        ending = self._total_height if last == self.rows else 0.0
        return self._head_height + sum(self._heights[first:last]) + ending

    def fitting(self, first: int, room: float) -> int:
        """Up to which row the part from `first` on fits; `first` itself where none does. Totals never stand alone."""
        last = first
        height = self._head_height
        while last < self.rows and height + self._heights[last] <= room:
            height += self._heights[last]
            last += 1
        if last == self.rows and height + self._total_height > room:
            last -= 1
        return self._before_group(first, last) if first < last < self.rows else max(first, last)

    def _before_group(self, first: int, last: int) -> int:
        """Where a page ends inside a group of few rows, before that group; its leading row is never left alone."""
        for row in range(last, max(first, last - _FEW_ROWS), -1):
            if self._rows[row].leading:
                return row
        return last - 1 if self._rows[last - 1].leading else last

    def draw(self, sheet: Sheet, left: float, top: float, first: int, last: int) -> None:
        """The rows from `first` up to `last` under the head, and after the very last one the totals."""
        data: list[list[object]] = [list(self._titles)]
        data += [[self._names[i], *self._rows[i].cells] for i in range(first, last)]
        heights = [self._head_height, *self._heights[first:last]]
        ends = last == self.rows and bool(self._total)
        if ends:
            data.append(list(self._total))
            heights.append(self._total_height)
        table = LongTable(data, colWidths=self._widths, rowHeights=heights, style=self._style(first, last, ends=ends))
        sheet.place(table, left, top)
        top += self._head_height
        for row, height in zip(self._rows[first:last], self._heights[first:last], strict=True):
            if row.emblem:
                sheet.emblem(row.emblem, left, top + (height - _EMBLEM) / 2, _EMBLEM)
            top += height

    def _measured(self, width: float) -> list[float]:
        widths = [max(column.least, self._widest(n, column)) for n, column in enumerate(self._columns) if n]
        return [width - sum(widths), *widths]

    def _widest(self, number: int, column: Column) -> float:
        kind = STRONG if column.bold else BODY
        words = max((kind.width(cell) for cell in {row.cells[number - 1] for row in self._rows}), default=0.0)
        title = max(QUIET.width(line) for line in self._titles[number].split("\n"))
        total = STRONG.width(self._total[number]) if self._total else 0.0
        return max(words, title, total) + _GAP * (1 if number == len(self._columns) - 1 else 2)

    def _name(self, row: Row) -> str | _Lines:
        indent = _EMBLEM_INDENT if row.emblem else 0.0
        room = self._widths[0] - _GAP - (indent or (_EMBLEM_INDENT if row.belonging else 0.0))
        kind = STRONG if self._columns[0].bold or row.leading else BODY
        lines = wrapped(row.name, kind, room)
        if not row.notes and not row.emblem:
            return "\n".join(lines)
        notes = [(line, of) for words, of in row.notes for line in wrapped(words, of, room - _sign_room(of))]
        return _Lines([*((line, kind) for line in lines), *notes], indent)

    def _row_height(self, name: str | _Lines, row: Row) -> float:
        words = _LINE * (name.count("\n") + 1) if isinstance(name, str) else name.height
        return max(words, _EMBLEM if row.emblem else 0.0) + 2 * self._pad + HAIR

    def _style(self, first: int, last: int, *, ends: bool) -> TableStyle:
        whole = ((0, 0), (-1, -1))
        style: list[tuple[object, ...]] = [
            ("FONT", *whole, REGULAR, BODY.size, _LINE),
            ("VALIGN", *whole, "MIDDLE"),
            ("TOPPADDING", *whole, _SINK),
            ("BOTTOMPADDING", *whole, 0),
            ("LEFTPADDING", *whole, _GAP),
            ("RIGHTPADDING", *whole, _GAP),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
            ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
            ("TEXTCOLOR", (0, 0), (-1, 0), PIEDRA),
            ("LINEBELOW", (0, 1), (-1, -3 if ends else -1), HAIR, SAL3),
            ("LINEBELOW", (0, 0), (-1, 0), RULE, BLACK),
        ]
        for n, column in enumerate(self._columns):
            style.append(("ALIGN", (n, 0), (n, -1), column.align.upper()))
            if column.bold:
                style.append(("FONTNAME", (n, 1), (n, -1), BOLD))
        for n, row in enumerate(self._rows[first:last], start=1):
            if row.leading:
                style.append(("FONTNAME", (0, n), (-1, n), BOLD))
            if row.belonging:
                style.append(("LEFTPADDING", (0, n), (0, n), _EMBLEM_INDENT))
        if ends:
            style += [("FONTNAME", (0, -1), (-1, -1), BOLD), ("LINEABOVE", (0, -1), (-1, -1), RULE, BLACK)]
        return TableStyle(style)  # type: ignore[arg-type]  # its stubs ask for each command's own tuple
