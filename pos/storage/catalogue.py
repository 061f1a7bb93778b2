"""The catalogue in the books: looking things up, and taking a network's file in without touching what was sold."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Table, Update, and_, bindparam, delete, or_, select, tuple_, update
from sqlalchemy.engine.interfaces import DBAPICursor

from pos.domain.barcodes import InStoreNumbers
from pos.domain.catalogue import Catalogue
from pos.domain.catalogue_refusals import BarcodeTaken
from pos.domain.emblems import Emblem, choose
from pos.domain.exhibitions import Exhibition
from pos.domain.network import Group, Network, Unit
from pos.domain.open_items import OPEN_PREFIX
from pos.domain.products import Product
from pos.domain.refusals import NoNetworkYet
from pos.storage import catalogue_tables as t
from pos.storage.catalogue_rows import (
    TableRows,
    Values,
    exhibition_rows,
    group_values,
    network_values,
    product_rows,
    to_exhibition,
    to_group,
    to_network,
    to_product,
    to_unit,
    unit_rows,
)
from pos.storage.inserting import Insert
from pos.storage.search import ProductSearchWriter

Key = tuple[Any, ...]
Put = tuple[list[Values], list[Values]]
"""Rows that were added to a table, and rows that were changed in it."""

_OF_EXHIBITION = (t.exchange_rate, t.participation, t.cost)
_OWNER = {t.member: t.unit, t.price: t.product, t.maker: t.product} | dict.fromkeys(_OF_EXHIBITION, t.exhibition)
"""Tables whose rows belong to a row of another: what a file leaves out of an owner that it names is taken away."""

_FOUND = or_(t.product.c.barcode == bindparam("barcode"), t.product.c.sku == bindparam("sku"))

_by_code = select(t.product).where(_FOUND)
_prices = select(t.price).where(t.price.c.sku == bindparam("sku")).order_by(t.price.c.currency)
_makers = select(t.maker).where(t.maker.c.sku == bindparam("sku")).order_by(t.maker.c.position)

_OF_SKUS = {
    t.product: "SELECT * FROM product WHERE sku IN (SELECT value FROM json_each(?))",
    t.price: "SELECT * FROM price WHERE sku IN (SELECT value FROM json_each(?)) ORDER BY sku, currency",
    t.maker: "SELECT * FROM maker WHERE sku IN (SELECT value FROM json_each(?)) ORDER BY sku, position",
}
"""What is read of many products at once; however many they are, it is one statement that needs no compiling."""


class CatalogueReader:
    """Looks things up; everything that it returns is a domain value."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def network(self) -> Network:
        """The network; raises `NoNetworkYet` in empty books."""
        row = self._connection.execute(select(t.network)).first()
        if row is None:
            raise NoNetworkYet
        return to_network(row)

    def is_there(self) -> bool:
        """Whether the books hold a network."""
        return self._connection.execute(select(t.network.c.id)).first() is not None

    def groups(self) -> Mapping[str, Group]:
        """All groups by id."""
        return {row.id: to_group(row) for row in self._connection.execute(select(t.producer_group))}

    def units(self) -> Mapping[str, Unit]:
        """All units by id, in the order of their ids."""
        members = self._by_parent(t.member, "unit")
        rows = self._connection.execute(select(t.unit).order_by(t.unit.c.id))
        return {row.id: to_unit(row, members[row.id]) for row in rows}

    def emblems(self) -> Mapping[str, Emblem]:
        """The emblem of each unit."""
        rows = self._connection.execute(select(t.unit.c.id, t.unit.c.motif, t.unit.c.dye))
        return {id_: (motif, dye) for id_, motif, dye in rows}

    def exhibitions(self) -> tuple[Exhibition, ...]:
        """All exhibitions, the earliest first."""
        children = {table.name: self._by_parent(table, "exhibition") for table in _OF_EXHIBITION}
        rows = self._connection.execute(select(t.exhibition).order_by(t.exhibition.c.starts, t.exhibition.c.id))
        return tuple(to_exhibition(row, {name: by_id[row.id] for name, by_id in children.items()}) for row in rows)

    def product(self, barcode: str, sku: str) -> Product | None:
        """The product with that barcode, else the one with that SKU, else None."""
        rows = self._connection.execute(_by_code, {"barcode": barcode, "sku": sku}).all()
        if not rows:
            return None
        row = next((row for row in rows if row.barcode == barcode), rows[0])
        key = {"sku": row.sku}
        prices = self._connection.execute(_prices, key).all()
        return to_product(row, prices, self._connection.execute(_makers, key).all())

    def products(self) -> Iterator[Product]:
        """All products by SKU."""
        prices, makers = self._by_parent(t.price, "sku"), self._by_parent(t.maker, "sku")
        for row in self._connection.execute(select(t.product).order_by(t.product.c.sku)):
            yield to_product(row, prices[row.sku], makers[row.sku])

    def first_products(self, most: int) -> Sequence[Product]:
        """So many of the products, the first by SKU."""
        skus = list(self._connection.scalars(select(t.product.c.sku).order_by(t.product.c.sku).limit(most)))
        return list(self.products_of(skus).values())

    def products_of(self, skus: Iterable[str]) -> Mapping[str, Product]:
        """The products of these SKUs, by SKU."""
        those = sorted(set(skus))
        if not those:
            return {}
        wanted = msgspec.json.encode(those).decode()
        prices, makers = self._of_skus(t.price, wanted), self._of_skus(t.maker, wanted)
        rows = self._connection.exec_driver_sql(_OF_SKUS[t.product], (wanted,)).all()
        return {row.sku: to_product(row, prices[row.sku], makers[row.sku]) for row in rows}

    def _of_skus(self, table: Table, skus: str) -> Mapping[str, Sequence[Row[Any]]]:
        """A table's rows by SKU, in order; the SKUs are given as JSON."""
        rows: dict[str, list[Row[Any]]] = defaultdict(list)
        for row in self._connection.exec_driver_sql(_OF_SKUS[table], (skus,)).all():
            rows[row.sku].append(row)
        return rows

    def digest(self) -> str:
        """The SHA-256, in hex, of all rows of the catalogue in the order of their keys."""
        digest = hashlib.sha256()
        for table in t.CATALOGUE:
            digest.update(f"{table.name}\n".encode())
            rows = self._plain_rows(table)
            while part := rows.fetchmany(1000):
                digest.update(msgspec.json.encode(part))
        return digest.hexdigest()

    def _plain_rows(self, table: Table) -> DBAPICursor:
        """A table's rows in the order of their keys as the driver gives them: for very many, half the time is saved."""
        cursor = self._connection.connection.cursor()
        cursor.execute(str(select(table).order_by(*table.primary_key).compile(dialect=self._connection.dialect)))
        return cursor

    def _by_parent(self, table: Table, parent: str) -> Mapping[str, Sequence[Row[Any]]]:
        """A table's rows by the id of the row that they belong to, in order."""
        rows: dict[str, list[Row[Any]]] = defaultdict(list)
        for row in self._connection.execute(select(table).order_by(*table.primary_key)):
            rows[getattr(row, parent)].append(row)
        return rows


