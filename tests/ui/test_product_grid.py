"""The till's left column: shelves, tiles and pages, by touch and by keyboard."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from pos.domain.consignment import NoteKind
from pos.domain.money import currency
from pos.domain.products import Product
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.ui.messages import Message
from pos.ui.selling.category_tabs import category_icon
from pos.ui.selling.product_grid import ProductGrid, grid_width
from pos.ui.selling.product_tile import ProductTile
from tests.ui.conftest import MakeDesk
from tests.ui.selling_parts import a_session, show_in_window

USUAL = (404, 680)


class Shelf:
    """A person at the grid: touches, presses keys, reads."""

    def __init__(self, grid: ProductGrid) -> None:
        self.grid = grid
        self.chosen: list[str] = []
        self.told: list[Message] = []
        grid.chosen.connect(lambda product: self.chosen.append(product.sku))
        grid.troubled.connect(self.told.append)

    @property
    def tiles(self) -> list[ProductTile]:
        """The tiles on the screen, in rows."""
        seen = [tile for tile in self.grid.findChildren(ProductTile) if tile.isVisible()]
        return sorted(seen, key=lambda tile: (tile.y(), tile.x()))

    @property
    def names(self) -> list[str]:
        """The tiles as a screen reader says them."""
        return [tile.accessibleName() for tile in self.tiles]

    def tile(self, sku: str) -> ProductTile:
        """The tile of a product that is on the screen."""
        return next(tile for tile in self.tiles if tile.shown is not None and tile.shown.product.sku == sku)

    @property
    def buttons(self) -> list[str]:
        """All buttons that are no tiles, as they are called."""
        return [name(button) for button in self._buttons()]

    @property
    def on(self) -> list[str]:
        """The tabs that are filled."""
        return [name(button) for button in self._buttons() if button.isChecked()]

    def touch(self, called: str) -> None:
        """Touch the button that is called so."""
        (button,) = [button for button in self._buttons() if name(button) == called]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def touch_tile(self, place: int) -> None:
        """Touch the tile at this place."""
        QTest.mouseClick(self.tiles[place], Qt.MouseButton.LeftButton)

    def press(self, *keys: Qt.Key) -> None:
        """Press keys wherever the focus is."""
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.grid, key)

    @property
    def focused(self) -> int | None:
        """The place of the tile that has the focus."""
        return next((i for i, tile in enumerate(self.tiles) if tile.hasFocus()), None)

    def _buttons(self) -> list[QAbstractButton]:
        found = self.grid.findChildren(QAbstractButton)
        return [button for button in found if button.isVisible() and not isinstance(button, ProductTile)]


def name(button: QAbstractButton) -> str:
    """What a button is called."""
    return button.accessibleName() or button.text()


OpenGrid = Callable[..., Shelf]


@pytest.fixture
def open_grid(qtbot: QtBot, make_stall: MakeDesk) -> OpenGrid:
    """Opens the grid alone in a window."""

    def open_it(size: tuple[int, int] = USUAL, desk: Desk | None = None) -> Shelf:
        desk = desk or make_stall()
        shelf = Shelf(ProductGrid(desk))
        show_in_window(qtbot, shelf.grid, size)
        shelf.grid.start(a_session(desk))
        return shelf

    return open_it


# --- what is shown -------------------------------------------------------------------------------------------------


def test_it_begins_with_a_page_of_favourites_in_three_columns_and_four_rows(open_grid: OpenGrid):
    shelf = open_grid()
    assert shelf.on == ["Favoritos"]
    assert len(shelf.tiles) == 12
    assert len({tile.x() for tile in shelf.tiles}) == 3
    assert {tile.height() for tile in shelf.tiles} == {130}
    assert {tile.width() for tile in shelf.tiles} <= {129, 130}


def test_a_tile_is_called_by_its_name_and_price(open_grid: OpenGrid):
    shelf = open_grid()
    assert shelf.names[0] == "Adorno de aglomerado, 22,00"


def test_a_product_without_a_price_in_the_currency_says_so_and_can_be_chosen(open_grid: OpenGrid, make_stall: MakeDesk):
    desk = make_stall()
    shelf = open_grid((1400, 1400), desk)
    session = a_session(desk)
    shelf.grid.start(replace(session, exhibition=replace(session.exhibition, currency=currency("EUR"))))
    place = next(i for i, called in enumerate(shelf.names) if called.endswith(", sin precio"))
    shelf.touch_tile(place)
    assert shelf.chosen == [shelf.tiles[place].shown.product.sku]


def test_the_largest_categories_have_tabs_and_the_others_a_list(open_grid: OpenGrid):
    shelf = open_grid()
    assert shelf.buttons[:5] == ["Favoritos", "Cerámica", "Textil", "Alimentos", "Más"]
    shelf.touch("Más")
    assert shelf.on == ["Más"]
    assert shelf.tiles == []
    assert {"Madera", "Muñecas", "Fiesta", "Velas", "Joyería", "Navidad"} <= set(shelf.buttons)
    shelf.touch("Joyería")
    assert shelf.names == ["Anillo de alpaca, 45,00", "Aretes luna de plata, 140,00", "Collar chakana, 220,00"]
    assert shelf.on == ["Joyería"], "the last tab says which of the others it is"


def test_a_category_is_shown_page_by_page(open_grid: OpenGrid):
    shelf = open_grid()
    shelf.touch("Cerámica")
    first = shelf.names
    assert len(first) == 12
    shelf.touch("Página siguiente")
    assert len(shelf.names) == 10
    assert not set(first) & set(shelf.names)
    shelf.touch("Página anterior")
    assert shelf.names == first


def test_a_category_with_a_single_page_has_nothing_to_turn(open_grid: OpenGrid):
    shelf = open_grid()
    shelf.touch("Textil")
    assert len(shelf.tiles) == 9
    assert "Página siguiente" not in shelf.buttons


@pytest.mark.parametrize(
    ("window", "height", "columns", "rows"), [(1024, 512, 2, 3), (1366, 640, 3, 4), (1920, 992, 5, 6)]
)
def test_a_larger_window_shows_more_tiles_never_larger_ones(
    open_grid: OpenGrid, window: int, height: int, columns: int, rows: int
):
    shelf = open_grid((grid_width(window), height))
    assert len({tile.x() for tile in shelf.tiles}) == columns
    assert len({tile.y() for tile in shelf.tiles}) == rows


def test_no_tile_stands_beyond_the_grid_or_on_another(open_grid: OpenGrid):
    shelf = open_grid()
    for size in (USUAL, (266, 512), (677, 992), (200, 300)):
        shelf.grid.resize(*size)
        areas = [tile.geometry() for tile in shelf.tiles]
        board = shelf.tiles[0].parentWidget().rect()
        assert all(board.contains(area) for area in areas)
        assert not any(a.intersects(b) for i, a in enumerate(areas) for b in areas[:i])


def test_another_size_of_window_stays_where_one_was_looking(open_grid: OpenGrid):
    shelf = open_grid()
    shelf.grid.turn(2)
    first = shelf.names[0]
    shelf.grid.resize(266, 512)
    assert first in shelf.names


def test_where_there_are_no_products_that_is_said(
    open_grid: OpenGrid, make_stall: MakeDesk, monkeypatch: pytest.MonkeyPatch
):
    desk = make_stall()
    monkeypatch.setattr(desk.finding, "favourites", lambda _: ())
    shelf = open_grid(desk=desk)
    assert shelf.tiles == []
    assert any(label.text() == "Aquí todavía no hay productos." for label in shelf.grid.findChildren(QLabel))


def test_each_kind_of_craft_has_its_icon_and_any_other_one_too():
    icons = {word: category_icon(word) for word in ("Textil", "tejidos", "CERÁMICA", "comida", "Joyería", "Zapatos")}
    assert list(icons.values()) == ["weave", "weave", "pot", "jar", "ring", "box"]


# --- counts and stock ----------------------------------------------------------------------------------------------


def test_tiles_tell_how_many_are_in_the_cart_on_every_page(open_grid: OpenGrid):
    shelf = open_grid()
    shelf.grid.show_counts({"MP-018": 3, "ES-008": 1})
    assert shelf.tile("MP-018").accessibleDescription() == "3 en el carrito"
    shelf.grid.turn(1)
    shelf.grid.turn(-1)
    assert shelf.tile("MP-018").pieces == 3
    shelf.grid.show_counts({})
    assert shelf.tile("MP-018").pieces == 0


def test_a_change_in_the_cart_paints_only_the_tiles_that_it_is_about(open_grid: OpenGrid, qtbot: QtBot):
    shelf = open_grid()
    shelf.grid.grab()
    painted: list[str] = []
    for tile in shelf.tiles:
        usual = tile.update
        tile.update = lambda usual=usual, tile=tile: (painted.append(tile.accessibleName()), usual())  # type: ignore[method-assign]
    shelf.grid.show_counts({"MP-018": 1})
    shelf.grid.show_counts({"MP-018": 1})
    assert painted == ["Adorno de aglomerado, 22,00"]


def test_what_is_sold_out_says_so_and_can_be_chosen_all_the_same(open_grid: OpenGrid, make_stall: MakeDesk):
    desk = make_stall()
    note = desk.till.consigning.note
    note(desk.act(), NoteKind.DELIVERY, "MP04", [("MP-018", 1)])
    shelf = open_grid(desk=desk)
    assert not shelf.tile("MP-018").is_sold_out
    assert not shelf.tile("JK-010").is_sold_out, "of what was never delivered the books know nothing"
    note(desk.act(), NoteKind.LOSS, "MP04", [("MP-018", 1)], "roto")
    shelf.grid.refresh_stock()
    assert shelf.tile("MP-018").is_sold_out
    assert shelf.tile("MP-018").accessibleDescription() == "Agotado"
    shelf.touch_tile(0)
    assert shelf.chosen == ["MP-018"]


def test_a_disk_that_fails_is_told_and_what_was_shown_stays(
    open_grid: OpenGrid, make_stall: MakeDesk, monkeypatch: pytest.MonkeyPatch
):
    desk = make_stall()
    shelf = open_grid(desk=desk)
    before = shelf.names

    def fail(*_: object) -> tuple[Product, ...]:
        raise BooksUnavailable("failed")

    monkeypatch.setattr(desk.finding, "of_category", fail)
    shelf.touch("Textil")
    assert len(shelf.told) == 1
    assert shelf.names == before


# --- choosing ------------------------------------------------------------------------------------------------------


def test_a_touch_chooses_and_leaves_the_focus_where_it_was(open_grid: OpenGrid):
    shelf = open_grid()
    before = QApplication.focusWidget()
    shelf.touch_tile(4)
    assert shelf.chosen == [shelf.tiles[4].shown.product.sku]
    assert QApplication.focusWidget() is before


def test_tab_reaches_the_tiles_and_arrows_move_among_them(open_grid: OpenGrid):
    shelf = open_grid()
    shelf.grid.findChildren(QAbstractButton)[0].setFocus()
    for _ in range(20):
        if shelf.focused is not None:
            break
        shelf.press(Qt.Key.Key_Tab)
    assert shelf.focused == 0
    shelf.press(Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert shelf.focused == 4
    shelf.press(Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Space)
    assert shelf.focused == 0
    assert shelf.chosen == [shelf.tiles[4].shown.product.sku, shelf.tiles[0].shown.product.sku]


def test_tab_leaves_the_tiles_in_one_step(open_grid: OpenGrid):
    shelf = open_grid()
    shelf.tiles[0].setFocus()
    shelf.press(Qt.Key.Key_Tab)
    assert shelf.focused is None


def test_an_arrow_over_the_edge_turns_the_page(open_grid: OpenGrid):
    shelf = open_grid()
    first = shelf.names
    shelf.tiles[0].setFocus()
    shelf.press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert shelf.names != first
    assert shelf.focused == 0
    shelf.press(Qt.Key.Key_Left)
    assert shelf.names == first
    assert shelf.focused == 2
    shelf.press(Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert shelf.focused == 2


def test_page_keys_turn_pages(open_grid: OpenGrid):
    shelf = open_grid()
    first = shelf.names
    shelf.tiles[5].setFocus()
    shelf.press(Qt.Key.Key_PageDown)
    assert shelf.names != first
    assert shelf.focused == 5
    shelf.press(Qt.Key.Key_PageUp, Qt.Key.Key_PageUp)
    assert shelf.names == first
