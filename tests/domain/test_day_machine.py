"""Any day at the stall, in any order: the books agree with running totals kept by hand.

Each rule acts on the domain and tells the hand-kept books the same in plain figures; after every act the ledger's
accounts, the drawer and the goods are compared with theirs.
"""

from collections import Counter
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from pos.domain.basket import Basket
from pos.domain.bookings import postings
from pos.domain.consignment import NoteKind, consignment_note, note_movements, return_movements, sale_movements
from pos.domain.exhibitions import CostShare
from pos.domain.money import Money
from pos.domain.network import Rates
from pos.domain.people import Approval
from pos.domain.products import BorneBy
from pos.domain.refusals import NothingOwed, PayoutOverBalance, ReturnedTooMany
from pos.domain.reports import StockPosition
from pos.domain.sales import Sale, all_lines
from pos.domain.settlements import Payout, PayoutKind, advance, close_exhibition, payable_now
from pos.domain.shifts import CashDirection, ShiftClosed, balance_cash, count_cash, move_cash, open_shift, totals
from tests.builders import (
    BOB,
    a_cost,
    a_network,
    a_product,
    a_return,
    a_sale,
    a_stamp,
    a_unit,
    an_exhibition,
    units_by_id,
)
from tests.domain.hand_kept_books import LIST_PRICE, HandKeptBooks, SoldLine
from tests.domain.invented import WAYS_TO_PAY, payment

# The figures of these stand in `hand_kept_books` once more, as its own.
UNITS = units_by_id(
    a_unit("A", {"Juana": 2, "Rosa": 1}), a_unit("B", rates=Rates(1200, None)), a_unit("C", rates=Rates(None, 0))
)
PRODUCTS = {
    product.sku: product
    for product in (
        a_product("TAZA", "12.34"),
        a_product("JUEGO", "100.00", {"A": 2, "B": 1}),
        a_product("BOLSA", "30.05", {"B": 1, "C": 1}, holder="C", borne_by=BorneBy.NETWORK),
        a_product("GORRO", "7.77", {"C": 1}, rates=Rates(333, None)),
    )
}
FAIR = an_exhibition(
    {"A": 5, "B": 1, "C": 1},
    {"USD": "6.96", "EUR": "7.855"},
    costs=(a_cost("600.01", CostShare.WEIGHT), a_cost("50.00", CostShare.GROSS, "transporte")),
)
NETWORK = a_network(1500, 500)
ELENA = Approval("elena")

skus = st.sampled_from(sorted(PRODUCTS))
units = st.sampled_from(sorted(UNITS))
minors = st.integers(1, 20_000)
lines = st.lists(
    st.tuples(skus, st.integers(1, 4), st.none() | st.integers(0, 11_000), st.booleans()), min_size=1, max_size=4
)
ways = st.sampled_from(WAYS_TO_PAY)
discounts = st.integers(1, 5_000) | st.sampled_from([Decimal(10), Decimal("33.3"), Decimal(100)])


