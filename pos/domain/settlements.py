"""Paying the units: advances, payouts, and their part of the costs. Source: docs/domain.md, "Settlement"."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pos.domain.exhibitions import Exhibition, share_cost
from pos.domain.money import Money, currency
from pos.domain.people import Approval
from pos.domain.refusals import AmountNotPositive, NothingOwed, PayoutOverBalance
from pos.domain.stamps import Stamp


class PayoutKind(StrEnum):
    """How a unit is paid."""

    CASH = "cash"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True)
class Advance:
    """Cash given to a unit from the drawer before its settlement."""

    stamp: Stamp
    cashier: str
    unit: str
    amount: int


@dataclass(frozen=True, slots=True)
class Payout:
    """What was paid to a unit; `balance` is what it was owed before. `cashier` is empty where no shift was open."""

    stamp: Stamp
    cashier: str
    supervisor: str | None
    unit: str
    kind: PayoutKind
    amount: int
    balance: int


@dataclass(frozen=True, slots=True)
class CostPart:
    """One participating unit's part of one cost."""

    cost: int
    name: str
    unit: str
    amount: int


@dataclass(frozen=True, slots=True)
class ExhibitionClosed:
    """An exhibition closed: its costs are posted, and from here on its units can only be paid."""

    stamp: Stamp
    supervisor: str
    parts: tuple[CostPart, ...]


def advance(stamp: Stamp, cashier: str, unit: str, amount: Money) -> Advance:
    """An advance; raises `AmountNotPositive`, or `CurrencyMismatch` where it is not in the base currency."""
    if amount <= Money(0, currency(stamp.currency)):
        raise AmountNotPositive(amount=amount)
    return Advance(stamp, cashier, unit, amount.minor)


def payable_now(unit: str, wanted: Money | None, balance: Money, approval: Approval | None) -> Money:
    """How much is paid out: what is wanted, or the whole balance where `wanted` is None.

    Raises `NothingOwed`, `AmountNotPositive`, and `PayoutOverBalance` unless a supervisor approves.
    """
    if wanted is None:
        if balance.minor <= 0:
            raise NothingOwed(unit=unit, balance=balance)
        return balance
    if wanted.minor <= 0:
        raise AmountNotPositive(amount=wanted)
    if balance < wanted and approval is None:
        raise PayoutOverBalance(amount=wanted, balance=balance, unit=unit)
    return wanted


def close_exhibition(
    stamp: Stamp, exhibition: Exhibition, supervisor: str, gross: Mapping[str, int]
) -> ExhibitionClosed:
    """Close an exhibition: each cost is shared as it says; `gross` is each unit's, in minor units."""
    parts = [
        CostPart(number, cost.name, participation.unit, part)
        for number, cost in enumerate(exhibition.costs, 1)
        if exhibition.participations
        for participation, part in zip(
            exhibition.participations, share_cost(cost, exhibition.participations, gross), strict=True
        )
    ]
    return ExhibitionClosed(stamp, supervisor, tuple(parts))
