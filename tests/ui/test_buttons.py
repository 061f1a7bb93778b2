"""A button's words are shown and spoken as they are, whatever signs a name has."""

import pytest
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from pos.ui.look.buttons import ActionButton, StepButton, TouchButton

NAMES = ["Hilos & Lanas", "& Hijas", "Barro &&", "Tejidos Mamani"]


def spoken(button: QPushButton) -> str:
    """What a screen reader says of the button."""
    return QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_shown_and_spoken_whole_and_makes_no_key(qtbot: QtBot, name: str):
    button = TouchButton(name)
    qtbot.addWidget(button)
    assert (button.text(), spoken(button), button.shortcut()) == (name, name, QKeySequence())


def test_a_button_that_says_something_else_is_called_so(qtbot: QtBot):
    button = ActionButton("Hilos & Lanas")
    qtbot.addWidget(button)
    button.say("Pagar")
    assert (button.text(), spoken(button)) == ("Pagar", "Pagar")
    button.say("Barro & Sol")
    assert spoken(button) == "Barro & Sol"


def test_a_name_for_the_ear_stays_when_the_words_change(qtbot: QtBot):
    button = ActionButton("Hilos & Lanas")
    qtbot.addWidget(button)
    button.setAccessibleName("Ver todo")
    button.say("Barro & Sol")
    assert (button.text(), spoken(button)) == ("Barro & Sol", "Ver todo")


def test_an_icon_button_is_passed_over_by_keys_unless_it_is_the_only_way(qtbot: QtBot):
    passed, taken = StepButton("trash", "Quitar"), StepButton("trash", "Quitar")
    for button in (passed, taken):
        qtbot.addWidget(button)
    taken.take_keys()
    pressed: list[str] = []
    taken.clicked.connect(lambda: pressed.append("taken"))
    taken.show()
    taken.setFocus()
    qtbot.keyClick(taken, "\r")
    assert (passed.focusPolicy().value, pressed) == (0, ["taken"])
