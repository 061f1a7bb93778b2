"""The sale being made. Every change gives a new basket, so undo is keeping the one before."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Self

from pos.domain.money import Currency, Money, allocate, checked_size, percent_of
from pos.domain.people import Approval
from pos.domain.products import Product, checked_pieces
from pos.domain.refusals import (
    AmountNotPositive,
    DiscountTooLarge,
    EmptyBasket,
    HasItsPrice,
    NegativePrice,
    NoPriceInCurrency,
    PriceUnderFloor,
    UnknownLine,
    YapaAlone,
    YapaHasNoPrice,
)


class BuyerKind(StrEnum):
    """Who buys, for the market assessment; one tap, never asked twice."""

    LOCAL = "local"
    TOURIST = "tourist"
    INSTITUTION = "institution"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class BasketLine:
    """So many pieces of a product at a unit price, in minor units of the basket's currency.

    A yapa has unit price 0; its `list_price` is 0 too where the product has none in this currency. A product with no
    price in this currency is sold at a typed one, which then is its `list_price`. A supervisor's `approval` of a price
    under the floor covers `approved` pieces, those that were on the line when it was given.
    """

    product: Product
    qty: int
    list_price: int
    unit_price: int
    yapa: bool = False
    approval: Approval | None = None
    approved: int = 0

    @property
    def amount(self) -> int:
        """Quantity × unit price."""
        return self.qty * self.unit_price

    def check_floor(self, product: Product, currency: Currency) -> None:
        """Raises `PriceUnderFloor` where the line is under the floor of its product, taken as it is here.

        A yapa has no price, and so many pieces as a supervisor approved may go under it (docs/domain.md, "A sale", 7).
        """
        price = Money(self.unit_price, currency)
        if self.yapa or not product.is_under_floor(price) or (self.approval and self.qty <= self.approved):
            return
        raise PriceUnderFloor(price=price, sku=product.sku, floor=product.floor_in(currency.code))


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line with its part of the sale discount; `net` is amount − discount."""

    line: BasketLine
    discount: int

    @property
    def net(self) -> int:
        """What the buyer pays for the line, in minor units."""
        return self.line.amount - self.discount


