"""The papers of a shift: the X that reads it, the Z that closed it, and the slips for cash that moved."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from pos.domain.close_notes import CloseNoted, note_id
from pos.domain.money import Money, currency
from pos.domain.settlements import Advance, Payout
from pos.domain.shift_documents import (
    CashSlip,
    ShiftDrawer,
    ShiftMove,
    ShiftPaper,
    ShiftPaperKind,
    ShiftTender,
)
from pos.domain.shift_figures import CashForReason, CashToUnit, ShiftSoFar
from pos.domain.shifts import CashMoved, ShiftClosed
from pos.domain.tenders import TenderKind
from pos.services.cataloguing import Terms
from pos.services.receipts import place_of
from pos.services.shift_reading import read_shift
from pos.storage.books import Reading
from pos.storage.journal import OpenShift

Seen = Mapping[TenderKind, Money]


def z_paper(books: Reading, closed: ShiftClosed, terms: Terms, *, copy: bool = False) -> ShiftPaper:
    """The Z of a shift that is closed, from the books: the same whenever it is printed."""
    stamp = closed.stamp
    if stamp.shift is None:
        raise TypeError(f"the close {stamp.id} belongs to no shift")
    base = currency(stamp.currency)
    note = books.journal.event(note_id(stamp.id))
    seen, happened = {}, ""
    if isinstance(note, CloseNoted):
        seen = {row.kind: Money(row.amount, base) for row in note.seen}
        happened = note.happened.value if note.happened else ""
    expected = {row.currency: Money(row.expected, currency(row.currency)) for row in closed.cash}
    counted = {row.currency: Money(row.counted, currency(row.currency)) for row in closed.cash}
    figures = replace(read_shift(books, stamp.till, stamp.shift, closed.z, base), expected=expected)
    return replace(
        _paper(figures, counted, seen, terms, stamp.at),
        kind=ShiftPaperKind.Z,
        happened=happened,
        grand_total=Money(closed.grand_total, base),
        copy=copy,
    )


def x_paper(books: Reading, till: str, shift: OpenShift, terms: Terms, at: datetime) -> ShiftPaper:
    """The X of an open shift at a moment. It tells what the drawer should hold: not for who is still to count it."""
    base = terms.exhibition(shift.exhibition).currency
    figures = read_shift(books, till, shift.id, shift.closed_before + 1, base)
    before = Money(books.journal.grand_total(till, base.code), base)
    return replace(_paper(figures, {}, {}, terms, at), grand_total=before + figures.net)


def cash_slip(event: CashMoved | Advance | Payout, terms: Terms, *, copy: bool = False) -> CashSlip:
    """The slip of cash that moved; a payout by transfer has one too, for the unit signs for it all the same."""
    exhibition = terms.exhibition(event.stamp.exhibition)
    slip = CashSlip(
        kind=event.direction.value if isinstance(event, CashMoved) else "payout",
        language=terms.network.language,
        network=terms.network.name,
        exhibition=exhibition.name,
        place=place_of(exhibition),
        till=event.stamp.till,
        cashier=event.cashier,
        at=event.stamp.at,
        amount=Money(event.amount, currency(event.stamp.currency)),
        copy=copy,
    )
    match event:
        case CashMoved():
            return replace(slip, reason=event.reason)
        case Advance():
            return replace(slip, kind="advance", unit=terms.unit(event.unit).name)
        case Payout():
            return replace(slip, unit=terms.unit(event.unit).name, supervisor=event.supervisor)


def _paper(
    shift: ShiftSoFar,
    counted: Mapping[str, Money],
    seen: Seen,
    terms: Terms,
    at: datetime,
) -> ShiftPaper:
    """All that an X and a Z have in common, as an X."""
    stamp = shift.opened.stamp
    exhibition = terms.exhibition(stamp.exhibition)
    receipts = None
    if shift.first_receipt is not None and shift.last_receipt is not None:
        receipts = (shift.first_receipt, shift.last_receipt)
    return ShiftPaper(
        kind=ShiftPaperKind.X,
        number=shift.number,
        language=terms.network.language,
        network=terms.network.name,
        header=terms.network.receipt_header,
        exhibition=exhibition.name,
        place=place_of(exhibition),
        till=stamp.till,
        cashier=shift.opened.cashier,
        opened_at=stamp.at,
        at=at,
        receipts=receipts,
        sales=shift.sales,
        gross=shift.gross,
        returned=shift.returned,
        returns=shift.returns,
        rounding=shift.rounding,
        tenders=_tenders(shift, seen),
        drawers=drawers_of(shift, counted, terms),
        drawer_openings=shift.drawer_openings,
        happened="",
        grand_total=shift.net,
    )


def _tenders(shift: ShiftSoFar, seen: Seen) -> tuple[ShiftTender, ...]:
    """What the books have, and after it what was seen of a kind that they have nothing of."""
    rows = []
    for taking in shift.tenders:
        kind = TenderKind(taking.kind)
        rows.append(ShiftTender(taking.kind, taking.count, taking.amount, taking.base, seen.get(kind)))
    known = {taking.kind for taking in shift.tenders}
    for kind, amount in seen.items():
        if kind.value not in known and amount.minor:
            nothing = Money(0, amount.currency)
            rows.append(ShiftTender(kind.value, 0, nothing, nothing, amount))
    return tuple(rows)


def drawers_of(shift: ShiftSoFar, counted: Mapping[str, Money], terms: Terms) -> tuple[ShiftDrawer, ...]:
    """Every currency that the shift touched or that was counted, the base currency first; `counted` is by code."""
    base = shift.gross.currency.code
    found = {code for code, amount in counted.items() if amount.minor} | shift.expected.keys()
    drawers = []
    for code in sorted(found, key=lambda code: (code != base, code)):
        nothing = Money(0, currency(code))
        drawers.append(
            ShiftDrawer(
                opening_float=shift.opening_float.get(code, nothing),
                moves=_moves(shift, code, terms),
                expected=shift.expected.get(code, nothing),
                counted=counted.get(code),
            )
        )
    return tuple(drawers)


def _moves(shift: ShiftSoFar, code: str, terms: Terms) -> tuple[ShiftMove, ...]:
    """What went into and out of the drawer in a currency: with the float, it comes to what is expected."""
    if code != shift.gross.currency.code:
        foreign = [taking.amount for taking in shift.tenders if taking.currency == code]
        return tuple(ShiftMove("sales", amount) for amount in foreign)
    moves = [ShiftMove("sales", shift.sales_cash)]
    if shift.refunds_cash.minor:
        moves.append(ShiftMove("refunds", -shift.refunds_cash))
    named = partial(_named, terms=terms)
    moves += [ShiftMove("in", cash.amount, cash.reason) for cash in _by_reason(shift.cash_in)]
    moves += [ShiftMove("advance", -cash.amount, cash.reason) for cash in _by_reason(map(named, shift.advances))]
    moves += [ShiftMove("payout", -cash.amount, cash.reason) for cash in _by_reason(map(named, shift.payouts))]
    moves += [ShiftMove("out", -cash.amount, cash.reason) for cash in _by_reason(shift.cash_out)]
    return tuple(moves)


def _named(cash: CashToUnit, terms: Terms) -> CashForReason:
    return CashForReason(terms.unit(cash.unit).name, cash.amount)


def _by_reason(moved: Iterable[CashForReason]) -> Sequence[CashForReason]:
    """Each reason once, in the order in which it first came up."""
    sums: dict[str, Money] = {}
    for reason, amount in moved:
        sums[reason] = sums[reason] + amount if reason in sums else amount
    return [CashForReason(reason, amount) for reason, amount in sums.items()]
