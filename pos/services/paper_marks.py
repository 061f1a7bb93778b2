"""What is put on a strip or taken off it before it is printed: for practice, for a second paper, for a shut drawer."""

import re
from dataclasses import replace

from pos.printing.columns import width
from pos.printing.receipt_elements import Barcode, Blank, Cut, DrawerPulse, Element, PaperWidth, Text, sheets
from pos.printing.strip_page import StripPage
from pos.texts import Texts

_REAL_ONLY = (Barcode, DrawerPulse)
"""What practice never prints: its numbers are those of real sales, and no drawer of money opens for it."""

_DASH = re.compile(" [-–—] ")
_AIR = Blank(12)

Strip = tuple[Element, ...]


def practised(strip: Strip, paper: PaperWidth, texts: Texts) -> Strip:
    """The strip as practice prints it: money struck through, and each sheet between two lines that nobody overlooks."""
    page = StripPage(paper, texts)
    mark = tuple(element for part in _in_two(texts, paper) for element in page.centred(part, bold=True, double=True))
    marked: list[Element] = []
    for sheet in sheets(element for element in strip if not isinstance(element, _REAL_ONLY)):
        end = next((at for at, element in enumerate(sheet) if isinstance(element, Cut)), len(sheet))
        marked += (*mark, _AIR, *map(_struck, sheet[:end]), *mark, _AIR, *sheet[end:])
    return tuple(marked)


def _in_two(texts: Texts, paper: PaperWidth) -> tuple[str, ...]:
    """What practice says of itself, on paper that has no room for it in two parts."""
    mark = texts._("PRACTICE - WORTH NOTHING")
    return (mark,) if 2 * width(mark) <= paper.columns else tuple(_DASH.split(mark))


def _struck(element: Element) -> Element:
    return replace(element, struck=True) if isinstance(element, Text) and element.money else element


def reprinted(strip: Strip, paper: PaperWidth, texts: Texts) -> Strip:
    """The strip of a paper that may have come out before: each sheet says so at its head, to be told from the other.

    Whoever prints it once more opens no drawer.
    """
    page = StripPage(paper, texts)
    mark = (
        *page.centred(texts.pgettext("receipt", "REPRINT"), bold=True, double=True),
        *page.centred(texts._("There may be another paper like this one.")),
        Blank(10),
    )
    return tuple(element for sheet in sheets(drawer_shut(strip)) for element in (*mark, *sheet))


def drawer_shut(strip: Strip) -> Strip:
    """The strip without what opens the drawer."""
    return tuple(element for element in strip if not isinstance(element, DrawerPulse))
