"""Keeping a person's photo: made small, and put whole into the till's folder of photos."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader

from pos.domain.people import Person

SIDE = 480
"""As many dots as the largest tile shows, at twice the usual density."""
MOST_DOTS = 50_000_000
_KINDS = frozenset({b"png", b"jpeg", b"webp"})


class PhotoRefused(Exception):
    """The file can't be somebody's photo; `reason` is `no-picture` or `not-written`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def keep_person_photo(file: Path, person: Person, photos: Path) -> str:
    """Keep a copy of the picture in the folder; gives its name there. Raises `PhotoRefused`.

    Whatever else the file holds, such as where it was taken, is left behind.
    """
    reader = QImageReader(str(file))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    whole = reader.size()
    if reader.format().data() not in _KINDS or not 0 < whole.width() * whole.height() <= MOST_DOTS:
        raise PhotoRefused("no-picture")
    if min(whole.width(), whole.height()) > SIDE:
        reader.setScaledSize(whole.scaled(QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    if image.isNull():
        raise PhotoRefused("no-picture")
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(kept, "PNG"):  # type: ignore[call-overload]  # PySide's stubs want bytes, it takes text
        raise PhotoRefused("no-picture")
    name = f"person-{person.id}.png"
    aside = photos / f".{name}.new"
    try:
        aside.write_bytes(kept.data().data())
        aside.replace(photos / name)
    except OSError:
        raise PhotoRefused("not-written") from None
    return name
