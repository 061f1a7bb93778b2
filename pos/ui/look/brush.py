"""What is painted by hand draws with: inks that are made once, and a line of text placed by the height of its capitals.

Painting is what a person waits for after each scan, so nothing here is made twice.
"""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from pos.ui.look.theme import RADIUS, Colour, colour, font, text_width

_NO_PEN = Qt.PenStyle.NoPen


@cache
def ink(tone: Colour) -> QColor:
    """A token as Qt paints it, made once; never change it."""
    return colour(tone)


@cache
def edge(tone: Colour, width: int = 2) -> QPen:
    """The pen of a control's edge, made once."""
    return QPen(colour(tone), width)


@cache
def capitals(pixels: int, *, bold: bool = False) -> float:
    """How high the capitals of a size of type are."""
    return QFontMetricsF(font(pixels, bold=bold)).capHeight()


def write(  # noqa: PLR0917 - what, where, how large, in which ink: nothing of it can be left out
    painter: QPainter, text: str, left: float, middle: float, pixels: int, tone: Colour, *, bold: bool = False
) -> None:
    """Write one line that begins at `left` and whose capitals stand around `middle`."""
    painter.setFont(font(pixels, bold=bold))
    painter.setPen(ink(tone))
    painter.drawText(QPointF(left, middle + capitals(pixels, bold=bold) / 2), text)


def write_to(  # noqa: PLR0917 - what, where, how large, in which ink: nothing of it can be left out
    painter: QPainter, text: str, right: float, middle: float, pixels: int, tone: Colour, *, bold: bool = False
) -> float:
    """As `write`, for a line that ends at `right`; gives where it begins."""
    left = right - text_width(text, pixels, bold=bold)
    write(painter, text, left, middle, pixels, tone, bold=bold)
    return left


def write_amid(  # noqa: PLR0917 - what, where, how large, in which ink: nothing of it can be left out
    painter: QPainter, text: str, centre: float, middle: float, pixels: int, tone: Colour, *, bold: bool = False
) -> None:
    """As `write`, for a line around `centre`."""
    left = centre - text_width(text, pixels, bold=bold) / 2
    write(painter, text, left, middle, pixels, tone, bold=bold)


def fitting(text: str, room: float, pixels: int, least: int, *, bold: bool = True) -> int:
    """The size at which a figure has room: as asked for, or 2 pixels less and less, but never under `least`."""
    while pixels > least and text_width(text, pixels, bold=bold) > room:
        pixels = max(least, pixels - 2)
    return pixels


def box(painter: QPainter, area: QRectF, fill: Colour | None, rim: QPen | None, radius: float) -> None:
    """Draw a box with round corners; its edge lies within the area."""
    inset = rim.widthF() / 2 if rim is not None else 0.0
    painter.setPen(rim if rim is not None else _NO_PEN)
    painter.setBrush(ink(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_choice(painter: QPainter, button: QAbstractButton) -> Colour:
    """Draw the box of one of several answers, filled while it is the one that holds; gives the tone of its words."""
    fill, rim, tone = Colour.SAL0, edge(Colour.BORDE2), Colour.NOCHE
    if button.isChecked():
        fill, rim, tone = Colour.NOCHE, edge(Colour.NOCHE), Colour.SAL0
    elif button.isDown():
        fill, rim = Colour.SAL2, edge(Colour.NOCHE)
    if button.hasFocus():
        rim = edge(Colour.LAGO, 3)
    box(painter, QRectF(button.rect()), fill, rim, RADIUS)
    return tone
