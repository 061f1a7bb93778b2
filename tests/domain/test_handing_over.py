"""What is handed over after a close, and what stays as the next float."""

from hypothesis import given
from hypothesis import strategies as st

from pos.domain.denominations import Pieces
from pos.domain.handing_over import handed_over, pieces_of
from pos.domain.shifts import DenominationCount


def test_the_large_pieces_go_and_the_small_ones_stay():
    drawer = {20_000: 1, 10_000: 2, 2_000: 6, 1_000: 8, 50: 4}
    assert handed_over(drawer, 20_200) == (Pieces(20_000, 1), Pieces(10_000, 2))


def test_all_of_it_goes_where_nothing_stays():
    assert handed_over({5_000: 1, 10: 3}, 0) == (Pieces(5_000, 1), Pieces(10, 3))
    assert handed_over({}, 0) == ()


def test_a_large_piece_stays_where_the_sum_needs_it():
    assert handed_over({5_000: 1, 2_000: 3}, 5_000) == (Pieces(2_000, 3),)


def test_where_it_can_t_be_parted_exactly_somewhat_more_stays():
    assert handed_over({20_000: 2, 5_000: 3}, 30_000) == (Pieces(20_000, 1), Pieces(5_000, 1))
    assert handed_over({20_000: 1}, 10_000) == ()


def test_where_there_is_less_than_should_stay_nothing_goes():
    assert handed_over({2_000: 1}, 2_001) == ()


def test_a_full_drawer_of_small_coins_takes_no_time():
    drawer = {20_000: 900, 5_000: 900, 2_000: 900, 200: 900, 20: 900}
    assert staying(drawer, 7) == 20
    assert staying(drawer | {50: 1}, 30) == 40
    assert staying(drawer | {50: 1}, 50) == 50


def staying(drawer: dict[int, int], leave: int) -> int:
    """What stays in a drawer that is to keep so much."""
    total = sum(value * count for value, count in drawer.items())
    return total - sum(piece.denomination * piece.count for piece in handed_over(drawer, leave))


def test_the_same_denomination_counted_twice_is_added_and_nothing_counted_is_left_out():
    counted = [
        DenominationCount("BOB", 1_000, 2),
        DenominationCount("USD", 1_000, 9),
        DenominationCount("BOB", 20_000, 1),
        DenominationCount("BOB", 1_000, 1),
        DenominationCount("BOB", 50, 0),
    ]
    assert list(pieces_of(counted, "BOB").items()) == [(20_000, 1), (1_000, 3)]


DRAWERS = st.dictionaries(st.sampled_from([20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50]), st.integers(0, 9))


@given(DRAWERS, st.data())
def test_whatever_is_in_the_drawer_what_can_stay_exactly_does(drawer: dict[int, int], data: st.DataObject):
    kept = {value: data.draw(st.integers(0, count)) for value, count in drawer.items()}
    leave = sum(value * count for value, count in kept.items())
    assert all(0 < piece.count <= drawer[piece.denomination] for piece in handed_over(drawer, leave))
    assert staying(drawer, leave) == leave


@given(DRAWERS, st.integers(0, 500_000))
def test_never_less_stays_than_should(drawer: dict[int, int], leave: int):
    total = sum(value * count for value, count in drawer.items())
    assert staying(drawer, leave) >= min(leave, total)
