"""Paying in foreign cash and in several ways at once, going back to the cart, and what is proposed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pos.domain.denominations import denominations
from pos.domain.money import Money, currency
from pos.domain.tenders import Tender, TenderKind, settle
from pos.ui.amounts.money_names import NAMES
from pos.ui.look.words import Words
from pos.ui.paying.payment_methods import offers
from pos.ui.paying.payment_parts import Payment
from pos.ui.paying.payment_proposals import foreign_amounts, round_amounts
from tests.ui.at_payment import BANK, CARD, CASH, DOLLARS, DUE, EUROS, QR, SIZES, AtPayment
from tests.ui.conftest import MakeDesk


@pytest.fixture
def at(qtbot: QtBot, make_stall: MakeDesk) -> AtPayment:
    """Somebody who is about to charge 62,50 at the Christmas fair, where dollars and euros are taken."""
    return AtPayment(qtbot, make_stall())


# --- foreign cash ------------------------------------------------------------------------------------------------


def test_dollars_are_worth_what_the_rate_says_and_change_is_in_bolivianos(at: AtPayment):
    at.method(DOLLARS)
    assert at.sees("¿Cuántos dólares le dan?")
    at.touch("US$ 10")
    assert at.sees("97,00")
    assert at.payment.words == "DEVUELVA AL CLIENTE 34,50"
    at.press("F12")
    ((dollars,),) = at.finished
    assert (dollars.currency, dollars.amount, dollars.value, str(dollars.rate)) == ("USD", 1000, 9700, "9.70")


def test_two_proposals_pay_all_that_is_missing_and_name_the_change(qtbot: QtBot, make_stall: MakeDesk):
    at = AtPayment(qtbot, make_stall(), due=106050)
    at.method(QR)
    at.keys("400")
    at.press("F12")
    at.method(DOLLARS)
    assert "US$ 69, vuelto Bs 8,80" in at.buttons
    at.touch("US$ 70, vuelto Bs 18,50")
    assert at.payment.words == "DEVUELVA AL CLIENTE 18,50"


def test_a_currency_without_a_rate_is_named_with_the_reason_and_cannot_be_chosen(qtbot: QtBot, make_stall: MakeDesk):
    at = AtPayment(qtbot, make_stall(exhibition="ALT-ENE-27"))
    assert not at.can_press("Euros: sin cambio del día")
    at.method(EUROS)
    assert at.sees("Toque los billetes que le dan")
    offered = offers(at.session.terms, at.session.exhibition, at.desk.texts)
    assert [offer.label for offer in offered] == ["Efectivo", "QR", "Tarjeta", "Banco", "Dólares", "Euros"]


def test_euros_are_the_cash_of_a_fair_in_berlin(qtbot: QtBot, make_stall: MakeDesk):
    at = AtPayment(qtbot, make_stall(exhibition="BER-27"), due=250)
    at.touch("€ 5")
    assert at.payment._sum.change._notes.accessibleName() == "1 × € 2 y 1 × € 0,50"
    at.press("F12")
    assert at.finished == [[Tender(TenderKind.CASH, "EUR", 500, 500)]]


# --- several at once ---------------------------------------------------------------------------------------------


@pytest.fixture
def mixed(at: AtPayment) -> AtPayment:
    """40 by QR with its number, and two dollars."""
    at.method(QR)
    at.keys("40")
    at.payment._qr._reference.setText("8841")
    at.press("F12")
    at.method(DOLLARS)
    at.touch("US$ 1")
    at.touch("US$ 1")
    return at


def test_the_parts_are_listed_with_what_is_known_of_them(mixed: AtPayment):
    assert mixed.parts == ["QR, Operación 8841, 40,00", "Dólares, US$ 2,00 × 9,70, 19,40"]
    assert mixed.payment.words == "TODAVÍA FALTA 3,10"
    mixed.touch("Lo que falta: Efectivo")
    mixed.touch("Justo 3,10")
    mixed.press("F12")
    (tenders,) = mixed.finished
    assert [(t.kind, t.currency, t.amount) for t in tenders] == [
        (TenderKind.QR, "BOB", 4000),
        (TenderKind.CASH, "USD", 200),
        (TenderKind.CASH, "BOB", 310),
    ]
    assert settle(DUE, tenders, mixed.session.exhibition).change == 0


def test_a_part_can_be_taken_out(mixed: AtPayment):
    mixed.touch("Quitar QR 40,00")
    assert mixed.parts == ["Dólares, US$ 2,00 × 9,70, 19,40"]
    assert mixed.payment.words == "TODAVÍA FALTA 43,10"
    QTest.keyClick(mixed.row(0), Qt.Key.Key_Delete)
    assert mixed.parts == []


def test_a_part_is_corrected_by_touching_it(mixed: AtPayment):
    QTest.mouseClick(mixed.row(0), Qt.MouseButton.LeftButton, pos=QPoint(40, 20))
    assert mixed.payment.words == "POR QR 40,00"
    mixed.keys("30")
    mixed.press("F12")
    assert mixed.parts == ["QR, Operación 8841, 30,00", "Dólares, US$ 2,00 × 9,70, 19,40"]
    QTest.keyClick(mixed.row(1), Qt.Key.Key_Return)
    mixed.touch("US$ 1")
    assert mixed.parts[1] == "Dólares, US$ 3,00 × 9,70, 29,10"


def test_a_method_that_cash_was_taken_with_goes_on_with_its_notes(at: AtPayment):
    at.touch("Bs 20")
    at.method(DOLLARS)
    at.method(CASH)
    at.touch("Bs 20")
    assert at.payment.words == "TODAVÍA FALTA 22,50"


# --- going back and coming again ---------------------------------------------------------------------------------


def test_going_back_to_the_cart_loses_nothing(mixed: AtPayment):
    mixed.press("Esc")
    assert mixed.left == 1
    mixed.charge(DUE + 1000)
    assert mixed.parts == ["QR, Operación 8841, 40,00", "Dólares, US$ 2,00 × 9,70, 19,40"]
    assert mixed.payment.words == "TODAVÍA FALTA 13,10"


def test_what_no_longer_fits_stays_listed_and_is_told(at: AtPayment):
    at.method(QR)
    at.keys("60")
    at.press("F12")
    at.press("Esc")
    at.charge(4500)
    assert at.payment.message.startswith("El total cambió.")
    assert at.parts == ["QR, 60,00"]
    assert not at.can_press("Es más de lo que falta")


def test_a_payment_that_is_over_is_forgotten(mixed: AtPayment):
    mixed.payment.forget()
    mixed.charge(DUE)
    assert mixed.parts == []
    assert mixed.payment.words == "FALTA 62,50"


def test_a_product_scanned_while_it_is_paid_raises_what_is_due_and_what_is_proposed(at: AtPayment):
    at.method(QR)
    at.payment.show_due(DUE + 500)
    assert at.payment.words == "POR QR 67,50"
    assert at.qr == [6250, 6750]
    at.method(CASH)
    at.touch("Bs 100")
    at.payment.show_due(DUE)
    assert at.payment.words == "DEVUELVA AL CLIENTE 37,50"


def test_a_currency_that_lost_its_rate_is_taken_out_and_told(mixed: AtPayment):
    mixed.press("Esc")
    without = replace(mixed.session.exhibition, rates_of_exchange={})
    mixed.charge(DUE, replace(mixed.session, exhibition=without))
    assert mixed.payment.message.startswith("Ya no se puede recibir: Dólares.")
    assert mixed.parts == ["QR, Operación 8841, 40,00"]


def test_the_buyers_screen_is_told_each_change(at: AtPayment):
    told: list[tuple[int, int]] = []
    at.payment.tender_changed.connect(lambda due, tenders: told.append((due, sum(t.value for t in tenders))))
    at.touch("Bs 50")
    at.touch("Bs 20")
    assert told[-2:] == [(DUE, 5000), (DUE, 7000)]


# --- proposals and looks -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("due", "code", "amounts"),
    [
        (106050, "BOB", (107000, 110000, 120000)),
        (6250, "BOB", (7000, 10000, 20000)),
        (250, "BOB", (500, 1000, 2000)),
        (3300, "EUR", (3500, 4000, 5000)),
        (20000, "BOB", ()),
    ],
)
def test_round_amounts_are_what_notes_come_to_easily(due: int, code: str, amounts: tuple[int, ...]):
    assert round_amounts(due, code) == amounts


def test_foreign_proposals_pay_and_the_first_is_the_least_that_does(make_stall: MakeDesk):
    exhibition = make_stall().till.catalogue.terms().exhibition("LPZ-NAV-26")
    for due in (1, 970, 971, 66050, 106050, 9_999_990):
        payment = Payment(due, exhibition)
        for code in ("USD", "EUR"):
            step = min(denominations(code).notes)
            offered = foreign_amounts(payment, code)
            assert all(change >= 0 for _, change in offered)
            least = offered[0][0]
            assert exhibition.base_value(Money(least - step, currency(code))).minor < due


def test_nobody_counts_out_a_million_notes(make_stall: MakeDesk):
    exhibition = make_stall().till.catalogue.terms().exhibition("LPZ-NAV-26")
    assert foreign_amounts(Payment(10**12, exhibition), "USD") == ()


def test_every_currency_has_its_names():
    assert [currency(code).code for code in NAMES] == list(NAMES)
    assert len(NAMES) == 10


@pytest.mark.parametrize("size", SIZES, ids=["usual", "large", "small"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_no_payment_cuts_a_text_off(qtbot: QtBot, make_stall: MakeDesk, size: tuple[int, int], language: str):
    at = AtPayment(qtbot, make_stall(language=language), due=106050, size=size)
    found = {}
    for number in (QR, CARD, BANK, DOLLARS, EUROS, CASH):
        at.method(number)
        found[number] = {words.text() for words in at.seen(Words) if words.clipped}
    at.method(DOLLARS)
    at.touch("US$ 50")
    found[DOLLARS] |= {words.text() for words in at.seen(Words) if words.clipped}
    assert {number: texts for number, texts in found.items() if texts} == {}
