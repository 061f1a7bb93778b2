"""Paying in one way: notes and figures, by QR, by card, through the bank; what is short and what is too much."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pos.domain.tenders import TenderKind, settle
from pos.ui.look.qr_picture import QrPicture
from tests.ui.at_payment import BANK, CARD, CASH, DUE, QR, AtPayment, base
from tests.ui.conftest import MakeDesk
from tests.ui.stand import PATIENCE


@pytest.fixture
def at(qtbot: QtBot, make_stall: MakeDesk) -> AtPayment:
    """Somebody who is about to charge 62,50 at the Christmas fair, where dollars and euros are taken."""
    return AtPayment(qtbot, make_stall())


# --- cash --------------------------------------------------------------------------------------------------------


def test_a_hundred_for_62_50_gives_37_50_back_in_notes_and_coins(at: AtPayment):
    assert at.payment.words == "FALTA 62,50"
    at.touch("Bs 100")
    assert at.payment.words == "DEVUELVA AL CLIENTE 37,50"
    assert at.payment._sum.change._notes.accessibleName() == "1 × Bs 20, 1 × Bs 10, 1 × Bs 5, 1 × Bs 2 y 1 × Bs 0,50"
    at.press("F12")
    assert at.finished == [[base(TenderKind.CASH, 10000)]]


def test_a_short_payment_cannot_be_finished(at: AtPayment):
    at.touch("Bs 50")
    assert at.payment.words == "TODAVÍA FALTA 12,50"
    assert not at.can_press("Falta pagar")
    at.press("F12", "Enter")
    assert at.finished == []


def test_notes_and_coins_add_up_and_can_be_cleared(at: AtPayment):
    for name in ("Bs 50", "Bs 10", "Bs 2", "Bs 0,50"):
        at.touch(name)
    assert at.payment.words == "PAGO JUSTO 0,00"
    at.touch("Borrar lo recibido")
    assert at.payment.words == "FALTA 62,50"


def test_a_long_touch_takes_one_note_away(at: AtPayment, qtbot: QtBot):
    at.touch("Bs 50")
    at.touch("Bs 50")
    note = at.button("Bs 50")
    QTest.mousePress(note, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: at.payment.words == "TODAVÍA FALTA 12,50", timeout=PATIENCE)
    QTest.mouseRelease(note, Qt.MouseButton.LeftButton)
    assert at.payment.words == "TODAVÍA FALTA 12,50"


def test_the_keyboard_takes_a_note_away_too_and_never_one_that_is_not_there(at: AtPayment):
    note = at.button("Bs 50")
    QTest.keyClick(note, Qt.Key.Key_Delete)
    assert at.payment.words == "FALTA 62,50"
    QTest.keyClick(note, Qt.Key.Key_Return)
    QTest.keyClick(note, Qt.Key.Key_Return)
    QTest.keyClick(note, Qt.Key.Key_Delete)
    assert at.payment.words == "TODAVÍA FALTA 12,50"


@pytest.mark.parametrize("name", ["Justo 62,50", "70", "100", "200"])
def test_an_amount_that_is_likely_is_one_touch(at: AtPayment, name: str):
    at.touch(name)
    given = int(name) * 100 if name.isdigit() else DUE
    at.press("F12")
    assert at.finished == [[base(TenderKind.CASH, given)]]


@pytest.mark.parametrize("typed", ["100", "100,00", "100.00", "100,"])
def test_a_typed_amount_may_have_a_comma_or_a_point(at: AtPayment, typed: str):
    at.keys(typed)
    at.press("Enter")
    assert at.finished == [[base(TenderKind.CASH, 10000)]]


def test_the_keypad_types_as_the_keyboard_does(at: AtPayment):
    for key in ("7", "0", ",", "5", "5"):
        at.touch(key)
    assert at.payment.words == "DEVUELVA AL CLIENTE 8,05"
    at.touch("Borrar la última cifra")
    assert at.payment.words == "DEVUELVA AL CLIENTE 8,00"


def test_typing_takes_the_place_of_the_notes_that_were_touched(at: AtPayment):
    at.touch("Bs 50")
    at.touch("Bs 50")
    at.keys("70")
    assert at.payment.words == "DEVUELVA AL CLIENTE 7,50"


@pytest.mark.parametrize("typed", ["1,234", "7,,5", "-70", "MP-027", "100000000"])
def test_what_is_no_amount_cannot_be_finished(at: AtPayment, typed: str):
    at.keys(typed)
    assert not at.can_press("No es un monto")
    at.press("F12")
    assert at.finished == []


def test_a_code_typed_into_the_amount_is_told_and_leaves_the_amount_before(at: AtPayment):
    at.touch("Bs 100")
    at.keys("7771203000410")
    at.press("Enter")
    assert at.finished == []
    assert at.payment.message.startswith("Eso es el código de un producto, no un monto.")
    assert at.payment.words == "DEVUELVA AL CLIENTE 37,50"


def test_a_due_that_rounds_to_nothing_is_finished_with_no_tender(qtbot: QtBot, make_stall: MakeDesk):
    for due in (0, 3):
        at = AtPayment(qtbot, make_stall(), due=due)
        at.press("F12")
        assert at.finished == [None]


def test_cash_pays_a_due_as_the_cash_step_rounds_it_and_qr_pays_it_exactly(qtbot: QtBot, make_stall: MakeDesk):
    at = AtPayment(qtbot, make_stall(), due=6253)
    assert at.payment.words == "FALTA 62,50"
    at.method(QR)
    assert at.payment.words == "POR QR 62,53"


# --- by QR -------------------------------------------------------------------------------------------------------


def test_a_payment_by_qr_counts_only_once_somebody_says_that_the_money_arrived(at: AtPayment):
    at.method(QR)
    assert at.payment.words == "POR QR 62,50"
    assert at.qr == [6250]
    assert at.parts == []
    at.touch("Sí llegó el dinero")
    assert at.finished == [[base(TenderKind.QR, DUE)]]
    assert at.qr == [6250, None]


def test_the_operations_number_is_kept_with_the_tender(at: AtPayment):
    at.method(QR)
    at.payment._qr._reference.setFocus()
    at.keys("8841")
    at.press("F12")
    assert at.finished == [[base(TenderKind.QR, DUE, "8841")]]


def test_money_that_did_not_arrive_counts_for_nothing(at: AtPayment):
    at.method(QR)
    at.touch("No llegó: otra forma")
    assert at.payment.words == "FALTA 62,50"
    assert at.parts == []
    assert at.qr[-1] is None


def test_a_part_by_qr_leaves_the_rest_to_cash(at: AtPayment):
    at.method(QR)
    at.keys("40")
    assert at.payment.words == "POR QR 40,00"
    at.press("F12")
    assert at.finished == []
    assert at.payment.words == "TODAVÍA FALTA 22,50"
    at.keys("50")
    at.press("Enter")
    assert at.finished == [[base(TenderKind.QR, 4000), base(TenderKind.CASH, 5000)]]
    assert settle(DUE, at.finished[0], at.session.exhibition).change == 2750


def test_without_a_picture_the_qr_says_where_to_put_it_and_can_still_be_used(at: AtPayment):
    at.method(QR)
    (picture,) = at.seen(QrPicture)
    assert picture.accessibleName() == "Ponga el QR en Ajustes"
    at.press("F12")
    assert at.finished == [[base(TenderKind.QR, DUE)]]


@pytest.mark.parametrize("name", ["qr.png", "qr.jpg"])
def test_the_networks_own_picture_is_shown(qtbot: QtBot, make_stall: MakeDesk, name: str):
    desk = make_stall()
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    assert image.save(str(desk.places.home / name))
    at = AtPayment(qtbot, desk)
    at.method(QR)
    (picture,) = at.seen(QrPicture)
    assert picture.has_picture
    assert desk.places.own(desk.places.home / name), "no report is ever written over it"


def test_a_payment_that_is_not_shown_asks_the_buyer_for_nothing(at: AtPayment):
    at.method(QR)
    at.payment.hide()
    assert at.qr == [6250, None]
    at.payment.show()
    at.payment.take_focus()
    assert at.qr == [6250, None, 6250]


def test_a_file_that_is_no_picture_is_as_none(qtbot: QtBot, make_stall: MakeDesk):
    desk = make_stall()
    (desk.places.home / "qr.png").write_bytes(b"not a picture")
    at = AtPayment(qtbot, desk)
    at.method(QR)
    assert not at.seen(QrPicture)[0].has_picture


def test_another_amount_is_typed_with_the_fingers_alone(at: AtPayment):
    at.method(QR)
    at.touch("Otro monto")
    at.payment._qr._field.selectAll()
    for key in ("2", "0"):
        at.touch(key)
    assert at.payment.words == "POR QR 20,00"
    at.touch("Listo")
    assert at.sees("20,00")


# --- card, bank, and too much ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("number", "kind"), [(CARD, TenderKind.CARD), (BANK, TenderKind.TRANSFER)])
def test_what_is_due_is_proposed_and_the_number_noted(at: AtPayment, number: int, kind: TenderKind):
    at.method(number)
    assert at.payment.words == "PAGO JUSTO 0,00"
    at.payment._entries._card._reference.setFocus()
    for key in ("4", "1"):
        at.touch(key)
    at.press("Enter")
    assert at.finished == [[base(kind, DUE, "41")]]


def test_a_proposal_that_nobody_touched_goes_with_its_method(at: AtPayment):
    at.method(CARD)
    at.method(CASH)
    assert at.parts == []
    assert at.payment.words == "FALTA 62,50"


def test_more_than_is_due_by_card_is_refused_since_change_comes_only_from_cash(at: AtPayment):
    at.method(CARD)
    at.keys("100")
    assert "solo del efectivo se da vuelto" in at.payment.message
    assert at.payment.words == "SOBRA 37,50"
    assert not at.can_press("Es más de lo que falta")
    at.press("F12")
    assert at.finished == []
    at.touch("Todo lo que falta 62,50")
    assert at.payment.message == ""
    at.press("F12")
    assert at.finished == [[base(TenderKind.CARD, DUE)]]


def test_more_than_is_due_by_qr_is_refused_before_it_counts(at: AtPayment):
    at.method(QR)
    at.keys("63")
    assert "solo del efectivo se da vuelto" in at.payment.message
    assert not at.can_press("Es más de lo que falta")
    at.press("F12")
    assert (at.finished, at.parts) == ([], [])
