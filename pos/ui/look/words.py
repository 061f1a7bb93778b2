"""Text and figures as the design sets them: tight lines, an ellipsis where room ends, figures that shrink to fit."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

from pos.ui.look.theme import LINE_HEIGHT, Colour, colour, font, text_width

SMALLEST_FIGURE = 20
SMALLEST_WORD = 16


class Words(QLabel):
    """A text of at most so many lines; what does not fit ends in an ellipsis, and `clipped` then says so."""

    def __init__(
        self,
        text: str = "",
        pixels: int = 16,
        *,
        bold: bool = False,
        tone: Colour = Colour.NOCHE,
        lines: int = 1,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__(text)
        self._pixels, self._bold, self._lines, self._align = pixels, bold, lines, align
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        # A single line is as high as it is; several lines are given the height that their width asks for.
        upright = QSizePolicy.Policy.Preferred if lines > 1 else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, upright)
        policy.setHeightForWidth(lines > 1)
        self.setSizePolicy(policy)

    def say(self, text: str, tone: Colour | None = None) -> None:
        """Show another text, in another colour if one is given."""
        if tone is not None:
            self._tone = tone
        self.setText(text)
        self.updateGeometry()
        self.update()

    def resize_words(self, pixels: int) -> None:
        """Let the type be so large."""
        if pixels != self._pixels:
            self._pixels = pixels
            self.updateGeometry()
            self.update()

    @property
    def clipped(self) -> bool:
        """Whether a part of the text has no room."""
        return self._set(self.width()).clipped

    @property
    def line_height(self) -> int:
        """The height of one line, in pixels."""
        return round(self._pixels * LINE_HEIGHT)

    def sizeHint(self) -> QSize:
        width = int(text_width(self.text(), self._pixels, bold=self._bold)) + 1
        return QSize(width, self.line_height)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 2 * self._pixels), self.line_height)

    def hasHeightForWidth(self) -> bool:
        return self._lines > 1

    def heightForWidth(self, width: int) -> int:
        return max(1, len(self._set(width).lines)) * self.line_height

    def paintEvent(self, _: QPaintEvent) -> None:
        paint_words(
            QPainter(self),
            self.text(),
            QRectF(self.rect()),
            self._pixels,
            bold=self._bold,
            tone=self._tone if self.isEnabled() else Colour.INACTIVO,
            lines=self._lines,
            align=self._align,
        )

    def _set(self, width: int) -> "SetText":
        return set_text(self.text(), width, self._pixels, self._lines, bold=self._bold)


def paint_words(
    painter: QPainter,
    text: str,
    box: QRectF,
    pixels: int = 16,
    *,
    bold: bool = False,
    tone: Colour = Colour.NOCHE,
    lines: int = 1,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Draw a text as `Words` sets it: in the middle of the box's height, in at most so many lines of its width."""
    set_ = set_text(text, int(box.width()), pixels, lines, bold=bold)
    metrics = QFontMetricsF(font(set_.pixels, bold=bold))
    painter.setFont(font(set_.pixels, bold=bold))
    painter.setPen(colour(tone))
    line_height = round(pixels * LINE_HEIGHT)
    top = box.top() + (box.height() - len(set_.lines) * line_height) / 2
    for i, line in enumerate(set_.lines):
        spare = box.width() - metrics.horizontalAdvance(line)
        left = {Qt.AlignmentFlag.AlignRight: spare, Qt.AlignmentFlag.AlignHCenter: spare / 2}.get(align, 0)
        # Letters stand in the middle of their line by the height of capitals, not by the font's tall box.
        baseline = top + i * line_height + (line_height + metrics.capHeight()) / 2
        painter.drawText(QPointF(box.left() + max(0, left), baseline), line)


class SetText(NamedTuple):
    """A text as it is drawn: its lines, the size of their type, and whether something was left out."""

    lines: tuple[str, ...]
    pixels: int
    clipped: bool


@lru_cache(maxsize=2048)  # a layout asks for the same again and again
def set_text(text: str, width: int, pixels: int, most: int, *, bold: bool) -> SetText:
    """Set a text in at most so many lines of a width; type shrinks a little before a word is broken."""
    if most > 1 and width > 0:
        longest = max(text.split(), key=len, default="")
        while pixels > SMALLEST_WORD and text_width(longest, pixels, bold=bold) > width:
            pixels -= 1
    if not text or text_width(text, pixels, bold=bold) <= width:
        return SetText((text,) if text else (), pixels, clipped=False)
    broken = _broken(text, width, pixels, bold=bold)
    if len(broken) <= most:
        return SetText(tuple(broken), pixels, clipped=False)
    metrics = QFontMetricsF(font(pixels, bold=bold))
    last = metrics.elidedText(" ".join(broken[most - 1 :]), Qt.TextElideMode.ElideRight, width)
    return SetText((*broken[: most - 1], last), pixels, clipped=True)


def _broken(text: str, width: int, pixels: int, *, bold: bool) -> list[str]:
    """The text broken between words, or inside a word that is wider than the line."""
    layout = QTextLayout(text, font(pixels, bold=bold))
    how = QTextOption()
    how.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(how)
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, pixels))
        start = line.textStart()
        lines.append(text[start : start + line.textLength()].rstrip())
    layout.endLayout()
    return lines


class Amount(QLabel):
    """A figure at the right edge of its box, as large as asked for or as large as its box allows."""

    def __init__(self, pixels: int, text: str = "", *, tone: Colour = Colour.NOCHE, bold: bool = True) -> None:
        super().__init__(text)
        self._pixels, self._bold = pixels, bold
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, text: str, tone: Colour | None = None) -> None:
        """Show another figure, in another colour if one is given."""
        if tone is not None:
            self._tone = tone
        self.setText(text)
        self.update()

    def make_bold(self, *, bold: bool) -> None:
        """Stand out, or not."""
        self._bold = bold
        self.updateGeometry()
        self.update()

    def resize_figure(self, pixels: int) -> None:
        """Let the figure be at most so high."""
        self._pixels = pixels
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(text_width(self.text(), self._pixels, bold=self._bold)), round(self._pixels * 1.16))

    def minimumSizeHint(self) -> QSize:
        return QSize(int(text_width(self.text(), SMALLEST_FIGURE, bold=self._bold)), round(self._pixels * 1.16))

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        pixels = self._pixels
        while pixels > SMALLEST_FIGURE and text_width(self.text(), pixels, bold=self._bold) > self.width():
            pixels -= 2
        metrics = QFontMetricsF(font(pixels, bold=self._bold))
        painter.setFont(font(pixels, bold=self._bold))
        painter.setPen(colour(self._tone))
        left = self.width() - metrics.horizontalAdvance(self.text())
        painter.drawText(QPointF(left, (self.height() + metrics.capHeight()) / 2), self.text())
