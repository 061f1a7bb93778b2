"""A few answers side by side of which one holds, as one control: the chosen one is filled with ink."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.ui.look.brush import box, edge, ink, write
from pos.ui.look.buttons import TouchButton
from pos.ui.look.icons import paint_icon
from pos.ui.look.panels import in_a_row
from pos.ui.look.theme import RADIUS, Colour, text_width
from pos.ui.look.words import set_text

HEIGHT = 52
_PIXELS, _SMALLEST = 17, 16
_ICON, _SPACE = 22, 8
_PAD, _NARROW_PAD = 15, 10

_ANTIALIASING = QPainter.RenderHint.Antialiasing


class Answer(NamedTuple):
    """One of the answers: what it stands for, its word, its icon where it has one."""

    value: StrEnum
    word: str
    icon: str = ""


class _Segment(TouchButton):
    """One answer; where room is short its icon goes before its word is cut."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.word)
        self.answer = answer
        self._narrow = False
        self.setCheckable(True)
        self.setProperty("kind", "segment")
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say(self, word: str) -> None:
        """Show another word for the same answer."""
        self.setText(word)
        self.updateGeometry()
        self.update()

    def make_narrow(self, *, narrow: bool) -> None:
        """Take less room: without the icon, and with less around the word."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        icon = _ICON + _SPACE if self.answer.icon and not self._narrow else 0
        pad = _NARROW_PAD if self._narrow else _PAD
        return QSize(int(text_width(self.text(), _PIXELS)) + icon + 2 * pad, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(int(text_width(self.text(), _SMALLEST)) + 12, HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        parent = self.parentWidget()
        whole = QRectF(parent.rect() if parent else self.rect()).translated(-self.x(), -self.y())
        inside = QPainterPath()
        inside.addRoundedRect(whole.adjusted(2, 2, -2, -2), RADIUS - 2, RADIUS - 2)
        painter.setClipPath(inside)
        tone = Colour.INACTIVO if not self.isEnabled() else Colour.SAL0 if self.isChecked() else Colour.NOCHE
        painter.fillRect(self.rect(), ink(self._ground()))
        self._paint_word(painter, tone)
        if self.hasFocus():
            box(painter, QRectF(self.rect()).adjusted(3, 3, -3, -3), None, edge(Colour.LAGO, 3), RADIUS - 3)

    def _ground(self) -> Colour:
        if not self.isEnabled() or (self.isDown() and not self.isChecked()):
            return Colour.SAL2
        return Colour.NOCHE if self.isChecked() else Colour.SAL0

    def _paint_word(self, painter: QPainter, tone: Colour) -> None:
        room = self.width() - 12.0
        word = text_width(self.text(), _PIXELS)
        with_icon = bool(self.answer.icon) and not self._narrow and word + _ICON + _SPACE <= room
        shown = set_text(self.text(), int(room), _PIXELS if word <= room else _SMALLEST, 1, bold=False)
        line = shown.lines[0] if shown.lines else ""
        left = (self.width() - text_width(line, shown.pixels) - (_ICON + _SPACE if with_icon else 0)) / 2
        if with_icon:
            paint_icon(painter, self.answer.icon, QRectF(round(left), (HEIGHT - _ICON) // 2, _ICON, _ICON), tone)
            left += _ICON + _SPACE
        write(painter, line, left, HEIGHT / 2, shown.pixels, tone)


class Choice(QWidget):
    """One question with all its answers in sight."""

    chosen = Signal(object)
    """The value of the answer that was touched."""

    def __init__(self, name: str, answers: Sequence[Answer], *, equal: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._segments = [_Segment(answer) for answer in answers]
        self._value = answers[0].value
        row = in_a_row(self, gap=0)
        for segment in self._segments:
            segment.clicked.connect(lambda _=False, value=segment.answer.value: self._take(value))
            row.addWidget(segment, 1 if equal else 0)
        self.choose(self._value)

    @property
    def value(self) -> StrEnum:
        """The answer that holds."""
        return self._value

    def choose(self, value: StrEnum) -> None:
        """Let this answer hold, without telling anybody."""
        self._value = value
        for segment in self._segments:
            segment.setChecked(segment.answer.value is value)

    def say(self, value: StrEnum, word: str) -> None:
        """Show another word for an answer."""
        for segment in self._segments:
            if segment.answer.value is value:
                segment.say(word)
        self.updateGeometry()

    def allow(self, value: StrEnum, *, allowed: bool) -> None:
        """Let an answer be touched, or not."""
        for segment in self._segments:
            if segment.answer.value is value:
                segment.setEnabled(allowed)

    def make_narrow(self, *, narrow: bool) -> None:
        """Take less room, on a narrow screen."""
        for segment in self._segments:
            segment.make_narrow(narrow=narrow)
        self.updateGeometry()

    def _take(self, value: StrEnum) -> None:
        changed = value is not self._value
        self.choose(value)
        if changed:
            self.chosen.emit(value)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        box(painter, QRectF(self.rect()), Colour.SAL0, edge(Colour.BORDE2), RADIUS)
        painter.setPen(edge(Colour.SAL3, 1))
        for segment in self._segments[1:]:
            painter.drawLine(segment.x(), 2, segment.x(), self.height() - 3)
