"""A network's logo and a group's stamp as files: a sign in plain colours, and a photo with all its greys."""

import io
from functools import cache

from PIL import Image, ImageDraw

from pos.printing.emblems import dye_colours, emblem_cells

_CELL = 24


def _png(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


@cache
def logo() -> bytes:
    """Two woven signs and a line between, on a transparent ground with much room around."""
    picture = Image.new("RGBA", (1200, 500), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    for left, motif, dye in ((150, "rombo", "lago"), (762, "llama", "cochinilla")):
        _, figure, _ = dye_colours(dye)
        for y, row in enumerate(emblem_cells(motif)):
            for x, kind in enumerate(row):
                if kind != ".":
                    at = (left + x * _CELL, 100 + y * _CELL)
                    draw.rectangle((*at, at[0] + _CELL - 1, at[1] + _CELL - 1), "#2B2732" if figure else None)
    draw.rectangle((470, 230, 730, 258), "#C2185B")
    return _png(picture)


@cache
def photo() -> bytes:
    """A sphere in all greys, like a photo."""
    picture = Image.new("L", (300, 300), 255)
    for step in range(140, 0, -1):
        edge = (150 - step, 150 - step, 150 + step, 150 + step)
        ImageDraw.Draw(picture).ellipse(edge, fill=255 - step * 255 // 140 if step < 140 else 0)
    return _png(picture)
