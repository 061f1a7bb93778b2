"""The producers' screen: what each brought, sold and is owed, in a table, at the side, and in pictures."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from pos.domain.barcodes import badge_code
from pos.domain.basket import Basket
from pos.domain.people import Approval, Person
from pos.domain.settlements import PayoutKind
from pos.services.desk import Desk
from pos.ui.choosers import PaperPlaces
from pos.ui.look.buttons import ActionButton
from pos.ui.look.dialogs import Question
from pos.ui.producers.payout_sheet import PayoutSheet
from pos.ui.producers.producer_pieces import PieceBar
from pos.ui.producers.producers_papers import settlements
from pos.ui.producers.producers_papers_sheet import PapersSheet
from pos.ui.producers.producers_screen import ProducersScreen
from pos.ui.scan import Scan
from tests.builders import BOB, money
from tests.ui.fair_day import (
    CASHIER,
    button,
    clipped,
    dialogs,
    fair_desk,
    labels,
    leave,
    open_shift,
    press,
    session_of,
    show,
    touch,
)
from tests.ui.stand import CHRISTMAS_FAIR

SIZES = [(1366, 768), (1920, 1080), (1024, 600)]
OpenScreen = Callable[..., ProducersScreen]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The evening of the example day."""
    with fair_desk(tmp_path) as found:
        yield found


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """Where papers are kept."""
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder


@pytest.fixture
def open_screen(qtbot: QtBot, saved: Path) -> Iterator[OpenScreen]:
    """Shows the screen of a desk, as large as it is between the band and the screen's foot."""
    screens: list[ProducersScreen] = []

    def opened(desk: Desk, *, size: tuple[int, int] = SIZES[0], person: Person = CASHIER) -> ProducersScreen:
        screen = ProducersScreen(desk, PaperPlaces(lambda _: saved, lambda _, name: saved / name, lambda _: None))
        screens.append(screen)
        screen.resize(size[0], size[1] - 64)
        screen.start(session_of(desk, person))
        show(screen, qtbot)
        screen.take_focus()
        return screen

    yield opened
    for screen in screens:
        leave(screen, qtbot)


def table(screen: ProducersScreen) -> QTableView:
    [found] = screen.findChildren(QTableView)
    return found


def cells(screen: ProducersScreen, row: int) -> list[str]:
    """A row as a screen reader says it."""
    model = table(screen).model()
    return [model.index(row, i).data(Qt.ItemDataRole.AccessibleTextRole) for i in range(model.columnCount())]


def touch_row(screen: ProducersScreen, row: int) -> None:
    view = table(screen)
    QTest.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=view.visualRect(view.model().index(row, 0)).center() + QPoint(0, 1),
    )


# --- the table -----------------------------------------------------------------------------------------------------


