"""A shift from its opening to its close: the drawer counted blind, told, and handed over."""

from collections.abc import Iterator

from tests.ui.counting import busy
from tests.ui.scenes_stage import NETWORK, Scene, Stage, Theatre
from tests.ui.scenes_till import PRINTER
from tests.ui.stand import ScriptedPrinter


def opening(theatre: Theatre) -> Iterator[Scene]:
    """The drawer before the first sale."""
    at = theatre.till(theatre.desk(NETWORK), shift=False)
    yield at.scene("opening")
    at.press("Down", "Down", "Down")
    at.write("10")
    at.press("Enter")
    at.write("20")
    yield at.scene("opening-counted")


def closing(theatre: Theatre) -> Iterator[Scene]:
    """Short in bolivianos, and closed all the same."""
    desk = busy(theatre.desk(NETWORK, printer=PRINTER))
    at = theatre.till(desk, printer=ScriptedPrinter())
    at.scan("MP-027")
    at.press("F8")
    go_to_the_close(at)
    yield at.scene("close-with-an-open-cart")
    count(at, tens="13")
    yield at.scene("close-bolivianos")
    at.touch("Next")
    at.press("Down", "Down")
    at.write("1")
    yield at.scene("close-foreign")
    at.touch("Next")
    at.touch("Next")
    at.write("65")
    yield at.scene("close-payments")
    at.touch("Next")
    yield at.scene("close-short")
    at.touch("See what moved")
    yield at.scene("close-moves")
    at.press("Esc")
    at.touch("Wrong change given")
    at.press("F12")
    yield at.scene("close-hand-over")
    at.touch("Leave the float")
    yield at.scene("close-float-stays")
    at.touch("Finish")
    yield at.scene("closed")


def over(theatre: Theatre) -> Iterator[Scene]:
    """Too much in the drawer."""
    yield to_the_result(theatre, tens="15").scene("close-over")


def exact(theatre: Theatre) -> Iterator[Scene]:
    """Nothing missing."""
    yield to_the_result(theatre, tens="14").scene("close-exact")


def go_to_the_close(at: Stage) -> None:
    """Open the menu and go there."""
    at.touch("Menu")
    at.touch("Close of day")


def count(at: Stage, *, tens: str) -> None:
    """So many notes of 10 and a coin of 1."""
    at.press(*["Down"] * 4)
    at.write(tens)
    at.press(*["Down"] * 3)
    at.write("1")


def to_the_result(theatre: Theatre, *, tens: str) -> Stage:
    """Everything counted, the dollars and the QR as they should be."""
    at = theatre.till(busy(theatre.desk(NETWORK)))
    go_to_the_close(at)
    count(at, tens=tens)
    at.touch("Next")
    at.press("Down", "Down")
    at.write("1")
    at.touch("Next")
    at.touch("Next")
    at.write("65")
    at.touch("Next")
    return at


STORIES = {"opening": opening, "closing": closing, "over": over, "exact": exact}
