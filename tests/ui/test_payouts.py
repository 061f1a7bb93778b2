"""Paying a producer: how much and how, a last look with both names, and what became of it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pos.domain.barcodes import badge_code
from pos.domain.people import Person
from pos.domain.settlements import Payout, PayoutKind
from pos.services.desk import Desk
from pos.services.producers_day import ProducersDay
from pos.services.settling import Settling
from pos.storage.database import BooksUnavailable
from pos.ui.choosers import PaperPlaces
from pos.ui.people.approval_sheet import ApprovalSheet
from pos.ui.producers.payout_confirm import in_pieces
from pos.ui.producers.payout_sheet import PayoutSheet
from pos.ui.scan import Scan
from tests.builders import money
from tests.ui.fair_day import (
    CASHIER,
    SUPERVISOR,
    button,
    clipped,
    dialogs,
    fair_desk,
    labels,
    leave,
    open_shift,
    press,
    session_of,
    show,
    touch,
    write,
)
from tests.ui.forgetful import forgetful, unreadable
from tests.ui.stand import CHRISTMAS_FAIR

SIZES = [(1366, 768), (1920, 1080), (1024, 600)]
UNIT = "MP07"
"""Confecciones Sawuri, four members, who are owed 885.66."""
OpenSheet = Callable[..., PayoutSheet]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The evening of the example day, with a shift open and 2000 in the drawer."""
    with fair_desk(tmp_path) as found:
        open_shift(found)
        yield found


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """Where papers are kept."""
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder


@pytest.fixture
def open_sheet(qtbot: QtBot, saved: Path) -> Iterator[OpenSheet]:
    """Opens the sheet over a window, for a unit and a person."""
    windows: list[QWidget] = []

    def opened(
        desk: Desk,
        *,
        person: Person = CASHIER,
        kind: PayoutKind = PayoutKind.CASH,
        size: tuple[int, int] = SIZES[0],
        unit: str = UNIT,
    ) -> PayoutSheet:
        window = QWidget()
        windows.append(window)
        window.resize(*size)
        show(window, qtbot)
        day = desk.clock.now().date()
        account = desk.producers_day.unit(CHRISTMAS_FAIR, day, unit)
        places = PaperPlaces(lambda _: saved, lambda _, name: saved / name, lambda _: None)
        sheet = PayoutSheet(window, desk, session_of(desk, person), account, places)
        sheet.start(kind)
        qtbot.waitUntil(sheet.isActiveWindow)
        return sheet

    yield opened
    for window in windows:
        leave(window, qtbot)


def paid(desk: Desk, unit: str = UNIT) -> list[tuple[str, str]]:
    """What the books say was paid to a unit."""
    payments = desk.producers_day.unit(CHRISTMAS_FAIR, None, unit).payments
    return [(payment.kind, str(payment.amount)) for payment in payments if payment.kind != "advance"]


def balance(desk: Desk, unit: str = UNIT) -> str:
    return str(desk.till.settling.balance(CHRISTMAS_FAIR, unit))


# --- all of it, a part of it ---------------------------------------------------------------------------------------


def test_all_that_is_owed_is_proposed_looked_at_again_and_paid_in_cash(desk: Desk, open_sheet: OpenSheet):
    sheet = open_sheet(desk)
    heard: list[Payout] = []
    sheet.paid.connect(heard.append)
    press(Qt.Key.Key_Return)
    assert {
        "Ana Mayta",
        "Confecciones Sawuri",
        "Gabriela Ñaupa, Elvira Paco, Norma Chuquimia y Sandra Loza",
        "885,66",
        "Ochocientos ochenta y cinco 66/100 bolivianos",
        "En efectivo, de la gaveta de la caja A",
        "No hay moneda para 0,06.",
    } <= set(labels(sheet))
    assert sheet._confirm._pieces.accessibleName().startswith("4 × Bs 200, 1 × Bs 50")
    press(Qt.Key.Key_F12)
    assert {"885,66", "Pagado", "0,00"} <= set(labels(sheet))
    assert (paid(desk), balance(desk)) == ([("cash", "885.66")], "0.00")
    assert [(payout.unit, payout.cashier, payout.supervisor) for payout in heard] == [(UNIT, "Ana Mayta", None)]
    press(Qt.Key.Key_Return)
    assert dialogs(PayoutSheet) == []
    assert desk.safekeeping.verify(lambda _done, _of: None) == ()


