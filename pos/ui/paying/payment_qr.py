"""Payment by QR: the network's own picture, the amount to compare, three steps, the operation's number.

The till does not know whether money arrived and never says so: a person looks at the stall's phone and says it.
"""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from pos.domain.tenders import TenderKind
from pos.texts import Texts
from pos.ui.amounts.money_field import LARGE, MoneyField
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.icons import paint_icon
from pos.ui.look.panels import Keypad, in_a_row, panel, rule, stacked
from pos.ui.look.qr_picture import QrPicture
from pos.ui.look.theme import GAP, Colour, colour, font, text_width
from pos.ui.look.words import Words
from pos.ui.messages import Message, MessageBar, Tone
from pos.ui.paying.payment_card import ReferenceField
from pos.ui.paying.payment_entry import PaymentEntry
from pos.ui.paying.payment_methods import Method
from pos.ui.paying.payment_parts import Part, Payment

ROUND, NARROW_ROUND = 52, 40
"""The side of a step's number."""
NARROW = 250
"""Under this width a step is said in fewer words."""
LOW = 560


class _Number(QWidget):
    """A step's number in a ring; a tick once it is done."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number, self._done, self._now = number, False, False
        self.make_narrow(narrow=False)

    def make_narrow(self, *, narrow: bool) -> None:
        """Take less room."""
        side = NARROW_ROUND if narrow else ROUND
        self.setFixedSize(side, side)

    def show_state(self, *, done: bool, now: bool) -> None:
        """Whether the step is behind us, or the one to do."""
        self._done, self._now = done, now
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = Colour.TOTORA if self._done else Colour.NOCHE
        painter.setPen(QPen(colour(edge), 3))
        painter.setBrush(colour(edge if self._done or self._now else Colour.SAL0))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5))
        if self._done:
            inset = (self.width() - 28) // 2
            paint_icon(painter, "check", QRectF(inset, inset, 28, 28), Colour.SAL0, line=3)
            return
        painter.setFont(font(24, bold=True))
        painter.setPen(colour(Colour.SAL0 if self._now else Colour.NOCHE))
        left = (self.width() - text_width(str(self._number), 24, bold=True)) / 2
        box = QRectF(left, 0, self.width(), self.height() - 1)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, str(self._number))


class _Step(QFrame):
    """A number and what to do, the weighty part of it in bold."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._ring = _Number(number)
        self._bold = Words(pixels=20, bold=True, lines=2)
        self._plain = Words(pixels=20, lines=2)
        row = self._row = in_a_row(self, margins=(0, 4, 0, 4), gap=14)
        row.addWidget(self._ring)
        self._words = stacked(gap=0)
        self._words.addStretch(1)
        self._words.addWidget(self._bold)
        self._words.addWidget(self._plain)
        self._words.addStretch(1)
        row.addLayout(self._words, 1)

    def say(self, bold: str = "", plain: str = "", *, plain_first: bool = False) -> None:
        """Ask for this."""
        for words, text in ((self._bold, bold), (self._plain, plain)):
            words.say(text)
            words.setVisible(bool(text))
        if plain_first:
            self._words.removeWidget(self._plain)
            self._words.insertWidget(1, self._plain)
        self.setAccessibleName(" ".join(part for part in (bold, plain) if part))

    def make_narrow(self, *, narrow: bool) -> None:
        """Take less room."""
        self._ring.make_narrow(narrow=narrow)
        self._row.setSpacing(10 if narrow else 14)

    def show_state(self, *, done: bool = False, now: bool = False) -> None:
        """Whether the step is behind us, or the one to do."""
        self._ring.show_state(done=done, now=now)


