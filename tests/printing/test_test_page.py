"""The page that tries a printer, read as a printer reads it: lines in each table of letters, bars, a square."""

from datetime import UTC, datetime

import pytest
import zxingcpp

from pos.printing.printer_profiles import code_pages_of, profile_for
from pos.printing.test_page import DIGITS, TestPage, line_names, test_page
from pos.texts import Texts
from tests.printing.emulator import commands, print_job

PAGE = TestPage("A", "usb:0416:5011@1-2", datetime(2026, 12, 5, 8, 36, tzinfo=UTC))


def printed(millimetres: int, language: str = "es", make: str = ""):
    profile = profile_for(make, millimetres)
    job = test_page(PAGE, profile, code_pages_of(make), Texts(language))
    commands(job)  # each byte is part of a command or of a text
    return print_job(job, profile.paper.dots)


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("millimetres", [58, 80])
def test_the_page_is_one_paper_with_all_that_is_to_be_looked_at(millimetres, language):
    paper = printed(millimetres, language)
    assert (len(paper.receipts), paper.cuts) == (1, 1)
    assert not paper.drawer_opened
    assert PAGE.uri in paper.lines
    (ruler,) = [line for line in paper.lines if line.startswith("|")]
    assert len(ruler) == profile_for("", millimetres).paper.columns
    codes = {code.text for code in zxingcpp.read_barcodes(paper.picture.convert("L"))}
    assert codes == {DIGITS, f"QHATU {DIGITS}"}


def test_each_table_has_a_line_that_reads_well_where_the_printer_has_it():
    lines = printed(80).lines
    assert "1  ñ Ñ á é í ó ú ü ¿ ¡ ° €" in lines
    assert "2  ñ Ñ á é í ó ú ü ¿ ¡ ° €" in lines
    assert "4  ñ Ñ á é í ó ú ü ¿ ¡ °" in lines  # this table has no €, which must not be drawn in its place


def test_the_last_line_is_drawn_and_the_names_are_those_of_the_lines():
    assert line_names(code_pages_of("")) == ("CP858", "CP1252", "ISO8859-15", "CP850", "CP437", "drawn")
    assert not any(line.startswith("6") for line in printed(80).lines)


def test_a_make_has_its_own_numbers_for_the_tables():
    ours = {page.name: page.number for page in code_pages_of("")}
    epson = {page.name: page.number for page in code_pages_of("TM-T20II")}
    assert epson.keys() == ours.keys()
