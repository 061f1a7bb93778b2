"""The pictures on a paper strip, one bit a dot: the band, rules, emblems, codes, stamps, and text that a printer lacks.

Pillow draws them black on white (mode "1", 0 is ink) at 203 dots to the inch, without antialiasing.
"""

import unicodedata
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from pos.domain.symbols import Symbol
from pos.printing.columns import clean, width
from pos.printing.emblems import EMBLEM_CELLS, band_tile, emblem_cells
from pos.printing.qr_sizes import qr_bytes, qr_version
from pos.printing.receipt_elements import DOTS_PER_COLUMN, EMBLEM_COLUMNS, STAMP_COLUMNS
from pos.settings import resource

LINE_DOTS = 24
"""The height of a character of font A."""

EMBLEM_DOTS = 2 * LINE_DOTS
"""An emblem is as high as two lines of text; a cell of it is 4 by 4 dots."""

_INK = 0
_PAPER = 1
_FONT_PIXELS = 20  # at this size a character of DejaVu Sans Mono is 12 dots wide, its line box 24 high
_BASELINE = 19
_DIAMOND_ROWS = slice(4, 9)  # the middle of the band: one diamond every 14 columns, the ground is "n"
_BAND_HEIGHT = 9
_STRIKE = slice(13, 15)  # through the middle of figures
_STAMP_EDGE = 12
_STAMP_CORNER = 6


def band(columns: int) -> Image.Image:
    """The aguayo band as black and white cells: the row of diamonds between two lines, the same at both ends."""
    tile = band_tile().rows[_DIAMOND_ROWS]
    picture = Image.new("1", (columns, _BAND_HEIGHT), _PAPER)
    shift = (14 - columns % 14) // 2
    for y in (0, _BAND_HEIGHT - 1):
        picture.paste(_INK, (0, y, columns, y + 1))
    for y, row in enumerate(tile, start=2):
        for x in range(columns):
            if row[(x + shift) % len(row)] != "n":
                picture.putpixel((x, y), _INK)
    return picture


def rule(columns: int, height: int) -> Image.Image:
    """A solid line."""
    return Image.new("1", (columns, height), _INK)


def dashes(columns: int) -> Image.Image:
    """A dashed line, one dot high: three of ink, two of paper."""
    picture = Image.new("1", (columns, 1), _PAPER)
    for x in range(0, columns, 5):
        picture.paste(_INK, (x, 0, min(x + 3, columns), 1))
    return picture


def emblem(motif: str) -> Image.Image:
    """A motif for one colour of ink: the figure black, its accent a fine checker, and no selvedge."""
    cell = EMBLEM_DOTS // EMBLEM_CELLS
    picture = Image.new("1", (EMBLEM_DOTS, EMBLEM_DOTS), _PAPER)
    for y, row in enumerate(emblem_cells(motif)[1:-1], start=1):
        for x, kind in enumerate(row):
            left, top = x * cell, y * cell
            if kind == "#":
                picture.paste(_INK, (left, top, left + cell, top + cell))
            elif kind == "o":
                half = cell // 2
                picture.paste(_INK, (left, top, left + half, top + half))
                picture.paste(_INK, (left + half, top + half, left + cell, top + cell))
    return picture


def text_line(text: str, *, bold: bool = False, double: bool = False, struck: int = 0) -> Image.Image:
    """A line of text in the program's own font, each character in a column of its own.

    The last `struck` columns have a line through them.
    """
    size = 2 if double else 1
    font = _font(_FONT_PIXELS * size, bold=bold)
    picture = Image.new("1", (max(width(text), 1) * DOTS_PER_COLUMN * size, LINE_DOTS * size), _PAPER)
    draw = ImageDraw.Draw(picture)
    draw.fontmode = "1"
    column = -1
    for char in text:
        if not unicodedata.combining(char):  # an accent stands on the letter before it
            column += 1
        if char.isprintable():
            draw.text((column * DOTS_PER_COLUMN * size, _BASELINE * size), char, _INK, font, "ls")
    if struck:
        left = picture.width - min(struck * DOTS_PER_COLUMN * size, picture.width)
        picture.paste(_INK, (left, _STRIKE.start * size, picture.width, _STRIKE.stop * size))
    return picture


