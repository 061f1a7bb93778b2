"""Turning pages: a button back, a button on, and between them a dot for each page or, of many, their numbers."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.texts import Texts
from pos.ui.look.brush import box, edge, write_amid
from pos.ui.look.buttons import TouchButton
from pos.ui.look.icons import paint_icon
from pos.ui.look.panels import in_a_row
from pos.ui.look.theme import RADIUS, Colour

HEIGHT = 56
_BUTTON_WIDTH = 96
_MOST_DOTS = 7
_DOT, _STEP = 12, 22
_ANTIALIASING = QPainter.RenderHint.Antialiasing


class PagePlace(NamedTuple):
    """Which page is shown, from 0, and of how many."""

    number: int
    of: int


class _PageButton(TouchButton):
    """A wide button with an arrow alone."""

    def __init__(self, icon: str, name: str) -> None:
        super().__init__()
        self._icon = icon
        self.setAccessibleName(name)
        self.setFixedHeight(HEIGHT)
        self.setMaximumWidth(_BUTTON_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_BUTTON_WIDTH, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(HEIGHT, HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        tone, fill, rim = Colour.NOCHE, Colour.SAL0, edge(Colour.BORDE)
        if not self.isEnabled():
            tone, fill, rim = Colour.INACTIVO, Colour.SAL2, edge(Colour.SAL2)
        elif self.isDown():
            fill, rim = Colour.SAL2, edge(Colour.NOCHE)
        if self.hasFocus():
            rim = edge(Colour.LAGO, 3)
        box(painter, QRectF(self.rect()), fill, rim, RADIUS)
        paint_icon(painter, self._icon, QRectF((self.width() - 28) // 2, (HEIGHT - 28) // 2, 28, 28), tone, line=2.5)


class _Dots(QWidget):
    """Which page of how many."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._page, self._pages = 0, 1

    def show_page(self, page: int, pages: int) -> None:
        self._page, self._pages = page, pages
        values = {"page": self._texts.amount(page + 1, 0), "pages": self._texts.amount(pages, 0)}
        self.setAccessibleName(self._texts._("Page %(page)s of %(pages)s") % values)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        centre = QRectF(self.rect()).center()
        if self._pages > _MOST_DOTS or self._pages * _STEP > self.width():
            words = f"{self._texts.amount(self._page + 1, 0)} / {self._texts.amount(self._pages, 0)}"
            write_amid(painter, words, centre.x(), centre.y(), 18, Colour.NOCHE, bold=True)
            return
        left = centre.x() - (self._pages * _STEP - (_STEP - _DOT)) / 2
        for i in range(self._pages):
            dot = QRectF(left + i * _STEP, centre.y() - _DOT / 2, _DOT, _DOT)
            on = i == self._page
            box(painter, dot, Colour.NOCHE if on else Colour.SAL0, edge(Colour.NOCHE if on else Colour.BORDE), 5)


class Pager(QWidget):
    """Keeps which page is shown; a single page needs no turning, and the pager then only keeps its room."""

    turned = Signal(int)
    """Another page is wanted, counted from 0."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.page, self.pages = 0, 1
        self._back = _PageButton("left", texts._("Page before"))
        self._on = _PageButton("right", texts._("Next page"))
        self._dots = _Dots(texts)
        self.setFixedHeight(HEIGHT)
        row = in_a_row(self)
        row.addWidget(self._back)
        row.addWidget(self._dots, 1)
        row.addWidget(self._on)
        self._back.clicked.connect(lambda: self.turn(-1))
        self._on.clicked.connect(lambda: self.turn(1))
        self.show_page(0, 1)

    def show_page(self, page: int, pages: int) -> None:
        """Stand at this page, or at the last where there are fewer."""
        self.pages = max(1, pages)
        self.page = min(max(0, page), self.pages - 1)
        self._dots.show_page(self.page, self.pages)
        for part in (self._back, self._dots, self._on):
            part.setVisible(self.pages > 1)
        self._back.setEnabled(self.page > 0)
        self._on.setEnabled(self.page < self.pages - 1)

    def turn(self, by: int) -> None:
        """Turn so many pages on, or back; where there is none, nothing happens."""
        page = min(max(0, self.page + by), self.pages - 1)
        if page != self.page:
            self.show_page(page, self.pages)
            self.turned.emit(page)
