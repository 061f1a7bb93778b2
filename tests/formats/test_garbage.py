"""Whatever a file holds, reading it gives its values or says what is wrong with it: it never ends in another error."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from pos.formats.day_file import read_day
from pos.formats.faults import BadFile
from pos.formats.network_file import read_network, write_network_workbook
from pos.formats.network_sheets import LAYOUTS
from tests.formats import day_files, network_files
from tests.formats.network_files import SMALL

EVENTS = [day_files.an_event(do) for do in day_files.EVENTS]

words = st.text(max_size=12) | st.sampled_from(
    ["", "BOB", "U01", "JK-001", "all", "12.50", "-1", "1e5", "NaN", "2026-12-05", "..", "\x00", "\u202e", "\ud800"]
)
scalars = st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | words
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4), max_leaves=8
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """One folder for all the examples of a module."""
    return tmp_path_factory.mktemp("garbage")


def taken_or_told(path: Path, read: Callable[[Path], object]) -> None:
    """Reads a file; if it is refused, then with faults that can be shown."""
    said = "its faults"
    try:
        read(path)
    except BadFile as refused:
        said = str(refused)
    assert said
    assert said.isprintable()


def _places(value: object, here: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [here, *(place for step, inner in inside for place in _places(inner, (*here, step)))]


@st.composite
def damaged(draw: st.DrawFn, whole: Any) -> Any:
    """The value with something else at one or two places, or without what stood there."""
    fields = copy.deepcopy(whole)
    for _ in range(draw(st.integers(1, 2))):
        place = draw(st.sampled_from(_places(fields)))
        if not place:
            continue
        holder = fields
        for step in place[:-1]:
            holder = holder[step]
        if draw(st.booleans()):
            holder[place[-1]] = draw(values)
        else:
            del holder[place[-1]]
    return fields


@given(content=st.binary(max_size=200))
def test_any_bytes(folder, content):
    taken_or_told(network_files.written(folder, content), read_network)
    taken_or_told(network_files.written(folder, content, "network.xlsx"), read_network)
    taken_or_told(network_files.written(folder, content, "day.jsonl"), read_day)
    taken_or_told(day_files.written(folder, content), read_day)


@given(value=values)
def test_any_json(folder, value):
    text = json.dumps(value)
    taken_or_told(network_files.written(folder, text), read_network)
    taken_or_told(day_files.written(folder, text), read_day)
    taken_or_told(day_files.written(folder, header=text), read_day)


@given(fields=damaged(SMALL))
@settings(max_examples=200)
def test_a_network_with_anything_in_place_of_one_value(folder, fields):
    taken_or_told(network_files.written(folder, json.dumps(fields)), read_network)


@given(events=damaged(EVENTS))
@settings(max_examples=200)
def test_a_day_with_anything_in_place_of_one_value(folder, events):
    taken_or_told(day_files.written(folder, *map(json.dumps, events)), read_day)


cells = (
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.floats() | st.dates() | st.datetimes() | st.times()
)
cells |= st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=8) | st.sampled_from(["=1+1", "#N/A", "U01"])


@given(st.data())
@settings(max_examples=40)
def test_a_workbook_of_our_sheets_with_anything_in_its_cells(folder, data):
    book = Workbook()
    del book["Sheet"]
    for layout in LAYOUTS:
        sheet = book.create_sheet(layout.name)
        columns = [*layout.columns, "name.es", "prices.BOB.list", "rates.USD"][: data.draw(st.integers(0, 14))]
        sheet.append(columns)
        for _ in range(data.draw(st.integers(0, 2))):
            sheet.append([data.draw(cells) for _ in columns])
    book.save(folder / "cells.xlsx")
    taken_or_told(folder / "cells.xlsx", read_network)


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=20), st.integers(0, 200))
@settings(max_examples=60)
def test_a_workbook_with_damaged_bytes(folder, damage, cut):
    path = folder / "damaged.xlsx"
    whole = folder / "whole.xlsx"
    if not whole.exists():
        write_network_workbook(read_network(network_files.written(folder, SMALL)), whole)
    content = bytearray(whole.read_bytes())
    for position, byte in damage:
        content[position % len(content)] = byte
    path.write_bytes(content[: len(content) - cut])
    taken_or_told(path, read_network)
