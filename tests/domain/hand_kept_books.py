"""Running totals of a day kept by hand: the drawer, what each unit is owed, what the network keeps, the pieces.

Everything is worked out with exact fractions (`by_hand`) from prices, weights and rates written down here; nothing of
the program's arithmetic is used.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from tests.domain import by_hand

STEP = 10
"""The smallest coin of the fair in minor units: 0.10."""
RATES = {"BOB": Fraction(1), "USD": Fraction("6.96"), "EUR": Fraction("7.855")}

# For each product its makers: unit, weight, commission and fund in basis points.
MAKERS = {
    "TAZA": [("A", 1, 1500, 500)],
    "JUEGO": [("A", 2, 1500, 500), ("B", 1, 1200, 500)],
    "BOLSA": [("B", 1, 1200, 500), ("C", 1, 1500, 0)],
    "GORRO": [("C", 1, 333, 0)],
}
LIST_PRICE = {"TAZA": 1234, "JUEGO": 10_000, "BOLSA": 3005, "GORRO": 777}
NETWORK_BEARS = {"BOLSA"}


@dataclass
class SoldLine:
    """A line of a sale as the hand remembers it: pieces, net, what the makers are credited with, pieces back."""

    sku: str
    qty: int
    net: int
    credited: int
    yapa: bool
    back: int = 0


@dataclass
class HandKeptBooks:
    """The totals. `spent` and `kept` are what the network adds and holds back; all in minor units of the boliviano."""

    drawer: Counter = field(default_factory=Counter)
    elsewhere: Counter = field(default_factory=Counter)
    earned: Counter = field(default_factory=Counter)
    gross: Counter = field(default_factory=Counter)
    costs: Counter = field(default_factory=Counter)
    paid: Counter = field(default_factory=Counter)
    kept: Counter = field(default_factory=Counter)
    promotion: int = 0
    rounding: int = 0
    over: int = 0
    pieces: Counter = field(default_factory=Counter)

    def owed(self, unit: str) -> int:
        """What a unit has earned and was not paid yet."""
        return self.earned[unit] - self.costs[unit] - self.paid[unit]

    def sell(
        self,
        lines: Sequence[tuple[str, int, int, bool]],
        discount: int | Fraction,
        given: Sequence[tuple[str, str, int]] | None,
    ) -> list[SoldLine]:
        """Lines are (SKU, pieces, unit price, yapa), and what is given (kind, currency, amount); None is exact cash.

        The discount is an amount, or a fraction of the lines' sum.
        """
        paying = [qty * price for _, qty, price, yapa in lines if not yapa]
        if isinstance(discount, Fraction):
            discount = by_hand.half_up(sum(paying) * discount)
        parts = iter(by_hand.share_out(discount, paying) if discount else [0] * len(paying))
        sold = []
        for sku, qty, price, yapa in lines:
            net = 0 if yapa else qty * price - next(parts)
            credited = qty * LIST_PRICE[sku] if sku in NETWORK_BEARS and not yapa else net
            sold.append(SoldLine(sku, qty, net, credited, yapa))
            self._credit(sku, credited)
            self.promotion += credited - net
            self.pieces[sku] -= qty
        self._receive(sum(line.net for line in sold), given)
        return sold

    def take_back(self, line: SoldLine, qty: int, *, restock: bool = True) -> int:
        """So many pieces of a line come back; gives what the buyer is owed for them."""
        before, after = line.back, line.back + qty
        net = self._part(line.net, after, line) - self._part(line.net, before, line)
        credited = [self._part(line.credited, pieces, line) for pieces in (before, after)]
        # What all pieces so far reverse, less what the earlier ones did.
        self._credit(line.sku, -credited[1])
        self._credit(line.sku, credited[0])
        self.promotion -= credited[1] - credited[0] - net
        self.pieces[line.sku] += qty if restock else 0
        line.back = after
        return net

    def pay_back(self, net: int, kind: str) -> None:
        """Cash goes back rounded to the smallest coin, other kinds exactly."""
        paid = self._in_coins(net) if kind == "cash" else net
        (self.drawer if kind == "cash" else self.elsewhere)["BOB" if kind == "cash" else kind] -= paid
        self.rounding += net - paid

    def share_costs(self, costs: Sequence[tuple[int, Mapping[str, int]]]) -> None:
        """Each cost is an amount and its weights; where these are all zero, it is shared equally."""
        for amount, weights in costs:
            shares = weights if any(weights.values()) else dict.fromkeys(weights, 1)
            for unit, part in zip(shares, by_hand.share_out(amount, list(shares.values())), strict=True):
                self.costs[unit] += part

    def worth(self, code: str, amount: int) -> int:
        """What an amount of a currency is worth in bolivianos."""
        return by_hand.half_up(amount * RATES[code])

    def _receive(self, due: int, given: Sequence[tuple[str, str, int]] | None) -> None:
        if given is None:
            self.drawer["BOB"] += self._in_coins(due)
            self.rounding += self._in_coins(due) - due
            return
        rest, own = due, 0
        for kind, code, amount in given:
            if kind != "cash":
                self.elsewhere[kind] += amount
                rest -= amount
                continue
            self.drawer[code] += amount
            if code == "BOB":
                own += amount
            else:
                rest -= self.worth(code, amount)
        in_coins = self._in_coins(rest) if own or rest < 0 else rest
        assert own >= in_coins, "the invented buyer gave too little"
        self.drawer["BOB"] -= own - in_coins
        self.rounding += in_coins - rest

    def _credit(self, sku: str, credited: int) -> None:
        makers = MAKERS[sku]
        for (unit, _, commission, fund), gross in zip(
            makers, by_hand.share_out(credited, [weight for _, weight, _, _ in makers]), strict=True
        ):
            withheld = [by_hand.half_up(Fraction(gross * rate, 10_000)) for rate in (commission, fund)]
            self.gross[unit] += gross
            self.earned[unit] += gross - sum(withheld)
            self.kept["commission"] += withheld[0]
            self.kept["fund"] += withheld[1]

    @staticmethod
    def _in_coins(amount: int) -> int:
        return by_hand.half_up(Fraction(amount, STEP)) * STEP

    @staticmethod
    def _part(amount: int, pieces: int, line: SoldLine) -> int:
        return by_hand.half_up(Fraction(amount * pieces, line.qty))
