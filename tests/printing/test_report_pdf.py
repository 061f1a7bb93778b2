"""The stall's report on A4: it says all that the books say, it adds up, and nothing covers anything else."""

import io
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from pos.domain.documents import EmblemOf, ReportPaper
from pos.domain.money import Money
from pos.domain.reports import UnitFigures
from pos.printing.report_pdf import report_pdf
from pos.texts import Texts
from tests.printing.a4_papers import BOB
from tests.printing.a4_reports import day_report, fair_report, unit_figures
from tests.printing.pdf_reading import Page, minor, names_from_files, read

ES = Texts("es")
DAY, FAIR = day_report(), fair_report()
EACH_UNIT = [(paper, unit) for paper in (DAY, FAIR) for unit in paper.report.units]


@cache
def printed(paper: ReportPaper, texts: Texts = ES) -> list[Page]:
    """The pages of the report, read back; kept, for reading takes longer than printing."""
    return read(as_pdf(paper, texts))


def as_pdf(paper: ReportPaper, texts: Texts = ES) -> bytes:
    stream = io.BytesIO()
    report_pdf(paper, texts, stream)
    return stream.getvalue()


def figure(money: Money) -> str:
    return ES.amount(money.minor, money.currency.digits)


def or_dash(money: Money) -> str:
    return figure(money) if money else "–"


def pages_with(paper: ReportPaper, *texts: str) -> list[Page]:
    return [page for page in printed(paper) if set(texts) <= set(page.texts)]


def with_report(paper: ReportPaper, **changes: object) -> ReportPaper:
    return replace(paper, report=replace(paper.report, **changes))


# --- what it says ----------------------------------------------------------------------------------------------------


def test_a_day_says_which_day_of_which_fair_and_where():
    for page in printed(DAY):
        assert page.texts.count("Informe del día") == 1
        assert "Feria de Navidad" in page.texts
        assert "Sábado 5 de diciembre de 2026 · Campo Ferial Chuquiago Marka, La Paz" in page.texts


def test_an_exhibition_says_its_first_and_last_day():
    assert "Informe de la feria" in printed(FAIR)[0].texts
    assert "5 al 7 de diciembre · Campo Ferial Chuquiago Marka, La Paz" in printed(FAIR)[0].texts


def test_each_page_has_its_number_and_the_books_fingerprint():
    pages = printed(DAY)
    for number, page in enumerate(pages, start=1):
        assert f"huella digital 7c1e 40b9 · página {number} de {len(pages)}" in page.text
        assert "Impreso el sábado 5 de diciembre de 2026, 20:01" in page.text


def test_the_headline_figures_are_the_reports():
    page, sales = printed(DAY)[0], DAY.report.sales
    for words in (figure(sales.net), "135", "299", "19"):
        assert words in page.texts
    assert page.beside("Vendido") == [figure(sales.gross)]
    assert page.beside("Devuelto") == ["−185,50"]
    assert page.beside("Redondeo") == ["−0,20"]
    assert page.beside("Promoción a cargo de la red") == ["12,00"]


def test_each_tender_stands_in_its_currency_and_in_the_base_currency_and_their_sum():
    page = printed(DAY)[0]
    assert page.beside("Tarjeta")[:3] == ["Bolivianos", "680,00", "680,00"]
    assert page.beside("Dólares estadounidenses")[:2] == ["80,00", "776,00"]
    column = page.under("En Bs")
    assert column[:4] == [figure(tender.base) for tender in DAY.report.tenders]
    assert minor(column[4]) == sum(map(minor, column[:4])) == DAY.report.sales.net.minor - 20


def test_what_the_network_keeps_is_the_sum_over_the_units():
    page, report = printed(DAY)[0], DAY.report
    assert page.under("Bs")[:3] == [figure(report.total(name)) for name in ("commission", "fund", "costs")]


def test_cash_over_and_short_is_said_in_words():
    page = printed(DAY)[0]
    assert page.under("Diferencia")[:3] == ["faltante 3,50", "cuadra", "sobrante 5,00"]
    assert page.beside("faltante 3,50") == ["128.404,20"]


