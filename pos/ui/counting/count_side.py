"""Beside the counting: a word of help, what is counted so far, the keypad, and what comes next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.domain.money import Currency
from pos.texts import Texts
from pos.ui.look.buttons import ActionButton
from pos.ui.look.panels import Help, Keypad, in_a_row, panel, stacked
from pos.ui.look.words import Amount, Words

WIDTH, NARROW_WIDTH = 318, 260
_HIGH, _LOW, _BESIDE = 54, 40, 30
_CROWDED, _LOW_BUTTON = 400, 48


class CountSide(QWidget):
    """The right-hand column of everything that is counted; `buttons` stand at its foot."""

    typed = Signal(str)
    erased = Signal()
    cleared = Signal()

    def __init__(self, texts: Texts, help_text: str, icon: str, *, total: str = "", decimals: bool = False) -> None:
        """`total` is the label of a figure that adds up; without one there is none."""
        super().__init__()
        self._texts = texts
        self._help = Help(help_text, icon, lines=5)
        self._total_panel = panel()
        self._symbol = Words(pixels=18, bold=True, align=Qt.AlignmentFlag.AlignRight)
        self._total = Amount(_HIGH)
        self._label = total
        self._keypad = Keypad(texts, decimals=decimals)
        self._buttons: list[tuple[ActionButton, int]] = []
        self._build()
        self._keypad.pressed.connect(self.typed)
        self._keypad.erased.connect(self.erased)
        self._keypad.cleared.connect(self.cleared)

    def _build(self) -> None:
        self._column = stacked(self, gap=10)
        self._column.addWidget(self._help)
        self._inside = inside = stacked(self._total_panel, margins=(16, 12, 16, 10), gap=2)
        self._line = in_a_row()
        label = Words(self._label, 18, bold=True)
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._line.addWidget(label)
        self._line.addWidget(self._symbol, 1)
        inside.addLayout(self._line)
        inside.addWidget(self._total)
        if not self._label:
            self._total_panel.hide()
        self._column.addWidget(self._total_panel)
        self._column.addWidget(self._keypad, 1)

    def add_button(self, button: ActionButton, *, low: int = 56) -> None:
        """Another button at the foot; on a low screen it is so high."""
        self._buttons.append((button, low))
        button.setProperty("high", button.minimumHeight())
        self._column.addWidget(button)

    def say(self, minor: int, money: Currency) -> None:
        """Show what is counted so far."""
        self._symbol.say(self._texts.symbol(money.code))
        self._total.say(self._texts.amount(minor, money.digits))
        self._total.setAccessibleName(f"{self._label} {self._symbol.text()} {self._total.text()}")

    def say_help(self, text: str) -> None:
        """Give another word of help."""
        self._help.say(text)

    def make_room(self, *, narrow: bool, low: bool) -> None:
        """Take less room, on a narrow or a low screen; where a message is shown besides, the figure joins its label."""
        crowded = low and self.height() < _CROWDED
        self.setFixedWidth(NARROW_WIDTH if narrow else WIDTH)
        self._column.setSpacing(8 if crowded else 10)
        (self._line if crowded else self._inside).addWidget(self._total, 1 if crowded else 0)
        self._symbol.setVisible(not crowded)
        self._total.resize_figure(_BESIDE if crowded else _LOW if low else _HIGH)
        edge = 4 if low else 12
        self._inside.setContentsMargins(16, edge, 16, edge)
        self._help.setVisible(not low)
        for button, height in self._buttons:
            button.setMinimumHeight(min(height, _LOW_BUTTON) if crowded else height if low else button.property("high"))
        # Whoever is shown while it is resized would keep the room that it took before.
        self._total_panel.updateGeometry()
        self._column.invalidate()
        self._column.activate()
