"""The settlement on A4 adds up, flows over pages, and is a file that can be compared, found and read aloud."""

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given, settings
from PIL import Image
from pypdf import PdfReader

from pos.domain.documents import SettlementCost, SettlementMember, SettlementPaper
from pos.printing.settlement_pdf import settlement_pdf
from tests.printing.a4_papers import (
    LONG_NAME,
    WARMI_SAWURI,
    bs,
    even_settlement,
    large_settlement,
    many_products,
    owing_settlement,
    product,
    settled,
)
from tests.printing.a4_reports import UNIT_NAMES
from tests.printing.pdf_reading import ES, minor, names_from_files, settlement_file, settlement_pages

EVERY_PAPER = [WARMI_SAWURI, even_settlement(), owing_settlement(), large_settlement(6), large_settlement(79)]


# --- that it adds up -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", EVERY_PAPER, ids=lambda paper: paper.number + paper.unit_kind)
def test_the_figures_shown_come_to_the_balance_shown(paper: SettlementPaper):
    shown = [
        words
        for page in settlement_pages(paper)
        for words in page.words
        if words.size == 14 and words.text[-3:-2] == ","
    ]
    assert len(shown) == 4 + len(paper.costs) + len(paper.payments)
    assert sum(minor(words.text) for words in shown) == paper.balance.minor


@pytest.mark.parametrize(
    "paper", [WARMI_SAWURI, large_settlement(6), large_settlement(80)], ids=["design", "six", "eighty"]
)
@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Entregó", "delivered"),
        ("Vendió", "sold"),
        ("Yapa", "yapa"),
        ("del cliente", "back"),
        ("Pérdida", "loss"),
        ("Se lleva", "returned"),
        ("Venta Bs", "gross"),
    ],
)
def test_a_column_of_products_shows_every_figure_and_their_sum(paper: SettlementPaper, title: str, field: str):
    values = [getattr(item, field) for item in paper.products]
    expected = [value if isinstance(value, int) else value.minor for value in values]
    pages = [page for page in settlement_pages(paper) if title in page.texts]
    shown = [minor(text) for page in pages for text in page.under(title) if is_figure(text)]
    count = len(expected)
    assert shown[:count] == expected
    assert shown[count] == sum(expected)


def is_figure(text: str) -> bool:
    return text == "–" or text.replace(".", "").replace(",", "").isdigit()


@pytest.mark.parametrize("paper", [WARMI_SAWURI, large_settlement(6)], ids=["design", "owing"])
def test_the_members_parts_shown_come_to_the_total_shown(paper: SettlementPaper):
    title = "Bs" if paper.balance.minor > 0 else "Ganó Bs"
    shown = [minor(text) for page in settlement_pages(paper) if title in page.texts for text in page.under(title)]
    assert len(shown) == len(paper.members) + 1
    assert sum(shown[:-1]) == shown[-1]


# --- its pages -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", EVERY_PAPER, ids=lambda paper: paper.number + paper.unit_kind)
def test_nothing_covers_anything_and_all_is_inside_the_margins(paper: SettlementPaper):
    for page in settlement_pages(paper):
        assert page.faults() == []


def test_eighty_products_flow_over_pages_that_each_say_whose_they_are():
    paper = large_settlement(80)
    pages = settlement_pages(paper)
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert page.text.count("N.º L-000123") == 1
        assert f"página {number} de {len(pages)}" in page.text
        assert ("continúa" in page.texts) == (number > 1)
        assert ("Recibí conforme" in page.texts) == (number == len(pages))
    whole = " ".join(page.text for page in pages)
    assert all(f"{item.name} " in whole for item in paper.products)
    assert all("Entregó" in page.texts for page in pages if "Producto 10" in page.texts or "Producto 80" in page.texts)


@pytest.mark.parametrize("count", range(15, 31, 2))
def test_the_totals_never_stand_on_a_page_without_a_product(count: int):
    pages = settlement_pages(settled(WARMI_SAWURI, products=many_products(count)))
    last = [page for page in pages if "Venta Bs" in page.texts][-1]
    assert len([text for text in last.under("Venta Bs") if is_figure(text)]) >= 2


def test_a_settlement_that_fits_on_one_page_more_tightly_takes_one_page():
    assert len(settlement_pages(settled(WARMI_SAWURI, products=many_products(4)))) == 1


def test_each_unit_begins_on_a_page_of_its_own_and_counts_its_own_pages():
    papers = [replace(WARMI_SAWURI, number=f"L-{n}", unit_name=name) for n, name in enumerate(UNIT_NAMES)]
    pages = settlement_pages(*papers)
    assert len(pages) == len(UNIT_NAMES) == 14
    for paper, page in zip(papers, pages, strict=True):
        assert f"N.º {paper.number}" in page.texts
        assert "página 1 de 1" in page.text
    assert LONG_NAME in " ".join(words.text for words in pages[11].words)


