"""A network made at the till itself: what is asked of whoever has no file, turned into a catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from pos.domain.catalogue import Catalogue
from pos.domain.catalogue_refusals import Duplicate, NoPartInTheFair
from pos.domain.exhibitions import Exhibition, Participation
from pos.domain.money import currency
from pos.domain.network import Member, Network, Rates, Unit, UnitKind
from pos.domain.slugs import slug
from pos.domain.text import MAX_IDENTIFIER, folded


@dataclass(frozen=True, slots=True)
class Country:
    """Where a stall may stand: the currency that is paid with there, and its time zone (the capital's)."""

    currency: str
    timezone: str


COUNTRIES: Mapping[str, Country] = MappingProxyType(
    {
        "BO": Country("BOB", "America/La_Paz"),
        "PE": Country("PEN", "America/Lima"),
        "EC": Country("USD", "America/Guayaquil"),
        "CO": Country("COP", "America/Bogota"),
        "CL": Country("CLP", "America/Santiago"),
        "AR": Country("ARS", "America/Argentina/Buenos_Aires"),
        "BR": Country("BRL", "America/Sao_Paulo"),
        "US": Country("USD", "America/New_York"),
        "DE": Country("EUR", "Europe/Berlin"),
        "ES": Country("EUR", "Europe/Madrid"),
        "CH": Country("CHF", "Europe/Zurich"),
        "GB": Country("GBP", "Europe/London"),
    }
)
"""By ISO 3166 code: the countries whose money the till counts."""


@dataclass(frozen=True, slots=True)
class FirstNetwork:
    """What was asked: rates are in basis points, `country` is a key of `COUNTRIES`, producers are names."""

    name: str
    country: str
    currency: str
    commission_bps: int
    fund_bps: int
    fair: str
    city: str
    starts: date
    ends: date
    producers: tuple[str, ...]


def make_catalogue(first: FirstNetwork, language: str) -> Catalogue:
    """The catalogue: each producer is a unit of one member, and takes part in the one fair; products come later.

    Raises `Duplicate` for a name that stands twice, `NoPartInTheFair` without producers, and as the domain's values.
    """
    if not first.producers:
        raise NoPartInTheFair
    _refuse_doubles(first.producers)
    money = currency(first.currency)
    units = tuple(
        Unit(id=f"P{number:02d}", name=name, kind=UnitKind.INDIVIDUAL, members=(Member(name, 1),))
        for number, name in enumerate(first.producers, start=1)
    )
    year = f"-{first.starts:%y}"
    fair = Exhibition(
        id=(slug(first.fair, MAX_IDENTIFIER - len(year)) or "fair").upper() + year,
        name=first.fair,
        city=first.city,
        country=first.country,
        starts=first.starts,
        ends=first.ends,
        timezone=COUNTRIES[first.country].timezone,
        currency=money,
        participations=tuple(Participation(unit.id) for unit in units),
    )
    network = Network(first.name, money, language, Rates(first.commission_bps, first.fund_bps))
    return Catalogue(network, (), units, (), (fair,))


def _refuse_doubles(names: tuple[str, ...]) -> None:
    seen = set[str]()
    for name in names:
        if folded(name) in seen:
            raise Duplicate(what="name", value=name)
        seen.add(folded(name))
