"""The buyer's own screen: what is on it in each moment of a sale, in whose language, and that it takes nothing away."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from pos.domain.basket import Basket
from pos.domain.money import Money
from pos.domain.sales import Sale
from pos.domain.tenders import Tender, TenderKind, tender
from pos.services.desk import Desk
from pos.settings import Places, Settings, write_settings
from pos.ui.display.buyer_sight import BuyerPage
from pos.ui.display.customer_cart import BuyerLine, NewestLine
from pos.ui.display.customer_display import CustomerDisplay
from pos.ui.look.emblems import Band
from pos.ui.look.words import Words
from tests.house.sources import ROOT
from tests.ui.conftest import MakeDesk
from tests.ui.selling_parts import a_session, with_photos
from tests.ui.stand import PATIENCE

SIZES = [(1366, 768), (1920, 1080), (1024, 600), (800, 480)]


class Buyer:
    """Somebody who looks at their screen."""

    def __init__(self, qtbot: QtBot, desk: Desk, size: tuple[int, int] = (1366, 768), *, practice: bool = False):
        self.desk, self.session = desk, a_session(desk)
        self.display = CustomerDisplay(desk, practice=practice)
        qtbot.addWidget(self.display)
        self.display.resize(*size)
        self.display.show()
        self.display.show_idle(self.session)

    def basket(self, *skus: str, language: str = "es") -> Basket:
        basket = Basket(self.session.exhibition.currency, language)
        for sku in skus:
            basket = basket.add(self.desk.till.catalogue.find(sku))
        return basket

    def paid(self, kind: TenderKind, amount: int) -> Tender:
        return tender(kind, Money(amount, self.session.exhibition.currency), self.session.exhibition)

    def sell(self, basket: Basket, amount: int) -> Sale:
        if self.desk.till.shifts.current("A") is None:
            self.desk.till.shifts.open(self.desk.act(), "Ana Mayta", {basket.currency.code: {"10.00": 1}})
        return self.desk.till.selling.finish(self.desk.act(), basket, [self.paid(TenderKind.CASH, amount)]).sale

    def sees(self, text: str) -> bool:
        return text in self.labels

    @property
    def labels(self) -> list[str]:
        return [label.text() for label in self._seen(QLabel) if label.text()]

    @property
    def newest(self) -> str:
        return self._seen(NewestLine)[0].accessibleName()

    @property
    def lines(self) -> list[str]:
        return [line.accessibleName() for line in sorted(self._seen(BuyerLine), key=QWidget.y)]

    def clipped(self) -> set[str]:
        return {words.text() for words in self._seen(Words) if words.clipped}

    def _seen(self, kind: type) -> list:
        return [widget for widget in self.display.findChildren(kind) if widget.isVisible()]


@pytest.fixture
def buyer(qtbot: QtBot, make_stall: MakeDesk) -> Buyer:
    return Buyer(qtbot, with_photos(make_stall()))


# --- what is shown -----------------------------------------------------------------------------------------------


def test_with_no_sale_it_says_who_sells_where_and_shows_three_things(buyer: Buyer):
    assert buyer.display.page is BuyerPage.WELCOME
    for text in ("Red Manos Productivas", "Feria de Navidad · La Paz", "Bienvenidos", "Welcome"):
        assert buyer.sees(text)
    assert len(buyer.display._products) == 3
    assert len({maker.unit for product in buyer.display._products for maker in product.makers}) >= 3
    (band,) = buyer.display.findChildren(Band)
    assert band.height() == 24


def test_lines_stand_there_as_they_are_scanned_the_newest_large(buyer: Buyer, qtbot: QtBot):
    basket = buyer.basket("CB-005", "JK-015", "MP-027")
    buyer.display.show_cart(basket)
    qtbot.waitUntil(lambda: len(buyer.lines) == 2, timeout=PATIENCE)
    assert buyer.newest == "Chullo de alpaca, Confecciones Sawuri"
    assert buyer.lines == ["1 × Sapito de la suerte, 12,50", "1 × Incensario de Chualluma, 45,00"]
    for text in ("Alpaca chullo", "122,50", "3 piezas", "Hecho a mano por 3 talleres", "Made by hand in 3 workshops"):
        assert buyer.sees(text), text


def test_the_line_that_changed_last_is_the_large_one(buyer: Buyer):
    basket = buyer.basket("CB-005", "MP-027")
    buyer.display.show_cart(basket)
    buyer.display.show_cart(basket.with_qty(0, 3))
    assert "Cerámica Chualluma" in buyer.newest
    buyer.display.show_cart(basket.with_qty(0, 3))
    assert "Cerámica Chualluma" in buyer.newest


def test_a_yapa_is_a_gift_and_has_no_price(buyer: Buyer):
    buyer.display.show_cart(buyer.basket("MP-027").add_yapa(buyer.desk.till.catalogue.find("MP-003")))
    assert buyer.sees("YAPA")
    assert buyer.sees("Un regalo para usted · A gift for you")
    assert not buyer.sees("0,00")


def test_the_total_is_told_in_foreign_money_at_the_rates_of_the_day(buyer: Buyer):
    buyer.display.show_cart(buyer.basket("MP-027"))
    for text in ("Dólares a 9,70", "US$ 6,70", "Euros a 11,20", "€ 5,80"):
        assert buyer.sees(text)


def test_a_discount_on_the_sale_is_told(buyer: Buyer):
    money = buyer.session.exhibition.currency
    buyer.display.show_cart(buyer.basket("MP-027").discounted(Money(500, money)))
    assert buyer.sees("−5,00")
    assert buyer.sees("60,00")


def test_a_discount_that_the_lines_no_longer_bear_shows_no_error(buyer: Buyer):
    basket = buyer.basket("MP-027")
    buyer.display.show_cart(basket)
    buyer.display.show_cart(basket.discounted(Money(100_000, basket.currency)))
    assert buyer.sees("65,00")


def test_what_was_paid_and_what_is_missing_or_goes_back_is_told(buyer: Buyer):
    buyer.display.show_cart(buyer.basket("MP-027"))
    buyer.display.show_payment(6500, [buyer.paid(TenderKind.CARD, 2000)])
    assert buyer.sees("Falta pagar · Still to pay")
    assert buyer.sees("45,00")
    assert buyer.sees("US$ 4,64")
    buyer.display.show_payment(6500, [buyer.paid(TenderKind.CARD, 2000), buyer.paid(TenderKind.CASH, 5000)])
    assert buyer.sees("Su vuelto · Your change")
    assert buyer.sees("5,00")
    buyer.display.show_cart(buyer.basket("MP-027"))
    assert not buyer.sees("Su vuelto · Your change")


def test_the_qr_is_shown_with_its_amount_and_the_sale_comes_back(buyer: Buyer):
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    assert image.save(str(buyer.desk.places.home / "qr.png"))
    buyer.display.show_cart(buyer.basket("MP-027"))
    buyer.display.show_qr(6500)
    assert buyer.display.page is BuyerPage.QR
    for text in ("Pague con este QR", "Pay with this QR", "65,00", "Escriba este monto exacto"):
        assert buyer.sees(text)
    buyer.display.show_qr(None)
    assert buyer.display.page is BuyerPage.CART


def test_without_a_picture_the_amount_stands_alone(buyer: Buyer):
    buyer.display.show_cart(buyer.basket("MP-027"))
    buyer.display.show_qr(6500)
    assert buyer.sees("Pague por QR")
    assert buyer.sees("65,00")


def test_change_and_thanks_stay_for_a_while_and_then_it_welcomes_the_next(buyer: Buyer, qtbot: QtBot):
    basket = buyer.basket("MP-027")
    buyer.display.show_cart(basket)
    buyer.display._thanking.setInterval(1)
    buyer.display.show_change(buyer.sell(basket, 10000))
    for text in ("Su vuelto, Bs", "35,00", "¡Gracias por su compra!", "Thank you for buying!"):
        assert buyer.sees(text)
    qtbot.waitUntil(lambda: buyer.display.page is BuyerPage.WELCOME, timeout=PATIENCE)


def test_the_thanks_outlast_an_empty_cart_and_not_the_next_product(buyer: Buyer):
    basket = buyer.basket("MP-027")
    buyer.display.show_change(buyer.sell(basket, 6500))
    buyer.display.show_cart(Basket(basket.currency))
    buyer.display.show_idle(buyer.session)
    assert buyer.display.page is BuyerPage.THANKS
    buyer.display.show_cart(basket)
    assert buyer.display.page is BuyerPage.CART
    assert not buyer.display._thanking.isActive()


def test_practice_is_written_over_everything(qtbot: QtBot, make_stall: MakeDesk):
    assert Buyer(qtbot, make_stall(), practice=True).sees("PRÁCTICA")


def test_a_sale_in_german_is_german_with_english_below(qtbot: QtBot, make_stall: MakeDesk):
    buyer = Buyer(qtbot, make_stall(exhibition="BER-27"))
    buyer.display.show_cart(buyer.basket("JK-015", "JK-015", language="de"))
    for text in ("2 Stück", "Von Hand gemacht in 1 Werkstatt", "Made by hand in 1 workshop", "€"):
        assert buyer.sees(text), text


def test_a_language_without_texts_is_said_in_spanish(buyer: Buyer):
    buyer.display.show_cart(buyer.basket("MP-027", language="ay"))
    assert buyer.sees("1 pieza")


@pytest.mark.parametrize("size", SIZES, ids=["usual", "large", "small", "smallest"])
def test_nothing_on_it_is_cut_off(qtbot: QtBot, make_stall: MakeDesk, size: tuple[int, int]):
    buyer = Buyer(qtbot, make_stall(), size)
    found = {"welcome": buyer.clipped()}
    basket = buyer.basket("MP-015", "MP-026", "MP-027", "MP-031", "ES-001", "JK-015").with_qty(1, 12)
    basket = basket.add_yapa(buyer.desk.till.catalogue.find("MP-003"))
    buyer.display.show_cart(basket)
    qtbot.waitUntil(lambda: len(buyer.lines) > 0, timeout=PATIENCE)
    found["cart"] = buyer.clipped()
    buyer.display.show_payment(basket.due, [buyer.paid(TenderKind.QR, 10000)])
    found["paying"] = buyer.clipped()
    buyer.display.show_qr(basket.due)
    found["qr"] = buyer.clipped()
    buyer.display.show_change(buyer.sell(basket, basket.due + 1000))
    found["thanks"] = buyer.clipped()
    assert {where: texts for where, texts in found.items() if texts} == {}


# --- where it stands ---------------------------------------------------------------------------------------------


def test_with_one_screen_it_is_hidden_and_says_so(buyer: Buyer):
    told: list[bool] = []
    buyer.display.placed.connect(told.append)
    buyer.display.place_on(QGuiApplication.screens())
    assert not buyer.display.isVisible()
    assert told == [False]


def test_it_closes_with_the_till_and_takes_no_key(buyer: Buyer, qtbot: QtBot):
    till = QWidget()
    qtbot.addWidget(till)
    till.show()
    till.activateWindow()
    qtbot.waitUntil(till.isActiveWindow, timeout=PATIENCE)
    buyer.display.follow(till)
    buyer.display.show()
    buyer.display.show_change(replace(buyer.sell(buyer.basket("MP-027"), 6500)))
    assert till.isActiveWindow()
    assert buyer.display.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert buyer.display.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    till.hide()
    assert not buyer.display.isVisible()
    assert not buyer.display._thanking.isActive()


TWO_SCREENS = """
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pos.ui.display.customer_display import CustomerDisplay
from pos.wiring import open_desk
app = QApplication([])
with open_desk(None) as desk:
    till = QWidget()
    till.setGeometry(0, 0, 400, 300)
    till.show()
    display = CustomerDisplay(desk)
    display.follow(till)
    own = till.screen()
    [other] = [screen for screen in app.screens() if screen != own]
    def tell():
        app.processEvents()
        where = display.geometry()
        print(where.x(), where.width(), display.isFullScreen() if display.isVisible() else "away")
    tell()
    display.place_on([own])
    tell()
    app.screenAdded.emit(other)
    tell()
    display.hide()
    other.geometryChanged.emit(other.geometry())
    tell()
    till.hide()
    tell()
