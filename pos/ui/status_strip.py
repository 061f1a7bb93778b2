"""The strip under the band: which till, who attends, which exhibition, how the printer is, what time it is."""

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from pos.texts import N_, Texts
from pos.ui.buttons import ActionButton, Kind, TouchButton
from pos.ui.icons import paint_icon
from pos.ui.receipt_printing import PrinterState, Stage
from pos.ui.theme import Colour, colour, font, text_width
from pos.ui.words import Words

HEIGHT = 52
NARROW = 1200
"""Under this width the exhibition's name and the words of a ready device give way."""


class _Device(NamedTuple):
    """A device's chip: its icon, its word, and how it looks: ready, busy, warning or bad."""

    icon: str
    word: str
    looks: str


_PRINTER = {
    Stage.NO_PRINTER: _Device("printer-off", N_("No printer"), "none"),
    Stage.BAD_ADDRESS: _Device("printer-off", N_("Printer address wrong"), "bad"),
    Stage.IDLE: _Device("printer", N_("Printer"), "quiet"),
    Stage.PRINTING: _Device("printer", N_("Printing…"), "quiet"),
    Stage.PRINTED: _Device("printer", N_("Printer"), "ready"),
    Stage.WAITING: _Device("printer-off", N_("Not printing"), "bad"),
    Stage.UNCERTAIN: _Device("printer-off", N_("Look at the paper"), "bad"),
}


class DeviceChip(TouchButton):
    """One device in a word and a sign; a touch tries it again."""

    def __init__(self) -> None:
        super().__init__()
        self._device = _Device("printer", "", "quiet")
        self._narrow = False
        self.setFixedHeight(40)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_device(self, icon: str, word: str, looks: str) -> None:
        """Show it so."""
        self._device = _Device(icon, word, looks)
        self.setText(word)
        self.updateGeometry()
        self.update()

    def make_narrow(self, *, narrow: bool) -> None:
        """Leave the word out while nothing is wrong."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        looks = self._device.looks
        width = 9 + 22 + 9 + (7 + int(text_width(self._word, 16, bold=looks == "bad")) + 1 if self._word else 0)
        return QSize(width + (23 if looks == "ready" else 0), 40)

    @property
    def _word(self) -> str:
        return "" if self._narrow and self._device.looks in {"quiet", "ready"} else self.text()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        looks = self._device.looks
        bad = looks == "bad"
        tone = {"bad": Colour.SAL0, "none": Colour.PIEDRA}.get(looks, Colour.NOCHE)
        body = QRectF(self.rect())
        if bad or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(Colour.TEJA if bad else Colour.SAL2))
            painter.drawRoundedRect(body, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(colour(Colour.LAGO), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body.adjusted(1.5, 1.5, -1.5, -1.5), 6, 6)
        paint_icon(painter, self._device.icon, QRectF(9, 9, 22, 22), tone)
        left = 9 + 22 + 7.0
        if self._word:
            metrics = QFontMetricsF(font(16, bold=bad))
            painter.setFont(font(16, bold=bad))
            painter.setPen(colour(tone))
            painter.drawText(QPointF(left, (40 + metrics.capHeight()) / 2), self._word)
            left += metrics.horizontalAdvance(self._word) + 7
        if looks == "ready":
            paint_icon(painter, "check", QRectF(round(left), 12, 16, 16), Colour.TOTORA, line=3)


class StatusStrip(QFrame):
    """Always there, always the same place."""

    printer_touched = Signal()
    close_shift_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._till = Words(pixels=18, bold=True)
        self._cashier = Words(pixels=16, bold=True)
        self._exhibition = Words(pixels=16, tone=Colour.PIEDRA)
        self._printer = DeviceChip()
        self._close = ActionButton(texts._("Close shift"), "lock", kind=Kind.QUIET, pixels=16, height=44)
        self._clock = Words(pixels=20, bold=True)
        self._build()
        self._printer.clicked.connect(self.printer_touched)
        self._close.clicked.connect(self.close_shift_wanted)

    def _build(self) -> None:
        self.setObjectName("strip")
        self.setFixedHeight(HEIGHT)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(14)
        for part in (self._till, self._cashier, self._exhibition):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._close)
        row.addWidget(self._printer)
        line = QFrame()
        line.setFixedSize(1, 32)
        line.setStyleSheet(f"background: {Colour.SAL3}; border: 0")
        row.addWidget(line)
        row.addWidget(self._clock)
        self._close.hide()

    def show_till(self, code: str) -> None:
        """Whose receipts these are."""
        self._till.say(self._texts._("Till %(code)s") % {"code": code})

    def show_shift(self, cashier: str, exhibition: str) -> None:
        """Who attends, and where; either may be empty while it is not known."""
        self._cashier.say(cashier)
        self._cashier.setVisible(bool(cashier))
        self._exhibition.say(exhibition)

    def offer_closing(self, *, offered: bool) -> None:
        """Whether the shift can be closed from here just now."""
        self._close.setVisible(offered)

    def show_printer(self, state: PrinterState) -> None:
        """How the printer is."""
        device = _PRINTER[state.stage]
        word = self._texts._(device.word)
        if state.waiting:
            word = f"{word} · {self._texts.amount(state.waiting, 0)}"
        self._printer.show_device(device.icon, word, device.looks)

    def show_time(self, moment: datetime) -> None:
        """What time it is."""
        self._clock.say(self._texts.time(moment))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._printer.make_narrow(narrow=self.width() < NARROW)