@dataclass(frozen=True, slots=True)
class CatalogueChange:
    """How many rows a file added, changed and took away."""

    added: int = 0
    changed: int = 0
    removed: int = 0

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


class CatalogueWriter(CatalogueReader):
    """Takes a catalogue in, inside a transaction that `Books` opened."""

    def update(self, catalogue: Catalogue, motifs: Sequence[str], dyes: Sequence[str]) -> CatalogueChange:
        """Bring the books' catalogue to what the file has; what the file does not name stays as it is.

        A product without a barcode keeps the one it has, or is assigned the next in-store number, in the file's order.
        Raises `BarcodeTaken` where a barcode belongs to another product.
        """
        wanted: dict[Table, dict[Key, Values]] = {table: {} for table in t.CATALOGUE}
        for table, values in self._rows(catalogue, motifs, dyes):
            wanted[table][_KEY[table](values)] = values
        there = {table: self._there(table) for table in t.CATALOGUE}
        gone = {table: self._remove(table, wanted, there[table]) for table in reversed(t.CATALOGUE)}
        put = {table: self._put(table, wanted[table], there[table]) for table in t.CATALOGUE}
        self._renew_search(gone, put, there)
        return CatalogueChange(
            sum(len(new) for new, _ in put.values()),
            sum(len(different) for _, different in put.values()),
            sum(map(len, gone.values())),
        )

    def add(self, product: Product) -> None:
        """Take one new product in, whose SKU and barcode must be free, and whose makers must be there."""
        for table, values in product_rows(product, product.barcode or ""):
            _INSERT[table](self._connection, [values])
        ProductSearchWriter(self._connection).renew([product.sku], ())

    def _renew_search(
        self, gone: Mapping[Table, Sequence[Key]], put: Mapping[Table, Put], there: Mapping[Table, Mapping[Key, Key]]
    ) -> None:
        """Bring the words that products are found by to what changed in names, barcodes and makers."""
        search = ProductSearchWriter(self._connection)
        new = {values["sku"] for values in put[t.product][0]}
        changed = {values["sku"] for values in put[t.product][1]} | {sku for sku, _ in gone[t.maker]}
        changed |= {values["sku"] for rows in put[t.maker] for values in rows}
        priced = {values["sku"] for rows in put[t.price] for values in rows} | {sku for sku, _ in gone[t.price]}
        changed |= {sku for sku in priced if sku.startswith(OPEN_PREFIX)}  # an open-price item, till it has a price
        name = list(t.unit.columns).index(t.unit.c.name)
        renamed = [unit["id"] for unit in put[t.unit][1] if there[t.unit][unit["id"],][name] != unit["name"]]
        if renamed:
            changed |= search.of_units(renamed)
        search.renew(new, changed - new)

    def _there(self, table: Table) -> Mapping[Key, Key]:
        """A table's rows by their key, which is the first columns of each of these tables."""
        keys = len(table.primary_key)
        return {row[:keys]: row for row in self._plain_rows(table).fetchall()}

    def _rows(self, catalogue: Catalogue, motifs: Sequence[str], dyes: Sequence[str]) -> TableRows:
        barcodes, last_in_store = self._assign_barcodes(catalogue.products)
        yield t.network, network_values(catalogue.network, last_in_store)
        for group in catalogue.groups:
            yield t.producer_group, group_values(group)
        emblems = dict(self.emblems())
        for unit in catalogue.units:
            if unit.id not in emblems:
                emblems[unit.id] = choose(unit.id, motifs, dyes, set(emblems.values()))
            yield from unit_rows(unit, emblems[unit.id])
        for product in catalogue.products:
            yield from product_rows(product, barcodes[product.sku])
        for exhibition in catalogue.exhibitions:
            yield from exhibition_rows(exhibition)

    def _assign_barcodes(self, products: Sequence[Product]) -> tuple[Mapping[str, str], int]:
        """Each product's barcode by SKU, and the serial of the last in-store number that was ever given out."""
        rows = self._connection.execute(select(t.product.c.sku, t.product.c.barcode))
        assigned: dict[str, str] = {row.sku: row.barcode for row in rows}
        assigned |= {product.sku: product.barcode for product in products if product.barcode}
        owners: dict[str, str] = {}
        for sku, code in assigned.items():
            if code in owners:
                raise BarcodeTaken(barcode=code, sku=sku, other=owners[code])
            owners[code] = sku
        for sku in assigned.keys() | {product.sku for product in products}:
            if owners.get(sku, sku) != sku:
                raise BarcodeTaken(barcode=sku, sku=sku, other=owners[sku])
        # Numbers go on from the last one given out: one that a file replaced may still hang on its product.
        taken = owners.keys() | assigned.keys() | {product.sku for product in products}
        numbers = InStoreNumbers(taken, self._connection.scalar(select(t.network.c.last_in_store)) or 0)
        for product in products:
            if product.sku not in assigned:
                assigned[product.sku] = numbers.next()
        return assigned, numbers.last

    def _remove(
        self, table: Table, wanted: Mapping[Table, Mapping[Key, Values]], there: Mapping[Key, Key]
    ) -> list[Key]:
        """Take away rows of parents that the file names, which it does not have any more; gives their keys."""
        owner = _OWNER.get(table)
        if owner is None:
            return []
        owners = {key[0] for key in wanted[owner]}
        gone = [key for key in there if key[0] in owners and key not in wanted[table]]
        for key in gone:
            self._connection.execute(delete(table).where(tuple_(*table.primary_key).in_([key])))
        return gone

    def _put(self, table: Table, wanted: Mapping[Key, Values], there: Mapping[Key, Key]) -> Put:
        as_row = itemgetter(*(column.name for column in table.columns))
        new = [values for key, values in wanted.items() if key not in there]
        different = [values for key, values in wanted.items() if key in there and there[key] != as_row(values)]
        if table is t.product and different:
            self._let_go_of_barcodes(values["sku"] for values in different)
        if new:
            _INSERT[table](self._connection, new)
        if different:
            self._connection.execute(*_updating(table, different))
        return new, different

    def _let_go_of_barcodes(self, skus: Iterable[str]) -> None:
        """Make room for products that take over each other's numbers: for a moment each has its SKU in the place."""
        product = t.product.c
        let_go = update(t.product).where(product.sku == bindparam("of_sku")).values(barcode="sku " + product.sku)
        self._connection.execute(let_go, [{"of_sku": sku} for sku in skus])


def _updating(table: Table, rows: Sequence[Values]) -> tuple[Update, list[Values]]:
    """The statement that changes rows found by their key, and its values."""
    found = and_(*(column == bindparam(f"key_{column.name}") for column in table.primary_key))
    rest: Values = {c.name: bindparam(f"new_{c.name}") for c in table.columns if not c.primary_key}
    values = [
        {f"key_{c.name}": row[c.name] for c in table.primary_key} | {f"new_{name}": row[name] for name in rest}
        for row in rows
    ]
    return update(table).where(found).values(rest), values


def _keyed_by(table: Table) -> Callable[[Values], Key]:
    """How a row of the table gives its key, always as a tuple."""
    names = [column.name for column in table.primary_key]
    get = itemgetter(*names)
    return get if len(names) > 1 else lambda values: (values[names[0]],)


_KEY = {table: _keyed_by(table) for table in t.CATALOGUE}
_INSERT = {table: Insert(table) for table in t.CATALOGUE}
