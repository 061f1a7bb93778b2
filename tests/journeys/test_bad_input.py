"""Bad input: one clear sentence with its place, the right exit status, and nothing written."""

import copy
import hashlib
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.command_line import DAY, FAIR, NETWORK, Till, lines_of, write_day

Change = Callable[[dict[str, Any]], object]


def network() -> dict[str, Any]:
    return json.loads(NETWORK.read_text(encoding="utf-8"))


def everything_in(till: Till) -> str:
    """A digest of every row of the books, empty where there are no books."""
    file = till.home / "books.sqlite"
    if not file.exists():
        return ""
    books = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
    text = "\n".join(books.iterdump())
    books.close()
    return hashlib.sha256(text.encode()).hexdigest()


def product(field: str, value: object) -> Change:
    return lambda network: network["products"][3].update({field: value})


def member_weights(network: dict[str, Any]) -> None:
    for member in network["units"][0]["members"]:
        member["weight"] = 0


BROKEN_NETWORKS: dict[str, tuple[Change, str]] = {
    "unknown field": (product("colour", "red"), "$.products[3].colour"),
    "field that is missing": (lambda n: n["products"][3].pop("name"), "$.products[3].name"),
    "wrong check digit": (product("barcode", "2000000000019"), "$.products[3].barcode"),
    "price under zero": (product("prices", {"BOB": {"list": "-1.00"}}), "$.products[3].prices.BOB"),
    "price without quotes": (product("prices", {"BOB": {"list": 1.5}}), "$.products[3].prices.BOB.list"),
    "weights of members that sum to zero": (member_weights, "$.units[0]"),
    "weights of makers that sum to zero": (product("makers", [{"unit": "JK01", "weight": 0}]), "$.products[3]"),
    "the same SKU twice": (product("sku", "JK-001"), "$.products[3].sku"),
    "the same barcode twice": (
        lambda n: [n["products"][i].update(barcode="7771234567895") for i in (1, 3)],
        "$.products[3].barcode",
    ),
    "a control character": (product("name", {"es": "Llamita\x1b@"}), "$.products[3].name"),
    "ten thousand letters": (product("name", {"es": "a" * 10_000}), "$.products[3].name"),
    "a maker that is no unit": (product("makers", [{"unit": "ZZ99", "weight": 1}]), "$.products[3].makers[0].unit"),
    "an unknown format": (lambda n: n.update(format="stall-network/9"), "$.format"),
    "a photo outside the folder": (product("photo", "../../etc/passwd"), "$.products[3].photo"),
}


@pytest.mark.parametrize("what", BROKEN_NETWORKS)
def test_broken_network_file_is_refused_whole_with_its_place(till: Till, tmp_path: Path, what: str) -> None:
    till("import", NETWORK)
    before = everything_in(till)
    change, place = BROKEN_NETWORKS[what]
    broken = network()
    change(broken)
    file = tmp_path / "broken.json"
    file.write_text(json.dumps(broken), encoding="utf-8")

    said = till("import", file)

    assert said.status == 2
    assert said.out == ""
    assert f"broken.json, {place}" in said.err
    assert "Traceback" not in said.err
    assert "\x1b" not in said.err
    assert max(map(len, said.err.splitlines())) < 400
    assert everything_in(till) == before


@pytest.mark.parametrize("content", [None, b"", b"{", b"[1, 2", b"\xff\xfe", b"hola", b'{"format": "stall-day/1"}'])
@pytest.mark.parametrize("command", ["import", "replay"])
def test_file_that_is_missing_or_no_such_file_at_all(
    till: Till, tmp_path: Path, command: str, content: bytes | None
) -> None:
    till("import", NETWORK)
    before = everything_in(till)
    file = tmp_path / "file.json"
    if content is not None:
        file.write_bytes(content)

    said = till(command, file)

    assert said.status == 2
    assert "file.json" in said.err
    assert "Traceback" not in said.err
    assert everything_in(till) == before


def test_file_of_another_network_with_the_same_ids_is_refused(till: Till, tmp_path: Path) -> None:
    till("import", NETWORK)
    before = everything_in(till)
    other = network()
    other["network"]["name"] = "Cooperativa Illimani"
    file = tmp_path / "other.json"
    file.write_text(json.dumps(other), encoding="utf-8")

    said = till("import", file)

    assert said.status == 1
    assert "Cooperativa Illimani" in said.err
    assert "Red Manos Productivas" in said.err
    assert everything_in(till) == before


