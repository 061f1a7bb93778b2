"""Who buys, for the market assessment: one touch, never asked twice, and never required."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from pos.domain.basket import BuyerKind
from pos.texts import N_, Texts
from pos.ui.look.brush import box, edge, fitting, ink, write_amid
from pos.ui.look.buttons import TouchButton
from pos.ui.look.icons import paint_icon
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import RADIUS, Colour
from pos.ui.look.words import Words

HEIGHT = 64
LOW_HEIGHT = 52
_KINDS = {
    BuyerKind.LOCAL: ("local", N_("Local")),
    BuyerKind.TOURIST: ("tourist", N_("Tourist")),
    BuyerKind.INSTITUTION: ("building", N_("Firm")),
    BuyerKind.OTHER: ("other", N_("Other")),
}
_ANTIALIASING = QPainter.RenderHint.Antialiasing


class _KindButton(TouchButton):
    """A picture with its word under it; filled while it is the one. Side by side they make one box."""

    def __init__(self, icon: str, word: str, *, first: bool, last: bool) -> None:
        super().__init__(word)
        self._icon = icon
        self._first, self._last = first, last
        self.setCheckable(True)
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(60, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(48, self.minimumHeight())

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        whole = QRectF(self.rect())
        # The box's round ends lie within the button, its straight sides beyond it.
        area = whole.adjusted(0 if self._first else -20, 0, 0 if self._last else 20, 0)
        painter.setClipRect(whole)
        pressed = Colour.SAL2 if self.isDown() else Colour.SAL0
        box(painter, area, pressed, edge(Colour.BORDE2), RADIUS)
        if self.isChecked():
            inside = QPainterPath()
            inside.addRoundedRect(area.adjusted(2, 2, -2, -2), RADIUS - 2, RADIUS - 2)
            painter.fillPath(inside, ink(Colour.NOCHE))
        elif not self._last:
            painter.fillRect(QRectF(whole.right() - 1, 2, 1, whole.height() - 4), ink(Colour.SAL3))
        if self.hasFocus():
            box(painter, whole, None, edge(Colour.LAGO, 3), RADIUS)
        tone = Colour.SAL0 if self.isChecked() else Colour.NOCHE
        middle = self.height() / 2
        paint_icon(painter, self._icon, QRectF((self.width() - 24) // 2, round(middle) - 22, 24, 24), tone)
        pixels = fitting(self.text(), self.width() - 2, 16, 14, bold=False)
        write_amid(painter, self.text(), self.width() / 2, middle + 14, pixels, tone)


class BuyerChoice(QWidget):
    """Four kinds of buyer, at most one of them chosen; a second touch takes the choice back."""

    chosen = Signal(object)
    """A `BuyerKind`, or None."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._buttons: dict[BuyerKind, _KindButton] = {}
        self._question = Words(texts._("Who buys?"), 16, tone=Colour.PIEDRA)
        column = stacked(self, margins=(0, 2, 0, 0), gap=6)
        column.addWidget(self._question)
        frame = QFrame()
        row = in_a_row(frame, gap=0)
        kinds = list(_KINDS.items())
        for place, (kind, (icon, word)) in enumerate(kinds):
            button = _KindButton(icon, texts._(word), first=place == 0, last=place == len(kinds) - 1)
            button.clicked.connect(lambda checked, kind=kind: self._take(kind if checked else None))
            self._buttons[kind] = button
            row.addWidget(button, 1)
        column.addWidget(frame)

    def choose(self, kind: BuyerKind | None) -> None:
        """Show this kind as the one, or none."""
        for one, button in self._buttons.items():
            button.setChecked(one is kind)

    def be_low(self, *, low: bool) -> None:
        """Be as high as a low screen allows, or as drawn."""
        self._question.setVisible(not low)
        for button in self._buttons.values():
            button.setFixedHeight(LOW_HEIGHT if low else HEIGHT)

    def _take(self, kind: BuyerKind | None) -> None:
        self.choose(kind)
        self.chosen.emit(kind)
