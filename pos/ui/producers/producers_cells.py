"""How a row of the producers' table looks, and how it is said aloud."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from pos.domain.unit_days import UnitRow, UnitState
from pos.texts import N_, Texts
from pos.ui.look.brush import box, ink, write, write_to
from pos.ui.look.emblems import paint_emblem
from pos.ui.look.icons import paint_icon
from pos.ui.look.theme import LINE_HEIGHT, Colour
from pos.ui.look.words import set_text
from pos.ui.producers.producers_columns import EMPTY, PAD, TILE, TILE_LEFT, TILE_SPACE, Column, Place

Index = QModelIndex | QPersistentModelIndex

_CHOSEN = QStyle.StateFlag.State_Selected
_ANTIALIASING = QPainter.RenderHint.Antialiasing
_ICON = 20


class StateLooks(NamedTuple):
    """A state's icon and word, and how they stand out."""

    icon: str
    word: str
    tone: Colour
    bold: bool = False


STATES = {
    UnitState.NOTHING: StateLooks("more", N_("Nothing yet"), Colour.INACTIVO),
    UnitState.DUE: StateLooks("clock", N_("Due"), Colour.NOCHE),
    UnitState.PAID: StateLooks("check", N_("Paid up"), Colour.TOTORA),
    UnitState.OWES: StateLooks("error", N_("Owes"), Colour.TEJA, bold=True),
    UnitState.COUNT: StateLooks("warning", N_("Count"), Colour.NOCHE, bold=True),
}


def spoken(row: UnitRow, column: Column, texts: Texts) -> str:
    """A cell as a screen reader says it: its head and its figure; the name and the state as they are."""
    if column.key == "name":
        return row.name
    if column.key == "state":
        return texts._(STATES[row.state].word)
    words = f"{column.title} {column.text(row, texts)}"
    if column.key == "left" and row.pieces.undelivered:
        return f"{words}, {undelivered_words(row.pieces.undelivered, texts)}"
    return words


def undelivered_words(pieces: int, texts: Texts) -> str:
    """That so many pieces went out which nobody had delivered."""
    words = texts.ngettext("%(n)d piece went out undelivered", "%(n)d pieces went out undelivered", pieces)
    filled = words % {"n": pieces}
    return filled[0].upper() + filled[1:]


class RowDelegate(QStyledItemDelegate):
    """Paints cells; `row_role` and `place_role` are how the model is asked for the unit and the column."""

    def __init__(self, row_role: int, place_role: int, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._row_role, self._place_role = row_role, place_role
        self._texts = texts

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, place = index.data(self._row_role), index.data(self._place_role)
        if not isinstance(row, UnitRow) or not isinstance(place, Place):
            return
        painter.save()
        painter.setRenderHint(_ANTIALIASING)
        area = option.rect
        chosen = bool(option.state & _CHOSEN)
        painter.fillRect(area, ink(Colour.LAGO_T if chosen else Colour.SAL0))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, ink(Colour.SAL3))
        painter.setClipRect(area)
        if place.column.key == "name":
            _paint_name(painter, row, area, chosen=chosen)
        elif place.column.key == "state":
            self._paint_state(painter, row, area)
        else:
            self._paint_figure(painter, row, place.column, area)
        painter.restore()

    def _paint_figure(self, painter: QPainter, row: UnitRow, column: Column, area: QRect) -> None:
        text = column.text(row, self._texts)
        right, middle = area.right() + 1 - PAD, area.center().y() + 0.5
        if column.key == "left" and row.pieces.undelivered:
            marked = QRectF(area).adjusted(2, 0, 0, 0)
            marked.setTop(middle - 13)
            marked.setHeight(26)
            box(painter, marked, Colour.ICHU, None, 4)
            write_to(painter, "0" if text == EMPTY else text, right - 2, middle, 16, Colour.NOCHE, bold=True)
            return
        tone = Colour.INACTIVO if text == EMPTY else Colour.NOCHE
        if column.strong and row.balance.minor < 0:
            tone = Colour.TEJA
        pixels = 18 if column.strong else 16
        write_to(painter, text, right, middle, pixels, tone, bold=column.strong and text != EMPTY)

    def _paint_state(self, painter: QPainter, row: UnitRow, area: QRect) -> None:
        looks = STATES[row.state]
        middle = area.center().y() + 0.5
        left = area.left() + 14
        paint_icon(painter, looks.icon, QRectF(left, int(middle - _ICON / 2), _ICON, _ICON), looks.tone)
        word = self._texts._(looks.word)
        write(painter, word, left + _ICON + 5, middle, 16, looks.tone, bold=looks.bold)


def _paint_name(painter: QPainter, row: UnitRow, area: QRect, *, chosen: bool) -> None:
    """The emblem and the name: in one line, or smaller in two."""
    if chosen:
        painter.fillRect(area.left(), area.top(), 6, area.height(), ink(Colour.LAGO))
    middle = area.center().y() + 0.5
    paint_emblem(painter, row.emblem, QRectF(area.left() + TILE_LEFT, int(middle - TILE / 2), TILE, TILE))
    left = area.left() + TILE_LEFT + TILE + TILE_SPACE
    room = area.right() - PAD - left
    name = set_text(row.name, room, 17, 1, bold=False)
    if name.clipped:
        name = set_text(row.name, room, 16, 2, bold=False)
    if name.clipped:  # a little smaller rather than cut short
        name = set_text(row.name, room, 14, 2, bold=False)
    height = 16 * LINE_HEIGHT
    top = middle - height * (len(name.lines) - 1) / 2
    for number, line in enumerate(name.lines):
        write(painter, line, left, top + number * height, name.pixels, Colour.NOCHE)
