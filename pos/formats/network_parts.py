"""From checked fields to the domain's values: each entry of a network's file, with the rules that it breaks.

An entry that breaks a rule adds its faults and gives None; the file is refused once all entries were looked at.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from pos.domain.barcodes import gtin
from pos.domain.catalogue import Place
from pos.domain.catalogue_refusals import WeightsSumToZero
from pos.domain.exhibitions import Cost, CostShare, Exhibition, Participation
from pos.domain.money import Currency, ExchangeRate, Money, currency
from pos.domain.network import INHERITED, Group, Member, Network, Rates, Unit, UnitKind
from pos.domain.products import BorneBy, Maker, Price, Product
from pos.domain.refusals import Refusal
from pos.formats.faults import FaultList
from pos.formats.moments import read_date
from pos.formats.network_values import exchange_rate, field_at_fault, path_inside

if TYPE_CHECKING:
    from pos.formats import network_schema as schema

T = TypeVar("T")
P = ParamSpec("P")


_BORNE_BY = {None: BorneBy.SHARED} | {str(bearer): bearer for bearer in BorneBy}
_NO_PRICE = Price(Money(0, currency("USD")))
_NO_MAKER = Maker("", 0)
"""These stand for what was refused, until the product that it belongs to is refused for it."""


class Parts:
    """Makes the domain's values out of the entries of one file, and adds the rules that they break to `faults`."""

    def __init__(self, faults: FaultList) -> None:
        self._faults = faults
        self._prices: dict[tuple[str, str, str | None], Price] = {}
        self._makers: dict[tuple[str, int], Maker] = {}

    # --- entries -----------------------------------------------------------------------------------------------------

    def network(self, fields: "schema.NetworkFields", place: Place) -> Network | None:
        """The network itself; its language is Spanish where none is given."""
        of_network = self._made((*place, "currency"), currency, fields["currency"])
        rates = self._rates(fields["commission_bps"], fields["fund_bps"], place)
        if of_network is None or rates is None:
            return None
        return self._made(
            place,
            Network,
            name=fields["name"],
            currency=of_network,
            language=fields.get("language") or "es",
            rates=rates,
            receipt_header=tuple(fields.get("receipt_header") or ()),
            receipt_footer=fields.get("receipt_footer") or {},
        )

    def group(self, fields: "schema.GroupFields", place: Place) -> Group | None:
        """A group of units."""
        return self._made(place, Group, id=fields["id"], name=fields["name"], stamp=fields.get("stamp") or {})

    def unit(self, fields: "schema.UnitFields", place: Place) -> Unit | None:
        """A productive unit with its members."""
        before = len(self._faults)
        members = [
            self._made((*place, "members", i), Member, one["name"], one["weight"], one.get("born"), one.get("gender"))
            for i, one in enumerate(fields["members"])
        ]
        rates = self._rates(fields.get("commission_bps"), fields.get("fund_bps"), place)
        photo = self._photo(fields.get("photo"), place)
        if rates is None or len(self._faults) > before:
            return None
        return self._made(
            place,
            Unit,
            id=fields["id"],
            name=fields["name"],
            kind=UnitKind(fields["kind"]),
            members=_whole(members),
            group=fields.get("group"),
            community=fields.get("community") or "",
            technique=fields.get("technique") or "",
            rates=rates,
            photo=photo,
            story=fields.get("story") or {},
        )

    def product(self, fields: "schema.ProductFields", place: Place) -> Product | None:
        """A product; its holder is the first maker where none is named."""
        before = len(self._faults)
        makers = tuple([self._maker(one["unit"], one["weight"], place, i) for i, one in enumerate(fields["makers"])])
        prices = {code: self._price(code, price, place) for code, price in fields["prices"].items()}
        number = fields.get("barcode")
        barcode = None if number is None else self._made((*place, "barcode"), gtin, number)
        rates = self._rates(fields.get("commission_bps"), fields.get("fund_bps"), place)
        photo = self._photo(fields.get("photo"), place)
        if rates is None or len(self._faults) > before:
            return None
        return self._made(
            place,
            Product,
            sku=fields["sku"],
            name=fields["name"],
            makers=makers,
            holder=fields.get("holder") or fields["makers"][0]["unit"],
            prices=prices,
            barcode=barcode,
            category=fields.get("category") or "",
            one_off=fields.get("one_off") or False,
            yapa=fields.get("yapa") or False,
            borne_by=_BORNE_BY[fields.get("borne_by")],
            rates=rates,
            photo=photo,
            perishable_days=fields.get("perishable_days"),
            materials=fields.get("materials") or "",
        )

    def exhibition(self, fields: "schema.ExhibitionFields", place: Place) -> Exhibition | None:
        """An exhibition with its exchange rates, the units that take part, and its costs."""
        before = len(self._faults)
        base = self._made((*place, "currency"), currency, fields["currency"])
        starts = self._made((*place, "starts"), read_date, fields["starts"])
        ends = self._made((*place, "ends"), read_date, fields["ends"])
        rates = self._rates(fields.get("commission_bps"), fields.get("fund_bps"), place)
        participations = self._participations(fields, place)
        exchange = {} if base is None else self._exchange(fields, place, base)
        costs = () if base is None else self._costs(fields, place, base)
        if base is None or starts is None or ends is None or rates is None or len(self._faults) > before:
            return None
        return self._made(
            place,
            Exhibition,
            id=fields["id"],
            name=fields["name"],
            starts=starts,
            ends=ends,
            timezone=fields["timezone"],
            currency=base,
            venue=fields.get("venue") or "",
            city=fields.get("city") or "",
            country=fields.get("country") or "",
            rates_of_exchange=exchange,
            rates=rates,
            participations=participations,
            costs=costs,
        )

    # --- what entries are made of ------------------------------------------------------------------------------------

    def _made(self, place: Place, make: Callable[P, T], *values: P.args, **named: P.kwargs) -> T | None:
        """What `make` makes of the values; None where a rule refuses, which adds a fault at the place."""
        try:
            return make(*values, **named)
        except Refusal as refusal:
            self._faults.add((*place, *field_at_fault(refusal, place)), refusal)
            return None

    def _rates(self, commission: int | None, fund: int | None, place: Place) -> Rates | None:
        if commission is None and fund is None:
            return INHERITED
        one = self._made((*place, "commission_bps"), Rates, commission, None)
        other = self._made((*place, "fund_bps"), Rates, None, fund)
        return None if one is None or other is None else self._made((*place, "fund_bps"), Rates, commission, fund)

    def _photo(self, photo: str | None, place: Place) -> str | None:
        return None if photo is None else self._made((*place, "photo"), path_inside, photo)

    def _maker(self, unit: str, weight: int, place: Place, i: int) -> Maker:
        """A maker; many products have the same one, and hold one value between them."""
        maker = self._makers.get((unit, weight))
        if maker is None:
            maker = self._made((*place, "makers", i), Maker, unit, weight)
            if maker is None:
                return _NO_MAKER
            self._makers[unit, weight] = maker
        return maker

    def _price(self, code: str, fields: "schema.PriceFields", place: Place) -> Price:
        """A price; as with makers, products of the same price hold one value between them."""
        key = (code, fields["list"], fields.get("floor"))
        price = self._prices.get(key)
        if price is None:
            price = self._new_price(*key, (*place, "prices", code))
            if price is None:
                return _NO_PRICE
            self._prices[key] = price
        return price

    def _new_price(self, code: str, list_text: str, floor_text: str | None, place: Place) -> Price | None:
        of = self._made(place, currency, code)
        if of is None:
            return None
        list_price = self._amount((*place, "list"), list_text, of)
        if floor_text is None:
            return None if list_price is None else self._made(place, Price, list_price)
        floor = self._amount((*place, "floor"), floor_text, of)
        return None if list_price is None or floor is None else self._made(place, Price, list_price, floor)

    def _amount(self, place: Place, text: str, of: Currency) -> Money | None:
        return self._made(place, Money.read, text, of)

    def _participations(self, fields: "schema.ExhibitionFields", place: Place) -> tuple[Participation, ...]:
        weights = [(unit["id"], unit.get("weight")) for unit in fields.get("units") or ()]
        return _whole(
            self._made((*place, "units", i), Participation, unit, 1 if weight is None else weight)
            for i, (unit, weight) in enumerate(weights)
        )

    def _exchange(self, fields: "schema.ExhibitionFields", place: Place, base: Currency) -> dict[str, ExchangeRate]:
        rates = fields.get("rates") or {}
        read = {code: self._made((*place, "rates", code), exchange_rate, code, rates[code], base) for code in rates}
        return {code: rate for code, rate in read.items() if rate is not None}

    def _costs(self, fields: "schema.ExhibitionFields", place: Place, base: Currency) -> tuple[Cost, ...]:
        costs = fields.get("costs") or ()
        if costs and not fields.get("units"):
            self._faults.add((*place, "costs"), WeightsSumToZero(of=fields["id"]))
        read = []
        for i, cost in enumerate(costs):
            at = (*place, "costs", i)
            amount = self._amount((*at, "amount"), cost["amount"], base)
            if amount is not None:
                read.append(self._made(at, Cost, cost["name"], amount, CostShare(cost["shared"])))
        return _whole(read)


def _whole(parts: Iterable[T | None]) -> tuple[T, ...]:
    """The parts that were made; where one was not, its fault is noted and the tuple is not used."""
    return tuple([part for part in parts if part is not None])
