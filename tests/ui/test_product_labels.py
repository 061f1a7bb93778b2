"""Labels that were counted on the products' screen: on sheets, on rolls, and from the receipt printer."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pos.services.desk import Desk
from pos.services.labelling import Wish
from pos.ui.choosers import PaperPlaces
from pos.ui.products.products_screen import ProductsScreen
from pos.ui.products.sheet_view import SheetView
from tests.ui.at_products import (
    PRINT,
    delivered,
    plus,
    row,
    seen,
    touch_row,
)
from tests.ui.at_screen import AtScreen
from tests.ui.conftest import MakeDesk, OpenTill
from tests.ui.person import Person
from tests.ui.staff import session_of
from tests.ui.stand import ScriptedPrinter


@pytest.fixture
def desk(make_stall: MakeDesk) -> Desk:
    """The stall before its first morning."""
    return delivered(make_stall())


@pytest.fixture
def person(open_till: OpenTill, desk: Desk) -> Person:
    """Marcelo, among the products."""
    marcelo = open_till(desk, name="Marcelo")
    marcelo.press_with_ctrl("3")
    return marcelo


# --- paper -----------------------------------------------------------------------------------------------------------


def test_the_first_free_label_is_chosen_by_touch_and_by_arrows(person: Person):
    person.write("+")
    sheet = seen(person.window, SheetView)
    assert isinstance(sheet, SheetView)
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet._label_box(4).center().toPoint())
    assert person.sees("Empieza en la 5. Toque la hoja si ya usó otras.")
    sheet.setFocus()
    QTest.keyClick(sheet, Qt.Key.Key_Down)
    QTest.keyClick(sheet, Qt.Key.Key_Left)
    QTest.keyClick(sheet, Qt.Key.Key_Left)
    QTest.keyClick(sheet, Qt.Key.Key_Up)
    assert sheet.accessibleName() == "La primera etiqueta va en el lugar 3 de 24"
    for _ in range(30):
        QTest.keyClick(sheet, Qt.Key.Key_Down)
    assert sheet.accessibleName() == "La primera etiqueta va en el lugar 24 de 24"


def test_labels_and_sheets_are_counted(person: Person):
    touch_row(person.window, 0, plus, times=25)
    assert person.sees("25")
    assert person.sees("hojas")
    person.touch("A4 · 65")
    assert person.sees("hoja")
    person.touch("Rollo")
    assert not person.sees("hoja")


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """Where papers are kept."""
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder


class Papers:
    """The folder that is chosen, and what was opened."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.shown: list[Path] = []

    @property
    def places(self) -> PaperPlaces:
        return PaperPlaces(
            lambda _: self.folder,
            lambda _, name: self.folder / name.removesuffix(".pdf") if self.folder else None,
            self.shown.append,
        )


@pytest.fixture
def alone(qtbot: QtBot, desk: Desk, saved: Path) -> tuple[AtScreen, Papers]:
    """The screen alone, before somebody who keeps papers."""
    papers = Papers(saved)
    screen = ProductsScreen(desk, papers.places)
    screen.start(session_of(desk, "Marcelo"))
    at = AtScreen(qtbot, screen)
    screen.take_focus()
    return at, papers


def test_sheets_and_rolls_are_saved_and_opened(alone: tuple[AtScreen, Papers], saved: Path):
    at, papers = alone
    touch_row(at.screen, 0, plus, times=2)
    for paper in ("A4 · 24", "A4 · 65", "Rollo"):
        at.touch(paper)
        QTest.keyClick(at.screen, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        assert (saved / "etiquetas.pdf").read_bytes().startswith(b"%PDF")
        assert papers.shown.pop() == saved / "etiquetas.pdf"
        (saved / "etiquetas.pdf").unlink()
    assert list(saved.iterdir()) == []
    assert at.screen.message.startswith("Las etiquetas están guardadas.")  # type: ignore[attr-defined]  # a Screen


def test_nothing_is_written_where_nobody_chose_a_place(alone: tuple[AtScreen, Papers], saved: Path):
    at, papers = alone
    touch_row(at.screen, 0, plus)
    papers.folder = None
    at.touch(PRINT)
    assert (list(saved.iterdir()), papers.shown) == ([], [])


def test_a_place_that_cannot_be_written_to_is_told_and_counts_stay(alone: tuple[AtScreen, Papers], saved: Path):
    at, papers = alone
    touch_row(at.screen, 0, plus, times=2)
    papers.folder = saved / "not-there"
    at.touch(PRINT)
    assert papers.shown == []
    assert at.screen.message  # type: ignore[attr-defined]  # a Screen
    assert row(at.screen).endswith("2 etiquetas")


def test_the_books_are_never_written_over(alone: tuple[AtScreen, Papers], desk: Desk):
    at, papers = alone
    touch_row(at.screen, 0, plus)
    before = desk.places.books.read_bytes()
    papers.folder = desk.places.books.parent
    screen = at.screen
    assert isinstance(screen, ProductsScreen)
    screen._places = PaperPlaces(lambda _: None, lambda _parent, _name: desk.places.books, papers.shown.append)
    at.touch(PRINT)
    assert desk.places.books.read_bytes() == before


def test_labels_come_out_of_the_receipt_printer(open_till: OpenTill, desk: Desk):
    printer = ScriptedPrinter()
    settings = replace(desk.settings, printer="tcp://127.0.0.1:9100", receipt_width=58)
    person = open_till(replace(desk, settings=settings, open_printer=lambda _: printer), name="Marcelo")
    person.press_with_ctrl("3")
    person.touch("58 mm")
    person.write("++")
    before = len(printer.printed)
    person.touch(PRINT)
    assert person.message == "Las etiquetas van a la impresora de recibos."
    person.wait_until(lambda: len(printer.printed) > before)


def test_more_labels_than_a_roll_has_room_for_are_refused(qtbot: QtBot, desk: Desk):
    settings = replace(desk.settings, printer="tcp://127.0.0.1:9100")
    screen = ProductsScreen(replace(desk, settings=settings))
    sent: list[object] = []
    screen.strip_wanted.connect(sent.append)
    screen.start(session_of(desk, "Marcelo"))
    at = AtScreen(qtbot, screen)
    screen._counts.put_all([Wish("CB-001", 301)])
    screen._show_counts()
    at.touch("80 mm")
    at.touch(PRINT)
    assert sent == []
    assert screen.message == (
        "Es más de lo que entra en un rollo de recibos. Imprima como mucho 300 etiquetas a la vez."
    )
