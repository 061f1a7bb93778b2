"""As much of a story as there is room for, ending where a reader would end it."""

from hypothesis import given
from hypothesis import strategies as st

from pos.printing.columns import width
from pos.printing.sentences import fitting_sentences, opening_words

STORY = "Cuatro vecinas comparten moldes, arcilla y ganancias. Empezaron en 2011. Hoy son nueve."


def test_the_first_sentence_is_printed_whole_where_it_fits():
    assert opening_words(STORY, 40, 2) == ("Cuatro vecinas comparten moldes, arcilla", "y ganancias.")


def test_a_longer_sentence_ends_in_points():
    assert opening_words(STORY, 27, 1) == ("Cuatro vecinas comparten...",)
    assert opening_words("x" * 90, 20, 2) == ("x" * 20, "x" * 17 + "...")


def test_no_story_takes_no_line():
    assert opening_words("", 40, 2) == ()
    assert fitting_sentences("", 40) == ""


def test_as_many_sentences_are_told_as_there_are_bytes_for():
    assert fitting_sentences(STORY, 500) == STORY
    assert fitting_sentences(STORY, 75) == "Cuatro vecinas comparten moldes, arcilla y ganancias. Empezaron en 2011."
    assert fitting_sentences(STORY, 60) == "Cuatro vecinas comparten moldes, arcilla y ganancias."
    assert fitting_sentences(STORY, 20) == "Cuatro vecinas..."


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@given(text=texts, columns=st.integers(8, 48), lines=st.integers(1, 3))
def test_nothing_is_ever_wider_or_longer_than_the_room(text: str, columns: int, lines: int):
    set_ = opening_words(text, columns, lines)
    assert len(set_) <= lines
    assert all(width(line) <= columns for line in set_)


@given(text=texts, room=st.integers(0, 200))
def test_no_more_bytes_are_told_than_there_is_room_for(text: str, room: int):
    assert len(fitting_sentences(text, room).encode()) <= max(room, 0)
