"""What is wanted now and then: cash in and out, an advance, the drawer with no sale."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pos.domain.money import Money
from pos.domain.people import Role
from pos.domain.settlements import Advance
from pos.domain.shift_figures import ShiftSoFar
from pos.domain.shifts import CashDirection, CashMoved, DrawerOpened
from pos.services.desk import Desk
from pos.services.settling import Settling
from pos.services.shift_keeping import ShiftKeeping
from pos.storage.books import Books
from pos.storage.database import BooksUnavailable
from pos.texts import Texts
from pos.ui.drawer.cash_advance_sheet import AdvanceSheet, UnitTile
from pos.ui.drawer.cash_drawer_sheet import DrawerSheet
from pos.ui.drawer.cash_sheet import CashSheet
from pos.ui.drawer.more_sheet import MoreSheet
from pos.ui.messages import MessageBar
from pos.ui.scan import Scan
from tests.ui.at_screen import AtScreen
from tests.ui.conftest import MakeDesk
from tests.ui.forgetful import forgetful
from tests.ui.open_shift import CHARANGO, CHULLO, fair, opened, sell, session, sign, texts_cut
from tests.ui.stand import CHRISTMAS_FAIR

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


Open = Callable[..., AtTheTill]


@pytest.fixture
def at_window(qtbot: QtBot) -> Iterator[Open]:
    """Stands before a window with nothing in it, for a sheet to open over; it outlives its sheets."""
    windows: list[QWidget] = []

    def stand(size: tuple[int, int] = (1366, 768)) -> AtTheTill:
        windows.append(QWidget())
        return AtTheTill(qtbot, windows[-1], size)

    yield stand
    windows.clear()


# --- more ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("button", "key", "signal"),
    [
        ("Entrada de efectivo", "1", "cash_in_wanted"),
        ("Salida de efectivo", "2", "cash_out_wanted"),
        ("Anticipo a un productor", "3", "advance_wanted"),
        ("Abrir el cajón", "4", "drawer_wanted"),
        ("Reimprimir un recibo", "5", "reprint_wanted"),
        ("Informe X", "6", "x_report_wanted"),
        ("Bloquear", "F11", "lock_wanted"),
    ],
)
def test_each_button_and_its_key_says_what_is_wanted_and_the_sheet_goes(
    at_window: Open, qtbot: QtBot, button: str, key: str, signal: str
):
    at = at_window()
    for press in (lambda: at.touch(button), lambda: at.press(key)):
        sheet = MoreSheet(at.screen, Texts("es"))
        sheet.ask()
        with qtbot.waitSignal(getattr(sheet, signal)):
            press()
        at.wait_for_sheet(shown=False)


def test_escape_closes_it_and_nothing_is_wanted(desk: Desk, at_window: Open, qtbot: QtBot):
    at = at_window()
    sheet = MoreSheet(at.screen, desk.texts)
    sheet.ask()
    with qtbot.waitSignal(sheet.left), qtbot.assertNotEmitted(sheet.lock_wanted):
        at.press("Escape")


# --- cash in and out -----------------------------------------------------------------------------------------------


def ask_cash(at: AtTheTill, desk: Desk, direction: CashDirection) -> CashSheet:
    sheet = CashSheet(at.screen, desk, session(desk), direction)
    sheet.ask()
    return sheet


def test_cash_goes_out_for_a_reason_by_touch_alone(desk: Desk, at_window: Open, qtbot: QtBot):
    at = at_window()
    sheet = ask_cash(at, desk, CashDirection.OUT)
    assert not at.button("Falta el monto").isEnabled()
    for name in ("1", "5"):
        at.touch(name)
    assert not at.button("Falta el motivo").isEnabled()
    at.touch("Bolsas")
    assert at.sees("Bs 15,00 menos en el cajón. No se descuenta a ningún productor.")
    with qtbot.waitSignal(sheet.moved) as moved:
        at.touch("Anotar")
    assert isinstance(moved.args[0], CashMoved)
    assert so_far(desk).cash_out == (("Bolsas", bob("15.00")),)
    assert so_far(desk).expected["BOB"] == bob("285.00")


def test_cash_comes_in_for_a_reason_that_is_typed_by_keys_alone(desk: Desk, at_window: Open):
    at = at_window()
    ask_cash(at, desk, CashDirection.IN)
    QTest.keyClicks(at.sheet.focusWidget(), "200,50")
    assert at.sees("Bs 200,50 más en el cajón.")
    at.press("Return")
    assert not at.button("Falta el motivo").isEnabled()
    QTest.keyClicks(at.sheet.focusWidget(), "de Rosa")
    at.press("Return")
    at.wait_for_sheet(shown=False)
    assert so_far(desk).cash_in == (("de Rosa", bob("200.50")),)


def test_a_typed_reason_takes_the_place_of_a_touched_one_and_the_other_way_round(desk: Desk, at_window: Open):
    at = at_window()
    sheet = ask_cash(at, desk, CashDirection.OUT)
    at.touch("Almuerzo")
    sheet._reasons.type_other()
    QTest.keyClicks(at.sheet.focusWidget(), "hielo")
    assert (sheet._reasons.reason, at.button("Almuerzo").isChecked()) == ("hielo", False)
    at.touch("Transporte")
    assert sheet._reasons.reason == "Transporte"


def test_a_scanned_code_is_no_amount(desk: Desk, at_window: Open):
    at = at_window()
    sheet = ask_cash(at, desk, CashDirection.OUT)
    assert sheet.take_scan(Scan("7771203000410"))
    assert at.message == "Eso es el código de un producto, no un monto. Escriba el monto."


def test_the_sheet_never_tells_what_the_drawer_holds(desk: Desk, at_window: Open):
    sell(desk, (CHULLO, 1))
    at = at_window()
    ask_cash(at, desk, CashDirection.OUT)
    at.touch("5")
    at.touch("Bolsas")
    assert not any("365" in text or "360" in text for text in at.labels)


class FailingDrawer:
    """The real service, whose disk fails at the first try after the fact was kept."""

    def __init__(self, shifts: ShiftKeeping) -> None:
        self._shifts, self._failed = shifts, False

    def move_cash(self, *args: object, paper: bool = False) -> CashMoved:
        moved = self._shifts.move_cash(*args, paper=paper)
        if not self._failed:
            self._failed = True
            raise BooksUnavailable("full")
        return moved


def test_after_trouble_with_the_disk_nothing_is_lost_and_nothing_moves_twice(desk: Desk, at_window: Open):
    at = at_window()
    failing = replace(desk, till=replace(desk.till, shifts=FailingDrawer(desk.till.shifts)))
    sheet = CashSheet(at.screen, failing, session(desk), CashDirection.OUT)
    sheet.ask()
    at.touch("9")
    at.touch("Bolsas")
    at.touch("Anotar")
    assert at.message.startswith("El disco está lleno.")
    at.touch("Anotar")
    at.wait_for_sheet(shown=False)
    assert so_far(desk).cash_out == (("Bolsas", bob("9.00")),)


def test_without_an_open_shift_no_cash_moves(desk: Desk, at_window: Open):
    at = at_window()
    ask_cash(at, desk, CashDirection.OUT)
    desk.till.shifts.close(desk.act(), {})
    at.touch("9")
    at.touch("Bolsas")
    at.touch("Anotar")
    assert at.message == "La caja «A» no está abierta. Abra la caja primero."


# --- advances ------------------------------------------------------------------------------------------------------


def tiles(at: AtTheTill) -> list[str]:
    return [tile.accessibleName() for tile in sorted(at.seen(UnitTile), key=lambda tile: (tile.y(), tile.x()))]


def ask_advance(at: AtTheTill, desk: Desk) -> AdvanceSheet:
    sheet = AdvanceSheet(at.screen, desk, session(desk))
    sheet.ask()
    return sheet


def test_an_advance_goes_to_the_unit_whose_tile_is_touched(desk: Desk, at_window: Open, qtbot: QtBot):
    sale = sell(desk, (CHARANGO, 1))
    share = sale.lines[0].shares[0]
    name = desk.till.catalogue.terms().unit(share.unit).name
    at = at_window()
    sheet = ask_advance(at, desk)
    while name not in tiles(at):
        at.touch("Siguientes")
    at.touch(name)
    owed = desk.texts.amount(share.earning)
    assert at.sees(f"Bs {owed}")
    for figure in ("5", "0"):
        at.touch(figure)
    assert at.sees(f"Bs 50,00 menos en el cajón. Se le descuenta a {name} cuando se le pague.")
    with qtbot.waitSignal(sheet.advanced) as advanced:
        at.touch("Dar el anticipo")
    assert isinstance(advanced.args[0], Advance)
    assert so_far(desk).advances == ((share.unit, bob("50.00")),)
    assert desk.till.settling.balance(CHRISTMAS_FAIR, share.unit) == Money(share.earning - 5000, fair(desk).currency)


def test_more_than_is_owed_is_said_in_words(desk: Desk, at_window: Open):
    at = at_window()
    ask_advance(at, desk)
    name = tiles(at)[0]
    at.touch(name)
    for figure in ("8", "0"):
        at.touch(figure)
    assert at.sees(f"Bs 80,00 menos en el cajón. Es más de lo que se le debe: {name} quedará debiendo Bs 80,00.")
    assert at.button("Dar el anticipo").isEnabled()


def test_every_unit_of_the_fair_has_its_tile_once_over_the_pages(desk: Desk, at_window: Open):
    at = at_window()
    ask_advance(at, desk)
    seen = list(tiles(at))
    while at.button("Siguientes").isEnabled():
        at.touch("Siguientes")
        seen += tiles(at)
    terms = desk.till.catalogue.terms()
    names = [terms.unit(part.unit).name for part in fair(desk).participations]
    assert seen == sorted(names, key=str.casefold)


def test_another_producer_can_still_be_chosen(desk: Desk, at_window: Open):
    at = at_window()
    ask_advance(at, desk)
    first, second = tiles(at)[:2]
    at.touch(first)
    at.touch("Otro productor")
    at.touch(second)
    assert at.sees(second)
    assert not at.button("Falta el monto").isEnabled()


# --- the drawer ----------------------------------------------------------------------------------------------------


def test_the_drawer_opens_once_a_supervisor_has_signed_and_both_names_are_kept(
    desk: Desk, at_window: Open, qtbot: QtBot, books: Books
):
    at = at_window()
    sheet = DrawerSheet(at.screen, desk, session(desk))
    sheet.ask()
    assert not at.button("Falta el motivo").isEnabled()
    at.touch("Cambiar un billete")
    opened: list[DrawerOpened] = []
    sheet.drawer_wanted.connect(opened.append)
    at.touch("Abrir el cajón")
    approval = next(d for d in at.screen.findChildren(QWidget) if type(d).__name__ == "ApprovalSheet")
    assert opened == []
    qtbot.waitUntil(approval.isActiveWindow)
    sign(approval)
    at.wait_for_sheet(shown=False)
    (fact,) = opened
    assert (fact.cashier, fact.supervisor, fact.reason) == ("Ana Mayta", "Elena", "Cambiar un billete")
    with books.reading() as reading:
        assert reading.journal.event(fact.stamp.id) == fact
    assert so_far(desk).drawer_openings == 1


def test_a_supervisor_opens_the_drawer_on_their_own_word(desk: Desk, at_window: Open, qtbot: QtBot):
    at = at_window()
    sheet = DrawerSheet(at.screen, desk, session(desk, Role.SUPERVISOR))
    sheet.ask()
    at.touch("Revisar las monedas")
    with qtbot.waitSignal(sheet.drawer_wanted) as wanted:
        at.press("F12")
    assert wanted.args[0].supervisor == "Ana Mayta"


# --- what the disk had kept after all --------------------------------------------------------------------------------


def test_another_amount_after_the_disk_had_kept_the_first_one_is_not_told_as_noted(
    desk: Desk, at_window: Open, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(ShiftKeeping, "move_cash", forgetful(ShiftKeeping.move_cash))
    at = at_window()
    sheet = ask_cash(at, desk, CashDirection.OUT)
    heard: list[CashMoved] = []
    sheet.moved.connect(heard.append)
    for name in ("9", "Bolsas", "Anotar", "0", "Anotar"):
        at.touch(name)
    assert at.message.startswith("El primer intento sí se guardó: salieron Bs 9,00, Bolsas.")
    assert [moved.amount for moved in heard] == [900]
    assert so_far(desk).cash_out == (("Bolsas", bob("9.00")),)
    at.touch("Anotar")
    at.wait_for_sheet(shown=False)
    assert [moved.amount for moved in heard] == [900, 9000], "asked for once more, it is another movement"


def test_another_producer_after_the_disk_had_kept_the_first_advance_is_not_told_as_paid(
    desk: Desk, at_window: Open, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(Settling, "advance", forgetful(Settling.advance))
    at = at_window()
    sheet = ask_advance(at, desk)
    heard: list[Advance] = []
    sheet.advanced.connect(heard.append)
    first, second = tiles(at)[:2]
    for name in (first, "5", "0", "Dar el anticipo", "Otro productor", second, "8", "0", "Dar el anticipo"):
        at.touch(name)
    assert at.message.startswith(f"El primer intento sí se guardó: anticipo de Bs 50,00 a {first}.")
    assert [given.amount for given in heard] == [5000]
    at.touch("Dar el anticipo")
    at.wait_for_sheet(shown=False)
    assert [given.amount for given in heard] == [5000, 8000]


def test_a_code_scanned_over_more_goes_to_the_sale_and_over_an_amount_it_is_heard(desk: Desk, at_window: Open):
    at = at_window()
    more = MoreSheet(at.screen, desk.texts)
    more.ask()
    assert not more.take_scan(Scan("MP-027"))
    at.wait_for_sheet(shown=False)
    sheet = ask_cash(at, desk, CashDirection.OUT)
    assert sheet.take_scan(Scan("MP-027"))
    assert sheet.was_refused()


# --- looks ---------------------------------------------------------------------------------------------------------


@SIZES
@pytest.mark.parametrize("language", ["es", "en"])
def test_no_text_is_cut_off(desk: Desk, at_window: Open, size: tuple[int, int], language: str):
    spoken = replace(desk, texts=replace(desk.texts, language=language))
    at = at_window(size)
    for sheet in (
        MoreSheet(at.screen, spoken.texts),
        CashSheet(at.screen, spoken, session(desk), CashDirection.OUT),
        CashSheet(at.screen, spoken, session(desk), CashDirection.IN),
        DrawerSheet(at.screen, spoken, session(desk)),
    ):
        sheet.ask()
        assert texts_cut(at) == []
        assert sheet.height() <= size[1]
        sheet.reject()
    sheet = AdvanceSheet(at.screen, spoken, session(desk))
    sheet.ask()
    sheet._choose(desk.till.catalogue.terms().unit(fair(desk).participations[0].unit))
    QTest.keyClicks(sheet._field, "99999,90")
    assert texts_cut(at) == []
    sheet.reject()
