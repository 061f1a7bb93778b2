"""The rows of the products' table: their SKUs are all known, of the rest only what is looked at is read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal

from pos.domain.emblems import Emblem
from pos.domain.products import Product
from pos.domain.refusals import Refusal
from pos.storage.database import BooksUnavailable
from pos.texts import Texts

AT_ONCE, KEPT = 16, 1_600
"""How many rows are read at once: about a screen full; and how many are kept."""

Index = QModelIndex | QPersistentModelIndex

_TEXT = Qt.ItemDataRole.DisplayRole
_ALOUD = Qt.ItemDataRole.AccessibleTextRole
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class ProductRow:
    """A product as the table shows it; `price` is empty where it has none, `left` None where nobody delivered it."""

    product: Product
    name: str
    makers: str
    emblems: tuple[Emblem, ...]
    price: str
    left: int | None


ReadRows = Callable[[Sequence[str]], Sequence[ProductRow]]
"""Gives the rows of these SKUs; raises `BooksUnavailable` or a `Refusal`."""


class ProductRows(QAbstractTableModel):
    """One column, since the delegate paints the whole row."""

    failed = Signal(object)
    """The books could not be read (`BooksUnavailable` or a `Refusal`)."""

    def __init__(self, read: ReadRows, count_of: Callable[[str], int], texts: Texts) -> None:
        super().__init__()
        self._read, self._count_of, self._texts = read, count_of, texts
        self.skus: Sequence[str] = ()
        self._rows: dict[int, ProductRow | None] = {}

    def show(self, skus: Sequence[str]) -> None:
        """Hold these products, and read them anew."""
        self.beginResetModel()
        self.skus = skus
        self._rows = {}
        self.endResetModel()

    def row(self, place: int) -> ProductRow | None:
        """The row at a place, None where it can't be read."""
        if not 0 <= place < len(self.skus):
            return None
        if place not in self._rows:
            self._read_about(place)
        return self._rows[place]

    def place_of(self, sku: str) -> int | None:
        """Where a product stands, None where it is not listed."""
        try:
            return self.skus.index(sku)
        except ValueError:
            return None

    def spoken(self, row: ProductRow) -> str:
        """The row as a screen reader says it."""
        texts = self._texts
        count = self._count_of(row.product.sku)
        labels = texts.ngettext("%(n)s label", "%(n)s labels", count) % {"n": texts.amount(count, 0)}
        left = ""
        if row.left is not None:
            left = texts.ngettext("%(n)s left", "%(n)s left", row.left) % {"n": texts.amount(row.left, 0)}
        price = row.price or texts._("no price")
        return ", ".join(
            filter(None, (row.name, row.product.sku, row.makers, price, left, labels if row.price else ""))
        )

    def _read_about(self, place: int) -> None:
        """A screen full from there on; or before it, where one scrolls up."""
        start = max(0, place - AT_ONCE + 1) if place + 1 in self._rows else place
        end = place + 1 if place + 1 in self._rows else min(place + AT_ONCE, len(self.skus))
        try:
            read = {row.product.sku: row for row in self._read(self.skus[start:end])}
        except (Refusal, BooksUnavailable) as trouble:
            # Rows are read while they are painted, and then nothing may change on the screen.
            QTimer.singleShot(0, self, lambda trouble=trouble: self.failed.emit(trouble))
            read = {}
        if len(self._rows) > KEPT:
            self._rows = {}
        self._rows |= {number: read.get(self.skus[number]) for number in range(start, end)}

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.skus)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = _TEXT) -> object:
        if role in {_TEXT, _ALOUD}:
            row = self.row(index.row())
            return self.spoken(row) if row is not None else ""
        return None
