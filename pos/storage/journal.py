"""The chain of facts: appending to it, and asking what it already holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select, union_all, update

from pos.domain.facts import VERSION, Event, kind_name, kind_of
from pos.domain.ledger import GENESIS, chain_hash
from pos.domain.sales import Return, Sale
from pos.domain.shifts import ShiftClosed, ShiftOpened
from pos.domain.stamps import EventId
from pos.storage import codec, till_tables
from pos.storage import fact_tables as t
from pos.storage.inserting import Insert
from pos.storage.projection import project

_INSERT = {table: Insert(table) for table in (*t.APPEND_ONLY, till_tables.print_job, till_tables.till)}
_TILL = till_tables.till.c
_UNTRIED = {"state": "waiting", "again": False, "tries": 0, "printer": None, "tried_at": None, "reason": None}
"""A print job as it is written; its number is that of its fact."""


@dataclass(frozen=True, slots=True)
class OpenShift:
    """A till's open shift; `first_sale` is the number that its first sale has or will have.

    `closed_before` counts the till's shifts before it: its Z will be the next.
    """

    id: EventId
    cashier: str
    exhibition: str
    first_sale: int
    closed_before: int


@dataclass(frozen=True, slots=True)
class TillState:
    """Where a till's chain and its numbers stand: the last used of each, and the open shift."""

    code: str
    sequence: int = 0
    hash: str = GENESIS
    sale_number: int = 0
    return_number: int = 0
    z_number: int = 0
    shift: OpenShift | None = None


@dataclass(frozen=True, slots=True)
class DrawerMove:
    """An event that moved cash in a drawer: so much of a currency, in its minor units; negative is out of it."""

    event: Event
    currency: str
    amount: int


def till_state(row: Row[Any]) -> TillState:
    """The state that a row of `till` holds."""
    opened = None
    if row.open_shift is not None:
        shift = (row.open_shift, row.shift_cashier, row.shift_exhibition, row.shift_first_sale)
        opened = OpenShift(*shift, closed_before=row.z_number)
    return TillState(row.code, row.sequence, row.hash, row.sale_number, row.return_number, row.z_number, opened)


_state = select(till_tables.till).where(_TILL.code == bindparam("till"))
_known = select(t.fact.c.kind, t.fact.c.version, t.fact.c.body).where(t.fact.c.id == bindparam("id"))
_last_number = select(func.coalesce(func.max(t.fact.c.number), 0))
_fact_number = select(t.fact.c.number).where(t.fact.c.id == bindparam("id"))
_closed = select(t.exhibition_close.c.fact).where(t.exhibition_close.c.exhibition == bindparam("exhibition"))


