"""Double entry: accounts, postings that sum to zero, and the chain of hashes. Source: docs/domain.md, "The ledger"."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

GENESIS = "0" * 64
"""What stands for the hash before a till's first event."""


class Account(StrEnum):
    """The accounts; `cash` is one per currency and till, `payable` one per unit."""

    CASH = "cash"
    QR = "qr"
    CARD = "card"
    TRANSFER = "transfer"
    PAYABLE = "payable"
    COMMISSION = "commission"
    FUND = "fund"
    PROMOTION = "promotion"
    ROUNDING = "rounding"
    OVER_SHORT = "over_short"
    EXCHANGE = "exchange"
    COSTS = "costs"
    FLOAT = "float"


@dataclass(frozen=True, slots=True)
class Posting:
    """One side of an entry: what an account gets (+) or gives (−).

    `amount` is in minor units of `currency`, `base_amount` in minor units of the exhibition's base currency. `unit` is
    set on `payable` postings.
    """

    account: Account
    currency: str
    amount: int
    base_amount: int
    unit: str | None = None

    @property
    def name(self) -> str:
        """The account's full name: `cash:BOB`, `payable:JK01`, `commission`."""
        if self.account is Account.CASH:
            return f"{self.account}:{self.currency}"
        return f"{self.account}:{self.unit}" if self.account is Account.PAYABLE else str(self.account)


class Unbalanced(AssertionError):
    """The base amounts of an entry do not sum to zero: a fault of the program, never of a person."""


def balanced(postings: Iterable[Posting]) -> tuple[Posting, ...]:
    """The postings that move anything; raises `Unbalanced` where their base amounts do not sum to zero."""
    entry = tuple(p for p in postings if p.amount or p.base_amount)
    total = sum(p.base_amount for p in entry)
    if total:
        raise Unbalanced(f"base amounts sum to {total}: {entry}")
    return entry


def chain_hash(previous: str, body: bytes) -> str:
    """The SHA-256, in hex, of an event's canonical text together with the hash of the till's event before it."""
    return hashlib.sha256(previous.encode("ascii") + b"\n" + body).hexdigest()
