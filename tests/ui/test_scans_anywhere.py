"""A scanner's burst, five milliseconds a key, wherever somebody is just then: nothing is lost or typed astray."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest

from pos.domain.barcodes import badge_code, receipt_digits
from pos.hardware.interfaces import Sound
from tests.ui.conftest import OpenTill
from tests.ui.person import SCANNER_MILLISECONDS, Person
from tests.ui.stand import PIN

CHULLO, TOAD, BAG = "MP-027", "JK-015", "MP-026"
"""65.00, 12.50, 120.00."""
ENDS = [(Qt.Key.Key_Tab, "\t"), (Qt.Key.Key_Enter, "\r"), (Qt.Key.Key_unknown, "\n")]
"""What scanners are set to send after a code, beside Return."""
US_KEYS = {"M": 50, "P": 25, "J": 36, "K": 37, "-": 12, "0": 11, "1": 2, "2": 3, "5": 6, "7": 8}
"""Where a scanner's keys are on the keyboard that it pretends to be, as X11 counts them less eight."""
ON_A_SPANISH_KEYBOARD = {"-": "'"}


def barcode(person: Person, sku: str) -> str:
    """The number on a product's label."""
    found = person.desk.till.catalogue.find(sku).barcode
    assert found is not None
    return found


def not_taken(person: Person) -> str:
    """What a sheet says that has no use for codes."""
    _ = person.desk.texts._
    return f"{_('That code was not taken.')} {_('Close this first, then scan it again.')}"


def scan_on_a_spanish_keyboard(person: Person, code: str) -> None:
    """The scanner presses its keys; this computer makes of them what a Spanish keyboard has in their places."""
    for sign in (*code, "\r"):
        person.keyboard.now += SCANNER_MILLISECONDS
        shift = Qt.KeyboardModifier.ShiftModifier if sign.isupper() else Qt.KeyboardModifier.NoModifier
        key = Qt.Key.Key_Return if sign == "\r" else Qt.Key.Key_unknown
        place = 0 if sign == "\r" else US_KEYS[sign] + 8
        text = ON_A_SPANISH_KEYBOARD.get(sign, sign)
        event = QKeyEvent(QEvent.Type.KeyPress, key, shift, place, 0, 0, text)
        QGuiApplication.sendEvent(QGuiApplication.focusWindow(), event)


@pytest.fixture
def person(open_till: OpenTill) -> Person:
    """Ana at the till, with a chullo in the cart."""
    ana = open_till()
    ana.scan(CHULLO)
    return ana


# --- while selling -------------------------------------------------------------------------------------------------


def test_ten_products_one_after_the_other(open_till: OpenTill):
    person = open_till()
    codes = [barcode(person, sku) for sku in (CHULLO, TOAD, BAG, CHULLO, TOAD, TOAD, CHULLO, BAG, TOAD, CHULLO)]
    person.scan(*codes)
    assert [row.split(",")[0] for row in person.cart] == [
        "2 Bolso de aguayo",
        "4 Sapito de la suerte",
        "4 Chullo de alpaca",
    ]
    assert person.desk.speaker.played == [Sound.TAKEN] * 10


def test_what_was_being_typed_is_still_there_afterwards(person: Person):
    person.write("3*")
    person.scan(TOAD)
    assert person.cart[0].startswith("3 Sapito"), "three of what is scanned next"
    person.write("chara")
    person.scan(TOAD)
    assert person.cart[0].startswith("4 Sapito")


def test_keys_that_wait_while_the_window_is_busy_are_still_one_code(person: Person):
    """The time is up before the rest of the code was looked at, although it came in time."""
    code = barcode(person, TOAD)
    for at, sign in enumerate(code):
        person.keyboard.now += SCANNER_MILLISECONDS
        if at == 5:
            person.window.scanner._silence.timeout.emit()
        QTest.keyPress(QGuiApplication.focusWindow(), sign)
    person.keyboard.now += SCANNER_MILLISECONDS
    QTest.keyPress(QGuiApplication.focusWindow(), Qt.Key.Key_Return)
    assert person.cart[0].startswith("1 Sapito")


@pytest.mark.parametrize(
    ("key", "text"), [(Qt.Key.Key_Tab, "\t"), (Qt.Key.Key_Enter, "\r"), (Qt.Key.Key_unknown, "\n")]
)
def test_a_code_may_end_with_a_tab_the_other_enter_or_a_line_feed(person: Person, key: Qt.Key, text: str):
    for sign in barcode(person, TOAD):
        person.keyboard.now += SCANNER_MILLISECONDS
        QTest.keyPress(QGuiApplication.focusWindow(), sign)
    person.keyboard.now += SCANNER_MILLISECONDS
    end = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    QGuiApplication.sendEvent(QGuiApplication.focusWindow(), end)
    assert person.cart[0].startswith("1 Sapito")


