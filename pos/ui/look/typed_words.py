"""Which parts of a name were typed."""

import re
from functools import lru_cache
from typing import NamedTuple

from pos.domain.text import folded

_WORD = re.compile(r"\w+")

Span = tuple[int, int]
"""Where a part of a text begins and ends."""


class _Word(NamedTuple):
    """A word of a text: where it begins, as it is written, and without accents and capitals."""

    start: int
    written: str
    plain: str


def matches(text: str, typed: str) -> tuple[Span, ...]:
    """The beginnings of words of a text that were typed, accents and capitals aside; in order, none twice."""
    wanted = _wanted(typed)
    spans = []
    for word in _words(text):
        part = next((part for part in wanted if word.plain.startswith(part)), "")
        if part:
            spans.append((word.start, word.start + _length(word.written, word.plain, part)))
    return tuple(spans)


@lru_cache(maxsize=8)
def _wanted(typed: str) -> tuple[str, ...]:
    return tuple(sorted(_WORD.findall(folded(typed)), key=len, reverse=True))


@lru_cache(maxsize=2048)  # the same names are found at each letter of a search
def _words(text: str) -> tuple[_Word, ...]:
    return tuple(_Word(word.start(), word[0], folded(word[0])) for word in _WORD.finditer(text))


def _length(word: str, plain: str, part: str) -> int:
    """How many signs of a word are the part that its plain form begins with."""
    if len(word) == len(plain):
        return len(part)
    return next(n for n in range(1, len(word) + 1) if folded(word[:n]).startswith(part))
