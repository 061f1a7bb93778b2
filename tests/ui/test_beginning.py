"""Before the first sale: empty books, which fair, who attends and with how much; and closing the shift again."""

import json
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from pos.domain.people import Approval
from pos.settings import Places, read_settings, resource
from tests.ui.conftest import MakeDesk, OpenTill
from tests.ui.stand import CHRISTMAS_FAIR, LA_PAZ, StandingClock

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


def test_a_till_with_empty_books_goes_all_the_way_to_its_first_sale(
    open_till: OpenTill, empty_desk: MakeDesk, one_fair: Path
):
    person = open_till(empty_desk(), shift=False, file=one_fair)
    assert person.sees("Traiga el archivo de su red")
    person.press("Enter")
    assert person.sees("¿Quién atiende?"), "with a single fair nobody is asked which"
    person.write("Ana Mayta")
    person.press("Enter")
    person.write("2")  # notes of 200
    person.press("Enter")
    person.write("3")  # notes of 100
    assert person.sees("700,00")
    person.press("F12")
    assert person.sees("Ana Mayta")
    person.scan("MP-027")
    person.press("F12")
    person.touch("Bs 100")
    person.press("F12")
    assert person.last_sale().change == 3500
    assert person.faults() == []


def test_a_faulty_file_is_told_place_by_place_and_nothing_of_it_is_taken(
    open_till: OpenTill, empty_desk: MakeDesk, faulty: Path
):
    desk = empty_desk()
    person = open_till(desk, shift=False, file=faulty)
    person.touch("Elegir el archivo")
    assert "con-errores.json" in person.message
    assert person.sees("$.network.comission")
    assert person.sees("$.units[0].members[0]")
    assert any("comission" in label and "corrija" in label for label in person.labels)
    assert desk.till.catalogue.is_empty()


def test_choosing_no_file_changes_nothing(open_till: OpenTill, empty_desk: MakeDesk):
    person = open_till(empty_desk(), shift=False, file=None)
    person.press("Enter")
    assert person.sees("Traiga el archivo de su red")
    assert person.message == ""


def test_a_file_that_is_gone_is_told(open_till: OpenTill, empty_desk: MakeDesk, tmp_path: Path):
    person = open_till(empty_desk(), shift=False, file=tmp_path / "nada.json")
    person.press("Enter")
    assert "nada.json" in person.message


def test_among_several_fairs_one_is_chosen_and_kept_for_the_next_time(
    open_till: OpenTill, make_stall: MakeDesk, places: Places
):
    desk = make_stall(exhibition="")
    person = open_till(desk, shift=False)
    assert person.sees("¿En qué feria vende?")
    person.press("Tab", "Enter")
    assert person.sees("¿Quién atiende?")
    assert person.sees("Feria Productiva de El Alto")
    assert read_settings(places.settings).exhibition == "ALT-ENE-27"


def test_a_fair_that_is_over_is_told_and_the_others_are_offered(
    open_till: OpenTill, make_stall: MakeDesk, clock: StandingClock
):
    desk = make_stall()
    clock.at = datetime(2026, 12, 8, 0, 30, tzinfo=LA_PAZ)
    person = open_till(desk, shift=False)
    assert person.message.startswith("Feria de Navidad ya terminó.")
    cards = [(card.exhibition.name, card.isEnabled()) for card in person.window._exhibitions.cards]
    assert cards == [
        ("Feria Productiva de El Alto", True),
        ("Markt der Kontinente", True),
        ("Feria de Navidad", False),
    ]
    person.press("Enter")
    assert person.sees("¿Quién atiende?")


def test_the_last_evening_of_a_fair_is_counted_where_the_fair_is(
    open_till: OpenTill, make_stall: MakeDesk, clock: StandingClock
):
    desk = make_stall()
    clock.at = datetime(2026, 12, 7, 23, 59, tzinfo=LA_PAZ)
    person = open_till(desk)
    person.scan("MP-027")
    person.press("F12")
    person.touch("Justo 65,00")
    person.press("F12")
    assert person.last_sale().due == 6500


