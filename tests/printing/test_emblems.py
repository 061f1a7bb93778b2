"""The woven emblems: the same for a unit for ever, so neither their shapes nor their order may change."""

import re

import pytest

from pos.printing.emblems import band_tile, dye_colours, dyes, emblem_cells, motifs


def test_there_are_264_emblems():
    assert len(motifs()) * len(dyes()) == 264
    assert motifs()[:3] == ("casa", "cantaro", "llama")
    assert dyes()[:3] == ("cochinilla", "noche", "turquesa")


@pytest.mark.parametrize("motif", motifs())
def test_each_motif_is_twelve_cells_square_between_two_selvedges(motif: str):
    cells = emblem_cells(motif)
    assert [len(row) for row in cells] == [12] * 12
    assert set("".join(cells)) <= set(".#o")
    assert (cells[0], cells[-1]) == ("o." * 6, ".o" * 6)


def test_no_two_motifs_look_alike():
    assert len({emblem_cells(motif) for motif in motifs()}) == len(motifs())


@pytest.mark.parametrize("dye", dyes())
def test_each_dye_has_three_colours(dye: str):
    colours = dye_colours(dye)
    assert len(set(colours)) == 3
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in colours)


def test_an_unknown_motif_or_dye_is_an_error():
    with pytest.raises(KeyError):
        emblem_cells("dragon")
    with pytest.raises(KeyError):
        dye_colours("ultraviolet")


def test_the_band_repeats_every_84_cells_and_each_of_them_has_a_colour():
    tile = band_tile()
    assert [len(row) for row in tile.rows] == [84] * 12
    assert set("".join(tile.rows)) == set(tile.colours)
