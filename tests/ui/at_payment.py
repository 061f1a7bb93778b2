"""Somebody at the payment screen, and what they charge."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pos.domain.tenders import Tender, TenderKind
from pos.services.desk import Desk
from pos.ui.paying.payment_buttons import MethodButton
from pos.ui.paying.payment_list import PartRow
from pos.ui.paying.payment_screen import PaymentScreen
from pos.ui.session import Session
from tests.ui.at_screen import AtScreen
from tests.ui.selling_parts import a_session
from tests.ui.stand import PATIENCE

DUE = 6250
SIZES = [(1366, 704), (1920, 1016), (1024, 536)]
"""What the window leaves to a screen under its band and strip."""


class AtPayment(AtScreen):
    """Somebody who charges; keeps what the screen asks of its window."""

    def __init__(self, qtbot: QtBot, desk: Desk, due: int = DUE, size: tuple[int, int] = (1366, 704)) -> None:
        self.desk, self.session = desk, a_session(desk)
        self.payment = PaymentScreen(desk)
        self.finished: list[list[Tender] | None] = []
        self.qr: list[int | None] = []
        self.left = 0
        self.payment.finish_wanted.connect(self.finished.append)
        self.payment.qr_shown.connect(self.qr.append)
        self.payment.left.connect(self._leave)
        super().__init__(qtbot, self.payment, size)
        self.charge(due)
        qtbot.waitUntil(lambda: bool(self.seen(MethodButton)), timeout=PATIENCE)

    def charge(self, due: int, session: Session | None = None) -> None:
        self.payment.start(due, session or self.session)
        self.payment.take_focus()

    def keys(self, text: str) -> None:
        """Type as fingers do, into whatever has the focus."""
        QTest.keyClicks(self._focused(), text)

    def method(self, number: int) -> None:
        """Alt and a figure."""
        QTest.keyClick(self._focused(), Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)

    def can_press(self, name: str) -> bool:
        return self.button(name).isEnabled()

    @property
    def parts(self) -> list[str]:
        """The parts that are listed, as a screen reader says them."""
        return [row.accessibleName() for row in self.seen(PartRow)]

    def row(self, place: int) -> PartRow:
        return self.seen(PartRow)[place]

    def _leave(self) -> None:
        self.left += 1


CASH, QR, CARD, BANK, DOLLARS, EUROS = 1, 2, 3, 4, 5, 6


def base(kind: TenderKind, amount: int, reference: str = "") -> Tender:
    return Tender(kind, "BOB", amount, amount, None, reference)
