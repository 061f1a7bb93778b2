"""The open cart: the basket as it is, which of its lines is meant, and what was before for undoing."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from pos.domain.basket import Basket, BasketLine, BuyerKind
from pos.domain.money import Currency, Money
from pos.domain.open_items import is_open_item
from pos.domain.people import Approval
from pos.domain.products import Product
from pos.domain.stamps import EventId


@dataclass(frozen=True, slots=True)
class CartState:
    """A cart at one moment: the id of the sale that it may become, its basket, and its chosen line."""

    id: EventId
    basket: Basket
    chosen: int | None


class Cart:
    """Changes by whole baskets: a change that the basket refuses leaves everything as it was.

    `chosen` is the index of the line that keys work on: the one touched last, None while there is no line. Another cart
    may take this one's place (`become`); undoing leads back to it too, and the caller then swaps them in the books.
    """

    def __init__(self, id: EventId, currency: Currency, language: str) -> None:
        self._empty = Basket(currency, language)
        self._before: list[CartState] = []
        self.id = id
        self.basket = self._empty
        self.chosen: int | None = None
        self.lost_discount = False
        """Whether the last change took a sale discount away that had become larger than the sale."""

    # --- reading -------------------------------------------------------------------------------------------------

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in it."""
        return not self.basket.lines

    @property
    def can_undo(self) -> bool:
        """Whether there was a basket before this one."""
        return bool(self._before)

    @property
    def pieces(self) -> int:
        """Pieces in it, yapas included."""
        return sum(line.qty for line in self.basket.lines)

    @property
    def pieces_by_sku(self) -> Counter[str]:
        """Pieces of each product in it, yapas included."""
        pieces = Counter[str]()
        for line in self.basket.lines:
            pieces[line.product.sku] += line.qty
        return pieces

    @property
    def chosen_line(self) -> BasketLine | None:
        """The line that keys work on, None where there is none."""
        return None if self.chosen is None else self.basket.lines[self.chosen]

    @property
    def saved_by_buyer(self) -> int:
        """What bargains and the sale discount take off the list prices, in minor units; a yapa counts for nothing."""
        bargained = sum(line.qty * (line.list_price - line.unit_price) for line in self.basket.lines if not line.yapa)
        return bargained + self.basket.discount_amount

    @property
    def last_before(self) -> CartState | None:
        """What undoing leads back to, None where there is nothing to undo."""
        return self._before[-1] if self._before else None

    # --- changing ------------------------------------------------------------------------------------------------

    def add(self, product: Product, qty: int = 1) -> None:
        """More pieces, on the line of this product at its list price or on a new one; raises as `Basket.add`."""
        for index, line in enumerate(self.basket.lines):
            if line.product.sku == product.sku and not line.yapa and line.unit_price == line.list_price:
                if is_open_item(product):
                    break  # another piece without a label has a price of its own
                self._become(self.basket.with_qty(index, line.qty + qty), index)
                return
        self._become(self.basket.add(product, qty), len(self.basket.lines))

    def add_priced(self, product: Product, price: Money, qty: int = 1) -> None:
        """Pieces of a product without a price in this currency, at a typed one; raises as `Basket.add_priced`."""
        self._become(self.basket.add_priced(product, price, qty), len(self.basket.lines))

    def step(self, index: int, pieces: int) -> None:
        """More or fewer pieces on a line; none left takes the line out. Raises `BadQuantity`."""
        qty = self.basket.lines[index].qty + pieces
        if qty < 1:
            self.remove(index)
        else:
            self.set_qty(index, qty)

    def set_qty(self, index: int, qty: int) -> None:
        """Another number of pieces on a line; raises `BadQuantity`."""
        self._become(self.basket.with_qty(index, qty), index)

    def bargain(self, index: int, price: Money, approval: Approval | None = None) -> None:
        """Another unit price on a line, as agreed with the buyer; raises as `Basket.bargained`."""
        self._become(self.basket.bargained(index, price, approval), index)

    def reduce(self, index: int, percent: Decimal, approval: Approval | None = None) -> None:
        """A line's price so many percent under the list; raises as `Basket.reduced`."""
        self._become(self.basket.reduced(index, percent, approval), index)

    def to_list(self, index: int) -> None:
        """A line's price as listed; raises `YapaHasNoPrice`."""
        self._become(self.basket.at_list(index), index)

    def turn_yapa(self, index: int) -> None:
        """One piece of a line given free, or a yapa sold after all; raises as `Basket.not_yapa`."""
        if self.basket.lines[index].yapa:
            basket = self.basket.not_yapa(index)
            merged = len(basket.lines) < len(self.basket.lines)
            self._become(basket, index - 1 if merged else index)
        else:
            basket = self.basket.as_yapa(index)
            self._become(basket, index if basket.lines[index].yapa else index + 1)

    def discount(self, discount: Money | Decimal | None) -> None:
        """A discount on the whole sale, or none; raises as `Basket.discount_amount`."""
        basket = self.basket.discounted(discount)
        _ = basket.due  # refuses what cannot be taken off
        self._become(basket, self.chosen)

    def remove(self, index: int) -> None:
        """Take a line out."""
        basket = self.basket.without(index)
        self._become(basket, min(index, len(basket.lines) - 1) if basket.lines else None)

    def empty(self) -> None:
        """Take everything out; can be undone."""
        self._become(self._empty.for_buyer(self.basket.buyer), None)

    def become(self, id: EventId, basket: Basket | None = None) -> None:
        """Let another cart take this one's place: a new one, or one with such a basket; can be undone."""
        basket = basket or self._empty
        self._before.append(self._state)
        self.id, self.basket = id, basket
        self.chosen = len(basket.lines) - 1 if basket.lines else None
        self.lost_discount = False

    def reopen(self, id: EventId, basket: Basket) -> None:
        """Go on with a cart that was kept; there is nothing before it."""
        self.become(id, basket)
        self._before.clear()

    def become_another(self, id: EventId) -> None:
        """Go on with the same lines as another sale; there is nothing before it."""
        self.id = id
        self._before.clear()

    def undo(self) -> None:
        """Back to what was before; nothing happens where there is nothing.

        The kind of buyer of the same cart stays as it is now: it is told, not done.
        """
        if self._before:
            before = self._before.pop()
            basket = before.basket.for_buyer(self.basket.buyer) if before.id == self.id else before.basket
            self.id, self.basket, self.chosen = before.id, basket, before.chosen
            self.lost_discount = False

    def forget_before(self) -> None:
        """There is nothing to undo any more."""
        self._before.clear()

    def sell_to(self, buyer: BuyerKind | None) -> None:
        """Note what kind of buyer it is; this changes no line, so there is nothing to undo."""
        self.basket = self.basket.for_buyer(buyer)

    def choose(self, index: int) -> None:
        """Mean another line; an index past either end means the line at that end."""
        if self.basket.lines:
            self.chosen = max(0, min(index, len(self.basket.lines) - 1))

    def choose_newer(self, lines: int) -> None:
        """Mean the line so many lines newer than the chosen one, or older where it is negative."""
        if self.chosen is not None:
            self.choose(self.chosen + lines)

    @property
    def _state(self) -> CartState:
        return CartState(self.id, self.basket, self.chosen)

    def _become(self, basket: Basket, chosen: int | None) -> None:
        discount = basket.discount
        # A discount that the lines no longer bear would make the whole sale unpriceable.
        self.lost_discount = isinstance(discount, Money) and discount.minor > basket.total
        self._before.append(self._state)
        self.basket = basket.discounted(None) if self.lost_discount else basket
        self.chosen = chosen
