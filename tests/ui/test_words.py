"""Text that fits or says that it does not, and figures that shrink; no screen cuts a word off."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pos.ui.words import Amount, Words
from tests.ui.conftest import MakeDesk, OpenTill
from tests.ui.person import Person

SIZES = [(1366, 768), (1920, 1080), (1024, 600)]
THREE_MAKERS = "Familia Quispe Mamani, Confecciones Sawuri"
"""The names of three makers have no room in a narrow cart; their emblems stand before them."""


def clipped(person: Person) -> set[str]:
    """The texts on the screen that have no room."""
    cut = {label.text() for label in person.window.findChildren(Words) if label.isVisible() and label.clipped}
    return {text for text in cut if not text.startswith(THREE_MAKERS)}


def overlapping(person: Person) -> list[str]:
    """The labels on the screen that got less height than a line of theirs."""
    labels = [label for label in person.window.findChildren(QLabel) if label.isVisible() and label.text()]
    return [label.text() for label in labels if label.height() < label.minimumSizeHint().height()]


def test_a_text_that_fits_stands_in_one_line(qtbot: QtBot):
    words = Words("Chullo de alpaca", 18, lines=2)
    qtbot.addWidget(words)
    words.resize(400, 40)
    assert not words.clipped
    assert words.heightForWidth(400) == words.line_height


def test_a_longer_text_takes_as_many_lines_as_it_may_and_then_says_that_it_is_cut(qtbot: QtBot):
    words = Words("Nacimiento vestido con tres llamas y un charango", 18, lines=2)
    qtbot.addWidget(words)
    words.resize(260, 60)
    assert words.heightForWidth(260) == 2 * words.line_height
    assert not words.clipped
    words.resize(120, 60)
    assert words.clipped


def test_a_word_wider_than_its_line_is_broken(qtbot: QtBot):
    words = Words("A" * 60, 18, lines=3)
    qtbot.addWidget(words)
    assert words.heightForWidth(100) == 3 * words.line_height


def test_a_figure_asks_for_its_full_size_and_shrinks_to_what_it_gets(qtbot: QtBot):
    amount = Amount(62, "99.111,00")
    qtbot.addWidget(amount)
    amount.resize(120, 72)
    amount.grab()
    assert amount.minimumSizeHint().width() < 120 < amount.sizeHint().width()


@pytest.mark.parametrize("size", SIZES, ids=["usual", "large", "small"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_no_screen_of_a_sale_cuts_a_text_off(open_till: OpenTill, make_stall: MakeDesk, size, language: str):
    person = open_till(make_stall(language=language), shift=False, size=size)
    found = {"opening": clipped(person)}
    person.write("Ana Mayta")
    person.press("F12")
    found["empty"] = clipped(person)
    person.scan("MP-031", "CB-005", "JK-015", "NADA")
    found["selling"] = clipped(person)
    person.press("F12")
    found["payment"] = clipped(person)
    person.scan("7771203000410")
    found["scanned"] = clipped(person)
    person.write("2000")
    assert overlapping(person) == []
    person.press("F12")
    found["done"] = clipped(person)
    assert overlapping(person) == []
    assert person.last_sale().receipt == "A-000001"
    assert {place: texts for place, texts in found.items() if texts} == {}
    assert (person.window.width(), person.window.height()) == size


@pytest.mark.parametrize("size", SIZES, ids=["usual", "large", "small"])
def test_the_other_screens_cut_no_text_off_either(
    open_till: OpenTill, make_stall: MakeDesk, empty_desk: MakeDesk, size
):
    person = open_till(empty_desk(), shift=False, size=size)
    assert clipped(person) == set()
    person.leave()
    person = open_till(make_stall(exhibition=""), shift=False, size=size)
    assert clipped(person) == set()
    person.leave()
    person = open_till(make_stall(), size=size)
    person.press_with_ctrl("3")
    assert clipped(person) == set()
