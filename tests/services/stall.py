"""A stall over real books in a temporary folder: what a person at the till does, in one line each.

Its network keeps 15 % and 5 % for the fund. Unit A is Juana (weight 2) and Rosa (1), unit B is Berta alone. A's cup
costs 10.00 and not less than 8.00; the set of A (2) and B (1) costs 100.00; B's shawl costs 80.00, and what it is
bargained down is the network's to bear; B's honey costs 5.55.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import text

from pos.domain.basket import Basket
from pos.domain.bookings import postings
from pos.domain.catalogue import Catalogue
from pos.domain.consignment import ConsignmentNote, NoteKind
from pos.domain.exhibitions import CostShare, Exhibition
from pos.domain.facts import Event
from pos.domain.money import Money, currency, decimal_text
from pos.domain.network import Group
from pos.domain.products import BorneBy, Product
from pos.domain.refusals import Refusal
from pos.domain.sales import Sale
from pos.domain.shifts import ShiftClosed, ShiftOpened
from pos.domain.stamps import EventId
from pos.domain.tenders import Tender
from pos.services.acts import Act
from pos.services.cataloguing import Cataloguing
from pos.services.consigning import Consigning
from pos.services.papers import Papers
from pos.services.print_queue import PrintQueue
from pos.services.refunding import Refunding
from pos.services.reporting import Reporting
from pos.services.safekeeping import Safekeeping
from pos.services.selling import Selling
from pos.services.settling import Settling
from pos.services.shift_keeping import ShiftKeeping
from pos.storage.books import Books
from pos.storage.catalogue import CatalogueChange
from pos.storage.verification import Fault
from tests.builders import (
    EUR,
    MORNING,
    a_catalogue,
    a_cost,
    a_network,
    a_price,
    a_product,
    a_unit,
    an_exhibition,
)

FAIR, JANUARY, BERLIN = "FERIA", "ENERO", "BERLIN"
Item = str | tuple[str, int]
"""A SKU, or a SKU with so many pieces."""


def fair(**fields: object) -> Exhibition:
    """The fair of 5 to 7 December in La Paz; its costs are shared in each of the three ways."""
    given: dict[str, object] = {
        "units": {"A": 1, "B": 2},
        "costs": (
            a_cost("100.01", CostShare.EQUAL, "puesto"),
            a_cost("30.00", CostShare.WEIGHT, "transporte"),
            a_cost("20.00", CostShare.GROSS, "promoción"),
        ),
        "venue": "Campo Ferial",
        "city": "La Paz",
    }
    return an_exhibition(**(given | fields))


def january(**fields: object) -> Exhibition:
    """The next fair in bolivianos, without costs."""
    given: dict[str, object] = {"id": JANUARY, "name": "Feria de Enero"}
    days = {"starts": date(2027, 1, 16), "ends": date(2027, 1, 17)}
    return an_exhibition({"A": 1, "B": 1}, **(given | days | fields))


def berlin(**fields: object) -> Exhibition:
    """A fair in euros, between the two of La Paz."""
    given: dict[str, object] = {"id": BERLIN, "name": "Markt", "timezone": "Europe/Berlin", "currency": EUR}
    days = {"starts": date(2026, 12, 12), "ends": date(2026, 12, 13)}
    return an_exhibition({"A": 1, "B": 1}, {"USD": "0.90"}, **(given | days | fields))


CUP = a_product("TAZA", "10.00", floor="8.00", name={"es": "Taza", "en": "Cup"})
CUP = replace(CUP, prices=CUP.prices | a_price("2.50", code="EUR"))
SET = a_product("JUEGO", "100.00", {"A": 2, "B": 1}, name={"es": "Juego de café"})
SHAWL = a_product("CHAL", "80.00", {"B": 1}, borne_by=BorneBy.NETWORK, name={"es": "Chal"})
HONEY = a_product("MIEL", "5.55", {"B": 1}, yapa=True, name={"es": "Miel"}, barcode="7770000000012")


def the_catalogue(**fields: object) -> Catalogue:
    """All that the stall sells, and its three exhibitions."""
    given: dict[str, object] = {
        "network": a_network(receipt_header=("El Alto",), receipt_footer={"es": "¡Gracias!", "en": "Thank you!"}),
        "groups": (Group("TALLER", "Taller", {"es": "Hecho a mano", "en": "Made by hand"}),),
        "units": (a_unit("A", {"Juana": 2, "Rosa": 1}, group="TALLER"), a_unit("B", {"Berta": 1})),
        "products": (CUP, SET, SHAWL, HONEY),
        "exhibitions": (fair(), january(), berlin()),
    }
    return a_catalogue(**(given | fields))


@cache
def _template() -> bytes:
    """Books with the catalogue in them, made once; each stall starts from a copy."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "books.sqlite"
        with closing(Stall(path)) as stall:
            stall.take_in(the_catalogue())
        return path.read_bytes()


