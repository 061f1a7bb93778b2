"""The Z of a close, the X of an open shift, and the slips: their figures are the books' and the report's."""

import pytest

from pos.domain.close_notes import Remarks, WhatHappened
from pos.domain.money import Money
from pos.domain.people import Approval
from pos.domain.refusals import AmountNotPositive, NoOpenShift
from pos.domain.settlements import PayoutKind
from pos.domain.shift_documents import ShiftPaper, ShiftPaperKind
from pos.domain.shifts import CashDirection, ShiftClosed
from pos.domain.tenders import TenderKind
from pos.printing.receipt_elements import PAPER_58, PAPER_80
from pos.printing.receipt_text import to_text
from pos.services.shift_papers import cash_slip, x_paper, z_paper
from tests.builders import MORNING, cash, money, paid_by
from tests.services.stall import BERLIN, FAIR, Stall, refused

FLOAT = {"BOB": {"20.00": 4, "5.00": 4}, "USD": {"20.00": 1}}
COUNT = {"BOB": {"2.00": 2, "0.10": 1}, "USD": {"20.00": 2}}


def busy(stall: Stall) -> None:
    """100.00 + 10.00 − 39.20 + 5.00 − 15.00 − 2.00 − 20.00 − 26.66 − 10.00 = 2.14; dollars 20 + 20 = 40."""
    stall.open(FLOAT)
    cup = stall.sell("TAZA", pay=[cash("50.00")])
    stall.sell("JUEGO", pay=[cash("20.00", "USD")])
    stall.sell("MIEL", pay=[paid_by("qr", "5.55")])
    stall.shifts.move_cash(stall.act(), CashDirection.IN, money("5.00"), "sencillo")
    stall.shifts.move_cash(stall.act(), CashDirection.OUT, money("15.00"), "bolsas")
    stall.shifts.move_cash(stall.act(), CashDirection.OUT, money("2.00"), "bolsas")
    stall.settling.advance(stall.act(), "A", money("20.00"))
    stall.settling.pay_out(stall.act(), "B", PayoutKind.CASH, money("26.66"))
    stall.shifts.open_drawer(stall.act(), "cambiar un billete", Approval("elena"))
    stall.refunding.refund(stall.act(), cup.stamp.id, [(1, 1)], shown=True)


def close(stall: Stall, remarks: Remarks | None = None) -> ShiftClosed:
    return stall.shifts.close(stall.act(), COUNT, remarks or Remarks(), paper=True)


def z_of(stall: Stall, closed: ShiftClosed, *, copy: bool = False) -> ShiftPaper:
    terms = stall.catalogue.terms()
    with stall.books.reading() as books:
        return z_paper(books, closed, terms, copy=copy)


# --- Z -------------------------------------------------------------------------------------------------------------


def test_a_z_says_what_the_report_says(stall: Stall):
    busy(stall)
    z = z_of(stall, close(stall))
    report = stall.reporting.report(FAIR)
    (shift,) = report.shifts
    assert (z.kind, z.number, z.till, z.cashier) == (ShiftPaperKind.Z, shift.z, shift.till, shift.cashier)
    assert (z.opened_at, z.at, z.receipts) == (shift.opened_at, shift.closed_at, shift.receipts)
    assert (z.sales, z.gross, z.returns, z.net) == (
        report.sales.receipts,
        report.sales.gross,
        report.sales.returns,
        report.sales.net,
    )
    assert (z.rounding, z.grand_total) == (report.sales.rounding, shift.grand_total)
    told = {(tender.kind, tender.amount, tender.worth) for tender in z.tenders}
    assert told == {(tender.kind, tender.amount, tender.base) for tender in report.tenders}
    drawers = [(d.opening_float, d.expected, d.counted, d.over_short) for d in z.drawers]
    assert drawers == [(c.opening_float, c.expected, c.counted, c.over_short) for c in shift.cash]


def test_every_drawer_adds_up_to_what_is_expected_reason_by_reason(stall: Stall):
    busy(stall)
    z = z_of(stall, close(stall))
    assert [d.opening_float + sum_of(d.moves) for d in z.drawers] == [d.expected for d in z.drawers]
    base, dollars = z.drawers
    assert [(m.kind, m.what, str(m.amount)) for m in base.moves] == [
        ("sales", "", "-29.20"),
        ("refunds", "", "-10.00"),
        ("in", "sencillo", "5.00"),
        ("advance", "Familia A", "-20.00"),
        ("payout", "Familia B", "-26.66"),
        ("out", "bolsas", "-17.00"),
    ]
    assert [(m.kind, str(m.amount)) for m in dollars.moves] == [("sales", "20.00")]
    assert z.drawer_openings == 1


