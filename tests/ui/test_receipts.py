"""Receipts: a sale never waits for its paper, and what the paper does is shown as it is."""

from dataclasses import replace
from pathlib import Path

import pytest

from pos.hardware.interfaces import PrinterStatus, PrinterTrouble
from pos.services.desk import Desk
from tests.ui.conftest import MakeDesk, OpenTill
from tests.ui.person import Person
from tests.ui.stand import Gate, ScriptedPrinter, failing

PULSE = b"\x1bp"


def sell(person: Person, sku: str = "MP-027", *, by: str = "Efectivo") -> None:
    """Sell one piece, for exact cash unless told otherwise."""
    person.scan(sku)
    person.press("F12")
    if by == "Efectivo":
        person.touch_first("Justo ")
    else:
        person.touch(by)
    person.press("F12")


@pytest.fixture
def stall_with(make_stall: MakeDesk):
    """Makes a desk whose printer is the one given."""

    def make(printer: ScriptedPrinter) -> Desk:
        return replace(make_stall(printer="tcp://127.0.0.1:9100"), open_printer=lambda _: printer)

    return make


def is_settled(person: Person) -> bool:
    """Whether the printer has nothing in hand."""
    return not person.has_button("Imprimiendo…")


def test_a_sale_without_a_printer_is_a_sale(open_till: OpenTill):
    person = open_till()
    sell(person)
    assert person.sees("Sin impresora")
    assert person.last_sale().receipt == "A-000001"
    assert not person.has_button("Otra copia")
    assert person.desk.print_queue.waiting() == 0, "nothing piles up for a printer that is not there"


def test_a_receipt_is_printed_and_said_to_be_and_copied(open_till: OpenTill, make_stall: MakeDesk, tmp_path: Path):
    paper = tmp_path / "papel.bin"
    person = open_till(make_stall(printer=f"file:{paper}"))
    sell(person)
    person.wait_until(lambda: person.sees("Impreso"))
    assert paper.read_bytes().startswith(b"\x1b@")
    assert person.desk.print_queue.waiting() == 0
    before = paper.stat().st_size
    person.press("F9")
    person.wait_until(lambda: paper.stat().st_size > before and is_settled(person))
    assert b"COPIA" in paper.read_bytes()[before:]


def test_the_last_receipt_can_be_had_once_more_before_the_next_sale(open_till: OpenTill, stall_with):
    printer = ScriptedPrinter()
    person = open_till(stall_with(printer))
    sell(person)
    person.wait_until(lambda: is_settled(person))
    person.press("Enter", "F9")
    person.wait_until(lambda: len(printer.printed) == 2 and is_settled(person))
    assert b"COPIA" in printer.printed[1]


def test_a_printer_that_is_gone_stops_no_sale_and_gets_its_receipts_later(open_till: OpenTill, stall_with):
    printer = ScriptedPrinter(failing(PrinterTrouble.REFUSED))
    person = open_till(stall_with(printer))
    sell(person)
    person.wait_until(lambda: person.has_button("No imprime · 1"))
    assert person.last_sale().receipt == "A-000001"
    sell(person)
    person.wait_until(lambda: is_settled(person) and person.desk.print_queue.waiting() == 2)
    person.press("Enter")
    assert person.message == "La impresora no responde. Siga vendiendo: los recibos se imprimen después."
    printer.answer = lambda: None
    person.touch("Probar")
    person.wait_until(lambda: len(printer.printed) == 2 and is_settled(person))
    assert person.message == ""
    assert person.faults() == []


def test_touching_the_printer_in_the_strip_tries_it_again(open_till: OpenTill, stall_with):
    printer = ScriptedPrinter(failing(PrinterTrouble.NOT_FOUND))
    person = open_till(stall_with(printer))
    sell(person)
    person.wait_until(lambda: person.has_button("No imprime · 1"))
    printer.answer = lambda: None
    person.touch("No imprime · 1")
    person.wait_until(lambda: person.sees("Todo está impreso"))
    person.press("Esc")
    assert person.sees("Impreso")
    assert b"COPIA" not in printer.printed[0], "it is the receipt that waited"
    assert person.desk.print_queue.waiting() == 0


def test_the_window_sells_on_while_the_printer_holds_a_receipt(open_till: OpenTill, stall_with):
    gate = Gate()
    printer = ScriptedPrinter(gate.wait)
    person = open_till(stall_with(printer))
    sell(person)
    person.wait_until(gate.reached.is_set)
    assert person.sees("Imprimiendo…")
    sell(person, "JK-015")
    assert person.last_sale().receipt == "A-000002"
    assert printer.printed == []
    gate.open()
    person.wait_until(lambda: len(printer.printed) == 2 and is_settled(person))
    assert person.desk.print_queue.waiting() == 0


