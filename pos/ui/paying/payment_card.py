"""Card and bank transfer: what is due is proposed, and what the slip or the notice says can be noted."""

from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from pos.domain.tenders import MAX_REFERENCE, TenderKind
from pos.texts import Texts
from pos.ui.amounts.money_field import MoneyField
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.panels import Keypad, in_a_row, stacked
from pos.ui.look.theme import GAP, Colour
from pos.ui.look.words import Words
from pos.ui.paying.payment_buttons import AmountButton
from pos.ui.paying.payment_entry import PaymentEntry, Tip
from pos.ui.paying.payment_methods import Method
from pos.ui.paying.payment_parts import Part, Payment

LOW = 420


class ReferenceField(QLineEdit):
    """What the buyer's slip or notice says; it may stay empty."""

    def __init__(self, label: str, example: str) -> None:
        super().__init__()
        self.setAccessibleName(label)
        self.setPlaceholderText(example)
        self.setMaxLength(MAX_REFERENCE)
        self.setMinimumHeight(64)
        self.setProperty("kind", "reference")

    @property
    def reference(self) -> str:
        """What was typed, without blanks at its ends and without what no paper can print."""
        return "".join(sign for sign in self.text() if sign.isprintable()).strip()


class CardEntry(PaymentEntry):
    """Either of the two ways that a terminal or a bank answers for, outside of the till."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._method = Method(TenderKind.CARD, "")
        self._proposed = False
        self._field = MoneyField(texts._("Amount"), texts)
        self._keypad = Keypad(texts)
        self._all = AmountButton()
        self._clear = ActionButton(texts._("Clear"), "trash", kind=Kind.QUIET)
        self._asked = Words(pixels=17, tone=Colour.PIEDRA, lines=2)
        self._reference = ReferenceField(texts._("Operation number, if there is one"), texts._("For example 8841"))
        self._tip = Tip("", texts._("Only then finish the sale. The till can't see it."), "info")
        self._build()
        self._connect()

    def _build(self) -> None:
        column = in_a_row(self, gap=20)
        typing = stacked()
        typing.addWidget(self._field)
        typing.addWidget(self._keypad, 304)
        typing.addStretch(240)
        column.addLayout(typing, 310)
        beside = stacked()
        beside.addWidget(self._all)
        beside.addWidget(self._clear)
        beside.addSpacing(GAP)
        beside.addWidget(self._asked)
        beside.addWidget(self._reference)
        beside.addSpacing(GAP)
        beside.addWidget(self._tip, 112)
        beside.addStretch(240)
        column.addLayout(beside, 388)

    def _connect(self) -> None:
        self._field.changed.connect(self.changed)
        self._field.entered.connect(self.entered)
        self._field.scanned.connect(self.scanned)
        self._reference.textEdited.connect(self._note_reference)
        self._reference.returnPressed.connect(self.entered)
        self._keypad.pressed.connect(self._type)
        self._keypad.erased.connect(self._erase)
        self._clear.clicked.connect(self.clear)
        self._all.clicked.connect(self._take_all)

    def begin(self, payment: Payment) -> None:
        self._method = payment.method
        card = payment.method.kind is TenderKind.CARD
        _ = self._texts._
        self.title = _("How much is paid by card?") if card else _("How much is paid through the bank?")
        self._asked.say(_("Number on the slip, if there is one") if card else _("Operation number, if there is one"))
        self._reference.setAccessibleName(self._asked.text())
        self._tip.say_title(
            _("Wait until the card's machine says yes.") if card else _("Look for the money in the bank's notice.")
        )
        live = payment.live_part
        self._proposed = live is None
        self._reference.setText(live.reference if live else "")
        self._field.take_currency(payment.exhibition.currency)
        self._field.set_amount(live.amount if live else payment.rest)

    def show_rest(self, payment: Payment) -> None:
        money = payment.exhibition.currency
        if self._is_proposal and self._field.amount != payment.rest:
            self._field.set_amount(payment.rest)
        figure = self._texts.amount(payment.rest, money.digits)
        self._all.show_word(payment.rest, self._texts._("All that is missing"), figure)
        self._all.setEnabled(payment.rest > 0)
        self._clear.setEnabled(bool(self._field.text()))

    @property
    def part(self) -> Part:
        return Part(self._method, self._field.amount, self._reference.reference, proposed=self._is_proposal)

    @property
    def _is_proposal(self) -> bool:
        return self._proposed and not self._field.typed_in

    @property
    def field(self) -> MoneyField:
        return self._field

    def clear(self) -> None:
        self._proposed = False
        self._field.set_amount(0)
        self.take_focus()

    def type_on(self, event: QKeyEvent) -> None:
        if not self._reference.hasFocus():
            super().type_on(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tip.setVisible(self.height() >= LOW)

    def _note_reference(self) -> None:
        self._proposed = False
        self.changed.emit()

    def _take_all(self) -> None:
        self._proposed = False
        self._field.set_amount(self._all.amount)
        self.take_focus()

    def _type(self, sign: str) -> None:
        """The keys write where the focus is: a number can be noted without a keyboard."""
        self._proposed = False
        if self._reference.hasFocus():
            self._reference.insert(sign)
            self._note_reference()
        else:
            self._field.type_sign(sign)

    def _erase(self) -> None:
        self._proposed = False
        if self._reference.hasFocus():
            self._reference.backspace()
            self._note_reference()
        else:
            self._field.erase_sign()
