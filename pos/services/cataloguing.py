"""Taking a network's file in, and looking up what it told."""

from collections.abc import Mapping
from dataclasses import dataclass

from pos.domain.barcodes import check_digit, looks_like_gtin
from pos.domain.catalogue import Catalogue
from pos.domain.catalogue_refusals import OtherNetwork, SoldUnderOtherTerms
from pos.domain.emblems import Emblem
from pos.domain.exhibitions import Exhibition
from pos.domain.facts import CatalogueImported
from pos.domain.network import Group, Network, Unit
from pos.domain.products import Product
from pos.domain.refusals import (
    ExhibitionClosed,
    NoNetworkYet,
    UnknownCode,
    UnknownExhibition,
    UnknownUnit,
    WrongCheckDigit,
)
from pos.domain.stamps import Stamp
from pos.domain.text import encodable
from pos.formats.collector import collector_at_rest
from pos.printing.emblems import dyes, motifs
from pos.services.acts import Act
from pos.storage.books import Books, Reading, Transaction
from pos.storage.catalogue import CatalogueChange


@dataclass(frozen=True, slots=True)
class Terms:
    """What the network tells, but for its products: small enough to be kept in memory."""

    network: Network
    groups: Mapping[str, Group]
    units: Mapping[str, Unit]
    emblems: Mapping[str, Emblem]
    exhibitions: tuple[Exhibition, ...]

    def exhibition(self, id_: str) -> Exhibition:
        """An exhibition by id; raises `UnknownExhibition`."""
        for exhibition in self.exhibitions:
            if exhibition.id == id_:
                return exhibition
        raise UnknownExhibition(exhibition=id_)

    def unit(self, id_: str) -> Unit:
        """A unit by id; raises `UnknownUnit`."""
        try:
            return self.units[id_]
        except KeyError:
            raise UnknownUnit(unit=id_) from None

    def carried_into(self, exhibition: Exhibition) -> list[str]:
        """The earlier exhibitions of the same currency, whose balances an exhibition brings forward."""
        here = (exhibition.starts, exhibition.id)
        return [e.id for e in self.exhibitions if e.currency == exhibition.currency and (e.starts, e.id) < here]

    def of_currency(self, exhibition: Exhibition) -> list[str]:
        """All exhibitions of an exhibition's currency, itself among them."""
        return [e.id for e in self.exhibitions if e.currency == exhibition.currency]


class Cataloguing:
    """The catalogue, as the other services and the screens ask for it."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._terms: Terms | None = None
        self._changes = 0

    @property
    def changes(self) -> int:
        """How often the catalogue may have changed since the start: what was read of it before is not to be kept."""
        return self._changes

    def take_in(self, act: Act, catalogue: Catalogue) -> CatalogueChange:
        """Bring the books to what a network's file says; a file that says nothing new changes nothing.

        What was sold is never touched. Raises `OtherNetwork`, `SoldUnderOtherTerms`, `ExhibitionClosed`,
        `BarcodeTaken`.
        """
        with collector_at_rest(), self._books.transaction() as books:
            _refuse_conflicts(books, catalogue)
            change = books.catalogue.update(catalogue, motifs(), dyes())
            if change:
                books.journal.append(_imported(books, act, catalogue))
            self._terms = None  # also when the commit fails: it may have happened
            self._changes += 1
        return change

    def add(self, act: Act, product: Product) -> Product:
        """Take one new product in, whose SKU and barcode are free and whose makers are units of the network.

        Raises `NoNetworkYet`.
        """
        with self._books.transaction() as books:
            network = books.catalogue.network()
            books.catalogue.add(product)
            self._changes += 1
            books.journal.append(_imported(books, act, Catalogue(network, (), (), (product,), ())))
        return product

    def is_empty(self) -> bool:
        """Whether the books hold no network yet."""
        try:
            self.terms()
        except NoNetworkYet:
            return True
        return False

    def terms(self) -> Terms:
        """The network, its groups, units and exhibitions; raises `NoNetworkYet`."""
        if self._terms is None:
            with self._books.reading() as books:
                found = books.catalogue
                network = found.network()
                self._terms = Terms(network, found.groups(), found.units(), found.emblems(), found.exhibitions())
        return self._terms

    def is_closed(self, exhibition: str) -> bool:
        """Whether an exhibition was closed: nothing more can be sold there."""
        with self._books.reading() as books:
            return books.journal.is_closed(exhibition)

    def find(self, scan: str, *otherwise: str) -> Product:
        """The product of a barcode or a SKU, by the first of these ways to read it that names one.

        Raises, for the first of them, `WrongCheckDigit` for what looks like a misread barcode, `UnknownCode` for
        anything else unknown.
        """
        with self._books.reading() as books:
            for reading in map(encodable, (scan, *otherwise)):
                barcode = reading.rjust(13, "0") if len(reading) == 12 and looks_like_gtin(reading) else reading
                product = books.catalogue.product(barcode, reading)
                if product is not None:
                    return product
        if looks_like_gtin(scan) and scan[-1] != (expected := check_digit(scan[:-1])):
            raise WrongCheckDigit(scan=scan, expected=expected)
        raise UnknownCode(scan=scan)

    def listing(self) -> tuple[Product, ...]:
        """All products by SKU."""
        with self._books.reading() as books:
            return tuple(books.catalogue.products())

    def first(self, most: int) -> tuple[Product, ...]:
        """So many of the products, the first by SKU."""
        with self._books.reading() as books:
            return tuple(books.catalogue.first_products(most))


def _refuse_conflicts(books: Transaction, catalogue: Catalogue) -> None:
    try:
        ours = books.catalogue.network()
    except NoNetworkYet:
        return
    theirs = catalogue.network
    if (ours.name, ours.currency) != (theirs.name, theirs.currency):
        raise OtherNetwork(ours=f"{ours.name} ({ours.currency.code})", theirs=f"{theirs.name} ({theirs.currency.code})")
    known = {exhibition.id: exhibition for exhibition in books.catalogue.exhibitions()}
    for exhibition in catalogue.exhibitions:
        before = known.get(exhibition.id)
        if before is not None and before != exhibition:
            _refuse_new_terms(books, before, exhibition)


def _refuse_new_terms(books: Reading, before: Exhibition, now: Exhibition) -> None:
    if books.journal.is_closed(now.id):
        raise ExhibitionClosed(exhibition=now.id)
    if not books.journal.has_facts_of(now.id):
        return
    for what, was, is_ in (("currency", before.currency, now.currency), ("timezone", before.timezone, now.timezone)):
        if was != is_:
            raise SoldUnderOtherTerms(what=what, exhibition=now.id)
    if before.rates_of_exchange.keys() - now.rates_of_exchange.keys():
        # Such cash may be in the drawer, and could not be counted any more.
        raise SoldUnderOtherTerms(what="rates", exhibition=now.id)


def _imported(books: Reading, act: Act, catalogue: Catalogue) -> CatalogueImported:
    network = catalogue.network
    stamp = Stamp(act.id, act.till, act.at, act.at.date(), "", network.currency.code)
    return CatalogueImported(
        stamp,
        network.name,
        len(catalogue.units),
        len(catalogue.products),
        len(catalogue.exhibitions),
        books.catalogue.digest(),
    )
