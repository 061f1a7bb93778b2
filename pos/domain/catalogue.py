"""A network's whole file: network, groups, units, products and exhibitions, and whether they fit each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from pos.domain.catalogue_refusals import Duplicate
from pos.domain.exhibitions import Exhibition
from pos.domain.network import Group, Network, Unit, resolve_rates
from pos.domain.products import Product
from pos.domain.refusals import Refusal, UnknownGroup, UnknownUnit

Place = tuple[str | int, ...]
"""Where in the catalogue something stands: `("products", 3, "makers", 0, "unit")`."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that a network tells the till. Order matters: in it, indivisible centavos are handed out."""

    network: Network
    groups: tuple[Group, ...]
    units: tuple[Unit, ...]
    products: tuple[Product, ...]
    exhibitions: tuple[Exhibition, ...]


class Fault(NamedTuple):
    """A rule that the catalogue breaks, and where."""

    place: Place
    refusal: Refusal


def faults(catalogue: Catalogue) -> Iterator[Fault]:
    """Everything in which the parts of a catalogue don't fit each other: doubles and references to nothing."""
    yield from _doubles("groups", "id", [group.id for group in catalogue.groups])
    yield from _doubles("units", "id", [unit.id for unit in catalogue.units])
    yield from _doubles("products", "sku", [product.sku for product in catalogue.products])
    yield from _doubles("products", "barcode", [product.barcode for product in catalogue.products])
    yield from _doubles("exhibitions", "id", [exhibition.id for exhibition in catalogue.exhibitions])
    yield from _skus_that_are_barcodes(catalogue)
    units = {unit.id: unit for unit in catalogue.units}
    groups = {group.id for group in catalogue.groups}
    for i, unit in enumerate(catalogue.units):
        if unit.group is not None and unit.group not in groups:
            yield Fault(("units", i, "group"), UnknownGroup(group=unit.group))
    yield from _product_faults(catalogue, units)
    for i, exhibition in enumerate(catalogue.exhibitions):
        for j, participation in enumerate(exhibition.participations):
            if participation.unit not in units:
                yield Fault(("exhibitions", i, "units", j, "id"), UnknownUnit(unit=participation.unit))


def _skus_that_are_barcodes(catalogue: Catalogue) -> Iterator[Fault]:
    """A code must name one product, whichever way it is read."""
    barcodes = {product.barcode: product.sku for product in catalogue.products if product.barcode}
    for i, product in enumerate(catalogue.products):
        if barcodes.get(product.sku, product.sku) != product.sku:
            yield Fault(("products", i, "sku"), Duplicate(what="barcode", value=product.sku))


def _product_faults(catalogue: Catalogue, units: dict[str, Unit]) -> Iterator[Fault]:
    seen = set[tuple[object, ...]]()
    exhibition_rates = {exhibition.rates for exhibition in catalogue.exhibitions}
    for i, product in enumerate(catalogue.products):
        for j, maker in enumerate(product.makers):
            unit = units.get(maker.unit)
            if unit is None:
                yield Fault(("products", i, "makers", j, "unit"), UnknownUnit(unit=maker.unit))
                continue
            if (product.rates, unit.rates) in seen:
                continue
            seen.add((product.rates, unit.rates))
            for rates in exhibition_rates:
                try:
                    resolve_rates(product.rates, unit.rates, rates, catalogue.network.rates)
                except Refusal as refusal:
                    yield Fault(("products", i, "makers", j, "unit"), refusal)


def _doubles(table: str, name: str, values: Sequence[str | None]) -> Iterator[Fault]:
    seen = set[str]()
    for i, value in enumerate(values):
        if value is None:
            continue
        if value in seen:
            yield Fault((table, i, name), Duplicate(what=name, value=value))
        seen.add(value)
