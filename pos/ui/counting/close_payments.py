"""What the telephone and the card terminal show for the shift: typed before anything tells what the books have."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from pos.domain.money import Currency, Money
from pos.domain.tenders import TenderKind
from pos.texts import N_, Texts
from pos.ui.amounts.money_field import Entry, MoneyField
from pos.ui.counting.count_side import CountSide
from pos.ui.counting.counting_page import LOW, NARROW
from pos.ui.look.buttons import ActionButton
from pos.ui.look.icons import icon_label
from pos.ui.look.panels import in_a_row, panel, rule, stacked
from pos.ui.look.theme import MARGIN, Colour, restyle
from pos.ui.look.words import Words

KINDS = {
    TenderKind.QR: ("qr", N_("QR"), N_("Add up what the telephone shows")),
    TenderKind.CARD: ("card", N_("Card"), N_("What the terminal's list comes to")),
    TenderKind.TRANSFER: ("bank", N_("Bank transfer"), N_("What came in by transfer")),
}


class _SeenField(MoneyField):
    """An amount that was read off a telephone or a terminal; nothing typed is nothing known, a zero is a zero."""

    focused = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()
        self.focused.emit()

    @property
    def is_known(self) -> bool:
        """Whether an amount stands in it."""
        return bool(self.text().strip()) and self.entry is not Entry.NO_AMOUNT


class _SeenRow(QFrame):
    """One kind of payment."""

    def __init__(self, kind: TenderKind, money: Currency, texts: Texts) -> None:
        super().__init__()
        icon, name, what = KINDS[kind]
        self.kind = kind
        self.field = _SeenField(texts.symbol(money.code), texts)
        self.field.setAccessibleName(texts._(name))
        self.field.take_currency(money)
        self.field.setPlaceholderText("–")
        self.field.setObjectName("")
        self.field.setProperty("kind", "seen")
        self._unknown = Words(texts._("Not looked at"), 17, tone=Colour.PIEDRA)
        self._texts = texts
        self.setProperty("row", "count")
        row = in_a_row(self, margins=(12, 10, 18, 10), gap=16)
        row.addWidget(icon_label(icon, 32))
        words = stacked(gap=2)
        words.addStretch(1)
        words.addWidget(Words(texts._(name), 20, bold=True))
        words.addWidget(Words(texts._(what), 17, tone=Colour.PIEDRA, lines=2))
        words.addStretch(1)
        row.addLayout(words, 1)
        row.addWidget(self._unknown)
        row.addWidget(self.field)
        self.field.setFixedWidth(280)
        self.field.changed.connect(self._show_state)
        self.field.focused.connect(lambda: restyle(self, "row", "counting"))
        self.field.editingFinished.connect(lambda: restyle(self, "row", "count"))

    def _show_state(self) -> None:
        self._unknown.say("" if self.field.text() else self._texts._("Not looked at"))


class PaymentsPage(QWidget):
    """Asks for each kind; all of it may be left open."""

    finished = Signal()

    def __init__(self, money: Currency, texts: Texts) -> None:
        super().__init__()
        self._money = money
        self._rows = [_SeenRow(kind, money, texts) for kind in KINDS]
        self._current = self._rows[0]
        advice = texts._("Look at the telephone and the terminal, and type what this shift's payments come to.")
        self._side = CountSide(texts, advice, "eye-off", decimals=True)
        self._build(texts)
        self._connect()

    def _build(self, texts: Texts) -> None:
        outer = in_a_row(self, gap=MARGIN)
        frame = panel()
        column = stacked(frame, margins=(1, 10, 1, 10), gap=0)
        head = in_a_row(margins=(17, 0, 17, 8))
        head.addWidget(Words(texts._("QR, cards and transfers of this shift"), 20, bold=True), 1)
        head.addWidget(Words(texts.symbol(self._money.code), 20, bold=True, align=Qt.AlignmentFlag.AlignRight))
        column.addLayout(head)
        for row in self._rows:
            column.addWidget(rule())
            column.addWidget(row)
        column.addWidget(rule())
        column.addStretch(1)
        outer.addWidget(frame, 1)
        outer.addWidget(self._side)

    def _connect(self) -> None:
        for row in self._rows:
            row.field.focused.connect(lambda row=row: self._note(row))
            row.field.entered.connect(self.go_on)
            row.field.scanned.connect(self.take_focus)
        self._side.typed.connect(self._type)
        self._side.erased.connect(self._erase)

    def add_button(self, button: ActionButton, *, low: int = 56) -> None:
        """Put a button at the foot of the side; on a low screen it is so high."""
        self._side.add_button(button, low=low)

    @property
    def seen(self) -> dict[TenderKind, Money]:
        """What was typed, by kind; one that was left open is left out."""
        return {row.kind: Money(row.field.amount, self._money) for row in self._rows if row.field.is_known}

    def clear(self) -> None:
        """Leave the kind that is being typed open; what was typed of others stays."""
        self._current.field.set_amount(0)

    def begin(self) -> None:
        """Begin with the first kind."""
        self._current = self._rows[0]
        self.take_focus()

    def take_focus(self) -> None:
        """Go on where it was left."""
        self._current.field.setFocus()

    def go_on(self) -> None:
        """To the next kind; after the last one the page is finished."""
        place = self._rows.index(self._current) + 1
        if place < len(self._rows):
            self._rows[place].field.setFocus()
        else:
            self.finish()

    def finish(self) -> None:
        """The page is finished, unless something stands in it that is no amount."""
        for row in self._rows:
            if row.field.entry is Entry.NO_AMOUNT:
                row.field.setFocus()
                return
        self.finished.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        self._side.make_room(narrow=narrow, low=self.height() < LOW)
        for row in self._rows:
            row.field.setFixedWidth(200 if narrow else 280)

    def _note(self, row: _SeenRow) -> None:
        self._current = row

    def _type(self, sign: str) -> None:
        self.take_focus_keeping()
        self._current.field.type_sign(sign)

    def _erase(self) -> None:
        self.take_focus_keeping()
        self._current.field.erase_sign()

    def take_focus_keeping(self) -> None:
        """Give the field the focus where it lost it, without choosing what stands in it."""
        if not self._current.field.hasFocus():
            self._current.field.setFocus()
            self._current.field.deselect()
