"""Paper that does not come out: the printer's chip and notice, and the sheet of what waits and what may be out."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from pos.domain.money import Money, currency
from pos.domain.shifts import CashDirection
from pos.hardware.interfaces import PrinterStatus, PrinterTrouble
from tests.ui.scenes_stage import Scene, Stage, Theatre
from tests.ui.stand import ScriptedPrinter, failing

PRINTER, OTHER = "usb:auto", "tcp://192.168.0.40:9100"


class TellingPrinter(ScriptedPrinter):
    """A printer that says how it is."""

    def __init__(self, said: PrinterStatus) -> None:
        super().__init__()
        self.said = said

    def status(self) -> PrinterStatus:
        return self.said


def sell(at: Stage, *codes: str) -> None:
    """Sell these for exact cash."""
    at.scan(*codes)
    at.press("F12")
    at.touch_first("Exact")
    at.press("F12")
    at.settle()


def touch_printer(at: Stage) -> None:
    """Touch the printer's chip in the strip."""
    QTest.mouseClick(at.window._strip._printer, Qt.MouseButton.LeftButton)


def spool(theatre: Theatre) -> Iterator[Scene]:
    """A printer that breaks off, then is gone, then has no paper, then is back."""
    printer = ScriptedPrinter(failing(PrinterTrouble.BROKE_OFF, begun=True))
    desk = theatre.desk(printer=PRINTER, backup_printer=OTHER, backup_width=58)
    at = theatre.till(desk, printer=printer)
    sell(at, "MP-026", "MP-027")
    at.press("Enter")
    yield at.scene("till-look-at-the-paper")
    printer.answer = failing(PrinterTrouble.PAPER_OUT)
    sell(at, "MP-015", "JK-006")
    yield at.scene("done-no-paper")
    at.press("Enter")
    yield at.scene("till-no-paper")
    sell(at, "JK-013")
    desk.till.shifts.move_cash(
        desk.act(), CashDirection.OUT, Money(4000, currency("BOB")), "bolsas y cinta", paper=True
    )  # fmt: skip
    printer.answer = failing(PrinterTrouble.REFUSED)
    at.press("Enter")
    touch_printer(at)
    at.settle()
    yield at.scene("spool-perhaps-out")
    at.press("Down")
    at.settle()
    yield at.scene("spool-waiting")
    at.touch("Choose all")
    at.settle()
    yield at.scene("spool-all")
    at.touch("Not needed")
    yield at.scene("spool-not-needed")
    at.press("Esc")
    at.touch("Other printer")
    at.settle()
    yield at.scene("spool-other-printer-failed")
    printer.answer = lambda: None
    at.touch("Try it")
    at.settle()
    yield at.scene("spool-the-rest-is-printed")
    at.touch("Yes, it came out")
    at.settle()
    yield at.scene("spool-everything-printed")


def little_paper(theatre: Theatre) -> Iterator[Scene]:
    """A printer that says that its roll is nearly used up, and then that it is open."""
    printer = TellingPrinter(PrinterStatus(paper_low=True))
    at = theatre.till(theatre.desk(printer=PRINTER), printer=printer)
    sell(at, "MP-026")
    at.press("Enter")
    yield at.scene("till-little-paper")
    printer.said = PrinterStatus(cover_open=True)
    touch_printer(at)
    at.settle()
    yield at.scene("spool-cover-open")


STORIES = {"spool": spool, "little-paper": little_paper}
