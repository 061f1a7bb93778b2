"""What a receipt says: of a sale, of a return, of a copy; who made it, in the buyer's language."""

from dataclasses import replace
from decimal import Decimal

from pos.domain.barcodes import read_receipt_digits, receipt_digits
from pos.domain.documents import EmblemOf, Receipt, ReceiptStamp
from pos.domain.people import Approval
from pos.domain.sales import Return, Sale
from pos.services.receipts import return_receipt, sale_receipt
from tests.builders import cash, money, paid_by
from tests.services.stall import Stall, the_catalogue


def receipt(stall: Stall, sale: Sale, *, copy: bool = False) -> Receipt:
    return sale_receipt(sale, stall.catalogue.terms(), copy=copy)


def returned(stall: Stall, back: Return) -> Receipt:
    return return_receipt(back, stall.catalogue.terms())


def test_a_receipt_says_what_was_bought_of_whom_and_how_it_was_paid(opened: Stall):
    paper = receipt(opened, opened.sell(("TAZA", 2), "JUEGO", yapa=["MIEL"], pay=[cash("200.00")]))
    assert [(line.name, line.makers, line.qty, str(line.unit_price), str(line.amount)) for line in paper.lines] == [
        ("Taza", ("Familia A",), 2, "10.00", "20.00"),
        ("Juego de café", ("Familia A", "Familia B"), 1, "100.00", "100.00"),
        ("Miel", ("Familia B",), 1, "0.00", "0.00"),
    ]
    assert [line.yapa for line in paper.lines] == [False, False, True]
    assert (str(paper.total), str(paper.to_pay), str(paper.change), paper.pieces) == ("120.00", "120.00", "80.00", 3)
    assert [(t.kind, str(t.amount), t.rate) for t in paper.tenders] == [("cash", "200.00", None)]
    assert [maker.name for maker in paper.makers] == ["Familia A", "Familia B"]
    assert paper.opens_drawer
    assert not (paper.copy)
    assert not (paper.void)
    assert not (paper.returns_receipt)


def test_its_head_says_where_it_is_from_and_its_number_can_be_scanned(opened: Stall):
    sale = opened.sell("TAZA")
    paper = receipt(opened, sale)
    assert (paper.number, paper.till, paper.cashier, paper.at) == ("A-000001", "A", "ana", sale.stamp.at)
    assert read_receipt_digits(paper.digits) == "A-000001"
    assert (paper.network, paper.header) == ("Red de Prueba", ("El Alto",))
    assert (paper.exhibition, paper.place) == ("Feria de Navidad", "Campo Ferial, La Paz")
    assert (paper.stamps, paper.thanks, paper.courtesy) == ((ReceiptStamp("Hecho a mano"),), "¡Gracias!", "¡Yuspajara!")


def test_emblems_are_those_of_the_makers(opened: Stall):
    paper = receipt(opened, opened.sell("JUEGO"))
    emblems = opened.catalogue.terms().emblems
    assert [maker.emblem for maker in paper.makers] == [EmblemOf(*emblems["A"]), EmblemOf(*emblems["B"])]


def test_foreign_cash_stands_with_its_rate_and_its_worth(opened: Stall):
    paper = receipt(opened, opened.sell("JUEGO", "MIEL", pay=[cash("10.00", "USD"), cash("50.00")]))
    assert [(t.amount.currency.code, str(t.amount), str(t.value), t.rate) for t in paper.tenders] == [
        ("USD", "10.00", "69.60", "6.96"),
        ("BOB", "50.00", "50.00", None),
    ]
    assert (str(paper.total), str(paper.rounding), str(paper.to_pay)) == ("105.55", "0.05", "105.60")
    assert str(paper.change) == "14.00"


def test_without_cash_there_is_no_change_and_the_drawer_stays_shut(opened: Stall):
    paper = receipt(opened, opened.sell("MIEL", pay=[paid_by("qr", "5.55", reference="8841")]))
    assert (paper.change, paper.opens_drawer, paper.tenders[0].reference) == (None, False, "8841")


