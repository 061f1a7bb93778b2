"""The woven emblems of the producers and the aguayo band, as cells and colours from resources/emblems.json.

An emblem is 12 by 12 cells: '.' ground, '#' figure, 'o' accent. The selvedge, rows 0 and 11, is woven here: accent on
the even columns of the first row and on the odd columns of the last. A motif fills the ten rows between.
"""

import json
from dataclasses import dataclass
from functools import cache

from pos.settings import resource

EMBLEM_CELLS = 12
"""Cells along one side of an emblem."""

_FIRST_SELVEDGE = "o." * (EMBLEM_CELLS // 2)
_LAST_SELVEDGE = ".o" * (EMBLEM_CELLS // 2)


@dataclass(frozen=True, slots=True)
class BandTile:
    """One repeat of the aguayo band: `rows` of one letter a cell, and the hex colour that each letter stands for."""

    rows: tuple[str, ...]
    colours: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Loom:
    """All that emblems.json holds."""

    motifs: dict[str, tuple[str, ...]]
    dyes: dict[str, tuple[str, str, str]]
    band: BandTile


def emblem_cells(motif: str) -> tuple[str, ...]:
    """The 12 rows of 12 cells of a motif, selvedge included. Raises `KeyError` for a motif that is not woven here."""
    return _loom().motifs[motif]


def dye_colours(dye: str) -> tuple[str, str, str]:
    """The hex colours of a dye: ground, figure, accent. Raises `KeyError` for a dye that is not in the pot."""
    return _loom().dyes[dye]


def motifs() -> tuple[str, ...]:
    """All motifs, in the order of the file, which never changes: a unit's emblem is chosen by its place in it."""
    return tuple(_loom().motifs)


def dyes() -> tuple[str, ...]:
    """All dyes, in the order of the file, which never changes."""
    return tuple(_loom().dyes)


def band_tile() -> BandTile:
    """The aguayo band: 12 rows that repeat every 84 columns."""
    return _loom().band


@cache
def _loom() -> _Loom:
    woven = json.loads(resource("emblems.json").read_text(encoding="utf-8"))
    return _Loom(
        motifs={name: (_FIRST_SELVEDGE, *rows, _LAST_SELVEDGE) for name, rows in woven["motifs"].items()},
        dyes={name: (dye["ground"], dye["figure"], dye["accent"]) for name, dye in woven["palettes"].items()},
        band=BandTile(rows=tuple(woven["band"]["rows"]), colours=woven["band"]["colours"]),
    )
