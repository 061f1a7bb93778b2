"""Ids that read like the names they are made of, and fit where an id must."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.domain.slugs import free_slug, slug
from pos.domain.text import MAX_IDENTIFIER, identifier


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Doña Julia", "dona-julia"),
        ("  José  Ángel ", "jose-angel"),
        ("Ñ. O'Brien-Ü", "n-o-brien-u"),
        ("Feria 2026", "feria-2026"),
        ("Юля", ""),
        ("---", ""),
    ],
)
def test_a_slug_reads_like_its_text(text: str, found: str):
    assert slug(text, 40) == found


def test_a_slug_is_cut_but_never_ends_in_a_hyphen():
    assert slug("ab cd ef", 6) == "ab-cd"


def test_a_taken_slug_is_numbered():
    assert free_slug("José", {"jose", "jose-2"}, 40, "person") == "jose-3"
    assert free_slug("Юля", {"person"}, 40, "person") == "person-2"


@given(st.text(max_size=100), st.integers(0, 30))
def test_whatever_the_text_the_slug_can_be_an_id(text: str, taken: int):
    first = free_slug(text, (), MAX_IDENTIFIER, "person")
    names = {first} | {f"{first}-{n}" for n in range(2, taken)}
    assert identifier(free_slug(text, names, MAX_IDENTIFIER, "person")) not in names
