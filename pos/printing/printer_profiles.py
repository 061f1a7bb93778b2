"""What receipt printers can do, by make and model: escpos-printer-db, which people who own them keep together.

It comes inside python-escpos, as a file that is read here without loading that library. Of the makes that it names,
those are left out that our receipts can't be printed on: displays, needle printers that print no rasters, and printers
that speak Star's own language.
"""

import importlib.util
import json
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from pos.printing.code_pages import CODE_PAGES, CP858, CodePage
from pos.printing.escpos import PrinterProfile
from pos.printing.receipt_elements import PAPER_58, PAPER_80, PAPER_80_NARROW, PaperWidth
from pos.settings import DRAWN


@dataclass(frozen=True, slots=True)
class KnownPrinter:
    """A make of printer. `code_pages` are those of ours that it has, by its own numbers, the most useful one first."""

    id: str
    vendor: str
    name: str
    paper: PaperWidth
    code_pages: tuple[CodePage, ...]
    cutter: bool
    native_barcode: bool
    native_qr: bool
    line_pictures: bool

    @property
    def millimetres(self) -> int:
        """The width of the paper that it is made for."""
        return 58 if self.paper.compact else 80


class Described(Protocol):
    """What a printer that was found says of itself."""

    @property
    def uri(self) -> str:
        """Its address; one on USB begins with the numbers of its maker and model."""
        ...

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    @property
    def model(self) -> str:
        """What its maker calls the model."""
        ...


def profiles() -> tuple[KnownPrinter, ...]:
    """The printers that are known, by maker and name."""
    return tuple(sorted(_known().values(), key=lambda known: (known.vendor.casefold(), known.name.casefold())))


def profile_named(name: str, paper: PaperWidth) -> PrinterProfile:
    """What the printer of that name can do with that paper in it.

    It is a printer of which no more than the paper is known where the name is empty, or one that was known once: an
    update of the list must not keep a till from printing.
    """
    known = _known().get(name)
    if known is None:
        return PrinterProfile(paper=paper)
    return PrinterProfile(
        paper=min(paper, known.paper, key=lambda width: width.dots),
        code_page=known.code_pages[0] if known.code_pages else None,
        cutter=known.cutter,
        native_barcode=known.native_barcode,
        native_qr=known.native_qr,
        line_pictures=known.line_pictures,
    )


def profile_for(name: str, millimetres: int, *, code_page: str = "", drawer_pin: int = 2) -> PrinterProfile:
    """As `profile_named`, on paper of a width; `code_page` is one of the settings' names, empty for the printer's."""
    profile = profile_named(name, PAPER_58 if millimetres == 58 else PAPER_80)
    return replace(profile, code_page=_chosen(code_page, name, profile), drawer_pin=drawer_pin)


def likely_profile(found: Described) -> str:
    """The id of the profile that fits a printer best, going by what it says of itself; empty where nothing does."""
    said = _plain(f"{found.model} {found.name}")
    fitting = [
        (len(words), known.id)
        for known in _known().values()
        for words in {_plain(known.id), _plain(known.name)}
        if len(words) >= 4 and words in said
    ]
    if fitting:
        return max(fitting)[1]
    usb = found.uri.casefold().startswith(_NAMELESS_58)
    return NAMELESS_58 if usb or _SAYS_58.search(f"{found.model} {found.name}") else ""


NAMELESS_58 = "POS-5890"
"""The make that many cheap printers for 58 mm are copies of: no knife, and no bars of their own."""
_NAMELESS_58 = ("usb:0416:5011",)
"""The numbers that many of them have in common."""
_SAYS_58 = re.compile(r"(?<!\d)58(?!\d)")


def code_pages_of(name: str) -> tuple[CodePage, ...]:
    """All our code pages, those with most of our letters first, each by the number that this make has for it."""
    known = _known().get(name)
    pages = {page.name: page for page in (*CODE_PAGES, *(known.code_pages if known else ()))}
    return tuple(pages.values())


def _chosen(code_page: str, name: str, profile: PrinterProfile) -> CodePage | None:
    if not code_page:
        return profile.code_page
    if code_page == DRAWN:
        return None
    return next((page for page in code_pages_of(name) if page.name == code_page), CP858)


def _plain(words: str) -> str:
    return re.sub(r"[^a-z0-9]", "", words.casefold().replace("+", "plus"))


# --- the database ------------------------------------------------------------------------------------------------

_ENCODINGS = {"CP858": "CP858", "CP1252": "CP1252", "ISO8859-15": "ISO_8859-15", "CP850": "CP850", "CP437": "CP437"}
"""Our code pages by the names that the database has for them."""


@cache
def _known() -> dict[str, KnownPrinter]:
    # The package is found, but not loaded: that takes half a second.
    package = importlib.util.find_spec("escpos")
    if package is None or package.origin is None:
        raise RuntimeError("python-escpos is not installed as it should be")
    file = Path(package.origin).with_name("capabilities.json")
    told: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))["profiles"]
    return {name: _known_printer(name, entry) for name, entry in told.items() if _prints_receipts(name, entry)}


def _prints_receipts(name: str, entry: dict[str, Any]) -> bool:
    features = entry["features"]
    generic = name in {"default", "simple"}
    return bool(features["bitImageRaster"] and not features["starCommands"] and not generic)


def _known_printer(name: str, entry: dict[str, Any]) -> KnownPrinter:
    features = entry["features"]
    return KnownPrinter(
        id=name,
        vendor=entry["vendor"],
        name=entry["name"],
        paper=_paper(entry),
        code_pages=tuple(_code_pages(entry["codePages"])),
        cutter=features["paperFullCut"] or features["paperPartCut"],
        native_barcode=features["barcodeB"],
        native_qr=features["qrCode"],
        line_pictures=features["bitImageColumn"],
    )


def _paper(entry: dict[str, Any]) -> PaperWidth:
    """The widest of our papers that it has the dots and the columns for, as far as they are told."""
    columns, dots = entry["fonts"]["0"]["columns"], entry["media"]["width"].get("pixels")
    told = isinstance(dots, int)
    if told and columns < PAPER_58.columns:
        columns = dots // 12  # one entry tells the size of a letter in place of how many there are in a line
    fitting = (paper for paper in (PAPER_80, PAPER_80_NARROW) if paper.columns <= columns)
    return next((paper for paper in fitting if not told or paper.columns * 12 <= dots), PAPER_58)


def _code_pages(told: dict[str, str]) -> list[CodePage]:
    numbers = {encoding: int(number) for number, encoding in sorted(told.items(), key=lambda one: -int(one[0]))}
    return [replace(page, number=numbers[name]) for page in CODE_PAGES if (name := _ENCODINGS[page.name]) in numbers]
