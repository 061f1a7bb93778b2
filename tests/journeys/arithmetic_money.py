"""Whole-number arithmetic for the judge of the reports: minor units, rounding, sharing out, the split of a line.

Nothing here comes from the program: an amount is an integer of the minor unit, and each division says its rounding.
The rules are those of docs/domain.md, sections "Money" and "The split of a line".
"""

import re
from dataclasses import dataclass
from fractions import Fraction

# Every currency that the rules name has two decimals; these are the steps that its cash is paid in, in minor units.
CASH_STEP = {"BOB": 10, "PEN": 10, "EUR": 1, "USD": 1}
MINOR_PER_MAJOR = 100
BASIS_POINTS = 10_000


class Refused(Exception):
    """A rule said no. `code` is the judge's own short name of the rule."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def decimal(text: str) -> Fraction:
    """The exact value of a decimal string; refused as `not_a_number` if it is none."""
    if not isinstance(text, str) or not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
        raise Refused("not_a_number")
    return Fraction(text)


def minor(text: str) -> int:
    """The minor units that a decimal string names: "12.50" is 1250. Refused if it is finer than the minor unit."""
    exact = decimal(text) * MINOR_PER_MAJOR
    if exact.denominator != 1:
        raise Refused("finer_than_minor_unit")
    return exact.numerator


def text_of(amount: int) -> str:
    """The decimal string of minor units: -50 is "-0.50"."""
    whole, rest = divmod(abs(amount), MINOR_PER_MAJOR)
    return f"{'-' if amount < 0 else ''}{whole}.{rest:02d}"


def half_up(exact: Fraction) -> int:
    """The nearest integer, halves away from zero."""
    twice = 2 * abs(exact.numerator) + exact.denominator
    nearest = twice // (2 * exact.denominator)
    return nearest if exact >= 0 else -nearest


def to_cash_step(amount: int, currency: str) -> int:
    """The nearest amount that can be paid in this currency's cash, halves away from zero."""
    step = CASH_STEP[currency]
    return step * half_up(Fraction(amount, step))


def allocate(amount: int, weights: list[int]) -> list[int]:
    """Largest remainder: floors first, then one unit each to the largest remainders, ties to the earlier part."""
    total = sum(weights)
    if total == 0:
        # Only a sum of nothing can be shared by weights of nothing: a percentage off free goods, or no weights at all.
        if amount != 0:
            raise ValueError("an amount cannot be shared by weights that are all zero")
        return [0] * len(weights)
    parts = [abs(amount) * weight // total for weight in weights]
    remainders = [abs(amount) * weight % total for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda place: (-remainders[place], place))
    for place in by_remainder[: abs(amount) - sum(parts)]:
        parts[place] += 1
    return parts if amount >= 0 else [-part for part in parts]


@dataclass(frozen=True)
class Share:
    """What one maker unit has from an amount, in minor units: gross = commission + fund + earned = … + Σ members."""

    gross: int
    commission: int
    fund: int
    members: list[int]

    @property
    def earned(self) -> int:
        """What is left to the unit."""
        return self.gross - self.commission - self.fund

    def less(self, earlier: "Share") -> "Share":
        """This share without what an earlier return took already, item by item."""
        return Share(
            self.gross - earlier.gross,
            self.commission - earlier.commission,
            self.fund - earlier.fund,
            [mine - theirs for mine, theirs in zip(self.members, earlier.members, strict=True)],
        )


def thirteen_digits(code: str) -> str:
    """A 12-digit UPC-A is the 13-digit code with a leading zero; any other code is itself."""
    return "0" + code if code.isascii() and code.isdigit() and len(code) == 12 else code


class Catalogue:
    """The parsed `stall-network/1` file with its lists by id."""

    def __init__(self, network: dict) -> None:
        self.network = network["network"]
        self.units = {unit["id"]: unit for unit in network["units"]}
        self.products = {product["sku"]: product for product in network["products"]}
        self.exhibitions = {exhibition["id"]: exhibition for exhibition in network["exhibitions"]}
        self._by_barcode = {
            thirteen_digits(product["barcode"]): product for product in network["products"] if product.get("barcode")
        }

    def scanned(self, code: str) -> dict:
        """The product of a SKU or a barcode; refused as `unknown_code`."""
        product = self.products.get(code) or self._by_barcode.get(thirteen_digits(code))
        if product is None:
            raise Refused("unknown_code")
        return product

    def holder(self, product: dict) -> str:
        """The id of the unit that delivers the product: the one named, else the first maker."""
        return product.get("holder") or product["makers"][0]["unit"]

    def rate(self, name: str, product: dict, unit: dict, exhibition: dict) -> int:
        """Basis points of `commission_bps` or `fund_bps` from the most specific level that gives it."""
        for level in (product, unit, exhibition, self.network):
            if level.get(name) is not None:
                return level[name]
        return 0

    def split(self, amount: int, product: dict, exhibition: dict) -> dict[str, Share]:
        """An amount in minor units shared among the makers: each one's gross, commission, fund and members' parts."""
        makers = product["makers"]
        grosses = allocate(amount, [maker["weight"] for maker in makers])
        shares = {}
        for maker, gross in zip(makers, grosses, strict=True):
            unit = self.units[maker["unit"]]
            commission_bps = self.rate("commission_bps", product, unit, exhibition)
            fund_bps = self.rate("fund_bps", product, unit, exhibition)
            commission = half_up(Fraction(gross * commission_bps, BASIS_POINTS))
            fund = half_up(Fraction(gross * fund_bps, BASIS_POINTS))
            weights = [member["weight"] for member in unit["members"]]
            shares[unit["id"]] = Share(gross, commission, fund, allocate(gross - commission - fund, weights))
        return shares
