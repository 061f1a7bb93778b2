"""What receipt printers can do is taken from the field's own list, and a printer is known by what it says of itself."""

import subprocess
import sys

import pytest

from pos.domain.documents import EmblemOf
from pos.hardware.interfaces import FoundPrinter
from pos.printing.code_pages import CODE_PAGES, CP437, CP850, CP858, CP1252
from pos.printing.emblems import motifs
from pos.printing.escpos import PrinterProfile, to_escpos
from pos.printing.printer_profiles import KnownPrinter, likely_profile, profile_for, profile_named, profiles
from pos.printing.receipt_elements import PAPER_58, PAPER_80, PAPER_80_NARROW, EmblemRow
from pos.printing.receipt_layout import lay_out
from pos.settings import CODE_PAGE_NAMES, DRAWN, Settings, write_settings
from pos.texts import Texts
from tests.printing.emulator import commands
from tests.printing.receipts import SALE

# --- the list ------------------------------------------------------------------------------------------------------


def test_the_list_is_read_without_loading_the_library():
    program = """
import sys
from pos.printing.printer_profiles import profiles
assert len(profiles()) > 20
assert "escpos" not in sys.modules and "PIL" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], timeout=60, check=True)


def test_each_can_be_chosen_and_can_print_a_receipt():
    for known in profiles():
        profile = profile_named(known.id, PAPER_80)
        assert profile.paper == known.paper
        assert profile.paper in {PAPER_58, PAPER_80, PAPER_80_NARROW}
        assert profile.code_page is not None
        assert to_escpos(lay_out(SALE, profile.paper, Texts("es")), profile)


def test_they_are_listed_by_maker_and_name_with_a_paper_each():
    listed = profiles()
    assert [known.vendor.casefold() for known in listed] == sorted(known.vendor.casefold() for known in listed)
    assert {known.millimetres for known in listed} == {58, 80}
    assert len({known.id for known in listed}) == len(listed)


def test_what_our_receipts_can_t_be_printed_on_is_left_out():
    ids = {known.id for known in profiles()}
    assert not ids & {"AF-240", "OCD-100", "OCD-300", "TM-U220", "TM-U220B", "SP2000", "TSP600", "TUP500"}
    assert not ids & {"default", "simple"}  # any printer of a paper width is known better than by these


@pytest.mark.parametrize(
    ("name", "profile"),
    [
        ("TM-T20II", PrinterProfile(PAPER_80, CP858, native_qr=True)),
        ("TM-T88II", PrinterProfile(PAPER_80_NARROW, CP1252, native_qr=True)),
        ("TM-T88IV-SA", PrinterProfile(PAPER_80_NARROW, CP437, native_qr=True)),
        ("NT-5890K", PrinterProfile(PAPER_58, CP858, cutter=False, native_barcode=False)),
        ("POS-5890", PrinterProfile(PAPER_58, CP858, cutter=False, native_barcode=False, line_pictures=False)),
        ("ZJ-5870", PrinterProfile(PAPER_58, CP1252, cutter=False, native_barcode=False)),
        ("TH230", PrinterProfile(PAPER_80_NARROW, profile_named("TH230", PAPER_80).code_page)),
        ("NT-80-V-UL", PrinterProfile(PAPER_80, CP858, native_qr=True)),
        ("RP-F10-58mm", PrinterProfile(PAPER_58, CP858, native_qr=True)),
    ],
)
def test_what_each_can_do(name: str, profile: PrinterProfile):
    assert profile_named(name, PAPER_80) == profile


def test_a_code_page_has_the_number_that_this_printer_gives_it():
    page = profile_named("TH230", PAPER_80).code_page
    assert page is not None
    assert (page.name, page.number, page.codec) == ("CP858", 6, "cp858")


# --- the one that is chosen ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["", "a make that an update left out"])
def test_of_any_other_printer_no_more_than_its_paper_is_known(name: str):
    assert profile_for(name, 58) == PrinterProfile(paper=PAPER_58)
    assert profile_for(name, 80) == PrinterProfile(paper=PAPER_80)


def test_narrow_paper_in_a_wide_printer_is_narrow_and_a_narrow_printer_takes_no_wide_paper():
    assert profile_for("TM-T20II", 58).paper == PAPER_58
    assert profile_for("ZJ-5870", 80).paper == PAPER_58
    assert profile_for("TM-T88V", 80).paper == PAPER_80_NARROW


@pytest.mark.parametrize("chosen", CODE_PAGE_NAMES)
def test_the_code_page_can_be_chosen(chosen: str):
    page = profile_for("", 80, code_page=chosen).code_page
    assert page in CODE_PAGES
    assert page.name == chosen


def test_a_chosen_code_page_keeps_the_printer_s_own_number():
    assert profile_for("TH230", 80, code_page="CP1252").code_page.number == 8
    assert profile_for("TM-T88II", 80, code_page="CP858").code_page == CP858  # not in the list: the usual number
    assert profile_for("TM-T88II", 80, code_page="CP850").code_page == CP850


def test_letters_can_be_drawn_and_the_drawer_hang_on_the_other_pin():
    assert profile_for("TM-T20II", 80, code_page=DRAWN).code_page is None
    assert profile_for("TM-T20II", 80).drawer_pin == 2
    assert profile_for("TM-T20II", 80, drawer_pin=5).drawer_pin == 5


def test_the_name_of_a_profile_can_be_kept_in_the_settings(tmp_path):
    for known in profiles():
        write_settings(tmp_path / "settings.toml", Settings(printer_profile=known.id))


def test_a_printer_that_puts_no_picture_in_a_line_gets_the_whole_line_as_one():
    row = EmblemRow(EmblemOf(motifs()[0], "lago"), ("Ana Quispe", "Tejido"))
    assert "ESC *" in commands(to_escpos([row], PrinterProfile()))
    assert "ESC *" not in commands(to_escpos([row], PrinterProfile(line_pictures=False)))


# --- the one that is likely ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("found", "likely"),
    [
        (FoundPrinter("usb:04b8:0e15:583A91", "EPSON TM-T20II", "TM-T20II"), "TM-T20II"),
        (FoundPrinter("win:EPSON TM-T88V Receipt", "EPSON TM-T88V Receipt", "EPSON TM-T88V Receipt5"), "TM-T88V"),
        (FoundPrinter("cups:caja", "caja", "EPSON TM-T88III"), "TM-T88III"),
        (FoundPrinter("cups:nt_5890k", "nt_5890k"), "NT-5890K"),
        (FoundPrinter("usb:0416:5011@1-2", "USB 0416:5011"), "POS-5890"),
        (FoundPrinter("usb:0416:5011", "STMicroelectronics POS58 Printer USB", "POS58 Printer USB"), "POS-5890"),
        (FoundPrinter("win:XP-58", "XP-58", "XP-58"), "POS-5890"),
        (FoundPrinter("usb:1fc9:2016@1-1", "POS-80", "POS-80"), ""),
        (FoundPrinter("usb:03f0:1f17", "HP LaserJet 1580", "LaserJet 1580"), ""),
        (FoundPrinter("cups:oficina", "oficina"), ""),
    ],
)
def test_a_printer_is_known_by_what_it_says_of_itself(found: FoundPrinter, likely: str):
    assert likely_profile(found) == likely


def test_each_known_printer_is_known_by_its_own_name():
    def called(known: KnownPrinter) -> FoundPrinter:
        return FoundPrinter("cups:x", known.vendor, f"{known.vendor} {known.id}")

    unlike = {known.id for known in profiles() if likely_profile(called(known)) != known.id}
    assert unlike <= {"T-1"}  # two signs are in the names of too many others
