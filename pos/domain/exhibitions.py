"""A fair or show: where and when, in which currency, who takes part, and what it costs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pos.domain.catalogue_refusals import DatesOutOfOrder, Duplicate, UnknownTimezone
from pos.domain.money import Currency, ExchangeRate, Money, allocate
from pos.domain.network import INHERITED, Rates, checked_weight
from pos.domain.refusals import AmountNotPositive, NoExchangeRate
from pos.domain.text import identifier, optional_text, plain_text

_SPOKEN = {"DE": "de", "AT": "de", "CH": "de", "GB": "en", "IE": "en", "US": "en"}
"""What buyers read, by country, where it may not be what the network speaks."""
_FIRST = ("USD", "EUR")
"""The foreign currencies that are asked for most, the first before all."""


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

    def local_time(self, at: datetime) -> datetime:
        """A moment given with its offset as the clocks show it where the exhibition is."""
        return at.astimezone(ZoneInfo(self.timezone))

    def local_day(self, at: datetime) -> date:
        """The calendar day of a moment where the exhibition is."""
        return self.local_time(at).date()

    def is_over(self, at: datetime) -> bool:
        """Whether its last day, counted where the exhibition is, has passed at this moment."""
        return self.local_day(at) > self.ends

    def takes_part(self, unit: str) -> bool:
        """Whether a unit takes part; in an exhibition that names no unit at all, everybody does."""
        return not self.participations or any(taking_part.unit == unit for taking_part in self.participations)

    def language(self, networks_own: str) -> str:
        """What its buyers read, on paper and on their screen: what is spoken there, else the network's language."""
        return _SPOKEN.get(self.country.upper(), networks_own)

    def rate_for(self, foreign: Currency) -> ExchangeRate:
        """The rate in force for a foreign currency; raises `NoExchangeRate` where none is set."""
        try:
            return self.rates_of_exchange[foreign.code]
        except KeyError:
            raise NoExchangeRate(currency=foreign.code) from None

    @property
    def foreign_codes(self) -> list[str]:
        """The currencies that have a rate: what tourists pay with most first, then by their codes."""
        return sorted(self.rates_of_exchange, key=lambda code: (code not in _FIRST, code != _FIRST[0], code))

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
