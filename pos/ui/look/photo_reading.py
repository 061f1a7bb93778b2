"""Reading one photo from its file into an image: scaled, cropped, upright, away from the screen's thread.

Photos come from outside: only files inside their folder are opened, and only kinds that hold dots and nothing else.
"""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QImage, QImageIOHandler, QImageReader, QPainter, QPixmap

from pos.ui.look.brush import ink
from pos.ui.look.theme import Colour

MOST_DOTS = 50_000_000
"""A larger picture is not read: no camera at a stall takes one, and its dots would fill the memory."""

_KINDS = frozenset({b"png", b"jpeg", b"webp"})
_FADED = 0.45
"""How much of a grey photo is left on white."""
_TURNED = QImageIOHandler.Transformation.TransformationRotate90
_OPAQUE = QImage.Format.Format_RGB32
_FILL = Qt.AspectRatioMode.KeepAspectRatioByExpanding


def read_photo(folder: Path, file: Path, box: QSize) -> QImage:
    """The photo scaled and cropped to fill a box of dots; a null image where it can't be had."""
    if not file.resolve().is_relative_to(folder.resolve()):
        return QImage()
    reader = QImageReader(str(file))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    whole = reader.size()
    if reader.format().data() not in _KINDS or not 0 < whole.width() * whole.height() <= MOST_DOTS:
        return QImage()
    # Photos of a phone that was held upright lie on their side in the file.
    lying = box.transposed() if reader.transformation() & _TURNED else box
    reader.setScaledSize(whole.scaled(lying, _FILL))
    image = reader.read()
    left, top = (image.width() - box.width()) // 2, (image.height() - box.height()) // 2
    return _on_ground(image.copy(left, top, box.width(), box.height()))


def _on_ground(image: QImage) -> QImage:
    """The image without its see-through parts."""
    if image.isNull() or not image.hasAlphaChannel():
        return image
    ground = QImage(image.size(), _OPAQUE)
    ground.fill(ink(Colour.SAL2))
    painter = QPainter(ground)
    painter.drawImage(0, 0, image)
    painter.end()
    return ground


def greyed(image: QImage) -> QImage:
    """The image without its colours, faded on white."""
    faded = QImage(image.size(), _OPAQUE)
    faded.fill(ink(Colour.SAL0))
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    grey.setDevicePixelRatio(1)
    painter = QPainter(faded)
    painter.setOpacity(_FADED)
    painter.drawImage(0, 0, grey)
    painter.end()
    return faded


def finished(image: QImage, radius: int, ratio: float, *, top_only: bool) -> QPixmap:
    """The image as a picture with round corners, for a screen of so many dots a pixel; on the screen's thread only."""
    if radius:
        cut = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
        cut.fill(Qt.GlobalColor.transparent)
        image.setDevicePixelRatio(1)
        painter = QPainter(cut)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(image))
        corner = radius * ratio
        painter.drawRoundedRect(QRectF(cut.rect()), corner, corner)
        if top_only:
            painter.drawRect(QRectF(cut.rect()).adjusted(0, corner, 0, 0))
        painter.end()
        image = cut
    picture = QPixmap.fromImage(image)
    picture.setDevicePixelRatio(ratio)
    return picture
