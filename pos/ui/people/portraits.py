"""Somebody's picture: their photo, else a drawn one in a dye of their own with the first letter of their name."""

from pathlib import Path
from zlib import crc32

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.domain.people import Person
from pos.printing.emblems import dye_colours, dyes
from pos.ui.look.icons import paint_icon
from pos.ui.look.photos import arrivals, paint_photo, person_picture, photo_file
from pos.ui.look.theme import Colour, colour, font

_GROUNDS = ("#E3E5E5", "#E8E5DF")
_HEAD = "#C4B7A6"
_TOO_PALE = "alpaca"
"""The one dye that would not stand out from the ground."""
_GRID = 48
"""The drawing's own grid, as high as the box."""

_NO_PEN = Qt.PenStyle.NoPen


def paint_portrait(painter: QPainter, folder: Path, person: Person, box: QRectF, radius: float = 0) -> None:
    """Draw a person into a box: the photo in `folder`, else what stands for it; the corners rounded."""
    if photo_file(folder, person.photo) is not None:
        size = box.size().toSize()
        ratio = painter.device().devicePixelRatioF()
        paint_photo(painter, person_picture(folder, person, size, ratio=ratio), box, radius)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    corners = QPainterPath()
    corners.addRoundedRect(box, radius, radius)
    painter.setClipPath(corners, Qt.ClipOperation.IntersectClip)
    _paint_somebody(painter, person, box)
    painter.restore()


def _paint_somebody(painter: QPainter, person: Person, box: QRectF) -> None:
    """A head without a face above shoulders in a dye; always the same for the same id."""
    number = crc32(person.id.encode())
    worn = [dye for dye in dyes() if dye != _TOO_PALE]
    dye, letter, _ = dye_colours(worn[number % len(worn)])
    painter.fillRect(box, QColor(_GROUNDS[number // 16 % 2]))
    scale = box.height() / _GRID
    painter.translate(box.center().x() - 24 * scale, box.top())
    painter.scale(scale, scale)
    painter.setPen(_NO_PEN)
    shoulders = QPainterPath(QPointF(4, 48))
    shoulders.cubicTo(5, 35, 12, 31, 24, 31)
    shoulders.cubicTo(36, 31, 43, 35, 44, 48)
    painter.setBrush(QColor(dye))
    painter.drawPath(shoulders)
    painter.setBrush(QColor(_HEAD))
    painter.drawRoundedRect(QRectF(20, 24, 8, 11.5), 4, 4)
    painter.drawEllipse(QPointF(24, 19), 9, 10.5)
    painter.setPen(QColor(letter))
    type_ = font(11, bold=True)
    painter.setFont(type_)
    first, metrics = person.name[:1].upper(), QFontMetricsF(type_)
    painter.drawText(QPointF(24 - metrics.horizontalAdvance(first) / 2, 42 + metrics.capHeight() / 2), first)


class Portrait(QWidget):
    """A person's picture of fixed size; without a person, the sign for somebody. It says nothing alone."""

    def __init__(self, folder: Path, size: int, radius: int = 6) -> None:
        super().__init__()
        self._folder, self._radius = folder, radius
        self._person: Person | None = None
        self.setFixedSize(size, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        arrivals().arrived.connect(self.update)

    def show_person(self, person: Person | None) -> None:
        """Show this person, or nobody in particular."""
        self._person = person
        self.update()

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self._person is not None:
            paint_portrait(painter, self._folder, self._person, box, self._radius)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(_NO_PEN)
        painter.setBrush(colour(Colour.SAL2))
        painter.drawRoundedRect(box, self._radius, self._radius)
        side = self.width() * 3 // 5
        inset = (self.width() - side) / 2
        paint_icon(painter, "user", QRectF(inset, inset, side, side), Colour.PIEDRA)
