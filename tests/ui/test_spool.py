"""The papers that wait or may be out: a person sees each, says what came of it, and always has a next step."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from pos.hardware.interfaces import PrinterTrouble
from pos.printing.strip_picture import strip_picture
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.ui.choosers import PaperPlaces
from pos.ui.spool.job_row import JobRow
from pos.ui.spool.paper_view import PaperView
from tests.ui.conftest import MakeDesk, OpenTill
from tests.ui.person import Person
from tests.ui.stand import ScriptedPrinter, failing

MAIN, OTHER = "usb:auto", "tcp://127.0.0.1:9100"
PULSE = b"\x1bp"
REPRINT = "REIMPRESIÓN".encode("cp858")
broken_off = failing(PrinterTrouble.BROKE_OFF, begun=True)
gone = failing(PrinterTrouble.REFUSED)


def works() -> None:
    """The printer takes what it is given."""


def sell(person: Person, sku: str = "MP-027") -> None:
    person.scan(sku)
    person.press("F12")
    person.touch_first("Justo ")
    person.press("F12")
    person.wait_until(lambda: person.window._printing.is_idle)


def settled(person: Person) -> None:
    person.wait_until(lambda: person.window._printing.is_idle)


def rows(person: Person) -> list[str]:
    """The papers on the sheet, as a screen reader says them."""
    return [row.accessibleName() for row in sorted(person._seen(JobRow), key=lambda row: row.y())]


def chosen(person: Person) -> list[str]:
    """The papers that the buttons are about."""
    found = sorted(person._seen(JobRow), key=lambda row: row.y())
    return [row.accessibleName().split(",")[0] for row in found if row.is_chosen]


class TwoPrinters:
    """The till's own printer and another one."""

    def __init__(self) -> None:
        self.main, self.other = ScriptedPrinter(), ScriptedPrinter()

    def open(self, uri: str) -> ScriptedPrinter:
        return {MAIN: self.main, OTHER: self.other}[uri]


@pytest.fixture
def printers() -> TwoPrinters:
    return TwoPrinters()


@pytest.fixture
def desk(make_stall: MakeDesk, printers: TwoPrinters) -> Desk:
    made = make_stall(printer=MAIN, backup_printer=OTHER, backup_width=58)
    return replace(made, open_printer=printers.open)


@pytest.fixture
def open_papers(open_till: OpenTill, desk: Desk, printers: TwoPrinters) -> Callable[[], Person]:
    """A till with a receipt that broke off and two that wait, its sheet of papers open."""

    def open_() -> Person:
        person = open_till(desk)
        printers.main.answer = broken_off
        sell(person)
        printers.main.answer = gone
        sell(person, "JK-015")
        sell(person)
        person.touch("No imprime · 2")
        settled(person)
        return person

    return open_


# --- seeing ----------------------------------------------------------------------------------------------------------


def test_each_paper_is_named_with_its_state_its_time_and_its_amount(open_papers):
    person = open_papers()
    assert rows(person) == [
        "Recibo A-000001, Quizás salió, se cortó a la mitad, 11:00, 65,00",
        "Recibo A-000002, Espera, 3 intentos, 11:00, 12,50",
        "Recibo A-000003, Espera, 11:00, 65,00",
    ]
    assert person.sees("3 papeles")
    assert person.message == (
        "La impresora no atiende a esta caja. Si otra caja imprime, espere un momento. Si no, apáguela y enciéndala."
    )


def test_where_nothing_is_open_the_chip_leads_to_the_devices(open_till: OpenTill, desk: Desk):
    person = open_till(desk)
    sell(person)
    person.touch("Impresora")
    assert person.dialog is None
    assert person.sees("Equipos")


def test_the_paper_is_shown_as_it_would_be_printed(open_papers, desk: Desk):
    person = open_papers()
    [view] = person._seen(PaperView)
    person.wait_until(lambda: not view._paper._dots.isNull())
    first, second, _ = desk.print_queue.pending()
    for job in (first, second):
        strip = desk.print_queue.strip_of(job, desk.printer_profile.paper)
        wanted = strip_picture(strip, desk.printer_profile)
        person.wait_until(lambda wanted=wanted: view._paper._dots.height() == wanted.height)
        shown = view._paper._dots
        image = Image.frombytes("L", (shown.width(), shown.height()), bytes(grey(shown)))
        assert image.convert("1").tobytes() == wanted.tobytes()
        person.press("Down")


