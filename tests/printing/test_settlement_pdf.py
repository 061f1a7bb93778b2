"""The settlement on A4: it says all that its paper says, it adds up, and nothing covers anything else."""

import io
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from pos.domain.documents import SettlementCost, SettlementMember, SettlementPaper, SettlementPayment
from pos.printing.settlement_pdf import settlement_pdf
from pos.texts import Texts
from tests.printing.a4_papers import (
    LA_PAZ,
    LONG_NAME,
    UNIT_NAMES,
    WARMI_SAWURI,
    bs,
    even_settlement,
    large_settlement,
    many_products,
    owing_settlement,
    product,
    settled,
)
from tests.printing.pdf_reading import Page, minor, names_from_files, read

ES = Texts("es")
EVERY_PAPER = [WARMI_SAWURI, even_settlement(), owing_settlement(), large_settlement(6), large_settlement(79)]


@cache
def printed(*papers: SettlementPaper, texts: Texts = ES, copies: int = 1) -> list[Page]:
    """The pages of the settlements, read back; kept, for reading takes longer than printing."""
    return read(as_pdf(papers, texts, copies))


def as_pdf(papers: Sequence[SettlementPaper], texts: Texts = ES, copies: int = 1) -> bytes:
    stream = io.BytesIO()
    settlement_pdf(papers, texts, stream, copies=copies)
    return stream.getvalue()


def only_page(paper: SettlementPaper) -> Page:
    (page,) = printed(paper)
    return page


def as_figure(paper_money: object) -> str:
    return ES.amount(paper_money.minor)


# --- what it says ----------------------------------------------------------------------------------------------------


def test_the_settlement_of_the_design_says_whose_it_is_and_where_and_when():
    page = only_page(WARMI_SAWURI)
    for words in (
        "Red Manos Productivas · Ceja, El Alto",
        "Liquidación",
        "N.º L-0087",
        "Lunes 7 de diciembre de 2026, 20:14",
        "Warmi Sawuri",
        "Colectivo de tejido · El Alto",
        "4 integrantes · código U07",
        "Feria de Navidad",
        "Campo Ferial, La Paz",
        "5 al 7 de diciembre",
        "Bolivianos (Bs)",
        "Libro verificado hasta la venta A-000705 · huella digital 7c1e 40b9 · página 1 de 1",
    ):
        assert words in page.texts


def test_each_product_stands_with_its_pieces_its_remarks_and_what_it_brought_in():
    page = only_page(WARMI_SAWURI)
    assert page.beside("Bufanda") == ["30", "24", "–", "–", "–", "6", "2.280,00"]
    assert page.beside("Llavero") == ["120", "71", "14", "–", "2", "33", "710,00"]
    assert "2 a precio acordado" in page.texts
    assert "hecho con Familia Quispe, su parte es 1 de 3" in page.texts


def test_pieces_that_went_out_undelivered_or_are_still_at_the_stall_are_named():
    page = only_page(
        settled(
            WARMI_SAWURI,
            products=(
                product("Chullo", 5, 7, "350.00", undelivered=2),
                product("Gorro", 5, 2, "90.00", left=3),
                product("Poncho", 0, 1, "500.00", undelivered=1),
            ),
        )
    )
    assert {"salieron 2 sin entrega", "quedan 3 en el puesto", "salió 1 sin entrega"} <= set(page.texts)
    assert page.find("salieron 2 sin entrega").bold


def test_of_many_co_makers_some_are_named_and_the_rest_counted():
    makers = ("Ana", "Beatriz", "Carmen", "Delia", "Inés")
    page = only_page(settled(WARMI_SAWURI, products=(product("Set", 0, 3, "90.00", shared_with=makers, part=(1, 6)),)))
    assert "hecho con Ana, Beatriz y 3 más, su parte es 1 de 6" in page.text


def test_the_accounts_name_each_deduction_with_its_rate_its_share_or_its_time():
    page = only_page(WARMI_SAWURI)
    for label, amount in (
        ("Saldo anterior", "0,00"),
        ("Venta de sus productos", "6.403,39"),
        (f"Comisión de la red, {ES.rate(1500)}", "−960,50"),
        (f"Fondo rotatorio, {ES.rate(300)}", "−192,10"),
        ("Su parte: puesto (600,00 entre 12)", "−50,00"),
        ("Su parte: transporte (360,00 entre 12)", "−30,00"),
        ("Anticipo del sábado 5, 13:10", "−200,00"),
        ("Anticipo del domingo 6, 11:42", "−150,00"),
        ("Pagado el sábado 5, 19:20, en efectivo", "−2.276,40"),
    ):
        assert page.beside(label)[0] == amount


def test_sales_at_different_rates_have_no_one_rate():
    page = only_page(replace(WARMI_SAWURI, commission_bps=None))
    assert page.beside("Comisión de la red, a varias tasas")[0] == "−960,50"


