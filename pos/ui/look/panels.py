"""Parts that several screens are built of: panels, rules, a label with its figure, a word of help, the keypad."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from pos.texts import Texts
from pos.ui.look.icons import icon_label
from pos.ui.look.theme import GAP
from pos.ui.look.words import Amount, Words

Margins = tuple[int, int, int, int]
_NONE = (0, 0, 0, 0)


def panel(looks: str = "plain") -> QFrame:
    """A panel of one of the looks that the style sheet knows."""
    frame = QFrame()
    frame.setProperty("panel", looks)
    return frame


def rule(looks: str = "hair") -> QFrame:
    """A line across a panel."""
    line = QFrame()
    line.setProperty("rule", looks)
    return line


def stacked(parent: QWidget | None = None, *, margins: Margins = _NONE, gap: int = GAP) -> QVBoxLayout:
    """A layout from top to bottom."""
    column = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    column.setContentsMargins(*margins)
    column.setSpacing(gap)
    return column


def in_a_row(parent: QWidget | None = None, *, margins: Margins = _NONE, gap: int = GAP) -> QHBoxLayout:
    """A layout from left to right."""
    row = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    row.setContentsMargins(*margins)
    row.setSpacing(gap)
    return row


class Slot(QWidget):
    """Holds one part at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._column = stacked(self)
        self._part: QWidget | None = None

    def put(self, part: QWidget) -> None:
        """Hold this part, and let the one before go."""
        if self._part is not None:
            self._part.hide()
            self._column.removeWidget(self._part)
            self._part.deleteLater()
        self._part = part
        self._column.addWidget(part)
        part.show()  # at once, so that it can take the focus


class FigureRow(QWidget):
    """A label at the left and its figure at the right."""

    def __init__(self, label: str, pixels: int, figure_pixels: int, *, bold: bool = True) -> None:
        super().__init__()
        self._label = label
        self._words = Words(label, pixels)
        self._figure = Amount(figure_pixels, bold=bold)
        row = in_a_row(self, gap=12)
        row.addWidget(self._words)
        row.addWidget(self._figure, 1)

    def say(self, figure: str) -> None:
        """Show this figure."""
        self._figure.say(figure)
        self.setAccessibleName(f"{self._label} {figure}")

    def rename(self, label: str) -> None:
        """Be the row of another figure."""
        self._label = label
        self._words.say(label)
        self.setAccessibleName(f"{label} {self._figure.text()}")


class Help(QFrame):
    """A word of help with its icon: how to go on, never that something is wrong."""

    def __init__(self, text: str, icon: str = "info", *, lines: int = 4) -> None:
        super().__init__()
        self.setProperty("panel", "help")
        row = in_a_row(self, margins=(14, 12, 14, 12), gap=12)
        row.addWidget(icon_label(icon, 28), alignment=Qt.AlignmentFlag.AlignVCenter)
        self._words = Words(text, 17, lines=lines)
        row.addWidget(self._words, 1)

    def say(self, text: str) -> None:
        """Give another word of help."""
        self._words.say(text)


class Keypad(QWidget):
    """The figures 0 to 9, the decimal comma, and the key that takes the last one away.

    Where whole numbers are typed (`decimals` is False) the comma's place is taken by the key that clears them.
    """

    pressed = Signal(str)
    erased = Signal()
    cleared = Signal()

    def __init__(self, texts: Texts, *, decimals: bool = True) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP)
        comma = texts.amount(0, 1)[1]
        for i, sign in enumerate(["1", "2", "3", "4", "5", "6", "7", "8", "9", comma, "0"]):
            key = self._key(sign) if decimals or sign != comma else self._clearing(texts)
            grid.addWidget(key, i // 3, i % 3)
        back = QPushButton()
        self._dress(back)
        back.setAccessibleName(texts._("Delete the last figure"))
        picture = in_a_row(back)
        picture.addWidget(icon_label("backspace", 28), alignment=Qt.AlignmentFlag.AlignCenter)
        back.clicked.connect(self.erased)
        grid.addWidget(back, 3, 2)

    def _key(self, sign: str) -> QPushButton:
        key = QPushButton(sign)
        self._dress(key)
        key.clicked.connect(lambda: self.pressed.emit(sign))
        return key

    def _clearing(self, texts: Texts) -> QPushButton:
        key = QPushButton("C")
        self._dress(key)
        key.setAccessibleName(texts._("Clear"))
        key.clicked.connect(self.cleared)
        return key

    def _dress(self, key: QPushButton) -> None:
        key.setProperty("kind", "key")
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.setAutoRepeat(False)
        key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