class Journal:
    """Reads the chain of facts; everything that it returns is a domain value."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def till(self, code: str) -> TillState:
        """Where the till stands; a till that never did anything stands at the beginning."""
        row = self._connection.execute(_state, {"till": code}).first()
        return till_state(row) if row else TillState(code)

    def tills(self) -> tuple[str, ...]:
        """The codes of all tills that have a chain here."""
        return tuple(self._connection.scalars(select(_TILL.code).order_by(_TILL.code)))

    def fingerprint(self) -> str:
        """The heads of the tills' chains, short enough to be compared by eye with what a paper says."""
        heads = [self.till(code).hash for code in self.tills()]
        return " · ".join(f"{head[:4]} {head[4:8]}" for head in heads)

    def event(self, id_: EventId) -> Event | None:
        """The event of that id, None where these books don't hold it."""
        row = self._connection.execute(_known, {"id": id_}).first()
        return codec.decode(row.kind, row.version, row.body) if row else None

    def sale_of_receipt(self, receipt: str) -> Sale | None:
        """The sale of a receipt number (`A-000123`), None where there is none."""
        row = self._connection.execute(
            select(t.fact.c.id).join(t.sale, t.sale.c.fact == t.fact.c.number).where(t.sale.c.receipt == receipt)
        ).first()
        return self.sale(row.id) if row else None

    def return_of_receipt(self, receipt: str) -> Return | None:
        """The return of a receipt number (`AR-000001`), None where there is none."""
        back = t.sale_return.c
        row = self._connection.execute(
            select(t.fact.c.id).join(t.sale_return, back.fact == t.fact.c.number).where(back.receipt == receipt)
        ).first()
        event = self.event(row.id) if row else None
        return event if isinstance(event, Return) else None

    def sale(self, id_: EventId) -> Sale | None:
        """The sale of that id, None where there is none."""
        event = self.event(id_)
        return event if isinstance(event, Sale) else None

    def returned(self, sale: EventId) -> Mapping[int, int]:
        """How many pieces of each line (1-based) of a sale have come back so far."""
        line = t.return_line.c
        rows = self._connection.execute(
            select(line.line, func.sum(line.qty))
            .where(line.sale == _fact_number.scalar_subquery())
            .group_by(line.line),
            {"id": sale},
        )
        return {row.line: row[1] for row in rows}

    def is_closed(self, exhibition: str) -> bool:
        """Whether an exhibition was closed."""
        return self._connection.execute(_closed, {"exhibition": exhibition}).first() is not None

    def has_facts_of(self, exhibition: str) -> bool:
        """Whether anything happened at an exhibition yet."""
        found = select(t.fact.c.number).where(t.fact.c.exhibition == exhibition).limit(1)
        return self._connection.execute(found).first() is not None

    def has_facts_of_kind(self, kind: type[Event]) -> bool:
        """Whether there is any fact of that kind."""
        found = select(t.fact.c.number).where(t.fact.c.kind == kind_name(kind)).limit(1)
        return self._connection.execute(found).first() is not None

    def drawer(self, shift: EventId) -> Mapping[str, tuple[int, int]]:
        """What the books hold in a shift's drawer: (amount, base value) in minor units by currency code."""
        posting = t.posting.c
        rows = self._connection.execute(
            select(posting.currency, func.sum(posting.amount), func.sum(posting.base_amount))
            .where(posting.shift == shift, posting.account.like("cash:%"))
            .group_by(posting.currency)
        )
        return {code: (amount, base) for code, amount, base in rows}

    def drawer_moves(self, shift: EventId) -> Sequence[DrawerMove]:
        """What moved cash in a shift's drawer, event by event and currency by currency, in the order of time."""
        posting = t.posting.c
        rows = self._connection.execute(
            select(t.fact.c.kind, t.fact.c.version, t.fact.c.body, posting.currency, func.sum(posting.amount))
            .join(t.fact, t.fact.c.number == posting.fact)
            .where(posting.shift == shift, posting.account.like("cash:%"))
            .group_by(posting.fact, posting.currency)
            .order_by(posting.fact, posting.currency)
        )
        return [
            DrawerMove(codec.decode(kind, version, body), code, amount)
            for kind, version, body, code, amount in rows
            if amount
        ]

    def opening_float(self, shift: EventId) -> Mapping[str, int]:
        """A shift's opening float by currency code, in minor units."""
        counted = t.cash_count.c
        rows = self._connection.execute(
            select(counted.currency, func.sum(counted.denomination * counted.count))
            .join(t.shift, t.shift.c.fact == counted.fact)
            .where(t.shift.c.id == shift)
            .group_by(counted.currency)
        )
        return {row.currency: row[1] for row in rows}

    def net_of_shift(self, shift: EventId) -> int:
        """Sales less returns of a shift, in minor units of its currency."""
        posted = union_all(*(select(table.c.due).where(table.c.shift == shift) for table in (t.sale, t.sale_return)))
        net = self._connection.execute(select(func.coalesce(func.sum(posted.subquery().c.due), 0))).scalar_one()
        return int(net)

    def last_close(self, till: str) -> ShiftClosed | None:
        """The last close of a till, None where it never closed."""
        close = t.shift_close.c
        id_ = self._connection.scalar(
            select(t.fact.c.id)
            .join(t.shift_close, close.fact == t.fact.c.number)
            .where(close.till == till)
            .order_by(close.z.desc())
            .limit(1)
        )
        event = self.event(id_) if id_ else None
        return event if isinstance(event, ShiftClosed) else None

    def grand_total(self, till: str, currency: str) -> int:
        """The till's perpetual net in a currency at its last close, in minor units."""
        close = t.shift_close.c
        of_till = select(close.grand_total).where(close.till == till, close.currency == currency)
        last: int | None = self._connection.execute(of_till.order_by(close.z.desc()).limit(1)).scalar()
        return last or 0


