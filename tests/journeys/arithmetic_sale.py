"""One sale worked out by the judge of the reports: its lines, its discount, and what settles it.

The rules are those of docs/domain.md, section "A sale". Nothing is written here: a sale that breaks a rule is refused.
"""

from dataclasses import dataclass, field
from fractions import Fraction

from tests.journeys.arithmetic_money import Catalogue, Refused, allocate, decimal, half_up, minor, to_cash_step

TENDER_KINDS = ("cash", "qr", "card", "transfer")
BUYERS = ("local", "tourist", "institution", "other")


@dataclass
class Line:
    """A line of a sale; money in minor units of the exhibition's currency."""

    product: dict
    qty: int
    yapa: bool
    amount: int  # quantity × unit price
    list_amount: int  # quantity × list price; 0 for a yapa
    net: int = 0  # amount less its part of the discount
    back: int = 0  # pieces that the buyer has returned so far

    @property
    def credited(self) -> int:
        """What is shared among the makers: the net, or the list price where the network bears the difference."""
        return self.list_amount if self.product.get("borne_by", "shared") == "network" else self.net

    def returned_part(self, whole: int, pieces: int) -> int:
        """The part of `whole` (the net or the credited amount) that so many pieces of this line take back in all."""
        return half_up(Fraction(whole * pieces, self.qty))


@dataclass
class Payment:
    """What settles a sale. `rows` are (kind, currency, amount, value in base currency), change included as minus."""

    rows: list[tuple[str, str, int, int]] = field(default_factory=list)
    rounding: int = 0


def quantity(value: object) -> int:
    """A count of pieces, at least one."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise Refused("quantity_under_one")
    return value


def _line(catalogue: Catalogue, currency: str, event: dict, wanted: dict) -> Line:
    product = catalogue.scanned(wanted["scan"])
    qty = quantity(wanted.get("qty", 1))
    if wanted.get("yapa", False):
        if wanted.get("price") is not None:
            raise Refused("yapa_with_a_price")
        return Line(product, qty, True, 0, 0)
    prices = product["prices"].get(currency)
    if prices is None or prices.get("list") is None:
        raise Refused("no_list_price")
    list_price = minor(prices["list"])
    price = list_price if wanted.get("price") is None else minor(wanted["price"])
    if price < 0:
        raise Refused("negative_price")
    floor = prices.get("floor")
    if floor is not None and price < minor(floor) and not event.get("supervisor"):
        raise Refused("under_the_floor")
    return Line(product, qty, False, qty * price, qty * list_price)


def _discount(event: dict, total: int) -> int:
    """The sale's discount in minor units, from its amount or its percentage of the lines' sum."""
    discount = event.get("discount")
    if discount is None:
        return 0
    if discount.get("percent") is not None:
        percent = decimal(discount["percent"])
        if not 0 < percent <= 100:
            raise Refused("percent_out_of_range")
        return half_up(total * percent / 100)
    amount = minor(discount["amount"])
    if amount <= 0:
        raise Refused("discount_not_positive")
    if amount > total:
        raise Refused("discount_over_the_sum")
    return amount


def price_lines(catalogue: Catalogue, exhibition: dict, event: dict) -> list[Line]:
    """The sale's lines with their nets; refused for an unknown code, a price or a discount that the rules forbid."""
    if event.get("buyer", "other") not in BUYERS:
        raise Refused("unknown_buyer")
    lines = [_line(catalogue, exhibition["currency"], event, wanted) for wanted in event["lines"]]
    paid = [line for line in lines if not line.yapa]
    if not paid:
        raise Refused("nothing_sold")
    discount = _discount(event, sum(line.amount for line in paid))
    parts = allocate(discount, [line.amount for line in paid])
    for line, part in zip(paid, parts, strict=True):
        line.net = line.amount - part
    return lines


def base_value(amount: int, currency: str, exhibition: dict) -> int:
    """What cash of a currency is worth in the exhibition's; refused as `no_rate` when the network set none."""
    if currency == exhibition["currency"]:
        return amount
    rates = exhibition.get("rates", {})
    if currency not in rates:
        raise Refused("no_rate")
    return half_up(amount * decimal(rates[currency]))


def _tender(exhibition: dict, tender: dict) -> tuple[str, str, int, int]:
    """One tender as (kind, currency, amount, value in base currency)."""
    kind, currency = tender["kind"], tender.get("currency") or exhibition["currency"]
    if kind not in TENDER_KINDS:
        raise Refused("unknown_tender")
    if kind != "cash" and currency != exhibition["currency"]:
        raise Refused("only_cash_is_foreign")
    amount = minor(tender["amount"])
    if amount <= 0:
        raise Refused("tender_not_positive")
    return kind, currency, amount, base_value(amount, currency, exhibition)


def settle(exhibition: dict, due: int, tenders: list[dict] | None) -> Payment:
    """The payment of `due`, with its change and its rounding; refused when it is short or overpaid without cash."""
    base = exhibition["currency"]
    if tenders is None:
        exact = to_cash_step(due, base)
        return Payment([("cash", base, exact, exact)] if exact else [], exact - due)
    rows = [_tender(exhibition, tender) for tender in tenders]
    if sum(value for kind, _, _, value in rows if kind != "cash") > due:
        raise Refused("overpaid_without_cash")
    in_base_cash = [value for kind, currency, _, value in rows if kind == "cash" and currency == base]
    rest = due - (sum(value for *_, value in rows) - sum(in_base_cash))
    if not in_base_cash and rest >= 0:
        if rest > 0:
            raise Refused("tenders_short")
        return Payment(rows)
    rounded = to_cash_step(rest, base)
    change = sum(in_base_cash) - rounded
    if change < 0:
        raise Refused("tenders_short")
    if change > 0:
        rows.append(("cash", base, -change, -change))
    return Payment(rows, rounded - rest)
