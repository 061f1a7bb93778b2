"""Keeping the photos that a network's file names: plain copies of what lies beside the file, in the till's own folder.

A photo is an ornament: whatever is wrong with one is told, and stops nothing. File and photos come from outside, so
nothing is read that lies outside the file's folder, and nothing is written outside the till's.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pos.domain.catalogue import Catalogue
from pos.domain.refusals import BadText
from pos.formats.faults import PhotoOutside
from pos.formats.network_values import path_inside
from pos.services.paper_pictures import picture_names

MOST_BYTES = 8 * 1024 * 1024
"""A larger photo is not kept: a phone's own photos take half of it."""
MOST_PHOTOS = 20_000

_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF")
"""How PNG, JPEG and WebP files begin; nothing else is a photo here."""


class PhotoTrouble(StrEnum):
    """Why a photo was not kept."""

    MISSING = "missing"
    OUTSIDE = "outside"
    TOO_LARGE = "too-large"
    TOO_MANY = "too-many"
    NO_PICTURE = "no-picture"
    UNREADABLE = "unreadable"
    NOT_WRITTEN = "not-written"


@dataclass(frozen=True, slots=True)
class LostPhoto:
    """A photo that was not kept, by the path in the network's file."""

    photo: str
    trouble: PhotoTrouble


def inside(photo: str) -> bool:
    """Whether a photo's path, as a network's file writes it, can only lead to something inside its folder."""
    try:
        path_inside(photo)
    except (PhotoOutside, BadText):
        return False
    return True


def keep_photos(catalogue: Catalogue, beside: Path, photos: Path) -> tuple[LostPhoto, ...]:
    """Copy every photo that the catalogue names from the folder `beside` into the folder `photos`.

    So are the logo and the stamps that lie there, which no catalogue names (`PaperPictures`).
    One that is there already, of the same size and time, is not copied again. Gives those that were not kept; never
    raises for a photo.
    """
    return tuple(
        LostPhoto(photo, trouble)
        for i, photo in enumerate((*_named(catalogue), *_for_papers(catalogue, beside)))
        if (trouble := PhotoTrouble.TOO_MANY if i >= MOST_PHOTOS else _keep(photo, beside, photos))
    )


def _named(catalogue: Catalogue) -> Iterator[str]:
    """Each photo once, in the order of the file."""
    named = [*(unit.photo for unit in catalogue.units), *(product.photo for product in catalogue.products)]
    return iter(dict.fromkeys(photo for photo in named if photo))


def _for_papers(catalogue: Catalogue, beside: Path) -> Iterator[str]:
    names = picture_names(group.id for group in catalogue.groups)
    return (name for name in names if (beside / name).exists())


class _Lost(Exception):
    """The photo can't be kept."""

    def __init__(self, trouble: PhotoTrouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


def _keep(photo: str, beside: Path, photos: Path) -> PhotoTrouble | None:
    source, target = beside / photo, photos / photo
    try:
        if not inside(photo):
            raise _Lost(PhotoTrouble.OUTSIDE)
        known = _known(source, beside)
        if not _is_kept(known, target):
            _write(_content(source), known, target, photos)
    except _Lost as lost:
        return lost.trouble
    return None


def _known(source: Path, beside: Path) -> os.stat_result:
    """What the disk says of the photo, if it may be read; raises `_Lost`."""
    try:
        # A link beside the file may lead anywhere, for instance to the person's letters.
        if not source.resolve().is_relative_to(beside.resolve()):
            raise _Lost(PhotoTrouble.OUTSIDE)
        known = source.stat()
    except FileNotFoundError:
        raise _Lost(PhotoTrouble.MISSING) from None
    except (OSError, RuntimeError):  # RuntimeError: links that lead in a circle
        raise _Lost(PhotoTrouble.UNREADABLE) from None
    if not stat.S_ISREG(known.st_mode):
        raise _Lost(PhotoTrouble.NO_PICTURE)
    return known


def _content(source: Path) -> bytes:
    """The photo, whole; raises `_Lost`."""
    try:
        with source.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError:
        raise _Lost(PhotoTrouble.UNREADABLE) from None
    if len(content) > MOST_BYTES:
        raise _Lost(PhotoTrouble.TOO_LARGE)
    if not content.startswith(_BEGINNINGS):
        raise _Lost(PhotoTrouble.NO_PICTURE)
    return content


def _is_kept(known: os.stat_result, target: Path) -> bool:
    try:
        there = target.stat()
    except OSError:
        return False
    return (there.st_size, there.st_mtime_ns) == (known.st_size, known.st_mtime_ns)


def _write(content: bytes, known: os.stat_result, target: Path, photos: Path) -> None:
    """Put the copy in its place, whole or not at all; raises `_Lost`.

    It is not forced to the disk: a photo that is lost with the power only shows the maker's emblem instead, and the
    next import copies it again.
    """
    aside = target.with_name(f".{target.name}.new")
    try:
        if not target.parent.resolve().is_relative_to(photos.resolve()):
            raise _Lost(PhotoTrouble.OUTSIDE)
        target.parent.mkdir(parents=True, exist_ok=True)
        aside.unlink(missing_ok=True)
        with aside.open("xb") as stream:
            stream.write(content)
        os.utime(aside, ns=(known.st_atime_ns, known.st_mtime_ns))
        aside.replace(target)
    except (OSError, RuntimeError):
        with suppress(OSError):  # the trouble is told; half a copy that can't go either harms nothing
            aside.unlink()
        raise _Lost(PhotoTrouble.NOT_WRITTEN) from None
