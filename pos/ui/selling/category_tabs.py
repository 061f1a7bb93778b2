"""Which shelf the grid shows: the favourites, the largest categories, and one tab that opens the others."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.domain.text import folded
from pos.texts import Texts
from pos.ui.look.brush import box, edge, fitting, ink
from pos.ui.look.buttons import TouchButton
from pos.ui.look.icons import paint_icon
from pos.ui.look.panels import in_a_row
from pos.ui.look.theme import RADIUS, Colour, text_width
from pos.ui.look.words import paint_words

FAVOURITES = ""
"""What stands for the favourites where a category would: no category is empty."""
HEIGHT = 64
_NARROWEST = 80
"""A tab narrower than this has no room for its word."""
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_ANTIALIASING = QPainter.RenderHint.Antialiasing

_ICONS = (
    ("weave", ("texti", "tejid", "aguayo", "lana", "bordad", "macrame", "weav", "knit", "cloth")),
    ("pot", ("ceramic", "barro", "alfarer", "arcilla", "pottery", "clay")),
    ("jar", ("alimento", "comida", "dulce", "miel", "chocolate", "bebida", "food", "sweet")),
    ("ring", ("joyer", "joya", "plata", "anillo", "bisuter", "jewel", "silver")),
    ("guitar", ("music", "instrument", "charango")),
    ("leaf", ("madera", "planta", "hierba", "natural", "cosmetic", "jabon", "wood", "herb", "plant")),
    ("user", ("muneca", "muneco", "doll")),
    ("gift", ("fiesta", "navidad", "regalo", "party", "christmas", "gift")),
    ("sheet", ("papel", "cuaderno", "libro", "tarjeta", "paper", "book", "card")),
    ("home", ("hogar", "casa", "cocina", "home", "kitchen")),
    ("bolt", ("vela", "lampara", "candle", "lamp")),
)
"""Which icon stands for a category whose name holds one of the parts; names come from the network's own file."""


def category_icon(category: str) -> str:
    """The icon that fits a category's name, or the one of things in general."""
    name = folded(category)
    return next((icon for icon, parts in _ICONS if any(part in name for part in parts)), "box")


def category_label(category: str) -> str:
    """A category as it is written on a button."""
    return category[:1].upper() + category[1:]


class _Tab(TouchButton):
    """A picture with its word; filled while it is the one. The first and the last have the frame's round corners."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = ""
        self.first = self.last = False
        self.setCheckable(True)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_shelf(self, icon: str, label: str) -> None:
        self._icon = icon
        self.setText(label)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_NARROWEST, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST // 2, HEIGHT)

    def nextCheckState(self) -> None:
        """The tabs check it, once the shelf is shown."""

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        whole = QRectF(self.rect())
        if not self.last:
            painter.fillRect(QRectF(whole.right() - 1, 1, 1, HEIGHT - 2), ink(Colour.SAL3))
        if self.isChecked() or self.isDown():
            fill = QPainterPath()
            fill.addRoundedRect(
                whole.adjusted(0 if self.first else -RADIUS, 0, 0 if self.last else RADIUS, 0), RADIUS, RADIUS
            )
            painter.setClipRect(whole)
            painter.fillPath(fill, ink(Colour.NOCHE if self.isChecked() else Colour.SAL2))
        tone = Colour.SAL0 if self.isChecked() else Colour.NOCHE
        self._paint_words(painter, whole, tone)
        if self.hasFocus():
            box(painter, whole.adjusted(1, 1, -1, -1), None, edge(Colour.LAGO, 3), RADIUS - 1)

    def _paint_words(self, painter: QPainter, whole: QRectF, tone: Colour) -> None:
        room = int(whole.width()) - 4
        words = self.text()
        two = text_width(words, 16) > room and all(text_width(word, 16) <= room for word in words.split())
        size, top, middle = (20, 3, 43) if two else (26, 8, 47)
        paint_icon(painter, self._icon, QRectF((self.width() - size) // 2, top, size, size), tone)
        area = QRectF(2, middle - 20, room, 40)
        pixels = fitting(words, room, 16, 14, bold=False) if not two else 16
        paint_words(painter, words, area, pixels, tone=tone, lines=2 if two else 1, align=_CENTRE)


class CategoryTabs(QWidget):
    """Shows as many categories as there is room for. Which one is chosen is told to it, never decided here."""

    chosen = Signal(str)
    """`FAVOURITES` or a category."""
    more_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._categories: tuple[str, ...] = ()
        self._chosen = FAVOURITES
        self._is_listing = False
        self._tabs: list[_Tab] = []
        self.setFixedHeight(HEIGHT)
        self._row = in_a_row(self, gap=0)

    @property
    def others(self) -> tuple[str, ...]:
        """The categories that have no tab of their own."""
        return self._categories[self._own :]

    @property
    def _own(self) -> int:
        """How many categories have a tab of their own."""
        room = self.width() // _NARROWEST - 1
        return len(self._categories) if len(self._categories) <= room else max(1, room - 1)

    def show_categories(self, categories: Sequence[str], chosen: str, *, listing: bool) -> None:
        """Show these, largest first, one of them or the favourites as chosen, or that the others are being listed."""
        self._categories, self._chosen, self._is_listing = tuple(categories), chosen, listing
        self._show()

    def resizeEvent(self, _: object) -> None:
        self._show()

    def _show(self) -> None:
        shelves = [FAVOURITES, *self._categories[: self._own]]
        count = len(shelves) + bool(self.others)
        while len(self._tabs) < count:
            self._add_tab()
        for i, tab in enumerate(self._tabs):
            tab.setVisible(i < count)
            tab.first, tab.last = i == 0, i == count - 1
            if i < len(shelves):
                self._show_shelf(tab, shelves[i])
                tab.setChecked(not self._is_listing and self._chosen == shelves[i])
        if self.others:
            more, other = self._tabs[count - 1], self._chosen in self.others
            if other and not self._is_listing:
                self._show_shelf(more, self._chosen)
            else:
                more.show_shelf("more", self._texts._("More"))
            more.setChecked(self._is_listing or other)

    def _show_shelf(self, tab: _Tab, shelf: str) -> None:
        if shelf == FAVOURITES:
            tab.show_shelf("star", self._texts._("Favourites"))
        else:
            tab.show_shelf(category_icon(shelf), category_label(shelf))

    def _add_tab(self) -> None:
        tab, place = _Tab(), len(self._tabs)
        tab.clicked.connect(lambda: self._take(place))
        self._row.addWidget(tab, 1)
        if self._tabs:
            self.setTabOrder(self._tabs[-1], tab)
        self._tabs.append(tab)

    def _take(self, place: int) -> None:
        shelves = [FAVOURITES, *self._categories[: self._own]]
        if place < len(shelves):
            self.chosen.emit(shelves[place])
        else:
            self.more_wanted.emit()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        box(painter, QRectF(self.rect()), Colour.SAL0, edge(Colour.SAL3, 1), RADIUS)
