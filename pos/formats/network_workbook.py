"""A network's workbook turned into the same raw fields that its JSON file holds.

The fields are then checked by the same code, which finds a fault's cell again through `SheetPlaces`.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from pos.domain.catalogue import Place
from pos.formats.faults import (
    BrokenCell,
    DuplicateKey,
    FaultList,
    FormulaCell,
    MissingField,
    MissingSheet,
    NoSuchRow,
    TooManyRows,
    UnknownField,
    UnknownSheet,
    UnnamedColumn,
)
from pos.formats.network_sheets import FORMAT, LAYOUTS, Belonging, Kind, SheetLayout, kind_of
from pos.formats.workbook_cells import ERROR, FORMULA, Cell, Sheet, coordinate, read_cells

Fields = dict[str, Any]

_NEVER_LEFT_OUT: Mapping[str, Mapping[str, Callable[[], object]]] = {
    "units": {"members": list},
    "products": {"name": dict, "prices": dict, "makers": list},
}
"""Fields that the JSON file always has, where the workbook may have no row or cell for them."""


def read_sheets(data: bytes, path: Path) -> tuple[FaultList, Fields]:
    """The raw fields of a workbook, and the list that finds the cells of whatever is wrong with them.

    Raises `BadFile` where sheets, columns or cells can't be read as such: only without such faults are there fields.
    """
    places = SheetPlaces()
    found = FaultList(path, places.describe)
    raw = _SheetReader(places, found).read(read_cells(data, path))
    found.check()
    return found, raw


class SheetPlaces:
    """Where in the workbook each entry stands, and in which column each of its fields."""

    def __init__(self) -> None:
        self.rows: dict[Place, tuple[str, int]] = {}
        self.columns: dict[str, dict[str, int]] = {}

    def describe(self, place: Place) -> str:
        """A place of the JSON file as the cell that it came from; as the row or the sheet where it is no one cell."""
        for length in range(len(place), -1, -1):
            if place[:length] not in self.rows:
                continue
            sheet, row = self.rows[place[:length]]
            for end in range(len(place), length - 1, -1):
                column = ".".join(map(str, place[length:end]))
                if column in self.columns[sheet]:
                    return self.cell(sheet, column, row)
            return f"sheet {sheet}, row {row}"
        return f"sheet {place[0]}" if place else ""

    def cell(self, sheet: str, column: str, row: int) -> str:
        """The cell of a named column in a row."""
        return f"sheet {sheet}, cell {coordinate(self.columns[sheet][column], row)}"


class _SheetReader:
    """Reads the sheets one after the other into one object, as the JSON file would give it."""

    def __init__(self, places: SheetPlaces, found: FaultList) -> None:
        self._places = places
        self._found = found
        self._raw: Fields = {"format": FORMAT}
        self._owners: dict[tuple[str, str], tuple[Place, Fields]] = {}

    def read(self, sheets: list[Sheet]) -> Fields:
        """All sheets' rows as raw fields; what can't be read as sheets and cells is added to the faults."""
        by_name = {sheet.name: sheet for sheet in sheets}
        known = ", ".join(layout.name for layout in LAYOUTS)
        names = {layout.name for layout in LAYOUTS}
        for sheet in sheets:
            if sheet.name not in names and sheet.rows:
                self._found.add_at(f"sheet {sheet.name}", UnknownSheet(sheet=sheet.name, known=known))
        for layout in LAYOUTS:
            if layout.name in by_name:
                self._sheet(layout, by_name[layout.name])
            elif not layout.optional:
                self._found.add_at("", MissingSheet(sheet=layout.name))
        return self._raw

    def _sheet(self, layout: SheetLayout, sheet: Sheet) -> None:
        if layout.belonging is None and layout.name != "network":
            self._raw[layout.name] = []
        columns = self._columns(layout, sheet)
        if columns is None:
            return
        numbers = {name: number for number, name in columns.items()}
        if layout.belonging is not None and layout.belonging.value is not None:
            numbers[""] = numbers[layout.belonging.value]  # the row as a whole is that one value
        self._places.columns[layout.name] = numbers
        for cells in sheet.rows:
            if cells[0].row > 1:
                row, fields = cells[0].row, self._row(layout, columns, cells)
                if layout.name == "network":
                    self._network(row, fields)
                elif layout.belonging is None:
                    self._entry(layout, row, fields)
                else:
                    self._belonging(layout, layout.belonging, row, fields)

    def _columns(self, layout: SheetLayout, sheet: Sheet) -> dict[int, str] | None:
        """The names in the first row by the number of their column; None where needed ones are missing."""
        columns: dict[int, str] = {}
        for cell in sheet.rows[0] if sheet.rows and sheet.rows[0][0].row == 1 else ():
            name, at = str(cell.value), _at(layout, cell)
            if not isinstance(cell.value, str) or not layout.knows(name):
                self._found.add_at(at, UnknownField(field=name))
            elif name in columns.values():
                self._found.add_at(at, DuplicateKey(key=name))
            else:
                columns[cell.column] = name
        missing = [name for name in layout.needed if name not in columns.values()]
        if missing and (sheet.rows or not layout.optional):
            for name in missing:
                self._found.add_at(f"sheet {layout.name}, row 1", MissingField(field=name))
        return None if missing else columns

    def _row(self, layout: SheetLayout, columns: dict[int, str], cells: list[Cell]) -> Fields:
        fields: Fields = {}
        for cell in cells:
            name, at = columns.get(cell.column), _at(layout, cell)
            if cell.kind == FORMULA:
                self._found.add_at(at, FormulaCell())
            elif cell.kind == ERROR:
                self._found.add_at(at, BrokenCell(value=str(cell.value)))
            elif name is None:
                self._found.add_at(at, UnnamedColumn())
            else:
                *outer, last = name.split(".")
                holder = fields
                for step in outer:
                    holder = holder.setdefault(step, {})
                holder[last] = _raw_value(kind_of(name), cell.value)
        return fields

    def _network(self, row: int, fields: Fields) -> None:
        if "network" in self._raw:
            self._found.add_at(f"sheet network, row {row}", TooManyRows(most=1))
            return
        self._raw["format"] = fields.pop("format", FORMAT)
        self._raw["network"] = fields
        self._places.rows[()] = self._places.rows["network",] = ("network", row)

    def _entry(self, layout: SheetLayout, row: int, fields: Fields) -> None:
        place: Place = (layout.name, len(self._raw[layout.name]))
        entry = {field: make() for field, make in _NEVER_LEFT_OUT.get(layout.name, {}).items()} | fields
        self._raw[layout.name].append(entry)
        self._places.rows[place] = (layout.name, row)
        key = entry.get("sku" if layout.name == "products" else "id")
        self._owners.setdefault((layout.name, str(key)), (place, entry))

    def _belonging(self, layout: SheetLayout, to: Belonging, row: int, fields: Fields) -> None:
        missing = [name for name in (to.key, to.under, to.value) if name is not None and name not in fields]
        for name in missing:
            self._found.add_at(f"sheet {layout.name}, row {row}", MissingField(field=name))
        if missing:
            return
        key = str(fields.pop(to.key))
        if (to.owner, key) not in self._owners:
            at = self._places.cell(layout.name, to.key, row)
            self._found.add_at(at, NoSuchRow(value=key, sheet=to.owner))
            return
        place, owner = self._owners[to.owner, key]
        if to.under is None:
            entries = owner.setdefault(to.field, [])
            self._places.rows[*place, to.field, len(entries)] = (layout.name, row)
            entries.append(fields)
            return
        under, holder = str(fields.pop(to.under)), owner.setdefault(to.field, {})
        if under in holder:
            self._found.add_at(self._places.cell(layout.name, to.under, row), DuplicateKey(key=under))
            return
        self._places.rows[*place, to.field, under] = (layout.name, row)
        holder[under] = fields if to.value is None else fields[to.value]


def _at(layout: SheetLayout, cell: Cell) -> str:
    return f"sheet {layout.name}, cell {coordinate(cell.column, cell.row)}"


def _raw_value(kind: Kind, value: object) -> object:
    """A cell's value as the JSON file would hold it; one that does not fit stays as it is, for the schema to refuse."""
    if isinstance(value, bool):
        return value
    return _READ[kind](value)


def _text(value: object) -> object:
    """A code of figures only, such as a barcode, is a number to a spreadsheet."""
    whole = _integer(value)
    return str(whole) if isinstance(whole, int) else value


def _lines(value: object) -> object:
    return value.replace("\r\n", "\n").split("\n") if isinstance(value, str) else value


def _integer(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _boolean(value: object) -> object:
    return {"true": True, "false": False}.get(value.lower(), value) if isinstance(value, str) else value


def _decimal(value: object) -> object:
    return format(Decimal(repr(value)), "f") if isinstance(value, int | float) else value


def _date(value: object) -> object:
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date | time) else value


_READ: Mapping[Kind, Callable[[object], object]] = {
    Kind.TEXT: _text,
    Kind.LINES: _lines,
    Kind.INTEGER: _integer,
    Kind.BOOLEAN: _boolean,
    Kind.DECIMAL: _decimal,
    Kind.DATE: _date,
}
