"""Carts that are not sold yet, as JSON: the products by SKU, their prices as they stood in the cart.

A draft is no fact: it is changed and removed freely, and no report knows of it.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any

import msgspec
from sqlalchemy import Connection, Row, select, update

from pos.domain.basket import Basket, BasketLine, BuyerKind
from pos.domain.money import Money, currency
from pos.domain.people import Approval
from pos.domain.products import MAX_PIECES, Product
from pos.domain.refusals import Refusal
from pos.domain.stamps import EventId
from pos.domain.text import in_language
from pos.storage.till_tables import draft as t

VERSION = 1
_NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)
"""When a cart was changed whose time can't be read."""
Amount = Annotated[int, msgspec.Meta(ge=0)]


class DraftLine(msgspec.Struct, frozen=True):
    """A line; amounts are minor units of the draft's currency. The name is for telling of a product that is gone.

    `approved` is how many pieces the supervisor's word covers: all of them where it is left out.
    """

    sku: str
    name: str
    qty: Annotated[int, msgspec.Meta(ge=1, le=MAX_PIECES)]
    list_price: Amount
    unit_price: Amount
    yapa: bool = False
    supervisor: str | None = None
    approved: Annotated[int, msgspec.Meta(ge=1, le=MAX_PIECES)] | None = None


class DraftBody(msgspec.Struct, frozen=True):
    """A basket and who is selling it; of the two kinds of discount at most one is given."""

    version: int
    by: str
    currency: str
    language: str
    lines: tuple[DraftLine, ...]
    discount_amount: int | None = None
    discount_percent: str | None = None
    buyer: BuyerKind | None = None

    @property
    def skus(self) -> set[str]:
        """Which products are in it."""
        return {line.sku for line in self.lines}

    def basket(self, products: Mapping[str, Product]) -> Basket:
        """The basket again, without the lines whose product is not among these."""
        in_currency = currency(self.currency)
        discount: Money | Decimal | None = None
        if self.discount_amount is not None:
            discount = Money(self.discount_amount, in_currency)
        elif self.discount_percent is not None:
            discount = Decimal(self.discount_percent)
        lines = tuple(_line(line, products[line.sku]) for line in self.lines if line.sku in products)
        return Basket(in_currency, self.language, lines, discount, self.buyer)


class Draft(msgspec.Struct, frozen=True):
    """A row: `body` is None where it can't be read."""

    id: EventId
    till: str
    exhibition: str
    held: bool
    at: datetime
    body: DraftBody | None


def draft_body(basket: Basket, by: str) -> DraftBody:
    """A basket as it is kept."""
    discount = basket.discount
    return DraftBody(
        version=VERSION,
        by=by,
        currency=basket.currency.code,
        language=basket.language,
        lines=tuple(_draft_line(line, basket.language) for line in basket.lines),
        discount_amount=discount.minor if isinstance(discount, Money) else None,
        discount_percent=str(discount) if isinstance(discount, Decimal) else None,
        buyer=basket.buyer,
    )


class Drafts:
    """Looks carts up."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_till(self, till: str, exhibition: str, *, held: bool) -> Sequence[Draft]:
        """The carts of a till at an exhibition that are held, or the open one; the one changed longest ago first."""
        found = (t.c.till == till, t.c.exhibition == exhibition, t.c.held == held)
        rows = self._connection.execute(select(t).where(*found).order_by(t.c.changed_at, t.c.id))
        return [_draft(row) for row in rows]

    def find(self, id_: EventId) -> Draft | None:
        """The cart of that id, None where there is none."""
        row = self._connection.execute(select(t).where(t.c.id == id_)).first()
        return _draft(row) if row else None


_KEEP = """
INSERT INTO draft (id, till, exhibition, held, changed_at, body) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET till = excluded.till, exhibition = excluded.exhibition, held = excluded.held,
changed_at = excluded.changed_at, body = excluded.body
"""
_SOLD = "SELECT 1 FROM fact WHERE id = ?"
_HOLD_OTHERS = "UPDATE draft SET held = 1 WHERE till = ? AND held = 0 AND exhibition = ? AND id <> ?"
_REMOVE = "DELETE FROM draft WHERE id = ?"
_decode = msgspec.json.Decoder(DraftBody).decode


class DraftsWriter(Drafts):
    """Keeps carts, inside a transaction that `Books` opened."""

    def keep(self, draft: Draft) -> None:
        """Keep a cart as it is now; an open one is then the only one open at its till and exhibition.

        A cart whose id is a fact's was sold: it is never kept again, and takes no other's place.
        """
        run = self._connection.exec_driver_sql
        if run(_SOLD, (draft.id,)).first():
            return
        if not draft.held:
            run(_HOLD_OTHERS, (draft.till, draft.exhibition, draft.id))
        body = msgspec.json.encode(draft.body).decode()
        at = draft.at.isoformat()
        run(_KEEP, (draft.id, draft.till, draft.exhibition, draft.held, at, body))

    def open_again(self, draft: Draft) -> None:
        """Make a held cart the open one of its till and exhibition; the one that was open is held."""
        self._connection.exec_driver_sql(_HOLD_OTHERS, (draft.till, draft.exhibition, draft.id))
        self._connection.execute(update(t).where(t.c.id == draft.id).values(held=False))

    def remove(self, id_: EventId) -> None:
        """Let a cart go, if it is there."""
        self._connection.exec_driver_sql(_REMOVE, (id_,))


def _draft(row: Row[Any]) -> Draft:
    try:
        at = datetime.fromisoformat(row.changed_at)
    except ValueError:
        at = _NO_TIME
    return Draft(row.id, row.till, row.exhibition, row.held, at, _body(row.body))


def _body(text: str) -> DraftBody | None:
    """What a body says; None where it is damaged, or was written by a newer program."""
    try:
        body = _decode(text)
        body.basket({})
        for line in body.lines:
            _approval(line)
    except (msgspec.DecodeError, ArithmeticError, Refusal):
        return None
    return body if body.version == VERSION else None


def _draft_line(line: BasketLine, language: str) -> DraftLine:
    return DraftLine(
        sku=line.product.sku,
        name=in_language(line.product.name, language) or line.product.sku,
        qty=line.qty,
        list_price=line.list_price,
        unit_price=line.unit_price,
        yapa=line.yapa,
        supervisor=line.approval.supervisor if line.approval else None,
        approved=line.approved or None,
    )


def _line(line: DraftLine, product: Product) -> BasketLine:
    approval = _approval(line)
    approved = 0 if approval is None else line.approved or line.qty
    return BasketLine(product, line.qty, line.list_price, line.unit_price, line.yapa, approval, approved)


def _approval(line: DraftLine) -> Approval | None:
    return None if line.supervisor is None else Approval(line.supervisor)
