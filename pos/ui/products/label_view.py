"""A label as it will be printed, drawn from the same parts as the paper, as large as there is room for."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.domain.label_formats import MILLIMETRE, Size
from pos.domain.labels import Label
from pos.printing.emblems import EMBLEM_CELLS
from pos.texts import Texts, spoken
from pos.ui.look.theme import Colour, font
from pos.ui.look.words import paint_words

_TYPE = 200
"""Pixels of the type that is scaled to the label's: so large that no hinting moves a letter."""
_EDGE = 2
_BLACK, _WHITE = QColor("#000000"), QColor("#FFFFFF")
_ANTIALIASING = QPainter.RenderHint.Antialiasing
_SMOOTH = QPainter.RenderHint.SmoothPixmapTransform
_MOST = 5.0
"""Pixels a millimetre: a small label is shown large, but not absurdly so."""


class LabelView(QWidget):
    """Shows one label, a strip of the receipt printer, or why there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._label: Label | None = None
        self._size = Size(1, 1)
        self._dots = False
        self._strip: QPixmap | None = None
        self._why = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(92)

    def sizeHint(self) -> QSize:
        return QSize(290, 152)

    def show_label(self, label: Label, size: Size, *, dots: bool) -> None:
        """Show a label of this size, which must have room for its code; `dots` as a thermal printer prints it."""
        self._label, self._size, self._dots, self._strip, self._why = label, size, dots, None, ""
        self._say(", ".join((label.name, *label.makers)))

    def show_strip(self, file: bytes, words: str) -> None:
        """Show a strip's picture."""
        picture = QPixmap.fromImage(QImage.fromData(file))
        self._label, self._strip, self._why = None, picture, ""
        self._say(words)

    def show_reason(self, words: str) -> None:
        """Say why no label is shown."""
        self._label, self._strip, self._why = None, None, words
        self._say(words)

    def _say(self, words: str) -> None:
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        room = QRectF(self.rect())
        if self._strip is not None:
            self._paint_strip(painter, self._strip, room)
        elif self._label is not None:
            self._paint_label(painter, self._label, room)
        elif self._why:
            centre = Qt.AlignmentFlag.AlignHCenter
            paint_words(painter, self._why, room, 17, tone=Colour.TEJA, lines=5, align=centre)

    def _paint_strip(self, painter: QPainter, strip: QPixmap, room: QRectF) -> None:
        scale = min((room.width() - 2 * _EDGE) / strip.width(), (room.height() - 2 * _EDGE) / strip.height(), 1.0)
        area = _amid(room, strip.width() * scale, strip.height() * scale)
        painter.setPen(QPen(_BLACK, _EDGE))
        painter.setBrush(_WHITE)
        painter.drawRect(area.adjusted(-1, -1, 1, 1))
        painter.setRenderHint(_SMOOTH)
        painter.drawPixmap(area, strip, QRectF(strip.rect()))

    def _paint_label(self, painter: QPainter, label: Label, room: QRectF) -> None:
        width, height = self._size.width / MILLIMETRE, self._size.height / MILLIMETRE
        scale = min((room.width() - 2 * _EDGE) / width, (room.height() - 2 * _EDGE) / height, _MOST * 2)
        area = _amid(room, width * scale, height * scale)
        painter.setPen(QPen(_BLACK, _EDGE))
        painter.setBrush(_WHITE)
        painter.drawRoundedRect(area.adjusted(-1, -1, 1, 1), 6, 6)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setClipRect(area)
        painter.translate(area.topLeft())
        painter.scale(scale, scale)
        paint_label(painter, label, self._size, dots=self._dots)


def _amid(room: QRectF, width: float, height: float) -> QRectF:
    left, top = room.center().x() - width / 2, room.center().y() - height / 2
    return QRectF(round(left), round(top), round(width), round(height))


def paint_label(painter: QPainter, label: Label, size: Size, *, dots: bool = False) -> None:
    """Draw a label in millimetres from its upper left corner; raises `LabelTooSmall`."""
    # Loaded here, not above: the fonts of paper load slowly, and a till may never print a label.
    from pos.printing.label_drawing import Frame, Ink, Motif, Painting, Writing, drawn, motif_cells

    for part in drawn(label, label.plan(size, dots=dots), Texts(spoken(label.language))):
        match part:
            case Writing():
                _write(painter, part.text, (part.x, part.baseline), part.size, _type(part.font), part.align)
            case Ink():
                _fill(painter, [QRectF(*rectangle) for rectangle in part.rectangles])
            case Motif():
                cell = part.side / EMBLEM_CELLS
                cells = motif_cells(part.motif)
                _fill(
                    painter,
                    [QRectF(part.left + x * cell, part.top + y * cell, w * cell, h * cell) for x, y, w, h in cells],
                )
            case Frame():
                painter.setPen(QPen(_BLACK, part.weight))
                painter.drawRoundedRect(QRectF(*part.box), part.radius, part.radius)
            case Painting():
                _paint_picture(painter, part.file, QRectF(*part.box))


def _type(name: str) -> QFont:
    """The type of that name on paper; the window has the same files."""
    made = QFont("DejaVu Sans Mono") if "Mono" in name else QFont(font(_TYPE, bold="Bold" in name))
    made.setPixelSize(_TYPE)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def _write(  # noqa: PLR0917 - what, where, how large, in which type: nothing of it can be left out
    painter: QPainter, text: str, at: tuple[float, float], size: float, type_: QFont, align: str
) -> None:
    painter.save()
    painter.translate(*at)
    painter.scale(size / _TYPE, size / _TYPE)
    painter.setFont(type_)
    painter.setPen(_BLACK)
    width = painter.fontMetrics().horizontalAdvance(text)
    painter.drawText(QPointF({"left": 0.0, "right": -width, "centre": -width / 2}[align], 0), text)
    painter.restore()


def _fill(painter: QPainter, rectangles: list[QRectF]) -> None:
    for rectangle in rectangles:
        painter.fillRect(rectangle, _BLACK)


def _paint_picture(painter: QPainter, file: bytes, room: QRectF) -> None:
    """A stamp's picture at the right of its box, as paper has it; what is no picture leaves no trace there either."""
    image = QImage.fromData(file)
    if image.isNull():
        return
    scale = min(room.width() / image.width(), room.height() / image.height())
    width, height = image.width() * scale, image.height() * scale
    painter.setRenderHint(_SMOOTH)
    painter.drawImage(
        QRectF(room.right() - width, room.top(), width, height), image.convertedTo(QImage.Format.Format_Grayscale8)
    )