def test_the_screen_opens_with_today_and_everybody(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    assert "Sábado 5 de diciembre" in labels(screen)
    assert table(screen).model().rowCount() == 14
    assert button(screen, "Falta pagar 8")
    assert cells(screen, 4)[:3] == ["Familia Quispe Mamani", "Entregó 139", "Vendió 32"]
    assert cells(screen, 4)[-2:] == ["A pagar 0,00", "Pagado"]


def test_touching_a_row_opens_its_account(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    touch_row(screen, 2)
    assert screen.unit == "ES01"
    seen = labels(screen._panel)
    assert {"672,00", "−53,76", "−20,31", "597,93", "Comisión 8 %", "A PAGAR"} <= set(seen)


def test_the_arrows_go_through_the_rows_and_enter_shows_the_pictures(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    assert screen.unit == "CB01"
    press(Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert screen.unit == "ES01"
    press(Qt.Key.Key_Return)
    assert screen._view.isVisible()
    press(Qt.Key.Key_Escape)
    assert table(screen).isVisible()
    press(Qt.Key.Key_Up)
    assert screen.unit == "CH01"


def test_only_those_to_be_paid_are_listed_on_demand_and_the_sums_stay_those_of_all(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    touch(screen, "Falta pagar 8")
    assert table(screen).model().rowCount() == 8
    assert screen.unit == "ES01", "the unit that was shown is not listed"
    touch(screen, "Todos")
    assert table(screen).model().rowCount() == 14


def test_the_whole_fair_brings_the_days_together(desk: Desk, open_screen: OpenScreen):
    desk.clock.at = desk.clock.at.replace(day=6)
    screen = open_screen(desk)
    assert cells(screen, 2)[-2] == "A pagar 597,93", "brought forward"
    assert "Ventas –" not in cells(screen, 2)
    touch(screen, "Toda la feria")
    assert "Venta 672,00" in cells(screen, 2)
    assert "Feria de Navidad" in labels(screen)


@pytest.mark.parametrize(
    ("size", "fewest"), [(SIZES[0], 12), (SIZES[1], 13), (SIZES[2], 7)], ids=["usual", "large", "small"]
)
def test_each_screen_has_the_columns_that_fit_and_the_window_can_be_small(
    desk: Desk, open_screen: OpenScreen, size: tuple[int, int], fewest: int
):
    screen = open_screen(desk, size=size)
    assert len(screen._table.keys) >= fewest
    assert (screen.width(), screen.height()) == (size[0], size[1] - 64)


def test_where_more_rows_are_than_fit_the_last_one_is_cut_in_half(desk: Desk, open_screen: OpenScreen):
    view = table(open_screen(desk))
    rows = view.viewport().height() / view.rowHeight(0)
    assert 0.3 < rows % 1 < 0.7
    assert view.rowHeight(0) >= 48


# --- long names and large sums -------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES, ids=["usual", "large", "small"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_no_word_is_cut_off_and_no_large_sum_runs_into_another(
    tmp_path: Path, open_screen: OpenScreen, size: tuple[int, int], language: str
):
    with fair_desk(tmp_path, language=language) as desk:
        screen = open_screen(desk, size=size)
        for unit in ("MP07", "ES01", "JK01"):
            screen.show_unit(unit)
            assert clipped(screen) == []
        screen._open_view()
        assert clipped(screen) == []
        screen._open_delivery()
        assert clipped(screen) == []


# --- scanning ------------------------------------------------------------------------------------------------------


def test_a_badge_opens_its_producer(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    assert screen.take_scan(Scan(badge_code("MP07")))
    assert screen.unit == "MP07"


def test_a_products_code_opens_who_holds_it(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    assert screen.take_scan(Scan(desk.till.catalogue.find("MP-031").barcode or ""))
    assert screen.unit == "JK01"


def test_a_badge_is_found_among_those_that_are_not_listed_too(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    touch(screen, "Falta pagar 8")
    screen.take_scan(Scan(badge_code("JK01")))
    assert screen.unit == "JK01"
    assert table(screen).model().rowCount() == 14


def test_an_unknown_code_is_told_and_changes_nothing(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    assert screen.take_scan(Scan("NADA"))
    assert "NADA" in screen.message
    assert screen.unit == "CB01"


# --- the account ---------------------------------------------------------------------------------------------------


def test_who_is_paid_up_cannot_be_paid_and_the_button_says_why(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    screen.show_unit("JK01")
    assert not button(screen, "Ya está pagado").isEnabled()
    press(Qt.Key.Key_F12)
    assert dialogs(PayoutSheet) == []


def test_who_owes_is_shown_owing(desk: Desk, open_screen: OpenScreen):
    desk.till.settling.pay_out(desk.act(), "JK01", PayoutKind.TRANSFER, money("40.00"), Approval("Marcelo"))
    screen = open_screen(desk)
    screen.show_unit("JK01")
    assert {"DEBE", "40,00"} <= set(labels(screen._panel))
    assert not button(screen, "Debe: nada que pagar").isEnabled()
    assert "Debe" in cells(screen, 4)


def test_without_a_shift_only_the_bank_pays(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    assert not button(screen._panel, "Efectivo").isEnabled()
    assert screen._panel.kind is PayoutKind.TRANSFER
    open_shift(desk)
    screen.start(session_of(desk))
    assert button(screen._panel, "Efectivo").isEnabled()


def test_goods_that_nobody_delivered_are_asked_about_before_paying(desk: Desk, open_screen: OpenScreen, qtbot: QtBot):
    open_shift(desk)
    product = desk.till.catalogue.find("MP-029")
    desk.till.selling.finish(desk.act(), Basket(BOB).add(product, 40))
    screen = open_screen(desk)
    screen.show_unit("MP07")
    assert "Salieron 27 sin entrega" in labels(screen._panel)
    assert "Contar" in cells(screen, 13)
    press(Qt.Key.Key_F12)
    [question] = dialogs(Question)
    touch(question, "Contar primero")
    assert dialogs(PayoutSheet) == []
    press(Qt.Key.Key_F12)
    [question] = dialogs(Question)
    touch(question, "Pagar igual")
    [sheet] = dialogs(PayoutSheet)
    sheet.reject()


# --- pictures ------------------------------------------------------------------------------------------------------


def test_the_account_in_pictures_shows_goods_as_pieces_and_money_as_notes(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    screen.show_unit("MP07")
    touch(screen, "Mostrar a Confecciones Sawuri su cuenta en dibujos")
    view = screen._view
    assert {"Confecciones Sawuri", "Guantes de alpaca", "7 de 20", "Vendió 7", "Queda 13", "885,66"} <= set(
        labels(view)
    )
    assert len(view.findChildren(PieceBar)) == 7
    assert view._money.accessibleName().startswith("4 × Bs 200")
    assert view.isVisible()
    touch(view, "Imprimir hoja")
    assert "La hoja está guardada." in screen.message
    touch(view, "Volver")
    assert table(screen).isVisible()


def test_a_badge_turns_the_pictures_to_its_producer(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    screen._open_view()
    screen.take_scan(Scan(badge_code("MP07")))
    assert "Confecciones Sawuri" in labels(screen._view)


# --- sheets --------------------------------------------------------------------------------------------------------


def test_all_sheets_are_kept_in_one_file(desk: Desk, open_screen: OpenScreen, saved: Path):
    screen = open_screen(desk)
    touch(screen, "Hojas")
    [sheet] = dialogs(PapersSheet)
    touch(sheet, "Todas en un archivo")
    [file] = saved.iterdir()
    assert file.name == "LPZ-NAV-26-liquidaciones.pdf"
    assert file.read_bytes().startswith(b"%PDF")
    assert {"1 archivo guardado", str(file)} <= set(labels(sheet))
    touch(sheet, "Listo")


def test_or_one_for_each_producer(desk: Desk, open_screen: OpenScreen, saved: Path):
    screen = open_screen(desk)
    touch(screen, "Hojas")
    [sheet] = dialogs(PapersSheet)
    touch(sheet, "Un archivo por productor")
    assert len(list(saved.iterdir())) == 14
    assert {"14 archivos guardados", str(saved)} <= set(labels(sheet))
    sheet.accept()


def test_who_thinks_better_of_it_keeps_nothing(desk: Desk, open_screen: OpenScreen, saved: Path):
    screen = open_screen(desk)
    screen._places = screen._places._replace(folder=lambda _: None)
    touch(screen, "Hojas")
    [sheet] = dialogs(PapersSheet)
    touch(sheet, "Todas en un archivo")
    assert list(saved.iterdir()) == []
    sheet.reject()


def test_a_folder_of_the_till_or_one_that_is_gone_is_told_and_nothing_is_left(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    for folder, told in ((desk.places.backups, "archivos de la caja"), (desk.places.home / "gone", "no se puede usar")):
        screen._places = screen._places._replace(folder=lambda _, folder=folder: folder)
        touch(screen, "Hojas")
        [sheet] = dialogs(PapersSheet)
        touch(sheet, "Todas en un archivo")
        assert sheet._message.words
        assert not folder.exists() or list(folder.iterdir()) == [], told
        sheet.reject()


def test_the_sheets_of_practice_say_that_they_are_worth_nothing(desk: Desk):
    papers = settlements(replace(desk, practice=True), CHRISTMAS_FAIR)
    assert {paper.network for paper in papers} == {"PRÁCTICA — NO VALE · Red Manos Productivas"}


# --- going away and coming back ------------------------------------------------------------------------------------


def test_goods_half_counted_are_still_there_after_looking_elsewhere(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    touch(screen, "Entregas")
    screen.take_scan(Scan("JK-001"))
    screen.start(session_of(desk))
    assert screen._delivery.isVisible()
    assert screen._delivery._rows.counted == [("JK-001", 1)]
    touch(screen, "Guardar")
    screen.start(session_of(desk))
    assert table(screen).isVisible()


# --- before anybody came -------------------------------------------------------------------------------------------


def test_before_the_first_delivery_the_screen_says_so_and_leads_to_it(tmp_path: Path, open_screen: OpenScreen):
    with fair_desk(tmp_path, played=False) as desk:
        screen = open_screen(desk)
        assert "Todavía nadie entregó" in labels(screen)
        assert not table(screen).isVisible()
        touch(screen, "Recibir una entrega")
        assert screen._delivery.isVisible()
        touch(screen, "Volver")
        assert "Todavía nadie entregó" in labels(screen)


def test_where_there_is_a_printer_a_settlement_can_come_as_a_strip(desk: Desk, open_screen: OpenScreen, qtbot: QtBot):
    screen = open_screen(replace(desk, settings=replace(desk.settings, printer="usb:auto")))
    screen.show_unit("MP04")
    screen._open_view()
    with qtbot.waitSignal(screen.settlement_wanted) as wanted:
        touch(screen._view, "Imprimir tira")
    (paper,) = (paper for paper in settlements(desk, CHRISTMAS_FAIR) if paper.unit == "MP04")
    assert wanted.args[0] == paper
    assert screen.message == "Van a la impresora dos papeles para firmar."


def test_without_a_printer_there_is_only_the_sheet(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    screen._open_view()
    assert not [button for button in screen._view.findChildren(ActionButton) if button.text() == "Tira"]
