"""Notes and coins as people know them: by colour and size, not only by the figure on them."""

import math
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from pos.domain.denominations import Pieces, denominations
from pos.domain.money import Currency
from pos.texts import Texts
from pos.ui.amounts.money_names import short_figure
from pos.ui.look.buttons import TouchButton
from pos.ui.look.theme import GAP, RADIUS, Colour, colour, font


class _Ink(NamedTuple):
    """A note's dark colour and its light one."""

    dark: str
    light: str


_BROWN, _RED, _VIOLET = _Ink("#6E5226", "#E9DCC0"), _Ink("#94252D", "#F3D9D6"), _Ink("#6C3F8C", "#E6DAEE")
_ORANGE, _BLUE, _GREEN = _Ink("#A84F08", "#F7E1CB"), _Ink("#1F5C99", "#D8E6F3"), _Ink("#2F6B3A", "#DCEBDD")
_GREY = _Ink("#55504A", "#E6E4DF")

_NOTE_INKS = {
    "BOB": {20_000: _BROWN, 10_000: _RED, 5_000: _VIOLET, 2_000: _ORANGE, 1_000: _BLUE},
    "EUR": {20_000: _BROWN, 10_000: _GREEN, 5_000: _ORANGE, 2_000: _BLUE, 1_000: _RED, 500: _GREY},
}
"""The colours that the notes really have; those of other currencies are grey, since a wrong colour would mislead."""

_SEA, _SEA_EDGE, _SEA_OVAL, _SEA_FIGURE = "#E3ECDD", "#3F6146", "#C6D8BF", "#24452C"
_DOLLARS = {"USD": "$"}
"""Notes of one colour for every value, with an oval in the middle: their figure carries the sign."""

_STEEL, _STEEL_EDGE, _STEEL_FACE = "#C9CDD1", "#6F757B", "#DFE2E5"
_BRASS = "#C79A3B"
_COPPER, _COPPER_EDGE, _COPPER_FACE = "#B8713F", "#7A4520", "#D2925F"
_TWO_METALS = {"BOB": {500}, "EUR": {200, 100}}
_ELEVEN_SIDED = {"BOB": {200}}
_COPPERS = {"BOB": {10}, "EUR": {5, 2, 1}}
_CENTS = {"BOB": "ctvs", "PEN": "cts", "BRL": "ctvs"}

NOTE_SHAPE = 120 / 66
LONG_PRESS = 500
"""Milliseconds after which a touch takes a piece away instead of adding one."""


def denomination_name(value: int, money: Currency, texts: Texts) -> str:
    """What a note or coin is called aloud: "Bs 20", "Bs 0,50"."""
    return f"{texts.symbol(money.code)} {short_figure(value, money, texts)}"


def is_note(value: int, money: Currency) -> bool:
    """Whether this denomination is paper."""
    return value in denominations(money.code).notes


