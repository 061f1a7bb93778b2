"""A fair or show: where and when, in which currency, who takes part, and what it costs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pos.domain.money import Currency, ExchangeRate, Money, allocate
from pos.domain.network import INHERITED, Rates, checked_weight
from pos.domain.refusals import (
    AmountNotPositive,
    DatesOutOfOrder,
    Duplicate,
    NoExchangeRate,
    UnknownTimezone,
)
from pos.domain.text import identifier, optional_text, plain_text


class CostShare(StrEnum):
    """How a cost of the exhibition is shared among the participating units (docs/domain.md, "Settlement")."""

    EQUAL = "equal"
    WEIGHT = "weight"
    GROSS = "gross"


@dataclass(frozen=True, slots=True)
class Cost:
    """Something the exhibition costs (stall fee, transport), in its base currency."""

    name: str
    amount: Money
    shared: CostShare

    def __post_init__(self) -> None:
        plain_text("name", self.name)
        if self.amount.minor <= 0:
            raise AmountNotPositive(amount=self.amount)


@dataclass(frozen=True, slots=True)
class Participation:
    """A unit that takes part, with its weight in costs shared by weight."""

    unit: str
    weight: int = 1

    def __post_init__(self) -> None:
        checked_weight(self.weight)


@dataclass(frozen=True, slots=True)
class Exhibition:
    """An exhibition; `rates_of_exchange` hold the base currency per one unit of each foreign currency."""

    id: str
    name: str
    starts: date
    ends: date
    timezone: str
    currency: Currency
    venue: str = ""
    city: str = ""
    country: str = ""
    rates_of_exchange: Mapping[str, ExchangeRate] = field(default_factory=dict)
    rates: Rates = INHERITED
    participations: tuple[Participation, ...] = ()
    costs: tuple[Cost, ...] = ()

    def __post_init__(self) -> None:
        identifier(self.id)
        plain_text("name", self.name)
        for name, text in (("venue", self.venue), ("city", self.city), ("country", self.country)):
            optional_text(name, text)
        if self.ends < self.starts:
            raise DatesOutOfOrder(starts=self.starts, ends=self.ends)
        try:
            ZoneInfo(self.timezone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise UnknownTimezone(timezone=self.timezone) from None
        units = [participation.unit for participation in self.participations]
        if len(set(units)) < len(units):
            raise Duplicate(what="unit", value=next(unit for unit in units if units.count(unit) > 1))

    def local_day(self, at: datetime) -> date:
        """The calendar day, where the exhibition is, of a moment given with its offset."""
        return at.astimezone(ZoneInfo(self.timezone)).date()

    def is_over(self, at: datetime) -> bool:
        """Whether its last day, counted where the exhibition is, has passed at this moment."""
        return self.local_day(at) > self.ends

    def takes_part(self, unit: str) -> bool:
        """Whether a unit takes part; in an exhibition that names no unit at all, everybody does."""
        return not self.participations or any(taking_part.unit == unit for taking_part in self.participations)

    def rate_for(self, foreign: Currency) -> ExchangeRate:
        """The rate in force for a foreign currency; raises `NoExchangeRate` where none is set."""
        try:
            return self.rates_of_exchange[foreign.code]
        except KeyError:
            raise NoExchangeRate(currency=foreign.code) from None

    def base_value(self, amount: Money) -> Money:
        """What an amount is worth in base currency, `half_up`; raises `NoExchangeRate`."""
        if amount.currency == self.currency:
            return amount
        return Money(self.rate_for(amount.currency).value(amount.minor), self.currency)


def share_cost(cost: Cost, participations: Sequence[Participation], gross: Mapping[str, int]) -> tuple[int, ...]:
    """Each participating unit's part of a cost, in minor units, in the order of the participations.

    `gross` is each unit's gross at the exhibition in minor units; a negative one (more came back than was sold) bears
    nothing. Where the weights asked for are all zero, the cost is shared equally, for somebody has to bear it.
    """
    equal = [1] * len(participations)
    weights = {
        CostShare.EQUAL: equal,
        CostShare.WEIGHT: [p.weight for p in participations],
        CostShare.GROSS: [max(0, gross.get(p.unit, 0)) for p in participations],
    }[cost.shared]
    return allocate(cost.amount.minor, weights if sum(weights) else equal)
