"""Whatever is wrong with a network's JSON file is told with its place, all of it together, and nothing is taken."""

import json
from pathlib import Path

import pytest

from pos.formats import network_file
from pos.formats.faults import MAX_FAULTS, BadFile, Fault, NotJson
from pos.formats.network_file import read_network
from tests.formats.network_files import SMALL, Change, changed, faults_of, written

IN_GOLD = {"XAU": {"list": "1"}}


def price(code: str = "BOB", **given: object) -> Change:
    """Changes the first product's price in a currency."""
    return lambda fields: fields["products"][0]["prices"][code].update(given)


def cost(**given: object) -> Change:
    """Changes the first cost of the exhibition."""
    return lambda fields: fields["exhibitions"][0]["costs"][0].update(given)


def told(folder: Path, change: Change) -> dict[str, str]:
    """Code by place of what is wrong with the small file after a change."""
    return faults_of(written(folder, changed(change)))


# --- fields --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "place", "code"),
    [
        (lambda f: f.update(colour="red"), "$.colour", "unknown-field"),
        (lambda f: f["units"][0].update(nombre="x"), "$.units[0].nombre", "unknown-field"),
        (lambda f: f["products"][1]["makers"][0].update({"x y": 1}), '$.products[1].makers[0]["x y"]', "unknown-field"),
        (lambda f: f["products"][0]["makers"][0].pop("weight"), "$.products[0].makers[0].weight", "missing-field"),
        (lambda f: f["network"].pop("fund_bps"), "$.network.fund_bps", "missing-field"),
        (lambda f: f.pop("units"), "$.units", "missing-field"),
        (lambda f: f["exhibitions"][0].pop("timezone"), "$.exhibitions[0].timezone", "missing-field"),
        (lambda f: f["units"][0].pop("kind"), "$.units[0].kind", "missing-field"),
        (lambda f: f["units"][0].update(kind="clan"), "$.units[0].kind", "unknown-choice"),
        (lambda f: f["products"][0].update(borne_by="x"), "$.products[0].borne_by", "unknown-choice"),
        (cost(shared=""), "$.exhibitions[0].costs[0].shared", "unknown-choice"),
        (lambda f: f["products"][0].update(name={}), "$.products[0].name", "nothing-given"),
        (lambda f: f["products"][0].update(makers=[]), "$.products[0].makers", "nothing-given"),
        (lambda f: f["network"].update(receipt_header=["x"] * 21), "$.network.receipt_header", "too-many-given"),
        (lambda f: f["products"][0].update(perishable_days=-1), "$.products[0].perishable_days", "too-small"),
        (lambda f: f["units"][0]["members"][0].update(born=3000), "$.units[0].members[0].born", "too-large"),
    ],
)  # fmt: skip
def test_a_field_that_may_not_stand_there_or_is_missing(tmp_path, change, place, code):
    assert told(tmp_path, change) == {place: code}


@pytest.mark.parametrize(
    ("change", "place", "code"),
    [
        (lambda f: f["units"][0].update(name=7), "$.units[0].name", "not-text"),
        (lambda f: f["products"][0].update(barcode=7771234567898), "$.products[0].barcode", "not-text"),
        (lambda f: f["units"][0].update(kind=1), "$.units[0].kind", "not-text"),
        (price(list=80), "$.products[0].prices.BOB.list", "not-quoted"),
        (price(floor=65.5), "$.products[0].prices.BOB.floor", "not-quoted"),
        (lambda f: f["exhibitions"][0]["rates"].update(USD=9.7), "$.exhibitions[0].rates.USD", "not-quoted"),
        (cost(amount=True), "$.exhibitions[0].costs[0].amount", "not-text"),
        (lambda f: f["network"].update(commission_bps="1500"), "$.network.commission_bps", "not-whole-number"),
        (lambda f: f["network"].update(commission_bps=15.5), "$.network.commission_bps", "not-whole-number"),
        (lambda f: f["network"].update(commission_bps=1500.0), "$.network.commission_bps", "not-whole-number"),
        (lambda f: f["network"].update(commission_bps=True), "$.network.commission_bps", "not-whole-number"),
        (lambda f: f["network"].update(commission_bps=2**63), "$.network.commission_bps", "not-whole-number"),
        (lambda f: f["network"].update(commission_bps=float("nan")), "$.network.commission_bps", "not-whole-number"),
        (lambda f: f["network"].update(commission_bps=None), "$.network.commission_bps", "not-whole-number"),
        (lambda f: f["products"][0].update(yapa="true"), "$.products[0].yapa", "not-true-or-false"),
        (lambda f: f["products"][0].update(yapa=1), "$.products[0].yapa", "not-true-or-false"),
        (lambda f: f.update(units={}), "$.units", "not-a-list"),
        (lambda f: f["units"][0].update(members="Juana"), "$.units[0].members", "not-a-list"),
        (lambda f: f["products"].append("JK-003"), "$.products[2]", "not-an-object"),
        (lambda f: f["products"][0].update(name="Casita"), "$.products[0].name", "not-an-object"),
        (lambda f: f.update(network=None), "$.network", "not-an-object"),
    ],
)  # fmt: skip
def test_a_value_of_another_type_than_is_due(tmp_path, change, place, code):
    assert told(tmp_path, change) == {place: code}


