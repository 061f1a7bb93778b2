"""Who earns what of one sale: the parts of its lines summed by unit. Source: docs/domain.md, "The split of a line"."""

from collections.abc import Iterable
from dataclasses import dataclass

from pos.domain.sales import ReturnLine, SaleLine


@dataclass(frozen=True, slots=True)
class UnitEarning:
    """What a unit's goods sold for (`gross`) and what the unit earns of it; both zero for one that gave a yapa."""

    unit: str
    gross: int
    earning: int


@dataclass(frozen=True, slots=True)
class SaleEarnings:
    """A sale's due, divided: units in the order of the lines, and the network's commission and fund.

    `promotion` is what the network adds of its own, where it bears a bargain. In minor units of the sale's currency;
    all earnings, commission and fund less the promotion come to what was due.
    """

    units: tuple[UnitEarning, ...]
    commission: int
    fund: int
    promotion: int

    @property
    def network(self) -> int:
        """What stays with the network in the end."""
        return self.commission + self.fund - self.promotion


def earnings(lines: Iterable[SaleLine | ReturnLine]) -> SaleEarnings:
    """The parts of these lines, summed by unit; of lines that came back they are negative."""
    gross: dict[str, int] = {}
    earned: dict[str, int] = {}
    commission = fund = promotion = 0
    for line in lines:
        promotion += line.promotion
        makers = [maker.unit for maker in line.terms] if isinstance(line, SaleLine) else []
        for unit in (*makers, *(share.unit for share in line.shares)):
            gross.setdefault(unit, 0)
            earned.setdefault(unit, 0)
        for share in line.shares:
            gross[share.unit] += share.gross
            earned[share.unit] += share.earning
            commission += share.commission
            fund += share.fund
    units = tuple(UnitEarning(unit, gross[unit], earned[unit]) for unit in gross)
    return SaleEarnings(units, commission, fund, promotion)
