"""Selling what has no code or no price: the producer and the price, by touch and by keyboard."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from pos.domain.barcodes import badge_code
from pos.domain.money import Money, currency
from pos.services.desk import Desk
from pos.ui.scan import Scan
from pos.ui.selling.open_item_sheet import MissingPriceSheet, OpenItemSheet
from pos.ui.sheet import Sheet
from tests.builders import money
from tests.ui.conftest import MakeDesk
from tests.ui.selling_parts import a_session, show_in_window
from tests.ui.stand import PATIENCE

ENTER, BACKSPACE = Qt.Key.Key_Return, Qt.Key.Key_Backspace


class Hand:
    """A person before a sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    def write(self, text: str) -> None:
        """Type wherever the focus is."""
        for sign in text:
            QTest.keyClick(self.sheet, sign)

    def press(self, *keys: Qt.Key) -> None:
        """Press keys."""
        for key in keys:
            QTest.keyClick(self.sheet, key)

    @property
    def buttons(self) -> dict[str, QAbstractButton]:
        """The buttons on the screen by what they are called."""
        found = [button for button in self.sheet.findChildren(QAbstractButton) if button.isVisible()]
        return {button.accessibleName() or button.text(): button for button in found}

    @property
    def chosen(self) -> list[str]:
        """The producers that are filled."""
        return [name for name, button in self.buttons.items() if button.isChecked()]

    def touch(self, *names: str) -> None:
        """Touch buttons."""
        for name in names:
            QTest.mouseClick(self.buttons[name], Qt.MouseButton.LeftButton)

    def sees(self, text: str) -> bool:
        """Whether a label says this."""
        return any(label.text() == text for label in self.sheet.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def desk(make_stall: MakeDesk) -> Desk:
    """The example network's stall."""
    return make_stall()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window to put a sheet over."""
    window = QWidget()
    show_in_window(qtbot, window, (1366, 768))
    return window


Ask = Callable[[Sheet], Hand]


@pytest.fixture
def ask(qtbot: QtBot) -> Ask:
    """Opens a sheet."""

    def open_it(sheet: Sheet) -> Hand:
        sheet.ask()
        qtbot.waitUntil(sheet.isActiveWindow, timeout=PATIENCE)
        return Hand(sheet)

    return open_it


def test_by_touch_a_producer_and_a_price_make_an_item(window: QWidget, desk: Desk, ask: Ask, qtbot: QtBot):
    sheet = OpenItemSheet(window, desk, a_session(desk))
    hand = ask(sheet)
    assert not hand.buttons["Elija quién lo hizo"].isEnabled()
    hand.touch("Juana Condori")
    assert hand.chosen == ["Juana Condori"]
    assert not hand.buttons["Escriba el precio"].isEnabled()
    hand.touch("1", "2", ",", "5")
    with qtbot.waitSignal(sheet.taken, timeout=PATIENCE) as taken:
        hand.touch("Agregar a la venta")
    assert taken.args == ["JK02", money("12.50")]


def test_by_keyboard_letters_find_the_producer_and_figures_are_the_price(
    window: QWidget, desk: Desk, ask: Ask, qtbot: QtBot
):
    sheet = OpenItemSheet(window, desk, a_session(desk))
    hand = ask(sheet)
    hand.write("joya")
    assert hand.chosen == ["Joyas Phaxsi"], "the only one left is chosen"
    with qtbot.waitSignal(sheet.taken, timeout=PATIENCE) as taken:
        hand.write("140")
        hand.press(ENTER)
    assert taken.args == ["MP06", money("140.00")]


def test_enter_does_nothing_while_something_is_missing(window: QWidget, desk: Desk, ask: Ask):
    sheet = OpenItemSheet(window, desk, a_session(desk))
    taken = []
    sheet.taken.connect(lambda *args: taken.append(args))
    hand = ask(sheet)
    hand.press(ENTER)
    hand.write("5")
    hand.press(ENTER)
    hand.press(BACKSPACE)
    hand.write("joyas")
    hand.press(ENTER)
    hand.write("0")
    hand.press(ENTER)
    assert taken == []
    assert sheet.isVisible()


def test_all_producers_of_the_fair_can_be_reached_and_no_others(window: QWidget, desk: Desk, ask: Ask):
    session = a_session(desk)
    hand = ask(OpenItemSheet(window, desk, session))
    names = {unit.name for unit in session.terms.units.values()}
    seen = names & set(hand.buttons)
    while hand.buttons["Página siguiente"].isEnabled():
        hand.touch("Página siguiente")
        seen |= names & set(hand.buttons)
    assert seen == {session.terms.units[part.unit].name for part in session.exhibition.participations}


def test_arrows_go_from_one_producer_to_another(window: QWidget, desk: Desk, ask: Ask):
    hand = ask(OpenItemSheet(window, desk, a_session(desk)))
    hand.press(Qt.Key.Key_Down)
    assert hand.chosen == ["Cerámica Chualluma"]
    hand.press(Qt.Key.Key_Right)
    assert hand.chosen == ["Chocolatería Colegio Ballivián"]
    hand.press(Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert hand.chosen == ["Cerámica Chualluma"]
    hand.press(*[Qt.Key.Key_Down] * 20)
    assert len(hand.chosen) == 1, "the page goes along"


def test_letters_that_fit_nobody_are_told_and_can_be_taken_back(window: QWidget, desk: Desk, ask: Ask):
    hand = ask(OpenItemSheet(window, desk, a_session(desk)))
    hand.write("jox")
    assert hand.sees("Nadie se llama así.")
    assert hand.chosen == []
    hand.press(BACKSPACE)
    assert hand.chosen == ["Joyas Phaxsi"]


def test_a_producer_who_is_filtered_out_is_not_chosen_any_more(window: QWidget, desk: Desk, ask: Ask):
    hand = ask(OpenItemSheet(window, desk, a_session(desk)))
    hand.touch("Juana Condori")
    hand.write("familia q")
    assert hand.chosen == ["Familia Quispe Mamani"]


def test_a_scanned_badge_chooses_its_producer_and_any_other_code_is_refused(window: QWidget, desk: Desk, ask: Ask):
    sheet = OpenItemSheet(window, desk, a_session(desk))
    hand = ask(sheet)
    assert sheet.take_scan(Scan(badge_code("MP02")))
    assert hand.chosen == ["Muñecas Alteñas"]
    assert not sheet.was_refused()
    assert sheet.take_scan(Scan("MP-027"))
    assert sheet.was_refused()
    assert hand.sees("Cierre esto primero, luego páselo otra vez.")
    assert hand.chosen == ["Muñecas Alteñas"]


def test_of_a_product_without_a_price_only_the_price_is_asked(window: QWidget, desk: Desk, ask: Ask, qtbot: QtBot):
    product = desk.till.catalogue.find("MP-027")
    product = replace(product, prices={"EUR": product.prices["EUR"]})
    sheet = MissingPriceSheet(window, desk, a_session(desk), product)
    hand = ask(sheet)
    assert hand.sees("Chullo de alpaca")
    assert hand.sees("Precio en €"), "what it costs elsewhere helps to agree on a price"
    with qtbot.waitSignal(sheet.priced, timeout=PATIENCE) as priced:
        hand.write("65,5")
        hand.press(ENTER)
    assert priced.args == [product, money("65.50")]


def test_a_currency_without_decimals_takes_none(window: QWidget, desk: Desk, ask: Ask, qtbot: QtBot):
    session = a_session(desk)
    chile = replace(session, exhibition=replace(session.exhibition, currency=currency("CLP")))
    sheet = MissingPriceSheet(window, desk, chile, desk.till.catalogue.find("MP-027"))
    hand = ask(sheet)
    with qtbot.waitSignal(sheet.priced, timeout=PATIENCE) as priced:
        hand.write("12,5")
        hand.press(ENTER)
    assert priced.args[1] == Money(125, currency("CLP"))


def test_esc_closes_the_sheet_and_nothing_is_sold(window: QWidget, desk: Desk, ask: Ask, qtbot: QtBot):
    sheet = OpenItemSheet(window, desk, a_session(desk))
    hand = ask(sheet)
    hand.write("joya9")
    with qtbot.assertNotEmitted(sheet.taken), qtbot.waitSignal(sheet.left, timeout=PATIENCE):
        hand.press(Qt.Key.Key_Escape)


def test_the_badge_of_who_does_not_take_part_leaves_nobody_chosen(window: QWidget, desk: Desk, ask: Ask):
    session = a_session(desk)
    absent = session.exhibition.participations[0].unit
    rest = tuple(part for part in session.exhibition.participations if part.unit != absent)
    sheet = OpenItemSheet(window, desk, replace(session, exhibition=replace(session.exhibition, participations=rest)))
    hand = ask(sheet)
    hand.touch("Juana Condori")
    assert sheet.take_scan(Scan(badge_code(absent)))
    assert sheet.was_refused()
    assert hand.sees(f"{session.terms.unit(absent).name} no está en esta feria.")
    assert hand.chosen == []


def test_the_only_producer_of_a_fair_is_not_chosen_by_the_program(window: QWidget, desk: Desk, ask: Ask):
    session = a_session(desk)
    only = replace(session.exhibition, participations=session.exhibition.participations[:1])
    hand = ask(OpenItemSheet(window, desk, replace(session, exhibition=only)))
    assert hand.chosen == []