def test_a_cost_says_how_it_is_shared():
    costs = tuple(SettlementCost(name, bs("5.00"), bs("60.00"), name, 12) for name in ("equal", "weight", "gross"))
    page = only_page(settled(WARMI_SAWURI, costs=costs))
    assert "(60,00 entre 12)" in page.text
    assert "(60,00 según participación, entre 12)" in page.text
    assert "(60,00 según ventas, entre 12)" in page.text


def test_a_payment_outside_the_fair_has_its_full_date():
    after = SettlementPayment("transfer", bs("10.00"), datetime(2027, 1, 9, 9, 5, tzinfo=LA_PAZ))
    page = only_page(settled(WARMI_SAWURI, payments=(after,)))
    assert page.beside("Pagado el 09/01/2027, 09:05, por banco")[0] == "−10,00"


def test_a_payment_at_a_fair_of_many_weeks_has_its_full_date():
    at = datetime(2026, 12, 12, 9, 5, tzinfo=LA_PAZ)
    season = replace(
        WARMI_SAWURI, starts=at.date().replace(month=10), payments=(SettlementPayment("cash", bs("1.00"), at),)
    )
    assert "Pagado el 12/12/2026, 09:05, en efectivo" in only_page(settled(season)).texts


def test_the_balance_to_pay_stands_in_figures_and_words_and_is_signed_for():
    page = only_page(WARMI_SAWURI)
    assert page.beside("A PAGAR, Bs") == ["2.544,39"]
    assert "Dos mil quinientos cuarenta y cuatro 39/100 bolivianos" in page.text.replace("\N{NO-BREAK SPACE}", " ")
    assert {"Recibí conforme", "Huella", "Pagó", "Cómo se paga"} <= set(page.texts)


def test_a_unit_that_was_paid_too_much_owes_and_nothing_is_paid():
    page = only_page(owing_settlement())
    assert page.beside("DEBE, Bs") == ["480,00"]
    assert "Pasa a la próxima liquidación" in page.texts
    assert {"Conforme", "Por la red"} <= set(page.texts)
    assert not {"Cómo se paga", "Recibí conforme", "Pagó"} & set(page.texts)


def test_a_unit_that_was_paid_all_is_even():
    page = only_page(even_settlement())
    assert page.beside("CUADRADO, Bs") == ["0,00"]
    assert "Nada por pagar" in page.texts


def test_a_lone_artisan_signs_by_name():
    page = only_page(even_settlement())
    assert page.texts.count("Juana Condori") == 3  # whose it is, who shares, who signs
    assert "Cerámica esmaltada · Janko Kalani, El Alto" in page.texts
    assert "Código JK02" in page.texts


def test_a_lone_member_signs_for_a_unit_of_another_name():
    one = (SettlementMember("Basilia Huanca", 1, bs("1.00"), bs("1.00")),)
    assert "Basilia Huanca, por Warmi Sawuri" in only_page(replace(WARMI_SAWURI, members=one)).texts


def test_a_family_without_a_technique_is_still_described():
    page = only_page(replace(WARMI_SAWURI, unit_kind="family", technique="", community=""))
    assert "Familia" in page.texts


def test_members_see_their_part_of_the_balance_or_where_nothing_is_paid_what_they_earned():
    assert only_page(WARMI_SAWURI).beside("Basilia Huanca") == ["3/8", "954,14"]
    paid = even_settlement()
    (row,) = [words for words in only_page(paid).words if words.text == "1/1"]
    assert row is not None
    assert only_page(paid).under("Ganó Bs") == [as_figure(paid.members[0].earned)] * 2


def test_while_the_fair_is_open_the_paper_says_that_it_is_a_draft():
    assert "BORRADOR" not in only_page(WARMI_SAWURI).texts
    for page in printed(large_settlement(30, closed=False)):
        assert {"BORRADOR", "la feria sigue abierta"} <= set(page.texts)


def test_nothing_brought_and_nothing_sold_is_said_in_words():
    assert "No trajo ni vendió nada en esta feria." in only_page(owing_settlement()).texts


def test_in_english_the_same_stands_in_english():
    (page,) = printed(WARMI_SAWURI, texts=Texts("en"))
    assert page.beside("TO PAY, Bs") == ["2,544.39"]
    assert "Advance of Saturday 5, 13:10" in page.texts


# --- that it adds up -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", EVERY_PAPER, ids=lambda paper: paper.number + paper.unit_kind)
def test_the_figures_shown_come_to_the_balance_shown(paper: SettlementPaper):
    shown = [words for page in printed(paper) for words in page.words if words.size == 14 and words.text[-3:-2] == ","]
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
    pages = [page for page in printed(paper) if title in page.texts]
    shown = [minor(text) for page in pages for text in page.under(title) if is_figure(text)]
    count = len(expected)
    assert shown[:count] == expected
    assert shown[count] == sum(expected)


def is_figure(text: str) -> bool:
    return text == "–" or text.replace(".", "").replace(",", "").isdigit()


