"""Goods at the stall: brought, taken home and lost, counted by scanner and by hand."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from pos.domain.barcodes import badge_code
from pos.domain.consignment import ConsignmentNote
from pos.domain.people import Approval
from pos.domain.unit_days import PieceCount
from pos.services.consigning import Consigning
from pos.services.desk import Desk
from pos.services.producers_day import ProducersDay
from pos.ui.look.dialogs import Question
from pos.ui.producers.delivery_screen import DeliveryScreen
from pos.ui.scan import Scan
from tests.ui.fair_day import (
    button,
    clipped,
    dialogs,
    fair_desk,
    labels,
    leave,
    press,
    session_of,
    show,
    touch,
    write,
)
from tests.ui.forgetful import forgetful, unreadable
from tests.ui.stand import CHRISTMAS_FAIR

SIZES = [(1366, 768), (1920, 1080), (1024, 600)]
OpenScreen = Callable[..., DeliveryScreen]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The morning of the fair: nobody came yet."""
    with fair_desk(tmp_path, played=False) as found:
        yield found


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Desk]:
    """The evening of the example day."""
    with fair_desk(tmp_path) as found:
        yield found


@pytest.fixture
def open_screen(qtbot: QtBot) -> Iterator[OpenScreen]:
    """Shows the screen for a unit."""
    screens: list[DeliveryScreen] = []

    def opened(desk: Desk, unit: str = "MP07", *, size: tuple[int, int] = SIZES[0]) -> DeliveryScreen:
        screen = DeliveryScreen(desk)
        screens.append(screen)
        screen.setMinimumSize(900, 480)
        screen.resize(size[0], size[1] - 64)
        show(screen, qtbot)
        screen.start(session_of(desk), unit)
        QApplication.processEvents()
        screen.take_focus()
        return screen

    yield opened
    for screen in screens:
        leave(screen, qtbot)


def pieces(desk: Desk, sku: str, unit: str = "MP07") -> PieceCount:
    [found] = [goods.pieces for goods in desk.producers_day.goods(CHRISTMAS_FAIR, unit) if goods.product.sku == sku]
    return found


def field(screen: DeliveryScreen, name: str) -> QLineEdit:
    [found] = [edit for edit in screen.findChildren(QLineEdit) if edit.isVisible() and edit.accessibleName() == name]
    return found


def scan(screen: DeliveryScreen, desk: Desk, *skus: str) -> None:
    for sku in skus:
        assert screen.take_scan(Scan(desk.till.catalogue.find(sku).barcode or ""))


# --- bringing ------------------------------------------------------------------------------------------------------