class Stall:
    """One set of books and all services over it. Each act comes a minute after the one before, from nine o'clock."""

    def __init__(self, path: Path, books: Books | None = None) -> None:
        self.path = path
        self.books = books or Books(path)
        self.catalogue = Cataloguing(self.books)
        self.selling = Selling(self.books, self.catalogue)
        self.refunding = Refunding(self.books, self.catalogue)
        self.shifts = ShiftKeeping(self.books, self.catalogue)
        self.consigning = Consigning(self.books, self.catalogue)
        self.settling = Settling(self.books, self.catalogue)
        self.reporting = Reporting(self.books, self.catalogue)
        self.papers = Papers(self.books, self.catalogue)
        self.print_queue = PrintQueue(self.books, self.catalogue)
        self.day = 0
        self._acts = self.count("fact")

    @classmethod
    def in_folder(cls, folder: Path) -> "Stall":
        """A stall that has its catalogue and did nothing yet."""
        path = folder / "books.sqlite"
        path.write_bytes(_template())
        return cls(path)

    @classmethod
    def begun_again(cls, books: Books) -> "Stall":
        """The same over books that are open: what was in them is gone, which is faster than to open others."""
        with TemporaryDirectory() as folder:
            fresh = Path(folder) / "books.sqlite"
            fresh.write_bytes(_template())
            with closing(sqlite3.connect(fresh)) as database:
                database.backup(books._connection.connection.driver_connection)
        return cls(books.path, books)

    def close(self) -> None:
        """Give the books back."""
        self.books.close()

    # --- acts --------------------------------------------------------------------------------------------------

    def act(self, exhibition: str = FAIR, till: str = "A", at: datetime | None = None) -> Act:
        """The next act; on the exhibition's first day, or so many days later as `day` says."""
        self._acts += 1
        days = {FAIR: 0, BERLIN: 7, JANUARY: 42}
        moment = at or MORNING + timedelta(days=days.get(exhibition, 0) + self.day, minutes=self._acts)
        return Act(EventId(f"act-{self._acts}"), till, exhibition, moment)

    def take_in(self, catalogue: Catalogue) -> CatalogueChange:
        """Import a network's file."""
        return self.catalogue.take_in(self.act(""), catalogue)

    def open(
        self,
        cash: Mapping[str, Mapping[str, int]] | None = None,
        *,
        till: str = "A",
        exhibition: str = FAIR,
        cashier: str = "ana",
    ) -> ShiftOpened:
        """Open a shift, with an empty drawer unless told."""
        return self.shifts.open(self.act(exhibition, till), cashier, cash or {})

    def close_shift(
        self, counted: Mapping[str, Mapping[str, int]], *, till: str = "A", exhibition: str = FAIR
    ) -> ShiftClosed:
        """Close the till's shift with what was counted."""
        return self.shifts.close(self.act(exhibition, till), counted)

    def basket(self, *items: Item, exhibition: str = FAIR) -> Basket:
        """These items at their list prices."""
        basket = Basket(self.exhibition(exhibition).currency)
        for sku, qty in _counted(items):
            basket = basket.add(self.catalogue.find(sku), qty)
        return basket

    def sell(
        self,
        *items: Item,
        yapa: Sequence[Item] = (),
        pay: Sequence[Tender] | None = None,
        till: str = "A",
        exhibition: str = FAIR,
        at: datetime | None = None,
    ) -> Sale:
        """Sell items at their list prices, for exact cash unless told."""
        basket = self.basket(*items, exhibition=exhibition)
        for sku, qty in _counted(yapa):
            basket = basket.add_yapa(self.catalogue.find(sku), qty)
        return self.sell_basket(basket, pay, till=till, exhibition=exhibition, at=at)

    def sell_basket(
        self,
        basket: Basket,
        pay: Sequence[Tender] | None = None,
        *,
        till: str = "A",
        exhibition: str = FAIR,
        at: datetime | None = None,
    ) -> Sale:
        """Sell a basket, for exact cash unless told."""
        return self.selling.finish(self.act(exhibition, till, at), basket, pay).sale

    def deliver(self, unit: str, *items: Item, exhibition: str = FAIR) -> ConsignmentNote:
        """Goods that a unit brings."""
        return self.consigning.note(self.act(exhibition), NoteKind.DELIVERY, unit, list(_counted(items)))

    # --- what the books say ----------------------------------------------------------------------------------------

    def exhibition(self, id_: str = FAIR) -> Exhibition:
        """One of the exhibitions."""
        return self.catalogue.terms().exhibition(id_)

    def product(self, scan: str) -> Product:
        """A product as the books have it."""
        return self.catalogue.find(scan)

    def rows(self, sql: str, **values: object) -> list[tuple[object, ...]]:
        """What the database itself answers."""
        with self.books.reading():
            return [tuple(row) for row in self.books._connection.execute(text(sql), values)]

    def count(self, table: str) -> int:
        """How many rows a table has."""
        [(count,)] = self.rows(f"SELECT count(*) FROM {table}")
        return count

    def ledger(self) -> dict[str, str]:
        """What stands on each account, in base currency; accounts at zero are left out."""
        sums = self.rows("SELECT account, sum(base_amount) FROM posting GROUP BY account")
        return {account: decimal_text(amount, 2) for account, amount in sums if amount}

    def owed(self, unit: str, exhibition: str = FAIR) -> str:
        """What a unit can be paid now."""
        return str(self.settling.balance(exhibition, unit))

    def faults(self) -> tuple[Fault, ...]:
        """What verifying the books finds."""
        return Safekeeping(self.books).verify(lambda done, total: None)


def entry(event: Event) -> dict[str, str]:
    """What an event posts to each account, in base currency."""
    sums: dict[str, int] = {}
    for posting in postings(event):
        sums[posting.name] = sums.get(posting.name, 0) + posting.base_amount
    return {account: decimal_text(amount, 2) for account, amount in sums.items()}


def refused(stall: Stall, why: type[Refusal], act: Callable[[], object]) -> Refusal:
    """What the act is refused with; it is for that reason, and the books hold nothing new."""
    before = stall.count("fact")
    with pytest.raises(why) as refusal:
        act()
    assert stall.count("fact") == before
    return refusal.value


def usd(amount: str) -> Money:
    """Dollars."""
    return Money.read(amount, currency("USD"))


def _counted(items: Sequence[Item]) -> list[tuple[str, int]]:
    return [(item, 1) if isinstance(item, str) else item for item in items]