def test_with_a_spanish_keyboard_the_dash_is_a_dash(person: Person):
    scan_on_a_spanish_keyboard(person, TOAD)
    assert person.cart[0].startswith("1 Sapito")
    person.press("F12")
    scan_on_a_spanish_keyboard(person, TOAD)
    assert person.sees("90,00"), "and in the amount's field too"


def test_a_badge_stands_for_its_units_pieces_without_a_label(person: Person):
    person.scan(badge_code("MP07"))
    assert person.question == "Vender sin código"
    person.write("20")
    person.press("Enter")
    assert person.cart[0] == "1 Pieza sin etiqueta, Confecciones Sawuri, 20,00"


# --- while a sheet is open -----------------------------------------------------------------------------------------


def test_bargaining_goes_on_as_it_was_and_says_that_the_code_was_not_taken(person: Person):
    person.press("F4")
    person.write("60")
    person.scan(barcode(person, TOAD))
    assert person.message == not_taken(person)
    assert person.desk.speaker.played[-1] is Sound.REFUSED
    assert person.button("Poner 60,00")
    person.press("Enter")
    assert person.cart == ["1 Chullo de alpaca, Confecciones Sawuri, 60,00"]
    person.scan(barcode(person, TOAD))
    assert len(person.cart) == 2


@pytest.mark.parametrize("key", ["F3", "F6"])
def test_a_sheet_that_asks_for_a_figure_takes_none_from_a_code(person: Person, key: str):
    person.press(key)
    asked = person.question
    person.scan("2000000000015", barcode(person, TOAD))
    assert (person.question, person.message) == (asked, not_taken(person))
    person.press("Esc")
    assert person.cart == ["1 Chullo de alpaca, Confecciones Sawuri, 65,00"]


def test_among_what_is_wanted_now_and_then_the_figures_of_a_code_choose_nothing(person: Person):
    """The code begins with a 2, which by itself would take cash out: the sale goes on instead."""
    person.press("F10")
    person.scan("2000000000015")
    assert person.dialog is None
    assert person.cart[0].startswith("1 Casita de la comunidad")


def test_among_held_sales_a_code_goes_on_with_the_present_one(person: Person):
    person.press("F8")
    person.scan(TOAD)
    person.press("F8")
    person.scan(TOAD)
    assert person.dialog is None
    assert person.cart == ["2 Sapito de la suerte, Taller Illampu, 25,00"]
    assert person.has_button("En espera 1")


def test_where_cash_moves_a_code_is_no_amount(person: Person):
    person.press("F10")
    person.write("2")
    person.write("15")
    person.scan(barcode(person, TOAD))
    assert person.message.startswith("Eso es el código de un producto, no un monto.")
    assert person.sees("Bs 15,00 menos en el cajón. No se descuenta a ningún productor.")
    person.press("Esc")
    assert len(person.cart) == 1


def test_a_question_is_answered_first(person: Person):
    """The Enter that ends a code is no answer."""
    person.press("F12")
    person.touch("Justo 65,00")
    person.press("F12", "Enter", "F7")
    person.scan(receipt_digits("A", 1))
    person.touch("Anular la venta")
    asked = person.question
    person.scan(barcode(person, TOAD))
    assert person.question == asked
    assert person.desk.speaker.played[-1] is Sound.REFUSED
    person.press("Enter")
    assert person.dialog is None
    assert person.faults() == []


# --- while somebody pays -------------------------------------------------------------------------------------------


def test_while_paying_it_goes_into_the_cart_and_what_is_due_follows(person: Person):
    person.press("F12")
    person.write("100")
    assert person.sees("35,00")
    person.scan(barcode(person, TOAD))
    assert person.sees("77,50")
    assert person.sees("22,50"), "what goes back of the hundred that was given"
    person.press("Enter")
    sale = person.last_sale()
    assert ([line.sku for line in sale.lines], sale.due, sale.change) == ([CHULLO, TOAD], 7750, 2250)


def test_after_a_scan_the_next_figure_still_goes_into_the_amount(person: Person):
    person.press("F12")
    person.scan(barcode(person, TOAD))
    person.write("80")
    assert person.sees("2,50")
    person.press("Enter")
    assert person.last_sale().change == 250