def sum_of(moves: tuple) -> Money:
    total = moves[0].amount
    for move in moves[1:]:
        total += move.amount
    return total


def test_a_z_is_the_same_whenever_it_is_printed(stall: Stall):
    busy(stall)
    closed = close(stall)
    before = z_of(stall, closed)
    stall.open({"BOB": {"1.00": 3}}, cashier="beto")
    stall.sell("TAZA")
    stall.shifts.open_drawer(stall.act(), "otra vez", Approval("elena"))
    assert z_of(stall, closed) == before
    assert z_of(stall, closed, copy=True).copy


def test_what_happened_and_what_was_seen_stand_on_the_z_and_post_nothing(stall: Stall):
    busy(stall)
    seen = {TenderKind.QR: money("5.00"), TenderKind.CARD: money("70.00"), TenderKind.TRANSFER: money("0")}
    closed = close(stall, Remarks(WhatHappened.WRONG_CHANGE, seen))
    z = z_of(stall, closed)
    assert z.happened == "wrong-change"
    assert [(t.kind, t.count, str(t.worth), t.seen) for t in z.tenders if t.kind != "cash"] == [
        ("qr", 1, "5.55", money("5.00")),
        ("card", 0, "0.00", money("70.00")),
    ]
    assert stall.ledger()["qr"] == "5.55"
    assert "card" not in stall.ledger()
    assert stall.faults() == ()


def test_a_close_without_remarks_keeps_none(stall: Stall):
    stall.open()
    stall.close_shift({})
    assert stall.rows("SELECT count(*) FROM fact WHERE kind = 'close_noted'") == [(0,)]


def test_remarks_that_are_none_close_nothing(opened: Stall):
    bad = Remarks(seen={TenderKind.QR: money("-1")})
    refused(opened, AmountNotPositive, lambda: opened.shifts.close(opened.act(), {}, bad))
    assert opened.shifts.current("A") is not None


def test_the_same_close_again_notes_and_prints_once(stall: Stall):
    stall.open()
    act, remarks = stall.act(), Remarks(WhatHappened.UNKNOWN)
    closed = stall.shifts.close(act, {"BOB": {"1.00": 1}}, remarks, paper=True)
    assert stall.shifts.close(act, {}, paper=True) == closed
    assert (stall.print_queue.waiting(), stall.count("fact")) == (1, 4)


def test_a_shift_that_did_nothing_has_its_z_too(stall: Stall):
    stall.open()
    z = z_of(stall, stall.close_shift({}))
    assert (z.receipts, z.tenders, z.drawers, z.net.minor) == (None, (), (), 0)


def test_a_z_in_another_currency_counts_its_own(stall: Stall):
    stall.open({"EUR": {"5.00": 1}}, exhibition=BERLIN)
    stall.sell("TAZA", exhibition=BERLIN)
    z = z_of(stall, stall.close_shift({"EUR": {"5.00": 1, "2.00": 1}}, exhibition=BERLIN))
    assert [(str(d.expected), str(d.over_short)) for d in z.drawers] == [("7.50", "-0.50")]


# --- printing ------------------------------------------------------------------------------------------------------


def test_the_z_waits_for_the_printer_with_its_close_and_is_laid_out_from_the_books(stall: Stall):
    busy(stall)
    before = stall.print_queue.waiting()
    closed = close(stall)
    assert stall.print_queue.waiting() == before + 1
    strips = []
    while (job := stall.print_queue.take(PAPER_58, MORNING)) is not None:
        strips.append(job.strip)
    assert strips[-1] == stall.print_queue.strip(closed, PAPER_58)
    assert "CIERRE Z 1" in to_text(strips[-1], 32)
    assert "COPIA" in to_text(stall.print_queue.strip(closed, PAPER_80, copy=True), 48)


# --- X -------------------------------------------------------------------------------------------------------------


