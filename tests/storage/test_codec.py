"""A fact's stored text: what was written once can be read for ever, and equal events are written alike."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pos.domain.facts import KINDS, VERSION, Event, kind_of
from pos.domain.sales import Sale
from pos.storage.codec import UnknownFact, decode, encode, sealed
from tests.builders import a_return, a_sale, a_stamp
from tests.domain.invented import FAIR, Case, cases, steps_back
from tests.storage.golden_events import EVENTS

GOLDEN = Path(__file__).parent / "golden"
"""KIND.VERSION.json: a file that was published here is never changed."""

EACH = pytest.mark.parametrize("event", EVENTS, ids=kind_of)


def golden(kind: str, version: int) -> str:
    """The text that was stored by that version."""
    return (GOLDEN / f"{kind}.{version}.json").read_text(encoding="utf-8").rstrip("\n")


@EACH
def test_what_the_first_version_stored_is_read_as_it_was_meant(event: Event):
    assert decode(kind_of(event), 1, golden(kind_of(event), 1)) == event


@EACH
def test_the_stored_shape_changes_only_with_its_version(event: Event):
    assert encode(event).decode() == golden(kind_of(event), VERSION)


def test_there_is_a_golden_text_of_every_kind_and_every_version():
    wanted = {f"{kind}.{version}.json" for kind in KINDS for version in range(1, VERSION + 1)}
    assert {file.name for file in GOLDEN.iterdir()} == wanted


@EACH
def test_the_golden_texts_leave_no_field_empty(event: Event):
    """A field that is always empty in them could change its shape unnoticed."""
    found: dict[str, list[object]] = {}
    for name, value in leaves("", json.loads(golden(kind_of(event), 1))):
        found.setdefault(name, []).append(value)
    assert {name for name, values in found.items() if not any(value not in {None, ""} for value in values)} <= {
        ".stamp.shift",
        ".tender.rate",
    }


def leaves(name: str, value: object) -> Iterator[tuple[str, object]]:
    """Every plain value with the names that lead to it."""
    if isinstance(value, dict):
        for inner, of_inner in value.items():
            yield from leaves(f"{name}.{inner}", of_inner)
    elif isinstance(value, list):
        for of_inner in value:
            yield from leaves(f"{name}[]", of_inner)
    else:
        yield name, value


@settings(max_examples=60)
@given(st.data())
def test_any_sale_and_its_returns_are_read_as_they_were_written(data: st.DataObject):
    case: Case = data.draw(cases())
    [first, *_] = data.draw(steps_back(case.sale))
    for event in (case.sale, a_return(case.sale, first, exhibition=FAIR)):
        assert decode(kind_of(event), VERSION, encode(event)) == event


@pytest.mark.parametrize(
    "at",
    [
        datetime(2026, 12, 5, 9, 0, tzinfo=UTC),
        datetime(2026, 12, 5, 9, 0, 0, 123456, tzinfo=timezone(timedelta(hours=5, minutes=45))),
        datetime(2027, 3, 28, 3, 0, tzinfo=ZoneInfo("Europe/Berlin")),
    ],
)
def test_a_moment_keeps_its_offset(at: datetime):
    sale = a_sale(stamp=a_stamp(at=at))
    read = decode("sale", VERSION, encode(sale))
    assert isinstance(read, Sale)
    assert read.stamp.at.isoformat() == at.isoformat()


def test_a_kind_or_version_of_a_newer_program_is_not_guessed_at():
    with pytest.raises(UnknownFact):
        decode("sale", VERSION + 1, encode(a_sale()))
    with pytest.raises(UnknownFact):
        decode("raffle", VERSION, b"{}")


@pytest.mark.parametrize("body", [b"", b"{}", b"[1]", b'{"stamp":null}', b"\xff"])
def test_what_is_no_event_is_not_read_as_one(body: bytes):
    for kind in KINDS:
        with pytest.raises((msgspec.DecodeError, UnicodeDecodeError)):
            decode(kind, VERSION, body)


def test_the_same_text_under_another_kind_or_version_is_sealed_differently():
    body = encode(a_sale())
    assert len({sealed("sale", 1, body), sealed("sale", 2, body), sealed("sale_return", 1, body)}) == 3
