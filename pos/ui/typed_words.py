"""Which parts of a name were typed."""

import re

from pos.domain.text import folded

_WORD = re.compile(r"\w+")

Span = tuple[int, int]
"""Where a part of a text begins and ends."""


def matches(text: str, typed: str) -> tuple[Span, ...]:
    """The beginnings of words of a text that were typed, accents and capitals aside; in order, none twice."""
    wanted = sorted(_WORD.findall(folded(typed)), key=len, reverse=True)
    spans = []
    for word in _WORD.finditer(text):
        plain = folded(word[0])
        part = next((part for part in wanted if plain.startswith(part)), "")
        if part:
            spans.append((word.start(), word.start() + _length(word[0], plain, part)))
    return tuple(spans)


def _length(word: str, plain: str, part: str) -> int:
    """How many signs of a word are the part that its plain form begins with."""
    if len(word) == len(plain):
        return len(part)
    return next(n for n in range(1, len(word) + 1) if folded(word[:n]).startswith(part))
