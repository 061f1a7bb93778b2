"""The network's own pictures for its papers: its logo and its groups' stamps, files that lie among the photos.

The network's file has no place for them, so they go by their names: `logo`, and `stamp-` with the group's id.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

_ENDINGS = (".png", ".jpg")
_MOST_BYTES = 2 * 1024 * 1024
"""A larger file is left out, since every receipt would have to read it."""


class PaperPictures:
    """Finds them in the folder of the photos, new ones too while the till is open."""

    def __init__(self, photos: Path) -> None:
        self._photos = photos

    @property
    def logo(self) -> bytes:
        """The file of the network's logo, empty where there is none that can be read."""
        return self._read("logo")

    def stamp(self, group: str) -> bytes:
        """The file of a group's stamp, empty where there is none that can be read."""
        return self._read(f"stamp-{group}")

    def _read(self, name: str) -> bytes:
        for file in (self._photos / f"{name}{ending}" for ending in _ENDINGS):
            try:
                if file.stat().st_size <= _MOST_BYTES:
                    return file.read_bytes()
            except OSError:  # it isn't there, or is not for us: it is an ornament, and the receipt goes without it
                continue
        return b""


def picture_names(groups: Iterable[str]) -> Iterator[str]:
    """What the files may be called, for a network with these groups."""
    for name in ("logo", *(f"stamp-{group}" for group in groups)):
        yield from (f"{name}{ending}" for ending in _ENDINGS)
