"""Labels and badges as PDF: on sheets of A4, or each on a page as large as itself for a roll.

A label that is wanted many times is drawn once and put where it belongs. Bars are vectors, as sharp as the printer.
This module is slow to load, since reportlab is.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from pos.domain.label_formats import BADGE, BADGE_SHEET, MILLIMETRE, Place, SheetFormat, Size
from pos.domain.labels import Badge, Copies
from pos.printing.badge_drawing import drawn_badge
from pos.printing.label_canvas import LabelCanvas
from pos.printing.label_drawing import drawn
from pos.texts import Texts, spoken

_MARK, _MARK_AIR = 3.0, 1.0
"""Millimetres: how long a crop mark is, and how far from the labels it ends."""


def sheets_pdf(
    copies: Sequence[Copies],
    sheet: SheetFormat,
    texts: Texts,
    target: Path | BinaryIO,
    *,
    start: int = 1,
    crop_marks: bool = False,
    author: str = "",
) -> int:
    """Write labels onto sheets, the first at place `start`; gives how many sheets that takes.

    Raises `LabelTooSmall`, `StartOffSheet`, `BadLabelCount`, and `OSError` where the file cannot be written.
    """
    count = sum(wanted.count for wanted in copies)
    places = iter(list(sheet.places(count, start)))
    plans = [wanted.label.plan(sheet.label) for wanted in copies]
    canvas = LabelCanvas(target, sheet.paper, title=texts._("Labels"), author=author, language=texts.language)
    pages = _Pages(canvas, sheet if crop_marks else None)
    for wanted, plan in zip(copies, plans, strict=True):
        name = f"label-{wanted.label.sku}"
        canvas.keep(name, sheet.label, drawn(wanted.label, plan, Texts(spoken(wanted.label.language))))
        for _ in range(wanted.count):
            pages.put(name, next(places), sheet.label)
    return pages.finish()


def roll_pdf(copies: Sequence[Copies], label: Size, texts: Texts, target: Path | BinaryIO, *, author: str = "") -> int:
    """Write each label on a page of its own size, for a printer of labels; gives how many pages that takes.

    Raises as `sheets_pdf`.
    """
    plans = [wanted.label.plan(label, dots=True) for wanted in copies]
    canvas = LabelCanvas(target, label, title=texts._("Labels"), author=author, language=texts.language)
    pages = _Pages(canvas, None)
    number = 0
    for wanted, plan in zip(copies, plans, strict=True):
        name = f"label-{wanted.label.sku}"
        canvas.keep(name, label, drawn(wanted.label, plan, Texts(spoken(wanted.label.language))))
        for _ in range(wanted.count):
            pages.put(name, Place(number, 0, 0), label)
            number += 1
    return pages.finish()


def badges_pdf(badges: Sequence[Badge], texts: Texts, target: Path | BinaryIO, *, author: str = "") -> int:
    """Write badges onto sheets, ten on each, with marks to cut them by; gives how many sheets that takes.

    Raises `OSError` where the file cannot be written.
    """
    canvas = LabelCanvas(target, BADGE_SHEET.paper, title=texts._("Badges"), author=author, language=texts.language)
    pages = _Pages(canvas, BADGE_SHEET)
    for badge, place in zip(badges, BADGE_SHEET.places(len(badges)), strict=True):
        name = f"badge-{badge.unit}"
        canvas.keep(name, BADGE, drawn_badge(badge))
        pages.put(name, place, BADGE)
    return pages.finish()


class _Pages:
    """Turns to the next page where a label lies on it; each page that is finished gets its crop marks."""

    def __init__(self, canvas: LabelCanvas, marks: SheetFormat | None) -> None:
        self._canvas, self._marks = canvas, marks
        self._page = 0

    def put(self, name: str, place: Place, size: Size) -> None:
        """Put a kept label in its place."""
        while self._page < place.sheet:
            self._end()
        self._canvas.put(name, place.left, place.top, size)

    def finish(self) -> int:
        """Write the file; gives how many pages it has."""
        self._end()
        self._canvas.save()
        return self._page

    def _end(self) -> None:
        if self._marks is not None:
            for x, top, to_x, bottom in _crop_marks(self._marks):
                self._canvas.line(x, top, to_x, bottom)
        self._canvas.end_page()
        self._page += 1


def _crop_marks(sheet: SheetFormat) -> Iterator[tuple[float, float, float, float]]:
    """Short lines in the sheet's margins, at each edge of a column and of a row; where there is room for them."""
    left, right = sheet.left / MILLIMETRE, sheet.right / MILLIMETRE
    top, bottom = sheet.top / MILLIMETRE, sheet.bottom / MILLIMETRE
    width, height = sheet.paper.width / MILLIMETRE, sheet.paper.height / MILLIMETRE
    columns = {edge for n in range(sheet.columns) for edge in _edges(sheet.column_left(n), sheet.label.width)}
    rows = {edge for n in range(sheet.rows) for edge in _edges(sheet.row_top(n), sheet.label.height)}
    for x in sorted(columns):
        if top > 2 * _MARK_AIR:
            yield x, max(0.0, top - _MARK_AIR - _MARK), x, top - _MARK_AIR
        if height - bottom > 2 * _MARK_AIR:
            yield x, bottom + _MARK_AIR, x, min(height, bottom + _MARK_AIR + _MARK)
    for y in sorted(rows):
        if left > 2 * _MARK_AIR:
            yield max(0.0, left - _MARK_AIR - _MARK), y, left - _MARK_AIR, y
        if width - right > 2 * _MARK_AIR:
            yield right + _MARK_AIR, y, min(width, right + _MARK_AIR + _MARK), y


def _edges(begin: int, length: int) -> tuple[float, float]:
    return begin / MILLIMETRE, (begin + length) / MILLIMETRE
