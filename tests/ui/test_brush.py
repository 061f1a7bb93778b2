"""What is painted by hand: a figure has room, or is as small as it may be."""

import pytest

from pos.ui.look.brush import fitting
from pos.ui.look.theme import text_width


@pytest.mark.parametrize("pixels", [19, 20, 26])
def test_a_figure_is_never_set_smaller_than_the_least_size(pixels: int, qapp: object):
    assert fitting("1.234.567,50", 10, pixels, 16) == 16


def test_a_figure_that_has_room_keeps_its_size(qapp: object):
    assert fitting("12,50", text_width("12,50", 26, bold=True) + 1, 26, 16) == 26