def grey(image) -> bytes:
    """The dots of an image, a byte each."""
    dots = image.convertToFormat(image.Format.Format_Grayscale8)
    lines = bytes(dots.constBits())
    return b"".join(lines[y * dots.bytesPerLine() :][: dots.width()] for y in range(dots.height()))


def test_arrows_choose_and_choosing_all_is_one_touch(open_papers):
    person = open_papers()
    assert chosen(person) == ["Recibo A-000001"]
    person.press("Down", "Down", "Down")
    assert chosen(person) == ["Recibo A-000003"]
    person.press("Up")
    assert chosen(person) == ["Recibo A-000002"]
    assert person.has_button("Imprimir ahora")
    assert not person.has_button("Sí salió")
    person.touch("Elegir todos")
    assert chosen(person) == ["Recibo A-000001", "Recibo A-000002", "Recibo A-000003"]
    assert person.has_button("Sí salió · 1")
    person.touch_first("Recibo A-000003, ")
    assert chosen(person) == ["Recibo A-000003"]


def test_more_papers_than_have_room_are_turned_like_pages(open_till: OpenTill, desk: Desk, printers: TwoPrinters):
    person = open_till(desk)
    printers.main.answer = gone
    for _ in range(9):
        sell(person)
    person.touch("No imprime · 9")
    settled(person)
    assert len(rows(person)) < 9
    seen = rows(person)
    while person.can_press("Página siguiente"):
        person.touch("Página siguiente")
        seen += rows(person)
    assert [row.split(",")[0] for row in seen] == [f"Recibo A-{number:06}" for number in range(1, 10)]


# --- deciding --------------------------------------------------------------------------------------------------------


def test_it_came_out(open_papers, desk: Desk, printers: TwoPrinters):
    person = open_papers()
    person.touch("Sí salió")
    assert len(rows(person)) == 2
    assert chosen(person) == ["Recibo A-000002"]
    assert desk.print_queue.tally() == (2, 0)
    assert printers.main.printed == []


def test_printed_again_it_says_that_there_may_be_two_and_opens_no_drawer(open_papers, printers: TwoPrinters):
    person = open_papers()
    printers.main.answer = works
    person.write("2")
    person.wait_until(lambda: person.sees("Todo está impreso"))
    assert [REPRINT in job for job in printers.main.printed] == [True, False, False]
    assert [PULSE in job for job in printers.main.printed] == [False, True, True]


def test_trying_sends_what_waits_and_never_what_is_doubtful(open_papers, printers: TwoPrinters):
    person = open_papers()
    printers.main.answer = works
    person.touch("Probar")
    person.wait_until(lambda: len(printers.main.printed) == 2)
    settled(person)
    assert rows(person) == ["Recibo A-000001, Quizás salió, se cortó a la mitad, 11:00, 65,00"]
    assert "La impresora está lista." in person.message


def test_what_is_not_needed_is_asked_once_more(open_papers, desk: Desk):
    person = open_papers()
    person.press("Delete")
    assert person.question.startswith("¿Este papel no hace falta?")
    person.press("Enter")
    assert len(rows(person)) == 3, "Enter takes the safe answer"
    person.touch("Elegir todos")
    person.write("5")
    assert person.question.startswith("¿Estos 3 papeles no hacen falta?")
    person.touch("No hace falta")
    assert person.sees("Todo está impreso")
    assert desk.print_queue.tally() == (0, 0)
    person.press("Esc")
    assert person.message == ""


def test_the_other_printer_takes_them_on_its_own_width_of_paper(open_papers, desk: Desk, printers: TwoPrinters):
    person = open_papers()
    person.touch("Elegir todos")
    person.write("3")
    person.wait_until(lambda: person.sees("Todo está impreso"))
    assert printers.main.printed == []
    assert [REPRINT in job for job in printers.other.printed] == [True, False, False]
    jobs = [desk.print_queue.job_of(person.last_sale().stamp.id)]
    assert [job.printer for job in jobs] == [OTHER]


def test_another_printer_that_is_not_there_leaves_all_as_it_was_and_says_so(
    open_papers, desk: Desk, printers: TwoPrinters
):
    person = open_papers()
    before = rows(person)
    printers.other.answer = failing(PrinterTrouble.NOT_FOUND)
    person.touch("Otra impresora")
    settled(person)
    assert "La otra impresora no lo imprimió: no había impresora." in person.message
    assert rows(person) == before
    assert desk.print_queue.tally() == (2, 1)


def test_without_another_printer_none_is_offered(open_till: OpenTill, make_stall: MakeDesk):
    printer = ScriptedPrinter(gone)
    person = open_till(replace(make_stall(printer=MAIN), open_printer=lambda _: printer))
    sell(person)
    person.touch("No imprime · 1")
    assert not person.has_button("Otra impresora")


