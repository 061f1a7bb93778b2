"""Cells of a workbook (.xlsx), plain values in and out: no formula is ever taken from one, and none ever made by us.

Loads openpyxl, which takes longer than the till takes to show its first screen: import this where a workbook is used.
"""

import re
import warnings
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from pos.formats.faults import BadFile, FileTooLarge, NotAWorkbook

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as ReadCell
    from openpyxl.cell.cell import MergedCell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

MAX_ROWS = 1_048_576
MAX_COLUMNS = 256
MAX_UNPACKED_MEGABYTES = 300
FORMULA, ERROR = "f", "e"

Value = object
Written = str | int | bool | date | Decimal | None

_COMMANDS = re.compile(r"\s*[=+\-@#]")
"""How a text begins that a spreadsheet would take for a formula, or for an error, when somebody edits its cell."""


class Cell(NamedTuple):
    """A cell that holds something; `kind` is `FORMULA`, `ERROR` or another of the file's own letters."""

    row: int
    column: int
    value: Value
    kind: str


class Sheet(NamedTuple):
    """A sheet's rows that hold something, each as its cells that do."""

    name: str
    rows: list[list[Cell]]


def coordinate(column: int, row: int) -> str:
    """A cell as people call it: `(3, 5)` is C5."""
    return f"{get_column_letter(column)}{row}"


# --- reading ---------------------------------------------------------------------------------------------------------


def read_cells(data: bytes, path: Path) -> list[Sheet]:
    """Every sheet of a workbook; raises `BadFile` where it is none, or unpacks to more than it should."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked <= MAX_UNPACKED_MEGABYTES * 1_000_000:
            return _read(data)
    except Exception as error:
        # A damaged workbook makes zipfile, the XML parser and openpyxl raise nearly anything there is.
        raise BadFile.whole(path, NotAWorkbook()) from error
    raise BadFile.whole(path, FileTooLarge(most=MAX_UNPACKED_MEGABYTES))


def _read(data: bytes) -> list[Sheet]:
    # Not data_only: that gives a formula's last result as if somebody had typed it.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and extensions, which we do not read
        book = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
        try:
            sheets = []
            for sheet in book.worksheets:
                sheet.reset_dimensions()  # what a file says of its size is often wrong
                rows = sheet.iter_rows(max_row=MAX_ROWS)
                filled = (_filled(number, row) for number, row in enumerate(rows, start=1))
                sheets.append(Sheet(sheet.title, [row for row in filled if row]))
            return sheets
        finally:
            book.close()


def _filled(number: int, row: "tuple[ReadCell | MergedCell, ...]") -> list[Cell]:
    cells = list(enumerate(row[:MAX_COLUMNS], start=1))
    if len(row) > MAX_COLUMNS:
        cells.append((len(row), row[-1]))  # no column of ours lies so far to the right: one cell there tells of it
    return [Cell(number, column, c.value, c.data_type) for column, c in cells if c.value is not None and c.value != ""]


# --- writing ---------------------------------------------------------------------------------------------------------


class CellWriter:
    """Writes a workbook sheet by sheet. A text is written as a text, whatever it begins with."""

    def __init__(self) -> None:
        self._book = Workbook(write_only=True)

    def sheet(self, title: str, headers: Sequence[str], rows: Iterable[Sequence[Written]]) -> None:
        """A sheet with its header row; a decimal number shows as many decimals as it has."""
        sheet = self._book.create_sheet(title)
        sheet.freeze_panes = "A2"
        for i, header in enumerate(headers, start=1):
            sheet.column_dimensions[get_column_letter(i)].width = max(10, min(40, len(header) + 4))
        bold = Font(bold=True)
        sheet.append([self._header(sheet, header, bold) for header in headers])
        for row in rows:
            sheet.append([self._cell(sheet, value) for value in row])

    def save(self, path: Path) -> None:
        """Writes the file; one that stood there before is there until the new one is whole. Raises `OSError`."""
        content = BytesIO()
        self._book.save(content)  # into memory: openpyxl, failing on a file, leaves its own files open
        aside = path.with_name(f"{path.name}.part")
        try:
            aside.write_bytes(content.getbuffer())
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)

    def _header(self, sheet: "WriteOnlyWorksheet", text: str, font: Font) -> object:
        cell = WriteOnlyCell(sheet, text)
        cell.data_type = "s"
        cell.font = font
        return cell

    def _cell(self, sheet: "WriteOnlyWorksheet", value: Written) -> object:
        """The value itself where openpyxl takes it for what it is, which is quick; else a cell that says what it is."""
        if isinstance(value, str) and _COMMANDS.match(value):
            cell = WriteOnlyCell(sheet, value)
            cell.data_type = "s"
            cell.quotePrefix = True
            return cell
        if isinstance(value, Decimal):
            cell = WriteOnlyCell(sheet, value)  # type: ignore[arg-type]  # its stubs leave Decimal out
            cell.number_format = _number_format(value)
            return cell
        return value


def _number_format(number: Decimal) -> str:
    decimals = len(format(number, "f").partition(".")[2])
    return f"0.{'0' * decimals}" if decimals else "0"