def test_a_shift_says_who_when_and_which_sales():
    page = printed(DAY)[0]
    assert page.texts.count("Caja A, Z 17") == 3
    assert {"Ana Mayta · sábado 5, 09:12 a 18:12", "Ventas A-000612 a A-000705"} <= set(page.texts)
    assert "Ninguna venta" in page.texts


def test_a_shift_that_closed_after_midnight_says_on_which_day():
    assert any("Jhoselin Cori · sábado 5, 19:00 a domingo 6, 00:40" in page.texts for page in printed(DAY))


@pytest.mark.parametrize(("paper", "unit"), EACH_UNIT, ids=lambda value: value.unit if hasattr(value, "unit") else None)
def test_each_units_account_is_shown_and_adds_up(paper: ReportPaper, unit: UnitFigures):
    lowering = ("commission", "fund"), ("costs", "advances", "paid")
    expected = [
        or_dash(unit.brought_forward),
        or_dash(unit.gross),
        *(or_dash(-getattr(unit, name)) for name in lowering[0]),
        or_dash(unit.earned),
        *(or_dash(-getattr(unit, name)) for name in lowering[1]),
        figure(unit.balance),
    ]
    (line,) = [row for row in account_rows(paper) if row == expected]
    brought, gross, commission, fund, earned, *rest, balance = map(minor, line)
    assert gross + commission + fund == earned
    assert brought + earned + sum(rest) == balance


def account_rows(paper: ReportPaper) -> list[list[str]]:
    """The nine figures of each line of the producers' table."""
    rows = []
    for page in pages_with(paper, "Por pagar"):
        for words in page.words:
            line = [w.text for w in page.words if abs(w.stand - words.stand) < 0.1 and w.left > 280]
            if len(line) == 9 and line[-1][-3:-2] == "," and line not in rows:
                rows.append(line)
    return rows


@pytest.mark.parametrize("paper", [DAY, FAIR], ids=["day", "fair"])
def test_the_totals_of_the_producers_are_their_columns_sums(paper: ReportPaper):
    *units, totals = account_rows(paper)
    assert len(units) == 14
    assert [sum(map(minor, column)) for column in zip(*units, strict=True)] == list(map(minor, totals))
    assert any("14 productores" in page.texts for page in printed(paper))


def test_a_unit_that_owes_is_named_so():
    pages = printed(DAY)
    assert sum(page.texts.count("debe a la red") for page in pages) == sum(
        u.balance.minor < 0 for u in DAY.report.units
    )


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Entregó", "delivered"),
        ("Vendió", "sold"),
        ("Yapa", "yapa"),
        ("del cliente", "back"),
        ("Pérdida", "loss"),
        ("al productor", "returned"),
        ("Queda", "left"),
        ("Sin entrega", "undelivered"),
    ],
)
def test_the_goods_show_each_count_each_units_sum_and_all(title: str, name: str):
    shown = [minor(t) for page in pages_with(DAY, "Sin entrega") for t in goods_under(page, title)]
    expected = []
    for unit in DAY.report.units:
        counts = [getattr(item, name) for item in unit.products]
        expected += [sum(counts), *counts]
    everything = sum(getattr(item, name) for unit in DAY.report.units for item in unit.products)
    assert shown == [*expected, everything]


def goods_under(page: Page, title: str) -> list[str]:
    """The counts in a column of the goods, which end the page that they stand on."""
    head, column = page.find("Sin entrega"), page.find(title)
    counts = [w for w in page.words if abs(w.right - column.right) < 0.6 and w.stand > head.stand + 10 and w.size == 13]
    return [words.text for words in sorted(counts, key=lambda words: words.stand)]


def test_undelivered_goods_are_named_beside_their_product():
    texts = [text for page in printed(DAY) for text in page.texts]
    assert {"salieron 4 sin entrega", "salieron 13 sin entrega"} <= set(texts)


def test_a_product_without_a_name_stands_under_its_code():
    texts = [text for page in printed(replace(DAY, product_names=())) for text in page.texts]
    assert texts.count("U01-001") == 2


