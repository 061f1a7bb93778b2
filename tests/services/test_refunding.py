"""Goods brought back: step by step, in cash or not, restocked or lost; and what can't come back."""

from dataclasses import replace

import pytest

from pos.domain.barcodes import receipt_digits
from pos.domain.network import Rates
from pos.domain.people import Approval
from pos.domain.refusals import (
    BadQuantity,
    BadText,
    ExhibitionClosed,
    NoOpenShift,
    NothingReturned,
    RefundInForeignCash,
    ReturnedTooMany,
    ReturnInOtherCurrency,
    UnknownLine,
    UnknownSale,
    VoidAfterReturn,
    VoidOutsideShift,
)
from pos.domain.sales import Return, Sale
from pos.domain.settlements import PayoutKind
from pos.domain.stamps import EventId
from pos.domain.tenders import TenderKind
from pos.services.refunding import PayBack
from tests.builders import a_unit, money, paid_by
from tests.services.stall import BERLIN, JANUARY, Stall, entry, refused, the_catalogue

BY_QR = PayBack(TenderKind.QR, reference="8841")


def refund(stall: Stall, sale: Sale, *lines: tuple[int, int], **how: object) -> Return:
    """These (line, pieces) of a sale brought back to till A."""
    return stall.refunding.refund(stall.act(), sale.stamp.id, lines, **({"shown": True} | how))


def void(stall: Stall, sale: Sale, till: str = "A") -> Return:
    """The whole sale undone."""
    return stall.refunding.void(stall.act(till=till), sale.stamp.id, shown=True)


def test_a_cup_brought_back_undoes_its_sale(opened: Stall):
    back = refund(opened, opened.sell("TAZA"), (1, 1))
    assert back.receipt == "AR-000001"
    assert entry(back) == {"cash:BOB": "-10.00", "payable:A": "8.00", "commission": "1.50", "fund": "0.50"}
    assert opened.ledger() == {}


def test_three_sets_come_back_one_by_one_and_everybody_is_at_zero_again(opened: Stall):
    """290.00 for three: a third is 96.67, two thirds 193.33. In cash each is 96.70, ten centavos more in all."""
    sale = opened.sell_basket(opened.basket(("JUEGO", 3)).discounted(money("10.00")))
    steps = [refund(opened, sale, (1, 1)) for _ in range(3)]
    assert [step.due for step in steps] == [-9667, -9666, -9667]
    assert [step.tender.amount for step in steps] == [-9670, -9670, -9670]
    assert [step.rounding for step in steps] == [-3, -4, -3]
    assert opened.ledger() == {"cash:BOB": "-0.10", "rounding": "0.10"}
    assert {amount for (amount,) in opened.rows("SELECT sum(amount) FROM member_share GROUP BY unit, name")} == {0}
    refused(opened, ReturnedTooMany, lambda: refund(opened, sale, (1, 1)))


def test_what_the_network_bore_is_taken_back_too(opened: Stall):
    sale = opened.sell_basket(opened.basket("CHAL").bargained(0, money("70.00")))
    assert opened.ledger()["promotion"] == "10.00"
    refund(opened, sale, (1, 1))
    assert opened.ledger() == {}


def test_paid_back_by_qr_it_is_exact(opened: Stall):
    sale = opened.sell("MIEL", pay=[paid_by("qr", "5.55")])
    back = refund(opened, sale, (1, 1), pay=BY_QR)
    assert (back.tender.kind, back.tender.amount, back.rounding) == ("qr", -555, 0)
    assert opened.rows("SELECT amount, reference FROM tender WHERE amount < 0") == [(-555, "8841")]
    assert opened.ledger() == {}


def test_what_comes_back_goes_on_sale_again_or_to_loss(opened: Stall):
    sale = opened.sell(("TAZA", 3))
    refund(opened, sale, (1, 1))
    refund(opened, sale, (1, 2), restock=False)
    moved = opened.rows("SELECT kind, sum(qty) FROM stock_movement GROUP BY kind ORDER BY kind")
    assert moved == [("back", 3), ("loss", 2), ("sold", 3)]


def test_a_yapa_comes_back_in_stock_only(opened: Stall):
    sale = opened.sell("TAZA", yapa=["MIEL"])
    back = refund(opened, sale, (2, 1))
    assert (back.due, back.tender, entry(back)) == (0, None, {})
    assert opened.rows("SELECT unit, sku, qty FROM stock_movement WHERE kind = 'back'") == [("B", "MIEL", 1)]


