"""Where labels lie on a sheet: within the paper, beside each other, from the first free place on."""

from itertools import combinations, islice

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pos.domain.label_formats import (
    A4,
    BADGE_SHEET,
    SHEET_24,
    SHEET_65,
    Place,
    SheetFormat,
    Size,
    filled_sheet,
    micrometres,
    millimetres,
    size_of,
    two_lengths,
)
from pos.domain.label_refusals import BadLabelCount, BadLabelSize, BadMeasure, LabelsOffPaper, StartOffSheet

SHEETS = {"24": SHEET_24, "65": SHEET_65, "badges": BADGE_SHEET}
sides = st.integers(10_000, 150_000)
gaps = st.integers(0, 20_000)


def overlap(one: Place, other: Place, label: Size) -> bool:
    return abs(one.left - other.left) < label.width and abs(one.top - other.top) < label.height


@pytest.mark.parametrize(("name", "count"), [("24", 24), ("65", 65), ("badges", 10)])
def test_a_sheet_has_as_many_labels_as_it_is_called(name: str, count: int):
    assert SHEETS[name].per_sheet == count


@pytest.mark.parametrize("name", SHEETS)
def test_the_sheets_that_are_sold_have_the_same_margin_left_and_right_and_above_and_below(name: str):
    sheet = SHEETS[name]
    assert sheet.left == sheet.paper.width - sheet.right
    assert sheet.top == sheet.paper.height - sheet.bottom


@given(sides, sides, gaps, gaps)
def test_no_label_lies_outside_the_paper_and_none_over_another(width: int, height: int, across: int, down: int):
    assume(width <= A4.width - 10_000 and height <= A4.height - 10_000)
    sheet = filled_sheet(Size(width, height), gaps=(across, down))
    places = list(sheet.places(sheet.per_sheet))
    assert {place.sheet for place in places} == {0}
    assert min(place.left for place in places) >= 0
    assert max(place.left for place in places) + width <= A4.width
    assert min(place.top for place in places) >= 0
    assert max(place.top for place in places) + height <= A4.height
    assert not any(overlap(one, other, sheet.label) for one, other in combinations(places, 2))


@given(st.sampled_from(list(SHEETS.values())), st.integers(0, 200), st.data())
def test_labels_go_on_from_the_first_free_place_and_leave_none_out(sheet: SheetFormat, count: int, data: st.DataObject):
    start = data.draw(st.integers(1, sheet.per_sheet))
    places = list(sheet.places(count, start))
    whole = islice(sheet.places(start - 1 + count), start - 1, None)
    assert places == list(whole)
    assert len(set(places)) == count
    assert sheet.sheets(count, start) == len({place.sheet for place in places})


def test_the_fifth_place_of_24_is_the_second_of_the_second_row():
    (place,) = SHEET_24.places(1, 5)
    assert place == Place(0, SHEET_24.column_left(1), SHEET_24.row_top(1))


@pytest.mark.parametrize("start", [0, -1, 25])
def test_a_place_that_the_sheet_does_not_have_is_refused(start: int):
    with pytest.raises(StartOffSheet):
        list(SHEET_24.places(1, start))


@pytest.mark.parametrize("count", [-1, 10_001])
def test_more_labels_than_anybody_sticks_on_are_refused(count: int):
    with pytest.raises(BadLabelCount):
        list(SHEET_24.places(count))


def test_labels_that_do_not_fit_on_the_paper_are_refused():
    with pytest.raises(LabelsOffPaper):
        filled_sheet(Size(60_000, 40_000), columns=4)
    with pytest.raises(LabelsOffPaper):
        filled_sheet(Size(60_000, 40_000), columns=-1)
    with pytest.raises(LabelsOffPaper) as refused:
        filled_sheet(Size(230_000, 40_000), margins=(500_000, 500_000))
    assert (refused.value.values["columns"], refused.value.values["rows"]) == (1, 1), "not minus one"
    with pytest.raises(LabelsOffPaper):
        SheetFormat(1, 1, Size(50_000, 30_000), left=-1, top=0)


def test_ones_own_sheet_stands_in_the_middle_or_where_it_is_told_to():
    middle = filled_sheet(Size(70_000, 37_000), columns=2, rows=3)
    assert (middle.left, middle.top) == (35_000, 93_000)
    told = filled_sheet(Size(70_000, 37_000), columns=2, rows=3, margins=(8_000, 9_000), gaps=(2_000, 1_000))
    assert (told.left, told.top, told.column_left(1), told.row_top(2)) == (8_000, 9_000, 80_000, 85_000)


@pytest.mark.parametrize("text", ["63.5x33.9", "63,5 × 33,9", " 63.5X33.900 "])
def test_a_size_is_read_as_people_write_it(text: str):
    assert size_of(text) == Size(63_500, 33_900)


@pytest.mark.parametrize("text", ["", "63.5", "x", "63.5x", "9x40", "40x301", "-4x40", "4e1x30", "४०x30", "40x30x20"])
def test_what_is_no_size_is_refused(text: str):
    with pytest.raises(BadLabelSize):
        size_of(text)


def test_one_length_stands_for_both():
    assert (two_lengths("2.5"), two_lengths("7x13")) == ((2_500, 2_500), (7_000, 13_000))
    with pytest.raises(BadMeasure):
        two_lengths("3y")


@given(st.integers(0, 999_999))
def test_a_length_is_written_with_no_more_decimals_than_it_has(length: int):
    minor, digits = millimetres(length)
    figures = str(minor).rjust(digits + 1, "0")
    whole, decimals = figures[: len(figures) - digits], figures[len(figures) - digits :]
    assert micrometres(f"{whole}.{decimals}" if digits else whole) == length
    assert digits == 0 or minor % 10
