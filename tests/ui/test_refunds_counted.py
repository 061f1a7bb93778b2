"""Pieces that were counted for a return: nobody loses them by a touch, a key or a scan."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from pos.domain.barcodes import receipt_digits
from pos.domain.people import Role
from pos.services.desk import Desk
from tests.ui.conftest import MakeDesk
from tests.ui.open_shift import CHARANGO, CHULLO, AtTheReturns, at_the_returns, opened, sell, session

Begin = Callable[[], AtTheReturns]


@pytest.fixture
def desk(make_stall: MakeDesk) -> Desk:
    """The stall at its fair, its shift open."""
    return opened(make_stall(printer="file:/dev/null"))


@pytest.fixture
def begin(qtbot: QtBot, desk: Desk) -> Begin:
    """Stands before the returns as a cashier."""
    return lambda: at_the_returns(qtbot, desk, Role.CASHIER, (1366, 704))


@pytest.mark.parametrize("way", ["Escape", "Otro recibo", "scan"])
def test_another_receipt_is_not_gone_to_without_asking_where_pieces_are_counted(desk: Desk, begin: Begin, way: str):
    first, second = sell(desk, (CHULLO, 2)), sell(desk, (CHARANGO, 1))
    at = begin()

    def go_away() -> None:
        if way == "scan":
            at.scan(receipt_digits("A", second.number))
        else:
            (at.press if way == "Escape" else at.touch)(way)

    at.scan(receipt_digits("A", first.number))
    at.scan(CHULLO)
    go_away()
    at.wait_for_sheet(shown=True)
    assert at.sees("1 pieza marcada todavía no se devolvió.")
    at.touch("Seguir contando")
    at.wait_for_sheet(shown=False)
    assert at.amount == "DEVUELVA 65,00"
    go_away()
    at.wait_for_sheet(shown=True)
    at.touch("Descartar")
    assert at.sees("¿Qué vuelve de A-000002?") is (way == "scan")
    assert not at.sees("¿Qué vuelve de A-000001?")


def test_coming_back_to_the_returns_finds_what_was_counted(desk: Desk, begin: Begin):
    sale = sell(desk, (CHULLO, 2))
    at = begin()
    at.scan(receipt_digits("A", sale.number))
    at.scan(CHULLO)
    at.screen.start(session(desk))
    assert at.amount == "DEVUELVA 65,00"
    at.press("F12")
    assert at.amount == "DEVUELTO 65,00"
    at.screen.start(session(desk))
    assert not at.sees("¿Qué vuelve de A-000001?")
