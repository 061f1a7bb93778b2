"""A network's workbook says the same as its JSON file, and what is wrong with it is told by sheet and cell."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from pos.domain.catalogue import Catalogue
from pos.domain.money import ExchangeRate
from pos.domain.network import Group, Rates
from pos.formats.network_file import read_network, write_network_workbook
from pos.settings import resource
from tests.builders import BOB, USD, a_catalogue, a_network, a_product, a_unit, an_exhibition
from tests.formats.network_books import FAIR_STARTS, PRICE, after, cell, small_book


@pytest.fixture
def book(tmp_path) -> Path:
    """The small network as a workbook."""
    return small_book(tmp_path)


def price(catalogue: Catalogue) -> str:
    """The list price of the first product in bolivianos."""
    return str(catalogue.products[0].prices["BOB"].list_price)


def dollar(catalogue: Catalogue) -> str:
    """What a dollar is worth at the first exhibition."""
    return str(catalogue.exhibitions[0].rates_of_exchange["USD"].rate)


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
