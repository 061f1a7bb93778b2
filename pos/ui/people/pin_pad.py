"""The PIN: dots, never figures, and the keys that type it. A key is lit no longer than it is pressed."""

from PySide6.QtCore import QEasingCurve, QPointF, QSize, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from pos.domain.people import LEAST_PIN, MOST_PIN
from pos.texts import Texts
from pos.ui.aloud import announce
from pos.ui.look.brush import ink
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.icons import icon_label
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import Colour

KEY_HEIGHT, SMALLEST_KEY = 86, 52
_DOT, _DOT_GAP, _DOT_LINE = 30, 18, 3
_ABOVE_KEYS = 24
_SHAKE_MILLISECONDS = 360
_SHAKE = (0.0, -14.0, 12.0, -9.0, 6.0, -3.0, 0.0)
"""How far, in pixels, refused dots stand aside on their way back."""

_NO_BRUSH = Qt.BrushStyle.NoBrush
_ANTIALIASING = QPainter.RenderHint.Antialiasing
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class PinDots(QWidget):
    """A dot for each figure of the PIN, filled once it was typed."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._filled = 0
        self._aside = 0.0
        self._shaking = QVariantAnimation(self)
        self._shaking.setDuration(_SHAKE_MILLISECONDS)
        self._shaking.setEasingCurve(QEasingCurve.Type.Linear)
        for i, aside in enumerate(_SHAKE):
            self._shaking.setKeyValueAt(i / (len(_SHAKE) - 1), aside)
        self._shaking.valueChanged.connect(self._move)
        self.setFixedHeight(_DOT)
        self.show_filled(0)

    def show_filled(self, count: int) -> None:
        """Show that so many figures were typed."""
        told = self._texts.ngettext("%(count)s figure typed", "%(count)s figures typed", count) % {"count": count}
        self.setAccessibleName(told)
        if count != self._filled:
            announce(self, told)
        self._filled = count
        self.update()

    def shake(self) -> None:
        """Say no."""
        self._shaking.start()

    @property
    def filled(self) -> int:
        """How many dots are filled."""
        return self._filled

    @property
    def is_shaking(self) -> bool:
        """Whether they are still saying no."""
        return self._shaking.state() is QVariantAnimation.State.Running

    def sizeHint(self) -> QSize:
        return QSize(LEAST_PIN * (_DOT + _DOT_GAP), _DOT)

    def _move(self, aside: float) -> None:
        self._aside = aside
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        count = max(LEAST_PIN, self._filled)
        gap = min(_DOT_GAP, (self.width() - count * _DOT) / (count - 1))
        tone = ink(Colour.NOCHE if self.isEnabled() else Colour.BORDE2)
        painter.setPen(QPen(tone, _DOT_LINE))
        left = (self.width() - count * _DOT - (count - 1) * gap) / 2 + self._aside
        radius = (_DOT - _DOT_LINE) / 2
        for i in range(count):
            painter.setBrush(tone if i < self._filled else _NO_BRUSH)
            painter.drawEllipse(QPointF(left + _DOT / 2 + i * (_DOT + gap), _DOT / 2), radius, radius)


class PinPad(QWidget):
    """Types a PIN by touch or by keys; Enter gives it, Esc empties it."""

    entered = Signal(str)
    edited = Signal()
    """A figure was typed or taken back by the person."""
    ticked = Signal(int)
    """While one has to wait: how many seconds are left; 0 when it is over."""

    def __init__(self, texts: Texts, go: str, *, icon: str = "arrow-right", height: int = 84) -> None:
        super().__init__()
        self._texts = texts
        self._pin = ""
        self._left = 0
        self._open = True
        self._dots = PinDots(texts)
        self._keys: list[QPushButton] = []
        self._go = ActionButton(go, icon, "Enter", kind=Kind.INK, pixels=26, height=height)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._build()
        self._go.clicked.connect(self._enter)
        self._second.timeout.connect(self._tick)
        self._show()

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self._texts._("PIN"))
        column = stacked(self, gap=0)
        column.addWidget(self._dots)
        column.addSpacing(_ABOVE_KEYS)
        grid = QGridLayout()
        grid.setSpacing(10)
        for place in range(3):
            grid.setColumnStretch(place, 1)
        for i, sign in enumerate("123456789"):
            grid.addWidget(self._key(sign), i // 3, i % 3)
        grid.addWidget(self._icon_key("x", 34, self._texts._("Empty"), self.empty), 3, 0)
        grid.addWidget(self._key("0"), 3, 1)
        grid.addWidget(self._icon_key("backspace", 36, self._texts._("Delete the last figure"), self._erase), 3, 2)
        column.addLayout(grid, 100)
        column.addSpacing(16)
        column.addWidget(self._go)
        column.addStretch(1)

    def _key(self, sign: str) -> QPushButton:
        key = QPushButton(sign)
        self._dress(key)
        key.clicked.connect(lambda: self._type(sign))
        return key

    def _icon_key(self, icon: str, size: int, name: str, act: object) -> QPushButton:
        key = QPushButton()
        self._dress(key)
        key.setAccessibleName(name)
        picture = in_a_row(key)
        picture.addWidget(icon_label(icon, size), alignment=Qt.AlignmentFlag.AlignCenter)
        key.clicked.connect(act)
        return key

    def _dress(self, key: QPushButton) -> None:
        key.setProperty("kind", "pin")
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        key.setMinimumSize(SMALLEST_KEY, SMALLEST_KEY)
        key.setMaximumHeight(KEY_HEIGHT)
        self._keys.append(key)

    # --- what its screen does with it ------------------------------------------------------------------------------

    def say_go(self, label: str) -> None:
        """Give the button at the foot another word."""
        self._go.say(label)

    def empty(self) -> None:
        """Forget what was typed."""
        self._put("")
        self.edited.emit()

    def refuse(self) -> None:
        """Shake and forget what was typed."""
        self._put("")
        self._dots.shake()

    def set_open(self, *, open_: bool) -> None:
        """Whether anything can be typed at all."""
        self._open = open_
        self._put("")

    def wait(self, seconds: int) -> None:
        """Type nothing for so many seconds, counted on the way; with 0 go on at once."""
        self._left = seconds
        self._put("")
        if seconds:
            self._second.start()
        else:
            self._second.stop()
        self.ticked.emit(seconds)

    @property
    def typed(self) -> int:
        """How many figures were typed."""
        return self._dots.filled

    def take_key(self, event: QKeyEvent) -> bool:
        """Use a key of the keyboard; False where it means nothing to a PIN."""
        if event.key() in _ENTER:
            self._enter()
        elif event.key() == Qt.Key.Key_Backspace:
            self._erase()
        elif event.key() == Qt.Key.Key_Escape and self._pin:
            self.empty()
        elif event.text().isascii() and event.text().isdigit():
            self._type(event.text())
        else:
            return False
        return True

    # --- typing ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    @property
    def _can_type(self) -> bool:
        return self._open and not self._left

    def _type(self, sign: str) -> None:
        if self._can_type and len(self._pin) < MOST_PIN:
            self._put(self._pin + sign)
            self.edited.emit()

    def _erase(self) -> None:
        if self._pin:
            self._put(self._pin[:-1])
            self.edited.emit()

    def _enter(self) -> None:
        if self._can_type and len(self._pin) >= LEAST_PIN:
            self.entered.emit(self._pin)

    def _put(self, pin: str) -> None:
        self._pin = pin
        self._show()

    def _tick(self) -> None:
        self.wait(self._left - 1)

    def _show(self) -> None:
        self._dots.show_filled(len(self._pin))
        for part in (*self._keys, self._dots):
            part.setEnabled(self._can_type)
        self._go.setEnabled(self._can_type and len(self._pin) >= LEAST_PIN)
