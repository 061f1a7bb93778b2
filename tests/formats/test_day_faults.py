"""A day file whose form is wrong is refused whole, and every fault is told by its line and its place in it."""

import json
from pathlib import Path

import pytest

from pos.formats import day_file
from pos.formats.day_file import read_day
from pos.formats.faults import MAX_FAULTS, BadFile
from tests.formats.day_files import EVENTS, HEADER, NINE, SALE, an_event, written
from tests.formats.network_files import faults_of


def told(folder: Path, *lines: object, header: object = HEADER) -> dict[str, str]:
    """Code by place of what is wrong with a file of these events."""
    return faults_of(written(folder, *lines, header=header), read_day)


# --- events --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("event", "place", "code"),
    [
        (an_event("sale", colour="red"), "$.colour", "unknown-field"),
        (an_event("sale", lines=[{"scan": "x", "sku": "x"}]), "$.lines[0].sku", "unknown-field"),
        (an_event("void", amount="1.00"), "$.amount", "unknown-field"),
        (an_event("close_exhibition", unit="U01"), "$.unit", "unknown-field"),
        (an_event("open_shift", opening_float={}), "$.opening_float", "unknown-field"),
        (an_event("refund", tender={"kind": "cash", "amount": "1.00"}), "$.tender.amount", "unknown-field"),
        (an_event("sale", lines=[{"qty": 1}]), "$.lines[0].scan", "missing-field"),
        (an_event("sale", at=None), "$.at", "missing-field"),
        (an_event("sale", do=None), "$.do", "missing-field"),
        (an_event("sale", tenders=[{"kind": "qr"}]), "$.tenders[0].amount", "missing-field"),
        (an_event("refund", lines=[{"line": 1}]), "$.lines[0].qty", "missing-field"),
        (an_event("sale", do="sell"), "$.do", "unknown-choice"),
        (an_event("sale", do=1), "$.do", "not-text"),
        (an_event("sale", discount={}), "$.discount", "only-one-of"),
        (an_event("sale", discount={"amount": "1.00", "percent": "1"}), "$.discount", "only-one-of"),
        (an_event("sale", at="2026-12-05T09:00:00"), "$.at", "no-offset"),
        (an_event("sale", at="2026-12-05"), "$.at", "bad-time"),
        (an_event("sale", at="2026-12-05 09:00:00-04:00"), "$.at", "bad-time"),
        (an_event("sale", at="2026-13-05T09:00:00-04:00"), "$.at", "bad-time"),
        (an_event("sale", at="0001-01-01T00:00:00+14:00"), "$.at", "bad-time"),
        (an_event("sale", at="1764939600"), "$.at", "bad-time"),
        (an_event("sale", at=1764939600), "$.at", "not-text"),
        (an_event("sale", ref=1), "$.ref", "not-text"),
        (an_event("sale", lines={}), "$.lines", "not-a-list"),
        (an_event("sale", lines=["x"]), "$.lines[0]", "not-an-object"),
        (an_event("sale", lines=[{"scan": 2000000000015}]), "$.lines[0].scan", "not-text"),
        (an_event("sale", lines=[{"scan": "x", "qty": "1"}]), "$.lines[0].qty", "not-whole-number"),
        (an_event("sale", lines=[{"scan": "x", "qty": 1.0}]), "$.lines[0].qty", "not-whole-number"),
        (an_event("sale", lines=[{"scan": "x", "qty": True}]), "$.lines[0].qty", "not-whole-number"),
        (an_event("sale", lines=[{"scan": "x", "qty": None}]), "$.lines[0].qty", "not-whole-number"),
        (an_event("sale", lines=[{"scan": "x", "qty": 2**63}]), "$.lines[0].qty", "not-whole-number"),
        (an_event("sale", lines=[{"scan": "x", "qty": 10**30}]), "$.lines[0].qty", "not-whole-number"),
        (an_event("sale", lines=[{"scan": "x", "price": 75.0}]), "$.lines[0].price", "not-quoted"),
        (an_event("sale", lines=[{"scan": "x", "price": float("nan")}]), "$.lines[0].price", "not-quoted"),
        (an_event("sale", lines=[{"scan": "x", "yapa": 1}]), "$.lines[0].yapa", "not-true-or-false"),
        (an_event("sale", discount={"percent": 10}), "$.discount.percent", "not-quoted"),
        (an_event("sale", discount="10"), "$.discount", "not-an-object"),
        (an_event("refund", restock="yes"), "$.restock", "not-true-or-false"),
        (an_event("refund", lines=[{"line": "1", "qty": 1}]), "$.lines[0].line", "not-whole-number"),
        (an_event("open_shift", float={"BOB": 130}), "$.float.BOB", "not-an-object"),
        (an_event("open_shift", float={"BOB": {"20.00": "5"}}), '$.float.BOB["20.00"]', "not-whole-number"),
        (an_event("close_shift", count={"BOB": {"20.00": True}}), '$.count.BOB["20.00"]', "not-whole-number"),
        (an_event("cash_in", amount=15), "$.amount", "not-quoted"),
        (an_event("void", supervisor=7), "$.supervisor", "not-text"),
    ],
)  # fmt: skip
def test_an_event_of_another_form_than_is_due(tmp_path, event, place, code):
    assert told(tmp_path, event) == {f"line 2, {place}": code}


