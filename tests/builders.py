"""Makers of networks, products, exhibitions and events for tests: only what a test is about needs to be named.

Amounts are given as on paper (`"12.50"`); `minor` counts them in the minor unit, `paper` writes them back.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

from pos.domain.basket import Basket
from pos.domain.catalogue import Catalogue
from pos.domain.exhibitions import Cost, CostShare, Exhibition, Participation
from pos.domain.money import ExchangeRate, Money, currency, decimal_text
from pos.domain.network import Group, Member, Network, Rates, Unit, UnitKind
from pos.domain.products import Maker, Price, Product
from pos.domain.sales import Return, Sale, lines_back, pay_back, sale_line
from pos.domain.splits import MakerTerms, maker_terms
from pos.domain.stamps import EventId, Stamp
from pos.domain.tenders import Settled, Tender, TenderKind, settle, settle_exactly, tender

BOB, USD, EUR = currency("BOB"), currency("USD"), currency("EUR")
LA_PAZ = timezone(timedelta(hours=-4))
MORNING = datetime(2026, 12, 5, 9, 0, tzinfo=LA_PAZ)
"""Nine o'clock on the first day of the default exhibition."""
SHIFT = EventId("shift-1")


# --- amounts -------------------------------------------------------------------------------------------------------


def money(text: str, code: str = "BOB") -> Money:
    """An amount from its plain decimal text."""
    return Money.of(text, code)


def minor(text: str, code: str = "BOB") -> int:
    """The minor units of an amount's text: `"12.50"` is 1250."""
    return Money.of(text, code).minor


def paper(amount: int, code: str = "BOB") -> str:
    """The text of so many minor units: 1250 is `"12.50"`."""
    return decimal_text(amount, currency(code).digits)


# --- who and what --------------------------------------------------------------------------------------------------


def a_network(commission_bps: int = 1500, fund_bps: int = 500, **fields: object) -> Network:
    """A network that keeps 15 % commission and 5 % for the fund, unless told otherwise."""
    given: dict[str, object] = {"name": "Red de Prueba", "currency": BOB, "language": "es"}
    return Network(rates=Rates(commission_bps, fund_bps), **(given | fields))


def a_unit(id: str = "A", members: Mapping[str, int] | None = None, **fields: object) -> Unit:
    """A unit with these members and weights; one member named after the unit where none are given."""
    people = members or {f"Socia de {id}": 1}
    given: dict[str, object] = {"name": f"Familia {id}", "kind": UnitKind.FAMILY}
    return Unit(id=id, members=tuple(Member(name, weight) for name, weight in people.items()), **(given | fields))


def units_by_id(*units: Unit) -> dict[str, Unit]:
    """Units as the rules look them up; A, B and C with one member each where none are given."""
    return {unit.id: unit for unit in units or (a_unit("A"), a_unit("B"), a_unit("C"))}


def a_price(listed: str, floor: str | None = None, code: str = "BOB") -> dict[str, Price]:
    """A product's price list with one currency in it."""
    return {code: Price(money(listed, code), None if floor is None else money(floor, code))}


def a_product(
    sku: str = "TAZA",
    listed: str = "10.00",
    makers: Mapping[str, int] | None = None,
    *,
    floor: str | None = None,
    **fields: object,
) -> Product:
    """A product in bolivianos; made by unit A alone, and held by its first maker, unless told otherwise."""
    by = makers or {"A": 1}
    given: dict[str, object] = {
        "name": {"es": sku.capitalize()},
        "holder": next(iter(by)),
        "prices": a_price(listed, floor),
    }
    return Product(sku=sku, makers=tuple(Maker(unit, weight) for unit, weight in by.items()), **(given | fields))


def a_cost(amount: str, shared: CostShare = CostShare.EQUAL, name: str = "puesto") -> Cost:
    """A cost of the exhibition, in bolivianos."""
    return Cost(name, money(amount), shared)


def an_exhibition(
    units: Mapping[str, int] | None = None, rates_of_exchange: Mapping[str, str] | None = None, **fields: object
) -> Exhibition:
    """A fair in La Paz in bolivianos, 5 to 7 December 2026, with units A, B and C; a dollar is 6.96, a euro 8.05."""
    base = fields.get("currency", BOB)
    given: dict[str, object] = {
        "id": "FERIA",
        "name": "Feria de Navidad",
        "starts": date(2026, 12, 5),
        "ends": date(2026, 12, 7),
        "timezone": "America/La_Paz",
        "currency": base,
        "participations": tuple(
            Participation(unit, weight) for unit, weight in (units or {"A": 1, "B": 1, "C": 1}).items()
        ),
        "rates_of_exchange": {
            code: ExchangeRate(currency(code), base, Decimal(rate))
            for code, rate in (rates_of_exchange or {"USD": "6.96", "EUR": "8.05"}).items()
        },
    }
    return Exhibition(**(given | fields))


