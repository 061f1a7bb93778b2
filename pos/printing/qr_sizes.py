"""How large a QR code is before it is drawn: its version by what it holds, and how wide its modules may be on paper.

A printer that draws QR itself chooses the smallest version too, so both come out alike.
"""

from pos.printing.columns import clean

_ROOM = (14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331)
"""Bytes that the versions 1, 2, 3… hold at the level of error correction M (ISO/IEC 18004, table 7)."""

MOST_BYTES = _ROOM[-1]
"""A larger QR has modules too small for a telephone on narrow paper, or is too long for the receipt."""

QUIET_MODULES = 4
"""White around a QR on each side, in modules."""

_MODULE_DOTS = 4
"""Half a millimetre: a telephone reads it from a hand's width away, off paper that is not flat."""


def qr_bytes(text: str) -> bytes:
    """What of a text a QR holds, with no control characters in it; it is cut between two characters."""
    return clean(text).encode(errors="ignore")[:MOST_BYTES].decode(errors="ignore").encode()


def qr_version(content: bytes) -> int:
    """The smallest version that holds so much; raises `ValueError` for more than `MOST_BYTES`."""
    for version, room in enumerate(_ROOM, start=1):
        if len(content) <= room:
            return version
    raise ValueError(f"{len(content)} bytes are too much for a QR of a receipt")


def module_dots(content: bytes, paper_dots: int) -> int:
    """How many dots wide a module is on paper of so many dots."""
    modules = 17 + 4 * qr_version(content) + 2 * QUIET_MODULES
    return min(_MODULE_DOTS, paper_dots // modules)


def bytes_within(modules: int) -> int:
    """How many bytes a QR holds that is at most so many modules wide, without its quiet zone; 0 where none fits."""
    return max((room for version, room in enumerate(_ROOM, start=1) if 17 + 4 * version <= modules), default=0)