def test_the_same_line_twice_in_one_refund_adds_up(opened: Stall):
    sale = opened.sell(("TAZA", 3))
    refused(opened, ReturnedTooMany, lambda: refund(opened, sale, (1, 2), (1, 2)))
    assert refund(opened, sale, (1, 2), (1, 1)).due == -3000


def test_a_sale_of_one_till_can_come_back_at_another_under_that_till_s_number(opened: Stall):
    opened.open(till="B", cashier="beto")
    sale = opened.sell("TAZA")
    back = opened.refunding.refund(
        opened.act(till="B"), opened.refunding.find("A-000001").stamp.id, [(1, 1)], shown=True
    )
    assert (back.receipt, back.sale_receipt, back.cashier) == ("BR-000001", "A-000001", "beto")
    refused(opened, ReturnedTooMany, lambda: refund(opened, sale, (1, 1)))


def test_a_sale_is_found_by_the_barcode_on_its_receipt(opened: Stall):
    sale = opened.sell("TAZA")
    assert opened.refunding.find(receipt_digits("A", 1)) == sale
    refused(opened, UnknownSale, lambda: opened.refunding.find(receipt_digits("A", 2)))
    refund(opened, sale, (1, 1))
    refused(opened, UnknownSale, lambda: opened.refunding.find(receipt_digits("A", 1, returned=True)))


def test_returns_are_at_the_rates_and_weights_of_the_sale(opened: Stall):
    """The commission was 15 % when the cup was sold; that it is 50 % now changes nothing for it."""
    sale = opened.sell("TAZA")
    network = replace(the_catalogue().network, rates=Rates(5000, 0))
    units = (a_unit("A", {"Juana": 1, "Rosa": 1, "Eva": 1}, group="TALLER"), a_unit("B", {"Berta": 1}))
    opened.take_in(the_catalogue(network=network, units=units))
    refund(opened, sale, (1, 1))
    assert opened.ledger() == {}
    assert set(opened.rows("SELECT name, sum(amount) FROM member_share GROUP BY name")) == {("Juana", 0), ("Rosa", 0)}


def test_a_unit_that_was_paid_goes_negative_and_the_next_settlement_carries_it(opened: Stall):
    sale = opened.sell("TAZA")
    opened.settling.pay_out(opened.act(), "A", PayoutKind.CASH)
    refund(opened, sale, (1, 1))
    assert opened.owed("A") == "-8.00"
    assert opened.owed("A", JANUARY) == "-8.00"


def test_goods_of_one_fair_come_back_at_the_next_of_the_same_currency(opened: Stall):
    sale = opened.sell("TAZA")
    opened.close_shift({"BOB": {"10.00": 1}})
    opened.open(exhibition=JANUARY)
    back = opened.refunding.refund(opened.act(JANUARY), sale.stamp.id, [(1, 1)], shown=True)
    assert (back.stamp.exhibition, opened.owed("A"), opened.owed("A", JANUARY)) == (JANUARY, "0.00", "0.00")


# --- void ----------------------------------------------------------------------------------------------------------


def test_a_void_undoes_all_of_a_sale_of_the_open_shift_yapa_too(opened: Stall):
    sale = opened.sell("TAZA", "MIEL", yapa=["MIEL"])
    back = void(opened, sale)
    assert (back.void, back.due, back.tender.amount, len(back.lines)) == (True, -1555, -1560, 3)
    assert opened.ledger() == {}
    assert opened.rows("SELECT kind, sum(qty) FROM stock_movement GROUP BY kind ORDER BY kind") == [
        ("back", 3),
        ("sold", 2),
        ("yapa", 1),
    ]


def test_a_void_is_paid_in_cash_whatever_the_sale_was_paid_with(opened: Stall):
    back = void(opened, opened.sell("MIEL", pay=[paid_by("qr", "5.55")]))
    assert (back.tender.kind, back.tender.amount, back.rounding) == ("cash", -560, -5)


def test_a_void_is_not_for_a_sale_of_which_something_came_back(opened: Stall):
    sale = opened.sell(("TAZA", 2))
    refund(opened, sale, (1, 1))
    refused(opened, VoidAfterReturn, lambda: void(opened, sale))


def test_a_sale_is_voided_once(opened: Stall):
    sale = opened.sell("TAZA")
    void(opened, sale)
    refused(opened, VoidAfterReturn, lambda: void(opened, sale))


