"""Reports of a day and of an exhibition against figures worked out by hand (the story is in small_day.py)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from pos.domain.refusals import UnknownExhibition
from pos.domain.reports import Report, UnitFigures
from tests.builders import a_unit, cash
from tests.services.small_day import first_day, second_day
from tests.services.stall import BERLIN, FAIR, JANUARY, Stall, refused, the_catalogue
from tests.services.stall import fair as a_fair

FIRST, SECOND = date(2026, 12, 5), date(2026, 12, 6)


@pytest.fixture(scope="module")
def fair(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stall]:
    """The stall after both days."""
    path: Path = tmp_path_factory.mktemp("fair")
    stall = Stall.in_folder(path)
    first_day(stall)
    second_day(stall)
    yield stall
    stall.close()


@pytest.fixture(scope="module")
def day(fair: Stall) -> Report:
    """The first day."""
    return fair.reporting.report(FAIR, FIRST)


def money_of(unit: UnitFigures) -> dict[str, str]:
    """A unit's figures in the words of the report; those at zero are left out."""
    names = ("gross", "commission", "fund", "earned", "costs", "advances", "paid", "brought_forward", "balance")
    return {name: str(getattr(unit, name)) for name in names if getattr(unit, name)}


def members_of(unit: UnitFigures) -> dict[str, str]:
    return {member.name: str(member.earned) for member in unit.members}


def goods_of(unit: UnitFigures) -> dict[str, tuple[int, ...]]:
    """Delivered, sold, yapa, back, returned, loss; left, undelivered."""
    return {
        p.sku: (p.delivered, p.sold, p.yapa, p.back, p.returned, p.loss, p.left, p.undelivered) for p in unit.products
    }


# --- the first day -------------------------------------------------------------------------------------------------


def test_the_sales_of_the_day(day: Report):
    sales = day.sales
    assert (sales.receipts, sales.pieces, sales.yapa_pieces) == (4, 5, 1)
    assert (str(sales.gross), str(sales.returns), str(sales.net)) == ("190.55", "10.00", "180.55")
    assert (str(sales.rounding), str(sales.promotion)) == ("0.00", "10.00")


def test_the_tenders_of_the_day_are_net_of_change_and_of_refunds(day: Report):
    """Bolivianos: 50.00 − 30.00 − 44.20 + 70.00 − 10.00."""
    assert [(t.kind, t.amount.currency.code, str(t.amount), str(t.base)) for t in day.tenders] == [
        ("cash", "BOB", "35.80", "35.80"),
        ("cash", "USD", "20.00", "139.20"),
        ("qr", "BOB", "5.55", "5.55"),
    ]


def test_the_shifts_of_the_day(day: Report):
    a, b = day.shifts
    assert (a.till, a.z, a.cashier, a.receipts, str(a.grand_total)) == (
        *("A", 1, "ana"),
        ("A-000001", "A-000003"),
        "175.00",
    )
    drawers = [(str(c.opening_float), str(c.expected), str(c.counted), str(c.over_short)) for c in a.cash]
    assert drawers == [("50.00", "65.80", "65.50", "-0.30"), ("0.00", "20.00", "20.00", "0.00")]
    assert (b.till, b.z, b.cashier, b.receipts, b.cash, str(b.grand_total)) == (
        *("B", 1, "beto"),
        ("B-000001", "B-000001"),
        (),
        "5.55",
    )
    assert a.opened_at < a.closed_at


def test_the_units_of_the_day(day: Report):
    a, b = day.units
    assert money_of(a) == {
        "gross": "73.33",
        "commission": "11.00",
        "fund": "3.67",
        "earned": "58.66",
        "advances": "20.00",
        "balance": "38.66",
    }
    assert members_of(a) == {"Juana": "39.11", "Rosa": "19.55"}
    assert goods_of(a) == {"JUEGO": (2, 1, 0, 0, 0, 0, 1, 0), "TAZA": (10, 2, 0, 1, 0, 1, 8, 0)}
    assert money_of(b) == {
        "gross": "117.22",
        "commission": "17.58",
        "fund": "5.86",
        "earned": "93.78",
        "paid": "10.00",
        "balance": "83.78",
    }
    assert members_of(b) == {"Berta": "93.78"}
    assert goods_of(b) == {"CHAL": (1, 1, 0, 0, 0, 0, 0, 0), "MIEL": (1, 1, 1, 0, 0, 0, 0, 1)}


def test_the_network_s_own_of_the_day(day: Report):
    assert [str(day.total(name)) for name in ("commission", "fund", "costs")] == ["28.58", "9.53", "0.00"]


def test_a_day_begins_and_ends_at_midnight_where_the_exhibition_is(day: Report):
    assert day.starts.isoformat() == "2026-12-05T00:00:00-04:00"
    assert day.ends.isoformat() == "2026-12-06T00:00:00-04:00"


# --- later ---------------------------------------------------------------------------------------------------------


def test_the_second_day_brings_the_first_one_s_balances_forward(fair: Stall):
    a, b = fair.reporting.report(FAIR, SECOND).units
    assert money_of(a) == {
        "gross": "10.00",
        "commission": "1.50",
        "fund": "0.50",
        "earned": "8.00",
        "costs": "68.32",
        "brought_forward": "38.66",
        "balance": "-21.66",
    }
    assert money_of(b) == {"costs": "81.69", "brought_forward": "83.78", "balance": "2.09"}
    assert goods_of(a) == {"JUEGO": (2, 1, 0, 0, 1, 0, 0, 0), "TAZA": (10, 3, 0, 1, 7, 1, 0, 0)}
    assert members_of(b) == {"Berta": "0.00"}