def a_catalogue(**fields: object) -> Catalogue:
    """A network of one group, units A and B, a cup of A's and a set of both, and one fair."""
    given: dict[str, object] = {
        "network": a_network(),
        "groups": (Group("TALLER", "Taller de Prueba"),),
        "units": (a_unit("A", group="TALLER"), a_unit("B")),
        "products": (a_product("TAZA"), a_product("JUEGO", "100.00", {"A": 2, "B": 1})),
        "exhibitions": (an_exhibition({"A": 1, "B": 1}),),
    }
    return Catalogue(**(given | fields))


# --- events --------------------------------------------------------------------------------------------------------


def a_stamp(
    number: int = 1,
    *,
    till: str = "A",
    shift: str | None = SHIFT,
    at: datetime | None = None,
    exhibition: Exhibition | None = None,
) -> Stamp:
    """Where and when: till A in its first shift, so many minutes after nine at the default fair."""
    fair = exhibition or an_exhibition()
    moment = at or MORNING + timedelta(minutes=number)
    return Stamp(
        id=EventId(f"event-{number}"),
        till=till,
        at=moment,
        day=fair.local_day(moment),
        exhibition=fair.id,
        currency=fair.currency.code,
        shift=None if shift is None else EventId(shift),
    )


def a_basket(*products: Product, exhibition: Exhibition | None = None) -> Basket:
    """One piece of each of these products; a single cup where none is given."""
    basket = Basket((exhibition or an_exhibition()).currency)
    for product in products or (a_product(),):
        basket = basket.add(product)
    return basket


def cash(amount: str, code: str = "BOB", exhibition: Exhibition | None = None) -> Tender:
    """Cash in the base currency, or in a foreign one at the exhibition's rate."""
    return tender(TenderKind.CASH, money(amount, code), exhibition or an_exhibition())


def paid_by(kind: str, amount: str, exhibition: Exhibition | None = None, reference: str = "") -> Tender:
    """A payment by `qr`, `card` or `transfer`."""
    fair = exhibition or an_exhibition()
    return tender(TenderKind(kind), money(amount, fair.currency.code), fair, reference)


def terms(unit: str = "A", weight: int = 1, commission: int = 1500, fund: int = 500, **members: int) -> MakerTerms:
    """A maker's terms, its rates in basis points; members are given by name and weight."""
    return MakerTerms(unit, weight, commission, fund, tuple((members or {"Socia": 1}).items()))


def a_sale(
    basket: Basket | None = None,
    tenders: Sequence[Tender] | None = None,
    *,
    number: int = 1,
    stamp: Stamp | None = None,
    exhibition: Exhibition | None = None,
    units: Mapping[str, Unit] | None = None,
    network: Network | None = None,
) -> Sale:
    """The basket sold on the units' and the network's terms; paid in exact cash where no tenders are given."""
    fair, everyone, of = exhibition or an_exhibition(), units or units_by_id(), network or a_network()
    bought = basket or a_basket(exhibition=fair)
    settled: Settled = settle_exactly(bought.due, fair) if tenders is None else settle(bought.due, tenders, fair)
    lines = [
        sale_line(priced, maker_terms(priced.line.product, everyone, fair, of), "es") for priced in bought.priced()
    ]
    return Sale(
        stamp=stamp or a_stamp(number, exhibition=fair),
        number=number,
        cashier="ana",
        supervisor=next((line.approval.supervisor for line in bought.lines if line.approval), None),
        language="es",
        buyer=bought.buyer,
        lines=tuple(lines),
        discount=bought.discount_amount,
        due=bought.due,
        rounding=settled.rounding,
        change=settled.change,
        tenders=settled.tenders,
    )


def a_return(
    sale: Sale,
    wanted: Sequence[tuple[int, int]],
    already: Mapping[int, int] | None = None,
    *,
    kind: str = "cash",
    restock: bool = True,
    void: bool = False,
    number: int = 1,
    stamp: Stamp | None = None,
    exhibition: Exhibition | None = None,
) -> Return:
    """These (line, pieces) of a sale brought back, after `already` came back earlier; paid in cash unless told."""
    fair = exhibition or an_exhibition()
    lines = lines_back(sale, already or {}, wanted)
    due = sum(line.net for line in lines)
    given, rounding = pay_back(due, TenderKind(kind), fair.currency.code, fair)
    return Return(
        stamp=stamp or a_stamp(100 + number, exhibition=fair),
        number=number,
        sale=sale.stamp.id,
        sale_receipt=sale.receipt,
        cashier="ana",
        supervisor=None,
        language="es",
        void=void,
        restock=restock,
        lines=lines,
        due=due,
        rounding=rounding,
        tender=given,
    )
