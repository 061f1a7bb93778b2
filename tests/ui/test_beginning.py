"""What the window asks before the first sale: books that hold nothing, files that are faulty, fairs, and the drawer."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from pos.settings import resource
from tests.ui.conftest import MakeDesk, OpenTill
from tests.ui.person import Person
from tests.ui.staff import WRONG, somebody
from tests.ui.stand import CHRISTMAS_FAIR, PIN

SAMPLE = resource("sample", "network.json")


@pytest.fixture
def one_fair(tmp_path: Path) -> Path:
    """The example network with its Christmas fair alone, its photos beside it."""
    shutil.copytree(resource("sample", "photos"), tmp_path / "photos")
    network = json.loads(SAMPLE.read_text(encoding="utf-8"))
    network["exhibitions"] = network["exhibitions"][:1]
    file = tmp_path / "una-feria.json"
    file.write_text(json.dumps(network), encoding="utf-8")
    return file


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A network's file with a misspelled field and a weight under zero."""
    network = json.loads(SAMPLE.read_text(encoding="utf-8"))
    network["network"]["comission"] = 1
    network["units"][0]["members"][0]["weight"] = -3
    file = tmp_path / "con-errores.json"
    file.write_text(json.dumps(network), encoding="utf-8")
    return file


def choose_letter(person: Person, letter: str = "A") -> None:
    """Say which till this is."""
    person.touch(letter)
    person.press("F12")


def become_administrator(person: Person, name: str = "Elena") -> None:
    """Say who administers, and choose a PIN."""
    person.write(name)
    person.press("Enter")
    for _ in range(2):
        person.write(PIN)
        person.press("Enter")
    person.press("Enter")


# --- books that hold nothing ---------------------------------------------------------------------------------------


def test_a_till_with_empty_books_goes_all_the_way_to_its_first_sale(
    open_till: OpenTill, empty_desk: MakeDesk, one_fair: Path
):
    person = open_till(empty_desk(), shift=False, file=one_fair)
    choose_letter(person, "B")
    person.touch("Traer la red de un archivo")
    person.press("Enter")
    become_administrator(person)
    assert person.sees("Abrir turno"), "with a single fair nobody is asked which"
    person.write("2")  # notes of 200
    person.press("Enter")
    person.write("3")  # notes of 100
    assert person.sees("700,00")
    person.press("F12")
    person.scan("MP-027")
    person.press("F12")
    person.touch("Bs 100")
    person.press("F12")
    assert (person.last_sale().receipt, person.last_sale().change) == ("B-000001", 3500)
    assert person.faults() == []


def test_without_a_file_a_network_is_made_and_its_first_piece_sold(open_till: OpenTill, empty_desk: MakeDesk):
    person = open_till(empty_desk(), shift=False)
    choose_letter(person)
    person.touch("Hacer una red nueva")
    person.write("Red Wara")
    person.press("F12")
    person.write("Feria de Alasitas")
    person.press("Enter")
    person.write("La Paz")
    person.press("F12")
    person.write("Velas Wara")
    person.press("Enter", "F12")
    become_administrator(person)
    person.press("F12")
    assert person.sees("Pase el primer producto por el lector")
    person.press("F2")
    person.touch("Vender sin código")
    person.touch("Velas Wara")
    person.write("20")
    person.press("Enter", "F12")
    person.touch("Justo 20,00")
    person.press("F12")
    # 15 % commission and 3 % for the fund, as a new network begins.
    assert [line.shares[0].earning for line in person.last_sale().lines] == [1640]
    assert person.faults() == []


def test_the_example_is_there_to_look_at(open_till: OpenTill, empty_desk: MakeDesk):
    person = open_till(empty_desk(), shift=False)
    choose_letter(person)
    person.touch("Ver con el ejemplo")
    person.touch("Usar el ejemplo")
    assert person.sees("¿Quién administra esta caja?")


def test_a_till_that_was_left_in_the_middle_goes_on_there(open_till: OpenTill, empty_desk: MakeDesk, one_fair: Path):
    person = open_till(empty_desk(), shift=False, file=one_fair)
    choose_letter(person)
    person.touch("Traer la red de un archivo")
    person.press("Enter")
    assert person.sees("¿Quién administra esta caja?")
    desk = person.desk
    person.leave()
    again = open_till(desk, shift=False)
    assert again.sees("¿Quién administra esta caja?")


# --- the network's file --------------------------------------------------------------------------------------------


@pytest.fixture
def to_import(open_till: OpenTill, empty_desk: MakeDesk):
    """Opens a new till before somebody who has this file."""

    def begin(file: Path | None) -> Person:
        person = open_till(empty_desk(till="A"), shift=False, file=file)
        choose_letter(person)
        person.touch("Traer la red de un archivo")
        return person

    return begin


