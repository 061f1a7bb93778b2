"""Who attends? Signing in with keys and by touch, waiting after wrong PINs, and somebody new."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pos.domain.people import Role
from pos.services.desk import Desk
from pos.services.signing_in import SigningIn
from pos.storage.books import Books
from pos.storage.database import BooksUnavailable
from pos.ui.look.words import Words
from pos.ui.people.person_tile import PeopleGrid, PersonTile
from pos.ui.people.pin_pad import PinDots, PinPad
from pos.ui.people.sign_in_screen import SignInScreen
from tests.ui.at_screen import AtScreen
from tests.ui.conftest import MakeDesk
from tests.ui.staff import PIN, WRONG, somebody, staffed, type_pin
from tests.ui.stand import CHRISTMAS_FAIR

TakePlace = Callable[..., AtScreen]


@pytest.fixture
def desk(make_stall: MakeDesk, books: Books) -> Desk:
    """The stall with its people."""
    return staffed(make_stall(), books)


@pytest.fixture
def at_sign_in(qtbot: QtBot, desk: Desk) -> Iterator[TakePlace]:
    """Stands before the screen that asks who attends."""
    screens: list[SignInScreen] = []

    def take_place(person_id: str = "", size: tuple[int, int] = (1366, 768), language: str = "es") -> AtScreen:
        screen = SignInScreen(replace(desk, texts=replace(desk.texts, language=language)))
        screens.append(screen)
        screen.start(desk.till.catalogue.terms().exhibition(CHRISTMAS_FAIR), person_id)
        at = AtScreen(qtbot, screen, size)
        screen.take_focus()
        return at

    yield take_place
    for screen in screens:
        screen.hide()
        assert not any(timer.isActive() for timer in (screen._clock, screen._check.pad._second))


def tiles(at: AtScreen) -> list[PersonTile]:
    return sorted(at.seen(PersonTile), key=lambda tile: (tile.y(), tile.x()))


def dots(at: AtScreen) -> PinDots:
    (found,) = at.seen(PinDots)
    return found


# --- who attends -----------------------------------------------------------------------------------------------------


def test_everybody_who_can_sign_in_is_shown_with_the_place_and_the_time(at_sign_in: TakePlace):
    at = at_sign_in()
    assert [tile.person.name for tile in tiles(at)] == ["Ana", "Rosmery", "Marcelo", "Elena"]
    assert tiles(at)[2].accessibleName() == "Marcelo, Está a cargo"
    assert at.sees("Red Manos Productivas · Feria de Navidad, La Paz · Caja A")
    assert at.sees("11:00")
    assert at.sees("Toque su foto")


def test_one_touches_ones_picture_and_types_the_pin(at_sign_in: TakePlace, qtbot: QtBot, desk: Desk):
    at = at_sign_in()
    at.touch("Rosmery, Atiende")
    assert at.sees("Hola, Rosmery")
    at.write(PIN)
    assert dots(at).filled == 4
    with qtbot.waitSignal(at.screen.signed_in) as signal:
        at.press("Enter")
    assert signal.args == [somebody(desk, "Rosmery")]
    assert dots(at).filled == 0


def test_all_of_it_goes_by_touch(at_sign_in: TakePlace, qtbot: QtBot, desk: Desk):
    at = at_sign_in()
    at.touch("Ana, Atiende")
    for figure in PIN:
        at.touch(figure)
    at.touch("9")
    at.touch("Borrar la última cifra")
    with qtbot.waitSignal(at.screen.signed_in) as signal:
        at.touch("Entrar")
    assert signal.args == [somebody(desk, "Ana")]


def test_the_arrows_choose_who_types(at_sign_in: TakePlace):
    at = at_sign_in()
    seen = []
    for key in ("Right", "Right", "Left", "Left", "Down"):
        at.press(key)
        [chosen] = [tile.person.name for tile in tiles(at) if tile.isChecked()]
        seen.append(chosen)
    assert seen == ["Ana", "Rosmery", "Ana", "Ana", "Elena"]
    assert at.sees("Hola, Elena")


def test_who_probably_attends_is_chosen_already(at_sign_in: TakePlace):
    assert at_sign_in("marcelo").sees("Hola, Marcelo")


def test_with_nobody_chosen_no_pin_can_be_typed(at_sign_in: TakePlace):
    at = at_sign_in()
    at.write(PIN)
    assert dots(at).filled == 0
    assert not at.button("1").isEnabled()
    assert not at.button("Entrar").isEnabled()


def test_the_pin_is_never_shown_and_never_longer_than_eight(at_sign_in: TakePlace):
    at = at_sign_in("ana")
    at.write("7391739173")
    assert dots(at).filled == 8
    assert all("7391" not in label for label in at.labels)
    assert "7" not in dots(at).accessibleName()
    at.press("Esc")
    assert dots(at).filled == 0


def test_three_figures_are_no_pin(at_sign_in: TakePlace, qtbot: QtBot):
    at = at_sign_in("ana")
    with qtbot.assertNotEmitted(at.screen.signed_in):
        type_pin(at, "739")
    assert dots(at).filled == 3


def test_a_key_is_lit_only_while_it_is_pressed(at_sign_in: TakePlace):
    at = at_sign_in("ana")
    at.write("5")
    assert not any(key.isDown() for key in at.seen(QPushButton))
    QTest.mousePress(at.button("5"), Qt.MouseButton.LeftButton)
    assert [key.text() for key in at.seen(QPushButton) if key.isDown()] == ["5"]
    QTest.mouseRelease(at.button("5"), Qt.MouseButton.LeftButton)
    assert not any(key.isDown() for key in at.seen(QPushButton))


# --- wrong PINs ------------------------------------------------------------------------------------------------------


def test_a_wrong_pin_shakes_and_empties_the_dots_and_says_what_is_left(at_sign_in: TakePlace, qtbot: QtBot):
    at = at_sign_in("ana")
    with qtbot.assertNotEmitted(at.screen.signed_in):
        type_pin(at, WRONG)
    assert dots(at).filled == 0
    assert dots(at).is_shaking
    assert at.sees("Quedan 4 intentos")
    for _ in range(3):
        type_pin(at, WRONG)
    assert at.sees("Queda 1 intento")
    at.write("7")
    assert at.sees("Ponga su clave")


def test_after_five_wrong_pins_the_seconds_are_counted(at_sign_in: TakePlace, qtbot: QtBot, clock):
    at = at_sign_in("ana")
    for _ in range(5):
        type_pin(at, WRONG)
    assert at.sees("Espere 30 segundos")
    at.write(PIN)
    assert dots(at).filled == 0
    (pad,) = at.seen(PinPad)
    for _ in range(29):
        pad._second.timeout.emit()
    assert at.sees("Espere 1 segundo")
    clock.at += timedelta(seconds=30)
    pad._second.timeout.emit()
    assert at.sees("Ponga su clave")
    with qtbot.waitSignal(at.screen.signed_in):
        type_pin(at, PIN)


def test_a_wait_is_one_persons_own_and_is_still_there_when_one_comes_back(at_sign_in: TakePlace):
    at = at_sign_in("ana")
    for _ in range(5):
        type_pin(at, WRONG)
    at.touch("Rosmery, Atiende")
    assert at.sees("Ponga su clave")
    at.touch("Ana, Atiende")
    assert at.sees("Espere 30 segundos")


def test_a_disk_that_fails_is_told_and_the_pin_can_be_typed_again(
    at_sign_in: TakePlace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    def fails(*_: object) -> None:
        raise BooksUnavailable("full")

    at = at_sign_in("ana")
    with monkeypatch.context() as broken:
        broken.setattr(SigningIn, "sign_in", fails)
        broken.setattr(SigningIn, "is_empty", fails)
        type_pin(at, PIN)
        assert at.screen.message.startswith("El disco está lleno.")
        at.touch("Otra persona")
        assert at.sheet is None
    with qtbot.waitSignal(at.screen.signed_in):
        at.press("Enter")


# --- what else can be done here --------------------------------------------------------------------------------------


def test_one_can_practise_turn_off_and_choose_the_language(at_sign_in: TakePlace, qtbot: QtBot):
    at = at_sign_in()
    with qtbot.waitSignals([at.screen.practice_wanted, at.screen.power_off_wanted]):
        at.touch("Practicar")
        at.touch("Apagar")
    with qtbot.waitSignal(at.screen.language_wanted) as signal:
        actions = at.screen._language.menu_of_languages.actions()
        assert [action.text() for action in actions] == ["Español", "English"]
        actions[1].trigger()
    assert signal.args == ["en"]


def test_english_is_complete_here(at_sign_in: TakePlace):
    at = at_sign_in("ana", language="en")
    assert at.sees("Who attends?")
    assert at.sees("Hello, Ana")


def test_more_people_than_there_is_room_for_are_on_pages(at_sign_in: TakePlace, desk: Desk):
    assert "Página siguiente" not in at_sign_in().buttons
    for number in range(9):
        desk.signing_in.add(desk.act(), f"Nina {number}", Role.CASHIER, PIN, somebody(desk, "Elena"))
    at = at_sign_in()
    assert len(tiles(at)) == 7
    assert at.sees("1 de 2")
    at.touch("Página siguiente")
    assert [tile.person.name for tile in tiles(at)][-1] == "Elena"
    assert "Otra persona" in at.buttons
    assert at_sign_in("elena").sees("2 de 2")


@pytest.mark.parametrize("size", [(1024, 600), (1366, 768), (1920, 1080)])
def test_every_word_has_room_and_no_tile_covers_another(at_sign_in: TakePlace, size: tuple[int, int]):
    at = at_sign_in("ana", size)
    assert [words.text() for words in at.seen(Words) if words.clipped] == []
    (grid,) = at.seen(PeopleGrid)
    boxes = [tile.geometry() for tile in tiles(at)]
    assert all(grid.rect().contains(box) for box in boxes)
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[:i])
    assert all(key.height() >= 48 for key in at.seen(QPushButton))


def test_a_photo_stands_where_the_drawing_would(at_sign_in: TakePlace, desk: Desk, qtbot: QtBot):
    red = QImage(100, 100, QImage.Format.Format_RGB32)
    red.fill(Qt.GlobalColor.red)
    assert red.save(str(desk.places.photos / "ana.png"))
    desk.signing_in.change(desk.act(), replace(somebody(desk, "Ana"), photo="ana.png"), somebody(desk, "Elena"))
    at = at_sign_in()

    def is_red() -> bool:
        tile = next(tile for tile in tiles(at) if tile.person.name == "Ana")
        return tile.grab().toImage().pixelColor(QPoint(100, 80)).red() > 200

    qtbot.waitUntil(is_red)


# --- another person --------------------------------------------------------------------------------------------------


def test_another_person_is_added_with_a_supervisors_pin_and_can_sign_in(at_sign_in: TakePlace, desk: Desk):
    at = at_sign_in()
    at.touch("Otra persona")
    at.wait_for_sheet(shown=True)
    at.touch("Marcelo, Está a cargo")
    type_pin(at, PIN)
    at.qtbot.waitUntil(lambda: at.sees("Alguien nuevo"))
    at.write("Nilda Ñusta")
    at.press("Enter")
    type_pin(at, "24680")
    type_pin(at, "24680")
    at.press("F12")
    at.wait_for_sheet(shown=False)
    assert at.sees("Hola, Nilda Ñusta")
    assert somebody(desk, "Nilda Ñusta").role is Role.CASHIER
    assert desk.signing_in.sign_in("nilda-nusta", "24680", desk.clock.now())


def test_an_administrator_may_add_anybody(at_sign_in: TakePlace, desk: Desk):
    at = at_sign_in()
    at.touch("Otra persona")
    at.touch("Elena, Administra")
    type_pin(at, PIN)
    at.qtbot.waitUntil(lambda: at.sees("¿Qué hace?"))
    at.write("Rosa")
    at.touch("Está a cargo. También autoriza y agrega a quien atiende")
    at.seen(PinPad)[0].setFocus()
    type_pin(at, "1212")
    type_pin(at, "1212")
    at.touch("Guardar")
    assert somebody(desk, "Rosa").role is Role.SUPERVISOR


def test_a_new_pin_is_typed_twice_alike(at_sign_in: TakePlace):
    at = at_sign_in()
    at.touch("Otra persona")
    at.touch("Marcelo, Está a cargo")
    type_pin(at, PIN)
    at.qtbot.waitUntil(lambda: at.sees("Alguien nuevo"))
    at.write("Nilda")
    at.press("Enter")
    type_pin(at, "1111")
    type_pin(at, "2222")
    assert at.sees("No fueron iguales. Elija la clave de nuevo.")
    assert "Guardar" not in at.buttons
    type_pin(at, "1111")
    type_pin(at, "1111")
    assert at.sees("La clave está lista")
    assert at.button("Guardar").isEnabled()


def test_a_name_that_is_taken_is_told_and_nothing_entered_is_lost(at_sign_in: TakePlace):
    at = at_sign_in()
    at.touch("Otra persona")
    at.touch("Marcelo, Está a cargo")
    type_pin(at, PIN)
    at.qtbot.waitUntil(lambda: at.sees("Alguien nuevo"))
    at.write("ana")
    at.press("Enter")
    type_pin(at, "1111")
    type_pin(at, "1111")
    at.press("F12")
    assert at.sees("Aquí ya hay alguien que se llama «Ana».")
    assert at.sees("La clave está lista")


def test_nobody_is_added_where_the_supervisor_goes_away(at_sign_in: TakePlace, desk: Desk):
    at = at_sign_in()
    at.touch("Otra persona")
    at.touch("Cerrar")
    at.wait_for_sheet(shown=False)
    assert len(desk.signing_in.people()) == 4
