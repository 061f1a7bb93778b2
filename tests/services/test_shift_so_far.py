"""An open shift read without closing it: the figures of an X report, and the drawer opened with no sale."""

import pytest

from pos.domain.people import Approval
from pos.domain.refusals import BadText, NoOpenShift
from pos.domain.settlements import PayoutKind
from pos.domain.shift_figures import ShiftSoFar
from pos.domain.shifts import CashDirection, DrawerOpened
from pos.domain.tenders import TenderKind
from pos.services.refunding import PayBack
from tests.builders import cash, money, paid_by
from tests.services.stall import BERLIN, FAIR, Stall, refused

FLOAT = {"BOB": {"20.00": 4, "5.00": 4}, "USD": {"20.00": 1}}


def so_far(stall: Stall, till: str = "A", exhibition: str = FAIR) -> ShiftSoFar:
    return stall.shifts.so_far(till, exhibition)


def busy(stall: Stall) -> None:
    """A shift in which everything happens once: 100.00 + 10.00 − 39.20 + 5.00 − 15.00 − 20.00 − 26.66 − 10.00."""
    stall.open(FLOAT)
    cup = stall.sell("TAZA", pay=[cash("50.00")])
    stall.sell("JUEGO", pay=[cash("20.00", "USD")])
    honey = stall.sell("MIEL", yapa=["MIEL"], pay=[paid_by("qr", "5.55")])
    stall.shifts.move_cash(stall.act(), CashDirection.IN, money("5.00"), "cambio")
    stall.shifts.move_cash(stall.act(), CashDirection.OUT, money("15.00"), "bolsas")
    stall.settling.advance(stall.act(), "A", money("20.00"))
    stall.settling.pay_out(stall.act(), "B", PayoutKind.CASH, money("26.66"))
    stall.settling.pay_out(stall.act(), "B", PayoutKind.TRANSFER, money("1.00"))
    stall.refunding.void(stall.act(), cup.stamp.id, shown=True)
    stall.refunding.refund(
        stall.act(), honey.stamp.id, [(1, 1)], pay=PayBack(TenderKind.QR, reference="8841"), shown=True
    )


def test_the_drawer_adds_up_from_what_is_shown(stall: Stall):
    busy(stall)
    shift = so_far(stall)
    assert {code: str(amount) for code, amount in shift.opening_float.items()} == {"BOB": "100.00", "USD": "20.00"}
    assert (str(shift.sales_cash), str(shift.refunds_cash)) == ("-29.20", "10.00")
    assert shift.cash_in == (("cambio", money("5.00")),)
    assert shift.cash_out == (("bolsas", money("15.00")),)
    assert shift.advances == (("A", money("20.00")),)
    assert shift.payouts == (("B", money("26.66")),)
    assert {code: str(amount) for code, amount in shift.expected.items()} == {"BOB": "4.14", "USD": "40.00"}


def test_what_was_sold_and_what_came_back_is_told_apart(stall: Stall):
    """Three sales of 10.00, 100.00 and 5.55; the first voided, the last brought back."""
    busy(stall)
    shift = so_far(stall)
    assert (shift.sales, shift.pieces, shift.first_receipt, shift.last_receipt) == (3, 3, "A-000001", "A-000003")
    assert (str(shift.gross), str(shift.returns), str(shift.net)) == ("115.55", "15.55", "100.00")
    assert (shift.returned, shift.voids) == (2, 1)


def test_tenders_are_net_of_change_and_of_refunds_and_come_to_net_and_rounding(stall: Stall):
    busy(stall)
    shift = so_far(stall)
    assert [(t.kind, t.currency, t.count, str(t.amount), str(t.base)) for t in shift.tenders] == [
        ("cash", "BOB", 1, "-39.20", "-39.20"),
        ("cash", "USD", 1, "20.00", "139.20"),
        ("qr", "BOB", 1, "0.00", "0.00"),
    ]
    assert sum(tender.base.minor for tender in shift.tenders) == (shift.net + shift.rounding).minor


