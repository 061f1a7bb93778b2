"""Which postings each event makes: the one place that knows the accounts. Source: docs/domain.md, "The ledger".

Signs: money that comes in, and what is spent, is positive; what is owed, and what is earned, is negative.
"""

from collections.abc import Iterable, Iterator
from functools import singledispatch

from pos.domain.earnings import earnings
from pos.domain.ledger import Account, Posting, balanced
from pos.domain.sales import Return, ReturnLine, Sale, SaleLine
from pos.domain.settlements import Advance, ExhibitionClosed, Payout, PayoutKind
from pos.domain.shifts import CashDirection, CashMoved, ShiftClosed, ShiftOpened
from pos.domain.tenders import Tender, TenderKind

_TENDER_ACCOUNT = {
    TenderKind.CASH: Account.CASH,
    TenderKind.QR: Account.QR,
    TenderKind.CARD: Account.CARD,
    TenderKind.TRANSFER: Account.TRANSFER,
}


@singledispatch
def postings(event: object) -> tuple[Posting, ...]:  # noqa: ARG001 (what the registered functions look at)
    """The balanced postings of an event; an event that moves no money has none."""
    return ()


@postings.register
def _(event: Sale) -> tuple[Posting, ...]:
    base = event.stamp.currency
    change = Posting(Account.CASH, base, -event.change, -event.change)
    received = [*map(_received, event.tenders), change]
    return balanced([*received, *_earned(event.lines, base), _base(Account.ROUNDING, base, -event.rounding)])


@postings.register
def _(event: Return) -> tuple[Posting, ...]:
    base = event.stamp.currency
    paid = [_received(event.tender)] if event.tender else []
    return balanced([*paid, *_earned(event.lines, base), _base(Account.ROUNDING, base, -event.rounding)])


@postings.register
def _(event: ShiftOpened) -> tuple[Posting, ...]:
    entry = []
    for cash in event.worth:
        entry.append(Posting(Account.CASH, cash.currency, cash.amount, cash.base))
        entry.append(Posting(Account.FLOAT, cash.currency, -cash.amount, -cash.base))
    return balanced(entry)


@postings.register
def _(event: ShiftClosed) -> tuple[Posting, ...]:
    entry = []
    for cash in event.cash:
        difference = cash.counted - cash.expected
        worth = cash.expected_base + cash.difference_base
        entry += [
            Posting(Account.CASH, cash.currency, difference, cash.difference_base),
            Posting(Account.OVER_SHORT, cash.currency, -difference, -cash.difference_base),
            Posting(Account.CASH, cash.currency, -cash.counted, -worth),
            Posting(Account.FLOAT, cash.currency, cash.counted, worth),
        ]
    return balanced(entry)


@postings.register
def _(event: CashMoved) -> tuple[Posting, ...]:
    base = event.stamp.currency
    amount = event.amount if event.direction is CashDirection.IN else -event.amount
    return balanced([_base(Account.CASH, base, amount), _base(Account.FLOAT, base, -amount)])


@postings.register
def _(event: Advance) -> tuple[Posting, ...]:
    return _paid_to_unit(event.unit, event.amount, Account.CASH, event.stamp.currency)


@postings.register
def _(event: Payout) -> tuple[Posting, ...]:
    account = Account.CASH if event.kind is PayoutKind.CASH else Account.TRANSFER
    return _paid_to_unit(event.unit, event.amount, account, event.stamp.currency)


@postings.register
def _(event: ExhibitionClosed) -> tuple[Posting, ...]:
    base = event.stamp.currency
    parts = [_base(Account.PAYABLE, base, part.amount, part.unit) for part in event.parts]
    return balanced([*parts, _base(Account.COSTS, base, -sum(part.amount for part in event.parts))])


def _base(account: Account, base: str, amount: int, unit: str | None = None) -> Posting:
    return Posting(account, base, amount, amount, unit)


def _received(tender: Tender) -> Posting:
    return Posting(_TENDER_ACCOUNT[tender.kind], tender.currency, tender.amount, tender.value)


def _paid_to_unit(unit: str, amount: int, account: Account, base: str) -> tuple[Posting, ...]:
    return balanced([_base(Account.PAYABLE, base, amount, unit), _base(account, base, -amount)])


def _earned(lines: Iterable[SaleLine | ReturnLine], base: str) -> Iterator[Posting]:
    """What the lines earn for each unit, the network's commission and fund, and what the network adds."""
    parts = earnings(lines)
    for unit in parts.units:
        yield _base(Account.PAYABLE, base, -unit.earning, unit.unit)
    yield _base(Account.COMMISSION, base, -parts.commission)
    yield _base(Account.FUND, base, -parts.fund)
    yield _base(Account.PROMOTION, base, parts.promotion)
