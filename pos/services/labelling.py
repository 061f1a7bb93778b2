"""Labels for products and badges for producers: which are wanted, and what each of them says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from pos.domain.barcodes import badge_code
from pos.domain.documents import EmblemOf
from pos.domain.exhibitions import Exhibition
from pos.domain.label_formats import checked_labels
from pos.domain.labels import Badge, Copies, Label
from pos.domain.money import Currency, Money
from pos.domain.network import Unit
from pos.domain.open_items import OPEN_PREFIX, is_open_item
from pos.domain.products import Product
from pos.domain.refusals import Refusal, UnknownCode
from pos.domain.symbols import symbol_of
from pos.domain.text import encodable, in_language
from pos.services.cataloguing import Cataloguing, Terms
from pos.services.paper_pictures import PaperPictures
from pos.services.photo_keeping import MOST_BYTES, inside
from pos.services.stories import told_story
from pos.storage.books import Books, Reading


@dataclass(frozen=True, slots=True)
class Wish:
    """So many labels of a product, by SKU or barcode; `place` says where it was asked for, if that needs saying."""

    code: str
    count: int
    place: str = ""


class Refused(NamedTuple):
    """A wish that no label can be made for, and why."""

    wish: Wish
    refusal: Refusal


class Wanted(NamedTuple):
    """The labels that were asked for, and what could not be had."""

    copies: tuple[Copies, ...]
    refused: tuple[Refused, ...]

    @property
    def labels(self) -> int:
        """How many labels there are."""
        return sum(wanted.count for wanted in self.copies)


@dataclass(frozen=True, slots=True)
class Listed:
    """A product as the list of products shows it: its price, None where it has none, and what is left of it at an
    exhibition, None where nobody delivered it there."""

    product: Product
    price: Money | None
    left: int | None


class Labelling:
    """Reads the catalogue and the stock, and never writes."""

    def __init__(self, books: Books, catalogue: Cataloguing, pictures: PaperPictures, photos: Path) -> None:
        self._books = books
        self._catalogue = catalogue
        self._pictures = pictures
        self._photos = photos

    # --- which products ------------------------------------------------------------------------------------------

    def skus(self, *, typed: str = "", unit: str = "", to_label_at: str = "") -> tuple[str, ...]:
        """The SKUs of the products that a list shows, in order; what is left empty is no condition.

        `typed` are beginnings of words of names, SKUs, barcodes and makers; `to_label_at` is the exhibition at which
        something delivered is left, or of which the product is new. Open-price items have no label and are left out.
        """
        with self._books.reading() as books:
            skus = books.product_lists.skus(typed=encodable(typed), unit=unit, to_label_at=to_label_at)
            open_ones = books.catalogue.products_of(sku for sku in skus if sku.startswith(OPEN_PREFIX))
        hidden = {sku for sku, product in open_ones.items() if is_open_item(product)}
        return tuple(sku for sku in skus if sku not in hidden) if hidden else tuple(skus)

    def listed(self, skus: Sequence[str], exhibition: Exhibition) -> tuple[Listed, ...]:
        """These products as the list shows them at an exhibition, in the same order."""
        with self._books.reading() as books:
            products = books.catalogue.products_of(skus)
            stock = books.shelves.positions(exhibition.id, set(skus))
        code = exhibition.currency.code
        rows = []
        for product in (products[sku] for sku in skus if sku in products):
            price = product.prices.get(code)
            position = stock.get(product.sku)
            left = position.left if position is not None and position.delivered else None
            rows.append(Listed(product, price.list_price if price else None, left))
        return tuple(rows)

    def to_label(self, exhibition: Exhibition | None, *, unit: str = "") -> tuple[Wish, ...]:
        """A label for each piece that is left of a delivery at an exhibition, and one for each product that is new.

        Without an exhibition, one for each product.
        """
        if exhibition is None:
            return tuple(Wish(sku, 1) for sku in self.skus(unit=unit))
        rows = self.listed(self.skus(unit=unit, to_label_at=exhibition.id), exhibition)
        return tuple(Wish(row.product.sku, row.left or 1) for row in rows)

    # --- what they say -------------------------------------------------------------------------------------------

    def wanted(self, wishes: Iterable[Wish], currency: Currency, language: str) -> Wanted:
        """The labels of these wishes, in order, those of no pieces left out; what has no price there is refused.

        Raises `BadLabelCount` where they are more than any stall sticks on.
        """
        asked = [wish for wish in wishes if wish.count]
        checked_labels(sum(checked_labels(wish.count) for wish in asked))
        terms = self._catalogue.terms()
        copies: list[Copies] = []
        refused: list[Refused] = []
        with self._books.reading() as books:
            found = books.catalogue.products_of({encodable(wish.code) for wish in asked})
            for wish in asked:
                try:
                    product = found.get(wish.code) or _by_code(books, wish.code)
                    copies.append(Copies(self._label(product, terms, currency, language), wish.count))
                except Refusal as refusal:
                    refused.append(Refused(wish, refusal))
        return Wanted(tuple(copies), tuple(refused))

    def label(self, product: Product, currency: Currency, language: str) -> Label:
        """A product's label; raises `NoPriceInCurrency`."""
        return self._label(product, self._catalogue.terms(), currency, language)

    def _label(self, product: Product, terms: Terms, currency: Currency, language: str) -> Label:
        network = terms.network
        makers = [terms.unit(maker.unit) for maker in product.makers]
        group = terms.groups.get(makers[0].group or "")
        return Label(
            sku=product.sku,
            language=language,
            name=in_language(product.name, language, network.language) or product.sku,
            makers=tuple(unit.name for unit in makers),
            emblem=EmblemOf(*terms.emblems[makers[0].id]),
            price=product.price_in(currency.code, language).list_price,
            symbol=symbol_of(product.barcode or product.sku),
            stamp=in_language(group.stamp, language, network.language) if group else "",
            stamp_picture=self._pictures.stamp(group.id) if group else b"",
            story=told_story(makers, language, network),
        )

    # --- badges --------------------------------------------------------------------------------------------------

    def badges(
        self, language: str, units: Iterable[str] = (), exhibition: Exhibition | None = None
    ) -> tuple[Badge, ...]:
        """The badges of these units; of all that take part in an exhibition, or of the network, where none is named.

        Raises `UnknownUnit`.
        """
        terms = self._catalogue.terms()
        named = [terms.unit(unit) for unit in units]
        chosen = named or [u for u in terms.units.values() if exhibition is None or exhibition.takes_part(u.id)]
        return tuple(self._badge(unit, terms, language) for unit in chosen)

    def _badge(self, unit: Unit, terms: Terms, language: str) -> Badge:
        group = terms.groups.get(unit.group or "")
        return Badge(
            language=language,
            network=terms.network.name,
            unit=unit.id,
            name=unit.name,
            technique=unit.technique,
            community=unit.community,
            group=group.name if group and group.name != terms.network.name else "",
            emblem=EmblemOf(*terms.emblems[unit.id]),
            symbol=symbol_of(badge_code(unit.id)),
            photo=self._photo(unit.photo),
        )

    def _photo(self, photo: str | None) -> bytes:
        """The file of a photo, empty where there is none that can be read."""
        if photo is None or not inside(photo):
            return b""
        file = self._photos / photo
        try:
            return file.read_bytes() if 0 < file.stat().st_size <= MOST_BYTES else b""
        except (OSError, ValueError):  # it isn't there, or is not for us: the emblem stands in its place
            return b""


def _by_code(books: Reading, code: str) -> Product:
    reading = encodable(code)
    product = books.catalogue.product(reading, reading)
    if product is None:
        raise UnknownCode(scan=code)
    return product
