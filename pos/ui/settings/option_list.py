"""A list of answers, one of them chosen; a long one is scrolled."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from pos.ui.look.brush import paint_choice
from pos.ui.look.buttons import TouchButton
from pos.ui.look.panels import stacked
from pos.ui.look.theme import GAP, Colour
from pos.ui.look.words import paint_words
from pos.ui.settings.device_options import Option

HEIGHT = 64
_EDGE = 16


class OptionList(QScrollArea):
    """Arrows and Tab go through it, Enter and Space choose."""

    chosen = Signal(str)
    """A person touched the answer of this value."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._rows: list[_Row] = []
        self.answer = ""
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_options(self, options: Sequence[Option]) -> None:
        """Offer these; what was chosen stays so where it is among them."""
        holder = QWidget()
        column = stacked(holder, margins=(0, 0, 4, 0), gap=GAP)
        self._rows = [_Row(option) for option in options]
        for row in self._rows:
            row.clicked.connect(lambda _=False, value=row.option.value: self._touch(value))
            column.addWidget(row)
        column.addStretch(1)
        self.setWidget(holder)
        self.choose(self.answer)

    def choose(self, value: str) -> None:
        """Let this be the answer."""
        self.answer = value
        for row in self._rows:
            row.setChecked(row.option.value == value)
            if row.isChecked():
                self.ensureWidgetVisible(row)

    def take_focus(self) -> None:
        """Let the keys go to the answer that is chosen."""
        for row in self._rows:
            if row.isChecked():
                row.setFocus(Qt.FocusReason.TabFocusReason)

    def _touch(self, value: str) -> None:
        self.choose(value)
        self.chosen.emit(value)


class _Row(TouchButton):
    """The answer, and under it what tells it from one that is alike."""

    def __init__(self, option: Option) -> None:
        super().__init__(option.title)
        self.option = option
        self.setCheckable(True)
        self.setAccessibleName(f"{option.title} {option.detail}".strip())
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = paint_choice(painter, self)
        area = QRectF(self.rect()).adjusted(_EDGE, 7, -_EDGE, -7)
        if not self.option.detail:
            paint_words(painter, self.option.title, area, 18, bold=True, tone=tone)
            return
        half = area.height() / 2
        paint_words(painter, self.option.title, area.adjusted(0, 0, 0, -half), 18, bold=True, tone=tone)
        quiet = tone if self.isChecked() else Colour.PIEDRA
        paint_words(painter, self.option.detail, area.adjusted(0, half, 0, 0), 16, tone=quiet)
