"""Every paper as a printer puts it out, read back by an emulator that is neither ours nor python-escpos.

Text is compared line by line with what was laid out, pictures dot by dot with what was drawn, and codes are read off
the paper by a scanner's own library.
"""

from dataclasses import replace
from functools import cache

import pytest
import zxingcpp
from PIL import Image, ImageChops

from pos.printing.code_pages import CP858
from pos.printing.columns import spread, width
from pos.printing.escpos import PrinterProfile, to_escpos
from pos.printing.receipt_elements import (
    PAPER_58,
    PAPER_80,
    Band,
    Barcode,
    Centred,
    Cut,
    Dashes,
    DrawerPulse,
    Element,
    EmblemRow,
    PaperWidth,
    Picture,
    ProductCode,
    QrCode,
    Rule,
    Stamp,
    Text,
    sheets,
)
from pos.printing.strip_picture import strip_picture
from tests.printing.all_papers import PAPERS, APaper, Strip, all_papers
from tests.printing.emulator import Printed, print_job

widths = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: f"{paper.columns} columns")
TRANSLATED = [which for which in all_papers() if which.language == "es" or which.name == "receipt-everything"]
"""Each paper once, and one of them in every language."""
every_paper = pytest.mark.parametrize("which", TRANSLATED, ids=str)


def printed(strip: Strip, profile: PrinterProfile) -> Printed:
    return print_job(to_escpos(strip, profile), profile.paper.dots)


def expected_lines(strip: Strip, paper: PaperWidth) -> list[str]:
    """What stands on the paper as letters, line by line: what is struck through or not in CP858 is drawn."""
    lines = [line for element in strip for line in _lines(element, paper)]
    return [line.rstrip().replace("−", "-").replace("—", "-").replace("’", "'") for line in lines if line.strip()]


