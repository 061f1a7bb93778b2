"""Text fitted into the columns of fixed-pitch print: cleaned, measured, and broken between words."""

import unicodedata

_NO_BREAK = ("\u00a0", "\u202f", "\u2007")
"""Spaces at which no line is broken; on paper they are plain ones."""

_FIRST_ACCENT = "\u0300"
"""Before it, no character stands on another one."""

_UNPRINTABLE = {"Cc", "Cf", "Cs", "Co", "Cn"}


def clean(text: str) -> str:
    """The text on one line, with single spaces between words and nothing in it that a printer could take for a command.

    Letters with accents become one character each where Unicode has it, so that each takes one column.
    """
    text = unicodedata.normalize("NFC", text)
    if not text.isprintable():  # the quick way for what nearly every text is
        text = "".join(char if char in _NO_BREAK else _printable(char) for char in text)
    return " ".join(word for word in text.split(" ") if word) if "  " in text else text.strip(" ")


def _printable(char: str) -> str:
    if char.isspace():
        return " "
    return "" if unicodedata.category(char) in _UNPRINTABLE else char


def together(text: str) -> str:
    """The text such that no line of it is broken, where it has room on one."""
    return text.replace(" ", _NO_BREAK[0])


def width(text: str) -> int:
    """How many columns a text takes; an accent that stands on the letter before it takes none."""
    if text.isascii() or max(text) < _FIRST_ACCENT:  # the quick way for what nearly every text is
        return len(text)
    return sum(not unicodedata.combining(char) for char in text)


def wrap(text: str, columns: int, indent: int = 0) -> tuple[str, ...]:
    """The text in lines of at most so many columns, each indented; a longer word is broken. No text, no line."""
    room = columns - indent
    text = clean(text)
    if width(text) <= room:  # the quick way for what nearly every text is
        return (" " * indent + _plain(text),) if text else ()
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        if line and width(line) + 1 + width(word) <= room:
            line = f"{line} {word}"
            continue
        if line:
            lines.append(line)
        line = word
        while width(line) > room:
            lines.append(line[:room])
            line = line[room:]
    if line:
        lines.append(line)
    return tuple(" " * indent + _plain(line) for line in lines)


def sides(left: str, right: str, columns: int, indent: int = 0) -> tuple[tuple[str, str], ...]:
    """Pairs of left and right text that fit a line each: `right` ends at the edge of the last line of `left`.

    Where that line has no room for it and one column of air, it gets a line of its own. No figure is ever cut: `right`
    is broken between words only, unless a single word is wider than the paper.
    """
    one, other = clean(left), clean(right)
    if one and other and indent + width(one) + 1 + width(other) <= columns:  # the quick way again
        return ((" " * indent + _plain(one), _plain(other)),)
    lefts = wrap(left, columns, indent)
    if not right:
        return tuple((line, "") for line in lefts)
    rights = wrap(right, columns)
    if lefts and len(rights) == 1 and width(lefts[-1]) + 1 + width(rights[0]) <= columns:
        return (*((line, "") for line in lefts[:-1]), (lefts[-1], rights[0]))
    return (*((line, "") for line in lefts), *(("", line) for line in rights))


def spread(left: str, right: str, columns: int) -> str:
    """Both texts on one line of exactly so many columns, or just `left` where there is no `right`."""
    return f"{left}{' ' * (columns - width(left) - width(right))}{right}" if right else left


def _plain(line: str) -> str:
    return line if line.isprintable() else "".join(" " if char in _NO_BREAK else char for char in line)
