"""What is being brought back: how many pieces of each line, what becomes of them, and how the buyer is paid."""

from dataclasses import dataclass, field

from pos.domain.exhibitions import Exhibition
from pos.domain.sales import ReturnLine, lines_back, pay_back
from pos.domain.stamps import EventId
from pos.domain.tenders import TenderKind
from pos.services.refunding import PayBack
from pos.services.sale_finding import SaleStanding


@dataclass
class GoodsBack:
    """Counts pieces up to what can still come back. What they are worth is `pos.domain.sales`' to say.

    `shown` says whether the receipt is here. Lines count from 1.
    """

    standing: SaleStanding
    exhibition: Exhibition
    shown: bool
    restock: bool = True
    kind: TenderKind = TenderKind.CASH
    counts: dict[int, int] = field(default_factory=dict)

    @property
    def wanted(self) -> list[tuple[int, int]]:
        """(line, pieces) of all that is brought back."""
        return [(line, self.counts[line]) for line in sorted(self.counts) if self.counts[line]]

    @property
    def pieces(self) -> int:
        """How many pieces are brought back."""
        return sum(self.counts.values())

    @property
    def is_all(self) -> bool:
        """Whether nothing more could be brought back."""
        return all(self.counts.get(line, 0) == self.standing.left(line) for line in self._numbers)

    @property
    def lines(self) -> tuple[ReturnLine, ...]:
        """What comes back, its money negative; none while nothing is counted."""
        wanted = self.wanted
        return lines_back(self.standing.sale, self.standing.back, wanted) if wanted else ()

    @property
    def due(self) -> int:
        """What the pieces were paid with, in minor units; positive."""
        return -sum(line.net for line in self.lines)

    @property
    def to_hand_back(self) -> int:
        """What the buyer gets: the due, rounded where it goes back in cash; positive."""
        tender, _ = pay_back(-self.due, self.kind, self.exhibition.currency.code, self.exhibition)
        return -tender.amount if tender else 0

    def pay(self, reference: str) -> PayBack:
        """How the buyer is paid; only what is no cash has a reference."""
        return PayBack(self.kind, reference="" if self.kind is TenderKind.CASH else reference)

    def step(self, line: int, pieces: int) -> None:
        """More or fewer pieces of a line, never more than can come back nor fewer than none."""
        self.counts[line] = max(0, min(self.counts.get(line, 0) + pieces, self.standing.left(line)))

    def take_all(self) -> None:
        """All that can come back."""
        self.counts = {line: self.standing.left(line) for line in self._numbers}

    def take_none(self) -> None:
        """Nothing."""
        self.counts.clear()

    def count(self, sku: str) -> int | None:
        """One more piece of a product: on a line that was paid for before one that was given. Its line.

        None where no more of it can come back; raises `LookupError` where the sale does not hold it.
        """
        lines = [line for line in self._numbers if self.standing.sale.lines[line - 1].sku == sku]
        if not lines:
            raise LookupError(sku)
        for line in sorted(lines, key=lambda line: self.standing.sale.lines[line - 1].yapa):
            if self.counts.get(line, 0) < self.standing.left(line):
                self.step(line, 1)
                return line
        return None

    def may_be_voided(self, shift: EventId | None) -> bool:
        """Whether the whole sale can be undone: it is of the open shift, and none of it came back yet."""
        return shift is not None and self.standing.sale.stamp.shift == shift and not any(self.standing.back.values())

    @property
    def _numbers(self) -> range:
        return range(1, len(self.standing.sale.lines) + 1)