def _mandatory() -> list[tuple[str, str]]:
    optional = {"ref", "buyer", "discount", "tenders", "restock", "tender", "supervisor", "at", "do"}
    return [(do, name) for do, fields in EVENTS.items() for name in fields if name not in optional]


@pytest.mark.parametrize(("do", "name"), _mandatory())
def test_a_field_that_an_event_can_not_do_without(tmp_path, do, name):
    assert told(tmp_path, an_event(do, **{name: None})) == {f"line 2, $.{name}": "missing-field"}


@pytest.mark.parametrize(
    ("line", "place", "code"),
    [
        ("{", "line 3", "not-json"),
        ("nope", "line 3", "not-json"),
        ('{"at": 1} {"at": 2}', "line 3", "not-json"),
        ("null", "line 3", "not-an-object"),
        ("[]", "line 3", "not-an-object"),
        ("[" * 100_000, "line 3", "nested-too-deep"),
        ('{"at": "' + NINE + '", "do": "void", "of": ' + "[" * 300 + "]" * 300 + "}", "line 3", "nested-too-deep"),
        (b'{"do": "\xff"}', "line 3", "bad-encoding"),
        ('{"at": "' + NINE + '", "do": "void", "of": "s1", "of": "s2"}', "line 3", "duplicate-key"),
        ('{"at": "' + NINE + '", "do": "void", "of": "\\ud83d"}', "line 3, $.of", "broken-text"),
    ],
)
def test_a_line_that_holds_no_object_of_ours(tmp_path, line, place, code):
    assert told(tmp_path, SALE, line)[place] == code


def test_a_line_that_is_no_json_is_told_with_its_column(tmp_path):
    with pytest.raises(BadFile) as refused:
        read_day(written(tmp_path, SALE, '{"at": nope}'))
    assert refused.value.faults[0].refusal.values == {"line": 3, "column": 8}


def test_a_bad_byte_is_told_by_its_position_in_the_file(tmp_path):
    path = written(tmp_path, SALE, b"\xff")
    with pytest.raises(BadFile) as refused:
        read_day(path)
    assert refused.value.faults[0].refusal.values == {"byte": path.stat().st_size - 1}


def test_one_bad_line_refuses_the_file_and_the_faults_of_all_lines_are_told(tmp_path):
    faults = told(tmp_path, SALE, an_event("void", of=None), "{", an_event("sale", do="sell"))
    assert faults == {"line 3, $.of": "missing-field", "line 4": "not-json", "line 5, $.do": "unknown-choice"}


def test_after_fifty_faults_the_others_are_counted(tmp_path):
    with pytest.raises(BadFile) as refused:
        read_day(written(tmp_path, *["{"] * 70))
    *first, last = refused.value.faults
    assert len(first) == MAX_FAULTS
    assert last.refusal.values == {"more": 20}


# --- header and file -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "place", "code"),
    [
        (HEADER | {"format": "stall-day/2"}, "line 1, $.format", "unknown-format"),
        ({"format": "stall-network/1", "network": {}}, "line 1, $.format", "unknown-format"),
        ({"exhibition": "LPZ26", "till": "A"}, "line 1, $.format", "missing-field"),
        (HEADER | {"format": 1}, "line 1, $.format", "not-text"),
        (HEADER | {"till": "a"}, "line 1, $.till", "bad-till-code"),
        (HEADER | {"till": "ABC"}, "line 1, $.till", "bad-till-code"),
        (HEADER | {"exhibition": "La Paz"}, "line 1, $.exhibition", "bad-identifier"),
        (HEADER | {"cashier": "ana"}, "line 1, $.cashier", "unknown-field"),
        ("[]", "line 1", "not-an-object"),
        ("{", "line 1", "not-json"),
        (SALE, "line 1, $.format", "missing-field"),
    ],
)
def test_with_a_header_that_is_not_right_nothing_else_is_judged(tmp_path, header, place, code):
    faults = told(tmp_path, "{", header=header)
    assert faults[place] == code
    assert "line 2" not in faults


@pytest.mark.parametrize("content", [b"", b"\n\n", b" \n"])
def test_an_empty_file_is_told_as_that(tmp_path, content):
    path = tmp_path / "day.jsonl"
    path.write_bytes(content)
    assert faults_of(path, read_day) == {"": "empty-file"}


def test_a_file_that_is_not_there_or_is_a_folder(tmp_path):
    assert faults_of(tmp_path / "none.jsonl", read_day) == {"": "unreadable-file"}
    assert faults_of(tmp_path, read_day) == {"": "unreadable-file"}


def test_a_line_or_a_file_over_the_limit_is_not_read_further(tmp_path, monkeypatch):
    long = json.dumps(an_event("void", of="x" * 1_000_000))
    assert told(tmp_path, SALE, long, "{") == {"line 3": "line-too-long"}
    monkeypatch.setattr(day_file, "MAX_LINES", 3)
    assert told(tmp_path, SALE, SALE, "{") == {"line 4": "too-many-lines"}
