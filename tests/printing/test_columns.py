"""Text fitted into columns."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.printing.columns import clean, sides, spread, width, wrap

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)


def test_words_are_never_torn_where_they_fit_a_line():
    assert wrap("Bolso de aguayo grande", 10) == ("Bolso de", "aguayo", "grande")


def test_a_word_longer_than_the_line_is_broken():
    assert wrap("ab cdefghijklm n", 5) == ("ab", "cdefg", "hijkl", "m n")


def test_an_indent_takes_room():
    assert wrap("uno dos tres", 9, indent=2) == ("  uno dos", "  tres")


def test_no_text_makes_no_line():
    assert wrap(" \n ", 10) == ()
    assert sides("", "", 10) == ()


def test_a_space_that_must_not_break_does_not_and_is_a_plain_one_on_paper():
    assert wrap("Chocolate 70\u00a0%", 12) == ("Chocolate", "70 %")


@pytest.mark.parametrize("control", ["\x1b@", "\x00", "\x7f", "\u200b", "\u202e", "\ue000"])
def test_what_no_letter_shows_is_left_out(control: str):
    assert clean(f"Ta{control[0]}za") == "Taza"


def test_lines_and_tabs_become_spaces_and_spaces_become_one():
    assert clean("  dos\t\r\n  palabras ") == "dos palabras"


def test_an_accent_written_by_itself_joins_its_letter():
    assert clean("Pen\u0303a") == "Peña"
    assert width("q\u0308a") == 2


def test_the_right_side_ends_at_the_edge_of_the_last_line():
    assert sides("Bolso de aguayo", "220,00", 16) == (("Bolso de aguayo", ""), ("", "220,00"))
    assert sides("Bolso de aguayo rojo", "220,00", 16) == (("Bolso de aguayo", ""), ("rojo", "220,00"))
    assert sides("Bolso", "220,00", 16) == (("Bolso", "220,00"),)


def test_a_right_side_that_needs_more_lines_breaks_between_words():
    assert sides("Ana", "2 x 110,00 (lista 120,00)", 16) == (("Ana", ""), ("", "2 x 110,00"), ("", "(lista 120,00)"))


def test_spread_fills_the_line():
    assert spread("Taza", "12,00", 12) == "Taza   12,00"
    assert spread("Taza", "", 12) == "Taza"


@given(words, words, st.integers(12, 48), st.integers(0, 2))
def test_sides_always_fit_and_lose_no_letter(left: str, right: str, columns: int, indent: int):
    lines = sides(left, right, columns, indent)
    for one, other in lines:
        assert width(one) + (1 if one and other else 0) + width(other) <= columns
    written = "".join("".join(line) for line in lines).replace(" ", "")
    kept = "".join(char for char in clean(left) + clean(right) if char not in " \u00a0\u202f\u2007")
    assert written == kept


@given(words, st.integers(10, 48))
def test_every_line_is_filled_as_far_as_the_next_word_allows(text: str, columns: int):
    lines = wrap(text, columns)
    for one, following in pairwise(lines):
        first = following.split(" ")[0]
        assert width(one) + 1 + width(first) > columns or width(one) == columns
