"""Money as an integer count of minor units, and the two ways it is ever divided: `half_up` and `allocate`.

Source of the rules: docs/domain.md, "Money".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from pos.domain.refusals import (
    AmountTooLarge,
    BadAmount,
    BadExchangeRate,
    BadPercent,
    CurrencyMismatch,
    UnknownCurrency,
)

BASIS_POINTS = 10_000
MAX_MINOR = 10**13
"""The largest amount a person may type or a file may hold: a hundred thousand million, far over any fair's takings."""

_PERCENT_TEXT = re.compile(r"[0-9]{1,3}(\.[0-9]{1,6})?", re.ASCII)
_DECIMAL_TEXT = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 currency: how many decimal digits its minor unit has and the smallest cash step, in minor units."""

    code: str
    digits: int
    cash_step: int


_CURRENCIES = {
    c.code: c
    for c in (
        Currency("BOB", 2, 10),
        Currency("PEN", 2, 10),
        Currency("EUR", 2, 1),
        Currency("USD", 2, 1),
        Currency("ARS", 2, 1),
        Currency("BRL", 2, 1),
        Currency("CHF", 2, 5),
        Currency("CLP", 0, 1),
        Currency("COP", 2, 1),
        Currency("GBP", 2, 1),
    )
}


def currency(code: str) -> Currency:
    """The currency of an ISO 4217 code; raises `UnknownCurrency` for one that the program does not handle."""
    try:
        return _CURRENCIES[code]
    except KeyError:
        raise UnknownCurrency(code=code, known=", ".join(sorted(_CURRENCIES))) from None


@dataclass(frozen=True, slots=True)
class Money:
    """An amount: `minor` counts the minor unit of `currency`; it may be negative."""

    minor: int
    currency: Currency

    @classmethod
    def of(cls, text: str, code: str) -> Self:
        """Read a plain decimal text (`"12.50"`, minus allowed) in the currency of that code.

        Raises `BadAmount` for anything else: an exponent, a comma, more decimals than the currency has, a huge number.
        """
        return cls.read(text, currency(code))

    @classmethod
    def read(cls, text: str, in_currency: Currency) -> Self:
        """As `of`, with the currency at hand."""
        whole, _, decimals = text.partition(".")
        if not _DECIMAL_TEXT.fullmatch(text) or len(decimals) > in_currency.digits:
            raise BadAmount(text=text, currency=in_currency.code)
        minor = int(whole + decimals.ljust(in_currency.digits, "0"))
        if abs(minor) > MAX_MINOR:
            raise BadAmount(text=text, currency=in_currency.code)
        return cls(minor, in_currency)

    def __add__(self, other: Self) -> Self:
        self._same(other)
        return type(self)(self.minor + other.minor, self.currency)

    def __sub__(self, other: Self) -> Self:
        self._same(other)
        return type(self)(self.minor - other.minor, self.currency)

    def __neg__(self) -> Self:
        return type(self)(-self.minor, self.currency)

    def __mul__(self, count: int) -> Self:
        return type(self)(self.minor * count, self.currency)

    def __lt__(self, other: Self) -> bool:
        self._same(other)
        return self.minor < other.minor

    def __le__(self, other: Self) -> bool:
        self._same(other)
        return self.minor <= other.minor

    def __bool__(self) -> bool:
        return self.minor != 0

    def __str__(self) -> str:
        return decimal_text(self.minor, self.currency.digits)

    def _same(self, other: Self) -> None:
        if self.currency is not other.currency and self.currency != other.currency:
            raise CurrencyMismatch(one=self.currency.code, other=other.currency.code)


def decimal_text(minor: int, digits: int) -> str:
    """Minor units as the plain decimal text of the file formats: `(1250, 2)` gives `"12.50"`."""
    if digits == 0:
        return str(minor)
    sign = "-" if minor < 0 else ""
    figures = str(abs(minor)).rjust(digits + 1, "0")
    return f"{sign}{figures[:-digits]}.{figures[-digits:]}"


def checked_size(minor: int, in_currency: Currency) -> int:
    """The amount itself, if it is not larger than any stall could take; raises `AmountTooLarge` otherwise.

    Each figure that a person types is bounded by itself; this bounds what comes of multiplying them.
    """
    if abs(minor) > MAX_MINOR:
        raise AmountTooLarge(amount=Money(minor, in_currency), most=Money(MAX_MINOR, in_currency))
    return minor


def half_up(numerator: int, denominator: int) -> int:
    """The quotient to the nearest integer, halves away from zero; `denominator` must be positive."""
    if denominator <= 0:
        raise ValueError(f"half_up needs a positive denominator, not {denominator}")
    rounded = (2 * abs(numerator) + denominator) // (2 * denominator)
    return -rounded if numerator < 0 else rounded


def allocate(amount: int, weights: Sequence[int]) -> tuple[int, ...]:
    """Divide minor units by integer weights with the largest-remainder method; the parts sum to the amount.

    Each part gets floor(|amount|·w/Σw); what is left goes one unit at a time to the largest fractional remainders,
    ties to the earlier part; then the sign is put back. Weights must not be negative nor sum to zero (`ValueError`:
    whoever takes weights from people refuses such ones in words before they get here).
    """
    total = sum(weights)
    if total <= 0 or min(weights) < 0:
        raise ValueError(f"weights must be zero or more and sum to more than zero, not {list(weights)}")
    if len(weights) == 1:
        return (amount,)
    size = abs(amount)
    parts = [size * weight // total for weight in weights]
    left = size - sum(parts)
    if left:
        by_remainder = sorted(range(len(weights)), key=lambda i: -(size * weights[i] % total))
        for i in by_remainder[:left]:
            parts[i] += 1
    return tuple(-part for part in parts) if amount < 0 else tuple(parts)


def share_of(minor: int, basis_points: int) -> int:
    """That many basis points (100 = 1 %) of an amount of minor units, `half_up`."""
    return half_up(minor * basis_points, BASIS_POINTS)


def to_cash_step(minor: int, step: int) -> int:
    """An amount of minor units rounded `half_up` to a multiple of the currency's cash step."""
    return half_up(minor, step) * step


