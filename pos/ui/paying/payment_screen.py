"""Where the buyer pays: in cash, by QR, by card, through the bank, in foreign cash, or in any mix of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from pos.domain.refusals import Refusal
from pos.services.desk import Desk
from pos.ui.look.buttons import ActionButton
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.qr_picture import read_qr
from pos.ui.look.theme import MARGIN
from pos.ui.look.words import Words
from pos.ui.messages import Message, MessageBar, Tone, told
from pos.ui.paying.payment_buttons import MethodColumn
from pos.ui.paying.payment_changes import misfit_message
from pos.ui.paying.payment_entries import PaymentEntries
from pos.ui.paying.payment_entry import PaymentEntry
from pos.ui.paying.payment_methods import Method, Offer, offers
from pos.ui.paying.payment_parts import Part, Payment
from pos.ui.paying.payment_side import PaymentSide
from pos.ui.screen import Screen
from pos.ui.session import Session

METHODS_WIDTH, NARROW_METHODS_WIDTH = 180, 130
NARROW, LOW = 1200, 600


class PaymentScreen(Screen):
    """Shows what is missing or goes back after each touch; only a payment that is enough can be finished.

    Parts that were entered stay until the payment is `forget`-ed, also while the cashier is back at the cart.
    """

    finish_wanted = Signal(object)
    """The list of tenders to settle the sale with; None for exact cash where the due rounds to nothing."""
    left = Signal()
    """Back to the cart; what was entered is kept."""
    qr_shown = Signal(object)
    """The amount that the buyer's screen asks for by QR, None where it asks for none."""
    tender_changed = Signal(int, object)
    """The due and the tuple of tenders entered so far."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._texts = texts = desk.texts
        self._payment: Payment | None = None
        self._offers: tuple[Offer, ...] = ()
        self._asking = False
        self._asked_on_display: int | None = None
        self._title = Words(pixels=26, bold=True)
        self._message = MessageBar()
        self._methods = MethodColumn(self)
        self._entries = PaymentEntries(texts)
        self._qr = self._entries.qr
        self._side = PaymentSide(texts)
        self._sum, self._finish = self._side.sum, self._side.finish
        self._back = ActionButton(texts._("Back"), "arrow-left", "Esc", height=72)
        self._build()
        self._connect()

    def _build(self) -> None:
        row = in_a_row(self, margins=(MARGIN, MARGIN, MARGIN, MARGIN), gap=MARGIN)
        self._left = QWidget()
        methods = stacked(self._left)
        methods.addWidget(self._methods, 1)
        methods.addWidget(self._back)
        row.addWidget(self._left)
        middle = stacked(gap=10)
        middle.addWidget(self._title)
        middle.addWidget(self._message)
        middle.addWidget(self._entries, 1)
        row.addLayout(middle, 1)
        row.addWidget(self._side)

    def _connect(self) -> None:
        self._entries.changed.connect(self._note_change)
        self._entries.entered.connect(self._press_finish)
        self._entries.scanned.connect(self._say_scanned)
        self._methods.wanted.connect(self._choose)
        self._sum.wanted.connect(self._choose)
        self._sum.touched.connect(self._correct)
        self._sum.removed.connect(self._remove)
        self._sum.not_arrived.connect(self._give_up_qr)
        self._back.clicked.connect(self.left)
        self._finish.clicked.connect(self._press_finish)
        self._message.acted.connect(self._press_finish)
        for keys, button in (("F12", self._finish), ("Esc", self._back)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)

    # --- what the window asks for --------------------------------------------------------------------------------

    def start(self, due: int, session: Session) -> None:
        """Begin a payment of so many minor units, or go on with the one that was left."""
        exhibition = session.exhibition
        self._offers = offers(session.terms, exhibition, self._texts)
        self._methods.show_offers(self._offers)
        self._qr.show_picture(read_qr(self._desk.places.qr_picture))
        before = self._payment
        self._payment = Payment(due, exhibition)
        lost: list[Part] = []
        if before is not None and before.exhibition.id == exhibition.id:
            known = {offer.method for offer in self._offers if not offer.reason}
            lost = [part for part in before.parts if part.method not in known]
            self._payment.parts = [part for part in before.parts if part.method in known and not part.proposed]
        self._settle()
        self._choose(self._payment.own_cash)
        self._tell_what_changed(before, lost)

    def show_due(self, due: int) -> None:
        """Another amount is due: a product was scanned, or taken out, while it was being paid."""
        if self._payment is not None:
            before = Payment(self._payment.due, self._payment.exhibition)
            before.parts = list(self._payment.parts)
            self._payment.due = due
            self._settle()
            self._show()
            self._tell_what_changed(before, [])

    @property
    def payment(self) -> Payment | None:
        """What was given so far of the sale that is being paid."""
        return self._payment

    def resume(self, payment: Payment) -> None:
        """Have what was given so far when the next `start` goes on with it."""
        self._payment = payment

    def forget(self) -> None:
        """The sale is finished, held or emptied: the next payment begins anew."""
        self._payment = None
        self._tell_display(None)

    def show_customer_display(self, *, there: bool) -> None:
        """Whether the buyer has a screen of their own, on which the QR stands."""
        self._qr.show_display(there=there)

    def show_message(self, message: Message) -> None:
        """Say something in the place of the title; the payment stays as it is."""
        self._title.hide()
        self._message.show_message(message)

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words

    @property
    def words(self) -> str:
        """What is missing, asked for, or goes back, in words."""
        return self._sum.change.words

    def take_focus(self) -> None:
        """Let the next key go into the amount; a QR that was asked for is asked for again."""
        self._entry.take_focus()
        if self._payment is not None:
            self._tell_display(self._asked or None)

    # --- showing -------------------------------------------------------------------------------------------------

    @property
    def _entry(self) -> PaymentEntry:
        return self._entries.of(self._payment)

    @property
    def _asked(self) -> int:
        return self._entries.asked(self._payment)

    def _show(self) -> None:
        if self._payment is None:
            return
        self._entry.show_rest(self._payment)
        standing, asked = self._payment.standing(), self._asked
        self._sum.show_payment(self._payment, standing, self._offers, asked)
        over = self._payment.refusal(self._qr.part) if asked else standing.over
        self._side.show_finish(standing, asked, over, readable=self._entry.readable)
        if over is not None:
            self.show_message(told(over, self._texts))
        self.tender_changed.emit(self._payment.due, self._payment.tenders)
        self._tell_display(asked or None)

    def _tell_display(self, asked: int | None) -> None:
        if asked != self._asked_on_display:
            self._asked_on_display = asked
            self.qr_shown.emit(asked)

    def _tell_what_changed(self, before: Payment | None, lost: list[Part]) -> None:
        if before is not None and self._payment is not None:
            message = misfit_message(before, self._payment, lost, self._offers, self._texts)
            if message is not None:
                self.show_message(message)

    # --- answering -----------------------------------------------------------------------------------------------

    def _choose(self, method: Method) -> None:
        if self._payment is not None:
            self._payment.choose(method)
            self._ask(self._payment)

    def _correct(self, place: int) -> None:
        if self._payment is not None:
            self._payment.correct(place)
            self._ask(self._payment)

    def _ask(self, payment: Payment) -> None:
        """Show the entry of the method that is chosen now."""
        self._settle()
        self._methods.show_chosen(payment.method)
        entry = self._entry
        self._asking = True
        entry.begin(payment)
        self._asking = False
        self._title.say(entry.title)
        self._entries.setCurrentWidget(entry)
        self._note_change()
        if self.isVisible():
            entry.take_focus()

    def _remove(self, place: int) -> None:
        if self._payment is None:
            return
        was_live = place == self._payment.live
        self._payment.remove(place)
        self._settle()
        if was_live:
            self._entry.clear()
        self._show()

    def _note_change(self) -> None:
        """Take the part as it is now entered; one by QR counts only once it is confirmed."""
        payment, entry = self._payment, self._entry
        if payment is None or self._asking:  # what an entry shows when it begins, nobody has entered
            return
        self._settle()
        try:
            if entry is not self._qr:
                payment.put(entry.part)
        except Refusal as refusal:
            entry.clear()
            self.show_message(told(refusal, self._texts))
            return
        self._show()

    def _press_finish(self) -> None:
        if self._payment is None or not self._finish.isEnabled():
            return
        if self._asked:
            self._confirm_qr(self._payment)
        else:
            self.finish_wanted.emit(list(self._payment.tenders) or None)

    def _confirm_qr(self, payment: Payment) -> None:
        """Somebody says that the money arrived: it counts, and where it is enough the sale is finished."""
        try:
            payment.put(self._qr.part)
        except Refusal as refusal:
            self.show_message(told(refusal, self._texts))
            return
        self._choose(payment.own_cash)
        if payment.standing().enough:
            self.finish_wanted.emit(list(payment.tenders))

    def _give_up_qr(self) -> None:
        """The money did not arrive: nothing of it counts."""
        if self._payment is None:
            return
        if self._payment.live is not None:
            self._payment.remove(self._payment.live)
        self._choose(self._payment.own_cash)

    def _settle(self) -> None:
        """Nothing is wrong any more."""
        self._message.clear()
        self._title.show()

    def _say_scanned(self) -> None:
        words = self._texts._("That was a product's code, not an amount.")
        detail = self._texts._("Finish this sale first, or go back to add the product.")
        self.show_message(Message(Tone.WARN, words, detail))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() and event.text().isprintable() and not self._entry.field.hasFocus():
            self._entry.type_on(event)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tell_display(None)  # nobody is asked for money by a screen that is not shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow, low = self.width() < NARROW, self.height() < LOW
        self._left.setFixedWidth(NARROW_METHODS_WIDTH if narrow else METHODS_WIDTH)
        self._side.fit(narrow=narrow, low=low)
        self._back.setMinimumHeight(56 if low else 72)
