"""A sale is found again by its receipt, or by looking: the newest first, by what it held and what it came to."""

from datetime import timedelta

import pytest

from pos.domain.barcodes import receipt_digits
from pos.domain.people import Approval
from pos.domain.refusals import ReturnWithoutReceipt, UnknownSale
from pos.services.sale_finding import SaleFinding, is_receipt_code
from pos.storage.sale_search import FoundPage
from tests.builders import MORNING, cash, money, paid_by
from tests.services.stall import BERLIN, FAIR, JANUARY, Stall, refused


def finding(stall: Stall) -> SaleFinding:
    return SaleFinding(stall.books, stall.catalogue)


def page(stall: Stall, size: int = 10, exhibition: str = FAIR, **wanted: object) -> FoundPage:
    return finding(stall).page(stall.exhibition(exhibition), size, **wanted)


def receipts(found: FoundPage) -> list[str]:
    return [sale.receipt for sale in found.sales]


# --- by its receipt ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["A-000002", "a-2", "A 2", "a2", "2", "000002", " A'000002 ", receipt_digits("A", 2)])
def test_a_receipt_is_known_by_its_bars_and_by_every_way_of_typing_its_number(opened: Stall, typed: str):
    opened.sell("TAZA")
    sale = opened.sell("JUEGO")
    assert finding(opened).receipt(typed, "A") == sale


def test_a_number_alone_is_of_this_till(stall: Stall):
    stall.open()
    stall.open(till="B")
    first, second = stall.sell("TAZA"), stall.sell("JUEGO", till="B")
    assert finding(stall).receipt("1", "A") == first
    assert finding(stall).receipt("1", "B") == second
    assert finding(stall).receipt("B1", "A") == second


def test_a_return_is_found_by_its_own_receipt(opened: Stall):
    sale = opened.sell("TAZA")
    back = opened.refunding.refund(opened.act(), sale.stamp.id, [(1, 1)], shown=True)
    for text in ("AR-000001", "ar1", receipt_digits("A", 1, returned=True)):
        assert finding(opened).receipt(text, "A") == back


@pytest.mark.parametrize(
    "text", ["A-000002", "", "otra cosa", "7770000000012", "AR-000001", pytest.param("\ud800", id="half a letter")]
)
def test_what_names_no_receipt_is_refused_with_what_was_looked_for(opened: Stall, text: str):
    opened.sell("TAZA")
    refused(opened, UnknownSale, lambda: finding(opened).receipt(text, "A"))


def test_only_a_receipts_bars_are_a_receipts_code():
    assert is_receipt_code(receipt_digits("B", 7))
    assert is_receipt_code(receipt_digits("A", 1, returned=True))
    assert not is_receipt_code("7770000000012")
    assert not is_receipt_code("A-000001")


# --- by looking --------------------------------------------------------------------------------------------------


def test_the_newest_sale_comes_first_with_what_it_is_known_by(opened: Stall):
    opened.sell("TAZA")
    opened.sell(("MIEL", 2), "JUEGO", yapa=["MIEL"], pay=[cash("100.00"), paid_by("qr", "11.10")])
    newest = page(opened).sales[0]
    assert (newest.receipt, newest.cashier, newest.pieces, str(newest.total)) == ("A-000002", "ana", 4, "111.10")
    assert newest.products == (("MIEL", "Miel"), ("JUEGO", "Juego de café"), ("MIEL", "Miel"))
    assert (newest.lines, newest.tenders) == (3, ("cash", "qr"))
    assert (newest.back, newest.voided) == (0, False)
    assert newest.at - MORNING < timedelta(hours=1)


def test_the_total_is_what_was_paid(opened: Stall):
    opened.sell("MIEL")
    assert str(page(opened).sales[0].total) == "5.60"


def test_what_came_back_is_told(opened: Stall):
    some, all_of_it = opened.sell(("TAZA", 3)), opened.sell("TAZA", "JUEGO")
    opened.refunding.refund(opened.act(), some.stamp.id, [(1, 1)], shown=True)
    opened.refunding.refund(opened.act(), some.stamp.id, [(1, 1)], shown=True)
    opened.refunding.void(opened.act(), all_of_it.stamp.id, shown=True)
    assert [(sale.back, sale.voided) for sale in page(opened).sales] == [(2, True), (2, False)]