def test_a_number_of_thousands_of_digits_is_no_whole_number_of_ours(tmp_path):
    text = json.dumps(SMALL).replace("1500", "9" * 5000)
    assert faults_of(written(tmp_path, text)) == {"$.network.commission_bps": "not-whole-number"}


# --- rules of the domain -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "place", "code"),
    [
        (lambda f: f["network"].update(currency="XAU"), "$.network.currency", "unknown-currency"),
        (lambda f: f["network"].update(fund_bps=-1), "$.network.fund_bps", "bad-rate"),
        (lambda f: f["network"].update(fund_bps=9000), "$.network.fund_bps", "rates-over-hundred"),
        (lambda f: f["network"].update(language="español"), "$.network.language", "bad-text"),
        (lambda f: f["network"].update(receipt_header=["\x1b"]), "$.network.receipt_header", "bad-text"),
        (lambda f: f["groups"][0].update(id="J K"), "$.groups[0].id", "bad-identifier"),
        (lambda f: f["groups"][0].update(stamp={"es": " "}), "$.groups[0].stamp.es", "bad-text"),
        (lambda f: f["units"][0].update(name="a\nb"), "$.units[0].name", "bad-text"),
        (lambda f: f["units"][0].update(members=[]), "$.units[0].members", "no-such-member"),
        (lambda f: f["units"][0]["members"][0].update(weight=0), "$.units[0].members", "weights-sum-to-zero"),
        (lambda f: f["units"][0]["members"][0].update(weight=-1), "$.units[0].members[0]", "bad-weight"),
        (lambda f: f["units"][1].update(group="XX"), "$.units[1].group", "unknown-group"),
        (lambda f: f["groups"].append({"id": "JK", "name": "x"}), "$.groups[1].id", "duplicate"),
        (lambda f: f["units"].append(f["units"][0]), "$.units[2].id", "duplicate"),
        (lambda f: f["products"][0].update(sku="ñ"), "$.products[0].sku", "bad-identifier"),
        (lambda f: f["products"][0].update(barcode="123"), "$.products[0].barcode", "bad-barcode"),
        (lambda f: f["products"][0].update(barcode="7771234567898"), "$.products[0].barcode", "wrong-check-digit"),
        (lambda f: f["products"][0].update(holder="U99"), "$.products[0].holder", "holder-not-a-maker"),
        (lambda f: f["products"][1].update(prices=IN_GOLD), "$.products[1].prices.XAU", "unknown-currency"),
        (price(list="1,50"), "$.products[0].prices.BOB.list", "bad-amount"),
        (price(floor="1.505"), "$.products[0].prices.BOB.floor", "bad-amount"),
        (price("EUR", list="-1.00"), "$.products[0].prices.EUR", "negative-price"),
        (price(floor="90.00"), "$.products[0].prices.BOB", "floor-over-list"),
        (lambda f: f["products"][0]["makers"][0].update(weight=10**7), "$.products[0].makers[0]", "bad-weight"),
        (lambda f: f["products"][0]["makers"][1].update(unit="U01"), "$.products[0].makers", "duplicate"),
        (lambda f: f["products"][1]["makers"][0].update(unit="U99"), "$.products[1].makers[0].unit", "unknown-unit"),
        (lambda f: f["products"][1].update(sku="JK-001"), "$.products[1].sku", "duplicate"),
        (lambda f: f["exhibitions"][0].update(starts="2026-12-08"), "$.exhibitions[0].ends", "dates-out-of-order"),
        (lambda f: f["exhibitions"][0].update(starts="5/12/2026"), "$.exhibitions[0].starts", "bad-date"),
        (lambda f: f["exhibitions"][0].update(ends="2026-02-30"), "$.exhibitions[0].ends", "bad-date"),
        (lambda f: f["exhibitions"][0].update(ends="20261207"), "$.exhibitions[0].ends", "bad-date"),
        (lambda f: f["exhibitions"][0].update(timezone="La Paz"), "$.exhibitions[0].timezone", "unknown-timezone"),
        (lambda f: f["exhibitions"][0].update(timezone="../../etc"), "$.exhibitions[0].timezone", "unknown-timezone"),
        (lambda f: f["exhibitions"][0]["rates"].update(USD="0"), "$.exhibitions[0].rates.USD", "bad-exchange-rate"),
        (lambda f: f["exhibitions"][0]["rates"].update(USD="1e3"), "$.exhibitions[0].rates.USD", "bad-exchange-rate"),
        (lambda f: f["exhibitions"][0]["rates"].update(USD="NaN"), "$.exhibitions[0].rates.USD", "bad-exchange-rate"),
        (lambda f: f["exhibitions"][0]["rates"].update(USD="-9.70"), "$.exhibitions[0].rates.USD", "bad-exchange-rate"),
        (lambda f: f["exhibitions"][0]["rates"].update(BOB="2"), "$.exhibitions[0].rates.BOB", "bad-exchange-rate"),
        (lambda f: f["exhibitions"][0]["units"][1].update(id="U99"), "$.exhibitions[0].units[1].id", "unknown-unit"),
        (lambda f: f["exhibitions"][0]["units"][1].update(id="U01"), "$.exhibitions[0].units", "duplicate"),
        (cost(amount="0.00"), "$.exhibitions[0].costs[0].amount", "amount-not-positive"),
        (lambda f: f["exhibitions"].append(f["exhibitions"][0]), "$.exhibitions[1].id", "duplicate"),
        (lambda f: f["exhibitions"][0].pop("units"), "$.exhibitions[0].costs", "weights-sum-to-zero"),
    ],
)  # fmt: skip
def test_a_rule_that_an_entry_breaks(tmp_path, change, place, code):
    assert told(tmp_path, change) == {place: code}


