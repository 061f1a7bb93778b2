"""A supervisor's word for one act: asked of whoever may give it, with both names seen."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pos.domain.people import Approval
from pos.services.desk import Desk
from pos.storage.books import Books
from pos.ui.people.approval_sheet import ask_approval
from pos.ui.people.person_row import PersonRow
from tests.ui.at_screen import AtScreen
from tests.ui.conftest import MakeDesk
from tests.ui.staff import PIN, WRONG, session_of, staffed, type_pin


@pytest.fixture
def desk(make_stall: MakeDesk, books: Books) -> Desk:
    """The stall with its people."""
    return staffed(make_stall(), books)


@pytest.fixture
def at_window(qtbot: QtBot) -> AtScreen:
    """Stands before a window that asks for nothing yet."""
    return AtScreen(qtbot, QWidget())


def test_a_supervisor_gives_their_own_word_at_once(at_window: AtScreen, desk: Desk):
    given: list[Approval] = []
    ask_approval(at_window.screen, desk, session_of(desk, "Marcelo"), "abrir el cajón", given.append)
    assert given == [Approval("Marcelo")]
    assert at_window.sheet is None


def test_a_cashier_calls_a_supervisor_and_both_names_are_seen(at_window: AtScreen, desk: Desk):
    given: list[Approval] = []
    ask_approval(at_window.screen, desk, session_of(desk, "Ana"), "abrir el cajón", given.append)
    at_window.wait_for_sheet(shown=True)
    assert at_window.sees("Ana pide: abrir el cajón")
    assert [row.person.name for row in at_window.seen(PersonRow)] == ["Marcelo", "Elena"]
    at_window.press("Down")
    assert at_window.sees("Marcelo")
    type_pin(at_window, WRONG)
    assert at_window.sees("Quedan 4 intentos")
    assert given == []
    type_pin(at_window, PIN)
    at_window.wait_for_sheet(shown=False)
    assert given == [Approval("Marcelo")]


def test_without_a_supervisor_nothing_is_approved(at_window: AtScreen, desk: Desk):
    given: list[Approval] = []
    ask_approval(at_window.screen, desk, session_of(desk, "Ana"), "abrir el cajón", given.append)
    at_window.wait_for_sheet(shown=True)
    at_window.press("Down")
    at_window.write("73")
    at_window.press("Esc")  # the first empties the dots, the second closes
    assert at_window.sheet is not None
    at_window.press("Esc")
    at_window.wait_for_sheet(shown=False)
    assert given == []
