"""Each unit has a woven emblem, so that people who don't read can find their own."""

from hypothesis import given
from hypothesis import strategies as st

from pos.domain.emblems import Emblem, choose

MOTIFS = ("chakana", "llama", "rombo", "sol")
DYES = ("añil", "cochinilla", "nogal")


def chosen(units: list[str]) -> list[Emblem]:
    """The units' emblems, chosen one after another."""
    taken: list[Emblem] = []
    for unit in units:
        taken.append(choose(unit, MOTIFS, DYES, set(taken)))
    return taken


def test_a_unit_has_the_same_emblem_on_every_machine():
    # SHA-256 of "U01" begins 206c951c9d8c8ff1, which is 5 modulo the 12 pairs: the second motif's third dye.
    assert choose("U01", MOTIFS, DYES, ()) == ("llama", "nogal")


def test_where_the_emblem_is_taken_the_next_one_is_chosen():
    first = choose("U01", MOTIFS, DYES, ())
    second = choose("U01", MOTIFS, DYES, {first})
    pairs = [(motif, dye) for motif in MOTIFS for dye in DYES]
    assert second == pairs[(pairs.index(first) + 1) % len(pairs)]


def test_after_the_last_emblem_comes_the_first():
    pairs = [(motif, dye) for motif in MOTIFS for dye in DYES]
    for free in pairs:
        assert choose("U01", MOTIFS, DYES, set(pairs) - {free}) == free


def test_an_emblem_is_shared_only_when_all_are_taken():
    pairs = {(motif, dye) for motif in MOTIFS for dye in DYES}
    assert choose("U01", MOTIFS, DYES, pairs) == choose("U01", MOTIFS, DYES, ())


@given(st.lists(st.text(min_size=1, max_size=8), unique=True, max_size=len(MOTIFS) * len(DYES)))
def test_no_two_units_share_an_emblem_while_there_are_enough(units):
    emblems = chosen(units)
    assert len(set(emblems)) == len(units)
    assert all(motif in MOTIFS and dye in DYES for motif, dye in emblems)


@given(st.lists(st.text(min_size=1, max_size=8), unique=True, max_size=12))
def test_a_unit_that_joins_later_changes_nobodys_emblem(units):
    assert chosen(units)[:-1] == chosen(units[:-1])
