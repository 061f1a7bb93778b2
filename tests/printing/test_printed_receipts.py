"""Receipts as a printer prints them, read back by an emulator that is neither ours nor python-escpos.

The emulator prints what it is sent, dot for dot; a scanner's own library (zxing-cpp) then reads the bars off the paper.
"""

from dataclasses import replace

import pytest
from PIL import Image

from pos.domain.documents import Receipt
from pos.printing.code_pages import CODE_PAGES, CP437, CP858, CP1252
from pos.printing.columns import spread
from pos.printing.escpos import PrinterProfile, to_escpos
from pos.printing.receipt_elements import (
    PAPER_58,
    PAPER_80,
    PAPER_80_NARROW,
    Centred,
    EmblemRow,
    PaperWidth,
    Text,
)
from pos.printing.receipt_layout import lay_out
from pos.texts import Texts
from tests.printing.emulator import Printed, commands, print_job
from tests.printing.receipts import ALL_LETTERS, COPY, EVERY_WAY_TO_PAY, LONG_NAMES, RETURN, SALE, VOID, line

PAPERS = (PAPER_80, PAPER_80_NARROW, PAPER_58)
RECEIPTS = {
    "sale": SALE,
    "every way to pay": EVERY_WAY_TO_PAY,
    "return": RETURN,
    "void": VOID,
    "copy": COPY,
    "all letters": ALL_LETTERS,
    "long names": LONG_NAMES,
    "English": replace(SALE, language="en"),
    "German": replace(SALE, language="de"),
}


def job(receipt: Receipt, profile: PrinterProfile) -> bytes:
    return to_escpos(lay_out(receipt, profile.paper, Texts(receipt.language)), profile)


def printed(receipt: Receipt, profile: PrinterProfile) -> Printed:
    return print_job(job(receipt, profile), profile.paper.dots)


def expected_lines(receipt: Receipt, paper: PaperWidth) -> list[str]:
    """What should stand on the paper, line by line; the emulator says nothing of where a centred line begins."""
    expected = []
    for element in lay_out(receipt, paper, Texts(receipt.language)):
        match element:
            case Text():
                room = paper.columns // (2 if element.double else 1)
                expected.append(spread(element.left, element.right, room))
            case Centred():
                expected.append(element.text)
            case EmblemRow():
                expected += [*element.lines[:2], *(" " * 5 + below for below in element.lines[2:])]
    return expected


def plain(text: str) -> str:
    """As CP858 writes it: it has no minus and no apostrophe but the plain ones."""
    return text.replace("−", "-").replace("’", "'")


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: f"{paper.columns} columns")
@pytest.mark.parametrize("receipt", RECEIPTS.values(), ids=RECEIPTS.keys())
def test_the_paper_says_what_was_laid_out_and_its_bars_can_be_scanned(receipt: Receipt, paper: PaperWidth):
    paper_strip = printed(receipt, PrinterProfile(paper))
    assert list(paper_strip.lines) == [plain(text) for text in expected_lines(receipt, paper)]
    assert paper_strip.scanned() == receipt.digits
    assert paper_strip.cuts == 1
    assert paper_strip.drawer_opened == (receipt.opens_drawer and not receipt.copy)
    assert paper_strip.faults == ()


def test_all_letters_of_our_languages_are_printed_as_letters():
    shown = "\n".join(printed(ALL_LETTERS, PrinterProfile(PAPER_80)).lines)
    for letter in "ñáéíóúü¿¡°€«»Ñ·":
        assert letter in shown
    assert "Ch'alla Q'ipi" in shown
    assert "Ch’alla Q’ipi" in "\n".join(printed(ALL_LETTERS, PrinterProfile(PAPER_80, CP1252)).lines)


@pytest.mark.parametrize("page", CODE_PAGES, ids=lambda page: page.name)
def test_no_code_page_ever_makes_a_question_mark_of_a_letter(page):
    receipt = replace(ALL_LETTERS, lines=(line("Ñandú €", ("Łukasz Ðorđević",), "1"),), thanks="¡Ὀδυσσεύς!")
    taken = commands(job(receipt, PrinterProfile(PAPER_80, page)))
    assert b"?" not in b"".join(text for text in taken if isinstance(text, bytes))


