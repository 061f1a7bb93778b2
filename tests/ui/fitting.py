"""What a designer would not accept, found by measuring: words without room, parts that overlap or lie outside."""

from collections.abc import Iterator
from itertools import combinations
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionFrame,
    QWidget,
)

from pos.ui.look.buttons import ActionButton
from pos.ui.look.theme import text_width
from pos.ui.look.words import SMALLEST_FIGURE, Amount, Words, set_text
from pos.ui.returning.receipt_search_rows import SaleRow

W = TypeVar("W", bound=QWidget)

_SLACK = 1
"""Pixels: layouts round."""
_BESIDE_TEXT = 2
"""What a field leaves free on both sides of its text."""
_EDGES = 6
"""Of a plain button, on both sides together."""


def misfits(window: QWidget, size: tuple[int, int], *, may_cut: bool = False) -> list[str]:
    """What does not fit in a window that should have this size; a sheet before it is measured by itself.

    With `may_cut` words may end in three dots.
    """
    found = [] if (window.width(), window.height()) == size else [f"the window is {window.width()} × {window.height()}"]
    for frame in (window, *(sheet for sheet in _shown(window, QWidget) if sheet.isWindow())):
        found += [f"{_named(part)}: {what}" for part, what in _of_frame(frame, may_cut=may_cut)]
    return found


def _of_frame(frame: QWidget, *, may_cut: bool) -> Iterator[tuple[QWidget, str]]:
    parts = [part for part in _shown(frame, QWidget) if part.window() is frame]
    for part in parts:
        if not part.isWindow() and not _scrolls(part):
            yield from _outside(part, frame)
        yield from _cut(part, may_cut=may_cut)
    for one, other in _siblings([part for part in parts if isinstance(part, QLabel | QAbstractButton | QLineEdit)]):
        common = one.geometry().intersected(other.geometry())
        if common.width() > _SLACK and common.height() > _SLACK:
            yield one, f"overlaps {_named(other)} by {common.width()} × {common.height()}"


def _outside(part: QWidget, frame: QWidget) -> Iterator[tuple[QWidget, str]]:
    """Parts that stick out of the window, or are cut off by the part that they lie in."""
    for holder in {frame, part.parentWidget()} - {None}:
        room = holder.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
        area = QRect(part.mapTo(holder, QPoint(0, 0)), part.size())
        if not room.contains(area):
            yield part, f"{area.getRect()} lies outside {_named(holder)} {holder.rect().getRect()}"


def _cut(part: QWidget, *, may_cut: bool) -> Iterator[tuple[QWidget, str]]:
    """Words, figures and placeholders that need more room than they have."""
    if isinstance(part, Words) and part.text():
        if part.clipped and not may_cut and not _may_end_in_dots(part):
            yield part, f"cut at {part.width()} px"
        lines = set_text(part.text(), part.width(), part._pixels, part._lines, bold=part._bold).lines
        if (needed := len(lines) * part.line_height) > part.height() + _SLACK:
            yield part, f"is {part.height()} px high and needs {needed}"
        return
    needed, has = _widths(part)
    if needed > has + _SLACK:
        yield part, f"has {has} px for {needed:.0f}"


def _widths(part: QWidget) -> tuple[float, int]:
    """How wide a part has to be, and how wide what it has is."""
    match part:
        case Amount():
            return text_width(part.text(), SMALLEST_FIGURE, bold=part._bold), part.width()
        case ActionButton():
            return part._width(16, key=False) + 12, part.width()
        case QLabel() if part.text() and part.pixmap().isNull():
            return part.sizeHint().width(), part.width()
        case QPushButton() if type(part) is QPushButton and part.text():
            return part.fontMetrics().horizontalAdvance(part.text()) + _EDGES, part.width()
        case QLineEdit() if part.placeholderText() and not part.text():
            margins = part.textMargins()
            room = _inside(part) - margins.left() - margins.right() - 2 * _BESIDE_TEXT
            return part.fontMetrics().horizontalAdvance(part.placeholderText()), room
    return 0, 0


def _inside(field: QLineEdit) -> int:
    """How many pixels a field has within its edge and its padding."""
    option = QStyleOptionFrame()
    field.initStyleOption(option)
    return field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, field).width()


def _may_end_in_dots(words: Words) -> bool:
    """Lists of names, whose whole is read elsewhere."""
    return any(isinstance(parent, SaleRow) and words is parent._names for parent in _parents(words))


def _siblings(parts: list[W]) -> Iterator[tuple[W, W]]:
    by_parent: dict[QWidget | None, list[W]] = {}
    for part in parts:
        if part.width() > 0 and part.height() > 0 and (not isinstance(part, QLabel) or part.text()):
            by_parent.setdefault(part.parentWidget(), []).append(part)
    for children in by_parent.values():
        yield from combinations(children, 2)


def _scrolls(part: QWidget) -> bool:
    """Whether a part lies in an area that can be scrolled, so that it need not be seen whole."""
    return any(isinstance(parent, QAbstractScrollArea) for parent in _parents(part))


def _parents(part: QWidget) -> Iterator[QWidget]:
    while (parent := part.parentWidget()) is not None:
        yield parent
        part = parent


def _shown(of: QWidget, kind: type[W]) -> list[W]:
    return [part for part in of.findChildren(kind) if part.isVisible()]


def _named(part: QWidget) -> str:
    text = part.text() if isinstance(part, QLabel | QAbstractButton) else part.accessibleName()
    return f"{type(part).__name__} “{text or part.objectName()}”"