"""
SHOWN, AWAY = "1366 1366 True", "1366 1366 away"


def on_two_screens(home: Path) -> list[str]:
    """Where a display is at a till of that home, with a second screen named `buyer`: as the program begins, as that one
    is pulled out, plugged in again, changed, and as the till closes."""
    screens = [
        {"name": name, "x": x, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for name, x in (("till", 0), ("buyer", 1366))
    ]
    configuration = home.parent / "screens.json"
    configuration.write_text(json.dumps({"synchronousWindowSystemEvents": True, "screens": screens}))
    answer = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={configuration}", "POS_HOME": str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Traceback" not in answer.stderr, answer.stderr
    return answer.stdout.splitlines()


@pytest.mark.parametrize("wanted", ["", "buyer"])
def test_it_fills_the_second_screen_where_there_is_one(tmp_path: Path, wanted: str):
    home = tmp_path / "home"
    home.mkdir()
    write_settings(Places(home).settings, Settings(customer_screen=wanted))
    assert on_two_screens(home) == [SHOWN, AWAY, SHOWN, SHOWN, AWAY]


@pytest.mark.parametrize("wanted", ["none", "HDMI-2"])
def test_it_stays_away_where_the_settings_name_another_screen_or_none(tmp_path: Path, wanted: str):
    home = tmp_path / "home"
    home.mkdir()
    write_settings(Places(home).settings, Settings(customer_screen=wanted))
    assert {line.rpartition(" ")[2] for line in on_two_screens(home)} == {"away"}