def test_what_is_scanned_is_counted_and_written_as_one_note(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    heard: list[ConsignmentNote] = []
    screen.saved.connect(heard.append)
    scan(screen, desk, "MP-029", "MP-029", "MP-030")
    assert "3 piezas" in labels(screen)
    press(Qt.Key.Key_F12)
    assert [(line.sku, line.qty) for note in heard for line in note.lines] == [("MP-029", 2), ("MP-030", 1)]
    assert screen.message == "3 piezas entregadas."
    assert pieces(desk, "MP-029").delivered == 2
    assert "0 piezas" in labels(screen), "the next note begins"


def test_pieces_are_counted_by_touch_and_by_typing_too(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    for _ in range(3):
        touch(screen, "Uno más de Guantes de alpaca")
    touch(screen, "Uno menos de Guantes de alpaca")
    field(screen, "Monedero").setFocus()
    write("25")
    assert "27 piezas" in labels(screen)
    touch(screen, "Guardar")
    assert (pieces(desk, "MP-029").delivered, pieces(desk, "MP-030").delivered) == (2, 25)


def test_arrows_and_enter_go_from_one_product_to_the_next(desk: Desk, open_screen: OpenScreen):
    open_screen(desk)
    write("4")
    press(Qt.Key.Key_Return)
    write("5")
    press(Qt.Key.Key_Down)
    write("+")
    press(Qt.Key.Key_F12)
    assert [pieces(desk, sku).delivered for sku in ("MP-026", "MP-027", "MP-028")] == [4, 5, 1]


def test_nothing_counted_cannot_be_saved(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    assert not button(screen, "Cuente las piezas").isEnabled()
    press(Qt.Key.Key_F12)
    assert desk.producers_day.overview(CHRISTMAS_FAIR).nobody_came


def test_saving_twice_in_a_row_writes_two_notes(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    for _ in range(2):
        scan(screen, desk, "MP-029")
        press(Qt.Key.Key_F12)
    assert pieces(desk, "MP-029").delivered == 2


# --- whose goods ---------------------------------------------------------------------------------------------------


def test_a_units_name_or_badge_chooses_it(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    touch(screen, "Juana Condori")
    assert screen._unit == "JK02"
    screen.take_scan(Scan(badge_code("MP07")))
    assert screen._unit == "MP07"


def test_the_first_product_scanned_chooses_its_holder(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk, "MP07")
    scan(screen, desk, "JK-001")
    assert screen._unit == "JK01"
    press(Qt.Key.Key_F12)
    assert pieces(desk, "JK-001", "JK01").delivered == 1


def test_anothers_product_among_counted_ones_is_told_and_not_mixed_in(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    scan(screen, desk, "MP-029", "JK-001")
    assert "es de Familia Quispe Mamani" in screen.message
    assert screen._rows.counted == [("MP-029", 1)]


def test_an_unknown_code_is_told_and_the_count_stays(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    scan(screen, desk, "MP-029")
    screen.take_scan(Scan("NADA"))
    assert "NADA" in screen.message
    assert screen._rows.pieces == 1


def test_what_was_counted_is_not_left_without_asking(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    left: list[bool] = []
    screen.left.connect(lambda: left.append(True))
    scan(screen, desk, "MP-029")
    press(Qt.Key.Key_Escape)
    [question] = dialogs(Question)
    touch(question, "Seguir contando")
    assert (left, screen._rows.pieces) == ([], 1)
    touch(screen, "Juana Condori")
    [question] = dialogs(Question)
    touch(question, "Descartar")
    assert (screen._unit, screen._rows.pieces) == ("JK02", 0)
    press(Qt.Key.Key_Escape)
    assert left == [True]
    assert desk.producers_day.overview(CHRISTMAS_FAIR).nobody_came


# --- taking home ---------------------------------------------------------------------------------------------------


def test_all_that_is_left_is_proposed_to_be_taken_home(evening: Desk, open_screen: OpenScreen):
    screen = open_screen(evening)
    touch(screen, "Se lleva")
    assert field(screen, "Guantes de alpaca").text() == "13"
    assert "149 piezas" in labels(screen)
    press(Qt.Key.Key_F12)
    assert screen.message == "149 piezas devueltas."
    assert (pieces(evening, "MP-029").left, pieces(evening, "MP-029").returned) == (0, 13)


def test_who_scans_what_is_taken_home_counts_from_nothing(evening: Desk, open_screen: OpenScreen):
    screen = open_screen(evening)
    touch(screen, "Se lleva")
    scan(screen, evening, "MP-029")
    assert "1 pieza" in labels(screen)
    press(Qt.Key.Key_F12)
    assert pieces(evening, "MP-029").returned == 1


# --- losing --------------------------------------------------------------------------------------------------------


def test_what_is_lost_needs_a_reason(evening: Desk, open_screen: OpenScreen):
    screen = open_screen(evening)
    heard: list[ConsignmentNote] = []
    screen.saved.connect(heard.append)
    touch(screen, "Pérdida")
    scan(screen, evening, "MP-029")
    assert not button(screen, "Diga por qué").isEnabled()
    touch(screen, "Se rompió")
    touch(screen, "Guardar")
    assert [(note.kind, note.reason) for note in heard] == [("loss", "Se rompió")]
    assert pieces(evening, "MP-029").loss == 1


# --- the rest ------------------------------------------------------------------------------------------------------


def test_a_closed_fair_is_told_and_the_count_stays(evening: Desk, open_screen: OpenScreen):
    screen = open_screen(evening)
    scan(screen, evening, "MP-029")
    evening.till.settling.close_exhibition(evening.act(), Approval("Marcelo"))
    press(Qt.Key.Key_F12)
    assert "cerrada" in screen.message
    assert screen._rows.pieces == 1


def test_more_products_than_fit_turn_by_pages_and_a_scan_turns_to_its_own(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk, "JK01", size=(1024, 600))
    held = [goods.product for goods in desk.producers_day.goods(CHRISTMAS_FAIR, "JK01")]
    last = held[-1]
    assert "1 de 2" in labels(screen)
    scan(screen, desk, last.sku)
    assert "2 de 2" in labels(screen)
    assert field(screen, last.name["es"]).text() == "1"
    touch(screen, "Productos anteriores")
    assert "1 de 2" in labels(screen)


@pytest.mark.parametrize("size", SIZES, ids=["usual", "large", "small"])
@pytest.mark.parametrize("unit", ["MP07", "ES01"])
def test_no_word_is_cut_off(evening: Desk, open_screen: OpenScreen, size: tuple[int, int], unit: str):
    screen = open_screen(evening, unit, size=size)
    found = clipped(screen)
    touch(screen, "Pérdida")
    found += clipped(screen)
    assert found == []


# --- trouble with the disk -----------------------------------------------------------------------------------------


def test_what_the_disk_had_kept_after_all_is_not_noted_twice(
    desk: Desk, open_screen: OpenScreen, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(Consigning, "note", forgetful(Consigning.note))
    screen = open_screen(desk)
    heard: list[ConsignmentNote] = []
    screen.saved.connect(heard.append)
    scan(screen, desk, "MP-029", "MP-029")
    press(Qt.Key.Key_F12)
    assert screen.message.startswith("El disco está lleno.")
    scan(screen, desk, "MP-029", "MP-030")
    press(Qt.Key.Key_F12)
    assert screen.message.startswith("El primer intento sí se guardó: 2 piezas entregadas.")
    assert "2 piezas" in labels(screen), "only what no note holds is still counted"
    assert pieces(desk, "MP-029").delivered == 2
    press(Qt.Key.Key_F12)
    assert (pieces(desk, "MP-029").delivered, pieces(desk, "MP-030").delivered) == (3, 1)
    assert len(heard) == 2


def test_a_saved_note_is_not_counted_any_more_though_the_stock_cannot_be_read(
    desk: Desk, open_screen: OpenScreen, monkeypatch: pytest.MonkeyPatch
):
    screen = open_screen(desk)
    scan(screen, desk, "MP-029", "MP-029")
    with monkeypatch.context() as broken:
        broken.setattr(ProducersDay, "goods", unreadable)
        press(Qt.Key.Key_F12)
    assert screen.message.startswith("2 piezas entregadas.")
    assert "0 piezas" in labels(screen)
    press(Qt.Key.Key_F12)
    assert pieces(desk, "MP-029").delivered == 2


def test_touching_the_unit_that_is_chosen_leaves_it_marked(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    touch(screen, "Confecciones Sawuri")
    assert button(screen, "Confecciones Sawuri").isChecked()


def test_a_unit_that_is_not_gone_to_is_not_marked(desk: Desk, open_screen: OpenScreen):
    screen = open_screen(desk)
    scan(screen, desk, "MP-029")
    touch(screen, "Juana Condori")
    [question] = dialogs(Question)
    touch(question, "Seguir contando")
    assert button(screen, "Confecciones Sawuri").isChecked()
    assert not button(screen, "Juana Condori").isChecked()


def test_where_there_is_a_printer_the_note_is_printed_to_be_signed(desk: Desk, open_screen: OpenScreen, qtbot: QtBot):
    printing = replace(desk, settings=replace(desk.settings, printer="usb:auto"))
    screen = open_screen(printing)
    write("3")
    with qtbot.waitSignal(screen.saved) as saved:
        press(Qt.Key.Key_F12)
    (job,) = desk.print_queue.pending()
    assert job.event == saved.args[0]
    assert screen.message == "3 piezas entregadas. Van a la impresora dos papeles para firmar."


def test_without_a_printer_no_note_waits_for_one(desk: Desk, open_screen: OpenScreen):
    open_screen(desk)
    write("3")
    press(Qt.Key.Key_F12)
    assert desk.print_queue.pending() == ()
