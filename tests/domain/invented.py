"""Invented units, products, baskets and payments for property tests: every example is one that a stall could meet."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from hypothesis import strategies as st

from pos.domain.basket import Basket
from pos.domain.exhibitions import Exhibition
from pos.domain.money import Money, decimal_text
from pos.domain.network import Rates, Unit
from pos.domain.people import Approval
from pos.domain.products import BorneBy, Product
from pos.domain.sales import Sale
from pos.domain.splits import MakerTerms
from pos.domain.tenders import Tender, TenderKind, tender
from tests.builders import BOB, EUR, USD, a_product, a_sale, a_unit, an_exhibition, terms

FAIR = an_exhibition(rates_of_exchange={"USD": "6.96", "EUR": "7.855"})
WAYS_TO_PAY = ("exact", "qr", "card", "cash", "dollars", "qr_and_cash", "dollars_and_cash", "everything")

rates = st.sampled_from([None, 0, 1, 333, 500, 1500, 5000])
weights = st.integers(1, 9)


@st.composite
def maker_terms(draw: st.DrawFn) -> tuple[MakerTerms, ...]:
    """One to four makers on any terms; some with weight zero."""
    made = []
    for i in range(draw(st.integers(1, 4))):
        commission = draw(st.integers(0, 10_000))
        members = {f"Socia {j}": draw(st.integers(1, 5)) for j in range(draw(st.integers(1, 4)))}
        fund = draw(st.integers(0, 10_000 - commission))
        made.append(terms(f"U{i}", draw(weights if i == 0 else st.integers(0, 9)), commission, fund, **members))
    return tuple(made)


@st.composite
def units(draw: st.DrawFn) -> dict[str, Unit]:
    """Units A, B and C, with one to three members each, some at rates of their own."""
    return {
        name: a_unit(
            name,
            {f"{name}{i}": draw(weights) for i in range(draw(st.integers(1, 3)))},
            rates=Rates(draw(rates), draw(st.sampled_from([None, 0, 500]))),
        )
        for name in "ABC"
    }


@st.composite
def products(draw: st.DrawFn, sku: str) -> Product:
    """A product at any price, of one to three makers; the network bears the bargain of one in three."""
    listed = draw(st.integers(0, 50_000))
    makers = draw(st.lists(st.sampled_from("ABC"), min_size=1, max_size=3, unique=True))
    return a_product(
        sku,
        decimal_text(listed, 2),
        {unit: draw(weights) for unit in makers},
        borne_by=draw(st.sampled_from([BorneBy.SHARED, BorneBy.SHARED, BorneBy.NETWORK])),
        rates=Rates(draw(rates), draw(st.sampled_from([None, 0, 500]))),
    )


@st.composite
def baskets(draw: st.DrawFn) -> Basket:
    """One to five lines, some of them bargained or yapa, with or without a sale discount."""
    basket = Basket(BOB)
    for i in range(draw(st.integers(1, 5))):
        product, qty = draw(products(f"P{i}")), draw(st.integers(1, 7))
        if i and draw(st.booleans()):
            basket = basket.add_yapa(product, qty)
            continue
        basket = basket.add(product, qty)
        if draw(st.booleans()):
            basket = basket.bargained(i, Money(draw(st.integers(0, 60_000)), BOB), Approval("elena"))
    if basket.total and draw(st.booleans()):
        amount = st.integers(1, basket.total).map(lambda minor: Money(minor, BOB))
        percent = st.integers(1, 10_000).map(lambda hundredths: Decimal(hundredths).scaleb(-2))
        basket = basket.discounted(draw(amount | percent))
    return basket


def payment(due: int, way: str, more: int = 0, fair: Exhibition = FAIR) -> tuple[Tender, ...] | None:
    """Tenders that settle a due in one of the `WAYS_TO_PAY`, in cash with so much more; None is exact cash."""
    if way == "exact" or due <= 0:
        return None
    if way in {"qr", "card"}:
        return (tender(TenderKind(way), Money(due, BOB), fair),)
    by_qr = due // 3 if way in {"qr_and_cash", "everything"} else 0
    dollars = 1 + due // 2_000 if way in {"dollars_and_cash", "everything"} else 0
    if way == "dollars":
        dollars = 1 + due // 696 + more
    dollars, euros = dollars * 100, 100 if way == "everything" else 0
    parts = [
        (TenderKind.QR, Money(by_qr, BOB)),
        (TenderKind.CASH, Money(dollars, USD)),
        (TenderKind.CASH, Money(euros, EUR)),
        (TenderKind.CASH, Money(0 if way == "dollars" else due - by_qr + 10 + more, BOB)),
    ]
    return tuple(tender(kind, amount, fair) for kind, amount in parts if amount)


@dataclass(frozen=True)
class Case:
    """A sale with the units that it is owed to."""

    sale: Sale
    units: Mapping[str, Unit]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Any sale, paid in any way."""
    everyone, basket = draw(units()), draw(baskets())
    tenders = payment(basket.due, draw(st.sampled_from(WAYS_TO_PAY)), draw(st.integers(0, 500)))
    return Case(a_sale(basket, tenders, exhibition=FAIR, units=everyone), everyone)


@st.composite
def steps_back(draw: st.DrawFn, sale: Sale) -> list[list[tuple[int, int]]]:
    """Every piece of a sale brought back, in any number of returns in any order."""
    pieces = [number for number, line in enumerate(sale.lines, 1) for _ in range(line.qty)]
    pieces = draw(st.permutations(pieces))
    steps: list[list[tuple[int, int]]] = []
    while pieces:
        size = draw(st.integers(1, len(pieces)))
        step, pieces = pieces[:size], pieces[size:]
        steps.append([(number, step.count(number)) for number in dict.fromkeys(step)])
    return steps
