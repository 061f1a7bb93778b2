"""The producers: what each is owed, what is paid, and the goods that come and go."""

from collections.abc import Iterator

from pos.domain.money import Money
from pos.ui.producers.producers_table import ProducersTable
from tests.ui.open_shift import sell
from tests.ui.scenes_stage import DAY_SOLD, EVENING, NETWORK, Scene, Stage, Theatre
from tests.ui.scenes_till import PRINTER
from tests.ui.stand import ScriptedPrinter

SUPERVISOR = "Marcelo Rojas"


def nobody_yet(theatre: Theatre) -> Iterator[Scene]:
    """The first morning."""
    at = theatre.till(theatre.desk(NETWORK), who=SUPERVISOR)
    go_to_the_producers(at)
    yield at.scene("producers-nobody-yet")
    at.touch("Take in a delivery")
    yield at.scene("delivery")
    at.write("12")
    at.press("Enter")
    at.write("3")
    yield at.scene("delivery-counted")
    at.touch("Lost")
    yield at.scene("delivery-lost")
    at.press("Esc")
    yield at.scene("delivery-leave-them-out")


def evening(theatre: Theatre) -> Iterator[Scene]:
    """The example day is over."""
    desk = theatre.desk(DAY_SOLD, at=EVENING)
    at = theatre.till(desk, who=SUPERVISOR)
    desk.till.settling.advance(desk.act(), "ES02", Money.of("90.00", "BOB"))
    go_to_the_producers(at)
    yield at.scene("producers")
    at.touch("The whole fair")
    at.touch_first("Due %(n)s")
    yield at.scene("producers-due")
    at.touch_first("All of them")
    at.press("Down", "Down", "Down", "Down", "Down")
    yield at.scene("producers-another")
    at.press("Enter")
    yield at.scene("producer-view")


def paying(theatre: Theatre) -> Iterator[Scene]:
    """What is owed is paid, and what is not quite in order is told."""
    desk = theatre.desk(DAY_SOLD, at=EVENING)
    at = theatre.till(desk, who="Ana Mayta")
    sell(desk, ("CB-006", 2))
    desk.till.settling.advance(desk.act(), "JK03", Money.of("120.00", "BOB"))
    go_to_the_producers(at)
    choose(at, "CH01")
    yield at.scene("producers-count-first")
    at.press("F12")
    yield at.scene("payout-count-first")
    at.press("Esc")
    choose(at, "JK03")
    yield at.scene("producers-owes")
    choose(at, "MP04")
    at.press("Enter")
    yield at.scene("producer-view-of-much")
    at.press("Esc", "F12")
    yield at.scene("payout")
    at.press("Enter")
    yield at.scene("payout-short-of-cash")
    at.touch("Pay by bank")
    at.press("Enter")
    yield at.scene("payout-look-again")
    at.press("F12")
    yield at.scene("payout-paid")
    at.press("Enter")
    at.touch("Sheets")
    yield at.scene("sheets")


def choose(at: Stage, unit: str) -> None:
    """Choose a producer in the table, as a touch of its row does."""
    (table,) = at._seen(ProducersTable)
    table.choose(unit)
    table.chosen.emit(unit)


def go_to_the_producers(at: Stage) -> None:
    """Open the menu and go there."""
    at.touch("Menu")
    at.touch("Producers")


def strips(theatre: Theatre) -> Iterator[Scene]:
    """Where there is a receipt printer, notes and settlements come out of it to be signed."""
    desk = theatre.desk(DAY_SOLD, at=EVENING, printer=PRINTER)
    at = theatre.till(desk, who=SUPERVISOR, printer=ScriptedPrinter())
    go_to_the_producers(at)
    at.press("Enter")
    yield at.scene("producer-view-with-printer")
    at.touch("Print a strip")
    at.settle()
    yield at.scene("producer-strip")
    at.press("Esc")
    at.touch("Deliveries")
    at.write("4")
    at.press("Enter", "F12")
    at.settle()
    yield at.scene("delivery-to-sign")


STORIES = {"nobody-yet": nobody_yet, "evening": evening, "paying": paying, "strips": strips}
