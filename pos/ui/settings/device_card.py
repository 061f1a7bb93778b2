"""One device of the till: how it is in words, which one it is, and the button that tries it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from pos.ui.aloud import alert
from pos.ui.look.brush import box
from pos.ui.look.buttons import ActionButton
from pos.ui.look.icons import icon_label, paint_icon, show_icon
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import RADIUS, Colour, restyle
from pos.ui.look.words import Words
from pos.ui.settings.chooser_button import ChooserButton

HEIGHT = 198
_TILE, _TILE_ICON = 64, 38


class Looks(StrEnum):
    """How a card looks; also the name of that in the style sheet."""

    PLAIN = "plain"
    READY = "ready"
    RUNNING = "run"
    WARN = "warn"
    BAD = "bad"


class _Dress(NamedTuple):
    tile: Colour
    icon: Colour
    sign: str
    words: Colour


_DRESSES = {
    Looks.PLAIN: _Dress(Colour.SAL2, Colour.NOCHE, "", Colour.NOCHE),
    Looks.READY: _Dress(Colour.SAL2, Colour.NOCHE, "check", Colour.TOTORA),
    Looks.RUNNING: _Dress(Colour.LAGO_T, Colour.LAGO, "clock", Colour.NOCHE),
    Looks.WARN: _Dress(Colour.ICHU, Colour.NOCHE, "warning", Colour.NOCHE),
    Looks.BAD: _Dress(Colour.TEJA, Colour.SAL0, "error", Colour.NOCHE),
}


@dataclass(frozen=True, slots=True)
class CardState:
    """What a card says. `sign` is another sign than the looks' own before the state.

    `reads` shows what is read in the place of what is chosen.
    """

    looks: Looks
    icon: str
    state: str
    detail: str
    chosen: str
    action: str
    action_icon: str
    sign: str = ""
    reads: bool = False
    can_act: bool = True


class DeviceCard(QFrame):
    """State is never colour alone: a sign and words tell it too."""

    acted = Signal()
    """Its button was touched."""
    choice_wanted = Signal()

    def __init__(self, name: str, nothing_read: str) -> None:
        """`nothing_read` stands in the field until something is read."""
        super().__init__()
        self._name = name
        self._state: CardState | None = None
        self._column = stacked(self, gap=8)
        self._tile = _Tile()
        self._sign = icon_label("check", 22)
        self._words = Words(pixels=17, bold=True, lines=2)
        self._detail = Words(pixels=16, tone=Colour.PIEDRA, lines=2)
        self.chooser = ChooserButton(name)
        self.field = QLineEdit()
        self.button = ActionButton("", pixels=17)
        self._build(nothing_read)
        self.button.clicked.connect(self.acted)
        self.chooser.clicked.connect(self.choice_wanted)

    def _build(self, nothing_read: str) -> None:
        self.setMinimumHeight(HEIGHT)
        column = self._column
        top = in_a_row(gap=14)
        top.addWidget(self._tile, alignment=Qt.AlignmentFlag.AlignTop)
        words = stacked(gap=3)
        words.addWidget(Words(self._name, 20, bold=True))
        line = in_a_row(gap=7)
        line.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        words.addLayout(line)
        words.addWidget(self._detail)
        words.addStretch(1)
        top.addLayout(words, 1)
        column.addLayout(top, 1)
        self.field.setPlaceholderText(nothing_read)
        self.field.setAccessibleName(nothing_read)
        self.field.setProperty("kind", "read")
        row = in_a_row()
        for part in (self.chooser, self.field):
            row.addWidget(part, 1)
        row.addWidget(self.button)
        column.addLayout(row)

    def show_state(self, state: CardState) -> None:
        """Say how it is; a screen reader says what changed."""
        before, self._state = self._state, state
        if state == before:
            return
        dress = _DRESSES[state.looks]
        # The edge of what stands out is 2 pixels wide: everything in the card stays where it was.
        thicker = 0 if state.looks in {Looks.PLAIN, Looks.READY} else 1
        self._column.setContentsMargins(16 - thicker, 14 - thicker, 16 - thicker, 14 - thicker)
        restyle(self, "device", "plain" if state.looks is Looks.READY else state.looks.value)
        self._tile.show_icon(state.icon, dress)
        sign = state.sign or dress.sign
        self._sign.setVisible(bool(sign))
        if sign:
            tone = dress.words if state.looks is Looks.READY else Colour.NOCHE
            show_icon(self._sign, sign, 22, tone, line=2.6)
        self._words.say(state.state, dress.words)
        self._detail.say(state.detail)
        self._detail.setVisible(bool(state.detail))
        self.chooser.say(state.chosen)
        self.chooser.setVisible(not state.reads)
        self.field.setVisible(state.reads)
        self.button.say(state.action, state.action_icon)
        self.button.setAccessibleName(f"{self._name}: {state.action}")
        self.button.setEnabled(state.can_act)
        self.setAccessibleName(f"{self._name}. {state.state}. {state.detail}".strip())
        if before is not None and before.state != state.state:
            alert(self)

    @property
    def state(self) -> str:
        """How the device is, in the card's words."""
        return self._words.text()

    @property
    def detail(self) -> str:
        """What to do about it."""
        return self._detail.text()


class _Tile(QWidget):
    """The device's icon on its ground."""

    def __init__(self) -> None:
        super().__init__()
        self._icon, self._dress = "printer", _DRESSES[Looks.PLAIN]
        self.setFixedSize(QSize(_TILE, _TILE))

    def show_icon(self, icon: str, dress: _Dress) -> None:
        """Show it so."""
        self._icon, self._dress = icon, dress
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box(painter, QRectF(self.rect()), self._dress.tile, None, RADIUS)
        left = (_TILE - _TILE_ICON) / 2
        paint_icon(painter, self._icon, QRectF(left, left, _TILE_ICON, _TILE_ICON), self._dress.icon)
