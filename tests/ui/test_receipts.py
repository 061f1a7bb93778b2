"""Receipts: a sale never waits for its paper, and what the paper does is shown as it is."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pos.hardware.interfaces import PrinterTrouble
from pos.services.desk import Desk
from tests.ui.conftest import MakeDesk, OpenTill
from tests.ui.person import Person
from tests.ui.stand import PATIENCE, Gate, ScriptedPrinter, failing


def sell(person: Person, sku: str = "MP-027") -> None:
    """Sell one piece for exact cash."""
    person.scan(sku)
    person.press("F12")
    (exact,) = [
        b for b in person.window._payment.findChildren(type(person.window._payment._exact)) if "Justo" in b.text()
    ]
    person.touch(exact.text())
    person.press("F12")


@pytest.fixture
def stall_with(make_stall: MakeDesk):
    """Makes a desk whose printer is the one given."""

    def make(printer: ScriptedPrinter) -> Desk:
        return replace(make_stall(printer="tcp://127.0.0.1:9100"), open_printer=lambda _: printer)

    return make


def settled(person: Person) -> bool:
    """Whether the printer has nothing in hand."""
    return person.window._printing.state.stage.value != "printing"


def test_a_sale_without_a_printer_is_a_sale(open_till: OpenTill):
    person = open_till()
    sell(person)
    assert "Sin impresora" in person.labels
    assert person.last_sale().receipt == "A-000001"
    assert not person.has_button("Otra copia")
    assert person.desk.print_queue.waiting() == 0, "nothing piles up for a printer that is not there"


def test_a_receipt_is_printed_and_said_to_be(open_till: OpenTill, make_stall: MakeDesk, tmp_path: Path, qtbot: QtBot):
    paper = tmp_path / "papel.bin"
    person = open_till(make_stall(printer=f"file:{paper}"))
    sell(person)
    qtbot.waitUntil(lambda: person.sees("Impreso"), timeout=PATIENCE)
    assert paper.read_bytes().startswith(b"\x1b@")
    assert person.desk.print_queue.waiting() == 0
    before = paper.stat().st_size
    person.press("F9")
    qtbot.waitUntil(lambda: paper.stat().st_size > before, timeout=PATIENCE)
    assert b"COPIA" in paper.read_bytes()[before:]


def test_a_printer_that_is_gone_stops_no_sale_and_gets_its_receipts_later(
    open_till: OpenTill, stall_with, qtbot: QtBot
):
    printer = ScriptedPrinter(failing(PrinterTrouble.REFUSED))
    person = open_till(stall_with(printer))
    sell(person)
    qtbot.waitUntil(lambda: person.sees("Falta imprimir"), timeout=PATIENCE)
    assert person.message
    assert person.last_sale().receipt == "A-000001"
    sell(person)
    qtbot.waitUntil(lambda: settled(person) and person.desk.print_queue.waiting() == 2, timeout=PATIENCE)
    assert person.has_button("No imprime · 2")
    printer.answer = lambda: None
    person.touch("No imprime · 2")
    qtbot.waitUntil(lambda: len(printer.printed) == 2 and settled(person), timeout=PATIENCE)
    assert person.sees("Impreso")
    assert person.message == ""
    assert person.faults() == []


def test_printing_again_sends_the_receipt_that_waits_and_no_copy(open_till: OpenTill, stall_with, qtbot: QtBot):
    printer = ScriptedPrinter(failing(PrinterTrouble.NOT_FOUND))
    person = open_till(stall_with(printer))
    sell(person)
    qtbot.waitUntil(lambda: person.has_button("Imprimir otra vez"), timeout=PATIENCE)
    printer.answer = lambda: None
    person.press("F9")
    qtbot.waitUntil(lambda: person.sees("Impreso"), timeout=PATIENCE)
    assert b"COPIA" not in printer.printed[0]
    assert person.desk.print_queue.waiting() == 0


def test_the_window_sells_on_while_the_printer_holds_a_receipt(open_till: OpenTill, stall_with, qtbot: QtBot):
    gate = Gate()
    printer = ScriptedPrinter(gate.wait)
    person = open_till(stall_with(printer))
    sell(person)
    qtbot.waitUntil(gate.reached.is_set, timeout=PATIENCE)
    assert person.sees("Imprimiendo…")
    sell(person, "JK-015")
    assert person.last_sale().receipt == "A-000002"
    assert printer.printed == []
    gate.open()
    qtbot.waitUntil(lambda: len(printer.printed) == 2 and settled(person), timeout=PATIENCE)
    assert person.desk.print_queue.waiting() == 0


def test_a_receipt_that_broke_off_is_not_sent_again_by_itself(open_till: OpenTill, stall_with, qtbot: QtBot):
    printer = ScriptedPrinter(failing(PrinterTrouble.BROKE_OFF))
    person = open_till(stall_with(printer))
    sell(person)
    qtbot.waitUntil(lambda: person.sees("Quizá a medias"), timeout=PATIENCE)
    printer.answer = lambda: None
    sell(person)
    qtbot.waitUntil(lambda: len(printer.printed) == 1 and settled(person), timeout=PATIENCE)
    assert [job.event.receipt for job in person.desk.print_queue.uncertain()] == ["A-000001"]


def test_closing_the_window_waits_for_the_receipt_and_notes_that_it_is_printed(
    open_till: OpenTill, stall_with, qtbot: QtBot
):
    gate = Gate()
    person = open_till(stall_with(ScriptedPrinter(gate.wait)))
    sell(person)
    qtbot.waitUntil(gate.reached.is_set, timeout=PATIENCE)
    gate.open()
    person.window.close()
    assert person.desk.print_queue.waiting() == 0
    assert person.desk.print_queue.uncertain() == ()


def test_what_waited_from_before_is_printed_when_the_till_opens(open_till: OpenTill, stall_with, qtbot: QtBot):
    printer = ScriptedPrinter(failing(PrinterTrouble.REFUSED))
    desk = stall_with(printer)
    person = open_till(desk)
    sell(person)
    qtbot.waitUntil(lambda: settled(person), timeout=PATIENCE)
    person.window.close()
    printer.answer = lambda: None
    again = open_till(desk)
    again.window.print_waiting()
    qtbot.waitUntil(lambda: len(printer.printed) == 1 and settled(again), timeout=PATIENCE)


def test_an_address_that_is_no_printers_is_told_and_stops_nothing(open_till: OpenTill, make_stall: MakeDesk):
    person = open_till(make_stall(printer="lpt1"))
    sell(person)
    assert "lpt1" in person.message
    assert person.sees("No se imprimió")
    assert person.last_sale().receipt == "A-000001"
