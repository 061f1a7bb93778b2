"""Fields that can be typed into and stepped with a plus and a minus: a percentage, a day."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from pos.domain.money import BASIS_POINTS
from pos.texts import Texts
from pos.ui.look.buttons import StepButton
from pos.ui.look.panels import in_a_row
from pos.ui.look.theme import Colour, restyle
from pos.ui.look.words import Words

_POINTS_A_PERCENT = BASIS_POINTS // 100


class _StepField(QWidget):
    """A field between a minus and a plus, and a word behind it."""

    changed = Signal()

    def __init__(self, texts: Texts, name: str, *, less: str, more: str) -> None:
        super().__init__()
        self._texts = texts
        self._field = QLineEdit()
        self._field.setProperty("kind", "count")
        self._field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._word = Words(pixels=18, tone=Colour.PIEDRA)
        self.setAccessibleName(name)
        self._field.setAccessibleName(name)
        row = in_a_row(self)
        for icon, word, step in (("minus", less, -1), ("plus", more, 1)):
            button = StepButton(icon, word, 56)
            button.clicked.connect(lambda _=False, step=step: self.step(step))
            row.addWidget(button)
            if step < 0:
                row.addWidget(self._field, 1)
        row.addWidget(self._word)
        self._field.textEdited.connect(self._read)
        self.setFocusProxy(self._field)

    def step(self, steps: int) -> None:
        """Go so many steps on."""
        raise NotImplementedError

    def _read(self) -> None:
        restyle(self._field, "state", "" if self.is_good else "bad")
        self._say()
        self.changed.emit()

    @property
    def is_good(self) -> bool:
        """Whether what stands there means something."""
        raise NotImplementedError

    def _say(self) -> None:
        """Say behind the field what it means."""


class PercentField(_StepField):
    """A rate from 0 to 100 %, to two decimals."""

    def __init__(self, texts: Texts, name: str, bps: int) -> None:
        super().__init__(texts, name, less=texts._("One percent less"), more=texts._("One percent more"))
        self._field.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{0,3}([.,]\d{0,2})?")))
        self._word.say("%")
        self.set(bps)

    def set(self, bps: int) -> None:
        """Show a rate in basis points."""
        self._field.setText(self._texts.rate(bps).rstrip(" %\N{NO-BREAK SPACE}"))
        self._read()

    @property
    def bps(self) -> int:
        """The rate in basis points; 0 where nothing that is one stands there."""
        whole, _, decimals = self._field.text().replace(",", ".").partition(".")
        return int(whole or "0") * _POINTS_A_PERCENT + int(decimals.ljust(2, "0") or "0")

    @property
    def is_good(self) -> bool:
        """Whether it is at most everything."""
        return self.bps <= BASIS_POINTS

    def step(self, steps: int) -> None:
        """So many percent more."""
        self.set(max(0, min(self.bps + steps * _POINTS_A_PERCENT, BASIS_POINTS)))


class DayField(_StepField):
    """A day in figures, its name beside it."""

    def __init__(self, texts: Texts, name: str) -> None:
        super().__init__(texts, name, less=texts._("One day earlier"), more=texts._("One day later"))
        self._field.setPlaceholderText(texts._("DD/MM/YYYY"))
        self._field.setMaxLength(10)
        self._day: date | None = None

    def set(self, day: date) -> None:
        """Show a day."""
        self._field.setText(self._texts.date(day))
        self._read()

    @property
    def day(self) -> date | None:
        """The day, None where no day stands there."""
        return self._day

    @property
    def is_good(self) -> bool:
        """Whether a day stands there."""
        self._day = _day(self._field.text())
        return self._day is not None

    def step(self, steps: int) -> None:
        """So many days later."""
        if self._day is not None:
            self.set(self._day + timedelta(days=steps))

    def _say(self) -> None:
        self._word.say(self._texts.weekday_date(self._day).partition(" ")[0] if self._day else "")
        self._word.setFixedWidth(48)


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text.strip(), "%d/%m/%Y").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        return None
