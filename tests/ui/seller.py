"""A person at the selling screen alone: scans, types, touches, and reads the cart as a screen reader says it."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget
from pytestqt.qtbot import QtBot

from pos.domain.sales import Sale
from pos.services.desk import Desk
from pos.storage.books import Books
from pos.ui.amounts.figure_entry import FigureBox
from pos.ui.look.words import Amount
from pos.ui.scan import Scan
from pos.ui.selling.cart_row import CartRow
from pos.ui.selling.found_row import FoundRow
from pos.ui.selling.held_row import HeldRow
from pos.ui.selling.money_panel import MoneyPanel
from pos.ui.selling.selling_screen import SellingScreen
from pos.ui.session import Session
from tests.ui.at_screen import AtScreen, name_of
from tests.ui.staff import session_of, staffed
from tests.ui.stand import PATIENCE


class Seller(AtScreen):
    """Sells in a session; `heard` are the sounds so far, `asked` what was asked of the window."""

    def __init__(self, qtbot: QtBot, desk: Desk, session: Session, size: tuple[int, int] = (1366, 704)) -> None:
        self.desk = desk
        self.selling = SellingScreen(desk)
        self.heard: list[str] = []
        self.asked: list[str] = []
        self.selling.sounded.connect(self.heard.append)
        for name in ("pay", "refund", "more", "copy"):
            signal = getattr(self.selling, f"{name}_wanted")
            signal.connect(lambda name=name: self.asked.append(name))
        super().__init__(qtbot, self.selling, size)
        self.selling.start(session)
        self.selling.take_focus()

    # --- doing ---------------------------------------------------------------------------------------------------

    def scan(self, *codes: str) -> None:
        """Scan labels."""
        for code in codes:
            self.selling.take_scan(Scan(code, ""))

    def write(self, text: str) -> None:
        """Type into whatever has the focus."""
        for sign in text:
            QTest.keyClicks(self._focused(), sign)

    def type_code(self, *codes: str) -> None:
        """Type codes by hand, each ended by Enter."""
        for code in codes:
            self.write(code)
            self.press("Enter")

    def undo(self) -> None:
        """Press Ctrl Z."""
        QTest.keyClick(self._focused(), "z", Qt.KeyboardModifier.ControlModifier)

    def touch_row(self, place: int, name: str) -> None:
        """Touch a button of the row at this place from the top, counted from 0."""
        (button,) = [b for b in self.rows[place].findChildren(QAbstractButton) if name_of(b) == name]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def touch_first(self, name: str) -> None:
        """Touch the button whose name begins so."""
        (button,) = [b for b in self.seen(QAbstractButton) if name_of(b).startswith(name)]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def pay(self) -> Sale:
        """Finish the sale with exact cash, as the window would."""
        cart = self.selling.cart
        assert cart is not None
        act = self.desk.act()
        sale = self.desk.till.selling.finish(replace(act, id=cart.id), cart.basket).sale
        self.selling.sale_done(sale, can_print=True)
        return sale

    # --- reading -------------------------------------------------------------------------------------------------

    @property
    def sheet(self) -> QDialog | None:
        """The topmost dialog, None where there is none."""
        shown = [dialog for dialog in self.screen.findChildren(QDialog) if dialog.isVisible()]
        return shown[-1] if shown else None

    @property
    def figure(self) -> str:
        """The large figure of the sheet, with its label, as a screen reader says it."""
        (box,) = self.seen(FigureBox)
        return box.accessibleName()

    @property
    def rows(self) -> list[CartRow]:
        """The rows of the cart that are shown, newest first."""
        shown = [row for row in self.selling.findChildren(CartRow) if row.isVisible()]
        return sorted(shown, key=lambda row: row.y())

    @property
    def cart(self) -> list[str]:
        """The rows as a screen reader says them."""
        return [row.accessibleName() for row in self.rows]

    @property
    def chosen(self) -> list[int]:
        """The places of the rows that keys work on."""
        return [i for i, row in enumerate(self.rows) if row.is_chosen]

    @property
    def figures(self) -> list[str]:
        """The figures of the money panel, from the top: pieces, what was taken off, the total."""
        (panel,) = self.selling.findChildren(MoneyPanel)
        return [figure.text() for figure in sorted(panel.findChildren(Amount), key=lambda figure: figure.y())]

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self.selling.message

    @property
    def found(self) -> list[str]:
        """What was found by name."""
        rows = [row for row in self.selling.findChildren(FoundRow) if row.isVisible()]
        return [row.accessibleName() for row in sorted(rows, key=lambda row: row.y())]

    @property
    def held(self) -> list[str]:
        """The carts held aside that the sheet shows."""
        return [row.accessibleName() for row in self.seen(HeldRow)]

    def can_press(self, name: str) -> bool:
        """Whether there is such a button, whatever count it carries, and it can be pressed."""
        return any(name_of(b).startswith(name) and b.isEnabled() for b in self.seen(QAbstractButton))

    def _focused(self) -> QWidget:
        if self.sheet is None:
            self.qtbot.waitUntil(self.screen.isActiveWindow, timeout=PATIENCE)
        return super()._focused()

    def wait_until_found(self) -> None:
        """Until what was typed has been searched."""
        self.qtbot.waitUntil(lambda: bool(self.found), timeout=PATIENCE)

    def wait_until_kept(self) -> None:
        """Until the cart is on disk."""
        self.qtbot.waitUntil(lambda: not self.selling._flow.keeping._soon.isActive(), timeout=PATIENCE)


class OpenScreen:
    """A stall with its people and an open shift, at whose till the selling screen can be opened."""

    def __init__(self, qtbot: QtBot, desk: Desk, books: Books) -> None:
        self._qtbot = qtbot
        self.desk = staffed(desk, books)
        exhibition = self.desk.settings.exhibition
        money = self.desk.till.catalogue.terms().exhibition(exhibition).currency
        self.desk.till.shifts.open(self.desk.act(), "Ana", {money.code: {"10.00": 10}})

    def __call__(self, size: tuple[int, int] = (1366, 704), *, who: str = "Ana", desk: Desk | None = None) -> Seller:
        """Open it for somebody, over another desk where one is given."""
        at = desk or self.desk
        exhibition = at.till.catalogue.terms().exhibition(at.settings.exhibition)
        return Seller(self._qtbot, at, replace(session_of(at, who), exhibition=exhibition), size)
