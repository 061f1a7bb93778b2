"""A row of the cart: its looks are laid down in one go, and its two buttons are real ones, so that every hand and every
reader finds them.

Rows are made once and shown again and again: showing the same line once more costs nothing.
"""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from pos.texts import Texts
from pos.ui.look.brush import ink
from pos.ui.look.theme import Colour
from pos.ui.selling.cart_line import ShownLine
from pos.ui.selling.cart_row_body import BAR, ROW_HEIGHT, STEP, RowBodies, measures, paint_step

_CORNER = 7.0
_ANTIALIASING = QPainter.RenderHint.Antialiasing
_OPAQUE = Qt.WidgetAttribute.WA_OpaquePaintEvent
_NO_FOCUS = Qt.FocusPolicy.NoFocus
_NO_BRUSH = Qt.BrushStyle.NoBrush
_NO_PEN = Qt.PenStyle.NoPen
_EVEN = Qt.FillRule.OddEvenFill
_ORIGIN = QPoint(0, 0)
_NOT_LAST = 100
"""So far below a row that does not end the cart is its edge, at least."""


class RowButton(QAbstractButton):
    """A square button of a row, which the row has painted already: only while it is pressed it paints itself.

    It never takes the focus from the scan field.
    """

    def __init__(self, parent: QWidget, icon: str, name: str) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setFocusPolicy(_NO_FOCUS)
        self.setFixedSize(STEP, STEP)
        self.setAccessibleName(name)

    def become(self, icon: str, name: str) -> None:
        """Be another button: the minus of a single piece is the bin."""
        if icon != self._icon:
            self._icon = icon
            self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        return QSize(STEP, STEP)

    def paintEvent(self, _: QPaintEvent) -> None:
        if self.isDown():
            painter = QPainter(self)
            painter.setRenderHint(_ANTIALIASING)
            paint_step(painter, self._icon, _ORIGIN, down=True)


class CartRow(QWidget):
    """One line: touch it to mean it, or change its pieces."""

    chosen = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget, texts: Texts, bodies: RowBodies) -> None:
        super().__init__(parent)
        self.index = 0
        self.line: ShownLine | None = None
        self._texts = texts
        self._bodies = bodies
        self._is_chosen = False
        self._first, self._below = False, _NOT_LAST
        self._ends = False
        self._remove, self._one_less = texts._("Remove"), texts._("One less")
        self._less = RowButton(self, "trash", self._remove)
        self._more = RowButton(self, "plus", texts._("One more"))
        self._more.setAutoRepeat(True)
        self.setAttribute(_OPAQUE)
        self._less.clicked.connect(lambda: self.stepped.emit(-1))
        self._more.clicked.connect(lambda: self.stepped.emit(1))

    def place(self, area: QRect, *, first: bool, below: int = _NOT_LAST) -> None:
        """Stand there in the cart. The first row has the cart's upper round corners.

        The row that ends the cart has the lower ones, and knows how many pixels of the cart are left `below` it.
        """
        self._first, self._below = first, below
        self.setGeometry(area)
        m = measures(area.width())
        self._less.move(m.less(area.width()))
        self._more.move(m.more(area.width()))

    def show_line(self, index: int, line: ShownLine, *, chosen: bool, ends: bool) -> None:
        """Show the line of the cart at this index; whether keys work on it, and whether no row is under it."""
        self.index = index
        if line is self.line and (chosen, ends) == (self._is_chosen, self._ends):
            return
        if line is not self.line:
            self.line = line
            single = line.qty == 1
            # A held minus stops at the last piece: the bin must not go on to the next line.
            self._less.setAutoRepeat(not single)
            self._less.become("trash" if single else "minus", self._remove if single else self._one_less)
            self.setAccessibleName(line.aloud(self._texts))
        self._is_chosen, self._ends = chosen, ends
        self.update()

    @property
    def is_chosen(self) -> bool:
        """Whether keys work on this row's line."""
        return self._is_chosen

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.chosen.emit()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = ink(Colour.LAGO_T if self._is_chosen else Colour.SAL0)
        painter.fillRect(self.rect(), ground)
        if self.line is not None:
            body = self._bodies.body(self.line, self.width(), self.devicePixelRatioF(), chosen=self._is_chosen)
            painter.drawPixmap(_ORIGIN, body)
        if self._ends:
            left = BAR if self._is_chosen else 0
            painter.fillRect(left, ROW_HEIGHT - 1, self.width() - left, 1, ground)
        if self._first or self._below != _NOT_LAST:
            self._round_corners(painter)

    def _round_corners(self, painter: QPainter) -> None:
        """Where the row lies in the cart's round corners, draw the ground and the cart's edge over it."""
        whole = QRectF(self.rect())
        rounded = whole.adjusted(0, 0 if self._first else -2 * _CORNER, 0, self._below)
        outside = QPainterPath()
        outside.setFillRule(_EVEN)
        outside.addRect(rounded)
        outside.addRoundedRect(rounded, _CORNER, _CORNER)
        painter.setRenderHint(_ANTIALIASING)
        painter.setPen(_NO_PEN)
        painter.setBrush(ink(Colour.SAL1))
        painter.drawPath(outside)
        painter.setBrush(_NO_BRUSH)
        painter.setPen(QPen(ink(Colour.SAL3), 1))
        painter.drawRoundedRect(rounded.adjusted(-0.5, -0.5, 0.5, 0.5), _CORNER, _CORNER)
