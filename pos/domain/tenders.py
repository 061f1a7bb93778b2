"""What the buyer gives, what it is worth, what is still missing, what change is due. Source: docs/domain.md, "A sale".

Only cash may be foreign, and change is only ever given in base-currency cash and only against cash received.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from pos.domain.exhibitions import Exhibition
from pos.domain.money import Money, to_cash_step
from pos.domain.refusals import AmountNotPositive, ChangeOnlyFromCash, NotInCash, TendersShort
from pos.domain.text import optional_text

MAX_REFERENCE = 60


class TenderKind(StrEnum):
    """A means of payment."""

    CASH = "cash"
    QR = "qr"
    CARD = "card"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True)
class Tender:
    """One means of payment: `amount` in minor units of `currency`, `value` in minor units of the base currency.

    `rate` is the exchange rate in force, for foreign cash only; `reference` is what the buyer's notice says.
    """

    kind: TenderKind
    currency: str
    amount: int
    value: int
    rate: Decimal | None = None
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """How tenders settle a due: `rounding` is collected − due, `change` is base-currency cash handed back.

    Both in minor units; Σ tender values − change = due + rounding.
    """

    tenders: tuple[Tender, ...]
    rounding: int
    change: int


def tender(kind: TenderKind, amount: Money, exhibition: Exhibition, reference: str = "") -> Tender:
    """A tender worth its base value at the exhibition's rate.

    Raises `AmountNotPositive`, `NotInCash` (foreign, but no cash), `NoExchangeRate`, `BadText` for the reference.
    """
    optional_text("reference", reference, MAX_REFERENCE)
    if amount.minor <= 0:
        raise AmountNotPositive(amount=amount)
    if amount.currency == exhibition.currency:
        return Tender(kind, amount.currency.code, amount.minor, amount.minor, None, reference)
    if kind is not TenderKind.CASH:
        raise NotInCash(kind=kind.value, currency=amount.currency.code)
    rate = exhibition.rate_for(amount.currency)
    return Tender(kind, amount.currency.code, amount.minor, rate.value(amount.minor), rate.rate, reference)


def exact_cash(due: int, exhibition: Exhibition) -> tuple[Tender, ...]:
    """The base-currency cash that settles a due exactly after rounding; none where it rounds to nothing."""
    rounded = to_cash_step(due, exhibition.currency.cash_step)
    code = exhibition.currency.code
    return (Tender(TenderKind.CASH, code, rounded, rounded),) if rounded > 0 else ()


def still_due(due: int, tenders: Sequence[Tender], exhibition: Exhibition) -> int:
    """What base-currency cash has yet to settle, in minor units: negative when it is change.

    The rest is rounded as cash wherever base-currency cash settles it: where some was given, or where foreign cash
    overpaid. With no base-currency cash yet, a positive rest is what it is: another QR could still settle it exactly.
    """
    base = exhibition.currency
    own_cash = sum(t.value for t in tenders if t.kind is TenderKind.CASH and t.currency == base.code)
    rest = due - sum(t.value for t in tenders) + own_cash
    if own_cash or rest < 0:
        rest = to_cash_step(rest, base.cash_step)
    return rest - own_cash


def settle(due: int, tenders: Sequence[Tender], exhibition: Exhibition) -> Settled:
    """Settle a due with tenders, or refuse.

    Raises `ChangeOnlyFromCash` where QR, card and transfer come to more than the due, and `TendersShort`.
    """
    base = exhibition.currency
    not_cash = sum(t.value for t in tenders if t.kind is not TenderKind.CASH)
    if not_cash > max(due, 0):
        raise ChangeOnlyFromCash(paid=Money(not_cash, base), due=Money(due, base))
    missing = still_due(due, tenders, exhibition)
    if missing > 0:
        raise TendersShort(missing=Money(missing, base), due=Money(due, base))
    change = -missing
    collected = sum(t.value for t in tenders) - change
    return Settled(tuple(tenders), collected - due, change)


def settle_exactly(due: int, exhibition: Exhibition) -> Settled:
    """Settle a due with exact base-currency cash: nothing is handed back, the cash step's difference is rounding."""
    tenders = exact_cash(due, exhibition)
    return Settled(tenders, sum(t.value for t in tenders) - due, 0)
