"""Paying the units: advances, payouts and their limits, costs, and what a closed exhibition still allows."""

from dataclasses import replace

import pytest

from pos.domain.exhibitions import CostShare
from pos.domain.people import Approval
from pos.domain.refusals import (
    AlreadyClosed,
    AmountNotPositive,
    CurrencyMismatch,
    ExhibitionClosed,
    NoOpenShift,
    NothingOwed,
    PayoutOverBalance,
    UnknownExhibition,
    UnknownUnit,
)
from pos.domain.settlements import Advance, Payout, PayoutKind
from tests.builders import a_cost, money
from tests.services.stall import BERLIN, FAIR, JANUARY, Stall, berlin, entry, fair, january, refused, the_catalogue, usd

CASH, TRANSFER = PayoutKind.CASH, PayoutKind.TRANSFER
ELENA = Approval("elena")


def pay(
    stall: Stall,
    amount: str | None = None,
    kind: PayoutKind = TRANSFER,
    *,
    unit: str = "A",
    exhibition: str = FAIR,
    approval: Approval | None = None,
) -> Payout:
    """Pay a unit an amount, or all that it is owed."""
    wanted = None if amount is None else money(amount)
    return stall.settling.pay_out(stall.act(exhibition), unit, kind, wanted, approval)


def advance(stall: Stall, amount: str, unit: str = "A") -> Advance:
    """Cash for a unit before its settlement."""
    return stall.settling.advance(stall.act(), unit, money(amount))


def close(stall: Stall, exhibition: str = FAIR) -> None:
    stall.settling.close_exhibition(stall.act(exhibition), ELENA)


# --- advances and payouts ------------------------------------------------------------------------------------------


def test_an_advance_is_cash_out_of_the_drawer_and_less_owed(opened: Stall):
    given = advance(opened, "50.00")
    assert entry(given) == {"payable:A": "50.00", "cash:BOB": "-50.00"}
    assert (given.cashier, opened.owed("A")) == ("ana", "-50.00")


def test_all_that_is_owed_is_paid_at_once(opened: Stall):
    opened.sell("TAZA")
    paid = pay(opened)
    assert entry(paid) == {"payable:A": "8.00", "transfer": "-8.00"}
    assert (paid.balance, opened.owed("A")) == (800, "0.00")
    refused(opened, NothingOwed, lambda: pay(opened))


def test_a_part_is_paid_from_the_drawer_and_is_not_rounded(opened: Stall):
    opened.sell("TAZA")
    paid = pay(opened, "5.03", CASH)
    assert entry(paid) == {"payable:A": "5.03", "cash:BOB": "-5.03"}
    assert (paid.cashier, opened.owed("A")) == ("ana", "2.97")


def test_over_the_balance_only_a_supervisor_pays(opened: Stall):
    opened.sell("TAZA")
    refusal = refused(opened, PayoutOverBalance, lambda: pay(opened, "8.01"))
    assert refusal.needs_supervisor
    assert pay(opened, "8.01", approval=ELENA).supervisor == "elena"
    assert opened.owed("A") == "-0.01"


def test_an_approval_that_was_not_needed_is_not_kept(opened: Stall):
    opened.sell("TAZA")
    assert pay(opened, "8.00", approval=ELENA).supervisor is None


def test_not_even_a_supervisor_pays_all_of_a_debt(opened: Stall):
    advance(opened, "1.00")
    refused(opened, NothingOwed, lambda: pay(opened, approval=ELENA))


def test_cash_needs_an_open_shift_and_a_transfer_does_not(opened: Stall):
    opened.sell("TAZA")
    opened.close_shift({"BOB": {"10.00": 1}})
    refused(opened, NoOpenShift, lambda: pay(opened, "1.00", CASH))
    refused(opened, NoOpenShift, lambda: advance(opened, "1.00"))
    paid = pay(opened, "1.00")
    assert (paid.cashier, paid.stamp.shift) == ("", None)


@pytest.mark.parametrize("amount", ["0.00", "-1.00"])
def test_what_is_paid_is_more_than_nothing(opened: Stall, amount: str):
    opened.sell("TAZA")
    refused(opened, AmountNotPositive, lambda: pay(opened, amount))
    refused(opened, AmountNotPositive, lambda: pay(opened, amount, approval=ELENA))
    refused(opened, AmountNotPositive, lambda: advance(opened, amount))


def test_units_are_paid_in_the_exhibition_s_currency(opened: Stall):
    opened.sell("TAZA")
    acts = [opened.act(), opened.act()]
    refused(opened, CurrencyMismatch, lambda: opened.settling.pay_out(acts[0], "A", TRANSFER, usd("1.00"), ELENA))
    refused(opened, CurrencyMismatch, lambda: opened.settling.advance(acts[1], "A", usd("1.00")))


def test_who_or_where_is_not_known_is_not_paid(opened: Stall):
    refused(opened, UnknownUnit, lambda: pay(opened, "1.00", unit="Q"))
    refused(opened, UnknownUnit, lambda: advance(opened, "1.00", unit="Q"))
    refused(opened, UnknownUnit, lambda: opened.owed("Q"))
    refused(opened, UnknownExhibition, lambda: pay(opened, "1.00", exhibition="NADA"))
    refused(opened, UnknownExhibition, lambda: opened.owed("A", "NADA"))


# --- from one exhibition to the next -------------------------------------------------------------------------------


