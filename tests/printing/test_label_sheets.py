"""Labels on sheets and rolls, drawn as a printer of 203 dots to the inch draws them, and read back by zxing-cpp."""

import io
from collections.abc import Sequence
from dataclasses import replace

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from pos.domain.label_formats import BADGE_SHEET, SHEET_24, SHEET_65, SheetFormat, Size, filled_sheet, size_of
from pos.domain.label_refusals import LabelTooSmall, StartOffSheet
from pos.domain.labels import Copies
from pos.domain.symbols import symbol_of
from pos.printing.label_drawing import Frame, drawn
from pos.printing.label_pdf import badges_pdf, roll_pdf, sheets_pdf
from pos.texts import Texts
from tests.printing.label_papers import (
    BADGE,
    LABEL,
    digits,
    keeps_within,
    many,
    of_the_example,
    pages,
    read_in_places,
    scanned,
)
from tests.printing.network_pictures import logo
from tests.printing.pdf_reading import names_from_files

ES = Texts("es")
OWN = filled_sheet(size_of("70x42.3"))
SMALLEST = filled_sheet(size_of("30x15"), gaps=(2_000, 2_000))
SHEETS = {"24": SHEET_24, "65": SHEET_65, "own": OWN, "smallest": SMALLEST}


def on_sheets(copies: Sequence[Copies], sheet: SheetFormat, **options: object) -> bytes:
    file = io.BytesIO()
    sheets_pdf(copies, sheet, ES, file, **options)
    return file.getvalue()


def on_a_roll(copies: Sequence[Copies], size: str) -> bytes:
    file = io.BytesIO()
    roll_pdf(copies, size_of(size), ES, file)
    return file.getvalue()


# --- what a scanner reads -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SHEETS)
def test_every_product_of_the_example_is_read_from_its_own_label(name: str):
    copies, _ = of_the_example()
    sheet = SHEETS[name]
    read = read_in_places(on_sheets(copies, sheet), sheet)
    assert read[: len(copies)] == [[text] for text in digits(copies)]
    assert not any(read[len(copies) :])


def test_a_whole_sheet_is_read_at_once():
    copies, _ = of_the_example()
    (page,) = pages(on_sheets(copies, SHEET_65))
    assert sorted(scanned(page)) == sorted(digits(copies))


def test_a_thousand_labels_are_read_each_as_its_own_product():
    copies = many(1_000)
    read = read_in_places(on_sheets(copies, SHEET_65), SHEET_65)
    assert [text for place in read for text in place] == digits(copies)


def test_labels_begin_at_the_first_free_place_and_go_on_over_the_sheets():
    copies = [replace(copy, count=9) for copy in many(3)]
    read = read_in_places(on_sheets(copies, SHEET_24, start=5), SHEET_24)
    assert read[:4] == [[]] * 4
    assert read[4:31] == [[text] for text in digits(copies)]
    assert not any(read[31:])


@pytest.mark.parametrize("size", ["50x30", "40x30", "58x40", "80x50"])
@pytest.mark.parametrize("grey", [True, False], ids=["grey", "black-and-white"])
def test_labels_of_a_roll_are_read_off_a_printer_of_8_dots_a_millimetre(size: str, grey: bool):
    copies = many(5)
    read = [scanned(page) for page in pages(on_a_roll(copies, size), 203.2, grey=grey)]
    assert read == [[text] for text in digits(copies)]


@pytest.mark.parametrize("name", ["24", "65"])
def test_an_office_printer_that_knows_only_black_and_white_prints_what_is_read(name: str):
    copies, _ = of_the_example()
    (*_, page) = pages(on_sheets(copies[:24], SHEETS[name]), 600, grey=False)
    assert sorted(scanned(page)) == sorted(digits(copies[:24]))


@pytest.mark.parametrize("code", ["96385074", "0036000291452", "17771234567898", "MP-0001-XL"])
def test_goods_with_a_code_of_their_own_are_read_too(code: str):
    label = replace(LABEL, symbol=symbol_of(code))
    (page,) = pages(on_sheets([Copies(label, 1)], SHEET_24))
    (found,) = zxingcpp.read_barcodes(page)
    assert found.text in {code, code.rjust(13, "0")}


