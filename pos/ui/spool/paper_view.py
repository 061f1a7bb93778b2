"""A paper as it looks, to be scrolled through: by a finger, by a wheel, by page keys."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QWidget

from pos.texts import Texts
from pos.ui.look.brush import box, edge
from pos.ui.look.theme import Colour

_EDGE = 12
"""White around what is printed."""


class _Paper(QWidget):
    """The paper as wide as there is room, and as long as it then is."""

    def __init__(self) -> None:
        super().__init__()
        self._dots = QImage()
        self._shown = QPixmap()

    @property
    def dots(self) -> QImage:
        return self._dots

    def show_dots(self, dots: QImage) -> None:
        self._dots = dots
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 2 * _EDGE
        if self._dots.isNull() or room <= 0:
            self._shown = QPixmap()
            self.update()
            return
        ratio = self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        scaled = self._dots.convertToFormat(QImage.Format.Format_Grayscale8).scaledToWidth(round(room * ratio), smooth)
        scaled.setDevicePixelRatio(ratio)
        self._shown = QPixmap.fromImage(scaled)
        self.setMinimumHeight(round(self._shown.deviceIndependentSize().height()) + 2 * _EDGE)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        if self._shown.isNull():
            return
        painter = QPainter(self)
        size = self._shown.deviceIndependentSize()
        area = QRectF(0, 0, self.width(), size.height() + 2 * _EDGE)
        box(painter, area, Colour.SAL0, edge(Colour.SAL3, 1), 0)
        painter.drawPixmap(_EDGE, _EDGE, self._shown)


class PaperView(QScrollArea):
    """Shows one paper; another one begins at its top."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._paper = _Paper()
        self.setWidget(self._paper)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(texts._("The paper"))
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.LeftMouseButtonGesture)

    def sizeHint(self) -> QSize:
        return QSize(320, 400)

    def show_paper(self, png: bytes) -> None:
        """Show this picture of a strip; none where it is empty."""
        self._paper.show_dots(QImage.fromData(png))
        self._paper.setVisible(bool(png))
        self.verticalScrollBar().setValue(0)

    @property
    def picture(self) -> QImage:
        """The paper that is shown, dot for dot."""
        return self._paper.dots

    def turn(self, by: int) -> None:
        """Show what is a page below, or above."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + by * bar.pageStep())
