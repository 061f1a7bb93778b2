"""A report's workbook holds the same figures as numbers, under headers in the person's language."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from pos.formats.report_workbook import report_workbook
from pos.texts import Texts
from tests.formats.reports import a_report


@pytest.fixture
def book(tmp_path):
    report_workbook(a_report(), tmp_path / "report.xlsx", Texts("en"))
    return load_workbook(tmp_path / "report.xlsx")


def rows(sheet) -> list[tuple[object, ...]]:
    """A sheet's rows under its header."""
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=2)]


def test_there_is_a_sheet_for_each_list(book):
    assert book.sheetnames == ["Summary", "Tenders", "Shifts", "Units", "Members", "Products"]


def test_the_summary_has_the_sales_and_what_the_network_keeps(book):
    summary = dict(rows(book["Summary"]))
    assert summary["Exhibition"] == "Feria de Navidad"
    assert (summary["Receipts"], summary["Pieces"], summary["Sold"]) == (41, 77, 3250)
    assert (summary["Returned"], summary["Net sales"], summary["Cash rounding"]) == (-80, 3170, 0.1)
    assert (summary["Commission"], summary["Fund"]) == (108.6, 27.15)


def test_the_lists_have_the_order_of_the_format(book):
    assert rows(book["Tenders"]) == [
        ("cash", "BOB", 2100, 2100),
        ("cash", "USD", 40, 388),
        ("qr", "BOB", 682.1, 682.1),
    ]
    assert rows(book["Units"])[0] == ("U01", "Familia Quispe", 0, 905, 108.6, 27.15, 769.25, 0, 50, 0, 719.25)
    assert rows(book["Members"])[0] == ("U01", "Familia Quispe", "Juana Quispe", 512.83)
    assert rows(book["Products"]) == [
        ("U01", "JK-001", 10, 3, 0, 1, 6, 0, 2, 0),
        ("U01", "JK-002", 1, 3, 0, 0, 0, 0, 0, 2),
    ]


def test_a_shift_has_a_row_for_each_currency_and_one_without_any_has_a_row_too(book):
    assert rows(book["Shifts"]) == [
        ("A", 2, "ana", "A-000001", "A-000041", "BOB", 130, 1915, 1914.5, -0.5, 3170),
        ("A", 2, "ana", "A-000001", "A-000041", "USD", 5, 45, 45, 0, 3170),
        ("B", 1, "luz", None, None, None, None, None, None, None, 0),
    ]


def test_amounts_are_numbers_with_the_decimals_of_their_currency(book):
    for sheet, column in (("Tenders", "C"), ("Units", "D"), ("Members", "D"), ("Shifts", "K")):
        cell = book[sheet][f"{column}2"]
        assert (cell.data_type, cell.number_format) == ("n", "0.00")


def test_a_name_never_becomes_a_formula(book):
    cell = book["Units"]["B3"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=Berta", "s", True)


@pytest.mark.parametrize("language", ["es", "en"])
def test_titles_are_such_as_a_spreadsheet_takes(tmp_path: Path, language):
    report_workbook(a_report(), tmp_path / "report.xlsx", Texts(language))
    titles = load_workbook(tmp_path / "report.xlsx").sheetnames
    assert len(set(titles)) == 6
    assert all(len(title) <= 31 and not set(title) & set("[]:*?/\\") for title in titles)
