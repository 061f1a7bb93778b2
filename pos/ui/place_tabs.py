"""Where one can go in the program, and the button that shows it."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.texts import N_, Texts
from pos.ui.look.buttons import TouchButton
from pos.ui.look.icons import paint_icon
from pos.ui.look.panels import in_a_row
from pos.ui.look.theme import Colour, colour, font, text_width

HEIGHT = 52
_EDGE, _ICON, _SPACE = 16, 22, 8


class Place(StrEnum):
    """A part of the program that has a tab."""

    SELL = "sell"
    PRODUCERS = "producers"
    PRODUCTS = "products"
    CLOSE = "close"
    SETTINGS = "settings"


_TABS = {
    Place.SELL: ("barcode", N_("Sell")),
    Place.PRODUCERS: ("users", N_("Producers")),
    Place.PRODUCTS: ("tag", N_("Products")),
    Place.CLOSE: ("lock", N_("Close of day")),
    Place.SETTINGS: ("gear", N_("Settings")),
}


class MenuButton(TouchButton):
    """Three bars at the left end of the strip."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFixedSize(64, HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.isDown():
            painter.fillRect(self.rect(), colour(Colour.SAL2))
        tone = Colour.NOCHE if self.isEnabled() else Colour.BORDE2
        paint_icon(painter, "menu", QRectF(18, 12, 28, 28), tone)
        painter.setPen(QPen(colour(Colour.SAL3), 1))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, HEIGHT - 1)
        if self.hasFocus():
            painter.setPen(QPen(colour(Colour.LAGO), 3))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))


class PlaceTab(TouchButton):
    """One place: where one is stands out by its ground, its weight and the bar under it."""

    def __init__(self, icon: str, word: str) -> None:
        super().__init__(word)
        self._icon = icon
        self._current = False
        self._narrow = False
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_current(self, *, current: bool) -> None:
        """Whether one is there."""
        self._current = current
        self.updateGeometry()
        self.update()

    def make_narrow(self, *, narrow: bool) -> None:
        """Take less room."""
        self._narrow = narrow
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        edge = self._edge
        return QSize(2 * edge + _ICON + _SPACE + int(text_width(self.text(), 16, bold=True)) + 1, HEIGHT)

    @property
    def _edge(self) -> int:
        return 8 if self._narrow else _EDGE

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._current or self.isDown():
            painter.fillRect(self.rect(), colour(Colour.SAL1 if self._current else Colour.SAL2))
        if self._current:
            painter.fillRect(0, HEIGHT - 4, self.width(), 4, colour(Colour.NOCHE))
        tone = Colour.NOCHE if self.isEnabled() else Colour.INACTIVO
        middle = HEIGHT / 2
        paint_icon(painter, self._icon, QRectF(self._edge, middle - _ICON / 2, _ICON, _ICON), tone)
        letters = font(16, bold=self._current)
        painter.setFont(letters)
        painter.setPen(colour(tone))
        baseline = middle + QFontMetricsF(letters).capHeight() / 2
        painter.drawText(QPointF(self._edge + _ICON + _SPACE, baseline), self.text())
        if self.hasFocus():
            painter.setPen(QPen(colour(Colour.LAGO), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))


class PlaceTabs(QWidget):
    """All places in a row."""

    wanted = Signal(Place)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._tabs: dict[Place, PlaceTab] = {}
        row = in_a_row(self, gap=0)
        for place, (icon, word) in _TABS.items():
            tab = PlaceTab(icon, texts._(word))
            tab.clicked.connect(lambda _=False, place=place: self.wanted.emit(place))
            self._tabs[place] = tab
            row.addWidget(tab)
        row.addStretch(1)

    def show_current(self, current: Place) -> None:
        """Where one is."""
        for place, tab in self._tabs.items():
            tab.show_current(current=place is current)

    def make_narrow(self, *, narrow: bool) -> None:
        """Take less room."""
        for tab in self._tabs.values():
            tab.make_narrow(narrow=narrow)
