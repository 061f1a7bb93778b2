"""What is wrong with a network's workbook is told by sheet and cell, and nothing of it is taken."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from pos.formats import workbook_cells
from pos.formats.network_file import read_network
from pos.formats.network_sheets import LAYOUTS
from tests.formats.network_books import FAIR_STARTS, PRICE, added, after, cell, small_book, with_sheet
from tests.formats.network_files import faults_of, written


@pytest.fixture
def book(tmp_path) -> Path:
    """The small network as a workbook."""
    return small_book(tmp_path)


# --- what is wrong with it -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "place", "code"),
    [
        # Cells.
        (cell("products", PRICE, 2, "=40*2"), "sheet products, cell N2", "formula-cell"),
        (cell("network", "name", 2, "=A1"), "sheet network, cell B2", "formula-cell"),
        (cell("products", "category", 2, "#N/A"), "sheet products, cell C2", "broken-cell"),
        (lambda w: w["groups"].cell(3, 9, "a note"), "sheet groups, cell I3", "unnamed-column"),
        (lambda w: w["groups"].cell(3, 300, "far off"), "sheet groups, cell KN3", "unnamed-column"),
        # Sheets and columns.
        (lambda w: w.create_sheet("Hoja1").append(["notes"]), "sheet Hoja1", "unknown-sheet"),
        (lambda w: w.remove(w["makers"]), "", "missing-sheet"),
        (lambda w: w["units"].cell(1, 9, "colour"), "sheet units, cell I1", "unknown-field"),
        (lambda w: w["products"].cell(1, 20, "name.español"), "sheet products, cell T1", "unknown-field"),
        (lambda w: w["products"].cell(1, 20, "prices.BOB.lost"), "sheet products, cell T1", "unknown-field"),
        (lambda w: w["units"].cell(1, 9, "name"), "sheet units, cell I1", "duplicate-key"),
        (lambda w: w["groups"].cell(1, 3, 7), "sheet groups, cell C1", "unknown-field"),
        (cell("members", "weight", 1, None), "sheet members, row 1", "missing-field"),
        (added("network", "stall-network/1", "Otra", "BOB"), "sheet network, row 3", "too-many-rows"),
        (lambda w: w["network"].delete_rows(2), "sheet network", "missing-field"),
        # Which entry a row belongs to.
        (added("members", "U99", "Nadie", 1), "sheet members, cell A4", "no-such-row"),
        (added("members", None, "Nadie", 1), "sheet members, row 4", "missing-field"),
        # Types.
        (cell("network", "commission_bps", 2, "1500"), "sheet network, cell E2", "not-whole-number"),
        (cell("network", "commission_bps", 2, 15.5), "sheet network, cell E2", "not-whole-number"),
        (cell("network", "commission_bps", 2, True), "sheet network, cell E2", "not-whole-number"),
        (cell("units", "name", 3, FAIR_STARTS), "sheet units, cell B3", "not-text"),
        (cell("units", "name", 3, 1.5), "sheet units, cell B3", "not-text"),
        (cell("products", "yapa", 3, 1), "sheet products, cell F3", "not-true-or-false"),
        (cell("exhibitions", "starts", 2, FAIR_STARTS.replace(hour=8)), "sheet exhibitions, cell F2", "bad-date"),
        # Fields and rules.
        (cell("network", "format", 2, "stall-network/9"), "sheet network, cell A2", "unknown-format"),
        (cell("network", "fund_bps", 2, None), "sheet network, cell F2", "missing-field"),
        (cell("network", "receipt_header", 2, "Ceja\n\nx"), "sheet network, cell G2", "bad-text"),
        (cell("units", "kind", 3, "clan"), "sheet units, cell C3", "unknown-choice"),
        (cell("products", PRICE, 2, 80.005), "sheet products, cell N2", "bad-amount"),
        (cell("products", PRICE, 2, 80.1234), "sheet products, cell N2", "bad-amount"),
        (cell("products", PRICE, 2, 1e-7), "sheet products, cell N2", "bad-amount"),
        (cell("products", "prices.BOB.floor", 2, 90), "sheet products, row 2", "floor-over-list"),
        (cell("products", PRICE, 2, None), "sheet products, cell N2", "missing-field"),
        (cell("products", "barcode", 2, 12345678905), "sheet products, cell B2", "bad-barcode"),
        (cell("products", "name.es", 2, None), "sheet products, row 2", "nothing-given"),
        (cell("products", "name.es", 2, "a\nb"), "sheet products, cell M2", "bad-text"),
        (cell("members", "born", 2, 19), "sheet members, cell D2", "too-small"),
        (cell("makers", "unit", 3, "U99"), "sheet makers, cell B3", "unknown-unit"),
        (cell("participants", "id", 3, "U99"), "sheet participants, cell B3", "unknown-unit"),
        (cell("costs", "amount", 2, -5), "sheet costs, cell C2", "amount-not-positive"),
        (cell("exhibitions", "rates.USD", 2, "0"), "sheet exhibitions, cell L2", "bad-exchange-rate"),
        (cell("exhibitions", "timezone", 2, "La Paz"), "sheet exhibitions, cell H2", "unknown-timezone"),
        (cell("products", "photo", 2, "../x.png"), "sheet products, cell J2", "photo-outside"),
    ],
)  # fmt: skip
def test_a_fault_is_told_by_sheet_and_cell(book, change, place, code):
    assert faults_of(after(book, change)) == {place: code}


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        (
            with_sheet("prices", ["sku", "currency", "list"], ["JK-001", "BOB", 9], ["JK-002", "BOB", "9,50"]),
            {"sheet prices, cell B2": "duplicate-key"},
        ),
        (
            with_sheet("prices", ["sku", "currency", "list"], ["JK-002", "XAU", 9], ["JK-002", "BOB", "9,50"]),
            {"sheet prices, row 2": "unknown-currency", "sheet prices, cell C3": "bad-amount"},
        ),
        (
            with_sheet("prices", ["sku", "currency", "list"], ["JK-009", "BOB", 9], ["JK-002", None, 9]),
            {"sheet prices, cell A2": "no-such-row", "sheet prices, row 3": "missing-field"},
        ),
        (
            with_sheet("rates", ["exhibition", "currency", "rate"], ["LPZ26", "EUR", 0], ["LPZ26", "CHF", None]),
            {"sheet rates, row 3": "missing-field"},
        ),
        (
            with_sheet("rates", ["exhibition", "currency", "rate"], ["LPZ26", "EUR", 0]),
            {"sheet rates, cell C2": "bad-exchange-rate"},
        ),
    ],
)
def test_a_fault_in_a_sheet_of_prices_or_rates(book, change, faults):
    assert faults_of(after(book, change)) == faults


def test_all_faults_of_a_workbook_are_told_together(book):
    def change(workbook: Workbook) -> None:
        for column, row, value in (("kind", 2, "clan"), ("name", 3, 1.5), ("photo", 3, "C:x")):
            cell("units", column, row, value)(workbook)

    assert faults_of(after(book, change)) == {
        "sheet units, cell C2": "unknown-choice",
        "sheet units, cell B3": "not-text",
    }, "what breaks a rule is told once the fields are right"


# --- files that are no workbook ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("network.xlsx", b"PK\x03\x04 and then nothing of a zip file"),
        ("network.xlsx", b"{}"),
        ("network.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old workbook, or a locked one"),
        ("network.json", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("network.json", b"PK\x05\x06" + bytes(18)),
    ],
)
def test_a_file_that_is_no_workbook_is_told_as_that(tmp_path, name, content):
    assert faults_of(written(tmp_path, content, name)) == {"": "not-a-workbook"}


def test_a_workbook_is_known_by_what_it_is_and_not_by_its_name(book):
    assert read_network(book.rename(book.with_suffix(".json"))).network.name == "Red de Prueba"


def test_a_workbook_that_unpacks_to_far_more_than_it_weighs_is_not_unpacked(book):
    with zipfile.ZipFile(book, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/bomb.xml", b"0" * 301_000_000)
    assert book.stat().st_size < 1_000_000
    assert faults_of(book) == {"": "file-too-large"}


def test_a_row_far_down_is_read_without_the_gap(book):
    def change(workbook: Workbook) -> None:
        workbook["groups"].cell(100_000, 1, "ZZ")
        workbook["groups"].cell(100_000, 2, "Lejos")

    assert read_network(after(book, change)).groups[-1].id == "ZZ"


def test_no_sheet_is_wider_than_what_is_read_of_it():
    assert max(len(layout.columns) for layout in LAYOUTS) < workbook_cells.MAX_COLUMNS
