"""Writes a catalogue as the workbook that pos/formats/network_workbook.py reads."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from pos.domain.catalogue import Catalogue
from pos.domain.exhibitions import Exhibition
from pos.domain.money import Money
from pos.domain.network import Group, Network, Rates, Unit
from pos.domain.products import Product
from pos.formats.network_sheets import FORMAT, LAYOUTS
from pos.formats.workbook_cells import CellWriter, Written

Fields = dict[str, Written]

_EXACT_DIGITS = 15
"""So many figures of a number a spreadsheet keeps exactly; a number with more is written as text."""


def write(catalogue: Catalogue, path: Path) -> None:
    """The whole catalogue, a sheet for each list; raises `OSError`."""
    rows = {
        "network": [_network(catalogue.network)],
        "groups": [_group(group) for group in catalogue.groups],
        "units": [_unit(unit) for unit in catalogue.units],
        "members": _members(catalogue.units),
        "products": [_product(product) for product in catalogue.products],
        "makers": _makers(catalogue.products),
        "exhibitions": [_exhibition(exhibition) for exhibition in catalogue.exhibitions],
        "participants": _participants(catalogue.exhibitions),
        "costs": _costs(catalogue.exhibitions),
    }
    book = CellWriter()
    for layout in LAYOUTS:
        if layout.name in rows:
            entries = list(rows[layout.name])
            dotted = dict.fromkeys(name for fields in entries for name in fields if name not in layout.columns)
            columns = [*layout.columns, *dotted]
            book.sheet(layout.name, columns, ([fields.get(column) for column in columns] for fields in entries))
    book.save(path)


def _network(network: Network) -> Fields:
    return {
        "format": FORMAT,
        "name": network.name,
        "currency": network.currency.code,
        "language": network.language,
        "receipt_header": "\n".join(network.receipt_header),
        **_rates(network.rates),
        **_by_language("receipt_footer", network.receipt_footer),
    }


def _group(group: Group) -> Fields:
    return {"id": group.id, "name": group.name, **_by_language("stamp", group.stamp)}


def _unit(unit: Unit) -> Fields:
    return {
        "id": unit.id,
        "name": unit.name,
        "kind": unit.kind.value,
        "group": unit.group,
        "community": unit.community,
        "technique": unit.technique,
        "photo": unit.photo,
        **_rates(unit.rates),
        **_by_language("story", unit.story),
    }


def _members(units: Iterable[Unit]) -> Iterator[Fields]:
    for unit in units:
        for one in unit.members:
            yield {"unit": unit.id, "name": one.name, "weight": one.weight, "born": one.born, "gender": one.gender}


def _product(product: Product) -> Fields:
    prices: Fields = {}
    for code, price in product.prices.items():
        prices[f"prices.{code}.list"] = _number(price.list_price)
        if price.floor is not None:
            prices[f"prices.{code}.floor"] = _number(price.floor)
    return {
        "sku": product.sku,
        "barcode": product.barcode,
        "category": product.category,
        "holder": product.holder,
        "one_off": product.one_off,
        "yapa": product.yapa,
        "borne_by": product.borne_by.value,
        "photo": product.photo,
        "perishable_days": product.perishable_days,
        "materials": product.materials,
        **_rates(product.rates),
        **_by_language("name", product.name),
        **prices,
    }


def _makers(products: Iterable[Product]) -> Iterator[Fields]:
    for product in products:
        for maker in product.makers:
            yield {"sku": product.sku, "unit": maker.unit, "weight": maker.weight}


def _exhibition(exhibition: Exhibition) -> Fields:
    return {
        "id": exhibition.id,
        "name": exhibition.name,
        "venue": exhibition.venue,
        "city": exhibition.city,
        "country": exhibition.country,
        "starts": exhibition.starts,
        "ends": exhibition.ends,
        "timezone": exhibition.timezone,
        "currency": exhibition.currency.code,
        **_rates(exhibition.rates),
        **{f"rates.{code}": _exact(rate.rate) for code, rate in exhibition.rates_of_exchange.items()},
    }


def _participants(exhibitions: Iterable[Exhibition]) -> Iterator[Fields]:
    for exhibition in exhibitions:
        for one in exhibition.participations:
            yield {"exhibition": exhibition.id, "id": one.unit, "weight": one.weight}


def _costs(exhibitions: Iterable[Exhibition]) -> Iterator[Fields]:
    for exhibition in exhibitions:
        for cost in exhibition.costs:
            amount = _number(cost.amount)
            yield {"exhibition": exhibition.id, "name": cost.name, "amount": amount, "shared": cost.shared.value}


def _rates(rates: Rates) -> Fields:
    return {"commission_bps": rates.commission_bps, "fund_bps": rates.fund_bps}


def _by_language(field: str, texts: Mapping[str, str]) -> Fields:
    return {f"{field}.{language}": text for language, text in texts.items()}


def _number(amount: Money) -> Decimal:
    return Decimal(str(amount))


def _exact(number: Decimal) -> Decimal | str:
    return number if len(number.as_tuple().digits) <= _EXACT_DIGITS else format(number, "f")
