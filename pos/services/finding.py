"""Finding what to sell: by typing, by scanning, by looking through an exhibition's shelves, by a unit's badge."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from pos.domain.barcodes import badge_code
from pos.domain.exhibitions import Exhibition
from pos.domain.open_items import OPEN_PREFIX, is_open_item, open_codes, open_item, open_skus
from pos.domain.products import Product
from pos.domain.refusals import NotAtThisExhibition
from pos.domain.reports import StockPosition
from pos.domain.text import encodable, folded, in_language
from pos.formats.collector import collector_at_rest
from pos.services.acts import Act
from pos.services.cataloguing import Cataloguing, Terms
from pos.storage.books import Books, Reading
from pos.storage.database import BooksUnavailable

FAVOURITES = 48
FOUND = 24
_MOST_READ = 2_000
"""So many products are kept in memory before they are read anew."""


@dataclass(frozen=True, slots=True)
class _Shelves:
    """SKUs of what the units of an exhibition make, by name; worked out once for as long as the terms stay the same.

    `places` has the place of each, those with a photo first. Open-price items lie on no shelf.
    """

    terms: Terms
    exhibition: str
    places: Mapping[str, int]
    by_category: Mapping[str, tuple[str, ...]]


class Finding:
    """Finds products for the selling screen; every answer is made of domain values."""

    def __init__(self, books: Books, catalogue: Cataloguing) -> None:
        self._books = books
        self._catalogue = catalogue
        self._shelves: _Shelves | None = None
        self._sold: dict[str, Counter[str]] = defaultdict(Counter)
        self._counted = 0
        self._read: dict[str, Product] = {}
        self._read_at = 0
        self._words_are_whole = False

    # --- by typing and scanning ----------------------------------------------------------------------------------

    def search(self, text: str, most: int = FOUND) -> tuple[Product, ...]:
        """The products that have a word beginning with each of the words typed, in any order; accents and case aside.

        What is looked through are names in all languages, SKUs, barcodes and makers' names; a product whose SKU or
        barcode is the very text comes first. Any text may be asked; a blank one finds nothing. Open-price items are not
        found so. Words that were damaged or lost are made anew from the catalogue.
        """
        text = encodable(text).strip()
        skus = self._by_words(text, most)
        with self._books.reading() as books:
            exact = books.catalogue.product(text, text)
            found = dict.fromkeys([exact.sku] if exact else [])
            found |= dict.fromkeys(skus)
            return tuple(product for product in self._products(books, [*found][:most]) if not is_open_item(product))

    def _by_words(self, text: str, most: int) -> Sequence[str]:
        try:
            with self._books.reading() as books:
                found = books.search.skus(text, most)
                if found or self._words_are_whole:
                    return found
                # Asked once, when something is not found for the first time.
                self._words_are_whole = books.search.is_whole()
                if self._words_are_whole:
                    return found
        except BooksUnavailable as trouble:
            if trouble.reason != "damaged":
                raise
        with self._books.transaction() as books:
            books.search.rebuild()
            return books.search.skus(text, most)

    def scanned(self, readings: Sequence[str], exhibition: Exhibition) -> Product:
        """The product that a scan names, by the first of its readings, then with capitals and small letters changed.

        Raises `UnknownCode` or `WrongCheckDigit` for the first reading, and `NotAtThisExhibition` where none of the
        product's makers takes part: `find_anyway` gives it all the same.
        """
        product = self.find_anyway(readings)
        if any(exhibition.takes_part(maker.unit) for maker in product.makers):
            return product
        terms = self._catalogue.terms()
        raise NotAtThisExhibition(
            sku=product.sku,
            name=in_language(product.name, terms.network.language) or product.sku,
            unit=terms.unit(product.holder).name,
            exhibition=exhibition.name,
        )

    def find_anyway(self, readings: Sequence[str]) -> Product:
        """As `scanned`, whoever made it."""
        first, *others = [*readings, *(reading.swapcase() for reading in readings)]
        return self._catalogue.find(first, *others)

    # --- an exhibition's shelves ---------------------------------------------------------------------------------

    def favourites(self, exhibition_id: str, most: int = FAVOURITES) -> tuple[Product, ...]:
        """The products of the participating units: the best sold here first, then the best sold at earlier ones.

        Then come those with a photo, then the others, by name. Raises `UnknownExhibition`.
        """
        terms = self._catalogue.terms()
        here = terms.exhibition(exhibition_id)
        with self._books.reading() as books:
            shelves = self._shelves_of(books, terms, here)
            sold = self._sold_by_now(books)
            chosen = _best_sold([sold[here.id]], shelves, most)
            if len(chosen) < most:
                before = [sold[e.id] for e in terms.exhibitions if (e.starts, e.id) < (here.starts, here.id)]
                chosen += [*_best_sold(before, shelves, most), *islice(shelves.places, most)]
            return self._products(books, [*dict.fromkeys(chosen)][:most])

    def categories(self, exhibition_id: str) -> tuple[str, ...]:
        """The categories of the participating units' products, the largest first; raises `UnknownExhibition`.

        Products without a category are in none of them.
        """
        by_category = self._shelves_now(exhibition_id).by_category
        return tuple(sorted(filter(None, by_category), key=lambda name: (-len(by_category[name]), folded(name), name)))

    def how_many(self, exhibition_id: str, category: str) -> int:
        """How many products of the participating units are in a category; raises `UnknownExhibition`."""
        return len(self._shelves_now(exhibition_id).by_category.get(category, ()))

    def of_category(self, exhibition_id: str, category: str, start: int, most: int) -> tuple[Product, ...]:
        """So many products of a category by name, from the `start`-th (counted from 0); raises `UnknownExhibition`."""
        skus = self._shelves_now(exhibition_id).by_category.get(category, ())[start : start + most]
        with self._books.reading() as books:
            return self._products(books, skus)

    def stock(self, exhibition_id: str, skus: Iterable[str]) -> Mapping[str, StockPosition]:
        """Where the stock of these products stands at an exhibition; a product that never moved there is left out."""
        with self._books.reading() as books:
            return books.shelves.positions(exhibition_id, set(skus))

    # --- units ---------------------------------------------------------------------------------------------------

    def open_item(self, act: Act, unit_id: str, names: Mapping[str, str]) -> Product:
        """A unit's open-price item, which is made with these names when it is asked for the first time.

        It has no price: `Basket.add_priced` sells it. `act` must be one of its own, not that of a sale. Raises
        `UnknownUnit`, `BadText`.
        """
        unit = self._catalogue.terms().unit(unit_id)
        with self._books.reading() as books:
            found, barcode = _open_item_of(books, unit.id)
            sku = found.sku if found else _free_sku(books, unit.id)
        return found or self._catalogue.add(act, open_item(unit.id, sku, barcode, names))

    def badges(self) -> Mapping[str, str]:
        """The id of each unit by the code on its badge; a code that two units share is left out."""
        codes = {unit: badge_code(unit) for unit in self._catalogue.terms().units}
        uses = Counter(codes.values())
        return {code: unit for unit, code in codes.items() if uses[code] == 1}

    def unit_of_badge(self, readings: Sequence[str]) -> str | None:
        """The id of the unit whose badge was scanned, None where it was no badge."""
        badges = self.badges()
        return next((badges[reading] for reading in readings if reading in badges), None)

    # --- the shelves, worked out once ------------------------------------------------------------------------------

    def _shelves_now(self, exhibition_id: str) -> _Shelves:
        terms = self._catalogue.terms()
        here = terms.exhibition(exhibition_id)
        with self._books.reading() as books:
            return self._shelves_of(books, terms, here)

    def _shelves_of(self, books: Reading, terms: Terms, here: Exhibition) -> _Shelves:
        known = self._shelves
        if known is None or known.terms is not terms or known.exhibition != here.id:
            with collector_at_rest():
                known = self._shelves = _work_out(books, terms, here)
        return known

    def _products(self, books: Reading, skus: Sequence[str]) -> tuple[Product, ...]:
        """The products of these SKUs in the same order; what was shown a moment ago is not read again.

        A SKU that the catalogue does not have, for the words it was found by are damaged, is passed over.
        """
        changes = self._catalogue.changes
        if self._read_at != changes or len(self._read) > _MOST_READ:
            self._read, self._read_at = {}, changes
        self._read.update(books.catalogue.products_of(sku for sku in skus if sku not in self._read))
        return tuple(self._read[sku] for sku in skus if sku in self._read)

    def _sold_by_now(self, books: Reading) -> Mapping[str, Counter[str]]:
        """Pieces sold less pieces back by exhibition and SKU: facts only ever come to those counted before."""
        self._counted, moved = books.shelves.sold_after(self._counted)
        for exhibition, sku, pieces in moved:
            self._sold[exhibition][sku] += pieces
        return self._sold


def _work_out(books: Reading, terms: Terms, here: Exhibition) -> _Shelves:
    units = [taking_part.unit for taking_part in here.participations] or None
    language = terms.network.language
    rows = books.shelves.products(units)
    open_ones = books.catalogue.products_of(sku for sku, *_ in rows if sku.startswith(OPEN_PREFIX))
    hidden = {sku for sku, product in open_ones.items() if is_open_item(product)}
    named = sorted(
        (not pictured, folded(in_language(names, language) or sku), sku, category)
        for sku, category, pictured, names in rows
        if sku not in hidden
    )
    by_category: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for _, name, sku, category in named:
        by_category[category].append((name, sku))
    return _Shelves(
        terms,
        here.id,
        {sku: place for place, (_, _, sku, _) in enumerate(named)},
        {category: tuple(sku for _, sku in sorted(of_it)) for category, of_it in by_category.items()},
    )


def _best_sold(sold: Sequence[Counter[str]], shelves: _Shelves, most: int) -> list[str]:
    """What sold, most pieces first, of what lies on the shelves; of equally many, what lies further to the front."""
    places = shelves.places
    pieces = sold[0] if len(sold) == 1 else sum(sold, Counter[str]())
    # Of very many products only those that sold as much as the best are looked up and put in order, which is slow.
    least = max(1, min(sorted(pieces.values())[-most:], default=1))
    best = _ranked(pieces, places, least)
    if len(best) < most and least > 1:  # some of the best lie on no shelf here
        best = _ranked(pieces, places, 1)
    return best[:most]


def _ranked(pieces: Mapping[str, int], places: Mapping[str, int], least: int) -> list[str]:
    """The SKUs of which at least so many pieces sold and that have a place, in their order."""
    much = [(-count, sku) for sku, count in pieces.items() if count >= least]
    return [sku for *_, sku in sorted((count, places[sku], sku) for count, sku in much if sku in places)]


def _open_item_of(books: Reading, unit_id: str) -> tuple[Product | None, str]:
    """A unit's open-price item, if it was made before, and the barcode that it has or will have."""
    for code in open_codes(unit_id):
        there = books.catalogue.product(code, code)
        if there is None or (is_open_item(there) and there.makers[0].unit == unit_id):
            return there, code
    raise AssertionError("the codes never end")


def _free_sku(books: Reading, unit_id: str) -> str:
    return next(sku for sku in open_skus(unit_id) if books.catalogue.product(sku, sku) is None)