class QrSteps(QWidget):
    """Show the QR, wait for the bank's notice, compare the amount."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._there, self._amount = False, ""
        self._steps = [_Step(number) for number in (1, 2, 3)]
        column = stacked(self, gap=0)
        for place, step in enumerate(self._steps):
            if place:
                column.addWidget(rule())
            column.addWidget(step, 1)
        self._say()

    def show_display(self, *, there: bool) -> None:
        """Whether the buyer has a screen of their own, on which the QR stands by itself."""
        self._there = there
        self._say()

    def show_amount(self, amount: str) -> None:
        """Which amount the notice has to name."""
        self._amount = amount
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say()

    def _say(self) -> None:
        _, narrow = self._texts._, self.width() < NARROW
        first, second, third = self._steps
        first.say(plain=_("The QR is on the buyer's screen") if self._there else _("Show this QR to the buyer"))
        first.show_state(done=self._there, now=not self._there)
        second.say(_("Wait for the bank's notice"), "" if narrow else _("on the stall's phone"))
        second.show_state(now=True)
        third.say(self._amount, _("It must be") if narrow else _("See that the amount is"), plain_first=True)
        for step in self._steps:
            step.make_narrow(narrow=narrow)


class QrEntry(PaymentEntry):
    """The part counts only once somebody has said that the money arrived: until then the payment does not hold it."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.title = texts._("The buyer reads this QR")
        self._method = Method(TenderKind.QR, "")
        self._digits, self._proposed = 2, False
        self._picture = QrPicture(texts._("Set the QR up in Settings"))
        self._symbol = Words(pixels=20)
        self._field = MoneyField("", texts, LARGE)
        self._steps, self._keypad = QrSteps(texts), Keypad(texts)
        self._pages = QStackedWidget()
        self._asked = Words(texts._("Operation number, if there is one"), 17, tone=Colour.PIEDRA, lines=2)
        self._reference = ReferenceField(self._asked.text(), texts._("For example 8841"))
        self._keys = ActionButton("", "keyboard", kind=Kind.QUIET, pixels=17)
        self._note = MessageBar()
        self._build()
        self._connect()

    def _build(self) -> None:
        column = stacked(self, gap=GAP)
        row = in_a_row(gap=22)
        frame = panel()
        inside = stacked(frame, margins=(16, 12, 16, 12))
        inside.addWidget(self._picture, 1)
        inside.addWidget(rule("strong"))
        foot = in_a_row(gap=12)
        foot.addWidget(self._symbol)
        foot.addWidget(self._field, 1)
        inside.addLayout(foot)
        row.addWidget(frame, 426)
        row.addLayout(self._build_beside(), 270)
        column.addLayout(row, 508)
        column.addStretch(1)
        column.addWidget(self._note)
        self._field.setAccessibleName(self._texts._("Amount"))
        self._field.setMaximumHeight(76)
        _ = self._texts._
        doubt = _("It can't know that money arrived: look yourself.")
        self._note.show_message(Message(Tone.WARN, _("The till has no line to the bank."), doubt))
        self._show_keys(shown=False)

    def _build_beside(self) -> QVBoxLayout:
        beside = stacked(gap=6)
        self._pages.addWidget(self._steps)
        self._pages.addWidget(self._keypad)
        beside.addWidget(self._pages, 1)
        beside.addWidget(self._asked)
        beside.addWidget(self._reference)
        beside.addWidget(self._keys)
        return beside

    def _connect(self) -> None:
        self._field.changed.connect(self._note_change)
        self._field.entered.connect(self.entered)
        self._field.scanned.connect(self.scanned)
        self._reference.returnPressed.connect(self.entered)
        self._keypad.pressed.connect(self._type)
        self._keypad.erased.connect(self._erase)
        self._keys.clicked.connect(lambda: self._show_keys(shown=self._pages.currentWidget() is self._steps))
        self._field.installEventFilter(self)
        self._reference.installEventFilter(self)

    def begin(self, payment: Payment) -> None:
        money, live = payment.exhibition.currency, payment.live_part
        self._method, self._digits = payment.method, money.digits
        self._proposed = live is None
        self._symbol.say(self._texts.symbol(money.code))
        self._reference.setText(live.reference if live else "")
        self._field.take_currency(money)
        self._field.set_amount(live.amount if live else payment.rest)
        self._show_keys(shown=False)

    def show_rest(self, payment: Payment) -> None:
        if self._proposed and not self._field.typed_in and self._field.amount != payment.rest:
            self._field.set_amount(payment.rest)

    def show_picture(self, picture: QPixmap | None) -> None:
        """Show the network's QR, or say where to put it."""
        self._picture.show_picture(picture)

    def show_display(self, *, there: bool) -> None:
        """Whether the buyer has a screen of their own."""
        self._steps.show_display(there=there)

    @property
    def part(self) -> Part:
        return Part(self._method, self._field.amount, self._reference.reference)

    @property
    def field(self) -> MoneyField:
        return self._field

    def clear(self) -> None:
        self._proposed = False
        self._field.set_amount(0)

    def type_on(self, event: QKeyEvent) -> None:
        if not self._reference.hasFocus():
            super().type_on(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._note.setVisible(self.height() >= LOW - 160)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress:
            self._show_keys(shown=True)
        return super().eventFilter(watched, event)

    def _show_keys(self, *, shown: bool) -> None:
        self._pages.setCurrentWidget(self._keypad if shown else self._steps)
        self._keys.say(self._texts._("Done with the keys") if shown else self._texts._("Another amount"))

    def _note_change(self) -> None:
        self._steps.show_amount(self._texts.amount(self._field.amount, self._digits))
        self.changed.emit()

    def _type(self, sign: str) -> None:
        if self._reference.hasFocus():
            self._reference.insert(sign)
        else:
            self._field.type_sign(sign)

    def _erase(self) -> None:
        if self._reference.hasFocus():
            self._reference.backspace()
        else:
            self._field.erase_sign()
