"""A scanner is told from fingers by the rhythm of its keys, wherever the focus is and whatever the keyboard's layout.

Keys come through the window as the system would send them; time is told by hand, so nothing depends on this machine.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pos.domain.barcodes import receipt_digits
from pos.services.scanner_learning import TEST_CODE, Around, learnt
from pos.texts import Texts
from pos.ui.scan import Scan
from pos.ui.scanner_input import ScannerInput
from pos.ui.selling.scan_field import Entered, ScanField
from tests.ui.scanner_keys import CODE, FINGERS, SCANNER, Keyboard
from tests.ui.stand import PATIENCE


@pytest.fixture
def keyboard() -> Keyboard:
    return Keyboard()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with a field, a button and a till's scan field; the plain field has the focus."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(QLineEdit())
    column.addWidget(QPushButton("Cobrar"))
    column.addWidget(ScanField(Texts("es")))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    window.findChild(QLineEdit).setFocus()
    return window


@pytest.fixture
def scanner(window: QWidget, keyboard: Keyboard) -> Iterator[ScannerInput]:
    assert window.isVisible()
    watching = ScannerInput(keyboard.time_of)
    yield watching
    watching.stop()


@pytest.fixture
def halves(scanner: ScannerInput) -> list[bool]:
    """One for each time that a part of a code went nowhere."""
    heard: list[bool] = []
    scanner.broken.connect(lambda: heard.append(True))
    return heard


@pytest.fixture
def scans(scanner: ScannerInput) -> list[Scan]:
    """What was scanned so far."""
    heard: list[Scan] = []
    scanner.scanned.connect(heard.append)
    return heard


def codes(scans: list[Scan]) -> list[str]:
    return [scan.code for scan in scans]


def test_a_burst_in_a_text_field_is_a_scan_and_leaves_the_field_as_it_was(
    window: QWidget, keyboard: Keyboard, scanner: ScannerInput, scans: list[Scan]
):
    field = window.findChild(QLineEdit)
    keyboard.press("Vuelto ", FINGERS)
    keyboard.press(CODE, SCANNER, end=Qt.Key.Key_Return)
    assert (codes(scans), field.text()) == ([CODE], "Vuelto ")


def test_what_fingers_type_reaches_the_field_in_order(
    window: QWidget, keyboard: Keyboard, scanner: ScannerInput, scans: list[Scan]
):
    keyboard.press("50,00", FINGERS, end=Qt.Key.Key_Return)
    scanner.end_burst()
    assert (codes(scans), window.findChild(QLineEdit).text()) == ([], "50,00")


def test_fingers_that_roll_over_two_or_three_keys_are_no_scanner(
    window: QWidget, keyboard: Keyboard, scanner: ScannerInput, scans: list[Scan]
):
    keyboard.press("100", SCANNER, end=Qt.Key.Key_Return)
    assert (codes(scans), window.findChild(QLineEdit).text()) == ([], "100")


def test_fast_keys_without_an_end_go_to_the_field_once_no_more_come(
    window: QWidget, keyboard: Keyboard, scanner: ScannerInput, scans: list[Scan]
):
    keyboard.press("cuero", SCANNER)
    assert window.findChild(QLineEdit).text() == ""
    scanner.end_burst()
    assert (codes(scans), window.findChild(QLineEdit).text()) == ([], "cuero")


def test_a_scanner_that_sends_no_enter_is_understood_by_its_silence(
    window: QWidget, keyboard: Keyboard, scanner: ScannerInput, scans: list[Scan]
):
    keyboard.press(CODE, SCANNER)
    scanner.end_burst()
    assert (codes(scans), window.findChild(QLineEdit).text()) == ([CODE], "")


def test_two_scans_in_a_row_are_two_codes(
    window: QWidget, keyboard: Keyboard, scanner: ScannerInput, scans: list[Scan]
):
    keyboard.press(CODE, SCANNER, end=Qt.Key.Key_Return)
    keyboard.press("2000000000022", SCANNER, end=Qt.Key.Key_Tab)
    assert codes(scans) == [CODE, "2000000000022"]


def test_a_key_held_down_is_no_scanner(window: QWidget, keyboard: Keyboard, scanner: ScannerInput, scans: list[Scan]):
    for _ in range(12):
        keyboard.now += 30
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", autorep=True)
        QGuiApplication.sendEvent(QGuiApplication.focusWindow(), held)
    scanner.end_burst()
    assert (codes(scans), window.findChild(QLineEdit).text()) == ([], "1" * 12)


def test_a_scan_presses_no_button_that_has_the_focus(
    window: QWidget, keyboard: Keyboard, scanner: ScannerInput, scans: list[Scan]
):
    button = window.findChild(QPushButton)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.setFocus()
    keyboard.press(CODE, SCANNER, end=Qt.Key.Key_Return)
    assert (codes(scans), pressed) == ([CODE], [])


def test_in_the_scan_field_keys_are_seen_at_once_and_a_code_is_taken_back(
    window: QWidget, keyboard: Keyboard, scanner: ScannerInput, scans: list[Scan]
):
    field = window.findChild(ScanField)
    field.setFocus()
    keyboard.press("chu", FINGERS)
    assert field.text() == "chu"
    keyboard.press(CODE, SCANNER, end=Qt.Key.Key_Return)
    assert (codes(scans), field.text()) == ([CODE], "chu")


def test_a_scan_reaches_the_till_while_a_dialog_is_open(
    window: QWidget, keyboard: Keyboard, scanner: ScannerInput, scans: list[Scan], qtbot: QtBot
):
    dialog = QDialog(window)
    price = QLineEdit(dialog)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=PATIENCE)
    price.setFocus()
    keyboard.press("9", FINGERS)
    keyboard.press(CODE, SCANNER, end=Qt.Key.Key_Return)
    assert (codes(scans), price.text()) == ([CODE], "9")
    dialog.close()


def test_a_code_typed_under_a_spanish_layout_is_also_read_as_the_scanner_meant_it(
    window: QWidget, keyboard: Keyboard, scanner: ScannerInput, scans: list[Scan]
):
    """J K - 0 1 5: the key that says "-" on the scanner's keyboard says "'" on a Spanish one."""
    keyboard.press_physical("JK'015", [36, 37, 12, 11, 2, 6], shifted=frozenset({0, 1}))
    assert scans == [Scan("JK'015", "JK-015")]
    assert scans[0].readings == ("JK'015", "JK-015")