def test_bargains_and_discounts_are_what_the_buyer_saved(opened: Stall):
    """Two cups at 9.00 save 2.00, 10 % of 118.00 is 11.80; a shawl over its list price takes nothing off that."""
    basket = opened.basket(("TAZA", 2), "JUEGO").bargained(0, money("9.00")).discounted(Decimal(10))
    paper = receipt(opened, opened.sell_basket(basket))
    assert (str(paper.discount), str(paper.saved), paper.lines[0].is_bargain) == ("11.80", "13.80", True)
    dear = opened.basket("TAZA", "CHAL").bargained(0, money("9.00")).bargained(1, money("85.00"))
    assert str(receipt(opened, opened.sell_basket(dear)).saved) == "1.00"


def test_a_yapa_is_a_present_and_no_saving(opened: Stall):
    assert str(receipt(opened, opened.sell("TAZA", yapa=["MIEL"])).saved) == "0.00"


def test_a_receipt_is_in_the_buyer_s_language(opened: Stall):
    basket = replace(opened.basket("TAZA", "JUEGO"), language="en")
    paper = receipt(opened, opened.sell_basket(basket))
    assert [line.name for line in paper.lines] == ["Cup", "Juego de café"]
    assert (paper.language, paper.thanks, paper.stamps) == ("en", "Thank you!", (ReceiptStamp("Made by hand"),))


def test_what_there_is_no_translation_of_is_said_in_the_network_s_language(opened: Stall):
    paper = receipt(opened, opened.sell_basket(replace(opened.basket("TAZA"), language="de")))
    assert (paper.language, paper.thanks, paper.lines[0].name) == ("de", "¡Gracias!", "Taza")


def test_a_copy_says_that_it_is_one_and_says_the_same(opened: Stall):
    sale = opened.sell("TAZA")
    assert receipt(opened, sale, copy=True) == replace(receipt(opened, sale), copy=True)


def test_a_receipt_keeps_the_names_and_prices_of_the_sale(opened: Stall):
    sale = opened.sell("TAZA")
    before = receipt(opened, sale)
    cup = replace(the_catalogue().products[0], name={"es": "Otra cosa"}, prices={})
    opened.take_in(the_catalogue(products=(cup,)))
    assert receipt(opened, sale) == before


# --- returns -------------------------------------------------------------------------------------------------------


def test_the_receipt_of_a_return_names_the_sale_and_its_amounts_are_given_back(opened: Stall):
    sale = opened.sell(("MIEL", 3), "TAZA")
    back = opened.refunding.refund(opened.act(), sale.stamp.id, [(1, 1), (2, 1)], shown=True)
    paper = returned(opened, back)
    assert (paper.number, paper.returns_receipt, paper.void) == ("AR-000001", "A-000001", False)
    assert paper.digits == receipt_digits("A", 1, returned=True)
    assert [(line.name, line.qty, str(line.amount)) for line in paper.lines] == [
        ("Miel", 1, "-5.55"),
        ("Taza", 1, "-10.00"),
    ]
    assert (str(paper.total), str(paper.rounding), str(paper.to_pay)) == ("-15.55", "-0.05", "-15.60")
    assert [(t.kind, str(t.amount)) for t in paper.tenders] == [("cash", "-15.60")]
    assert (paper.change, paper.opens_drawer, paper.pieces) == (None, True, 2)


def test_what_came_back_is_shown_at_the_price_that_was_paid(opened: Stall):
    basket = opened.basket(("JUEGO", 2)).bargained(0, money("95.00")).discounted(Decimal(10))
    back = opened.refunding.refund(opened.act(), opened.sell_basket(basket).stamp.id, [(1, 1)], shown=True)
    [line] = returned(opened, back).lines
    assert (str(line.unit_price), str(line.amount), line.is_bargain) == ("95.00", "-85.50", False)


def test_a_void_says_so(opened: Stall):
    sale = opened.sell("TAZA", yapa=["MIEL"])
    paper = returned(opened, opened.refunding.void(opened.act(), sale.stamp.id, Approval("elena"), shown=True))
    assert (paper.void, paper.returns_receipt, len(paper.lines)) == (True, "A-000001", 2)


def test_a_yapa_that_came_back_pays_nothing_and_opens_no_drawer(opened: Stall):
    sale = opened.sell("TAZA", yapa=["MIEL"])
    paper = returned(opened, opened.refunding.refund(opened.act(), sale.stamp.id, [(2, 1)], shown=True))
    assert (paper.tenders, paper.opens_drawer, str(paper.to_pay)) == ((), False, "0.00")
    assert paper.lines[0].makers == ("Familia B",)