def test_a_part_is_typed_on_the_keypad_and_the_rest_stays_owed(desk: Desk, open_sheet: OpenSheet):
    sheet = open_sheet(desk)
    for key in ("5", "0", "0"):
        touch(sheet, key)
    assert "385,66" in labels(sheet)
    touch(sheet, "Seguir")
    touch(sheet, "Sí, pagar 500,00")
    assert (paid(desk), balance(desk)) == ([("cash", "500.00")], "385.66")
    assert {"Falta", "385,66"} <= set(labels(sheet))


def test_all_can_be_had_back_after_typing_something_else(desk: Desk, open_sheet: OpenSheet):
    sheet = open_sheet(desk)
    write("12")
    touch(sheet, "Todo: 885,66")
    press(Qt.Key.Key_Return)
    assert button(sheet, "Sí, pagar 885,66")


def test_nothing_and_what_is_no_amount_cannot_go_on(desk: Desk, open_sheet: OpenSheet):
    sheet = open_sheet(desk)
    press(Qt.Key.Key_Backspace)
    assert not button(sheet, "Escriba el monto").isEnabled()
    write("1,2,3")
    assert not button(sheet, "No es un monto").isEnabled()
    press(Qt.Key.Key_F12)
    assert not sheet._confirm.isVisible()


# --- cash or bank --------------------------------------------------------------------------------------------------


def test_by_bank_no_cash_leaves_the_drawer_and_no_notes_are_shown(desk: Desk, open_sheet: OpenSheet):
    sheet = open_sheet(desk)
    touch(sheet, "Banco")
    press(Qt.Key.Key_Return)
    assert "Por banco" in labels(sheet)
    assert not sheet._confirm._pieces.isVisible()
    press(Qt.Key.Key_F12)
    assert paid(desk) == [("transfer", "885.66")]
    assert desk.producers_day.cash_covers("A", money("2000.00"))


def test_without_a_shift_only_the_bank_can_be_chosen(tmp_path: Path, open_sheet: OpenSheet):
    with fair_desk(tmp_path) as desk:
        sheet = open_sheet(desk)
        assert not button(sheet, "Efectivo").isEnabled()
        press(Qt.Key.Key_Return, Qt.Key.Key_F12)
        assert paid(desk) == [("transfer", "885.66")]
        sheet.reject()


def test_a_drawer_that_has_too_little_offers_the_bank(tmp_path: Path, open_sheet: OpenSheet):
    with fair_desk(tmp_path) as desk:
        open_shift(desk, twenties=5)
        sheet = open_sheet(desk)
        press(Qt.Key.Key_Return)
        assert "no alcanza el efectivo" in sheet.message
        assert "100" not in sheet.message, "what the drawer holds stays hidden until it is counted"
        assert paid(desk) == []
        touch(sheet, "Pagar por banco")
        press(Qt.Key.Key_Return, Qt.Key.Key_F12)
        assert paid(desk) == [("transfer", "885.66")]
        sheet.reject()


def test_a_part_that_the_drawer_has_can_be_paid_from_it(tmp_path: Path, open_sheet: OpenSheet):
    with fair_desk(tmp_path) as desk:
        open_shift(desk, twenties=5)
        sheet = open_sheet(desk)
        write("100")
        press(Qt.Key.Key_Return, Qt.Key.Key_F12)
        assert paid(desk) == [("cash", "100.00")]
        sheet.reject()


# --- over the balance ----------------------------------------------------------------------------------------------


