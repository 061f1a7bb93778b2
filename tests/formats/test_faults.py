"""Places are told as people find them, and faults are kept to what can be read."""

from pathlib import Path

import pytest

from pos.domain.refusals import UnknownUnit
from pos.formats.faults import MAX_SHOWN, BadFile, FaultList, UnreadableFile, WrongType, json_path


@pytest.mark.parametrize(
    ("place", "path"),
    [
        ((), "$"),
        (("products", 3, "makers", 0, "weight"), "$.products[3].makers[0].weight"),
        (("name", "es"), "$.name.es"),
        (("count", "BOB", "20.00"), '$.count.BOB["20.00"]'),
        (("a b",), '$["a b"]'),
        (('"\n',), r'$["\"\n"]'),
        (("ñ",), r'$["\u00f1"]'),
        (("x" * 1000,), f'$["{"x" * MAX_SHOWN}"]'),
    ],
)
def test_a_place_as_a_json_path(place, path):
    assert json_path(place) == path


def test_what_a_fault_shows_of_a_file_is_short_and_harmless():
    found = FaultList(Path("folder/network.json"))
    found.add(("units", 0), UnknownUnit(unit="\x1b[2J" + "x" * 500))
    with pytest.raises(BadFile) as refused:
        found.check()
    shown = refused.value.faults[0].refusal.values["unit"]
    assert shown.startswith("\N{REPLACEMENT CHARACTER}[2Jxxx")
    assert len(shown) == MAX_SHOWN + 1
    assert str(refused.value).startswith("network.json: $.units[0]: unknown-unit(")


def test_no_faults_refuse_nothing():
    found = FaultList(Path("network.json"))
    found.check()
    assert not found


@pytest.mark.parametrize(("error", "said"), [(PermissionError(13, "no"), "EACCES"), (OSError("odd"), "EIO")])
def test_why_a_file_can_not_be_read(error, said):
    bad = BadFile.unreadable(Path("network.json"), error)
    assert isinstance(bad.faults[0].refusal, UnreadableFile)
    assert bad.faults[0].refusal.values == {"error": said}


def test_each_wrong_type_says_by_its_code_what_would_be_right():
    assert {kind.code for kind in WrongType.__subclasses__()} == {
        "not-text", "not-quoted", "not-whole-number", "not-true-or-false", "not-a-list", "not-an-object",
    }  # fmt: skip
