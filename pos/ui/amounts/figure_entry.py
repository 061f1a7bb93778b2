"""A large figure that is typed on a keypad or a keyboard: what was typed so far, and the box that shows it."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.texts import Texts
from pos.ui.aloud import announce
from pos.ui.look.brush import box, edge, fitting, write, write_to
from pos.ui.look.theme import RADIUS, Colour, text_width

MOST_FIGURES = 9
"""Figures before the decimals: far over any stall's amounts, but no scanned code has room."""
_ANTIALIASING = QPainter.RenderHint.Antialiasing


class TypedFigure:
    """What has been typed, with a point for the decimal sign. What is set is replaced by the next sign typed."""

    def __init__(self, decimals: int) -> None:
        self._decimals = decimals
        self._fresh = True
        self.text = ""

    def set(self, text: str, decimals: int | None = None) -> None:
        """Show this figure until something is typed."""
        self.text, self._fresh = text, True
        if decimals is not None:
            self._decimals = decimals

    def type(self, sign: str) -> None:
        """Add a figure or the decimal sign; one that has no place does nothing."""
        if self._fresh:
            self.text, self._fresh = "", False
        if sign in {",", "."}:
            if self._decimals and "." not in self.text:
                self.text = f"{self.text or '0'}."
        elif sign.isdecimal() and sign.isascii():
            whole, point, decimals = self.text.partition(".")
            if len(decimals) < self._decimals if point else len(whole) < MOST_FIGURES:
                self.text = sign if self.text == "0" else self.text + sign

    def erase(self) -> None:
        """Take the last sign away, or all of what was set."""
        self.text = "" if self._fresh else self.text[:-1]
        self._fresh = False

    @property
    def plain(self) -> str:
        """The figure as it is read: `12.5`, `0` for nothing."""
        return self.text.removesuffix(".") or "0"

    def shown(self, texts: Texts) -> str:
        """The figure as it is being typed, with the signs of the language; `0` where nothing is."""
        whole, point, decimals = self.text.partition(".")
        comma = texts.amount(0, 1)[1]
        return texts.amount(int(whole or "0"), 0) + (comma + decimals if point else "")


class FigureBox(QWidget):
    """The box of a figure that is being typed; its figure shrinks where it has no room."""

    def __init__(self, label: str, under: str = "", pixels: int = 66) -> None:
        super().__init__()
        self._label, self._under, self._pixels = label, under, pixels
        self._figure = ""
        self._is_bad = False
        self.setMinimumHeight(78)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(504, 104)

    def name(self, label: str, under: str = "") -> None:
        """Be the box of another figure."""
        self._label, self._under = label, under
        self._speak()

    def say(self, figure: str, *, bad: bool = False) -> None:
        """Show this figure; a bad one stands on the ground of errors."""
        is_other = figure != self._figure
        self._figure, self._is_bad = figure, bad
        self._speak()
        if is_other and self.isVisible():
            announce(self, figure)

    def _speak(self) -> None:
        self.setAccessibleName(f"{self._label} {self._under} {self._figure}".replace("  ", " "))
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        fill, rim = (Colour.TEJA_T, Colour.TEJA) if self._is_bad else (Colour.SAL0, Colour.LAGO)
        box(painter, QRectF(self.rect()), fill, edge(rim, 3), RADIUS)
        middle = self.height() / 2
        write(painter, self._label, 21, middle - 12 if self._under else middle, 20, Colour.NOCHE)
        if self._under:
            write(painter, self._under, 21, middle + 14, 17, Colour.PIEDRA)
        taken = max(text_width(self._label, 20), text_width(self._under, 17)) + 21
        pixels = fitting(self._figure, self.width() - taken - 36, self._pixels, 24)
        write_to(painter, self._figure, self.width() - 21, middle, pixels, Colour.NOCHE, bold=True)
