"""A person's photo on paper: out of its file, upright, cropped to fill its box, in colour.

This module is slow to load, since Pillow is.
"""

import io

from PIL import Image, ImageOps

from pos.printing.picture_files import MOST_PIXELS


def filling_photo(file: bytes, width: int, height: int) -> Image.Image | None:
    """The photo in a PNG, JPEG or WebP file, so many dots wide and high; None for what is no picture."""
    try:
        with Image.open(io.BytesIO(file), formats=("PNG", "JPEG", "WEBP")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return None
            upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):  # how Pillow says that it can't read it
        return None
    ground = Image.new("RGBA", upright.size, "white")
    whole = Image.alpha_composite(ground, upright).convert("RGB")
    return ImageOps.fit(whole, (width, height), Image.Resampling.LANCZOS, centering=(0.5, 0.35))
