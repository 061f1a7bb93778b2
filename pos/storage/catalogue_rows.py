"""Catalogue values as rows and back: two plain functions a family."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
from sqlalchemy import Row, Table

from pos.domain.emblems import Emblem
from pos.domain.exhibitions import Cost, CostShare, Exhibition, Participation
from pos.domain.money import ExchangeRate, Money, currency
from pos.domain.network import Group, Member, Network, Rates, Unit, UnitKind
from pos.domain.products import BorneBy, Maker, Price, Product
from pos.storage import catalogue_tables as t

Values = dict[str, Any]
TableRows = Iterator[tuple[Table, Values]]


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _rates(row: Row[Any]) -> Rates:
    return Rates(row.commission_bps, row.fund_bps)


def _rate_values(rates: Rates) -> Values:
    return {"commission_bps": rates.commission_bps, "fund_bps": rates.fund_bps}


def network_values(network: Network, last_in_store: int) -> Values:
    """The one row of `network`; `last_in_store` is the serial of the last in-store number that was given out."""
    return {
        "id": 1,
        "name": network.name,
        "currency": network.currency.code,
        "language": network.language,
        **_rate_values(network.rates),
        "receipt_header": _json(network.receipt_header),
        "receipt_footer": _json(network.receipt_footer),
        "last_in_store": last_in_store,
    }


def to_network(row: Row[Any]) -> Network:
    """The network of its row."""
    return Network(
        name=row.name,
        currency=currency(row.currency),
        language=row.language,
        rates=_rates(row),
        receipt_header=tuple(msgspec.json.decode(row.receipt_header)),
        receipt_footer=msgspec.json.decode(row.receipt_footer),
    )


def group_values(group: Group) -> Values:
    """A row of `producer_group`."""
    return {"id": group.id, "name": group.name, "stamp": _json(group.stamp)}


def to_group(row: Row[Any]) -> Group:
    """The group of its row."""
    return Group(row.id, row.name, msgspec.json.decode(row.stamp))


def unit_rows(unit: Unit, emblem: Emblem) -> TableRows:
    """A unit's own row and its members'."""
    yield (
        t.unit,
        {
            "id": unit.id,
            "name": unit.name,
            "kind": unit.kind.value,
            "producer_group": unit.group,
            "community": unit.community,
            "technique": unit.technique,
            **_rate_values(unit.rates),
            "photo": unit.photo,
            "story": _json(unit.story),
            "motif": emblem[0],
            "dye": emblem[1],
        },
    )
    for position, member in enumerate(unit.members, 1):
        yield (
            t.member,
            {
                "unit": unit.id,
                "position": position,
                "name": member.name,
                "weight": member.weight,
                "born": member.born,
                "gender": member.gender,
            },
        )


def to_unit(row: Row[Any], members: Sequence[Row[Any]]) -> Unit:
    """The unit of its row and its members' rows, in order."""
    return Unit(
        id=row.id,
        name=row.name,
        kind=UnitKind(row.kind),
        members=tuple(Member(m.name, m.weight, m.born, m.gender) for m in members),
        group=row.producer_group,
        community=row.community,
        technique=row.technique,
        rates=_rates(row),
        photo=row.photo,
        story=msgspec.json.decode(row.story),
    )


def product_rows(product: Product, barcode: str) -> TableRows:
    """A product's own row, its prices' and its makers'."""
    yield (
        t.product,
        {
            "sku": product.sku,
            "barcode": barcode,
            "name": _json(product.name),
            "category": product.category,
            "holder": product.holder,
            "one_off": product.one_off,
            "yapa": product.yapa,
            "borne_by": product.borne_by.value,
            **_rate_values(product.rates),
            "photo": product.photo,
            "perishable_days": product.perishable_days,
            "materials": product.materials,
        },
    )
    for code, price in product.prices.items():
        floor = None if price.floor is None else price.floor.minor
        yield t.price, {"sku": product.sku, "currency": code, "list_price": price.list_price.minor, "floor": floor}
    for position, maker in enumerate(product.makers, 1):
        yield t.maker, {"sku": product.sku, "position": position, "unit": maker.unit, "weight": maker.weight}


def to_product(row: Row[Any], prices: Iterable[Row[Any]], makers: Iterable[Row[Any]]) -> Product:
    """The product of its row, its prices' rows and its makers' rows, in order."""
    return Product(
        sku=row.sku,
        name=msgspec.json.decode(row.name),
        makers=tuple(Maker(m.unit, m.weight) for m in makers),
        holder=row.holder,
        prices={p.currency: _price(p) for p in prices},
        barcode=row.barcode,
        category=row.category,
        one_off=row.one_off,
        yapa=row.yapa,
        borne_by=BorneBy(row.borne_by),
        rates=_rates(row),
        photo=row.photo,
        perishable_days=row.perishable_days,
        materials=row.materials,
    )


def _price(row: Row[Any]) -> Price:
    in_currency = currency(row.currency)
    floor = None if row.floor is None else Money(row.floor, in_currency)
    return Price(Money(row.list_price, in_currency), floor)


def exhibition_rows(exhibition: Exhibition) -> TableRows:
    """An exhibition's own row, and those of its exchange rates, participating units and costs."""
    id_ = exhibition.id
    yield (
        t.exhibition,
        {
            "id": id_,
            "name": exhibition.name,
            "venue": exhibition.venue,
            "city": exhibition.city,
            "country": exhibition.country,
            "starts": exhibition.starts.isoformat(),
            "ends": exhibition.ends.isoformat(),
            "timezone": exhibition.timezone,
            "currency": exhibition.currency.code,
            **_rate_values(exhibition.rates),
        },
    )
    for code, rate in exhibition.rates_of_exchange.items():
        yield t.exchange_rate, {"exhibition": id_, "currency": code, "rate": str(rate.rate)}
    for position, taking_part in enumerate(exhibition.participations, 1):
        row = {"exhibition": id_, "position": position, "unit": taking_part.unit, "weight": taking_part.weight}
        yield t.participation, row
    for position, cost in enumerate(exhibition.costs, 1):
        row = {"exhibition": id_, "position": position, "name": cost.name}
        yield t.cost, row | {"amount": cost.amount.minor, "shared": cost.shared.value}


def to_exhibition(row: Row[Any], rows: Mapping[str, Sequence[Row[Any]]]) -> Exhibition:
    """The exhibition of its row and the rows under `exchange_rate`, `participation` and `cost`, in order."""
    base = currency(row.currency)
    return Exhibition(
        id=row.id,
        name=row.name,
        starts=date.fromisoformat(row.starts),
        ends=date.fromisoformat(row.ends),
        timezone=row.timezone,
        currency=base,
        venue=row.venue,
        city=row.city,
        country=row.country,
        rates_of_exchange={
            r.currency: ExchangeRate(currency(r.currency), base, Decimal(r.rate)) for r in rows["exchange_rate"]
        },
        rates=_rates(row),
        participations=tuple(Participation(p.unit, p.weight) for p in rows["participation"]),
        costs=tuple(Cost(c.name, Money(c.amount, base), CostShare(c.shared)) for c in rows["cost"]),
    )
