"""A finished sale: what goes back, whose it is, and how its receipt is; with one maker or with very many."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos.domain.basket import Basket
from pos.domain.earnings import earnings
from pos.domain.money import Money
from pos.domain.sales import Sale
from pos.domain.tenders import TenderKind, tender
from pos.services.desk import Desk
from pos.ui.look.words import Words
from pos.ui.paying.done_screen import DoneScreen
from pos.ui.paying.earning_cards import EarningCard, NetworkCard
from pos.ui.printer_state import PrinterState, Stage
from tests.ui.at_screen import AtScreen
from tests.ui.conftest import MakeDesk
from tests.ui.selling_parts import with_photos
from tests.ui.stand import CHRISTMAS_FAIR, PATIENCE

SIZES = [(1366, 704), (1920, 1016), (1024, 536)]


@pytest.fixture
def desk(make_stall: MakeDesk) -> Desk:
    """A stall whose shift is open."""
    made = with_photos(make_stall())
    made.till.shifts.open(made.act(), "Ana Mayta", {"BOB": {"10.00": 10}})
    return made


def sell(desk: Desk, *skus: str, given: int = 1_000_000, yapa: str = "") -> Sale:
    """Sell a piece of each for cash; one more is given free."""
    exhibition = desk.till.catalogue.terms().exhibition(CHRISTMAS_FAIR)
    basket = Basket(exhibition.currency)
    for sku in skus:
        basket = basket.add(desk.till.catalogue.find(sku))
    if yapa:
        basket = basket.add_yapa(desk.till.catalogue.find(yapa))
    paid = [tender(TenderKind.CASH, Money(given or basket.due, exhibition.currency), exhibition)]
    return desk.till.selling.finish(desk.act(), basket, paid).sale


def of_every_maker(desk: Desk) -> list[str]:
    """A product of each of the network's makers, or several where they are made together."""
    found, makers = [], set()
    for product in desk.till.catalogue.listing():
        theirs = {maker.unit for maker in product.makers}
        if "BOB" in product.prices and not theirs <= makers:
            found.append(product.sku)
            makers |= theirs
    return found


class AtDone(AtScreen):
    """Somebody who has just finished a sale."""

    def __init__(self, qtbot: QtBot, desk: Desk, sale: Sale, size: tuple[int, int] = (1366, 704)) -> None:
        self.done = DoneScreen(desk)
        self.done.show_sale(sale, desk.till.catalogue.terms())
        self.done.show_printer(PrinterState(Stage.PRINTED), drawer=True)
        super().__init__(qtbot, self.done, size)
        self.done.take_focus()
        qtbot.waitUntil(lambda: bool(self.cards), timeout=PATIENCE)

    @property
    def cards(self) -> list[str]:
        return [card.accessibleName() for card in self.seen(EarningCard)]

    @property
    def network(self) -> list[str]:
        return [card.accessibleName() for card in self.seen(NetworkCard)]


def test_the_change_is_shown_with_its_notes_and_what_was_received(qtbot: QtBot, desk: Desk):
    at = AtDone(qtbot, desk, sell(desk, "CB-005", "JK-015", "MP-003", given=10000))
    assert at.done.words == "DEVUELVA AL CLIENTE 37,50 · Impreso"
    assert at.done._change._notes.accessibleName() == "1 × Bs 20, 1 × Bs 10, 1 × Bs 5, 1 × Bs 2 y 1 × Bs 0,50"
    assert at.sees("100,00")
    assert at.sees("−62,50")


def test_an_exact_payment_says_so_in_the_same_place(qtbot: QtBot, desk: Desk):
    at = AtDone(qtbot, desk, sell(desk, "CB-005", given=0))
    assert at.done.words.startswith("PAGO JUSTO 0,00")
    assert at.sees("No hay vuelto.")


def test_the_parts_of_a_sale_come_to_what_was_due(qtbot: QtBot, desk: Desk):
    at = AtDone(qtbot, desk, sell(desk, "CB-005", "JK-015", "MP-003", given=10000))
    assert at.sees("Suma de todos")
    assert at.sees("62,50")
    # 15 % commission, 10 % from Chualluma, and 3 % for the fund, each of them rounded by itself, half a centavo up.
    assert at.cards == ["Cerámica Chualluma: 39,15", "Taller Illampu: 10,24", "Velas Wara: 4,10"]
    assert at.network == ["Red Manos Productivas: 9,01"]
    for text in ("Comisión", "7,13", "Fondo rotatorio", "1,88"):
        assert at.sees(text)


def test_who_only_gave_something_has_the_tag_and_no_figure(qtbot: QtBot, desk: Desk):
    at = AtDone(qtbot, desk, sell(desk, "CB-005", yapa="MP-003"))
    assert at.cards == ["Cerámica Chualluma: 39,15", "Velas Wara: YAPA"]
    assert at.sees("regalo")


