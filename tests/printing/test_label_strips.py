"""Labels on a receipt printer's paper, printed by an emulator that we had no hand in and read off it."""

from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image

from pos.domain.label_refusals import LabelTooSmall
from pos.domain.labels import Copies
from pos.domain.symbols import symbol_of
from pos.printing.escpos import PrinterProfile, to_escpos
from pos.printing.label_strip import label_strips
from pos.printing.receipt_elements import PAPER_58, PAPER_80, PAPER_80_NARROW, Cut, PaperWidth, ProductCode
from pos.printing.receipt_text import to_text
from tests.printing.emulator import Printed, print_job
from tests.printing.label_papers import LABEL, digits, many

papers = pytest.mark.parametrize(
    "paper", [PAPER_80, PAPER_80_NARROW, PAPER_58], ids=lambda paper: f"{paper.columns} columns"
)
native = pytest.mark.parametrize("native", [True, False], ids=["drawn by the printer", "drawn by us"])


def printed(copies: list[Copies], paper: PaperWidth, *, native: bool = True, cutter: bool = True) -> Printed:
    profile = PrinterProfile(paper=paper, native_barcode=native, cutter=cutter)
    return print_job(to_escpos(label_strips(copies, paper, cuts=cutter), profile), paper.dots)


def codes(picture: Image.Image) -> list[str]:
    """What a scanner reads, from top to bottom; the paper is white around it."""
    paper = Image.new("L", (picture.width + 40, picture.height + 40), 255)
    paper.paste(picture.convert("L"), (20, 20))
    found = [code for code in zxingcpp.read_barcodes(paper) if code.format is not zxingcpp.BarcodeFormat.QRCode]
    return [code.text for code in sorted(found, key=lambda code: code.position.top_left.y)]


@papers
@native
def test_each_label_is_a_paper_of_its_own_and_is_read_as_its_product(paper: PaperWidth, native: bool):
    copies = [replace(many(2)[0], count=2), many(2)[1]]
    out = printed(copies, paper, native=native)
    assert [codes(picture) for picture in out.pictures] == [[text] for text in digits(copies)]
    assert (out.cuts, out.drawer_opened, out.faults) == (3, False, ())


@papers
def test_without_a_knife_labels_are_parted_by_lines_and_still_read(paper: PaperWidth):
    copies = many(4)
    out = printed(copies, paper, cutter=False)
    assert codes(out.picture) == digits(copies)


@papers
@native
@pytest.mark.parametrize("code", ["96385074", "0036000291452", "MP-0001"])
def test_goods_with_a_code_of_their_own_are_read_too(paper: PaperWidth, native: bool, code: str):
    (found,) = codes(printed([Copies(replace(LABEL, symbol=symbol_of(code)), 1)], paper, native=native).picture)
    assert found in {code, code.rjust(13, "0")}


@papers
def test_a_label_says_what_it_is_who_made_it_and_what_it_costs(paper: PaperWidth):
    text = " ".join(to_text(label_strips([Copies(LABEL, 1)], paper, cuts=True), paper.columns).split())
    for said in ("Taza esmaltada con ñandú", "Juana Condori y Taller", "Bs 1.234,50", LABEL.symbol.text, "[Hecho por"):
        assert said in text, text
    assert "Juana modela y esmalta" in text, "the story, as QR"


def test_a_code_that_has_no_room_on_the_paper_is_refused():
    long = replace(LABEL, symbol=symbol_of("A-CODE-THAT-NOBODY-SHOULD-HAVE-GIVEN-NOW"))
    with pytest.raises(LabelTooSmall):
        label_strips([Copies(long, 1)], PAPER_58, cuts=True)


@pytest.mark.parametrize("cuts", [True, False])
def test_no_labels_are_no_strip_and_every_strip_ends_with_a_cut(cuts: bool):
    assert label_strips([], PAPER_58, cuts=cuts) == ()
    strip = label_strips(many(3), PAPER_58, cuts=cuts)
    assert isinstance(strip[-1], Cut)
    assert sum(isinstance(element, ProductCode) for element in strip) == 3
