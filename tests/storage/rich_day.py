"""A day on which every kind of fact happened on two tills at once, and somebody who changes its books afterwards."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pos.domain.basket import BuyerKind
from pos.domain.consignment import NoteKind
from pos.domain.people import Approval
from pos.domain.settlements import PayoutKind
from pos.domain.shifts import CashDirection
from pos.domain.stamps import EventId
from pos.domain.tenders import TenderKind
from pos.services.refunding import PayBack
from pos.storage.books import Books
from pos.storage.replays import ReplayedLine
from pos.storage.verification import Fault, verify
from tests.builders import cash, money, paid_by
from tests.services.stall import Stall

ELENA = Approval("elena")


def live(stall: Stall) -> None:
    """Tills A and B take turns; at the end the exhibition is closed, and a shift is open on till B."""
    stall.deliver("A", ("TAZA", 20), ("JUEGO", 3))
    stall.deliver("B", ("CHAL", 2), ("MIEL", 12))
    stall.open({"BOB": {"20.00": 5, "0.50": 10}, "USD": {"20.00": 1}})
    stall.open({"BOB": {"10.00": 8}}, till="B", cashier="beto")
    _sell(stall)
    _take_back(stall)
    stall.shifts.move_cash(stall.act(), CashDirection.IN, money("30.00"), "sencillo")
    stall.shifts.move_cash(stall.act(till="B"), CashDirection.OUT, money("12.00"), "bolsas")
    stall.consigning.note(stall.act(), NoteKind.LOSS, "A", [("TAZA", 1)], "se cayó")
    stall.settling.advance(stall.act(till="B"), "A", money("25.00"))
    stall.settling.pay_out(stall.act(), "B", PayoutKind.CASH, money("5.00"))
    stall.settling.pay_out(stall.act(till="B"), "B", PayoutKind.TRANSFER, money("900.00"), ELENA)
    stall.close_shift({"BOB": {"200.00": 1}, "USD": {"20.00": 2}})
    stall.close_shift({"BOB": {"50.00": 2}}, till="B")
    stall.consigning.note(stall.act(), NoteKind.RETURN, "B", [("MIEL", 4)])
    stall.open(till="B", cashier="carla")
    stall.settling.close_exhibition(stall.act(), ELENA)
    with stall.books.transaction() as books:
        books.replays.remember("day", "A", [ReplayedLine(2, "digest", "s1", EventId("act-6"))])


def _sell(stall: Stall) -> None:
    stall.sell(("TAZA", 2), yapa=["MIEL"], pay=[cash("50.00")])
    stall.sell("MIEL", till="B", pay=[paid_by("qr", "5.55", reference="8841")])
    bargained = stall.basket("CHAL", "JUEGO").bargained(0, money("70.00")).bargained(1, money("95.00"))
    stall.sell_basket(bargained.discounted(Decimal("7.5")).for_buyer(BuyerKind.TOURIST), [cash("25.00", "USD")])
    cheap = stall.basket(("TAZA", 3)).bargained(0, money("7.00"), ELENA)
    stall.sell_basket(cheap, [paid_by("card", "10.00"), cash("20.00")], till="B")
    stall.sell("MIEL", "TAZA")


def _take_back(stall: Stall) -> None:
    of, refund = stall.refunding.find, partial(stall.refunding.refund, shown=True)
    refund(stall.act(), of("A-000001").stamp.id, [(1, 1), (2, 1)])
    refund(stall.act(till="B"), of("A-000002").stamp.id, [(2, 1)], restock=False, approval=ELENA)
    refund(stall.act(till="B"), of("B-000001").stamp.id, [(1, 1)], pay=PayBack(TenderKind.QR, reference="8842"))
    stall.refunding.void(stall.act(), of("A-000003").stamp.id, shown=True)


@cache
def rich_books() -> bytes:
    """The file of the books after such a day."""
    with TemporaryDirectory() as folder:
        stall = Stall.in_folder(Path(folder))
        live(stall)
        stall.close()
        return stall.path.read_bytes()


class Intruder:
    """Somebody at the database itself, past the program and its triggers; what is done can be undone as a whole."""

    def __init__(self, path: Path) -> None:
        self._books = Books(path)
        self.database: sqlite3.Connection = self._books._connection.connection.driver_connection
        self.database.execute("PRAGMA foreign_keys = OFF")
        self._triggers = self.sees("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")

    @contextmanager
    def undone_afterwards(self) -> Iterator[None]:
        """Whatever is done inside never was."""
        with self._books._connection.begin() as transaction:
            self._drop_triggers()
            yield
            transaction.rollback()

    def close(self) -> None:
        """Go away."""
        self._books.close()

    def does(self, statement: str, *values: object) -> None:
        """Run a statement."""
        self.database.execute(statement, values)

    def sees(self, statement: str, *values: object) -> list[dict[str, Any]]:
        """What the database answers."""
        found = self.database.execute(statement, values)
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found]

    def faults(self) -> tuple[Fault, ...]:
        """What verifying the books finds now; the triggers are as they were, so that they tell nothing."""
        for trigger in self._triggers:
            self.database.execute(trigger["sql"])
        found = tuple(verify(self._books._connection, lambda done, total: None))
        self._drop_triggers()
        return found

    def _drop_triggers(self) -> None:
        for trigger in self._triggers:
            self.database.execute(f"DROP TRIGGER {trigger['name']}")

    def found(self) -> set[tuple[str, str]]:
        """The (code, table) of each fault that verifying finds now."""
        return {(fault.code, fault.table) for fault in self.faults()}

    def tables_with(self, column: str) -> list[str]:
        """The tables that have such a column."""
        tables = [row["name"] for row in self.sees("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return [
            table for table in tables if self.sees(f"SELECT 1 FROM pragma_table_info('{table}') WHERE name = ?", column)
        ]

    def removes_fact(self, number: int, *, with_rows: bool) -> None:
        """Take away a fact; if asked, with all rows that follow from it."""
        for table in self.tables_with("fact") if with_rows else []:
            self.does(f"DELETE FROM {table} WHERE fact = ?", number)
        self.does("DELETE FROM fact WHERE number = ?", number)
