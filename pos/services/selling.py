"""Finishing a sale: settle, split, number and write it, all in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass

from pos.domain.basket import Basket
from pos.domain.exhibitions import Exhibition
from pos.domain.refusals import CurrencyMismatch, ExhibitionOver, Refusal
from pos.domain.sales import Sale, sale_line
from pos.domain.splits import maker_terms
from pos.domain.tenders import Settled, Tender, settle, settle_exactly
from pos.services.acts import Act, refuse_closed, shift_of
from pos.services.cataloguing import Cataloguing, Terms
from pos.storage.books import Books, Reading


@dataclass(frozen=True, slots=True)
class Sold:
    """A sale that is on disk; `again` is True where the same act had been finished before.

    Then `as_asked` tells whether what was asked for now is what was sold: where it is not, because the cart or the
    payment was changed after a commit that seemed to fail, the sale stays as it was saved.
    """

    sale: Sale
    again: bool = False
    as_asked: bool = True


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
        than the exhibition, `PriceUnderFloor` where a line is under the floor that its product has now and nobody
        approved it, and as `Basket.priced` and `tenders.settle`. Raises `BooksUnavailable` when the disk fails:
        then ask again with the same act.
        """
        terms = self._catalogue.terms()
        with self._books.transaction() as books:
            before = books.journal.sale(act.id)
            if before is not None:
                return Sold(before, again=True, as_asked=_is_of(before, basket, tenders, terms))
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
    _refuse_under_floor(books, basket)
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


def _refuse_under_floor(books: Reading, basket: Basket) -> None:
    """Raises `PriceUnderFloor`: a cart that was held may be older than the floor."""
    now = books.catalogue.products_of(line.product.sku for line in basket.lines)
    for line in basket.lines:
        line.check_floor(now.get(line.product.sku, line.product), basket.currency)


def _is_of(sale: Sale, basket: Basket, tenders: Sequence[Tender] | None, terms: Terms) -> bool:
    """Whether a sale says what this basket and these tenders would have become; who buys is told, not sold."""
    sold = [(line.sku, line.qty, line.unit_price, line.yapa) for line in sale.lines]
    asked = [(line.product.sku, line.qty, line.unit_price, line.yapa) for line in basket.lines]
    if (sold, sale.stamp.currency) != (asked, basket.currency.code):
        return False
    try:
        paid = _settled(basket, tenders, terms.exhibition(sale.stamp.exhibition)).tenders
        return (sale.discount, sale.due, sale.tenders) == (basket.discount_amount, basket.due, paid)
    except Refusal:
        return False  # what would be refused is not what was sold


def _settled(basket: Basket, tenders: Sequence[Tender] | None, exhibition: Exhibition) -> Settled:
    if tenders is None:
        return settle_exactly(basket.due, exhibition)
    return settle(basket.due, tenders, exhibition)