def test_an_x_reads_the_open_shift_and_changes_nothing(stall: Stall):
    stall.open()
    stall.sell("TAZA")
    stall.close_shift({})
    busy(stall)
    kept = (stall.count("fact"), stall.print_queue.waiting())
    terms, act = stall.catalogue.terms(), stall.act()
    shift = stall.shifts.current("A")
    assert shift is not None
    with stall.books.reading() as books:
        x = x_paper(books, "A", shift, terms, act.at)
    assert (x.kind, x.number, x.at) == (ShiftPaperKind.X, 2, act.at)
    assert [(str(d.expected), d.counted, d.over_short) for d in x.drawers] == [
        ("2.14", None, None),
        ("40.00", None, None),
    ]
    assert str(x.grand_total) == "115.55"  # 10.00 of the shift before, and 105.55 of this one
    assert (stall.count("fact"), stall.print_queue.waiting()) == kept
    shown = to_text(stall.print_queue.x_strip("A", act.at, PAPER_80), 48)
    assert "LECTURA X" in shown
    assert "Recibe" not in shown, "nobody signs for an X"


def test_there_is_no_x_without_a_shift(stall: Stall):
    with pytest.raises(NoOpenShift):
        stall.print_queue.x_strip("A", stall.act().at, PAPER_80)


# --- slips ---------------------------------------------------------------------------------------------------------


def test_cash_that_moves_has_a_slip_where_it_is_asked_for(opened: Stall):
    opened.shifts.move_cash(opened.act(), CashDirection.IN, money("50.00"), "sencillo", paper=True)
    opened.settling.advance(opened.act(), "A", money("20.00"), paper=True)
    opened.settling.pay_out(opened.act(), "A", PayoutKind.CASH, money("9.00"), Approval("elena"), paper=True)
    opened.shifts.move_cash(opened.act(), CashDirection.OUT, money("1.00"), "bolsas")
    strips = []
    while (job := opened.print_queue.take(PAPER_80, MORNING)) is not None:
        strips.append(to_text(job.strip, 48))
    assert len(strips) == 3
    headings = ("ENTRADA DE EFECTIVO", "ANTICIPO", "PAGO")
    assert all(heading in strip for heading, strip in zip(headings, strips, strict=True))


def test_a_slip_says_who_what_and_how_much(opened: Stall):
    terms = opened.catalogue.terms()
    paid = opened.settling.pay_out(opened.act(), "A", PayoutKind.CASH, money("9.00"), Approval("elena"))
    given = opened.settling.advance(opened.act(), "B", money("20.00"))
    moved = opened.shifts.move_cash(opened.act(), CashDirection.OUT, money("1.50"), "bolsas")
    slips = [cash_slip(event, terms) for event in (paid, given, moved)]
    assert [(s.kind, s.unit, s.reason, str(s.amount), s.supervisor, s.cashier) for s in slips] == [
        ("payout", "Familia A", "", "9.00", "elena", "ana"),
        ("advance", "Familia B", "", "20.00", None, "ana"),
        ("out", "", "bolsas", "1.50", None, "ana"),
    ]


# --- what the screens ask ------------------------------------------------------------------------------------------


def test_the_last_close_is_the_till_s_own_last(stall: Stall):
    assert stall.shifts.last_close("A") is None
    stall.open()
    stall.close_shift({"BOB": {"1.00": 1}})
    stall.open()
    last = stall.close_shift({"BOB": {"2.00": 1}})
    stall.open(till="B")
    stall.close_shift({}, till="B")
    assert stall.shifts.last_close("A") == last


def test_what_moved_the_drawer_is_told_event_by_event(stall: Stall):
    assert stall.shifts.drawer_moves("A") == ()
    busy(stall)
    moves = stall.shifts.drawer_moves("A")
    assert [(type(move.event).__name__, move.currency, move.amount) for move in moves] == [
        ("ShiftOpened", "BOB", 10000),
        ("ShiftOpened", "USD", 2000),
        ("Sale", "BOB", 1000),
        ("Sale", "BOB", -3920),
        ("Sale", "USD", 2000),
        ("CashMoved", "BOB", 500),
        ("CashMoved", "BOB", -1500),
        ("CashMoved", "BOB", -200),
        ("Advance", "BOB", -2000),
        ("Payout", "BOB", -2666),
        ("Return", "BOB", -1000),
    ]