def test_fast_fingers_have_typed_the_amount_before_the_key_that_finishes(person: Person):
    """The last figure may still be held back as the beginning of a code when the next key is pressed."""
    person.press("F12")
    for key in ("1", "0", "0", Qt.Key.Key_F12):
        person.keyboard.now += SCANNER_MILLISECONDS
        QTest.keyPress(QGuiApplication.focusWindow(), key)
    assert person.last_sale().change == 3500


def test_a_part_by_qr_stays_and_the_rest_grows(person: Person):
    person.press("F12")
    person.touch("QR")
    person.write("40")
    person.press("F12")
    person.scan(barcode(person, TOAD))
    assert person.has_button("Quitar QR 40,00")
    assert person.sees("37,50")
    person.touch("Justo 37,50")
    person.press("F12")
    assert person.last_sale().due == 7750


def test_in_the_operations_number_a_scan_writes_nothing(person: Person):
    person.press("F12")
    person.touch("QR")
    person.touch_field("Número de operación, si lo tiene")
    person.write("88")
    person.scan(barcode(person, TOAD))
    person.touch_first("Sí llegó")
    (tender,) = person.last_sale().tenders
    assert (tender.amount, tender.reference) == (7750, "88")


def test_an_unknown_code_while_paying_is_told_at_the_cart_and_the_payment_goes_on(person: Person):
    person.press("F12")
    person.write("100")
    person.scan("9999999")
    assert person.message == "Este código no está en la lista. Búsquelo por su nombre o toque su foto."
    assert len(person.cart) == 1
    person.press("F12")
    assert person.sees("35,00"), "the hundred is still given"
    person.press("F12")
    assert person.last_sale().change == 3500


def test_on_the_finished_sale_the_next_one_begins(person: Person):
    person.press("F12")
    person.touch("Justo 65,00")
    person.press("F12")
    person.scan(barcode(person, TOAD), barcode(person, TOAD))
    assert person.cart == ["2 Sapito de la suerte, Taller Illampu, 25,00"]


# --- where nothing is sold -----------------------------------------------------------------------------------------


def test_in_the_settings_a_field_stays_as_it_is_and_it_is_said_where_to_scan(open_till: OpenTill):
    person = open_till(name="Elena", shift=False)
    person.press_with_ctrl("5")
    person.touch("Esta caja")
    person.touch_field("Código de la caja")
    person.press("Backspace")
    person.scan(barcode(person, TOAD))
    assert person.message == "Aquí no se lee ningún código. Abra el turno y páselo otra vez."
    person.write("B")
    person.touch("Guardar")
    person.wait_until(person.window.isActiveWindow)
    assert person.desk.settings.till == "B"


def test_at_sign_in_no_figure_of_a_code_is_typed_and_no_try_is_counted(person: Person):
    person.press("F11")
    for code in (barcode(person, TOAD), "4711", badge_code("MP07"), "MP-027"):
        person.scan(code)
    assert person.message == "Aquí no se lee ningún código. Entre con su clave y páselo otra vez."
    assert person.sees("Ponga su clave"), "nobody tried a PIN"
    person.write(PIN)
    person.press("Enter")
    assert person.cart == ["1 Chullo de alpaca, Confecciones Sawuri, 65,00"], "nothing was put in behind the lock"


def test_while_the_drawer_is_counted_no_figure_of_a_code_is_counted(person: Person):
    person.press("Delete")
    person.press_with_ctrl("4")
    person.write("2")
    person.scan(barcode(person, TOAD))
    assert person.sees("400,00"), "two notes of 200"
    assert person.message == "Aquí no se lee ningún código. Vaya a Vender y páselo otra vez."


def test_among_the_producers_a_code_opens_whose_it_is(person: Person):
    person.press_with_ctrl("2")
    person.scan(barcode(person, TOAD))
    assert person.has_button("Mostrar a Taller Illampu su cuenta en dibujos")
    person.press_with_ctrl("1")
    assert len(person.cart) == 1


def test_on_the_finished_return_the_next_receipt_is_looked_up(open_till: OpenTill):
    person = open_till()
    for _ in range(2):
        person.scan(CHULLO)
        person.press("F12")
        person.touch("Justo 65,00")
        person.press("F12")
    person.press("Enter", "F7")
    person.scan(receipt_digits("A", 1), CHULLO)
    person.press("F12")
    assert person.sees("AR-000001")
    person.scan(receipt_digits("A", 2))
    assert person.sees("¿Qué vuelve de A-000002?")
