"""The open shift read at the till; what the drawer must hold is for a supervisor to see."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from pos.domain.money import Money
from pos.domain.people import Approval, Role
from pos.domain.shift_figures import ShiftSoFar
from pos.domain.shifts import CashDirection
from pos.domain.tenders import Tender, TenderKind
from pos.services.desk import Desk
from pos.ui.drawer.x_report_screen import XReportScreen
from pos.ui.messages import MessageBar
from tests.ui.at_screen import AtScreen
from tests.ui.conftest import MakeDesk
from tests.ui.open_shift import CHARANGO, CHULLO, fair, opened, sell, session, sign, texts_cut
from tests.ui.stand import CHRISTMAS_FAIR, StandingClock

SIZES = pytest.mark.parametrize("size", [(1366, 768), (1024, 600), (1920, 1080)], ids=["usual", "small", "large"])


@pytest.fixture
def desk(make_stall: MakeDesk) -> Desk:
    """The stall at its fair, its shift open."""
    return opened(make_stall())


def bob(text: str) -> Money:
    return Money.of(text, "BOB")


def so_far(desk: Desk) -> ShiftSoFar:
    return desk.till.shifts.so_far("A", CHRISTMAS_FAIR)


class AtTheTill(AtScreen):
    """A person before a window with one sheet or screen."""

    @property
    def message(self) -> str:
        return " ".join(bar.words for bar in self.seen(MessageBar))


# --- the X ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def busy(desk: Desk, clock: StandingClock) -> Desk:
    """A shift in which a little of everything happened."""
    sell(desk, (CHULLO, 1))
    sale = sell(desk, (CHULLO, 1))
    sell(desk, (CHARANGO, 1), pay=[Tender(TenderKind.QR, "BOB", 45000, 45000)])
    desk.till.refunding.void(desk.act(), sale.stamp.id, shown=True)
    desk.till.shifts.move_cash(desk.act(), CashDirection.OUT, bob("15.00"), "Bolsas")
    unit = fair(desk).participations[0].unit
    desk.till.settling.advance(desk.act(), unit, bob("20.00"))
    desk.till.shifts.open_drawer(desk.act(), "monedas", Approval("Elena"))
    clock.at += timedelta(hours=3)
    return desk


Read = Callable[..., AtTheTill]


@pytest.fixture
def read_x(qtbot: QtBot, busy: Desk) -> Read:
    """Stands before the X report."""

    def stand(
        role: Role = Role.CASHIER, size: tuple[int, int] = (1366, 704), language: str = "es", *, printer: str = ""
    ) -> AtTheTill:
        texts, settings = replace(busy.texts, language=language), replace(busy.settings, printer=printer)
        screen = XReportScreen(replace(busy, texts=texts, settings=settings))
        at = AtTheTill(qtbot, screen, size)
        screen.start(session(busy, role))
        screen.take_focus()
        return at

    return stand


def test_a_supervisor_sees_the_whole_shift(busy: Desk, read_x: Read):
    at = read_x(Role.SUPERVISOR)
    unit = busy.till.catalogue.terms().unit(fair(busy).participations[0].unit).name
    for text in (
        "Informe X del turno 1",
        "Caja A · Ana Mayta · de 11:00 a 14:00",
        "A-000001",
        "A-000003",
        "580,00",
        "Devoluciones, 1",
        "−65,00",
        "515,00",
        "Salió: Bolsas",
        "−15,00",
        f"Anticipo: {unit}",
        "Abierto sin venta",
        "330,00",
    ):
        assert at.sees(text), text
    assert "Ver cuánto debe haber" not in at.buttons


def test_a_cashier_sees_no_cash_before_a_supervisor_says_so(busy: Desk, read_x: Read):
    at = read_x()
    assert not at.sees("330,00")
    assert at.sees("Solo lo ve el encargado: el cajón se cuenta sin saberlo.")
    at.touch("Ver cuánto debe haber")
    at.wait_for_sheet(shown=True)
    sign(at.sheet)
    at.wait_for_sheet(shown=False)
    assert at.sees("330,00")


def test_without_a_printer_no_x_is_printed(read_x: Read, qtbot: QtBot):
    at = read_x(Role.ADMINISTRATOR)
    with qtbot.assertNotEmitted(at.screen.print_wanted):
        at.press("F12")


def test_a_printed_x_has_the_figures_and_needs_a_supervisor_too(busy: Desk, read_x: Read, qtbot: QtBot):
    at = read_x(Role.ADMINISTRATOR, printer="tcp://127.0.0.1:9100")
    with qtbot.waitSignal(at.screen.print_wanted) as wanted:
        at.press("F12")
    assert wanted.args[0] == so_far(busy)
    at = read_x(printer="tcp://127.0.0.1:9100")
    with qtbot.assertNotEmitted(at.screen.print_wanted):
        at.press("F12")
        at.wait_for_sheet(shown=True)
        at.press("Escape")
        at.wait_for_sheet(shown=False)


def test_without_an_open_shift_there_is_nothing_to_read(busy: Desk, qtbot: QtBot):
    asked = session(busy)
    busy.till.shifts.close(busy.act(), {})
    screen = XReportScreen(busy)
    at = AtTheTill(qtbot, screen)
    screen.start(asked)
    assert at.message == "La caja «A» no está abierta. Abra la caja primero."
    assert not at.button("Imprimir X").isEnabled()


@SIZES
@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("role", [Role.CASHIER, Role.SUPERVISOR])
def test_no_text_is_cut_off(read_x: Read, size: tuple[int, int], language: str, role: Role):
    at = read_x(role, (size[0], size[1] - 64), language)
    assert texts_cut(at) == []