def test_a_faulty_file_is_told_place_by_place_and_nothing_of_it_is_taken(to_import, faulty: Path):
    person = to_import(faulty)
    person.touch("Elegir el archivo")
    assert "con-errores.json" in person.message
    assert person.sees("$.network.comission")
    assert person.sees("$.units[0].members[0]")
    assert any("comission" in label and "corrija" in label for label in person.labels)
    assert person.desk.till.catalogue.is_empty()


def test_choosing_no_file_changes_nothing(to_import):
    person = to_import(None)
    person.press("Enter")
    assert person.sees("Traiga el archivo de su red")
    assert person.message == ""
    person.touch("Volver")
    assert person.has_button("Hacer una red nueva")


def test_a_file_that_is_gone_is_told(to_import, tmp_path: Path):
    person = to_import(tmp_path / "nada.json")
    person.press("Enter")
    assert "nada.json" in person.message


def test_what_is_no_network_at_all_is_told(to_import, tmp_path: Path):
    picture = tmp_path / "foto.json"
    QImage(8, 8, QImage.Format.Format_RGB32).save(str(picture), "png")
    person = to_import(picture)
    person.press("Enter")
    assert "foto.json" in person.message


# --- who attends ---------------------------------------------------------------------------------------------------


def test_a_wrong_pin_is_told_and_the_right_one_opens(open_till: OpenTill):
    person = open_till(name="")
    person.sign_in("Ana", WRONG)
    assert person.sees("Quedan 4 intentos")
    person.write(PIN)
    person.press("Enter")
    assert person.sees("Pase el primer producto por el lector")


def test_whoever_left_is_not_offered_any_more(open_till: OpenTill, make_stall: MakeDesk):
    desk = make_stall()
    gone = replace(somebody(desk, "Rosmery"), active=False)
    desk.signing_in.change(desk.act(), gone, somebody(desk, "Elena"))
    person = open_till(desk, name="")
    assert not any(name.startswith("Rosmery") for name in person.buttons)
    assert any(name.startswith("Ana") for name in person.buttons)


def test_another_one_takes_the_place_of_who_locked_and_the_cart_is_theirs(open_till: OpenTill):
    person = open_till()
    person.scan("MP-027")
    person.press("F11")
    assert person.sees("Hola, Ana"), "who locked comes back first"
    person.touch_first("Rosmery, ")
    person.write(PIN)
    person.press("Enter")
    assert person.cart == ["1 Chullo de alpaca, Confecciones Sawuri, 65,00"]
    assert any(name.startswith("Rosmery") for name in person.buttons)


# --- the drawer ----------------------------------------------------------------------------------------------------


def test_a_shift_may_begin_with_an_empty_drawer(open_till: OpenTill, make_stall: MakeDesk):
    person = open_till(make_stall(), shift=False)
    person.touch("Abrir sin fondo")
    assert person.sees("Pase el primer producto por el lector")


def test_the_float_is_counted_by_touch_too(open_till: OpenTill, make_stall: MakeDesk):
    person = open_till(make_stall(), shift=False)
    for name in ("Uno más de Bs 20", "Uno más de Bs 20", "Uno más de Bs 0,50", "Uno menos de Bs 20"):
        person.touch(name)
    assert person.sees("20,50")
    person.touch("Uno más de Bs 100")
    person.touch("Abrir turno")
    assert person.sees("Turno 1")


def test_a_touched_count_is_typed_anew(open_till: OpenTill, make_stall: MakeDesk):
    person = open_till(make_stall(), shift=False)
    for count in ("5", "6"):
        person.touch_field("Bs 20")
        person.write(count)
    assert person.sees("120,00"), "six, not fifty-six"


def test_the_drawer_of_the_last_close_is_offered(open_till: OpenTill, make_stall: MakeDesk):
    desk = make_stall()
    desk.till.shifts.open(desk.act(), "Ana", {"BOB": {"10.00": 10}})
    desk.till.shifts.close(desk.act(), {"BOB": {"20.00": 4, "10.00": 2}})
    person = open_till(desk, shift=False)
    person.touch("Igual que al cerrar: Bs 100,00")
    person.press("F12")
    assert person.sees("Turno 2")
    assert desk.till.shifts.so_far("A", CHRISTMAS_FAIR).expected["BOB"].minor == 10000


def test_opening_can_wait_while_goods_are_brought_in(open_till: OpenTill, make_stall: MakeDesk):
    """Without a shift there is nothing to close: who goes there is asked to open one."""
    person = open_till(make_stall(), shift=False)
    person.press_with_ctrl("2")
    assert person.has_button("Recibir una entrega")
    person.press_with_ctrl("4")
    assert person.sees("Abrir turno")
