"""A desk knows the printers of its till by what the settings say of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pos.printing.code_pages import CP858, CP1252
from pos.printing.escpos import PrinterProfile
from pos.printing.receipt_elements import PAPER_58, PAPER_80, PAPER_80_NARROW
from pos.services.desk import Desk
from pos.settings import DRAWN, Places, Settings
from pos.storage.books import Books
from pos.wiring import make_desk


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Books]:
    with Books(tmp_path / "books.sqlite") as books:
        yield books


def desk_with(books: Books, tmp_path: Path, **chosen) -> Desk:
    return make_desk(Places(tmp_path), Settings(**chosen), books)


@pytest.mark.parametrize(
    ("chosen", "profile"),
    [
        ({}, PrinterProfile(PAPER_80)),
        ({"receipt_width": 58}, PrinterProfile(PAPER_58)),
        ({"printer_profile": "TM-T88V"}, PrinterProfile(PAPER_80_NARROW, native_qr=True)),
        ({"printer_profile": "TM-T20II", "receipt_width": 58}, PrinterProfile(PAPER_58, native_qr=True)),
        ({"code_page": DRAWN}, PrinterProfile(PAPER_80, code_page=None)),
        ({"code_page": "CP1252"}, PrinterProfile(PAPER_80, CP1252)),
        ({"drawer": "printer:5"}, PrinterProfile(PAPER_80, drawer_pin=5)),
        ({"drawer": "printer:2"}, PrinterProfile(PAPER_80)),
        ({"drawer": "serial:COM4"}, PrinterProfile(PAPER_80)),
        ({"backup_width": 58}, PrinterProfile(PAPER_80)),
    ],
)
def test_the_receipt_printer_is_what_the_settings_say(
    books: Books, tmp_path: Path, chosen: dict, profile: PrinterProfile
):
    desk = desk_with(books, tmp_path, **chosen)
    assert desk.printer_profile == profile
    assert desk.paper == profile.paper


def test_of_the_other_printer_no_more_than_its_paper_is_known(books: Books, tmp_path: Path):
    desk = desk_with(books, tmp_path, printer_profile="POS-5890", code_page=DRAWN, backup_width=58)
    assert desk.backup_profile == PrinterProfile(PAPER_58, CP858)
    assert desk_with(books, tmp_path).backup_profile == PrinterProfile(PAPER_80)


def test_what_hangs_on_the_laptop_can_be_looked_through(books: Books, tmp_path: Path):
    attached = desk_with(books, tmp_path).attached
    assert isinstance(attached.printers(), tuple)
    assert isinstance(attached.ports(), tuple)
