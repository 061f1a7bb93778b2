"""Labels for the tests of printing, and how a sheet of them is read back by a scanner that we had no hand in."""

import io
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import zxingcpp
from PIL import Image

from pos.domain.barcodes import in_store
from pos.domain.documents import EmblemOf
from pos.domain.label_formats import SheetFormat, Size
from pos.domain.labels import Badge, Copies, Label
from pos.domain.symbols import symbol_of
from pos.formats.network_file import read_network
from pos.printing.badge_drawing import BadgePart, Photo, Woven
from pos.printing.emblems import dyes, motifs
from pos.printing.label_drawing import Ink, Motif, Writing
from pos.printing.pdf_type import Type
from pos.services.photo_keeping import keep_photos
from pos.settings import Places, Settings, resource
from pos.storage.books import Books
from pos.wiring import make_desk
from tests.builders import money

FAIR = "LPZ-NAV-26"
DPI = 203
DOTS_PER_MM = DPI / 25.4
GOODS = (zxingcpp.BarcodeFormat.EAN13, zxingcpp.BarcodeFormat.EAN8, zxingcpp.BarcodeFormat.UPCA)

STORY = (
    "Red Manos Productivas · Juana Condori, El Alto: Juana modela y esmalta en su casa de Janko Kalani. Aprendió de su "
    "madre, y hoy enseña a dos vecinas. Cada taza se cuece dos veces."
)
LABEL = Label(
    sku="JK-006",
    language="es",
    name="Taza esmaltada con ñandú",
    makers=("Juana Condori", "Taller Illampu"),
    emblem=EmblemOf(motifs()[0], dyes()[0]),
    price=money("1234.50"),
    symbol=symbol_of(in_store(6)),
    stamp="Hecho por mujeres alfareras",
    story=STORY,
)
BADGE = Badge(
    language="es",
    network="Red Manos Productivas",
    unit="JK02",
    name="Juana Condori",
    technique="cerámica esmaltada",
    community="Janko Kalani, El Alto",
    group="Taller Artesanal Janko Kalani",
    emblem=EmblemOf(motifs()[1], dyes()[1]),
    symbol=symbol_of("2968738039199"),
)


def many(count: int) -> list[Copies]:
    """So many labels of as many products, no two with the same code."""
    return [
        Copies(
            replace(LABEL, sku=f"P-{number:04d}", name=f"Pieza número {number}", symbol=symbol_of(in_store(number))), 1
        )
        for number in range(1, count + 1)
    ]


@cache
def of_the_example() -> tuple[tuple[Copies, ...], tuple[Badge, ...]]:
    """A label of every product of the example network, and every producer's badge."""
    with TemporaryDirectory() as folder:
        places = Places(Path(folder))
        places.prepare()
        with Books(places.books) as books:
            desk = make_desk(places, Settings(exhibition=FAIR), books)
            network = read_network(resource("sample", "network.json"))
            desk.till.catalogue.take_in(desk.act(), network)
            keep_photos(network, resource("sample"), places.photos)
            fair = desk.till.catalogue.terms().exhibition(FAIR)
            wanted = desk.labelling.wanted(desk.labelling.to_label(fair), fair.currency, "es")
            assert wanted.refused == ()
            return wanted.copies, desk.labelling.badges("es", exhibition=fair)


# --- reading back ---------------------------------------------------------------------------------------------------


def pages(pdf: bytes, dpi: float = DPI, *, grey: bool = True) -> list[Image.Image]:
    """The pages of a PDF as a printer of so many dots to the inch gets them; in black and white where not in grey."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "paper.pdf")
        file.write_bytes(pdf)
        shade = "-gray" if grey else "-mono"
        subprocess.run(["pdftoppm", "-r", str(dpi), shade, file, Path(folder, "page")], check=True)
        return [Image.open(io.BytesIO(page.read_bytes())).convert("L") for page in sorted(Path(folder).glob("page*"))]


def scanned(picture: Image.Image) -> list[str]:
    """Every code of goods in a picture."""
    return [code.text for code in zxingcpp.read_barcodes(picture, formats=GOODS)]


def read_in_places(pdf: bytes, sheet: SheetFormat) -> list[list[str]]:
    """The codes of each place of the sheets, one place after the other, those without a label too.

    Each label is looked at alone, cut out of its sheet as a person peels it off: of the same code many times on one
    picture, the reader tells only some.
    """
    return [scanned(page.crop(box)) for page in pages(pdf) for box in _boxes(sheet)]


def _boxes(sheet: SheetFormat) -> Iterator[tuple[int, int, int, int]]:
    for place in sheet.places(sheet.per_sheet):
        sides = (place.left, place.top, place.left + sheet.label.width, place.top + sheet.label.height)
        left, top, right, low = (round(side / 1_000 * DOTS_PER_MM) for side in sides)
        yield left, top, right, low


def digits(copies: Sequence[Copies]) -> list[str]:
    """What a scanner should read of these labels, one after the other."""
    return [wanted.label.symbol.text for wanted in copies for _ in range(wanted.count)]


# --- what lies where -----------------------------------------------------------------------------------------------


def keeps_within(parts: Sequence[BadgePart], size: Size) -> None:
    """Fail where a part leaves a label of that size, or covers another part."""
    found = _drawn_boxes(parts)
    for text, left, top, right, low in found:
        assert left >= -0.01, text
        assert top >= -0.01, text
        assert right <= size.width / 1_000 + 0.05, text
        assert low <= size.height / 1_000 + 0.01, text
    for (one, l1, t1, r1, b1), (other, l2, t2, r2, b2) in combinations(found, 2):
        beside = r1 <= l2 + 0.05 or r2 <= l1 + 0.05
        assert beside or b1 <= t2 + 0.05 or b2 <= t1 + 0.05, (one, other)


def _drawn_boxes(parts: Sequence[BadgePart]) -> list[tuple[str, float, float, float, float]]:
    """What is drawn, as named boxes: left, top, right, bottom in millimetres."""
    found = []
    for part in parts:
        match part:
            case Writing():
                width = Type(part.font, part.size).width(part.text)
                left = {"left": part.x, "right": part.x - width, "centre": part.x - width / 2}[part.align]
                top = part.baseline - 0.74 * part.size
                found.append((part.text, left, top, left + width, part.baseline + 0.05 * part.size))
            case Ink():
                lefts, tops, rights, lows = zip(*((x, y, x + w, y + h) for x, y, w, h in part.rectangles), strict=True)
                found.append(("ink", min(lefts), min(tops), max(rights), max(lows)))
            case Motif() | Woven():
                found.append(("emblem", part.left, part.top, part.left + part.side, part.top + part.side))
            case Photo(box=(left, top, width, height)):
                found.append(("photo", left, top, left + width, top + height))
    return found
