"""Nobody reaches what is behind the lock; nothing given or counted is lost when the window is made anew."""

from dataclasses import replace
from datetime import datetime

import pytest

from pos.formats.network_file import read_network
from pos.hardware.interfaces import Sound
from pos.settings import resource
from pos.storage.database import BooksUnavailable
from tests.ui.conftest import MakeDesk, OpenTill
from tests.ui.person import Person
from tests.ui.stand import LA_PAZ, StandingClock


def pay_exactly(person: Person) -> None:
    """Charge what is in the cart for exact cash."""
    person.press("F12")
    person.touch(next(name for name in person.buttons if name.startswith("Justo ")))
    person.press("F12")


@pytest.mark.parametrize("place", ["selling", "paying", "done"])
def test_a_scan_while_the_till_is_locked_reaches_nothing(open_till: OpenTill, place: str):
    person = open_till()
    person.scan("MP-027")
    if place == "paying":
        person.press("F12")
    if place == "done":
        pay_exactly(person)
    person.press("F11")
    person.scan("JK-015")
    assert person.sees("¿Quién atiende?")
    assert person.desk.speaker.played[-1] is Sound.REFUSED
    person.sign_in("Ana")
    assert len(person.cart) == (0 if place == "done" else 1)


def test_what_a_buyer_gave_so_far_survives_another_language(open_till: OpenTill):
    person = open_till()
    person.scan("MP-027")
    person.press("F12")
    person.touch("Tarjeta")
    person.write("40")
    person.touch("Efectivo")
    assert person.sees("25,00")
    person.press_with_ctrl("5")
    person.touch("Idioma")
    person.touch("English")
    person.press_with_ctrl("1")
    person.press("F12")
    assert person.sees("40.00")
    assert person.sees("25.00")


def test_producers_can_be_paid_the_morning_after_the_last_day(
    open_till: OpenTill, make_stall: MakeDesk, clock: StandingClock
):
    desk = make_stall()
    clock.at = datetime(2026, 12, 8, 9, 0, tzinfo=LA_PAZ)
    person = open_till(desk, shift=False, name="Marcelo")
    assert person.message.startswith("Feria de Navidad ya terminó.")
    person.press_with_ctrl("2")
    assert person.sees("A PAGAR")
    person.press_with_ctrl("1")
    assert person.message.startswith("Feria de Navidad ya terminó.")


def test_books_that_cannot_be_read_are_told_and_tried_again(
    open_till: OpenTill, make_stall: MakeDesk, monkeypatch: pytest.MonkeyPatch
):
    person = open_till(make_stall())
    catalogue = person.desk.till.catalogue

    def fail() -> bool:
        raise BooksUnavailable("failed")

    with monkeypatch.context() as broken:
        broken.setattr(catalogue, "is_empty", fail)
        person.press("F11")
        assert person.sees("La caja no puede seguir por ahora")
        assert person.message
    person.press("Enter")
    assert person.sees("¿Quién atiende?")


def test_a_cashier_brings_in_no_network_file(open_till: OpenTill, make_stall: MakeDesk):
    person = open_till(make_stall(exhibition=""), shift=False)
    assert person.sees("¿En qué feria vende?")
    assert not person.has_button("Traer un archivo de la red más nuevo")


def test_practice_follows_the_network(open_till: OpenTill, make_stall: MakeDesk):
    """A name that changed since the last practice is the new one in the next."""
    person = open_till(make_stall())
    catalogue = person.desk.till.catalogue
    person.press("F11")
    person.touch("Practicar")
    person.touch("Salir")
    network = read_network(resource("sample", "network.json"))
    renamed = [replace(p, name={"es": "Gorro de alpaca"}) if p.sku == "MP-027" else p for p in network.products]
    catalogue.take_in(person.desk.act(), replace(network, products=tuple(renamed)))
    person.touch("Practicar")
    person.press("F12")
    person.scan("MP-027")
    assert person.cart[0].startswith("1 Gorro de alpaca")
