"""Which products the table lists, quickly: at each letter of a search, and each time somebody comes back to it."""

from collections.abc import Sequence

from pos.services.desk import Desk

MOST_FOUND = 40
"""More are not read at a letter: whoever looks for one among them types another letter."""


class ProductListing:
    """Asks the services; what was listed last without any condition is kept until the catalogue changes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._all: Sequence[str] | None = None
        self._read_at = 0
        self.is_cut = False
        """Whether there may be more than were listed."""

    def skus(self, typed: str, unit: str, to_label_at: str) -> Sequence[str]:
        """The SKUs in order; what is left empty is no condition. Raises `BooksUnavailable`."""
        self.is_cut = False
        if unit or to_label_at:
            return self._desk.labelling.skus(typed=typed, unit=unit, to_label_at=to_label_at)
        if typed:
            found = self._desk.finding.search(typed, MOST_FOUND)
            self.is_cut = len(found) >= MOST_FOUND
            return sorted(product.sku for product in found)
        changes = self._desk.till.catalogue.changes
        if self._all is None or self._read_at != changes:
            self._all, self._read_at = self._desk.labelling.skus(), changes
        return self._all
