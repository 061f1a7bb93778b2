"""A settlement as a strip says the same as its sheet of A4: the figures are read off both."""

import re
from dataclasses import replace

import pytest

from pos.domain.documents import SettlementPaper
from pos.printing.receipt_elements import PAPER_58, PAPER_80, Cut, sheets
from pos.printing.receipt_text import to_text
from pos.printing.settlement_layout import lay_out_settlement
from pos.printing.settlement_words import account_lines
from pos.texts import Texts
from tests.printing.a4_papers import WARMI_SAWURI, bs
from tests.printing.all_papers import SETTLEMENTS
from tests.printing.pdf_reading import settlement_pages

SPANISH = Texts("es")
_FIGURE = re.compile(r"−?[\d.]+,\d\d")


def papers(settlement: SettlementPaper) -> list[list[str]]:
    strip = lay_out_settlement(settlement, PAPER_80, SPANISH)
    return [[" ".join(line.split()) for line in to_text(sheet, 48).splitlines()] for sheet in sheets(strip)]


def test_delivered_sold_earned_costs_paid_and_balance_stand_on_it():
    (mine, _) = papers(WARMI_SAWURI)
    for line in (
        "Bolso de aguayo 2.620,00",
        "Entregó 25 · Vendió 22 · Se lleva 3",
        "2 a precio acordado",
        "Nacimiento en casita 793,39",
        "hecho con Familia Quispe, su parte es 1 de 3",
        "Total 6.403,39",
        "Saldo anterior 0,00",
        "Venta de sus productos 6.403,39",
        "Comisión de la red, 15 % −960,50",
        "Fondo rotatorio, 3 % −192,10",
        "Su parte: puesto (600,00 entre 12) −50,00",
        "Anticipo del sábado 5, 13:10 −200,00",
        "Pagado el sábado 5, 19:20, en efectivo −2.276,40",
        "A PAGAR, Bs 2.544,39",
        "Basilia Huanca (3/8) 954,14",
    ):
        assert line in mine, line


def test_every_figure_of_the_sheet_is_on_the_strip():
    (page,) = settlement_pages(WARMI_SAWURI)
    figures = set(_FIGURE.findall(page.text))
    strip = " ".join(papers(WARMI_SAWURI)[0])
    assert len(figures) > 15
    assert {figure for figure in figures if figure not in strip} == set()


def test_what_makes_up_the_balance_adds_up_to_it():
    assert sum(money.minor for _, money in account_lines(WARMI_SAWURI, SPANISH)) == WARMI_SAWURI.balance.minor


def test_two_sign_each_of_two_papers():
    mine, yours = papers(WARMI_SAWURI)
    assert ("Para el productor" in mine, "Para la red" in yours) == (True, True)
    for paper in (mine, yours):
        assert sum(set(line) == {"_"} for line in paper) == 2
        assert "Recibí conforme: Warmi Sawuri" in paper
        assert "Pagó: Red Manos Productivas" in paper


def test_one_of_a_fair_that_is_still_open_says_that_it_is_a_draft():
    assert "BORRADOR" in papers(SETTLEMENTS["draft"])[0]
    assert "BORRADOR" not in papers(WARMI_SAWURI)[0]


def test_a_unit_that_owes_is_told_so_and_nobody_is_paid():
    (paper, _) = papers(replace(WARMI_SAWURI, balance=bs("-120.50")))
    assert "DEBE, Bs 120,50" in paper
    assert "Conforme: Warmi Sawuri" in paper
    assert "Basilia Huanca (3/8) 1.969,04" in paper, "what each earned, since nobody receives"


@pytest.mark.parametrize("settlement", SETTLEMENTS.values(), ids=SETTLEMENTS)
def test_nothing_is_wider_than_the_paper(settlement: SettlementPaper):
    for paper in (PAPER_80, PAPER_58):
        strip = lay_out_settlement(settlement, paper, SPANISH)
        assert max(map(len, to_text(strip, paper.columns).splitlines())) <= paper.columns
        assert sum(isinstance(element, Cut) for element in strip) == 2
