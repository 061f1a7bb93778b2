"""A paper strip as plain text, for files and for the preview on the screen."""

from collections.abc import Iterable, Iterator

from pos.printing.columns import spread, width
from pos.printing.receipt_elements import (
    EMBLEM_COLUMNS,
    Band,
    Barcode,
    Blank,
    Centred,
    Cut,
    Dashes,
    DrawerPulse,
    Element,
    EmblemRow,
    Rule,
    Text,
)

_BAND = "<>"
_EMBLEM = "[##] "


def to_text(elements: Iterable[Element], columns: int) -> str:
    """The strip as lines of at most so many columns, each with its line end. Double letters are single ones here; what
    paper shows and text can't (air, the cut, the drawer's pulse) is left out."""
    return "".join(f"{line.rstrip()}\n" for element in elements for line in _lines(element, columns))


def _lines(element: Element, columns: int) -> Iterator[str]:
    match element:
        case Band():
            yield (_BAND * columns)[:columns]
        case Rule():
            yield "=" * columns
        case Dashes():
            yield "-" * columns
        case Text():
            yield spread(element.left, element.right, columns)
        case Centred():
            yield _centred(element.text, columns)
        case EmblemRow():
            for number, line in enumerate(element.lines):
                yield (_EMBLEM if number == 0 else " " * EMBLEM_COLUMNS) + line
        case Barcode():
            yield _centred(f"|| {element.digits} ||", columns)
        case Blank() | Cut() | DrawerPulse():
            return


def _centred(text: str, columns: int) -> str:
    return " " * ((columns - width(text)) // 2) + text
