"""The organisation that runs the stall, and the units and members that are paid. Source: docs/domain.md, "Words"."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pos.domain.catalogue_refusals import (
    BadRate,
    BadWeight,
    Duplicate,
    NoSuchMember,
    RatesOverHundred,
    WeightsSumToZero,
)
from pos.domain.money import BASIS_POINTS, Currency
from pos.domain.text import MAX_STORY, by_language, identifier, optional_text, plain_text

MAX_WEIGHT = 1_000_000


@dataclass(frozen=True, slots=True)
class Rates:
    """Commission and revolving-fund rates in basis points, as given at one level; None falls to the next level."""

    commission_bps: int | None = None
    fund_bps: int | None = None

    def __post_init__(self) -> None:
        for rate in (self.commission_bps, self.fund_bps):
            if rate is not None and not 0 <= rate <= BASIS_POINTS:
                raise BadRate(rate=rate)
        if (self.commission_bps or 0) + (self.fund_bps or 0) > BASIS_POINTS:
            raise RatesOverHundred(commission_bps=self.commission_bps, fund_bps=self.fund_bps)


INHERITED = Rates()
"""No rate of its own: both fall to the next level."""


def resolve_rates(*levels: Rates) -> tuple[int, int]:
    """(commission, fund) in basis points, each from the first level that gives it: product, unit, exhibition, network.

    Raises `RatesOverHundred` where the two together take more than all.
    """
    commission = next((r.commission_bps for r in levels if r.commission_bps is not None), 0)
    fund = next((r.fund_bps for r in levels if r.fund_bps is not None), 0)
    if commission + fund > BASIS_POINTS:
        raise RatesOverHundred(commission_bps=commission, fund_bps=fund)
    return commission, fund


def checked_weight(weight: int) -> int:
    """The weight itself, if it is a whole number from 0 to `MAX_WEIGHT`; raises `BadWeight` otherwise."""
    if not 0 <= weight <= MAX_WEIGHT:
        raise BadWeight(weight=weight, most=MAX_WEIGHT)
    return weight


@dataclass(frozen=True, slots=True)
class Network:
    """The organisation that runs the stall and earns commission; both its rates are given."""

    name: str
    currency: Currency
    language: str
    rates: Rates
    receipt_header: tuple[str, ...] = ()
    receipt_footer: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        plain_text("name", self.name)
        by_language("language", {self.language: self.language})
        for line in self.receipt_header:
            plain_text("receipt_header", line)
        by_language("receipt_footer", self.receipt_footer)


@dataclass(frozen=True, slots=True)
class Group:
    """A workshop or an association of units; its stamp, where there is one, is printed on receipts and labels."""

    id: str
    name: str
    stamp: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        identifier(self.id)
        plain_text("name", self.name)
        by_language("stamp", self.stamp)


class UnitKind(StrEnum):
    """What a productive unit is."""

    INDIVIDUAL = "individual"
    FAMILY = "family"
    COLLECTIVE = "collective"


@dataclass(frozen=True, slots=True)
class Member:
    """A person in a unit; the unit's earnings are divided among its members by weight."""

    name: str
    weight: int
    born: int | None = None
    gender: str | None = None

    def __post_init__(self) -> None:
        plain_text("name", self.name)
        checked_weight(self.weight)
        optional_text("gender", self.gender or "", 20)


@dataclass(frozen=True, slots=True)
class Unit:
    """A productive unit: who is paid."""

    id: str
    name: str
    kind: UnitKind
    members: tuple[Member, ...]
    group: str | None = None
    community: str = ""
    technique: str = ""
    rates: Rates = INHERITED
    photo: str | None = None
    story: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        identifier(self.id)
        plain_text("name", self.name)
        optional_text("community", self.community)
        optional_text("technique", self.technique)
        by_language("story", self.story, MAX_STORY)
        if not self.members:
            raise NoSuchMember(unit=self.id)
        if not sum(member.weight for member in self.members):
            raise WeightsSumToZero(of=self.id)
        names = [member.name for member in self.members]
        if len(set(names)) < len(names):
            raise Duplicate(what="member", value=next(name for name in names if names.count(name) > 1))
