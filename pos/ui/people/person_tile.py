"""The people who can sign in as tiles: a picture, a name, what they do; as many to a page as there is room for."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.domain.people import Person
from pos.texts import Texts
from pos.ui.look.brush import ink, write_amid
from pos.ui.look.buttons import TouchButton
from pos.ui.look.icons import paint_icon
from pos.ui.look.photos import arrivals
from pos.ui.look.theme import RADIUS, Colour, text_width
from pos.ui.look.words import paint_words, set_text
from pos.ui.people.portraits import paint_portrait
from pos.ui.people.role_words import role_word

TILE_WIDTH, TILE_HEIGHT = 190, 242
"""The least width, and the most height, of a tile."""
GAP = 14
NAME_HEIGHT = 70
_EDGE, _CHOSEN_EDGE = 2, 4
_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}

_NO_PEN, _NO_BRUSH = Qt.PenStyle.NoPen, Qt.BrushStyle.NoBrush
_ANTIALIASING = QPainter.RenderHint.Antialiasing


class _Tile(TouchButton):
    """A tile of any kind; the arrows belong to all tiles together."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _frame(self, painter: QPainter, tone: Colour, width: int) -> None:
        if self.hasFocus():
            tone, width = Colour.LAGO, max(3, width)
        painter.setPen(QPen(ink(tone), width))
        painter.setBrush(_NO_BRUSH)
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), RADIUS - half, RADIUS - half)


class PersonTile(_Tile):
    """Somebody who can sign in."""

    def __init__(self, folder: Path, person: Person, texts: Texts) -> None:
        super().__init__(person.name)
        self._folder = folder
        self.person = person
        self._role = role_word(person.role, texts)
        self.setCheckable(True)
        self.setAccessibleName(f"{person.name}, {self._role}")
        arrivals().arrived.connect(self.update)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        chosen = self.isChecked()
        edge = _CHOSEN_EDGE if chosen else _EDGE
        body = QPainterPath()
        body.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.setClipPath(body)
        painter.fillRect(self.rect(), ink(Colour.SAL2 if self.isDown() else Colour.SAL0))
        photo = QRectF(edge, edge, self.width() - 2 * edge, self.height() - NAME_HEIGHT - edge)
        paint_portrait(painter, self._folder, self.person, photo)
        label = QRectF(0, self.height() - NAME_HEIGHT, self.width(), NAME_HEIGHT)
        if chosen:
            painter.fillRect(label, ink(Colour.NOCHE))
        self._paint_words(painter, label, chosen=chosen)
        self._frame(painter, Colour.NOCHE if chosen else Colour.BORDE2, edge)

    def _paint_words(self, painter: QPainter, label: QRectF, *, chosen: bool) -> None:
        inset = 14 + (_CHOSEN_EDGE if chosen else _EDGE)
        pixels, room = 20, label.width() - 2 * inset + 6
        while pixels > 16 and text_width(self.person.name, pixels, bold=True) > room:
            pixels -= 1
        lines = len(set_text(self.person.name, int(room), pixels, 2, bold=True).lines)
        above, high = (14, 23) if lines == 1 else (4, 40)
        name = QRectF(inset, label.top() + above, room, high)
        role = QRectF(inset, name.bottom(), room, 22)
        tone = Colour.SAL0 if chosen else Colour.NOCHE
        paint_words(painter, self.person.name, name, pixels, bold=True, tone=tone, lines=2)
        paint_words(painter, self._role, role, 16, tone=Colour.SAL0 if chosen else Colour.PIEDRA)


class OtherTile(_Tile):
    """Somebody who is not among the tiles yet."""

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        if self.isDown():
            painter.setPen(_NO_PEN)
            painter.setBrush(ink(Colour.SAL2))
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        middle = self.rect().center()
        paint_icon(painter, "user", QRectF(middle.x() - 24, middle.y() - 40, 48, 48), Colour.NOCHE)
        write_amid(painter, self.text(), self.width() / 2, middle.y() + 29, 18, Colour.NOCHE, bold=True)
        if self.hasFocus():
            self._frame(painter, Colour.LAGO, 3)
            return
        pen = QPen(ink(Colour.BORDE2), 2)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(_NO_BRUSH)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)


