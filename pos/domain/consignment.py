"""Goods entering and leaving the stall. Source: docs/domain.md, "Consignment and reconciliation"."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from pos.domain.products import Product, checked_pieces
from pos.domain.refusals import EmptyNote, NotTheHolder
from pos.domain.sales import Return, Sale
from pos.domain.stamps import Stamp
from pos.domain.text import optional_text


class NoteKind(StrEnum):
    """What a consignment note records."""

    DELIVERY = "delivery"
    RETURN = "return"
    LOSS = "loss"


class MovementKind(StrEnum):
    """Why pieces moved; the columns of a stock position."""

    DELIVERED = "delivered"
    SOLD = "sold"
    YAPA = "yapa"
    BACK = "back"
    RETURNED = "returned"
    LOSS = "loss"


@dataclass(frozen=True, slots=True)
class NoteLine:
    """So many pieces of a product."""

    sku: str
    qty: int


@dataclass(frozen=True, slots=True)
class ConsignmentNote:
    """Goods that a unit delivered, took back, or lost; `reason` says why they were lost."""

    stamp: Stamp
    kind: NoteKind
    unit: str
    lines: tuple[NoteLine, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StockMovement:
    """Pieces of a product under its holder that moved, always counted upwards; the kind says which way."""

    unit: str
    sku: str
    kind: MovementKind
    qty: int


_KIND_OF_NOTE = {
    NoteKind.DELIVERY: MovementKind.DELIVERED,
    NoteKind.RETURN: MovementKind.RETURNED,
    NoteKind.LOSS: MovementKind.LOSS,
}


def consignment_note(
    stamp: Stamp, kind: NoteKind, unit: str, goods: Sequence[tuple[Product, int]], reason: str = ""
) -> ConsignmentNote:
    """A note of goods; raises `EmptyNote`, `BadQuantity`, or `NotTheHolder` for goods that another unit holds."""
    if not goods:
        raise EmptyNote
    lines = []
    for product, qty in goods:
        if product.holder != unit:
            raise NotTheHolder(sku=product.sku, holder=product.holder, unit=unit)
        lines.append(NoteLine(product.sku, checked_pieces(qty)))
    return ConsignmentNote(stamp, kind, unit, tuple(lines), optional_text("reason", reason))


def note_movements(note: ConsignmentNote) -> tuple[StockMovement, ...]:
    """How a note moves stock."""
    kind = _KIND_OF_NOTE[note.kind]
    return tuple(StockMovement(note.unit, line.sku, kind, line.qty) for line in note.lines)


def sale_movements(sale: Sale) -> tuple[StockMovement, ...]:
    """How a sale moves stock: yapa is counted apart from what was sold."""
    return tuple(
        StockMovement(line.holder, line.sku, MovementKind.YAPA if line.yapa else MovementKind.SOLD, line.qty)
        for line in sale.lines
    )


def return_movements(returned: Return) -> tuple[StockMovement, ...]:
    """How a return moves stock: back from the buyer, and on to loss where it can't be sold again."""
    back = [StockMovement(line.holder, line.sku, MovementKind.BACK, line.qty) for line in returned.lines]
    if returned.restock:
        return tuple(back)
    lost = [StockMovement(line.holder, line.sku, MovementKind.LOSS, line.qty) for line in returned.lines]
    return (*back, *lost)
