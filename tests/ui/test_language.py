"""The language of the window is another one at once, wherever one stands; what a buyer reads is the fair's."""

from dataclasses import replace
from datetime import datetime

import pytest

from pos.settings import Places, read_settings
from tests.ui.conftest import MakeDesk, OpenTill
from tests.ui.person import Person
from tests.ui.stand import LA_PAZ, ScriptedPrinter, StandingClock

SPANISH, ENGLISH = "1 Chullo de alpaca, Confecciones Sawuri, 60,00", "1 Alpaca chullo, Confecciones Sawuri, 60.00"


@pytest.fixture
def person(open_till: OpenTill) -> Person:
    """Ana at the till, with a chullo in the cart at a price that was agreed on."""
    ana = open_till()
    ana.scan("MP-027")
    ana.press("F4")
    ana.write("60")
    ana.press("Enter")
    return ana


# A menu asks for what a screen in memory does not have.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def speak(person: Person, word: str, name: str) -> None:
    """Choose another language at the sign-in, where the button says this word for it."""
    person.touch(word)
    person.choose(name)
    person.wait_until(person.window.isActiveWindow)


def test_in_the_settings_english_is_there_at_once_and_kept(person: Person, places: Places):
    person.press_with_ctrl("5")
    person.touch("Idioma")
    person.touch("English")
    person.wait_until(person.window.isActiveWindow)
    assert person.has_button("People"), "one is still in the settings"
    assert read_settings(places.settings).language == "en"


def test_the_open_cart_and_who_is_signed_in_stay(person: Person):
    person.press_with_ctrl("5")
    person.touch("Idioma")
    person.touch("English")
    person.press_with_ctrl("1")
    assert person.cart == [ENGLISH]
    assert any(name.startswith("Ana, ") for name in person.buttons)
    person.press("F12")
    person.touch("Exact 60.00")
    person.press("F12")
    assert person.sees("EXACT PAYMENT") or person.has_button("New sale")
    sale = person.last_sale()
    assert (sale.due, sale.language) == (6000, "es"), "the buyer's language is the fair's"
    assert person.faults() == []


def test_at_the_sign_in_it_is_changed_before_anybody_has_signed_in(person: Person, places: Places):
    person.press("F11")
    speak(person, "Idioma", "English")
    assert person.sees("Who attends?")
    assert read_settings(places.settings).language == "en"
    person.sign_in("Ana")
    assert person.cart == [ENGLISH]
    person.press("F11")
    speak(person, "Language", "Español")
    person.sign_in("Ana")
    assert person.cart == [SPANISH]


def test_it_is_the_languages_of_the_first_screen_too(open_till: OpenTill, empty_desk: MakeDesk):
    person = open_till(empty_desk(), shift=False)
    assert person.sees("¿Qué caja es esta?")
    person.touch("English")
    person.touch("B")
    person.press("F12")
    person.wait_until(person.window.isActiveWindow)
    assert not person.sees("Empecemos")
    assert person.desk.settings.language == "en"
    assert person.desk.settings.till == "B"


def test_at_a_german_fair_the_receipt_speaks_german_to_the_buyer(
    open_till: OpenTill, make_stall: MakeDesk, clock: StandingClock
):
    """The cashier's window is Spanish all the same."""
    clock.at = datetime(2027, 3, 6, 11, 0, tzinfo=LA_PAZ)
    printer = ScriptedPrinter()
    desk = make_stall(exhibition="BER-27", printer="tcp://127.0.0.1:9100")
    person = open_till(replace(desk, open_printer=lambda _: printer))
    person.scan("MP-027")
    person.press("F12")
    person.touch("€ 20")
    person.press("F12")
    assert person.sees("DEVUELVA AL CLIENTE")
    person.wait_until(lambda: person.sees("Impreso"))
    (receipt,) = printer.printed
    for word in (b"Beleg A-000001", b"Vielen Dank"):
        assert word in receipt
    assert b"Recibo" not in receipt