def test_a_void_is_not_for_a_sale_of_another_shift(opened: Stall):
    opened.open(till="B")
    sale = opened.sell("TAZA")
    refused(opened, VoidOutsideShift, lambda: void(opened, sale, till="B"))
    opened.close_shift({"BOB": {"10.00": 1}})
    opened.open()
    refused(opened, VoidOutsideShift, lambda: void(opened, sale))


# --- refused -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ([], NothingReturned),
        ([(0, 1)], UnknownLine),
        ([(2, 1)], UnknownLine),
        ([(1, 0)], BadQuantity),
        ([(1, -1)], BadQuantity),
        ([(1, 3)], ReturnedTooMany),
    ],
)
def test_lines_that_can_t_come_back(opened: Stall, lines: list[tuple[int, int]], why: type):
    sale = opened.sell(("TAZA", 2))
    refused(opened, why, lambda: refund(opened, sale, *lines))


def test_more_than_is_still_out_is_refused_and_says_how_much_is(opened: Stall):
    sale = opened.sell(("TAZA", 3))
    refund(opened, sale, (1, 1))
    refusal = refused(opened, ReturnedTooMany, lambda: refund(opened, sale, (1, 3)))
    assert refusal.values == {"receipt": "A-000001", "line": 1, "qty": 3, "left": 2}


def test_what_names_no_sale_is_refused(opened: Stall):
    back = refund(opened, opened.sell("TAZA"), (1, 1))
    refused(opened, UnknownSale, lambda: opened.refunding.find("A-000002"))
    refused(opened, UnknownSale, lambda: opened.refunding.find("AR-000001"))
    refused(
        opened, UnknownSale, lambda: opened.refunding.refund(opened.act(), EventId("nothing"), [(1, 1)], shown=True)
    )
    refused(opened, UnknownSale, lambda: opened.refunding.refund(opened.act(), back.stamp.id, [(1, 1)], shown=True))


def test_foreign_cash_is_not_paid_back(opened: Stall):
    sale = opened.sell("TAZA")
    refused(opened, RefundInForeignCash, lambda: refund(opened, sale, (1, 1), pay=PayBack(TenderKind.CASH, "USD")))


def test_a_reference_is_short_and_printable(opened: Stall):
    sale = opened.sell("TAZA")
    refused(opened, BadText, lambda: refund(opened, sale, (1, 1), pay=PayBack(TenderKind.QR, reference="8" * 61)))


def test_goods_sold_in_bolivianos_do_not_come_back_in_euros(opened: Stall):
    sale = opened.sell("TAZA")
    opened.close_shift({"BOB": {"10.00": 1}})
    opened.open(exhibition=BERLIN)
    act = opened.act(BERLIN)
    refused(opened, ReturnInOtherCurrency, lambda: opened.refunding.refund(act, sale.stamp.id, [(1, 1)], shown=True))


def test_a_refund_needs_an_open_shift_and_an_exhibition_that_is_not_closed(opened: Stall):
    sale = opened.sell("TAZA")
    opened.close_shift({"BOB": {"10.00": 1}})
    refused(opened, NoOpenShift, lambda: refund(opened, sale, (1, 1)))
    refused(opened, NoOpenShift, lambda: void(opened, sale))
    opened.open()
    opened.settling.close_exhibition(opened.act(), Approval("elena"))
    refused(opened, ExhibitionClosed, lambda: refund(opened, sale, (1, 1)))
    refused(opened, ExhibitionClosed, lambda: void(opened, sale))


def test_the_supervisor_who_approved_is_kept(opened: Stall):
    refund(opened, opened.sell("TAZA"), (1, 1), approval=Approval("elena"))
    assert opened.rows("SELECT cashier, supervisor FROM sale_return") == [("ana", "elena")]


def test_the_same_act_again_gives_the_return_that_it_became(opened: Stall):
    sale, act = opened.sell("TAZA"), opened.act()
    first = opened.refunding.refund(act, sale.stamp.id, [(1, 1)], shown=True)
    assert opened.refunding.refund(act, sale.stamp.id, [(1, 1)], shown=True) == first
    assert opened.count("sale_return") == 1


def test_the_same_void_again_gives_the_return_that_it_became(opened: Stall):
    sale, act = opened.sell("TAZA"), opened.act()
    first = opened.refunding.void(act, sale.stamp.id, shown=True)
    assert opened.refunding.void(act, sale.stamp.id, shown=True) == first
    assert opened.count("sale_return") == 1
