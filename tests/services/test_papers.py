"""Settlements and the stall's report as papers (the story is in small_day.py)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from pos.domain.documents import EmblemOf, SettlementPaper
from pos.domain.network import Rates
from tests.builders import LA_PAZ
from tests.services.small_day import first_day, second_day
from tests.services.stall import BERLIN, FAIR, JANUARY, Stall, fair, the_catalogue

AT = datetime(2026, 12, 7, 20, 0, tzinfo=LA_PAZ)


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stall]:
    """The stall after both days."""
    path: Path = tmp_path_factory.mktemp("papers")
    stall = Stall.in_folder(path)
    first_day(stall)
    second_day(stall)
    yield stall
    stall.close()


@pytest.fixture(scope="module")
def papers(closed: Stall) -> dict[str, SettlementPaper]:
    """Each unit's settlement of the fair."""
    return {paper.unit: paper for paper in closed.papers.settlements(FAIR, AT, "es")}


def test_every_unit_that_has_something_to_settle_gets_its_paper(closed: Stall, papers: dict[str, SettlementPaper]):
    assert list(papers) == ["A", "B"]
    assert [paper.unit for paper in closed.papers.settlements(JANUARY, AT, "es")] == ["A", "B"], "brought forward"
    assert closed.papers.settlements(BERLIN, AT, "es") == ()


def test_the_money_of_a_settlement_adds_up_to_its_balance(papers: dict[str, SettlementPaper]):
    a = papers["A"]
    assert [str(x) for x in (a.brought_forward, a.gross, a.commission, a.fund)] == ["0.00", "83.33", "12.50", "4.17"]
    assert [(c.name, str(c.part), str(c.total), c.shared, c.among) for c in a.costs] == [
        ("puesto", "50.01", "100.01", "equal", 2),
        ("transporte", "10.00", "30.00", "weight", 2),
        ("promoción", "8.31", "20.00", "gross", 2),
    ]
    assert [(p.kind, str(p.amount)) for p in a.payments] == [("advance", "20.00")]
    assert str(a.balance) == "-21.66"
    assert [(p.kind, str(p.amount)) for p in papers["B"].payments] == [("transfer", "10.00")]
    assert str(papers["B"].balance) == "2.09"


def test_the_members_parts_of_the_balance_sum_to_it(papers: dict[str, SettlementPaper]):
    assert [(m.name, m.weight, str(m.earned), str(m.to_receive)) for m in papers["A"].members] == [
        ("Juana", 2, "44.44", "-14.44"),
        ("Rosa", 1, "22.22", "-7.22"),
    ]


def test_goods_stand_under_their_holder_and_money_under_each_maker(papers: dict[str, SettlementPaper]):
    rows = [
        (p.name, p.delivered, p.sold, p.back, p.loss, p.returned, p.left, str(p.gross), p.part)
        for p in papers["A"].products
    ]
    assert rows == [
        ("Juego de café", 2, 1, 0, 0, 1, 0, "63.33", (2, 3)),
        ("Taza", 10, 3, 1, 1, 7, 0, "20.00", None),
    ]
    rows = [(p.name, p.delivered, p.sold, p.yapa, p.undelivered, str(p.gross), p.part) for p in papers["B"].products]
    assert rows == [
        ("Chal", 1, 1, 0, 0, "80.00", None),
        ("Miel", 1, 1, 1, 1, "5.55", None),
        ("Juego de café", 0, 1, 0, 0, "31.67", (1, 3)),
    ]
    assert [(p.name, p.bargained) for p in papers["B"].products] == [("Chal", 1), ("Miel", 0), ("Juego de café", 1)]
    assert papers["B"].products[2].shared_with == ("Familia A",)


def test_a_settlement_says_what_it_is_of(closed: Stall, papers: dict[str, SettlementPaper]):
    a = papers["A"]
    assert (a.number, a.unit_name, a.unit_kind, a.printed_at) == ("FERIA-A", "Familia A", "family", AT)
    assert (a.exhibition, a.place, a.starts, a.ends) == (
        "Feria de Navidad",
        "Campo Ferial, La Paz",
        fair().starts,
        fair().ends,
    )
    assert a.emblem == EmblemOf(*closed.catalogue.terms().emblems["A"])
    assert a.exhibition_closed
    assert (a.commission_bps, a.fund_bps) == (1500, 500)


def test_the_fingerprint_is_the_heads_of_the_chains(closed: Stall, papers: dict[str, SettlementPaper]):
    heads = [head for (head,) in closed.rows("SELECT hash FROM till ORDER BY code")]
    assert papers["A"].fingerprint == " · ".join(f"{head[:4]} {head[4:8]}" for head in heads)


def test_before_the_close_a_settlement_bears_no_costs_and_says_that_it_may_change(stall: Stall):
    first_day(stall)
    a, b = stall.papers.settlements(FAIR, AT, "es")
    assert (a.costs, a.exhibition_closed, str(a.balance), str(b.balance)) == ((), False, "38.66", "83.78")


def test_products_at_rates_of_their_own_leave_no_one_rate_to_name(opened: Stall):
    products = tuple(
        replace(product, rates=Rates(commission_bps=1000)) if product.sku == "JUEGO" else product
        for product in the_catalogue().products
    )
    opened.take_in(the_catalogue(products=products))
    opened.sell("TAZA", "JUEGO")
    a, b = opened.papers.settlements(FAIR, AT, "es")
    assert (a.commission_bps, a.fund_bps) == (None, 500)
    assert (b.commission_bps, b.fund_bps) == (1000, 500)


def test_rates_that_changed_between_two_sales_leave_no_one_rate_to_name(opened: Stall):
    opened.sell("TAZA")
    opened.take_in(the_catalogue(network=replace(the_catalogue().network, rates=Rates(2000, 500))))
    [before] = opened.papers.settlements(FAIR, AT, "es")
    assert (before.commission_bps, before.fund_bps) == (1500, 500), "what the sale carried, not what holds now"
    opened.sell("TAZA")
    [a] = opened.papers.settlements(FAIR, AT, "es")
    assert (a.commission_bps, a.fund_bps) == (None, 500)


def test_the_report_of_a_day_as_a_paper(closed: Stall):
    day = date(2026, 12, 5)
    paper = closed.papers.report(FAIR, day, AT, "es")
    assert paper.report == closed.reporting.report(FAIR, day)
    assert (paper.day, paper.printed_at, paper.network, paper.place) == (
        day,
        AT,
        "Red de Prueba",
        "Campo Ferial, La Paz",
    )
    assert [unit for unit, _ in paper.emblems] == ["A", "B"]
    assert dict(paper.product_names) == {"CHAL": "Chal", "JUEGO": "Juego de café", "MIEL": "Miel", "TAZA": "Taza"}


def test_the_report_of_the_exhibition_as_a_paper_in_another_language(closed: Stall):
    paper = closed.papers.report(FAIR, None, AT, "en")
    assert (paper.day, paper.language, dict(paper.product_names)["TAZA"]) == (None, "en", "Cup")
    assert paper.report == closed.reporting.report(FAIR)