def emblem_row(motif: str, lines: tuple[str, ...], bold_lines: int) -> Image.Image:
    """An emblem with one or two lines of text beside it, all in one picture."""
    written = [text_line(line, bold=number < bold_lines) for number, line in enumerate(lines)]
    left = EMBLEM_COLUMNS * DOTS_PER_COLUMN
    picture = Image.new("1", (left + max(line.width for line in written), EMBLEM_DOTS), _PAPER)
    picture.paste(emblem(motif), (0, 0))
    for number, line in enumerate(written):
        picture.paste(line, (left, number * LINE_DOTS))
    return picture


def barcode(digits: str, module_dots: int, height: int) -> Image.Image:
    """Digits as Code 128, without its quiet zones."""
    # Loaded here, not above: only a printer without bars of its own needs it.
    from barcode.codex import Code128

    (modules,) = Code128(digits).build()
    picture = Image.new("1", (len(modules) * module_dots, height), _PAPER)
    for place, module in enumerate(modules):
        if module == "1":
            picture.paste(_INK, (place * module_dots, 0, (place + 1) * module_dots, height))
    return picture


def product_code(symbol: Symbol, module_dots: int, height: int) -> Image.Image:
    """A product's code in its own symbology, without its quiet zones."""
    # Loaded here, not above: only labels need it.
    from pos.printing.symbol_bars import bars

    picture = Image.new("1", (symbol.modules * module_dots, height), _PAPER)
    for at, wide in bars(symbol):
        picture.paste(_INK, (at * module_dots, 0, (at + wide) * module_dots, height))
    return picture


def qr(text: str, module_dots: int) -> Image.Image:
    """A text as QR, without its quiet zone."""
    # Loaded here, not above: only a printer without QR of its own needs it.
    from qrcode import QRCode
    from qrcode.constants import ERROR_CORRECT_M

    content = qr_bytes(text)
    code = QRCode(version=qr_version(content), error_correction=ERROR_CORRECT_M, border=0)
    code.add_data(content, optimize=0)
    code.make(fit=False)
    modules = code.get_matrix()
    picture = Image.new("1", (len(modules), len(modules)), _PAPER)
    picture.putdata([_INK if dark else _PAPER for row in modules for dark in row])
    return picture.resize((len(modules) * module_dots, len(modules) * module_dots), Image.Resampling.NEAREST)


def stamp(lines: tuple[str, ...]) -> Image.Image:
    """Words in a double frame with stepped corners, as a weaver would make them."""
    written = [text_line(clean(line), bold=True) for line in lines]
    inner = max((line.width for line in written), default=0)
    side = STAMP_COLUMNS * DOTS_PER_COLUMN // 2
    across_, down = inner + 2 * side, len(written) * LINE_DOTS + 2 * _STAMP_EDGE
    picture = Image.new("1", (across_, down), _PAPER)
    _stepped_frame(picture, 0, 3)
    _stepped_frame(picture, 5, 1)
    for number, line in enumerate(written):
        picture.paste(line, ((across_ - line.width) // 2, _STAMP_EDGE + number * LINE_DOTS))
    return picture


def _stepped_frame(picture: Image.Image, inset: int, weight: int) -> None:
    """A frame so far inside the picture's edge, whose corners are cut out as one step."""
    for ink, edge in ((_INK, inset), (_PAPER, inset + weight)):
        left, top, right, bottom = edge, edge, picture.width - edge, picture.height - edge
        step = _STAMP_CORNER
        picture.paste(ink, (left + step, top, right - step, bottom))
        picture.paste(ink, (left, top + step, right, bottom - step))


def across(picture: Image.Image, dots: int) -> Image.Image:
    """The picture in the middle of the paper's width."""
    canvas = Image.new("1", (dots, picture.height), _PAPER)
    canvas.paste(picture, ((dots - picture.width) // 2, 0))
    return canvas


@cache
def _font(pixels: int, *, bold: bool) -> ImageFont.FreeTypeFont:
    name = "DejaVuSansMono-Bold.ttf" if bold else "DejaVuSansMono.ttf"
    return ImageFont.truetype(str(resource("fonts", name)), pixels, layout_engine=ImageFont.Layout.BASIC)
