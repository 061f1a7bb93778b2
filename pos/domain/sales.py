"""Finished sales and returns: immutable, and what of a sale can still come back.

Source: docs/domain.md, "A sale", "The split of a line", "Returns and refunds".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pos.domain.barcodes import receipt_number
from pos.domain.basket import BuyerKind, PricedLine
from pos.domain.exhibitions import Exhibition
from pos.domain.money import half_up, to_cash_step
from pos.domain.products import BorneBy, checked_pieces
from pos.domain.refusals import (
    NothingReturned,
    RefundInForeignCash,
    ReturnedTooMany,
    ReturnInOtherCurrency,
    UnknownLine,
    VoidAfterReturn,
    VoidOutsideShift,
)
from pos.domain.splits import LineShare, MakerTerms, difference, split
from pos.domain.stamps import EventId, Stamp
from pos.domain.tenders import Tender, TenderKind


@dataclass(frozen=True, slots=True)
class SaleLine:
    """A line as sold: `credited` is what its makers are credited with, `net` what the buyer paid.

    The two differ only where the network bears the bargain or discount; the difference is its promotion expense. The
    terms are those of the sale, kept for what may come back later. A yapa line has no shares.
    """

    sku: str
    name: str
    holder: str
    qty: int
    list_price: int
    unit_price: int
    yapa: bool
    discount: int
    net: int
    credited: int
    terms: tuple[MakerTerms, ...]
    shares: tuple[LineShare, ...]

    @property
    def amount(self) -> int:
        """Quantity × unit price."""
        return self.qty * self.unit_price

    @property
    def promotion(self) -> int:
        """What the network adds so that the makers are paid as at the list price."""
        return self.credited - self.net


@dataclass(frozen=True, slots=True)
class Sale:
    """A finished sale; `rounding` is collected − due. Amounts are minor units of the stamp's currency."""

    stamp: Stamp
    number: int
    cashier: str
    supervisor: str | None
    language: str
    buyer: BuyerKind | None
    lines: tuple[SaleLine, ...]
    discount: int
    due: int
    rounding: int
    change: int
    tenders: tuple[Tender, ...]

    @property
    def receipt(self) -> str:
        """The receipt number, `A-000123`."""
        return receipt_number(self.stamp.till, self.number)

    @property
    def pieces(self) -> int:
        """Pieces paid for: yapa is left out."""
        return sum(line.qty for line in self.lines if not line.yapa)


@dataclass(frozen=True, slots=True)
class ReturnLine:
    """Pieces of a sale's line (1-based) that came back; money is negative. `unit_price` is the sale's."""

    line: int
    sku: str
    name: str
    holder: str
    qty: int
    unit_price: int
    yapa: bool
    net: int
    credited: int
    shares: tuple[LineShare, ...]

    @property
    def promotion(self) -> int:
        """The part of the network's promotion expense that is taken back (zero or negative)."""
        return self.credited - self.net


@dataclass(frozen=True, slots=True)
class Return:
    """Goods brought back: `due` and the tender are negative, `rounding` is collected − due as in a sale.

    `restock` tells whether the pieces go back on sale or to loss; `void` marks a whole sale undone in its own shift.
    """

    stamp: Stamp
    number: int
    sale: EventId
    sale_receipt: str
    cashier: str
    supervisor: str | None
    language: str
    void: bool
    restock: bool
    lines: tuple[ReturnLine, ...]
    due: int
    rounding: int
    tender: Tender | None

    @property
    def receipt(self) -> str:
        """The return's own number, `AR-000001`."""
        return receipt_number(self.stamp.till, self.number, returned=True)