class JournalWriter(Journal):
    """Appends to the chain, inside a transaction that `Books` opened."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._states: dict[str, TillState] = {}

    def till(self, code: str) -> TillState:
        """As `Journal.till`; read once, since nobody else writes during the transaction."""
        if code not in self._states:
            self._states[code] = super().till(code)
        return self._states[code]

    def append(self, event: Event, *, paper: bool = False) -> int:
        """Put an event at the end of its till's chain, with its rows and, if asked, a print job; gives its number."""
        stamp = event.stamp
        state = self.till(stamp.till)
        number: int = self._connection.execute(_last_number).scalar_one() + 1
        body = codec.encode(event)
        digest = chain_hash(state.hash, codec.sealed(kind_of(event), VERSION, body))
        row = {
            "number": number,
            "id": stamp.id,
            "till": stamp.till,
            "sequence": state.sequence + 1,
            "kind": kind_of(event),
            "version": VERSION,
            "exhibition": stamp.exhibition,
            "day": stamp.day.isoformat(),
            "at": stamp.at.isoformat(),
            "body": body.decode(),
            "previous_hash": state.hash,
            "hash": digest,
        }
        _INSERT[t.fact](self._connection, [row])
        for table, rows in project(number, event, sale=self._sale_number(event)):
            if rows:
                _INSERT[table](self._connection, rows)
        if paper:
            _INSERT[till_tables.print_job](self._connection, [{"number": number, "fact": number} | _UNTRIED])
        self._move_till(_after(state, event, digest))
        return number

    def _sale_number(self, event: Event) -> int | None:
        if not isinstance(event, Return):
            return None
        number: int = self._connection.execute(_fact_number, {"id": event.sale}).scalar_one()
        return number

    def _move_till(self, state: TillState) -> None:
        shift = state.shift
        values = {
            "code": state.code,
            "sequence": state.sequence,
            "hash": state.hash,
            "sale_number": state.sale_number,
            "return_number": state.return_number,
            "z_number": state.z_number,
            "open_shift": shift.id if shift else None,
            "shift_cashier": shift.cashier if shift else None,
            "shift_exhibition": shift.exhibition if shift else None,
            "shift_first_sale": shift.first_sale if shift else None,
        }
        if state.sequence == 1:
            _INSERT[till_tables.till](self._connection, [values])
        else:
            self._connection.execute(_MOVE_TILL, values | {"of_code": state.code})
        self._states[state.code] = state


_MOVE_TILL = update(till_tables.till).where(_TILL.code == bindparam("of_code"))


def _after(state: TillState, event: Event, digest: str) -> TillState:
    """Where a till stands after an event."""
    after = replace(state, sequence=state.sequence + 1, hash=digest)
    match event:
        case Sale():
            return replace(after, sale_number=event.number)
        case Return():
            return replace(after, return_number=event.number)
        case ShiftOpened():
            stamp = event.stamp
            shift = OpenShift(stamp.id, event.cashier, stamp.exhibition, state.sale_number + 1, state.z_number)
            return replace(after, shift=shift)
        case ShiftClosed():
            return replace(after, shift=None, z_number=event.z)
        case _:
            return after


def restate(states: Mapping[str, TillState], event: Event, digest: str) -> Mapping[str, TillState]:
    """The tills' states after an event, for whoever walks the chain from its beginning."""
    code = event.stamp.till
    return {**states, code: _after(states.get(code, TillState(code)), event, digest)}
