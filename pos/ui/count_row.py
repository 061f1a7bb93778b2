"""One denomination to be counted: its picture, how many there are, and what they come to."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from pos.domain.money import Currency
from pos.texts import Texts
from pos.ui.buttons import StepButton
from pos.ui.money_pictures import denomination_name, paint_denomination
from pos.ui.panels import in_a_row
from pos.ui.theme import Colour, restyle
from pos.ui.words import Amount, Words

MOST = 99_999
"""Of one denomination: more would fill no drawer, only a slip of the hand makes it."""

_EMPTY = "–"
_STEP = 48


class _Widths(NamedTuple):
    """How wide a row's parts are, and the gap between them."""

    picture: int
    field: int
    gap: int


_WIDE, _NARROW = _Widths(112, 84, 8), _Widths(70, 64, 6)


class _Picture(QWidget):
    """The note or coin; its name stands on the field beside it."""

    def __init__(self, value: int, money: Currency) -> None:
        super().__init__()
        self._value, self._money = value, money

    def sizeHint(self) -> QSize:
        return QSize(112, 40)

    def paintEvent(self, _: QPaintEvent) -> None:
        box = QRectF(self.rect())
        box.setHeight(min(box.height() - 6, 70))
        box.moveCenter(QRectF(self.rect()).center())
        paint_denomination(QPainter(self), self._value, self._money, box)


class _CountField(QLineEdit):
    """A whole number; plus and minus change it, the arrows and Enter leave it."""

    stepped = Signal(int)
    left = Signal(int)
    focused = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.text() in {"+", "-"}:
            self.stepped.emit(1 if event.text() == "+" else -1)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.left.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit(1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)


class CountHead(QWidget):
    """What stands over the rows: what is counted, and the question."""

    def __init__(self, title: str, texts: Texts) -> None:
        super().__init__()
        self._title = Words(title, 20, bold=True)
        self._question = Words(texts._("How many?"), 17, tone=Colour.PIEDRA, align=Qt.AlignmentFlag.AlignHCenter)
        self._layout = in_a_row(self, margins=(18, 0, 18, 8))
        self._layout.addWidget(self._title)
        self._layout.addWidget(self._question)
        self._layout.addStretch(1)

    def make_narrow(self, *, narrow: bool) -> None:
        """Stand over the narrower rows."""
        widths = _NARROW if narrow else _WIDE
        self._title.setFixedWidth(max(widths.picture, self._title.sizeHint().width()))
        self._question.setFixedWidth(2 * _STEP + widths.field + 2 * widths.gap)
        self._layout.setSpacing(widths.gap)


class CountRow(QFrame):
    """So many of one denomination."""

    changed = Signal()
    left = Signal(int)
    """The next row (1) or the one before (-1) is wanted."""

    def __init__(self, value: int, money: Currency, texts: Texts) -> None:
        super().__init__()
        self.value = value
        self._money, self._texts = money, texts
        name = denomination_name(value, money, texts)
        self._picture = _Picture(value, money)
        self._less = StepButton("minus", texts._("One less of %(what)s") % {"what": name})
        self._field = _CountField()
        self._more = StepButton("plus", texts._("One more of %(what)s") % {"what": name})
        self._sum = Amount(22, _EMPTY, tone=Colour.INACTIVO)
        self._build(name)
        self._connect()

    def _build(self, name: str) -> None:
        self.setProperty("row", "count")
        self._layout = in_a_row(self, margins=(12, 0, 18, 0))
        for part in (self._picture, self._less, self._field, self._more):
            self._layout.addWidget(part)
        self._layout.addWidget(self._sum, 1)
        self._field.setProperty("kind", "count")
        self._field.setAccessibleName(name)
        self._field.setPlaceholderText(_EMPTY)
        self._field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._field.setValidator(QIntValidator(0, MOST, self))
        self._field.setMaxLength(len(str(MOST)))

    def _connect(self) -> None:
        self._less.clicked.connect(lambda: self._step(-1))
        self._more.clicked.connect(lambda: self._step(1))
        self._field.stepped.connect(self._step)
        self._field.textChanged.connect(self._show_sum)
        self._field.left.connect(self.left)
        self._field.focused.connect(lambda on: restyle(self, "row", "counting" if on else "count"))

    @property
    def count(self) -> int:
        """How many; 0 while nothing was counted."""
        text = self._field.text()
        return int(text) if text.isdecimal() else 0

    def take_focus(self) -> None:
        """Let figures go into the count."""
        self._field.setFocus()

    def make_narrow(self, *, narrow: bool) -> None:
        """Take less room, on a narrow screen."""
        widths = _NARROW if narrow else _WIDE
        self._picture.setFixedWidth(widths.picture)
        self._field.setFixedWidth(widths.field)
        self._layout.setSpacing(widths.gap)

    def _step(self, count: int) -> None:
        self._field.setText(str(max(0, min(MOST, self.count + count))))
        self._field.setFocus()

    def _show_sum(self) -> None:
        counted = bool(self._field.text())
        amount = self._texts.amount(self.value * self.count, self._money.digits)
        self._sum.say(amount if counted else _EMPTY, Colour.NOCHE if counted else Colour.INACTIVO)
        self.changed.emit()
