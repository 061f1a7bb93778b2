"""The products: the table of them, how many labels each needs, and what they are printed on."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pos.formats.network_file import read_network
from pos.services.desk import Desk
from pos.settings import resource
from pos.ui.products.sheet_view import SheetView
from tests.ui.scenes_stage import DAY_SOLD, EVENING, LONG_NAMES, NETWORK, NOTHING, Scene, Stage, Theatre
from tests.ui.scenes_till import PRINTER
from tests.ui.staff import staffed
from tests.ui.stand import CHRISTMAS_FAIR, ScriptedPrinter

SUPERVISOR = "Marcelo Rojas"


def labels(theatre: Theatre) -> Iterator[Scene]:
    """The morning: all products, a search, what was delivered, a sheet that was begun, rolls."""
    at = theatre.till(who=SUPERVISOR)
    go_to_the_products(at)
    yield at.scene("products")
    at.press("Down", "Down")
    at.write("+++")
    yield at.scene("products-counted")
    at.touch("To label")
    at.press("Down")
    yield at.scene("products-to-label")
    start_at(at, 5)
    yield at.scene("products-sheet-begun")
    at.touch("A4 · 65")
    yield at.scene("products-sheet-of-65")
    at.touch("Roll")
    yield at.scene("products-roll")
    at.touch("Print labels")
    at.settle()
    at.touch("To label")
    at.touch("Take all away")
    at.touch("A4 · 24")
    at.write("chu")
    yield at.scene("products-searched")
    at.write("xyz")
    yield at.scene("products-nothing-found")
    at.press("Esc")
    at.touch_first("Made by")
    at.write("a")
    yield at.scene("products-whose")
    at.press("Right", "Enter")
    yield at.scene("products-of-a-producer")


def strips(theatre: Theatre) -> Iterator[Scene]:
    """Labels come out of the receipt printer, wide and narrow."""
    for width in (80, 58):
        desk = theatre.desk(DAY_SOLD, at=EVENING, printer=PRINTER, receipt_width=width)
        at = theatre.till(desk, who=SUPERVISOR, printer=ScriptedPrinter())
        go_to_the_products(at)
        at.touch(at.word("%(n)s mm", n=width))
        at.write("++")
        at.settle()
        yield at.scene(f"products-strip-{width}")
    at.touch("Print labels")
    at.settle()
    yield at.scene("products-strip-printed")


def no_price(theatre: Theatre) -> Iterator[Scene]:
    """A product without a price can have no label, and says so."""
    desk = theatre.desk(NETWORK)
    take_prices(desk, theatre.folder, "CB-002", "CB-004")
    at = theatre.till(desk, who=SUPERVISOR)
    go_to_the_products(at)
    yield at.scene("products-a-price-missing")
    at.press("Down")
    yield at.scene("products-no-label")


def none_yet(theatre: Theatre) -> Iterator[Scene]:
    """A network that has no products yet."""
    desk = theatre.desk(NOTHING)
    desk = replace(desk, settings=replace(desk.settings, exhibition=CHRISTMAS_FAIR))
    take_prices(desk, theatre.folder, products=False)
    staffed(desk)
    at = theatre.till(desk, who="Ana")
    go_to_the_products(at)
    yield at.scene("products-none-yet")


def long_names(theatre: Theatre) -> Iterator[Scene]:
    """Names that nobody can be expected to find room for."""
    at = theatre.till(theatre.desk(LONG_NAMES), who="Elena Vargas")
    go_to_the_products(at)
    at.write("++")
    yield at.scene("products-with-long-names")
    at.touch("A4 · 65")
    yield at.scene("products-with-long-names-small")


def go_to_the_products(at: Stage) -> None:
    """Open the menu and go there."""
    at.touch("Menu")
    at.touch("Products")


def start_at(at: Stage, place: int) -> None:
    """Touch the sheet where its first free label is."""
    (sheet,) = at._seen(SheetView)
    sheet.start_wanted.emit(place)


def take_prices(desk: Desk, folder: Path, *skus: str, products: bool = True) -> None:
    """Take the example network in, these products without the fair's price; or none of the products at all."""
    network = json.loads(resource("sample", "network.json").read_text(encoding="utf-8"))
    for product in network["products"]:
        if product["sku"] in skus:
            product["prices"].pop("BOB", None)
    if not products:
        network["products"] = []
    file = folder / "network.json"
    file.write_text(json.dumps(network), encoding="utf-8")
    desk.till.catalogue.take_in(desk.act(), read_network(file))


STORIES = {
    "labels": labels,
    "label-strips": strips,
    "no-price": no_price,
    "no-products": none_yet,
    "long-labels": long_names,
}
