"""The parts of a payment one under the other: each can be taken out, or touched to correct it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from pos.texts import Texts
from pos.ui.look.buttons import StepButton
from pos.ui.look.icons import icon_label, show_icon
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import Colour, restyle
from pos.ui.look.words import Amount, Words

ROW_HEIGHT = 60


class Row(NamedTuple):
    """A part as it is read: its method, what is known of it, and its worth in base currency."""

    icon: str
    label: str
    detail: str
    worth: str
    live: bool


class PartRow(QFrame):
    """One part; touch it, or press Enter on it, to correct it; Delete takes it out."""

    touched = Signal()
    removed = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._icon = icon_label("cash", 28)
        self._label = Words(pixels=18)
        self._detail = Words(pixels=16, tone=Colour.PIEDRA)
        self._worth = Amount(22)
        self._remove = StepButton("trash", "", repeats=False)
        self._remove.setProperty("kind", "bare")
        self.setFixedHeight(ROW_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = in_a_row(self, margins=(8, 0, 6, 0), gap=8)
        row.addWidget(self._icon)
        names = stacked(gap=0)
        names.addStretch(1)
        names.addWidget(self._label)
        names.addWidget(self._detail)
        names.addStretch(1)
        row.addLayout(names, 1)
        row.addWidget(self._worth)
        row.addWidget(self._remove)
        self._worth.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._remove.clicked.connect(self.removed)

    def show_row(self, row: Row) -> None:
        """Show this part."""
        restyle(self, "row", "chosen" if row.live else "plain")
        show_icon(self._icon, row.icon, 28)
        self._label.say(row.label)
        self._detail.say(row.detail)
        self._detail.setVisible(bool(row.detail))
        self._worth.say(row.worth)
        self.setAccessibleName(", ".join(part for part in (row.label, row.detail, row.worth) if part))
        self._remove.setAccessibleName(self._texts._("Take out %(what)s") % {"what": f"{row.label} {row.worth}"})

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.touched.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.touched.emit()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class PartList(QScrollArea):
    """As many rows as there is room for; the one being entered is always in sight."""

    touched = Signal(int)
    removed = Signal(int)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._rows: list[PartRow] = []
        self._most = 3
        self._count = 0
        inside = QWidget()
        self._column = stacked(inside, gap=0)
        self._column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        if self._count <= self._most:
            return QSize(300, self._count * ROW_HEIGHT)
        # The row at the edge is cut in half, to show that there are more.
        return QSize(300, self._most * ROW_HEIGHT - ROW_HEIGHT // 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_most(self, rows: int) -> None:
        """Take the height of at most so many rows."""
        self._most = rows
        self.updateGeometry()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these parts."""
        self._count = len(rows)
        while len(self._rows) < len(rows):
            self._add_row()
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(rows))
            if place < len(rows):
                row.show_row(rows[place])
        self.setVisible(bool(rows))
        self.updateGeometry()
        live = next((place for place, row in enumerate(rows) if row.live), None)
        if live is not None:
            self.ensureVisible(0, live * ROW_HEIGHT + ROW_HEIGHT // 2, 0, ROW_HEIGHT // 2)

    def _add_row(self) -> None:
        row, place = PartRow(self._texts), len(self._rows)
        row.touched.connect(lambda: self.touched.emit(place))
        row.removed.connect(lambda: self.removed.emit(place))
        self._column.insertWidget(place, row)
        self._rows.append(row)
