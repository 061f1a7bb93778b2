"""A person who opens or closes a shift: counts, types and touches at one screen alone."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pos.domain.basket import Basket
from pos.domain.money import Money
from pos.domain.people import Person, Role
from pos.domain.shifts import CashDirection
from pos.domain.tenders import TenderKind, tender
from pos.services.desk import Desk
from pos.ui.counting.close_screen import CloseScreen
from pos.ui.look.words import Words
from pos.ui.messages import MessageBar
from pos.ui.screen import Screen
from pos.ui.session import Session
from tests.ui.at_screen import AtScreen

ANA = Person("ana", "Ana Mayta", Role.CASHIER)


def session_at(desk: Desk) -> Session:
    """Ana signed in at the desk's fair."""
    terms = desk.till.catalogue.terms()
    exhibition = terms.exhibition(desk.settings.exhibition)
    return Session(ANA, terms, exhibition, desk.till.shifts.current(desk.settings.till))


class Counting(AtScreen):
    """Ana before a screen that counts."""

    def __init__(self, qtbot: QtBot, screen: Screen, desk: Desk, size: tuple[int, int]) -> None:
        super().__init__(qtbot, screen, size)
        self.desk = desk

    def write(self, text: str) -> None:
        """Type figures, key by key."""
        QTest.keyClicks(self._focused(), text)

    @property
    def message(self) -> str:
        """What the message says, empty when there is none."""
        return " ".join(bar.words for bar in self.seen(MessageBar))

    def has_button(self, name: str) -> bool:
        """Whether there is such a button."""
        return name in self.buttons

    def can_press(self, name: str) -> bool:
        """Whether there is such a button and it can be pressed."""
        return self.has_button(name) and self.button(name).isEnabled()

    def clipped(self) -> list[str]:
        """Words that have no room."""
        return [words.text() for words in self.seen(Words) if words.clipped]

    def faults(self) -> list[str]:
        """What is wrong with the books."""
        return [str(fault) for fault in self.desk.safekeeping.verify(lambda _done, _of: None)]


def sell(desk: Desk, *paid: tuple[TenderKind, str, str]) -> None:
    """A chullo for 65.00."""
    exhibition = desk.till.catalogue.terms().exhibition(desk.settings.exhibition)
    basket = Basket(exhibition.currency).add(desk.till.catalogue.find("MP-027"))
    tenders = [tender(kind, Money.of(amount, code), exhibition) for kind, amount, code in paid]
    desk.till.selling.finish(desk.act(), basket, tenders, paper=False)


def busy(desk: Desk) -> Desk:
    """Bolivianos 100.00 + 65.00 − 129.00 + 150.00 − 15.00 − 30.00 = 141.00; dollars 20.00; QR 65.00."""
    desk.till.shifts.open(desk.act(), "Ana Mayta", {"BOB": {"10.00": 10}})
    sell(desk, (TenderKind.CASH, "100.00", "BOB"))
    sell(desk, (TenderKind.CASH, "20.00", "USD"))
    sell(desk, (TenderKind.QR, "65.00", "BOB"))
    desk.till.shifts.move_cash(desk.act(), CashDirection.IN, Money.of("150.00", "BOB"), "sencillo")
    desk.till.shifts.move_cash(desk.act(), CashDirection.OUT, Money.of("15.00", "BOB"), "bolsas")
    desk.till.settling.advance(desk.act(), "MP01", Money.of("30.00", "BOB"))
    return desk


def at_the_close(qtbot: QtBot, desk: Desk, carts: int = 0, size: tuple[int, int] = (1366, 704)) -> Counting:
    """Ana begins to close the desk's shift, a busy one where none is open."""
    if desk.till.shifts.current(desk.settings.till) is None:
        busy(desk)
    screen = CloseScreen(desk)
    at = Counting(qtbot, screen, desk, size)
    screen.start(session_at(desk), carts)
    screen.take_focus()
    return at


def count_bolivianos(person: Counting, *, tens: str, coins: str = "") -> None:
    """So many notes of 10 and coins of 1, everything else left out."""
    person.press(*["Down"] * 4)
    person.write(tens)
    if coins:
        person.press(*["Down"] * 3)
        person.write(coins)
    person.touch("Siguiente")


def to_the_result(person: Counting, *, tens: str = "14", coins: str = "1", dollars: str = "1", qr: str = "65") -> None:
    """All counted: exact, unless told otherwise."""
    count_bolivianos(person, tens=tens, coins=coins)
    if dollars:
        person.press("Down", "Down")
        person.write(dollars)  # notes of 20
    person.touch("Siguiente")  # to the euros
    person.touch("Siguiente")
    person.write(qr)
    person.touch("Siguiente")
