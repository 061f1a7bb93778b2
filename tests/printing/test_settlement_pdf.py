"""The settlement on A4: it says all that its paper says, it adds up, and nothing covers anything else."""

from dataclasses import replace
from datetime import datetime

from pos.domain.documents import SettlementCost, SettlementMember, SettlementPaper, SettlementPayment
from pos.texts import Texts
from tests.printing.a4_papers import (
    LA_PAZ,
    WARMI_SAWURI,
    bs,
    even_settlement,
    large_settlement,
    owing_settlement,
    product,
    settled,
)
from tests.printing.pdf_reading import ES, Page, settlement_pages


def only_page(paper: SettlementPaper) -> Page:
    (page,) = settlement_pages(paper)
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
        "Libro hasta la venta A-000705 · huella digital 7c1e 40b9 · página 1 de 1",
    ):
        assert words in page.texts


def test_a_fingerprint_is_shown_in_two_groups_of_four_however_it_is_grouped():
    page = only_page(replace(WARMI_SAWURI, fingerprint="8061 104c"))
    assert "huella digital 8061 104c" in page.text


def test_each_product_stands_with_its_pieces_its_remarks_and_what_it_brought_in():
    page = only_page(WARMI_SAWURI)
    assert page.beside("Bufanda") == ["30", "24", "–", "–", "–", "6", "2.280,00"]
    assert page.beside("Llavero") == ["120", "71", "14", "–", "2", "33", "710,00"]
    assert "2 a precio acordado" in page.texts
    assert "hecho con Familia Quispe, su parte es 1 de 3" in page.texts


def test_pieces_that_went_out_undelivered_are_named():
    page = only_page(
        settled(
            WARMI_SAWURI,
            products=(
                product("Chullo", 5, 7, "350.00", undelivered=2),
                product("Poncho", 0, 1, "500.00", undelivered=1),
            ),
        )
    )
    assert {"salieron 2 sin entrega", "salió 1 sin entrega"} <= set(page.texts)
    assert page.find("salieron 2 sin entrega").bold


def test_what_is_still_at_the_stall_has_a_column_while_there_is_any():
    assert "Queda" not in only_page(WARMI_SAWURI).texts
    some = (product("Gorro", 5, 2, "90.00", left=3), product("Chal", 4, 2, "90.00", returned=2))
    page = only_page(settled(WARMI_SAWURI, products=some))
    assert page.under("Queda")[:3] == ["3", "–", "3"]
    assert page.beside("Gorro") == ["5", "2", "–", "–", "–", "–", "3", "90,00"]


def test_what_needs_no_explaining_stands_in_one_line():
    gloves = product("Guantes", 9, 2, "90.00", bargained=1, shared_with=("Ana",), part=(1, 2))
    page = only_page(settled(WARMI_SAWURI, products=(gloves,)))
    assert "1 a precio acordado · hecho con Ana, su parte es 1 de 2" in page.text


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
    for page in settlement_pages(large_settlement(30, closed=False)):
        assert {"BORRADOR", "la feria sigue abierta"} <= set(page.texts)


def test_nothing_brought_and_nothing_sold_is_said_in_words():
    assert "No trajo ni vendió nada en esta feria." in only_page(owing_settlement()).texts


def test_in_english_the_same_stands_in_english():
    (page,) = settlement_pages(WARMI_SAWURI, texts=Texts("en"))
    assert page.beside("TO PAY, Bs") == ["2,544.39"]
    assert "Advance of Saturday 5, 13:10" in page.texts
