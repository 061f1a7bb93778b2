"""A network's own pictures in black dots: lines stay lines, photos a grain, and what is no picture leaves no trace."""

import io

import pytest
from PIL import Image, ImageDraw

from pos.printing import picture_files
from pos.printing.escpos import PrinterProfile, to_escpos
from pos.printing.picture_files import paper_picture
from pos.printing.receipt_elements import Picture
from tests.printing.network_pictures import logo, photo


def png(picture: Image.Image, kind: str = "PNG") -> bytes:
    file = io.BytesIO()
    picture.save(file, kind)
    return file.getvalue()


def test_a_logo_is_as_large_as_there_is_room_without_the_white_around_it():
    drawn = paper_picture(logo(), 224, 64)
    assert drawn.mode == "1"
    assert (drawn.width == 224, drawn.height == 64) in {(True, False), (False, True)}
    assert drawn.width <= 224
    assert drawn.height <= 64
    assert drawn.convert("L").point(lambda value: 255 - value).getbbox() == (0, 0, *drawn.size)


def test_lines_stay_whole_and_a_photo_becomes_a_grain():
    sign = Image.new("L", (200, 100), 255)
    ImageDraw.Draw(sign).rectangle((20, 20, 180, 80), fill=60)
    assert paper_picture(png(sign), 200, 100).getextrema() == (0, 0)
    grain = paper_picture(photo(), 96, 96)
    ink = 1 - sum(grain.convert("L").histogram()[255:]) / (grain.width * grain.height)
    assert 0.3 < ink < 0.7


def test_a_small_picture_is_not_enlarged():
    small = Image.new("L", (10, 6), 0)
    assert paper_picture(png(small), 224, 64).size == (10, 6)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_every_kind_of_picture_that_a_network_sends_can_be_printed(kind: str):
    dark = Image.new("RGB", (40, 20), (20, 20, 20))
    ImageDraw.Draw(dark).rectangle((5, 5, 10, 10), fill="white")
    assert paper_picture(png(dark, kind), 224, 64).size == (40, 20)


@pytest.mark.parametrize(
    "file", [b"", b"not a picture", logo()[:200], b"\x89PNG\r\n\x1a\n", png(Image.new("L", (9, 9), 255))]
)
def test_what_is_no_picture_leaves_no_trace(file: bytes):
    assert paper_picture(file, 224, 64) is None
    assert to_escpos([Picture(file, 224, 64)], PrinterProfile()).count(b"\x1dv0") == 0


def test_a_picture_of_too_many_dots_is_not_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(picture_files, "MOST_PIXELS", 99)
    assert paper_picture(png(Image.new("L", (10, 10), 7)), 224, 64) is None
