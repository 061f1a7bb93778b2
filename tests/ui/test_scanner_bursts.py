"""Ten thousand bursts of a scanner's keys, whole ones and halves, noise and fingers between them: no wrong product."""

import random
from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pos.services.scanner_learning import Around
from pos.texts import Texts
from pos.ui.scan import Scan
from pos.ui.scanner_input import ScannerInput
from pos.ui.selling.scan_field import Entered, ScanField
from tests.scanned_codes import CODES
from tests.ui.stand import PATIENCE

BURSTS = 10_000
ENDS = [(Qt.Key.Key_Return, "\r"), (Qt.Key.Key_Enter, "\r"), (Qt.Key.Key_Tab, "\t"), (Qt.Key.Key_unknown, "\n")]


class Stall:
    """A scanner, somebody's fingers, and what came of either since the last burst."""

    def __init__(self, window: QWidget, chance: random.Random) -> None:
        self._window, self._chance = window, chance
        self.now = 1_000
        self.fields = window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self.named: list[Sequence[str]] = []
        self.broken = 0
        self.scanner = ScannerInput(lambda _: self.now)
        self.scanner.scanned.connect(self._note_scan)
        self.scanner.broken.connect(self._note_half)
        field = window.findChild(ScanField)
        field.entered.connect(self._note_entered)
        self._scan_field = field

    def _note_scan(self, scan: Scan) -> None:
        self.named.append(scan.readings)

    def _note_half(self) -> None:
        self.broken += 1

    def _note_entered(self, entered: Entered) -> None:
        self.named.append([entered.text])
        self._scan_field.clear()

    def clear(self) -> None:
        """Take out what a broken code left behind, as anybody would."""
        self._scan_field.clear()

    def key(self, text: str, key: Qt.Key = Qt.Key.Key_unknown) -> None:
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
        QGuiApplication.sendEvent(self._window.windowHandle(), event)

    def types(self, text: str) -> None:
        """As a scanner does."""
        for sign in text:
            self.now += self._chance.randint(1, 35)
            self.key(sign)

    def ends(self) -> None:
        self.now += self._chance.randint(1, 35)
        key, text = self._chance.choice(ENDS)
        self.key(text, key)

    def rests(self, least: int, most: int) -> None:
        """No key comes for so long; now and then the window has time to see that."""
        self.now += self._chance.randint(least, most)
        if self._chance.random() < 0.5:
            self.scanner.end_burst()


@pytest.fixture
def stall(qtbot: QtBot) -> Iterator[Stall]:
    """A window with a field for an amount, a button, and the scan field."""
    window = QWidget()
    column = QVBoxLayout(window)
    for part in (QLineEdit(), QPushButton("Cobrar"), ScanField(Texts("es"))):
        column.addWidget(part)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    made = Stall(window, random.Random(20261205))
    yield made
    made.scanner.stop()


def send(stall: Stall, code: str, chance: random.Random) -> bool:
    """One burst of whatever kind; whether it was whole."""
    match chance.randrange(6):
        case 0 | 1:
            stall.types(code)
            stall.ends()
            return True
        case 2:  # a scanner that was never set to send an Enter
            stall.types(code)
        case 3:  # a radio that stumbles: a single key can't be told from a finger's for longer than this
            cut = chance.randint(1, len(code) - 1)
            stall.types(code[:cut])
            stall.rests(36, 60 if cut == 1 else 900)
            stall.types(code[cut:])
            if chance.random() < 0.8:
                stall.ends()
        case 4:  # the rest never comes
            stall.types(code[: chance.randint(1, len(code) - 1)])
        case _:  # a damaged code: keys that no code holds
            at = chance.randrange(len(code) + 1)
            stall.types(code[:at] + chance.choice("ñ?¡¿€~") + code[at:])
            stall.ends()
    return False


@pytest.mark.parametrize("around", [Around(), Around("]C0"), Around("", "#")])
def test_each_burst_names_its_own_product_or_none(stall: Stall, around: Around):
    chance = random.Random(42)
    stall.scanner._around = around
    whole = taken = 0
    for _ in range(BURSTS // 3 + 1):
        stall.rests(300, 3_000)
        if chance.random() < 0.1:
            stall.fields[chance.randrange(3)].setFocus()
        if chance.random() < 0.1:
            stall.key(chance.choice("37*a"))  # a finger
            stall.rests(150, 1_500)
        stall.named.clear()
        code = chance.choice(CODES)
        is_whole = send(stall, f"{around.prefix}{code}{around.suffix}", chance)
        stall.scanner.end_burst()
        named = {reading for readings in stall.named for reading in readings} & set(CODES)
        assert named <= {code}, f"{code} was taken for {named}"
        if not is_whole:
            stall.clear()  # letters that stand there pass for typed ones, and so would two or three more
        whole += is_whole
        taken += is_whole and named == {code}
    assert stall.broken > 100
    assert taken > whole * 3 // 4, "what came soon after a half is not taken, all else is"


def test_random_keys_name_nothing(stall: Stall):
    chance = random.Random(7)
    for _ in range(100):
        stall.rests(300, 3_000)
        stall.types("".join(chance.choices("0123456789-MPJK ", k=chance.randint(1, 200))))
        stall.ends()
    assert {reading for readings in stall.named for reading in readings} & set(CODES) == set()
