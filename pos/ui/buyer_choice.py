"""Who buys, for the market assessment: one touch, never asked twice, and never required."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.domain.basket import BuyerKind
from pos.texts import N_, Texts
from pos.ui.buttons import TouchButton
from pos.ui.icons import paint_icon
from pos.ui.panels import in_a_row, stacked
from pos.ui.theme import RADIUS, Colour, colour, font
from pos.ui.words import Words

_KINDS = {
    BuyerKind.LOCAL: ("local", N_("Local")),
    BuyerKind.TOURIST: ("tourist", N_("Tourist")),
    BuyerKind.INSTITUTION: ("building", N_("Firm")),
    BuyerKind.OTHER: ("other", N_("Other")),
}


class _KindButton(TouchButton):
    """A picture with its word under it; filled while it is the one."""

    def __init__(self, icon: str, word: str) -> None:
        super().__init__(word)
        self._icon = icon
        self.setCheckable(True)
        self.setFixedHeight(64)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(60, 64)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        pressed = Colour.SAL2 if self.isDown() else Colour.SAL0
        fill = Colour.NOCHE if self.isChecked() else pressed
        edge = Colour.LAGO if self.hasFocus() else Colour.NOCHE if self.isChecked() else Colour.BORDE2
        painter.setPen(QPen(colour(edge), 3 if self.hasFocus() else 2))
        painter.setBrush(colour(fill))
        painter.drawRoundedRect(body, RADIUS, RADIUS)
        tone = Colour.SAL0 if self.isChecked() else Colour.NOCHE
        paint_icon(painter, self._icon, QRectF((self.width() - 24) // 2, 9, 24, 24), tone)
        metrics = QFontMetricsF(font(16))
        painter.setFont(font(16))
        painter.setPen(colour(tone))
        word = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 6)
        left = (self.width() - metrics.horizontalAdvance(word)) / 2
        painter.drawText(QPointF(left, 46 + metrics.capHeight() / 2), word)


class BuyerChoice(QWidget):
    """Four kinds of buyer, at most one of them chosen; a second touch takes the choice back."""

    chosen = Signal(object)
    """A `BuyerKind`, or None."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._buttons: dict[BuyerKind, _KindButton] = {}
        column = stacked(self, gap=6)
        column.addWidget(Words(texts._("Who buys?"), 16, tone=Colour.PIEDRA))
        row = in_a_row(gap=4)
        for kind, (icon, word) in _KINDS.items():
            button = _KindButton(icon, texts._(word))
            button.clicked.connect(lambda checked, kind=kind: self._take(kind if checked else None))
            self._buttons[kind] = button
            row.addWidget(button, 1)
        column.addLayout(row)

    def choose(self, kind: BuyerKind | None) -> None:
        """Show this kind as the one, or none."""
        for one, button in self._buttons.items():
            button.setChecked(one is kind)

    def _take(self, kind: BuyerKind | None) -> None:
        self.choose(kind)
        self.chosen.emit(kind)
