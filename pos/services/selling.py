"""Finishing a sale: settle, split, number and write it, all in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass

from pos.domain.basket import Basket
from pos.domain.exhibitions import Exhibition
from pos.domain.refusals import CurrencyMismatch, ExhibitionOver
from pos.domain.sales import Sale, sale_line
from pos.domain.splits import maker_terms
from pos.domain.tenders import Settled, Tender, settle, settle_exactly
from pos.services.acts import Act, refuse_closed, shift_of
from pos.services.cataloguing import Cataloguing, Terms
from pos.storage.books import Books, Reading


@dataclass(frozen=True, slots=True)
class Sold:
    """A sale that is on disk; `again` is True where the same act had been finished before."""

    sale: Sale
    again: bool = False


class Selling:
    """Sells baskets."""

    def __init__(self, books: Books, catalogue: Cataloguing) -> None:
        self._books = books
        self._catalogue = catalogue

    def finish(self, act: Act, basket: Basket, tenders: Sequence[Tender] | None = None, *, paper: bool = True) -> Sold:
        """Sell a basket for these tenders, or for exact base-currency cash where none are named.

        `paper` puts its receipt into the print queue. The cart that was kept under the act's id is gone with it.

        The same act again gives the sale that it became the first time. Raises a `Refusal` (nothing is written):
        `ExhibitionClosed`, `ExhibitionOver`, `NoOpenShift`, `CurrencyMismatch` where the basket is in another currency
        than the exhibition, and as `Basket.priced` and `tenders.settle`. Raises `BooksUnavailable` when the disk fails:
        then ask again with the same act.
        """
        terms = self._catalogue.terms()
        with self._books.transaction() as books:
            before = books.journal.sale(act.id)
            if before is not None:
                return Sold(before, again=True)
            sale = _sale(books, act, basket, tenders, terms)
            books.journal.append(sale, paper=paper)
            # In the same transaction: no crash can leave a cart that was sold to be offered again.
            books.drafts.remove(act.id)
        return Sold(sale)


def _sale(books: Reading, act: Act, basket: Basket, tenders: Sequence[Tender] | None, terms: Terms) -> Sale:
    exhibition = terms.exhibition(act.exhibition)
    if basket.currency != exhibition.currency:
        raise CurrencyMismatch(one=basket.currency.code, other=exhibition.currency.code)
    refuse_closed(books, act)
    day = exhibition.local_day(act.at)
    if day > exhibition.ends:
        raise ExhibitionOver(exhibition=exhibition.id, ends=exhibition.ends, day=day)
    shift = shift_of(books, act)
    lines = tuple(
        sale_line(priced, maker_terms(priced.line.product, terms.units, exhibition, terms.network), basket.language)
        for priced in basket.priced()
    )
    settled = _settled(basket, tenders, exhibition)
    approvals = [line.approval for line in basket.lines if line.approval is not None]
    return Sale(
        stamp=act.stamp(exhibition, shift.id),
        number=books.journal.till(act.till).sale_number + 1,
        cashier=shift.cashier,
        supervisor=approvals[0].supervisor if approvals else None,
        language=basket.language,
        buyer=basket.buyer,
        lines=lines,
        discount=basket.discount_amount,
        due=basket.due,
        rounding=settled.rounding,
        change=settled.change,
        tenders=settled.tenders,
    )


def _settled(basket: Basket, tenders: Sequence[Tender] | None, exhibition: Exhibition) -> Settled:
    if tenders is None:
        return settle_exactly(basket.due, exhibition)
    return settle(basket.due, tenders, exhibition)