OPEN = {"at": "2026-12-05T08:00:00-04:00", "do": "open_shift", "cashier": "ana", "float": {"BOB": {"20.00": 5}}}
SALE = {"at": "2026-12-05T09:00:00-04:00", "do": "sale", "ref": "a", "lines": [{"scan": "JK-001", "qty": 2}]}
AT = "2026-12-05T10:00:00-04:00"
REFUSED_EVENTS: dict[str, dict[str, Any]] = {
    "refund of more than was sold": {"at": AT, "do": "refund", "of": "a", "lines": [{"line": 1, "qty": 3}]},
    "refund of an unknown sale": {"at": AT, "do": "refund", "of": "zz", "lines": [{"line": 1, "qty": 1}]},
    "exhibition that is over": {**SALE, "ref": "b", "at": "2026-12-08T09:00:00-04:00"},
    "unknown code": {**SALE, "ref": "b", "lines": [{"scan": "NADA"}]},
    "wrong check digit": {**SALE, "ref": "b", "lines": [{"scan": "2000000000016"}]},
    "price under zero": {**SALE, "ref": "b", "lines": [{"scan": "JK-001", "price": "-1.00"}]},
    "price under the floor": {**SALE, "ref": "b", "lines": [{"scan": "JK-001", "price": "1.00"}]},
    "control character in a reason": {"at": AT, "do": "cash_out", "amount": "5.00", "reason": "bol\x07sas"},
    "reason of ten thousand letters": {"at": AT, "do": "cash_out", "amount": "5.00", "reason": "b" * 10_000},
    "control character in a ref": {**SALE, "ref": "b\x1bb"},
    "ref of ten thousand letters": {**SALE, "ref": "b" * 10_000},
    "short tenders": {**SALE, "ref": "b", "tenders": [{"kind": "cash", "amount": "100.00"}]},
    "second opening": OPEN,
}


@pytest.mark.parametrize("what", REFUSED_EVENTS)
def test_refused_event_writes_nothing_and_names_its_line(till: Till, tmp_path: Path, what: str) -> None:
    header = {"format": "stall-day/1", "exhibition": FAIR, "till": "A"}
    till("import", NETWORK)
    till("replay", write_day(tmp_path / "day.jsonl", [header, OPEN, SALE]))
    before = till.report("exhibition")

    said = till("replay", write_day(tmp_path / "day.jsonl", [header, OPEN, SALE, REFUSED_EVENTS[what]]))

    assert said.status == 1
    (sentence,) = said.err.splitlines()
    assert sentence.startswith("day.jsonl, línea 4: ")
    assert len(sentence) < 300
    assert sentence.isprintable()
    assert till.report("exhibition") == before
    assert till("verify").status == 0


def test_sale_with_no_open_shift(till: Till, tmp_path: Path) -> None:
    till("import", NETWORK)
    file = write_day(tmp_path / "day.jsonl", [{"format": "stall-day/1", "exhibition": FAIR, "till": "A"}, SALE])

    said = till("replay", file)

    assert said.status == 1
    assert said.err.startswith("day.jsonl, línea 2: ")


def misshapen(change: Callable[[list[dict[str, Any]]], object]) -> list[dict[str, Any]]:
    lines = copy.deepcopy(lines_of(DAY))
    change(lines)
    return lines


MISSHAPEN: dict[str, tuple[Callable[[list[dict[str, Any]]], object], str]] = {
    "unknown field": (lambda day: day[20].update(tip="1.00"), "line 21, $.tip"),
    "unknown act": (lambda day: day[20].update(do="dance"), "line 21, $.do"),
    "time without offset": (lambda day: day[20].update(at="2026-12-05T09:00:00"), "line 21, $.at"),
    "amount without quotes": (
        lambda day: day[20].update(tenders=[{"kind": "cash", "amount": 5}]),
        "line 21, $.tenders[0]",
    ),
    "unknown exhibition": (lambda day: day[0].update(exhibition="NADA"), "line 1, $.exhibition"),
    "bad till code": (lambda day: day[0].update(till="caja 1"), "line 1, $.till"),
}


@pytest.mark.parametrize("what", MISSHAPEN)
def test_misshapen_day_file_is_refused_whole(till: Till, tmp_path: Path, what: str) -> None:
    till("import", NETWORK)
    before = everything_in(till)
    change, place = MISSHAPEN[what]

    said = till("replay", write_day(tmp_path / "day.jsonl", misshapen(change)))

    assert said.status == 2
    assert f"day.jsonl, {place}" in said.err
    assert everything_in(till) == before


@pytest.mark.parametrize(
    "arguments", [["replay"], ["report", "day"], ["report", "day", "--date", "ayer"], ["dance"], ["verify", "--fast"]]
)
def test_bad_use_ends_with_2(till: Till, arguments: list[str]) -> None:
    assert till(*arguments).status == 2


def test_commands_on_an_empty_folder_say_what_to_do(till: Till) -> None:
    for arguments in (["verify"], ["report", "exhibition"], ["catalog", "list"]):
        said = till(*arguments)
        assert said.status == 2
        assert "import" in said.err