def test_what_is_wanted_while_the_printer_is_busy_comes_right_after(open_till: OpenTill, stall_with):
    """Cash is put in while a receipt is on its way: the drawer opens all the same, and the slip follows."""
    gate = Gate()
    printer = ScriptedPrinter(gate.wait)
    person = open_till(stall_with(printer))
    sell(person, by="Tarjeta")
    person.wait_until(gate.reached.is_set)
    person.press("Enter", "F10")
    person.write("1")
    person.write("50")
    person.touch("Cambio")
    person.press("F12")
    gate.open()
    person.wait_until(lambda: len(printer.printed) == 3 and is_settled(person))
    receipt, pulse, slip = printer.printed
    assert (PULSE in receipt, PULSE in pulse, b"ENTRADA" in slip) == (False, True, True)
    assert len(pulse) < 10, "the drawer, and nothing else"


def test_a_receipt_that_broke_off_is_not_sent_again_by_itself(open_till: OpenTill, stall_with):
    printer = ScriptedPrinter(failing(PrinterTrouble.BROKE_OFF, begun=True))
    person = open_till(stall_with(printer))
    sell(person)
    person.wait_until(lambda: person.has_button("Mire el papel · 1"))
    printer.answer = lambda: None
    sell(person)
    person.wait_until(lambda: len(printer.printed) == 1 and is_settled(person))
    assert [job.event.receipt for job in person.desk.print_queue.uncertain()] == ["A-000001"]


def test_leaving_waits_for_the_receipt_and_notes_that_it_is_printed(open_till: OpenTill, stall_with):
    gate = Gate()
    person = open_till(stall_with(ScriptedPrinter(gate.wait)))
    sell(person)
    person.wait_until(gate.reached.is_set)
    gate.open()
    person.leave()
    assert person.desk.print_queue.waiting() == 0
    assert person.desk.print_queue.uncertain() == ()


def test_what_waited_from_before_is_printed_when_the_till_opens(open_till: OpenTill, stall_with):
    printer = ScriptedPrinter(failing(PrinterTrouble.REFUSED))
    desk = stall_with(printer)
    person = open_till(desk)
    sell(person)
    person.wait_until(lambda: is_settled(person))
    person.leave()
    printer.answer = lambda: None
    again = open_till(desk)
    again.window.print_waiting()
    again.wait_until(lambda: len(printer.printed) == 1 and is_settled(again))


def test_an_address_that_is_no_printers_is_told_and_stops_nothing(open_till: OpenTill, make_stall: MakeDesk):
    person = open_till(make_stall(printer="lpt1"))
    assert person.has_button("Dirección de impresora mala")
    sell(person)
    assert person.last_sale().receipt == "A-000001"
    assert person.faults() == []


def test_only_a_sale_with_cash_in_it_opens_the_drawer(open_till: OpenTill, stall_with):
    printer = ScriptedPrinter()
    person = open_till(stall_with(printer))
    for by in ("Efectivo", "Tarjeta"):
        sell(person, by=by)
        person.wait_until(lambda: is_settled(person))
    cash, card = printer.printed
    assert (PULSE in cash, PULSE in card) == (True, False)


@pytest.mark.parametrize("drawer", ["", "serial:/dev/ttyUSB0"])
def test_a_drawer_that_does_not_hang_on_the_printer_gets_no_pulse_from_it(
    open_till: OpenTill, make_stall: MakeDesk, drawer: str
):
    printer = ScriptedPrinter()
    desk = replace(make_stall(printer="tcp://127.0.0.1:9100", drawer=drawer), open_printer=lambda _: printer)
    person = open_till(desk)
    sell(person)
    person.window._printing.open_drawer()
    person.wait_until(lambda: len(printer.printed) == 1 and is_settled(person))
    assert PULSE not in printer.printed[0]


# --- how the printer is, and that it is tried again ------------------------------------------------------------------


class TellingPrinter(ScriptedPrinter):
    """Says how it is."""

    def __init__(self, **said: bool) -> None:
        super().__init__()
        self.said = PrinterStatus(**said)

    def status(self) -> PrinterStatus:
        self.answer()
        return self.said


def later(person: Person) -> None:
    """The pause before the next try is over."""
    timer = person.window._printing._retry
    assert timer.isActive()
    timer.timeout.emit()


