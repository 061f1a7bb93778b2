"""The network's own QR: a picture that its bank gave it, shown as large as its box, every cell sharp."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImageReader, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.ui.look.icons import paint_icon
from pos.ui.look.theme import Colour
from pos.ui.look.words import paint_words

LARGEST_SIDE = 4096
"""Pixels of a picture's side; a larger file is no QR and is not read."""


def read_qr(file: Path) -> QPixmap | None:
    """The picture in a file, None where there is no file, or none that holds a picture of sensible size."""
    reader = QImageReader(str(file))
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > LARGEST_SIDE:
        return None
    image = reader.read()
    return None if image.isNull() else QPixmap.fromImage(image)


class QrPicture(QWidget):
    """The QR on white; where there is none, words say where to put it."""

    def __init__(self, without: str) -> None:
        super().__init__()
        self._without = without
        self._picture: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 120)

    def sizeHint(self) -> QSize:
        return QSize(392, 392)

    def show_picture(self, picture: QPixmap | None) -> None:
        """Show this one."""
        self._picture = picture
        self.setAccessibleName("QR" if picture else self._without)
        self.update()

    @property
    def has_picture(self) -> bool:
        """Whether there is a QR to be read."""
        return self._picture is not None

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        side = min(self.width(), self.height())
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        if self._picture is None:
            icon = min(96, side // 3)
            top = box.center().y() - icon
            paint_icon(painter, "qr", QRectF(box.center().x() - icon / 2, top, icon, icon), Colour.BORDE2)
            words = QRectF(box.left() + 8, top + icon + 12, box.width() - 16, 54)
            paint_words(painter, self._without, words, 20, bold=True, lines=2, align=Qt.AlignmentFlag.AlignHCenter)
            return
        self._paint_picture(painter, self._picture, box)

    def _paint_picture(self, painter: QPainter, picture: QPixmap, box: QRectF) -> None:
        """A picture that grows keeps the edges of its cells; one that shrinks is made smaller smoothly."""
        ratio = self.devicePixelRatioF()
        room = (box.size() * ratio).toSize()
        grows = picture.width() <= room.width() and picture.height() <= room.height()
        how = Qt.TransformationMode.FastTransformation if grows else Qt.TransformationMode.SmoothTransformation
        scaled = picture.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, how)
        scaled.setDevicePixelRatio(ratio)
        shown = scaled.deviceIndependentSize()
        left, top = box.center().x() - shown.width() / 2, box.center().y() - shown.height() / 2
        painter.drawPixmap(round(left), round(top), scaled)
