"""A shift: from the opening float to the counted close. Source: docs/domain.md, "Shift and close"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pos.domain.exhibitions import Exhibition
from pos.domain.money import Money, checked_size, currency
from pos.domain.refusals import AmountNotPositive, BadDenomination
from pos.domain.stamps import Stamp
from pos.domain.text import plain_text

MAX_COUNT = 1_000_000


@dataclass(frozen=True, slots=True)
class DenominationCount:
    """So many notes or coins of one value, in minor units of the currency."""

    currency: str
    denomination: int
    count: int


@dataclass(frozen=True, slots=True)
class CashWorth:
    """An amount in minor units of its currency, and its worth in minor units of the base currency."""

    currency: str
    amount: int
    base: int


@dataclass(frozen=True, slots=True)
class ShiftOpened:
    """A shift opened with a counted float; the stamp's id is the shift's id. `worth` has the float by currency."""

    stamp: Stamp
    cashier: str
    opening_float: tuple[DenominationCount, ...]
    worth: tuple[CashWorth, ...]


@dataclass(frozen=True, slots=True)
class CashBalance:
    """One currency at a close, in its minor units; `base` values are minor units of the base currency.

    `expected_base` is what the books hold the expected cash to be worth; `difference_base` is the worth of
    counted − expected at the exhibition's rate.
    """

    currency: str
    opening_float: int
    expected: int
    counted: int
    expected_base: int
    difference_base: int


@dataclass(frozen=True, slots=True)
class ShiftClosed:
    """A shift counted and closed: its Z number and the till's perpetual net (sales − returns) in this currency.

    `first_sale` and `last_sale` are the shift's sale numbers, None where it sold nothing.
    """

    stamp: Stamp
    z: int
    cashier: str
    counted: tuple[DenominationCount, ...]
    cash: tuple[CashBalance, ...]
    first_sale: int | None
    last_sale: int | None
    grand_total: int


class CashDirection(StrEnum):
    """Into or out of the drawer."""

    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class CashMoved:
    """Cash put into or taken out of the drawer for a reason other than a sale; base currency."""

    stamp: Stamp
    cashier: str
    direction: CashDirection
    amount: int
    reason: str


@dataclass(frozen=True, slots=True)
class DrawerOpened:
    """The drawer was opened with no sale, for a reason, with a supervisor's approval; no cash is moved by it."""

    stamp: Stamp
    cashier: str
    supervisor: str
    reason: str


def count_cash(counts: Mapping[str, Mapping[str, int]], exhibition: Exhibition) -> tuple[DenominationCount, ...]:
    """A count by currency code and denomination text (`{"BOB": {"20.00": 5}}`), checked.

    Raises `UnknownCurrency`, `NoExchangeRate` for a currency that the exhibition does not take, `BadAmount`,
    `AmountTooLarge`, or `BadDenomination` where a note is worth nothing or its count is under zero.
    """
    counted = []
    for code, denominations in counts.items():
        in_currency = currency(code)
        if in_currency != exhibition.currency:
            exhibition.rate_for(in_currency)
        if not denominations:
            counted.append(DenominationCount(code, 0, 0))
        for text, count in denominations.items():
            value = Money.read(text, in_currency)
            if value.minor <= 0 or not 0 <= count <= MAX_COUNT:
                raise BadDenomination(denomination=text, currency=code, count=count)
            checked_size(value.minor * count, in_currency)
            counted.append(DenominationCount(code, value.minor, count))
    return tuple(counted)


def totals(counted: Sequence[DenominationCount]) -> dict[str, int]:
    """The sum of a count by currency code, in minor units; a currency counted as nothing stands with zero."""
    sums: dict[str, int] = {}
    for row in counted:
        sums[row.currency] = sums.get(row.currency, 0) + row.denomination * row.count
    return sums


def open_shift(
    stamp: Stamp, cashier: str, counts: Mapping[str, Mapping[str, int]], exhibition: Exhibition
) -> ShiftOpened:
    """Open a shift with a float by currency and denomination; raises as `count_cash`, and `BadText`."""
    opening_float = count_cash(counts, exhibition)
    worth = tuple(
        CashWorth(code, amount, exhibition.base_value(Money(amount, currency(code))).minor)
        for code, amount in totals(opening_float).items()
    )
    return ShiftOpened(stamp, plain_text("cashier", cashier), opening_float, worth)


def balance_cash(
    opening_float: Mapping[str, int],
    counted: Sequence[DenominationCount],
    expected: Mapping[str, tuple[int, int]],
    exhibition: Exhibition,
) -> tuple[CashBalance, ...]:
    """Every currency that the shift touched, sorted by code.

    `opening_float` is the float by currency, in minor units.
    `expected` maps a currency to (amount, base value) of what the books hold in the drawer; a currency that was not
    counted was counted as nothing.
    """
    count_sums = totals(counted)
    balances = []
    for code in sorted(opening_float.keys() | count_sums.keys() | expected.keys()):
        amount, base = expected.get(code, (0, 0))
        difference = count_sums.get(code, 0) - amount
        worth = exhibition.base_value(Money(difference, currency(code))).minor if difference else 0
        balances.append(CashBalance(code, opening_float.get(code, 0), amount, count_sums.get(code, 0), base, worth))
    return tuple(balances)


def move_cash(stamp: Stamp, cashier: str, direction: CashDirection, amount: Money, reason: str) -> CashMoved:
    """A cash movement in the base currency.

    Raises `CurrencyMismatch`, `AmountNotPositive`, or `BadText` where no reason is given.
    """
    if amount <= Money(0, currency(stamp.currency)):
        raise AmountNotPositive(amount=amount)
    return CashMoved(stamp, cashier, direction, amount.minor, plain_text("reason", reason))


def open_drawer(stamp: Stamp, cashier: str, supervisor: str, reason: str) -> DrawerOpened:
    """The drawer opened with no sale; raises `BadText` where no reason is given."""
    return DrawerOpened(stamp, cashier, supervisor, plain_text("reason", reason))