def test_a_line_with_a_letter_that_the_printer_lacks_is_drawn_where_it_would_have_stood():
    lines = (line("Taza", ("Juana",), "1"), line("Ñandú €", ("Ana",), "2"), line("Cesta", ("Juana",), "3"))
    receipt = replace(SALE, lines=lines, makers=SALE.makers[:1])
    with_letters = printed(receipt, PrinterProfile(PAPER_80, CP858))
    with_pictures = printed(receipt, PrinterProfile(PAPER_80, CP437))  # it has Ñ and ú, but no euro
    missing = [line for line in with_letters.lines if line not in with_pictures.lines]
    assert missing == ["Ñandú €                                     2,00"]
    assert with_pictures.picture.size == with_letters.picture.size
    assert with_pictures.scanned() == receipt.digits


def test_a_row_with_a_letter_that_the_printer_lacks_is_drawn_with_its_emblem():
    (maker, *_) = SALE.makers
    receipt = replace(SALE, makers=(replace(maker, name="Łukasz Poma"),))
    with_letters = printed(replace(SALE, makers=(maker,)), PrinterProfile(PAPER_80))
    with_pictures = printed(receipt, PrinterProfile(PAPER_80))
    assert "Aiquile · charangos" not in with_pictures.lines
    assert with_pictures.picture.size == with_letters.picture.size
    emblem = [column.crop((0, 700, 48, 900)).tobytes() for column in (with_letters.picture, with_pictures.picture)]
    assert emblem[0] == emblem[1]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: f"{paper.columns} columns")
@pytest.mark.parametrize("receipt", [SALE, LONG_NAMES, RETURN], ids=["sale", "long names", "return"])
def test_a_printer_that_knows_no_letters_gets_everything_drawn(receipt: Receipt, paper: PaperWidth):
    drawn = printed(receipt, PrinterProfile(paper, code_page=None, native_barcode=False))
    assert drawn.lines == ()
    assert drawn.scanned() == receipt.digits
    assert drawn.faults == ()
    assert drawn.picture.height == printed(receipt, PrinterProfile(paper)).picture.height


def test_a_printer_without_bars_of_its_own_gets_them_drawn_as_wide_as_it_would_have_made_them():
    native = printed(SALE, PrinterProfile(PAPER_80)).picture
    drawn = printed(SALE, PrinterProfile(PAPER_80, native_barcode=False)).picture
    assert drawn.tobytes() == native.tobytes()


def test_a_printer_without_cutter_is_fed_six_blank_lines_instead():
    taken = commands(job(SALE, PrinterProfile(PAPER_80, cutter=False)))
    assert "GS V" not in taken
    assert job(SALE, PrinterProfile(PAPER_80, cutter=False)).endswith(b"\x1bd\x06")
    assert printed(SALE, PrinterProfile(PAPER_80, cutter=False)).cuts == 0


def test_the_drawer_opens_on_the_pin_that_it_is_wired_to():
    assert b"\x1bp\x00" in job(SALE, PrinterProfile(PAPER_80))
    assert b"\x1bp\x01" in job(SALE, PrinterProfile(PAPER_80, drawer_pin=5))


def test_each_job_starts_by_resetting_the_printer_leaving_chinese_mode_and_choosing_the_code_page():
    assert job(SALE, PrinterProfile(PAPER_80)).startswith(b"\x1b@\x1c.\x1bt\x13")


def test_the_drawer_opens_before_the_first_line_is_printed():
    taken = commands(job(SALE, PrinterProfile(PAPER_80)))
    assert taken.index("ESC p") < taken.index("GS v 0")


def test_a_receipt_of_twenty_lines_is_small_enough_for_a_slow_serial_line():
    twenty = replace(SALE, lines=(SALE.lines * 4)[:20])
    assert len(job(twenty, PrinterProfile(PAPER_80))) <= 8192
    assert len(job(twenty, PrinterProfile(PAPER_58))) <= 8192


def test_the_bands_reach_from_edge_to_edge():
    for paper in (PAPER_80, PAPER_58):
        picture = printed(SALE, PrinterProfile(paper)).picture
        assert picture.crop((0, 0, paper.dots, 2)).getextrema() == (0, 0)
        assert ink_of(picture) == (0, paper.dots)


def ink_of(picture: Image.Image) -> tuple[int, int]:
    """The leftmost dot of ink, and the one after the rightmost."""
    left, _, right, _ = picture.convert("L").point(lambda dot: 255 - dot).getbbox()
    return left, right


def test_jobs_say_nothing_on_the_terminal(capfd: pytest.CaptureFixture[str]):
    job(SALE, PrinterProfile(PAPER_80))
    job(SALE, PrinterProfile(PAPER_80, code_page=None, native_barcode=False))
    assert capfd.readouterr() == ("", "")
