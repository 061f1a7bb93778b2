"""Goods that come back, receipts once more, and what else is done at the drawer."""

from collections.abc import Iterator

from tests.ui.scenes_stage import Scene, Theatre
from tests.ui.scenes_till import PRINTER, fill
from tests.ui.stand import ScriptedPrinter


def returning(theatre: Theatre) -> Iterator[Scene]:
    """Taking goods back."""
    at = theatre.till(theatre.desk(printer=PRINTER), printer=ScriptedPrinter())
    fill(at)
    at.press("F12")
    at.touch_first("Exact")
    at.press("F12", "Enter", "F7")
    yield at.scene("return-which-sale")
    at.press("Enter")
    yield at.scene("return-which-goods")
    at.touch("Void the sale")
    yield at.scene("return-void")
    at.press("Esc")
    at.touch("All back")
    yield at.scene("return-everything")
    at.press("F12")
    yield at.scene("return-approval")
    at.sign_in("Marcelo Rojas")
    at.settle()
    yield at.scene("return-result")
    at.press("Enter", "F7")
    at.scan("MP-026")
    yield at.scene("return-by-product")


def reprinting(theatre: Theatre) -> Iterator[Scene]:
    """Receipts once more."""
    at = theatre.till()
    at.press("F10")
    at.touch("Print a receipt again")
    yield at.scene("reprint")
    at.press("Enter")
    at.settle()
    yield at.scene("reprint-without-printer")
    at = theatre.till(theatre.desk(printer=PRINTER), printer=ScriptedPrinter())
    at.press("F10")
    at.touch("Print a receipt again")
    at.press("Enter")
    at.settle()
    yield at.scene("reprint-as-it-looks")
    at.touch("Print a copy")
    at.settle()
    yield at.scene("reprint-printed")


def drawer(theatre: Theatre) -> Iterator[Scene]:
    """The money in the drawer between the sales."""
    at = theatre.till()
    at.press("F10")
    at.touch("Cash in")
    yield at.scene("cash-in")
    at.write("150")
    at.touch("From home")
    yield at.scene("cash-in-typed")
    at.press("Esc", "F10")
    at.touch("Cash out")
    yield at.scene("cash-out")
    at.press("Esc", "F10")
    at.touch("Advance to a producer")
    yield at.scene("advance")
    at.touch("Joyas Phaxsi")
    at.write("50")
    yield at.scene("advance-typed")
    at.press("Esc", "F10")
    at.touch("Open the drawer")
    yield at.scene("drawer")
    at.press("Esc", "F10")
    at.touch("X report")
    yield at.scene("x-report")
    at.touch("See what there must be")
    at.sign_in("Marcelo Rojas")
    yield at.scene("x-report-seen")


STORIES = {"returning": returning, "reprinting": reprinting, "drawer": drawer}