@dataclass(frozen=True, slots=True)
class Basket:
    """Lines in the order they were added, a sale discount (an amount or a percentage), and who buys.

    Every change that would make it worth more than any stall takes raises `AmountTooLarge`.
    """

    currency: Currency
    language: str = "es"
    lines: tuple[BasketLine, ...] = ()
    discount: Money | Decimal | None = None
    buyer: BuyerKind | None = None

    def add(self, product: Product, qty: int = 1) -> Self:
        """With so many more pieces as a line of their own, at the list price.

        Raises `BadQuantity`, or `NoPriceInCurrency` where the product has no price in the basket's currency.
        """
        price = product.price_in(self.currency.code, self.language).list_price.minor
        return self._with(BasketLine(product, checked_pieces(qty), price, price))

    def add_priced(self, product: Product, price: Money, qty: int = 1) -> Self:
        """With pieces of a product that has no price in the basket's currency, at a typed one: it is their list price.

        Raises `BadQuantity`, `CurrencyMismatch`, `AmountNotPositive`, and `HasItsPrice` where the product has a price.
        """
        if price <= Money(0, self.currency):
            raise AmountNotPositive(amount=price)
        if self.currency.code in product.prices:
            raise HasItsPrice(sku=product.sku, name=product.called(self.language))
        return self._with(BasketLine(product, checked_pieces(qty), price.minor, price.minor))

    def add_yapa(self, product: Product, qty: int = 1) -> Self:
        """With pieces given free; they leave stock and earn nothing."""
        price = product.prices.get(self.currency.code)
        listed = price.list_price.minor if price else 0
        return self._with(BasketLine(product, checked_pieces(qty), listed, 0, yapa=True))

    def with_qty(self, index: int, qty: int) -> Self:
        """With another number of pieces on a line (0-based index).

        Raises `BadQuantity`, `UnknownLine`, and `PriceUnderFloor` where a supervisor approved the price for fewer
        pieces: it has to be approved anew, by `bargained`, or the further pieces are a line of their own.
        """
        line = replace(self._line(index), qty=checked_pieces(qty))
        if line.approval is not None:
            line.check_floor(line.product, self.currency)
        return self._swap(index, line)

    def bargained(self, index: int, price: Money, approval: Approval | None = None) -> Self:
        """With a line's unit price as agreed with the buyer.

        Raises `CurrencyMismatch`, `NegativePrice`, `YapaHasNoPrice`, and `PriceUnderFloor` unless a supervisor
        approves.
        """
        line = self._paid_line(index)
        if price < Money(0, self.currency):
            raise NegativePrice(price=price)
        needed = approval if line.product.is_under_floor(price) else None
        line = replace(line, unit_price=price.minor, approval=needed, approved=line.qty if needed else 0)
        line.check_floor(line.product, self.currency)
        return self._swap(index, line)

    def reduced(self, index: int, percent: Decimal, approval: Approval | None = None) -> Self:
        """With a line's unit price so many percent, `half_up`, under its list price.

        Raises `BadPercent`, and as `bargained`.
        """
        listed = self._paid_line(index).list_price
        return self.bargained(index, Money(listed - percent_of(listed, percent), self.currency), approval)

    def at_list(self, index: int) -> Self:
        """With a line's unit price as listed, whatever was agreed; raises `UnknownLine`, `YapaHasNoPrice`."""
        line = self._paid_line(index)
        return self._swap(index, replace(line, unit_price=line.list_price, approval=None, approved=0))

    def as_yapa(self, index: int) -> Self:
        """With one piece of a line given free (docs/domain.md, "A sale", 8); a yapa line stays as it is.

        A line of one piece turns into a yapa. Of a longer one a piece is split off: into the yapa line of the same
        product right after it, which is made where there is none. Raises `UnknownLine`.
        """
        line = self._line(index)
        if line.yapa:
            return self
        if line.qty == 1:
            return self._swap(index, replace(line, unit_price=0, yapa=True, approval=None, approved=0))
        free = replace(line, qty=1, unit_price=0, yapa=True, approval=None, approved=0)
        after = index + 1
        if self._goes_with(after, free):
            free, after = replace(free, qty=1 + self.lines[after].qty), after + 1
        lines = (*self.lines[:index], replace(line, qty=line.qty - 1), free, *self.lines[after:])
        return self._bounded(replace(self, lines=lines))

    def not_yapa(self, index: int) -> Self:
        """With a yapa line sold after all; a line that is sold stays as it is.

        Its pieces go back to the line of the same product right before it, at its price; where there is none, or a
        supervisor approved that price, the line is sold at its list price. Raises `UnknownLine`, `BadQuantity`, and
        `NoPriceInCurrency` where it has no price.
        """
        line = self._line(index)
        if not line.yapa:
            return self
        if not line.list_price and self.currency.code not in line.product.prices:
            name = line.product.called(self.language)
            raise NoPriceInCurrency(sku=line.product.sku, name=name, currency=self.currency.code)
        sold = replace(line, unit_price=line.list_price, yapa=False)
        if not self._goes_with(index - 1, sold) or self.lines[index - 1].approval is not None:
            return self._swap(index, sold)
        before = self.lines[index - 1]
        return self.without(index).with_qty(index - 1, before.qty + line.qty)

    def without(self, index: int) -> Self:
        """Without one of the lines; raises `UnknownLine`."""
        self._line(index)
        return replace(self, lines=self.lines[:index] + self.lines[index + 1 :])

    def discounted(self, discount: Money | Decimal | None) -> Self:
        """With a sale discount: an amount of money or a percentage; judged against the lines when it is priced."""
        return replace(self, discount=discount)

    def for_buyer(self, buyer: BuyerKind | None) -> Self:
        """With the kind of buyer, or none."""
        return replace(self, buyer=buyer)

    @property
    def total(self) -> int:
        """The lines' sum before the sale discount, in minor units."""
        return sum(line.amount for line in self.lines)

    @property
    def discount_amount(self) -> int:
        """The sale discount in minor units.

        Raises `CurrencyMismatch`, `AmountNotPositive`, `BadPercent`, or `DiscountTooLarge` where it is more than the
        lines' sum.
        """
        if self.discount is None:
            return 0
        total = self.total
        if isinstance(self.discount, Decimal):
            return percent_of(total, self.discount)
        if self.discount <= Money(0, self.currency):
            raise AmountNotPositive(amount=self.discount)
        if self.discount.minor > total:
            raise DiscountTooLarge(discount=self.discount, total=Money(total, self.currency))
        return self.discount.minor

    @property
    def due(self) -> int:
        """What the buyer owes before cash rounding, in minor units; raises as `discount_amount`."""
        return self.total - self.discount_amount

    def priced(self) -> tuple[PricedLine, ...]:
        """Each line with its part of the discount, in proportion to the amounts of the lines that are not yapa.

        Raises `EmptyBasket`, `YapaAlone`, and as `discount_amount`.
        """
        paying = [line.amount for line in self.lines if not line.yapa]
        if not self.lines:
            raise EmptyBasket
        if not paying:
            raise YapaAlone
        discount = self.discount_amount
        parts = iter(allocate(discount, paying) if discount else (0,) * len(paying))
        return tuple(PricedLine(line, 0 if line.yapa else next(parts)) for line in self.lines)

    def _line(self, index: int) -> BasketLine:
        if not 0 <= index < len(self.lines):
            raise UnknownLine(receipt="", line=index + 1)
        return self.lines[index]

    def _paid_line(self, index: int) -> BasketLine:
        line = self._line(index)
        if line.yapa:
            raise YapaHasNoPrice(sku=line.product.sku)
        return line

    def _goes_with(self, index: int, line: BasketLine) -> bool:
        """Whether there is a line of the same product at that place, listed at the same price and as free or paid."""
        if not 0 <= index < len(self.lines):
            return False
        other = self.lines[index]
        wanted = (line.product.sku, line.yapa, line.list_price)
        return (other.product.sku, other.yapa, other.list_price) == wanted

    def _with(self, line: BasketLine) -> Self:
        return self._bounded(replace(self, lines=(*self.lines, line)))

    def _swap(self, index: int, line: BasketLine) -> Self:
        return self._bounded(replace(self, lines=(*self.lines[:index], line, *self.lines[index + 1 :])))

    def _bounded(self, changed: Self) -> Self:
        checked_size(sum(line.qty * max(line.list_price, line.unit_price) for line in changed.lines), self.currency)
        return changed
