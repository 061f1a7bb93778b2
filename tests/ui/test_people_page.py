"""The page where people are looked after: each is offered what they may do, and what they did is kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pos.domain.people import Role
from pos.services.desk import Desk
from pos.storage.books import Books
from pos.ui.people.people_page import PeoplePage
from pos.ui.people.person_row import PersonRow
from tests.ui.at_screen import AtScreen
from tests.ui.conftest import MakeDesk
from tests.ui.staff import session_of, somebody, staffed, type_pin


@pytest.fixture
def desk(make_stall: MakeDesk, books: Books) -> Desk:
    """The stall with its people."""
    return staffed(make_stall(), books)


@pytest.fixture
def at_people(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Callable[[str], AtScreen]:
    """Opens the page for somebody; the picture that can be chosen lies at `photo.png`."""

    def open_page(name: str) -> AtScreen:
        page = PeoplePage(desk, lambda _: tmp_path / "photo.png")
        page.start(session_of(desk, name))
        return AtScreen(qtbot, page)

    return open_page


def choose(at: AtScreen, name: str) -> None:
    (row,) = [row for row in at.seen(PersonRow) if row.person.name == name]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)


ACTS = {"Nombre y cargo", "Clave nueva", "Foto", "Ya no trabaja aquí"}


@pytest.mark.parametrize(
    ("by", "whom", "acts"),
    [
        ("Elena", "Ana", ACTS),
        ("Elena", "Marcelo", ACTS),
        ("Elena", "Elena", ACTS - {"Ya no trabaja aquí"}),
        ("Marcelo", "Ana", ACTS),
        ("Marcelo", "Marcelo", {"Clave nueva"}),
        ("Marcelo", "Elena", set()),
        ("Ana", "Ana", {"Clave nueva"}),
        ("Ana", "Rosmery", set()),
    ],
)
def test_one_is_offered_only_what_one_may_do(at_people, by: str, whom: str, acts: set[str]):
    at = at_people(by)
    choose(at, whom)
    assert ACTS & set(at.buttons) == acts
    assert at.button("Agregar a alguien").isEnabled() == (by != "Ana")


def test_name_and_work_are_changed(at_people, desk: Desk):
    at = at_people("Elena")
    choose(at, "Ana")
    at.touch("Nombre y cargo")
    at.wait_for_sheet(shown=True)
    at.touch("Está a cargo. También autoriza y agrega a quien atiende")
    at.press("F12")
    at.wait_for_sheet(shown=False)
    assert somebody(desk, "Ana").role is Role.SUPERVISOR
    assert "Ana, Está a cargo" in at.buttons


def test_enter_in_the_name_saves_and_presses_no_other_button(at_people, desk: Desk):
    at = at_people("Elena")
    choose(at, "Marcelo")
    at.touch("Nombre y cargo")
    at.wait_for_sheet(shown=True)
    at.write("Marcelo Apaza")
    at.press("Enter")
    at.wait_for_sheet(shown=False)
    [changed] = [p for p in desk.signing_in.everybody() if p.id == "marcelo"]
    assert (changed.name, changed.role) == ("Marcelo Apaza", Role.SUPERVISOR)


def test_a_new_pin_is_given(at_people, desk: Desk):
    at = at_people("Marcelo")
    choose(at, "Ana")
    at.touch("Clave nueva")
    at.wait_for_sheet(shown=True)
    type_pin(at, "555555")
    type_pin(at, "555555")
    at.press("Enter")
    at.wait_for_sheet(shown=False)
    assert desk.signing_in.sign_in("ana", "555555", desk.clock.now())


def test_somebody_is_let_go_after_a_question_and_comes_back(at_people, desk: Desk):
    at = at_people("Elena")
    choose(at, "Ana")
    at.touch("Ya no trabaja aquí")
    at.wait_for_sheet(shown=True)
    at.touch("Ya no trabaja aquí")
    at.wait_for_sheet(shown=False)
    assert not somebody(desk, "Ana").active
    assert "Ana, Atiende · ya no trabaja aquí" in at.buttons
    at.touch("Vuelve a trabajar aquí")
    assert somebody(desk, "Ana").active


def test_a_photo_is_kept_small_and_without_what_else_the_file_held(at_people, desk: Desk, tmp_path: Path):
    picture = QImage(1600, 1200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.blue)
    assert picture.save(str(tmp_path / "photo.png"))
    at = at_people("Elena")
    choose(at, "Ana")
    at.touch("Foto")
    kept = QImage(str(desk.places.photos / str(somebody(desk, "Ana").photo)))
    assert (kept.width(), kept.height()) == (640, 480)


def test_what_is_no_picture_is_told(at_people, tmp_path: Path, desk: Desk):
    (tmp_path / "photo.png").write_text("no picture")
    at = at_people("Elena")
    choose(at, "Ana")
    at.touch("Foto")
    assert at.sees("Este archivo no es una foto.")
    assert somebody(desk, "Ana").photo is None
