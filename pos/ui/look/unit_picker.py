"""Choosing one of the producers: their emblems and names as tiles, a page at a time, fewer as one types."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from pos.domain.emblems import Emblem
from pos.domain.network import Unit
from pos.domain.text import folded
from pos.services.cataloguing import Terms
from pos.texts import Texts
from pos.ui.look.brush import paint_choice
from pos.ui.look.buttons import TouchButton
from pos.ui.look.emblems import paint_emblem
from pos.ui.look.pager import HEIGHT as PAGER_HEIGHT
from pos.ui.look.pager import Pager
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import GAP, Colour
from pos.ui.look.typed_words import matches
from pos.ui.look.words import Words, paint_words

_TILE_HEIGHT = 64
_NARROWEST = 190
_EMBLEM = 48
_ANTIALIASING = QPainter.RenderHint.Antialiasing
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_STEPS = {Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0)}


class _UnitTile(TouchButton):
    """A producer; filled while it is the one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__()
        self.unit: Unit | None = None
        self._emblem: Emblem | None = None
        self.setParent(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_unit(self, unit: Unit, emblem: Emblem, *, chosen: bool) -> None:
        self.unit, self._emblem = unit, emblem
        self.setText(unit.name)
        self.setChecked(chosen)
        self.update()

    def nextCheckState(self) -> None:
        """The picker checks it."""

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        tone = paint_choice(painter, self)
        if self._emblem is not None:
            paint_emblem(painter, self._emblem, QRectF(8, (self.height() - _EMBLEM) // 2, _EMBLEM, _EMBLEM))
        left = 8 + _EMBLEM + 10
        paint_words(painter, self.text(), QRectF(left, 0, self.width() - left - 8, self.height()), tone=tone, lines=2)


class _Filter(QLineEdit):
    """A few letters of a name. Figures belong to the sheet, arrows and Enter to the picker."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER or event.key() in _STEPS or event.text().isdecimal():
            event.ignore()
        else:
            super().keyPressEvent(event)


class UnitPicker(QWidget):
    """At most one is chosen. Letters may be typed from anywhere: `type_letter` takes them."""

    changed = Signal()
    """Another one is chosen, or none."""

    def __init__(self, units: Sequence[Unit], terms: Terms, texts: Texts) -> None:
        super().__init__()
        self._units = sorted(units, key=lambda unit: folded(unit.name))
        self._terms = terms
        self._matching: list[Unit] = list(self._units)
        self._tiles: list[_UnitTile] = []
        self._filter = _Filter()
        self._pager = Pager(texts)
        self._board = QWidget()
        self._nobody = Words(texts._("Nobody is called so."), 18, tone=Colour.PIEDRA, lines=2)
        self.chosen: Unit | None = None
        self._column = stacked(self)
        self._build(texts._("Name of the producer"))
        self._filter.textChanged.connect(self._narrow)
        self._pager.turned.connect(lambda _: self._show())

    def _build(self, hint: str) -> None:
        self._filter.setPlaceholderText(hint)
        self._filter.setAccessibleName(hint)
        self._filter.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._filter.setFixedHeight(PAGER_HEIGHT)
        self._board.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._board.setMinimumHeight(_TILE_HEIGHT)
        self._nobody.setParent(self._board)
        column = self._column
        top = in_a_row()
        top.addWidget(self._filter, 1)
        top.addWidget(self._pager, 1)
        column.addLayout(top)
        column.addWidget(self._board, 1)

    def choose(self, unit_id: str) -> bool:
        """Choose this unit; False where it does not take part."""
        unit = next((unit for unit in self._units if unit.id == unit_id), None)
        if unit is not None:
            self._filter.clear()
            self._choose(unit)
        return unit is not None

    def choose_nobody(self) -> None:
        """Let go whoever was chosen."""
        self._filter.clear()
        self._choose(None)

    def type_letter(self, letter: str) -> None:
        """Narrow the producers down by one letter more."""
        self._filter.setText(self._filter.text() + letter)

    def erase_letter(self) -> None:
        """Take the last letter away."""
        self._filter.setText(self._filter.text()[:-1])

    def step(self, key: int) -> bool:
        """Choose the producer in the direction of an arrow key; False for any other key."""
        step = _STEPS.get(Qt.Key(key))
        if step is None:
            return False
        if self._matching:
            at = self._matching.index(self.chosen) if self.chosen in self._matching else -1
            target = max(0, at) + step[0] + step[1] * self._columns if at >= 0 else 0
            self._choose(self._matching[min(max(0, target), len(self._matching) - 1)])
        return True

    def turn(self, by: int) -> None:
        """Turn so many pages on, or back."""
        self._pager.turn(by)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._column.activate()
        self._stand_at(self.chosen)

    @property
    def _columns(self) -> int:
        return max(1, (self._board.width() + GAP) // (_NARROWEST + GAP))

    @property
    def _fits(self) -> int:
        return self._columns * max(1, (self._board.height() + GAP) // (_TILE_HEIGHT + GAP))

    def _narrow(self) -> None:
        typed = self._filter.text().strip()
        wanted = len(typed.split())
        self._matching = [unit for unit in self._units if len(matches(unit.name, typed)) >= wanted]
        only = self._matching[0] if len(self._matching) == 1 else None
        self._choose(only or (self.chosen if self.chosen in self._matching else None))

    def _choose(self, unit: Unit | None) -> None:
        before, self.chosen = self.chosen, unit
        self._stand_at(unit)
        if unit is not before:
            self.changed.emit()

    def _stand_at(self, unit: Unit | None) -> None:
        """Show the page with this producer on it, the first one for none."""
        at = self._matching.index(unit) if unit in self._matching else 0
        self._pager.show_page(at // self._fits, -(-len(self._matching) // self._fits))
        self._show()

    def _show(self) -> None:
        start = self._pager.page * self._fits
        page = self._matching[start : start + self._fits]
        while len(self._tiles) < len(page):
            tile = _UnitTile(self._board)
            tile.clicked.connect(lambda _=False, tile=tile: self._choose(tile.unit))
            self._tiles.append(tile)
        columns = self._columns
        for i, tile in enumerate(self._tiles):
            tile.setVisible(i < len(page))
            if i < len(page):
                tile.show_unit(page[i], self._terms.emblems[page[i].id], chosen=page[i] is self.chosen)
                row, column = divmod(i, columns)
                ends = [round(part * (self._board.width() + GAP) / columns) for part in (column, column + 1)]
                tile.setGeometry(ends[0], row * (_TILE_HEIGHT + GAP), ends[1] - ends[0] - GAP, _TILE_HEIGHT)
        self._nobody.setVisible(not page)
        self._nobody.setGeometry(0, 0, self._board.width(), _TILE_HEIGHT)
        self._board.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(2 * _NARROWEST + GAP, PAGER_HEIGHT + GAP + 3 * (_TILE_HEIGHT + GAP))
