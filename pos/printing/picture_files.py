"""A network's own pictures on paper: a logo or a stamp out of its file, in black dots, as large as there is room.

This module is slow to load, since Pillow is; a strip's writer loads it.
"""

import io
from functools import lru_cache

from PIL import Image, ImageOps

MOST_PIXELS = 40_000_000
"""A larger picture is not read: it would need more memory than a small computer has to spare."""

_LINES = 4
"""A drawing has at most one grey dot in so many; what has more is a photo."""
_GREY = range(72, 184)
_NEARLY_WHITE = 245


@lru_cache(maxsize=16)
def paper_picture(file: bytes, width: int, height: int) -> Image.Image | None:
    """The picture in a PNG, JPEG or WebP file, one bit a dot, at most so many dots wide and high.

    White around it is cut off. Lines and letters stay sharp, a photo becomes a fine grain. None for what is no picture.
    """
    try:
        grey = _grey(file)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):  # how Pillow says that it can't read it
        return None
    box = grey.point(lambda value: 255 * (value < _NEARLY_WHITE)).getbbox()
    if box is None:
        return None
    grey = grey.crop(box)
    scale = min(width / grey.width, height / grey.height, 1)
    size = max(1, round(grey.width * scale)), max(1, round(grey.height * scale))
    grey = grey.resize(size, Image.Resampling.LANCZOS)
    between = sum(count for value, count in enumerate(grey.histogram()) if value in _GREY)
    drawn = between * _LINES <= grey.width * grey.height
    return grey.convert("1", dither=Image.Dither.NONE if drawn else Image.Dither.FLOYDSTEINBERG)


def _grey(file: bytes) -> Image.Image:
    """The picture the right way up, in grey, on white where it is transparent."""
    with Image.open(io.BytesIO(file), formats=("PNG", "JPEG", "WEBP")) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise ValueError("too many pixels")
        upright = ImageOps.exif_transpose(picture).convert("RGBA")
    ground = Image.new("RGBA", upright.size, "white")
    return ImageOps.autocontrast(Image.alpha_composite(ground, upright).convert("L"))