def test_digits_typed_under_a_french_layout_are_read_too(
    window: QWidget, keyboard: Keyboard, scanner: ScannerInput, scans: list[Scan]
):
    keyboard.press_physical("éààà", [3, 11, 11, 11])
    assert scans[0].readings == ("éààà", "2000")


# --- halves --------------------------------------------------------------------------------------------------------


def test_without_an_enter_only_what_is_checked_is_a_code(
    window: QWidget, keyboard: Keyboard, scanner: ScannerInput, scans: list[Scan], halves: list[bool]
):
    wholes = [CODE, receipt_digits("A", 17)]
    for code in wholes:
        keyboard.press(code, SCANNER)
        scanner.end_burst()
        keyboard.press(code[:-1], SCANNER)
        scanner.end_burst()
    assert (codes(scans), halves, window.findChild(QLineEdit).text()) == (wholes, [True, True], "")


@pytest.mark.parametrize("pause", [50, 900])
def test_half_a_code_is_none_and_neither_is_its_rest(
    window: QWidget, keyboard: Keyboard, scans: list[Scan], halves: list[bool], pause: int
):
    keyboard.press("MP-0", SCANNER)
    keyboard.go_on("2711", SCANNER, pause=pause, end=Qt.Key.Key_Return)
    assert (codes(scans), halves) == ([], [True])
    keyboard.press("2711", SCANNER, end=Qt.Key.Key_Return)
    assert codes(scans) == [], "which may have been the rest as well"
    keyboard.press(CODE, SCANNER, end=Qt.Key.Key_Return)
    keyboard.press("2711", SCANNER, end=Qt.Key.Key_Return)
    assert codes(scans) == [CODE, "2711"]


