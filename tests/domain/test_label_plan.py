"""What lies where on a label: nothing over another, nothing outside, and the white around the bars is kept."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.domain.label_formats import SHEET_24, SHEET_65, Size, size_of
from pos.domain.label_plan import Box, LabelPlan, plan_label
from pos.domain.label_refusals import LabelTooSmall
from pos.domain.symbols import DOT, LEAST_MODULE, Symbol, symbol_of

EAN = symbol_of("2000000000015")
CODES = ("2000000000015", "96385074", "0036000291452", "17771234567897", "JK-001", "MP-0001-XL-ROJO")
sizes = st.builds(Size, st.integers(10_000, 210_000), st.integers(10_000, 297_000))


def overlap(one: Box, other: Box) -> bool:
    beside = one.right <= other.left or other.right <= one.left
    return not beside and one.bottom > other.top and other.bottom > one.top


def white(plan: LabelPlan, symbol: Symbol) -> Box:
    """The bars and the white that they need at both sides."""
    before, after = symbol.before * plan.module, symbol.after * plan.module
    return Box(plan.bars.left - before, plan.bars.top, plan.bars.width + before + after, plan.bars.height)


@given(sizes, st.sampled_from(CODES), st.booleans(), st.booleans(), st.booleans())
def test_a_label_can_be_scanned_or_is_refused(size: Size, code: str, dots: bool, stamp: bool, story: bool):
    symbol = symbol_of(code)
    try:
        plan = plan_label(size, symbol, dots=dots, stamp=stamp, story=story)
    except LabelTooSmall as refusal:
        needed = refusal.values["least_width"], refusal.values["least_height"]
        assert symbol.across * (2 * DOT if dots else LEAST_MODULE) > size.width or size.height < 20_000, needed
        return
    quiet = white(plan, symbol)
    assert plan.module >= (2 * DOT if dots else LEAST_MODULE)
    assert plan.bars.width == symbol.modules * plan.module
    assert plan.bars.height >= symbol.least_height(plan.module)
    assert quiet.left >= 0
    assert quiet.right <= size.width
    for part in plan.parts:
        assert part.width > 0
        assert part.height > 0
        assert part.left >= 0
        assert part.top >= 0
        assert part.right <= size.width
        assert part.bottom <= size.height
    assert [(a, b) for a, b in combinations(plan.parts, 2) if overlap(a, b)] == []
    assert not any(overlap(quiet, part) for part in plan.parts if part is not plan.bars)
    assert plan.stamp is None or stamp
    assert plan.qr is None or story


@given(sizes, st.sampled_from(CODES))
def test_what_is_refused_says_what_would_do(size: Size, code: str):
    symbol = symbol_of(code)
    try:
        plan_label(size, symbol)
    except LabelTooSmall as refusal:
        least = Size(refusal.values["least_width"] * 1_000, max(refusal.values["least_height"] * 1_000, size.height))
        assert plan_label(least, symbol).module


@given(sizes, st.sampled_from(CODES))
def test_a_thermal_printers_bars_begin_on_a_whole_dot_where_there_is_room(size: Size, code: str):
    symbol = symbol_of(code)
    try:
        plan = plan_label(size, symbol, dots=True)
    except LabelTooSmall:
        return
    assert plan.module % DOT == 0
    spare = size.width - symbol.across * plan.module
    assert spare < 2 * DOT or plan.bars.left % DOT == 0


def test_the_labels_of_24_have_the_price_beside_the_bars_and_those_of_65_under_them():
    wide = plan_label(SHEET_24.label, EAN, stamp=True)
    narrow = plan_label(SHEET_65.label, EAN, stamp=True)
    assert (wide.price_is_beside, wide.module, wide.stamp is not None) == (True, 330, True)
    assert (narrow.price_is_beside, narrow.module, narrow.stamp) == (False, 330, None)
    assert wide.emblem is not None
    assert narrow.emblem is not None
    assert narrow.has_makers


def test_the_smallest_label_has_name_code_and_price():
    plan = plan_label(size_of("30x15"), EAN)
    assert (plan.emblem, plan.has_makers, plan.module) == (None, False, 265)


@pytest.mark.parametrize("size", ["29x15", "30x14", "20x10"])
def test_a_label_too_small_for_its_code_is_refused_with_what_would_do(size: str):
    with pytest.raises(LabelTooSmall) as refused:
        plan_label(size_of(size), EAN)
    assert (refused.value.values["least_width"], refused.value.values["least_height"]) == (30, 15)


def test_a_roll_of_40_mm_is_read_with_two_dots_a_module_and_one_of_50_with_three():
    assert plan_label(size_of("40x30"), EAN, dots=True).module == 2 * DOT
    assert plan_label(size_of("50x30"), EAN, dots=True).module == 3 * DOT


@pytest.mark.parametrize(("size", "has"), [("70x42.3", True), ("63.5x33.9", False), ("38.1x21.2", False)])
def test_the_story_is_told_where_there_is_room_for_its_square(size: str, has: bool):
    assert (plan_label(size_of(size), EAN, story=True).qr is not None) is has
