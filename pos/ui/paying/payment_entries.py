"""The entries of the payment, one for each kind of method, of which one is shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from pos.domain.tenders import TenderKind
from pos.texts import Texts
from pos.ui.paying.payment_card import CardEntry
from pos.ui.paying.payment_cash import CashEntry
from pos.ui.paying.payment_entry import PaymentEntry
from pos.ui.paying.payment_foreign import ForeignEntry
from pos.ui.paying.payment_parts import Payment
from pos.ui.paying.payment_qr import QrEntry


class PaymentEntries(QStackedWidget):
    """Which of them enters a payment's live part follows from its method."""

    changed = Signal()
    """The part is entered otherwise."""
    entered = Signal()
    """Enter was pressed."""
    scanned = Signal()
    """Enter was pressed on a product's code."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self.qr = QrEntry(texts)
        self._cash, self._foreign, self._card = CashEntry(texts), ForeignEntry(texts), CardEntry(texts)
        for entry in (self._cash, self._foreign, self.qr, self._card):
            self.addWidget(entry)
            entry.changed.connect(self.changed)
            entry.entered.connect(self.entered)
            entry.scanned.connect(self.scanned)

    def of(self, payment: Payment | None) -> PaymentEntry:
        """The entry of the payment's method; where there is no payment yet, that of cash."""
        if payment is None or payment.method == payment.own_cash:
            return self._cash
        match payment.method.kind:
            case TenderKind.CASH:
                return self._foreign
            case TenderKind.QR:
                return self.qr
            case _:
                return self._card

    def asked(self, payment: Payment | None) -> int:
        """What is asked for by QR just now: a part that nobody has confirmed yet."""
        return self.qr.part.amount if self.of(payment) is self.qr and self.qr.readable else 0
