"""What is found while a name is typed: which rows are there, in what order, and how one of them is chosen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from pos.domain.consignment import NoteKind
from pos.domain.money import currency
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.ui.look.typed_words import matches
from pos.ui.messages import Message
from pos.ui.selling.found_row import FoundRow
from pos.ui.selling.search_list import SearchList
from tests.ui.conftest import MakeDesk
from tests.ui.selling_parts import a_session, show_in_window


class Search:
    """A person who types a name and looks at what is found."""

    def __init__(self, list_: SearchList) -> None:
        self.list = list_
        self.chosen: list[str] = []
        self.told: list[Message] = []
        self.asked: list[str] = []
        list_.chosen.connect(lambda product: self.chosen.append(product.sku))
        list_.troubled.connect(self.told.append)
        list_.open_item_wanted.connect(lambda: self.asked.append("open item"))
        list_.left.connect(lambda: self.asked.append("left"))

    @property
    def rows(self) -> list[FoundRow]:
        """The rows on the screen, from the top."""
        return sorted((row for row in self.list.findChildren(FoundRow) if row.isVisible()), key=lambda row: row.y())

    @property
    def names(self) -> list[str]:
        """The rows as a screen reader says them."""
        return [row.accessibleName() for row in self.rows]

    @property
    def chosen_row(self) -> int:
        """The place of the row that keys work on."""
        (place,) = [i for i, row in enumerate(self.rows) if row.isChecked()]
        return place

    @property
    def labels(self) -> list[str]:
        """All texts on the screen but those of the rows."""
        return [label.text() for label in self.list.findChildren(QLabel) if label.isVisible() and label.text()]

    def touch(self, called: str) -> None:
        """Touch the button that is called so."""
        buttons = [button for button in self.list.findChildren(QAbstractButton) if button.isVisible()]
        (button,) = [button for button in buttons if called in {button.accessibleName(), button.text()}]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def desk(make_stall: MakeDesk) -> Desk:
    """The example network's stall."""
    return make_stall()


@pytest.fixture
def search(qtbot: QtBot, desk: Desk) -> Search:
    """The list in the cart's place."""
    found = Search(SearchList(desk))
    show_in_window(qtbot, found.list, (606, 544))
    found.list.start(a_session(desk))
    return found


def test_nothing_typed_shows_what_can_be_typed(search: Search):
    assert search.rows == []
    assert "Escriba un nombre" in search.labels
    assert not search.list.take()


def test_each_row_tells_name_makers_and_price(search: Search):
    search.list.look_for("alpaca")
    assert len(search.rows) == 4
    assert "Chullo de alpaca, Confecciones Sawuri, 65,00" in search.names
    assert "4 productos encontrados" in search.labels


def test_accents_capitals_and_the_order_of_words_do_not_matter(search: Search):
    search.list.look_for("TALLADO condor")
    assert search.names == ["Cóndor tallado, Rubén Callisaya, 180,00"]


def test_names_that_begin_so_come_before_those_that_hold_it_and_those_whose_makers_are_called_so(search: Search):
    search.list.look_for("ch")
    begin = [name.casefold().startswith("ch") for name in search.names]
    assert begin == sorted(begin, reverse=True)
    assert any(begin)


def test_the_very_code_comes_first(search: Search, desk: Desk):
    product = desk.till.catalogue.find("MP-027")
    search.list.look_for(product.barcode or "")
    assert [found.sku for found in search.list.found] == ["MP-027"]
    search.list.look_for("MP-027")
    assert search.list.found[0].sku == "MP-027"


def test_what_is_left_is_told_where_it_was_delivered(search: Search, desk: Desk):
    note = desk.till.consigning.note
    note(desk.act(), NoteKind.DELIVERY, "MP07", [("MP-027", 1), ("MP-028", 12), ("MP-029", 1)])
    note(desk.act(), NoteKind.LOSS, "MP07", [("MP-029", 1)], "se perdió")
    search.list.look_for("alpaca")
    assert [name.partition("Sawuri, ")[2] for name in sorted(search.names)] == [
        "",
        "95,00, Quedan 12",
        "65,00, Queda 1",
        "55,00, Agotado",
    ]


