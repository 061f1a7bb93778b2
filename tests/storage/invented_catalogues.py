"""Invented catalogues for property tests: any network that a file could tell of."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from pos.domain.catalogue import Catalogue
from pos.domain.exhibitions import Cost, CostShare, Exhibition, Participation
from pos.domain.money import ExchangeRate, Money, currency
from pos.domain.network import Group, Member, Network, Rates, Unit, UnitKind
from pos.domain.products import BorneBy, Maker, Price, Product

CURRENCIES = [currency(code) for code in ("BOB", "EUR", "USD", "CLP")]

texts = st.text(st.characters(categories=["L", "N", "P", "S"], include_characters=" "), min_size=1, max_size=12).filter(
    lambda text: text.strip()
)
optional = st.just("") | texts
by_language = st.dictionaries(st.sampled_from(["es", "en", "ay"]), texts, max_size=3)
rates = st.builds(Rates, st.none() | st.integers(0, 5000), st.none() | st.integers(0, 5000))
weights = st.integers(1, 1_000_000)
amounts = st.integers(0, 10**13)


def some_of(ids: list[str], least: int = 0) -> st.SearchStrategy[list[str]]:
    """Some of these ids, in any order, each once."""
    return st.lists(st.sampled_from(ids), unique=True, min_size=least, max_size=3)


@st.composite
def units(draw: st.DrawFn, id_: str, groups: list[str]) -> Unit:
    """A unit with one to three members."""
    people = draw(st.lists(texts, min_size=1, max_size=3, unique=True))
    born, gender = st.none() | st.integers(1920, 2020), st.none() | st.sampled_from(["f", "m", "x"])
    return Unit(
        id=id_,
        name=draw(texts),
        kind=draw(st.sampled_from(UnitKind)),
        members=tuple(Member(name, draw(weights), draw(born), draw(gender)) for name in people),
        group=draw(st.none() | st.sampled_from(groups)) if groups else None,
        community=draw(optional),
        technique=draw(optional),
        rates=draw(rates),
        photo=draw(st.none() | texts),
        story=draw(by_language),
    )


@st.composite
def products(draw: st.DrawFn, sku: str, unit_ids: list[str]) -> Product:
    """A product with any prices, of one to three makers."""
    makers = draw(some_of(unit_ids, least=1))
    prices = {}
    for in_currency in draw(st.lists(st.sampled_from(CURRENCIES), unique=True)):
        listed = draw(amounts)
        floor = draw(st.none() | st.integers(0, listed))
        prices[in_currency.code] = Price(
            Money(listed, in_currency), None if floor is None else Money(floor, in_currency)
        )
    return Product(
        sku=sku,
        name=draw(by_language),
        makers=tuple(Maker(unit, draw(weights)) for unit in makers),
        holder=draw(st.sampled_from(makers)),
        prices=prices,
        category=draw(optional),
        one_off=draw(st.booleans()),
        yapa=draw(st.booleans()),
        borne_by=draw(st.sampled_from(BorneBy)),
        rates=draw(rates),
        photo=draw(st.none() | texts),
        perishable_days=draw(st.none() | st.integers(1, 900)),
        materials=draw(optional),
    )


@st.composite
def exhibitions(draw: st.DrawFn, id_: str, unit_ids: list[str]) -> Exhibition:
    """An exhibition of any length, with rates for some currencies and costs of each kind."""
    base = draw(st.sampled_from(CURRENCIES))
    starts = draw(st.dates(date(2026, 1, 1), date(2027, 12, 31)))
    foreign = draw(st.lists(st.sampled_from([c for c in CURRENCIES if c != base]), unique=True))
    rate = st.decimals(Decimal("0.0001"), Decimal(9999), places=4)
    costs = st.builds(
        Cost, texts, st.integers(1, 10**12).map(lambda minor: Money(minor, base)), st.sampled_from(CostShare)
    )
    return Exhibition(
        id=id_,
        name=draw(texts),
        starts=starts,
        ends=starts + timedelta(days=draw(st.integers(0, 9))),
        timezone=draw(st.sampled_from(["America/La_Paz", "Europe/Berlin"])),
        currency=base,
        venue=draw(optional),
        city=draw(optional),
        country=draw(optional),
        rates_of_exchange={c.code: ExchangeRate(c, base, draw(rate)) for c in foreign},
        rates=draw(rates),
        participations=tuple(Participation(unit, draw(weights)) for unit in draw(some_of(unit_ids))),
        costs=tuple(draw(st.lists(costs, max_size=3))),
    )


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    """A network with everything in it; its units, products and exhibitions are always named alike."""
    groups = [Group(id_, draw(texts), draw(by_language)) for id_ in draw(some_of(["G1", "G2"]))]
    unit_ids = ["U1", "U2", "U3"]
    return Catalogue(
        network=Network(
            name="Red",
            currency=CURRENCIES[0],
            language=draw(st.sampled_from(["es", "en"])),
            rates=draw(rates),
            receipt_header=tuple(draw(st.lists(texts, max_size=3))),
            receipt_footer=draw(by_language),
        ),
        groups=tuple(groups),
        units=tuple(draw(units(id_, [group.id for group in groups])) for id_ in unit_ids),
        products=tuple(draw(products(sku, unit_ids)) for sku in draw(some_of(["P1", "P2", "P3"]))),
        exhibitions=tuple(draw(exhibitions(id_, unit_ids)) for id_ in draw(some_of(["E1", "E2", "E3"]))),
    )
