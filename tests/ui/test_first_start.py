"""A till that was never used: from the very first question to somebody who can sign in and a fair to sell at."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from pos.domain.people import Role
from pos.formats.network_file import read_network
from pos.services.desk import Desk
from pos.settings import Settings, read_settings, resource
from pos.ui.beginning.administrator_screen import AdministratorScreen
from pos.ui.beginning.beginning import BeginningStep, next_step
from pos.ui.beginning.network_making_screen import NetworkMakingScreen
from pos.ui.beginning.step_fields import DayField, PercentField
from pos.ui.beginning.till_code_screen import TillCodeScreen
from pos.ui.beginning.welcome_screen import WelcomeScreen
from pos.ui.look.words import Words
from tests.ui.at_screen import AtScreen
from tests.ui.conftest import MakeDesk
from tests.ui.stand import PATIENCE

SIZES = pytest.mark.parametrize("size", [(1024, 536), (1366, 704)], ids=str)
"""What a window of 1024 × 600 and of 1366 × 768 leaves to a screen under its strip."""


@pytest.fixture
def desk(empty_desk: MakeDesk) -> Desk:
    """A till over books that hold nothing."""
    return empty_desk()


def clipped(at: AtScreen) -> list[str]:
    return [words.text() for words in at.seen(Words) if words.clipped]


# --- what comes next -----------------------------------------------------------------------------------------------


def test_each_step_follows_from_what_is_still_missing(desk: Desk):
    assert next_step(desk) is BeginningStep.TILL_CODE
    desk.places.settings.write_text('till = "B"\n', encoding="utf-8")
    assert next_step(desk) is BeginningStep.NETWORK
    desk.till.catalogue.take_in(desk.act(), read_network(resource("sample", "network.json")))
    assert next_step(desk) is BeginningStep.ADMINISTRATOR
    desk.signing_in.add(desk.act(), "Elena", Role.ADMINISTRATOR, "7391")
    assert next_step(desk) is None


def test_books_that_were_used_before_are_not_asked_for_a_letter(desk: Desk):
    desk.till.catalogue.take_in(desk.act(), read_network(resource("sample", "network.json")))
    assert not desk.places.settings.exists()
    assert next_step(desk) is BeginningStep.ADMINISTRATOR


# --- language and letter -------------------------------------------------------------------------------------------


@pytest.fixture
def at_code(qtbot: QtBot, desk: Desk) -> AtScreen:
    """Stands before the very first question."""
    screen = TillCodeScreen(desk)
    screen.start()
    at = AtScreen(qtbot, screen)
    screen.take_focus()
    return at


def test_the_letter_is_in_the_settings_before_it_goes_on(at_code: AtScreen, desk: Desk, qtbot: QtBot):
    at_code.touch("C")
    with qtbot.waitSignal(at_code.screen.done) as signal:
        at_code.touch("Seguir")
    assert signal.args == [Settings(till="C")]
    assert read_settings(desk.places.settings) == Settings(till="C")


def test_a_letter_can_be_typed(at_code: AtScreen, desk: Desk):
    at_code.write("b")
    at_code.press("Enter")
    assert read_settings(desk.places.settings).till == "B"


def test_it_is_asked_in_the_language_that_is_chosen(at_code: AtScreen, desk: Desk):
    assert at_code.sees("¿Qué caja es esta?")
    at_code.touch("English")
    assert at_code.sees("Which till is this?")
    at_code.press("F12")
    assert read_settings(desk.places.settings) == Settings(language="en")


def test_a_letter_that_cannot_be_kept_is_told(at_code: AtScreen, desk: Desk, qtbot: QtBot):
    desk.places.settings.with_suffix(".new").mkdir()
    with qtbot.assertNotEmitted(at_code.screen.done):
        at_code.press("F12")
    assert at_code.screen.message == "No se pudo guardar la letra. ¿Hay lugar en el disco? Pruebe otra vez."


# --- where the network comes from ----------------------------------------------------------------------------------


@pytest.fixture
def at_welcome(qtbot: QtBot, desk: Desk) -> AtScreen:
    """Stands before empty books."""
    screen = WelcomeScreen(desk)
    screen.start()
    at = AtScreen(qtbot, screen)
    screen.take_focus()
    return at


def test_there_are_three_ways_to_begin(at_welcome: AtScreen, qtbot: QtBot):
    with qtbot.waitSignal(at_welcome.screen.import_wanted):
        at_welcome.press("Enter")
    with qtbot.waitSignal(at_welcome.screen.making_wanted):
        at_welcome.touch("Hacer una red nueva")
    assert "Ver con el ejemplo" in at_welcome.buttons


def test_the_example_is_taken_only_after_a_question(at_welcome: AtScreen, desk: Desk, qtbot: QtBot):
    at_welcome.touch("Ver con el ejemplo")
    at_welcome.wait_for_sheet(shown=True)
    at_welcome.press("Enter")
    at_welcome.wait_for_sheet(shown=False)
    assert desk.till.catalogue.is_empty()
    at_welcome.touch("Ver con el ejemplo")
    at_welcome.wait_for_sheet(shown=True)
    with qtbot.waitSignal(at_welcome.screen.done, timeout=PATIENCE):
        at_welcome.touch("Usar el ejemplo")
    assert desk.till.catalogue.terms().network.name == "Red Manos Productivas"
    assert (desk.places.photos / "photos" / "aretes.png").is_file()


# --- a network made here -------------------------------------------------------------------------------------------


@pytest.fixture
def at_making(qtbot: QtBot, desk: Desk) -> Callable[..., AtScreen]:
    """Stands before the making of a network."""

    def begin(size: tuple[int, int] = (1366, 704)) -> AtScreen:
        screen = NetworkMakingScreen(desk)
        at = AtScreen(qtbot, screen, size)
        screen.start()
        return at

    return begin


def test_a_network_is_made_by_keys_alone(at_making, desk: Desk, qtbot: QtBot):
    at = at_making()
    at.write("Red Wiñay")
    at.press("F12")
    at.write("Feria de Año Nuevo")
    at.press("Enter")
    at.write("El Alto")
    at.press("Enter")
    for name in ("Basilia Quispe", "Ñusta", "Basilia  quispe", "René Ticona"):
        at.write(name)
        at.press("Enter")
    assert at.sees("3 productores")
    with qtbot.waitSignal(at.screen.done):
        at.press("Enter")  # on an empty field it goes on
    terms = desk.till.catalogue.terms()
    [fair] = terms.exhibitions
    assert (terms.network.name, terms.network.currency.code) == ("Red Wiñay", "BOB")
    assert (terms.network.rates.commission_bps, terms.network.rates.fund_bps) == (1500, 300)
    assert (fair.city, fair.starts, fair.ends) == ("El Alto", date(2026, 12, 5), date(2026, 12, 7))
    assert [unit.name for unit in terms.units.values()] == ["Basilia Quispe", "Ñusta", "René Ticona"]
    assert desk.safekeeping.verify(lambda _done, _of: None) == ()


def test_country_currency_rates_and_days_are_chosen_by_touch(at_making, desk: Desk, qtbot: QtBot):
    at = at_making()
    at.write("Red")
    at.touch("Perú")
    assert "S/ · soles" in at.buttons
    at.touch("€ · euros")
    for button in at.seen(QPushButton):
        if button.accessibleName() == "Un punto menos":
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    at.touch("Seguir")
    at.write("Feria")
    QTest.mouseClick(later(at)[0], Qt.MouseButton.LeftButton)
    at.touch("Seguir")
    at.write("Berta")
    at.touch("Agregar")
    at.touch("Hacer la red")
    terms = desk.till.catalogue.terms()
    [fair] = terms.exhibitions
    assert (terms.network.rates.commission_bps, terms.network.rates.fund_bps) == (1400, 200)
    assert (fair.currency.code, fair.country, fair.timezone) == ("EUR", "PE", "America/Lima")
    assert fair.starts == date(2026, 12, 6)


def later(at: AtScreen) -> list[QPushButton]:
    return [button for button in at.seen(QPushButton) if button.accessibleName() == "Un día después"]


def test_a_page_goes_on_only_once_it_is_whole_and_back_keeps_what_was_entered(at_making, qtbot: QtBot):
    at = at_making()
    assert not at.button("Seguir").isEnabled()
    at.press("F12")
    assert at.sees("Una red nueva · 1 de 3")
    at.write("Red")
    at.press("F12")
    assert not at.button("Seguir").isEnabled()
    at.press("Esc")
    assert at.seen(QLineEdit)[0].text() == "Red"
    with qtbot.waitSignal(at.screen.back):
        at.press("Esc")


def test_a_producer_can_be_taken_away_again(at_making):
    at = at_making()
    at.write("Red")
    at.press("F12")
    at.write("Feria")
    at.press("F12")
    at.write("Berta")
    at.press("Enter")
    at.touch("Quitar a Berta")
    assert at.sees("0 productores")
    assert not at.button("Hacer la red").isEnabled()


def test_a_mistyped_producer_is_taken_away_by_keys_and_the_right_name_typed(at_making):
    at = at_making()
    for name in ("Red", "Feria"):
        at.write(name)
        at.press("F12")
    for name in ("Berta", "Clara"):
        at.write(name)
        at.press("Enter")
    at.press("Tab", "Tab", "Enter")
    assert at.sees("1 productor")
    assert "Quitar a Berta" in at.buttons
    at.write("Clarisa")
    at.press("Enter")
    assert at.sees("2 productores")


@SIZES
def test_every_word_of_the_making_has_room(at_making, size: tuple[int, int]):
    at = at_making(size)
    for name in ("Red", "Feria", "Berta"):
        at.write(name)
        assert clipped(at) == []
        assert all(button.height() >= 48 for button in at.seen(QPushButton))
        at.press("F12")


# --- percentages and days ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "bps"),
    [("15", 1500), ("12,5", 1250), ("12.25", 1225), ("0", 0), ("", 0), ("100", 10000), (",5", 50)],
)
def test_a_percentage_is_read_as_people_write_it(qtbot: QtBot, desk: Desk, typed: str, bps: int):
    field = PercentField(desk.texts, "Comisión", 300)
    qtbot.addWidget(field)
    field._field.clear()
    QTest.keyClicks(field._field, typed)
    assert (field.bps, field.is_good) == (bps, True)


def test_a_percentage_stays_between_nothing_and_all(qtbot: QtBot, desk: Desk):
    field = PercentField(desk.texts, "Comisión", 9950)
    qtbot.addWidget(field)
    field.step(3)
    assert field.bps == 10000
    field.step(-200)
    assert field.bps == 0
    field._field.clear()
    QTest.keyClicks(field._field, "999")
    assert not field.is_good


@pytest.mark.parametrize("typed", ["", "5", "32/12/2026", "05/13/2026", "2026-12-05", "5 de mayo"])
def test_what_is_no_day_is_shown_as_none(qtbot: QtBot, desk: Desk, typed: str):
    field = DayField(desk.texts, "Primer día")
    qtbot.addWidget(field)
    field._field.setText(typed)
    field._read()
    assert field.day is None
    assert field._field.property("state") == "bad"


def test_a_fair_does_not_end_before_it_begins(at_making):
    at = at_making()
    at.write("Red")
    at.press("F12")
    for _ in range(4):
        QTest.mouseClick(later(at)[0], Qt.MouseButton.LeftButton)
    assert [field.text() for field in at.seen(QLineEdit)[2:]] == ["09/12/2026", "09/12/2026"]


# --- the first administrator ---------------------------------------------------------------------------------------


@pytest.fixture
def at_administrator(qtbot: QtBot, desk: Desk) -> Callable[..., AtScreen]:
    """Stands before the question who looks after the till."""

    def begin(size: tuple[int, int] = (1366, 704)) -> AtScreen:
        screen = AdministratorScreen(desk)
        screen.start()
        at = AtScreen(qtbot, screen, size)
        screen.take_focus()
        return at

    return begin


def test_the_first_administrator_chooses_a_name_and_a_pin(at_administrator, desk: Desk, qtbot: QtBot):
    at = at_administrator()
    at.write("Doña Elena")
    at.press("Enter")
    at.write("7391")
    at.press("Enter")
    at.write("7391")
    at.press("Enter")
    with qtbot.waitSignal(at.screen.done) as signal:
        at.press("Enter")
    [elena] = desk.signing_in.people()
    assert signal.args == [elena]
    assert (elena.name, elena.role) == ("Doña Elena", Role.ADMINISTRATOR)
    assert desk.signing_in.sign_in(elena.id, "7391", desk.clock.now()) == elena


def test_without_a_name_the_pin_waits_for_it(at_administrator):
    at = at_administrator()
    for figure in "7391":
        at.touch(figure)
    at.touch("Seguir")
    for figure in "7391":
        at.touch(figure)
    at.touch("Seguir")
    assert not at.button("Guardar").isEnabled()
    at.write("Elena")
    assert at.button("Guardar").isEnabled()


@SIZES
def test_every_word_of_the_first_administrators_screen_has_room(at_administrator, size: tuple[int, int]):
    at = at_administrator(size)
    assert clipped(at) == []
    keys = [button.geometry() for button in at.seen(QPushButton) if button.text().isdigit()]
    assert all(key.height() >= 48 for key in keys)
    assert not any(a.intersects(b) for i, a in enumerate(keys) for b in keys[:i])


@SIZES
def test_every_word_of_the_first_two_screens_has_room(qtbot: QtBot, desk: Desk, size: tuple[int, int]):
    for screen in (TillCodeScreen(desk), WelcomeScreen(desk)):
        screen.start()
        at = AtScreen(qtbot, screen, size)
        assert clipped(at) == []
        assert screen.minimumSizeHint().height() <= size[1]