class PeopleGrid(QWidget):
    """Tiles in rows; the last place of each page is for another person."""

    chosen = Signal(Person)
    other_wanted = Signal()
    paged = Signal()
    """Another page is shown, or there are more or fewer of them."""

    def __init__(self, folder: Path, texts: Texts) -> None:
        super().__init__()
        self._folder = folder
        self._texts = texts
        self._tiles: list[PersonTile] = []
        self._chosen: Person | None = None
        self._other = OtherTile(texts._("Another person"))
        self._other.setParent(self)
        self._other.clicked.connect(self.other_wanted)
        self.page = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_people(self, people: Sequence[Person]) -> None:
        """Show these, none of them chosen."""
        for tile in self._tiles:
            tile.hide()
            tile.deleteLater()
        self._tiles = [PersonTile(self._folder, person, self._texts) for person in people]
        before: QWidget | None = None
        for tile in self._tiles:
            tile.setParent(self)
            tile.clicked.connect(lambda _=False, person=tile.person: self.choose(person))
            if before is not None:
                self.setTabOrder(before, tile)
            before = tile
        if before is not None:
            self.setTabOrder(before, self._other)
        self.page = 0
        self._chosen = None
        self._lay_out()

    def choose(self, person: Person) -> None:
        """Choose this person, and turn to their page."""
        self._chosen = person
        place = next((i for i, tile in enumerate(self._tiles) if tile.person == person), 0)
        self.page = place // self._to_a_page
        self._lay_out()
        self.chosen.emit(person)

    def step(self, tiles: int) -> None:
        """Choose the person so many tiles further."""
        if not self._tiles:
            return
        people = [tile.person for tile in self._tiles]
        place = people.index(self._chosen) + tiles if self._chosen in people else 0
        self.choose(people[max(0, min(place, len(people) - 1))])

    def turn(self, pages: int) -> None:
        """Turn so many pages on; the choice stays."""
        self.page = max(0, min(self.page + pages, self.pages - 1))
        self._lay_out()

    @property
    def columns(self) -> int:
        """Tiles in a row."""
        return max(2, (self.width() + GAP) // (TILE_WIDTH + GAP))

    @property
    def rows(self) -> int:
        """Rows of tiles; on a small screen two low ones."""
        return max(2, (self.height() + GAP) // (TILE_HEIGHT + GAP))

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return max(1, -(-len(self._tiles) // self._to_a_page))

    @property
    def _to_a_page(self) -> int:
        return self.columns * self.rows - 1

    def sizeHint(self) -> QSize:
        return QSize(4 * TILE_WIDTH + 3 * GAP, 2 * TILE_HEIGHT + GAP)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * TILE_WIDTH + GAP, 2 * 130 + GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        self.page = min(self.page, self.pages - 1)
        first = self.page * self._to_a_page
        shown = self._tiles[first : first + self._to_a_page]
        for tile in self._tiles:
            tile.setChecked(tile.person == self._chosen)
            tile.setVisible(tile in shown)
        for place, tile in enumerate(shown):
            tile.setGeometry(self._box(place))
        self._other.setGeometry(self._box(len(shown)))
        self._other.show()
        self.paged.emit()

    def _box(self, place: int) -> QRect:
        row, column = divmod(place, self.columns)
        width = (self.width() - GAP * (self.columns - 1)) / self.columns
        height = min(TILE_HEIGHT, (self.height() - GAP * (self.rows - 1)) // self.rows)
        left = round(column * (width + GAP))
        return QRect(left, row * (height + GAP), round(column * (width + GAP) + width) - left, height)
