"""Finding a sale again: by its receipt, scanned or typed, or by looking where the receipt was lost."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pos.domain.barcodes import read_receipt_digits, receipt_number
from pos.domain.exhibitions import Exhibition
from pos.domain.money import Money
from pos.domain.products import Product
from pos.domain.refusals import UnknownSale
from pos.domain.sales import Return, Sale
from pos.domain.stamps import EventId
from pos.domain.text import encodable
from pos.services.cataloguing import Cataloguing
from pos.storage.books import Books
from pos.storage.sale_search import FoundPage, SaleFilter

_TYPED = re.compile(r"([A-Z]{0,3})[\s.\-_']*([0-9]{1,9})", re.ASCII)


@dataclass(frozen=True, slots=True)
class SaleStanding:
    """A sale, and how many pieces of each line (1-based) came back so far."""

    sale: Sale
    back: Mapping[int, int]

    def left(self, line: int) -> int:
        """How many pieces of a line can still come back."""
        return self.sale.lines[line - 1].qty - self.back.get(line, 0)

    @property
    def is_spent(self) -> bool:
        """Whether all of it came back."""
        return not any(self.left(line) for line in range(1, len(self.sale.lines) + 1))


class SaleFinding:
    """Finds sales and returns."""

    def __init__(self, books: Books, catalogue: Cataloguing) -> None:
        self._books = books
        self._catalogue = catalogue

    def receipt(self, text: str, till: str) -> Sale | Return:
        """The sale or return of a receipt, by its barcode's digits or its number as people type it.

        `412` and `a 412` are as good as `A-000412`; a number without letters is this till's sale. Raises `UnknownSale`.
        """
        text = encodable(text).strip()
        number = read_receipt_digits(text) or _typed(text, till)
        with self._books.reading() as books:
            found = books.journal.sale_of_receipt(number) or books.journal.return_of_receipt(number)
        if found is None:
            raise UnknownSale(receipt=number)
        return found

    def last(self, till: str) -> Sale | None:
        """The till's last sale, None where it has made none."""
        with self._books.reading() as books:
            return books.journal.sale_of_receipt(receipt_number(till, books.journal.till(till).sale_number))

    def standing(self, sale: EventId) -> SaleStanding:
        """A sale and what came back of it so far; raises `UnknownSale`."""
        with self._books.reading() as books:
            found = books.journal.sale(sale)
            if found is None:
                raise UnknownSale(receipt=sale)
            return SaleStanding(found, books.journal.returned(sale))

    def page(
        self,
        exhibition: Exhibition,
        size: int,
        *,
        sku: str | None = None,
        paid: Money | None = None,
        before: int | None = None,
    ) -> FoundPage:
        """Sales of any exhibition in this one's currency, the newest first, `size` of them at the most.

        Those that hold a product, or that came to an amount as paid, where either is named; `before` is the `older` of
        the page before.
        """
        exhibitions = self._catalogue.terms().of_currency(exhibition)
        wanted = SaleFilter(exhibitions, sku, None if paid is None else paid.minor)
        with self._books.reading() as books:
            return books.sale_search.page(wanted, size, before)

    def products(self, skus: Iterable[str]) -> Mapping[str, Product]:
        """The products that sales name, by SKU, for their pictures."""
        with self._books.reading() as books:
            return books.catalogue.products_of(skus)


def is_receipt_code(scan: str) -> bool:
    """Whether a scanned code is a receipt's, and so no product's."""
    return read_receipt_digits(scan) is not None


def _typed(text: str, till: str) -> str:
    """A receipt's number as people read it, from how they type it; anything else stays as it is."""
    match = _TYPED.fullmatch(text.upper())
    if match is None:
        return text
    letters, number = match.groups()
    return receipt_number(letters or till, int(number))