def test_a_balance_is_brought_forward_to_later_exhibitions_of_the_same_currency_only(opened: Stall):
    opened.sell("TAZA")
    opened.close_shift({})
    opened.open(exhibition=BERLIN)
    opened.sell(("TAZA", 2), exhibition=BERLIN)
    assert [opened.owed("A", id_) for id_ in (FAIR, BERLIN, JANUARY)] == ["8.00", "4.00", "8.00"]


def test_what_a_later_exhibition_paid_is_not_paid_again_at_the_earlier(opened: Stall):
    opened.sell("TAZA")
    pay(opened, "3.00", exhibition=JANUARY)
    assert [opened.owed("A", id_) for id_ in (FAIR, JANUARY)] == ["5.00", "5.00"]
    pay(opened, exhibition=JANUARY)
    refused(opened, NothingOwed, lambda: pay(opened, exhibition=FAIR))


def test_what_a_later_exhibition_earns_is_not_paid_at_the_earlier(opened: Stall):
    opened.close_shift({})
    opened.open(exhibition=JANUARY)
    opened.sell("TAZA", exhibition=JANUARY)
    assert [opened.owed("A", id_) for id_ in (FAIR, JANUARY)] == ["0.00", "8.00"]


def test_of_two_exhibitions_that_start_on_one_day_the_id_says_which_comes_first(stall: Stall):
    catalogue = the_catalogue()
    twin = january(id="ENERO-2")
    stall.take_in(replace(catalogue, exhibitions=(*catalogue.exhibitions, twin)))
    stall.open(exhibition=JANUARY)
    stall.sell("TAZA", exhibition=JANUARY)
    assert [stall.owed("A", id_) for id_ in (JANUARY, "ENERO-2")] == ["8.00", "8.00"]
    stall.close_shift({}, exhibition=JANUARY)
    stall.open(exhibition="ENERO-2")
    stall.sell("TAZA", exhibition="ENERO-2")
    assert [stall.owed("A", id_) for id_ in (JANUARY, "ENERO-2")] == ["8.00", "16.00"]


# --- closing an exhibition -----------------------------------------------------------------------------------------


def parts(stall: Stall) -> list[tuple[object, ...]]:
    """(cost, unit, part) of every cost that was shared."""
    return stall.rows("SELECT name, unit, amount FROM cost_part ORDER BY position, unit")


def test_costs_are_shared_equally_by_weight_and_by_gross(opened: Stall):
    """A sold 30.00, B 11.10: of 20.00 that is 14.60 and 5.40; the odd centavo of 100.01 is the first unit's."""
    opened.sell(("TAZA", 3))
    opened.sell(("MIEL", 2))
    close(opened)
    assert parts(opened) == [
        ("puesto", "A", 5001),
        ("puesto", "B", 5000),
        ("transporte", "A", 1000),
        ("transporte", "B", 2000),
        ("promoción", "A", 1460),
        ("promoción", "B", 540),
    ]
    assert opened.ledger()["costs"] == "-150.01"
    assert [opened.owed("A"), opened.owed("B")] == ["-50.61", "-66.53"]


def test_who_sold_less_than_came_back_bears_nothing_of_what_is_shared_by_gross(stall: Stall):
    stall.take_in(the_catalogue(exhibitions=(fair(costs=()), january(costs=(a_cost("20.00", CostShare.GROSS),)))))
    stall.open()
    sale = stall.sell("TAZA")
    stall.close_shift({})
    stall.open(exhibition=JANUARY)
    stall.refunding.refund(stall.act(JANUARY), sale.stamp.id, [(1, 1)], shown=True)
    stall.sell("MIEL", exhibition=JANUARY)
    close(stall, JANUARY)
    assert parts(stall) == [("puesto", "A", 0), ("puesto", "B", 2000)]


def test_where_nobody_sold_anything_what_is_shared_by_gross_is_shared_equally(stall: Stall):
    stall.take_in(the_catalogue(exhibitions=(fair(costs=(a_cost("20.00", CostShare.GROSS),)),)))
    close(stall)
    assert parts(stall) == [("puesto", "A", 1000), ("puesto", "B", 1000)]


def test_an_exhibition_without_costs_closes_with_no_entry(stall: Stall):
    stall.take_in(the_catalogue(exhibitions=(berlin(), january())))
    close(stall, JANUARY)
    assert (stall.ledger(), stall.count("exhibition_close")) == ({}, 1)


def test_an_exhibition_is_closed_once_by_a_supervisor(stall: Stall):
    close(stall)
    refused(stall, AlreadyClosed, lambda: close(stall))
    assert stall.rows("SELECT exhibition, supervisor FROM exhibition_close") == [(FAIR, "elena")]


def test_a_closed_exhibition_gives_no_advance_but_still_pays(opened: Stall):
    opened.sell(("JUEGO", 5))
    close(opened)
    refused(opened, ExhibitionClosed, lambda: advance(opened, "1.00"))
    pay(opened, "10.00", CASH)
    pay(opened)
    assert opened.owed("A") == "0.00"


def test_the_same_act_again_gives_what_it_became(opened: Stall):
    opened.sell("TAZA")
    acts = [opened.act() for _ in range(3)]

    def once() -> list[object]:
        return [
            opened.settling.advance(acts[0], "A", money("1.00")),
            opened.settling.pay_out(acts[1], "A", CASH),
            opened.settling.close_exhibition(acts[2], ELENA),
        ]

    facts = opened.count("fact")
    assert once() == once()
    assert opened.count("fact") == facts + 3
