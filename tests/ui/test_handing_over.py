"""The last step of a close: the Z, what is handed over, and who is still to be paid."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from pos.domain.shifts import ShiftClosed
from pos.ui.printer_state import PrinterState, Stage
from tests.ui.conftest import MakeDesk
from tests.ui.counting import Counting, at_the_close, session_at, to_the_result

Hand = Callable[..., Counting]


@pytest.fixture
def handing(qtbot: QtBot, make_stall: MakeDesk) -> Hand:
    """Counts, closes, and stands before the last step."""

    def close(**counted: str) -> Counting:
        person = at_the_close(qtbot, make_stall())
        to_the_result(person, **counted)
        person.press("F12")
        return person

    return close


def test_all_of_it_is_handed_over_or_all_but_the_float(handing: Hand):
    person = handing()
    assert person.sees("141,00")
    assert person.sees("Nada queda en la gaveta")
    assert person.sees("Dólares US$")
    person.touch("Dejar el fondo")
    assert person.sees("41,00")
    assert person.sees("Bs 100,00 quedan en la gaveta para el próximo turno")


def test_a_drawer_with_less_than_the_float_is_handed_over_whole(handing: Hand):
    person = handing(tens="9")
    assert not person.has_button("Dejar el fondo")


def test_who_is_still_to_be_paid_is_told(handing: Hand):
    person = handing()
    assert any(label.startswith("Falta pagar a 1 productor") for label in person.labels)


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        (Stage.PRINTED, "Impreso"),
        (Stage.WAITING, "No se imprimió: el Z queda guardado y se imprime después"),
        (Stage.NO_PRINTER, "No hay impresora: el Z queda guardado"),
    ],
)
def test_how_the_z_is_is_told(handing: Hand, stage: Stage, words: str):
    person = handing()
    person.screen.show_printer(PrinterState(stage))
    assert person.sees(words)


def test_the_z_can_be_wanted_once_more(handing: Hand, qtbot: QtBot):
    person = handing()
    person.screen.show_printer(PrinterState(Stage.PRINTED))
    with qtbot.waitSignal(person.screen.copy_wanted) as signal:
        person.press("F9")
    assert isinstance(signal.args[0], ShiftClosed)


def test_the_next_close_begins_from_nothing(handing: Hand):
    person = handing()
    desk = person.desk
    desk.till.shifts.open(desk.act(), "Ana Mayta", {})
    person.screen.start(session_at(desk))
    assert person.sees("0,00")
    to_the_result(person, tens="", coins="", dollars="", qr="")
    assert person.sees("Cuadra")
    person.press("F12")
    assert person.sees("Z 2")
