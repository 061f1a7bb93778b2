"""Goods brought back: counting pieces, voiding a sale, handing money over, a supervisor's word, trouble."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pos.domain.barcodes import receipt_digits
from pos.domain.basket import Basket
from pos.domain.people import Role
from pos.domain.sales import Return
from pos.domain.tenders import TenderKind
from pos.services.desk import Desk
from pos.services.refunding import Refunding
from pos.storage.books import Books
from pos.storage.database import BooksUnavailable
from tests.ui.conftest import MakeDesk
from tests.ui.open_shift import (
    BAG,
    CHARANGO,
    CHULLO,
    HONEY,
    AtTheReturns,
    at_the_returns,
    fair,
    opened,
    parts_outside,
    sell,
    sign,
    texts_cut,
)

Begin = Callable[..., AtTheReturns]
SIZES = pytest.mark.parametrize("size", [(1366, 704), (1024, 536), (1920, 1016)], ids=["usual", "small", "large"])


@pytest.fixture
def desk(make_stall: MakeDesk) -> Desk:
    """The stall at its fair, its shift open."""
    return opened(make_stall(printer="file:/dev/null"))


@pytest.fixture
def begin(qtbot: QtBot, desk: Desk) -> Begin:
    """Stands before the returns."""

    def take_place(of: Desk = desk, role: Role = Role.CASHIER, size: tuple[int, int] = (1366, 704)) -> AtTheReturns:
        return at_the_returns(qtbot, of, role, size)

    return take_place


def returns(desk: Desk, books: Books) -> list[Return]:
    """What the books hold of returns."""
    with books.reading() as reading:
        found = [reading.journal.return_of_receipt(f"AR-{number:06d}") for number in range(1, 10)]
    return [one for one in found if one is not None]


# --- with the receipt --------------------------------------------------------------------------------------------


def test_scanning_the_receipt_and_a_product_and_f12_gives_the_money_back(desk: Desk, begin: Begin, books: Books):
    sale = sell(desk, (CHULLO, 2), (CHARANGO, 1))
    at = begin()
    at.scan(receipt_digits("A", sale.number))
    assert at.sees("¿Qué vuelve de A-000001?")
    at.scan(CHULLO)
    assert at.amount == "DEVUELVA 65,00"
    at.press("F12")
    assert at.amount == "DEVUELTO 65,00"
    (back,) = returns(desk, books)
    assert [(line.sku, line.qty) for line in back.lines] == [(CHULLO, 1)]
    assert (back.restock, back.supervisor, back.void) == (True, None, False)
    assert at.sees("AR-000001")
    assert desk.safekeeping.verify(lambda _done, _of: None) == ()


def test_the_receipts_number_is_enough_typed_with_keys_or_by_touch(desk: Desk, begin: Begin):
    for _ in range(12):
        sell(desk, (CHULLO, 1))
    at = begin()
    at.write("12")
    at.press("Return")
    assert at.sees("¿Qué vuelve de A-000012?")
    at.press("Escape")
    for name in ("1", "1", "Buscar"):
        at.touch(name)
    assert at.sees("¿Qué vuelve de A-000011?")


def test_each_unit_sees_what_is_taken_off_it(desk: Desk, begin: Begin):
    sale = sell(desk, (CHULLO, 1))
    at = begin()
    at.scan(receipt_digits("A", sale.number))
    at.touch("Vuelve todo")
    at.touch("Hacer la devolución")
    earned = sum(share.earning for share in sale.lines[0].shares)
    unit = desk.till.catalogue.terms().unit(sale.lines[0].shares[0].unit).name
    texts = desk.texts
    assert at.debits[0] == f"{unit}: {texts.amount(-earned)}"
    assert at.debits[1] == f"Red Manos Productivas: {texts.amount(earned - sale.due)}"


def test_a_return_receipt_leads_to_its_sale(desk: Desk, begin: Begin):
    sale = sell(desk, (CHULLO, 3))
    desk.till.refunding.refund(desk.act(), sale.stamp.id, [(1, 1)], shown=True)
    at = begin()
    at.scan(receipt_digits("A", 1, returned=True))
    assert at.sees("¿Qué vuelve de A-000001?")
    assert at.sees("Quedan 2 de 3")


def test_no_more_comes_back_than_is_still_out(desk: Desk, begin: Begin):
    sale = sell(desk, (CHULLO, 3))
    desk.till.refunding.refund(desk.act(), sale.stamp.id, [(1, 1)], shown=True)
    at = begin()
    at.scan(receipt_digits("A", sale.number))
    at.touch_line(0, "Uno más", times=5)
    assert at.amount == "DEVUELVA 130,00"
    at.scan(CHULLO)
    assert at.amount == "DEVUELVA 130,00"
    assert at.message == "De Chullo de alpaca ya no puede volver ninguna pieza más. Mire los renglones del recibo."


def test_counting_by_keys(desk: Desk, begin: Begin):
    sale = sell(desk, (CHULLO, 3), (CHARANGO, 1))
    at = begin()
    at.scan(receipt_digits("A", sale.number))
    QTest.keyClicks(at.screen.focusWidget() or at.screen, "+++-")
    assert at.amount == "DEVUELVA 130,00"
    at.press("Down")
    QTest.keyClicks(at.screen.focusWidget() or at.screen, "+")
    assert at.amount == "DEVUELVA 580,00"
    at.press("Up", "Delete")
    assert at.amount == "DEVUELVA 450,00"


def test_a_scanned_yapa_comes_back_after_what_was_paid_for(desk: Desk, begin: Begin):
    sale = sell(desk, (HONEY, 1), yapa=HONEY)
    price = sale.lines[0].net
    at = begin()
    at.scan(receipt_digits("A", sale.number))
    at.scan(HONEY)
    assert at.amount == f"DEVUELVA {desk.texts.amount(price)}"
    at.scan(HONEY)
    assert at.amount == f"DEVUELVA {desk.texts.amount(price)}"
    assert [row.accessibleName()[:8] for row in at.lines] == ["Vuelven ", "Vuelven "]
    at.touch_line(0, "Uno menos")
    assert at.sees("La yapa fue gratis: no hay nada que devolver.")
    at.press("F12")
    assert at.sees("No hay nada que devolver.")


def test_a_product_of_another_sale_is_said_to_be_none_of_this_one(desk: Desk, begin: Begin):
    sale = sell(desk, (CHULLO, 1))
    at = begin()
    at.scan(receipt_digits("A", sale.number))
    at.scan(CHARANGO)
    assert at.message == "Charango de naranjo no está en esta venta. Mire los renglones del recibo."
    at.scan("7771203000410")
    assert "7771203000410" in at.message
    at.touch_line(0, "Uno más")
    assert at.message == ""


def test_broken_goods_go_to_loss_and_money_can_go_back_by_transfer(desk: Desk, begin: Begin, books: Books):
    sale = sell(desk, (CHULLO, 1))
    at = begin()
    at.scan(receipt_digits("A", sale.number))
    at.scan(CHULLO)
    at.touch("Está roto")
    at.touch("Banco")
    at.screen._page.side._reference.setFocus()
    at.write("TRX 77")
    at.press("F12")
    (back,) = returns(desk, books)
    assert (back.restock, back.tender.kind, back.tender.reference) == (False, TenderKind.TRANSFER, "TRX 77")
    assert at.sees("1 pieza anotada como rota.")
    assert at.sees("Banco TRX 77")


def test_cash_is_rounded_to_the_step_and_it_is_said(desk: Desk, begin: Begin):
    basket = Basket(fair(desk).currency, "es").add(desk.till.catalogue.find(CHULLO), 3).discounted(Decimal("7.77"))
    sale = desk.till.selling.finish(desk.act(), basket, paper=False).sale
    at = begin()
    at.scan(receipt_digits("A", sale.number))
    at.scan(CHULLO)
    assert at.amount == "DEVUELVA 60,00"
    assert at.sees("Pagó 59,95; el efectivo se redondea.")
    at.touch("QR")
    assert at.amount == "DEVUELVA 59,95"


def test_nothing_counted_can_not_be_handed_back(desk: Desk, begin: Begin, books: Books):
    sale = sell(desk, (CHULLO, 1))
    at = begin()
    at.scan(receipt_digits("A", sale.number))
    assert not at.button("Marque lo que vuelve").isEnabled()
    at.press("F12")
    assert returns(desk, books) == []


# --- voids -------------------------------------------------------------------------------------------------------


def test_a_whole_sale_of_this_shift_is_voided_after_a_question(desk: Desk, begin: Begin, books: Books):
    sale = sell(desk, (CHULLO, 2), (CHARANGO, 1))
    at = begin()
    at.scan(receipt_digits("A", sale.number))
    at.touch("Anular la venta")
    at.wait_for_sheet(shown=True)
    assert at.sees("Toda su mercadería vuelve al puesto y usted devuelve Bs 580,00 en efectivo.")
    at.touch("No, volver")
    at.wait_for_sheet(shown=False)
    assert returns(desk, books) == []
    at.touch("Anular la venta")
    at.wait_for_sheet(shown=True)
    at.touch("Sí, anular")
    assert at.sees("La venta A-000001 quedó anulada.")
    (back,) = returns(desk, books)
    assert (back.void, back.due) == (True, -sale.due)


def test_a_sale_of_an_earlier_shift_and_one_partly_back_can_not_be_voided(desk: Desk, begin: Begin):
    old = sell(desk, (CHULLO, 1))
    desk.till.shifts.close(desk.act(), {})
    desk.till.shifts.open(desk.act(), "Ana Mayta", {})
    partly = sell(desk, (CHULLO, 2))
    desk.till.refunding.refund(desk.act(), partly.stamp.id, [(1, 1)], shown=True)
    at = begin()
    for sale in (old, partly):
        at.scan(receipt_digits("A", sale.number))
        assert not at.button("Ya no se anula").isEnabled()


# --- without the receipt -----------------------------------------------------------------------------------------


def test_without_the_receipt_a_supervisor_signs(desk: Desk, begin: Begin, books: Books):
    sell(desk, (CHULLO, 1))
    at = begin()
    at.touch_sale(0)
    assert at.sees("Sin el recibo: firma el encargado")
    at.scan(CHULLO)
    at.press("F12")
    at.wait_for_sheet(shown=True)
    assert returns(desk, books) == []
    sign(at.sheet)
    at.wait_for_sheet(shown=False)
    assert [(back.cashier, back.supervisor) for back in returns(desk, books)] == [("Ana Mayta", "Elena")]
    assert at.sees("1 pieza volvió al puesto. Autorizó Elena")


def test_closing_the_supervisors_sheet_takes_nothing_back_and_loses_nothing(desk: Desk, begin: Begin, books: Books):
    sell(desk, (CHULLO, 2))
    at = begin()
    at.touch_sale(0)
    at.touch("Vuelve todo")
    at.press("F12")
    at.wait_for_sheet(shown=True)
    at.press("Escape")
    at.wait_for_sheet(shown=False)
    assert returns(desk, books) == []
    assert at.amount == "DEVUELVA 130,00"


def test_a_supervisor_gives_their_own_word(desk: Desk, begin: Begin, books: Books):
    sell(desk, (CHULLO, 1))
    at = begin(role=Role.SUPERVISOR)
    at.press("Return")
    at.touch("Anular la venta")
    at.wait_for_sheet(shown=True)
    at.touch("Sí, anular")
    assert [(back.void, back.supervisor) for back in returns(desk, books)] == [(True, "Ana Mayta")]


# --- trouble -----------------------------------------------------------------------------------------------------


class FailingRefunds:
    """Takes back through the real service, but says at first that the disk failed: before it was kept, or after."""

    def __init__(self, refunding: Refunding, *, kept: bool) -> None:
        self._refunding, self._kept, self._failed = refunding, kept, False

    def refund(self, *args: object, **how: object) -> Return:
        if self._failed:
            return self._refunding.refund(*args, **how)
        self._failed = True
        if self._kept:
            self._refunding.refund(*args, **how)
        raise BooksUnavailable("full")


@pytest.mark.parametrize("kept", [False, True], ids=["not-kept", "kept"])
def test_after_trouble_with_the_disk_f12_again_takes_back_once(desk: Desk, begin: Begin, books: Books, kept: bool):
    sale = sell(desk, (CHULLO, 2))
    failing = FailingRefunds(desk.till.refunding, kept=kept)
    at = begin(replace(desk, till=replace(desk.till, refunding=failing)))
    at.scan(receipt_digits("A", sale.number))
    at.scan(CHULLO)
    at.press("F12")
    assert at.message.startswith("El disco está lleno.")
    assert at.amount == "DEVUELVA 65,00"
    at.press("F12")
    assert at.amount == "DEVUELTO 65,00"
    assert len(returns(desk, books)) == 1


def test_what_was_saved_after_all_is_shown_and_not_what_was_counted_since(desk: Desk, begin: Begin, books: Books):
    sale = sell(desk, (CHULLO, 2))
    failing = FailingRefunds(desk.till.refunding, kept=True)
    at = begin(replace(desk, till=replace(desk.till, refunding=failing)))
    at.scan(receipt_digits("A", sale.number))
    at.scan(CHULLO)
    at.press("F12")
    at.scan(CHULLO)
    at.press("F12")
    assert at.amount == "DEVUELTO 65,00"
    assert at.message == "La devolución anterior sí se guardó, como AR-000001. Solo se devolvió lo que se ve aquí."
    assert len(returns(desk, books)) == 1


def test_without_an_open_shift_it_is_refused_in_words_and_the_count_stays(desk: Desk, begin: Begin):
    sale = sell(desk, (CHULLO, 1))
    at = begin()
    at.scan(receipt_digits("A", sale.number))
    at.scan(CHULLO)
    desk.till.shifts.close(desk.act(), {})
    at.press("F12")
    assert at.message == "La caja «A» no está abierta. Abra la caja primero."
    assert at.amount == "DEVUELVA 65,00"


# --- what the window hears -----------------------------------------------------------------------------------------


def test_the_window_is_told_and_the_receipt_waits_for_the_printer(desk: Desk, begin: Begin, qtbot: QtBot):
    sale = sell(desk, (CHULLO, 1))
    at = begin()
    at.scan(receipt_digits("A", sale.number))
    at.scan(CHULLO)
    with qtbot.waitSignal(at.screen.returned) as told:
        at.press("F12")
    assert told.args[0].receipt == "AR-000001"
    assert desk.print_queue.waiting() == 1
    with qtbot.waitSignal(at.screen.copy_wanted) as wanted:
        at.press("F9")
    assert wanted.args[0] == told.args[0]
    with qtbot.waitSignal(at.screen.left):
        at.press("Return")


def test_escape_goes_back_a_step_at_a_time(desk: Desk, begin: Begin, qtbot: QtBot):
    sale = sell(desk, (CHULLO, 1))
    at = begin()
    at.scan(receipt_digits("A", sale.number))
    at.press("Escape")
    assert at.sees("Devolución: ¿qué venta es?")
    with qtbot.waitSignal(at.screen.left):
        at.press("Escape")


def test_f7_on_the_result_begins_the_next_return(desk: Desk, begin: Begin):
    sale = sell(desk, (CHULLO, 2))
    at = begin()
    at.scan(receipt_digits("A", sale.number))
    at.scan(CHULLO)
    at.press("F12", "F7")
    assert at.sees("Devolución: ¿qué venta es?")


# --- looks ---------------------------------------------------------------------------------------------------------


@SIZES
@pytest.mark.parametrize("language", ["es", "en"])
def test_no_text_is_cut_off(desk: Desk, begin: Begin, size: tuple[int, int], language: str):
    spoken = replace(desk, texts=replace(desk.texts, language=language))
    sale = sell(desk, (CHULLO, 2), (CHARANGO, 1), (BAG, 3), yapa=HONEY)
    sell(desk, (CHULLO, 2))
    desk.till.refunding.refund(desk.act(), sale.stamp.id, [(1, 1)], shown=True)
    at = begin(spoken, size=size)
    assert texts_cut(at) == []
    at.touch_sale(1)
    assert texts_cut(at) == []
    at.press("Escape")
    at.scan(receipt_digits("A", sale.number))
    at.scan(CHARANGO)
    assert texts_cut(at) == []
    at.press("F12")
    assert texts_cut(at) == []
    assert parts_outside(at) == []