def test_where_there_is_room_a_telephone_reads_the_makers_story():
    (page,) = pages(on_sheets([Copies(LABEL, 1)], OWN))
    (code,) = [found for found in zxingcpp.read_barcodes(page) if found.format is zxingcpp.BarcodeFormat.QRCode]
    assert code.text.startswith("Red Manos Productivas · Juana Condori, El Alto: Juana modela")
    assert LABEL.story.startswith(code.text.rstrip(".")), "only whole sentences"


def test_every_badge_is_read_as_the_code_that_the_till_knows():
    _, badges = of_the_example()
    file = io.BytesIO()
    assert badges_pdf(badges, ES, file) == 2
    read = read_in_places(file.getvalue(), BADGE_SHEET)
    assert [text for place in read for text in place] == [badge.symbol.text for badge in badges]


# --- what stands on it ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["24", "65"])
def test_a_label_says_what_it_is_who_made_it_what_it_costs_and_its_number(name: str):
    text = PdfReader(io.BytesIO(on_sheets([Copies(LABEL, 1)], SHEETS[name]))).pages[0].extract_text()
    words = " ".join(text.split())
    for said in ("Taza esmaltada con ñandú", "Juana Condori y Taller Illampu", "Bs", "1.234,50", LABEL.symbol.text):
        assert said in words, words


def test_the_stamp_is_the_groups_own_picture_where_it_has_one():
    plan = LABEL.plan(SHEET_24.label)
    assert any(isinstance(part, Frame) for part in drawn(LABEL, plan, ES))
    pictured = replace(LABEL, stamp_picture=logo())
    assert not any(isinstance(part, Frame) for part in drawn(pictured, plan, ES))
    reader = PdfReader(io.BytesIO(on_sheets([Copies(pictured, 3)], SHEET_24)))
    (form,) = [name for name in reader.pages[0]["/Resources"]["/XObject"] if "label" in str(name).lower()]
    assert form


def test_what_is_no_picture_leaves_no_trace():
    broken = replace(LABEL, stamp_picture=b"no picture")
    assert len(pages(on_sheets([Copies(broken, 1)], SHEET_24))) == 1
    file = io.BytesIO()
    assert badges_pdf([replace(BADGE, photo=b"no picture")], ES, file) == 1


def test_a_label_wanted_many_times_is_drawn_once():
    once, often = on_sheets([Copies(LABEL, 1)], SHEET_24), on_sheets([Copies(LABEL, 240)], SHEET_24)
    assert len(PdfReader(io.BytesIO(often)).pages) == 10
    assert len(often) < 3 * len(once)


def test_the_same_labels_give_the_same_file():
    copies, _ = of_the_example()
    assert on_sheets(copies, SHEET_65) == on_sheets(copies, SHEET_65)


def test_crop_marks_lie_outside_every_label():
    plain, marked = (pages(on_sheets([Copies(LABEL, 1)], OWN, crop_marks=on))[0] for on in (False, True))
    inside = tuple(round(side * 203 / 25_400) for side in (OWN.left, OWN.top, OWN.right, OWN.bottom))
    assert plain.crop(inside).tobytes() == marked.crop(inside).tobytes()
    assert plain.tobytes() != marked.tobytes()


# --- what is refused ------------------------------------------------------------------------------------------------


def test_a_label_too_small_to_scan_is_refused_before_anything_is_written():
    file = io.BytesIO()
    with pytest.raises(LabelTooSmall):
        sheets_pdf([Copies(LABEL, 1)], filled_sheet(size_of("25x15")), ES, file)
    with pytest.raises(StartOffSheet):
        sheets_pdf([Copies(LABEL, 1)], SHEET_24, ES, file, start=25)
    assert file.getvalue() == b""


# --- names of any kind ----------------------------------------------------------------------------------------------


@settings(max_examples=60)
@given(
    names_from_files(),
    st.lists(names_from_files(), min_size=1, max_size=3),
    names_from_files(),
    st.sampled_from([SHEET_24.label, SHEET_65.label, OWN.label, SMALLEST.label, Size(50_000, 30_000)]),
    st.integers(0, 10**11),
)
def test_no_name_and_no_price_leaves_the_label_or_covers_another_part(
    name: str, makers: list[str], stamp: str, size: Size, price: int
):
    label = replace(LABEL, name=name, makers=tuple(makers), stamp=stamp, price=replace(LABEL.price, minor=price))
    keeps_within(drawn(label, label.plan(size), ES), size)