def read_percent(text: str) -> Decimal:
    """A percentage as the formats write it (`"10"`, `"12.5"`); raises `BadPercent` for anything else."""
    if not _PERCENT_TEXT.fullmatch(text):
        raise BadPercent(percent=text)
    return Decimal(text)


def percent_of(minor: int, percent: Decimal) -> int:
    """A percentage (0 < percent <= 100) of an amount of minor units, `half_up`; raises `BadPercent` outside that."""
    if not percent.is_finite() or not 0 < percent <= 100:
        raise BadPercent(percent=str(percent))
    numerator, denominator = percent.as_integer_ratio()
    return half_up(minor * numerator, denominator * 100)


@dataclass(frozen=True, slots=True)
class ExchangeRate:
    """How much base currency one unit of the foreign currency is worth: `base` per one `foreign`."""

    foreign: Currency
    base: Currency
    rate: Decimal

    def __post_init__(self) -> None:
        if not self.rate.is_finite() or not 0 < self.rate < 10**9:
            raise BadExchangeRate(rate=str(self.rate), currency=self.foreign.code)

    def value(self, foreign_minor: int) -> int:
        """What so many foreign minor units are worth in minor units of the base currency, `half_up`.

        Raises `AmountTooLarge`.
        """
        numerator, denominator = self.rate.as_integer_ratio()
        up = 10**self.base.digits
        down = 10**self.foreign.digits
        return checked_size(half_up(foreign_minor * numerator * up, denominator * down), self.base)

    def worth_in_foreign(self, minor: int) -> int:
        """What so many minor units of the base currency would be in foreign ones, `half_up`: to tell a buyer, never to
        charge."""
        numerator, denominator = self.rate.as_integer_ratio()
        up, down = 10**self.foreign.digits, 10**self.base.digits
        return half_up(minor * denominator * up, numerator * down)