def test_what_is_not_sold_here_and_what_has_no_price_here_is_found_and_says_so(search: Search, desk: Desk):
    session = a_session(desk)
    units = [taking_part for taking_part in session.exhibition.participations if taking_part.unit != "MP07"]
    elsewhere = replace(session.exhibition, participations=tuple(units), currency=currency("USD"))
    search.list.start(replace(session, exhibition=elsewhere))
    search.list.look_for("chullo")
    assert search.names == ["Chullo de alpaca, Confecciones Sawuri, sin precio, no está en esta feria"]
    assert search.list.take()
    assert search.chosen == ["MP-027"]


def test_arrows_go_down_and_up_and_never_leave_the_list(search: Search):
    search.list.look_for("alpaca")
    assert search.chosen_row == 0
    search.list.step(-1)
    assert search.chosen_row == 0
    search.list.step(1)
    search.list.step(1)
    assert search.chosen_row == 2
    assert search.list.take()
    assert search.chosen == [search.list.found[2].sku]
    for _ in range(9):
        search.list.step(1)
    assert search.chosen_row == 3


def test_arrows_lead_onto_the_next_page(search: Search):
    search.list.look_for("ch")
    page = search.names
    for _ in range(len(page)):
        search.list.step(1)
    assert search.chosen_row == 0
    assert not set(page) & set(search.names)
    search.list.step(-1)
    assert search.names == page
    assert search.chosen_row == len(page) - 1


def test_another_letter_begins_at_the_top_again(search: Search):
    search.list.look_for("ch")
    search.list.step(3)
    search.list.look_for("cho")
    assert search.chosen_row == 0


def test_a_touch_chooses_and_takes_no_focus(search: Search):
    before = QApplication.focusWidget()
    search.list.look_for("ch")
    search.touch("Página siguiente")
    row = search.rows[1]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.found is not None
    assert search.chosen == [row.found.shown.product.sku]
    assert QApplication.focusWidget() is before


def test_what_is_not_found_can_be_sold_without_a_code(search: Search):
    search.list.look_for("xyzt")
    assert "No encuentro «xyzt»" in search.labels
    assert not search.list.take()
    search.touch("Vender sin código")
    search.touch("Cerrar la búsqueda")
    assert search.asked == ["open item", "left"]


def test_a_list_that_is_full_asks_for_more_letters(search: Search):
    search.list.look_for("de")
    assert len(search.list.found) == 24
    assert "Los primeros 24: escriba más letras" in search.labels


def test_a_disk_that_fails_is_told(search: Search, desk: Desk, monkeypatch: pytest.MonkeyPatch):
    def fail(_: str) -> None:
        raise BooksUnavailable("failed")

    monkeypatch.setattr(desk.finding, "search", fail)
    search.list.look_for("chullo")
    assert len(search.told) == 1
    assert search.rows == []


@pytest.mark.parametrize("size", [(402, 300), (606, 526), (1000, 900)])
def test_no_row_stands_beyond_the_list(search: Search, size: tuple[int, int]):
    search.list.resize(*size)
    search.list.look_for("ch")
    room = search.rows[0].parentWidget().rect()
    assert all(room.contains(row.geometry()) for row in search.rows)


@pytest.mark.parametrize(
    ("text", "typed", "bold"),
    [
        ("Chullo de alpaca", "chu", ["Chu"]),
        ("Chullo de alpaca", "alp chullo", ["Chullo", "alp"]),
        ("Cóndor tallado", "CONDO", ["Cóndo"]),
        ("Señora Ñusta", "nus", ["Ñus"]),
        ("Chullo", "hullo", []),
        ("Taza", "", []),
        ("Taza de barro", "«taza!»", ["Taza"]),
        ("Ch'uspa", "uspa", ["uspa"]),
    ],
)
def test_the_part_that_was_typed_is_bold(text: str, typed: str, bold: list[str]):
    assert [text[start:end] for start, end in matches(text, typed)] == bold
