"""Where one is on a way of several steps: what is done, what is asked now, what is still to come."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pos.domain.money import Currency
from pos.texts import Texts
from pos.ui.amounts.money_names import NAMES
from pos.ui.look.buttons import ActionButton, Kind, TouchButton
from pos.ui.look.icons import paint_icon
from pos.ui.look.panels import in_a_row
from pos.ui.look.theme import RADIUS, Colour, colour, font, text_width
from pos.ui.look.words import paint_words
from pos.ui.messages import Message, Tone

HIGH, LOW = 64, 52
_CIRCLE = 36
_EDGE, _NARROW_EDGE = 18, 10
_GAP = 12


class StepStage(StrEnum):
    """How far a step is."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"


def step_names(drawers: Sequence[Sequence[Currency]], texts: Texts) -> list[str]:
    """The steps of a close by name; `drawers` are the currencies that are counted together."""
    counted = [_in_a_sentence([texts._(NAMES[money.code].name) for money in moneys], texts) for moneys in drawers]
    return [*counted, texts._("QR and cards"), texts._("Result"), texts._("Hand over")]


def _in_a_sentence(names: list[str], texts: Texts) -> str:
    """Names one after the other, of which only the first begins with a capital: "Dólares y euros"."""
    return texts.join([names[0], *(f"{name[0].lower()}{name[1:]}" for name in names[1:])])


def open_carts_message(count: int, texts: Texts) -> Message:
    """So many sales are not finished, and where to finish them."""
    title = texts.ngettext("%(n)d sale is not finished.", "%(n)d sales are not finished.", count) % {"n": count}
    detail = texts._("Finish it or take it back before you close the shift.")
    return Message(Tone.WARN, title, detail, texts._("Back to selling"))


def next_button(texts: Texts, go_on: Callable[[], None]) -> ActionButton:
    """On to the next step."""
    button = ActionButton(texts._("Next"), "arrow-right", "Enter", kind=Kind.INK, pixels=26, height=92)
    button.clicked.connect(go_on)
    return button


def skip_button(label: str, clear: Callable[[], None], go_on: Callable[[], None]) -> ActionButton:
    """One touch for a step in which there is nothing to type."""
    button = ActionButton(label, pixels=18, height=56)
    button.clicked.connect(clear)
    button.clicked.connect(go_on)
    return button


class StepTab(TouchButton):
    """One step; one that is done can be touched to go back to it."""

    def __init__(self, number: int, name: str, *, first: bool, last: bool) -> None:
        super().__init__(name)
        self._number, self._first, self._last = number, first, last
        self._stage = StepStage.AHEAD
        self._narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def show_stage(self, stage: StepStage, name: str, *, touchable: bool) -> None:
        """Show how far it is; `name` is what a screen reader says."""
        self._stage = stage
        self.setAccessibleName(name)
        self.setEnabled(touchable)
        self.update()

    def make_narrow(self, *, narrow: bool) -> None:
        """Take less room at the edges."""
        self._narrow = narrow
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, HIGH)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect())
        now = self._stage is StepStage.NOW
        if now or self.isDown():
            painter.fillPath(self._shape(body), colour(Colour.NOCHE if now else Colour.SAL2))
        elif not self._last:
            painter.fillRect(QRectF(body.right() - 1, body.top() + 1, 1, body.height() - 2), colour(Colour.SAL3))
        edge = _NARROW_EDGE if self._narrow else _EDGE
        circle = QRectF(body.left() + edge, body.center().y() - _CIRCLE / 2, _CIRCLE, _CIRCLE)
        self._paint_circle(painter, circle)
        tone = Colour.SAL0 if now else Colour.NOCHE if self._stage is StepStage.DONE else Colour.PIEDRA
        left = circle.right() + (8 if self._narrow else _GAP)
        words = QRectF(left, body.top(), body.right() - left - 6, body.height())
        pixels = 18 if text_width(self.text(), 18, bold=now) <= words.width() else 16
        paint_words(painter, self.text(), words, pixels, bold=now, tone=tone, lines=2)
        if self.hasFocus():
            painter.setPen(QPen(colour(Colour.LAGO), 3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body.adjusted(2, 2, -2, -2), RADIUS - 2, RADIUS - 2)

    def _shape(self, body: QRectF) -> QPainterPath:
        """The step's ground, rounded where it is at an end of the row."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(body, RADIUS, RADIUS)
        if not self._first:
            path.addRect(body.adjusted(0, 0, -body.width() / 2, 0))
        if not self._last:
            path.addRect(body.adjusted(body.width() / 2, 0, 0, 0))
        return path

    def _paint_circle(self, painter: QPainter, circle: QRectF) -> None:
        if self._stage is StepStage.DONE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(Colour.TOTORA))
            painter.drawEllipse(circle)
            paint_icon(painter, "check", circle.adjusted(7, 7, -7, -7), Colour.SAL0, line=3)
            return
        now = self._stage is StepStage.NOW
        painter.setPen(QPen(colour(Colour.SAL0 if now else Colour.BORDE), 2))
        painter.setBrush(colour(Colour.SAL0) if now else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        figure, letters = str(self._number), font(18, bold=True)
        metrics = QFontMetricsF(letters)
        painter.setFont(letters)
        painter.setPen(colour(Colour.NOCHE if now else Colour.PIEDRA))
        left = circle.center().x() - metrics.horizontalAdvance(figure) / 2
        painter.drawText(QPointF(left, circle.center().y() + metrics.capHeight() / 2), figure)


class Steps(QWidget):
    """All steps in a row, over the whole width."""

    wanted = Signal(int)
    """Back to this step, counted from 0."""

    def __init__(self, names: Sequence[str], texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        count = len(names)
        self._tabs = [StepTab(i, name, first=i == 1, last=i == count) for i, name in enumerate(names, 1)]
        row = in_a_row(self, gap=0)
        for place, tab in enumerate(self._tabs):
            row.addWidget(tab, 1)
            tab.clicked.connect(lambda _=False, place=place: self.wanted.emit(place))
        self.setFixedHeight(HIGH)

    def show_step(self, now: int, *, can_go_back: bool = True) -> None:
        """Show that this step is asked now, counted from 0, and whether those before can be gone back to."""
        t = self._texts
        words = {
            StepStage.DONE: t._("done"),
            StepStage.NOW: t.pgettext("step", "now"),
            StepStage.AHEAD: t._("still to come"),
        }
        for place, tab in enumerate(self._tabs):
            stage = StepStage.DONE if place < now else StepStage.NOW if place == now else StepStage.AHEAD
            spoken = t._("Step %(number)d of %(count)d: %(name)s, %(stage)s") % {
                "number": place + 1,
                "count": len(self._tabs),
                "name": tab.text(),
                "stage": words[stage],
            }
            tab.show_stage(stage, spoken, touchable=can_go_back and stage is StepStage.DONE)

    def make_room(self, *, narrow: bool, low: bool) -> None:
        """Take less room, on a narrow or a low screen."""
        self.setFixedHeight(LOW if low else HIGH)
        for tab in self._tabs:
            tab.make_narrow(narrow=narrow)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour(Colour.SAL3), 1))
        painter.setBrush(colour(Colour.SAL0))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
