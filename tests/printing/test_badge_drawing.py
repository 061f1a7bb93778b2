"""A producer's badge: whatever they are called, nothing covers the code, and the emblem is there once."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pos.domain import label_formats
from pos.printing.badge_drawing import Photo, Woven, drawn_badge
from tests.printing.label_papers import BADGE, keeps_within
from tests.printing.network_pictures import logo
from tests.printing.pdf_reading import names_from_files

PHOTOS = {"none": b"", "broken": b"no picture", "photo": logo()}
words = st.tuples(*[names_from_files()] * 5)


@settings(max_examples=60)
@given(words, st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}", fullmatch=True), st.sampled_from(list(PHOTOS)))
@example(("W" * 80,) * 5, "W" * 40, "photo")
@example(("Asociación de Artesanas y Artesanos Productores del Altiplano",) * 5, "ARTESANAS-DEL-ALTIPLANO-12", "none")
def test_nobodys_name_and_no_units_number_leaves_the_badge_or_covers_its_code(
    said: tuple[str, ...], unit: str, photo: str
):
    network, name, technique, community, group = said
    badge = replace(BADGE, network=network, name=name, technique=technique, community=community, group=group, unit=unit)
    badge = replace(badge, photo=PHOTOS[photo])
    keeps_within(tuple(drawn_badge(badge)), label_formats.BADGE)


@pytest.mark.parametrize("photo", PHOTOS)
def test_the_emblem_is_there_once_and_large_where_no_photo_can_be_shown(photo: str):
    parts = tuple(drawn_badge(replace(BADGE, photo=PHOTOS[photo])))
    (emblem,) = [part for part in parts if isinstance(part, Woven)]
    assert any(isinstance(part, Photo) for part in parts) is (photo == "photo")
    assert (emblem.side > 20) is (photo != "photo")
