"""A strip on the screen and in a PDF is what the printer puts out, dot for dot, says an emulator that is not ours."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader

from pos.printing.escpos import PrinterProfile, to_escpos
from pos.printing.receipt_elements import PAPER_58, PAPER_80, PAPER_80_NARROW, PaperWidth
from pos.printing.receipt_layout import lay_out
from pos.printing.strip_pdf import strip_pdf, strips_pdf
from pos.printing.strip_picture import strip_picture, strip_png
from pos.texts import Texts
from tests.printing.emulator import print_job
from tests.printing.receipts import ALL_LETTERS, RETURN, SALE

PAPERS = (PAPER_80, PAPER_80_NARROW, PAPER_58)


def inked(picture: Image.Image) -> Image.Image:
    """What is printed, without the white around it."""
    grey = picture.convert("L")
    return grey.crop(ImageChops.invert(grey).getbbox())


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("receipt", [SALE, RETURN, ALL_LETTERS])
def test_the_picture_is_what_a_printer_puts_out(receipt, paper: PaperWidth):
    profile = PrinterProfile(paper=paper)
    strip = lay_out(receipt, paper, Texts(receipt.language))
    drawn = replace(profile, code_page=None, native_barcode=False, native_qr=False)
    printed = print_job(to_escpos(strip, drawn), paper.dots)
    picture = strip_picture(strip, profile)
    assert picture.width == paper.dots
    assert inked(picture).tobytes() == inked(printed.picture).tobytes()


def test_the_screen_gets_the_same_as_a_file(tmp_path: Path):
    strip = lay_out(SALE, PAPER_58, Texts("es"))
    profile = PrinterProfile(paper=PAPER_58)
    read = Image.open(io.BytesIO(strip_png(strip, profile)))
    assert read.convert("1").tobytes() == strip_picture(strip, profile).tobytes()


@pytest.mark.parametrize(("paper", "millimetres"), [(PAPER_80, 80), (PAPER_80_NARROW, 80), (PAPER_58, 58)])
def test_a_pdf_is_as_wide_as_the_roll_and_holds_every_dot(tmp_path: Path, paper: PaperWidth, millimetres: int):
    strip = lay_out(SALE, paper, Texts("es"))
    profile, file = PrinterProfile(paper=paper), tmp_path / "A-000001.pdf"
    strip_pdf(strip, profile, file, "A-000001")
    [page] = PdfReader(file).pages
    assert round(float(page.mediabox.width) * 25.4 / 72) == millimetres
    [image] = page.images
    assert image.image.convert("1").tobytes() == strip_picture(strip, profile).tobytes()


def test_several_strips_are_the_pages_of_one_pdf(tmp_path: Path):
    profile, file = PrinterProfile(paper=PAPER_58), tmp_path / "papers.pdf"
    strips_pdf([lay_out(receipt, PAPER_58, Texts("es")) for receipt in (SALE, RETURN)], profile, file)
    assert len(PdfReader(file).pages) == 2
