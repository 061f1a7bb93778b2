"""One denomination to be counted: its picture, how many there are, and what they come to."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from pos.domain.money import Currency
from pos.texts import Texts
from pos.ui.buttons import StepButton
from pos.ui.money_pictures import denomination_name, paint_denomination
from pos.ui.panels import in_a_row
from pos.ui.theme import Colour, restyle
from pos.ui.words import Amount

MOST = 99_999
"""Of one denomination: more would fill no drawer, only a slip of the hand makes it."""

_EMPTY = "–"


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
        self._picture.setFixedWidth(70 if narrow else 112)
        self._field.setFixedWidth(64 if narrow else 84)
        self._layout.setSpacing(6 if narrow else 8)

    def _step(self, count: int) -> None:
        self._field.setText(str(max(0, min(MOST, self.count + count))))
        self._field.setFocus()

    def _show_sum(self) -> None:
        counted = bool(self._field.text())
        amount = self._texts.amount(self.value * self.count, self._money.digits)
        self._sum.say(amount if counted else _EMPTY, Colour.NOCHE if counted else Colour.INACTIVO)
        self.changed.emit()
