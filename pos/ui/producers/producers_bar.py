"""What stands over the producers' table: which day, whose rows, and what can be done for all of them."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.texts import Texts
from pos.ui.look.buttons import ActionButton
from pos.ui.look.panels import in_a_row
from pos.ui.look.theme import text_width
from pos.ui.look.words import Words
from pos.ui.producers.producers_choice import HEIGHT, Answer, Choice

_SIZES = (26, 24, 22)
_IN_TWO_LINES = 18
_GAP, _NARROW_GAP = 8, 6
_NARROW = 800


class Span(StrEnum):
    """Which days the figures are of."""

    TODAY = "today"
    WHOLE = "whole"


class Whose(StrEnum):
    """Which units are listed."""

    ALL = "all"
    OWED = "owed"


class _Title(Words):
    """The first of its texts that has room, a little smaller before a shorter one; the last is set in two lines."""

    def __init__(self) -> None:
        super().__init__(pixels=_SIZES[0], bold=True)
        self._texts: tuple[str, ...] = ("",)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say_one_of(self, *texts: str) -> None:
        """Say one of these, the longest first."""
        self._texts = texts
        self.setMinimumWidth(min(140, int(text_width(texts[-1], _SIZES[-1], bold=True)) + 1))
        self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        for text in self._texts:
            for pixels in _SIZES:
                if text_width(text, pixels, bold=True) <= self.width():
                    self._set_in(text, pixels, lines=1)
                    return
        self._set_in(self._texts[-1], _IN_TWO_LINES, lines=2)

    def _set_in(self, text: str, pixels: int, *, lines: int) -> None:
        self._pixels, self._lines = pixels, lines
        self.setFixedHeight(lines * self.line_height)
        self.say(text)


class ProducersBar(QWidget):
    """The title, two questions, and two acts."""

    changed = Signal()
    """Another answer holds."""
    sheets_wanted = Signal()
    delivery_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._title = _Title()
        self._span = Choice(
            texts._("Which days"),
            [Answer(Span.TODAY, texts._("Today")), Answer(Span.WHOLE, texts._("The whole fair"))],
        )
        self._whose = Choice(
            texts._("Which producers"),
            [Answer(Whose.ALL, texts._("All of them")), Answer(Whose.OWED, "", "clock")],
        )
        self._deliveries = ActionButton(texts._("Deliveries"), "box", pixels=17, height=HEIGHT)
        self._sheets = ActionButton(texts._("Sheets"), "file", pixels=17, height=HEIGHT)
        self._row = in_a_row(self, margins=(0, 2, 0, 2), gap=_GAP)
        self._row.addWidget(self._title, 1)
        for part in (self._span, self._whose, self._deliveries, self._sheets):
            self._row.addWidget(part)
        self._connect()
        self.show_owed(0)

    def _connect(self) -> None:
        self._span.chosen.connect(self.changed)
        self._whose.chosen.connect(self.changed)
        self._sheets.clicked.connect(self.sheets_wanted)
        self._deliveries.clicked.connect(self.delivery_wanted)

    @property
    def span(self) -> Span:
        """Which days are wanted."""
        return Span(self._span.value)

    @property
    def whose(self) -> Whose:
        """Which units are wanted."""
        return Whose(self._whose.value)

    def list_all(self) -> None:
        """List all units again."""
        self._whose.choose(Whose.ALL)

    def show_title(self, *texts: str) -> None:
        """Say the longest of these that has room."""
        self._title.say_one_of(*texts)

    def show_owed(self, units: int) -> None:
        """How many units are still to be paid."""
        self._whose.say(Whose.OWED, self._texts._("Due %(n)s") % {"n": self._texts.amount(units, 0)})

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._row.setSpacing(_NARROW_GAP if narrow else _GAP)
        for button, icon in ((self._deliveries, "box"), (self._sheets, "file")):
            button.show_icon("" if narrow else icon)
        for choice in (self._span, self._whose):
            choice.make_narrow(narrow=narrow)
