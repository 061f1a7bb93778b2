"""Workbooks for tests: the small network as somebody might have changed it in a spreadsheet."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook, load_workbook

from pos.formats.network_file import read_network, write_network_workbook
from tests.formats.network_files import SMALL, written

BookChange = Callable[[Workbook], object]


def small_book(folder: Path) -> Path:
    """The small network of the JSON tests as a workbook."""
    path = folder / "network.xlsx"
    write_network_workbook(read_network(written(folder, SMALL)), path)
    return path


def after(path: Path, change: BookChange) -> Path:
    """The workbook after somebody changed and saved it."""
    workbook = load_workbook(path)
    change(workbook)
    workbook.save(path)
    return path


FAIR_STARTS = datetime(2026, 12, 5)  # noqa: DTZ001 - a cell's date has no offset
PRICE = "prices.BOB.list"


def cell(sheet: str, column: str, row: int, value: object) -> BookChange:
    """Puts a value into a cell, by the name of its column."""

    def change(workbook: Workbook) -> None:
        names = [header.value for header in workbook[sheet][1]]
        workbook[sheet].cell(row, names.index(column) + 1).value = value

    return change


def added(sheet: str, *values: object) -> BookChange:
    """Adds a row at the end."""
    return lambda workbook: workbook[sheet].append(values)


def with_sheet(name: str, *rows: list[object]) -> BookChange:
    """Adds a sheet with these rows, its header first."""

    def change(workbook: Workbook) -> None:
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)

    return change