def sale_line(priced: PricedLine, terms: Sequence[MakerTerms], language: str) -> SaleLine:
    """A basket's line as sold, split on these terms."""
    line, product = priced.line, priced.line.product
    by_network = product.borne_by is BorneBy.NETWORK
    credited = line.qty * line.list_price if by_network and not line.yapa else priced.net
    return SaleLine(
        sku=product.sku,
        name=product.name.get(language) or next(iter(product.name.values())),
        holder=product.holder,
        qty=line.qty,
        list_price=line.list_price,
        unit_price=line.unit_price,
        yapa=line.yapa,
        discount=priced.discount,
        net=priced.net,
        credited=credited,
        terms=tuple(terms),
        shares=() if line.yapa else split(credited, terms),
    )


def return_line(line: SaleLine, number: int, before: int, qty: int) -> ReturnLine:
    """What `qty` more pieces of a line bring back when `before` pieces came back earlier.

    The line's returned net is always worked out for all pieces back so far, and what earlier returns reversed is taken
    off: so a line returned in full, in however many steps, nets to zero for everyone.
    """

    def back(amount: int, pieces: int) -> int:
        return half_up(amount * pieces, line.qty)

    after = before + qty
    shares: tuple[LineShare, ...] = ()
    if not line.yapa:
        now = split(-back(line.credited, after), line.terms)
        shares = difference(now, split(-back(line.credited, before), line.terms))
    return ReturnLine(
        line=number,
        sku=line.sku,
        name=line.name,
        holder=line.holder,
        qty=qty,
        unit_price=line.unit_price,
        yapa=line.yapa,
        net=back(line.net, before) - back(line.net, after),
        credited=back(line.credited, before) - back(line.credited, after),
        shares=shares,
    )


def lines_back(sale: Sale, already: Mapping[int, int], wanted: Sequence[tuple[int, int]]) -> tuple[ReturnLine, ...]:
    """The return's lines for the wanted (line number, pieces); `already` counts what came back earlier by line.

    Raises `NothingReturned`, `UnknownLine`, `BadQuantity`, or `ReturnedTooMany` with what is still out.
    """
    if not wanted:
        raise NothingReturned
    back = dict(already)
    lines = []
    for number, qty in wanted:
        if not 0 < number <= len(sale.lines):
            raise UnknownLine(receipt=sale.receipt, line=number)
        sold = sale.lines[number - 1]
        before = back.get(number, 0)
        if checked_pieces(qty) > sold.qty - before:
            raise ReturnedTooMany(receipt=sale.receipt, line=number, qty=qty, left=sold.qty - before)
        lines.append(return_line(sold, number, before, qty))
        back[number] = before + qty
    return tuple(lines)


def all_lines(sale: Sale, already: Mapping[int, int], shift: EventId) -> tuple[tuple[int, int], ...]:
    """Every piece of a sale, for a void.

    Raises `VoidOutsideShift` where it was not sold in this shift, `VoidAfterReturn` where some of it already came back.
    """
    if sale.stamp.shift != shift:
        raise VoidOutsideShift(receipt=sale.receipt)
    if any(already.values()):
        raise VoidAfterReturn(receipt=sale.receipt)
    return tuple((number, line.qty) for number, line in enumerate(sale.lines, 1))


def pay_back(
    due: int, kind: TenderKind, code: str, exhibition: Exhibition, reference: str = ""
) -> tuple[Tender | None, int]:
    """How a (negative) due is paid back: the tender, with negative amounts, and the rounding; no tender for nothing.

    Cash is rounded to the cash step, other kinds are exact. Raises `RefundInForeignCash`.
    """
    base = exhibition.currency
    if code != base.code:
        raise RefundInForeignCash(currency=code)
    paid = to_cash_step(due, base.cash_step) if kind is TenderKind.CASH else due
    return (Tender(kind, base.code, paid, paid, None, reference) if paid else None), paid - due


def check_currency(sale: Sale, exhibition: Exhibition) -> None:
    """Raises `ReturnInOtherCurrency` where the sale was in another currency than the exhibition it comes back at."""
    if sale.stamp.currency != exhibition.currency.code:
        raise ReturnInOtherCurrency(receipt=sale.receipt, sold=sale.stamp.currency, currency=exhibition.currency.code)
