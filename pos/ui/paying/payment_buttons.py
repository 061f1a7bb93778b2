"""The payment's own buttons: a method, another way to pay the rest, an amount that one touch enters."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.ui.look.brush import box, edge, fitting, write, write_amid, write_to
from pos.ui.look.buttons import TouchButton
from pos.ui.look.icons import paint_icon
from pos.ui.look.panels import stacked
from pos.ui.look.theme import RADIUS, Colour, text_width
from pos.ui.look.words import set_text
from pos.ui.paying.payment_methods import Method, Offer

METHOD_HEIGHT = 84
SMALLEST_METHOD = 48
LABEL_PIXELS = 19
SMALLEST_LABEL = 16
REASON_PIXELS = 14


class MethodButton(TouchButton):
    """Night-black while it is the one chosen; grey with its reason below while it can't be."""

    def __init__(self, offer: Offer) -> None:
        super().__init__(offer.label)
        self.offer = offer
        self.setCheckable(True)
        self.setEnabled(not offer.reason)
        self.setAccessibleName(f"{offer.label}: {offer.reason}" if offer.reason else offer.label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(SMALLEST_METHOD)
        self.setMaximumHeight(METHOD_HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(180, METHOD_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(110, SMALLEST_METHOD)

    def nextCheckState(self) -> None:
        """A touch asks; the payment decides which one is chosen."""

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = paint_body(painter, self)
        middle, left = self.height() / 2, 14 if self.width() > 150 else 10
        paint_icon(painter, self.offer.icon, QRectF(left, round(middle - 16), 32, 32), tone)
        left += 32 + (12 if self.width() > 150 else 8)
        room = self.width() - left - 8
        bold = self.isChecked()
        lift = 9 if self.offer.reason else 0
        pixels = fitting(self.text(), room, LABEL_PIXELS, SMALLEST_LABEL, bold=bold)
        write(painter, self.text(), left, middle - lift, pixels, tone, bold=bold)
        if self.offer.reason:
            pixels = fitting(self.offer.reason, room, REASON_PIXELS, 11, bold=False)
            write(painter, self.offer.reason, left, middle + 11, pixels, tone)


class WayButton(TouchButton):
    """Another way to pay what is still missing: its icon over its name."""

    def __init__(self) -> None:
        super().__init__()
        self.offer: Offer | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumSize(72, 64)

    def sizeHint(self) -> QSize:
        return QSize(118, 76)

    def show_offer(self, offer: Offer, aloud: str) -> None:
        """Stand for this method; `aloud` is what a screen reader says."""
        self.offer = offer
        self.setText(offer.label)
        self.setAccessibleName(aloud)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = paint_body(painter, self, rim=Colour.NOCHE)
        if self.offer is None:
            return
        middle = self.width() / 2
        paint_icon(painter, self.offer.icon, QRectF(round(middle - 13), self.height() / 2 - 28, 26, 26), tone)
        pixels = fitting(self.text(), self.width() - 10, 17, SMALLEST_LABEL)
        write_amid(painter, self.text(), middle, self.height() / 2 + 16, pixels, tone, bold=True)


class AmountButton(TouchButton):
    """An amount that one touch enters: a word at the left and the figure at the right, or the figure in the middle."""

    def __init__(self, pixels: int = 26) -> None:
        super().__init__()
        self.amount = 0
        self._left, self._right, self._strong = "", "", ""
        self._pixels = pixels
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(52)
        self.setMaximumHeight(70)

    def sizeHint(self) -> QSize:
        return QSize(120, 70)

    def minimumSizeHint(self) -> QSize:
        return QSize(72, 52)

    def show_word(self, amount: int, word: str, figure: str) -> None:
        """Enter this amount: a plain word, then the figure."""
        self._show(amount, f"{word} {figure}")
        self._left, self._right, self._strong = word, "", figure

    def show_figure(self, amount: int, figure: str) -> None:
        """Enter this amount: its figure alone."""
        self._show(amount, figure)
        self._left, self._right, self._strong = figure, "", ""

    def show_change(self, amount: int, figure: str, words: str, change: str) -> None:
        """Enter this amount: its figure, then what goes back for it."""
        self._show(amount, f"{figure}, {words} {change}")
        self._left, self._right, self._strong = figure, words, change

    def _show(self, amount: int, aloud: str) -> None:
        self.amount = amount
        self.setText(aloud)
        self.setAccessibleName(aloud)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = paint_body(painter, self)
        middle, room = self.height() / 2, self.width() - 36.0
        if not self._strong:
            pixels = fitting(self._left, self.width() - 14, self._pixels, SMALLEST_LABEL)
            write_amid(painter, self._left, self.width() / 2, middle, pixels, tone, bold=True)
            return
        plain = not self._right
        figure = fitting(self._strong, room * 0.6, self._pixels if plain else 19, SMALLEST_LABEL)
        right = write_to(painter, self._strong, self.width() - 18, middle, figure, tone, bold=True)
        least = room * 0.5 if self._right else right - 18 - 12
        first = fitting(
            self._left, least, 19 if plain else self._pixels, 14 if plain else SMALLEST_LABEL, bold=not plain
        )
        for words in set_text(self._left, int(least), first, 1, bold=not plain).lines:
            write(painter, words, 18, middle, first, tone, bold=not plain)
        if self._right:
            taken = 18 + text_width(self._left, first, bold=True) + 10
            pixels = fitting(self._right, right - 6 - taken, 19, 14, bold=False)
            if right - 6 - text_width(self._right, pixels) >= taken:
                write_to(painter, self._right, right - 6, middle, pixels, tone)


def paint_body(painter: QPainter, button: TouchButton, *, rim: Colour = Colour.BORDE2) -> Colour:
    """Draw the button's shape; gives the colour of what stands on it."""
    fill, line, tone = Colour.SAL0, rim, Colour.NOCHE
    if not button.isEnabled():
        fill, line, tone = Colour.SAL2, Colour.SAL2, Colour.INACTIVO
    elif button.isChecked():
        fill = line = Colour.NOCHE
        tone = Colour.SAL0
    elif button.isDown():
        fill, line = Colour.SAL2, Colour.NOCHE
    body = QRectF(button.rect())
    if button.hasFocus():
        box(painter, body, None, edge(Colour.LAGO, 3), RADIUS + 2)
        body = body.adjusted(5, 5, -5, -5)
    box(painter, body, fill, edge(line), RADIUS)
    return tone


class MethodColumn(QWidget):
    """One button for each method; Alt with a figure does the same."""

    wanted = Signal(object)
    """The `Method` that was touched."""

    def __init__(self, keys_on: QWidget) -> None:
        super().__init__()
        self._buttons: list[MethodButton] = []
        self._column = stacked(self)
        self._column.addStretch(1)
        for figure in range(1, 10):
            keys = QKeySequence(f"Alt+{figure}")
            shortcut = QShortcut(keys, keys_on, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda place=figure - 1: self._press(place))

    def show_offers(self, offered: Sequence[Offer]) -> None:
        """Offer these, in this order."""
        if [button.offer for button in self._buttons] == list(offered):
            return
        for button in self._buttons:
            button.hide()
            self._column.removeWidget(button)
            button.deleteLater()
        self._buttons = [MethodButton(offer) for offer in offered]
        for place, button in enumerate(self._buttons):
            button.clicked.connect(lambda _=False, method=button.offer.method: self.wanted.emit(method))
            self._column.insertWidget(place, button, METHOD_HEIGHT)

    def show_chosen(self, method: Method) -> None:
        """Show which one is chosen."""
        for button in self._buttons:
            button.setChecked(button.offer.method == method)
            button.update()

    def _press(self, place: int) -> None:
        if place < len(self._buttons):
            self._buttons[place].click()