def test_a_printer_that_failed_is_tried_again_by_itself_ever_more_seldom(open_till: OpenTill, stall_with):
    printer = ScriptedPrinter(failing(PrinterTrouble.REFUSED))
    person = open_till(stall_with(printer))
    sell(person)
    person.wait_until(lambda: person.has_button("No imprime · 1"))
    printing = person.window._printing
    pauses = []
    for _ in range(6):
        pauses.append(printing._retry.interval() // 1000)
        later(person)
        person.wait_until(lambda: printing.is_idle)
        assert person.has_button("No imprime · 1"), "it says nothing else while it tries"
    assert pauses == [5, 10, 20, 40, 60, 60]
    sell(person)
    person.wait_until(lambda: printing.is_idle and person.desk.print_queue.waiting() == 2)
    assert printing._retry.interval() == 5_000, "somebody waits for paper again"
    printer.answer = lambda: None
    later(person)
    person.wait_until(lambda: len(printer.printed) == 2 and is_settled(person))
    assert not printing._retry.isActive()
    assert b"A-000001" in printer.printed[0]


def test_a_receipt_that_broke_off_does_not_hold_up_the_next_one(open_till: OpenTill, stall_with):
    printer = ScriptedPrinter(failing(PrinterTrouble.BROKE_OFF, begun=True))
    person = open_till(stall_with(printer))
    sell(person)
    person.wait_until(lambda: person.sees("Quizá a medias"))
    printer.answer = failing(PrinterTrouble.REFUSED)
    sell(person)
    person.wait_until(lambda: person.has_button("No imprime · 1"))
    assert person.sees("No se imprimió"), "this sale's own receipt waits"
    printer.answer = lambda: None
    later(person)
    person.wait_until(lambda: person.has_button("Mire el papel · 1"))
    assert person.sees("Impreso")
    assert b"A-000002" in printer.printed[0]
    assert len(printer.printed) == 1


@pytest.mark.parametrize(
    ("said", "chip", "told"),
    [
        (
            {"paper_out": True},
            "Sin papel",
            "La impresora no tiene papel. Ponga un rollo nuevo: lo que espera",
        ),
        ({"cover_open": True, "paper_out": True}, "Tapa abierta", "La tapa de la impresora está abierta."),
        ({"fault": True}, "Trabada", "La impresora está trabada."),
    ],
)
def test_what_the_printer_says_is_told_with_the_next_step(open_till: OpenTill, stall_with, said, chip, told):
    printer = TellingPrinter(**said)
    person = open_till(stall_with(printer))
    person.window.print_waiting()
    person.wait_until(lambda: person.has_button(chip))
    person.touch(chip)
    person.wait_until(lambda: person.window._printing.is_idle)
    assert person.message.startswith(told)
    printer.said = PrinterStatus()
    person.touch("Probar")
    person.wait_until(lambda: "La impresora está lista." in person.message)
    person.press("Esc")
    assert person.has_button("Impresora")


def test_little_paper_is_told_in_the_strip_and_stops_nothing(open_till: OpenTill, stall_with):
    printer = TellingPrinter(paper_low=True)
    person = open_till(stall_with(printer))
    sell(person)
    person.wait_until(lambda: person.has_button("Poco papel"))
    assert len(printer.printed) == 1
    assert person.sees("Impreso")
    printer.said = PrinterStatus()
    later(person)
    person.wait_until(lambda: person.has_button("Impresora"))


def test_a_receipt_on_which_the_paper_ran_out_is_not_taken_for_printed(open_till: OpenTill, stall_with):
    """The printer took all of it, and says right afterwards that it has no paper."""
    printer = TellingPrinter(paper_out=True)
    person = open_till(stall_with(printer))
    sell(person)
    person.wait_until(lambda: person.has_button("Sin papel"))
    [job] = person.desk.print_queue.uncertain()
    assert (job.event.receipt, job.reason) == ("A-000001", "paper-out")


def test_a_copy_that_is_wanted_while_the_printer_is_gone_is_not_forgotten_without_a_word(
    open_till: OpenTill, stall_with
):  # fmt: skip
    printer = ScriptedPrinter()
    person = open_till(stall_with(printer))
    sell(person)
    person.wait_until(lambda: is_settled(person))
    printer.answer = failing(PrinterTrouble.REFUSED)
    person.press("F9")
    person.wait_until(lambda: person.has_button("No imprime"))
    person.press("Enter")
    assert person.message == "La impresora no responde. Lo que pidió no salió: pídalo otra vez."
    assert person.desk.print_queue.tally() == (0, 0)


def test_the_last_receipt_wanted_once_more_while_it_is_doubtful_says_that_there_may_be_two(
    open_till: OpenTill, stall_with
):  # fmt: skip
    printer = ScriptedPrinter(failing(PrinterTrouble.BROKE_OFF, begun=True))
    person = open_till(stall_with(printer))
    sell(person)
    person.wait_until(lambda: person.has_button("Mire el papel · 1"))
    printer.answer = lambda: None
    person.touch("Imprimir otra vez")
    person.wait_until(lambda: len(printer.printed) == 1 and is_settled(person))
    assert b"REIMPRESI" in printer.printed[0]
    assert PULSE not in printer.printed[0]
    assert person.desk.print_queue.tally() == (0, 0)
