"""A list of products that labels are wanted of: a line each, a code and how many (`JK-001=3`, `JK-001`).

An empty line, and one that begins with `#`, says nothing.
"""

from pathlib import Path
from typing import NamedTuple

from pos.domain.labels import code_and_count
from pos.domain.refusals import Refusal
from pos.formats.faults import MAX_FAULTS, BadFile, EmptyFile, Fault, FileTooLarge
from pos.formats.json_text import decode

_MOST_MEGABYTES = 4


class LabelLine(NamedTuple):
    """A line of the list, from 1: which product, and how many labels; None where that is not said."""

    number: int
    code: str
    wanted: int | None


def read_label_list(path: Path) -> tuple[LabelLine, ...]:
    """The lines of a list; raises `BadFile` with every line that can't be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadFile.unreadable(path, error) from error
    if len(data) > _MOST_MEGABYTES * 2**20:
        raise BadFile.whole(path, FileTooLarge(most=_MOST_MEGABYTES))
    try:
        text = decode(data)
    except Refusal as refusal:
        raise BadFile.whole(path, refusal) from refusal
    lines, faults = [], []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            lines.append(LabelLine(number, *code_and_count(line)))
        except Refusal as refusal:
            faults.append(Fault(f"line {number}", refusal))
    if faults:
        raise BadFile(path.name, tuple(faults[:MAX_FAULTS]))
    if not lines:
        raise BadFile.whole(path, EmptyFile())
    return tuple(lines)
