"""Reads `stall-day/1`: what happened at a till, one JSON object a line (docs/formats.md)."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from pos.domain.barcodes import till_code
from pos.domain.catalogue import Place
from pos.domain.refusals import Refusal
from pos.domain.text import identifier
from pos.formats.collector import collector_at_rest
from pos.formats.day_events import DayEvent, SaleEvent
from pos.formats.faults import (
    BadEncoding,
    BadFile,
    BadTime,
    EmptyFile,
    FaultList,
    LineTooLong,
    MissingField,
    NoOffset,
    NotAnObject,
    NotJson,
    NotText,
    NotWholeNumber,
    OnlyOneOf,
    TooManyLines,
    UnknownChoice,
    UnknownFormat,
    json_path,
)
from pos.formats.json_text import JsonReader, decode, parts
from pos.formats.moments import is_plain_time

FORMAT = "stall-day/1"
MAX_LINE = 1_000_000
MAX_LINES = 5_000_000


class DayLine(NamedTuple):
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
    is told when the event is replayed. A header that is not right leaves no events to judge.
    """
    found = FaultList(path, _describe)
    reader = _LineReader(found)
    events = []
    first = ""
    with collector_at_rest():
        lines = _raw_lines(path, found)
        raw_header, exhibition, till = _header(reader, lines, found)
        for number, text in lines:
            raw = reader.read(number, text)
            event = None if raw is None else reader.event(number, text, raw)
            if event is not None and not found:
                digest = reader.digest(raw)
                first = first or digest
                events.append(DayLine(number, digest, event))
        found.check()
    identity = hashlib.sha256(f"{reader.digest(raw_header)}\n{first}".encode()).hexdigest()
    return DayFile(path.name, exhibition, till, identity, tuple(events))


def _header(reader: "_LineReader", lines: Iterator[tuple[int, str]], found: FaultList) -> tuple[object, str, str]:
    """The first line's fields, and the exhibition and the till that it names."""
    number, text = next(lines, (0, ""))
    found.check()
    if not number:
        found.refuse((), EmptyFile())
    raw = reader.read(number, text)
    named = None if raw is None else reader.header(number, raw)
    found.check()
    exhibition, till = named or ("", "")
    return raw, exhibition, till


def _describe(place: Place) -> str:
    """A place as its line and, where it is inside, the JSON path there."""
    if not place:
        return ""
    line, *inside = place
    return f"line {line}, {json_path(tuple(inside))}" if inside else f"line {line}"


def _raw_lines(path: Path, found: FaultList) -> Iterator[tuple[int, str]]:
    """The lines that hold something, with their numbers; a fault that leaves nothing to go on with ends them."""
    number = before = 0
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
                if not data.isspace():
                    yield number, decode(data, before)
                before += len(data)
    except OSError as error:
        raise BadFile.unreadable(path, error) from None
    except BadEncoding as refusal:
        found.add((number,), refusal)


class _LineReader:
    """Turns lines into values, adding what is wrong with them to the faults."""

    def __init__(self, found: FaultList) -> None:
        # Loaded here, not above: pydantic takes longer than the till takes to show its first screen.
        from pydantic_core import to_json

        from pos.formats import day_schema
        from pos.formats.typed_fields import checked, checked_json

        self._found = found
        self._json = JsonReader(by_key=True)
        self._to_json = to_json
        self._checked_header = checked
        self._header = day_schema.HEADER
        self._checked = checked_json
        self._events = day_schema.EVENTS

    def read(self, number: int, text: str) -> dict[str, object] | None:
        """The JSON object of a line, None where it is none or says a thing twice."""
        try:
            raw = self._json.read(text)
        except NotJson as refusal:
            self._found.add((number,), NotJson(line=number, column=refusal.values["column"]))
            return None
        except Refusal as refusal:
            self._found.add((number,), refusal)
            return None
        before = len(self._found)
        if self._json.suspects(text):
            for place, fault in self._json.faults(text, raw):
                self._found.add((number, *place), fault)
        if not isinstance(raw, dict):
            self._found.add((number,), NotAnObject())
            return None
        return raw if len(self._found) == before else None

    def digest(self, raw: object) -> str:
        """The SHA-256, in hex, of an object's canonical JSON: sorted by key, without spaces, in UTF-8."""
        return hashlib.sha256(self._to_json(raw)).hexdigest()

    def header(self, number: int, raw: dict[str, object]) -> tuple[str, str] | None:
        """The exhibition and the till that the first line names, None where it is not right."""
        given = raw.get("format")
        if isinstance(given, str) and given != FORMAT:
            self._found.refuse((number, "format"), UnknownFormat(format=given, known=FORMAT))
        fields = self._checked_header(self._header, raw, (number,), self._found)
        if fields is None:
            return None
        for name, check, value in (
            ("exhibition", identifier, fields["exhibition"]),
            ("till", till_code, fields["till"]),
        ):
            try:
                check(value)
            except Refusal as refusal:
                self._found.add((number, name), refusal)
        return fields["exhibition"], fields["till"]

    def event(self, number: int, text: str, raw: dict[str, object]) -> DayEvent | None:
        """The event of a line, None where it is not right."""
        do = raw.get("do")
        if do is None:
            self._found.add((number, "do"), MissingField(field="do"))
            return None
        if not isinstance(do, str):
            self._found.add((number, "do"), NotText())
            return None
        if do not in self._events:
            self._found.add((number, "do"), UnknownChoice(value=do, known=", ".join(self._events)))
            return None
        event: DayEvent | None = self._checked(self._events[do], text, (number,), self._found)
        if event is not None:
            self._check_further(number, raw, event)
        return event

    def _check_further(self, number: int, raw: dict[str, object], event: DayEvent) -> None:
        """What the fields' types don't say."""
        at = str(raw["at"])
        if not is_plain_time(at):
            self._found.add((number, "at"), NoOffset(text=at) if event.at.tzinfo is None else BadTime(text=at))
        if isinstance(event, SaleEvent) and event.discount is not None:
            discount = event.discount
            if (discount.amount is None) == (discount.percent is None):
                self._found.add((number, "discount"), OnlyOneOf(fields="amount, percent"))
        if self._json.suspects(""):
            for place, part in parts(raw):
                if isinstance(part, float):
                    self._found.add((number, *place), NotWholeNumber())
