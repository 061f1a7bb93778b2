"""The producers' day: every figure is the report's own, to the centavo, on the example's day and on a small one."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from pos.domain.consignment import NoteKind
from pos.domain.network import Rates
from pos.domain.people import Approval
from pos.domain.refusals import UnknownExhibition, UnknownUnit
from pos.domain.settlements import PayoutKind
from pos.domain.unit_days import PieceCount, UnitState
from pos.formats.day_file import read_day
from pos.formats.network_file import read_network
from pos.services.finding import Finding
from pos.services.producers_day import ProducersDay
from pos.services.replaying import Replaying
from pos.services.till_services import TillServices
from pos.settings import resource
from pos.texts import Texts
from tests.builders import BOB, LA_PAZ, Money, cash, money
from tests.services.small_day import first_day, second_day
from tests.services.stall import FAIR, JANUARY, SET, Stall, the_catalogue

CHRISTMAS = "LPZ-NAV-26"
SATURDAY, SUNDAY = date(2026, 12, 5), date(2026, 12, 6)
MONEY = ("brought_forward", "gross", "commission", "fund", "costs", "advances", "paid", "balance")


@pytest.fixture(scope="module")
def christmas(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stall]:
    """The example network after the example day."""
    stall = Stall(tmp_path_factory.mktemp("christmas") / "books.sqlite")
    stall.take_in(read_network(resource("sample", "network.json")))
    services = TillServices(
        stall.catalogue, stall.selling, stall.refunding, stall.shifts, stall.consigning, stall.settling
    )
    day = read_day(Path(str(resource("sample", "day.jsonl"))))
    assert not [outcome for outcome in Replaying(stall.books, services).replay(day, Texts()) if outcome.refusal]
    yield stall
    stall.close()


def producers(stall: Stall) -> ProducersDay:
    return ProducersDay(stall.books, stall.catalogue)


# --- all units -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", [SATURDAY, SUNDAY, None])
def test_every_figure_of_every_unit_is_the_reports(christmas: Stall, day: date | None):
    report = christmas.reporting.report(CHRISTMAS, day)
    overview = producers(christmas).overview(CHRISTMAS, day)
    assert [row.unit for row in overview.rows] == [unit.unit for unit in report.units]
    for row, unit in zip(overview.rows, report.units, strict=True):
        assert {name: getattr(row, name) for name in MONEY} == {name: getattr(unit, name) for name in MONEY}
        for name in ("delivered", "sold", "yapa", "back", "returned", "loss", "left", "undelivered"):
            assert getattr(row.pieces, name) == sum(getattr(position, name) for position in unit.products)


@pytest.mark.parametrize("day", [SATURDAY, None])
def test_the_sums_are_the_reports_totals(christmas: Stall, day: date | None):
    report = christmas.reporting.report(CHRISTMAS, day)
    totals = producers(christmas).overview(CHRISTMAS, day).totals
    assert {name: getattr(totals, name) for name in MONEY} == {name: report.total(name) for name in MONEY}
    assert totals.pieces.sold == report.sales.pieces
    assert totals.pieces.yapa == report.sales.yapa_pieces
    assert totals.received == report.total("advances") + report.total("paid")


def test_the_example_day_as_it_is_shown(christmas: Stall):
    overview = producers(christmas).overview(CHRISTMAS, SATURDAY)
    rows = {row.unit: row for row in overview.rows}
    assert (str(rows["MP07"].balance), rows["MP07"].state) == ("885.66", UnitState.DUE)
    assert (str(rows["JK01"].balance), rows["JK01"].state) == ("0.00", UnitState.PAID)
    assert len(overview.owed) == 8
    assert not overview.nobody_came
    assert rows["MP07"].emblem == christmas.catalogue.terms().emblems["MP07"]


# --- one unit ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", [SATURDAY, SUNDAY, None])
def test_what_a_units_products_sold_for_sums_to_its_gross(christmas: Stall, day: date | None):
    days = producers(christmas)
    for row in days.overview(CHRISTMAS, day).rows:
        unit = days.unit(CHRISTMAS, day, row.unit)
        assert unit.row == row
        assert sum(product.gross.minor for product in unit.products) == row.gross.minor


def test_the_lines_of_a_units_account_sum_to_its_balance(christmas: Stall):
    days = producers(christmas)
    for row in days.overview(CHRISTMAS, SATURDAY).rows:
        unit = days.unit(CHRISTMAS, SATURDAY, row.unit)
        assert sum(payment.amount.minor for payment in unit.payments) == row.received.minor
        assert sum(part.minor for _, part in unit.costs) == row.costs.minor
        earned = row.gross - row.commission - row.fund
        assert row.brought_forward + earned - row.costs - row.received == row.balance


def test_a_unit_is_settled_as_on_its_paper(christmas: Stall):
    days = producers(christmas)
    papers = christmas.papers.settlements(CHRISTMAS, datetime(2026, 12, 7, 20, 0, tzinfo=LA_PAZ), "es")
    assert len(papers) == 14
    for paper in papers:
        unit = days.unit(CHRISTMAS, None, paper.unit)
        assert (unit.members, unit.payments) == (paper.members, paper.payments)
        assert (unit.commission_bps, unit.fund_bps) == (paper.commission_bps, paper.fund_bps)
        assert sum(member.to_receive.minor for member in unit.members) == unit.row.balance.minor
        gross = {product.product.name["es"]: product.gross for product in unit.products}
        assert gross == {product.name: product.gross for product in paper.products}


def test_the_best_earner_comes_first(christmas: Stall):
    amounts = [product.gross.minor for product in producers(christmas).unit(CHRISTMAS, None, "MP07").products]
    assert amounts == sorted(amounts, reverse=True)


def test_a_product_made_by_two_shows_each_its_own_part_of_the_same_pieces(stall: Stall):
    first_day(stall)
    [of_a] = [p for p in producers(stall).unit(FAIR, None, "A").products if p.product.sku == SET.sku]
    [of_b] = [p for p in producers(stall).unit(FAIR, None, "B").products if p.product.sku == SET.sku]
    assert of_a.pieces == of_b.pieces == PieceCount(delivered=2, sold=1, left=1)
    assert (str(of_a.gross), of_a.part, str(of_b.gross), of_b.part) == ("63.33", (2, 3), "31.67", (1, 3))


def test_a_piece_that_came_back_is_not_counted_as_kept(stall: Stall):
    first_day(stall)
    [cup] = [p for p in producers(stall).unit(FAIR, None, "A").products if p.product.sku == "TAZA"]
    assert (cup.pieces.sold, cup.pieces.back, cup.pieces.kept, cup.pieces.loss) == (2, 1, 1, 1)


def test_the_second_day_brings_forward_what_the_first_left(stall: Stall):
    first_day(stall)
    second_day(stall)
    days = producers(stall)
    assert str(days.unit(FAIR, SATURDAY, "A").row.balance) == "38.66"
    sunday = days.unit(FAIR, SUNDAY, "A")
    assert (str(sunday.row.brought_forward), str(sunday.row.balance)) == ("38.66", "-21.66")
    assert [(name, str(part)) for name, part in sunday.costs] == [
        ("puesto", "50.01"),
        ("transporte", "10.00"),
        ("promoción", "8.31"),
    ]
    assert sunday.closed


def test_where_sales_carried_several_rates_none_is_named(opened: Stall):
    opened.sell("TAZA")
    assert producers(opened).unit(FAIR, None, "A").commission_bps == 1500
    network = the_catalogue().network
    opened.take_in(the_catalogue(network=type(network)(network.name, BOB, "es", Rates(2000, 500))))
    opened.sell("TAZA")
    unit = producers(opened).unit(FAIR, None, "A")
    assert (unit.commission_bps, unit.fund_bps) == (None, 500)


def test_a_unit_that_nothing_happened_to_is_all_zeros(stall: Stall):
    unit = producers(stall).unit(JANUARY, None, "A")
    assert (unit.row.balance, unit.products, unit.payments) == (Money(0, BOB), (), ())
    assert [member.name for member in unit.members] == ["Juana", "Rosa"]
    assert unit.row.state is UnitState.NOTHING


def test_what_is_not_known_is_refused(stall: Stall):
    with pytest.raises(UnknownUnit):
        producers(stall).unit(FAIR, None, "Z")
    with pytest.raises(UnknownExhibition):
        producers(stall).overview("NADA")


# --- where a unit stands -------------------------------------------------------------------------------------------


def state(stall: Stall, unit: str = "A") -> UnitState:
    return producers(stall).unit(FAIR, None, unit).row.state


def test_a_unit_goes_from_nothing_to_due_to_paid_to_owing(opened: Stall):
    assert producers(opened).overview(FAIR).nobody_came
    opened.deliver("A", ("TAZA", 5))
    assert state(opened) is UnitState.NOTHING
    assert not producers(opened).overview(FAIR).nobody_came, "it delivered"
    opened.sell("TAZA")
    assert state(opened) is UnitState.DUE
    opened.settling.pay_out(opened.act(), "A", PayoutKind.TRANSFER)
    assert state(opened) is UnitState.PAID
    opened.settling.pay_out(opened.act(), "A", PayoutKind.TRANSFER, money("5.00"), Approval("elena"))
    assert state(opened) is UnitState.OWES
    assert not producers(opened).overview(FAIR).owed


def test_more_sold_than_delivered_is_to_be_counted_and_still_owed(opened: Stall):
    opened.sell(("TAZA", 2))
    overview = producers(opened).overview(FAIR)
    assert (overview.rows[0].state, overview.rows[0].pieces.undelivered) == (UnitState.COUNT, 2)
    assert [row.unit for row in overview.owed] == ["A"]


# --- goods and cash ------------------------------------------------------------------------------------------------


def test_goods_are_all_that_a_unit_holds_with_what_is_left_of_them(opened: Stall):
    opened.deliver("A", ("TAZA", 5))
    opened.sell("TAZA")
    goods = producers(opened).goods(FAIR, "A")
    assert [(one.product.sku, one.pieces.left) for one in goods] == [("JUEGO", 0), ("TAZA", 4)]
    assert [one.product.sku for one in producers(opened).goods(FAIR, "B")] == ["CHAL", "MIEL"]


def test_a_piece_without_a_label_is_never_undelivered_and_never_counted(opened: Stall):
    item = Finding(opened.books, opened.catalogue).open_item(opened.act(), "A", {"es": "Pieza sin etiqueta"})
    opened.deliver("A", ("TAZA", 5))
    opened.sell_basket(opened.basket("TAZA").add_priced(item, money("15.00"), 2))
    days = producers(opened)
    unit = days.unit(FAIR, None, "A")
    assert days.overview(FAIR).rows[0] == unit.row
    assert (unit.row.state, unit.row.pieces.sold, unit.row.pieces.undelivered) == (UnitState.DUE, 3, 0)
    assert [(p.product.sku, p.pieces.sold, p.pieces.undelivered) for p in unit.products if p.product == item] == [
        (item.sku, 2, 0)
    ]
    assert item.sku not in [one.product.sku for one in days.goods(FAIR, "A")]
    opened.sell(("TAZA", 5))
    assert (state(opened), days.overview(FAIR).totals.pieces.undelivered) == (UnitState.COUNT, 1)


def test_what_went_home_is_not_left(opened: Stall):
    opened.deliver("A", ("TAZA", 5))
    opened.consigning.note(opened.act(), NoteKind.RETURN, "A", [("TAZA", 3)])
    assert producers(opened).goods(FAIR, "A")[1].pieces.left == 2


def test_the_drawer_covers_what_its_own_currency_holds(stall: Stall):
    days = producers(stall)
    assert not days.cash_covers("A", money("0.10")), "no shift is open"
    stall.open({"BOB": {"10.00": 5}, "USD": {"20.00": 5}})
    assert days.cash_covers("A", money("50.00"))
    assert not days.cash_covers("A", money("50.10"))
    stall.sell("TAZA", pay=[cash("20.00")])
    assert days.cash_covers("A", money("60.00"))
    stall.settling.advance(stall.act(), "A", money("15.00"))
    assert not days.cash_covers("A", money("45.10"))
