"""Whose goods they are: all units by name, each with its emblem."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QSizePolicy, QWidget

from pos.domain.emblems import Emblem
from pos.ui.look.brush import box, edge, ink, write
from pos.ui.look.buttons import TouchButton
from pos.ui.look.emblems import paint_emblem
from pos.ui.look.panels import stacked
from pos.ui.look.theme import LINE_HEIGHT, RADIUS, Colour
from pos.ui.look.words import set_text

_HEIGHT, _TILE = 56, 36


class _UnitButton(TouchButton):
    """One unit; marked as everything that is chosen in a list."""

    def __init__(self, unit: str, name: str, emblem: Emblem) -> None:
        super().__init__(name)
        self.unit = unit
        self._emblem = emblem
        self.setCheckable(True)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """The list marks it, once the note is of this unit."""

    def sizeHint(self) -> QSize:
        return QSize(240, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = Colour.LAGO_T if self.isChecked() else Colour.SAL2 if self.isDown() else Colour.SAL0
        painter.fillRect(self.rect(), ink(ground))
        painter.fillRect(0, _HEIGHT - 1, self.width(), 1, ink(Colour.SAL3))
        if self.isChecked():
            painter.fillRect(0, 0, 6, _HEIGHT, ink(Colour.LAGO))
        paint_emblem(painter, self._emblem, QRectF(14, (_HEIGHT - _TILE) // 2, _TILE, _TILE))
        name = set_text(self.text(), self.width() - 66, 17, 2, bold=False)
        pixels = 16 if len(name.lines) > 1 else name.pixels
        height = pixels * LINE_HEIGHT
        top = _HEIGHT / 2 - height * (len(name.lines) - 1) / 2
        for number, line in enumerate(name.lines):
            write(painter, line, 60, top + number * height, pixels, Colour.NOCHE)
        if self.hasFocus():
            box(painter, QRectF(self.rect()).adjusted(1, 1, -1, -2), None, edge(Colour.LAGO, 3), RADIUS)


class UnitList(QFrame):
    """All units; a flick of the finger moves them."""

    chosen = Signal(str)
    """A unit's id."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("panel", "plain")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(name)
        QScroller.grabGesture(self._area.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        stacked(self, margins=(1, 4, 1, 4)).addWidget(self._area)
        self._buttons: list[_UnitButton] = []

    def show_units(self, units: Sequence[tuple[str, str, Emblem]], chosen: str) -> None:
        """Show these (id, name, emblem), with one of them chosen."""
        part = QWidget()
        column = stacked(part, gap=0)
        self._buttons = [_UnitButton(*unit) for unit in units]
        for button in self._buttons:
            button.clicked.connect(lambda _=False, unit=button.unit: self.chosen.emit(unit))
            column.addWidget(button)
        column.addStretch(1)
        self._area.setWidget(part)
        self.choose(chosen)

    def choose(self, unit: str) -> None:
        """Mark this unit and bring it into sight."""
        for button in self._buttons:
            button.setChecked(button.unit == unit)
            if button.unit == unit:
                self._area.ensureWidgetVisible(button)
