"""A line's money into makers, commission, fund and members. Source: docs/domain.md, "The split of a line".

Amounts are minor units of the exhibition's currency; a returned line has negative ones.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pos.domain.exhibitions import Exhibition
from pos.domain.money import allocate, share_of
from pos.domain.network import Network, Unit, resolve_rates
from pos.domain.products import Product
from pos.domain.refusals import UnknownUnit


@dataclass(frozen=True, slots=True)
class MakerTerms:
    """On which terms a maker has a part in a product: its weight, the rates in force, its members with weights."""

    unit: str
    weight: int
    commission_bps: int
    fund_bps: int
    members: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class LineShare:
    """One maker's part of a line; `members` are (name, part) and sum to the earning."""

    unit: str
    gross: int
    commission: int
    fund: int
    members: tuple[tuple[str, int], ...]

    @property
    def earning(self) -> int:
        """What the unit itself earns: gross less commission and fund."""
        return self.gross - self.commission - self.fund


def maker_terms(
    product: Product, units: Mapping[str, Unit], exhibition: Exhibition, network: Network
) -> tuple[MakerTerms, ...]:
    """The terms of each maker of a product at an exhibition: the most specific rates, the members as they are now.

    Raises `UnknownUnit` where a maker is not among the units.
    """
    terms = []
    for maker in product.makers:
        unit = units.get(maker.unit)
        if unit is None:
            raise UnknownUnit(unit=maker.unit)
        commission_bps, fund_bps = resolve_rates(product.rates, unit.rates, exhibition.rates, network.rates)
        members = tuple((member.name, member.weight) for member in unit.members)
        terms.append(MakerTerms(maker.unit, maker.weight, commission_bps, fund_bps, members))
    return tuple(terms)


def split(credited: int, makers: Sequence[MakerTerms]) -> tuple[LineShare, ...]:
    """Divide what a line credits its makers with: their gross sums to `credited`, to the minor unit."""
    shares = []
    for terms, gross in zip(makers, allocate(credited, [m.weight for m in makers]), strict=True):
        commission = share_of(gross, terms.commission_bps)
        fund = share_of(gross, terms.fund_bps)
        parts = allocate(gross - commission - fund, [weight for _, weight in terms.members])
        members = tuple((name, part) for (name, _), part in zip(terms.members, parts, strict=True))
        shares.append(LineShare(terms.unit, gross, commission, fund, members))
    return tuple(shares)


def difference(now: Sequence[LineShare], before: Sequence[LineShare]) -> tuple[LineShare, ...]:
    """What must be added to `before` to come to `now`, item by item; both are splits on the same terms."""
    return tuple(
        LineShare(
            a.unit,
            a.gross - b.gross,
            a.commission - b.commission,
            a.fund - b.fund,
            tuple((name, part - was) for (name, part), (_, was) in zip(a.members, b.members, strict=True)),
        )
        for a, b in zip(now, before, strict=True)
    )
