"""Finding a receipt: the newest sale on top, by product, by amount, page by page; and printing one once more."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pos.domain.barcodes import receipt_digits
from pos.domain.people import Role
from pos.domain.tenders import Tender, TenderKind
from pos.printing.strip_picture import strip_png
from pos.services.desk import Desk
from pos.ui.paying.receipt_sheet import ReceiptSheet
from pos.ui.returning.receipt_reprint import ReprintScreen
from pos.ui.spool.paper_view import PaperView
from tests.ui.conftest import MakeDesk
from tests.ui.open_shift import (
    BAG,
    CHARANGO,
    CHULLO,
    AtTheReturns,
    at_the_returns,
    opened,
    sell,
    session,
)
from tests.ui.stand import PATIENCE, StandingClock

Begin = Callable[..., AtTheReturns]


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


# --- looking for a sale ------------------------------------------------------------------------------------------


def test_the_newest_sale_stands_on_top_with_what_it_is_known_by(desk: Desk, begin: Begin, clock: StandingClock):
    sell(desk, (CHULLO, 1))
    clock.at += timedelta(minutes=26)
    newest = sell(desk, (CHARANGO, 1), (BAG, 2), pay=[Tender(TenderKind.QR, "BOB", 69000, 69000)])
    desk.till.refunding.refund(desk.act(), newest.stamp.id, [(2, 1)], shown=True)
    at = begin()
    assert at.sales == [
        "Hoy 11:26, A-000002, 3 piezas, Charango de naranjo, Bolso de aguayo, QR, 690,00, Volvieron 1 de 3",
        "Hoy 11:00, A-000001, 1 pieza, Chullo de alpaca, Efectivo, 65,00",
    ]


def test_days_are_told_in_words(desk: Desk, begin: Begin, clock: StandingClock):
    sell(desk, (CHULLO, 1))
    clock.at += timedelta(days=1)
    sell(desk, (CHULLO, 1))
    clock.at += timedelta(days=1)
    at = begin()
    assert [name.partition(",")[0] for name in at.sales] == ["Ayer 11:00", "05/12/26 11:00"]


def test_a_scanned_product_shows_the_sales_that_hold_it_until_the_filter_is_taken_away(desk: Desk, begin: Begin):
    sell(desk, (CHULLO, 1))
    sell(desk, (CHARANGO, 1))
    at = begin()
    at.scan(CHULLO)
    assert [name.split(", ")[1] for name in at.sales] == ["A-000001"]
    at.touch("Ver ventas de todos los productos")
    assert len(at.sales) == 2


def test_a_typed_product_code_does_as_a_scanned_one(desk: Desk, begin: Begin):
    sell(desk, (CHULLO, 1))
    sell(desk, (CHARANGO, 1))
    at = begin()
    at.write("MP-027")
    at.press("Return")
    assert [name.split(", ")[1] for name in at.sales] == ["A-000001"]


def test_an_amount_shows_the_sales_that_came_to_it(desk: Desk, begin: Begin):
    sell(desk, (CHULLO, 1))
    sell(desk, (CHARANGO, 1))
    at = begin()
    at.touch("Monto pagado")
    for name in ("4", "5", "0"):
        at.touch(name)
    at.press("Return")
    assert [name.split(", ")[1] for name in at.sales] == ["A-000002"]
    at.touch("Ver ventas de todos los montos")
    assert len(at.sales) == 2
    at.touch("Monto pagado")
    at.write("1,50")
    at.screen._search._question._amount.textEdited.emit("1,50")
    at.press("Return")
    assert at.sales == []
    assert at.sees("Ninguna venta es así. Quite un filtro o busque otra cosa.")


def test_pages_are_turned_by_touch_and_by_key_and_end(desk: Desk, begin: Begin):
    for _ in range(8):
        sell(desk, (CHULLO, 1))
    at = begin()
    assert [name.split(", ")[1] for name in at.sales] == [f"A-00000{n}" for n in (8, 7, 6, 5, 4, 3)]
    assert not at.button("Más nuevas").isEnabled()
    at.touch("Más antiguas")
    assert [name.split(", ")[1] for name in at.sales] == ["A-000002", "A-000001"]
    assert not at.button("Más antiguas").isEnabled()
    at.press("PageUp")
    assert len(at.sales) == 6


def test_arrows_choose_and_enter_opens(desk: Desk, begin: Begin):
    sell(desk, (CHULLO, 1))
    sell(desk, (CHARANGO, 1))
    at = begin()
    at.press("Down", "Return")
    assert at.sees("¿Qué vuelve de A-000001?")


def test_a_sale_that_is_all_back_says_so(desk: Desk, begin: Begin):
    sale = sell(desk, (CHULLO, 1))
    desk.till.refunding.void(desk.act(), sale.stamp.id, shown=True)
    at = begin()
    at.scan(receipt_digits("A", sale.number))
    assert at.message == "De A-000001 ya volvió todo. Busque otro recibo."
    at.touch_sale(0)
    assert at.message == "De A-000001 ya volvió todo. Busque otro recibo."


def test_an_unknown_number_is_refused_in_words_and_stays_to_be_corrected(desk: Desk, begin: Begin):
    sell(desk, (CHULLO, 1))
    at = begin()
    at.write("77")
    at.press("Return")
    assert at.message == "No hay ninguna venta con el recibo «A-000077». Revise el número en el papel."
    assert at.screen._search._question._number.text() == "77"


def test_before_the_first_sale_the_list_says_so(begin: Begin):
    assert begin().sees("Todavía no se vendió nada.")


# --- a receipt once more -------------------------------------------------------------------------------------------


def test_any_receipt_is_printed_once_more_a_returns_too(desk: Desk, qtbot: QtBot):
    sale = sell(desk, (CHULLO, 2))
    back = desk.till.refunding.refund(desk.act(), sale.stamp.id, [(1, 1)], shown=True)
    screen = ReprintScreen(desk)
    at = AtTheReturns(qtbot, screen)
    screen.start(session(desk))
    screen.take_focus()
    at.touch_sale(0)
    with qtbot.waitSignal(screen.copy_wanted) as wanted:
        look_and_print(qtbot, screen)
    assert wanted.args[0] == sale
    until_gone(qtbot, screen)
    at.scan(receipt_digits("A", back.number, returned=True))
    with qtbot.waitSignal(screen.copy_wanted) as wanted:
        look_and_print(qtbot, screen)
    assert wanted.args[0] == back
    until_gone(qtbot, screen)
    assert at.message == "La copia de AR-000001 va a la impresora."


def test_without_a_printer_no_copy_is_promised(desk: Desk, qtbot: QtBot):
    sell(desk, (CHULLO, 1))
    screen = ReprintScreen(replace(desk, settings=replace(desk.settings, printer="")))
    at = AtTheReturns(qtbot, screen)
    screen.start(session(desk))
    at.touch_sale(0)
    sheet = screen.window().findChild(ReceiptSheet)
    assert sheet.message == "Sin impresora Elija una en Ajustes."
    with qtbot.assertNotEmitted(screen.copy_wanted):
        QTest.keyClick(sheet, Qt.Key.Key_Return)


def test_a_receipt_is_shown_as_its_paper_looks_before_it_is_printed_again(desk: Desk, qtbot: QtBot):
    sale = sell(desk, (CHULLO, 2))
    screen = ReprintScreen(desk)
    at = AtTheReturns(qtbot, screen)
    screen.start(session(desk))
    at.touch_sale(0)
    sheet = screen.window().findChild(ReceiptSheet)
    shown = sheet.findChild(PaperView)
    qtbot.waitUntil(lambda: not shown.picture.isNull(), timeout=PATIENCE)
    strip = desk.print_queue.strip(sale, desk.paper, copy=True)
    ours = QImage.fromData(strip_png(strip, desk.printer_profile))
    assert shown.picture == ours
    sheet.reject()
    until_gone(qtbot, screen)


def look_and_print(qtbot: QtBot, screen: ReprintScreen) -> None:
    """Touch the button under the picture of the paper."""
    sheet = next(sheet for sheet in screen.window().findChildren(ReceiptSheet) if sheet.isVisible())
    QTest.keyClick(sheet, Qt.Key.Key_Return)


def until_gone(qtbot: QtBot, screen: ReprintScreen) -> None:
    """A sheet that is closed goes with the next turn of the window's events, not at once."""
    qtbot.waitUntil(lambda: not screen.findChildren(ReceiptSheet), timeout=PATIENCE)