def test_the_exhibition_is_all_its_days(fair: Stall):
    """Of the 20.00 shared by gross A bears 20.00 × 83.33 / 200.55 = 8.31."""
    report = fair.reporting.report(FAIR)
    a, b = report.units
    assert money_of(a) == {
        "gross": "83.33",
        "commission": "12.50",
        "fund": "4.17",
        "earned": "66.66",
        "costs": "68.32",
        "advances": "20.00",
        "balance": "-21.66",
    }
    assert money_of(b)["balance"] == "2.09"
    assert (report.sales.receipts, str(report.sales.net), str(report.total("costs"))) == (5, "190.55", "150.01")
    assert [(shift.till, shift.z) for shift in report.shifts] == [("A", 1), ("A", 2), ("B", 1)]
    assert report.ends - report.starts == timedelta(days=3)


def test_balances_are_what_the_ledger_says(fair: Stall):
    for unit in fair.reporting.report(FAIR).units:
        assert str(unit.balance) == fair.owed(unit.unit)


def test_a_day_on_which_nothing_happened(fair: Stall):
    report = fair.reporting.report(FAIR, date(2026, 12, 7))
    assert (report.sales.receipts, str(report.sales.net), report.tenders, report.shifts) == (0, "0.00", (), ())
    assert [money_of(unit) for unit in report.units] == [
        {"brought_forward": "-21.66", "balance": "-21.66"},
        {"brought_forward": "2.09", "balance": "2.09"},
    ]


def test_the_next_exhibition_of_the_currency_brings_forward_and_another_currency_does_not(fair: Stall):
    january, berlin = fair.reporting.report(JANUARY), fair.reporting.report(BERLIN)
    assert [money_of(unit)["balance"] for unit in january.units] == ["-21.66", "2.09"]
    assert [money_of(unit) for unit in berlin.units] == [{}, {}]
    assert berlin.currency.code == "EUR"


def test_the_days_on_which_something_happened(fair: Stall):
    assert fair.reporting.days(FAIR) == (FIRST, SECOND)
    assert fair.reporting.days(JANUARY) == ()


def test_an_exhibition_that_is_not_known_has_no_report(fair: Stall):
    refused(fair, UnknownExhibition, lambda: fair.reporting.report("NADA"))


# --- which day, which unit -----------------------------------------------------------------------------------------


def test_the_day_is_the_one_where_the_exhibition_is(opened: Stall):
    opened.sell("TAZA", at=datetime(2026, 12, 6, 3, 59, tzinfo=UTC))
    opened.sell("TAZA", at=datetime(2026, 12, 6, 4, 0, tzinfo=UTC))
    assert [opened.reporting.report(FAIR, day).sales.receipts for day in (FIRST, SECOND)] == [1, 1]


def test_a_unit_that_does_not_take_part_is_listed_once_it_has_a_movement(stall: Stall):
    stall.take_in(the_catalogue(exhibitions=(a_fair(units={"A": 1}, costs=()),)))
    assert [unit.unit for unit in stall.reporting.report(FAIR).units] == ["A"]
    stall.open()
    stall.sell("JUEGO")
    assert [unit.unit for unit in stall.reporting.report(FAIR).units] == ["A", "B"]
    assert [unit.unit for unit in stall.reporting.report(FAIR, SECOND).units] == ["A", "B"]


def test_a_member_who_left_keeps_what_was_earned(opened: Stall):
    opened.sell("TAZA")
    units = (a_unit("A", {"Eva": 1, "Rosa": 1}, group="TALLER"), a_unit("B", {"Berta": 1}))
    opened.take_in(the_catalogue(units=units))
    opened.sell("TAZA")
    a, _ = opened.reporting.report(FAIR).units
    assert members_of(a) == {"Eva": "4.00", "Rosa": "6.67", "Juana": "5.33"}


def test_rounding_is_what_was_collected_less_what_was_due_over_sales_and_returns(opened: Stall):
    """5.55 is collected as 5.60; given back it is 5.60 again."""
    sale = opened.sell("MIEL")
    opened.sell("MIEL")
    opened.refunding.refund(opened.act(), sale.stamp.id, [(1, 1)], shown=True)
    report = opened.reporting.report(FAIR)
    assert (str(report.sales.net), str(report.sales.rounding)) == ("5.55", "0.05")
    assert [str(tender.base) for tender in report.tenders] == ["5.60"]


def test_a_tender_that_went_out_again_has_its_row_at_zero(opened: Stall):
    opened.refunding.void(opened.act(), opened.sell("TAZA").stamp.id, shown=True)
    [tender] = opened.reporting.report(FAIR).tenders
    assert (tender.kind, str(tender.amount)) == ("cash", "0.00")


def test_change_that_was_given_without_bolivianos_coming_in_has_its_row(opened: Stall):
    opened.sell("JUEGO", pay=[cash("20.00", "USD")])
    assert [(t.amount.currency.code, str(t.amount)) for t in opened.reporting.report(FAIR).tenders] == [
        ("BOB", "-39.20"),
        ("USD", "20.00"),
    ]
