"""The catalogue in the books: any catalogue comes back as it was taken in, and a later one replaces what it names."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from pos.domain.barcodes import in_store
from pos.domain.catalogue import Catalogue
from pos.domain.products import Product
from pos.domain.refusals import NoNetworkYet
from pos.formats.network_file import read_network
from pos.storage.books import Books
from pos.storage.catalogue import CatalogueChange, CatalogueReader, CatalogueWriter
from tests.storage.invented_catalogues import catalogues

MOTIFS, DYES = ("llama", "rombo", "casa"), ("lago", "tierra")
SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "network.json"


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Books]:
    """Books that stay empty."""
    with Books(tmp_path_factory.mktemp("catalogue") / "books.sqlite") as books:
        yield books


@contextmanager
def writing(books: Books) -> Iterator[CatalogueWriter]:
    """A catalogue to write to; nothing of it is kept."""
    with books._connection.begin() as transaction:
        yield CatalogueWriter(books._connection)
        transaction.rollback()


def put(writer: CatalogueWriter, catalogue: Catalogue) -> CatalogueChange:
    return writer.update(catalogue, MOTIFS, DYES)


def told(reader: CatalogueReader) -> Catalogue:
    """All that the books tell, in the order in which they tell it; groups have none."""
    return Catalogue(
        network=reader.network(),
        groups=tuple(sorted(reader.groups().values(), key=lambda group: group.id)),
        units=tuple(reader.units().values()),
        products=tuple(map(without_number, reader.products())),
        exhibitions=reader.exhibitions(),
    )


def without_number(product: Product) -> Product:
    return replace(product, barcode=None)


def in_order(catalogue: Catalogue) -> Catalogue:
    """A catalogue in the order in which the books tell it."""
    return Catalogue(
        network=catalogue.network,
        groups=tuple(sorted(catalogue.groups, key=lambda group: group.id)),
        units=tuple(sorted(catalogue.units, key=lambda unit: unit.id)),
        products=tuple(sorted(map(without_number, catalogue.products), key=lambda product: product.sku)),
        exhibitions=tuple(sorted(catalogue.exhibitions, key=lambda e: (e.starts, e.id))),
    )


def over(before: Catalogue, after: Catalogue) -> Catalogue:
    """What the books hold when one file came after another: what the later one names, and what it leaves out."""

    def merged(family: str, name: str) -> tuple:
        named = {getattr(value, name): value for value in getattr(before, family)}
        return tuple((named | {getattr(value, name): value for value in getattr(after, family)}).values())

    families = (("groups", "id"), ("units", "id"), ("products", "sku"), ("exhibitions", "id"))
    return Catalogue(after.network, *(merged(family, name) for family, name in families))


@settings(max_examples=15)
@given(catalogues(), catalogues())
def test_any_catalogue_comes_back_as_it_was_and_a_later_one_replaces_what_it_names(
    books: Books, first: Catalogue, second: Catalogue
):
    with writing(books) as writer:
        put(writer, first)
        assert told(writer) == in_order(first)
        digest = writer.digest()
        assert put(writer, first) == CatalogueChange()
        assert writer.digest() == digest
        change = put(writer, second)
        assert told(writer) == in_order(over(first, second))
        assert bool(change) == (writer.digest() != digest)


def test_the_sample_network_comes_back_as_it_was(books: Books):
    sample = read_network(SAMPLE)
    with writing(books) as writer:
        change = put(writer, sample)
        assert told(writer) == in_order(sample)
        assert (change.changed, change.removed) == (0, 0)
        assert put(writer, sample) == CatalogueChange()


def test_members_makers_and_costs_keep_the_order_of_the_file(books: Books):
    """In it, indivisible centavos are handed out."""
    sample = read_network(SAMPLE)
    turned = replace(
        sample,
        units=tuple(replace(unit, members=unit.members[::-1]) for unit in sample.units),
        products=tuple(replace(product, makers=product.makers[::-1]) for product in sample.products),
        exhibitions=tuple(
            replace(e, costs=e.costs[::-1], participations=e.participations[::-1]) for e in sample.exhibitions
        ),
    )
    with writing(books) as writer:
        put(writer, sample)
        put(writer, turned)
        assert told(writer) == in_order(turned)


def test_each_unit_has_an_emblem_of_its_own_and_keeps_it(books: Books):
    sample = read_network(SAMPLE)
    with writing(books) as writer:
        put(writer, replace(sample, units=sample.units[:4], products=(), exhibitions=()))
        first = dict(writer.emblems())
        put(writer, replace(sample, units=sample.units[::-1], products=(), exhibitions=()))
        later = dict(writer.emblems())
        assert len(set(first.values())) == 4
        assert first.items() <= later.items()
        assert {motif for motif, _ in later.values()} <= set(MOTIFS)


def test_products_are_found_singly_and_together(books: Books):
    sample = read_network(SAMPLE)
    with writing(books) as writer:
        put(writer, sample)
        first = sample.products[0]
        assert without_number(writer.product(in_store(1), "")) == first
        assert without_number(writer.product("", first.sku)) == first
        assert writer.product("", "") is None
        skus = [product.sku for product in sample.products]
        found = writer.products_of([*skus, "NADA"])
        assert [without_number(found[sku]) for sku in skus] == list(sample.products)
        assert len(found) == len(skus)
        assert writer.products_of([]) == {}


def test_empty_books_have_a_digest_and_no_network(books: Books):
    with writing(books) as writer:
        assert not writer.is_there()
        assert len(writer.digest()) == 64
        with pytest.raises(NoNetworkYet):
            writer.network()
