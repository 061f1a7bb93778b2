"""One unit's account for who reads pictures: its emblem, its goods as drawn pieces, its money as notes and coins."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QScroller, QSizePolicy, QWidget

from pos.domain.money import Money
from pos.domain.unit_days import ProductDay, UnitDay
from pos.services.cataloguing import Terms
from pos.services.desk import Desk
from pos.ui.amounts.money_pictures import HandBack
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.emblems import EmblemTiles
from pos.ui.look.panels import Slot, in_a_row, panel, rule, stacked
from pos.ui.look.photos import PhotoBox
from pos.ui.look.theme import MARGIN, Colour, text_width
from pos.ui.look.words import Amount, Words
from pos.ui.messages import Message, MessageBar
from pos.ui.producers.payout_confirm import in_pieces
from pos.ui.producers.producer_pieces import PieceBar, PieceLegend, shares
from pos.ui.producers.producers_account import amount_text, maker_emblems, product_name, sold_of
from pos.ui.producers.producers_cells import undelivered_words
from pos.ui.producers.producers_sums import about_lines, to_pay_label, why_not_paid

_PHOTO, _NARROW_PHOTO = QSize(112, 96), QSize(72, 72)
_SUM, _NARROW_SUM = 150, 110
_SIDE, _NARROW_SIDE = 480, 372
_NARROW, _LOW = 1200, 600
_TILE, _LOW_TILE = 120, 84


class ProducerView(QWidget):
    """Fills the place of the table; few buttons, and nothing to read that is not drawn too."""

    left = Signal()
    sheet_wanted = Signal()
    strip_wanted = Signal()
    """The settlement goes to the receipt printer."""
    pay_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._texts = desk, desk.texts
        texts = desk.texts
        self._head = Slot()
        self._message = MessageBar()
        self._goods = QScrollArea()
        self._label = Words(pixels=20, bold=True)
        self._symbol = Words(pixels=20, bold=True, align=Qt.AlignmentFlag.AlignRight)
        self._balance = Amount(64)
        self._money = HandBack(26, 66)
        self._back = ActionButton(texts._("Back"), "arrow-left", "Esc", pixels=18, height=64)
        self._sheet = ActionButton(texts._("Print the sheet"), "printer", pixels=18, height=64)
        self._strip = ActionButton(texts._("Strip"), "printer", pixels=18, height=64)
        self._pay = ActionButton(texts._("Pay"), "advance", "F12", kind=Kind.MONEY, pixels=28, height=84)
        self._unit: UnitDay | None = None
        self._terms: Terms | None = None
        self._narrow = False
        self._build()
        self._connect()

    def _build(self) -> None:
        row = in_a_row(self, margins=(MARGIN, MARGIN, MARGIN, MARGIN), gap=MARGIN)
        self._side = panel()
        self._column = side = stacked(self._side)
        self._head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        side.addWidget(self._head)
        side.addWidget(rule("strong"))
        line = in_a_row()
        line.addWidget(self._label)
        line.addWidget(self._symbol, 1)
        side.addLayout(line)
        side.addWidget(self._balance)
        side.addWidget(self._money, 100)
        side.addStretch(1)
        buttons = in_a_row()
        buttons.addWidget(self._back, 3)
        buttons.addWidget(self._sheet, 4)
        if self._desk.settings.printer:  # a sheet is for another printer, so that its name must say so
            self._sheet.say(self._texts._("A4 sheet"), "file")
            self._strip.setAccessibleName(self._texts._("Print a strip"))
            buttons.addWidget(self._strip, 3)
        side.addLayout(buttons)
        side.addWidget(self._pay)
        row.addWidget(self._side)
        column = stacked(gap=8)
        column.addWidget(self._message)
        column.addWidget(self._goods, 1)
        row.addLayout(column, 1)
        self._goods.setWidgetResizable(True)
        self._goods.setFrameShape(QFrame.Shape.NoFrame)
        self._goods.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._goods.setAccessibleName(self._texts._("Products"))
        QScroller.grabGesture(self._goods.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self._sheet.clicked.connect(self.sheet_wanted)
        self._strip.clicked.connect(self.strip_wanted)
        self._pay.clicked.connect(self.pay_wanted)
        for keys, button in (("F12", self._pay), ("Esc", self._back), ("Ctrl+P", self._sheet)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)

    def show_unit(self, unit: UnitDay, terms: Terms) -> None:
        """Show this unit."""
        texts, balance = self._texts, unit.row.balance
        self._unit = unit
        self._message.clear()
        self._head.put(self._who(unit))
        self._label.say(to_pay_label(unit, texts))
        self._symbol.say(texts.symbol(balance.currency.code))
        size = Money(abs(balance.minor), balance.currency)
        self._balance.say(amount_text(size, texts), Colour.TEJA if balance.minor < 0 else Colour.NOCHE)
        pieces, _ = in_pieces(size)
        self._money.show_pieces(pieces if unit.row.is_owed else (), balance.currency, texts)
        why = why_not_paid(unit, texts)
        self._pay.setEnabled(not why)
        self._pay.say(why or texts._("Pay"))
        self._terms = terms
        self._show_goods()

    def _show_goods(self) -> None:
        if self._unit is not None and self._terms is not None:
            self._narrow = self.width() < _NARROW
            self._goods.setWidget(self._cards(self._unit, self._terms))

    def _cards(self, unit: UnitDay, terms: Terms) -> QWidget:
        part = QWidget()
        column = stacked(part, margins=(0, 0, 4, 0), gap=8)
        for product in unit.products:
            column.addWidget(self._card(product, terms))
        if not unit.products:
            column.addWidget(Words(self._texts._("Nothing was brought or sold at this fair."), 20, lines=2))
        column.addStretch(1)
        return part

    def _card(self, product: ProductDay, terms: Terms) -> QWidget:
        texts, pieces = self._texts, product.pieces
        frame = panel()
        row = in_a_row(frame, margins=(12, 10, 16, 10), gap=16)
        photo = PhotoBox(self._desk.places.photos, _NARROW_PHOTO if self._narrow else _PHOTO)
        photo.show_product(product.product, maker_emblems(product, terms))
        row.addWidget(photo, alignment=Qt.AlignmentFlag.AlignVCenter)
        column = stacked(gap=6)
        name = product_name(product, texts)
        top = in_a_row(gap=12)
        top.addWidget(Words(name, 20, bold=True, lines=2), 1)
        top.addWidget(Words(sold_of(product, texts), 22, bold=True))
        column.addLayout(top)
        parts = shares(pieces, texts)
        column.addWidget(PieceBar(parts))
        column.addWidget(PieceLegend(parts, texts))
        if pieces.undelivered:
            column.addWidget(Words(undelivered_words(pieces.undelivered, texts), 16, bold=True, tone=Colour.TEJA))
        row.addLayout(column, 1)
        earned = Amount(30, amount_text(product.gross, texts))
        earned.setFixedWidth(_NARROW_SUM if self._narrow else _SUM)
        row.addWidget(earned, alignment=Qt.AlignmentFlag.AlignVCenter)
        frame.setAccessibleName(f"{name}, {sold_of(product, texts)}, {amount_text(product.gross, texts)}")
        return frame

    def _who(self, unit: UnitDay) -> QWidget:
        """The emblem and the name, and where there is room what and where they are."""
        part = QWidget()
        row = in_a_row(part, gap=14)
        row.addWidget(EmblemTiles(_LOW_TILE if self._is_low else _TILE, [unit.row.emblem], most=1))
        words = stacked(gap=4)
        words.addStretch(1)
        room = self._side.width() - _TILE - 64
        is_long = text_width(unit.row.name, 34, bold=True) > room
        words.addWidget(Words(unit.row.name, 26 if self._is_low or is_long else 34, bold=True, lines=3))
        if not self._is_low:
            for about in about_lines(unit.unit, self._texts):
                words.addWidget(Words(about, 18, tone=Colour.PIEDRA, lines=2))
        words.addStretch(1)
        row.addLayout(words, 1)
        return part

    @property
    def _is_low(self) -> bool:
        return self.height() < _LOW

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self._is_low
        self._side.setFixedWidth(_NARROW_SIDE if self.width() < _NARROW else _SIDE)
        self._column.setContentsMargins(*((14, 10, 14, 10) if low else (18, 16, 18, 16)))
        self._column.setSpacing(6 if low else 10)
        self._balance.resize_figure(44 if low else 64)
        for button in (self._back, self._sheet, self._strip):
            button.setMinimumHeight(56 if low else 64)
        self._pay.setMinimumHeight(64 if low else 84)
        if self._unit is not None:
            self._head.put(self._who(self._unit))
        if self._narrow is not (self.width() < _NARROW):
            self._show_goods()

    def take_focus(self) -> None:
        """Let the arrows move through the goods."""
        self._goods.setFocus()

    def show_message(self, message: Message) -> None:
        """Say where the sheet is, or what stands in the way."""
        self._message.show_message(message)

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words
