"""Reads `stall-day/1`: what happened at a till, one JSON object a line (docs/formats.md)."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pos.domain.barcodes import till_code
from pos.domain.catalogue import Place
from pos.domain.refusals import Refusal
from pos.formats.day_events import DayEvent, Misplaced
from pos.formats.faults import (
    BadFile,
    EmptyFile,
    FaultList,
    LineTooLong,
    MissingField,
    NotAnObject,
    TooManyLines,
    UnknownChoice,
    UnknownFormat,
    json_path,
)
from pos.formats.json_text import JsonReader, decode

FORMAT = "stall-day/1"
MAX_LINE = 1_000_000
MAX_LINES = 5_000_000


@dataclass(frozen=True, slots=True)
class DayLine:
    """An event with its line (the header is line 1) and the SHA-256, in hex, of its canonical JSON."""

    number: int
    digest: str
    event: DayEvent


@dataclass(frozen=True, slots=True)
class DayFile:
    """A day file, well formed; `identity` names it by its header and first event, so a grown file is known again."""

    name: str
    exhibition: str
    till: str
    identity: str
    lines: tuple[DayLine, ...] = field(repr=False)


def read_day(path: Path) -> DayFile:
    """The events that a file holds, in its order; raises `BadFile` with every fault of its form.

    Form only: missing, unknown and wrongly typed fields, an unknown `do`, a time without its offset. What breaks a rule
    is told when the event is replayed.
    """
    found = FaultList(path, _describe)
    reader = _LineReader(found)
    lines = _raw_lines(path, found)
    number, text = next(lines, (1, ""))
    if not text:
        found.check()
        raise BadFile.whole(path, EmptyFile())
    raw_header = reader.read(number, text)
    exhibition, till = reader.header(number, raw_header)
    events, first = [], ""
    for number, text in lines:
        raw = reader.read(number, text)
        digest = _digest(raw)
        first = first or digest
        event = reader.event(number, raw)
        if event is not None:
            events.append(DayLine(number, digest, event))
    found.check()
    identity = hashlib.sha256(f"{_digest(raw_header)}\n{first}".encode()).hexdigest()
    return DayFile(path.name, exhibition, till, identity, tuple(events))


def _describe(place: Place) -> str:
    """A place as its line and, where it is inside, the JSON path there."""
    line, *inside = place
    return f"line {line}, {json_path(tuple(inside))}" if inside else f"line {line}"


def _raw_lines(path: Path, found: FaultList) -> Iterator[tuple[int, str]]:
    """The lines that hold something, with their numbers; a fault that leaves nothing to go on with ends them."""
    number = 0
    try:
        with path.open("rb") as stream:
            while data := stream.readline(MAX_LINE + 1):
                number += 1
                if len(data) > MAX_LINE:
                    found.add((number,), LineTooLong(most=MAX_LINE))
                    return
                if number > MAX_LINES:
                    found.add((number,), TooManyLines(most=MAX_LINES))
                    return
                if data.strip():
                    yield number, decode(data)
    except OSError as error:
        raise BadFile.unreadable(path, error) from None
    except Refusal as refusal:
        found.add((number,), refusal)


def _digest(raw: object) -> str:
    canonical = json.dumps(raw, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


class _LineReader:
    """Turns lines into values, adding what is wrong with them to the faults."""

    def __init__(self, found: FaultList) -> None:
        # Loaded here, not above: pydantic takes longer than the till takes to show its first screen.
        from pos.formats import day_schema  # noqa: PLC0415
        from pos.formats.day_values import EVENTS  # noqa: PLC0415
        from pos.formats.typed_fields import checked  # noqa: PLC0415

        self._found = found
        self._json = JsonReader()
        self._schema = day_schema
        self._events = EVENTS
        self._checked = checked

    def read(self, number: int, text: str) -> object:
        """The JSON value of a line, None where it is none."""
        try:
            raw = self._json.read(text)
        except Refusal as refusal:
            self._found.add((number,), refusal)
            return None
        for place, fault in self._json.faults(text, raw):
            self._found.add((number, *place), fault)
        return raw

    def header(self, number: int, raw: object) -> tuple[str, str]:
        """The exhibition and the till that the first line names, empty where it is not right."""
        if self._object(number, raw) is None:
            return "", ""
        header = self._checked(self._schema.HEADER, raw, (number,), self._found)
        if header is None:
            return "", ""
        if header["format"] != FORMAT:
            self._found.add((number, "format"), UnknownFormat(format=header["format"], known=FORMAT))
        try:
            till_code(header["till"])
        except Refusal as refusal:
            self._found.add((number, "till"), refusal)
        return header["exhibition"], header["till"]

    def event(self, number: int, raw: object) -> DayEvent | None:
        """The event of a line, None where it is not right."""
        entry = self._object(number, raw)
        if entry is None:
            return None
        do = entry.get("do")
        if do is None:
            self._found.add((number, "do"), MissingField(field="do"))
            return None
        if not isinstance(do, str) or do not in self._schema.EVENTS:
            self._found.add((number, "do"), UnknownChoice(value=str(do), known=", ".join(self._schema.EVENTS)))
            return None
        return self._value(number, do, entry)

    def _value(self, number: int, do: str, entry: dict[str, object]) -> DayEvent | None:
        fields: Mapping[str, Any] | None = self._checked(self._schema.EVENTS[do], entry, (number,), self._found)
        if fields is None:
            return None
        try:
            return self._events[do](fields)
        except Misplaced as misplaced:
            self._found.add((number, *misplaced.place), misplaced.refusal)
            return None

    def _object(self, number: int, raw: object) -> dict[str, object] | None:
        if isinstance(raw, dict):
            return raw
        if raw is not None:  # None was told already: the line is no JSON at all
            self._found.add((number,), NotAnObject())
        return None
