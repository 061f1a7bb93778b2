"""What the buyer's screen says: in the language of the sale, and below it once more for who does not read that one."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.domain.text import in_language
from pos.texts import LANGUAGES, Texts
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import Colour
from pos.ui.look.words import Amount, Words

FIRST = "es"
SECOND = "en"
SHOWN_PRODUCTS = 3
"""Things that the welcome shows."""


@dataclass(frozen=True, slots=True)
class BuyerWords:
    """The two languages: the sale's, and English; Spanish beside English itself."""

    main: Texts
    second: Texts

    @classmethod
    def of(cls, language: str) -> "BuyerWords":
        """For a sale in this language; one without texts is said in Spanish."""
        main = language if language in LANGUAGES else FIRST
        return cls(Texts(main), Texts(SECOND if main != SECOND else FIRST))

    def both(self, msgid: str) -> str:
        """In one line: "Vuelto · Change"."""
        first, second = self.main._(msgid), self.second._(msgid)
        return first if first == second else f"{first} · {second}"

    def name(self, names: dict[str, str]) -> str:
        """A name in the sale's language."""
        return in_language(names, self.main.language, FIRST)


@dataclass(frozen=True, slots=True)
class Scale:
    """How large everything is: 1 on the screen that the design was drawn for, so that a far or a small one is read."""

    factor: float = 1

    def __call__(self, pixels: float) -> int:
        """So many of the design's pixels on this screen."""
        return max(1, round(pixels * self.factor))

    @classmethod
    def of(cls, width: int, height: int) -> "Scale":
        """For a screen of this size, in steps of a twentieth."""
        steps = int(20 * min(width / 1366, height / 768))
        return cls(max(10, min(60, steps)) / 20)


class TwoLines(QWidget):
    """A text in bold, and below it the same in the second language."""

    def __init__(self, pixels: int, *, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
        super().__init__()
        self._first = Words(pixels=pixels, bold=True, align=align)
        self._second = Words(pixels=pixels, tone=Colour.PIEDRA, align=align)
        column = stacked(self, gap=0)
        column.addWidget(self._first)
        column.addWidget(self._second)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, first: str, second: str) -> None:
        """Say this; where both languages say the same, once."""
        self._first.say(first)
        self._second.say(second)
        self._second.setVisible(first != second)


class BuyerRow(QWidget):
    """A label and its figure."""

    def __init__(self, pixels: int, *, bold: bool = False) -> None:
        super().__init__()
        self._label = Words(pixels=pixels, bold=bold)
        self._figure = Amount(pixels)
        row = in_a_row(self, gap=12)
        row.addWidget(self._label, 1)
        row.addWidget(self._figure)
        self._figure.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, label: str, figure: str = "", tone: Colour = Colour.NOCHE) -> None:
        """Show this."""
        self._label.say(label, tone)
        self._figure.say(figure)
        self._figure.setVisible(bool(figure))
        self.setAccessibleName(f"{label} {figure}".strip())