@pytest.mark.parametrize("paper", [WARMI_SAWURI, large_settlement(6)], ids=["design", "owing"])
def test_the_members_parts_shown_come_to_the_total_shown(paper: SettlementPaper):
    title = "Bs" if paper.balance.minor > 0 else "Ganó Bs"
    shown = [minor(text) for page in printed(paper) if title in page.texts for text in page.under(title)]
    assert len(shown) == len(paper.members) + 1
    assert sum(shown[:-1]) == shown[-1]


# --- its pages -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", EVERY_PAPER, ids=lambda paper: paper.number + paper.unit_kind)
def test_nothing_covers_anything_and_all_is_inside_the_margins(paper: SettlementPaper):
    for page in printed(paper):
        assert page.faults() == []


def test_eighty_products_flow_over_pages_that_each_say_whose_they_are():
    paper = large_settlement(80)
    pages = printed(paper)
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert page.text.count("N.º L-000123") == 1
        assert f"página {number} de {len(pages)}" in page.text
        assert ("continúa" in page.texts) == (number > 1)
        assert ("Recibí conforme" in page.texts) == (number == len(pages))
    whole = " ".join(page.text for page in pages)
    assert all(f"{item.name} " in whole for item in paper.products)
    assert all("Entregó" in page.texts for page in pages if "Producto 10" in page.texts or "Producto 80" in page.texts)


@pytest.mark.parametrize("count", range(14, 34))
def test_the_totals_never_stand_on_a_page_without_a_product(count: int):
    pages = printed(settled(WARMI_SAWURI, products=many_products(count)))
    last = [page for page in pages if "Venta Bs" in page.texts][-1]
    assert len([text for text in last.under("Venta Bs") if is_figure(text)]) >= 2


def test_a_settlement_that_fits_on_one_page_more_tightly_takes_one_page():
    assert len(printed(settled(WARMI_SAWURI, products=many_products(4)))) == 1


def test_each_unit_begins_on_a_page_of_its_own_and_counts_its_own_pages():
    papers = [replace(WARMI_SAWURI, number=f"L-{n}", unit_name=name) for n, name in enumerate(UNIT_NAMES)]
    pages = printed(*papers)
    assert len(pages) == len(UNIT_NAMES) == 14
    for paper, page in zip(papers, pages, strict=True):
        assert f"N.º {paper.number}" in page.texts
        assert "página 1 de 1" in page.text
    assert LONG_NAME in " ".join(words.text for words in pages[11].words)


def test_copies_repeat_a_units_pages_before_the_next_unit():
    pages = printed(WARMI_SAWURI, even_settlement(), copies=2)
    assert [page.texts[3] for page in pages] == ["N.º L-0087", "N.º L-0087", "N.º L-0002", "N.º L-0002"]


def test_no_settlement_at_all_is_a_mistake_of_the_caller():
    with pytest.raises(ValueError, match="no settlement"):
        settlement_pdf([], ES, io.BytesIO())


# --- the file --------------------------------------------------------------------------------------------------------


def test_the_same_paper_gives_the_same_bytes(tmp_path: Path):
    settlement_pdf([WARMI_SAWURI, large_settlement(20)], ES, tmp_path / "one.pdf")
    assert (tmp_path / "one.pdf").read_bytes() == as_pdf([WARMI_SAWURI, large_settlement(20)])


def test_the_file_says_its_title_its_language_and_whose_it_is_and_carries_its_fonts():
    reader = PdfReader(io.BytesIO(as_pdf([WARMI_SAWURI])))
    assert reader.metadata.title == "Liquidación L-0087 · Warmi Sawuri"
    assert reader.metadata.author == "Red Manos Productivas"
    assert reader.root_object["/Lang"] == "es"
    fonts = [font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].values()]
    embedded = [font for font in fonts if "Andika" in font["/BaseFont"]]
    assert len(embedded) == 2
    assert all("/FontFile2" in font["/FontDescriptor"] for font in embedded)


def test_a_file_of_many_leads_to_each_unit():
    reader = PdfReader(io.BytesIO(as_pdf([WARMI_SAWURI, even_settlement()])))
    assert [entry.title for entry in reader.outline] == ["L-0087 · Warmi Sawuri", "L-0002 · Juana Condori"]


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="needs pdftoppm")
def test_the_barcode_is_the_number(tmp_path: Path):
    pdf = tmp_path / "one.pdf"
    settlement_pdf([WARMI_SAWURI], ES, pdf)
    subprocess.run(["pdftoppm", "-r", "200", "-png", pdf, tmp_path / "page"], check=True)
    (picture,) = tmp_path.glob("page*.png")
    with Image.open(picture) as image:
        assert [code.text for code in zxingcpp.read_barcodes(image)] == ["L-0087"]


@settings(max_examples=25)
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
    for page in printed(paper):
        assert page.faults() == []


@given(st.integers(-(10**13), 10**13))
@settings(max_examples=25)
def test_a_balance_of_any_size_stays_in_its_box(balance: int):
    paper = replace(WARMI_SAWURI, balance=replace(WARMI_SAWURI.balance, minor=balance))
    for page in printed(paper):
        assert page.faults() == []
        assert ES.amount(abs(balance)) in page.texts or not balance
