"""The categories that have no tab of their own, as large buttons in the place of the tiles."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.ui.look.brush import box, edge
from pos.ui.look.buttons import TouchButton
from pos.ui.look.icons import paint_icon
from pos.ui.look.theme import GAP, RADIUS, Colour
from pos.ui.look.words import paint_words
from pos.ui.selling.category_tabs import category_icon, category_label

_ROW = 64
_NARROWEST = 190
_ANTIALIASING = QPainter.RenderHint.Antialiasing


class _CategoryButton(TouchButton):
    def __init__(self, parent: QWidget, category: str) -> None:
        super().__init__(category_label(category))
        self._drawing = category_icon(category)
        self.setParent(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_NARROWEST, _ROW)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        down = self.isDown()
        rim = edge(Colour.LAGO, 3) if self.hasFocus() else edge(Colour.NOCHE if down else Colour.BORDE2)
        box(painter, QRectF(self.rect()), Colour.SAL2 if down else Colour.SAL0, rim, RADIUS)
        paint_icon(painter, self._drawing, QRectF(14, (self.height() - 28) // 2, 28, 28), Colour.NOCHE)
        paint_words(painter, self.text(), QRectF(54, 0, self.width() - 64, self.height()), 18, lines=2)


class CategoryList(QWidget):
    """As many as there is room for, a page at a time."""

    chosen = Signal(str)
    resized = Signal()
    """There is room for more or fewer of them."""

    def __init__(self) -> None:
        super().__init__()
        self._buttons: list[_CategoryButton] = []
        self._fitted = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def fits(self) -> int:
        """How many there is room for."""
        return self._columns * max(1, (self.height() + GAP) // (_ROW + GAP))

    @property
    def _columns(self) -> int:
        return max(1, (self.width() + GAP) // (_NARROWEST + GAP))

    def show_categories(self, categories: Sequence[str]) -> None:
        """Show these, in rows from the left."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for category in categories:
            button = _CategoryButton(self, category)
            button.clicked.connect(lambda _=False, category=category: self.chosen.emit(category))
            self._buttons.append(button)
            button.show()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        if self.fits != self._fitted:
            self._fitted = self.fits
            self.resized.emit()

    def _place(self) -> None:
        columns = self._columns
        for i, button in enumerate(self._buttons):
            row, column = divmod(i, columns)
            left, right = (round(edge * (self.width() + GAP) / columns) for edge in (column, column + 1))
            button.setGeometry(left, row * (_ROW + GAP), right - left - GAP, _ROW)
