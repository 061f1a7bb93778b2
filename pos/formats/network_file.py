"""Reads `stall-network/1`: a network, its units, products and exhibitions, from JSON or from a workbook.

A file is taken whole or not at all: whatever is wrong with it is reported together, each fault with its place.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pos.domain.catalogue import Catalogue, Place, faults
from pos.domain.refusals import Refusal
from pos.formats.collector import collector_at_rest
from pos.formats.faults import (
    BadFile,
    EmptyFile,
    Fault,
    FaultList,
    FileTooLarge,
    MissingField,
    NotAnObject,
    NotAWorkbook,
    NotJson,
    NotText,
    UnknownFormat,
)
from pos.formats.json_text import JsonReader, decode
from pos.formats.network_parts import Parts
from pos.formats.network_sheets import FORMAT

if TYPE_CHECKING:
    from pydantic import TypeAdapter

MAX_MEGABYTES = 300
"""A hundred thousand products are about 50 MB of JSON."""

_MEGABYTE = 1_000_000
_ZIP, _OLD_OFFICE = b"PK", b"\xd0\xcf\x11\xe0"
"""How a workbook begins; the second one is of the old .xls kind, or locked with a password."""

_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls"})

Raw = TypeVar("Raw")
Part = TypeVar("Part")


def read_network(path: Path) -> Catalogue:
    """The catalogue that a file holds, JSON or workbook by what it is; raises `BadFile` with all that is wrong."""
    data = _content(path)
    if data.startswith((_ZIP, _OLD_OFFICE)) or path.suffix.lower() in _WORKBOOKS:
        # Loaded here, not above: openpyxl takes a quarter of a second, and most imports are JSON.
        from pos.formats.network_workbook import read_sheets

        if not data.startswith(_ZIP):
            raise BadFile.whole(path, NotAWorkbook())
        found, raw = read_sheets(data, path)
        return _catalogue(raw, found)
    with collector_at_rest():
        return _from_json(data, path)


def write_network_workbook(catalogue: Catalogue, path: Path) -> None:
    """Writes a catalogue as a workbook that reads back as the same catalogue; raises `OSError`."""
    from pos.formats.network_workbook_writing import write  # openpyxl, as in `read_network`

    write(catalogue, path)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_MEGABYTES * _MEGABYTE + 1)
    except OSError as error:
        raise BadFile.unreadable(path, error) from None
    if len(data) > MAX_MEGABYTES * _MEGABYTE:
        raise BadFile.whole(path, FileTooLarge(most=MAX_MEGABYTES))
    if not data or data.isspace():
        raise BadFile.whole(path, EmptyFile())
    return data


def _from_json(data: bytes, path: Path) -> Catalogue:
    reader = JsonReader()
    try:
        text = decode(data)
        raw = reader.read(text)
    except NotJson as refusal:
        where = f"line {refusal.values['line']}, column {refusal.values['column']}"
        raise BadFile(path.name, (Fault(where, refusal),)) from None
    except Refusal as refusal:
        raise BadFile.whole(path, refusal) from None
    found = FaultList(path)
    for place, fault in reader.faults(text, raw):
        found.add(place, fault)
    found.check()  # with a field that stands twice it is not known what the file says
    del text
    return _catalogue(raw, found)


def _catalogue(raw: object, found: FaultList) -> Catalogue:
    """The catalogue that raw fields make; raises `BadFile` with the faults found before and all those found here."""
    # Loaded here, not above: pydantic takes longer than the till takes to show its first screen.
    from pos.formats import network_schema as schema
    from pos.formats.typed_fields import checked

    def each(name: str, of: "TypeAdapter[Raw]", make: Callable[[Raw, Place], Part | None]) -> tuple[Part, ...]:
        entries = whole.get(name)
        made = []
        for i, entry in enumerate(entries if isinstance(entries, list) else ()):
            fields = checked(of, entry, (name, i), found)
            part = None if fields is None else make(fields, (name, i))
            if part is not None:
                made.append(part)
        return tuple(made)

    whole = _of_known_format(raw, found)
    checked(schema.FILE, whole, (), found)
    parts = Parts(found)
    fields = checked(schema.NETWORK, whole["network"], ("network",), found) if "network" in whole else None
    network = None if fields is None else parts.network(fields, ("network",))
    groups = each("groups", schema.GROUP, parts.group)
    units = each("units", schema.UNIT, parts.unit)
    products = each("products", schema.PRODUCT, parts.product)
    exhibitions = each("exhibitions", schema.EXHIBITION, parts.exhibition)
    found.check()
    if network is None:
        found.refuse(("network",), MissingField(field="network"))
    catalogue = Catalogue(network, groups, units, products, exhibitions)
    for place, refusal in faults(catalogue):
        found.add(place, refusal)
    found.check()
    return catalogue


def _of_known_format(raw: object, found: FaultList) -> dict[str, object]:
    """The file's object. What is of another format can't be judged by the rules of this one, so nothing else is."""
    if not isinstance(raw, dict):
        found.refuse((), NotAnObject())
    if "format" not in raw:
        found.refuse(("format",), MissingField(field="format"))
    if not isinstance(raw["format"], str):
        found.refuse(("format",), NotText())
    if raw["format"] != FORMAT:
        found.refuse(("format",), UnknownFormat(format=raw["format"], known=FORMAT))
    return raw