def _lines(element: Element, paper: PaperWidth) -> list[str]:
    match element:
        case Text(struck=True, double=True):
            return []
        case Text():
            line = spread(element.left, element.right, paper.columns // (2 if element.double else 1))
            struck = width(element.right or element.left) if element.struck else 0
            lines = [line[: len(line) - struck]]
        case Centred():
            lines = [element.text]
        case EmblemRow() if any(CP858.encode(line) is None for line in element.lines[:2]):
            lines = [" " * 5 + below for below in element.lines[2:]]
        case EmblemRow():
            lines = [*element.lines[:2], *(" " * 5 + below for below in element.lines[2:])]
        case _:
            lines = []
    return [line for line in lines if CP858.encode(line) is not None]


@widths
@every_paper
def test_the_paper_says_what_was_laid_out(which: APaper, paper: PaperWidth):
    strip = which.strip(paper)
    out = printed(strip, PrinterProfile(paper, native_qr=True))
    assert [line for lines in out.receipts for line in lines] == expected_lines(strip, paper)
    assert out.cuts == len(out.pictures) == sum(isinstance(element, Cut) for element in strip)
    assert out.drawer_opened == any(isinstance(element, DrawerPulse) for element in strip)
    assert out.faults == ()


@widths
@every_paper
def test_the_picture_of_it_is_what_a_printer_without_letters_puts_out(which: APaper, paper: PaperWidth):
    profile = PrinterProfile(paper, code_page=None, native_barcode=False)
    strip = which.strip(paper)
    out = printed(strip, profile)
    ours = [strip_picture(sheet, profile) for sheet in sheets(strip)]
    assert [inked(picture).tobytes() for picture in out.pictures] == [inked(picture).tobytes() for picture in ours]


@widths
@every_paper
def test_every_picture_among_letters_is_the_one_that_was_drawn(which: APaper, paper: PaperWidth):
    profile = PrinterProfile(paper)
    for sheet, out in zip(sheets(which.strip(paper)), printed(which.strip(paper), profile).pictures, strict=True):
        ours = strip_picture(sheet, profile)
        end = 0
        for element in sheet:
            top, end = end, end + dots_down(element, paper)
            if isinstance(element, Band | Rule | Dashes | Barcode | QrCode | Picture | Stamp):
                box = (0, top, paper.dots, min(end, out.height))
                assert out.crop(box).tobytes() == ours.crop(box).tobytes(), element


@cache
def dots_down(element: Element, paper: PaperWidth) -> int:
    """How far an element moves the paper."""
    after_another = strip_picture([Band(), element], PrinterProfile(paper))
    return after_another.height - strip_picture([Band()], PrinterProfile(paper)).height


@widths
@pytest.mark.parametrize("native", [True, False], ids=["drawn by the printer", "drawn by us"])
@every_paper
def test_its_codes_can_be_read(which: APaper, paper: PaperWidth, native: bool):
    strip = which.strip(paper)
    if not any(isinstance(element, Barcode | ProductCode | QrCode) for element in strip):
        return  # to look for codes on a long paper that has none takes a while
    wanted = [(element.digits, "bars") for element in strip if isinstance(element, Barcode)]
    wanted += [(element.symbol.text, "bars") for element in strip if isinstance(element, ProductCode)]
    wanted += [(element.text, "qr") for element in strip if isinstance(element, QrCode)]
    out = printed(strip, PrinterProfile(paper, native_barcode=native, native_qr=native))
    read = [code for picture in out.pictures for code in codes_on(picture)]
    assert sorted(read) == sorted((text if kind == "bars" else cleaned(text), kind) for text, kind in wanted)


def codes_on(picture: Image.Image) -> list[tuple[str, str]]:
    """What a scanner and a telephone read off the paper, which is white around what is printed on it."""
    paper = Image.new("L", (picture.width + 80, picture.height + 80), 255)
    paper.paste(picture.convert("L"), (40, 40))
    formats = (zxingcpp.BarcodeFormat.Code128, zxingcpp.BarcodeFormat.EAN13, zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(paper, formats=formats)
    return [(code.text, "qr" if code.format == zxingcpp.BarcodeFormat.QRCode else "bars") for code in found]


def cleaned(text: str) -> str:
    return " ".join("".join(char for char in text if char.isprintable() or char == "\n").split())


def inked(picture: Image.Image) -> Image.Image:
    """What is printed, without the white around it."""
    grey = picture.convert("L")
    return grey.crop(ImageChops.invert(grey).getbbox())


@pytest.mark.parametrize("paper", [PAPER_80, PAPER_58], ids=["80 mm", "58 mm"])
def test_practice_strikes_money_through_and_says_at_both_ends_that_it_is_worth_nothing(paper: PaperWidth):
    (which,) = (which for which in all_papers() if which.name == "practice-receipt")
    strip = which.strip(paper)
    out = printed(strip, PrinterProfile(paper))
    said = " ".join(out.lines)
    assert said.startswith("PRÁCTICA")
    assert said.endswith("NO VALE")
    assert not any(isinstance(element, Barcode | DrawerPulse) for element in strip)
    for amount in ("220,00", "195,00", "555,00", "600,00", "Quinientos"):
        assert amount not in said
    plain = replace(which, lay_out=lambda width, texts: tuple(_unstruck(e) for e in which.lay_out(width, texts)))
    assert "555,00" in " ".join(printed(plain.strip(paper), PrinterProfile(paper)).lines)
    assert out.picture.height == printed(plain.strip(paper), PrinterProfile(paper)).picture.height


def _unstruck(element: Element) -> Element:
    return replace(element, struck=False) if isinstance(element, Text) else element


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", ("Hecho a mano por", "Lea con su celular quién lo hizo", "Este recibo no es factura")),
        ("en", ("Made by hand by", "Read with your telephone who made it", "This receipt is not an invoice")),
        ("de", ("Von Hand gemacht von", "Lesen Sie, wer es gemacht hat", "Dieser Beleg ist keine Rechnung")),
    ],
)
def test_a_buyer_reads_all_of_it_in_one_language_and_the_thanks_in_aymara_too(language: str, words: tuple[str, ...]):
    (which,) = (p for p in all_papers() if (p.name, p.language) == ("receipt-everything", language))
    lines = [line.strip() for line in printed(which.strip(PAPER_80), PrinterProfile()).lines]
    assert set(words) <= set(lines)
    assert "¡Yuspajara!" in lines
