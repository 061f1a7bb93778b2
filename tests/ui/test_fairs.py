"""At which fair the till sells: chosen once, over at midnight where it is, and never left with a shift open."""

from datetime import datetime

from pos.domain.people import Approval
from pos.settings import Places, read_settings
from tests.ui.conftest import MakeDesk, OpenTill
from tests.ui.stand import CHRISTMAS_FAIR, LA_PAZ, StandingClock

EL_ALTO = "Feria Productiva de El Alto, Plaza Juana Azurduy, El Alto · 16/01/2027 – 17/01/2027"


def test_among_several_fairs_one_is_chosen_and_kept_for_the_next_time(
    open_till: OpenTill, make_stall: MakeDesk, places: Places
):
    person = open_till(make_stall(exhibition=""), shift=False)
    assert person.sees("¿En qué feria vende?")
    person.press("Tab", "Enter")
    assert person.sees("Abrir turno")
    assert person.sees("Feria Productiva de El Alto")
    assert read_settings(places.settings).exhibition == "ALT-ENE-27"


def test_a_fair_that_is_over_is_told_and_the_others_are_offered(
    open_till: OpenTill, make_stall: MakeDesk, clock: StandingClock
):
    desk = make_stall()
    clock.at = datetime(2026, 12, 8, 0, 30, tzinfo=LA_PAZ)
    person = open_till(desk, shift=False)
    assert person.message.startswith("Feria de Navidad ya terminó.")
    fairs = [name for name in person.buttons if "·" in name]
    assert [(name.split(",")[0], person.can_press(name)) for name in fairs] == [
        ("Feria Productiva de El Alto", True),
        ("Markt der Kontinente", True),
        ("Feria de Navidad", False),
    ]
    person.press("Enter")
    assert person.sees("Abrir turno")


def test_the_last_evening_of_a_fair_is_counted_where_the_fair_is(open_till: OpenTill, clock: StandingClock):
    clock.at = datetime(2026, 12, 7, 23, 59, tzinfo=LA_PAZ)
    person = open_till()
    person.scan("MP-027")
    person.press("F12")
    person.touch("Justo 65,00")
    person.press("F12")
    assert person.last_sale().due == 6500


def test_a_shift_left_open_at_a_fair_that_is_over_is_closed_first(
    open_till: OpenTill, make_stall: MakeDesk, clock: StandingClock
):
    desk = make_stall()
    desk.till.shifts.open(desk.act(), "Ana", {"BOB": {"10.00": 10}})
    clock.at = datetime(2026, 12, 9, 9, 0, tzinfo=LA_PAZ)
    person = open_till(desk)
    assert person.message.startswith("Feria de Navidad ya terminó.")
    person.press("Down", "Down", "Down", "Down")
    person.write("10")
    person.touch("Siguiente")
    person.touch("No hay")  # dollars
    person.touch("No hay")  # euros
    person.touch("No lo sé, seguir")
    person.press("F12")
    assert person.sees("Z 1")
    person.press("Enter")
    assert "La gaveta cuadra." in person.message
    assert desk.till.shifts.current("A") is None
    person.touch(EL_ALTO)
    assert person.sees("Abrir turno")
    assert person.faults() == []


def test_a_fair_whose_books_were_closed_is_not_sold_at_any_more(open_till: OpenTill, make_stall: MakeDesk):
    desk = make_stall()
    desk.till.settling.close_exhibition(desk.act(), Approval("Elena"))
    person = open_till(desk, shift=False)
    assert person.message.startswith("Feria de Navidad está cerrada.")
    assert not person.can_press("Feria de Navidad, Campo Ferial Chuquiago Marka, La Paz · Está cerrada")


def test_the_open_shift_decides_at_which_fair_the_till_sells(open_till: OpenTill, make_stall: MakeDesk):
    desk = make_stall()
    desk.till.shifts.open(desk.act(CHRISTMAS_FAIR), "Ana", {"BOB": {}})
    person = open_till(make_stall(exhibition="BER-27"))
    assert person.sees("Bs")
    assert person.sees("Turno 1")
