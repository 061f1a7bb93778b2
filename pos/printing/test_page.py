"""The page that tries a receipt printer: its letters in every table that it may have, bars, a QR, its width, its knife.

Each table has a line with a number, so that whoever holds the paper can say which one reads well.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from pos.printing.code_pages import CodePage
from pos.printing.columns import wrap
from pos.printing.escpos import PrinterProfile, to_escpos
from pos.printing.receipt_elements import Band, Barcode, Blank, Centred, Cut, Element, PaperWidth, QrCode, Rule, Text
from pos.printing.strip_page import StripPage
from pos.settings import DRAWN
from pos.texts import Texts

SIGNS = "ñ Ñ á é í ó ú ü ¿ ¡ ° €"
"""What our receipts need beyond plain letters."""
DIGITS = "20260101"
"""What the bars say."""


@dataclass(frozen=True, slots=True)
class TestPage:
    """What stands at its head: whose till it is, and how the printer is called in the settings."""

    __test__ = False  # it is no test of pytest's

    till: str
    uri: str
    at: datetime


def line_names(pages: tuple[CodePage, ...]) -> tuple[str, ...]:
    """What the settings call the lines of letters, from line 1: the code pages, and last the one that is drawn."""
    return (*(page.name for page in pages), DRAWN)


def test_page(page: TestPage, profile: PrinterProfile, pages: tuple[CodePage, ...], texts: Texts) -> bytes:
    """The job, from the printer's reset to the cut: a line for each of these code pages, and one that is drawn."""
    head = to_escpos(_head(page, profile.paper, texts), profile)
    lines = (
        to_escpos([_line(number, table, profile.paper)], replace(profile, code_page=table))
        for number, table in enumerate((*pages, None), start=1)
    )
    return b"".join((head, *lines, to_escpos(_foot(profile.paper, texts), profile)))


test_page.__test__ = False  # type: ignore[attr-defined]  # nor is this


def _head(page: TestPage, paper: PaperWidth, texts: Texts) -> Iterator[Element]:
    strip = StripPage(paper, texts)
    yield Band()
    yield Blank(10)
    yield from strip.centred(texts._("PRINTER TEST"), bold=True, double=True)
    yield from strip.centred(texts._("Till %(till)s") % {"till": page.till})
    yield from strip.centred(f"{texts.short_date(page.at)} {texts.time(page.at)}")
    # An address has no blanks to break it at.
    room = paper.columns
    for start in range(0, len(page.uri), room):
        yield Centred(page.uri[start : start + room])
    yield Rule()
    for line in wrap(texts._("Which is the first line that reads well?"), room):
        yield Text(line, bold=True)


def _line(number: int, table: CodePage | None, paper: PaperWidth) -> Element:
    """Signs that a table lacks are left out: they would be drawn, and read well whatever the printer does."""
    signs = SIGNS.split()
    there = [sign for sign in signs if table is None or table.encode(sign) is not None]
    return Text(f"{number}  {' '.join(there)}"[: paper.columns])


def _foot(paper: PaperWidth, texts: Texts) -> Iterator[Element]:
    strip = StripPage(paper, texts)
    yield Rule()
    yield from strip.sides(texts._("The line below ends at both edges:"))
    yield Text("|" + "-" * (paper.columns - 2) + "|")
    yield Blank(16)
    yield Barcode(DIGITS)
    yield QrCode(f"QHATU {DIGITS}")
    yield from strip.centred(texts._("Bars and square can be scanned."))
    yield Blank(16)
    yield Band()
    yield Blank(24)
    yield Cut()