def test_two_barcodes_that_are_one_number_are_a_double(tmp_path):
    def change(fields):
        fields["products"][0]["barcode"] = "012345678905"
        fields["products"][1]["barcode"] = "0012345678905"

    assert told(tmp_path, change) == {"$.products[1].barcode": "duplicate"}


@pytest.mark.parametrize(
    "photo",
    [
        "../secret.png",
        "photos/../../secret.png",
        "/etc/passwd",
        "C:/photos/x.png",
        "C:x.png",
        "\\\\server\\share\\x.png",
        "photos\\x.png",
        "..",
        "photos/",
        "photos//x.png",
        "photos/.. /x.png",
        "./x.png",
        "file://x",
    ],
)
def test_a_photo_stays_inside_the_files_folder(tmp_path, photo):
    assert told(tmp_path, lambda f: f["units"][0].update(photo=photo)) == {"$.units[0].photo": "photo-outside"}


@pytest.mark.parametrize("photo", ["x.png", "photos/x.png", "fotos de la feria/niño 1.jpg"])
def test_a_photo_beside_the_file_is_taken_as_it_is_written(tmp_path, photo):
    path = written(tmp_path, changed(lambda f: f["units"][0].update(photo=photo)))
    assert read_network(path).units[0].photo == photo


# --- many faults ---------------------------------------------------------------------------------------------------


def test_all_faults_are_told_together(tmp_path):
    def change(fields):
        fields["network"]["currency"] = "XAU"
        fields["units"][0]["kind"] = "clan"
        del fields["products"][0]["makers"][1]["weight"]
        fields["products"][1]["barcode"] = "123"
        fields["exhibitions"][0]["starts"] = "soon"
        fields["exhibitions"][0]["rates"]["USD"] = "0"

    assert told(tmp_path, change) == {
        "$.network.currency": "unknown-currency",
        "$.units[0].kind": "unknown-choice",
        "$.products[0].makers[1].weight": "missing-field",
        "$.products[1].barcode": "bad-barcode",
        "$.exhibitions[0].starts": "bad-date",
        "$.exhibitions[0].rates.USD": "bad-exchange-rate",
    }