def test_copies_repeat_a_units_pages_before_the_next_unit():
    pages = settlement_pages(WARMI_SAWURI, even_settlement(), copies=2)
    assert [page.texts[3] for page in pages] == ["N.º L-0087", "N.º L-0087", "N.º L-0002", "N.º L-0002"]


def test_no_settlement_at_all_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="no settlement"):
        settlement_pdf([], ES, io.BytesIO())


# --- the file --------------------------------------------------------------------------------------------------------


def test_the_same_paper_gives_the_same_bytes(tmp_path: Path):
    settlement_pdf([WARMI_SAWURI, large_settlement(20)], ES, tmp_path / "one.pdf")
    assert (tmp_path / "one.pdf").read_bytes() == settlement_file([WARMI_SAWURI, large_settlement(20)])


def test_the_file_says_its_title_its_language_and_whose_it_is_and_carries_its_fonts():
    reader = PdfReader(io.BytesIO(settlement_file([WARMI_SAWURI])))
    assert reader.metadata.title == "Liquidación L-0087 · Warmi Sawuri"
    assert reader.metadata.author == "Red Manos Productivas"
    assert reader.root_object["/Lang"] == "es"
    fonts = [font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].values()]
    embedded = [font for font in fonts if "Andika" in font["/BaseFont"]]
    assert len(embedded) == 2
    assert all("/FontFile2" in font["/FontDescriptor"] for font in embedded)


def test_a_file_of_many_leads_to_each_unit():
    reader = PdfReader(io.BytesIO(settlement_file([WARMI_SAWURI, even_settlement()])))
    assert [entry.title for entry in reader.outline] == ["L-0087 · Warmi Sawuri", "L-0002 · Juana Condori"]


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="needs pdftoppm")
@pytest.mark.parametrize("number", ["L-0087", "LPZ-NAV-26-JK01", "FERIA-CULTURA-27-A1"])
def test_the_barcode_is_the_number_and_can_be_read(number: str, tmp_path: Path):
    pdf = tmp_path / "one.pdf"
    settlement_pdf([replace(WARMI_SAWURI, number=number)], ES, pdf)
    subprocess.run(["pdftoppm", "-r", "200", "-png", pdf, tmp_path / "page"], check=True)
    (picture,) = tmp_path.glob("page*.png")
    with Image.open(picture) as image:
        assert [code.text for code in zxingcpp.read_barcodes(image)] == [number]


@pytest.mark.parametrize("number", ["Ñ-1", "FERIA-DE-LAS-CULTURAS-27-AAPTC.01", ""])
def test_a_number_that_no_barcode_can_hold_is_printed_without_one(number: str):
    (page,) = settlement_pages(replace(WARMI_SAWURI, number=number, exhibition_closed=False))
    assert number in page.text
    assert page.faults() == []


def test_a_number_as_long_as_names_may_be_is_still_printed_whole():
    number = f"{'FERIA.' * 7}-{'UNIDAD' * 6}"
    (page,) = settlement_pages(replace(WARMI_SAWURI, number=number, exhibition_closed=False))
    assert number in page.text.replace(" ", "")
    assert page.faults() == []


@pytest.mark.parametrize("count", [1, 4, 7, 11, 18, 30])
def test_the_balance_stands_on_the_page_that_is_signed(count: int):
    paper = replace(large_settlement(count), members=large_settlement(count).members[: count % 12 + 1])
    *_, last = settlement_pages(settled(paper, payments=paper.payments[: count % 20]))
    assert {"Huella", "Pagó", "A PAGAR, Bs"} <= set(last.texts) or {"Huella", "DEBE, Bs"} <= set(last.texts)
    assert last.faults() == []


@settings(max_examples=12)
@given(names_from_files(), names_from_files(), names_from_files(), names_from_files())
def test_any_name_that_a_file_may_hold_is_printed_inside_its_place(unit: str, item: str, member: str, other: str):
    paper = settled(
        WARMI_SAWURI,
        unit_name=unit,
        network=other,
        header=(unit, item),
        exhibition=other,
        place=member,
        technique=item,
        community=member,
        products=(product(item, 5, 3, "123456.78", shared_with=(unit, member, other, item), part=(2, 7), bargained=1),),
        members=(SettlementMember(member, 3, bs("0"), bs("0")), SettlementMember(other, 2, bs("0"), bs("0"))),
        costs=(SettlementCost(other, bs("5.00"), bs("60.00"), "weight", 12),),
    )
    for page in settlement_pages(paper):
        assert page.faults() == []


@pytest.mark.parametrize("minor_units", [1, -1, 10**8, -(10**8), 10**13, -(10**13)])
def test_a_balance_of_any_size_stays_in_its_box(minor_units: int):
    page = settlement_pages(replace(WARMI_SAWURI, balance=replace(WARMI_SAWURI.balance, minor=minor_units)))[0]
    assert page.faults() == []
    assert ES.amount(abs(minor_units)) in page.texts