def test_goods_of_a_maker_are_counted_by_product(qtbot: QtBot, desk: Desk):
    at = AtDone(qtbot, desk, sell(desk, "CB-005", "CB-005", yapa="CB-005"))
    (goods,) = at.done._earnings._shown.goods.values()
    assert [(good.product.sku, good.pieces, good.yapa) for good in goods] == [("CB-005", 2, False), ("CB-005", 1, True)]


@pytest.mark.parametrize("size", SIZES, ids=["usual", "large", "small"])
def test_a_sale_of_every_maker_shows_them_all_page_by_page_where_it_must(qtbot: QtBot, desk: Desk, size):
    sale = sell(desk, *of_every_maker(desk), yapa="MP-003")
    at = AtDone(qtbot, desk, sale, size)
    seen = list(at.cards)
    pager = at.done._earnings._pager
    for page in range(1, pager.pages):
        pager.turn(1)
        assert pager.page == page
        qtbot.waitUntil(lambda: bool(at.cards), timeout=PATIENCE)
        seen += at.cards
    assert len(seen) == len(earnings(sale.lines).units) == 14
    assert len(set(seen)) == 14
    assert at.network == ["Red Manos Productivas: 188,70"]
    assert {words.text() for words in at.seen(Words) if words.clipped} == set()


@pytest.mark.parametrize("size", SIZES, ids=["usual", "large", "small"])
@pytest.mark.parametrize("makers", [1, 3, 7, 9])
def test_no_sale_cuts_a_text_off(qtbot: QtBot, desk: Desk, size, makers: int):
    at = AtDone(qtbot, desk, sell(desk, *of_every_maker(desk)[:makers]), size)
    at.done.show_printer(PrinterState(Stage.WAITING, "not-found", "tcp://127.0.0.1:9100", 1), drawer=False)
    assert at.sees("Abra con la llave")
    qtbot.waitUntil(lambda: not [words for words in at.seen(Words) if words.clipped], timeout=PATIENCE)


def test_a_receipt_that_was_not_printed_is_told_and_printed_again(qtbot: QtBot, desk: Desk):
    at = AtDone(qtbot, desk, sell(desk, "CB-005"))
    at.done.show_printer(PrinterState(Stage.WAITING, "not-found", "tcp://127.0.0.1:9100", 1), drawer=False)
    assert at.sees("No se imprimió")
    assert at.done.message
    with qtbot.waitSignal(at.done.copy_wanted, timeout=PATIENCE):
        at.touch("Imprimir otra vez")
    at.done.show_printer(PrinterState(Stage.PRINTED), drawer=True)
    assert at.sees("Impreso")
    assert at.done.message == ""
    with qtbot.waitSignal(at.done.copy_wanted, timeout=PATIENCE):
        at.press("F9")


def test_the_drawer_is_only_spoken_of_where_the_till_opens_one(qtbot: QtBot, desk: Desk):
    at = AtDone(qtbot, desk, sell(desk, "CB-005"))
    at.done.show_printer(PrinterState(Stage.IDLE), drawer=None)
    assert not at.sees("Cajón")
    at.done.show_printer(PrinterState(Stage.PRINTED), drawer=True)
    assert at.sees("Cajón")
    at.done.show_printer(PrinterState(Stage.WAITING, "paper-out"), drawer=False)
    assert at.sees("Abra con la llave")
    assert at.done.message == "La impresora no tiene papel. Ponga un rollo nuevo: lo que espera sale solo."


@pytest.mark.parametrize("key", ["Enter", "Esc", "F12"])
def test_one_key_goes_on_to_the_next_sale(qtbot: QtBot, desk: Desk, key: str):
    at = AtDone(qtbot, desk, sell(desk, "CB-005"))
    with qtbot.waitSignal(at.done.next_wanted, timeout=PATIENCE):
        at.press(key)


def test_a_sign_begins_the_next_sale(qtbot: QtBot, desk: Desk):
    at = AtDone(qtbot, desk, sell(desk, "CB-005"))
    signs: list[str] = []
    at.done.typed.connect(lambda event: signs.append(event.text()))
    QTest.keyClicks(at.done, "7")
    assert signs == ["7"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F12])
def test_a_key_still_held_from_the_payment_does_not_send_the_change_away(qtbot: QtBot, desk: Desk, key: Qt.Key):
    at = AtDone(qtbot, desk, sell(desk, "CB-005"))
    with qtbot.assertNotEmitted(at.done.next_wanted):
        for _ in range(3):
            held = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", autorep=True)
            QApplication.sendEvent(at.done.windowHandle(), held)
