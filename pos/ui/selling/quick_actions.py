"""The till's quick actions: what is done to a line or to the sale, one touch or one key each."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from pos.texts import Texts
from pos.ui.look.brush import box, edge, fitting, write, write_amid, write_to
from pos.ui.look.buttons import TouchButton
from pos.ui.look.icons import paint_icon
from pos.ui.look.theme import GAP, Colour, text_width

HEIGHT = 72
SNUG_HEIGHT, LOW_HEIGHT = 66, 50
"""How high a button is where practice takes some of the height, and on a low screen."""
_WIDE_FROM = 140
"""Narrower buttons have a smaller icon, so that their word has room."""
_ANTIALIASING = QPainter.RenderHint.Antialiasing


class Quick(StrEnum):
    """What the six buttons do."""

    BARGAIN = "bargain"
    YAPA = "yapa"
    DISCOUNT = "discount"
    REFUND = "refund"
    HOLD = "hold"
    MORE = "more"


_LOOKS = {
    Quick.BARGAIN: ("tag", "F4"),
    Quick.YAPA: ("gift", "F5"),
    Quick.DISCOUNT: ("percent", "F6"),
    Quick.REFUND: ("return", "F7"),
    Quick.HOLD: ("hold", "F8"),
    Quick.MORE: ("more", "F10"),
}

KEYS = {what: key for what, (_, key) in _LOOKS.items()}
"""Which key presses which of them."""

OF_A_LINE = (Quick.BARGAIN, Quick.YAPA, Quick.DISCOUNT)
"""What can be done only where something is in the cart."""


class QuickButton(TouchButton):
    """An icon at the left, its word, and in the corner the key that does the same; a count may sit on the icon."""

    def __init__(self, label: str, icon: str, key: str) -> None:
        super().__init__(label)
        self._icon, self._key = icon, key
        self._count = 0
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        """Let this count sit on the icon; 0 takes it away."""
        if count != self._count:
            self._count = count
            self.setAccessibleName(f"{self.text()} {count}" if count else "")
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(150, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.minimumHeight())

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        whole = QRectF(self.rect())
        tone = Colour.NOCHE
        if not self.isEnabled():
            tone = Colour.INACTIVO
            box(painter, whole, Colour.SAL2, None, 8)
        elif self.hasFocus():
            box(painter, whole, Colour.SAL0, edge(Colour.LAGO, 3), 8)
        elif self.isDown():
            box(painter, whole, Colour.SAL2, edge(Colour.NOCHE), 8)
        else:
            box(painter, whole, Colour.SAL0, edge(Colour.BORDE2), 8)
        middle = self.height() / 2
        left, icon, word = (12, 28, 52) if self.width() >= _WIDE_FROM else (8, 24, 38)
        paint_icon(painter, self._icon, QRectF(left, round(middle - icon / 2), icon, icon), tone)
        pixels = fitting(self.text(), self.width() - word - 4, 17, 15, bold=False)
        # On a low button the word makes room for its key.
        sunk = 0 if self.height() >= HEIGHT - 8 else 6
        write(painter, self.text(), word, middle + 0.5 + sunk, pixels, tone)
        write_to(painter, self._key, self.width() - 9, 14, 14, Colour.PIEDRA if self.isEnabled() else tone)
        if self._count:
            self._paint_count(painter, left + 18, middle)

    def _paint_count(self, painter: QPainter, left: int, middle: float) -> None:
        text = str(self._count)
        width = max(24.0, text_width(text, 15) + 12)
        badge = QRectF(left, max(2, round(middle) - 26), width, 24)
        box(painter, badge.adjusted(-2, -2, 2, 2), Colour.SAL0, None, 14)
        box(painter, badge, Colour.NOCHE, None, 12)
        write_amid(painter, text, badge.center().x(), badge.center().y(), 15, Colour.SAL0)


class QuickActions(QWidget):
    """The six of them, two in a row."""

    wanted = Signal(Quick)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._buttons: dict[Quick, QuickButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP)
        for place, (what, (icon, key)) in enumerate(_LOOKS.items()):
            button = QuickButton(_label(what, texts), icon, key)
            button.clicked.connect(lambda _=False, what=what: self.wanted.emit(what))
            self._buttons[what] = button
            grid.addWidget(button, place // 2, place % 2)
        self.offer(lines=False)

    def offer(self, *, lines: bool) -> None:
        """Offer what needs a line in the cart only where there is one."""
        for what in OF_A_LINE:
            self._buttons[what].setEnabled(lines)

    def show_held(self, count: int) -> None:
        """Show how many carts are held aside."""
        self._buttons[Quick.HOLD].show_count(count)

    def press(self, what: Quick) -> None:
        """Press one of the buttons, as its key does."""
        self._buttons[what].click()

    def be_high(self, pixels: int) -> None:
        """Have buttons of this height."""
        for button in self._buttons.values():
            button.setFixedHeight(pixels)


def _label(what: Quick, texts: Texts) -> str:
    return {
        Quick.BARGAIN: texts._("Bargain"),
        Quick.YAPA: texts._("Yapa"),
        Quick.DISCOUNT: texts.pgettext("till", "Discount"),
        Quick.REFUND: texts._("Return"),
        Quick.HOLD: texts._("On hold"),
        Quick.MORE: texts._("More"),
    }[what]