def test_in_the_scan_field_a_code_that_fell_in_two_is_whole(
    window: QWidget, keyboard: Keyboard, scans: list[Scan], halves: list[bool]
):
    field = window.findChild(ScanField)
    entered: list[Entered] = []
    field.entered.connect(entered.append)
    field.setFocus()
    keyboard.press("3*", FINGERS)
    keyboard.press("MP-0", SCANNER)
    keyboard.go_on("2711", SCANNER, pause=60, end=Qt.Key.Key_Return)
    assert (entered, codes(scans), halves) == ([Entered(3, "MP-02711")], [], [])


def test_in_the_scan_field_letters_that_stood_there_are_no_half(
    window: QWidget, keyboard: Keyboard, scans: list[Scan], halves: list[bool]
):
    field = window.findChild(ScanField)
    field.setFocus()
    keyboard.press("M", FINGERS)
    keyboard.press("P-02", SCANNER)
    keyboard.go_on("7111", SCANNER, pause=60, end=Qt.Key.Key_Return)
    assert (codes(scans), halves, field.text()) == ([], [True], "MP-02")


def test_in_the_scan_field_what_comes_later_is_no_rest(
    window: QWidget, keyboard: Keyboard, scans: list[Scan], halves: list[bool]
):
    field = window.findChild(ScanField)
    field.setFocus()
    keyboard.press("MP-0", SCANNER)
    keyboard.go_on("2711", SCANNER, pause=600, end=Qt.Key.Key_Return)
    assert (codes(scans), halves, field.text()) == ([], [True], "MP-0")


@pytest.mark.parametrize("code", [CODE, "MP-0271"])
@pytest.mark.parametrize("rest", ["", "27"])
def test_an_enter_that_comes_late_presses_nothing(
    window: QWidget, keyboard: Keyboard, scanner: ScannerInput, code: str, rest: str
):
    field = window.findChild(QLineEdit)
    entered: list[bool] = []
    field.returnPressed.connect(lambda: entered.append(True))
    keyboard.press(code, SCANNER)
    keyboard.go_on(rest, SCANNER, pause=150, end=Qt.Key.Key_Return)
    assert entered == []
    keyboard.now += FINGERS
    keyboard.press("", FINGERS, end=Qt.Key.Key_Return)
    assert entered == [True], "and one that a finger presses does"


# --- what a scanner puts around codes ------------------------------------------------------------------------------


def test_what_stands_around_codes_is_taken_off_and_told_all_the_same(
    window: QWidget, keyboard: Keyboard, scanner: ScannerInput, scans: list[Scan]
):
    scanner._around = Around("]C0", "#")
    keyboard.press(f"]E0{CODE}#", SCANNER)
    scanner.end_burst()
    keyboard.press(CODE, SCANNER, end=Qt.Key.Key_Return)
    assert codes(scans) == [CODE, CODE]
    assert scans[0].typed[0] == f"]E0{CODE}#"


def test_on_a_spanish_layout_it_is_taken_off_both_readings(
    window: QWidget, keyboard: Keyboard, scanner: ScannerInput, scans: list[Scan]
):
    """`] J K - 1`: the scanner's own `]` says `+` there, its `-` says `'`."""
    scanner._around = Around("]")
    keyboard.press_physical("+JK'1", [27, 36, 37, 12, 2], shifted=frozenset({1, 2}))
    assert scans == [Scan("JK'1", "JK-1")]


def test_the_test_sheets_code_is_learnt_from_without_an_enter(
    window: QWidget, keyboard: Keyboard, scanner: ScannerInput, scans: list[Scan]
):
    keyboard.press(f"]C0{TEST_CODE}", SCANNER)
    scanner.end_burst()
    assert learnt(scans[0].typed) == Around("]C0")
