"""Whose account it is: the emblem as large as people know it from far, the name, what and where they are."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from pos.domain.emblems import Emblem
from pos.ui.look.brush import box, edge, ink, write
from pos.ui.look.buttons import TouchButton
from pos.ui.look.emblems import paint_emblem
from pos.ui.look.icons import paint_icon
from pos.ui.look.theme import LINE_HEIGHT, RADIUS, Colour
from pos.ui.look.words import set_text

_GAP = 14
_ABOUT = 16
_EYE = 24


class _Line(NamedTuple):
    text: str
    pixels: int
    strong: bool


class UnitHead(TouchButton):
    """A touch shows the unit's account as pictures, for whoever does not read; the eye says so."""

    def __init__(self, aloud: str) -> None:
        super().__init__()
        self._aloud = aloud
        self._emblem: Emblem | None = None
        self._name = ""
        self._about: list[str] = []
        self._tile, self._low = 84, False
        self._lines: list[_Line] = []
        self.setProperty("kind", "bare")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_unit(self, emblem: Emblem, name: str, about: list[str]) -> None:
        """Show this unit."""
        self._emblem, self._name, self._about = emblem, name, about
        self.setText(name)
        self.setAccessibleName(self._aloud % {"unit": name})
        self.setAccessibleDescription(", ".join(about))
        self._set_lines()

    def make_low(self, *, low: bool) -> None:
        """Take less room, on a low screen: a smaller emblem and name, and only where the unit is from."""
        if low is not self._low:
            self._tile, self._low = 60 if low else 84, low
            self._set_lines()

    def sizeHint(self) -> QSize:
        words = sum(line.pixels * LINE_HEIGHT for line in self._lines)
        return QSize(260, max(self._tile, int(words) + 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_lines()

    def _set_lines(self) -> None:
        room = self.width() - self._tile - _GAP
        name = set_text(self._name, room, 20 if self._low else 26, 2, bold=True)
        if name.clipped:
            name = set_text(self._name, room, 20, 3, bold=True)
        self._lines = [_Line(line, name.pixels, strong=True) for line in name.lines]
        lines = self._about[:1] if self._low else self._about
        for number, words in enumerate(lines, start=1):
            space = room - (_EYE + 6 if number == len(lines) else 0)
            about = set_text(words, space, _ABOUT, 2, bold=False)
            self._lines += [_Line(line, about.pixels, strong=False) for line in about.lines]
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if self.isDown():
            painter.fillRect(area, ink(Colour.SAL1))
        if self._emblem is not None:
            paint_emblem(
                painter, self._emblem, QRectF(0, int((area.height() - self._tile) / 2), self._tile, self._tile)
            )
        top = (area.height() - sum(line.pixels * LINE_HEIGHT for line in self._lines)) / 2
        for line in self._lines:
            height = line.pixels * LINE_HEIGHT
            tone = Colour.NOCHE if line.strong else Colour.PIEDRA
            write(painter, line.text, self._tile + _GAP, top + height / 2, line.pixels, tone, bold=line.strong)
            top += height
        middle = top - _ABOUT * LINE_HEIGHT / 2
        paint_icon(painter, "eye", QRectF(area.width() - _EYE, int(middle - _EYE / 2), _EYE, _EYE), Colour.PIEDRA)
        if self.hasFocus():
            box(painter, area, None, edge(Colour.LAGO, 3), RADIUS)
