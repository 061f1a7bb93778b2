"""Opening a shift: the person who is signed in counts the float."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from pos.domain.people import Person, Role
from pos.domain.shifts import ShiftOpened
from pos.services.desk import Desk
from pos.services.shift_keeping import ShiftKeeping
from pos.storage.database import BooksUnavailable
from pos.ui.counting.opening_screen import OpeningScreen
from tests.ui.conftest import MakeDesk
from tests.ui.counting import Counting, session_at
from tests.ui.forgetful import forgetful
from tests.ui.stand import PATIENCE

Open = Callable[..., Counting]


@pytest.fixture
def opening(qtbot: QtBot, make_stall: MakeDesk) -> Open:
    """Shows the screen of a desk to Ana."""

    def show(desk: Desk | None = None, size: tuple[int, int] = (1366, 704)) -> Counting:
        desk = desk or make_stall()
        screen = OpeningScreen(desk)
        at = Counting(qtbot, screen, desk, size)
        screen.start(session_at(desk))
        screen.take_focus()
        return at

    return show


def test_who_is_signed_in_opens_the_shift_with_what_was_counted(opening: Open, qtbot: QtBot):
    person = opening()
    assert person.sees("Ana Mayta")
    person.write("2")  # notes of 200
    person.press("Enter", "Enter")
    person.write("5")  # notes of 50
    assert person.sees("650,00")
    with qtbot.waitSignal(person.screen.opened) as signal:
        person.press("F12")
    opened = signal.args[0]
    assert isinstance(opened, ShiftOpened)
    assert (opened.cashier, [(w.currency, w.amount) for w in opened.worth]) == ("Ana Mayta", [("BOB", 65000)])
    assert person.faults() == []


def test_foreign_cash_is_counted_if_there_is_any(opening: Open):
    person = opening()
    person.touch("Dólares")
    person.press("Down", "Down")
    person.write("4")  # notes of 20
    assert person.sees("80,00")
    person.touch("Bolivianos")
    person.touch("Uno más de Bs 10")
    person.press("F12")
    assert float_of(person.desk) == {"BOB": "10.00", "USD": "80.00"}


def float_of(desk: Desk) -> dict[str, str]:
    """What the open shift began with."""
    shift = desk.till.shifts.so_far(desk.settings.till, desk.settings.exhibition)
    return {code: str(amount) for code, amount in shift.opening_float.items()}


def test_an_empty_drawer_is_all_right(opening: Open):
    person = opening()
    assert person.has_button("Abrir sin fondo")
    person.press("F12")
    assert person.desk.till.shifts.current("A") is not None


def test_all_of_it_can_be_touched(opening: Open):
    person = opening()
    person.touch("Uno más de Bs 20")
    person.touch("Uno más de Bs 20")
    person.touch("Uno menos de Bs 20")
    person.touch("Uno más de Bs 0,50")
    person.touch("Abrir turno")
    assert float_of(person.desk) == {"BOB": "20.50"}


def test_the_keypad_types_into_the_row_that_is_counted(opening: Open):
    person = opening()
    person.press("Down")
    for key in ("1", "7"):
        person.touch(key)
    assert person.sees("1.700,00")
    person.touch("Borrar")
    assert person.sees("0,00")


# --- as at the last close ------------------------------------------------------------------------------------------


def closed_with(desk: Desk, counts: dict) -> Desk:
    desk.till.shifts.open(desk.act(), "Beto", {})
    desk.till.shifts.close(desk.act(), counts)
    return desk


def same(person: Counting) -> list[str]:
    """The offers to count as at the last close."""
    return [name for name in person.buttons if name.startswith("Igual que al cerrar")]


def test_the_counts_of_the_last_close_are_offered_and_never_put_by_themselves(opening: Open, make_stall: MakeDesk):
    desk = closed_with(make_stall(), {"BOB": {"20.00": 10, "0.50": 4}, "USD": {"5.00": 1}})
    person = opening(desk)
    assert same(person) == ["Igual que al cerrar: Bs 202,00 y US$ 5,00"]
    assert person.has_button("Abrir sin fondo"), "nothing was counted yet"
    person.touch(same(person)[0])
    assert person.sees("202,00")
    person.press("F12")
    assert float_of(desk) == {"BOB": "202.00", "USD": "5.00"}


@pytest.mark.parametrize("counts", [{}, {"BOB": {}}, {"BOB": {"7.00": 3}}])
def test_a_close_that_left_nothing_to_show_is_not_offered(opening: Open, make_stall: MakeDesk, counts: dict):
    assert same(opening(closed_with(make_stall(), counts))) == []


def test_a_till_that_never_closed_offers_nothing(opening: Open):
    assert same(opening()) == []


def test_a_close_in_another_currency_is_not_offered(opening: Open, make_stall: MakeDesk):
    closed_with(make_stall(), {"BOB": {"20.00": 10}})
    assert same(opening(make_stall(exhibition="BER-27"))) == []


# --- what stands in the way ----------------------------------------------------------------------------------------


def test_a_shift_that_is_open_already_is_told(opening: Open):
    person = opening()
    person.desk.till.shifts.open(person.desk.act(), "Beto", {})
    person.press("F12")
    assert "Beto" in person.message


def test_what_was_counted_outlasts_a_disk_that_failed(opening: Open, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot):
    person = opening()
    person.write("3")
    shifts = person.desk.till.shifts
    really = type(shifts).open
    monkeypatch.setattr(type(shifts), "open", _full)
    person.press("F12")
    assert person.message
    monkeypatch.setattr(type(shifts), "open", really)
    with qtbot.waitSignal(person.screen.opened) as signal:
        person.press("F12")
    assert signal.args[0].worth[0].amount == 60000


def _full(*_: object, **__: object) -> None:
    raise BooksUnavailable("full")


def test_it_can_be_left(opening: Open, qtbot: QtBot):
    person = opening()
    with qtbot.waitSignal(person.screen.left):
        person.press("Esc")
    assert person.desk.till.shifts.current("A") is None


# --- what was counted is not lost ----------------------------------------------------------------------------------


def test_coming_back_to_the_float_finds_what_was_counted(opening: Open):
    person = opening()
    person.write("7")
    person.press("Esc")
    person.screen.start(session_at(person.desk))
    person.screen.take_focus()
    assert person.sees("1.400,00")
    person.press("F12")
    assert float_of(person.desk) == {"BOB": "1400.00"}


def test_somebody_else_and_the_next_shift_count_from_nothing(opening: Open):
    person = opening()
    person.write("7")
    rosa = Person("rosa", "Rosa Quispe", Role.CASHIER)
    person.screen.start(replace(session_at(person.desk), person=rosa))
    assert not person.sees("1.400,00")
    person.write("3")
    person.press("F12")
    person.screen.start(replace(session_at(person.desk), person=rosa))
    assert not person.sees("600,00")


def test_a_float_counted_anew_after_the_disk_had_kept_the_first_one_is_not_told_as_opened(
    opening: Open, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
):
    monkeypatch.setattr(ShiftKeeping, "open", forgetful(ShiftKeeping.open))
    person = opening()
    person.write("3")
    person.press("F12")
    assert person.message.startswith("El disco está lleno.")
    person.write("1")
    assert person.sees("6.200,00")
    with qtbot.assertNotEmitted(person.screen.opened):
        person.press("F12")
    assert person.message.startswith("El primer intento sí se guardó: turno abierto con Bs 600,00.")
    assert person.sees("600,00")
    with qtbot.waitSignal(person.screen.opened) as signal:
        person.press("F12")
    assert signal.args[0].worth[0].amount == 60000


# --- looks ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1366, 704), (1920, 1016), (1024, 536)])
@pytest.mark.parametrize("language", ["es", "en"])
def test_no_word_is_cut_off_on_any_screen(
    opening: Open, make_stall: MakeDesk, qtbot: QtBot, size: tuple, language: str
):
    desk = closed_with(make_stall(language=language), {"BOB": {"20.00": 10}})
    person = opening(desk, size)
    qtbot.waitUntil(lambda: person.clipped() == [], timeout=PATIENCE)
