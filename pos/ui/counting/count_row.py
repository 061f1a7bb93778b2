"""One denomination to be counted: its picture, how many there are, and what they come to."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from pos.domain.money import Currency
from pos.texts import Texts
from pos.ui.amounts.money_pictures import denomination_name, is_note, paint_denomination
from pos.ui.counting.count_field import CountField
from pos.ui.look.buttons import StepButton
from pos.ui.look.panels import in_a_row
from pos.ui.look.theme import Colour, restyle
from pos.ui.look.words import Amount, Words

MOST = 99_999
"""Of one denomination: more would fill no drawer, only a slip of the hand makes it."""

_EMPTY = "–"
_LEAST_HEIGHT = 38
"""Of a row, on the lowest screen with the currency of most coins."""
_PICTURE_HEIGHT = 70
_NOTE_HEIGHT = 62


class Widths(NamedTuple):
    """How wide a row's parts are, the gap between them, and the edges of what stands at its ends."""

    picture: int
    field: int
    step: int
    gap: int
    edge: int


WIDE, NARROW = Widths(118, 84, 56, 8, 16), Widths(66, 62, 48, 6, 10)


class _Picture(QWidget):
    """The note or coin; its name stands on the field beside it."""

    def __init__(self, value: int, money: Currency) -> None:
        super().__init__()
        self._value, self._money = value, money
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(112, 40)

    def paintEvent(self, _: QPaintEvent) -> None:
        box = QRectF(self.rect()).adjusted(3, 2, -3, -2)
        box.setHeight(min(box.height(), _NOTE_HEIGHT if is_note(self._value, self._money) else _PICTURE_HEIGHT))
        box.moveCenter(QRectF(self.rect()).center())
        paint_denomination(QPainter(self), self._value, self._money, box)


class CountHead(QWidget):
    """What stands over the rows: what is counted, the question, and what they come to."""

    def __init__(self, title: str, question: str) -> None:
        super().__init__()
        self._title = Words(title, 20, bold=True)
        self._question = Words(question, 17, tone=Colour.PIEDRA, align=Qt.AlignmentFlag.AlignHCenter)
        self._sum = Amount(20, _EMPTY, tone=Colour.INACTIVO, bold=False)
        self._layout = in_a_row(self)
        for part in (self._title, self._question):
            self._layout.addWidget(part)
        self._layout.addWidget(self._sum, 1)
        self.setFixedHeight(38)

    def make_narrow(self, *, narrow: bool) -> None:
        """Stand over the narrower rows."""
        widths = NARROW if narrow else WIDE
        self._title.setFixedWidth(max(widths.picture, self._title.sizeHint().width()))
        self._question.setFixedWidth(2 * widths.step + widths.field + 2 * widths.gap)
        self._layout.setContentsMargins(widths.edge, 0, widths.edge, 0)
        self._layout.setSpacing(widths.gap)

    def say(self, figure: str) -> None:
        """Show what the rows come to; nothing before anything was counted."""
        self._sum.say(figure or _EMPTY, Colour.NOCHE if figure else Colour.INACTIVO)
        self._sum.make_bold(bold=bool(figure))


class CountRow(QFrame):
    """So many of one denomination; a count of 0 is a count too, nothing typed is none."""

    changed = Signal()
    left = Signal(int)
    """The next row (1) or the one before (-1) is wanted."""
    entered = Signal()
    """Figures go into this row from now on."""

    def __init__(self, value: int, money: Currency, texts: Texts) -> None:
        super().__init__()
        self.value = value
        self._money, self._texts = money, texts
        name = denomination_name(value, money, texts)
        self._picture = _Picture(value, money)
        self._less = StepButton("minus", texts._("One less of %(what)s") % {"what": name}, 56)
        self._field = CountField()
        self._more = StepButton("plus", texts._("One more of %(what)s") % {"what": name}, 56)
        self._sum = Amount(22, _EMPTY, tone=Colour.INACTIVO, bold=False)
        self._widths = WIDE
        self._build(name)
        self._connect()

    def _build(self, name: str) -> None:
        self.setProperty("row", "count")
        self._layout = in_a_row(self)
        for part in (self._picture, self._less, self._field, self._more):
            self._layout.addWidget(part)
        self._layout.addWidget(self._sum, 1)
        self._field.setProperty("kind", "count")
        self._field.setAccessibleName(name)
        self._field.setPlaceholderText(_EMPTY)
        self._field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._field.setValidator(QIntValidator(0, MOST, self))
        self._field.setMaxLength(len(str(MOST)))
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.make_narrow(narrow=False)

    def _connect(self) -> None:
        self._less.clicked.connect(lambda: self._step(-1))
        self._more.clicked.connect(lambda: self._step(1))
        self._field.stepped.connect(self._step)
        self._field.textChanged.connect(self._show_sum)
        self._field.left.connect(self.left)
        self._field.focused.connect(self._mark)

    @property
    def count(self) -> int:
        """How many; 0 while nothing was counted."""
        text = self._field.text()
        return int(text) if text.isdecimal() else 0

    @property
    def is_counted(self) -> bool:
        """Whether anything was typed, a zero too."""
        return bool(self._field.text())

    def put(self, count: int) -> None:
        """Show a count; 0 shows none."""
        self._field.setText(str(count) if count else "")

    def take_focus(self) -> None:
        """Let figures go into the count."""
        self._field.setFocus()

    def type_sign(self, sign: str) -> None:
        """Add a figure as a key of the keyboard would."""
        self._field.setFocus()
        self._field.insert(sign)

    def erase_sign(self) -> None:
        """Take the last figure away."""
        self._field.setFocus()
        self._field.backspace()

    def clear(self) -> None:
        """Count nothing."""
        self._field.setFocus()
        self._field.clear()

    def make_narrow(self, *, narrow: bool) -> None:
        """Take less room, on a narrow screen."""
        self._widths = widths = NARROW if narrow else WIDE
        self._picture.setFixedWidth(widths.picture)
        self._fit()
        # The 6 pixels of the bar that marks the row are its own.
        self._layout.setContentsMargins(widths.edge - 6, 0, widths.edge, 0)
        self._layout.setSpacing(widths.gap)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Buttons and field as high as they should be, or as the row is."""
        height = max(_LEAST_HEIGHT, min(self._widths.step, self.height() - 2))
        for part in (self._less, self._more):
            part.setFixedSize(self._widths.step, height)
        self._field.setFixedSize(self._widths.field, height)

    def _mark(self, on: bool) -> None:
        restyle(self, "row", "counting" if on else "count")
        if on:
            self.entered.emit()

    def _step(self, count: int) -> None:
        self._field.setText(str(max(0, min(MOST, self.count + count))))
        self._field.setFocus()

    def _show_sum(self) -> None:
        amount = self._texts.amount(self.value * self.count, self._money.digits)
        self._sum.say(amount if self.is_counted else _EMPTY, Colour.NOCHE if self.is_counted else Colour.INACTIVO)
        self._sum.make_bold(bold=self.is_counted)
        self.changed.emit()