def test_more_than_is_owed_goes_on_only_with_a_supervisor(desk: Desk, open_sheet: OpenSheet, qtbot: QtBot):
    sheet = open_sheet(desk)
    write("900")
    assert "más de lo que se le debe" in sheet.message
    press(Qt.Key.Key_Return)
    [asking] = dialogs(ApprovalSheet)
    asking.reject()
    assert not sheet._confirm.isVisible()
    sheet._amount.go_on()
    [asking] = dialogs(ApprovalSheet)
    asking.approved.emit(SUPERVISOR)
    asking.accept()
    assert "Ana Mayta" in labels(sheet)
    assert [label for label in labels(sheet) if label.endswith("Marcelo Rojas")]
    touch(sheet, "Sí, pagar 900,00")
    assert (paid(desk), balance(desk)) == ([("cash", "900.00")], "-14.34")
    assert {"Debe", "14,34"} <= set(labels(sheet))


def test_the_books_hold_who_approved(desk: Desk, open_sheet: OpenSheet):
    sheet = open_sheet(desk, person=SUPERVISOR)
    heard: list[Payout] = []
    sheet.paid.connect(heard.append)
    write("900")
    press(Qt.Key.Key_Return)
    assert "Marcelo Rojas" in labels(sheet)
    press(Qt.Key.Key_F12)
    assert [(payout.amount, payout.balance, payout.supervisor) for payout in heard] == [
        (90_000, 88_566, "Marcelo Rojas")
    ]


def test_an_approval_is_for_the_amount_that_was_shown(desk: Desk, open_sheet: OpenSheet):
    sheet = open_sheet(desk)
    write("900")
    press(Qt.Key.Key_Return)
    [asking] = dialogs(ApprovalSheet)
    asking.approved.emit(SUPERVISOR)
    asking.accept()
    touch(sheet, "Volver")
    write("950")
    sheet._amount.go_on()
    assert len(dialogs(ApprovalSheet)) == 1, "it is asked for again"
    dialogs(ApprovalSheet)[0].reject()
    assert paid(desk) == []


# --- what must not pay ---------------------------------------------------------------------------------------------


def test_enter_on_the_last_look_goes_back_and_pays_nothing(desk: Desk, open_sheet: OpenSheet):
    sheet = open_sheet(desk)
    press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert sheet._amount.isVisible()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    assert dialogs(PayoutSheet) == []
    assert paid(desk) == []


def test_no_scan_changes_whom_the_money_goes_to(desk: Desk, open_sheet: OpenSheet):
    sheet = open_sheet(desk)
    assert sheet.take_scan(Scan(badge_code("JK01")))
    assert "Pagar a Confecciones Sawuri" in labels(sheet)


class _ForgetfulDisk:
    """Pays through the real service, but says at first that the disk failed, after the payout was kept."""

    def __init__(self, desk: Desk) -> None:
        self._settling = desk.till.settling
        self._failed = False

    def balance(self, exhibition: str, unit: str) -> object:
        return self._settling.balance(exhibition, unit)

    def pay_out(self, *given: object, **how: object) -> Payout:
        payout = self._settling.pay_out(*given, **how)
        if not self._failed:
            self._failed = True
            raise BooksUnavailable("full")
        return payout


def test_trouble_with_the_disk_is_told_and_trying_again_pays_once(desk: Desk, open_sheet: OpenSheet):
    failing = replace(desk, till=replace(desk.till, settling=_ForgetfulDisk(desk)))
    sheet = open_sheet(failing)
    press(Qt.Key.Key_Return, Qt.Key.Key_F12)
    assert "disco" in sheet.message
    press(Qt.Key.Key_F12)
    assert sheet._result.isVisible()
    assert paid(desk) == [("cash", "885.66")]


