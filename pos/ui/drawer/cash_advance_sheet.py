"""An advance to a producer: whom, what they are owed, how much they get from the drawer."""

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QStackedWidget, QStyle, QStyleOptionButton, QWidget

from pos.domain.emblems import Emblem
from pos.domain.money import Money
from pos.domain.network import Unit
from pos.domain.refusals import Refusal
from pos.domain.settlements import Advance
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.ui.amounts.amount_sheet import AmountSheet
from pos.ui.amounts.money_field import Entry
from pos.ui.kept_before import kept_before
from pos.ui.look.buttons import ActionButton, TouchButton
from pos.ui.look.emblems import EmblemTiles, paint_emblem
from pos.ui.look.panels import FigureRow, Help, in_a_row, panel, stacked
from pos.ui.look.theme import MARGIN, Colour, colour, font
from pos.ui.look.words import Words, set_text
from pos.ui.messages import told
from pos.ui.session import Session

TILE = QSize(200, 96)
COLUMNS = 3
EMBLEM = 60


class UnitTile(TouchButton):
    """A unit to choose: its emblem and its name."""

    def __init__(self, unit: Unit, emblem: Emblem) -> None:
        super().__init__()
        self.unit = unit
        self._emblem = emblem
        self.setAccessibleName(unit.name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(TILE.height() + 24)

    def sizeHint(self) -> QSize:
        return TILE

    def minimumSizeHint(self) -> QSize:
        return QSize(TILE.width() // 2, 72)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        frame = QStyleOptionButton()
        self.initStyleOption(frame)
        frame.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, frame, painter, self)
        middle = self.height() / 2
        paint_emblem(painter, self._emblem, QRectF(14, middle - EMBLEM / 2, EMBLEM, EMBLEM))
        left = 14 + EMBLEM + 12
        shown = set_text(self.unit.name, self.width() - left - 10, 18, 3, bold=True)
        painter.setFont(font(shown.pixels, bold=True))
        painter.setPen(colour(Colour.NOCHE))
        line = round(shown.pixels * 1.25)
        top = middle - len(shown.lines) * line / 2
        for number, words in enumerate(shown.lines):
            painter.drawText(QPointF(left, top + number * line + line * 0.78), words)


class _Chosen(NamedTuple):
    unit: Unit
    owed: Money


class AdvanceSheet(AmountSheet):
    """Two steps: the unit's tile, then the amount. More than what is owed is said in words, and may still be given."""

    advanced = Signal(Advance)
    """It is in the books."""

    def __init__(self, window: QWidget, desk: Desk, session: Session) -> None:
        texts = desk.texts
        title = texts._("Advance to a producer")
        super().__init__(window, desk, session, title, asked=texts._("Advance"), icon="advance")
        self._chosen: _Chosen | None = None
        self._first = 0
        self._title = Words(pixels=26, bold=True, lines=2)
        self._steps = QStackedWidget()
        self._grid = QGridLayout()
        self._tiles = [UnitTile(unit, session.terms.emblems[unit.id]) for unit in self._units()]
        self._before = ActionButton(texts._("Those before"), "left", height=56)
        self._after = ActionButton(texts._("More of them"), "right", height=56)
        self._emblem = EmblemTiles(EMBLEM, most=1)
        self._name = Words(pixels=20, bold=True, lines=2)
        self._owed = FigureRow(texts._("Owed today"), 18, 24)
        self._effect = Help("", "drawer", lines=4)
        self._other = ActionButton(texts._("Another producer"), "arrow-left", height=56)
        self._lay_out()
        self._connect()
        self._ask_unit()

    def _units(self) -> list[Unit]:
        """Those who take part, or everybody where the exhibition names nobody."""
        terms = self._session.terms
        taking_part = [terms.unit(part.unit) for part in self._session.exhibition.participations]
        return sorted(taking_part or terms.units.values(), key=lambda unit: unit.name.casefold())

    def _lay_out(self) -> None:
        self.head.addWidget(self._title, 1)
        self.body.addWidget(self._steps, 1)
        self._steps.addWidget(self._build_tiles())
        self._steps.addWidget(self._build_amount())

    def _build_tiles(self) -> QWidget:
        step = QWidget()
        column = stacked(step, gap=MARGIN)
        self._grid.setSpacing(10)
        for tile in self._tiles:
            tile.setParent(step)
            tile.hide()
            tile.clicked.connect(lambda _=False, tile=tile: self._choose(tile.unit))
        for place in range(COLUMNS):
            self._grid.setColumnStretch(place, 1)
        column.addLayout(self._grid, 1)
        foot = in_a_row(gap=MARGIN)
        foot.addStretch(1)
        foot.addWidget(self._before)
        foot.addWidget(self._after)
        column.addLayout(foot)
        return step

    def _build_amount(self) -> QWidget:
        step = QWidget()
        halves = in_a_row(step, gap=2 * MARGIN)
        halves.addLayout(self._build_typing(), 1)
        right = stacked(gap=MARGIN)
        frame = panel()
        about = stacked(frame, margins=(16, 14, 16, 14), gap=12)
        who = in_a_row(gap=14)
        who.addWidget(self._emblem)
        who.addWidget(self._name, 1)
        about.addLayout(who)
        about.addWidget(self._owed)
        right.addWidget(frame)
        right.addWidget(self._other)
        right.addStretch(1)
        right.addWidget(self._effect)
        right.addWidget(self._confirm)
        halves.addLayout(right, 1)
        return step

    def _connect(self) -> None:
        self._before.clicked.connect(lambda: self._turn(-1))
        self._after.clicked.connect(lambda: self._turn(1))
        self._field.changed.connect(self._show_state)
        self._field.entered.connect(self._confirm.click)
        self._other.clicked.connect(self._ask_unit)
        self._confirm.clicked.connect(self._give)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tiles()

    # --- whom ----------------------------------------------------------------------------------------------------

    def _ask_unit(self) -> None:
        self._chosen = None
        self._message.clear()
        self._title.say(self._texts._("Whom do you give an advance?"))
        self._confirm.setEnabled(False)
        self._steps.setCurrentIndex(0)
        self._show_tiles()

    @property
    def _fitting(self) -> int:
        return COLUMNS * max(1, (self.height() - 220) // (TILE.height() + 10))

    def _turn(self, pages: int) -> None:
        self._first = max(0, self._first + pages * self._fitting)
        self._show_tiles()

    def _show_tiles(self) -> None:
        self._first -= self._first % self._fitting
        shown = self._tiles[self._first : self._first + self._fitting]
        for tile in self._tiles:
            self._grid.removeWidget(tile)
            tile.setVisible(tile in shown)
        for place, tile in enumerate(shown):
            self._grid.addWidget(tile, place // COLUMNS, place % COLUMNS)
        more = len(self._tiles) > self._fitting
        self._before.setVisible(more)
        self._after.setVisible(more)
        self._before.setEnabled(self._first > 0)
        self._after.setEnabled(self._first + self._fitting < len(self._tiles))

    def _choose(self, unit: Unit) -> None:
        try:
            owed = self._desk.till.settling.balance(self._session.exhibition.id, unit.id)
        except (Refusal, BooksUnavailable) as trouble:
            self._message.show_message(told(trouble, self._texts))
            return
        self._chosen = _Chosen(unit, owed)
        self._message.clear()
        self._title.say(self._texts._("How much is the advance?"))
        self._emblem.show_emblems([self._session.terms.emblems[unit.id]])
        self._name.say(unit.name)
        self._owed.say(self._words(owed))
        self._field.set_amount(0)
        self._steps.setCurrentIndex(1)
        self._field.setFocus()
        self._show_state()

    # --- how much ------------------------------------------------------------------------------------------------

    def _words(self, amount: Money) -> str:
        return f"{self._texts.symbol(amount.currency.code)} {self._texts.amount(amount.minor, amount.currency.digits)}"

    def _show_state(self) -> None:
        if self._chosen is None:
            return
        given = Money(self._field.amount, self._session.exhibition.currency)
        wrong = self._field.entry is Entry.NO_AMOUNT
        missing = self._texts._("Not an amount") if wrong else self._texts._("The amount is missing")
        self._confirm.say(self._texts._("Give the advance") if given else missing)
        self._confirm.setEnabled(bool(given))
        self._effect.setVisible(bool(given))
        values = {"amount": self._words(given), "name": self._chosen.unit.name}
        if given <= self._chosen.owed:
            words = self._texts._("%(amount)s less in the drawer. It is taken off what %(name)s is paid later.")
        else:
            words = self._texts._("%(amount)s less in the drawer. It is more than is owed: %(name)s will owe %(rest)s.")
            values["rest"] = self._words(given - self._chosen.owed)
        self._effect.say(words % values)

    def _give(self) -> None:
        if self._chosen is None:
            return
        exhibition = self._session.exhibition
        act = replace(self._desk.act(exhibition.id), id=self._act_id)
        unit, amount = self._chosen.unit.id, Money(self._field.amount, exhibition.currency)
        paper = bool(self._desk.settings.printer)
        try:
            given = self._desk.till.settling.advance(act, unit, amount, paper=paper)
        except (Refusal, BooksUnavailable) as trouble:
            self._message.show_message(told(trouble, self._texts))
            return
        before = kept_before(given, self._session.terms, self._texts, unit=unit, amount=amount.minor)
        if before is None:
            self.accept()
        else:
            self._act_id = self._desk.act().id  # what stands here now would be another advance
            self._message.show_message(before)
        self.advanced.emit(given)
