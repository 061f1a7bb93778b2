"""Books to measure on: the example network, an open shift, and as many sales as asked for."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

from pos.domain.basket import Basket
from pos.formats.network_file import read_network
from pos.services.acts import Act
from pos.services.clock import fresh_id
from pos.services.desk import Desk
from pos.settings import Places, Settings, resource
from pos.storage.books import Books
from pos.wiring import make_desk

EXHIBITION = "LPZ-NAV-26"
OPENING = datetime.fromisoformat("2026-12-05T09:00:00-04:00")
LINES = 5


@contextmanager
def open_stall(home: Path) -> Iterator[Desk]:
    """A desk over new books with the example network and an open shift."""
    with Books(home / "books.sqlite") as books:
        desk = make_desk(Places(home), Settings(), books)
        desk.till.catalogue.take_in(act(), read_network(resource("sample", "network.json")))
        desk.till.shifts.open(act(), "ana", {"BOB": {"20.00": 10, "1.00": 40}})
        yield desk


def act(at: datetime = OPENING) -> Act:
    """A new act at the example fair."""
    return Act(fresh_id(), "A", EXHIBITION, at)


def baskets(desk: Desk, count: int, seed: int = 26) -> list[Basket]:
    """So many baskets of five different products, some bargained, some with a discount; the same for the same seed."""
    dice = random.Random(seed)
    products = desk.till.catalogue.listing()
    currency = desk.till.catalogue.terms().exhibition(EXHIBITION).currency
    made = []
    for _ in range(count):
        basket = Basket(currency)
        for product in dice.sample(products, LINES):
            basket = basket.add(product, dice.randint(1, 3))
        if dice.random() < 0.3:
            floor = basket.lines[0].product.price_in(currency.code, "es").floor
            basket = basket.bargained(0, floor) if floor else basket
        if dice.random() < 0.2:
            basket = basket.discounted(Decimal(10))
        made.append(basket)
    return made


def sell_many(desk: Desk, count: int) -> None:
    """So many sales over the three days of the fair."""
    for i, basket in enumerate(baskets(desk, count)):
        desk.till.selling.finish(act(OPENING + timedelta(days=i % 3, seconds=i)), basket, paper=False)