# --- files -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def kept(open_papers, tmp_path: Path) -> tuple[Person, list[Path]]:
    """The sheet, where a person chooses a file of that name in a folder; and what was opened afterwards."""
    person, opened = open_papers(), []

    def file(_parent: object, name: str) -> Path:
        return tmp_path / name

    person.window._spool._places = PaperPlaces(lambda _: None, file, opened.append)
    return person, opened


def test_papers_are_kept_as_a_pdf_and_wait_all_the_same(kept, desk: Desk, tmp_path: Path):
    person, opened = kept
    person.write("4")
    assert person.message.endswith(
        "Guardado en A-000001.pdf. Aquí sigue esperando, hasta que usted diga que no hace falta."
    )
    person.touch("Abrir")
    assert opened == [tmp_path / "A-000001.pdf"]
    [page] = PdfReader(opened[0]).pages
    [image] = page.images
    job = desk.print_queue.pending()[0]
    wanted = strip_picture(desk.print_queue.strip_of(job, desk.printer_profile.paper), desk.printer_profile)
    assert image.image.convert("1").tobytes() == wanted.tobytes()
    assert len(rows(person)) == 3
    person.touch("Elegir todos")
    person.write("4")
    assert len(PdfReader(tmp_path / "papeles.pdf").pages) == 3


def test_a_file_that_can_t_be_written_is_told(kept, tmp_path: Path):
    person, _ = kept
    (tmp_path / "A-000001.pdf").mkdir()
    person.write("4")
    assert "No se puede usar el archivo «" in person.message
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


# --- what can go wrong -----------------------------------------------------------------------------------------------


def test_books_that_can_t_be_written_are_told_and_nothing_is_lost(
    open_papers, desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    person = open_papers()

    def full(_numbers: object) -> int:
        raise BooksUnavailable("full")

    monkeypatch.setattr(desk.print_queue, "came_out", full)
    person.touch("Sí salió")
    assert "El disco está lleno." in person.message
    assert len(rows(person)) == 3


def test_a_scan_goes_into_the_cart_and_the_sheet_away(open_papers):
    person = open_papers()
    person.scan("MP-015")
    assert person.dialog is None
    assert len(person.cart) == 1


def test_from_there_it_is_one_touch_to_the_settings(open_papers):
    person = open_papers()
    person.touch("Ajustes de la impresora")
    assert person.dialog is None
    assert person.window._places.place.value == "settings"


def test_the_notice_of_a_doubtful_paper_leads_to_it_and_goes_with_it(
    open_till: OpenTill, desk: Desk, printers: TwoPrinters
):
    person = open_till(desk)
    printers.main.answer = broken_off
    sell(person)
    person.press("Enter")
    assert person.message == "Un papel quizás no salió entero. Mírelo y diga qué salió."
    printers.main.answer = works
    person.touch("Ver")
    settled(person)
    assert person.question == "Por imprimir"
    person.touch("Sí salió")
    person.press("Esc")
    assert person.message == ""
    assert person.has_button("Impresora")


def test_papers_that_wait_for_a_printer_that_was_taken_out_are_not_forgotten(
    open_till: OpenTill, desk: Desk, printers: TwoPrinters
):
    person = open_till(desk)
    printers.main.answer = gone
    sell(person)
    person.leave()
    without = replace(desk, settings=replace(desk.settings, printer="", backup_printer=""))
    again = open_till(without)
    again.window.print_waiting()
    assert again.has_button("Sin impresora · 1")
    again.touch("Sin impresora · 1")
    assert again.message == "No hay impresora configurada. Elija una en Ajustes."
    assert not again.can_press("Imprimir ahora")
    assert again.can_press("Guardar como PDF")


def test_what_was_on_its_way_when_the_till_stopped_is_offered_and_said_why(open_till: OpenTill, desk: Desk):
    """The program died between the note that a receipt is sent and the word that it is printed."""
    person = open_till(desk)
    sell(person)
    person.leave()
    with desk.till.selling._books.transaction() as books:
        [job] = books.print_jobs.of_state("printed")
        books.print_jobs.mark(job.number, "sending")
    again = open_till(desk)
    again.window.print_waiting()
    again.wait_until(lambda: again.has_button("Mire el papel · 1"))
    again.touch("Mire el papel · 1")
    assert rows(again) == ["Recibo A-000001, Quizás salió, la caja se apagó, 11:00, 65,00"]
