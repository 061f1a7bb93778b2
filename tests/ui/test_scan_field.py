"""When the scan field searches: at each letter that fingers type, and not before a scanner's keys pause."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pos.texts import Texts
from pos.ui.selling.scan_field import SEARCH_AFTER, ScanField
from tests.ui.stand import PATIENCE


class Typing:
    """Types into the field, so many milliseconds after the key before, and keeps what is searched."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.field = ScanField(Texts("es"))
        self.searched: list[str] = []
        self.field.searched.connect(self.searched.append)
        self._now = 1_000
        qtbot.addWidget(self.field)
        self.field.show()

    def type(self, text: str, gap: int) -> None:
        for sign in text:
            self._press(Qt.Key.Key_unknown, sign, gap)

    def delete(self, gap: int) -> None:
        self._press(Qt.Key.Key_Backspace, "\b", gap)

    def _press(self, key: Qt.Key, sign: str, gap: int) -> None:
        self._now += gap
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, sign)
        event.setTimestamp(self._now)
        QApplication.sendEvent(self.field, event)


FINGERS, SCANNER = SEARCH_AFTER + 1, 5


@pytest.fixture
def typing(qtbot: QtBot) -> Typing:
    return Typing(qtbot)


def test_what_fingers_type_is_searched_at_each_letter_from_the_second_on(typing: Typing):
    typing.type("chul", FINGERS)
    assert typing.searched == ["ch", "chu", "chul"]


def test_keys_as_fast_as_a_scanner_are_searched_once_they_pause(typing: Typing):
    typing.type("MP-027", SCANNER)
    assert typing.searched == []
    typing.qtbot.waitUntil(lambda: typing.searched == ["MP-027"], timeout=PATIENCE)


def test_while_a_name_is_searched_each_letter_less_is_searched_too(typing: Typing):
    typing.type("chu", FINGERS)
    typing.delete(FINGERS)
    typing.delete(FINGERS)
    assert typing.searched == ["ch", "chu", "ch", "c"]


def test_the_last_letter_gone_ends_the_search_once(typing: Typing):
    typing.type("ch", FINGERS)
    for _ in range(2):
        typing.delete(FINGERS)
    assert typing.searched == ["ch", "c", ""]
    assert not typing.field.is_searching


def test_figures_are_a_code_and_not_searched(typing: Typing):
    typing.type("2000000000015", FINGERS)
    assert typing.searched == []


def test_once_the_search_is_asked_for_figures_are_searched_too(typing: Typing):
    typing.field.begin_search()
    typing.type("27", FINGERS)
    assert typing.searched == ["", "2", "27"]
