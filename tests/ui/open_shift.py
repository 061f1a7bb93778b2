"""A person at a till whose shift is open: sells, signs for others, finds receipts, and counts what comes back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from pos.domain.basket import Basket
from pos.domain.exhibitions import Exhibition
from pos.domain.people import Person, Role
from pos.domain.sales import Sale
from pos.domain.tenders import Tender
from pos.services.desk import Desk
from pos.ui.look.buttons import StepButton
from pos.ui.look.words import Words
from pos.ui.messages import MessageBar
from pos.ui.people.person_row import PersonRow
from pos.ui.returning.receipt_search_rows import SaleRow
from pos.ui.returning.refund_lines import RefundRow
from pos.ui.returning.refund_result import DebitRow
from pos.ui.returning.refund_screen import RefundScreen
from pos.ui.returning.refund_side import HandOver
from pos.ui.scan import Scan
from pos.ui.screen import Screen
from pos.ui.session import Session
from tests.ui.at_screen import AtScreen
from tests.ui.stand import CHRISTMAS_FAIR, PIN

CHULLO, CHARANGO, HONEY, BAG = "MP-027", "MP-015", "MP-019", "MP-026"
"""65.00, 450.00, 12.00, 120.00."""


def opened(desk: Desk) -> Desk:
    """The desk with an open shift, three hundred bolivianos in its drawer."""
    desk.till.shifts.open(desk.act(), "Ana Mayta", {"BOB": {"100.00": 3}})
    return desk


def fair(desk: Desk) -> Exhibition:
    """Where it sells."""
    return desk.till.catalogue.terms().exhibition(CHRISTMAS_FAIR)


def session(desk: Desk, role: Role = Role.CASHIER) -> Session:
    """Ana is signed in, in one role or another."""
    person = Person("ana", "Ana Mayta", role)
    return Session(person, desk.till.catalogue.terms(), fair(desk), desk.till.shifts.current("A"))


def sell(desk: Desk, *items: tuple[str, int], yapa: str = "", pay: list[Tender] | None = None) -> Sale:
    """Sell pieces at their list prices, for exact cash unless told."""
    basket = Basket(fair(desk).currency, "es")
    for sku, qty in items:
        basket = basket.add(desk.till.catalogue.find(sku), qty)
    if yapa:
        basket = basket.add_yapa(desk.till.catalogue.find(yapa))
    return desk.till.selling.finish(desk.act(), basket, pay, paper=False).sale


def sign(sheet: QWidget) -> None:
    """Let Elena sign."""
    (elena,) = [row for row in sheet.findChildren(PersonRow) if row.person.name == "Elena"]
    QTest.mouseClick(elena, Qt.MouseButton.LeftButton)
    QTest.keyClicks(sheet, PIN)
    QTest.keyClick(sheet, Qt.Key.Key_Return)


def texts_cut(at: AtScreen) -> list[str]:
    """Texts that have no room, but for the lists of names, which may end in three dots."""
    QApplication.processEvents()  # the layouts that were asked for are laid out
    lists = {row._names for row in at.seen(SaleRow)}
    return [words.text() for words in at.seen(Words) if words.text() and words.clipped and words not in lists]


def parts_outside(at: AtScreen) -> list[QWidget]:
    """Labels that lie over the screen's edge."""
    inside = at.screen.rect()
    return [part for part in at.seen(QLabel) if not inside.contains(part.mapTo(at.screen, part.rect().center()))]


class AtTheReturns(AtScreen):
    """A person before a screen that finds receipts."""

    screen: Screen

    def scan(self, code: str) -> None:
        """Let the window hand over what a scanner read."""
        assert self.screen.take_scan(Scan(code))

    def touch_line(self, place: int, name: str, times: int = 1) -> None:
        """Touch a button of a line, counted from 0."""
        row = self.lines[place]
        (button,) = [b for b in row.findChildren(StepButton) if b.isVisible() and b.accessibleName() == name]
        for _ in range(times):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def touch_sale(self, place: int) -> None:
        """Touch a sale of the list, counted from 0."""
        QTest.mouseClick(self.found[place], Qt.MouseButton.LeftButton)

    @property
    def found(self) -> list[SaleRow]:
        return sorted(self.seen(SaleRow), key=lambda row: row.y())

    @property
    def sales(self) -> list[str]:
        return [row.accessibleName() for row in self.found]

    @property
    def lines(self) -> list[RefundRow]:
        return sorted(self.seen(RefundRow), key=lambda row: row.y())

    @property
    def amount(self) -> str:
        (panel,) = self.seen(HandOver)
        return panel.words

    @property
    def debits(self) -> list[str]:
        return [row.accessibleName() for row in sorted(self.seen(DebitRow), key=lambda row: row.y())]

    @property
    def message(self) -> str:
        return " ".join(bar.words for bar in self.seen(MessageBar))


def at_the_returns(qtbot: QtBot, desk: Desk, role: Role, size: tuple[int, int]) -> AtTheReturns:
    """Stands before the returns of a desk."""
    screen = RefundScreen(desk)
    at = AtTheReturns(qtbot, screen, size)
    screen.start(session(desk, role))
    screen.take_focus()
    return at