def test_a_shift_left_open_at_a_fair_that_is_over_is_closed_first(
    open_till: OpenTill, make_stall: MakeDesk, clock: StandingClock
):
    desk = make_stall()
    desk.till.shifts.open(desk.act(), "Ana Mayta", {"BOB": {"10.00": 10}})
    clock.at = datetime(2026, 12, 9, 9, 0, tzinfo=LA_PAZ)
    person = open_till(desk)
    person.touch("Feria Productiva de El Alto, Plaza Juana Azurduy, El Alto · 16/01/2027 – 17/01/2027")
    assert person.sees("Ana Mayta cierra el turno")
    person.press(*["Down"] * 4)
    person.write("10")
    person.press("F12")
    assert "La gaveta cuadra." in person.message
    assert desk.till.shifts.current("A") is None
    person.touch("Feria Productiva de El Alto, Plaza Juana Azurduy, El Alto · 16/01/2027 – 17/01/2027")
    assert person.sees("¿Quién atiende?")
    assert person.faults() == []


def test_a_fair_whose_books_were_closed_is_not_sold_at_any_more(open_till: OpenTill, make_stall: MakeDesk):
    desk = make_stall()
    desk.till.settling.close_exhibition(desk.act(), Approval("Doña Julia"))
    person = open_till(desk, shift=False)
    assert person.message.startswith("Feria de Navidad está cerrada.")
    assert not person.can_press("Feria de Navidad, Campo Ferial Chuquiago Marka, La Paz · Está cerrada")


def test_the_open_shift_decides_at_which_fair_the_till_sells(open_till: OpenTill, make_stall: MakeDesk):
    desk = make_stall()
    desk.till.shifts.open(desk.act(CHRISTMAS_FAIR), "Ana Mayta", {"BOB": {}})
    person = open_till(make_stall(exhibition="BER-27"))
    assert person.sees("Feria de Navidad")
    assert person.sees("Bs")


def test_a_shift_is_not_opened_without_a_name(open_till: OpenTill, make_stall: MakeDesk):
    desk = make_stall()
    person = open_till(desk, shift=False)
    assert not person.can_press("Abrir turno")
    person.press("F12")
    person.write("   ")
    person.press("F12")
    assert desk.till.shifts.current("A") is None


def test_a_shift_may_begin_with_an_empty_drawer(open_till: OpenTill, make_stall: MakeDesk):
    person = open_till(make_stall(), shift=False)
    person.write("Ana Mayta")
    person.press("F12")
    assert person.sees("Pase el primer producto por el lector")


def test_the_float_is_counted_by_touch_too(open_till: OpenTill, make_stall: MakeDesk):
    person = open_till(make_stall(), shift=False)
    person.write("Ana Mayta")
    person.touch("Uno más de Bs 20")
    person.touch("Uno más de Bs 20")
    person.touch("Uno más de Bs 0,50")
    person.touch("Uno menos de Bs 20")
    assert person.sees("20,50")


def test_closing_counts_blind_and_then_tells_what_is_short(open_till: OpenTill):
    person = open_till()
    person.touch("Cerrar turno")
    assert not any("100,00" in label for label in person.labels), "the float of 100,00 is expected, and not told"
    person.touch("Uno más de Bs 50")
    person.press("F12")
    assert person.message == "Turno cerrado, Z número 1. Faltan Bs 50,00 en la gaveta."
    assert person.sees("¿Quién atiende?")
    assert person.faults() == []


def test_closing_can_be_left_and_is_not_offered_while_something_is_in_the_cart(open_till: OpenTill):
    person = open_till()
    person.touch("Cerrar turno")
    person.press("Esc")
    assert person.sees("Pase el primer producto por el lector")
    person.scan("MP-027")
    assert not person.has_button("Cerrar turno")
