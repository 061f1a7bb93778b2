"""A line of the cart as it is read: names, amounts and counts in words."""

from dataclasses import dataclass

from pos.domain.basket import BasketLine
from pos.domain.emblems import Emblem
from pos.domain.products import Product
from pos.domain.reports import StockPosition
from pos.domain.text import in_language
from pos.services.cataloguing import Terms
from pos.texts import Texts


@dataclass(frozen=True, slots=True)
class ShownLine:
    """What a row shows. `each` is a piece's price, `listed` the list price that was bargained down from, `short` how
    few were delivered, `many` how many made it together; each of them is empty where there is nothing to say.
    """

    product: Product
    name: str
    makers: str
    many: str
    emblems: tuple[Emblem, ...]
    qty: int
    qty_text: str
    amount: str
    each: str
    listed: str
    short: str
    yapa: bool

    def aloud(self, texts: Texts) -> str:
        """The line as a screen reader says it."""
        said = [f"{self.qty_text} {self.name}", self.makers]
        if self.yapa:
            said.append(texts._("YAPA"))
        if self.short:
            said.append(self.short)
        return ", ".join([*said, self.amount])


class LineReader:
    """Puts lines into the words of one network, one currency and one language."""

    def __init__(self, terms: Terms, digits: int, texts: Texts) -> None:
        self._terms = terms
        self._digits = digits
        self._texts = texts

    def read(self, line: BasketLine, in_cart: int, stock: StockPosition | None) -> ShownLine:
        """A line of the basket, in which there are so many pieces of its product; `stock` is where these stand.

        Of a product that was never delivered here the books know nothing, so nothing is said of it.
        """
        makers = [self._terms.unit(maker.unit) for maker in line.product.makers]
        agreed = not line.yapa and line.unit_price != line.list_price
        each = ""
        if agreed:
            each = self._amount(line.unit_price)
        elif line.qty > 1 and not line.yapa:
            each = self._texts._("%(price)s each") % {"price": self._amount(line.unit_price)}
        short = ""
        if stock is not None and stock.delivered and in_cart > stock.left:
            short = self._texts._("Delivered %(pieces)s") % {"pieces": self._texts.amount(stock.delivered, 0)}
        return ShownLine(
            product=line.product,
            name=in_language(line.product.name, self._texts.language),
            makers=self._texts.join([unit.name for unit in makers]),
            many=self._many(len(makers)),
            emblems=tuple(self._terms.emblems[unit.id] for unit in makers),
            qty=line.qty,
            qty_text=self._texts.amount(line.qty, 0),
            amount=self._amount(line.amount),
            each=each,
            listed=self._amount(line.list_price) if agreed else "",
            short=short,
            yapa=line.yapa,
        )

    def _many(self, makers: int) -> str:
        if makers == 1:
            return ""
        words = self._texts.ngettext("%(n)s producer", "%(n)s producers", makers)
        return words % {"n": self._texts.amount(makers, 0)}

    def _amount(self, minor: int) -> str:
        return self._texts.amount(minor, self._digits)
