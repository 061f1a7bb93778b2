"""Selling: the cart in all its states, what may be wrong, and the sheets over it."""

from collections.abc import Iterator
from datetime import datetime

from pos.hardware.interfaces import PrinterTrouble
from pos.ui.selling.found_row import FoundRow
from tests.ui.scenes_stage import LONG_NAMES, NETWORK, Scene, Stage, Theatre
from tests.ui.stand import LA_PAZ, ScriptedPrinter, failing

PRINTER = "tcp://127.0.0.1:9100"
MISREAD = "2000000000016"
"""An EAN-13 whose last digit is wrong."""


def fill(at: Stage) -> None:
    """A tourist's cart of eleven pieces for 1060.50, with a bargain and a yapa."""
    at.scan("MP-015", "MP-026", "MP-026")
    at.press("F4")
    at.write("110")
    at.press("Enter")
    at.scan(*["MP-027"] * 3, "MP-031", *["ES-001"] * 3, "ES-008")
    at.press("F5")
    at.touch("Tourist")


def selling(theatre: Theatre) -> Iterator[Scene]:
    """The usual day at the till."""
    at = theatre.till(theatre.desk(printer=PRINTER), printer=ScriptedPrinter())
    yield at.scene("till-empty")
    yield at.scene_for_the_buyer("display-idle")
    at.scan("JK-006", "JK-013", "JK-013")
    at.press("F8")
    fill(at)
    yield at.scene("till")
    yield at.scene_for_the_buyer("display-cart")
    at.touch_first("More")
    yield at.scene("till-categories")


def sheets(theatre: Theatre) -> Iterator[Scene]:
    """What is asked over the cart."""
    at = theatre.till()
    at.scan("JK-006", "JK-013", "JK-013")
    at.press("F8")
    at.scan("MP-015")
    at.press("F8")
    at.touch("Put this sale on hold")
    at.scan("MP-026", "MP-026")
    at.press("F8")
    yield at.scene("held-carts")
    at.press("Esc", "F4")
    yield at.scene("bargain-at-list")
    at.write("110")
    yield at.scene("bargain")
    at.press("Backspace", "Backspace", "Backspace")
    at.write("80")
    yield at.scene("bargain-under-the-floor")
    at.press("Enter")
    yield at.scene("approval")
    at.press("Esc", "Esc", "F3")
    yield at.scene("quantity")
    at.press("Esc", "F6")
    yield at.scene("discount")
    at.write("15")
    yield at.scene("discount-on-the-sale")
    at.press("Esc", "F10")
    yield at.scene("more")


def searching(theatre: Theatre) -> Iterator[Scene]:
    """What has no label."""
    at = theatre.till()
    at.press("F2")
    at.write("mu")
    at.qtbot.waitUntil(lambda: bool(at._seen(FoundRow)))
    yield at.scene("search")
    at.write("xyz")
    at.qtbot.waitUntil(lambda: not at._seen(FoundRow))
    yield at.scene("search-nothing-found")
    at.touch("Sell without a code")
    yield at.scene("open-item-whose")
    at.touch_first("Familia Quispe")
    at.write("350")
    yield at.scene("open-item-price")


def troubles(theatre: Theatre) -> Iterator[Scene]:
    """What was scanned and is not taken; what is wrong with the devices."""
    at = theatre.till(theatre.desk(printer=PRINTER), printer=ScriptedPrinter(failing(PrinterTrouble.REFUSED)))
    at.scan("MP-026", "MP-027", "MP-027", "MP-031", "7771203000410")
    yield at.scene("unknown-code")
    at.scan(MISREAD)
    yield at.scene("wrong-check-digit")
    at.press("Esc", "F12")
    at.touch_first("Exact")
    at.press("F12")
    yield at.scene("done-not-printed")
    at.press("Enter")
    yield at.scene("till-empty-printer-off")
    at.scan("MP-026", "7771203000410")
    yield at.scene("unknown-code-printer-off")


def other_fairs(theatre: Theatre) -> Iterator[Scene]:
    """A fair in another currency, with some of the makers."""
    desk = theatre.desk(NETWORK, at=datetime(2027, 3, 6, 11, 26, tzinfo=LA_PAZ), exhibition="BER-27")
    at = theatre.till(desk)
    at.scan("MP-026", "ES-001")
    yield at.scene("other-fairs-product")
    at.scan("MP-027")
    yield at.scene("till-in-euros")


def practising(theatre: Theatre) -> Iterator[Scene]:
    """Practice, where nothing counts."""
    printer = ScriptedPrinter(failing(PrinterTrouble.REFUSED))
    at = theatre.till(theatre.desk(printer=PRINTER), who="", printer=printer)
    at.touch("Practise")
    yield at.scene("practice-opening")
    at.press("F12")
    at.scan("MP-027", "JK-015")
    at.press("F12")
    at.touch_first("Exact")
    at.press("F12")
    yield at.scene("practice-done")
    at.press("Enter")
    at.scan("MP-026", "MP-026", *["MP-027"] * 3, "MP-031")
    at.scan("7771203000410")
    yield at.scene("practice")
    yield at.scene_for_the_buyer("display-practice")


def extremes(theatre: Theatre) -> Iterator[Scene]:
    """The longest names and the largest sums."""
    at = theatre.till(theatre.desk(LONG_NAMES), who="María del Carmen Quispe de Condori")
    at.scan("MP-031", "MP-015")
    at.write("*400")
    at.press("Enter")
    at.scan("MP-026", "ES-001", "JK-001")
    yield at.scene("long-names")
    yield at.scene_for_the_buyer("display-long-names")
    at.press("F12")
    yield at.scene("long-names-payment")
    at.write("500000")
    yield at.scene("long-names-change")
    at.press("F12")
    yield at.scene("long-names-done")
    yield at.scene_for_the_buyer("display-long-names-thanks")


def leaving(theatre: Theatre) -> Iterator[Scene]:
    """The till is locked, or the program fails."""
    at = theatre.till()
    at.scan("MP-027")
    at.window.tell_fault("K7QX2M")
    yield at.scene("program-fault")
    at.press("Esc", "F11")
    yield at.scene("locked")


STORIES = {
    "selling": selling,
    "sheets": sheets,
    "searching": searching,
    "troubles": troubles,
    "other-fairs": other_fairs,
    "practising": practising,
    "extremes": extremes,
    "leaving": leaving,
}
