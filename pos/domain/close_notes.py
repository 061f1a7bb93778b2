"""What a cashier says of a shift's close beside the count: why cash was over or short, and what QR and cards came to.

It posts nothing (docs/domain.md, "Shift and close": only the counted difference goes to `over_short`). It is a fact of
its own, so that a close is stored today as it was from the first version on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pos.domain.money import Money, checked_size, currency
from pos.domain.refusals import AmountNotPositive, CurrencyMismatch
from pos.domain.stamps import EventId, Stamp
from pos.domain.tenders import TenderKind


class WhatHappened(StrEnum):
    """Why cash was over or short, as far as the cashier knows."""

    WRONG_CHANGE = "wrong-change"
    FALSE_NOTE = "false-note"
    UNRECORDED_SALE = "unrecorded-sale"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PaymentsSeen:
    """What a telephone or card terminal shows for the shift, in minor units of the base currency."""

    kind: TenderKind
    amount: int


@dataclass(frozen=True, slots=True)
class CloseNoted:
    """The cashier's remarks on the close of the stamp's shift; its id follows from the close's (`note_id`)."""

    stamp: Stamp
    cashier: str
    happened: WhatHappened | None
    seen: tuple[PaymentsSeen, ...]


@dataclass(frozen=True, slots=True)
class Remarks:
    """Remarks before they are kept: what happened, and what was seen by kind of tender; nothing has to be said."""

    happened: WhatHappened | None = None
    seen: Mapping[TenderKind, Money] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return self.happened is not None or bool(self.seen)


NO_REMARKS = Remarks()


def note_id(close: EventId) -> EventId:
    """The id of the remarks that belong to the close of this id: they are found without a search."""
    return EventId(f"{close}-note")


def note_close(close: Stamp, cashier: str, remarks: Remarks) -> CloseNoted:
    """The remarks on a close; raises `CurrencyMismatch`, `AmountNotPositive` under zero, `AmountTooLarge`."""
    base = currency(close.currency)
    seen = []
    for kind, amount in remarks.seen.items():
        if amount.currency != base:
            raise CurrencyMismatch(one=amount.currency.code, other=base.code)
        if amount.minor < 0:
            raise AmountNotPositive(amount=amount)
        seen.append(PaymentsSeen(kind, checked_size(amount.minor, base)))
    stamp = Stamp(note_id(close.id), close.till, close.at, close.day, close.exhibition, close.currency, close.shift)
    return CloseNoted(stamp, cashier, remarks.happened, tuple(seen))