class DayAtTheStall(RuleBasedStateMachine):
    """One till from its first delivery to the closed exhibition."""

    def __init__(self) -> None:
        super().__init__()
        self.hand = HandKeptBooks()
        self.events = self.z = 0
        self.shift: str | None = None
        self.closed = False
        self.sales: list[tuple[Sale, list[SoldLine]]] = []
        self.base, self.amount = Counter(), Counter()
        self.stock: dict[str, Counter] = {sku: Counter() for sku in PRODUCTS}

    def stamp(self):
        self.events += 1
        return a_stamp(self.events, shift=self.shift, exhibition=FAIR)

    def book(self, event, movements=()) -> None:
        """Post an event and move its goods."""
        entry = postings(event)
        assert sum(posting.base_amount for posting in entry) == 0
        for posting in entry:
            self.base[posting.name] += posting.base_amount
            self.amount[posting.name] += posting.amount
        for movement in movements:
            assert movement.unit == PRODUCTS[movement.sku].holder
            self.stock[movement.sku][movement.kind.value] += movement.qty

    # --- the drawer ------------------------------------------------------------------------------------------------

    @initialize(twenties=st.integers(0, 9), dollars=st.integers(0, 3))
    def open(self, twenties=5, dollars=0):
        self.shift = f"shift-{self.events}"
        self.book(open_shift(self.stamp(), "ana", {"BOB": {"20.00": twenties}, "USD": {"1.00": dollars}}, FAIR))
        self.hand.drawer.update({"BOB": 2_000 * twenties, "USD": 100 * dollars})

    def need_a_shift(self):
        """Whoever moves cash after a close opens the next shift first."""
        if self.shift is None:
            self.open()

    @rule(direction=st.sampled_from(CashDirection), amount=minors)
    def move(self, direction, amount):
        self.need_a_shift()
        self.book(move_cash(self.stamp(), "ana", direction, Money(amount, BOB), "cambio"))
        self.hand.drawer["BOB"] += amount if direction is CashDirection.IN else -amount

    @precondition(lambda self: self.shift)
    @rule(off=st.sampled_from([0, 0, 1, 250]), dollars_off=st.sampled_from([0, 0, 3]))
    def close(self, off, dollars_off):
        # The hand counts what lies in the drawer and that much more; a drawer under zero is counted as empty.
        there = {code: max(0, self.hand.drawer[code]) for code in ("BOB", "USD", "EUR")}
        there["BOB"] += off
        there["USD"] += 100 * dollars_off
        counted = count_cash({code: {"0.01": coins} for code, coins in there.items()}, FAIR)
        books = {c: (self.amount[f"cash:{c}"], self.base[f"cash:{c}"]) for c in there}
        assert totals(counted) == there
        self.z += 1
        cash = balance_cash({}, counted, books, FAIR)
        self.book(ShiftClosed(self.stamp(), self.z, "ana", counted, cash, None, None, 0))
        for code, coins in there.items():
            self.hand.over += self.hand.worth(code, coins - self.hand.drawer[code])
            assert self.base[f"cash:{code}"] == 0
        self.hand.drawer.clear()
        self.shift = None

    # --- selling and taking back -----------------------------------------------------------------------------------

    @precondition(lambda self: not self.closed)
    @rule(sku=skus, qty=st.integers(1, 4), way=ways, more=st.integers(0, 999))
    def sell_at_the_list_price(self, sku, qty, way, more):
        self.sell([(sku, qty, None, False)], None, way, more)

    @precondition(lambda self: not self.closed)
    @rule(wanted=lines, way=ways, more=st.integers(0, 999))
    def sell_with_bargain_and_yapa(self, wanted, way, more):
        self.sell(wanted, None, way, more)

    @precondition(lambda self: not self.closed)
    @rule(wanted=lines, discount=discounts, way=ways)
    def sell_at_a_discount(self, wanted, discount, way):
        self.sell(wanted, discount, way, 0)

    def sell(self, wanted, discount, way, more):
        self.need_a_shift()
        basket, told = Basket(BOB), []
        for i, (sku, qty, agreed, yapa) in enumerate(wanted):
            free = yapa and i > 0
            basket = basket.add_yapa(PRODUCTS[sku], qty) if free else basket.add(PRODUCTS[sku], qty)
            if agreed is not None and not free:
                basket = basket.bargained(i, Money(agreed, BOB), ELENA)
            told.append((sku, qty, 0 if free else LIST_PRICE[sku] if agreed is None else agreed, free))
        off: int | Fraction = 0
        if isinstance(discount, Decimal):
            basket, off = basket.discounted(discount), Fraction(discount) / 100
        elif discount and basket.total:
            off = min(discount, basket.total)
            basket = basket.discounted(Money(off, BOB))
        tenders = payment(basket.due, way, more, FAIR)
        sale = a_sale(
            basket, tenders, number=len(self.sales) + 1, stamp=self.stamp(), exhibition=FAIR, units=UNITS,
            network=NETWORK,
        )  # fmt: skip
        self.book(sale, sale_movements(sale))
        given = None if tenders is None else [(t.kind.value, t.currency, t.amount) for t in tenders]
        self.sales.append((sale, self.hand.sell(told, off, given)))

    @precondition(lambda self: not self.closed and self.sales)
    @rule(data=st.data(), kind=st.sampled_from(["cash", "cash", "qr", "card"]), restock=st.booleans())
    def take_back(self, data, kind, restock):
        self.need_a_shift()
        sale, remembered = data.draw(st.sampled_from(self.sales))
        number = data.draw(st.integers(1, len(remembered)))
        line = remembered[number - 1]
        already = {i: one.back for i, one in enumerate(remembered, 1)}
        qty = data.draw(st.integers(1, line.qty))
        if qty > line.qty - line.back:
            with pytest.raises(ReturnedTooMany):
                a_return(sale, [(number, qty)], already, exhibition=FAIR)
            return
        returned = a_return(
            sale, [(number, qty)], already, kind=kind, restock=restock, stamp=self.stamp(), exhibition=FAIR
        )
        self.book(returned, return_movements(returned))
        self.hand.pay_back(self.hand.take_back(line, qty, restock=restock), kind)

    @precondition(lambda self: self.shift and not self.closed and self.sales)
    @rule()
    def void_the_last_sale(self):
        sale, remembered = self.sales[-1]
        if sale.stamp.shift != self.shift or any(line.back for line in remembered):
            return
        returned = a_return(sale, all_lines(sale, {}, self.shift), void=True, stamp=self.stamp(), exhibition=FAIR)
        self.book(returned, return_movements(returned))
        self.hand.pay_back(sum(self.hand.take_back(line, line.qty) for line in remembered), "cash")

    # --- goods -----------------------------------------------------------------------------------------------------

    @precondition(lambda self: not self.closed)
    @rule(kind=st.sampled_from(NoteKind), sku=skus, qty=st.integers(1, 12))
    def note(self, kind, sku, qty):
        note = consignment_note(self.stamp(), kind, PRODUCTS[sku].holder, [(PRODUCTS[sku], qty)])
        self.book(note, note_movements(note))
        self.hand.pieces[sku] += qty if kind is NoteKind.DELIVERY else -qty

    # --- paying the units ------------------------------------------------------------------------------------------

    @precondition(lambda self: not self.closed)
    @rule(unit=units, amount=minors)
    def advance(self, unit, amount):
        self.need_a_shift()
        self.book(advance(self.stamp(), "ana", unit, Money(amount, BOB)))
        self.hand.paid[unit] += amount
        self.hand.drawer["BOB"] -= amount

    @rule(
        unit=units, wanted=st.none() | minors, kind=st.sampled_from(PayoutKind), approval=st.sampled_from([None, ELENA])
    )
    def pay(self, unit, wanted, kind, approval):
        if kind is PayoutKind.CASH:
            self.need_a_shift()
        owed = self.hand.owed(unit)
        balance = Money(-self.base[f"payable:{unit}"], BOB)
        asked = None if wanted is None else Money(wanted, BOB)
        refusal = NothingOwed if asked is None and owed <= 0 else None
        if asked is not None and asked.minor > owed and approval is None:
            refusal = PayoutOverBalance
        if refusal:
            with pytest.raises(refusal):
                payable_now(unit, asked, balance, approval)
            return
        amount = payable_now(unit, asked, balance, approval).minor
        assert amount == (owed if wanted is None else wanted)
        self.book(Payout(self.stamp(), "ana", None, unit, kind, amount, balance.minor))
        self.hand.paid[unit] += amount
        if kind is PayoutKind.CASH:
            self.hand.drawer["BOB"] -= amount
        else:
            self.hand.elsewhere["transfer"] -= amount

    @precondition(lambda self: not self.closed and len(self.sales) > 2)
    @rule()
    def close_the_exhibition(self):
        gross = dict(self.hand.gross)
        self.book(close_exhibition(self.stamp(), FAIR, "elena", gross))
        by_gross = {unit: max(0, gross.get(unit, 0)) for unit in UNITS}
        self.hand.share_costs([(60_001, {"A": 5, "B": 1, "C": 1}), (5_000, by_gross)])
        self.closed = True

    # --- what holds after every act --------------------------------------------------------------------------------

    @invariant()
    def the_ledger_sums_to_zero(self):
        assert sum(self.base.values()) == 0

    @invariant()
    def each_unit_is_owed_its_earnings_less_costs_and_payments(self):
        for unit in UNITS:
            assert -self.base[f"payable:{unit}"] == self.hand.owed(unit)

    @invariant()
    def the_drawer_holds_what_the_hand_counts(self):
        for code in ("BOB", "USD", "EUR"):
            assert self.amount[f"cash:{code}"] == self.hand.drawer[code]

    @invariant()
    def the_networks_accounts_are_the_hands(self):
        hand = self.hand
        accounts = {"commission": -hand.kept["commission"], "fund": -hand.kept["fund"], "promotion": hand.promotion}
        accounts |= {"rounding": -hand.rounding, "over_short": -hand.over, "costs": -sum(hand.costs.values())}
        accounts |= {kind: hand.elsewhere[kind] for kind in ("qr", "card", "transfer")}
        assert {name: self.base[name] for name in accounts} == accounts

    @invariant()
    def the_goods_are_where_the_hand_says(self):
        for sku, counts in self.stock.items():
            position = StockPosition(sku, **counts)
            assert position.left - position.undelivered == self.hand.pieces[sku]


DayAtTheStall.TestCase.settings = settings(max_examples=50, stateful_step_count=40)
TestDayAtTheStall = DayAtTheStall.TestCase
