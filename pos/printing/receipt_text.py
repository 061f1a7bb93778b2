"""A paper strip as plain text, for files and for the preview on the screen."""

from collections.abc import Iterable, Iterator

from pos.printing.columns import spread, width, wrap
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
    Picture,
    ProductCode,
    QrCode,
    Rule,
    Stamp,
    Text,
)

_BAND = "<>"
_EMBLEM = "[##] "
_STRIKE = "\N{COMBINING LONG STROKE OVERLAY}"


def to_text(elements: Iterable[Element], columns: int) -> str:
    """The strip as lines of at most so many columns, each with its line end. Double letters are single ones here; what
    paper shows and text can't (air, the cut, the drawer's pulse) is left out."""
    return "".join(f"{line.rstrip()}\n" for element in elements for line in _lines(element, columns))


def _lines(element: Element, columns: int) -> Iterator[str]:
    match element:
        case Text():
            strike = _STRIKE if element.struck else ""
            left, right = element.left, "".join(char + strike for char in element.right)
            if not right:
                left = "".join(char + strike for char in left)
            yield spread(left, right, columns)
        case Centred():
            yield _centred(element.text, columns)
        case EmblemRow():
            for number, line in enumerate(element.lines):
                yield (_EMBLEM if number == 0 else " " * EMBLEM_COLUMNS) + line
        case Blank() | Cut() | DrawerPulse():
            return
        case _:
            yield from _pictured(element, columns)


def _pictured(
    element: Band | Rule | Dashes | Barcode | ProductCode | QrCode | Picture | Stamp, columns: int
) -> Iterator[str]:
    """What stands in signs for what paper shows as a picture."""
    match element:
        case Band():
            yield (_BAND * columns)[:columns]
        case Rule():
            yield "=" * columns
        case Dashes():
            yield "-" * columns
        case Barcode():
            yield _centred(f"|| {element.digits} ||", columns)
        case ProductCode():
            yield _centred(f"|| {element.symbol.text} ||", columns)
        case QrCode():
            yield from (_centred(line, columns) for line in wrap(f"[QR: {element.text}]", columns))
        case Picture():
            yield from (_centred(line, columns) for line in wrap(element.words and f"[{element.words}]", columns))
        case Stamp():
            yield from (_centred(f"[{line}]", columns) for line in element.lines)


def _centred(text: str, columns: int) -> str:
    return " " * ((columns - width(text)) // 2) + text
