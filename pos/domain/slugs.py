"""Ids that read like the names they are made of."""

import re
from collections.abc import Collection

from pos.domain.text import folded

_ROOM_FOR_NUMBER = 5


def slug(text: str, most: int) -> str:
    """Small letters, figures and hyphens of a text, at most so many: "Doña Julia" is `dona-julia`; may be empty."""
    return re.sub(r"[^a-z0-9]+", "-", folded(text)).strip("-")[:most].rstrip("-")


def free_slug(text: str, taken: Collection[str], most: int, otherwise: str) -> str:
    """The slug of a text, numbered where it is taken; of `otherwise` where the text has nothing to make one of."""
    found = name = slug(text, most - _ROOM_FOR_NUMBER) or otherwise
    number = 1
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    return found
