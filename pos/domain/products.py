"""What is sold: prices by currency, a floor for bargaining, and the makers who share it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pos.domain.barcodes import gtin
from pos.domain.catalogue_refusals import Duplicate, FloorOverList, HolderNotAMaker, WeightsSumToZero
from pos.domain.money import Money
from pos.domain.network import INHERITED, Rates, checked_weight
from pos.domain.refusals import BadQuantity, NegativePrice, NoPriceInCurrency
from pos.domain.text import by_language, identifier, in_language, optional_text

MAX_PIECES = 1_000_000
"""More pieces than any stall holds: a count over this is a slip of the hand or of a scanner."""


def checked_pieces(qty: int) -> int:
    """The count itself, if it is a whole number from 1 to `MAX_PIECES`; raises `BadQuantity` otherwise."""
    if not 0 < qty <= MAX_PIECES:
        raise BadQuantity(qty=qty, most=MAX_PIECES)
    return qty


class BorneBy(StrEnum):
    """Who bears a discount or a bargain (docs/domain.md, "The split of a line", 4)."""

    SHARED = "shared"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Price:
    """The list price and, where there is one, the floor that a bargain may not go under, in one currency."""

    list_price: Money
    floor: Money | None = None

    def __post_init__(self) -> None:
        for amount in (self.list_price, self.floor):
            if amount is not None and amount.minor < 0:
                raise NegativePrice(price=amount)
        if self.floor is not None and self.list_price < self.floor:
            raise FloorOverList(floor=self.floor, list_price=self.list_price)


@dataclass(frozen=True, slots=True)
class Maker:
    """A unit that made the product, with its weight in sharing what the product sells for."""

    unit: str
    weight: int

    def __post_init__(self) -> None:
        checked_weight(self.weight)


@dataclass(frozen=True, slots=True)
class Product:
    """A product; `barcode` is None until an in-store number is assigned to it."""

    sku: str
    name: Mapping[str, str]
    makers: tuple[Maker, ...]
    holder: str
    prices: Mapping[str, Price]
    barcode: str | None = None
    category: str = ""
    one_off: bool = False
    yapa: bool = False
    borne_by: BorneBy = BorneBy.SHARED
    rates: Rates = INHERITED
    photo: str | None = None
    perishable_days: int | None = None
    materials: str = ""

    def __post_init__(self) -> None:
        identifier(self.sku)
        by_language("name", self.name)
        optional_text("category", self.category)
        optional_text("materials", self.materials)
        if not sum(maker.weight for maker in self.makers):
            raise WeightsSumToZero(of=self.sku)
        units = [maker.unit for maker in self.makers]
        if len(set(units)) < len(units):
            raise Duplicate(what="unit", value=next(unit for unit in units if units.count(unit) > 1))
        if self.holder not in units:
            raise HolderNotAMaker(holder=self.holder, sku=self.sku)
        if self.barcode is not None:
            gtin(self.barcode)

    def price_in(self, code: str, language: str) -> Price:
        """The price in the currency of that code; raises `NoPriceInCurrency`, which names it as `called` does."""
        try:
            return self.prices[code]
        except KeyError:
            raise NoPriceInCurrency(sku=self.sku, name=self.called(language), currency=code) from None

    def called(self, language: str) -> str:
        """Its name in that language, else in any that it has one in; its SKU where it has no name."""
        return in_language(self.name, language) or self.sku

    def floor_in(self, code: str) -> Money | None:
        """The floor in the currency of that code; None where there is none, or no price at all."""
        price = self.prices.get(code)
        return price.floor if price else None

    def is_under_floor(self, price: Money) -> bool:
        """Whether this price of one piece needs a supervisor's word (docs/domain.md, "A sale", 7)."""
        floor = self.floor_in(price.currency.code)
        return floor is not None and price < floor
