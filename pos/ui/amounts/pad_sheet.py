"""What the sheets with a keypad share: what it is about at the top, the figure at the left, the keypad at the right."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pos.domain.products import Product
from pos.domain.text import in_language
from pos.services.cataloguing import Terms
from pos.services.desk import Desk
from pos.ui.amounts.figure_entry import TypedFigure
from pos.ui.look.brush import fitting, paint_choice, write_amid
from pos.ui.look.buttons import ActionButton, Kind, TouchButton
from pos.ui.look.emblems import EmblemTiles
from pos.ui.look.panels import Keypad, in_a_row, stacked
from pos.ui.look.photos import PhotoBox
from pos.ui.look.theme import GAP, Colour
from pos.ui.look.words import Words
from pos.ui.sheet import Sheet

_KEYPAD = 330
_FOOT = 84
_ANTIALIASING = QPainter.RenderHint.Antialiasing
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_BACKSPACE = Qt.Key.Key_Backspace


class ChoiceButton(TouchButton):
    """One of several figures side by side; filled while it is the one."""

    def __init__(self, pixels: int = 24) -> None:
        super().__init__()
        self._pixels = pixels
        self.setCheckable(True)
        self.setMinimumHeight(56)
        self.setMaximumHeight(_FOOT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(90, _FOOT)

    def say(self, text: str) -> None:
        """Show this figure."""
        self.setText(text)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        tone = paint_choice(painter, self)
        pixels = fitting(self.text(), self.width() - 12, self._pixels, 16)
        write_amid(painter, self.text(), self.width() / 2, self.height() / 2, pixels, tone, bold=True)


class PadSheet(Sheet):
    """Fill `side` with what stands left of the keypad. Enter presses the answer; figures go into `typed`."""

    def __init__(
        self, window: QWidget, desk: Desk, title: str, *, decimals: bool = True, has_other: bool = True
    ) -> None:
        super().__init__(window, title, desk.texts)
        self.texts = desk.texts
        self.typed = TypedFigure(2)
        self.side: QVBoxLayout = stacked(gap=0)
        self.pad = Keypad(desk.texts, decimals=decimals)
        self.other = ActionButton("", "return", pixels=20, height=_FOOT)
        self.answer = ActionButton("", "check", "Enter", kind=Kind.INK, pixels=26, height=_FOOT)
        self._desk = desk
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out(has_other=has_other)
        self.pad.pressed.connect(self._type)
        self.pad.erased.connect(self._erase)
        self.pad.cleared.connect(self._clear)

    def _lay_out(self, *, has_other: bool) -> None:
        """Without another answer than the one, `side` has its room too."""
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(16)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(0, 1)
        self.pad.setFixedWidth(_KEYPAD)
        self.answer.setFixedWidth(_KEYPAD)
        grid.addLayout(self.side, 0, 0, 1 if has_other else 2, 1)
        grid.addWidget(self.pad, 0, 1)
        if has_other:
            grid.addWidget(self.other, 1, 0)
        grid.addWidget(self.answer, 1, 1)
        self.body.addLayout(grid, 1)

    def ask(self) -> None:
        """Show it; figures go into it, and Enter presses its answer, from the first key on."""
        super().ask()
        self.setFocus()

    def head_with_product(self, product: Product, terms: Terms) -> None:
        """Say which product it is about."""
        picture = PhotoBox(self._desk.places.photos, QSize(96, 76))
        picture.show_product(product, [terms.emblems[maker.unit] for maker in product.makers])
        makers = [terms.unit(maker.unit) for maker in product.makers]
        by = in_a_row(gap=8)
        by.addWidget(EmblemTiles(24, [terms.emblems[unit.id] for unit in makers]))
        by.addWidget(Words(self.texts.join([unit.name for unit in makers]), 18), 1)
        words = stacked(gap=4)
        words.addStretch(1)
        words.addWidget(Words(in_language(product.name, self.texts.language), 26, bold=True))
        words.addLayout(by)
        words.addStretch(1)
        self.head.addWidget(picture)
        self.head.addLayout(words, 1)

    def head_with_words(self, title: str, under: str) -> None:
        """Say what it is about."""
        words = stacked(gap=4)
        words.addStretch(1)
        words.addWidget(Words(title, 26, bold=True))
        words.addWidget(Words(under, 18, tone=Colour.PIEDRA))
        words.addStretch(1)
        self.head.addLayout(words, 1)

    def choices(self, buttons: list[ChoiceButton]) -> QHBoxLayout:
        """Figures side by side under the figure."""
        row = in_a_row(gap=GAP)
        for button in buttons:
            row.addWidget(button, 1)
        return row

    def show_figure(self) -> None:
        """Show what was typed and what follows from it."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() in _ENTER:
            self.answer.click()
        elif event.key() == _BACKSPACE:
            self._erase()
        elif text and (text in ",." or (text.isdecimal() and text.isascii())):
            self._type(text)
        else:
            super().keyPressEvent(event)

    def _type(self, sign: str) -> None:
        self.typed.type(sign)
        self.show_figure()

    def _clear(self) -> None:
        self.typed.set("")
        self.show_figure()

    def _erase(self) -> None:
        self.typed.erase()
        self.show_figure()
