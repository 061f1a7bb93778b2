"""The rows that follow from a fact. The same for a till's own facts and for those it learns from elsewhere."""

from collections.abc import Iterable, Iterator
from functools import singledispatch
from typing import Any

from sqlalchemy import Table

from pos.domain import bookings
from pos.domain.consignment import (
    ConsignmentNote,
    StockMovement,
    note_movements,
    return_movements,
    sale_movements,
)
from pos.domain.facts import Event
from pos.domain.sales import Return, ReturnLine, Sale, SaleLine
from pos.domain.settlements import Advance, ExhibitionClosed, Payout
from pos.domain.shifts import CashMoved, DenominationCount, ShiftClosed, ShiftOpened
from pos.domain.stamps import Stamp
from pos.domain.tenders import Tender
from pos.storage import fact_tables as t

Row = dict[str, Any]
Rows = Iterator[tuple[Table, list[Row]]]


def project(number: int, event: Event, *, sale: int | None = None) -> Rows:
    """The rows of each table, `number` being the fact's; `sale` is the fact number of the sale that a return names."""
    if isinstance(event, Return):
        yield from _return_rows(event, number, sale)
    else:
        yield from _rows(event, number)
    postings = _posting_rows(number, event)
    if postings:
        yield t.posting, postings


@singledispatch
def _rows(event: object, number: int) -> Rows:  # noqa: ARG001 (what the registered functions look at)
    yield from ()


@_rows.register
def _(event: ShiftOpened, number: int) -> Rows:
    stamp = event.stamp
    row = {
        "fact": number,
        "id": stamp.id,
        "till": stamp.till,
        "exhibition": stamp.exhibition,
        "cashier": event.cashier,
        "opened_at": stamp.at.isoformat(),
    }
    yield t.shift, [row]
    yield t.cash_count, _count_rows(number, event.opening_float)


@_rows.register
def _(event: ShiftClosed, number: int) -> Rows:
    stamp = event.stamp
    row = {
        "fact": number,
        "shift": stamp.shift,
        "till": stamp.till,
        "z": event.z,
        "exhibition": stamp.exhibition,
        "day": stamp.day.isoformat(),
        "cashier": event.cashier,
        "closed_at": stamp.at.isoformat(),
        "first_sale": event.first_sale,
        "last_sale": event.last_sale,
        "currency": stamp.currency,
        "grand_total": event.grand_total,
    }
    yield t.shift_close, [row]
    yield t.cash_count, _count_rows(number, event.counted)
    cash = [
        {
            "fact": number,
            "currency": c.currency,
            "opening_float": c.opening_float,
            "expected": c.expected,
            "counted": c.counted,
            "expected_base": c.expected_base,
            "difference_base": c.difference_base,
        }
        for c in event.cash
    ]
    yield t.shift_cash, cash


@_rows.register
def _(event: Sale, number: int) -> Rows:
    row = _receipt_row(event, number) | {
        "buyer": event.buyer,
        "pieces": event.pieces,
        "yapa_pieces": sum(line.qty for line in event.lines if line.yapa),
        "discount": event.discount,
        "change": event.change,
    }
    yield t.sale, [row]
    lines = [
        {
            "fact": number,
            "position": i,
            "sku": line.sku,
            "name": line.name,
            "qty": line.qty,
            "list_price": line.list_price,
            "unit_price": line.unit_price,
            "yapa": line.yapa,
            "discount": line.discount,
            "net": line.net,
            "promotion": line.promotion,
        }
        for i, line in enumerate(event.lines, 1)
    ]
    yield t.sale_line, lines
    yield t.tender, _tender_rows(number, event.stamp, event.tenders)
    yield from _share_rows(number, event.stamp, event.lines)
    yield t.stock_movement, _movement_rows(number, event.stamp, sale_movements(event))


def _return_rows(event: Return, number: int, sale: int | None) -> Rows:
    row = _receipt_row(event, number) | {"sale": sale, "void": event.void, "restock": event.restock}
    yield t.sale_return, [row]
    lines = [
        {
            "fact": number,
            "position": i,
            "sale": sale,
            "line": line.line,
            "sku": line.sku,
            "qty": line.qty,
            "net": line.net,
            "promotion": line.promotion,
        }
        for i, line in enumerate(event.lines, 1)
    ]
    yield t.return_line, lines
    yield t.tender, _tender_rows(number, event.stamp, [event.tender] if event.tender else [])
    yield from _share_rows(number, event.stamp, event.lines)
    yield t.stock_movement, _movement_rows(number, event.stamp, return_movements(event))


@_rows.register
def _(event: CashMoved, number: int) -> Rows:
    row = {"fact": number, "shift": event.stamp.shift, "direction": event.direction, "amount": event.amount}
    yield t.cash_movement, [row | {"reason": event.reason}]


@_rows.register
def _(event: Advance, number: int) -> Rows:
    yield t.advance, [_payment_row(number, event)]


