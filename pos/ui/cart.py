"""The open cart: the basket as it is, which of its lines is meant, and the baskets before it for undoing."""

from pos.domain.basket import Basket, BuyerKind
from pos.domain.money import Currency
from pos.domain.products import Product


class Cart:
    """Changes by whole baskets: a change that the basket refuses leaves everything as it was.

    `chosen` is the index of the line that keys work on: the one touched last, None while there is no line.
    """

    def __init__(self, currency: Currency, language: str) -> None:
        self._empty = Basket(currency, language)
        self._before: list[tuple[Basket, int | None]] = []
        self.basket = self._empty
        self.chosen: int | None = None

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

    def add(self, product: Product) -> None:
        """One more piece, on the line of this product at its list price or on a new one; raises as `Basket.add`."""
        for index, line in enumerate(self.basket.lines):
            if line.product.sku == product.sku and not line.yapa and line.unit_price == line.list_price:
                self._become(self.basket.with_qty(index, line.qty + 1), index)
                return
        self._become(self.basket.add(product), len(self.basket.lines))

    def step(self, index: int, pieces: int) -> None:
        """More or fewer pieces on a line; none left takes the line out. Raises `BadQuantity`."""
        qty = self.basket.lines[index].qty + pieces
        if qty < 1:
            self.remove(index)
        else:
            self._become(self.basket.with_qty(index, qty), index)

    def step_chosen(self, pieces: int) -> None:
        """As `step`, for the chosen line; nothing happens where there is none."""
        if self.chosen is not None:
            self.step(self.chosen, pieces)

    def remove(self, index: int) -> None:
        """Take a line out."""
        basket = self.basket.without(index)
        self._become(basket, min(index, len(basket.lines) - 1) if basket.lines else None)

    def remove_chosen(self) -> None:
        """Take the chosen line out; nothing happens where there is none."""
        if self.chosen is not None:
            self.remove(self.chosen)

    def empty(self) -> None:
        """Take everything out; can be undone."""
        self._become(self._empty.for_buyer(self.basket.buyer), None)

    def undo(self) -> None:
        """Back to the basket before; nothing happens where there is none."""
        if self._before:
            buyer = self.basket.buyer
            basket, self.chosen = self._before.pop()
            self.basket = basket.for_buyer(buyer)

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

    def _become(self, basket: Basket, chosen: int | None) -> None:
        self._before.append((self.basket, self.chosen))
        self.basket, self.chosen = basket, chosen