def test_change_for_foreign_cash_alone_has_its_row(opened: Stall):
    opened.sell("JUEGO", pay=[cash("20.00", "USD")])
    assert [(t.kind, t.currency, t.count, str(t.amount)) for t in so_far(opened).tenders] == [
        ("cash", "BOB", 0, "-39.20"),
        ("cash", "USD", 1, "20.00"),
    ]


def test_what_the_close_expects_is_what_was_expected_before_it(stall: Stall):
    busy(stall)
    before = so_far(stall)
    closed = stall.close_shift({"BOB": {"2.00": 2}, "EUR": {"5.00": 1}})
    assert {row.currency: row.expected for row in closed.cash if row.currency != "EUR"} == {
        code: amount.minor for code, amount in before.expected.items()
    }
    assert (closed.z, closed.cashier, closed.grand_total) == (before.number, before.opened.cashier, before.net.minor)
    assert (closed.first_sale, closed.last_sale) == (1, 3)


def test_reading_writes_nothing(stall: Stall):
    busy(stall)
    facts = stall.count("fact")
    assert so_far(stall) == so_far(stall)
    assert stall.count("fact") == facts


def test_a_shift_that_did_nothing_yet_shows_its_float_alone(stall: Stall):
    stall.open({"BOB": {"20.00": 1}})
    shift = so_far(stall)
    assert (shift.sales, shift.first_receipt, shift.tenders, str(shift.net)) == (0, None, (), "0.00")
    assert {code: str(amount) for code, amount in shift.expected.items()} == {"BOB": "20.00"}


def test_only_the_open_shift_of_this_till_is_read(stall: Stall):
    stall.open()
    stall.sell("TAZA")
    stall.shifts.open_drawer(stall.act(), "monedas", Approval("elena"))
    stall.close_shift({})
    stall.open()
    stall.open(till="B")
    stall.sell("JUEGO", till="B")
    shift = so_far(stall)
    assert (shift.number, shift.sales, shift.drawer_openings, shift.tenders) == (2, 0, 0, ())
    assert so_far(stall, "B").sales == 1


def test_there_is_nothing_to_read_without_an_open_shift_at_the_exhibition(opened: Stall):
    for till, exhibition in (("B", FAIR), ("A", BERLIN)):
        with pytest.raises(NoOpenShift):
            so_far(opened, till, exhibition)


def test_opening_the_drawer_moves_no_money_and_keeps_both_names(opened: Stall):
    noted = opened.shifts.open_drawer(opened.act(), "cambiar un billete", Approval("elena"))
    assert (noted.cashier, noted.supervisor, noted.reason) == ("ana", "elena", "cambiar un billete")
    with opened.books.reading() as books:
        kept = books.journal.event(noted.stamp.id)
    assert kept == noted
    assert (opened.count("posting"), so_far(opened).drawer_openings) == (0, 1)
    assert opened.faults() == ()


def test_the_same_opening_again_is_one(opened: Stall):
    act = opened.act()
    first = opened.shifts.open_drawer(act, "monedas", Approval("elena"))
    assert opened.shifts.open_drawer(act, "monedas", Approval("elena")) == first
    assert so_far(opened).drawer_openings == 1
    assert isinstance(first, DrawerOpened)


def test_the_drawer_needs_a_shift_and_a_reason(stall: Stall):
    refused(stall, NoOpenShift, lambda: stall.shifts.open_drawer(stall.act(), "monedas", Approval("elena")))
    stall.open()
    refused(stall, BadText, lambda: stall.shifts.open_drawer(stall.act(), " ", Approval("elena")))


def test_a_drawer_opened_at_another_till_in_the_same_hours_is_not_this_ones(stall: Stall):
    stall.open()
    stall.open(till="B", cashier="beto")
    stall.shifts.open_drawer(stall.act(), "cambio", Approval("elena"))
    assert (so_far(stall).drawer_openings, so_far(stall, "B").drawer_openings) == (1, 0)
