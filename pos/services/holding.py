"""Open carts: the one being sold, kept at each change so that a power cut takes nothing, and those held aside."""

from dataclasses import dataclass
from datetime import datetime

from pos.domain.basket import Basket
from pos.domain.refusals import CartUnreadable, EmptyBasket, NoOpenShift, UnknownCart
from pos.domain.stamps import EventId
from pos.services.cataloguing import Cataloguing, Terms
from pos.storage.books import Books, Reading
from pos.storage.drafts import Draft, draft_body


@dataclass(frozen=True, slots=True)
class MissingLine:
    """A line of a cart whose product is not in the catalogue any more, as it was when the cart was kept."""

    sku: str
    name: str
    qty: int


@dataclass(frozen=True, slots=True)
class OpenCart:
    """A cart not sold yet: `id` is the sale's id, `at` when it was last changed, `by` who is selling.

    `missing` are the lines that the basket lacks because their product is gone. Of a cart that can't be read at all
    (`readable` is False) only `id` and `at` are known, and its basket is empty.
    """

    id: EventId
    basket: Basket
    at: datetime
    by: str
    missing: tuple[MissingLine, ...] = ()
    readable: bool = True


class Holding:
    """Keeps the carts of a till, each exhibition's apart. Each change is on disk before the call returns."""

    def __init__(self, books: Books, catalogue: Cataloguing) -> None:
        self._books = books
        self._catalogue = catalogue

    def keep(self, till: str, exhibition_id: str, cart: OpenCart) -> None:
        """Keep the till's open cart at an exhibition as it is now; one without lines is let go.

        Another cart that was open there is held, so that none is lost. A cart whose sale is finished is not kept again.
        """
        with self._books.transaction() as books:
            if cart.basket.lines:
                books.drafts.keep(_draft(till, exhibition_id, cart, held=False))
            else:
                books.drafts.remove(cart.id)

    def opened(self, till: str, exhibition_id: str) -> OpenCart | None:
        """The till's open cart at an exhibition, exactly as it was kept last; None where there is none.

        What can't be had again is told by its `missing` and `readable`; nothing of it is changed on disk, and an
        unreadable one is held as soon as another is kept.
        """
        terms = self._catalogue.terms()
        with self._books.reading() as books:
            found = books.drafts.of_till(till, exhibition_id, held=False)
            return _cart(books, found[-1], terms) if found else None

    def hold(self, till: str, cart: OpenCart) -> None:
        """Put a cart aside. Raises `EmptyBasket`, and `NoOpenShift` for a cart never kept where no shift is open."""
        if not cart.basket.lines:
            raise EmptyBasket
        with self._books.transaction() as books:
            kept = books.drafts.find(cart.id)
            exhibition = kept.exhibition if kept else _exhibition_of(books, till)
            books.drafts.keep(_draft(till, exhibition, cart, held=True))

    def held(self, till: str, exhibition_id: str) -> tuple[OpenCart, ...]:
        """The carts that the till holds aside at an exhibition, the one changed longest ago first."""
        terms = self._catalogue.terms()
        with self._books.reading() as books:
            return tuple(_cart(books, draft, terms) for draft in books.drafts.of_till(till, exhibition_id, held=True))

    def take_back(self, till: str, id: EventId) -> OpenCart:
        """Make a held cart the open one; the one that is open, if any, is held in its place.

        Raises `UnknownCart`, and `CartUnreadable`, which leaves it held.
        """
        terms = self._catalogue.terms()
        with self._books.transaction() as books:
            draft = _of_till(books, till, id)
            if draft.body is None:
                raise CartUnreadable(at=draft.at)
            books.drafts.open_again(draft)
            return _cart(books, draft, terms)

    def discard(self, till: str, id: EventId) -> None:
        """Throw a held cart away, one that can't be read too; raises `UnknownCart`."""
        with self._books.transaction() as books:
            books.drafts.remove(_of_till(books, till, id).id)


def _cart(books: Reading, draft: Draft, terms: Terms) -> OpenCart:
    if draft.body is None:
        currency = terms.exhibition(draft.exhibition).currency
        return OpenCart(draft.id, Basket(currency), draft.at, "", readable=False)
    body = draft.body
    products = books.catalogue.products_of(body.skus)
    missing = tuple(MissingLine(line.sku, line.name, line.qty) for line in body.lines if line.sku not in products)
    return OpenCart(draft.id, body.basket(products), draft.at, body.by, missing)


def _draft(till: str, exhibition: str, cart: OpenCart, *, held: bool) -> Draft:
    return Draft(cart.id, till, exhibition, held, cart.at, draft_body(cart.basket, cart.by))


def _of_till(books: Reading, till: str, id_: EventId) -> Draft:
    draft = books.drafts.find(id_)
    if draft is None or draft.till != till:
        raise UnknownCart(till=till)
    return draft


def _exhibition_of(books: Reading, till: str) -> str:
    shift = books.journal.till(till).shift
    if shift is None:
        raise NoOpenShift(till=till)
    return shift.exhibition
