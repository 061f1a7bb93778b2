"""As much of a text as there is room for: whole sentences where they fit, else whole words."""

import re

from pos.printing.columns import clean, width, wrap

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
_MORE = "..."  # three points, for no printer's table of letters has the one sign


def opening_words(text: str, columns: int, lines: int) -> tuple[str, ...]:
    """The first sentence of a text in at most so many lines; one that is longer ends in points."""
    first = _SENTENCE_END.split(clean(text), maxsplit=1)[0]
    set_ = wrap(first, columns)
    if len(set_) <= lines:
        return set_
    words = set_[lines - 1].split(" ")
    while len(words) > 1 and width(" ".join(words)) + len(_MORE) > columns:
        words.pop()
    last = " ".join(words)[: columns - len(_MORE)].rstrip(" .,;:")
    return (*set_[: lines - 1], f"{last}{_MORE}")


def fitting_sentences(text: str, most_bytes: int) -> str:
    """As many sentences of a text, from its beginning, as fit in so many bytes; at least its first words."""
    text = clean(text)
    if len(text.encode()) <= most_bytes:
        return text
    fitting = ""
    for sentence in _SENTENCE_END.split(text):
        longer = f"{fitting} {sentence}".lstrip()
        if len(longer.encode()) > most_bytes:
            break
        fitting = longer
    if fitting:
        return fitting
    words = text.split(" ")
    while words and len(" ".join(words).encode()) + len(_MORE) > most_bytes:
        words.pop()
    return " ".join(words).rstrip(" .,;:") + _MORE if words else ""