def test_after_fifty_faults_the_others_are_counted(tmp_path):
    fields = changed(lambda f: f.update(products=[{"sku": i} for i in range(30)]))
    with pytest.raises(BadFile) as refused:
        read_network(written(tmp_path, fields))
    # Each of the thirty has a sku that is no text, and neither name, prices nor makers.
    *first, last = refused.value.faults
    assert len(first) == MAX_FAULTS
    assert (last.place, last.refusal.code, last.refusal.values) == ("", "too-many-faults", {"more": 120 - MAX_FAULTS})


# --- the file as a whole -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "place", "code"),
    [
        (lambda f: f.update(format="stall-network/2"), "$.format", "unknown-format"),
        (lambda f: f.update(format="stall-day/1", colour=1), "$.format", "unknown-format"),
        (lambda f: f.pop("format"), "$.format", "missing-field"),
        (lambda f: f.update(format=1), "$.format", "not-text"),
    ],
)
def test_of_a_file_of_another_format_nothing_else_is_judged(tmp_path, change, place, code):
    def and_more(fields):
        change(fields)
        fields["units"] = 7

    assert told(tmp_path, and_more) == {place: code}


@pytest.mark.parametrize(
    ("content", "place", "code"),
    [
        ("", "", "empty-file"),
        (" \n\t", "", "empty-file"),
        ("[]", "$", "not-an-object"),
        ("7", "$", "not-an-object"),
        ('{"format": "stall-network/1",\n "network": }', "line 2, column 13", "not-json"),
        ("{'format': 1}", "line 1, column 2", "not-json"),
        ("[" * 200_000, "", "nested-too-deep"),
        ('{"a":' * 200_000, "", "nested-too-deep"),
        (b'{"format": "\xff"}', "", "bad-encoding"),
    ],
)
def test_a_file_that_is_no_network(tmp_path, content, place, code):
    assert faults_of(written(tmp_path, content)) == {place: code}


def test_the_first_bad_byte_is_named_by_its_position_in_the_file(tmp_path):
    with pytest.raises(BadFile) as refused:
        read_network(written(tmp_path, b'\xef\xbb\xbf{"a": "\xff"}'))
    assert refused.value.faults[0].refusal.values == {"byte": 11}


def test_where_the_json_ends_to_be_json(tmp_path):
    with pytest.raises(BadFile) as refused:
        read_network(written(tmp_path, '{\n  "format": nope}'))
    assert refused.value.faults == (Fault("line 2, column 13", refused.value.faults[0].refusal),)
    assert isinstance(refused.value.faults[0].refusal, NotJson)


def test_a_key_that_stands_twice_is_told_at_its_place(tmp_path):
    text = json.dumps(SMALL).replace('"weight": 2', '"weight": 1, "weight": 2')
    assert faults_of(written(tmp_path, text)) == {
        "$.units[0].members[0]": "duplicate-key",
        "$.products[0].makers[0]": "duplicate-key",
    }


def test_half_a_letter_is_told_at_its_place(tmp_path):
    text = json.dumps(SMALL).replace('"Berta", "kind"', '"Bert\\ud83d", "kind"')
    assert faults_of(written(tmp_path, text)) == {"$.units[1].name": "broken-text"}


def test_a_file_that_is_not_there_or_is_a_folder(tmp_path):
    assert faults_of(tmp_path / "none.json") == {"": "unreadable-file"}
    assert faults_of(tmp_path) == {"": "unreadable-file"}


def test_a_file_over_the_limit_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(network_file, "MAX_MEGABYTES", 0)
    assert faults_of(written(tmp_path, SMALL)) == {"": "file-too-large"}


def test_what_is_shown_of_a_file_is_short_and_commands_no_terminal(tmp_path):
    def change(fields):
        fields["units"][0]["kind"] = "\x1b[31m" + "x" * 10_000
        fields["products"][0]["\x07" * 100] = 1

    with pytest.raises(BadFile) as refused:
        read_network(written(tmp_path, changed(change)))
    said = str(refused.value)
    assert said.isprintable()
    assert len(said) < 1000