@_rows.register
def _(event: Payout, number: int) -> Rows:
    row = {"kind": event.kind, "balance": event.balance, "supervisor": event.supervisor}
    yield t.payout, [_payment_row(number, event) | row]


@_rows.register
def _(event: ConsignmentNote, number: int) -> Rows:
    yield t.consignment_note, [{"fact": number, "kind": event.kind, "unit": event.unit, "reason": event.reason}]
    yield t.stock_movement, _movement_rows(number, event.stamp, note_movements(event))


@_rows.register
def _(event: ExhibitionClosed, number: int) -> Rows:
    exhibition = event.stamp.exhibition
    yield t.exhibition_close, [{"fact": number, "exhibition": exhibition, "supervisor": event.supervisor}]
    parts = [
        {
            "fact": number,
            "position": part.cost,
            "unit": part.unit,
            "exhibition": exhibition,
            "day": event.stamp.day.isoformat(),
            "name": part.name,
            "amount": part.amount,
        }
        for part in event.parts
    ]
    yield t.cost_part, parts


def _receipt_row(event: Sale | Return, number: int) -> Row:
    stamp = event.stamp
    return {
        "fact": number,
        "till": stamp.till,
        "number": event.number,
        "receipt": event.receipt,
        "shift": stamp.shift,
        "exhibition": stamp.exhibition,
        "day": stamp.day.isoformat(),
        "at": stamp.at.isoformat(),
        "cashier": event.cashier,
        "supervisor": event.supervisor,
        "currency": stamp.currency,
        "due": event.due,
        "rounding": event.rounding,
        "promotion": sum(line.promotion for line in event.lines),
    }


def _payment_row(number: int, event: Advance | Payout) -> Row:
    stamp = event.stamp
    return {
        "fact": number,
        "unit": event.unit,
        "exhibition": stamp.exhibition,
        "day": stamp.day.isoformat(),
        "at": stamp.at.isoformat(),
        "amount": event.amount,
    }


def _count_rows(number: int, counts: Iterable[DenominationCount]) -> list[Row]:
    return [
        {
            "fact": number,
            "position": i,
            "currency": row.currency,
            "denomination": row.denomination,
            "count": row.count,
        }
        for i, row in enumerate(counts, 1)
    ]


def _tender_rows(number: int, stamp: Stamp, tenders: Iterable[Tender]) -> list[Row]:
    return [
        {
            "fact": number,
            "position": i,
            "exhibition": stamp.exhibition,
            "day": stamp.day.isoformat(),
            "kind": tender.kind,
            "currency": tender.currency,
            "amount": tender.amount,
            "base_amount": tender.value,
            "rate": None if tender.rate is None else str(tender.rate),
            "reference": tender.reference,
        }
        for i, tender in enumerate(tenders, 1)
    ]


def _share_rows(number: int, stamp: Stamp, lines: Iterable[SaleLine | ReturnLine]) -> Rows:
    """The makers' parts line by line, and what they come to for each member over the whole receipt.

    A sale's parts carry their rates; a return's are what earlier returns left of such a part, at no rate of their own.
    """
    where = {"fact": number, "exhibition": stamp.exhibition, "day": stamp.day.isoformat()}
    shares: list[Row] = []
    members: dict[tuple[str, str], int] = {}
    for i, line in enumerate(lines, 1):
        terms = line.terms if isinstance(line, SaleLine) else ()
        rates = {maker.unit: (maker.commission_bps, maker.fund_bps) for maker in terms}
        for share in line.shares:
            amounts = {"gross": share.gross, "commission": share.commission, "fund": share.fund}
            at_rates = dict(zip(("commission_bps", "fund_bps"), rates.get(share.unit, (None, None)), strict=True))
            shares.append(where | {"position": i, "unit": share.unit} | amounts | at_rates)
            for name, part in share.members:
                members[share.unit, name] = members.get((share.unit, name), 0) + part
    yield t.line_share, shares
    yield t.member_share, [where | {"unit": u, "name": name, "amount": amount} for (u, name), amount in members.items()]


def _movement_rows(number: int, stamp: Stamp, movements: Iterable[StockMovement]) -> list[Row]:
    where = {"fact": number, "exhibition": stamp.exhibition, "day": stamp.day.isoformat()}
    return [
        where | {"position": i, "unit": m.unit, "sku": m.sku, "kind": m.kind, "qty": m.qty}
        for i, m in enumerate(movements, 1)
    ]


def _posting_rows(number: int, event: Event) -> list[Row]:
    stamp = event.stamp
    where = {
        "fact": number,
        "till": stamp.till,
        "shift": stamp.id if isinstance(event, ShiftOpened) else stamp.shift,
        "exhibition": stamp.exhibition,
        "day": stamp.day.isoformat(),
        "base_currency": stamp.currency,
    }
    return [
        where
        | {
            "position": i,
            "account": posting.name,
            "unit": posting.unit,
            "currency": posting.currency,
            "amount": posting.amount,
            "base_amount": posting.base_amount,
        }
        for i, posting in enumerate(bookings.postings(event), 1)
    ]
