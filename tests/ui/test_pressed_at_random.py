"""Whatever is pressed, touched and scanned in whatever order: nothing fails, and the books stay whole."""

import random
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from tests.ui.conftest import MakeDesk, OpenTill
from tests.ui.person import KEYS, Person, _name

STEPS = 250
LEFT_ALONE = {"Apagar", "Idioma"}
"""They close the window, or open a menu that the offscreen screen can't grab the keys for."""
PAYS = ("Justo", "Todo lo que falta", "Sí", "Hacer la")
"""Beginnings of what is touched on the way to money."""
WRITTEN = ("1", "2", "5", "10", "50", "100", "3*", "1234", "mu", "cha", "0")


class Restless:
    """Somebody who does anything at all."""

    def __init__(self, person: Person, seed: int) -> None:
        self.person = person
        self._chance = random.Random(seed)
        products = person.desk.till.catalogue.first(30)
        unknown = ["A1", "2000000000016", "9999", "A-000001", "101000001"]
        self._codes = [product.barcode or product.sku for product in products] + unknown

    def act(self) -> None:
        """Do one thing."""
        match self._chance.randrange(10):
            case 0 | 1 | 2 | 3:
                self._touch(self._chance.choice(self._buttons() or [None]))
            case 4 | 5:
                self.person.scan(self._chance.choice(self._codes))
            case 6:
                self.person.write(self._chance.choice(WRITTEN))
            case 7 | 8:
                self.person.press(self._chance.choice(list(KEYS)))
            case _:
                self._pay()
        if self._locked():
            self.person.sign_in("Marcelo")

    def _pay(self) -> None:
        self.person.press("F12")
        likely = [button for button in self._buttons() if _name(button).startswith(PAYS)]
        self._touch(likely[0] if likely else None)
        self.person.press("F12")

    def _buttons(self) -> list[QAbstractButton]:
        front = QApplication.activeModalWidget() or self.person.window
        return [
            button
            for button in front.findChildren(QAbstractButton)
            if button.isVisible() and button.isEnabled() and _name(button) not in LEFT_ALONE
        ]

    def _locked(self) -> bool:
        return QApplication.activeModalWidget() is None and any(_name(b) == "Entrar" for b in self._buttons_shown())

    def _buttons_shown(self) -> list[QAbstractButton]:
        return [button for button in self.person.window.findChildren(QAbstractButton) if button.isVisible()]

    @staticmethod
    def _touch(button: QAbstractButton | None) -> None:
        if button is not None:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("seed", [20261205, 20261206, 20261207, 20261208])
def test_nothing_that_is_pressed_breaks_anything(open_till: OpenTill, make_stall: MakeDesk, tmp_path: Path, seed: int):
    person = open_till(make_stall(printer=f"file:{tmp_path / 'paper.bin'}"), name="Marcelo")
    restless = Restless(person, seed)
    for _ in range(STEPS):
        restless.act()
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()
    assert person.faults() == []
    assert person.desk.sale_finding.last("A") is not None, "something was sold"
