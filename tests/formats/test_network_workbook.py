"""A network's workbook says the same as its JSON file, and what is wrong with it is told by sheet and cell."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from pos.domain.catalogue import Catalogue
from pos.domain.money import ExchangeRate
from pos.domain.network import Group, Rates
from pos.formats import workbook_cells
from pos.formats.network_file import read_network, write_network_workbook
from pos.formats.network_sheets import LAYOUTS
from pos.settings import resource
from tests.builders import BOB, USD, a_catalogue, a_network, a_product, a_unit, an_exhibition
from tests.formats.network_files import SMALL, faults_of, written

BookChange = Callable[[Workbook], object]


@pytest.fixture
def book(tmp_path) -> Path:
    """The small network of the JSON tests as a workbook."""
    path = tmp_path / "network.xlsx"
    write_network_workbook(read_network(written(tmp_path, SMALL)), path)
    return path


def after(path: Path, change: BookChange) -> Path:
    """The workbook after somebody changed and saved it."""
    workbook = load_workbook(path)
    change(workbook)
    workbook.save(path)
    return path


FAIR_STARTS = datetime(2026, 12, 5)  # noqa: DTZ001 - a cell's date has no offset
PRICE = "prices.BOB.list"


def price(catalogue: Catalogue) -> str:
    """The list price of the first product in bolivianos."""
    return str(catalogue.products[0].prices["BOB"].list_price)


def dollar(catalogue: Catalogue) -> str:
    """What a dollar is worth at the first exhibition."""
    return str(catalogue.exhibitions[0].rates_of_exchange["USD"].rate)


def cell(sheet: str, column: str, row: int, value: object) -> BookChange:
    """Puts a value into a cell, by the name of its column."""

    def change(workbook: Workbook) -> None:
        names = [header.value for header in workbook[sheet][1]]
        workbook[sheet].cell(row, names.index(column) + 1).value = value

    return change


def added(sheet: str, *values: object) -> BookChange:
    """Adds a row at the end."""
    return lambda workbook: workbook[sheet].append(values)


# --- there and back ------------------------------------------------------------------------------------------------


def test_the_example_network_comes_back_from_a_workbook_as_it_was(tmp_path):
    catalogue = read_network(resource("sample", "network.json"))
    write_network_workbook(catalogue, tmp_path / "red.xlsx")
    assert read_network(tmp_path / "red.xlsx") == catalogue


def test_a_workbook_has_a_sheet_for_each_list_with_the_names_of_the_json_file(book):
    workbook = load_workbook(book)
    headers = {sheet.title: [header.value for header in sheet[1]] for sheet in workbook}
    assert list(headers) == [
        "network", "groups", "units", "members", "products", "makers", "exhibitions", "participants", "costs",
    ]  # fmt: skip
    assert {"sku", "barcode", "name.es", PRICE, "prices.BOB.floor"} <= set(headers["products"])
    assert headers["members"] == ["unit", "name", "weight", "born", "gender"]
    assert "rates.USD" in headers["exhibitions"]


texts = st.text(
    st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters="\u200b"), min_size=1, max_size=30
).filter(str.strip)
rates = st.decimals("0.000001", 999_999, places=6)


@given(st.tuples(texts, texts | st.just(""), texts), st.lists(texts, max_size=3), rates)
@settings(max_examples=40)
def test_any_texts_and_rates_come_back_as_they_were(tmp_path_factory, words, header, rate):
    name, community, stamp = words
    catalogue = a_catalogue(
        network=a_network(name=name, receipt_header=tuple(header), receipt_footer={"es": stamp, "qu": name}),
        groups=(Group("TALLER", name, {"ay": stamp}),),
        units=(a_unit("A", {name: 1}, community=community, rates=Rates(None, 0)), a_unit("B", story={"es": stamp})),
        products=(a_product(name={"es": name}, category=community, materials=stamp, photo="a/b.png"),),
        exhibitions=(
            replace(an_exhibition({"A": 1, "B": 0}), rates_of_exchange={"USD": ExchangeRate(USD, BOB, rate)}),
        ),
    )
    path = tmp_path_factory.mktemp("books") / "network.xlsx"
    write_network_workbook(catalogue, path)
    assert read_network(path) == catalogue


@pytest.mark.parametrize("text", ["=1+1", "+591 712", "-5 %", "@ana", "#N/A", "=", " =2", "TRUE", "12", "_x0041_"])
def test_a_text_is_written_as_a_text_whatever_it_begins_with(tmp_path, text):
    catalogue = a_catalogue(network=a_network(name=text))
    path = tmp_path / "network.xlsx"
    write_network_workbook(catalogue, path)
    written_cell = load_workbook(path)["network"]["B2"]
    assert (written_cell.value, written_cell.data_type) == (text, "s")
    assert written_cell.quotePrefix is bool(text.strip()[0] in "=+-@#")
    assert read_network(path) == catalogue


def test_prices_are_numbers_that_can_be_added_up(book):
    sheet = load_workbook(book)["products"]
    names = [header.value for header in sheet[1]]
    price = sheet.cell(2, names.index("prices.BOB.list") + 1)
    assert (price.value, price.data_type, price.number_format) == (80, "n", "0.00")


@pytest.mark.parametrize("path", ["none/network.xlsx", "folder"])
def test_a_workbook_that_cannot_be_saved_leaves_nothing_behind(tmp_path, path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match=path):
        write_network_workbook(a_catalogue(), tmp_path / path)
    assert [file.name for file in tmp_path.rglob("*")] == ["folder"]


# --- what people type ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "same"),
    [
        (cell("exhibitions", "starts", 2, "2026-12-05"), lambda c: c.exhibitions[0].starts == date(2026, 12, 5)),
        (cell("exhibitions", "starts", 2, FAIR_STARTS), lambda c: c.exhibitions[0].starts.day == 5),
        (cell("products", PRICE, 2, "99.50"), lambda c: price(c) == "99.50"),
        (cell("products", PRICE, 2, 99.5), lambda c: price(c) == "99.50"),
        (cell("products", PRICE, 2, 99), lambda c: price(c) == "99.00"),
        (cell("exhibitions", "rates.USD", 2, 9.7), lambda c: dollar(c) == "9.7"),
        (cell("products", "barcode", 2, 7771234567890), lambda c: c.products[0].barcode == "7771234567890"),
        (cell("groups", "name", 2, 2026), lambda c: c.groups[0].name == "2026"),
        (cell("products", "yapa", 2, "TRUE"), lambda c: c.products[0].yapa),
        (cell("products", "yapa", 2, None), lambda c: not c.products[0].yapa),
        (cell("network", "format", 2, None), lambda c: c.network.name == "Red de Prueba"),
        (cell("network", "receipt_header", 2, "A\r\nB"), lambda c: c.network.receipt_header == ("A", "B")),
        (lambda w: w["products"].insert_rows(2, 3), lambda c: len(c.products) == 2),
        (lambda w: w.create_sheet("Hoja1"), lambda c: len(c.units) == 2),
        (lambda w: w.remove(w["groups"]) or cell("units", "group", 3, None)(w), lambda c: c.groups == ()),
        (lambda w: w.remove(w["costs"]), lambda c: c.exhibitions[0].costs == ()),
    ],
)  # fmt: skip
def test_what_may_be_typed_into_a_cell(book, change, same):
    assert same(read_network(after(book, change)))


def test_prices_and_rates_may_stand_in_sheets_of_their_own(book):
    def change(workbook: Workbook) -> None:
        prices = workbook.create_sheet("prices")
        prices.append(["sku", "currency", "list", "floor"])
        prices.append(["JK-002", "BOB", 12.5, None])
        prices.append(["JK-002", "USD", "2.00", "1.50"])
        rates = workbook.create_sheet("rates")
        rates.append(["exhibition", "currency", "rate"])
        rates.append(["LPZ26", "EUR", 11.2])

    catalogue = read_network(after(book, change))
    prices = catalogue.products[1].prices
    assert {code: (str(price.list_price), price.floor and str(price.floor)) for code, price in prices.items()} == {
        "BOB": ("12.50", None),
        "USD": ("2.00", "1.50"),
    }
    assert {code: str(rate.rate) for code, rate in catalogue.exhibitions[0].rates_of_exchange.items()} == {
        "USD": "9.7",
        "EUR": "11.2",
    }


# --- what is wrong with it -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "place", "code"),
    [
        # Cells.
        (cell("products", PRICE, 2, "=40*2"), "sheet products, cell N2", "formula-cell"),
        (cell("network", "name", 2, "=A1"), "sheet network, cell B2", "formula-cell"),
        (cell("products", "category", 2, "#N/A"), "sheet products, cell C2", "broken-cell"),
        (lambda w: w["groups"].cell(3, 9, "a note"), "sheet groups, cell I3", "unnamed-column"),
        (lambda w: w["groups"].cell(3, 300, "far off"), "sheet groups, cell KN3", "unnamed-column"),
        # Sheets and columns.
        (lambda w: w.create_sheet("Hoja1").append(["notes"]), "sheet Hoja1", "unknown-sheet"),
        (lambda w: w.remove(w["makers"]), "", "missing-sheet"),
        (lambda w: w["units"].cell(1, 9, "colour"), "sheet units, cell I1", "unknown-field"),
        (lambda w: w["products"].cell(1, 20, "name.español"), "sheet products, cell T1", "unknown-field"),
        (lambda w: w["products"].cell(1, 20, "prices.BOB.lost"), "sheet products, cell T1", "unknown-field"),
        (lambda w: w["units"].cell(1, 9, "name"), "sheet units, cell I1", "duplicate-key"),
        (lambda w: w["groups"].cell(1, 3, 7), "sheet groups, cell C1", "unknown-field"),
        (cell("members", "weight", 1, None), "sheet members, row 1", "missing-field"),
        (added("network", "stall-network/1", "Otra", "BOB"), "sheet network, row 3", "too-many-rows"),
        (lambda w: w["network"].delete_rows(2), "sheet network", "missing-field"),
        # Which entry a row belongs to.
        (added("members", "U99", "Nadie", 1), "sheet members, cell A4", "no-such-row"),
        (added("members", None, "Nadie", 1), "sheet members, row 4", "missing-field"),
        # Types.
        (cell("network", "commission_bps", 2, "1500"), "sheet network, cell E2", "not-whole-number"),
        (cell("network", "commission_bps", 2, 15.5), "sheet network, cell E2", "not-whole-number"),
        (cell("network", "commission_bps", 2, True), "sheet network, cell E2", "not-whole-number"),
        (cell("units", "name", 3, FAIR_STARTS), "sheet units, cell B3", "not-text"),
        (cell("units", "name", 3, 1.5), "sheet units, cell B3", "not-text"),
        (cell("products", "yapa", 3, 1), "sheet products, cell F3", "not-true-or-false"),
        (cell("exhibitions", "starts", 2, FAIR_STARTS.replace(hour=8)), "sheet exhibitions, cell F2", "bad-date"),
        # Fields and rules.
        (cell("network", "format", 2, "stall-network/9"), "sheet network, cell A2", "unknown-format"),
        (cell("network", "fund_bps", 2, None), "sheet network, cell F2", "missing-field"),
        (cell("network", "receipt_header", 2, "Ceja\n\nx"), "sheet network, cell G2", "bad-text"),
        (cell("units", "kind", 3, "clan"), "sheet units, cell C3", "unknown-choice"),
        (cell("products", PRICE, 2, 80.005), "sheet products, cell N2", "bad-amount"),
        (cell("products", PRICE, 2, 80.1234), "sheet products, cell N2", "bad-amount"),
        (cell("products", PRICE, 2, 1e-7), "sheet products, cell N2", "bad-amount"),
        (cell("products", "prices.BOB.floor", 2, 90), "sheet products, row 2", "floor-over-list"),
        (cell("products", PRICE, 2, None), "sheet products, cell N2", "missing-field"),
        (cell("products", "barcode", 2, 12345678905), "sheet products, cell B2", "bad-barcode"),
        (cell("products", "name.es", 2, None), "sheet products, row 2", "nothing-given"),
        (cell("products", "name.es", 2, "a\nb"), "sheet products, cell M2", "bad-text"),
        (cell("members", "born", 2, 19), "sheet members, cell D2", "too-small"),
        (cell("makers", "unit", 3, "U99"), "sheet makers, cell B3", "unknown-unit"),
        (cell("participants", "id", 3, "U99"), "sheet participants, cell B3", "unknown-unit"),
        (cell("costs", "amount", 2, -5), "sheet costs, cell C2", "amount-not-positive"),
        (cell("exhibitions", "rates.USD", 2, "0"), "sheet exhibitions, cell L2", "bad-exchange-rate"),
        (cell("exhibitions", "timezone", 2, "La Paz"), "sheet exhibitions, cell H2", "unknown-timezone"),
        (cell("products", "photo", 2, "../x.png"), "sheet products, cell J2", "photo-outside"),
    ],
)  # fmt: skip
def test_a_fault_is_told_by_sheet_and_cell(book, change, place, code):
    assert faults_of(after(book, change)) == {place: code}


def with_sheet(name: str, *rows: list[object]) -> BookChange:
    """Adds a sheet with these rows, its header first."""

    def change(workbook: Workbook) -> None:
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)

    return change


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        (
            with_sheet("prices", ["sku", "currency", "list"], ["JK-001", "BOB", 9], ["JK-002", "BOB", "9,50"]),
            {"sheet prices, cell B2": "duplicate-key"},
        ),
        (
            with_sheet("prices", ["sku", "currency", "list"], ["JK-002", "XAU", 9], ["JK-002", "BOB", "9,50"]),
            {"sheet prices, row 2": "unknown-currency", "sheet prices, cell C3": "bad-amount"},
        ),
        (
            with_sheet("prices", ["sku", "currency", "list"], ["JK-009", "BOB", 9], ["JK-002", None, 9]),
            {"sheet prices, cell A2": "no-such-row", "sheet prices, row 3": "missing-field"},
        ),
        (
            with_sheet("rates", ["exhibition", "currency", "rate"], ["LPZ26", "EUR", 0], ["LPZ26", "CHF", None]),
            {"sheet rates, row 3": "missing-field"},
        ),
        (
            with_sheet("rates", ["exhibition", "currency", "rate"], ["LPZ26", "EUR", 0]),
            {"sheet rates, cell C2": "bad-exchange-rate"},
        ),
    ],
)
def test_a_fault_in_a_sheet_of_prices_or_rates(book, change, faults):
    assert faults_of(after(book, change)) == faults


def test_all_faults_of_a_workbook_are_told_together(book):
    def change(workbook: Workbook) -> None:
        for column, row, value in (("kind", 2, "clan"), ("name", 3, 1.5), ("photo", 3, "C:x")):
            cell("units", column, row, value)(workbook)

    assert faults_of(after(book, change)) == {
        "sheet units, cell C2": "unknown-choice",
        "sheet units, cell B3": "not-text",
    }, "what breaks a rule is told once the fields are right"


# --- files that are no workbook ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("network.xlsx", b"PK\x03\x04 and then nothing of a zip file"),
        ("network.xlsx", b"{}"),
        ("network.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old workbook, or a locked one"),
        ("network.json", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("network.json", b"PK\x05\x06" + bytes(18)),
    ],
)
def test_a_file_that_is_no_workbook_is_told_as_that(tmp_path, name, content):
    assert faults_of(written(tmp_path, content, name)) == {"": "not-a-workbook"}


def test_a_workbook_is_known_by_what_it_is_and_not_by_its_name(book):
    assert read_network(book.rename(book.with_suffix(".json"))).network.name == "Red de Prueba"


def test_a_workbook_that_unpacks_to_far_more_than_it_weighs_is_not_unpacked(book):
    with zipfile.ZipFile(book, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/bomb.xml", b"0" * 301_000_000)
    assert book.stat().st_size < 1_000_000
    assert faults_of(book) == {"": "file-too-large"}


def test_a_row_far_down_is_read_without_the_gap(book):
    catalogue: Catalogue = read_network(
        after(book, lambda w: w["groups"].cell(100_000, 1, "ZZ") and cell("groups", "name", 100_000, "Z")(w))
    )
    assert catalogue.groups[-1].id == "ZZ"


def test_no_sheet_is_wider_than_what_is_read_of_it():
    assert max(len(layout.columns) for layout in LAYOUTS) < workbook_cells.MAX_COLUMNS
