"""How many labels of each product are wanted."""

from collections.abc import Iterable, Iterator

from pos.domain.label_formats import MOST_LABELS
from pos.services.labelling import Wish

MOST_OF_ONE = 999
"""More labels of one product than anybody counts up to by touching a plus."""


class LabelCounts:
    """Counts by SKU, kept while one looks for other products."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._total = 0

    @property
    def total(self) -> int:
        """How many labels are wanted together."""
        return self._total

    def of(self, sku: str) -> int:
        """How many of this product are wanted."""
        return self._counts.get(sku, 0)

    def step(self, sku: str, by: int) -> bool:
        """So many more, or fewer; False where that changes nothing, being under none or over the most."""
        before = self.of(sku)
        room = MOST_LABELS - self._total + before
        return self._put(sku, max(0, min(before + by, max(before, MOST_OF_ONE), room)))

    def put_all(self, wishes: Iterable[Wish]) -> None:
        """Want these and no others."""
        self._counts = {wish.code: wish.count for wish in wishes if wish.count}
        self._total = sum(self._counts.values())

    def drop(self, sku: str) -> bool:
        """Want none of this product; False where none was wanted."""
        return self._put(sku, 0)

    def wishes(self) -> Iterator[Wish]:
        """What is wanted, in the order of SKUs, in which it is printed."""
        return (Wish(sku, count) for sku, count in sorted(self._counts.items()))

    def first(self, most: int) -> Iterator[Wish]:
        """The first so many labels."""
        for wish in self.wishes():
            if most <= 0:
                return
            yield Wish(wish.code, min(wish.count, most))
            most -= wish.count

    def _put(self, sku: str, count: int) -> bool:
        before = self._counts.pop(sku, 0)
        if count:
            self._counts[sku] = count
        self._total += count - before
        return count != before