def paint_denomination(painter: QPainter, value: int, money: Currency, box: QRectF, *, to_scale: bool = True) -> None:
    """Draw a note or coin into the middle of a box; coins in proportion to each other where `to_scale`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if is_note(value, money):
        width = min(box.width(), box.height() * NOTE_SHAPE)
        height = width / NOTE_SHAPE
        note = QRectF(box.center().x() - width / 2, box.center().y() - height / 2, width, height)
        _paint_note(painter, value, money, note)
    else:
        coins = denominations(money.code).coins
        scale = 1 - 0.06 * coins.index(value) if to_scale else 1
        radius = (min(box.width(), box.height()) / 2 - 1) * max(scale, 0.66)
        _paint_coin(painter, value, money, box.center(), radius)


def _paint_note(painter: QPainter, value: int, money: Currency, note: QRectF) -> None:
    if money.code in _DOLLARS:
        _paint_dollars(painter, f"{_DOLLARS[money.code]} {value // 10**money.digits}", note)
        return
    ink = _NOTE_INKS.get(money.code, {}).get(value, _GREY)
    width, height = note.width(), note.height()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink.dark))
    painter.drawRoundedRect(note, 4, 4)
    painter.setBrush(QColor(ink.light))
    left = width * 0.165
    painter.drawRect(QRectF(note.left() + left, note.top() + 1.5, width * 0.757, height - 3))
    middle = QPointF(note.left() + left * 0.47, note.center().y())
    across, up = height * 0.12, height * 0.2
    corners = [(across, 0), (0, up), (-across, 0), (0, -up)]
    painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
    figure = str(value // 10**money.digits)
    pixels = int(height * (0.5 if len(figure) < 4 else 0.36))
    _paint_figure(painter, figure, QPointF(note.left() + width * 0.545, note.center().y()), pixels, ink.dark)


def _paint_dollars(painter: QPainter, figure: str, note: QRectF) -> None:
    painter.setPen(QPen(QColor(_SEA_EDGE), 1.5))
    painter.setBrush(QColor(_SEA))
    painter.drawRoundedRect(note.adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_SEA_OVAL))
    painter.drawEllipse(note.center(), note.width() * 0.2, note.height() * 0.4)
    _paint_figure(painter, figure, note.center(), int(note.height() * 0.46), _SEA_FIGURE)


def _paint_coin(painter: QPainter, value: int, money: Currency, middle: QPointF, radius: float) -> None:
    copper = value in _COPPERS.get(money.code, ())
    rim, edge, face = (_COPPER, _COPPER_EDGE, _COPPER_FACE) if copper else (_STEEL, _STEEL_EDGE, _STEEL_FACE)
    painter.setBrush(QColor(rim))
    painter.setPen(QPen(QColor(edge), 1.5))
    if value in _ELEVEN_SIDED.get(money.code, ()):
        turns = [math.tau * i / 11 - math.pi / 2 for i in range(11)]
        painter.drawPolygon(
            QPolygonF([middle + QPointF(math.cos(turn) * radius, math.sin(turn) * radius) for turn in turns])
        )
    else:
        painter.drawEllipse(middle, radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_BRASS if value in _TWO_METALS.get(money.code, ()) else face))
    painter.drawEllipse(middle, radius * 0.765, radius * 0.765)
    whole, rest = divmod(value, 10**money.digits)
    if not rest:
        _paint_figure(painter, str(whole), middle, int(radius * (0.88 if whole < 100 else 0.62)), Colour.NOCHE)
        return
    _paint_figure(painter, str(rest), middle - QPointF(0, radius * 0.14), int(radius * 0.8), Colour.NOCHE)
    cents = _CENTS.get(money.code, "ct")
    _paint_figure(painter, cents, middle + QPointF(0, radius * 0.42), max(8, int(radius * 0.35)), Colour.NOCHE)


def _paint_figure(painter: QPainter, text: str, middle: QPointF, pixels: int, tone: str) -> None:
    metrics = QFontMetricsF(font(pixels, bold=True))
    painter.setFont(font(pixels, bold=True))
    painter.setPen(QColor(str(tone)))
    left = middle.x() - metrics.horizontalAdvance(text) / 2
    painter.drawText(QPointF(left, middle.y() + metrics.capHeight() / 2), text)


class DenominationPicture(QLabel):
    """A note or coin to look at; its name is there for who cannot see it."""

    def __init__(self, value: int, money: Currency, name: str, size: QSize) -> None:
        super().__init__()
        self._value, self._money = value, money
        self.setAccessibleName(name)
        self.setFixedSize(size)

    def paintEvent(self, _: QPaintEvent) -> None:
        paint_denomination(QPainter(self), self._value, self._money, QRectF(self.rect()))


class DenominationButton(TouchButton):
    """A note or coin to touch: each touch adds one, and a badge counts them; a long one takes one away."""

    added = Signal()
    taken = Signal()
    """One less: touched for long, or Delete or minus pressed while it has the focus."""

    def __init__(self, value: int, money: Currency, name: str) -> None:
        super().__init__()
        self.value = value
        self._money = money
        self._count = 0
        self._was_long = False
        self._long = QTimer(self)
        self._long.setSingleShot(True)
        self._long.setInterval(LONG_PRESS)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(56, 52)
        self._long.timeout.connect(self._take_away)
        self.pressed.connect(self._begin_press)
        self.released.connect(self._long.stop)
        self.clicked.connect(self._end_press)

    def show_count(self, count: int) -> None:
        """Show how many were touched."""
        self._count = count
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._count and not self.hasFocus():
            painter.setPen(QPen(colour(Colour.NOCHE), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), RADIUS, RADIUS)
        inside = QRectF(self.rect()).adjusted(8, 10, -8, -10)
        inside.setHeight(min(inside.height(), 80))
        inside.moveCenter(QRectF(self.rect()).center())
        paint_denomination(painter, self.value, self._money, inside)
        if self._count:
            self._paint_badge(painter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Minus}:
            self.taken.emit()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not self.isDown():
            self._long.stop()

    def _begin_press(self) -> None:
        self._was_long = False
        self._long.start()

    def _take_away(self) -> None:
        self._was_long = True
        self.taken.emit()

    def _end_press(self) -> None:
        if not self._was_long:
            self.added.emit()
        self._was_long = False

    def _paint_badge(self, painter: QPainter) -> None:
        text = str(self._count)
        width = max(36.0, QFontMetricsF(font(20, bold=True)).horizontalAdvance(text) + 18)
        badge = QRectF(self.width() - width - 3, 3, width, 32)
        painter.setPen(QPen(colour(Colour.SAL0), 3))
        painter.setBrush(colour(Colour.NOCHE))
        painter.drawRoundedRect(badge, 16, 16)
        _paint_figure(painter, text, badge.center(), 20, Colour.SAL0)


LOW_ROW = 40


class HandBack(QWidget):
    """The notes and coins that make up the change, two in a row: `2 ×` and the picture."""

    def __init__(self, pixels: int = 24, row: int = 66) -> None:
        super().__init__()
        self._pixels, self._row = pixels, row
        self._pieces: tuple[Pieces, ...] = ()
        self._money: Currency | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_pieces(self, pieces: tuple[Pieces, ...], money: Currency, texts: Texts) -> None:
        """Show these."""
        self._pieces, self._money = pieces, money
        names = [f"{piece.count} × {denomination_name(piece.denomination, money, texts)}" for piece in pieces]
        self.setAccessibleName(texts.join(names))
        self.setVisible(bool(pieces))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, self._row * ((len(self._pieces) + 1) // 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 34 * self._rows(3))

    def paintEvent(self, _: QPaintEvent) -> None:
        if not self._pieces or self._money is None:
            return
        painter = QPainter(self)
        metrics = QFontMetricsF(font(self._pixels, bold=True))
        most = max(piece.count for piece in self._pieces)
        lead = max(self._pixels * 1.9, metrics.horizontalAdvance(f"{most} ×") + 8)
        columns = self._columns(lead)
        row = min(self.height() / self._rows(columns), self._row)
        column = self.width() / columns
        for i, piece in enumerate(self._pieces):
            left, top = (i % columns) * column, (i // columns) * row
            painter.setFont(font(self._pixels, bold=True))
            painter.setPen(colour(Colour.NOCHE))
            painter.drawText(QPointF(left, top + (row + metrics.capHeight()) / 2), f"{piece.count} ×")
            height = row - GAP
            width = (
                min(height * NOTE_SHAPE, column - lead - GAP) if is_note(piece.denomination, self._money) else height
            )
            picture = QRectF(left + lead, top + GAP / 2, width, height)
            paint_denomination(painter, piece.denomination, self._money, picture, to_scale=False)

    def _rows(self, columns: int) -> int:
        return -(-len(self._pieces) // columns)

    def _columns(self, lead: float) -> int:
        """Two, or three where two would leave rows too low to be told apart and there is width for it."""
        crowded = self.height() / self._rows(2) < LOW_ROW
        return 3 if crowded and self.width() / 3 > lead + LOW_ROW else 2
