"""Closing a shift: counted blind, then told, then closed and handed over."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from pos.domain.close_notes import CloseNoted, PaymentsSeen, WhatHappened, note_id
from pos.domain.shifts import ShiftClosed
from pos.domain.tenders import TenderKind
from pos.services.desk import Desk
from pos.services.reporting import Reporting
from pos.services.shift_keeping import ShiftKeeping
from pos.storage.database import BooksUnavailable
from pos.ui.counting.close_moves import MovesSheet
from tests.ui.conftest import MakeDesk
from tests.ui.counting import Counting, at_the_close, count_bolivianos, sell, session_at, to_the_result
from tests.ui.forgetful import forgetful, unreadable
from tests.ui.stand import PATIENCE

Close = Callable[..., Counting]


@pytest.fixture
def closing(qtbot: QtBot, make_stall: MakeDesk) -> Close:
    """Shows the screen of a desk with a busy shift to Ana."""

    def show(desk: Desk | None = None, *, carts: int = 0, size: tuple[int, int] = (1366, 704)) -> Counting:
        return at_the_close(qtbot, desk or make_stall(), carts, size)

    return show


# --- what there is none of -----------------------------------------------------------------------------------------


def test_no_euros_take_no_dollars_away(closing: Close):
    person = closing()
    count_bolivianos(person, tens="14", coins="1")
    person.press("Down", "Down")
    person.write("1")  # notes of 20 dollars
    person.touch("Siguiente")
    person.touch("No hay")
    assert person.sees("Sin mirar"), "the next step"
    person.touch("No lo sé, seguir")
    assert person.labels.count("20,00") == 2, "the dollars that there should be, and those that were counted"


def test_a_payment_that_nobody_knows_takes_no_other_away(closing: Close):
    person = closing()
    count_bolivianos(person, tens="14", coins="1")
    for _ in ("dollars", "euros"):
        person.touch("No hay")
    person.write("65")
    person.press("Enter")
    person.touch("No lo sé, seguir")
    assert person.labels.count("65,00") == 2, "what came by QR, and what was seen of it"


# --- blind ---------------------------------------------------------------------------------------------------------


def test_nothing_that_is_expected_is_read_or_shown_before_all_is_counted(
    closing: Close, monkeypatch: pytest.MonkeyPatch
):
    read: list[str] = []
    really = ShiftKeeping.so_far

    def so_far(shifts: ShiftKeeping, till: str, exhibition: str) -> object:
        read.append(till)
        return really(shifts, till, exhibition)

    monkeypatch.setattr(ShiftKeeping, "so_far", so_far)
    person = closing()
    expected = {"141,00", "20,00", "65,00", "100,00"}
    count_bolivianos(person, tens="3")
    assert not expected & set(person.labels)
    for _ in ("dollars", "euros"):
        person.touch("No hay")
        assert not expected & set(person.labels)
    assert person.sees("Sin mirar")
    assert read == []
    person.touch("No lo sé, seguir")
    assert read == ["A"]
    assert person.sees("141,00")


def test_the_steps_say_where_one_is(closing: Close):
    person = closing()
    assert person.has_button("Paso 1 de 5: Bolivianos, ahora")
    assert person.has_button("Paso 2 de 5: Dólares y euros, falta")
    person.touch("Siguiente")
    assert person.has_button("Paso 1 de 5: Bolivianos, hecho")
    assert not person.can_press("Paso 4 de 5: Resultado, falta"), "nobody goes on without counting"


def test_a_fair_that_takes_no_foreign_cash_has_no_step_for_it(closing: Close, make_stall: MakeDesk):
    desk = make_stall(exhibition="BER-27")
    desk.till.shifts.open(desk.act(), "Ana Mayta", {"EUR": {"5.00": 1}})
    person = closing(desk)
    assert person.has_button("Paso 1 de 4: Euros, ahora")


# --- the result ----------------------------------------------------------------------------------------------------


def test_a_drawer_that_is_short_is_told_in_words_and_how_it_should_have_come_about(closing: Close):
    person = closing()
    to_the_result(person, tens="13")
    assert person.sees("Falta dinero en la caja")
    assert person.sees("−10,00")
    for label, figure in (
        ("Había al abrir", "100,00"),
        ("Ventas en efectivo, menos vueltos", "−64,00"),
        ("Entró: sencillo", "150,00"),
        ("Anticipos pagados a productores", "−30,00"),
        ("Salió: bolsas", "−15,00"),
        ("Debía haber", "141,00"),
        ("Usted contó", "131,00"),
    ):
        assert person.sees(label), label
        assert person.sees(figure), figure
    assert person.can_press("Billete falso")


def test_a_drawer_that_is_over_is_told_and_a_false_note_is_no_reason_for_it(closing: Close):
    person = closing()
    to_the_result(person, tens="15")
    assert person.sees("Sobra dinero en la caja")
    assert person.sees("+10,00")
    assert person.has_button("Venta sin anotar")
    assert not person.has_button("Billete falso")


def test_an_exact_drawer_is_said_to_be_so_and_nothing_is_asked(closing: Close):
    person = closing()
    to_the_result(person)
    assert person.sees("Cuadra")
    assert not person.has_button("No sé")
    assert "Bolivianos 141,00 141,00 0,00" in rows(person)


def rows(person: Counting) -> list[str]:
    """The table of the result, row by row."""
    from pos.ui.counting.close_table import _Row

    return [row.accessibleName() for row in person.seen(_Row)]


def test_every_means_of_payment_is_beside_what_was_counted_of_it(closing: Close):
    person = closing()
    to_the_result(person, qr="60")
    assert rows(person) == [
        "Bolivianos 141,00 141,00 0,00",
        "Dólares 20,00 20,00 0,00",
        "QR, 1 pago 65,00 60,00 −5,00",
    ]


def test_what_nobody_looked_at_is_neither_right_nor_wrong(closing: Close):
    person = closing()
    to_the_result(person, qr="")
    assert "QR, 1 pago 65,00 – –" in rows(person)


def test_foreign_cash_alone_can_be_wrong(closing: Close):
    person = closing()
    to_the_result(person, dollars="")
    assert person.sees("Falta dinero en la caja")
    assert person.sees("US$")
    assert "Dólares 20,00 0,00 −20,00" in rows(person)


def test_counting_again_keeps_what_was_counted(closing: Close):
    person = closing()
    to_the_result(person, tens="13")
    person.touch("Contar otra vez")
    assert person.sees("131,00")
    person.press(*["Down"] * 4)
    person.write("14")
    person.touch("Siguiente")
    for _ in range(3):
        person.touch("Siguiente")
    assert person.sees("Cuadra")
    assert person.desk.till.shifts.current("A") is not None, "nothing was closed meanwhile"


def test_what_moved_the_drawer_can_be_looked_through(closing: Close):
    person = closing()
    to_the_result(person)
    person.touch("Ver movimientos")
    (sheet,) = person.screen.findChildren(MovesSheet)
    paid_to = person.desk.till.catalogue.terms().unit("MP01").name
    assert [line.partition(" ")[2] for line in sheet.lines] == [
        f"Anticipo: {paid_to} Bs −30,00",
        "Salió: bolsas Bs −15,00",
        "Entró: sencillo Bs +150,00",
        "Venta A-000002 US$ +20,00",
        "Venta A-000002 Bs −129,00",
        "Venta A-000001 Bs +65,00",
        "Había al abrir Bs +100,00",
    ]
    sheet.reject()


# --- closing -------------------------------------------------------------------------------------------------------


def test_only_the_money_button_closes_and_its_z_waits_for_the_printer(closing: Close, qtbot: QtBot):
    person = closing()
    to_the_result(person, tens="13")
    person.touch("Vuelto mal dado")
    with qtbot.waitSignal(person.screen.paper_wanted):
        person.press("F12")
    assert person.sees("Turno cerrado")
    assert person.sees("Z 1")
    assert person.desk.print_queue.waiting() == 1
    with qtbot.waitSignal(person.screen.closed) as signal:
        person.press("Enter")
    closed = signal.args[0]
    assert isinstance(closed, ShiftClosed)
    assert [(c.currency, c.expected, c.counted) for c in closed.cash] == [
        ("BOB", 14100, 13100),
        ("USD", 2000, 2000),
    ]
    with person.desk.till.shifts._books.reading() as books:
        note = books.journal.event(note_id(closed.stamp.id))
    assert isinstance(note, CloseNoted)
    assert (note.happened, note.seen) == (WhatHappened.WRONG_CHANGE, (PaymentsSeen(TenderKind.QR, 6500),))
    assert person.faults() == []


def test_an_exact_drawer_is_closed_without_a_reason(closing: Close):
    person = closing()
    to_the_result(person, qr="")
    person.press("F12")
    assert "shift_closed" in kinds(person.desk)
    assert "close_noted" not in kinds(person.desk)


def kinds(desk: Desk) -> list[str]:
    """The kinds of facts in the books."""
    with desk.till.shifts._books.reading() as books:
        return [row[0] for row in books._connection.exec_driver_sql("SELECT kind FROM fact ORDER BY number")]


def test_a_disk_that_fails_loses_no_count_and_trying_again_closes_once(closing: Close, monkeypatch: pytest.MonkeyPatch):
    person = closing()
    to_the_result(person)
    really, failed = ShiftKeeping.close, []

    def close(*given: object, **more: object) -> object:
        closed = really(*given, **more)
        if not failed:
            failed.append(closed)
            raise BooksUnavailable("full")  # it was kept all the same
        return closed

    monkeypatch.setattr(ShiftKeeping, "close", close)
    person.press("F12")
    assert person.message
    person.press("F12")
    assert person.sees("Z 1")
    assert kinds(person.desk).count("shift_closed") == 1


def test_f12_closes_nothing_before_the_result(closing: Close):
    person = closing()
    person.press("F12")
    assert person.desk.till.shifts.current("A") is not None


def test_it_can_be_left_step_by_step_until_it_is_closed(closing: Close, qtbot: QtBot):
    person = closing()
    to_the_result(person)
    person.press("Esc", "Esc", "Esc")
    assert person.has_button("Paso 1 de 5: Bolivianos, ahora")
    with qtbot.waitSignal(person.screen.left):
        person.press("Esc")
    assert person.desk.till.shifts.current("A") is not None


def test_what_is_closed_stays_closed(closing: Close, qtbot: QtBot):
    person = closing()
    to_the_result(person)
    person.press("F12")
    with qtbot.assertNotEmitted(person.screen.left):
        person.press("Esc")
    assert person.sees("Turno cerrado")
    assert not person.can_press("Paso 4 de 5: Resultado, hecho")


def test_sales_that_are_not_finished_are_told_before_anything_is_counted(closing: Close, qtbot: QtBot):
    person = closing(carts=2)
    assert person.message.startswith("Hay 2 ventas sin terminar.")
    with qtbot.waitSignal(person.screen.left):
        person.touch("Volver a vender")


# --- what was counted is not lost ----------------------------------------------------------------------------------


def test_going_away_to_sell_and_coming_back_finds_the_count_where_it_was(closing: Close):
    person = closing(carts=1)
    count_bolivianos(person, tens="13")
    person.touch("Volver a vender")
    person.screen.start(session_at(person.desk), 0)
    person.screen.take_focus()
    assert person.message == "", "the sale is finished meanwhile"
    assert person.has_button("Paso 2 de 5: Dólares y euros, ahora")
    person.press("Esc")
    assert person.sees("130,00")


def test_a_result_that_is_come_back_to_tells_the_drawer_as_it_is_then(closing: Close):
    person = closing()
    to_the_result(person)
    assert person.sees("Cuadra")
    sell(person.desk, (TenderKind.CASH, "65.00", "BOB"))
    person.screen.start(session_at(person.desk), 0)
    assert person.sees("Falta dinero en la caja")


def test_the_next_shift_is_counted_from_nothing(closing: Close):
    person = closing()
    to_the_result(person)
    session = session_at(person.desk)
    person.press("F12")
    person.screen.start(session, 0)
    assert person.sees("Turno cerrado"), "what was closed is still handed over"
    person.desk.till.shifts.open(person.desk.act(), "Ana Mayta", {})
    person.screen.start(session_at(person.desk), 0)
    assert person.has_button("Paso 1 de 5: Bolivianos, ahora")
    assert not person.sees("141,00")


# --- closed once, told as it was -----------------------------------------------------------------------------------


def test_that_the_shift_is_closed_is_told_before_anybody_is_done_with_it(closing: Close, qtbot: QtBot):
    person = closing()
    to_the_result(person)
    with qtbot.waitSignal(person.screen.shift_closed) as signal, qtbot.assertNotEmitted(person.screen.closed):
        person.press("F12")
    assert signal.args[0].z == 1


def test_a_count_changed_after_the_disk_had_kept_the_first_one_is_not_told_as_closed(
    closing: Close, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(ShiftKeeping, "close", forgetful(ShiftKeeping.close))
    person = closing()
    to_the_result(person, tens="13")
    person.press("F12")
    person.touch("Contar otra vez")
    person.press(*["Down"] * 4)
    person.write("14")
    for _ in range(4):
        person.touch("Siguiente")
    assert person.message.startswith("El primer intento sí se guardó: turno cerrado con Bs 131,00 y US$ 20,00.")
    assert person.sees("Z 1")
    assert person.sees("131,00")


def test_a_close_is_a_close_even_where_nobody_can_read_who_is_still_owed(
    closing: Close, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(Reporting, "report", unreadable)
    person = closing()
    to_the_result(person)
    person.press("F12")
    assert person.sees("Turno cerrado")
    assert person.sees("Mire en Productores a quién falta pagar")
    assert person.message.startswith("El disco está lleno.")
    assert person.desk.till.shifts.current("A") is None


# --- looks ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1366, 704), (1920, 1016), (1024, 536)])
@pytest.mark.parametrize("language", ["es", "en"])
def test_no_word_is_cut_off_on_any_screen(
    closing: Close, make_stall: MakeDesk, qtbot: QtBot, size: tuple, language: str
):
    person = closing(make_stall(language=language), size=size, carts=1)
    screen = person.screen

    for go_on in (screen._go_on, screen._go_on, screen._go_on, screen._close, lambda: None):
        qtbot.waitUntil(lambda: person.clipped() == [], timeout=PATIENCE)
        go_on()
    assert person.sees("Z 1")
