"""A paper strip as a picture, a dot of the printer a dot of the picture: for the screen, and for a PDF of it.

It is read out of the very bytes that a printer gets which draws nothing itself, so that it can't differ from the paper.
This module is slow to load, since Pillow is; whoever shows or keeps a strip loads it then.
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from PIL import Image

from pos.printing.escpos import PrinterProfile, to_escpos
from pos.printing.receipt_elements import Element

_INK, _PAPER = 0, 1
_TEXT_LINE = 30
"""From one line to the next where a job does not say."""

_LENGTHS = {
    b"\x1b@": 2,
    b"\x1c.": 2,
    b"\x1b2": 2,
    b"\x1b3": 3,
    b"\x1ba": 3,
    b"\x1b!": 3,
    b"\x1bJ": 3,
    b"\x1bd": 3,
    b"\x1bt": 3,
    b"\x1bp": 5,
    b"\x1dV": 4,
}
"""The commands beside pictures that such a job has, each with its whole length."""


def strip_picture(strip: Iterable[Element], profile: PrinterProfile) -> Image.Image:
    """The strip as it lies on the counter: black on white (mode "1"), as wide as the printer prints.

    Raises `ValueError` for a strip that is more than pictures, even for a printer that draws nothing itself.
    """
    drawn = replace(profile, code_page=None, native_barcode=False, native_qr=False)
    pieces = list(_pieces(to_escpos(strip, drawn)))
    height = sum(piece.down for piece in pieces)
    width = profile.paper.dots
    picture = Image.new("1", (width, max(1, height)), _PAPER)
    top = 0
    for piece in pieces:
        if piece.dots is not None:
            picture.paste(piece.dots, ((width - piece.dots.width) // 2 if piece.centred else 0, top))
        top += piece.down
    return picture


def strip_png(strip: Iterable[Element], profile: PrinterProfile) -> bytes:
    """The same as a PNG file; raises as `strip_picture`."""
    file = io.BytesIO()
    strip_picture(strip, profile).save(file, "PNG")
    return file.getvalue()


@dataclass(frozen=True, slots=True)
class _Piece:
    """What moves the paper so many dots `down`: a picture at the left or in the middle, or nothing but white."""

    down: int
    dots: Image.Image | None = None
    centred: bool = False


def _pieces(job: bytes) -> Iterator[_Piece]:
    """The job from top to bottom."""
    at, line, centred = 0, _TEXT_LINE, False
    while at < len(job):
        command = job[at : at + 2]
        if command == b"\x1dv":
            picture, at = _raster(job, at)
            yield _Piece(picture.height, picture, centred)
            continue
        if command[:1] == b"\n":
            yield _Piece(line)
            at += 1
            continue
        length = _LENGTHS.get(command)
        if length is None:
            raise ValueError(f"{job[at : at + 8]!r} is no picture")
        value = job[at + 2] if length > 2 else 0
        if command == b"\x1b3":
            line = value
        elif command == b"\x1ba":
            centred = value in b"\x011"
        elif command == b"\x1bJ":
            yield _Piece(value)
        elif command == b"\x1bd":
            yield _Piece(value * line)
        at += length


def _raster(job: bytes, at: int) -> tuple[Image.Image, int]:
    """A picture sent as it is (GS v 0), enlarged as the printer does; and where the next command begins."""
    scale, head = job[at + 3], at + 8
    across = int.from_bytes(job[at + 4 : at + 6], "little")
    down = int.from_bytes(job[at + 6 : at + 8], "little")
    end = head + across * down
    # The printer's 1 is ink, and Pillow's is paper.
    picture = Image.frombytes("1", (across * 8, down), job[head:end], "raw", "1;I")
    size = (picture.width * (2 if scale & 1 else 1), picture.height * (2 if scale & 2 else 1))
    return picture.resize(size, Image.Resampling.NEAREST), end