def test_pages_follow_one_another_to_the_first_sale(opened: Stall):
    for _ in range(7):
        opened.sell("TAZA")
    seen, before = [], None
    for _ in range(3):
        found = page(opened, 3, before=before)
        seen.append(receipts(found))
        before = found.older
    assert seen == [["A-000007", "A-000006", "A-000005"], ["A-000004", "A-000003", "A-000002"], ["A-000001"]]
    assert before is None


def test_a_page_that_is_just_full_has_none_after_it(opened: Stall):
    for _ in range(3):
        opened.sell("TAZA")
    assert page(opened, 3).older is None


def test_sales_made_meanwhile_do_not_shift_the_pages(opened: Stall):
    for _ in range(4):
        opened.sell("TAZA")
    first = page(opened, 2)
    opened.sell("JUEGO")
    assert receipts(page(opened, 2, before=first.older)) == ["A-000002", "A-000001"]


def test_only_sales_that_hold_the_product_are_shown_yapas_too(opened: Stall):
    opened.sell("TAZA")
    opened.sell("JUEGO", yapa=["MIEL"])
    opened.sell("MIEL", "TAZA")
    assert receipts(page(opened, sku="MIEL")) == ["A-000003", "A-000002"]
    assert receipts(page(opened, sku="CHAL")) == []


def test_a_product_that_only_came_back_does_not_show_its_return(opened: Stall):
    sale = opened.sell("TAZA")
    opened.refunding.refund(opened.act(), sale.stamp.id, [(1, 1)], shown=True)
    assert receipts(page(opened, sku="TAZA")) == ["A-000001"]


def test_only_sales_that_came_to_the_amount_are_shown(opened: Stall):
    for item in ("TAZA", "MIEL", "JUEGO", "MIEL"):
        opened.sell(item)
    assert receipts(page(opened, paid=money("5.60"))) == ["A-000004", "A-000002"]
    assert receipts(page(opened, paid=money("5.55"))) == []
    assert receipts(page(opened, paid=money("10.00"), sku="JUEGO")) == []


def test_sales_of_other_tills_and_earlier_fairs_of_the_currency_are_found_too(stall: Stall):
    stall.open(till="B")
    stall.sell("TAZA", till="B")
    stall.open(exhibition=BERLIN)
    stall.sell("TAZA", exhibition=BERLIN)
    stall.close_shift({}, exhibition=BERLIN)
    stall.open(exhibition=JANUARY)
    stall.sell("JUEGO", exhibition=JANUARY)
    assert receipts(page(stall, exhibition=JANUARY)) == ["A-000002", "B-000001"]
    assert receipts(page(stall, exhibition=BERLIN)) == ["A-000001"]


def test_books_without_sales_show_none(opened: Stall):
    assert page(opened) == FoundPage(())


# --- what can still come back --------------------------------------------------------------------------------------


def test_a_sale_tells_what_of_it_can_still_come_back(opened: Stall):
    sale = opened.sell(("TAZA", 3), "JUEGO")
    opened.refunding.refund(opened.act(), sale.stamp.id, [(1, 2)], shown=True)
    standing = finding(opened).standing(sale.stamp.id)
    assert (standing.sale, standing.left(1), standing.left(2), standing.is_spent) == (sale, 1, 1, False)
    opened.refunding.refund(opened.act(), sale.stamp.id, [(1, 1), (2, 1)], shown=True)
    assert finding(opened).standing(sale.stamp.id).is_spent


def test_there_is_no_standing_of_what_is_no_sale(opened: Stall):
    refused(opened, UnknownSale, lambda: finding(opened).standing(opened.act().id))


def test_without_its_receipt_goods_come_back_only_with_a_supervisor(opened: Stall):
    sale = opened.sell("TAZA", "JUEGO")
    refund, void = opened.refunding.refund, opened.refunding.void
    why = refused(opened, ReturnWithoutReceipt, lambda: refund(opened.act(), sale.stamp.id, [(1, 1)], shown=False))
    assert why.needs_supervisor
    refused(opened, ReturnWithoutReceipt, lambda: void(opened.act(), sale.stamp.id, shown=False))
    back = refund(opened.act(), sale.stamp.id, [(1, 1)], shown=False, approval=Approval("elena"))
    assert (back.cashier, back.supervisor) == ("ana", "elena")
