"""Putting a finished paper where a person wants it, so that what stood there is whole until then."""

from collections.abc import Callable
from pathlib import Path

from pos.domain.refusals import OutputOverBooks
from pos.settings import Places


def put_paper(places: Places, target: Path, write: Callable[[Path], object], *, makes_folder: bool = False) -> None:
    """Let `write` make the file beside its place, and then put it there; a folder that is missing can be made.

    Raises `OutputOverBooks` for a place among the till's own files, and whatever `write` raises, `OSError` among it.
    """
    if places.own(target):
        raise OutputOverBooks(file=target)
    if makes_folder:
        target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists() and not target.is_file():
        write(target)  # a device or a pipe takes what it is given
        return
    aside = target.with_name(f".{target.name}.part")
    try:
        write(aside)
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)
