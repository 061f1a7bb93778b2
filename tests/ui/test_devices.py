"""Devices on lines of their own: a scanner that does not type, a drawer without a printer, a pole for the buyer."""

import random
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from pos.domain.barcodes import in_store
from pos.hardware import serial_reader
from pos.hardware.interfaces import ReaderState, Sound
from pos.hardware.serial_drawer import PULSE
from pos.ui.display import pole as pole_module
from tests.hardware.plugs import Plug
from tests.ui.conftest import MakeDesk, OpenTill
from tests.ui.device_doubles import OneAtATime, PlayedDrawer, PlayedPole, PlayedReader
from tests.ui.person import SCANNER_MILLISECONDS, Person

LOST = "El lector no responde. Mire su cable."


@pytest.fixture
def reader() -> PlayedReader:
    """A scanner at COM7."""
    return PlayedReader()


@pytest.fixture
def person(open_till: OpenTill, make_stall: MakeDesk, reader: PlayedReader) -> Person:
    """Ana at a till that has it."""
    desk = make_stall(scanner="serial:COM7")
    return open_till(replace(desk, open_reader=lambda _: reader))


def pay(person: Person) -> None:
    """The exact amount in cash."""
    person.press("F12")
    person.touch_first("Justo")
    person.press("F12")


# --- a scanner -----------------------------------------------------------------------------------------------------


def test_what_a_wired_scanner_reads_is_in_the_cart(person: Person, reader: PlayedReader):
    reader.reads("MP-027", "JK-015")
    person.wait_until(lambda: len(person.cart) == 2)
    assert [row.split(",")[0] for row in person.cart] == ["1 Sapito de la suerte", "1 Chullo de alpaca"]


def test_what_it_reads_while_a_dialog_is_open_goes_into_no_cart(person: Person, reader: PlayedReader):
    reader.reads("MP-027")
    person.wait_until(lambda: len(person.cart) == 1)
    person.press("F3")
    before = len(person.desk.speaker.played)
    reader.reads("JK-015")
    person.wait_until(lambda: len(person.desk.speaker.played) > before)
    person.press("Esc")
    assert len(person.cart) == 1


def test_a_scanner_that_is_lost_is_told_and_selling_goes_on(person: Person, reader: PlayedReader):
    reader.becomes(ReaderState.WAITING)
    person.wait_until(lambda: person.sees(LOST))
    person.scan("MP-027")
    assert len(person.cart) == 1
    reader.becomes(ReaderState.READY)
    person.wait_until(lambda: not person.sees(LOST))


def test_the_scanner_outlasts_the_window_and_is_let_go_of_with_the_program(person: Person, reader: PlayedReader):
    person.press("F11")
    person.touch("Practicar")
    person.wait_until(person.window.isActiveWindow)
    person.press("F12")
    reader.reads("MP-027")
    person.wait_until(lambda: len(person.cart) == 1)
    person.leave()
    assert not reader.running


def test_without_the_extra_for_cameras_the_till_says_so_and_sells(
    open_till: OpenTill, make_stall: MakeDesk, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, "zxingcpp", None)
    person = open_till(make_stall(scanner="camera"))
    assert person.sees("La cámara necesita un complemento del programa.")
    person.scan("MP-027")
    assert len(person.cart) == 1