def test_a_rule_that_says_no_is_told_on_the_last_look(desk: Desk, open_sheet: OpenSheet):
    sheet = open_sheet(desk)
    press(Qt.Key.Key_Return)
    desk.till.settling.pay_out(desk.act(), UNIT, PayoutKind.TRANSFER, money("500.00"))
    press(Qt.Key.Key_F12)
    assert "385,66" in sheet.message
    assert paid(desk) == [("transfer", "500.00")]


# --- paper ---------------------------------------------------------------------------------------------------------


def test_the_sheet_to_sign_is_kept_from_the_result(desk: Desk, open_sheet: OpenSheet, saved: Path):
    sheet = open_sheet(desk)
    press(Qt.Key.Key_Return, Qt.Key.Key_F12)
    touch(sheet, "Imprimir hoja")
    [file] = saved.iterdir()
    assert file.name == "LPZ-NAV-26-MP07.pdf"
    assert file.read_bytes().startswith(b"%PDF")
    assert str(file) in sheet.message


@pytest.mark.parametrize("size", SIZES, ids=["usual", "large", "small"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_no_page_cuts_a_word_off(tmp_path: Path, open_sheet: OpenSheet, size: tuple[int, int], language: str):
    with fair_desk(tmp_path, language=language) as desk:
        open_shift(desk)
        sheet = open_sheet(desk, size=size)
        found = clipped(sheet)
        press(Qt.Key.Key_Return)
        found += clipped(sheet)
        press(Qt.Key.Key_F12)
        found += clipped(sheet)
        assert found == []
        assert paid(desk)
        sheet.reject()


@pytest.mark.parametrize(
    ("amount", "pieces", "odd"),
    [
        ("885.66", [(20_000, 4), (5_000, 1), (2_000, 1), (1_000, 1), (500, 1), (50, 1), (10, 1)], 6),
        ("200.00", [(20_000, 1)], 0),
        ("0.05", [], 5),
    ],
)
def test_an_amount_in_notes_and_coins_and_what_there_is_no_coin_for(
    amount: str, pieces: list[tuple[int, int]], odd: int
):
    found, left = in_pieces(money(amount))
    assert ([(piece.denomination, piece.count) for piece in found], left) == (pieces, odd)


def test_another_amount_after_the_disk_had_kept_the_first_one_is_not_told_as_paid(
    desk: Desk, open_sheet: OpenSheet, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(Settling, "pay_out", forgetful(Settling.pay_out))
    sheet = open_sheet(desk)
    write("100")
    press(Qt.Key.Key_Return, Qt.Key.Key_F12)
    assert "disco" in sheet.message
    touch(sheet, "Volver")
    sheet._amount._field.selectAll()
    write("500")
    press(Qt.Key.Key_Return, Qt.Key.Key_F12)
    assert sheet.message.startswith("El primer intento sí se guardó: pago de Bs 100,00 a Confecciones Sawuri.")
    assert {"100,00", "785,66"} <= set(labels(sheet))
    assert paid(desk) == [("cash", "100.00")]


def test_a_payout_is_told_though_nobody_can_read_how_the_unit_stands(
    desk: Desk, open_sheet: OpenSheet, monkeypatch: pytest.MonkeyPatch
):
    sheet = open_sheet(desk)
    heard: list[Payout] = []
    sheet.paid.connect(heard.append)
    press(Qt.Key.Key_Return)
    with monkeypatch.context() as broken:
        broken.setattr(ProducersDay, "unit", unreadable)
        press(Qt.Key.Key_F12)
    assert {"885,66", "Pagado"} <= set(labels(sheet))
    assert "disco" in sheet.message
    assert len(heard) == 1
    press(Qt.Key.Key_Return)
    assert dialogs(PayoutSheet) == []


def test_a_scan_over_a_payout_is_refused_with_a_word_and_a_sound(desk: Desk, open_sheet: OpenSheet):
    sheet = open_sheet(desk)
    assert sheet.take_scan(Scan(badge_code("JK01")))
    assert sheet.was_refused()
    assert not sheet.was_refused(), "it is heard once"
    assert "Ese código no se tomó." in labels(sheet)