def test_a_day_on_which_nothing_happened_is_a_report_too():
    empty = with_report(DAY, tenders=(), shifts=(), units=())
    (page,) = printed(empty)
    assert page.texts.count("Nada todavía.") == 4
    assert page.faults() == []


def test_in_english_the_same_stands_in_english():
    pages = printed(DAY, Texts("en"))
    assert "Report of the day" in pages[0].texts
    assert "3.50 short" in pages[0].texts


# --- its pages and its file ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", [DAY, FAIR], ids=["day", "fair"])
def test_nothing_covers_anything_and_all_is_inside_the_margins(paper: ReportPaper):
    for page in printed(paper):
        assert page.faults() == []


@pytest.mark.parametrize("paper", [DAY, FAIR], ids=["day", "fair"])
def test_a_table_has_one_head_on_a_page_and_rows_under_its_heading(paper: ReportPaper):
    for page in printed(paper):
        for title in ("Medio", "Turno", "Productor", "Código"):
            assert page.texts.count(title) <= 1
        for heading in ("Turnos cerrados", "Los productores", "La mercadería"):
            if heading in page.texts:
                place = page.texts.index(heading)
                assert len(page.texts) > place + 12


@pytest.mark.parametrize("count", range(1, 9))
def test_a_heading_never_ends_a_page(count: int):
    pages = printed(with_report(DAY, units=DAY.report.units[:count]))
    assert all(page.texts[-1] not in {"Turnos cerrados", "Los productores", "La mercadería"} for page in pages)


@pytest.mark.parametrize("paper", [DAY, FAIR], ids=["day", "fair"])
def test_a_unit_of_few_goods_is_not_cut_by_a_page(paper: ReportPaper):
    for page in pages_with(paper, "Sin entrega"):
        skus = [text[:3] for text in page.texts if text[3:4] == "-" and text[0] == "U"]
        for unit in set(skus):
            whole = next(u for u in paper.report.units if u.unit == unit)
            assert skus.count(unit) == len(whole.products)


def test_a_unit_of_many_goods_goes_on_on_the_next_page():
    unit = unit_figures(4, "Taller Illampu")
    many = tuple(replace(unit.products[0], sku=f"T-{n:03d}") for n in range(100))
    pages = printed(with_report(DAY, units=(replace(unit, products=many),)))
    assert [text for page in pages for text in page.texts if text.startswith("T-")].count("T-099") == 2
    assert all(page.faults() == [] for page in pages)


def test_the_same_paper_gives_the_same_bytes(tmp_path: Path):
    report_pdf(DAY, ES, tmp_path / "one.pdf")
    assert (tmp_path / "one.pdf").read_bytes() == as_pdf(DAY)


def test_the_file_says_its_title_its_language_and_whose_it_is():
    reader = PdfReader(io.BytesIO(as_pdf(DAY)))
    assert reader.metadata.title.startswith("Informe del día · Feria de Navidad · Sábado 5 de diciembre de 2026")
    assert reader.metadata.author == "Red Manos Productivas"
    assert reader.root_object["/Lang"] == "es"
    assert [round(float(side)) for side in reader.pages[0].mediabox] == [0, 0, 842, 595]


@settings(max_examples=12)
@given(names_from_files(), names_from_files(), names_from_files(), st.integers(0, 10**12))
def test_any_name_and_any_sum_is_printed_inside_its_place(unit: str, item: str, other: str, gross: int):
    figures = replace(unit_figures(3, unit), gross=Money(gross, BOB))
    report = replace(
        DAY.report,
        exhibition_name=other,
        units=(figures,),
        shifts=(replace(DAY.report.shifts[0], cashier=item),),
    )
    paper = replace(
        DAY,
        report=report,
        network=other,
        header=(unit, item),
        place=item,
        product_names=tuple((product.sku, item) for product in figures.products),
        emblems=(("U03", EmblemOf("casa", "lago")),),
    )
    for page in printed(paper):
        assert page.faults() == []