def test_at_a_real_line_everything_that_was_scanned_is_in_the_cart_and_nothing_else(
    open_till: OpenTill, make_stall: MakeDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(serial_reader, "PAUSE_SECONDS", 1.0)  # a busy machine may let this line rest in a code
    monkeypatch.setattr(serial_reader, "FIRST_RETRY_SECONDS", 0.01)
    chance = random.Random(3)
    plug = Plug(tmp_path / "port")
    plug.plug_in()
    person = open_till(make_stall(scanner=plug.uri))
    scans = 0
    for _ in range(4):
        person.wait_until(lambda: not person.sees(LOST))
        plug.says(b"\r")
        for _ in range(10):
            noise = bytes(chance.choice((0, 7, 27, 0x80, 0xFF)) for _ in range(chance.randint(0, 30)))
            plug.says(noise + b"\r" + chance.choice((b"MP-027", in_store(1).encode())) + b"\r")
            plug.says(b"MP-0" + noise + b"\xff27\r")
            scans += 1
        plug.says(b"JK-015\r")
        person.wait_until(lambda: person.cart[:1] != [] and "Sapito" in person.cart[0])
        person.press("Delete")
        plug.says(b"MP-02")
        plug.pull_out()
        person.wait_until(lambda: person.sees(LOST))
        plug.plug_in()
    assert sum(int(row.split()[0]) for row in person.cart) == scans
    assert len(person.cart) == 2
    person.leave()
    plug.pull_out()


# --- what a keyboard scanner puts around codes -----------------------------------------------------------------------


def test_what_a_scanner_puts_around_codes_is_taken_off(open_till: OpenTill, make_stall: MakeDesk):
    person = open_till(make_stall(scanner_prefix="]C1", scanner_suffix="#"))
    person.scan("]C1MP-027#", "JK-015")
    assert len(person.cart) == 2


def test_so_is_what_a_scanner_on_a_line_of_its_own_puts_there(
    open_till: OpenTill, make_stall: MakeDesk, reader: PlayedReader
):
    desk = make_stall(scanner="serial:COM7", scanner_prefix="]C0")
    person = open_till(replace(desk, open_reader=lambda _: reader))
    reader.reads("]E0" + in_store(1))
    person.wait_until(lambda: len(person.cart) == 1)


# --- halves of codes -------------------------------------------------------------------------------------------------


def half(person: Person, code: str) -> None:
    """A scanner's keys, the rest of which comes late."""
    for sign in code:
        person.keyboard.now += SCANNER_MILLISECONDS
        QTest.keyPress(QGuiApplication.focusWindow(), sign)
    person.keyboard.now += 400
    person.window.scanner.end_burst()


def test_half_a_code_where_an_amount_is_asked_is_told_and_pays_nothing(person: Person):
    person.scan("MP-027")
    person.press("F12")
    half(person, in_store(15)[:9])
    assert person.message.startswith("Solo llegó una parte de un código. Páselo otra vez.")
    assert person.desk.speaker.played[-1] is Sound.REFUSED
    person.keyboard.now += 60
    QTest.keyPress(QGuiApplication.focusWindow(), Qt.Key.Key_Return)
    assert person.desk.sale_finding.last("A") is None, "its Enter pays nothing"


def test_half_a_code_over_a_sheet_is_told_there(person: Person):
    person.scan("MP-027")
    person.press("F4")
    half(person, in_store(15)[:9])
    assert person.message.startswith("Solo llegó una parte de un código. Páselo otra vez.")
    person.press("Esc")
    assert len(person.cart) == 1


# --- a drawer ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("fails", "seen"), [(False, "Cajón"), (True, "Abra con la llave")])
def test_a_drawer_on_a_line_of_its_own_opens_with_a_cash_sale(
    open_till: OpenTill, make_stall: MakeDesk, fails: bool, seen: str
):
    drawer = PlayedDrawer(fails)
    person = open_till(replace(make_stall(drawer="serial:COM9"), open_drawer=lambda _: drawer))
    person.scan("MP-027")
    pay(person)
    person.wait_until(lambda: person.sees(seen))
    assert drawer.opened == (not fails)


def test_at_a_real_line_it_gets_its_pulse_once_and_none_in_practice(
    open_till: OpenTill, make_stall: MakeDesk, tmp_path: Path
):
    plug = Plug(tmp_path / "drawer")
    plug.plug_in()
    person = open_till(make_stall(drawer=plug.uri))
    for _ in range(2):
        person.scan("MP-027")
        pay(person)
        assert person.last_sale().due == 6500
        person.press("F11")
        person.touch("Practicar")
        person.wait_until(person.window.isActiveWindow)
        person.press("F12")
    assert person.desk.practice
    person.leave()
    assert plug.hears(len(PULSE)) == PULSE
    assert plug.is_quiet
    plug.pull_out()


def test_it_stays_shut_where_no_cash_is_given(open_till: OpenTill, make_stall: MakeDesk):
    drawer = PlayedDrawer()
    person = open_till(replace(make_stall(drawer="serial:COM9"), open_drawer=lambda _: drawer))
    person.scan("MP-027")
    person.press("F12")
    person.touch("Tarjeta")
    person.touch_first("Todo lo que falta")
    person.press("F12")
    assert person.last_sale().due == 6500
    person.window._printing._drawer.stop()
    assert drawer.opened == 0


# --- a pole --------------------------------------------------------------------------------------------------------


def test_the_pole_follows_the_sale(open_till: OpenTill, make_stall: MakeDesk):
    pole = PlayedPole()
    person = open_till(replace(make_stall(pole="serial:COM8"), open_pole=lambda _: pole))
    person.wait_until(lambda: pole.shown[-1:] == [("Red Manos Productiva", "Bienvenidos         ")])
    person.scan("MP-027")
    person.wait_until(lambda: pole.shown[-1] == ("Chullo de alpa 65,00", "Total          65,00"))
    person.press("F12")
    person.write("100")
    person.wait_until(lambda: pole.shown[-1] == ("Total          65,00", "Su vuelto      35,00"))
    person.press("F12")
    person.wait_until(lambda: pole.shown[-1] == ("Su vuelto      35,00", "¡Gracias!           "))
    assert {len(line) for lines in pole.shown for line in lines if line} == {20}


def test_a_pole_that_fails_disturbs_nobody(open_till: OpenTill, make_stall: MakeDesk):
    pole = PlayedPole(fails=True)
    person = open_till(replace(make_stall(pole="serial:COM8"), open_pole=lambda _: pole))
    person.scan("MP-027")
    pay(person)
    assert person.last_sale().due == 6500
    person.leave()
    assert pole.closed


def test_a_pole_that_comes_back_shows_what_is_sold_by_itself(
    open_till: OpenTill, make_stall: MakeDesk, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pole_module, "FIRST_RETRY_SECONDS", 0.01)
    monkeypatch.setattr(pole_module, "LONGEST_RETRY_SECONDS", 0.01)
    pole = PlayedPole(fails=True)
    person = open_till(replace(make_stall(pole="serial:COM8"), open_pole=lambda _: pole))
    person.scan("MP-027")
    pole.fails = False
    person.wait_until(lambda: pole.shown[-1:] == [("Chullo de alpa 65,00", "Total          65,00")])


def test_a_window_made_anew_shows_the_sale_on_the_pole(
    open_till: OpenTill, make_stall: MakeDesk, monkeypatch: pytest.MonkeyPatch
):
    """The window before it has the line still open as the new one begins."""
    monkeypatch.setattr(pole_module, "FIRST_RETRY_SECONDS", 0.01)
    line = OneAtATime()
    person = open_till(replace(make_stall(pole="serial:COM8"), open_pole=lambda _: line.pole()))
    person.scan("MP-027")
    person.wait_until(lambda: line.shown[-1:] == [("Chullo de alpa 65,00", "Total          65,00")])
    line.shown.clear()
    person.press_with_ctrl("5")
    person.touch("Idioma")
    person.touch("English")
    person.wait_until(person.window.isActiveWindow)
    person.wait_until(lambda: line.shown[-1:] == [("Chullo de alpa 65,00", "Total          65,00")])
